"""The dateline that opens an article: "RIGA, Nov 8 (Reuters) - ", "Jakarta, Example.com -", "Pune, October 11: "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.articles.dates import is_day
from kg.articles.words import words

_DASH = re.compile(r"\s+(?:--?|–|—)(?:\s+|$)|—\s*|\s*--\s+")
_COLON = re.compile(r":\s+(?=[^\W\d_a-z]|[“\"])")
_SITE = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6}")
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:de |da |do |del |la |of |the |upon )?[^\W\d_a-z][\w.'’-]*){0,3}")
_BRACKETS = re.compile(r"\s*\(([^()]{2,40})\)$")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's length in characters with what parts it from the text, its words, and the publisher it names."""

    length: int = 0
    text: str = ""
    publisher: str = ""


def read(paragraph: str) -> Dateline:
    """The dateline at the start of a paragraph; its length is 0 if there is none.

    >>> read("RIGA, Nov 8 (Reuters) - The site has closed.")
    Dateline(length=24, text='RIGA, Nov 8 (Reuters)', publisher='Reuters')
    >>> read("Strangly - the chat site - has closed.").length
    0
    """
    dash = _DASH.search(paragraph, 0, _LONGEST)
    if not dash or not dash.start():
        return _dated(paragraph)
    head = paragraph[:dash.start()]
    parts = _parts(head)
    follows = paragraph[dash.end():dash.end() + 1]
    agency = next((part for part in parts if _is_agency(part)), "")
    fits = not follows or not follows.islower() or bool(agency and "(" in head)
    if not (fits and parts and all(map(_is_part, parts)) and any(map(_is_sure, parts))):
        return Dateline()
    return Dateline(dash.end(), head, _publisher(parts, bracketed=head.endswith(")")))


def _dated(paragraph: str) -> Dateline:
    """A dateline that ends in a colon: only a place with a day is sure enough."""
    colon = _COLON.search(paragraph, 0, _LONGEST // 2)
    parts = _parts(paragraph[:colon.start()]) if colon else []
    sure = len(parts) > 1 and _PLACE.fullmatch(parts[0]) and all(map(_is_part, parts)) and any(
        is_day(part) and not part.isdigit() for part in parts[1:])
    return Dateline(colon.end(), paragraph[:colon.start()], "") if colon and sure else Dateline()


def _parts(head: str) -> list[str]:
    """The parts between commas, then the words in brackets."""
    bracketed = _BRACKETS.search(head)
    rest = head[:bracketed.start()] if bracketed else head
    parts = [part.strip() for part in re.split(r"[,|]|\s/\s", rest)]
    return [*filter(None, parts), *([bracketed[1].strip()] if bracketed else [])][:6]


def _is_part(part: str) -> bool:
    return _is_agency(part) or is_day(part) or bool(_SITE.fullmatch(part) or _PLACE.fullmatch(part))


def _is_sure(part: str) -> bool:
    """Whether no sentence would open with this part and a dash: a site, an agency, a day, a known or shouted place."""
    shouted = part.isupper() and len(part) > 2 and bool(_PLACE.fullmatch(part))
    return shouted or _is_agency(part) or bool(_SITE.fullmatch(part)) or part.casefold() in words("places") or (
        is_day(part) and not part.isdigit()
    )


def _is_agency(part: str) -> bool:
    return part.casefold() in words("agencies")


def _publisher(parts: list[str], *, bracketed: bool) -> str:
    """The site, else the agency; a site in capitals is put in small letters: "ANDALPOST.COM" is Andalpost.com."""
    site = next((part for part in parts if _SITE.fullmatch(part)), "")
    if not site:
        named = [part for part in parts if _is_agency(part)] + [part for part in parts[-1:] if bracketed]
        return next((part for part in named if not is_day(part)), "")
    name, _, ending = site.partition(".")
    return f"{name.capitalize() if name.isupper() else name}.{ending.lower()}"
