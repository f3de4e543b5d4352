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
_MOST_WORDS = 50_000   # whose features are kept
_AT_ONCE = 64   # sentences


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
    seen: dict[str, _Word] = field(init=False, default_factory=dict, repr=False, compare=False)

    @cached_property
    def is_word(self) -> NDArray[np.bool_]:
        """Which rows are of words and pairs of words."""
        return np.array([is_word(name) for name in self.places], np.bool_)

    @cached_property
    def table(self) -> NDArray[np.int8]:
        """The weights as a table, not yet scaled: a row a feature, a column a concept; a few megabytes, mostly noughts."""
        table = np.zeros((len(self.places), len(self.concepts)), np.int8)
        table[np.repeat(np.arange(len(self.places)), np.diff(self.starts)), self.columns] = self.weights
        return table

    @cached_property
    def is_concept(self) -> NDArray[np.bool_]:
        """Which columns are of concepts; the others are of ways of saying."""
        return np.array([":" in name for name in self.concepts], np.bool_)


def features(words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The features of a sentence with the words that they come from, repeated where they occur again.

    >>> [name for name, _ in features(["X", "sue"])]
    ['#x', '#x sue', '^x$', '#sue', '^su', 'sue', 'ue$', '^sue', 'sue$', '^sue$']
    """
    lower = [_spelt(word) for word in words]
    for index, word in enumerate(lower):
        yield f"#{word}", (index,)
        if index + 1 < len(lower):
            yield f"#{word} {lower[index + 1]}", (index, index + 1)
        for letters in _letters(word):
            yield letters, (index,)


def _letters(word: str) -> list[str]:
    """The letter sequences of a word; a word shorter than they are has one."""
    edged = f"^{word}$"
    longest = max(SHORTEST, min(LONGEST, len(edged)))
    return [edged[at:at + size] for size in range(SHORTEST, longest + 1) for at in range(max(1, len(edged) - size + 1))]


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
class Proposal:
    """A concept that a sentence seems to speak of, and how likely."""

    kind: str
    concept: str
    probability: float
    sentence: _Sentence = field(repr=False, compare=False)
    column: int = field(repr=False, compare=False)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """For each word of the sentence, as `words_of` gives them, its share in that."""
        return self.sentence.shares(self.column)


@dataclass(frozen=True)
class Opinion:
    """What the model makes of a sentence: the concepts that it proposes, and how likely everything is that it knows.

    `likely` has the likelihood of each concept ("outcome:fine") and of each way of saying ("harm-denied").
    """

    proposals: tuple[Proposal, ...] = ()
    likely: Mapping[str, float] = field(default_factory=dict)


def read(model: Model, texts: Sequence[str]) -> list[Opinion]:
    """The model's opinions of sentences, of each the likeliest concepts first; many sentences are reckoned at once."""
    return [opinion for first in range(0, len(texts), _AT_ONCE) for opinion in _read(model, texts[first:first + _AT_ONCE])]


def _read(model: Model, texts: Sequence[str]) -> Iterator[Opinion]:
    sentences = _sentences(model, texts)
    totals = np.array([one.values @ model.table.take(one.rows, axis=0).astype(np.float32) for one in sentences])
    likely = 1 / (1 + np.exp(-(totals * model.scale + model.bias)))
    sure = [np.flatnonzero(one).tolist() for one in (likely >= model.threshold) & model.is_concept]
    for sentence, columns, chances in zip(sentences, sure, likely.tolist(), strict=True):
        proposals = (Proposal(*_named(model.concepts[i]), chances[i], sentence, i)
                     for i in sorted(columns, key=lambda i: -chances[i]))
        yield Opinion(tuple(proposals), dict(zip(model.concepts, chances, strict=True)))


class _Sentence(NamedTuple):
    """A sentence as the model reads it: the rows of its features, each once, what each counts, its words and its pairs."""

    model: Model
    rows: NDArray[np.int64]
    values: NDArray[np.float32]
    words: list[_Word]
    pairs: list[int]

    def shares(self, column: int) -> tuple[float, ...]:
        """What each word adds to a concept; a feature's weight is shared by the words that it comes from."""
        weights = self.model.table[self.rows, column] * self.values * self.model.scale[column]
        features, words = self._sources()
        parts = weights.astype(np.float64)[features] / np.bincount(features, minlength=len(self.rows))[features]
        return tuple(np.bincount(words, parts, len(self.words)).tolist())

    def _sources(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which features come from which words: the numbers of a feature and of a word for each pair of them, in order."""
        pairs = [(row, word) for index, row in enumerate(self.pairs) if row >= 0 for word in (index, index + 1)]
        rows = np.concatenate([*(word.rows for word in self.words), np.array([row for row, _ in pairs], np.int64)])
        words = [word for word, rows_of in enumerate(self.words) for _ in range(len(rows_of.rows))] + [word for _, word in pairs]
        both = _distinct(np.searchsorted(self.rows, rows) * len(self.words) + np.array(words, np.int64))
        return both // len(self.words), both % len(self.words)


def _sentences(model: Model, texts: Sequence[str]) -> list[_Sentence]:
    words = [[model.seen.get(word) or _word(model, word) for word in _WORD.findall(text)] for text in texts]
    parts = [word.rows for here in words for word in here]
    paired = [_pairs(model, here) for here in words]
    parts.append(np.array([row for rows in paired for row in rows if row >= 0], np.int64))
    numbers = np.arange(len(texts))
    texts_of = np.append(np.repeat(numbers, np.array([len(here) for here in words], np.int64)), numbers)
    sizes = np.array([*map(len, parts[:-1]), *(len(rows) - rows.count(-1) for rows in paired)], np.int64)
    of = np.repeat(texts_of, sizes)
    of, rows = np.divmod(_distinct(of * len(model.places) + np.concatenate(parts)), len(model.places))
    # words and letter sequences of a sentence are each brought to length one
    kinds = of * 2 + model.is_word[rows]
    lengths = np.sqrt(np.bincount(kinds, model.idf[rows] ** 2, 2 * len(texts)))
    values: NDArray[np.float32] = np.divide(model.idf[rows], np.where(lengths, lengths, 1)[kinds], dtype=np.float32)
    ends = np.searchsorted(of, np.arange(len(texts) + 1)).tolist()
    return [_Sentence(model, rows[first:end], values[first:end], here, pairs)
            for (first, end), here, pairs in zip(pairwise(ends), words, paired, strict=True)]


def _distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each number once, in order."""
    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


class _Word(NamedTuple):
    """A word as features spell it, and the rows of its features: its own and those of its letter sequences."""

    spelt: str
    rows: NDArray[np.int64]


def _pairs(model: Model, words: Sequence[_Word]) -> list[int]:
    """The row of the pair that each word makes with the next, -1 where the model does not know it."""
    return [model.places.get(f"#{left.spelt} {right.spelt}", -1) for left, right in pairwise(words)]


def _word(model: Model, word: str) -> _Word:
    """A word as features spell it; kept, for the same words come again and again."""
    spelt, places = _spelt(word), model.places
    rows = [row for name in (f"#{spelt}", *_letters(spelt)) if (row := places.get(name)) is not None]
    if len(model.seen) >= _MOST_WORDS:
        model.seen.clear()
    model.seen[word] = found = _Word(spelt, np.array(rows, np.int64))
    return found


def _spelt(word: str) -> str:
    """A word in small letters, each of its figures a nought."""
    return _DIGIT.sub("0", word.lower())


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
