"""The trees: gradient boosting (scikit-learn, seeded) on the traits of claims; a word is a column of its own."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.metrics import roc_auc_score

from kg.extraction.forest import Branch, Forest, Tree
from kg.extraction.traits import Trait
from training.sureness.readings import Row

FEWEST = 8   # claims that have a trait
_WAY = {"n_estimators": 150, "max_depth": 4, "learning_rate": 0.08, "subsample": 0.6, "max_features": 0.15,
        "min_samples_leaf": 12}
_TIMES = 3   # learnt so often with other samples, and the mean of it: one sample alone moves F by half a hundredth
_STEPS = [step / 10 for step in range(11)]


def learn(rows: Sequence[Row]) -> list[Tree]:
    """The trees that the claims teach; the first one is what all claims have in common."""
    vectors = DictVectorizer(sparse=False, dtype=np.float32)
    table = vectors.fit_transform([_columns(row.given) for row in rows])
    often = (table != 0).sum(axis=0) >= FEWEST
    names = [name for name, kept in zip(vectors.get_feature_names_out(), often, strict=True) if kept]
    right, weight = np.array([row.right for row in rows]), np.array([row.weight for row in rows])
    models = [GradientBoostingClassifier(**_WAY, random_state=seed).fit(table[:, often], right, sample_weight=weight)
              for seed in range(_TIMES)]
    share = float(np.average(right, weights=weight))
    start = Branch("", "", 0.0, 0, 0, math.log(share / (1 - share)))
    return [[start], *(list(_branches(one[0].tree_, names)) for model in models for one in model.estimators_)]


def _columns(given: Mapping[str, Trait]) -> dict[str, float]:
    return {f"{name}={trait}" if isinstance(trait, str) else name: 1.0 if isinstance(trait, str) else trait
            for name, trait in given.items()}


def _branches(tree: Any, names: Sequence[str]) -> Iterator[Branch]:
    """The rows of one tree; scikit-learn goes left up to a threshold, we say no there."""
    rows = zip(tree.children_left, tree.children_right, tree.feature, tree.threshold, tree.value[:, 0, 0], strict=True)
    for left, right, column, above, adds in rows:
        trait, _, word = names[column].partition("=") if left >= 0 else ("", "", "")
        if trait:
            yield Branch(trait, word, 0.0 if word else float(f"{above:.5g}"), int(right), int(left), 0.0)
        else:
            yield Branch("", "", 0.0, 0, 0, float(f"{_WAY['learning_rate'] / _TIMES * adds:.4g}"))


def table(trees: Sequence[Tree]) -> str:
    """The trees as CSV, a row a branch, what is nought left out."""
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\n")
    written.writerow(["tree", *Branch._fields])
    for number, tree in enumerate(trees):
        written.writerows([number, one.trait, one.word, *(part or "" for part in one[2:])] for one in tree)
    return out.getvalue()


def tried(rows: Sequence[Row]) -> str:
    """How well each batch of first readings is judged by what the others teach: the area under the curve and calibration."""
    batches = sorted({row.batch for row in rows if row.weight > 0 and "read" not in row.given})
    judged = []
    for batch in batches:
        left_out = [row for row in rows if row.batch == batch and "read" not in row.given]
        forest = Forest(learn([row for row in rows if row.batch != batch]))
        judged += list(zip(left_out, forest.chances([row.given for row in left_out]), strict=True))
    right, sure = [row.right for row, _ in judged], [one for _, one in judged]
    lines = [f"claims {len(judged)}, right {np.mean(right):.3f}, AUC {roc_auc_score(right, sure):.3f}\n"]
    for low, high in zip(_STEPS, _STEPS[1:], strict=False):
        here = [row.right for row, one in judged if low <= one < high]
        lines += [f"{low:.1f} to {high:.1f}: {len(here):5} claims, right {np.mean(here):.2f}\n"] if here else []
    return "".join(lines)
