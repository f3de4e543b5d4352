"""English names that a clause parts from what they are called: "X, started by two students, is a dating app", "the app that N
founded, X, was closed".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.neighbours import described
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_LONGEST = 16   # tokens of the clause between


def signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """"platform" for a name that is called an app or site across such a clause."""
    if lexicon.check_pos and tree.sentence.kind == "paragraph" and (
            _is_one(name, tree, lexicon) or _bears_name(name, tree, lexicon)):
        yield "platform"
    if lexicon.check_pos and _is_maker(name, tree, lexicon):
        yield "company"


def _is_maker(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Game maker X was sued over its game Y": a company, by its trade of two words."""
    if name.first < 2 or " " in name.text or name.first > 2 and tree[name.first - 3].lower in lexicon.words["and_words"]:
        return False
    trade, lead = tree[name.first - 1], tree[name.first - 2]
    makes = trade.lower in lexicon.words["maker_leads"] - lexicon.words["owners"] - lexicon.words["founding"]
    noun = lead.pos == "NOUN" or lead.index == 0 and lead.pos == "PROPN"
    return makes and trade.lower != "creator" and noun and lead.head in (trade.index, *range(name.first, name.last + 1))


def _is_one(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"X, which ..., is an app": what is said of the name behind the closing comma."""
    opening = name.last + 1
    if opening + 2 >= len(tree) or tree[opening].text != ",":
        return False
    clause = tree[opening + 1]
    if clause.pos != "VERB" and clause.lower not in lexicon.words["which"]:
        return False
    closing = next((i for i in range(opening + 2, min(opening + _LONGEST, len(tree))) if tree[i].text == ","), len(tree))
    after = [token.lower for token in tree.tokens[closing + 1:closing + 9]]
    return after[:1] != [] and after[0] in lexicon.words["copulas_forms"] and described(after[1:], lexicon, "platform_strict")


def _bears_name(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"The Lisbon-based dating app, X, was", "the app that N founded, X,": called so by the noun that it stands beside."""
    if " " in name.text or not name.first or tree[name.first - 1].text != ",":
        return False
    token, closed = tree[name.first], name.last + 1 < len(tree) and tree[name.last + 1].text in (",", ".")
    noun = tree[token.head]
    marks = {tree[i].lower for i in tree.children(noun.index, "determiner")}
    strict = any(words[-1] == noun.index for words in tree.find(lexicon.phrases["platform_strict"]))
    return closed and token.slot == "apposition" and noun.index < token.index and strict and bool(
        marks & lexicon.words["definite"]) and noun.text.islower()


def is_described(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"Prismint, an image generator, was fined": no noun of the language is called so."""
    after = [token.lower for token in tree.tokens[index + 1:index + 10]]
    unknown = tree[index].pos == "NOUN" and tree[index].lemma == tree[index].lower
    return lexicon.check_pos and unknown and after[:1] == [","] and set(after[1:2]) <= {"a", "an"} and (
        described(after[1:], lexicon, "platform_strict"))
