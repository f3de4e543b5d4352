"""Invented news in two languages with planted aliases, namesakes, typos and retellings, and what is one thing in them.

Everything is made from a seed: platforms, companies, people and accusations exist nowhere else. Each article says which
of the world's things its names stand for, so that merges can be scored pair by pair.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STARTS = ("Stran", "Pala", "Tattle", "Kongko", "Murmu", "Chatto", "Vibro", "Lumi", "Zento", "Brisk", "Ngobra", "Ketemu")
ENDS = ("gly", "ver", "wick", "ria", "ra", "rex", "lo", "na", "dex", "ly", "lan", "nia")
FIRST = ("Mira", "Tobin", "Saskia", "Cormac", "Danendra", "Larasati", "Ansel", "Petra", "Wirya", "Odelia")
LAST = ("Solano", "Hartlebury", "Lindbarr", "Tierwolf", "Wirasoka", "Prawindra", "Quillfeather", "Marwanta")
MONTHS = {"en": ("January", "March", "May", "November"), "id": ("Januari", "Maret", "Mei", "November")}
NUMBERS = (1, 3, 5, 11)
PAPERS = ("Harbour Post", "Kabar Pagi", "The Lantern", "Suara Pelabuhan")


@dataclass(frozen=True)
class Day:
    """A day, which articles tell whole or by its year."""

    year: int
    month: int
    day: int

    def told(self, lang: str, *, vague: bool) -> str:
        return str(self.year) if vague else f"{self.day} {MONTHS[lang][self.month]} {self.year}"

    @property
    def iso(self) -> str:
        return f"{self.year}-{NUMBERS[self.month]:02}-{self.day:02}"


@dataclass(frozen=True)
class Platform:
    """A platform of the invented world with its founder, its two fines and its lawsuit."""

    name: str
    founder: str
    person: str
    fines: tuple[tuple[Day, int], ...]
    sued: Day


@dataclass(frozen=True)
class News:
    """An article, and what is meant by its names: `(kind, name or type)` -> the thing of the world."""

    record: dict[str, str]
    gold: dict[tuple[str, str], str]


def world(chance: random.Random, size: int) -> list[Platform]:
    """Platforms of different names; every third founder is the namesake of another."""
    names = [start + end for start in STARTS for end in ENDS]
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    chance.shuffle(names)
    chance.shuffle(people)
    found: list[Platform] = []
    for number, name in enumerate(names[:size]):
        namesake = number % 3 == 2
        founder = found[number - 1].founder if namesake else people[number % len(people)]
        year = 2012 + number % 9
        fines = tuple((Day(year + 4, month, chance.randrange(1, 28)), chance.randrange(2, 90))
                      for month in chance.sample(range(4), 2))
        sued = Day(year + 5, chance.randrange(4), chance.randrange(1, 28))
        found.append(Platform(name, founder, f"person {number}", fines, sued))
    return found


def news(seed: int, count: int, *, size: int = 40) -> Iterator[News]:
    """So many articles of one invented world."""
    chance = random.Random(seed)
    platforms = world(chance, size)
    for number in range(count):
        platform, lang = platforms[chance.randrange(size)], chance.choice(("en", "id"))
        told = [TELLERS[name](platform, lang, chance) for name in chance.sample(sorted(TELLERS), 2)]
        sentences = " ".join(sentence for sentence, _ in told)
        gold = {("Platform", platform.name): platform.name, **{key: thing for _, some in told for key, thing in some.items()}}
        opening = {"en": f"The video chat app {platform.name} is in the news, edition {number}.",
                   "id": f"Aplikasi obrolan video {platform.name} menjadi berita, edisi {number}."}[lang]
        yield News({"id": f"news-{number}", "lang": lang, "publisher": chance.choice(PAPERS), "date": "2025-06-01",
                    "text": f"{opening} {sentences}"}, gold)


def write(path: Path, articles: list[News]) -> Path:
    """The articles as JSON Lines."""
    path.write_text("".join(f"{json.dumps(one.record)}\n" for one in articles), encoding="utf-8")
    return path


# ------------------------------------------------------------------------------------------------ what articles tell

Told = tuple[str, dict[tuple[str, str], str]]


def _founder(platform: Platform, lang: str, chance: random.Random) -> Told:
    name = _typed(platform.founder, chance)
    year = platform.fines[0][0].year - 4
    sentence = {"en": f"{name} founded {platform.name} in {year}.", "id": f"{name} mendirikan {platform.name} pada {year}."}[lang]
    return sentence, {("Person", name): platform.person}


def _fine(platform: Platform, lang: str, chance: random.Random) -> Told:
    which = chance.randrange(2)
    day, amount = platform.fines[which]
    vague = chance.random() < 0.3
    sentence = {
        "en": f"A court fined {platform.name} ${amount} million {'in' if vague else 'on'} {day.told('en', vague=vague)}.",
        "id": f"Pengadilan mendenda {platform.name} US${amount} juta pada {day.told('id', vague=vague)}."}[lang]
    return sentence, {("Outcome", "fine"): f"{platform.name} fine {which}"}


def _lawsuit(platform: Platform, lang: str, chance: random.Random) -> Told:
    vague = chance.random() < 0.2
    day = platform.sued.told(lang, vague=vague)
    sentence = {"en": f"Two families sued {platform.name} {'in' if vague else 'on'} {day}, alleging that it enabled grooming.",
                "id": f"Dua keluarga menggugat {platform.name} pada {day} atas dugaan grooming."}[lang]
    return sentence, {("LegalAction", "lawsuit"): f"{platform.name} lawsuit"}


def _shutdown(platform: Platform, lang: str, chance: random.Random) -> Told:
    year = platform.sued.year + 1
    sentence = {"en": f"{platform.name} shut down in {year}.", "id": f"{platform.name} resmi ditutup pada {year}."}[lang]
    return sentence, {("Outcome", "shutdown"): f"{platform.name} shutdown"}


def _typed(name: str, chance: random.Random) -> str:
    """One name in fifty has a letter too many."""
    roll = chance.random()
    at = chance.randrange(2, len(name) - 1)
    if roll < 0.02 and name[at].islower():
        return name[:at] + name[at] + name[at:]
    return name


TELLERS = {"founder": _founder, "fine": _fine, "lawsuit": _lawsuit, "shutdown": _shutdown}
