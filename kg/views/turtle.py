"""One Turtle file of all that the store holds: things, facts, claims, evidence. The same store gives the same bytes.

The writer is our own: pyoxigraph's follows the order of insertion, and rdflib's takes seventy times as long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from kg.prefixes import PREFIXES
from kg.selection import Selection
from kg.terms import Triple, iri
from kg.views import about
from kg.views.chosen import claimable, quads

if TYPE_CHECKING:
    from kg.store import Store

SECTIONS = {
    "about": "About these data",
    "things": "1. Things",
    "facts": "2. Facts: generated from the claims (asserted or confirmed, not negated, not disputed)",
    "support": "3. Support: how many articles and publishers stand behind a triple, and which articles dispute it",
    "claims": "4. Claims: every statement, with who says it, how surely, and where",
    "evidence": "5. Evidence: the articles and the sentences",
}
FIRST = tuple(iri(name) for name in (
    "rdf:type", "rdfs:label", "rdf:subject", "rdf:predicate", "rdf:object", "ts:status", "ts:negated", "ts:saidBy",
    "ts:evidence", "ts:trigger", "ts:triggerStart", "ts:triggerEnd", "ts:rule", "ts:confidence",
    "ts:subjectStart", "ts:subjectEnd", "ts:objectStart", "ts:objectEnd",
    "nif:referenceContext", "nif:beginIndex", "nif:endIndex", "nif:anchorOf"))
RANK = {name: rank for rank, name in enumerate(FIRST)}
CLAIM, SENTENCE, ARTICLE, TALLY = (f"<{PREFIXES[prefix]}" for prefix in ("c", "sent", "article", "tally"))
THINGS = [f"<{PREFIXES[prefix]}" for prefix in ("platform", "org", "person", "group", "case", "event")]

SPACES = sorted(((space, name) for name, space in PREFIXES.items()), reverse=True)  # the longest match comes first
LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
SHORT = {"integer": re.compile(r'"(0|-?[1-9][0-9]*)"'), "boolean": re.compile('"(true|false)"')}

Described = Mapping[str, Mapping[str, list[str]]]
"""Subject -> predicate -> objects, all as N-Triples terms."""


def text(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """The Turtle of a store; the ontology and the bookkeeping of builds stay out. Raises KgError."""
    of_facts = claimable(store)
    heaps: dict[str, list[Triple]] = {name: [] for name in SECTIONS}
    for triple in (*about.triples(), *(quad[:3] for quad in quads(store, selection, quotes=quotes))):
        heaps[_section(triple, of_facts)].append(triple)
    parts = [part for name, triples in heaps.items() for part in _write_section(SECTIONS[name], _described(triples))]
    body = "".join(parts)
    return about.comment() + "".join(_prefixes(body)) + body


def shorten(term: str) -> str:
    """A term as Turtle writes it: with prefixes, and plain numbers and truth values.

    >>> shorten("<https://w3id.org/tskg/harm/csam>"), shorten("<https://news.example/a>")
    ('harm:csam', '<https://news.example/a>')
    >>> shorten('"7"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '7'
    """
    if term.startswith("<"):
        return _shorten_iri(term)
    words, mark, datatype = term.rpartition("^^<" + PREFIXES["xsd"])
    if not mark or not datatype.endswith(">"):
        return term
    plain = SHORT[datatype[:-1]].fullmatch(words) if datatype[:-1] in SHORT else None
    return plain[1] if plain else f"{words}^^{_shorten_iri('<' + PREFIXES['xsd'] + datatype)}"


def _shorten_iri(term: str) -> str:
    address = term[1:-1]
    for space, name in SPACES:
        if address.startswith(space) and LOCAL.fullmatch(address, len(space)):
            return f"{name}:{address[len(space):]}"
    return term


def _section(triple: Triple, of_facts: Set[str]) -> str:
    subject, predicate, _ = triple
    if subject == about.DATASET:
        return "about"
    if subject.startswith(CLAIM):
        return "claims"
    if subject.startswith(TALLY):
        return "support"
    if subject.startswith((SENTENCE, ARTICLE)):
        return "evidence"
    return "facts" if predicate in of_facts else "things"


def _described(triples: Iterable[Triple]) -> Described:
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, what in sorted(set(triples)):
        found[subject][predicate].append(what)
    return found


def _write_section(title: str, things: Described) -> Iterator[str]:
    yield f"\n#### {title} ####\n"
    for subject in sorted(things, key=lambda name: (_place(name, things), name)):
        yield "\n" + _block(subject, things[subject])


def _place(subject: str, things: Described) -> tuple[str, int, int]:
    """Claims and sentences stand in the order of the text, things by kind."""
    sentence = things[subject].get(iri("ts:evidence"), [subject])[0]
    if not sentence.startswith(SENTENCE):
        kind = [subject.startswith(space) for space in THINGS]
        return "" if any(kind) else subject, kind.index(True) if any(kind) else 0, 0
    article, start, end = sentence[len(SENTENCE):-1].split("_")
    return f"{ARTICLE}{article}>", int(start) + 1, int(end)


def _block(subject: str, predicates: Mapping[str, list[str]]) -> str:
    ordered = sorted(predicates, key=lambda name: (RANK.get(name, len(RANK)), name))
    lines = [f"{_verb(name)} {' , '.join(map(shorten, predicates[name]))}" for name in ordered]
    return f"{shorten(subject)} " + " ;\n    ".join(lines) + " .\n"


def _verb(predicate: str) -> str:
    return "a" if predicate == FIRST[0] else shorten(predicate)


def _prefixes(body: str) -> Iterator[str]:
    used = set(re.findall(r"(?<![\w:<\"])([a-z]+):", body))
    return (f"@prefix {name}: <{space}> .\n" for name, space in sorted(PREFIXES.items()) if name in used)
