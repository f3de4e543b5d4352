"""Pairs of things that may be one, for a user to judge: what speaks for it, and a sentence about each.

Only looks; what is decided is a line in `judgements.csv`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from rapidfuzz import fuzz, process

from kg.answers import Answer
from kg.likeness import Judged, fits, one_party
from kg.profiles import Profile, coarse
from kg.store import Store
from kg.terms import iri

COLUMNS = ("a", "b", "why", "evidence_a", "evidence_b")
SIMILAR, SHORTEST = 85.0, 5   # of 100 (Indel similarity), letters
LARGEST_HEAP = 200            # of things that would all have to be compared with each other


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Two prefixed names, in order, why they may be one, and a sentence about each ("" where there is none)."""

    a: str
    b: str
    why: str
    evidence_a: str = ""
    evidence_b: str = ""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing of the graph with all that articles know it by."""

    name: str
    profiles: tuple[Profile, ...]

    @property
    def kind(self) -> str:
        return self.profiles[0].kind

    @property
    def subject(self) -> str:
        return next((one.subject for one in self.profiles if one.subject), "")

    def all(self, field: str) -> set[str]:
        return {value for one in self.profiles for value in getattr(one, field)}


def candidates(store: Store) -> list[Candidate]:
    """The pairs that nobody has judged yet, sorted, with their evidence."""
    profiles, judged = store.holdings().rooted(), Judged(store.decisions().judgements)
    names = {key: name for key, (_, name) in profiles.items()}
    grouped: defaultdict[str, list[Profile]] = defaultdict(list)
    for _, (one, name) in sorted(profiles.items()):
        grouped[name].append(one)
    things = [_Thing(name, tuple(group)) for name, group in sorted(grouped.items())]
    found = {(a.name, b.name): why for look in LOOKS for a, b, why in look(things, names) if not _is_judged(a, b, judged)}
    quotes = {name: _quote(store, name) for pair in found for name in pair}
    return [Candidate(a, b, why, quotes[a], quotes[b]) for (a, b), why in sorted(found.items())]


def answer(found: Iterable[Candidate]) -> Answer:
    """The candidates as rows, to be shown as tables are."""
    rows = [{column: {"type": "literal", "value": getattr(one, column)} for column in COLUMNS} for one in found]
    payload = json.dumps({"head": {"vars": COLUMNS}, "results": {"bindings": rows}})
    return Answer("rows", payload.encode(), COLUMNS)


def _is_judged(a: _Thing, b: _Thing, judged: Judged) -> bool:
    return any(judged.part(one, other) for one in a.profiles for other in b.profiles)


def _quote(store: Store, name: str) -> str:
    """The first sentence of a claim about a thing."""
    rows = store.query("SELECT (MIN(?words) AS ?quote) { VALUES ?role { rdf:subject rdf:object ts:saidBy } "
                       f"?claim ?role {iri(name)} ; ts:evidence/nif:anchorOf ?words }}")
    return next((row["quote"].value for row in rows if row["quote"]), "")


# ------------------------------------------------------------------------------------------------ where to look

T = TypeVar("T")
Found = Iterator[tuple[_Thing, _Thing, str]]


def _names(things: Sequence[_Thing], names: dict[str, str]) -> Found:
    """Platforms and organisations that are spelt alike."""
    for kind in ("Platform", "Organization"):
        some = [one for one in things if one.kind == kind and len(_word(one)) >= SHORTEST]
        yield from ((a, b, "similar name") for a, b in _alike(some) if not (a.profiles[0].known and b.profiles[0].known))


def _namesakes(things: Sequence[_Thing], names: dict[str, str]) -> Found:
    """Persons of one name in different roles or articles, and persons spelt alike with a platform or company in common."""
    people = [one for one in things if one.kind == "Person"]
    for heap in _heaps(people, _word):
        yield from ((a, b, "same name") for a, b in combinations(heap, 2))
    for pairs in _heaps([(one, what) for one in people for what in _anchors(one)], lambda pair: pair[1]):
        some = sorted({one.name: one for one, _ in pairs}.values(), key=lambda one: one.name)
        yield from ((a, b, f"similar name, both with {pairs[0][1]}") for a, b in _alike(some) if _word(a) != _word(b))


def _cases(things: Sequence[_Thing], names: dict[str, str]) -> Found:
    """Cases against one party, and outcomes of one type for one party or case, that nothing tells apart."""
    for kind, why in (("LegalAction", "two cases against the same party"), ("Outcome", "two outcomes of one type")):
        some = [one for one in things if one.kind == kind and one.subject]
        for heap in _heaps(some, lambda one: f"{names.get(one.subject, one.subject)} {one.profiles[0].type}"):
            yield from ((a, b, why) for a, b in combinations(heap, 2) if _compatible(a, b))


LOOKS: tuple[Callable[[Sequence[_Thing], dict[str, str]], Found], ...] = (_names, _namesakes, _cases)


def _heaps(some: Iterable[T], key: Callable[[T], str]) -> Iterator[list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for one in some:
        found[key(one)].append(one)
    yield from (heap[:LARGEST_HEAP] for _, heap in sorted(found.items()) if len(heap) > 1)


def _alike(some: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    words = [_word(one) for one in some]
    for at, one in enumerate(some):
        near = process.extract(words[at], words[at + 1:], scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
        yield from ((one, some[at + 1 + place]) for *_, place in near)


def _word(one: _Thing) -> str:
    return coarse(one.name).partition(":")[2]


def _anchors(one: _Thing) -> set[str]:
    return {anchor.partition(" ")[2] for anchor in one.all("anchors")}


def _compatible(a: _Thing, b: _Thing) -> bool:
    def fit(field: str, same: Callable[[str, str], bool]) -> bool:
        one, other = a.all(field), b.all(field)
        return not one or not other or any(same(x, y) for x in one for y in other)
    apart = {key for one in (*a.profiles, *b.profiles) for key in one.apart}
    alone = {one.id for one in (*a.profiles, *b.profiles)}
    return not apart & alone and fit("dates", fits) and fit("places", fits) and (
        fit("amounts", str.__eq__) and fit("parties", one_party))
