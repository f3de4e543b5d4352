"""Profiles compared as whole sets come out as profiles compared pair by pair."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

import pytest

from kg.decisions import Judgement
from kg.likeness import Judged, fits, likeness, names_of, one_party, places
from kg.profiles import Profile, coarse


def differ(one: Sequence[str], other: Sequence[str], fit: Callable[[str, str], bool]) -> bool:
    return bool(one and other) and not any(fit(a, b) for a in one for b in other)


def opposed(one: Profile, other: Profile, judged: Judged) -> bool:
    """By the rules of docs/identity.md, for two."""
    return (one.id in other.apart and other.id in one.apart or differ(one.dates, other.dates, fits)
            or differ(one.places, other.places, fits) or differ(one.forms, other.forms, str.__eq__)
            or differ(one.amounts, other.amounts, str.__eq__)
            or one.kind != "Person" and differ(one.parties, other.parties, one_party)
            or judged.part(one, other))


def linked(one: Profile, other: Profile, judged: Judged) -> bool:
    if one.kind == "Person":
        a, b = ({f"{role} {judged.same.of(what)}" for role, _, what in (x.partition(" ") for x in who.anchors)}
                for who in (one, other))
        return any(coarse(one.handle) == coarse(other.handle) or anchor.startswith("of ") for anchor in a & b)
    if one.kind == "LegalAction":
        party = any(one_party(a, b) for a in one.parties for b in other.parties)
        return bool(set(one.anchors) & set(other.anchors) or party and one.dates and other.dates)
    if one.kind == "Outcome":
        days = [day for day in (*one.dates, one.latest, *other.dates, other.latest) if len(day) == 10]
        near = len(days) > 1 and (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days <= 31
        return bool(set(one.anchors) & set(other.anchors) or one.dates and other.dates
                    or set(one.amounts) & set(other.amounts) and near)
    return True


def heap(kind: str, chance: random.Random) -> list[Profile]:
    def some(*given: str) -> tuple[str, ...]:
        return tuple(sorted(chance.sample(given, chance.choice([0, 0, 1, 1, 2]))))

    anchors = {"Person": ("of platform:a", "on platform:a", "of platform:b", "on org:c"),
               "LegalAction": ("filed 2023-11-07", "fine 2023-12-01"), "Outcome": ("case", "case")}.get(kind, ("x", "y"))
    made = [Profile(kind, f"{kind.lower()}:n{chance.randrange(3)}.p", "root", anchors=tuple(sorted(set(some(*anchors)))),
                    dates=some("2023", "2023-11", "2023-11-07", "2023-11-09", "2024"), amounts=some("USD 5", "USD 6"),
                    places=some("US", "US-CA", "US-NY", "ID"), parties=some("org:a", "org:a ltd", "org:a inc", "org:b"),
                    forms=some("ltd", "inc"), latest=chance.choice(["", "2023-11-12", "2024-03-01"])) for _ in range(14)]
    ids = [one.id for one in made]
    return [Profile(**{**{name: getattr(one, name) for name in one.__slots__}, "apart": some(*ids)}) for one in made]


@pytest.mark.parametrize("kind", ["Platform", "Person", "LegalAction", "Outcome"])
@pytest.mark.parametrize("seed", range(8))
def test_sets_say_what_pairs_say(kind: str, seed: int) -> None:
    chance = random.Random(f"{kind} {seed}")
    profiles = heap(kind, chance)
    names = [chance.choice(names_of(one)) for one in profiles]
    judged = Judged([Judgement("platform:a", "platform:b", "same"), *(
        Judgement(*sorted(chance.sample(names, 2)), "different") for _ in range(seed % 3))])
    found = likeness(profiles, judged)
    assert list(pairs(found.opposed)) == [
        (a, b) for a, b in combinations(range(14), 2) if opposed(profiles[a], profiles[b], judged)]
    assert list(pairs(found.linked)) == [
        (a, b) for a, b in combinations(range(14), 2)
        if linked(profiles[a], profiles[b], judged) and not opposed(profiles[a], profiles[b], judged)]
    assert found.conflict((1 << 14) - 1) is any(pairs(found.opposed)) and not found.conflict(1)


def pairs(sets: Sequence[int]) -> Iterator[tuple[int, int]]:
    for a, some in enumerate(sets):
        assert all(sets[b] >> a & 1 for b in places(some))
        yield from ((a, b) for b in places(some) if a < b)
