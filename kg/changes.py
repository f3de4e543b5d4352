"""What has to change in a store when articles come and go or decisions change: worked out first, done in one update.

A change looks at the profiles that come and go, compares them within their roots, and names anew only the articles that
speak of a thing whose name has changed. Invariant: what comes out is what a fresh store of the same articles and
decisions would hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kg import copies, identity
from kg.decisions import Decisions, tombstone
from kg.forgetting import forget
from kg.holdings import Holdings, profile_iri
from kg.profiles import Profile
from kg.terms import Triple, iri, literal
from kg.told import ArticleQuads, Told, written
from kg.updates import DATED, IDENTITY, MERGED, Swap, key


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
    gone = change.drop | moved
    shared = {triple for one in quads.values() for triple in one.shared}
    insert = {one.graph: [*quads[one.graph].own, *_bookkeeping(one, quads[one.graph], stories, held)] for one in told}
    insert |= {MERGED: sorted(shared), IDENTITY: _lines(naming, change.decisions)}
    touched = held.claimed(gone) | {triple for one in quads.values() for triple in one.candidates}
    touched |= {one for s, p, _ in touched if p in DATED for one in held.siblings(s, p)}
    stood = {triple for one in quads.values() for _, triple in one.standing}
    stood |= {triple for triple in touched - stood if held.stands(" ".join(triple), gone)}
    return Swap(frozenset(gone), tuple(_undescribed(held, gone, shared)), insert, frozenset(touched), frozenset(stood),
                frozenset(held.events(gone) | _events(quads.values())),
                frozenset({*map(profile_iri, naming.gone | naming.moved), *([IDENTITY] if change.anew else [])}))


def _events(quads: Iterable[ArticleQuads]) -> set[str]:
    return {what for one in quads for _, predicate, what in one.own if predicate == iri("ts:denotes")}


def _undescribed(held: Holdings, gone: Collection[str], shared: Collection[Triple]) -> list[Triple]:
    """The triples of shared things that only articles gave that go."""
    now = {" ".join(triple) for triple in shared}
    lost = sorted(text for text in held.values(gone, "describes") - now if held.givers("describes", text) <= set(gone))
    return [(*text.split(" ", 2),) for text in lost]  # type: ignore[misc]


def _bookkeeping(told: Told, quads: ArticleQuads, stories: Mapping[str, str], held: Holdings) -> list[Triple]:
    """By what the article is known again; exports leave it out."""
    this = told.graph
    texts = [("record", told.record()), ("story", stories.get(this) or held.value(this, "story") or ""),
             *(("tells", one.key) for one in told.profiles),
             *(("probe", one) for one in copies.probes(_sketch(told))),
             *(("describes", " ".join(triple)) for triple in quads.shared)]
    return sorted({*((this, iri(f"ts:{name}"), literal(text)) for name, text in texts),
                   *((this, iri(f"ts:{standing}"), key(triple)) for standing, triple in quads.standing)})


# ------------------------------------------------------------------------------------------------ names

@dataclass(frozen=True, slots=True)
class _Naming:
    """The names that were worked out anew, by profile; the profiles that come, that go, and whose name has changed."""

    names: Mapping[str, str]
    fresh: Mapping[str, Profile]
    gone: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    pool: Mapping[str, Profile] | None = None


def _naming(held: Holdings, change: Change) -> _Naming:
    new = {one.key: one for told in change.put for one in told.profiles}
    there = held.profiles(new)
    fresh = {key: one for key, one in new.items() if key not in there}
    old = held.values(change.drop, "tells")
    gone = frozenset(key for key in old if key not in new and held.tellers(key) <= change.drop)
    if not fresh and not gone and not change.anew:
        return _Naming({}, {})
    keys = held.all_profiles() if change.anew else held.rooted(_roots(held, [*fresh.values(), *held.profiles(gone).values()],
                                                                      change.decisions))
    pool = {**held.profiles(keys - gone), **fresh}
    names, before = identity.resolve(pool.values(), change.decisions.judgements), held.names(keys - gone)
    return _Naming(names, fresh, gone, frozenset(key for key, name in before.items() if names[key] != name), pool)


def _roots(held: Holdings, changed: Iterable[Profile], decisions: Decisions) -> set[str]:
    """Where profiles have to be compared again; what is judged hangs together, from wherever it comes."""
    judged = identity.Judged(decisions.judgements).names()
    roots, names = set(), set()
    for one in changed:
        roots.add(one.root)
        names |= set(identity.names_of(one))
    linked = held.roots(judged) if judged else set()
    return roots | linked if names & judged or roots & (linked | judged) else roots


def _lines(naming: _Naming, decisions: Decisions) -> list[Triple]:
    """What the identity graph holds of profiles that are new or have another name, and of the decisions."""
    profiles = {**naming.fresh, **{key: (naming.pool or {})[key] for key in naming.moved}}
    lines = [(profile_iri(key), iri(f"ts:{name}"), literal(text)) for key, one in profiles.items() for name, text in
             (("profile", one.to_json()), ("root", one.root), ("handle", one.handle), ("named", naming.names[key]))]
    kept = [(IDENTITY, iri("ts:decisions"), literal(decisions.to_json()))] if decisions != Decisions() else []
    return sorted([*lines, *kept])


# ------------------------------------------------------------------------------------------------ copies

def _stories(held: Holdings, change: Change) -> dict[str, str]:
    """The story of every article that comes, and of those whose story that changes: the least name among an article and
    its copies.
    """
    new = {told.graph: _sketch(told) for told in change.put}
    old = {graph: held.sketch(graph) for graph in change.drop - set(new)}
    stories = {graph: min([graph, *_copies(held, one, new, change.drop)]) for graph, one in new.items()}
    for graph in {found for one in (*new.values(), *old.values()) for found in _near(held, one)} - change.drop - set(new):
        story, mine = held.value(graph, "story") or graph, held.sketch(graph)
        if story in change.drop:
            story = min([graph, *_copies(held, mine, new, change.drop)])
        stories[graph] = min([story, *(other for other, one in new.items() if other < story and _are_copies(mine, one))])
    return stories


def _near(held: Holdings, one: copies.Sketch) -> set[str]:
    return {found for probe in copies.probes(one) for found in held.givers("probe", probe)}


def _copies(held: Holdings, one: copies.Sketch, new: Mapping[str, copies.Sketch], drop: Collection[str]) -> set[str]:
    there = (found for found in _near(held, one) - set(drop) - set(new) if _are_copies(one, held.sketch(found)))
    return {*there, *(found for found, other in new.items() if _are_copies(one, other))}


def _are_copies(one: copies.Sketch, other: copies.Sketch) -> bool:
    return not set(copies.probes(one)).isdisjoint(copies.probes(other)) and copies.are_copies(one, other)


def _retold(held: Holdings, stories: Mapping[str, str]) -> set[str]:
    """The articles of the store whose story is another now."""
    return {graph for graph, story in stories.items() if held.value(graph, "story") not in (None, story)}


def _sketch(told: Told) -> copies.Sketch:
    found = (what for _, predicate, what in told.own if predicate == iri("ts:sketch"))
    return copies.read(next(found, '""')[1:-1])
