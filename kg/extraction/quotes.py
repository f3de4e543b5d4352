"""Who is quoted where: the stretches of an article between quotation marks, with their speakers.

Quotes run across sentences; the speaker stands before, after or between. A quote with no speaker of its own in the
same paragraph continues the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Article, Span

_OPENING = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENS = re.compile("|".join(_OPENING))


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks, in the block with this number."""

    span: Span
    block: int


@dataclass
class Quotes:
    """The quotes of an article and, as sentences are read, the node of each quote's speaker."""

    quotes: tuple[Quote, ...] = ()
    speakers: dict[int, str] = field(default_factory=dict)

    def around(self, offset: int) -> int | None:
        """The number of the quote that a character stands in."""
        for number, quote in enumerate(self.quotes):
            if quote.span.start <= offset < quote.span.end:
                return number
        return None

    def touching(self, span: Span) -> list[int]:
        """The numbers of the quotes that share characters with a span."""
        return [number for number, quote in enumerate(self.quotes) if quote.span.overlaps(span)]

    def speaker(self, number: int) -> str:
        """The node of the speaker, "" if nobody is named: also the one of the quote before in the same paragraph."""
        if number in self.speakers:
            return self.speakers[number]
        before = number - 1
        if before in self.speakers and self.quotes[before].block == self.quotes[number].block:
            return self.speakers[before]
        return ""


def find(article: Article) -> Quotes:
    """The quotes of an article, block by block; a mark that is never closed opens nothing.

    Scare quotes of one to three words are no quotes.
    """
    return Quotes(tuple(quote for number, block in enumerate(article.blocks)
                        for quote in _in_block(article.text, block.span, number)))


def _in_block(text: str, block: Span, number: int) -> Iterator[Quote]:
    position = block.start
    while opening := _OPENS.search(text, position, block.end):
        position = opening.start()
        end = text.find(_OPENING[opening[0]], position + 1, block.end)
        if end > 0 and len(text[position:end].split()) > 3:
            yield Quote(Span(position, end + 1), number)
        position = end + 1 if end > 0 else position + 1
