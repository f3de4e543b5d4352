"""rdflib over the store: it counts as a plain merge of all graphs does, and reaches for nothing outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from kg import queries, rdf
from kg.errors import StoreError
from kg.prefixes import PREFIXES
from kg.store import Store
from tests.synthetic import articles

QUESTIONS = queries.names()


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A dozen made articles that share things, repeat and deny each other; some in a second version."""
    with Store.open() as opened:
        for extraction in (*articles(12), *articles(3, seed=2)):
            opened.put(rdf.quads(extraction))
        yield opened


@pytest.fixture(scope="module")
def merge(store: Store) -> Graph:
    """An RDF merge of all graphs, in rdflib's own memory: a triple that stood in two of them counts once there."""
    quads = store.query("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    lines = "".join(f"{row['s']} {row['p']} {row['o']} .\n" for row in quads)
    graph = Graph().parse(data=lines, format="nt")
    for prefix, space in PREFIXES.items():
        graph.bind(prefix, space)
    return graph


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_the_same_rows_over_a_merge(store: Store, merge: Graph, name: str) -> None:
    text = queries.text(name)
    native = sorted(tuple("" if row[key] is None else row[key].value for key in store.query(text).variables)
                    for row in store.query(text))
    found = merge.query(text)
    merged = sorted(tuple("" if cell is None else str(cell) for cell in row) for row in found)  # type: ignore[union-attr]
    through = sorted(tuple("" if cell is None else str(cell) for cell in row)  # type: ignore[union-attr]
                     for row in store.dataset().query(text))
    assert native == through == merged


@pytest.mark.parametrize("pattern", ["?s ?p ?o", "?s a ?o", "?p ts:reportedHarm ?o", "?c rdf:subject ?s ; rdf:object ?o",
                                     "?p ts:founder ?who . ?c rdf:subject ?p", "?c ts:saidBy ?who . ?who a ts:Person"])
def test_counts_are_those_of_a_merge(store: Store, merge: Graph, pattern: str) -> None:
    text = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
    (native,), ((merged,),) = ([row["n"].value for row in store.query(text)], merge.query(text))  # type: ignore[misc]
    ((through,),) = store.dataset().query(text)  # type: ignore[misc]
    assert int(native) == int(merged) == int(through) > 0


SERVICE = "SELECT * WHERE { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }"


@pytest.mark.parametrize("query", [SERVICE, prepareQuery(SERVICE), prepareQuery(
    "SELECT * WHERE { ?s ?p ?o OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/sparql> { ?s ?q ?o } } }")])
def test_rdflib_asks_no_other_server(store: Store, query: object) -> None:
    with pytest.raises(StoreError, match="SERVICE is not allowed"):
        list(store.dataset().query(query))  # type: ignore[arg-type]


def test_a_prepared_query_still_runs(store: Store) -> None:
    prepared = prepareQuery("SELECT ?p WHERE { ?p a <https://w3id.org/tskg/ontology#Platform> }")
    assert len(list(store.dataset().query(prepared))) > 3


def test_the_bundled_questions_are_asked(store: Store) -> None:
    assert len(QUESTIONS) >= 15 and sum(bool(store.query(queries.text(name))) for name in QUESTIONS) >= 6
