"""Which profiles of one heap speak for being one thing, and which cannot be, told for all of them at once.

A heap of a platform that is always in the news holds hundreds of profiles, and comparing them pair by pair took longer
than everything else. So a set of profiles is a number here, one bit each, and whole sets are compared: what links two
profiles is a trace that both have, and what opposes them is a part that both tell and in which nothing fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.decisions import Judgement, Sets
from kg.profiles import Profile, coarse

NEAR_DAYS = 31


class Judged:
    """The user's judgements, as the comparisons need them."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.lines = sorted(set(judgements))
        self.same = Sets()
        for line in self.lines:
            if line.verdict == "same":
                self.same.join(line.a, line.b)
        self.different = {frozenset((line.a, line.b)) for line in self.lines if line.verdict == "different"}

    def names(self) -> set[str]:
        """Every name that some line speaks of."""
        return {name for line in self.lines for name in (line.a, line.b)}

    def part(self, one: Profile, other: Profile) -> bool:
        """Whether a line says that the two are different."""
        return bool(self.different) and any(frozenset((a, b)) in self.different for a in names_of(one) for b in names_of(other))


def names_of(profile: Profile) -> tuple[str, str]:
    """The names by which a judgement may speak of a profile: its handle, and its handle with its own hash."""
    return profile.handle, f"{profile.handle}-{profile.key[:8]}"


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each profile of a heap, by its place there: to which others it is linked, and which it cannot be."""

    linked: Sequence[int]
    opposed: Sequence[int]

    def conflict(self, some: int) -> bool:
        """Whether two of these profiles cannot be one."""
        return any(self.opposed[place] & some for place in places(some))


def likeness(heap: Sequence[Profile], judged: Judged) -> Likeness:
    """How profiles of one kind, root and type stand to each other."""
    opposed = _opposed(heap, judged)
    traces = _holders(set(_traces(one, judged)) for one in heap)
    linked = [0] * len(heap)
    for holders in traces.values():
        for place in places(holders):
            linked[place] |= holders
    for one, other in _alike_in_amount(heap, opposed):
        linked[one] |= 1 << other
        linked[other] |= 1 << one
    return Likeness([found & ~opposed[place] & ~(1 << place) for place, found in enumerate(linked)], opposed)


def places(some: int) -> Iterator[int]:
    """The places of a set, in order.

    >>> list(places(0b1010))
    [1, 3]
    """
    while some:
        lowest = some & -some
        yield lowest.bit_length() - 1
        some ^= lowest


def _holders(told: Iterable[Iterable[str]]) -> dict[str, int]:
    """By what profiles tell which of them do."""
    found: defaultdict[str, int] = defaultdict(int)
    for place, values in enumerate(told):
        for value in values:
            found[value] |= 1 << place
    return dict(found)


# ------------------------------------------------------------------------------------------------ what links

def _traces(one: Profile, judged: Judged) -> Iterator[str]:
    """Two profiles are linked where they have a trace in common, unless something opposes them."""
    yield from TRACES[one.kind](one, judged)


def _of_name(one: Profile, judged: Judged) -> Iterator[str]:
    """Platforms and organisations of one root are one."""
    yield ""


def _of_person(one: Profile, judged: Judged) -> Iterator[str]:
    """A role or case in common; where the name is spelt otherwise, a platform or company that both lead."""
    for role, _, what in (anchor.partition(" ") for anchor in one.anchors):
        known = judged.same.of(what)
        yield f"{role} {known} {coarse(one.handle)}"
        if role == "of":
            yield known


def _of_case(one: Profile, judged: Judged) -> Iterator[str]:
    """One day on which it was filed, settled or decided; or the same party suing in the same year."""
    yield from one.anchors
    if one.dates:
        yield from map(_bare, one.parties)   # in another legal form the parties oppose each other


def _of_event(one: Profile, judged: Judged) -> Iterator[str]:
    """An outcome of the same case, or a date that fits: it has the same year, or the dates oppose each other."""
    yield from one.anchors
    yield from map(_year, one.dates)


TRACES = {"Platform": _of_name, "Organization": _of_name, "Person": _of_person, "LegalAction": _of_case,
          "Outcome": _of_event}


def _alike_in_amount(heap: Sequence[Profile], opposed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Outcomes of one amount that were told within a month."""
    for holders in _holders(one.amounts if one.kind == "Outcome" else () for one in heap).values():
        for a, b in combinations(places(holders), 2):
            if not opposed[a] >> b & 1 and _near(heap[a], heap[b]):
                yield a, b


def _near(one: Profile, other: Profile) -> bool:
    days = [day for day in (*one.dates, one.latest, *other.dates, other.latest) if len(day) == 10]
    return len(days) > 1 and (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days <= NEAR_DAYS


# ------------------------------------------------------------------------------------------------ what opposes

def fits(one: str, other: str) -> bool:
    """Whether two dates (or places) can be one, told more and less precisely.

    >>> fits("2023", "2023-11-08"), fits("2023-11-07", "2023-11-08")
    (True, False)
    """
    return one.startswith(other) or other.startswith(one)


def one_party(one: str, other: str) -> bool:
    """Whether two parties can be one: the same, or one of them told without its legal form.

    >>> one_party("org:brightmoor ltd", "org:brightmoor"), one_party("org:brightmoor ltd", "org:brightmoor inc")
    (True, False)
    """
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _year(day: str) -> str:
    return day[:4]


def _country(place: str) -> str:
    return place[:2]


def _bare(party: str) -> str:
    return party.partition(" ")[0]


Fit = Callable[[str, str], bool]
# What is told by both and does not fit opposes; values can fit only where the last column gives the same.
PARTS: tuple[tuple[str, Fit, Callable[[str], str]], ...] = (
    ("dates", fits, _year), ("places", fits, _country), ("forms", str.__eq__, str), ("amounts", str.__eq__, str),
    ("parties", one_party, _bare))


def _opposed(heap: Sequence[Profile], judged: Judged) -> list[int]:
    found = [0] * len(heap)
    for part, fit, heads in PARTS:
        told = [getattr(one, part) if part != "parties" or one.kind != "Person" else () for one in heap]
        _oppose(found, told, fit, heads)
    for a, b in (*_kept_apart(heap), *_judged_apart(heap, judged)):
        found[a] |= 1 << b
        found[b] |= 1 << a
    return [others & ~(1 << place) for place, others in enumerate(found)]


def _oppose(found: list[int], told: Sequence[Sequence[str]], fit: Fit, head: Callable[[str], str]) -> None:
    """Notes the profiles that tell this part, too, and nothing in it that fits."""
    holders, heaps = _holders(told), defaultdict[str, list[str]](list)
    for value in holders:
        heaps[head(value)].append(value)
    fitting = {value: _union(holders[other] for other in heaps[head(value)] if fit(value, other)) for value in holders}
    tellers = _union(holders.values())
    for place in places(tellers):
        found[place] |= tellers & ~_union(fitting[value] for value in told[place])


def _union(some: Iterable[int]) -> int:
    found = 0
    for one in some:
        found |= one
    return found


def _kept_apart(heap: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """What one article tells of as two."""
    if any(one.apart for one in heap):
        ids = [one.id for one in heap]
        by_id = _holders((one,) for one in ids)
        for place, one in enumerate(heap):
            others = _union(by_id.get(other, 0) for other in one.apart)
            yield from ((place, other) for other in places(others) if ids[place] in heap[other].apart)


def _judged_apart(heap: Sequence[Profile], judged: Judged) -> Iterator[tuple[int, int]]:
    """What the user says is different."""
    by_name = _holders(map(names_of, heap)) if judged.different else {}
    for line in judged.different:
        a, b = (by_name.get(name, 0) for name in (min(line), max(line)))
        yield from ((one, other) for one in places(a) for other in places(b))
