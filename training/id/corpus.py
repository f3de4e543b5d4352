"""Training and tuning sentences, kept clean of test sentences, and their files for spaCy.

Invariant: whatever `trees` and `names` hand out has passed `leaks.require_clean` against every test file, and the
training part against the tuning part too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.id import augment, domain, own, sources
from training.id.conllu import Tree, as_tokenized, read_trees
from training.id.leaks import leaks, require_clean
from training.id.sources import Tagged, read_names
from training.id.upgrade import learn

T = TypeVar("T")
SEED = 7
TUNE_GSD, TUNE_CSUI = 5, 11  # every 5th and every 11th sentence is for tuning
SIZES, LONGER = (1, 2, 3), (1, 1, 1, 2, 2, 3, 3, 5)  # sentences of a document, drawn from these
CLOSING, OPENING = frozenset(".,;:!?)]%”’"), frozenset("([“‘")


@dataclass(frozen=True)
class Parts(Generic[T]):
    """Sentences to learn from and sentences to tune on; `dropped` counts copies of test sentences left out."""

    learn: list[T]
    tune: list[T]
    dropped: int


def held_out(data: Path) -> list[tuple[str, ...]]:
    """The forms of every test sentence: of treebanks, of name corpora, and of our own on the domain."""
    parsed = [as_tokenized(tree).forms for name in sources.TREE_TESTS.values() for tree in read_trees(data / name)]
    named = [one.forms for name in sources.NAME_TESTS.values() for one in read_names(data / name)]
    return parsed + named + [tuple(re.findall(r"[\w-]+|\S", case.text)) for case in domain.read()]


def trees(data: Path) -> Parts[Tree]:
    """Treebank sentences with today's labels; the smaller, newer treebanks count twice. Raises LanguageError."""
    gsd, csui, pud, old, old_dev = (
        [as_tokenized(tree) for tree in read_trees(data / name)]
        for name in (sources.GSD_DEV, sources.CSUI_TRAIN, sources.PUD, sources.GSD_2017_TRAIN, sources.GSD_2017_DEV))
    tune = gsd[::TUNE_GSD] + csui[::TUNE_CSUI]
    newer = [t for bank, step in ((gsd, TUNE_GSD), (csui, TUNE_CSUI)) for i, t in enumerate(bank) if i % step] + pud
    pairs = [(before, after) for i, (before, after) in enumerate(zip(old_dev, gsd)) if i % TUNE_GSD]
    upgrade = learn(pairs, newer)
    return clean(newer * 2 + [upgrade.tree(tree) for tree in old], tune, held_out(data), lambda tree: tree.forms)


def by_bank(data: Path, trees: Sequence[Tree]) -> dict[str, list[Tree]]:
    """The trees once each, by the treebank that they are from. Raises LanguageError."""
    bank = {as_tokenized(tree).forms: bank for bank, name in sources.BANKS.items() for tree in read_trees(data / name)}
    found: dict[str, list[Tree]] = {name: [] for name in (*sources.BANKS, sources.OLD)}
    for tree in {tree.forms: tree for tree in reversed(trees)}.values():
        found[bank.get(tree.forms, sources.OLD)].append(tree)
    return found


def ours(data: Path) -> list[Tree]:
    """The trees of our own, none of them near a test sentence."""
    return clean(own.learnt(Random(SEED)), [], held_out(data), lambda tree: tree.forms).learn


def names(data: Path) -> Parts[Tagged]:
    """Sentences with names; tuning is the two corpora's own second files. Raises LanguageError."""
    train, tune = ([named for part in parts for named in read_names(data / part)]
                   for parts in ((sources.IDNER_TRAIN, sources.NERGRIT_TRAIN),
                                 (sources.IDNER_DEV, sources.NERGRIT_DEV)))
    return clean(train, tune, held_out(data), lambda named: named.forms)


def clean(train: list[T], tune: list[T], tests: Sequence[Sequence[str]],
          forms: Callable[[T], Sequence[str]]) -> Parts[T]:
    """Both parts without copies of test sentences, training without copies of tuning sentences, and proof of it."""
    kept_tune = _without(tune, tests, forms)
    kept_train = _without(train, [*tests, *map(forms, kept_tune)], forms)
    require_clean([forms(one) for one in kept_tune], tests, "tuning data")
    require_clean([forms(one) for one in kept_train], [*tests, *map(forms, kept_tune)], "training data")
    return Parts(kept_train, kept_tune, len(train) + len(tune) - len(kept_train) - len(kept_tune))


def _without(sentences: list[T], tests: Sequence[Sequence[str]], forms: Callable[[T], Sequence[str]]) -> list[T]:
    copies = set(leaks([forms(one) for one in sentences], tests))
    return [one for i, one in enumerate(sentences) if i not in copies]


def write_trees(parts: Parts[Tree], folder: Path, more: Sequence[Tree] = ()) -> None:
    """Write train.spacy and dev.spacy; news-like variants, and `more` as it is, go into training only."""
    rng = Random(SEED)
    _write(tree_docs([*parts.learn, *augment.variants(parts.learn, rng), *more], rng), folder / "train.spacy")
    _write(tree_docs(parts.tune, rng), folder / "dev.spacy")


def write_marked(learn: Mapping[str, list[Tree]], tune: Mapping[str, list[Tree]], folder: Path) -> None:
    """Write train.spacy and dev.spacy of trees by their marks (`marks`); documents of up to five sentences, one mark each."""
    rng = Random(SEED)
    for name, parts, sizes in (("train", learn, LONGER), ("dev", tune, SIZES)):
        docs = [doc for mark, parsed in parts.items() for doc in tree_docs(parsed, rng, mark=mark, sizes=sizes)]
        rng.shuffle(docs)
        _write(docs, folder / f"{name}.spacy")


def write_names(parts: Parts[Tagged], folder: Path, more: Sequence[Tagged] = ()) -> None:
    """The same for named entities."""
    rng = Random(SEED)
    _write(name_docs([*parts.learn, *augment.name_variants(parts.learn, rng), *more], rng), folder / "train.spacy")
    _write(name_docs(parts.tune, rng), folder / "dev.spacy")


def _write(docs: Iterable[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"],
           docs=docs).to_disk(path)


def tree_docs(parsed: Iterable[Tree], rng: Random, *, mark: str = "", sizes: Sequence[int] = SIZES) -> Iterator[Doc]:
    """Documents of some sentences each in mixed order: documents of one teach no sentence ends."""
    vocab = Vocab()
    return (tree_doc(vocab, group, mark) for group in _glued(list(parsed), rng, sizes))


def name_docs(named: Iterable[Tagged], rng: Random) -> Iterator[Doc]:
    """The same for sentences with names."""
    vocab = Vocab()
    return (name_doc(vocab, group) for group in _glued(list(named), rng, SIZES))


def _glued(sentences: list[T], rng: Random, sizes: Sequence[int]) -> Iterator[list[T]]:
    rng.shuffle(sentences)
    at = 0
    while at < len(sentences):
        size = rng.choice(sizes)
        yield sentences[at:at + size]
        at += size


def tree_doc(vocab: Vocab, group: Sequence[Tree], mark: str = "") -> Doc:
    """One spaCy document of the given trees, a blank between them, `mark` on every word."""
    words = [(word, start) for start, tree in zip(_starts(group), group) for word in tree.words]
    ends = {start + len(tree.words) - 1 for start, tree in zip(_starts(group), group)}
    return Doc(vocab, words=[word.form for word, _ in words],
               spaces=[word.space or i in ends for i, (word, _) in enumerate(words)],
               tags=[mark] * len(words), pos=[word.upos for word, _ in words], morphs=[word.feats for word, _ in words],
               heads=[word.head + start for word, start in words],
               deps=["ROOT" if word.head + start == i else word.rel for i, (word, start) in enumerate(words)])


def _starts(group: Sequence[Tree]) -> list[int]:
    return [sum(len(tree.words) for tree in group[:i]) for i in range(len(group))]


def name_doc(vocab: Vocab, group: Sequence[Tagged]) -> Doc:
    """One spaCy document of the given tagged sentences."""
    forms = [form for named in group for form in named.forms]
    return Doc(vocab, words=forms, spaces=spacing(forms), ents=[tag for named in group for tag in named.tags])


def spacing(forms: Sequence[str]) -> list[bool]:
    """Whether a blank follows each token, guessed from punctuation.

    >>> spacing(["Ia", "(", "25", ")", "tiba", "."])
    [True, False, False, True, False, True]
    """
    after = [*forms[1:], ""]
    return [form not in OPENING and following not in CLOSING | {""} or not following
            for form, following in zip(forms, after)]
