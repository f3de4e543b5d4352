"""A parsed sentence as a tree: who hangs on whom, which clause a word stands in, where an expression occurs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, Self, TypeVar

from kg.model import Sentence, Span, Token
from kg.wordings import GAP, Expression, Expressions, Wordings

T = TypeVar("T")

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})
_GAP_WORDS = 12


class Standing(NamedTuple, Generic[T]):
    """A thing whose expression stands in a sentence: the word by which it was found, its number in the list, its place."""

    thing: T
    word: str
    number: int
    words: tuple[int, ...]


class Tree(tuple[Token, ...]):
    """The tokens of one sentence, and navigation over them. Tokens are named by their index."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    def __new__(cls, sentence: Sentence) -> Self:
        """The tree of a parsed sentence."""
        return super().__new__(cls, sentence.tokens)

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._known: dict[Hashable, Any] = {}
        self._ancestors: dict[int, list[int]] = {}
        self._standing: dict[int, tuple[Wordings[Any], Any]] = {}
        self._finds: dict[int, tuple[Expressions, Sequence[tuple[int, ...]]]] = {}

    def once(self, name: Hashable, read: Callable[[], T]) -> T:
        """What `read` makes of the sentence, worked out the first time it is asked for under this name."""
        try:
            known: T = self._known[name]
        except KeyError:
            known = self._known[name] = read()
        return known

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
        for index, token in enumerate(self.tokens):
            where.setdefault(token.lower, []).append(index)
            if token.lemma != token.lower:
                where.setdefault(token.lemma, []).append(index)
        return where

    @cached_property
    def said(self) -> frozenset[str]:
        """All forms and lemmas of the sentence."""
        return frozenset(self._positions)

    def where(self, word: str) -> Sequence[int]:
        """The places where a word stands, by form or lemma, in order."""
        return self._positions.get(word, ())

    def children(self, index: int, *slots: str) -> list[int]:
        """The words that hang on this one, all or those in the given slots."""
        below = self._children[index]
        if not below or not slots:
            return below[:]
        tokens, found = self.tokens, []
        for child in below:
            if tokens[child].slot in slots:
                found.append(child)
        return found

    def ancestors(self, index: int) -> Iterator[int]:
        """The governing words from the nearest to the root."""
        above = self._ancestors.get(index)
        if above is None:
            above, seen, lower = [], {index}, index
            while (head := self.tokens[lower].head) not in seen:
                seen.add(head)
                above.append(head)
                lower = head
            self._ancestors[index] = above
        return iter(above)

    def depth(self, index: int) -> int:
        """How many words govern this one, from the nearest to the root."""
        return self.once(("depth", index), lambda: len([*self.ancestors(index)]))

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
        for _ in self.tokens:
            if upper == lower:
                return True
            if self.tokens[lower].head == lower:
                return False
            lower = self.tokens[lower].head
        return False

    def verb_above(self, index: int) -> int | None:
        """The nearest governing verb, the word itself counted."""
        if self.tokens[index].pos in VERBAL:
            return index
        return next((upper for upper in self.ancestors(index) if self.tokens[upper].pos in VERBAL), None)

    def conjuncts(self, index: int) -> list[int]:
        """The word and those coordinated with it."""
        found = [index]
        if not self._coordinates:
            return found
        for current in found:
            found.extend(child for child in self.children(current, "conjunct") if child not in found)
        return found

    @cached_property
    def _coordinates(self) -> bool:
        return any(token.slot == "conjunct" for token in self.tokens)

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
        found, last, reach = [start], start, 1
        for word in words[1:]:
            if word == GAP:
                reach = _GAP_WORDS + 1
                continue
            for hit in places.get(word, ()):
                if last < hit <= last + reach:
                    break
            else:
                return ()
            found.append(hit)
            last, reach = hit, 1
        return tuple(found)

    def says(self, index: int, word: str) -> bool:
        """Whether the token is this word, by form or lemma."""
        return index in self.where(word)

    def standing(self, wordings: Wordings[T]) -> dict[int, list[Standing[T]]]:
        """What stands where: by place all that begins there, by the form of the word first and then by its lemma, in order."""
        known = self._standing.get(id(wordings))
        if known is None:   # the wordings are kept too, so that no others come to bear their id
            known = self._standing[id(wordings)] = wordings, self._found(wordings)
        found: dict[int, list[Standing[T]]] = known[1]
        return found

    def _found(self, wordings: Wordings[T]) -> dict[int, list[Standing[T]]]:
        found: dict[int, list[Standing[T]]] = {}
        tokens, said = self.tokens, self.said
        if wordings.keys.isdisjoint(said):
            return found
        for word in wordings.firsts & said:
            for start in self._positions[word]:
                after = tokens[start + 1] if start + 1 < len(tokens) else None
                behind = () if not after else (after.lower,) if after.lemma == after.lower else (after.lower, after.lemma)
                hits = [Standing(thing, word, number, hit) for number, words, thing in wordings.among(word, behind, said)
                        if (hit := (start,) if len(words) == 1 else self.match(words, start))]
                if hits:
                    before = found.get(start)
                    found[start] = hits if not before else [*hits, *before] if word == tokens[start].lower else [*before, *hits]
        return found

    def begins(self, expressions: Expressions, at: int) -> bool:
        """Whether one of the expressions begins at a word."""
        return not expressions.keys.isdisjoint(self.said) and at in self.standing(expressions.wordings)

    def find(self, expressions: Expressions) -> Sequence[tuple[int, ...]]:
        """Every place where one of the expressions stands; where several begin at one word, the first of the list."""
        known = self._finds.get(id(expressions))
        if known is None:   # the expressions are kept too, so that no others come to bear their id
            found = {} if expressions.keys.isdisjoint(self.said) else self.standing(expressions.wordings)
            places = [min(found[start], key=_number).words for start in sorted(found)] if found else ()
            known = self._finds[id(expressions)] = expressions, places
        return known[1]


def _number(standing: Standing[T]) -> int:
    return standing.number
