"""What is wrong, told to people and programs; and a sample of a store that finds what is wrong in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from kg import rdf, sampling, shapes, violations
from kg.model import Extraction
from kg.prefixes import PREFIXES
from kg.store import Store
from kg.violations import Violation
from tests.synthetic import articles

pytest.importorskip("pyshacl", reason="the extra `shacl` is not installed")

SCHEMA = Path(__file__).parent / "readers/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
HARM = ("https://w3id.org/tskg/id/platform/strangly", "https://w3id.org/tskg/ontology#reportedHarm")
FOUND = [Violation(*HARM, 'a "quote"\n::error::\u2028', "S1", "Not\nso."), Violation(HARM[0], "", "", "S2", "Wrong.")]


def test_people_get_one_line_each() -> None:
    assert violations.human(FOUND) == (
        'platform:strangly ts:reportedHarm a "quote" ::error:: - Not so. (S1)\nplatform:strangly - Wrong. (S2)\n')
    assert violations.human([]) == ""


def test_json_is_a_list() -> None:
    assert json.loads(violations.json([])) == []
    assert json.loads(violations.json(FOUND))[0] == {
        "node": HARM[0], "path": HARM[1], "value": FOUND[0].value, "shape": "S1", "message": "Not\nso."}


@pytest.mark.parametrize("found", [FOUND, []])
def test_sarif_is_sarif(found: list[Violation]) -> None:
    log = json.loads(violations.sarif(found, checked="all of it"))
    (run,) = log["runs"]
    assert [result["ruleId"] for result in run["results"]] == [one.shape for one in found]
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert "all of it" in json.dumps(run["invocations"])
    if not SCHEMA.exists():
        pytest.skip("no schema of SARIF: run `npm install --prefix tests/readers`")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert not list(validator.iter_errors(log))
    assert list(validator.iter_errors({**log, "runs": [{**run, "results": [{}]}]}))  # a result needs a message


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Twelve made articles."""
    with Store.open() as opened:
        for extraction in articles(12):
            opened.put(rdf.quads(extraction))
        yield opened


def test_a_sample_of_a_good_store_is_good(store: Store) -> None:
    found = shapes.examine(store, most=3)
    assert (found.violations, found.articles, found.of) == ((), 3, 12)
    assert re.fullmatch("guard: every fact; shapes: a sample of 12: 3 articles with 60 claims and [0-9]+ facts, "
                        "and [0-9]+ claims of other articles that these rest on", found.checked)
    assert shapes.examine(store, most=12).checked == "guard: every fact; shapes: all 12 articles"


def test_a_sample_finds_what_is_wrong_in_it(store: Store) -> None:
    graphs = [stored.graph for stored in store.articles().values()]
    wrong = {}
    for graph in graphs:  # every article gets a claim without a status
        article = graph.rpartition("/")[2]
        wrong[f"https://w3id.org/tskg/id/claim/bad{article}"] = graph
        store._inner.update(f"INSERT DATA {{ GRAPH <{graph}> {{ c:bad{article} a ts:Claim ; rdf:subject platform:x ; "
                            f"rdf:predicate ts:founder ; rdf:object person:x }} }}", prefixes=dict(PREFIXES))
    try:
        found = {one.node for one in shapes.examine(store, most=3).violations}
        assert len(found) == 3 and found < wrong.keys()
    finally:
        for name, graph in wrong.items():
            store._inner.update(f"DELETE WHERE {{ GRAPH <{graph}> {{ <{name}> ?p ?o }} }}")


def test_a_sample_borrows_no_more_where_more_articles_say_the_same() -> None:
    """One claim of each kind is enough: a platform that is always in the news does not bring all its articles along."""
    (made,) = articles(1)
    borrowed = []
    for count in (3, 12):
        with Store.open() as opened:
            for number in range(count):
                source = replace(made.article, key=f"k{number}", text=f"{made.article.text} {number}")
                claims = tuple(replace(claim, article=source.id) for claim in made.claims)
                opened.put(rdf.quads(replace(made, article=source, claims=claims)))
            graphs = [stored.graph for stored in opened.articles().values()]
            borrowed.append(max(sampling.sample(opened, [graph], 1).lent for graph in graphs))
    assert borrowed[0] == borrowed[1] > 0


def test_the_guard_sees_what_the_sample_does_not(store: Store) -> None:
    leak = "platform:nowhere ts:reportedHarm harm:csam"
    store._inner.update(f"INSERT DATA {{ GRAPH <urn:kb> {{ {leak} }} }}", prefixes=dict(PREFIXES))
    try:
        (found,) = shapes.examine(store, most=1).violations
    finally:
        store._inner.update(f"DELETE DATA {{ GRAPH <urn:kb> {{ {leak} }} }}", prefixes=dict(PREFIXES))
    assert (found.node, found.shape) == ("https://w3id.org/tskg/id/platform/nowhere", violations.GUARD)


def test_the_command_says_what_it_found_by_its_exit_code(tell: Callable[..., Extraction], invoke: Callable[..., object],
                                                         tmp_path: Path) -> None:
    path, own = tmp_path / "store", tmp_path / "own.ttl"
    with Store.open(path, write=True) as opened:
        for extraction in articles(2):
            opened.put(rdf.quads(extraction))
    own.write_text("""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ts: <https://w3id.org/tskg/ontology#> .
        <urn:mine> a sh:NodeShape ; sh:targetClass ts:Article ; sh:property [ sh:path ts:reviewedBy ; sh:minCount 1 ] .""")
    good = invoke("validate", "--store", path, "-f", "json")
    assert (good.code, json.loads(good.out)) == (0, []) and "0 findings (guard" in good.err  # type: ignore[attr-defined]
    bad = invoke("validate", "--store", path, "--shapes", own, "-f", "sarif", "--articles", 1)
    assert bad.code == 1 and len(json.loads(bad.out)["runs"][0]["results"]) == 1  # type: ignore[attr-defined]
    assert invoke("validate", "--store", path, "--shapes", tmp_path / "none.ttl").code == 2  # type: ignore[attr-defined]
    assert invoke("validate", "--store", tmp_path / "none").code == 2  # type: ignore[attr-defined]
