"""What the teacher learns, and what it says of sentences afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

import numpy as np
import torch
from torch import nn

from training.id.besttree import best_tree
from training.id.conllu import Tree, Word
from training.id.silver import Guess
from training.id.sources import Tagged
from training.id.teacher import Example, Labels, Teacher, loss, rows

BATCH = 1000  # word pieces
LONGEST = 160  # word pieces of a sentence
RATES = (2e-4, 2e-3)  # of the encoder's layers and of what is new
EPOCHS = 3
SEED = 7


def examples(trees: Sequence[Tree], names: Sequence[Tagged]) -> list[Example]:
    """Each sentence once; those that the training data holds more than once weigh more."""
    often = Counter(tree.forms for tree in trees)
    first = {tree.forms: tree for tree in reversed(trees)}
    parsed = [Example(forms, tree=tree, weight=1.5 if often[forms] > 1 else 1.0) for forms, tree in first.items()]
    return parsed + [Example(named.forms, tags=named.tags) for named in names]


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


def teach(teacher: Teacher, examples: Sequence[Example], *, epochs: int) -> Iterator[float]:
    """Train; after each epoch the mean loss comes out, so that the caller can measure and save."""
    torch.manual_seed(SEED)
    rng = Random(SEED)
    steps = len(list(batches(teacher, examples, Random(SEED))))
    groups = [{"params": part, "lr": rate} for part, rate in zip((teacher.old(), teacher.new()), RATES)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share(step / steps, epochs))
    for _ in range(epochs):
        teacher.train()
        losses = []
        for batch in batches(teacher, examples, rng):
            optimizer.zero_grad()
            value = loss(teacher, batch)
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(value.item())
        yield float(np.mean(losses))


def guesses(teacher: Teacher, sentences: Sequence[Tree]) -> Iterator[Guess]:
    """Trees and names of sentences, in their order; what they say of heads and labels is not looked at."""
    teacher.eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words))
    done: dict[int, Guess] = {}
    with torch.no_grad():
        for start in range(0, len(order), 32):
            part = order[start:start + 32]
            done.update(zip(part, _guess(teacher, [sentences[i] for i in part])))
    return (done[i] for i in range(len(sentences)))


def _guess(teacher: Teacher, sentences: Sequence[Tree]) -> Iterator[Guess]:
    states, real = teacher.states([tree.forms for tree in sentences])
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
