"""Shared things: what an article says that a platform, person, case or event is, and how it is called.

Every article that speaks of one describes it; the store keeps each triple once, for as long as some article gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg import phrases
from kg.gazetteer import Known
from kg.minting import Minted, is_stated
from kg.model import Extraction, Node
from kg.schema import Concept, Labels, Ontology
from kg.terms import TRUE, iri, literal

WIKIDATA = "http://www.wikidata.org/entity/"
NAMED = ("Platform", "Organization", "Person", "Group")


@dataclass(frozen=True, slots=True)
class Source:
    """What every step of writing an article looks into."""

    extraction: Extraction
    known: Mapping[str, Known]
    ontology: Ontology
    minted: Minted

    def party(self, node: Node) -> Node | None:
        """Whom a case is brought against, or what an outcome befell."""
        found = self.minted.party.get(node.id)
        return self.extraction.nodes[found] if found else None


def things(source: Source) -> Iterator[Node]:
    """The nodes that claims speak of."""
    yield from (source.extraction.nodes[key] for key in sorted({*source.minted.names, *source.minted.profiles}))


def description(source: Source, node: Node) -> Iterator[tuple[str, str]]:
    """The types, names and particulars of one node, as predicates and objects; harms stand in the ontology."""
    if node.kind == "Harm":
        return
    yield iri("rdf:type"), iri(f"ts:{node.kind}")
    labels = _labels(source, node)
    if node.kind not in NAMED and not is_stated(node, source.extraction.claims):
        labels = phrases.unstated(labels)
    yield from ((iri("rdfs:label"), literal(label, lang=lang)) for lang, label in labels.items())
    yield from ((iri(name), term) for name, term in DESCRIBED[node.kind](source, node))


def _labels(source: Source, node: Node) -> Labels:
    if node.kind == "Group":
        return phrases.group(node.type, node.name)
    if node.kind in NAMED:
        return {"": source.known[node.known].name if node.known in source.known else node.name}
    party = source.party(node)
    return phrases.event(_concept(source, node), _party_labels(source, node, party) if party else {})


def _party_labels(source: Source, node: Node, party: Node) -> Labels:
    if party.kind in NAMED:
        return _labels(source, party)
    is_case = node.kind == "Outcome" and party.kind == "LegalAction"
    return phrases.within(_labels(source, party)) if is_case else {}


Described = Iterator[tuple[str, str]]


def _about_named(source: Source, node: Node) -> Described:
    if not node.known:
        yield "ts:provisional", TRUE
        yield from (("skos:altLabel", literal(alias)) for alias in node.aliases if alias != node.name)
    yield from _about_known(source, node)


def _about_known(source: Source, node: Node) -> Described:
    """What the gazetteer has; of a person nothing else, for the shapes allow no more."""
    if entry := source.known.get(node.known):
        yield from (("skos:altLabel", literal(name.text, lang=name.lang)) for name in entry.names[1:])
        if entry.exact_match:
            yield "skos:exactMatch", f"<{WIKIDATA}{entry.exact_match}>"


def _about_case(source: Source, node: Node) -> Described:
    yield "ts:actionType", f"<{_concept(source, node).iri}>"
    if source.ontology.narrower_or_same(node.type, "lawsuit"):
        yield "rdf:type", iri("ts:Lawsuit")


def _about_outcome(source: Source, node: Node) -> Described:
    yield "ts:outcomeType", f"<{_concept(source, node).iri}>"


def _nothing_more(source: Source, node: Node) -> Described:
    yield from ()


DESCRIBED = {"Platform": _about_named, "Organization": _about_named, "Person": _about_known, "Group": _nothing_more,
             "LegalAction": _about_case, "Outcome": _about_outcome}


def _concept(source: Source, node: Node) -> Concept:
    return source.ontology.concept("action" if node.kind == "LegalAction" else "outcome", node.type)
