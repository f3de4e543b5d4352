"""Which profiles, over all articles, are one thing, and how it is called.

A function of a set of profiles and of the user's judgements: the order in which articles came does not show. Profiles
that share a root are compared with each other and with no others, so that a change is worked out from a few roots.

Two profiles become one where something speaks for it and nothing against it. A profile that would join two that cannot
be one ("a fine in 2023" beside two fines of 2023) is ambiguous, and stays by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.decisions import Judgement, Sets
from kg.likeness import Judged, Likeness, likeness, names_of, places
from kg.profiles import Profile

LAYERS = (("Platform", "Organization"), ("Person",), ("LegalAction",), ("Outcome",))
KIN = {"class-action": "lawsuit"}   # told of one case now in these words, now in those
Group = tuple[Profile, ...]


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

def _groups(layer: Sequence[Profile], names: Mapping[str, str], judged: Judged) -> Iterator[Group]:
    """The profiles of one layer that are one without any judgement."""
    heaps: defaultdict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for one in layer:
        alone = one.handle if one.lone else ""
        about = names.get(one.subject, one.subject) or judged.same.of(one.root)
        heaps[one.kind, about, KIN.get(one.type, one.type), alone].append(one)
    for (*_, alone), heap in heaps.items():
        yield from [tuple(heap)] if alone or len(heap) == 1 else _joined(heap, likeness(heap, judged))


def _joined(heap: Sequence[Profile], alike: Likeness) -> Iterator[Group]:
    """Chains of linked profiles; who is linked to two that cannot be one joins neither, nor does a chain with two such."""
    torn = sum(1 << place for place in range(len(heap)) if alike.conflict(alike.linked[place]))
    left = (1 << len(heap)) - 1
    while left:
        group = _chain(left & -left, alike.linked, torn)
        left &= ~group
        yield from [_some(heap, group)] if not alike.conflict(group) else [(heap[place],) for place in places(group)]


def _chain(start: int, linked: Sequence[int], torn: int) -> int:
    """All that hang together with a profile, not by way of one that is torn."""
    found, fresh = 0, start
    while fresh:
        found |= fresh
        reached = 0
        for place in places(fresh & ~torn):
            reached |= linked[place]
        fresh = reached & ~torn & ~found
    return found


def _some(heap: Sequence[Profile], group: int) -> Group:
    return tuple(heap[place] for place in places(group))


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
