"""What can be said: the classes, properties and concepts of `ontology/ontology.ttl`.

The ontology is the only list of relations, harms, outcomes and actions: code asks it, and never repeats it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.errors import OntologyError
from kg.prefixes import PREFIXES as PREFIXES, expand as expand, local_name as local_name

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node, URIRef

SCHEMES = {"HarmScheme": "harm", "OutcomeScheme": "outcome", "LegalActionScheme": "action"}
LITERALS = {
    PREFIXES["xsd"] + "gYear": ("year",),
    PREFIXES["xsd"] + "integer": ("integer",),
    PREFIXES["xsd"] + "string": ("money", "place"),
    "": ("date", "month", "year"),
}
"""Which kinds of `kg.model.Value` a property takes, by its range; one without a range takes times."""

Labels = dict[str, str]
ManyLabels = dict[str, tuple[str, ...]]
Term = TypeVar("Term")


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class: its local name ("Platform"), IRI, labels and definitions by language, and the classes above it."""

    name: str
    iri: str
    labels: Labels
    definitions: Labels
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A claimable property.

    `domain` are names of classes (none: any), `range` the name of a class ("" for any, or for literals), `literals` the
    kinds of `kg.model.Value` that may be its object (none: its object is a node).
    """

    name: str
    iri: str
    labels: Labels
    definitions: Labels
    domain: tuple[str, ...] = ()
    range: str = ""
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A harm, an outcome type or an action type: `scheme` is "harm", "outcome" or "action".

    `labels` are shown; `alt` also name it in texts; `hidden` are matched and never shown. `broader` holds ids.
    """

    id: str
    scheme: str
    iri: str
    labels: Labels
    definitions: Labels
    alt: ManyLabels
    hidden: ManyLabels
    broader: tuple[str, ...] = ()

    def names(self, lang: str) -> tuple[str, ...]:
        """Every label of one language, the preferred one first, the hidden ones last."""
        preferred = (self.labels[lang],) if lang in self.labels else ()
        return preferred + self.alt.get(lang, ()) + self.hidden.get(lang, ())


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that claims may speak of, by local name or concept id; `source` is the Turtle that was read."""

    classes: dict[str, EntityType]
    relations: dict[str, Relation]
    harms: dict[str, Concept]
    outcome_types: dict[str, Concept]
    action_types: dict[str, Concept]
    source: str
    _narrower: dict[tuple[str, str], bool] = field(init=False, default_factory=dict, repr=False, compare=False)

    def relation(self, name: str) -> Relation:
        """The claimable property of that local name; raises OntologyError with the nearest names."""
        return _get(self.relations, name, "claimable property")

    def concept(self, scheme: str, name: str) -> Concept:
        """The concept of that id in the scheme "harm", "outcome" or "action"; raises OntologyError."""
        found = {"harm": self.harms, "outcome": self.outcome_types, "action": self.action_types}
        return _get(found[scheme], name, f"{scheme} type" if scheme != "harm" else scheme)

    def fits(self, predicate: str, subject: str, what: str) -> bool:
        """Whether a property takes a subject of that class and that object, a class or a kind of value.

        >>> load().fits("founder", "Platform", "Person"), load().fits("foundedIn", "Platform", "money")
        (True, False)
        """
        relation = self.relation(predicate)
        if relation.domain and not any(self.is_a(subject, wide) for wide in relation.domain):
            return False
        if relation.literals:
            return what in relation.literals
        return what in self.classes and (not relation.range or self.is_a(what, relation.range))

    def is_a(self, narrow: str, wide: str) -> bool:
        """Whether a class is another one or stands below it."""
        parents = self.classes[narrow].parents if narrow in self.classes else ()
        return narrow == wide or any(self.is_a(above, wide) for above in parents)

    def narrower_or_same(self, narrow: str, wide: str) -> bool:
        """Whether the first concept is the second one or stands below it; both ids are of one scheme.

        >>> load().narrower_or_same("csam", "child-safety")
        True
        >>> load().narrower_or_same("child-safety", "csam")
        False
        """
        known = self._narrower.get((narrow, wide))
        if known is None:
            schemes = (self.harms, self.outcome_types, self.action_types)
            known = any(wide in _upwards(narrow, scheme) for scheme in schemes if narrow in scheme)
            self._narrower[narrow, wide] = known
        return known


def load(path: Path | None = None) -> Ontology:
    """The ontology that comes with the package, or the one in a Turtle file of the user's; read once per path."""
    return _load(path)


@cache
def _load(path: Path | None) -> Ontology:
    source = _read(path)
    return _build(_parse(source, str(path or "ontology.ttl")), source)


def _read(path: Path | None) -> str:
    file = path if path else resources.files("kg.ontology") / "ontology.ttl"
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"cannot read the ontology {file}: {error}") from error


def _parse(source: str, name: str) -> Graph:
    from rdflib import Graph  # costs 0.2 s, which those who only want the prefixes need not pay
    try:
        return Graph(bind_namespaces="none").parse(data=source, format="turtle")
    except Exception as error:  # rdflib's parsers raise many kinds
        reason = " ".join(str(error).split())
        raise OntologyError(f"{name}: no valid Turtle: {reason[:200]}") from error


def _build(graph: Graph, source: str) -> Ontology:
    concepts = {scheme: dict(_concepts(graph, scheme)) for scheme in SCHEMES}
    harms, outcomes, actions = concepts.values()
    return Ontology(dict(_classes(graph)), dict(_relations(graph)), harms, outcomes, actions, source)


def _classes(graph: Graph) -> Iterator[tuple[str, EntityType]]:
    for node in _sorted(graph.subjects(_iri("rdf:type"), _iri("owl:Class"))):
        name, parents = local_name(node), _own_names(graph.objects(node, _iri("rdfs:subClassOf")))
        yield name, EntityType(name, str(node), *_described(graph, node, "rdfs:label"), parents)


def _relations(graph: Graph) -> Iterator[tuple[str, Relation]]:
    for node in _sorted(graph.subjects(_iri("ts:claimable"), None)):
        name, literals = local_name(node), _literals(graph, node)
        domain = [*graph.objects(node, _iri("rdfs:domain")), *graph.objects(node, _iri("schema:domainIncludes"))]
        ranges = () if literals else _own_names(graph.objects(node, _iri("rdfs:range")))
        described = _described(graph, node, "rdfs:label")
        yield name, Relation(name, str(node), *described, _own_names(domain), "".join(ranges[:1]), literals)


def _literals(graph: Graph, node: URIRef) -> tuple[str, ...]:
    if (node, _iri("rdf:type"), _iri("owl:DatatypeProperty")) not in graph:
        return ()
    ranges = [str(kind) for kind in graph.objects(node, _iri("rdfs:range"))]
    return LITERALS.get(ranges[0] if ranges else "", ("money", "place"))


def _concepts(graph: Graph, scheme: str) -> Iterator[tuple[str, Concept]]:
    for node in _sorted(graph.subjects(_iri("skos:inScheme"), _iri(f"ts:{scheme}"))):
        name = local_name(node)
        yield name, Concept(
            name, SCHEMES[scheme], str(node), *_described(graph, node, "skos:prefLabel"),
            _many(graph, node, "skos:altLabel"), _many(graph, node, "skos:hiddenLabel"),
            tuple(local_name(above) for above in _sorted(graph.objects(node, _iri("skos:broader")))))


def _described(graph: Graph, node: URIRef, labels: str) -> tuple[Labels, Labels]:
    """Labels and definitions, one each for a language."""
    found = (_many(graph, node, labels), _many(graph, node, "skos:definition"))
    first, second = ({lang: words[0] for lang, words in many.items()} for many in found)
    return first, second


def _many(graph: Graph, node: URIRef, prop: str) -> ManyLabels:
    pairs = sorted((str(getattr(word, "language", "") or ""), str(word)) for word in graph.objects(node, _iri(prop)))
    return {lang: tuple(word for other, word in pairs if other == lang) for lang, _ in pairs}


def _own_names(nodes: Iterable[Node]) -> tuple[str, ...]:
    return tuple(local_name(node) for node in _sorted(nodes) if node.startswith(PREFIXES["ts"]))


def _sorted(nodes: Iterable[Node]) -> list[URIRef]:
    from rdflib import URIRef
    return sorted({node for node in nodes if isinstance(node, URIRef)})


@cache
def _iri(curie: str) -> URIRef:
    from rdflib import URIRef
    return URIRef(expand(curie))


def _upwards(name: str, scheme: Mapping[str, Concept]) -> set[str]:
    """The concept and all that stand above it; a ring in the file does no harm."""
    seen, todo = set[str](), [name]
    while todo:
        seen.add(current := todo.pop())
        todo.extend(above for above in scheme[current].broader if above in scheme and above not in seen)
    return seen


def _get(terms: Mapping[str, Term], name: str, what: str) -> Term:
    if name not in terms:
        raise OntologyError(f'no {what} "{name}" in the ontology', hint=_nearest(name, terms))
    return terms[name]


def _nearest(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0.5)
    return f"did you mean {', '.join(near)}?" if near else ""
