"""What a sentence speaks of, by a small linear model: a second opinion where no wording of the lexicon is found.

The model knows words, pairs of words and letter sequences of three to five, each with a weight for every concept
("outcome:fine", "harm:grooming"), learnt from marked sentences (`training/concepts`). It is a logistic regression a
concept, so it explains itself: the words that weigh most are the trigger. It proposes; who did what to whom, in which
status and by whose word, is read by the same rules as for a wording that is listed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+|[\"“”]")
_DIGIT = re.compile(r"\d")
SHORTEST, LONGEST = 3, 5   # letters of a sequence, the blank at a word's edge counted


@dataclass(frozen=True, slots=True)
class Proposal:
    """A concept that a sentence seems to speak of, how likely, and for each word of the sentence its share in that."""

    kind: str
    concept: str
    probability: float
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Model:
    """The weights of one language: `places` are the rows of the features, `weights` one row a feature, one column a concept.

    `idf` weighs a feature by its rarity; `bias` and `threshold` have one number a concept. A weight is a whole number times
    the `scale` of its concept.
    """

    places: dict[str, int]
    idf: NDArray[np.float32]
    starts: NDArray[np.int32]
    columns: NDArray[np.uint8]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    threshold: NDArray[np.float32]
    concepts: tuple[str, ...]


def features(words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The features of a sentence with the words that they come from, repeated where they occur again.

    >>> [name for name, _ in features(["X", "sue"])]
    ['#x', '#x sue', '^x$', '#sue', '^su', 'sue', 'ue$', '^sue', 'sue$', '^sue$']
    """
    lower = [_DIGIT.sub("0", word.lower()) for word in words]
    for index, word in enumerate(lower):
        yield f"#{word}", (index,)
        if index + 1 < len(lower):
            yield f"#{word} {lower[index + 1]}", (index, index + 1)
        edged = f"^{word}$"
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(max(1, len(edged) - size + 1)):
                yield edged[at:at + size], (index,)
            if len(edged) <= size:
                break


def words_of(text: str) -> list[tuple[int, int]]:
    """Where the words of a sentence stand.

    >>> words_of("It's X.")
    [(0, 2), (3, 4), (5, 6)]
    """
    return [found.span() for found in _WORD.finditer(text)]


def is_word(name: str) -> bool:
    """Whether a feature is a word or a pair of words and no letter sequence."""
    return name.startswith("#")


@dataclass(frozen=True)
class Opinion:
    """What the model makes of a sentence: the concepts that it proposes, and how likely each way of saying is.

    `said` has the likelihood of "harm-denied", "outcome-hypothetical" and the like.
    """

    proposals: tuple[Proposal, ...] = ()
    said: Mapping[str, float] = field(default_factory=dict)


def read(model: Model, text: str) -> Opinion:
    """The model's opinion of a sentence, the likeliest concepts first; `shares` are by the words of `words_of`."""
    places = words_of(text)
    found = _weighed(model, [text[start:end] for start, end in places])
    totals = np.bincount(found.columns, found.weights, len(model.concepts)) + model.bias
    likely = 1 / (1 + np.exp(-totals))
    chosen = [int(i) for i in np.argsort(-likely, kind="stable") if ":" in model.concepts[i] and likely[i] >= model.threshold[i]]
    said = {name: float(likely[i]) for i, name in enumerate(model.concepts) if ":" not in name}
    proposals = (Proposal(*_named(model.concepts[i]), float(likely[i]), found.shares(i, len(places))) for i in chosen)
    return Opinion(tuple(proposals), said)


@dataclass(frozen=True)
class _Weighed:
    """The weights that a sentence's features bring, flat: of which concept, how much, and of which feature."""

    columns: NDArray[np.uint8]
    weights: NDArray[np.float32]
    features: NDArray[np.int64]
    sources: list[tuple[int, ...]]

    def shares(self, column: int, words: int) -> tuple[float, ...]:
        """What each word adds to a concept; a feature's weight is shared by the words that it comes from."""
        shares = [0.0] * words
        mine = self.columns == column
        for feature, weight in zip(self.features[mine].tolist(), self.weights[mine].tolist(), strict=True):
            for word in self.sources[feature]:
                shares[word] += weight / len(self.sources[feature])
        return tuple(shares)


def _weighed(model: Model, words: Sequence[str]) -> _Weighed:
    sources: dict[str, set[int]] = {}
    for name, come_from in features(words):
        if name in model.places:
            sources.setdefault(name, set()).update(come_from)
    rows = np.array([model.places[name] for name in sources], np.int64)
    own_words = np.array([is_word(name) for name in sources], np.bool_)
    values = model.idf[rows]
    for kind in (True, False):   # words and letter sequences are each brought to length one
        values[own_words == kind] /= float(np.sqrt((values[own_words == kind] ** 2).sum())) or 1.0
    sizes = model.starts[rows + 1] - model.starts[rows]
    feature = np.repeat(np.arange(len(rows)), sizes)
    flat = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(model.starts[rows], sizes)
    columns = model.columns[flat]
    weights = model.weights[flat] * model.scale[columns] * values[feature]
    return _Weighed(columns, weights.astype(np.float32), feature, [tuple(sorted(one)) for one in sources.values()])


def _named(concept: str) -> tuple[str, str]:
    kind, _, name = concept.partition(":")
    return kind, name


def fingerprint(lang: str) -> str:
    """Hex SHA-256 of the model of a language, "" if it has none."""
    path = files("kg.extraction") / "concept_models" / f"{lang}.npz"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@lru_cache(maxsize=4)
def load(lang: str) -> Model | None:
    """The model of a language that ships with the tool, None if it has none."""
    path = files("kg.extraction") / "concept_models" / f"{lang}.npz"
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        names = bytes(data["names"]).decode("utf-8").split("\n")
        return Model({name: place for place, name in enumerate(names)}, data["idf"].astype(np.float32), data["starts"],
                     data["columns"], data["weights"], data["scale"], data["bias"], data["threshold"],
                     tuple(bytes(data["concepts"]).decode("utf-8").split("\n")))
