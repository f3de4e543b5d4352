"""Which statements are wanted: about whom, how sure, of which kind, from when. Pages and exports choose by it.

Invariant: choosing only leaves out. A statement is a fact because the store says so, whatever else was chosen; and a
fact whose own claims were not chosen is not given on, for nothing would carry it.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import Status
from kg.prefixes import local_name
from kg.statements import Said, Statement, claims, short, statements
from kg.tables import plain
from kg.terms import Triple

if TYPE_CHECKING:
    from kg.store import Store

_TYPES = "SELECT ?thing ?type WHERE { ?thing a ?type }"
_NAMES = "SELECT ?thing ?name WHERE { ?thing rdfs:label|skos:prefLabel ?name }"
_OTHER_NAMES = "SELECT ?thing ?name WHERE { ?thing skos:altLabel ?name }"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; each part that is given narrows the choice, and an empty one lets everything through.

    `focus` names entities: an IRI, "platform:strangly", "platform/strangly", a label or another name; statements
    among the entities within `hops` steps of them are wanted. `statuses` are those of `kg.model.Status`; `types` are
    local names of classes ("Platform"), of which subject or object must have one. `since` and `until` bound the day on
    which the article was published ("2023", "2023-11" or "2023-11-09", both included): an article without a day is
    then left out. `query` is a SELECT, CONSTRUCT or DESCRIBE: wanted are the claims that it names, and the statements
    whose subject and object it names.
    """

    focus: tuple[str, ...] = ()
    hops: int = 1
    statuses: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    query: str = ""


@dataclass(frozen=True)
class Selected:
    """What was chosen: the claims by statement and id, of how many entities and statements in the store, and about whom."""

    claims: tuple[Said, ...]
    all_entities: int
    all_statements: int
    focus: frozenset[str] = frozenset()

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The claims with the same subject, predicate, object, status and negation brought together, in a fixed order."""
        return tuple(statements(self.claims))

    @cached_property
    def facts(self) -> frozenset[Triple]:
        """The facts that a chosen claim carries, as N-Triples terms."""
        return frozenset(said.triple for said in self.claims if said.carries_fact)

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """The IRIs of the subjects and objects, sorted."""
        return tuple(sorted({end for said in self.claims for end in said.ends}))


def select(store: Store, selection: Selection = Selection()) -> Selected:
    """The claims, and with them the statements and facts, that are wanted.

    Raises KgError for a name in `focus` that fits no entity or several, for a status or a class that there is not, for
    a day that is none, and for a query that cannot be answered.
    """
    everything = claims(store)
    tests = list(_tests(store, selection))
    wanted = [said for said in everything if all(test(said) for test in tests)]
    focus = _resolve(store, {end for said in wanted for end in said.ends}, selection.focus)
    if focus:
        wanted = _near(wanted, focus, selection.hops)
    entities = {end for said in everything for end in said.ends}
    return Selected(tuple(wanted), len(entities), len({said.key for said in everything}), focus)


def distances(ends: Iterable[tuple[str, ...]], focus: Iterable[str], hops: int) -> dict[str, int]:
    """How many steps each entity is from the focus, for those within `hops`; each of `ends` joins what it holds.

    >>> distances([("a", "b"), ("b", "c"), ("c", "d")], ["a"], 2)
    {'a': 0, 'b': 1, 'c': 2}
    """
    joined, distance = list(ends), dict.fromkeys(focus, 0)
    for step in range(1, hops + 1):
        reached = {end for pair in joined if not distance.keys().isdisjoint(pair) for end in pair}
        distance.update((end, step) for end in sorted(reached - distance.keys()))
    return distance


# Each part of a selection that is given becomes a test that a claim must pass.

Test = Callable[[Said], bool]


def _tests(store: Store, selection: Selection) -> Iterator[Test]:
    if selection.statuses:
        yield _of_status(selection.statuses)
    if selection.types:
        yield _of_type(store, selection.types)
    if since := _day(selection.since):
        yield lambda said: said.published != "" and said.published >= since
    if until := _day(selection.until):
        yield lambda said: said.published != "" and said.published[:len(until)] <= until
    if selection.query:
        yield _named(store, selection.query)


def _day(text: str) -> str:
    if text and not re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise KgError(f'"{text}" is no day', hint="write 2023, 2023-11 or 2023-11-09")
    return text


def _of_status(statuses: Sequence[str]) -> Test:
    known = [status.value for status in Status]
    if wrong := sorted(set(statuses) - set(known)):
        raise KgError(f'no status "{wrong[0]}"', hint=f"one of {', '.join(known)}")
    return lambda said: said.status in statuses


def _of_type(store: Store, types: Sequence[str]) -> Test:
    of_type: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.query(_TYPES):
        of_type[local_name(row["type"].value)].add(row["thing"].value)
    if wrong := sorted(set(types) - of_type.keys()):
        raise KgError(f'nothing in the store has the type "{wrong[0]}"', hint="as Platform, Person or Lawsuit")
    things = {thing for kind in types for thing in of_type[kind]}
    return lambda said: not things.isdisjoint(said.ends)


def _named(store: Store, query: str) -> Test:
    answer = store.query(query)
    if answer.form == "truth":
        raise KgError("an ASK names nothing that could be chosen", hint="give a SELECT, CONSTRUCT or DESCRIBE")
    named = answer.named()
    return lambda said: said.claim in named or named.issuperset(said.ends)


# Entities by name

def _near(among: Sequence[Said], focus: frozenset[str], hops: int) -> list[Said]:
    near = distances((said.ends for said in among), sorted(focus), hops).keys()
    return [said for said in among if near >= set(said.ends)]


def _resolve(store: Store, entities: set[str], focus: Sequence[str]) -> frozenset[str]:
    """The IRIs of the entities that the user names, among those given."""
    if not focus:
        return frozenset()
    tables = _tables(store, entities)
    return frozenset(pick(name, tables) for name in focus)


def find(store: Store, entities: set[str], name: str) -> str:
    """The IRI of the entity that the user names, among those given: by id, label or another name. Raises KgError."""
    return pick(name, _tables(store, entities))


def pick(name: str, tables: Sequence[Mapping[str, set[str]]], *, kind: str = "entity", kinds: str = "entities") -> str:
    """What the first table that knows the name has: an id wins over a label, a label over another name.

    The tables lead from names in small letters to IRIs. Raises KgError, with near names, where none or several fit.
    """
    found = sorted(next((table[name.casefold()] for table in tables if name.casefold() in table), ()))
    if not found:
        near = _near_names(name, tables)
        raise KgError(f'no {kind} "{name}" in the statements to show',
                      hint=f"did you mean {' or '.join(near)}?" if near else "give its id or its label")
    if len(found) > 1:
        raise KgError(f'"{name}" matches {len(found)} {kinds}', hint="say which: " + ", ".join(map(short, found)))
    return found[0]


def _near_names(name: str, tables: Iterable[Mapping[str, set[str]]]) -> list[str]:
    """The names of up to three other things, the nearest first."""
    known = {written: iris for table in tables for written, iris in table.items()}
    near: dict[frozenset[str], str] = {}
    for written in difflib.get_close_matches(name.casefold(), sorted(known), n=9):
        near.setdefault(frozenset(known[written]), f'"{plain(written)}"')
    return list(near.values())[:3]


def _tables(store: Store, entities: set[str]) -> list[Mapping[str, set[str]]]:
    return [_ids(entities), *(_names(store, query, entities) for query in (_NAMES, _OTHER_NAMES))]


def _ids(entities: Iterable[str]) -> Mapping[str, set[str]]:
    return {written.casefold(): {iri} for iri in entities
            for written in (iri, short(iri), short(iri).replace("/", ":", 1))}


def _names(store: Store, query: str, entities: set[str]) -> Mapping[str, set[str]]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.query(query):
        if row["thing"].value in entities:
            named[row["name"].value.casefold()].add(row["thing"].value)
    return named
