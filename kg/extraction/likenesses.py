"""Names that a list introduces: "two other apps, X and Y", "sites such as X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_LONGEST = 24   # tokens of a list before the name
_KIND = 5   # words that may tell the kind: "tiga situs judi online ilegal, yakni"


def signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """"platform" for a name in a list of apps; rivals are told elsewhere (`kg.extraction.peers`)."""
    if not name.first or tree.sentence.kind != "paragraph" and " " in name.text:
        return
    if _is_listed(name, tree, lexicon):
        yield "platform"


def _is_listed(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Two other apps, X, Y and *Z*": back over the names of the list to a noun of several platforms."""
    at, joining = name.first - 1, lexicon.either("and_words", "list_leads")
    while at > max(0, name.first - _LONGEST) and (
            _capital(tree[at].text) or tree[at].lower in joining or tree[at].text in (",", ":")):
        at -= 1
    at = _counted_before(tree, at, lexicon)
    noun = tree[at]
    if lexicon.words["definite_after"] and noun.lower in lexicon.words["another"]:
        return _names_several(tree, at - 1, lexicon)   # "dua aplikasi lain, X dan Y"
    counted = lexicon.check_pos or any(t.lower in lexicon.words["several_holders"] or t.pos == "NUM"
                                       for t in tree.tokens[max(0, at - 2):at])
    counted = counted and tree[at - 1].lower not in lexicon.words["speakers_public"]   # "dua pendiri situs X, N dan M"
    return counted and _names_several(tree, at, lexicon)


def _counted_before(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """"Tiga situs | judi online, yakni X", "enam lokapasar | sekaligus, termasuk X": a counted noun."""
    for back in range(at, max(0, at - _KIND) if lexicon.words["definite_after"] else at, -1):
        if tree[back - 1].pos == "NUM" or tree[back - 1].lower in lexicon.words["several_holders"]:
            return back if _names_several(tree, back, lexicon) else at
        if not tree[back].text.islower() or tree[back].pos not in ("NOUN", "ADJ", "ADV", "VERB", "PROPN"):
            break
    return at


def _names_several(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun speaks of several platforms: "apps", "lending sites"; an Indonesian one may."""
    token = tree[at]
    several = not lexicon.check_pos or token.lower.endswith("s")
    forms = (token.lower, token.lower.removesuffix("s")) if lexicon.check_pos else (token.lower,)
    return several and token.text.islower() and any(form in lexicon.last_words["platform"] for form in forms)


def _capital(text: str) -> bool:
    return text[:1].isupper()
