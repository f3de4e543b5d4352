"""Scores on the test files: parts of speech, trees, sentence ends, names, speed. Nothing here may guide a choice.

Trees are scored on the treebanks' own tokens, with split-off clitics merged back, one sentence a document. Sentence
ends are scored on documents of ten sentences of plain text.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training.id import domain, marks, sources
from training.id.conllu import Tree, Word, read_trees
from training.id.corpus import name_doc, tree_doc
from training.id.sources import Tagged, read_names

RELATIONS = ("nsubj", "nsubj:pass", "obj", "acl:relcl", "conj", "ccomp", "advcl", "parataxis", "appos")


@dataclass(frozen=True)
class Counts:
    """How often something was right, found, and there to be found, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[tuple[object, ...]], gold: set[tuple[object, ...]]) -> None:
        """Count two sets of items; an item's last part is its kind."""
        for counter, items in ((self.right, found & gold), (self.found, found), (self.gold, gold)):
            counter.update(str(item[-1]) for item in items)

    def f(self, *kinds: str) -> float:
        """F score in percent, of some kinds or of all together."""
        right, found, gold = (sum(counter[kind] for kind in kinds or counter)
                              for counter in (self.right, self.found, self.gold))
        return 200 * right / max(1, found + gold)


def report(nlp: Language, data: Path) -> Iterator[str]:
    """All scores as lines of text, in percent."""
    for name, path in sources.TREE_TESTS.items():
        gold = read_trees(data / path)
        for mark in dict.fromkeys(("", marks.TESTS[name])):
            yield from tree_lines(f"{name}, told that it is {name}" if mark else name, nlp, gold, mark)
        yield f"{name}: sentence F {sentence_f(nlp, gold):.1f}, {speed(nlp, gold):,.0f} words per CPU second"
    for name, path in sources.NAME_TESTS.items():
        counts = name_counts(nlp, read_names(data / path))
        kinds = ", ".join(f"{kind} {counts.f(kind):.1f}" for kind in sorted(counts.gold))
        yield f"{name}: names F {counts.f():.1f} ({kinds})"
    yield from domain.lines(nlp)


def tree_lines(name: str, nlp: Language, gold: Sequence[Tree], mark: str = "") -> Iterator[str]:
    """Parts of speech and trees of one test file; `mark` tells the model which treebank it is reading."""
    guessed = [parsed(nlp, tree, mark) for tree in gold]
    words = [pair for a, b in zip(gold, guessed) for pair in zip(a.words, b.words)]
    plain = [pair for pair in words if pair[0].rel != "punct"]
    tagged = 100 * sum(a.upos == b.upos for a, b in words) / len(words)
    lemmas = 100 * sum(a.lemma.lower() == b.lemma.lower() for a, b in words) / len(words)
    arcs = Counts()
    for right, guess in zip(gold, guessed):
        arcs.add(_arcs(guess), _arcs(right))
    yield f"{name}: UPOS {tagged:.1f}; lemmas {lemmas:.1f}; all words {_attached(words)}; without punctuation {_attached(plain)}"
    yield f"{name}: LAS-F " + ", ".join(f"{relation} {arcs.f(relation):.1f}" for relation in RELATIONS)


def _attached(words: Sequence[tuple[Word, Word]]) -> str:
    heads = sum(a.head == b.head for a, b in words)
    both = sum((a.head, a.rel) == (b.head, b.rel) for a, b in words)
    return f"UAS {100 * heads / len(words):.1f} LAS {100 * both / len(words):.1f}"


def _arcs(tree: Tree) -> set[tuple[object, ...]]:
    return {(i, word.head, word.rel) for i, word in enumerate(tree.words)}


def parsed(nlp: Language, tree: Tree, mark: str = "") -> Tree:
    """The tree that the pipeline gives to the same tokens."""
    doc = _run(nlp, tree_doc(nlp.vocab, [tree], mark))
    return Tree(tree.id, tuple(Word(token.text, token.pos_, token.head.i, "root" if token.dep_ == "ROOT" else token.dep_,
                                    lemma=token.lemma_) for token in doc))


def _run(nlp: Language, gold: Doc) -> Doc:
    doc = marks.bare(nlp, gold)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def sentence_f(nlp: Language, gold: Sequence[Tree]) -> float:
    """F score of whole sentences, found in plain text of ten sentences a document."""
    counts = Counts()
    for group in _tens(gold):
        doc = tree_doc(nlp.vocab, group)
        counts.add(_spans(nlp(doc.text)), _spans(doc))
    return counts.f()


def _tens(trees: Iterable[Tree]) -> Iterator[list[Tree]]:
    rest = iter(trees)
    while group := list(islice(rest, 10)):
        yield group


def _spans(doc: Doc) -> set[tuple[object, ...]]:
    return {(sent.start_char, sent.start_char + len(sent.text), "sentence") for sent in doc.sents}


def speed(nlp: Language, gold: Sequence[Tree]) -> float:
    """Words per second of processor time, on documents of ten sentences."""
    texts = [tree_doc(nlp.vocab, group).text for group in _tens(gold)]
    list(nlp.pipe(texts[:3]))  # the first call loads more than the later ones
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - start)


def name_counts(nlp: Language, gold: Sequence[Tagged]) -> Counts:
    """Names found on the corpus' own tokens, right only if both ends and the kind are."""
    counts = Counts()
    for named in gold:
        doc = name_doc(nlp.vocab, [named])
        counts.add(_names(_run(nlp, doc)), _names(doc))
    return counts


def _names(doc: Doc) -> set[tuple[object, ...]]:
    return {(name.start, name.end, name.label_) for name in doc.ents}
