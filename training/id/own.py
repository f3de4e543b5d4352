"""Trees of our own for the constructions that the tool needs: sentences about invented platforms, corrected by hand.

Each is learnt from several times. All but the first time its names are others, so that no made-up name is learnt by heart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from training.id.apposition import FIRST, LAST, company
from training.id.conllu import Tree, read_trees
from training.id.sources import Tagged

if TYPE_CHECKING:
    from training.id.silver import Guess

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


def once(trees: Iterable[Tree]) -> list[Tree]:
    """Those of the learnt trees that still have the names of the file."""
    forms = {tree.forms for tree in read_trees(FILE)}
    return list({tree.forms: tree for tree in trees if tree.forms in forms}.values())


def named_often(guesses: Iterable[Guess], rng: Random) -> list[Tagged]:
    """The sentences with names, twice TIMES times each, all but the first time with other made-up names."""
    pairs = [(guess.tree, named(guess.tree, guess.named.tags)) for guess in guesses]
    others = [Tagged(renamed(tree, rng).forms, tagged.tags) for tree, tagged in pairs * (2 * TIMES - 1)]
    return [tagged for _, tagged in pairs] + others


def named(tree: Tree, guessed: Sequence[str]) -> Tagged:
    """The tree's sentence with names: the made-up ones are what we know they are, the others as `guessed`."""
    tags = list(guessed)
    for at, form in enumerate(tree.forms):
        goes_on = form in FAMILY and at > 0 and tree.forms[at - 1] in GIVEN
        if form in PLATFORMS | GIVEN | FAMILY:
            tags[at] = "B-ORG" if form in PLATFORMS else "I-PER" if goes_on else "B-PER"
        elif tags[at].startswith("I") and tags[at - 1][2:] != tags[at][2:]:
            tags[at] = "B" + tags[at][1:]
    return Tagged(tree.forms, tuple(tags))


def _other(form: str, rng: Random) -> str:
    if form in PLATFORMS:
        return company(rng)
    return rng.choice(FIRST) if form in GIVEN else rng.choice(LAST) if form in FAMILY else form
