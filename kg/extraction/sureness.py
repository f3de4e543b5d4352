"""How likely a claim is read right, by how it came about; what is too unlikely is not claimed.

Small decision trees (`sureness.csv`), learnt from what the rules of then made of articles that nobody had read
(`python -m training.sureness`), each add a little to the log odds. The trees are a table: a row asks for one trait, and
goes on to its row `yes` or `no`; `adds` is what its tree adds if it ends there.
"""

from __future__ import annotations

import csv
import hashlib
import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.extraction.traits import Likely, Trait, object_of, traits
from kg.model import Claim, Extraction, Sentence, Status

_FILES = ("sureness.csv", "sureness.toml")


class Branch(NamedTuple):
    """A row of a tree: it asks whether `trait` is `word`, or, where `word` is "", whether it is above `above`.

    `yes` and `no` are rows of the same tree; a row without a trait is an end.
    """

    trait: str
    word: str
    above: float
    yes: int
    no: int
    adds: float

    def holds(self, given: Mapping[str, Trait]) -> bool:
        """Whether the answer is yes; a trait that a claim has not got is the number 0.

        >>> Branch("status", "alleged", 0.0, 1, 2, 0.1).holds({"status": "alleged"})
        True
        """
        found = given.get(self.trait, 0.0)
        return found == self.word if self.word or isinstance(found, str) else found > self.above


Tree = Sequence[Branch]


def chance(given: Mapping[str, Trait], trees: Iterable[Tree]) -> float:
    """How likely a claim with these traits is right, from 0 to 1."""
    return 1 / (1 + math.exp(-sum(_end(tree, given).adds for tree in trees)))


def judged(found: Extraction, sentences: Sequence[Sentence], likely: Sequence[Likely]) -> Extraction:
    """The claims of an article with their confidence, without those that are too unsure."""
    trees, least = load(), least_sure().get(found.article.lang, 0.0)
    weighed = [replace(claim, confidence=round(chance(given, trees), 2))
               for claim, given in zip(found.claims, traits(found, sentences, likely), strict=True)]
    return replace(found, claims=tuple(kept(weighed, least)))


def kept(claims: Sequence[Claim], least: float) -> Iterator[Claim]:
    """The claims that stand; a denial stands as long as what it denies does, so that no doubt makes a fact."""
    standing = {_triple(claim) for claim in claims if _is_sure(claim, least)}
    for claim in claims:
        if _is_sure(claim, least) or (claim.negated or claim.status is Status.DENIED) and _triple(claim) in standing:
            yield claim


def _is_sure(claim: Claim, least: float) -> bool:
    return claim.confidence is None or claim.confidence >= least


def _triple(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.node, claim.predicate, object_of(claim)


def _end(tree: Tree, given: Mapping[str, Trait]) -> Branch:
    """The row at which a claim ends."""
    at = tree[0]
    while at.trait:
        at = tree[at.yes if at.holds(given) else at.no]
    return at


# ------------------------------------------------------------------------------------------------ the tables

@cache
def load() -> tuple[tuple[Branch, ...], ...]:
    """The trees that ship with the tool."""
    trees: defaultdict[str, list[Branch]] = defaultdict(list)
    for row in csv.DictReader(_text("sureness.csv").splitlines()):
        trees[row["tree"]].append(Branch(row["trait"], row["word"], float(row["above"] or 0),
                                         int(row["yes"] or 0), int(row["no"] or 0), float(row["adds"] or 0)))
    return tuple(tuple(tree) for tree in trees.values())


@cache
def least_sure() -> Mapping[str, float]:
    """By language the confidence from which on a claim is made."""
    return {lang: float(least) for lang, least in tomllib.loads(_text("sureness.toml"))["at_least"].items()}


def fingerprint() -> str:
    """Hex SHA-256 of trees and threshold."""
    return hashlib.sha256("\0".join(_text(name) for name in _FILES).encode()).hexdigest()


def _text(name: str) -> str:
    return (files("kg.extraction") / name).read_text(encoding="utf-8")
