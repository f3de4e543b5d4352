"""Small decision trees that add up to log odds, and how likely they find each of many claims: all trees of all claims at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extraction.traits import Trait


class Branch(NamedTuple):
    """A row of a tree: it asks whether `trait` is `word`, or, where `word` is "", whether it is above `above`.

    `yes` and `no` are rows of the same tree; a row without a trait is an end. A trait that a claim has not got is the number 0.
    """

    trait: str
    word: str
    above: float
    yes: int
    no: int
    adds: float


Tree = Sequence[Branch]


class Forest:
    """Trees as arrays with one entry a branch: the column of its question, its answers' branches, what an end adds."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        branches = [branch for tree in trees for branch in tree]
        self.columns = {question: n for n, question in enumerate(sorted({(b.trait, b.word) for b in branches}))}
        self.asked: dict[str, dict[str, int]] = {}   # by trait the columns of its words, "" that of its number
        for (trait, word), column in self.columns.items():
            self.asked.setdefault(trait, {})[word] = column
        self.column = np.array([self.columns[b.trait, b.word] for b in branches], dtype=np.intp)
        self.above = np.array([0.5 if b.word else b.above for b in branches])
        self.adds = np.array([b.adds for b in branches])
        starts = np.cumsum([0, *(len(tree) for tree in trees)])
        self.roots = starts[:-1].astype(np.intp)
        self.yes, self.no = (np.array(list(way)) for way in zip(*_ways(trees, [int(start) for start in starts]), strict=True))

    def chances(self, given: Sequence[Mapping[str, Trait]]) -> list[float]:
        """How likely claims with these traits are right, each from 0 to 1.

        >>> tree = [Branch("status", "alleged", 0.0, 1, 2, 0.0), Branch("", "", 0, 0, 0, -1.0), Branch("", "", 0, 0, 0, 1.0)]
        >>> [round(chance, 2) for chance in Forest([tree]).chances([{"status": "alleged"}, {"status": "denied"}, {}])]
        [0.27, 0.73, 0.73]
        """
        if not given:
            return []
        answers, rows = self._answers(given), np.arange(len(given))[:, None]
        at = np.broadcast_to(self.roots, (len(given), len(self.roots)))
        while True:
            then = np.where(answers[rows, self.column[at]] > self.above[at], self.yes[at], self.no[at])
            if np.array_equal(then, at):
                break
            at = then
        odds = np.cumsum(self.adds[at], axis=1)[:, -1]   # in the order of the trees: the same to the bit everywhere
        return [float(chance) for chance in 1 / (1 + np.exp(-odds))]

    def _answers(self, given: Sequence[Mapping[str, Trait]]) -> NDArray[np.float64]:
        """A row a claim, a column a question: the number, or 1 where the word is the one asked for."""
        table = np.zeros((len(given), len(self.columns)))
        for row, traits in zip(table, given, strict=True):
            for trait, found in traits.items():
                columns = self.asked.get(trait)
                if columns is None:
                    continue
                if "" in columns:
                    row[columns[""]] = -np.inf if isinstance(found, str) else found   # a word is above no number
                if isinstance(found, str) and found and found in columns:
                    row[columns[found]] = 1.0
        return table


def _ways(trees: Sequence[Tree], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each branch goes on, by the place among all branches; an end stays where it is."""
    for start, tree in zip(starts, trees, strict=False):
        for at, branch in enumerate(tree):
            yield (start + branch.yes, start + branch.no) if branch.trait else (start + at, start + at)
