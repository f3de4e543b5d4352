"""A part of a big store that can be judged by itself: some articles, with all that the shapes ask about them.

What else the store holds on the articles' things would be wrong to leave out where a shape looks for it: that another
article carries or denies a fact, or gives a person their role. Such claims come along as bare statements, without their
type, so that they count as evidence but are not themselves examined; one of each kind is enough for a shape, also for a
platform of which hundreds of articles say the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.prefixes import expand
from kg.terms import Triple, iri

if TYPE_CHECKING:
    from kg.store import Store

ROLES = {expand(f"ts:{name}") for name in ("founder", "executive", "defendant", "plaintiff", "imposedBy")}
PARTS = {iri(f"rdf:{name}") for name in ("subject", "predicate", "object")} | {
    iri(f"ts:{name}") for name in ("status", "evidence", "negated", "saidBy")}

_OWN = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?g { %s } GRAPH ?g { ?s ?p ?o } }"
_THINGS = """SELECT DISTINCT ?thing WHERE { VALUES ?g { %s }
  GRAPH ?g { ?claim ?part ?thing } VALUES ?part { rdf:subject rdf:object ts:saidBy } FILTER isIRI(?thing) }"""
_SAID = "SELECT ?claim ?s ?p ?o WHERE { VALUES ?g { %s } GRAPH ?g { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }"
_FACTS = "SELECT ?s ?p ?o WHERE { ?p ts:claimable true . GRAPH <urn:kb> { ?s ?p ?o } }"
_CLAIMABLE = "SELECT ?p WHERE { ?p ts:claimable true }"
_CLAIMS = "SELECT ?claim ?s ?p ?o WHERE { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
_STATED = """SELECT ?claim ?status WHERE { VALUES ?status { ts:asserted ts:confirmed }
  ?claim ts:status ?status ; ts:evidence ?sentence MINUS { ?claim ts:negated true } }"""
_AGAINST = "SELECT ?claim WHERE { { ?claim ts:status ts:denied } UNION { ?claim ts:negated true } }"
_SPEAKERS = "SELECT ?claim ?o WHERE { ?claim ts:saidBy ?o }"
_ABOUT = "CONSTRUCT { ?thing ?p ?o } WHERE { VALUES ?thing { %s } ?thing ?p ?o }"
_ONTOLOGY = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://w3id.org/tskg/ontology> { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Sample:
    """N-Triples, and what they hold: articles with their claims, facts, and claims of other articles that go with them."""

    lines: bytes
    articles: int
    claims: int
    facts: int
    lent: int

    def __str__(self) -> str:
        """In words."""
        return (f"{self.articles} articles with {self.claims} claims and {self.facts} facts, and {self.lent} claims of other "
                "articles that these rest on")


def sample(store: Store, graphs: Sequence[str], most: int) -> Sample:
    """`most` of these articles, the same ones each time, with what belongs to them and the ontology.

    What is large is joined here and not in the query, where the engine took minutes.
    """
    picked = sorted(graphs, key=lambda graph: hashlib.sha256(graph.encode()).hexdigest())[:most]
    chosen = _terms(picked)
    things = {row["thing"].value for row in store.query(_THINGS % chosen)}
    said = {row["claim"].value: _triple(row) for row in store.query(_SAID % chosen)}
    told = set(said.values())
    facts = {fact for fact in map(_triple, store.query(_FACTS))
             if fact in told or fact[1] == iri("ts:founder") and fact[2][1:-1] in things}
    lent = _lent(store, facts, things) - said.keys()
    claimable = {row["p"].value for row in store.query(_CLAIMABLE)}
    described = _without_facts(store.query(_ABOUT % _terms(sorted(things))).payload, claimable)
    lines = "".join(f"{' '.join(triple)} .\n" for triple in (*sorted(facts), *_bare(store, lent))).encode()
    return Sample(store.query(_OWN % chosen).payload + described + lines + store.query(_ONTOLOGY).payload,
                  len(picked), len(said), len(facts), len(lent))


def _lent(store: Store, facts: Set[Triple], things: Set[str]) -> set[str]:
    """Of the claims on each fact one that confirms, one that carries and one that disputes it, and one for a person's role."""
    standing = {row["claim"].value: row["status"].value for row in store.query(_STATED)}
    standing |= {row["claim"].value: "against" for row in store.query(_AGAINST)}
    people = {thing for thing in things if iri("person:")[1:-1] in thing}
    found: dict[object, str] = {}
    for row in store.query(_CLAIMS):
        claim, triple = row["claim"].value, _triple(row)
        if triple in facts and claim in standing:
            found.setdefault((triple, standing[claim]), claim)
        if row["p"].value in ROLES and row["o"].value in people:
            found.setdefault(row["o"].value, claim)
    for row in store.query(_SPEAKERS):
        if row["o"].value in people:
            found.setdefault(row["o"].value, row["claim"].value)
    return set(found.values())


def _bare(store: Store, claims: Set[str]) -> Iterator[Triple]:
    """What these claims say, without their type."""
    for line in store.query(_ABOUT % _terms(sorted(claims))).payload.decode().splitlines():
        subject, predicate, what = line.removesuffix(" .").split(" ", 2)
        if predicate in PARTS:
            yield subject, predicate, what


def _without_facts(lines: bytes, predicates: Set[str]) -> bytes:
    """Descriptions alone: facts are chosen apart, with the claims that carry them."""
    known = {f"<{predicate}>".encode() for predicate in predicates}
    return b"".join(line + b"\n" for line in lines.splitlines() if line.split(b" ", 2)[1] not in known)


def _triple(row: Any) -> Triple:
    return str(row["s"]), str(row["p"]), str(row["o"])


def _terms(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)
