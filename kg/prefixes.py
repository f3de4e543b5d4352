"""The one table of prefixes: N-Triples, queries, Turtle and the ontology's reader all take it from here."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import OntologyError

BASE = "https://w3id.org/tskg/"
"""Where every IRI of the project begins; `ontology.ttl` and `shapes.ttl` name their terms below the same base."""

KINDS = ("platform", "person", "org", "group", "case", "event", "article")
OWN = {"ts": "ontology#", "harm": "harm/", "out": "outcome/", "act": "action/", "dsa": "dsa/",
       **{kind: f"id/{kind}/" for kind in KINDS}, "sent": "id/sentence/", "c": "id/claim/",
       "tally": "id/tally/"}
FOREIGN = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
}
PREFIXES: Mapping[str, str] = {**{name: BASE + path for name, path in OWN.items()}, **FOREIGN}


def expand(curie: str) -> str:
    """The IRI of a prefixed name.

    >>> expand("harm:csam")
    'https://w3id.org/tskg/harm/csam'
    """
    prefix, _, local = curie.partition(":")
    if prefix not in PREFIXES:
        raise OntologyError(f'no prefix "{prefix}:"', hint=f"one of {', '.join(sorted(PREFIXES))}")
    return PREFIXES[prefix] + local


def local_name(iri: str) -> str:
    """What stands behind the last "#" or "/" of an IRI.

    >>> local_name("https://w3id.org/tskg/ontology#founder")
    'founder'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]
