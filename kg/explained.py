"""Explanations as people and programs read them.

Invariant: no control character of an article's text comes out.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from kg.explanations import Evidence, Explanation
from kg.model import Span
from kg.tables import plain

_BEGIN, _END = "\x01", "\x02"  # `plain` leaves none of them in a text


def as_text(explanations: Iterable[Explanation], *, marks: tuple[str, str] = ("[[", "]]"), width: int = 80) -> str:
    """For reading, in lines of at most `width` columns; `marks` stand before and behind the words that gave a claim.

    Nothing that an article says reaches a terminal as a control character.
    """
    return "\n".join("\n".join(_lines(one, marks, width)) + "\n" for one in explanations)


def as_json(explanations: Iterable[Explanation]) -> str:
    """One list, in ASCII, so that no terminal obeys what an article says."""
    return json.dumps([_record(one) for one in explanations], indent=2) + "\n"


def _record(one: Explanation) -> dict[str, object]:
    return asdict(one) | {"evidence": [asdict(each) | {"explained": each.explained} for each in one.evidence]}


def _lines(one: Explanation, marks: tuple[str, str], width: int) -> Iterator[str]:
    triple = " | ".join(plain(name.label) for name in (one.subject, one.predicate, one.object))
    yield from _wrapped(triple, width)
    yield from _wrapped(f"{'Fact' if one.fact else 'Not a fact'}: {plain(one.why)}.", width)
    for each in one.evidence:
        head, *body = _paragraphs(each)
        yield ""
        yield from _wrapped(head, width, first=f"{each.number:>3}. ", rest="     ")
        yield from _marked((line for text in body for line in _wrapped(text, width, first="     ", rest="     ")), marks)


def _paragraphs(one: Evidence) -> Iterator[str]:
    by = f"said by {plain(one.speaker.label)}" if one.speaker else "no speaker named"
    yield f"{one.status}{', negated' if one.negated else ''}; {by}; {one.claim}"
    if one.withdrawn:
        yield f"withdrawn: {plain(one.withdrawn)}"
    yield _sentence(one)
    known = (one.publisher or "publisher unknown", one.published or "date unknown", one.url or one.article.label)
    yield ", ".join(plain(part) for part in known if part)
    sure = f"; confidence of this reading {one.confidence}" if one.confidence else ""
    yield plain(f"{one.explained} ({one.rule}){sure}")


def _sentence(one: Evidence) -> str:
    """The sentence in quotes, with the place of the trigger."""
    at = one.trigger or Span(0, 0)
    before, words, behind = (one.sentence[:at.start], at.of(one.sentence), one.sentence[at.end:])
    # a letter on either side keeps the spaces there from being lost
    before, behind = plain(before + "|")[:-1], plain("|" + behind)[1:]
    return f"\"{before}{_BEGIN}{plain(words)}{_END}{behind}\"" if one.trigger else f'"{before}{behind}"'


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    # the marks are four columns where they are brackets, and two characters here
    return textwrap.wrap(text, width - 2, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _marked(lines: Iterable[str], marks: tuple[str, str]) -> Iterator[str]:
    """Puts the marks in; what a terminal is told, unlike brackets, ends with the line and begins anew behind the indent."""
    is_open, for_terminal = False, not marks[0].isprintable()
    for line in lines:
        words = line.lstrip(" ")
        shown = line[:len(line) - len(words)] + (_BEGIN if is_open and for_terminal else "") + words
        is_open = shown.rfind(_BEGIN) > shown.rfind(_END) or is_open and _END not in line
        shown += _END if is_open and for_terminal else ""
        yield shown.replace(_BEGIN, marks[0]).replace(_END, marks[1])
