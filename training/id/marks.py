"""Which treebank the small model is told that it reads: GSD and PUD label in ways of their own, each has a mark.

News, our own trees and CSUI have none: what nobody marks is read as news. The mark stands in the tags (`Token.tag_`), which the
pipeline neither reads nor writes otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import registry

from training.id import augment, own, sources
from training.id.conllu import Tree

GSD, PUD, NONE = "gsd", "pud", ""
BANKS = {"gsd": GSD, sources.OLD: GSD, "pud": PUD, "csui": NONE}
TESTS = {"GSD": GSD, "CSUI": NONE}
OWN_TIMES = 4  # times that our own trees come, beyond the times that they come in `own.learnt`

Trees = Mapping[str, Sequence[Tree]]


def learnt(banks: Trees, silver: Trees, rng: Random) -> dict[str, list[Tree]]:
    """What the small model learns from, by mark: today's trees three times, others once, and copies of both.

    `silver` holds what the teacher says, by the treebank whose ways it was asked for.
    """
    found: dict[str, list[Tree]] = {mark: [] for mark in (GSD, PUD, NONE)}
    for bank, mark in BANKS.items():
        trees, today = list(banks[bank]), bank != sources.OLD
        found[mark] += trees * (3 if today else 1) + list(augment.variants(trees * (2 if today else 1), rng))
        found[mark] += silver.get(bank, ())
    for _ in range(OWN_TIMES):
        found[NONE] += own.learnt(rng)
    return found


def by_mark(banks: Trees) -> dict[str, list[Tree]]:
    """The trees of some treebanks by mark."""
    return {mark: [tree for bank, trees in banks.items() if BANKS[bank] == mark for tree in trees] for mark in (GSD, PUD, NONE)}


@registry.readers("marked_trees.v1")  # type: ignore[untyped-decorator]
def reader(path: Path) -> Callable[[Language], Iterator[Example]]:
    """Examples of the documents in a file, their marks on the words that the model sees."""
    def read(nlp: Language) -> Iterator[Example]:
        for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
            yield Example(bare(nlp, gold), gold)
    return read


def bare(nlp: Language, gold: Doc) -> Doc:
    """The document's words with their marks and nothing else."""
    return Doc(nlp.vocab, words=[token.text for token in gold], spaces=[bool(token.whitespace_) for token in gold],
               tags=[token.tag_ for token in gold])
