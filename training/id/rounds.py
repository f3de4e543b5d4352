"""The rounds of training, from the treebanks to the models of trees and of names. Each is a stage of its own (`stages`)."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from training.id import corpus, marks, own, silver, vectors
from training.id.conllu import Tree
from training.id.corpus import Parts
from training.id.grow import grown
from training.id.sources import Tagged
from training.id.stages import kept, remembered
from training.id.train import BEST, LAST, train

CORPORA, NAMES = 2500, 1600  # steps of the first round, of trees and of names
OURS = 900  # steps with our own trees
TAUGHT = 5000  # steps of trees with the teacher's, too
TAUGHT_NAMES = 2400  # the same of names


@dataclass(frozen=True)
class Rounds:
    """The options of a run, its work folder, and the sentences that it learns from and tunes on."""

    options: argparse.Namespace
    work: Path
    trees: Parts[Tree]
    names: Parts[Tagged]
    ours: list[Tree]

    def untaught(self) -> tuple[Path, Path]:
        """Folders of the models of trees and of names that need no teacher."""
        return self._ours(), self._names()

    def taught(self) -> tuple[Path, Path]:
        """The same after learning from the teacher, which is trained first."""
        told = self._told()
        return self._taught(told), self._taught_names(told)

    def _names(self) -> Path:
        corpus.write_names(self.names, self.work / "names")
        return self._run("names", "names", steps=NAMES) / BEST

    def _ours(self) -> Path:
        """Treebanks first, then our own trees too."""
        corpus.write_trees(self.trees, self.work / "parser")
        first = self._run("parser", "parser", steps=CORPORA) / BEST
        corpus.write_trees(self.trees, self.work / "ours", self.ours)
        return self._run("parser", "ours", steps=OURS, start=first) / LAST

    def _told(self) -> silver.Told:
        """What the teacher says; the news is never near a test or a tuning sentence."""
        tune = [tree.forms for tree in self.trees.tune] + [named.forms for named in self.names.tune]
        data = self.options.data
        known = silver.Known(self.trees.learn, corpus.by_bank(data, self.trees.learn), self.names.learn, self.ours,
                             corpus.held_out(data) + tune, self._few)
        return remembered(self.work / "told", f"few {self._few}",
                          lambda: silver.taught(self.options.wheels, data, known, self.work))

    @property
    def _few(self) -> int | None:
        return 10 * self.options.steps if self.options.steps else None

    def _taught(self, told: silver.Told) -> Path:
        """Two layers more, a mark for treebanks, and what the teacher says; our own trees often, or news would wash them out."""
        banks, tune = (corpus.by_bank(self.options.data, part) for part in (self.trees.learn, self.trees.tune))
        corpus.write_marked(marks.learnt(banks, told.trees, Random(corpus.SEED)), marks.by_mark(tune), self.work / "taught")
        start = grown(self._ours(), self.work / "grown")
        return self._run("parser", "taught", steps=TAUGHT, start=start, words=1200, marked=True, training__dropout=0.1) / LAST

    def _taught_names(self, told: silver.Told) -> Path:
        """Names go on with what the teacher finds in sentences that nobody marked; what is marked comes three times."""
        often = replace(self.names, learn=self.names.learn * 3)
        more = [guess.named for guess in told.news + told.parsed] + own.named_often(told.ours, Random(corpus.SEED))
        tests = corpus.held_out(self.options.data) + [named.forms for named in self.names.tune]
        corpus.write_names(often, self.work / "taught-names", corpus.clean(more, [], tests, lambda named: named.forms).learn)
        return self._run("names", "taught-names", steps=TAUGHT_NAMES, words=1200, rate=0.0007, start=self._names(),
                         training__dropout=0.15) / LAST

    def _run(self, what: str, stage: str, *, steps: int, **more: Any) -> Path:
        """The stage's models, trained on the files that were written into its folder."""
        count, folder = self.options.steps or steps, self.work / stage
        settings = f"{what}, {count} steps, vectors {bool(self.options.wheels)}"
        return kept(folder / "model", settings, lambda: train(
            what, folder, out=folder / "model", steps=count, vectors=self._vectors, **more))

    @cached_property
    def _vectors(self) -> Path | None:
        if not self.options.wheels:
            return None
        forms = [tree.forms for tree in self.trees.learn] + [named.forms for named in self.names.learn]
        return kept(self.work / "vectors", "", lambda: vectors.write_vectors(self.options.wheels, forms, self.work / "vectors"))
