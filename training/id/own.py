"""Trees of our own for the constructions that the tool needs: sentences about invented platforms, corrected by hand.

Each is learnt from several times. All but the first time its names are others, so that no made-up name is learnt by heart.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from training.id.apposition import FIRST, LAST, company
from training.id.conllu import Tree, read_trees

FILE = Path(__file__).with_name("domain_trees.conllu")
TIMES = 8
PLATFORMS = frozenset("Kabarin Nirwala Sobatku Cakra".split())
GIVEN = frozenset("Satrio Laras Wira Rudi Intan Bima Darma Surya Putri".split())
FAMILY = frozenset("Wicaksono Puspita Prakoso Maharani Hartono Wijaya Santika Pradana Anjani".split())


def learnt(rng: Random) -> list[Tree]:
    """Every tree TIMES times."""
    trees = read_trees(FILE)
    return trees + [renamed(tree, rng) for tree in trees * (TIMES - 1)]


def renamed(tree: Tree, rng: Random) -> Tree:
    """The tree with other names of platforms and persons; a name that comes twice is changed alike."""
    other = {form: _other(form, rng) for form in dict.fromkeys(tree.forms)}
    return Tree(tree.id, tuple(replace(word, form=other[word.form]) for word in tree.words))


def _other(form: str, rng: Random) -> str:
    if form in PLATFORMS:
        return company(rng)
    return rng.choice(FIRST) if form in GIVEN else rng.choice(LAST) if form in FAMILY else form
