"""The bundled questions over a small invented world: each gives what a reader of its articles would answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg import builds, pipeline, queries, rdf
from kg.errors import StoreError
from kg.model import Extraction, Node, Value
from kg.prefixes import local_name
from kg.store import Store

Tell = Callable[..., Extraction]
PLATFORM, OTHER = Node("P", "Platform", name="Strangly"), Node("Q", "Platform", name="Palaver")
COMPANY, BOARD = Node("C", "Organization", name="Brightmoor"), Node("R", "Organization", name="Ofkom")
CSAM, GROOMING = Node("harm:csam", "Harm", type="csam"), Node("harm:grooming", "Harm", type="grooming")


def day(text: str) -> Value:
    return Value(text, {4: "year", 10: "date"}[len(text)])


@pytest.fixture(scope="module")
def store(tell: Tell) -> Iterator[Store]:
    fine, second = Node("O", "Outcome", type="fine", place=5), Node("O", "Outcome", type="fine", place=6)
    shut = Node("S", "Outcome", type="shutdown", place=7, latest="2024-06-30")
    suit, probe = Node("L", "LegalAction", type="lawsuit", place=8), Node("L", "LegalAction", type="class-action", place=9)
    told = {
        "founding": ([PLATFORM], [
            ("P", "foundedIn", day("2015"), "asserted", {}), ("P", "reportedHarm", "harm:csam", "asserted", {})]),
        "fine": ([PLATFORM, fine, BOARD], [
            ("P", "outcome", "O", "asserted", {}), ("O", "date", day("2022-03-01"), "asserted", {}),
            ("O", "amount", Value("EUR 5", "money"), "asserted", {}), ("O", "imposedBy", "R", "asserted", {}),
            ("O", "jurisdiction", Value("IE", "place"), "asserted", {}), ("P", "reportedHarm", "harm:csam", "asserted", {})]),
        "fine 2": ([OTHER, second, BOARD], [
            ("Q", "outcome", "O", "asserted", {}), ("O", "date", day("2023-04-01"), "asserted", {}),
            ("O", "imposedBy", "R", "alleged", {"by": "R"})]),
        "suits": ([PLATFORM, suit], [
            ("L", "defendant", "P", "asserted", {}), ("L", "filedOn", day("2021-05-05"), "asserted", {}),
            ("L", "allegesHarm", "harm:grooming", "asserted", {}), ("L", "jurisdiction", Value("US", "place"), "asserted", {})]),
        "second suit": ([PLATFORM, OTHER, probe], [
            ("L", "defendant", "P", "asserted", {}), ("L", "defendant", "Q", "asserted", {}),
            ("L", "filedOn", day("2023-06-06"), "asserted", {}), ("L", "allegesHarm", "harm:grooming", "asserted", {})]),
        "denial": ([PLATFORM, COMPANY, shut], [
            ("P", "outcome", "S", "asserted", {}), ("P", "reportedHarm", "harm:csam", "denied", {"by": "C"}),
            ("P", "reportedHarm", "harm:grooming", "denied", {"by": "C"})]),
    }
    with Store.open() as opened:
        for key, (nodes, claims) in told.items():
            opened.put(rdf.quads(tell(f"{key} of Strangly.", [CSAM, GROOMING, *nodes], claims, key=key, publisher="Post",
                                      published="2024-07-01")))
        yield opened


def rows(store: Store, name: str, *columns: str, **bind: str) -> list[tuple[str, ...]]:
    return [tuple(local_name(row[column].value) if row[column] else "" for column in columns)
            for row in store.query(queries.text(name), bind=bind)]


def test_fines_by_regulator(store: Store) -> None:
    assert rows(store, "fines-by-regulator", "by", "party", "amount", "date") == [("ofkom", "strangly", "EUR 5", "2022-03-01")]
    assert rows(store, "fines-by-regulator", "party", by="org:brightmoor") == []


def test_outcomes_by_year(store: Store) -> None:
    assert rows(store, "outcomes-by-year", "year", "type", "count") == [
        ("2022", "Fine or administrative penalty", "1"), ("2023", "Fine or administrative penalty", "1"),
        ("no date", "Shutdown", "1")]
    assert len(rows(store, "outcomes-by-year", "year", year="2023")) == 1


def test_repeat_defendants(store: Store) -> None:
    assert rows(store, "repeat-defendants", "defendant", "cases") == [("strangly", "2")]


def test_harms_by_jurisdiction(store: Store) -> None:
    """The harm that is denied is no fact, so that no platform is counted for it."""
    assert rows(store, "harms-by-jurisdiction", "where", "harm", "cases", "platforms") == [
        ("US", "Grooming of children", "1", "0")]
    assert rows(store, "harms-by-jurisdiction", "where", where="IE") == []


def test_timeline(store: Store) -> None:
    found = rows(store, "timeline", "date", "notLater", "what", platform="strangly")
    assert found == [("2015", "", "founded"), ("2021-05-05", "", "Civil lawsuit"),
                     ("2022-03-01", "", "Fine or administrative penalty"), ("2023-06-06", "", "Class action"),
                     ("", "2024-06-30", "Shutdown")]
    assert {row[0] for row in rows(store, "timeline", "platform")} == {"strangly", "palaver"}


def test_disputed(store: Store) -> None:
    """What nobody states is not disputed, it is only denied."""
    assert rows(store, "disputed", "subject", "object", "articles", "disputing", "fact") == [
        ("strangly", "csam", "2", "1", "false")]


def test_weak_facts(store: Store) -> None:
    found = rows(store, "weak-facts", "predicate", "object", subject="platform:strangly")
    assert ("foundedIn", "2015") in found and ("reportedHarm", "csam") not in found
    assert all(len(rows(store, "articles-behind", "article", subject="platform:strangly", predicate=f"ts:{predicate}")) > 0
               for predicate, _ in found)


def test_articles_behind_a_fact(store: Store) -> None:
    found = rows(store, "articles-behind", "status", "publisher", "published", "quote", predicate="ts:foundedIn")
    assert found == [("asserted", "Post", "2024-07-01", "founding of Strangly.")]


def test_every_question_says_who_asks() -> None:
    assert len(queries.names()) >= 15
    assert all(queries.text(name).startswith("# ") and ": " in queries.text(name).splitlines()[0] for name in queries.names())


# ------------------------------------------------------------------------------------------------ since the last build

TEXTS = {"a": "The video chat app Palaver was founded in 2010 by Mira Solano.",
         "b": "The video chat app Strangly shut down in 2023.", "c": "The video chat app Tattlewick was founded in 2012."}


def changes(folder: Path, **bind: str) -> list[tuple[str, str]]:
    question = builds.asked(queries.text("changes"), builds.last(folder))
    with Store.open(folder / "store") as opened:
        found = opened.query(question, bind=bind)
        return sorted({(row["change"].value, local_name(row["subject"].value)) for row in found})


def test_changes_since_the_last_build(tmp_path: Path) -> None:
    articles, output, decided = tmp_path / "articles", tmp_path / "output", tmp_path / "decisions"
    articles.mkdir()
    for name in "ab":
        (articles / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")
    pipeline.build([articles], output, decided=decided, lang="en")
    assert changes(output) == [("new", "palaver"), ("new", "strangly"), ("new", "strangly-shutdown-2023")]
    (articles / "a.txt").write_text(TEXTS["a"].replace("2010", "2011"), encoding="utf-8")
    (articles / "c.txt").write_text(TEXTS["c"], encoding="utf-8")
    (articles / "b.txt").unlink()
    pipeline.build([articles], output, decided=decided, lang="en", prune=True)
    assert changes(output) == [("changed", "palaver"), ("new", "tattlewick")]
    assert changes(output, subject="platform:palaver") == [("changed", "palaver")]
    assert len(builds.last(output).removed) == 1
    pipeline.build([articles], output, decided=decided, lang="en", prune=True)
    assert changes(output) == [] and str(builds.last(output)).endswith(": 0 new, 0 changed, 0 removed")
    pipeline.remove(output / "store", "c.txt", decided)
    assert (builds.last(output).by, len(builds.last(output).removed)) == ("remove", 1)
    log = (output / "builds.jsonl").read_text(encoding="utf-8")
    assert len(log.splitlines()) == 4 and ".txt" not in log and "Solano" not in log


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"at": 1}', "nonsense", json.dumps(
    {"at": "", "by": "", "new": ['article:0ab2b40e02e1) } } ; DROP ALL'], "changed": [], "removed": []})])
def test_a_log_that_is_none_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / builds.FILE).write_text(line, encoding="utf-8")
    with pytest.raises(StoreError, match="does not tell of a build|is no article"):
        builds.last(tmp_path)


def test_no_log_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not tell of a build"):
        builds.last(tmp_path)


# ------------------------------------------------------------------------------------------------ parameters

@pytest.mark.parametrize("given", ["strangly", "platform:strangly", "<https://w3id.org/tskg/id/platform/strangly>"])
def test_a_kind_of_thing_takes_a_bare_name(store: Store, given: str) -> None:
    assert len(rows(store, "founders", "platform", platform=given)) == 0
    assert len(rows(store, "timeline", "what", platform=given)) == 5


@pytest.mark.parametrize(("name", "query"), [
    ("nosuch", "SELECT ?p { ?p a ts:Platform }"), ("p", "SELECT (COUNT(?p) AS ?n) ?t { ?p a ?t } GROUP BY ?t"),
    ("p", 'SELECT ?x { ?x rdfs:label "?p" } # ?p')])
def test_a_value_that_would_narrow_nothing_is_refused(store: Store, name: str, query: str) -> None:
    with pytest.raises(StoreError, match="no variable"):
        store.query(query, bind={name: "x"})


def test_a_variable_within_a_counting_part_can_be_given(store: Store) -> None:
    query = "SELECT ?p ?n { ?p a ts:Platform { SELECT (COUNT(?c) AS ?n) { ?c a ts:Claim } GROUP BY ?none } }"
    assert len(list(store.query(query, bind={"p": "platform:strangly"}))) == 1
