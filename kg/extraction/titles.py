"""A name where it stands, and what of a title's capitals is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.offices import person_behind
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_SHORT = 3     # the longest words that title case writes small
_UNENDED = re.compile(r"^(.*\d\w*)\.$")   # "situs judi Menang88.": the full stop ends the sentence
_PLAIN = ("NOUN", "VERB", "ADJ", "ADV")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: sentence number, first and last token (included), and its words."""

    sentence: int
    first: int
    last: int
    text: str


def name_at(tree: Tree, first: int, end: int) -> Name:
    """The name that these tokens are, `end` not included."""
    return Name(tree.sentence.index, first, end - 1, surface(tree, first, end))


def surface(tree: Tree, first: int, end: int) -> str:
    """Their words as they stand in the text."""
    begin = tree.sentence.span.start
    words = tree.sentence.text[tree[first].span.start - begin:tree[end - 1].span.end - begin]
    return _UNENDED.sub(r"\1", " ".join(words.split()))


def without_title_words(names: list[Name], trees: Sequence[Tree], gazetteer: Gazetteer) -> list[Name]:
    """Headlines in title case make every word look like a name: there only names of the body or gazetteer count."""
    headlines = {tree.sentence.index for tree in trees if tree.sentence.kind != "paragraph"}
    body = {name.text for name in names if name.sentence not in headlines}
    kept: list[Name] = []
    for name in names:
        if name.sentence not in headlines or name.text in body or gazetteer.lookup(name.text) or (
                body & set(name.text.split()) and _in_sentence_case(trees[name.sentence])):
            kept.append(name)
        else:
            kept.extend(_parts(name, trees[name.sentence], body))
    return kept


def _in_sentence_case(tree: Tree) -> bool:
    """"Seo Jin-tae, pendiri Nabiroom, dihukum 11 tahun penjara": its plain words are written small, so capitals mark names."""
    plain = [token.text for token in tree.tokens if token.pos in _PLAIN and token.index and len(token.text) > _SHORT]
    return len([text for text in plain if text.islower()]) > max(1, len(plain) // 2)


def _parts(name: Name, tree: Tree, body: set[str]) -> Iterator[Name]:
    """The longest pieces of a headline's run of capitals that the body knows as names."""
    position = name.first
    while position <= name.last:
        ends = range(name.last + 1, position, -1)
        end = next((end for end in ends if surface(tree, position, end) in body), 0)
        if end:
            yield name_at(tree, position, end)
        position = end or position + 1


def parted(name: Name, tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """"PT Temu Rasa Yohana Lestari": two names where the article elsewhere names "PT Temu Rasa" alone, or where an office
    stands before them.
    """
    company = name.text.split()[0].lower() in lexicon.words["company_prefixes"]
    if not company and name.first != name.last and tree[name.last].lower in lexicon.words["legal_forms"]:
        return [name]   # "Jarra Pty Ltd", whatever "Jarra" alone is the name of
    titles = lexicon.either("title_words", "office_words")
    titled = bool(lexicon.words["office_heads"]) and name.first > 0 and tree[name.first - 1].lower in titles
    if not company and not (titled and len(name.text.split()) > 2):
        return [name]
    shorter = [other for other in names if name.text.startswith(other.text + " ")
               and (len(other.text.split()) > 2 if company else other.text != name.text.split()[0] or other.first > 0)]
    known = name.first + max((other.last - other.first for other in shorter), default=-1) + 1
    office = titled and (company or tree[name.first - 1].lower in lexicon.words["role_heads"])
    cut = known if shorter else person_behind(tree, name.first, name.last + 1, lexicon) if office else 0
    if not cut:
        return [name]
    return [name_at(tree, name.first, cut), name_at(tree, cut, name.last + 1)]
