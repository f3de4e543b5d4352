"""Which profiles, over all articles, are one thing, and how it is called.

A function of a set of profiles and of the user's judgements: the order in which articles came does not show. Profiles
that share a root are compared with each other and with no others, so that a change is worked out from a few roots.

Two profiles become one where something speaks for it and nothing against it. A profile that would join two that cannot
be one ("a fine in 2023" beside two fines of 2023) is ambiguous, and stays by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.decisions import Judgement, Sets
from kg.profiles import Profile, coarse

LAYERS = (("Platform", "Organization"), ("Person",), ("LegalAction",), ("Outcome",))
NEAR_DAYS = 31
KIN = {"class-action": "lawsuit"}   # told of one case now in these words, now in those
Group = tuple[Profile, ...]


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

    def parts(self, one: Profile, other: Profile) -> bool:
        """Whether a line says that the two are different."""
        return bool(self.different) and any(frozenset((a, b)) in self.different for a in names_of(one) for b in names_of(other))


def names_of(profile: Profile) -> tuple[str, str]:
    """The names by which a judgement may speak of a profile: its handle, and its handle with its own hash."""
    return profile.handle, f"{profile.handle}-{profile.key[:8]}"


def resolve(profiles: Iterable[Profile], judgements: Iterable[Judgement] = ()) -> dict[str, str]:
    """The prefixed name of each profile by its key.

    >>> jo = Profile("Person", "person:jo-doe.strangly", "person:jo-doe", anchors=("of platform:strangly",))
    >>> other = Profile("Person", "person:jo-doe.palaver", "person:jo-doe", anchors=("of platform:palaver",))
    >>> sorted(resolve([jo, other]).values())
    ['person:jo-doe.palaver', 'person:jo-doe.strangly']
    """
    judged, names = Judged(judgements), dict[str, str]()
    everything = sorted({one.key: one for one in profiles}.values(), key=lambda one: one.key)
    for kinds in LAYERS:
        layer = [one for one in everything if one.kind in kinds]
        names |= _named(_judge(list(_groups(layer, names, judged)), judged))
    return names


# ------------------------------------------------------------------------------------------------ what is one by itself

@dataclass(frozen=True, slots=True)
class _Comparison:
    """Whether something speaks for two profiles being one, and whether something speaks against it."""

    judged: Judged

    def linked(self, one: Profile, other: Profile) -> bool:
        return LINKS[one.kind](one, other, self.judged) and not self.opposed(one, other)

    def opposed(self, one: Profile, other: Profile) -> bool:
        return bool(one.id in other.apart and other.id in one.apart
                    or _differ(one.dates, other.dates, fits) or _differ(one.places, other.places, fits)
                    or _differ(one.forms, other.forms, str.__eq__) or _differ(one.amounts, other.amounts, str.__eq__)
                    or one.kind != "Person" and _differ(one.parties, other.parties, one_party)
                    or self.judged.parts(one, other))


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


def _differ(one: Sequence[str], other: Sequence[str], fit: Callable[[str, str], bool]) -> bool:
    return bool(one and other) and not any(fit(a, b) for a in one for b in other)


def _same_name(one: Profile, other: Profile, judged: Judged) -> bool:
    """Platforms and organisations of one root are one, unless `_Comparison.opposed`."""
    return True


def _same_person(one: Profile, other: Profile, judged: Judged) -> bool:
    """A role or case in common; where the name is spelt otherwise, a platform or company that both lead."""
    def anchors(profile: Profile) -> set[str]:
        return {f"{role} {judged.same.of(what)}" for role, _, what in (a.partition(" ") for a in profile.anchors)}
    shared = anchors(one) & anchors(other)
    spelt_alike = coarse(one.handle) == coarse(other.handle)
    return any(spelt_alike or anchor.startswith("of ") for anchor in shared)


def _same_case(one: Profile, other: Profile, judged: Judged) -> bool:
    """One day on which it was filed, settled or decided; or the same party suing in the same year."""
    shared = any(one_party(a, b) for a in one.parties for b in other.parties)
    return not set(one.anchors).isdisjoint(other.anchors) or bool(shared and one.dates and other.dates)


def _same_event(one: Profile, other: Profile, judged: Judged) -> bool:
    """An outcome of the same case, a date that fits, or an amount told within a month."""
    if not set(one.anchors).isdisjoint(other.anchors) or one.dates and other.dates:
        return True
    return not set(one.amounts).isdisjoint(other.amounts) and _near(one, other)


def _near(one: Profile, other: Profile) -> bool:
    days = [day for day in (*one.dates, one.latest, *other.dates, other.latest) if len(day) == 10]
    return len(days) > 1 and (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days <= NEAR_DAYS


LINKS = {"Platform": _same_name, "Organization": _same_name, "Person": _same_person, "LegalAction": _same_case,
         "Outcome": _same_event}


def _groups(layer: Sequence[Profile], names: Mapping[str, str], judged: Judged) -> Iterator[Group]:
    """The profiles of one layer that are one without any judgement."""
    heaps: defaultdict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for one in layer:
        alone = one.handle if one.lone else ""
        about = names.get(one.subject, one.subject) or judged.same.of(one.root)
        heaps[one.kind, about, KIN.get(one.type, one.type), alone].append(one)
    for (*_, alone), heap in heaps.items():
        yield from [tuple(heap)] if alone else _joined(heap, _Comparison(judged))


def _joined(heap: Sequence[Profile], compare: _Comparison) -> Iterator[Group]:
    near = {one.key: [other for other in heap if other is not one and compare.linked(one, other)] for one in heap}
    torn = {one.key for one in heap if any(compare.opposed(a, b) for a, b in combinations(near[one.key], 2))}
    sets = Sets()
    for one in heap:
        for other in near[one.key]:
            if not {one.key, other.key} & torn:
                sets.join(one.key, other.key)
    found: defaultdict[str, list[Profile]] = defaultdict(list)
    for one in heap:
        found[sets.of(one.key)].append(one)
    for group in found.values():
        whole = not any(compare.opposed(a, b) for a, b in combinations(group, 2))
        yield from [tuple(group)] if whole else [(one,) for one in group]


# ------------------------------------------------------------------------------------------------ what is judged

def _judge(groups: list[Group], judged: Judged) -> list[Group]:
    """Joins the groups that a user's lines make one; a line for a name that no profile has says nothing."""
    if not judged.lines:
        return groups
    of, sets = _by_handle(groups), Sets()
    for line in judged.lines:
        if line.verdict == "same" and line.a in of and line.b in of:
            sets.join(of[line.a], of[line.b])
    found: defaultdict[str, list[Profile]] = defaultdict(list)
    for group in groups:
        found[sets.of(group[0].key)].extend(group)
    return [tuple(sorted(group, key=lambda one: one.key)) for group in found.values()]


def _by_handle(groups: Iterable[Group]) -> dict[str, str]:
    """The group (by its first profile's key) that each name speaks of; a name of several groups speaks of none."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        for name in (name for one in group for name in names_of(one)):
            found[name].add(group[0].key)
    return {name: min(keys) for name, keys in found.items() if len(keys) == 1}


# ------------------------------------------------------------------------------------------------ names

def _named(groups: Sequence[Group]) -> dict[str, str]:
    """Each group is called by the best of its handles; groups that would share one add a hash."""
    chosen = {min(one.key for one in group): min(map(_preference, group)) for group in groups}
    count = Counter(name for *_, name in chosen.values())
    names: dict[str, str] = {}
    for group in groups:
        least = min(one.key for one in group)
        name = chosen[least][-1]
        names |= dict.fromkeys((one.key for one in group), f"{name}-{least[:8]}" if count[name] > 1 else name)
    return names


def _preference(one: Profile) -> tuple[bool, bool, int, str]:
    """The gazetteer's name first, then one that other articles share, then the more precise date."""
    return not one.known, one.lone, -max(map(len, one.dates), default=0), one.handle
