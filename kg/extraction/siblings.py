"""Two people with one surname: "brothers Lars and Nils Hovde", "kakak beradik Lars dan Nils Hovde"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_NEAR = 3   # how far before the first name the word may stand that makes them a family


def full_names(names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The first name as it stands, and with the surname of the other."""
    for first, second in zip(names, names[1:]):
        tree, words = trees[first.sentence], second.text.split()
        if first.sentence == second.sentence and first.last + 2 == second.first and len(words) == 2 and " " not in first.text:
            joined = tree[first.last + 1].lower in lexicon.words["and_words"]
            before = tree.tokens[max(0, first.first - _NEAR):first.first]
            if joined and any({token.lower, token.lemma} & lexicon.words["siblings"] for token in before):
                yield first.text, f"{first.text} {words[-1]}"
