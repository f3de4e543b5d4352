"""What two spellings of one name share: company names without their legal form, sites without ".com", names of people
as other alphabets and older spellings give them.

A shared spelling is never enough by itself: `kg.identity` weighs it against what else is told.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from kg.terms import slug

SITE = re.compile(r"(?:www\.)?([a-z0-9-]+)\.(com|net|org|app|io|tv|chat|id|co\.id)", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "ı": "i"})
# In order. Umlauts written out and Indonesian spelling before 1972 meet in one vowel: Möller, Moeller; Soekarno, Sukarno.
# So do the ways to write an Arabic name: Aisyah, Aisha; Hussein, Husain.
_SOUNDS = (("ue|oe|ou|oo|o", "u"), ("ae", "a"), ("[ae][iy]", "ai"), ("s[hy]", "s"), ("ah(?=-|$)", "a"), ("ph", "f"),
           ("x", "ks"), ("tj", "c"), ("ck|c", "k"), ("dj|j|y", "i"), (r"([a-z])\1+", r"\1"))


def company(name: str) -> tuple[str, str]:
    """The slug of a company's name without its legal form, and that form ("" where it bears none).

    >>> company("Lanternfold, Inc."), company("PT Kocek Raya Tbk"), company("Solano Holdings")
    (('lanternfold', 'inc'), ('kocek-raya', 'pt'), ('solano-holdings', ''))
    """
    stem, found = slug(name), ""
    ends, start = "|".join(sorted(_forms(), key=lambda form: (-len(form), form))), "pt|cv"
    while match := re.fullmatch(rf"(?P<a>.+?)-(?P<form>{ends})", stem) or re.fullmatch(rf"(?P<form>{start})-(?P<a>.+)", stem):
        stem, found = match["a"], _forms()[match["form"]][0] if not found else found
    return stem, found


def parent(name: str) -> str:
    """A company's name without a form that a group's first company bears, "" where it bears none or another.

    "Google Inc." is Google; "Google GmbH" is a company of its own.

    >>> parent("Solano Games Inc."), parent("Solano Games GmbH"), parent("Solano Games")
    ('Solano Games', '', '')
    """
    bare, _, form = name.rpartition(" ")
    return bare.rstrip(",") if form[-1:] != "," and _forms().get(slug(form), ("", False))[1] else ""


def site(name: str) -> tuple[str, str]:
    """The slug of a platform's name without the end of its address, and that end ("" where it is no address).

    >>> site("Strangly.com"), site("Strangly")
    (('strangly', 'com'), ('strangly', ''))
    """
    match = SITE.fullmatch(name)
    return (slug(match[1]), match[2].lower()) if match else (slug(name), "")


def joined(stem: str) -> str:
    """What a name shares with its other spellings in one word, in two, or with a hyphen.

    >>> joined("talk-nest") == joined("talknest")
    True
    """
    return stem.replace("-", "")


def person(name: str) -> str:
    """What the usual spellings of a person's name in Latin letters share.

    >>> person("Aleksandr Møllerov") == person("Alexandr Moellerov"), person("Dian Pratiwi") == person("Dina Pratiwi")
    (True, False)
    >>> person("Aisyah Hussein") == person("Aisha Husain")
    True
    """
    found = slug(name.translate(_LETTERS))
    for sound, letter in _SOUNDS:
        found = re.sub(sound, letter, found)
    return found


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """By the slug of a legal form what it stands for, and whether the first company of a group bears it."""
    text = files("kg.seeds").joinpath("legal_forms.csv").read_text(encoding="utf-8")
    return {row["form"]: (row["stands_for"], row["parent"] == "yes") for row in csv.DictReader(text.splitlines())}
