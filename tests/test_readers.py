"""The exports, opened by programs of other houses: rapper, and readers in JavaScript that share no code with ours.

Without them the tests are skipped and say what to install: `apt-get install raptor2-utils`, and for the others
`npm install --prefix tests/readers`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import rdf, views
from kg.gazetteer import Known
from kg.model import Extraction, Node, Value
from kg.store import Store
from kg.views import about

READERS = Path(__file__).parent / "readers"
RDF = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml", "nquads": "nquads", "trig": "trig", "jsonld": ""}
"""Form -> what rapper calls it, "" where it has no reader."""
WORDS = ["it's; MATCH (n) DETACH DELETE n; //", "\\u0027}] AS x MATCH (n) DETACH DELETE n; //", 'say "hi" \\', "a\r\nb\tc",
         "]]> <x/> &amp;", "</script>", "*/ `x` $y {z}", "\\", "=1+1", "😀 \u2028"]


@pytest.fixture(scope="module")
def store(tell: Callable[..., Extraction], seed: Extraction, known: dict[str, Known]) -> Any:
    """The seed article, and one article for each hostile text, which stands wherever an article has words."""
    with Store.open() as opened:
        opened.put(rdf.quads(seed, known=known))
        for number, words in enumerate(WORDS):
            nodes = [Node("P", "Platform", name=f"S{words}"), Node("O", "Outcome", type="fine")]
            claims = [("P", "outcome", "O", "asserted", {"words": words, "rule": words}),
                      ("O", "amount", Value(words, "money"), "alleged", {"words": words})]
            opened.put(rdf.quads(tell(f"{number} S{words} fell silent.", nodes, claims, title=words, publisher=words,
                                      key=f"k{number}")))
        yield opened


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Callable[[str], Path]:
    """Writes an export and says where it is."""
    def made(form: str) -> Path:
        views.write(store, tmp_path / f"graph.{form}", form=form)
        return tmp_path / f"graph.{form}"
    return made


def read(form: str, path: Path) -> Any:
    """What the JavaScript reader of a form finds."""
    node = shutil.which("node")
    if not node or not (READERS / "node_modules").is_dir():
        pytest.skip("no readers in JavaScript: run `npm install --prefix tests/readers`")
    done = subprocess.run([node, str(READERS / "read.js"), form, str(path)], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def triples(lines: list[str]) -> set[tuple[str, str, str]]:
    quads = ox.parse("\n".join(line.strip() for line in lines), format=ox.RdfFormat.N_QUADS)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


@pytest.mark.parametrize("form", sorted(RDF))
def test_javascript_reads_every_triple(store: Store, file: Callable[[str], Path], form: str) -> None:
    assert triples(read(form, file(form))) == {*store.triples(), *about.triples()}


@pytest.mark.parametrize("form", sorted(form for form, name in RDF.items() if name))
def test_rapper_reads_every_triple(store: Store, file: Callable[[str], Path], form: str) -> None:
    rapper = shutil.which("rapper")
    if not rapper:
        pytest.skip("no rapper: run `apt-get install raptor2-utils`")
    done = subprocess.run([rapper, "-q", "-i", RDF[form], "-o", "ntriples", str(file(form))], capture_output=True, check=True)
    found = {(str(t.subject), str(t.predicate), str(t.object)) for t in ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)}
    assert found == {*store.triples(), *about.triples()}


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_javascript_reads_every_claim(store: Store, file: Callable[[str], Path], form: str) -> None:
    found = read(form, file(form))
    claims = {row["c"].value: row["status"].value.rpartition("#")[2]
              for row in store.query("SELECT ?c ?status { ?c ts:status ?status }")}
    assert {edge["id"]: edge["status"] for edge in found["edges"]} == claims
    triggers = {edge["trigger"] for edge in found["edges"] if edge["status"] == "alleged"}
    assert set(WORDS) - triggers == set()
    assert {edge["source"] for edge in found["edges"]} <= {node["id"] for node in found["nodes"]}


def test_neo4js_own_grammar_has_no_complaint(file: Callable[[str], Path], tmp_path: Path) -> None:
    path = file("neo4j")
    found = read("neo4j", path)
    statements = sum(line.endswith(";") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//"))
    assert found["complaints"]["diagnostics"] == [] and statements > 5
    broken = tmp_path / "broken.cypher"
    broken.write_text(path.read_text(encoding="utf-8").replace("\\'", "'"), encoding="utf-8")
    assert read("neo4j", broken)["complaints"]["diagnostics"]  # a text that got out would be seen
