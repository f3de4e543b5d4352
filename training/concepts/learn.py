"""The concept models: python -m training.concepts LANG learns from the marked sentences and writes the model.

A logistic regression a concept over words, pairs of words and letter sequences (scikit-learn's liblinear, which is
deterministic). Rare features and small weights are left out; the rest is kept in eight bits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.extraction.concepts import Model, features, is_word, words_of
from training.concepts.marks import Marked

FEWEST = 6          # sentences that a concept needs
STRENGTH = 30.0     # inverse of the regularisation
THRESHOLD = 0.4
SMALLEST = 4        # of 127: weights below are left out


def learn(rows: Sequence[Marked], threshold: float = THRESHOLD) -> Model:
    """The model that the sentences teach."""
    words = [[row.text[start:end] for start, end in words_of(row.text)] for row in rows]
    places, idf = _vocabulary(words)
    matrix = _matrix(words, places, idf)
    counts = Counter(concept for row in rows for concept in row.concepts)
    concepts = tuple(sorted(concept for concept, count in counts.items() if count >= FEWEST))
    columns = [_fit(matrix, np.array([concept in row.concepts for row in rows])) for concept in concepts]
    weights = np.stack([column for column, _ in columns], axis=1)
    return _packed(places, idf, weights, np.array([bias for _, bias in columns], np.float32), concepts, threshold)


def _vocabulary(sentences: Sequence[Sequence[str]]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The features, words that occur at all and letter sequences that occur twice, and how rare each is."""
    seen = Counter(name for words in sentences for name in {name for name, _ in features(words)})
    kept = sorted(name for name, count in seen.items() if count > 1 or is_word(name) and " " not in name)
    idf = np.log((1 + len(sentences)) / (1 + np.array([seen[name] for name in kept]))) + 1
    return {name: place for place, name in enumerate(kept)}, idf.astype(np.float32)


def _matrix(sentences: Sequence[Sequence[str]], places: dict[str, int], idf: NDArray[np.float32]) -> csr_matrix:
    """One row a sentence; words and letter sequences are each brought to length one."""
    rows, columns, values = [], [], []
    for number, words in enumerate(sentences):
        names = {name for name, _ in features(words) if name in places}
        for kind in (True, False):
            own = sorted(places[name] for name in names if is_word(name) is kind)
            weights = idf[own]
            length = float(np.sqrt((weights ** 2).sum())) or 1.0
            rows += [number] * len(own)
            columns += own
            values += (weights / length).tolist()
    return csr_matrix((values, (rows, columns)), shape=(len(sentences), len(places)))


def _fit(matrix: csr_matrix, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.float32], float]:
    fitted = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", max_iter=300, random_state=7)
    fitted.fit(matrix, wanted)
    return fitted.coef_[0].astype(np.float32), float(fitted.intercept_[0])


def _packed(places: dict[str, int], idf: NDArray[np.float32], weights: NDArray[np.float32], bias: NDArray[np.float32],
            concepts: tuple[str, ...], threshold: float) -> Model:
    """Eight bits a weight, small ones left out, features without a weight too."""
    scale = np.abs(weights).max(axis=0) / 127
    small = np.rint(weights / scale).astype(np.int8)
    small[np.abs(small.astype(np.int16)) < SMALLEST] = 0
    used = [place for place in range(len(idf)) if small[place].any()]
    names = sorted(places, key=places.__getitem__)
    small = small[used]
    starts = np.concatenate([[0], np.cumsum((small != 0).sum(axis=1))]).astype(np.int32)
    rows, columns = np.nonzero(small)
    return Model({names[place]: number for number, place in enumerate(used)}, idf[used], starts, columns.astype(np.uint8),
                 small[rows, columns], scale.astype(np.float32), bias, np.full(len(concepts), threshold, np.float32), concepts)


def write(model: Model, path: Path) -> None:
    """Write a model as a file of arrays, the same bytes for the same model."""
    names = sorted(model.places, key=model.places.__getitem__)
    np.savez_compressed(
        path, names=np.frombuffer("\n".join(names).encode(), np.uint8), idf=model.idf.astype(np.float16), starts=model.starts,
        columns=model.columns, weights=model.weights, scale=model.scale, bias=model.bias, threshold=model.threshold,
        concepts=np.frombuffer("\n".join(model.concepts).encode(), np.uint8))
