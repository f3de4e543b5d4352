"""Which triples of a store go into an RDF file: all, or what a selection needs, with as many quoted words as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.selection import Selection, select
from kg.terms import Triple, iri, typed

if TYPE_CHECKING:
    from kg.store import Store

# How much of the articles' words is given on. Offsets and the hash of the text always stay, so that whoever has the
# article finds the place.
LEFT_OUT = {"sentence": frozenset[str](), "trigger": frozenset({iri("nif:anchorOf")}),
            "none": frozenset({iri("nif:anchorOf"), iri("ts:trigger")})}

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph in N-Triples syntax."""


def quads(store: Store, selection: Selection = Selection(), *, quotes: str = "sentence") -> Iterator[Quad]:
    """The quads, in no order, without the ontology and the bookkeeping of builds. Raises KgError.

    A selection brings its claims with all that they point to: sentences, articles, speakers, subjects and objects; and
    of the facts those that a chosen claim carries.
    """
    hidden, is_wanted = left_out(quotes), _test(store, selection)
    for subject, predicate, what, graph in store.quads():
        if predicate not in hidden and is_wanted((subject, predicate, what)):
            yield subject, predicate, what, graph


def left_out(quotes: str) -> frozenset[str]:
    """The predicates whose words are not given on. Raises KgError."""
    if quotes not in LEFT_OUT:
        raise KgError(f'quotes cannot be "{quotes}"', hint=f"one of {', '.join(LEFT_OUT)}")
    return LEFT_OUT[quotes]


def claimable(store: Store) -> frozenset[str]:
    """The predicates of facts, as N-Triples terms."""
    return frozenset(str(row["p"]) for row in store.query("SELECT ?p WHERE { ?p ts:claimable true }"))


def _test(store: Store, selection: Selection) -> Callable[[Triple], bool]:
    if selection == Selection():
        return lambda triple: True
    chosen, of_facts = select(store, selection), claimable(store)
    kept = {f"<{name}>" for said in chosen.claims
            for name in (said.claim, said.sentence, said.article, said.speaker, *said.ends)}
    roles = {typed(what, "ts:Founder") for _, predicate, what in chosen.facts if predicate == iri("ts:founder")}

    def is_wanted(triple: Triple) -> bool:
        if triple[1] in of_facts:
            return triple in chosen.facts
        return triple in roles if triple == typed(triple[0], "ts:Founder") else triple[0] in kept

    return is_wanted
