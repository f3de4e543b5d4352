"""Wordings of one or more words, kept so that a sentence is asked only for those whose words it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Words of one expression; "*" stands for up to twelve words between its neighbours.
Expression = tuple[str, ...]
GAP = "*"
Entry = tuple[int, Expression, T]   # number, words and thing
_NOTHING: Sequence[Any] = ()


def key(words: Expression) -> str:
    """The longest word of an expression: no sentence without it has the expression, and few have it by chance.

    >>> key(("take", "*", "to", "court"))
    'court'
    """
    return max(words, key=len)


class Wordings(Generic[T]):
    """Things in order, each with an expression: found by its first word and by the next one that is no gap.

    >>> closing = Wordings([(("shut", "*", "doors"), "close"), (("shut", "up"), "silence"), (("shut",), "shut")])
    >>> [thing for _, _, thing in closing.among("shut", ("their",), frozenset({"shut", "doors"}))]
    ['close', 'shut']
    """

    def __init__(self, pairs: Iterable[tuple[Expression, T]]) -> None:
        pairs = list(pairs)
        self.keys = frozenset(key(words) for words, _ in pairs)
        self._begun: dict[str, _Begun[T]] = {}
        for number, (words, thing) in enumerate(pairs):
            begun = self._begun.get(words[0]) or self._begun.setdefault(words[0], _Begun([], {}, {}))
            if len(words) == 1:
                entries = begun.alone
            elif words[1] != GAP:
                entries = begun.next.setdefault(words[1], [])
            else:   # a gap at the end asks for nothing
                second = next((word for word in words[2:] if word != GAP), "")
                entries = begun.later.setdefault(second, []) if second else begun.alone
            entries.append((number, words, thing))
        self.firsts = frozenset(self._begun)   # the words that an expression begins with

    def among(self, first: str, behind: Iterable[str], here: frozenset[str]) -> Sequence[Entry[T]]:
        """Number, words and thing of each expression that begins with a word and goes on with one that stands right behind it,
        or after a gap with one of those that are here, in order.
        """
        begun = self._begun.get(first)
        if begun is None:
            return _NOTHING
        found, following, later = begun
        if following:
            for word in behind:
                if word in following:
                    found = [*found, *following[word]]
        for word in later.keys() & here if later else ():
            found = [*found, *later[word]]
        return sorted(found, key=_number) if found is not begun.alone and len(found) > 1 else found


class _Begun(NamedTuple, Generic[T]):
    """What begins with one word: the word alone, by the word right behind it, by the next one behind a gap."""

    alone: list[Entry[T]]
    next: dict[str, list[Entry[T]]]
    later: dict[str, list[Entry[T]]]


def _number(entry: Entry[T]) -> int:
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
    def marked(self) -> tuple[tuple[int, Expression], ...]:
        """Those that are marks for more than words, such as "@child", with their numbers."""
        return tuple((number, words) for number, words in enumerate(self) if words[0].startswith("@"))

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first words of all."""
        return frozenset(words[0] for words in self)

    @cached_property
    def keys(self) -> frozenset[str]:
        """A word of each: where none of these stands, none of the expressions does."""
        return frozenset(key(words) for words in self)
