"""Who sues tells what a name stands for: "Nada Musik menggugat X", "a complaint filed by Halden Watches" are a company's."""

from __future__ import annotations

from kg.extraction.titles import Name
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon

_CIVIL = ("lawsuit", "class-action")
_HELPERS = 3
_REACH = 4


def sues(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a name stands where whoever brings a civil action does: before its verb, or behind "filed by"."""
    return _before_verb(name.last + 1, tree, lexicon) or _behind_filing(name.first, tree, lexicon)


def _before_verb(at: int, tree: Tree, lexicon: Lexicon) -> bool:
    """"X menggugat Y", "X has filed a lawsuit"."""
    start = at
    while start < min(at + _HELPERS, len(tree)) and tree[start].pos in ("AUX", "ADV", "PART"):
        start += 1
    if start >= len(tree) or tree[start].pos not in VERBAL or tree[start].passive:
        return False
    if _tells(start, "verb", tree, lexicon):
        return True
    lodges = {tree[start].lower, tree[start].lemma} & lexicon.words["filing"]
    return bool(lodges) and any(_tells(i, "noun", tree, lexicon) for i in range(start + 1, min(start + 1 + _REACH, len(tree))))


def _behind_filing(first: int, tree: Tree, lexicon: Lexicon) -> bool:
    """"gugatan yang diajukan X", "a suit brought by X"."""
    verb = first - 1 - (first > 1 and tree[first - 1].lower in lexicon.words["by"])
    if verb < 1 or tree[verb].pos not in VERBAL or not tree[verb].passive or not (
            {tree[verb].lower, tree[verb].lemma} & lexicon.words["filing"]):
        return False
    return any(_tells(i, "noun", tree, lexicon) for i in range(max(0, verb - _REACH), verb))


def _tells(at: int, construction: str, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether words for a civil action begin here, of this construction."""
    standing = tree.standing(lexicon.trigger_wordings).get(at, ())
    return any(one.thing.construction == construction and one.thing.frame.action in _CIVIL for one in standing)
