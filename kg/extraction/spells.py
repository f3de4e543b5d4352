"""Lengths of time: "two years ago", "nine days after", "sebulan kemudian", and what they make of a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Value

_UNITS = ("days", "weeks", "months", "years")


@dataclass(frozen=True, slots=True)
class Spell:
    """So many days, weeks, months or years, and the words, first to last, that say it."""

    count: int
    unit: str
    first: int
    last: int


def spell_at(tree: Tree, at: int, lexicon: Lexicon) -> Spell | None:
    """The length of time that begins at a word: "two days", "a month", "sepekan"."""
    word = tree[at].lower
    if word.startswith("se") and (unit := _unit(word.removeprefix("se"), lexicon)) and lexicon.words["definite_after"]:
        return Spell(1, unit, at, at)
    count = int(word) if word.isdecimal() else lexicon.numbers.get(word, 1 if word in lexicon.words["indefinite"] else 0)
    unit = _unit(tree[at + 1].lower, lexicon) if count and at + 1 < len(tree) else ""
    return Spell(count, unit, at, at + 1) if 0 < count < 100 and unit else None


def openers(lexicon: Lexicon) -> frozenset[str]:
    """The words, beside figures, that a length of time may begin with."""
    units = lexicon.either(*(f"unit_{unit}" for unit in _UNITS))
    return lexicon.words["indefinite"].union(lexicon.numbers, (f"se{unit}" for unit in units))


def spell_before(tree: Tree, at: int, lexicon: Lexicon) -> Spell | None:
    """The length of time that ends right before a word: "nine days | after"."""
    found = (spell_at(tree, start, lexicon) for start in range(max(0, at - 2), at))
    return next((spell for spell in found if spell and spell.last == at - 1), None)


def _unit(word: str, lexicon: Lexicon) -> str:
    return lexicon.once("units", lambda: {
        member: unit for unit in reversed(_UNITS) for member in lexicon.words[f"unit_{unit}"]}).get(word, "")


def ago(tree: Tree, at: int, lexicon: Lexicon, published: str) -> tuple[Value, int] | None:
    """"two years ago", "tiga bulan lalu": what it says and its last word; of weeks nobody knows the day."""
    spell = spell_at(tree, at, lexicon) if published else None
    if not spell or spell.last + 1 >= len(tree):
        return None
    last = spell.last + 1 + (tree[spell.last + 1].lower in lexicon.words["relative"])
    if last >= len(tree) or tree[last].lower not in lexicon.words["ago"]:
        return None
    value = shifted(published, -spell.count, spell.unit)
    return (value, last) if value else None


def shifted(known: str, count: int, unit: str) -> Value | None:
    """A date so many units later, or earlier where the count is negative, as exactly as the unit allows.

    >>> shifted("2024-03-31", -1, "months"), shifted("2024-02-28", 2, "days")
    (Value(lexical='2024-02', kind='month'), Value(lexical='2024-03-01', kind='date'))
    """
    if unit == "days" and len(known) == 10:
        return Value((date.fromisoformat(known) + timedelta(days=count)).isoformat(), "date")
    if unit == "months" and len(known) >= 7:
        months = int(known[:4]) * 12 + int(known[5:7]) - 1 + count
        return Value(f"{months // 12}-{months % 12 + 1:02}", "month")
    return Value(str(int(known[:4]) + count), "year") if unit == "years" else None


def is_time(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is of a date: "kandas Rabu (19/2)", "closed Monday"."""
    names = {words[0] for key in ("weekdays", "months", "yesterday", "today") for words in lexicon.phrases[key]}
    alone = spell_at(tree, at, lexicon)   # "mundur sehari setelah", "sepekan"
    named = bool({tree[at].lower, tree[at].lemma} & (names | lexicon.words["time_nouns"]))
    return named or alone is not None and alone.last == at


def is_counted(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"mencabut blokir X, dua pekan setelah ...": a unit of time with its number before it."""
    return at > 0 and tree[at - 1].pos == "NUM" and spell_at(tree, at - 1, lexicon) is not None
