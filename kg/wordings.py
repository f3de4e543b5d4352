"""Wordings of one or more words, kept so that a sentence is asked only for those whose words it has."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Set
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")

# Words of one expression; "*" stands for up to twelve words between its neighbours.
Expression = tuple[str, ...]
GAP = "*"


class Wordings(Generic[T]):
    """Things in order, each with an expression: found by its first word and by the next one that is no gap.

    >>> closing = Wordings([(("shut", "*", "doors"), "close"), (("shut", "up"), "silence"), (("shut",), "shut")])
    >>> [thing for _, _, thing in closing.among("shut", {"they", "shut", "their", "doors"})]
    ['close', 'shut']
    """

    def __init__(self, pairs: Iterable[tuple[Expression, T]]) -> None:
        self._alone: dict[str, list[tuple[int, Expression, T]]] = {}
        self._longer: dict[str, dict[str, list[tuple[int, Expression, T]]]] = {}
        self._firsts: dict[str, None] = {}
        for number, (words, thing) in enumerate(pairs):
            self._firsts[words[0]] = None
            second = next((word for word in words[1:] if word != GAP), "")
            index = self._longer.setdefault(words[0], {}) if second else self._alone
            index.setdefault(second or words[0], []).append((number, words, thing))

    @property
    def firsts(self) -> KeysView[str]:
        """The words that an expression begins with."""
        return self._firsts.keys()

    def among(self, first: str, here: Set[str]) -> list[tuple[int, Expression, T]]:
        """Number, words and thing of each expression that begins with a word and has its next one among those that are here,
        in order.
        """
        alone, longer = self._alone.get(first, []), self._longer.get(first)
        seconds = longer.keys() & here if longer else ()
        if not longer or not seconds:
            return alone
        return sorted((*alone, *(one for word in seconds for one in longer[word])), key=_number)


def _number(entry: tuple[int, Expression, T]) -> int:
    return entry[0]


class Expressions(tuple[Expression, ...]):
    """Expressions in order, and an index of them."""

    @cached_property
    def wordings(self) -> Wordings[Expression]:
        """The expressions by the words that they begin with."""
        return Wordings((words, words) for words in self)

    @cached_property
    def longest_first(self) -> Expressions:
        """The same, the longest first."""
        return Expressions(sorted(self, key=len, reverse=True))

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first words of all."""
        return frozenset(words[0] for words in self)
