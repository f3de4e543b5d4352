"""Where somebody is from, which stands unmarked before an Indonesian name: "perusahaan Singapura | Temasik Digital"."""

from __future__ import annotations

from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_NEAR = 3      # how far before the place the word may stand that says who is from there
_LONGEST = 3   # words of a place


def past_origin(tree: Tree, first: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the name itself begins in a run of capitals that opens with a country or town: `first` where it is all name."""
    if not first or not _is_from_somewhere(tree, first, lexicon):
        return first
    for after in range(min(first + _LONGEST, end - 1), first, -1):
        place = " ".join(token.text for token in tree.tokens[first:after])
        if (gazetteer.place(place) or place.lower() in lexicon.words["cities"]) and _opens_name(tree, after, lexicon):
            return after
    return first


def _is_from_somewhere(tree: Tree, first: int, lexicon: Lexicon) -> bool:
    """"raksasa teknologi Korea ...", "regulator Brasil ...", "pengusaha Medan ...", "asal Bandung ..."; where the tagger sees
    a person, the place is the person's first name.
    """
    near = range(max(0, first - _NEAR), first)
    return tree[first].entity != "PER" and any(tree[i].lower in lexicon.words["from_somewhere"] and all(
        tree[k].text.islower() and tree[k].pos != "VERB" for k in range(i + 1, first)) for i in near)


def is_origin(tree: Tree, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a place from `first` to `last` stands so before a name."""
    return last + 1 < len(tree) and _opens_name(tree, last + 1, lexicon) and _is_from_somewhere(tree, first, lexicon)


def _opens_name(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Not "Jakarta | Selatan", "Indonesia | dan Malaysia"."""
    word = tree[at]
    return word.text[:1].isupper() and word.text.isalpha() and word.lower not in lexicon.words["parts_of_places"]
