"""A slow, better parser that teaches the one that ships: layers of a multilingual encoder, trained on with our trees.

It needs torch, which nothing else in the project does. What it knows reaches the shipped model only through the trees
and names that it gives to raw news (`silver`).

Shapes: `b` sentences of a batch, `p` word pieces, `w` words (an artificial root goes first), `h` width of the encoder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.id.conllu import Tree, Word
from training.id.encoder import Encoder

DEPTH, FROZEN = 7, 2  # layers used of twelve, and how many of them keep their weights
ARC, LABEL = 320, 128  # widths of what words offer to heads and to labels
UNTOLD = ""  # the treebank of a sentence whose treebank is not told
UNTOLD_SHARE, UNSEEN_SHARE = 0.15, 0.03  # of sentences that learn without their treebank, and of words without their form


@dataclass(frozen=True)
class Example:
    """Forms of a sentence with a tree, with names, or with neither; `weight` multiplies its loss.

    `bank` names the treebank: each labels in its own way, and the file of 2017 is often wrong.
    """

    forms: tuple[str, ...]
    tree: Tree | None = None
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    bank: str = UNTOLD


@dataclass(frozen=True)
class Labels:
    """What can be told apart: relations, parts of speech with features, names, and treebanks."""

    relations: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    banks: tuple[str, ...]


def labels(examples: Iterable[Example]) -> Labels:
    """All labels of the examples, sorted."""
    seen = list(examples)
    words = [word for example in seen if example.tree for word in example.tree.words]
    return Labels(tuple(sorted({word.rel for word in words})), tuple(sorted({_kind(word) for word in words})),
                  tuple(sorted({tag for example in seen for tag in example.tags})),
                  tuple(sorted({UNTOLD, *(example.bank for example in seen)})))


def _kind(word: Word) -> str:
    return f"{word.upos}|{word.feats}"


class Layer(nn.Module):
    """One layer of the encoder, with the weights of the file."""

    def __init__(self, source: Encoder, number: int) -> None:
        super().__init__()
        self.heads = source.heads
        width, inner, name = source.width, source.inner, f"l{number}."
        self.q, self.k, self.v, self.out = (_linear(source, name + part, width, width) for part in ("q", "k", "v", "ao"))
        self.wide, self.narrow = _linear(source, name + "fi", width, inner), _linear(source, name + "fo", inner, width)
        self.after_attention, self.after_feed = (_norm(source, name + part) for part in ("aln", "oln"))
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, p, h = x.shape
        q, k, v = (part(x).view(b, p, self.heads, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = self.after_attention(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, p, h))))
        fed = self.narrow(F.gelu(self.wide(x), approximate="tanh"))
        done: Tensor = self.after_feed(x + self.dropout(fed))
        return done


def _linear(source: Encoder, name: str, inputs: int, outputs: int) -> nn.Linear:
    linear = nn.Linear(inputs, outputs)
    linear.weight.data = torch.tensor(source.rows(f"{name}.w", inputs, slice(None), outputs))
    linear.bias.data = torch.tensor(source.plain(f"{name}.b", outputs))
    return linear


def _norm(source: Encoder, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(source.width, eps=float(source.epsilon))
    norm.weight.data = torch.tensor(source.plain(f"{name}.w", source.width))
    norm.bias.data = torch.tensor(source.plain(f"{name}.b", source.width))
    return norm


class Biaffine(nn.Module):
    """Scores of (dependent, head) pairs: one matrix for each of `outputs` labels."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        left, right = (torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1) for x in (dependent, head))
        return torch.einsum("bdi,oij,bhj->bodh", left, self.weight, right)


class Teacher(nn.Module):
    """Heads, relations, parts of speech with features and names, all from the same states."""

    def __init__(self, source: Encoder, names: Labels) -> None:
        super().__init__()
        self.source, self.labels = source, names
        self.layers = nn.ModuleList(Layer(source, number) for number in range(DEPTH))
        self.first = _norm(source, "emb.ln")
        self.root = nn.Parameter(torch.randn(source.width) * 0.1)
        self.offers = nn.ModuleList(_offer(source.width, size) for size in (ARC, ARC, LABEL, LABEL))
        self.arcs, self.relations = Biaffine(ARC, 1), Biaffine(LABEL, len(names.relations))
        self.kinds, self.names = (nn.Linear(source.width, len(found)) for found in (names.kinds, names.names))
        self.banks = nn.Embedding(len(names.banks), source.width)
        nn.init.zeros_(self.banks.weight)
        self.dropout = nn.Dropout(0.2)
        for module in (self.first, *self.layers[:FROZEN]):
            module.requires_grad_(False)

    def old(self) -> list[nn.Parameter]:
        """The encoder's weights that learn."""
        return [weight for weight in self.layers.parameters() if weight.requires_grad]

    def new(self) -> list[nn.Parameter]:
        """The weights that the encoder did not have."""
        old = set(map(id, self.layers.parameters()))
        return [weight for weight in self.parameters() if weight.requires_grad and id(weight) not in old]

    def states(self, sentences: Sequence[Sequence[str]], banks: Sequence[str]) -> tuple[Tensor, Tensor]:
        """States of words (b, w, h), the root's first, and which of them are real (b, w); `banks` as in Example."""
        split = [[self._pieces(form) for form in forms] for forms in sentences]
        numbers, mask = self._padded(split)
        x = self._embedded(numbers)
        with torch.no_grad():
            for layer in self.layers[:FROZEN]:
                x = layer(x, mask)
        x = x + self.banks(torch.tensor([self._bank(bank) for bank in banks]))[:, None]
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        return self._words(x, split)

    def _pieces(self, form: str) -> list[int]:
        pieces = self.source.pieces
        unseen = self.training and torch.rand(()).item() < UNSEEN_SHARE
        return [pieces.unknown] if unseen else pieces.split(form) or [pieces.unknown]

    def _bank(self, bank: str) -> int:
        untold = self.training and torch.rand(()).item() < UNTOLD_SHARE
        return self.labels.banks.index(UNTOLD if untold else bank)

    def _padded(self, split: list[list[list[int]]]) -> tuple[Tensor, Tensor]:
        pieces = self.source.pieces
        rows = [[pieces.begin, *(n for word in words for n in word), pieces.end] for words in split]
        longest = max(map(len, rows))
        numbers = torch.tensor([row + [pieces.end] * (longest - len(row)) for row in rows])
        return numbers, torch.tensor([[i < len(row) for i in range(longest)] for row in rows])

    def _embedded(self, numbers: Tensor) -> Tensor:
        unique, places = numbers.unique(return_inverse=True)
        width = self.source.width
        rows = torch.tensor(self.source.words(unique.tolist()))[places]
        at = torch.tensor(self.source.plain("emb.pos", numbers.shape[1] * width)).view(-1, width)
        with torch.no_grad():
            done: Tensor = self.first(rows + at + torch.tensor(self.source.plain("emb.type", width)))
        return done

    def _words(self, x: Tensor, split: list[list[list[int]]]) -> tuple[Tensor, Tensor]:
        """The mean of each word's pieces."""
        longest = max(map(len, split))
        share = x.new_zeros(len(split), longest, x.shape[1])
        for i, words in enumerate(split):
            at = 1
            for j, word in enumerate(words):
                share[i, j, at:at + len(word)] = 1 / len(word)
                at += len(word)
        words_ = torch.cat([self.root.expand(len(split), 1, -1), share @ x], 1)
        return self.dropout(words_), torch.tensor([[i <= len(words) for i in range(longest + 1)] for words in split])

    def arc_scores(self, states: Tensor, real: Tensor) -> Tensor:
        """Scores (b, w, w) of each word's heads; no word is its own head."""
        scores: Tensor = self.arcs(self.offers[0](states), self.offers[1](states))[:, 0]
        barred = ~real[:, None, :] | torch.eye(states.shape[1], dtype=torch.bool)
        return scores.masked_fill(barred, -1e4)

    def relation_scores(self, states: Tensor, heads: Tensor) -> Tensor:
        """Scores (b, w, relations) of the arc from each word to the given head."""
        head = self.offers[3](states)
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        left, right = (torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1) for x in (self.offers[2](states), head))
        return torch.einsum("bwi,oij,bwj->bwo", left, self.relations.weight, right)


def _offer(width: int, size: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, size), nn.LeakyReLU(0.1), nn.Dropout(0.33))


def loss(teacher: Teacher, batch: Sequence[Example]) -> Tensor:
    """Mean loss of a batch; all its examples have trees, or all have names."""
    states, real = teacher.states([example.forms for example in batch], [example.bank for example in batch])
    weight = torch.tensor([example.weight for example in batch])[:, None].expand(real.shape)[:, 1:]
    inside, weight = real[:, 1:], weight[real[:, 1:]]
    if batch[0].tree is None:
        known = {tag: i for i, tag in enumerate(teacher.labels.names)}
        gold = rows([[known[tag] for tag in example.tags] for example in batch])
        return _mean(teacher.names(states[:, 1:])[inside], gold[inside], weight)
    trees = [example.tree for example in batch if example.tree]
    heads = rows([[0, *(0 if w.head == i else w.head + 1 for i, w in enumerate(tree.words))] for tree in trees])
    relations = {rel: i for i, rel in enumerate(teacher.labels.relations)}
    kinds = {kind: i for i, kind in enumerate(teacher.labels.kinds)}
    gold_relations = rows([[relations[w.rel] for w in tree.words] for tree in trees])
    gold_kinds = rows([[kinds[_kind(w)] for w in tree.words] for tree in trees])
    return (_mean(teacher.arc_scores(states, real)[:, 1:][inside], heads[:, 1:][inside], weight)
            + _mean(teacher.relation_scores(states, heads)[:, 1:][inside], gold_relations[inside], weight)
            + 0.5 * _mean(teacher.kinds(states[:, 1:])[inside], gold_kinds[inside], weight))


def rows(lists: Sequence[list[int]]) -> Tensor:
    """Lists of numbers as one matrix, filled up with zeros."""
    longest = max(map(len, lists))
    return torch.tensor([one + [0] * (longest - len(one)) for one in lists])


def _mean(scores: Tensor, gold: Tensor, weight: Tensor) -> Tensor:
    return (F.cross_entropy(scores, gold, reduction="none") * weight).mean()
