"""What the page shows, as a networkx graph: entities, and statements with every claim behind them.

Invariant: an edge is what sources say, with its status and its claims; it is never a bare fact.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.model import Status
from kg.prefixes import PREFIXES, local_name
from kg.selection import Selected, Selection, distances, select
from kg.statements import Statement, short

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

KINDS = ("Platform", "Organization", "Person", "Group", "LegalAction", "Outcome", "Harm")
ORDER = ("platform", "harm", "person", "case", "group", "org", "event")
"""Kinds of IRIs in the order in which they stay where as much is said of both."""
TS = PREFIXES["ts"]

About = Mapping[str, Sequence[tuple[str, str]]]
"""What the store holds on one thing: local name of a property ("label") -> (value, language) pairs, sorted."""


def read(store: Store, selection: Selection = Selection(), *, lang: str = "en", max_nodes: int = 300) -> nx.MultiDiGraph[str]:
    """The chosen statements as a graph of at most `max_nodes` entities: those next to the focus, then those with most claims.

    Nodes are IRIs with `kind`, `label` and `about`; edges have the statement's id as key and the statement as
    `statement`. `graph.graph` holds `literals` (statements about a value), `about` (IRI -> `About` of claims,
    sentences, articles, speakers and terms) and `totals` (entities and statements in the store, entities selected).
    Raises `KgError` as `kg.selection.select` does.
    """
    selected = select(store, selection)
    chosen = _choose(selected, selection.hops, max_nodes)
    shown = [one for one in selected.statements if chosen.issuperset(one.ends)]
    graph = _assemble(shown, _context(store, shown), lang)
    graph.graph["totals"] = {"entities": selected.all_entities, "statements": selected.all_statements,
                             "selected": len(selected.entities)}
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


def _choose(selected: Selected, hops: int, most: int) -> frozenset[str]:
    """The entities to show: near the focus if there is one, then those of which most is said, a founder before a fine."""
    rank = _claims_by_entity(selected.statements)
    near = distances((one.ends for one in selected.statements), sorted(selected.focus), hops)
    return frozenset(sorted(rank, key=lambda iri: (near.get(iri, 0), -rank[iri], _class_order(iri), iri))[:most])


def _class_order(iri: str) -> int:
    kind = short(iri).partition("/")[0]
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _claims_by_entity(statements: Iterable[Statement]) -> Counter[str]:
    return Counter(end for one in statements for end in set(one.ends) for _ in one.claims)


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
    for iri in sorted(_claims_by_entity(statements)):
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
