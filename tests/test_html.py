"""The page without a browser: what it says, what it leaves out, and that it is safe, offline and always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from conftest import tell

from kg import rdf
from kg.errors import KgError
from kg.model import Extraction, Node, Value
from kg.selection import Selection
from kg.statements import short
from kg.store import Store
from kg.views import html
from kg.views.graph import read
from kg.views.layout import curves, place, wrap

STORY = (
    "Lee Harlow founded Strangly in 2011. A lawsuit alleges that Strangly enabled grooming. "
    "Strangly denied that grooming happened. Strangly may be blocked. The ministry did not fine Strangly. "
    "Lee Harlow admitted that scams happened on Strangly. Harlow started Strangly."
)
NODES = (
    Node("P1", "Platform", name="Strangly", place=19), Node("B1", "Person", name="Lee Harlow"),
    Node("L1", "LegalAction", name="lawsuit", type="lawsuit", place=39),
    Node("O1", "Outcome", name="blocked", type="blocking", place=149),
    Node("O2", "Outcome", name="fine", type="fine", place=180),
    Node("harm:grooming", "Harm", name="grooming", type="grooming"),
    Node("harm:scam", "Harm", name="scams", type="fraud"),
)
TOLD = (
    ("P1", "founder", "B1", "asserted", {"words": "founded Strangly"}),
    ("P1", "founder", "B1", "asserted", {"words": "started Strangly"}),
    ("P1", "foundedIn", Value("2011", "year"), "asserted", {"words": "in 2011"}),
    ("L1", "defendant", "P1", "asserted", {"words": "lawsuit"}),
    ("P1", "reportedHarm", "harm:grooming", "alleged", {"words": "enabled grooming", "by": "L1"}),
    ("P1", "reportedHarm", "harm:grooming", "denied", {"words": "denied", "by": "P1"}),
    ("P1", "outcome", "O1", "hypothetical", {"words": "may be blocked"}),
    ("P1", "outcome", "O2", "asserted", {"words": "did not fine", "negated": True}),
    ("P1", "reportedHarm", "harm:scam", "confirmed", {"words": "admitted", "by": "B1"}),
)
SECOND = "Quokka was founded by Mira Santoso. Strangly enabled grooming, Quokka said."
PAGE = resources.files("kg.views") / "page"


def sentences(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^. ][^.]*\.", text)]


def story() -> Extraction:
    return tell(STORY, NODES, TOLD, key="b.txt", sentences=sentences(STORY), publisher="Daily Ledger",
                title="Strangly under fire", url="https://ledger.example/strangly", published="2023-11-09")


def second_story() -> Extraction:
    nodes = (Node("P1", "Platform", name="Quokka"), Node("P2", "Platform", name="Strangly", place=36),
             Node("B1", "Person", name="Mira Santoso", place=22),
             Node("harm:grooming", "Harm", name="grooming", type="grooming"))
    told = (("P1", "founder", "B1", "asserted", {"words": "founded by"}),
            ("P2", "reportedHarm", "harm:grooming", "alleged", {"words": "enabled grooming", "by": "P1"}))
    return tell(SECOND, nodes, told, key="a.txt", sentences=sentences(SECOND), publisher="Harbour Post",
                published="2024-02-01")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as store:
        store.put(rdf.quads(story()))
        store.put(rdf.quads(second_story()))
        yield store


def page_of(store: Store, folder: Path, **options: Any) -> str:
    html.write(store, folder / "page.html", **options)
    return (folder / "page.html").read_text(encoding="utf-8")


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


class Elements(HTMLParser):
    """The elements of a page, as a browser would find them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def count(self, tag: str) -> int:
        return sum(tag == name for name, _ in self.found)

    def found_any(self, *tags: str) -> bool:
        return any(name in tags for name, _ in self.found)


def by_label(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    return {label: iri for iri, label in graph.nodes(data="label")}


def test_claims_that_say_the_same_are_one_edge_with_all_their_evidence(store: Store) -> None:
    graph = read(store)
    names = by_label(graph)
    between = [one for _, _, one in graph.edges(data="statement") if one.object == names["Lee Harlow"]]
    assert [len(one.claims) for one in between] == [2]
    sides = {one.status: one for _, _, one in graph.edges(data="statement") if one.object.endswith("harm/grooming")}
    assert set(sides) == {"alleged", "denied"}
    assert len(sides["alleged"].claims) == 2


def test_only_what_the_store_holds_as_fact_is_marked_as_fact(store: Store) -> None:
    told = [one for _, _, one in read(store).edges(data="statement")]
    assert {(one.status, one.negated) for one in told if one.fact} == {("asserted", False), ("confirmed", False)}
    assert not any(one.fact for one in told if one.status in ("alleged", "denied", "hypothetical") or one.negated)


def test_values_are_no_nodes(store: Store) -> None:
    graph = read(store)
    assert [(short(one.predicate), one.object) for one in graph.graph["literals"]] == [("foundedIn", "2011")]
    assert "2011" not in graph
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    assert kinds == {"Platform", "Person", "LegalAction", "Outcome", "Harm"}


def test_names_follow_the_language(store: Store) -> None:
    assert "Gugatan terhadap Strangly" in by_label(read(store, lang="id"))
    assert "Lawsuit against Strangly" in by_label(read(store, lang="en"))


def test_focus_keeps_what_is_near(store: Store) -> None:
    near = by_label(read(store, Selection(focus=("Mira Santoso",), hops=1)))
    assert set(near) == {"Mira Santoso", "Quokka"}
    assert set(by_label(read(store, Selection(focus=("platform/quokka",), hops=0)))) == set()
    assert "Strangly" in by_label(read(store, Selection(focus=("platform:strangly",), hops=1)))


def test_a_name_that_fits_nothing_or_two_things_is_refused(store: Store) -> None:
    with pytest.raises(KgError, match='no entity "Nobody"'):
        read(store, Selection(focus=("Nobody",)))
    nodes = (Node("P1", "Organization", name="Strangly"), Node("O1", "Outcome", type="shutdown"))
    other = tell("Strangly shut.", nodes, (("P1", "outcome", "O1", "asserted", {"words": "shut"}),), key="c.txt")
    store.put(rdf.quads(other))
    with pytest.raises(KgError, match="matches 2 entities") as caught:
        read(store, Selection(focus=("Strangly",)))
    assert "platform/strangly" in caught.value.hint


def test_statuses_and_number_of_nodes_cut_the_graph_but_not_the_totals(store: Store) -> None:
    whole, few = read(store), read(store, max_nodes=3)
    assert few.number_of_nodes() <= 3 < whole.number_of_nodes()
    assert few.graph["totals"] == whole.graph["totals"]
    near = read(store, Selection(focus=("Quokka",), hops=2), max_nodes=2)
    assert set(by_label(near)) == {"Quokka", "Mira Santoso"}, "what is next to the focus stays, however little is said of it"
    assert whole.graph["totals"]["statements"] == whole.number_of_edges() + len(whole.graph["literals"])
    alleged = read(store, Selection(statuses=("alleged",)))
    assert {one.status for _, _, one in alleged.edges(data="statement")} == {"alleged"}


def test_every_statement_of_the_page_has_sentence_status_and_source(store: Store, tmp_path: Path) -> None:
    data = data_of(page_of(store, tmp_path))
    assert len(data["edges"]) == sum("literal" not in one for one in data["statements"])
    for one in data["statements"]:
        assert one["status"] in data["statuses"] and one["claims"]
        for claim in map(data["claims"].__getitem__, one["claims"]):
            sentence = data["sentences"][claim["in"]]
            article = data["articles"][sentence["in"]]
            assert sentence["quote"][slice(*claim["mark"])] in STORY + SECOND and article["publisher"] and article["date"]
            assert "who" in claim or one["status"] not in ("denied", "confirmed")


def test_every_sentence_and_article_is_there_once(store: Store, tmp_path: Path) -> None:
    data = data_of(page_of(store, tmp_path))
    assert len(data["articles"]) == 2
    quotes = [one["quote"] for one in data["sentences"]]
    assert len(quotes) == len(set(quotes)) < len(data["claims"])


def test_the_page_asks_the_network_for_nothing(store: Store, tmp_path: Path) -> None:
    page = page_of(store, tmp_path)
    asking = {"src", "href", "action", "srcset", "style"}
    assert not any(asking & attributes.keys() for _, attributes in Elements(page).found)
    assert "sourceMappingURL" not in page
    assert "@license" in page, "the licence of vis-network stays"
    assert "url(" not in str((PAGE / "app.css").read_text())


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(store: Store, tmp_path: Path) -> None:
    page = page_of(store, tmp_path)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy and "default-src 'none'" in policy[1] and "unsafe" not in policy[1]
    blocks = [text for _, text in re.findall(r"<(script|style)>(.*?)</\1>", page, re.DOTALL)]
    hashes = [base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks]
    assert sorted(re.findall(r"sha256-([^']+)", policy[1])) == sorted(hashes)
    assert Elements(page).count("script") == 3


def test_text_of_an_article_cannot_leave_the_data(store: Store, tmp_path: Path) -> None:
    text = "Evil</script><script>alert(1)</script> <!-- founded \u2028 Strangly."
    nodes = (Node("P1", "Platform", name="Strangly"), Node("B1", "Person", name=text[:38]))
    store.put(rdf.quads(tell(text, nodes, (("P1", "founder", "B1", "asserted", {"words": "founded"}),), key="x.txt")))
    page = page_of(store, tmp_path)
    assert Elements(page).count("script") == 3 and "alert(1)</script>" not in page and "<!--" not in page
    assert any(sentence["quote"] == text for sentence in data_of(page)["sentences"])


def test_a_title_is_text(store: Store, tmp_path: Path) -> None:
    assert "<h1>&lt;b&gt;Mine&lt;/b&gt;</h1>" in page_of(store, tmp_path, title="<b>Mine</b>")


PROGRAM = """
import sys
from test_html import Store, html, rdf, second_story, story
with Store.open() as store:
    for extraction in sorted([story(), second_story()], key=lambda one: one.article.key, reverse=sys.argv[2] == "back"):
        store.put(rdf.quads(extraction))
    html.write(store, sys.argv[1])
"""


def test_the_same_store_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    here = Path(__file__).parent
    pages = set()
    for seed, order in (("0", "on"), ("4711", "back")):
        path = tmp_path / f"{seed}.html"
        settings = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}
        subprocess.run([sys.executable, "-c", PROGRAM, str(path), order], check=True, env=os.environ | settings)
        pages.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(pages) == 1


def test_an_unknown_language_is_refused_and_nothing_is_left_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KgError, match='no words in "fr"') as caught:
        html.write(store, tmp_path / "page.html", lang="fr")
    assert "en, id" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_gives_a_page(tmp_path: Path) -> None:
    with Store.open() as store:
        assert data_of(page_of(store, tmp_path))["totals"] == {"entities": 0, "statements": 0, "selected": 0}


def test_both_languages_have_all_words_and_the_scripts_use_no_other() -> None:
    table = tomllib.loads((PAGE / "strings.toml").read_text("utf-8"))
    assert table["en"].keys() == table["id"].keys()
    for part in ("summary", "outcomes", "blocks", "marks", "themes", "csv"):
        assert table["en"][part].keys() == table["id"][part].keys()
    texts = [(PAGE / name).read_text("utf-8") for name in (*html.SCRIPTS, "view.html.j2")]
    used = {word for text in texts for word in re.findall(r"words\.(\w+)", text)}
    columns = set(re.findall(r"(\w+): (?:one =>|labelOf)", (PAGE / "table.js").read_text("utf-8")))
    assert used | columns | {"title", "months", "thousands", "thing", "timeline", "graph", "from", "to"} == table["en"].keys()


def test_scripts_make_no_markup_from_strings() -> None:
    code = "\n".join((PAGE / name).read_text("utf-8") for name in html.SCRIPTS)
    assert not re.search(r"(inner|outer|Adjacent)HTML|document\.write|\beval\b|new Function|DOMParser|setTimeout", code)


def test_boxes_do_not_overlap_and_the_seed_decides() -> None:
    graph = nx.MultiDiGraph(nx.gnm_random_graph(60, 90, seed=3, directed=True))
    graph = nx.relabel_nodes(graph, str)
    boxes = {name: (60 + 15 * (int(name) % 7), 50) for name in graph}
    spots = place(graph, boxes, seed=1)
    assert spots == place(graph, boxes, seed=1)
    assert spots != place(graph, boxes, seed=2)
    clashes = [(a, b) for a in graph for b in graph if a < b
               and abs(spots[a][0] - spots[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 2
               and abs(spots[a][1] - spots[b][1]) < (boxes[a][1] + boxes[b][1]) / 2 - 2]
    assert clashes == []


def test_lines_between_the_same_two_fan_out(store: Store) -> None:
    graph = read(store)
    told = [one for _, _, one in graph.edges(data="statement")]
    bends = curves(told)
    sides = [json.dumps(bends[one.id]) for one in told if one.object.endswith("harm/grooming")]
    assert len(sides) == len(set(sides)) == 2 and "false" not in sides
    assert [bends[one.id] for one in told if one.predicate.endswith("founder")] == [False, False]


def test_labels_are_cut_into_three_lines_at_most() -> None:
    assert wrap("") == [""]
    assert len(wrap("word " * 60)) == 3 and wrap("word " * 60)[-1].endswith("…")
    assert max(map(len, wrap("x" * 500))) < 40
