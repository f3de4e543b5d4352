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
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+|[\"“”]")
_DIGIT = re.compile(r"\d")
SHORTEST, LONGEST = 3, 5   # letters of a sequence, the blank at a word's edge counted
_MOST_WORDS = 50_000


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
    the `scale` of its concept. `seen` keeps the features of words that it has met.
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
    seen: dict[str, tuple[str, _Rows]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def is_word(self) -> NDArray[np.bool_]:
        """Which rows are of words and pairs of words."""
        return np.array([is_word(name) for name in self.places], np.bool_)

    @cached_property
    def scaled(self) -> NDArray[np.float32]:
        """The weights, each times the scale of its concept."""
        return (self.weights * self.scale[self.columns]).astype(np.float32)

    @cached_property
    def ways(self) -> list[tuple[int, str]]:
        """The columns that are of ways of saying and not of concepts, with their names."""
        return [(i, name) for i, name in enumerate(self.concepts) if ":" not in name]


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
    found = _weighed(model, _known(model, [text[start:end] for start, end in places]))
    totals = np.bincount(found.columns, found.weights, len(model.concepts)) + model.bias
    likely = 1 / (1 + np.exp(-totals))
    said = {name: float(likely[i]) for i, name in model.ways}
    sure = [i for i in np.flatnonzero(likely >= model.threshold).tolist() if ":" in model.concepts[i]]
    proposals = (Proposal(*_named(model.concepts[i]), float(likely[i]), found.shares(i, len(places)))
                 for i in sorted(sure, key=lambda i: -likely[i]))
    return Opinion(tuple(proposals), said)


@dataclass(frozen=True)
class _Weighed:
    """The weights that a sentence's features bring, flat: of which concept, how much, and of which feature."""

    columns: NDArray[np.uint8]
    weights: NDArray[np.float32]
    features: NDArray[np.int64]
    rows: list[int]
    by_word: list[_Rows]

    def shares(self, column: int, words: int) -> tuple[float, ...]:
        """What each word adds to a concept; a feature's weight is shared by the words that it comes from."""
        shares = [0.0] * words
        mine = self.columns == column
        for feature, weight in zip(self.features[mine].tolist(), self.weights[mine].tolist(), strict=True):
            sources = self._sources[self.rows[feature]]
            for word in sources:
                shares[word] += weight / len(sources)
        return tuple(shares)

    @cached_property
    def _sources(self) -> dict[int, list[int]]:
        """The words, in order, that each feature comes from, by its row."""
        sources: dict[int, set[int]] = {}
        for index, rows in enumerate(self.by_word):
            for row in (*rows.own, *rows.pair, *rows.letters):
                sources.setdefault(row, set()).update((index, index + 1) if row in rows.pair else (index,))
        return {row: sorted(words) for row, words in sources.items()}


def _weighed(model: Model, by_word: list[_Rows]) -> _Weighed:
    found = list(dict.fromkeys(row for rows in by_word for part in rows for row in part))
    rows = np.array(found, np.int64)
    values, own = model.idf[rows], model.is_word[rows]
    for mine in (own, ~own):   # words and letter sequences are each brought to length one
        values[mine] /= float(np.sqrt((values[mine] ** 2).sum())) or 1.0
    starts = model.starts[rows]
    sizes = model.starts[rows + 1] - starts
    feature = np.repeat(np.arange(len(rows)), sizes)
    ends = np.cumsum(sizes)
    flat = np.arange(len(feature)) + np.repeat(starts - ends + sizes, sizes)
    return _Weighed(model.columns[flat], model.scaled[flat] * values[feature], feature, found, by_word)


class _Rows(NamedTuple):
    """The rows of a word's features: its own, those of the pair that it begins, and those of its letter sequences."""

    own: tuple[int, ...]
    pair: tuple[int, ...]
    letters: tuple[int, ...]


def _known(model: Model, words: Sequence[str]) -> list[_Rows]:
    """The features of each word that the model knows."""
    alone = [model.seen.get(word) or _rows(model, word) for word in words]
    pairs = [model.places.get(f"#{left} {right}") for (left, _), (right, _) in pairwise(alone)]
    return [rows if pair is None else rows._replace(pair=(pair,)) for (_, rows), pair in zip(alone, [*pairs, None], strict=False)]


def _rows(model: Model, word: str) -> tuple[str, _Rows]:
    """A word as its features spell it, and their rows; kept, for the same words come again and again."""
    names = [name for name, _ in features([word])]
    own, *letters = ((model.places[name],) if name in model.places else () for name in dict.fromkeys(names))
    if len(model.seen) >= _MOST_WORDS:
        model.seen.clear()
    model.seen[word] = found = names[0][1:], _Rows(own, (), tuple(row for one in letters for row in one))
    return found


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
