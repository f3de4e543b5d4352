"""What has to change in a store when articles come and go or decisions change: worked out first, done in one update.

A change looks at the profiles that come and go, compares them within their roots, and names anew only the articles that
speak of a thing whose name has changed. Invariant: what comes out is what a fresh store of the same articles and
decisions would hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from kg import copies, identity, standings
from kg.decisions import Decisions, tombstone
from kg.forgetting import forget
from kg.holdings import Holdings, profile_lines
from kg.likeness import Judged, names_of
from kg.profiles import Profile
from kg.standings import Shift
from kg.terms import Triple, iri, literal
from kg.told import ArticleQuads, Told, written
from kg.updates import IDENTITY, MERGED, Swap

SKETCH = iri("ts:sketch")


@dataclass(frozen=True, slots=True)
class Change:
    """Graphs that go, articles that come, and the decisions that hold from now on; `anew` where these are others than
    before, so that every name has to be worked out again.
    """

    drop: frozenset[str]
    put: tuple[Told, ...]
    decisions: Decisions
    anew: bool = False


def coming(told: Told, drop: Collection[str], decisions: Decisions) -> Change:
    """One article comes in place of these graphs, without those whom it must not name."""
    return Change(frozenset(drop), (forget(told, decisions.forgotten),), decisions)


def deciding(held: Holdings, decisions: Decisions) -> Change:
    """Other decisions: every article is held against them, and those that say something else now come again."""
    drop, put = set(), []
    for graph in sorted(held.graphs()):
        before = held.told(graph)
        after = _refreshed(forget(before, decisions.forgotten), decisions)
        if tombstone("article", before.key) in decisions.forgotten:
            drop.add(graph)
        elif after != before or _withdrawn(held, graph) != _to_withdraw(before, decisions):
            drop.add(graph)
            put.append(after)
    return Change(frozenset(drop), tuple(put), decisions, anew=True)


def _refreshed(told: Told, decisions: Decisions) -> Told:
    """An article from which something was withheld that no longer need be must be read again: its fingerprint goes."""
    met = {what for _, predicate, what in told.own if predicate == iri("ts:forgot")}
    if met <= {literal(grave) for grave in decisions.forgotten}:
        return told
    own = (triple if triple[1] != iri("ts:fingerprint") else (*triple[:2], literal("")) for triple in told.own)
    return replace(told, own=tuple(sorted(own)))


def _withdrawn(held: Holdings, graph: str) -> set[tuple[str, str]]:
    """The claims of an article that stand as withdrawn, each with the day and with the reason."""
    marks = {iri("prov:invalidatedAtTime"), iri("ts:withdrawnFor")}
    return {(subject, what[:11] if predicate == iri("prov:invalidatedAtTime") else what)
            for subject, predicate, what in held.triples(graph) if predicate in marks}


def _to_withdraw(told: Told, decisions: Decisions) -> set[tuple[str, str]]:
    """The claims of an article that the decisions withdraw, told likewise."""
    claims = {one.claim for one in told.said}
    return {(iri(f"c:{one.claim}"), mark) for one in decisions.withdrawals if one.claim in claims
            for mark in (f'"{one.date}', literal(one.reason))}


# ------------------------------------------------------------------------------------------------ one update

def swap(held: Holdings, change: Change) -> Swap:
    """The update that carries a change out."""
    naming = _naming(held, change)
    stories = _stories(held, change)
    moved = ({graph for profile in naming.moved for graph in held.tellers(profile)} | _retold(held, stories)) - change.drop
    told = [*change.put, *(held.told(graph) for graph in sorted(moved - {one.graph for one in change.put}))]
    names = held.names({one.key for each in told for one in each.profiles}) | dict(naming.names)
    withdrawn = {one.claim: one for one in change.decisions.withdrawals}
    quads = {one.graph: written(one, names, withdrawn=withdrawn) for one in told}
    stories = {graph: stories.get(graph) or held.value(graph, "story") or graph for graph in quads}
    gone = change.drop | moved
    lines = {one.graph: {*quads[one.graph].own, *_bookkeeping(one, quads[one.graph], stories[one.graph])} for one in told}
    shifts = [(MERGED, shift) for shift in _merged(held, gone, quads, stories)]
    shifts += [(IDENTITY, _identity(held, naming, change)), *_rewritten(held, lines)]
    return _swap(gone - set(lines), shifts)


def _merged(held: Holdings, gone: Set[str], quads: Mapping[str, ArticleQuads], stories: Mapping[str, str]) -> list[Shift]:
    """What follows in the merged graph."""
    return [_descriptions(held, gone, {triple for one in quads.values() for triple in one.shared}),
            standings.shift(held, {graph: standings.heard(held, graph) for graph in gone},
                            {graph: standings.raised(one, stories[graph]) for graph, one in quads.items()}),
            standings.last_days(held, gone, quads.values())]


def _rewritten(held: Holdings, lines: Mapping[str, set[Triple]]) -> Iterator[tuple[str, Shift]]:
    """Of an article that is there and only named anew, what differs."""
    for graph, after in lines.items():
        before = set(held.triples(graph))
        yield graph, Shift(before - after, after - before)


def _swap(drop: Set[str], shifts: Iterable[tuple[str, Shift]]) -> Swap:
    """All in one; what would go and come is left."""
    delete, insert = defaultdict[str, set[Triple]](set), defaultdict[str, set[Triple]](set)
    for graph, shift in shifts:
        delete[graph] |= shift.delete
        insert[graph] |= shift.insert
    both = {graph: delete[graph] & insert[graph] for graph in insert}
    return Swap(frozenset(drop), {graph: found - both.get(graph, set()) for graph, found in delete.items()},
                {graph: found - both[graph] for graph, found in insert.items()})


def _descriptions(held: Holdings, gone: Set[str], shared: set[Triple]) -> Shift:
    """The triples about shared things: those that only articles gave that go, and those that nobody gave."""
    given = sorted(shared)
    new = {triple for triple, there in zip(given, held.merged(given), strict=True) if not there}
    lost = {triple for graph in gone for triple in held.stood(graph, "describes")} - shared
    return Shift({triple for triple in lost if not held.stands("describes", triple, gone)}, new)


def _bookkeeping(told: Told, quads: ArticleQuads, story: str) -> Iterator[Triple]:
    """By what the article is known again; exports leave it out."""
    texts = [("record", told.record()), ("story", story),
             *(("tells", one.key) for one in told.profiles),
             *(("probe", one) for one in copies.probes(_sketch(told))),
             *(("printed", one) for one in standings.printed(quads)),
             *(("describes", " ".join(triple)) for triple in quads.shared),
             *((standing, " ".join(triple)) for standing, triple in quads.standing)]
    yield from ((told.graph, iri(f"ts:{name}"), literal(text)) for name, text in texts)


# ------------------------------------------------------------------------------------------------ names

@dataclass(frozen=True, slots=True)
class _Naming:
    """The names that were worked out anew, by profile; the profiles that come and that go, and the old names of those
    whose name has changed.
    """

    names: Mapping[str, str]
    fresh: Mapping[str, Profile]
    gone: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)


def _naming(held: Holdings, change: Change) -> _Naming:
    new = {one.key: one for told in change.put for one in told.profiles}
    there = held.names(new)
    fresh = {key: one for key, one in new.items() if key not in there}
    old = held.values(change.drop, "tells")
    gone = frozenset(key for key in old if key not in new and not held.gives("tells", key, change.drop))
    if not fresh and not gone and not change.anew:
        return _Naming({}, {})
    roots = None if change.anew else _roots(held, [*fresh.values(), *held.profiles(gone).values()], change.decisions)
    pool = {key: given for key, given in held.rooted(roots).items() if key not in gone}
    names = identity.resolve([*(one for one, _ in pool.values()), *fresh.values()], change.decisions.judgements)
    return _Naming(names, fresh, gone, {key: name for key, (_, name) in pool.items() if names[key] != name})


def _roots(held: Holdings, changed: Iterable[Profile], decisions: Decisions) -> set[str]:
    """Where profiles have to be compared again; what is judged hangs together, from wherever it comes."""
    judged = Judged(decisions.judgements).names()
    roots, names = set(), set()
    for one in changed:
        roots.add(one.root)
        names |= set(names_of(one))
    linked = held.roots(judged) if judged else set()
    return roots | linked if names & judged or roots & (linked | judged) else roots


def _identity(held: Holdings, naming: _Naming, change: Change) -> Shift:
    """What follows in the identity graph: profiles that come, go or are called otherwise, and the decisions."""
    gone, moved = held.profiles(naming.gone), held.profiles(naming.moved)
    old, new = {**held.names(gone), **naming.moved}, naming.names
    found = Shift({line for key, one in (*gone.items(), *moved.items()) for line in profile_lines(one, old[key])},
                  {line for key, one in (*naming.fresh.items(), *moved.items()) for line in profile_lines(one, new[key])})
    for given, lines in ((held.decisions(), found.delete), (_written(change.decisions), found.insert)) if change.anew else ():
        lines.update((IDENTITY, iri("ts:decisions"), literal(text)) for text in [given] if text)
    return found


def _written(decisions: Decisions) -> str:
    return decisions.to_json() if decisions != Decisions() else ""


# ------------------------------------------------------------------------------------------------ copies

def _stories(held: Holdings, change: Change) -> dict[str, str]:
    """The story of every article that comes, and of those whose story that changes: the least name among an article and
    its copies.
    """
    new = {told.graph: _sketch(told) for told in change.put}
    old = {graph: held.sketch(graph) for graph in change.drop - set(new)}
    near = {graph: _near(held, one) - change.drop - set(new) for graph, one in (*new.items(), *old.items())}
    stories = {graph: min([graph, *_copies(held, one, near[graph], new)]) for graph, one in new.items()}
    for graph in {found for some in near.values() for found in some}:
        story, mine = held.value(graph, "story") or graph, held.sketch(graph)
        if story in change.drop:
            story = min([graph, *_copies(held, mine, _near(held, mine) - change.drop - set(new), new)])
        stories[graph] = min([story, *(other for other, one in new.items() if other < story and copies.are_copies(mine, one))])
    return stories


def _near(held: Holdings, one: copies.Sketch) -> set[str]:
    """The articles that may be copies."""
    found = Counter(graph for probe in copies.probes(one) for graph in held.givers("probe", probe))
    return {graph for graph, count in found.items() if count >= copies.enough(one)}


def _copies(held: Holdings, one: copies.Sketch, near: Set[str], new: Mapping[str, copies.Sketch]) -> set[str]:
    """The articles that are copies, among those that are near and those that come."""
    there = (found for found in near if copies.are_copies(one, held.sketch(found)))
    return {*there, *(found for found, other in new.items() if copies.are_copies(one, other))}


def _retold(held: Holdings, stories: Mapping[str, str]) -> set[str]:
    """The articles of the store whose story is another now."""
    return {graph for graph, story in stories.items() if held.value(graph, "story") not in (None, story)}


def _sketch(told: Told) -> copies.Sketch:
    found = (what for _, predicate, what in told.own if predicate == SKETCH)
    return copies.read(next(found, '""')[1:-1])
