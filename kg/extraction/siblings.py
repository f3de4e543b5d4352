"""Two people named together: "brothers Lars and Nils Hovde", "dua sahabat, Lars Hovde dan Nils Brekke"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_THINGS = ("company", "legal form", "authority", "watchdog", "body", "body-like", "platform", "domain", "geography", "city")
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


def partners(names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon, votes: Mapping[str, Counter[str]],
             kinds: Mapping[str, str]) -> Iterator[str]:
    """"Lars Hovde dan Nils Brekke": a name of two or three words that nothing calls a thing, and "and" joins it to a person's."""
    for pair in zip(names, names[1:]):
        first, second = pair
        joined = first.sentence == second.sentence and first.last + 2 == second.first and (
            trees[first.sentence][first.last + 1].lower in lexicon.words["and_words"])
        for name, other in (pair, pair[::-1]) if joined and not lexicon.check_pos else ():
            plain = name.last - name.first in (1, 2) and not any(votes[name.text][sign] for sign in _THINGS)
            if plain and not kinds.get(name.text) and kinds.get(other.text) == "Person" and " " in other.text:
                yield name.text
