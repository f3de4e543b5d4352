"""A part of a big store that can be judged by itself: some articles, with all that the shapes ask about them.

What else the store holds on the articles' things would be wrong to leave out where a shape looks for it: that another
article carries or denies a fact, or gives a person their role. Those claims come along as bare statements, without
their type, so that they count as evidence but are not themselves examined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store

_OWN = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?g { %s } GRAPH ?g { ?s ?p ?o } }"
_THINGS = """SELECT DISTINCT ?thing WHERE { VALUES ?g { %s }
  GRAPH ?g { ?claim ?part ?thing } VALUES ?part { rdf:subject rdf:object ts:saidBy } FILTER isIRI(?thing) }"""
_DESCRIPTIONS = """CONSTRUCT { ?thing ?p ?o } WHERE { VALUES ?thing { %s } GRAPH <urn:kb> { ?thing ?p ?o }
  MINUS { ?p ts:claimable true } }"""
_FACTS = """SELECT DISTINCT ?s ?p ?o WHERE {
  { VALUES ?g { %s } GRAPH ?g { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }
  UNION { VALUES ?o { %s } VALUES ?p { ts:founder } ?s ?p ?o }
  GRAPH <urn:kb> { ?s ?p ?o } }"""
_CLAIMS = """CONSTRUCT { ?s ?p ?o . ?claim ?q ?v } WHERE { VALUES (?s ?p ?o) { %s }
  ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ?q ?v .
  VALUES ?q { rdf:subject rdf:predicate rdf:object ts:status ts:evidence ts:negated } }"""
_ROLES = """CONSTRUCT { ?claim ?part ?thing ; rdf:predicate ?role } WHERE {
  VALUES ?thing { %s } VALUES ?part { rdf:object ts:saidBy } ?thing a ts:Person . ?claim ?part ?thing ; rdf:predicate ?role }"""
_ONTOLOGY = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://w3id.org/tskg/ontology> { ?s ?p ?o } }"


def sample(store: Store, graphs: Sequence[str], most: int) -> bytes:
    """N-Triples of `most` of these articles, the same ones each time, with what belongs to them and the ontology."""
    chosen = _terms(sorted(graphs, key=lambda graph: hashlib.sha256(graph.encode()).hexdigest())[:most])
    things = _terms(row["thing"].value for row in store.query(_THINGS % chosen))
    facts = " ".join(f"({row['s']} {row['p']} {row['o']})" for row in store.query(_FACTS % (chosen, things)))
    return b"".join(store.query(text).payload for text in (
        _OWN % chosen, _DESCRIPTIONS % things, _CLAIMS % facts, _ROLES % things, _ONTOLOGY))


def _terms(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)
