"""What the teacher learns, and what it says of sentences afterwards."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import nn

from training.id import own
from training.id.besttree import best_tree
from training.id.conllu import Tree, Word
from training.id.encoder import Encoder
from training.id.silver import Guess
from training.id.sources import OLD, OURS, Tagged
from training.id.stages import kept
from training.id.teacher import UNTOLD, Example, Labels, Teacher, labels, loss, rows

BATCH = 1000  # word pieces
LONGEST = 160  # word pieces of a sentence
RATES = (2e-4, 2e-3)  # of the encoder's layers and of what is new
EPOCHS = 3
LATE_RATES = (2e-4, 1.5e-3)
ROUNDS = 5  # through the trees alone, after the epochs
SEED = 7
WEIGHTS = "weights.pt"

Banks = Mapping[str, Sequence[Tree]]


def examples(trees: Sequence[Tree], names: Sequence[Tagged]) -> list[Example]:
    """Each sentence once; those that the training data holds more than once weigh more."""
    often = Counter(tree.forms for tree in trees)
    first = {tree.forms: tree for tree in reversed(trees)}
    parsed = [Example(forms, tree=tree, weight=1.5 if often[forms] > 1 else 1.0) for forms, tree in first.items()]
    return parsed + [Example(named.forms, tags=named.tags) for named in names]


def of_banks(banks: Banks) -> list[Example]:
    """The trees with their treebanks, for the rounds that know these."""
    return [_told(tree, bank) for bank, trees in banks.items() for tree in trees]


def _told(tree: Tree, bank: str, weight: float = 1.0) -> Example:
    return Example(tree.forms, tree=tree, weight=weight, bank=bank)


def batches(teacher: Teacher, examples: Sequence[Example], rng: Random) -> Iterator[list[Example]]:
    """Examples of like size and kind together, in mixed order; over-long ones are left out."""
    sizes = [sum(len(teacher.source.pieces.split(form)) for form in example.forms) for example in examples]
    order = sorted((i for i, size in enumerate(sizes) if size <= LONGEST),
                   key=lambda i: (examples[i].tree is None, sizes[i] + rng.random() * 6))
    found: list[list[Example]] = []
    room = 0
    for i in order:
        if not found or room < sizes[i] or (found[-1][0].tree is None) != (examples[i].tree is None):
            found.append([])
            room = BATCH
        found[-1].append(examples[i])
        room -= sizes[i]
    rng.shuffle(found)
    yield from found


def share(epoch: float, epochs: int) -> float:
    """Share of the full rate: up within a fifth of an epoch, slowly down to a half, in the last epoch to nothing."""
    slow = 1 - 0.5 * epoch / max(1, epochs - 1)
    return min(1.0, 5 * epoch, max(slow, 0.5) if epoch < epochs - 1 else max(0.0, 0.5 * (epochs - epoch)))


def pupil(source: Encoder, examples: Iterable[Example]) -> Teacher:
    """A teacher that has learnt nothing yet, and knows what the examples tell apart."""
    torch.manual_seed(SEED)
    return Teacher(source, labels(examples))


def kept_lesson(teacher: Teacher, settings: str, folder: Path, lesson: Callable[[], Iterable[float]]) -> None:
    """Give the lesson, or take the weights that it left in `folder` in an earlier run."""
    def give() -> None:
        for value in lesson():
            print(f"{folder.name}: mean loss {value:.3f}", file=sys.stderr, flush=True)
        torch.save(teacher.state_dict(), folder / WEIGHTS)

    teacher.load_state_dict(torch.load(kept(folder, settings, give) / WEIGHTS))


def teach(teacher: Teacher, examples: Sequence[Example], *, epochs: int) -> Iterator[float]:
    """Train; after each epoch the mean loss comes out, so that the caller can measure and save."""
    yield from _learn(teacher, repeat(examples, epochs), RATES, lambda step, size: share(step / size, epochs))


def refine(teacher: Teacher, banks: Banks) -> Iterator[float]:
    """Go on with trees alone, each told its treebank; what stays is the mean of the weights of the later steps.

    Mean losses come out as from `teach`.
    """
    mean = Mean(teacher)
    yield from _learn(teacher, _rounds(teacher, banks), LATE_RATES,
                      lambda step, size: min(1.0, step / 100) * max(0.0, 1 - step / size / ROUNDS), mean)
    mean.take()


def _rounds(teacher: Teacher, banks: Banks) -> Iterator[list[Example]]:
    """What each round reads: today's treebanks twice, our own trees three times, the file of 2017 once, as less sure."""
    rng = Random(SEED)
    newer = of_banks({bank: trees for bank, trees in banks.items() if bank not in (OLD, OURS)})
    old = [_told(tree, OLD, 0.7) for tree in banks[OLD]]
    for _ in range(ROUNDS):
        ours = [own.renamed(tree, rng) if copy else tree for copy in range(3) for tree in banks[OURS]]
        yield newer * 2 + old + [_told(tree, OURS) for tree in ours]


class Mean:
    """The mean of a teacher's weights over its steps, the later ones counting more."""

    def __init__(self, teacher: Teacher) -> None:
        self._teacher, self._steps = teacher, 0
        self._weights = {name: weight.clone() for name, weight in teacher.state_dict().items()}

    def add(self) -> None:
        """Take in the weights after a step; every fifth is enough."""
        self._steps += 1
        kept = min(0.99, self._steps / (self._steps + 50))
        if self._steps % 5 == 0:
            for name, weight in self._teacher.state_dict().items():
                self._weights[name].mul_(kept).add_(weight, alpha=1 - kept)

    def take(self) -> None:
        """Give the mean to the teacher."""
        self._teacher.load_state_dict(self._weights)


def _learn(teacher: Teacher, rounds: Iterable[Sequence[Example]], rates: tuple[float, float],
           share: Callable[[int, int], float], mean: Mean | None = None) -> Iterator[float]:
    """`share` is that of the full rate at a step, where a round has so many steps."""
    torch.manual_seed(SEED)
    rng = Random(SEED)
    groups = [{"params": part, "lr": rate} for part, rate in zip((teacher.old(), teacher.new()), rates)]
    optimizer, step = torch.optim.AdamW(groups, weight_decay=0.01), 0
    for examples in rounds:
        teacher.train()
        losses, found = [], list(batches(teacher, examples, rng))
        for batch in found:
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * share(step, len(found))
            losses.append(_step(teacher, optimizer, batch))
            step += 1
            if mean:
                mean.add()
        yield float(np.mean(losses))


def _step(teacher: Teacher, optimizer: torch.optim.Optimizer, batch: Sequence[Example]) -> float:
    optimizer.zero_grad()
    value = loss(teacher, batch)
    value.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
    optimizer.step()
    return float(value.item())


def guesses(teacher: Teacher, sentences: Sequence[Tree], *, bank: str = UNTOLD) -> Iterator[Guess]:
    """Trees and names of sentences, in their order, labelled as in the given treebank.

    What the sentences say of heads and labels is not looked at.
    """
    teacher.eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words))
    done: dict[int, Guess] = {}
    with torch.no_grad():
        for start in range(0, len(order), 32):
            part = order[start:start + 32]
            done.update(zip(part, _guess(teacher, [sentences[i] for i in part], bank)))
    return (done[i] for i in range(len(sentences)))


def _guess(teacher: Teacher, sentences: Sequence[Tree], bank: str) -> Iterator[Guess]:
    states, real = teacher.states([tree.forms for tree in sentences], [bank] * len(sentences))
    arcs = teacher.arc_scores(states, real).log_softmax(-1)
    trees = [best_tree(scores[:len(tree.words) + 1, :len(tree.words) + 1].numpy())
             for scores, tree in zip(arcs, sentences)]
    relations = teacher.relation_scores(states, rows([[0, *heads] for heads in trees]))[:, 1:]
    relations[..., teacher.labels.relations.index("root")] = -1e4
    kinds, names = teacher.kinds(states[:, 1:]).argmax(-1), teacher.names(states[:, 1:]).argmax(-1)
    for i, (tree, heads) in enumerate(zip(sentences, trees)):
        words = tuple(_labelled(teacher.labels, word, at, head, int(rel), int(kind)) for at, (word, head, rel, kind)
                      in enumerate(zip(tree.words, heads, relations[i].argmax(-1), kinds[i])))
        tags = begun(teacher.labels.names[int(tag)] for tag in names[i][:len(words)])
        sure = float(np.exp(arcs[i].numpy()[np.arange(1, len(words) + 1), heads]).mean())
        yield Guess(Tree(tree.id, words), Tagged(tree.forms, tags), sure)


def begun(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags, with a name begun where one goes on that never began.

    >>> begun(["I-PER", "I-PER", "O", "B-LOC", "I-ORG"])
    ('B-PER', 'I-PER', 'O', 'B-LOC', 'B-ORG')
    """
    done: list[str] = []
    for tag in tags:
        goes_on = tag.startswith("I-") and done and done[-1][2:] == tag[2:]
        done.append(tag if tag == "O" or goes_on else f"B-{tag[2:]}")
    return tuple(done)


def _labelled(names: Labels, word: Word, at: int, head: int, rel: int, kind: int) -> Word:
    upos, _, feats = names.kinds[kind].partition("|")
    return Word(word.form, upos, head - 1 if head else at, names.relations[rel] if head else "root", feats, word.space)
