"""An article as the store keeps it: what never changes, and what is named anew when things turn out to be one.

The words, offsets and statuses of an article are fixed triples. Its claims speak of nodes; which IRI a node has is
decided over all articles, and `written` puts it in. So a merge rewrites no mention, and undoing it leaves no trace.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.decisions import Withdrawal
from kg.profiles import Profile
from kg.terms import TRUE, Triple, iri, literal, short_hash, typed

WITHHELD = "[name withheld]"
STANDINGS = {"asserted": "carries", "confirmed": "confirms", "denied": "disputes"}


@dataclass(frozen=True, slots=True)
class Said:
    """A claim: its IRI's local name, the nodes of subject, object and speaker ("" where there is none), the predicate
    and the value as N-Triples terms, its status, and whether it is negated.
    """

    claim: str
    subject: str
    predicate: str
    object: str
    value: str
    speaker: str
    status: str
    negated: bool = False

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes that it speaks of."""
        return tuple(node for node in (self.subject, self.object, self.speaker) if node)

    @property
    def standing(self) -> str:
        """How the article stands to the triple: it "carries", "confirms" or "disputes" it, or "" where it is only alleged
        or hypothetical. Whoever negates a triple, in whatever way, disputes it.
        """
        return "disputes" if self.negated else STANDINGS.get(self.status, "")


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: its fixed prefixed name or its profile, what the article says it is (predicates and objects as N-Triples
    terms), its names where it is a person, and the last day on which it can have been where it is an event.
    """

    node: str
    name: str
    profile: Profile | None
    about: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    latest: str = ""

    def iri(self, names: Mapping[str, str]) -> str:
        """Its IRI, where `names` are the prefixed names of profiles by key."""
        return iri(names[self.profile.key] if self.profile else self.name)


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells. `key` names it across versions, `graph` is its IRI in brackets, which names this version;
    `own` are its fixed triples.
    """

    key: str
    graph: str
    own: tuple[Triple, ...]
    said: tuple[Said, ...]
    things: tuple[Thing, ...]

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """By what its things are known."""
        return tuple(thing.profile for thing in self.things if thing.profile)

    def record(self) -> str:
        """All but the fixed triples and the profiles, as one line of JSON."""
        things = [[one.node, one.name, one.profile.key if one.profile else "", one.about, one.names, one.latest]
                  for one in self.things]
        said = [[one.claim, one.subject, one.predicate, one.object, one.value, one.speaker, one.status,
                 one.negated] for one in self.said]
        return json.dumps({"said": said, "things": things}, ensure_ascii=True, separators=(",", ":"))


def recalled(key: str, graph: str, own: Iterable[Triple], record: str, profiles: Mapping[str, Profile]) -> Told:
    """What `record` wrote, with its fixed triples and its profiles by key."""
    given = json.loads(record)
    things = (Thing(node, name, profiles[profile] if profile else None, tuple((p, o) for p, o in about), tuple(names), latest)
              for node, name, profile, about, names, latest in given["things"])
    return Told(key, graph, tuple(sorted(own)), tuple(Said(*one) for one in given["said"]), tuple(things))


# ------------------------------------------------------------------------------------------------ with names put in

@dataclass(frozen=True, slots=True)
class ArticleQuads:
    """The triples of one article with every thing named; each heap is sorted and has no doubles.

    `own` belongs into its graph, `shared` into the merged one; `candidates` are subject, predicate and object of its
    claims. `standing` says how the article stands to them: "carries", "confirms" or "disputes", and the triple.
    """

    graph: str
    own: tuple[Triple, ...]
    shared: tuple[Triple, ...]
    candidates: tuple[Triple, ...]
    standing: tuple[tuple[str, Triple], ...]


def written(told: Told, names: Mapping[str, str], *, withdrawn: Mapping[str, Withdrawal] | None = None) -> ArticleQuads:
    """The article's triples, where `names` are the prefixed names of profiles by key and `withdrawn` claims that no
    longer count. A withdrawn claim stays as a record of another class, without a status, and stands to nothing.
    """
    iris = {thing.node: thing.iri(names) for thing in told.things}
    own = [*told.own, *(triple for one in told.said for triple in _claim(one, iris, (withdrawn or {}).get(one.claim))),
           *(triple for thing in told.things if thing.latest for triple in _denoting(told, thing, iris))]
    shared = ((iris[thing.node], predicate, what) for thing in told.things for predicate, what in thing.about)
    candidates = (bare(one, iris) for one in told.said)
    standing = {(one.standing, bare(one, iris)) for one in told.said
                if one.standing and one.claim not in (withdrawn or {})}
    return ArticleQuads(told.graph, _ordered(own), _ordered(shared), _ordered(candidates), tuple(sorted(standing)))


def bare(said: Said, iris: Mapping[str, str]) -> Triple:
    """The triple that a claim is about."""
    return iris[said.subject], said.predicate, iris[said.object] if said.object else said.value


def _claim(said: Said, iris: Mapping[str, str], withdrawn: Withdrawal | None) -> Iterator[Triple]:
    this, (subject, _, what) = iri(f"c:{said.claim}"), bare(said, iris)
    yield typed(this, "ts:WithdrawnClaim" if withdrawn else "ts:Claim")
    yield this, iri("rdf:subject"), subject
    yield this, iri("rdf:object"), what
    if said.speaker:
        yield this, iri("ts:saidBy"), iris[said.speaker]
    yield this, iri("ts:formerStatus" if withdrawn else "ts:status"), iri(f"ts:{said.status}")
    if said.negated:
        yield this, iri("ts:formerlyNegated" if withdrawn else "ts:negated"), TRUE
    if withdrawn:
        yield this, iri("prov:invalidatedAtTime"), literal(f"{withdrawn.date}T00:00:00Z", datatype="dateTime")
        yield this, iri("ts:withdrawnFor"), literal(withdrawn.reason)


def _denoting(told: Told, thing: Thing, iris: Mapping[str, str]) -> Iterator[Triple]:
    """Which event the article's node is, and the last day that the article allows: the store takes the earliest of all."""
    this = f"{told.graph[:-1]}/{short_hash(thing.node)}>"
    yield this, iri("ts:denotes"), iris[thing.node]
    yield this, iri("ts:notAfter"), thing.latest


def _ordered(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(set(triples)))
