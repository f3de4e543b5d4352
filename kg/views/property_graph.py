"""The chosen claims as nodes and edges with flat attributes: what graph tools and spreadsheets can hold.

Invariant: an edge is one claim, with its status, negation, speaker, evidence and article; there is no edge without
them, so that no tool can show an allegation as a plain line between two names. A value ("2009") is a node of its own,
one for each thing and relation, for two platforms are no neighbours for having been founded in one year.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.prefixes import BASE, expand, local_name
from kg.selection import Selection, select
from kg.statements import Said, short
from kg.terms import iri
from kg.views.chosen import left_out

if TYPE_CHECKING:
    from kg.store import Store

KINDS = ("Platform", "Organization", "Person", "Group", "LegalAction", "Outcome", "Harm")

Terms = Mapping[str, list[tuple[str, str]]]
"""What is known of one thing: local name of a property -> (value, language), sorted."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing or a value: `id` an IRI, `label_id` its Indonesian label, `kind` its class or "Value" or "Thing".

    `type` is that of an action ("lawsuit"), outcome ("fine") or value ("gYear", "text"), "" where there is none.
    """

    id: str
    label: str
    label_id: str
    kind: str
    type: str = ""
    provisional: bool = False
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim: `id`, `source` and `target` are IRIs, as are `speaker`, `sentence` and `article`.

    `fact` says that this claim is one of those that make its triple a fact. `sentence_start` and `sentence_end` are code
    points of the article's text.
    """

    id: str
    source: str
    target: str
    label: str
    predicate: str
    status: str
    negated: bool
    fact: bool
    speaker: str
    speaker_label: str
    trigger: str
    quote: str
    sentence: str
    sentence_start: int
    sentence_end: int
    article: str
    headline: str
    url: str
    publisher: str
    published: str


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Nodes and edges, sorted by id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def read(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> PropertyGraph:
    """What is chosen, as nodes and edges. Raises KgError."""
    claims = select(store, selection).claims
    about = _about(store, {name for said in claims for name in (*said.ends, said.speaker, said.article, said.predicate,
                                                                said.sentence, said.claim)}, quotes)
    nodes = {node.id: node for said in claims for node in _nodes(said, about)}
    edges = {said.claim: _edge(said, about) for said in claims}
    return PropertyGraph(tuple(nodes[key] for key in sorted(nodes)), tuple(edges[key] for key in sorted(edges)))


def _about(store: Store, wanted: set[str], quotes: str) -> Mapping[str, Terms]:
    found: defaultdict[str, defaultdict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    hidden = left_out(quotes)
    names = (name for name in _READ if iri(name) not in hidden)
    for row in store.query(f"SELECT ?thing ?property ?value WHERE {{ VALUES ?property {{ {' '.join(names)} }} "
                           "?thing ?property ?value }"):
        if row["thing"].value in wanted:
            value = (row["value"].value, getattr(row["value"], "language", None) or "")
            found[row["thing"].value][local_name(row["property"].value)].add(value)
    return {thing: {name: sorted(values) for name, values in terms.items()} for thing, terms in found.items()}


_READ = ("rdf:type", "rdfs:label", "skos:prefLabel", "ts:provisional", "skos:exactMatch", "ts:outcomeType", "ts:actionType",
         "ts:trigger", "nif:anchorOf", "nif:beginIndex", "nif:endIndex", "schema:headline", "schema:url", "schema:publisher")


def _nodes(said: Said, about: Mapping[str, Terms]) -> Iterator[Node]:
    yield _entity(said.subject, about.get(said.subject, {}))
    if said.literal:
        yield Node(_value_id(said), said.object, said.object, "Value", local_name(said.datatype) or "text")
    else:
        yield _entity(said.object, about.get(said.object, {}))


def _entity(name: str, terms: Terms) -> Node:
    types = {value for value, _ in terms.get("type", ())}
    return Node(id=name, label=_label(terms, "en", name), label_id=_label(terms, "id", name),
                kind=next((kind for kind in KINDS if expand(f"ts:{kind}") in types), "Thing"),
                type=local_name(_first(terms, "outcomeType") or _first(terms, "actionType")),
                provisional=_first(terms, "provisional") == "true", same_as=_first(terms, "exactMatch"))


def _edge(said: Said, about: Mapping[str, Terms]) -> Edge:
    claim, sentence, article = (about.get(name, {}) for name in (said.claim, said.sentence, said.article))
    return Edge(
        id=said.claim, source=said.subject, target=_value_id(said) if said.literal else said.object,
        label=_label(about.get(said.predicate, {}), "en", said.predicate), predicate=local_name(said.predicate),
        status=said.status, negated=said.negated, fact=said.carries_fact, speaker=said.speaker,
        speaker_label=said.speaker and _label(about.get(said.speaker, {}), "en", said.speaker),
        trigger=_first(claim, "trigger"), quote=_first(sentence, "anchorOf"), sentence=said.sentence,
        sentence_start=int(_first(sentence, "beginIndex") or 0), sentence_end=int(_first(sentence, "endIndex") or 0),
        article=said.article, headline=_first(article, "headline"), url=_first(article, "url"),
        publisher=_first(article, "publisher"), published=said.published)


def _value_id(said: Said) -> str:
    key = "\n".join((said.subject, said.predicate, said.term))
    return f"{BASE}id/value/{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def _label(terms: Terms, lang: str, name: str) -> str:
    """The label in a language, else one without a language, else any, else the last part of the IRI."""
    labels = [*terms.get("prefLabel", ()), *terms.get("label", ())]
    ranked = sorted(labels, key=lambda pair: (pair[1] != lang, pair[1] != "", pair))
    return ranked[0][0] if ranked else short(name)


def _first(terms: Terms, name: str) -> str:
    return next((value for value, _ in terms.get(name, ())), "")
