"""What the page shows, as a networkx graph: entities, and statements with every claim behind them.

Invariant: an edge is what sources say, with its status and its claims; it is never a bare fact. Whether a statement
is also a fact is asked of the store, never decided here.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.model import Status
from kg.prefixes import PREFIXES, local_name

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

KINDS = ("Platform", "Organization", "Person", "Group", "LegalAction", "Outcome", "Harm")
TS = PREFIXES["ts"]

About = Mapping[str, Sequence[tuple[str, str]]]
"""What the store holds on one thing: local name of a property ("label") -> (value, language) pairs, sorted."""

_CLAIMS = """
SELECT ?claim ?subject ?predicate ?object ?status ?negated WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; ts:status ?status .
  OPTIONAL { ?claim ts:negated ?negated }
  OPTIONAL { ?claim prov:invalidatedAtTime ?withdrawn }
  FILTER (!BOUND(?withdrawn))
}"""
# The merged graph holds facts and nothing that is only alleged: a claim's triple that stands there is a fact.
_FACTS = """
SELECT DISTINCT ?subject ?predicate ?object WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  GRAPH <urn:kb> { ?subject ?predicate ?object }
}"""


@dataclass(frozen=True, slots=True)
class Statement:
    """What sources say of one subject, predicate and object with one status.

    `subject`, `predicate` and `claims` are IRIs; `object` is an IRI, or a literal's text when `literal` is true.
    """

    subject: str
    predicate: str
    object: str
    literal: bool
    status: str
    negated: bool
    fact: bool
    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        """Ten hex digits that stay the same while sources are added."""
        key = (self.subject, self.predicate, self.object, self.status, str(self.negated))
        return hashlib.sha256("\n".join(key).encode()).hexdigest()[:10]

    @property
    def ends(self) -> tuple[str, ...]:
        """The entities it is about: subject and, unless it is a literal, object."""
        return (self.subject,) if self.literal else (self.subject, self.object)


def read(store: Store, *, lang: str = "en", focus: Sequence[str] = (), hops: int = 1, statuses: Sequence[str] = (),
         max_nodes: int = 300) -> nx.MultiDiGraph[str]:
    """The store's statements as a graph of at most `max_nodes` entities, those with most claims first.

    Nodes are IRIs with `kind`, `label` and `about`; edges have the statement's id as key and the statement as
    `statement`. `graph.graph` holds `literals` (statements about a value), `about` (IRI -> `About` of claims,
    sentences, articles, speakers and terms) and `totals` (entities and statements in the store). `focus` keeps what
    lies within `hops` statements of the named entities: IRI, its last part such as "platform/strangly", or label.
    Raises `KgError` where a name fits no entity, or several.
    """
    everything = tuple(_statements(store))
    wanted = [one for one in everything if not statuses or one.status in statuses]
    chosen = _choose(wanted, _resolve(store, wanted, focus), hops, max_nodes)
    shown = [one for one in wanted if chosen.issuperset(one.ends)]
    graph = _assemble(shown, _context(store, shown), lang)
    graph.graph["totals"] = {"entities": len(_entities(everything)), "statements": len(everything)}
    return graph


def name_of(about: About, lang: str, otherwise: str = "") -> str:
    """A thing's label in `lang`, else in any language, else `otherwise`.

    >>> name_of({"label": [("children", "en"), ("anak", "id")]}, "id")
    'anak'
    """
    names = [*about.get("prefLabel", ()), *about.get("label", ())]
    spoken = [text for text, tag in names if tag == lang] or [text for text, tag in names if not tag]
    return next(iter(spoken or [text for text, _ in names]), otherwise)


def first(about: About, name: str, otherwise: str = "") -> str:
    """The first value of a property, else `otherwise`."""
    return next((value for value, _ in about.get(name, ())), otherwise)


def short(iri: str) -> str:
    """The last part of an IRI that still tells things apart.

    >>> short("https://w3id.org/tskg/id/platform/strangly"), short("https://w3id.org/tskg/ontology#founder")
    ('platform/strangly', 'founder')
    """
    if "#" in iri:
        return iri.rpartition("#")[2]
    return iri.partition("/id/")[2] or "/".join(iri.split("/")[-2:])


def describe(store: Store, iris: Iterable[str]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """All that the store holds on each of `iris`: property -> sorted (value, language) pairs."""
    found: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    ordered = sorted(set(iris))
    for start in range(0, len(ordered), 500):
        values = " ".join(f"<{iri}>" for iri in ordered[start:start + 500])
        for row in store.query(f"SELECT ?thing ?property ?value WHERE {{ VALUES ?thing {{ {values} }} "
                               "?thing ?property ?value }"):
            pair = (row["value"].value, getattr(row["value"], "language", None) or "")
            found[row["thing"].value][local_name(row["property"].value)].add(pair)
    return {iri: {key: sorted(pairs) for key, pairs in about.items()} for iri, about in found.items()}


def _statements(store: Store) -> Iterator[Statement]:
    """Claims with the same subject, predicate, object, status and negation brought together, in a fixed order."""
    facts = {_triple(row) for row in store.query(_FACTS)}
    claims = defaultdict(list)
    for row in store.query(_CLAIMS):
        negated = row["negated"] is not None and row["negated"].value == "true"
        claims[(*_triple(row), short(row["status"].value), negated)].append(row["claim"].value)
    for key in sorted(claims, key=_order):
        (subject, predicate, (object_, literal)), (status, negated) = key[:3], key[3:]
        yield Statement(subject, predicate, object_, literal, status, negated, fact=key[:3] in facts,
                        claims=tuple(sorted(claims[key])))


def _triple(row: Any) -> tuple[str, str, tuple[str, bool]]:
    """Subject, predicate, and object as (text, is it a literal?)."""
    literal = hasattr(row["object"], "datatype")
    return row["subject"].value, row["predicate"].value, (row["object"].value, literal)


def _order(key: tuple[str, str, tuple[str, bool], str, bool]) -> tuple[object, ...]:
    statuses = [status.value for status in Status]
    return (*key[:3], statuses.index(key[3]) if key[3] in statuses else len(statuses), key[4])


def _entities(statements: Iterable[Statement]) -> Counter[str]:
    """How many claims speak of each entity."""
    return Counter(end for one in statements for end in set(one.ends) for _ in one.claims)


def _resolve(store: Store, statements: Sequence[Statement], focus: Sequence[str]) -> frozenset[str]:
    """The IRIs of the entities that the user names."""
    if not focus:
        return frozenset()
    known = describe(store, _entities(statements))
    return frozenset(_find(name, known) for name in focus)


def _find(name: str, known: Mapping[str, About]) -> str:
    wanted = name.casefold()
    found = sorted(iri for iri, about in known.items()
                   if wanted in (iri.casefold(), short(iri).casefold(), short(iri).replace("/", ":", 1).casefold())
                   or any(wanted == text.casefold() for text, _ in about.get("label", ())))
    if not found:
        raise KgError(f'no entity "{name}" in the statements to show', hint="give its id or its label")
    if len(found) > 1:
        raise KgError(f'"{name}" matches {len(found)} entities', hint="say which: " + ", ".join(map(short, found)))
    return found[0]


def _choose(statements: Sequence[Statement], focus: frozenset[str], hops: int, most: int) -> frozenset[str]:
    """The entities to show: near the focus if there is one, then those of which most is said."""
    rank = _entities(statements)
    distance = _distances(statements, focus, hops) if focus else dict.fromkeys(rank, 0)
    return frozenset(sorted(distance, key=lambda iri: (distance[iri], -rank[iri], iri))[:most])


def _distances(statements: Sequence[Statement], focus: frozenset[str], hops: int) -> dict[str, int]:
    distance = dict.fromkeys(focus, 0)
    for step in range(1, hops + 1):
        reached = {end for one in statements for end in one.ends if not distance.keys().isdisjoint(one.ends)}
        distance.update((end, step) for end in reached if end not in distance)
    return distance


def _context(store: Store, statements: Sequence[Statement]) -> dict[str, About]:
    """Descriptions of all that the statements rest on: entities, claims, sentences, articles, speakers, terms."""
    terms = [TS + name for name in (*KINDS, *Status, "dateLatest", "actionType", "outcomeType")]
    named = [iri for one in statements for iri in (*one.ends, one.predicate, *one.claims)]
    about: dict[str, About] = dict(describe(store, [*named, *terms]))
    for follow in (("evidence", "saidBy", "actionType", "outcomeType"), ("referenceContext",)):
        about.update(describe(store, {value for thing in list(about.values()) for key, pairs in thing.items()
                                      if key in follow for value, _ in pairs} - about.keys()))
    return about


def _assemble(statements: Sequence[Statement], about: Mapping[str, About], lang: str) -> nx.MultiDiGraph[str]:
    import networkx as nx
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(about=about, literals=[one for one in statements if one.literal])
    for iri in sorted(_entities(statements)):
        thing = about.get(iri, {})
        graph.add_node(iri, kind=_kind(thing), label=name_of(thing, lang, short(iri)), about=thing)
    for one in statements:
        if not one.literal:
            graph.add_edge(one.subject, one.object, key=one.id, statement=one)
    return graph


def _kind(about: About) -> str:
    """The drawn class among an entity's types; "Thing" when it has none of them."""
    types = {value for value, _ in about.get("type", ())}
    return next((kind for kind in KINDS if TS + kind in types), "Thing")
