"""What the page holds: entities, statements, claims, sentences and articles as plain tables, each thing once.

Ids are IRIs without their common base; claims, sentences and articles name each other by their place in the table.
What the store does not know is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.statements import Statement, short
from kg.views.graph import TS, About, first, name_of

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Words = Mapping[str, Any]
SHAPES = {"Platform": "hexagon", "Organization": "square", "Person": "dot", "Group": "triangleDown",
          "LegalAction": "diamond", "Outcome": "star", "Harm": "triangle", "Thing": "dot"}
STATUSES = ("confirmed", "asserted", "alleged", "denied", "hypothetical")


def tables(graph: Graph, words: Words, lang: str, folded: Mapping[str, str]) -> dict[str, Any]:
    """All that the page's script reads but the drawing; `folded` names what stands for an entity that is not drawn."""
    about = graph.graph["about"]
    told = _told(graph)
    claims = [claim for one in told for claim in sorted(one.claims, key=lambda claim: _reading_order(about, claim))]
    sentences = sorted({first(about[claim], "evidence") for claim in claims} - {""})
    articles = sorted({first(about.get(sentence, {}), "referenceContext") for sentence in sentences} - {""})
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    number = {thing: place for table in (claims, sentences, articles) for place, thing in enumerate(table)}
    return {
        "words": dict(words), "statuses": STATUSES, "shapes": SHAPES, "totals": graph.graph["totals"],
        "kinds": [kind for kind in SHAPES if kind in kinds], "names": _names(about, words, lang),
        "entities": {short(iri): _entity(graph, iri, words, lang, folded) for iri in graph},
        "statements": [_statement(one, number, words) for one in told],
        "claims": [_claim(about, claim, number, lang) for claim in claims],
        "sentences": [_sentence(about.get(sentence, {}), number) for sentence in sentences],
        "articles": [_article(about.get(article, {}), words) for article in articles],
    }


def _told(graph: Graph) -> list[Statement]:
    edges = [one for _, _, one in graph.edges(data="statement")]
    return sorted([*edges, *graph.graph["literals"]], key=lambda one: (one.subject, one.predicate, one.object, one.id))


def _names(about: Mapping[str, About], words: Words, lang: str) -> dict[str, str]:
    """Classes, relations and statuses as the ontology calls them."""
    terms = sorted(iri for iri in about if iri.startswith(TS))
    return {"Thing": words["thing"]} | {short(iri): name_of(about[iri], lang, short(iri)) for iri in terms}


def _entity(graph: Graph, iri: str, words: Words, lang: str, folded: Mapping[str, str]) -> dict[str, Any]:
    """A node's kind, names, type ("lawsuit"), latest date, meaning, and the entity that stands for it."""
    node, terms = graph.nodes[iri], graph.graph["about"]
    about = node["about"]
    kind = first(about, "actionType") or first(about, "outcomeType")
    latest = first(about, "dateLatest")
    names = {text for key in ("label", "prefLabel", "altLabel") for text, _ in about.get(key, ())} - {node["label"]}
    return _told_only({
        "kind": node["kind"], "label": node["label"], "type": kind.rpartition("/")[2],
        "type_name": name_of(terms.get(kind, {}), lang), "latest": pretty(latest, words), "latest_iso": latest,
        "meaning": next((text for text, tag in about.get("definition", ()) if tag == lang), ""),
        "names": sorted(names), "in": short(folded[iri]) if iri in folded else ""})


def _statement(one: Statement, number: Mapping[str, int], words: Words) -> dict[str, Any]:
    told = {"id": one.id, "s": short(one.subject), "p": short(one.predicate), "o": short(one.object), "status": one.status,
            "negated": one.negated, "fact": one.fact, "claims": sorted(number[claim] for claim in one.claims)}
    if one.literal:
        told |= {"o": pretty(one.object, words), "literal": True, "iso": one.object if _DATE.fullmatch(one.object) else ""}
    return _told_only(told)


def _reading_order(about: Mapping[str, About], claim: str) -> tuple[str, str, int, str]:
    """By date, article and place in the article."""
    sentence = about.get(first(about[claim], "evidence"), {})
    article = first(sentence, "referenceContext")
    return first(about.get(article, {}), "datePublished"), article, int(first(sentence, "beginIndex", "0")), claim


def _claim(about: Mapping[str, About], claim: str, number: Mapping[str, int], lang: str) -> dict[str, Any]:
    """One claim: who says it, its sentence, and from which code point of it to which its words stand."""
    speaker, evidence = first(about[claim], "saidBy"), first(about[claim], "evidence")
    quote, trigger = first(about.get(evidence, {}), "anchorOf"), first(about[claim], "trigger")
    start = quote.find(trigger) if trigger else -1
    return _told_only({
        "id": short(claim), "by": speaker and short(speaker),
        "who": speaker and name_of(about.get(speaker, {}), lang, short(speaker)),
        "mark": [start, start + len(trigger)] if start >= 0 else [],
        "in": number.get(evidence)})


def _sentence(about: About, number: Mapping[str, int]) -> dict[str, Any]:
    return _told_only({"quote": first(about, "anchorOf"), "lang": next((tag for _, tag in about.get("anchorOf", ())), ""),
                       "in": number.get(first(about, "referenceContext"))})


def _article(about: About, words: Words) -> dict[str, Any]:
    published = first(about, "datePublished")
    return _told_only({"publisher": first(about, "publisher"), "headline": first(about, "headline"), "url": first(about, "url"),
                       "iso": published, "date": pretty(published, words)})


def _told_only(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something: neither empty nor false."""
    return {name: value for name, value in fields.items() if value or value == 0 and value is not False}


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def pretty(value: str, words: Words) -> str:
    """A date or a large number as people write it; other text as it is.

    >>> words = {"months": ["Jan", "Feb"], "thousands": ","}
    >>> pretty("2023-02-09", words), pretty("2023-01", words), pretty("USD 22000000", words), pretty("2009", words)
    ('9 Feb 2023', 'Jan 2023', 'USD 22,000,000', '2009')
    """
    date = _DATE.fullmatch(value)
    if date and date[2] and 0 < int(date[2]) <= len(words["months"]):
        return " ".join([*([str(int(date[3]))] if date[3] else []), words["months"][int(date[2]) - 1], date[1]])
    return re.sub(r"\d{5,}", lambda number: f"{int(number[0]):,}".replace(",", words["thousands"]), value)
