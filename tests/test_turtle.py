"""The Turtle export: one file, the same bytes, and every reader reads the same graph."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg import rdf, views
from kg.errors import KgError
from kg.model import Extraction, Node, Value
from kg.prefixes import PREFIXES
from kg.store import Store
from kg.views import about, turtle

HOSTILE = ['say "hi" \\ and \\"', "line\nfeed\r\n\ttab", "\u2028\x0b\x7f", '"@en . <urn:a> <urn:b> "', '"""',
           "a:b ; c .", '1"^^<http://www.w3.org/2001/XMLSchema#integer>', "\\u0022", "#### 2. Facts ####", "\\"]


def exported(store: Store, path: Path) -> str:
    views.write(store, path)
    return path.read_bytes().decode()


def plain(store: Store) -> Graph:
    lines = "".join(f"{' '.join(triple)} .\n" for triple in (*store.triples(), *about.triples()))
    return Graph().parse(data=lines, format="nt")


def test_every_reader_gets_what_the_store_holds(seed_store: Store, tmp_path: Path) -> None:
    text = exported(seed_store, tmp_path / "g.ttl")
    assert isomorphic(Graph().parse(data=text, format="turtle"), plain(seed_store))
    read = ox.Dataset(ox.Quad(*quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert len(read) == len(plain(seed_store))
    lines = "".join(f"{quad} .\n" for quad in read)
    assert isomorphic(Graph().parse(data=lines, format="nt"), plain(seed_store))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_quote_breaks_the_file(tell: Callable[..., Extraction], tmp_path: Path, words: str) -> None:
    nodes = [Node("P", "Platform", name="S" + words), Node("O", "Outcome", type="fine")]
    told = [("P", "outcome", "O", "asserted", {"words": words}), ("O", "amount", Value(words, "money"), "asserted", {})]
    with Store.open() as store:
        store.put(rdf.quads(tell(f"Strangly {words} fell silent.", nodes, told, title=words, publisher=words)))
        text = exported(store, tmp_path / "g.ttl")
        assert isomorphic(Graph().parse(data=text, format="turtle"), plain(store))
        assert {str(what) for what in Graph().parse(data=text, format="turtle").objects()} >= {words, "S" + words}


def articles(tell: Callable[..., Extraction]) -> list[Extraction]:
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Rina Vost")]
    return [tell(f"Number {number}: Rina Vost, Strangly.", nodes, [("P", "founder", "B", status, {"by": "B"})], key=key)
            for number, (key, status) in enumerate([("b", "asserted"), ("a", "alleged"), ("c", "denied")])]


def test_the_order_of_building_leaves_no_trace(tell: Callable[..., Extraction], tmp_path: Path) -> None:
    texts = set()
    for order in (1, -1):
        with Store.open() as store:
            for extraction in articles(tell)[::order]:
                store.put(rdf.quads(extraction))
            store.remove("c")
            texts.add(exported(store, tmp_path / "g.ttl"))
    assert len(texts) == 1


SCRIPT = """
import sys; from pathlib import Path; from kg import views; from kg.store import Store
with Store.open(Path(sys.argv[1])) as store: views.write(store, Path(sys.argv[2]))
"""


def test_the_same_bytes_in_another_process(tell: Callable[..., Extraction], tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", write=True) as store:
        for extraction in articles(tell):
            store.put(rdf.quads(extraction))
    files = [tmp_path / "1.ttl", tmp_path / "2.ttl"]
    for number, file in enumerate(files):
        env = {**os.environ, "PYTHONHASHSEED": str(number), "PYTHONPATH": str(Path(__file__).parent.parent)}
        subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path / "store"), str(file)], check=True, env=env)
    assert files[0].read_bytes() == files[1].read_bytes() != b""


def test_a_reader_finds_things_facts_claims_and_evidence_in_this_order(seed_store: Store, tmp_path: Path) -> None:
    text = exported(seed_store, tmp_path / "g.ttl")
    marks = [text.index(mark) for mark in (
        "implies no wrongdoing", "#### 1. Things", "platform:omegle a ts:Platform", "#### 2. Facts",
        "ts:founder person:leif-k-brooks",
        "#### 3. Support", "ts:articleCount", "#### 4. Claims", "ts:status", "#### 5. Evidence", "nif:anchorOf")]
    assert marks == sorted(marks)
    facts = text[marks[3]:marks[5]]
    assert "csam" in facts and "csea" not in facts.replace("allegesHarm harm:csea", "")


def test_claims_and_sentences_stand_in_the_order_of_the_text(seed_store: Store) -> None:
    text = turtle.text(seed_store)
    starts = [int(line.split()[1]) for line in text.splitlines() if line.startswith("    nif:beginIndex")]
    assert starts == sorted(starts) and len(starts) == 6
    sentences = [line.split("_")[1] for line in text.splitlines() if line.startswith("    ts:evidence")]
    assert sentences == sorted(sentences, key=int) and len(sentences) == 15


def test_ontology_and_bookkeeping_stay_out(seed_store: Store) -> None:
    text = turtle.text(seed_store)
    for word in ("owl:Class", "skos:prefLabel", "articleKey", "contentHash", "describes", "carries", "confirms"):
        assert word not in text
    declared = {line.split()[1].rstrip(":") for line in text.splitlines() if line.startswith("@prefix")}
    assert declared <= set(PREFIXES) and "owl" not in declared and "ts" in declared


def test_the_disclaimer_is_data_too(seed_store: Store) -> None:
    graph = Graph().parse(data=turtle.text(seed_store), format="turtle")
    texts = [str(what) for what in graph.objects(predicate=None) if "implies no wrongdoing" in str(what)]
    assert len(texts) == 1


def test_an_empty_store_gives_a_file_that_parses() -> None:
    with Store.open() as store:
        assert len(Graph().parse(data=turtle.text(store), format="turtle")) == 5


def test_lines_end_alike_everywhere(seed_store: Store, tmp_path: Path) -> None:
    views.write(seed_store, tmp_path / "new" / "g.TTL")
    data = (tmp_path / "new" / "g.TTL").read_bytes()
    assert b"\r" not in data and data.endswith(b".\n") and "Tidak ada pembukuan" in data.decode()


def test_a_file_stays_whole_when_writing_fails(seed_store: Store, tmp_path: Path) -> None:
    (tmp_path / "g.ttl").mkdir()
    with pytest.raises(KgError, match="cannot write .*g.ttl"):
        views.write(seed_store, tmp_path / "g.ttl")
    assert [file.name for file in tmp_path.iterdir()] == ["g.ttl"]


def test_an_unknown_form_names_the_known_ones(seed_store: Store, tmp_path: Path) -> None:
    for path, form in ((tmp_path / "g.docx", ""), (tmp_path / "g", ""), (tmp_path / "g.ttl", "docx")):
        with pytest.raises(KgError, match="no output format") as caught:
            views.write(seed_store, path, form=form)
        assert {"ttl", "turtle"} & set(caught.value.hint.replace(",", "").split())
    views.write(seed_store, tmp_path / "g", form="turtle")
    assert (tmp_path / "g").stat().st_mode & 0o600 == 0o600
