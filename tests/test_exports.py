"""Every export: the same graph in each form, the same bytes each time, and nothing of a text that becomes markup."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from kg import rdf, views
from kg.errors import KgError
from kg.model import Extraction, Node, Value
from kg.selection import Selection
from kg.store import Store
from kg.views import about, cypher

RDF = {"turtle": ("turtle", ox.RdfFormat.TURTLE), "ntriples": ("nt", ox.RdfFormat.N_TRIPLES),
       "rdfxml": ("xml", ox.RdfFormat.RDF_XML), "trig": ("trig", ox.RdfFormat.TRIG),
       "nquads": ("nquads", ox.RdfFormat.N_QUADS), "jsonld": ("json-ld", ox.RdfFormat.JSON_LD)}
GRAPHS = ("graphml", "gexf", "cytoscape")
HOSTILE = ['say "hi" \\ and \\"', "line\nfeed\r\n\ttab", "\u2028\x0b\x7f\x00\ufffe", '"@en . <urn:a> <urn:b> "',
           "]]> <!-- &amp; <x/>",
           "it's '; MATCH (n) DETACH DELETE n; //", "\\u0027; MATCH (n) DETACH DELETE n; //", "\\\\u0027}] //", "\\' }] AS x //",
           "\\", "*/ `x` $y {z}", "=1+1", "@SUM(A1)", "\uff1d1", "+1", "-1", "\t=1", "</script><script>", "1,2\n3"]


def exported(store: Store, form: str, **options: Any) -> str:
    text = views.export(store, form, **options)
    assert isinstance(text, str)
    return text


def tables(store: Store, **options: Any) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    files = views.export(store, "csv", **options)
    assert not isinstance(files, str)
    nodes, edges = (list(csv.DictReader(io.StringIO(files[f"{name}.csv"], newline=""))) for name in ("nodes", "edges"))
    return nodes, edges


def by_rdflib(text: str, form: str) -> Graph:
    """The union of the graphs of a file."""
    data = Dataset(default_union=True)
    data.parse(data=text, format=RDF[form][0])
    union = Graph()
    for triple in data.triples((None, None, None)):
        union.add(triple)  # type: ignore[arg-type]
    return union


def by_oxigraph(text: str, form: str) -> set[tuple[str, str, str]]:
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in ox.parse(text, format=RDF[form][1])}


def by_networkx(text: str, form: str) -> nx.MultiDiGraph[str]:
    if form == "cytoscape":
        data = json.loads(text)
        data["data"] = list(data["data"].items())
        found: nx.MultiDiGraph[str] = nx.cytoscape_graph(data)
    else:
        found = (nx.parse_graphml(text, force_multigraph=True) if form == "graphml"
                 else nx.read_gexf(io.BytesIO(text.encode()), version="1.2draft"))
    return found


@pytest.fixture
def told(tell: Callable[..., Extraction]) -> Callable[[str], Extraction]:
    """An article in which these words stand in every place that an article has."""
    def made(words: str) -> Extraction:
        nodes = [Node("P", "Platform", name=f"S{words}"), Node("O", "Outcome", type="fine"),
                 Node("harm:csam", "Harm", type="csam"), Node("Q", "Platform", name=words + "T")]
        claims = [("P", "outcome", "O", "asserted", {"words": words, "rule": words}),
                  ("O", "amount", Value(words, "money"), "asserted", {"words": words}),
                  ("P", "reportedHarm", "harm:csam", "alleged", {"words": words, "by": "Q"})]
        return tell(f"Strangly {words} fell silent.", nodes, claims, title=words, publisher=words, key="k" + words)
    return made


# The same graph in each form

@pytest.mark.parametrize("form", sorted(RDF))
def test_every_rdf_form_holds_what_the_store_holds(seed_store: Store, form: str) -> None:
    expected = {*seed_store.triples(), *about.triples()}
    text = exported(seed_store, form)
    assert by_oxigraph(text, form) == expected
    lines = "".join(f"{' '.join(triple)} .\n" for triple in expected)
    assert isomorphic(by_rdflib(text, form), Graph().parse(data=lines, format="nt"))


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld"])
def test_named_graphs_stay_apart(seed_store: Store, form: str) -> None:
    quads = {(str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name))
             for quad in ox.parse(exported(seed_store, form), format=RDF[form][1])}
    assert {quad for quad in quads if quad[3] != "DEFAULT"} == set(seed_store.quads())
    assert {quad[:3] for quad in quads if quad[3] == "DEFAULT"} == set(about.triples())


@pytest.mark.parametrize("form", GRAPHS)
def test_every_graph_form_has_an_edge_a_claim(seed_store: Store, form: str) -> None:
    graph = by_networkx(exported(seed_store, form), form)
    claims = {row["c"].value: row for row in seed_store.query(
        "SELECT ?c ?s ?status ?e ?a { ?c rdf:subject ?s ; ts:status ?status ; ts:evidence ?e . "
        "?e nif:referenceContext ?a }")}
    edges = {data["id"]: (source, data) for source, _, data in graph.edges(data=True)}
    assert edges.keys() == claims.keys()
    for name, row in claims.items():
        source, data = edges[name]
        assert (source, data["sentence"], data["article"]) == (row["s"].value, row["e"].value, row["a"].value)
        assert row["status"].value.endswith("#" + data["status"]) and isinstance(data["negated"], bool)
    alleged = [data for _, data in edges.values() if data["status"] == "alleged"]
    assert alleged and all(not data["fact"] and data["speaker"] for data in alleged)


def test_csv_has_the_same(seed_store: Store) -> None:
    nodes, edges = tables(seed_store)
    graph = by_networkx(exported(seed_store, "graphml"), "graphml")
    assert {node["Id"] for node in nodes} == set(graph)
    assert [edge["Id"] for edge in edges] == sorted(data["id"] for _, _, data in graph.edges(data=True))
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} <= {node["Id"] for node in nodes}


def test_only_facts_have_a_relationship_of_their_own(seed_store: Store) -> None:
    script = exported(seed_store, "neo4j")
    facts = script[script.index("] AS row MATCH"):]
    assert "MERGE (source)-[edge:FOUNDER]->(target)" in facts and "MERGE (source)-[edge:REPORTED_HARM]" in facts
    harms = next(part for part in facts.split("UNWIND") if "REPORTED_HARM" in part)
    assert "harm/csam" in harms and "harm/csea" not in harms  # grooming is only alleged there


# What every file says of itself, the same bytes, and what is left out

@pytest.mark.parametrize("form", sorted(views.EXPORTS))
def test_licence_version_and_disclaimer_are_in_every_file(seed_store: Store, form: str) -> None:
    made = views.export(seed_store, form)
    text = made if isinstance(made, str) else made["README.txt"]
    for words in (about.LICENCE, about.generator(), "implies no wrongdoing", "dugaan bukanlah fakta"):
        assert words in text.replace("\\/", "/")


EXPORT_ALL = """
import sys
from pathlib import Path
from kg import Store, views
with Store.open(Path(sys.argv[1])) as store:
    for form in views.EXPORTS:
        views.write(store, Path(sys.argv[2]) / form, form=form)
"""


def test_the_same_store_gives_the_same_bytes(tell: Callable[..., Extraction], tmp_path: Path) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Rina Vost")]
    made = [tell(f"Number {key}: Rina Vost, Strangly.", nodes, [("P", "founder", "B", status, {"by": "B"}),
                 ("P", "foundedIn", Value("2009", "year"), "asserted", {})], key=key)
            for key, status in [("b", "asserted"), ("a", "alleged"), ("c", "hypothetical")]]
    for name, articles in (("one", made), ("two", made[::-1])):
        with Store.open(tmp_path / name, write=True) as store:
            for article in articles:
                store.put(rdf.quads(article))
        subprocess.run([sys.executable, "-c", EXPORT_ALL, str(tmp_path / name), str(tmp_path / f"{name}.out")], check=True,
                       env={**os.environ, "PYTHONHASHSEED": name[:1].replace("o", "1").replace("t", "2")})
    one, two = ({str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
                for folder in (tmp_path / "one.out", tmp_path / "two.out"))
    assert one == two and len(one) == len(views.EXPORTS) + 2


@pytest.mark.parametrize("form", sorted(views.EXPORTS))
def test_quotes_go_when_asked(seed_store: Store, form: str) -> None:
    quote, trigger = "berkembang biaknya pornografi anak dan bentuk", "berkembang biaknya pornografi anak"

    def text(quotes: str) -> str:
        made = views.export(seed_store, form, quotes=quotes)
        return made if isinstance(made, str) else "".join(made.values())

    assert quote in text("sentence")
    assert quote not in text("trigger") and trigger in text("trigger")
    assert trigger not in text("none") and "csam" in text("none")
    with pytest.raises(KgError, match='quotes cannot be "all"'):
        text("all")


@pytest.mark.parametrize("form", sorted(views.EXPORTS))
def test_a_name_withheld_stays_withheld(tell: Callable[..., Extraction], form: str) -> None:
    nodes = [Node("P", "Platform", name="Strangly")]
    said = tell("Strangly hurt Mina Ormvale.", [*nodes, Node("H", "Harm", type="csam")],
                [("P", "reportedHarm", "H", "asserted", {"quote": "Strangly hurt [name withheld]."})])
    with Store.open() as store:
        store.put(rdf.quads(said))
        made = views.export(store, form)
        text = made if isinstance(made, str) else "".join(made.values())
        assert "Ormvale" not in text and "[name withheld]" in text


# Selection

@pytest.mark.parametrize("form", sorted(views.EXPORTS))
def test_a_selection_reaches_every_form(seed_store: Store, form: str) -> None:
    made = views.export(seed_store, form, selection=Selection(statuses=("alleged",)))
    text = made if isinstance(made, str) else made["edges.csv"]
    assert "csea" in text and "person/leif-k-brooks" not in text.replace("person:", "person/")


def test_what_a_selection_leaves_out_leaves_no_fact_behind(seed_store: Store) -> None:
    alleged = by_oxigraph(exported(seed_store, "turtle", selection=Selection(statuses=("alleged",))), "turtle")
    ts = "<https://w3id.org/tskg/ontology#"
    assert not {predicate for _, predicate, _ in alleged} & {f"{ts}{name}>" for name in ("reportedHarm", "founder", "outcome")}
    founder = by_oxigraph(exported(seed_store, "turtle", selection=Selection(types=("Person",))), "turtle")
    assert any(predicate == f"{ts}founder>" for _, predicate, _ in founder)
    subjects = {subject for subject, _, _ in founder}
    pointed = {what for _, predicate, what in founder if predicate.startswith((ts + "evidence", ts + "saidBy"))}
    assert pointed and pointed <= subjects and len(founder) < len(set(seed_store.triples()))


# Hostile text

@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", sorted(RDF))
def test_no_text_breaks_rdf(told: Callable[[str], Extraction], form: str, words: str) -> None:
    with Store.open() as store:
        store.put(rdf.quads(told(words)))
        text = exported(store, form)
        kept = words.translate(dict.fromkeys((0, 11, 0xFFFE), "\ufffd")) if form == "rdfxml" else words
        assert {str(what) for what in by_rdflib(text, form).objects()} >= {kept, f"S{kept}", f"{kept}T"}
        assert len(by_oxigraph(text, form)) == len({*store.triples(), *about.triples()})


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", GRAPHS)
def test_no_text_breaks_a_graph(told: Callable[[str], Extraction], form: str, words: str) -> None:
    with Store.open() as store:
        store.put(rdf.quads(told(words)))
        graph = by_networkx(exported(store, form), form)
    kept = words if form == "cytoscape" else words.translate(dict.fromkeys((0, 11, 0xFFFE), "\ufffd"))
    found = [data for _, _, data in graph.edges(data=True) if data["status"] == "alleged"]
    assert [data["trigger"] for data in found] == [kept] and len(graph.edges) == 3
    assert {f"S{kept}", f"{kept}T"} & {data["label"] for _, data in graph.nodes(data=True)}


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula(told: Callable[[str], Extraction], words: str) -> None:
    with Store.open() as store:
        store.put(rdf.quads(told(words)))
        rows = [row for table in tables(store) for row in table]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@\t\r\n\uff1d"))]
    assert [row for row in rows if row.get("trigger", "").lstrip("'") == words.replace("\0", "\ufffd")]


def strings(script: str) -> list[str]:
    """The string literals of a script as Cypher reads them, with what stands around them checked to be plain."""
    found, rest, escapes = [], "", {"n": "\n", "r": "\r", "t": "\t"}
    characters = iter(script)
    for character in characters:
        if character != "'":
            rest += character
            continue
        text = ""
        while (character := next(characters)) != "'":
            text += character if character != "\\" else (lambda one: escapes.get(one, one))(next(characters))
        found.append(text)
        rest += "S"
    assert all(part.isascii() for part in rest) and "DETACH" not in rest and ";S" not in rest
    return found


def early(script: str) -> str:
    """What is left when an engine replaces backslash, u and four digits before it reads strings."""
    assert "\\u" not in script and "\\U" not in script
    return script


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_becomes_cypher(told: Callable[[str], Extraction], words: str) -> None:
    with Store.open() as store:
        store.put(rdf.quads(told(words)))
        script = "".join(line for line in exported(store, "neo4j").splitlines(keepends=True) if not line.startswith("//"))
    kept = words.translate({code: "\ufffd" for code in (0, 11, 127)})
    assert kept in "\n".join(strings(early(script).replace("' + '", "")))


def test_a_string_of_cypher() -> None:
    assert cypher.string("a'b\\c\n\x00") == "'a\\'b\\\\c\\n\ufffd'"


# The edges of it

@pytest.mark.parametrize("form", sorted(views.EXPORTS))
def test_an_empty_store_gives_a_whole_file(form: str) -> None:
    with Store.open() as store:
        made = views.export(store, form)
    if isinstance(made, str):
        readers: dict[str, Callable[[str], Any]] = {
            **{name: (lambda text, name=name: by_rdflib(text, name)) for name in RDF},
            **{name: (lambda text, name=name: by_networkx(text, name)) for name in GRAPHS}, "neo4j": strings}
        readers[form](made if form != "neo4j" else made.partition("\n\n")[2])
    else:
        assert made["edges.csv"].startswith("Id,Source,Target,Label,predicate,status,negated,fact")


def test_gexf_is_not_taken_for_a_film(seed_store: Store) -> None:
    root = ElementTree.fromstring(exported(seed_store, "gexf"))
    (graph,) = (part for part in root if part.tag.endswith("graph"))
    assert graph.get("mode") == "static" and "lastmodifieddate" not in exported(seed_store, "gexf")


def names(paths: Iterable[Path]) -> list[str]:
    return sorted(path.name for path in paths)


def test_csv_makes_a_folder(seed_store: Store, tmp_path: Path) -> None:
    views.write(seed_store, tmp_path / "tables", form="csv")
    assert names((tmp_path / "tables").iterdir()) == ["README.txt", "edges.csv", "nodes.csv"]
