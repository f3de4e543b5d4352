"""Dates and places in a sentence, as values with the words that say them.

Dates are read from words that the lexicon lists (months, weekdays) rather than by a general date parser, which takes
ages and prices for dates; a relative date is resolved against the article's own date, or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction.spells import ago, shifted
from kg.extraction.spells import openers as spell_openers
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon, Wordings
from kg.model import Value

_YEAR = re.compile(r"(19|20)\d\d")
_DAY = re.compile(r"([12]?\d|3[01])(st|nd|rd|th)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_LONGEST_PLACE = 4
_RELATIVE = (("yesterday", -1, "days"), ("today", 0, "days"), ("tomorrow", 1, "days"), ("last_month", -1, "months"),
             ("this_month", 0, "months"), ("next_month", 1, "months"), ("last_year", -1, "years"), ("this_year", 0, "years"),
             ("next_year", 1, "years"))
_FAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the tokens, first to last, that say it."""

    value: Value
    first: int
    last: int


def dates(tree: Tree, lexicon: Lexicon, published: str) -> list[Found]:
    """The dates of a sentence: days, months and years, in text order and without overlaps; read once, asked for often."""
    return list(tree.once(("dates", published), lambda: tuple(_dates(tree, lexicon, published))))


def _dates(tree: Tree, lexicon: Lexicon, published: str) -> list[Found]:
    found: list[Found] = []
    openers, free = lexicon.once("date openers", lambda: _openers(lexicon)), 0
    for token in tree.tokens:
        word = token.lower
        if (word in openers or word[0].isdigit() or word[-1] == "." and word.rstrip(".") in openers) and token.index >= free:
            if hit := _date_at(tree, token.index, lexicon, published):
                found.append(hit)
                free = hit.last + 1
    return found


def _openers(lexicon: Lexicon) -> frozenset[str]:
    """The words, beside figures, that a date may begin with."""
    names = {words[0] for key in ("months", "weekdays", *(key for key, *_ in _RELATIVE)) for words in lexicon.phrases[key]}
    return frozenset(names).union(spell_openers(lexicon))


def _date_at(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    readers = _OF_FIGURES if tree[at].text[:1].isdigit() else _OF_WORDS
    for read in readers:
        if hit := read(tree, at, lexicon, published):
            return hit
    return None


def _slashed(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"9/11/2023", day first: the order that both the Indonesian and most English-language press use in figures."""
    text, last = tree[at].text, at
    while last + 1 < len(tree) and tree[last + 1].span.start == tree[last].span.end and tree[last + 1].text[0] in "/0123456789":
        last += 1
        text += tree[last].text
    match = _SLASHED.fullmatch(text.rstrip(")"))   # "(12/8)" with its closing bracket
    if not match or not (match[3] or published):
        return None
    year = int(match[3]) if match[3] else int(published[:4])
    return _day(year, int(match[2]), int(match[1]), at, last)


def _day_month(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"9 November 2023", "9 November", "the 9th of November"."""
    name = at + 1 + (at + 2 < len(tree) and tree[at].text[-1:].isalpha() and tree[at + 1].lower in lexicon.words["of_words"])
    if not (_DAY.fullmatch(tree[at].lower) and name < len(tree) and (month := _month(tree, name, lexicon))):
        return None
    year, last = _year_after(tree, name + 1, published)
    return _day(year, month, _ordinal(tree[at].lower), at, last, published if last == name else "") if year else None


def _month_day(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"November 9, 2023", "Nov. 9"."""
    month = _month(tree, at, lexicon)
    if not (month and at + 1 < len(tree) and _DAY.fullmatch(tree[at + 1].lower)):
        return None
    year, last = _year_after(tree, at + 2, published)
    return _day(year, month, _ordinal(tree[at + 1].lower), at, last, published if last == at + 1 else "") if year else None


def _month_year(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    month = _month(tree, at, lexicon)
    if month and at + 1 < len(tree) and _YEAR.fullmatch(tree[at + 1].text):
        return Found(Value(f"{tree[at + 1].text}-{month:02}", "month"), at, at + 1)
    return None


def _relative(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"yesterday", "last month", "last year": only what names one day, month or year."""
    if past := ago(tree, at, lexicon, published):
        return Found(past[0], at, past[1])
    relative = lexicon.once("relative dates", lambda: Wordings(
        (words, (count, unit)) for key, count, unit in _RELATIVE for words in lexicon.phrases[key]))
    for (count, unit), word, _, words in tree.standing(relative).get(at, ()) if published else ():
        if word == tree[at].lower and (value := shifted(published, count, unit)):
            return Found(value, words[0], words[-1])
    return None


def _weekday(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"on Tuesday": the latest one that is not after the article's date; "next Tuesday" is left out."""
    days = lexicon.phrases["weekdays"]
    if not published or (tree[at].lower,) not in days or not tree[at].text[:1].isupper():
        return None
    if at and tree[at - 1].lower in lexicon.words["next"] or _spelt_out(tree, at + 1, lexicon, published):
        return None
    today = date.fromisoformat(published)
    back = (today.weekday() - days.index((tree[at].lower,))) % 7
    return Found(Value((today - timedelta(days=back)).isoformat(), "date"), at, at)


def _spelt_out(tree: Tree, at: int, lexicon: Lexicon, published: str) -> bool:
    """Whether the day's own date follows: "Senin (19/8/2024)", "Kamis, 9 November"."""
    after = at + (at < len(tree) and tree[at].text in ("(", ","))
    readers = (_slashed, _day_month, _month_day)
    return after < len(tree) and any(read(tree, after, lexicon, published) for read in readers)


def _bare_month(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """"in March": the latest one that is not after the article's month."""
    month = _month(tree, at, lexicon)
    lead = tree[at - 1].lower if at else ""
    past = at + 1 < len(tree) and tree[at + 1].lower in lexicon.words["ago"]   # "Januari lalu"
    of_part = lead in lexicon.words["of_words"] and at > 1 and tree[at - 2].lower in lexicon.words["parts_of_month"]
    led = past or of_part or lead in lexicon.words["month_lead"]   # "at the end of June"
    if not month or not published or not led or of_that_year(tree, at, lexicon):
        return None
    if last := next((hit for phrase in lexicon.phrases["last_year"] if (hit := tree.match(phrase, at + 1))), ()):
        return Found(Value(f"{int(published[:4]) - 1}-{month:02}", "month"), at, last[-1])
    year = int(published[:4]) - (month > int(published[5:7]))
    return Found(Value(f"{year}-{month:02}", "month"), at, at)


def of_that_year(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"Desember tahun itu": a month of the year that was told before."""
    return any(tree.match(phrase, at + 1) for phrase in lexicon.phrases["that_year"])


def months_of_that_year(tree: Tree, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The months that stand with "that", and their numbers: "that December", "Desember tahun itu"."""
    if lexicon.words["that_month"].isdisjoint(tree.said) and not tree.find(lexicon.phrases["that_year"]):
        return []
    return [(token.index, month) for token in tree.tokens if (month := _month(tree, token.index, lexicon)) and (
        of_that_year(tree, token.index, lexicon)
        or token.index and tree[token.index - 1].lower in lexicon.words["that_month"])]


def _year(tree: Tree, at: int, lexicon: Lexicon, published: str) -> Found | None:
    """A bare year, after a word that leads one in ("in 2014", "tahun 2014"), so that no price or count is taken for it."""
    lead = tree[at - 1].lower if at else ""
    if _YEAR.fullmatch(tree[at].text) and (lead in lexicon.words["year_lead"] or lead == "("):
        return Found(Value(tree[at].text, "year"), at, at)
    return None


def _month(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """1 to 12, or 0 if the word is no month; "may" the verb is none."""
    word = tree[at].lower.rstrip(".")
    months = lexicon.phrases["months"]
    if (word,) not in months or not tree[at].text[:1].isupper():
        return 0
    return months.index((word,)) % 12 + 1


def _year_after(tree: Tree, at: int, published: str) -> tuple[int, int]:
    """The year that follows, a comma skipped, and where the date ends; else the article's year."""
    skip = at < len(tree) and tree[at].text in (",", ".")
    if at + skip < len(tree) and _YEAR.fullmatch(tree[at + skip].text):
        return int(tree[at + skip].text), at + skip
    return (int(published[:4]), at - 1) if published else (0, at - 1)


_OF_FIGURES = (_slashed, _day_month, _relative, _year)
_OF_WORDS = (_month_day, _month_year, _relative, _weekday, _bare_month)


def _ordinal(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day(year: int, month: int, day: int, first: int, last: int, published: str = "") -> Found | None:
    """A day; one of no stated year that would lie far ahead of the article is that of the year before."""
    try:
        found = date(year, month, day)
        if published and found - date.fromisoformat(published) > _FAR:
            found = found.replace(year=year - 1)
        return Found(Value(found.isoformat(), "date"), first, last)
    except ValueError:
        return None


# ------------------------------------------------------------------------------------------------ places

def places(tree: Tree, gazetteer: Gazetteer) -> list[Found]:
    """Countries and states by name, as ISO 3166 codes."""
    return tree.once("places", lambda: _places(tree, gazetteer))


def _places(tree: Tree, gazetteer: Gazetteer) -> list[Found]:
    found: list[Found] = []
    free = 0
    for token in tree.tokens:
        if token.index >= free and token.lower in gazetteer.place_openers and (hit := _place_at(tree, token.index, gazetteer)):
            found.append(hit)
            free = hit.last + 1
    return found


def adjectives(tree: Tree, gazetteer: Gazetteer) -> list[Found]:
    """Words such as "Irish": they name a place only in the name or description of an authority."""
    inside = {i for place in places(tree, gazetteer) for i in range(place.first, place.last + 1)}   # "British Columbia"
    return tree.once("place adjectives", lambda: [
        Found(Value(code, "place"), token.index, token.index) for token in tree.tokens if token.index not in inside
        and token.lower in gazetteer.adjectives and token.text[:1].isupper() and (code := gazetteer.adjectives[token.lower])])


def _place_at(tree: Tree, at: int, gazetteer: Gazetteer) -> Found | None:
    for end in range(min(at + _LONGEST_PLACE, len(tree)), at, -1):
        if code := gazetteer.place(" ".join([token.text for token in tree.tokens[at:end]])):
            return Found(Value(code, "place"), at, end - 1)
    return None


# ------------------------------------------------------------------------------------------------ ages


_AGED = ("children", "users", "women")


def child_ages(tree: Tree, lexicon: Lexicon) -> list[int]:
    """The words that an age below 18 begins with."""
    return tree.once("child ages", lambda: [
        token.index for token in tree.tokens if (token.lower in lexicon.numbers or token.text.isdigit())
        and child_age(tree, token.index, lexicon)])


def child_age(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """Whether an age below 18 is given from this token on: "11-year-old", "berusia 11 tahun"."""
    text = tree[at].text
    number = int(text) if text.isdigit() else lexicon.numbers.get(text.lower(), 0)
    if not 0 < number < 18:
        return False
    after = [token.lower for token in tree.tokens[at + 1:at + 6] if token.text != "-"]
    before = tree[at - 1].lower if at else ""
    if at > 1 and before in lexicon.words["of_words"] and tree[at - 2].lower in lexicon.words["age_lead"]:
        return True
    led = before in lexicon.words["age_lead"] or before == "bawah"   # "berusia 13 hingga 17 tahun", "di bawah 16 tahun"
    if before in lexicon.words["age_under"] and at > 1 and lexicon.groups.get(tree[at - 2].lower) in _AGED:
        return tree[min(at + 1, len(tree) - 1)].pos not in ("NOUN", "PROPN", "SYM")   # "girls of 13", "players under 13"
    aged = led and ("tahun" in after[:4] or not lexicon.words["definite_after"])
    old = (["year", "old"], ["years", "old"], ["year", "olds"])
    return aged or after[:2] in old or after[:1] in (["year-old"], ["year-olds"])
