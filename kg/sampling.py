"""A part of a big store that can be judged by itself: some articles, with all that the shapes ask about them.

What else the store holds on the articles' things would be wrong to leave out where a shape looks for it: that another
article carries or denies a fact, or gives a person their role. Those claims come along as bare statements, without
their type, so that they count as evidence but are not themselves examined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
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
_SAID = "SELECT ?s ?p ?o WHERE { VALUES ?g { %s } GRAPH ?g { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }"
_FACTS = "SELECT ?s ?p ?o WHERE { ?p ts:claimable true . GRAPH <urn:kb> { ?s ?p ?o } }"
_CLAIMABLE = "SELECT ?p WHERE { ?p ts:claimable true }"
_CLAIMS = "SELECT ?claim ?s ?p ?o WHERE { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
_SPEAKERS = "SELECT ?claim ?o WHERE { ?claim ts:saidBy ?o }"
_ABOUT = "CONSTRUCT { ?thing ?p ?o } WHERE { VALUES ?thing { %s } ?thing ?p ?o }"
_ONTOLOGY = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://w3id.org/tskg/ontology> { ?s ?p ?o } }"


def sample(store: Store, graphs: Sequence[str], most: int) -> bytes:
    """N-Triples of `most` of these articles, the same ones each time, with what belongs to them and the ontology.

    What is large is joined here and not in the query, where the engine took minutes.
    """
    chosen = _terms(sorted(graphs, key=lambda graph: hashlib.sha256(graph.encode()).hexdigest())[:most])
    things = {row["thing"].value for row in store.query(_THINGS % chosen)}
    said = {_triple(row) for row in store.query(_SAID % chosen)}
    facts = {fact for fact in map(_triple, store.query(_FACTS))
             if fact in said or fact[1] == iri("ts:founder") and fact[2][1:-1] in things}
    kept = [*facts, *_bare(store, facts, things)]
    claimable = {row["p"].value for row in store.query(_CLAIMABLE)}
    described = _without_facts(store.query(_ABOUT % _terms(sorted(things))).payload, claimable)
    lines = "".join(f"{' '.join(triple)} .\n" for triple in kept).encode()
    return store.query(_OWN % chosen).payload + described + lines + store.query(_ONTOLOGY).payload


def _bare(store: Store, facts: Set[Triple], things: Set[str]) -> Iterator[Triple]:
    """The claims on these facts, and those that give a person a role, without their type."""
    claims, role = set(), {}
    people = {thing for thing in things if iri("person:")[1:-1] in thing}
    for row in store.query(_CLAIMS):
        if _triple(row) in facts:
            claims.add(row["claim"].value)
        if row["p"].value in ROLES and row["o"].value in people:
            role[row["o"].value] = row["claim"].value
    role |= {row["o"].value: row["claim"].value for row in store.query(_SPEAKERS) if row["o"].value in people}
    claims |= set(role.values())  # one is enough
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
