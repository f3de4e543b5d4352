"""A parsed sentence as a tree: who hangs on whom, which clause a word stands in, where an expression occurs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from kg.lexicon import GAP, Expression
from kg.model import Sentence, Span, Token

T = TypeVar("T")

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
_GAP_WORDS = 12


class Tree:
    """Navigation over the tokens of one sentence. Tokens are named by their index."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._known: dict[Hashable, Any] = {}

    def once(self, name: Hashable, read: Callable[[], T]) -> T:
        """What `read` makes of the sentence, worked out the first time it is asked for under this name."""
        if name not in self._known:
            self._known[name] = read()
        known: T = self._known[name]
        return known

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def _children(self) -> list[list[int]]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return below

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = {}
        for token in self.tokens:
            for word in {token.lower, token.lemma}:
                where.setdefault(word, []).append(token.index)
        return where

    def where(self, word: str) -> list[int]:
        """The places where a word stands, by form or lemma, in order."""
        return self._positions.get(word, [])

    def vocabulary(self) -> frozenset[str]:
        """The forms and lemmas that stand here."""
        return frozenset(self._positions)

    def children(self, index: int, *slots: str) -> list[int]:
        """The words that hang on this one, all or those in the given slots."""
        return [child for child in self._children[index] if not slots or self.tokens[child].slot in slots]

    def ancestors(self, index: int) -> Iterator[int]:
        """The governing words from the nearest to the root."""
        seen = {index}
        while (head := self.tokens[index].head) not in seen:
            seen.add(head)
            yield head
            index = head

    def below(self, index: int) -> Iterator[int]:
        """The word and everything under it, nearest first."""
        waiting, seen = [index], {index}
        while waiting:
            current = waiting.pop(0)
            yield current
            fresh = [child for child in self._children[current] if child not in seen]
            seen.update(fresh)
            waiting.extend(fresh)

    def governs(self, upper: int, lower: int) -> bool:
        """Whether `lower` hangs under `upper`, at whatever depth; a word governs itself."""
        return upper == lower or upper in self.ancestors(lower)

    def verb_above(self, index: int) -> int | None:
        """The nearest governing verb, the word itself counted."""
        if self.tokens[index].pos in VERBAL:
            return index
        return next((upper for upper in self.ancestors(index) if self.tokens[upper].pos in VERBAL), None)

    def conjuncts(self, index: int) -> list[int]:
        """The word and those coordinated with it."""
        found = [index]
        for current in found:
            found.extend(child for child in self.children(current, "conjunct") if child not in found)
        return found

    def span(self, indices: Sequence[int]) -> Span:
        """From the first to the last of these words, in the article's text."""
        return Span(self.tokens[min(indices)].span.start, self.tokens[max(indices)].span.end)

    def within(self, span: Span) -> list[int]:
        """The words inside a span of the article."""
        return [token.index for token in self.tokens if span.covers(token.span)]

    def text_between(self, left: int, right: int) -> list[str]:
        """The lower-case words strictly between two words."""
        return [token.lower for token in self.tokens[left + 1:right]]

    def match(self, words: Expression, start: int) -> tuple[int, ...]:
        """The words of an expression from `start` on, or nothing: each matches a form or a lemma."""
        places = self._positions
        if start not in places.get(words[0], ()):
            return ()
        if len(words) == 1:
            return (start,)
        if not all(word == GAP or word in places for word in words):
            return ()
        found: list[int] = []
        position = start
        for number, word in enumerate(words):
            if word == GAP:
                continue
            reach = _GAP_WORDS if number and words[number - 1] == GAP else 0
            hit = next((i for i in self.where(word) if position <= i <= position + reach), None)
            if hit is None:
                return ()
            found.append(hit)
            position = hit + 1
        return tuple(found)

    def says(self, index: int, word: str) -> bool:
        """Whether the token is this word, by form or lemma."""
        return index in self.where(word)

    def find(self, expressions: Sequence[Expression]) -> Iterator[tuple[int, ...]]:
        """Every place where one of the expressions stands."""
        by_place: dict[int, tuple[int, ...]] = {}
        for words in expressions:
            for start in self.where(words[0]):
                if start not in by_place and (hit := self.match(words, start)):
                    by_place[start] = hit
        yield from (by_place[start] for start in sorted(by_place))
