"""The word lists of layout.toml, read once and turned into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, dict[str, Any]]:
    """The lists of each language as they stand in the file."""
    return tomllib.loads((files(__package__) / "layout.toml").read_text("utf-8"))


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of one kind in all languages, in lower case, the longest first so that a pattern prefers them."""
    found = {word.casefold() for language in table().values() for word in language.get(kind, ())}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def months() -> dict[str, int]:
    """The number of each month by its names in lower case."""
    calendars = [language.get("months", ()) for language in table().values()]
    return {name: number for names in calendars for number, same in enumerate(names, 1) for name in same}


def either(choices: Iterable[str]) -> str:
    """A pattern that matches any of the words as whole words.

    >>> re.findall(either(["may", "mar"]), "mar may mayor")
    ['mar', 'may']
    """
    return rf"(?<!\w)(?:{'|'.join(map(_escaped, choices))})"


def _escaped(word: str) -> str:
    """A word as a pattern; one that ends in a colon or full stop needs no border behind it."""
    return re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "")


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """A pattern that matches any word of one kind, in any case."""
    return re.compile(either(words(kind)), re.IGNORECASE)
