"""What is known before the first article is read: platforms, founders, companies, authorities, names of places.

`seeds/entities.csv` has one row per name. The first row of an entity declares it (id, type, name, kind, exact_match);
every further row gives only its id and one `alias`. `lang` and `ambiguous` speak of the name in their own row.
Invariant: what a user's file adds can give a known entity more names, never another type.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from kg.errors import LexiconError

TYPES = ("Organization", "Person", "Platform")
ENTITY_COLUMNS = ("id", "type", "name", "alias", "lang", "kind", "exact_match", "ambiguous")
PLACE_COLUMNS = ("name", "lang", "code", "form")

_FORMS = {
    "id": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "type": re.compile("|".join(TYPES)),
    "lang": re.compile(r"([a-z]{2})?"),
    "kind": re.compile(r"([a-z]+(-[a-z]+)*)?"),
    "exact_match": re.compile(r"(Q[1-9][0-9]*)?"),
    "ambiguous": re.compile(r"(yes)?"),
    "code": re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?"),
    "form": re.compile(r"(adjective|shared)?"),
}
LETTERS = 4   # of a name, by which it is looked for first; there are shorter names too
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity's name.

    `lang` is an ISO 639-1 code, or "" where every language writes it so. `ambiguous` says that the word alone is not
    enough ("Line", "X"): the reader needs another sign that the entity is meant.
    """

    text: str
    lang: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A platform, person or organisation of the gazetteer.

    `id` is a slug, unique across types; `type` is "Platform", "Person" or "Organization"; `kind` a finer word such as
    "messenger" or "authority"; `exact_match` a Wikidata id ("Q355") or "". `names` begins with the main name.
    """

    id: str
    type: str
    names: tuple[Name, ...]
    kind: str = ""
    exact_match: str = ""

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0].text

    @property
    def aliases(self) -> tuple[str, ...]:
        """All other names."""
        return tuple(name.text for name in self.names[1:])

    def label(self, lang: str) -> str:
        """The main name, unless it belongs to another language and there is a name in this one."""
        if self.names[0].lang in ("", lang):
            return self.name
        return next((name.text for name in self.names if name.lang == lang), self.name)

    def is_ambiguous(self, text: str) -> bool:
        """Whether `text`, one of the names, needs context before it can be taken for this entity."""
        return any(name.ambiguous for name in self.names if _key(name.text) == _key(text))


@dataclass(frozen=True)
class Gazetteer:
    """Known entities by id, and ISO 3166 codes by lower-case name of a country or state.

    `adjectives` are words such as "irish" or "prancis", which give a place only in the name or description of an
    authority ("the Irish regulator"), never with a person or company; `shared` names are those of a city, a person or another
    country too ("Georgia", "New York"): they give a place only beside a word of law.
    """

    entries: Mapping[str, Known]
    places: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    _index: Mapping[str, tuple[Known, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", _index(self.entries.values()))

    def lookup(self, name: str) -> tuple[Known, ...]:
        """The entities that bear this name, ordered by id; none if it is unknown.

        A name counts as it is written; only domain names may be written in any case.

        >>> [known.id for known in load().lookup("Omegle.com")]
        ['omegle']
        >>> load().lookup("omegle")
        ()
        """
        return self._index.get(_key(name), ())

    def may_begin(self, text: str) -> bool:
        """Whether a name may stand at the beginning of a text, by its first letters; False is certain.

        >>> load().may_begin("Omegle was closed"), load().may_begin("Olive oil")
        (True, False)
        """
        begun, short = self._beginnings
        lower = text[:LETTERS].lower()
        return text[:LETTERS] in begun or lower in begun or lower == "www." or not short.isdisjoint(
            (text[:1], text[:2], text[:3]))

    @cached_property
    def _beginnings(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first letters of all names, and the names that have fewer."""
        return (frozenset(key[:LETTERS] for key in self._index if len(key) >= LETTERS),
                frozenset(key for key in self._index if len(key) < LETTERS))

    @cached_property
    def place_openers(self) -> frozenset[str]:
        """The first words of the places."""
        return frozenset(name.split(" ")[0] for name in (*self.places, *self.shared))

    @cached_property
    def shared_openers(self) -> frozenset[str]:
        """The first words of the names that a place shares."""
        return frozenset(name.split(" ")[0] for name in self.shared)

    def place(self, name: str) -> str:
        """The ISO 3166 code of a country or state, or "" if there is none of this name.

        Abbreviations are so short that they are words as well: they count in capitals only.

        >>> [load().place(name) for name in ("Indonesia", "AS", "as", "Atlantis")]
        ['ID', 'US', '', '']
        """
        short = len(name.replace(".", "")) <= 3
        return "" if short and not name.isupper() else self.places.get(name.lower(), "")


@cache
def load(*extra: Path) -> Gazetteer:
    """The gazetteer of the package, and after it the users' own files in the same columns as `entities.csv`.

    Raises LexiconError, which names file and line, for a row that is wrong.
    """
    seeds = files("kg.seeds")
    entries = _entries(row for file in (seeds / "entities.csv", *extra) for row in _rows(file, ENTITY_COLUMNS))
    places = tuple(_rows(seeds / "places.csv", PLACE_COLUMNS))
    return Gazetteer(MappingProxyType(entries), _places(places, form=""), _places(places, form="adjective"),
                     _places(places, form="shared"))


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a file, with where it stands for the message when it is wrong."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, message: str) -> LexiconError:
        return LexiconError(f"{self.place}: {message}")


def _rows(file: Traversable | Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    reader = csv.DictReader(_text(file).splitlines(), restkey="", restval="")
    if tuple(reader.fieldnames or ()) != columns:
        raise LexiconError(f"{file}:1: the columns are not the expected ones", hint=f"they are {','.join(columns)}")
    for cells in reader:
        yield _checked(_Row(f"{file}:{reader.line_num}", cells))


def _text(file: Traversable | Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be read as UTF-8 text ({error})") from error


def _checked(row: _Row) -> _Row:
    if "" in row.cells:
        raise row.error("more cells than columns; put quotes around a name with a comma")
    for column, form in _FORMS.items():
        cell = row.cells.get(column, "")
        if column in row.cells and not form.fullmatch(cell) and (column != "type" or cell):
            raise row.error(f"{column} cannot be {cell!r}")
    return row


def _entries(rows: Iterable[_Row]) -> dict[str, Known]:
    entries: dict[str, Known] = {}
    for row in rows:
        before = entries.get(row["id"])
        entries[row["id"]] = _declared(row, before) if row["type"] else _extended(row, before)
    return entries


def _declared(row: _Row, before: Known | None) -> Known:
    if before:
        raise row.error(f"id {row['id']!r} is declared twice; a further row gives only id and alias")
    if not row["name"] or row["alias"]:
        raise row.error("the first row of an entity has a name and no alias")
    return Known(row["id"], row["type"], (_name(row, "name"),), row["kind"], row["exact_match"])


def _extended(row: _Row, before: Known | None) -> Known:
    if not before:
        raise row.error(f"id {row['id']!r} has no row with type and name above this one")
    if not row["alias"] or row["name"] or row["kind"] or row["exact_match"]:
        raise row.error("a further row of an entity has only id, alias, lang and ambiguous")
    name = _name(row, "alias")
    if any(known.text == name.text for known in before.names):
        raise row.error(f"{name.text!r} is already a name of {row['id']!r}")
    return replace(before, names=(*before.names, name))


def _name(row: _Row, column: str) -> Name:
    text = row[column]
    if text != " ".join(text.split()):
        raise row.error(f"{column} {text!r} has spaces too many")
    return Name(text, row["lang"], row["ambiguous"] == "yes")


def _places(rows: Iterable[_Row], *, form: str) -> Mapping[str, str]:
    places: dict[str, str] = {}
    for row in rows:
        if row["form"] == form and places.setdefault(row["name"].lower(), row["code"]) != row["code"]:
            raise row.error(f"{row['name']!r} already stands for {places[row['name'].lower()]}")
    return MappingProxyType(places)


def _index(entries: Iterable[Known]) -> Mapping[str, tuple[Known, ...]]:
    index: dict[str, dict[str, Known]] = {}
    for known in entries:
        for name in known.names:
            index.setdefault(_key(name.text), {})[known.id] = known
    return MappingProxyType({key: tuple(found[id] for id in sorted(found)) for key, found in index.items()})


def _key(name: str) -> str:
    """What two writings of one name share: the name itself, or a domain in lower case without "www."."""
    if "." not in name:
        return name
    lower = name.lower()
    return lower.removeprefix("www.") if _DOMAIN.fullmatch(lower) else name
