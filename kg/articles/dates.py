"""Dates as articles print them, to ISO dates. Only whole dates count: a day without its year is no date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from kg.articles.words import either, months, pattern, table

_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)")
_SITE = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}\b", re.IGNORECASE)


@cache
def _day_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?({either(months())})\.?,?[ -](\d{{4}})(?!\d)", re.IGNORECASE
    )


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"({either(months())})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE)


def find_date(text: str, *, lang: str = "") -> str:
    """The first whole date in `text` as an ISO date, or "".

    >>> find_date("Kamis, 9 November 2023 | 10:15 WIB"), find_date("Nov. 9, 2023"), find_date("Nov 9")
    ('2023-11-09', '2023-11-09', '')
    >>> find_date("(9/11/2023)", lang="id"), find_date("9/11/2023", lang="en"), find_date("30/11/2023", lang="en")
    ('2023-11-09', '', '2023-11-30')
    """
    found = [(start, date) for start, date in _dates(text, lang) if date]
    return min(found, default=(0, ""))[1]


def _dates(text: str, lang: str) -> Iterator[tuple[int, str]]:
    for match in _ISO.finditer(text):
        yield match.start(), _iso(match[1], match[2], match[3])
    for match in _day_first().finditer(text):
        yield match.start(), _iso(match[3], months()[match[2].casefold()], match[1])
    for match in _month_first().finditer(text):
        yield match.start(), _iso(match[3], months()[match[1].casefold()], match[2])
    for match in _FIGURES.finditer(text):
        yield match.start(), _from_figures(match[1], match[2], match[3], lang)


def _from_figures(first: str, second: str, year: str, lang: str) -> str:
    """The date that two figures and a year give; without a known order only if one figure cannot be a month."""
    order = table().get(lang, {}).get("order", "")
    readings = {"DMY": _iso(year, second, first), "MDY": _iso(year, first, second)}
    if order:
        return readings[order]
    sure = {date for date in readings.values() if date}
    return sure.pop() if len(sure) == 1 else ""


def _iso(year: str | int, month: str | int, day: str | int) -> str:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else but weekday, time, a site's name and words such as "Published".

    >>> is_date_line("Published: Thursday, November 9, 2023 at 10:15 AM GMT"), is_date_line("On May 5, 2023 it closed")
    (True, False)
    """
    dates = (_ISO, _day_first(), _month_first(), _FIGURES)
    if not 8 <= len(line) <= 120 or not any(date.search(line) for date in dates):
        return False
    for known in (*dates, _TIME, *(pattern(kind) for kind in ("clock", "weekdays", "dated")), _SITE):
        line = known.sub(" ", line)
    return not any(character.isalnum() for character in line)


def is_day(text: str) -> bool:
    """Whether a part of a dateline is a date, with or without its year: "Nov 8", "9 November 2023", "2023", "9/11".

    >>> is_day("Nov. 8"), is_day("9/11"), is_day("Kamis"), is_day("London")
    (True, True, True, False)
    """
    rest = pattern("weekdays").sub("", _month().sub("", text))
    return rest != text.strip("0123456789/-. ") and len(text) < 30 and not any(map(str.isalpha, rest))


@cache
def _month() -> re.Pattern[str]:
    return re.compile(either(months()), re.IGNORECASE)
