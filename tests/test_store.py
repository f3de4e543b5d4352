"""The store: whole articles in and out, facts that follow, and nobody in the way."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf, schema
from kg.errors import StoreError
from kg.gazetteer import Known
from kg.locking import LOCK_FILE
from kg.model import Extraction, Node, Value
from kg.prefixes import PREFIXES
from kg.schema import Ontology
from kg.store import Store
from kg.told import Told

Tell = Callable[..., Extraction]
QUERIES = Path(__file__).parent.parent / "ontology" / "queries"
ROWS = {"founders": 1, "allegations": 1, "said-by": 2, "shutdown-after-settlement": 1, "dsa-codes": 3,
        "outcomes-by-type": 2, "evidence-strength": 9, "support": 9, "person-record": 4, "guard": 0, "articles-behind": 13,
        "changes": 15, "disputed": 0, "fines-by-regulator": 0, "harms-by-jurisdiction": 0, "outcomes-by-year": 2,
        "repeat-defendants": 0, "timeline": 3, "weak-facts": 9}
NODES = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Rina Vost", known="rina-vost"),
         Node("harm:csam", "Harm", type="csam"), Node("O", "Outcome", type="shutdown", latest="2031-05-02")]
HARM = ("platform:strangly", "ts:reportedHarm", "harm:csam")


def said(tell: Tell, key: str, *told: tuple[object, ...], text: str = "") -> Told:
    return rdf.quads(tell(text or f"{key}: Rina Vost of Strangly.", NODES, told, key=key))


def harm(status: str, **more: object) -> tuple[object, ...]:
    return "P", "reportedHarm", "harm:csam", status, more


def founder(status: str, **more: object) -> tuple[object, ...]:
    return "P", "founder", "B", status, more


def holds(store: Store, subject: str, predicate: str, what: str) -> bool:
    return bool(store.query(f"ASK {{ GRAPH <urn:kb> {{ {subject} {predicate} {what} }} }}"))


# Facts

@pytest.mark.parametrize(("articles", "fact"), [
    ([[("asserted", {})]], True),
    ([[("confirmed", {"by": "B"})]], True),
    ([[("alleged", {"by": "B"})]], False),
    ([[("hypothetical", {})]], False),
    ([[("denied", {"by": "B"})]], False),
    ([[("asserted", {"negated": True})]], False),
    ([[("asserted", {})], [("alleged", {})]], True),
    ([[("asserted", {})], [("denied", {"by": "B"})]], False),
    ([[("asserted", {}), ("denied", {"by": "B"})]], False),
    ([[("asserted", {})], [("asserted", {"negated": True})]], False),
    ([[("asserted", {})], [("hypothetical", {"negated": True})]], False),
    ([[("denied", {"by": "B"})], [("confirmed", {"by": "B"})]], True),
    ([[("confirmed", {"by": "B"}), ("denied", {"by": "P"})]], True),
    ([[("confirmed", {"by": "B", "negated": True})], [("asserted", {})]], False),
    ([[("confirmed", {"by": "B", "negated": True})]], False),
    ([[("denied", {"by": "B", "negated": True})], [("asserted", {})]], False),
])
@pytest.mark.parametrize("order", [1, -1])
def test_the_fact_rule(tell: Tell, articles: list[list[tuple[str, dict[str, object]]]], fact: bool, order: int) -> None:
    with Store.open() as store:
        for number, claims in list(enumerate(articles))[::order]:
            store.put(said(tell, f"a{number}", *(harm(status, **more) for status, more in claims)))
        assert holds(store, *HARM) is fact
        assert store.guard() == []


def test_an_allegation_is_nowhere_a_bare_triple(tell: Tell) -> None:
    with Store.open() as store:
        store.put(said(tell, "a", harm("alleged")))
        assert not store.query("ASK { platform:strangly ts:reportedHarm ?anything }")
        assert not list(store.dataset().query("SELECT ?x { ?x <https://w3id.org/tskg/ontology#reportedHarm> ?y }"))


def test_a_denial_that_goes_brings_the_fact_back(tell: Tell) -> None:
    with Store.open() as store:
        store.put(said(tell, "a", harm("asserted")))
        store.put(said(tell, "b", harm("denied", by="B")))
        assert not holds(store, *HARM)
        store.put(said(tell, "b", harm("alleged"), text="A new text about Strangly."))
        assert holds(store, *HARM)
        store.remove("a")
        assert not holds(store, *HARM)


def test_founder_is_a_type_as_long_as_it_is_a_fact(tell: Tell) -> None:
    person = ("person:rina-vost", "a", "ts:Founder")
    with Store.open() as store:
        store.put(said(tell, "a", founder("alleged")))
        assert not holds(store, *person)
        store.put(said(tell, "b", founder("asserted")))
        assert holds(store, *person)
        store.put(said(tell, "c", founder("denied", by="B")))
        assert not holds(store, *person)
        store.remove("c")
        store.remove("b")
        assert not holds(store, *person) and holds(store, "person:rina-vost", "a", "ts:Person")


def test_values_become_facts_too(tell: Tell) -> None:
    with Store.open() as store:
        store.put(said(tell, "a", ("P", "foundedIn", Value("2009", "year"), "asserted", {}),
                       ("P", "userCount", Value("0700", "integer"), "asserted", {})))
        rows = store.query("SELECT ?year ?users { platform:strangly ts:foundedIn ?year ; ts:userCount ?users }")
        assert [(row["year"].value, row["users"].value) for row in rows] == [("2009", "700")]


@pytest.mark.parametrize("leak", [
    "platform:strangly ts:reportedHarm harm:csea",              # nobody says so
    "platform:strangly ts:reportedHarm harm:grooming",          # only alleged
    "platform:strangly ts:reportedHarm harm:csam",              # asserted, and denied
])
def test_the_guard_finds_what_the_rule_would_not_write(tell: Tell, leak: str) -> None:
    nodes = [*NODES, Node("harm:grooming", "Harm", type="grooming")]
    with Store.open() as store:
        store.put(rdf.quads(tell("Strangly.", nodes, [
            harm("asserted"), harm("denied", by="B"), ("P", "reportedHarm", "harm:grooming", "alleged", {})])))
        assert store.guard() == []
        store._inner.update(f"INSERT DATA {{ GRAPH <urn:kb> {{ {leak} }} }}", prefixes=dict(PREFIXES))
        assert [found.triple[2] for found in store.guard()] == [f"<{schema.expand(leak.split()[2])}>"]


# Articles come and go

def random_article(tell: Tell, chance: random.Random, key: str) -> Told:
    statuses = ("asserted", "confirmed", "alleged", "denied", "hypothetical")
    names = ("Strangly", "STRANGLY", "Tattlewick")
    nodes = [Node("P", "Platform", name=chance.choice(names)), *NODES[1:],
             Node("L", "LegalAction", type="lawsuit"), Node("G", "Group", type="children")]
    relations = (("P", "reportedHarm", "harm:csam"), ("P", "founder", "B"), ("P", "outcome", "O"),
                 ("L", "defendant", "P"), ("L", "affects", "G"), ("P", "foundedIn", Value("2009", "year")))
    told = [(*chance.choice(relations), chance.choice(statuses), {"negated": chance.random() < 0.2, "by": "B"})
            for _ in range(chance.randrange(1, 6))]
    return rdf.quads(tell(f"{key}, version {chance.randrange(10 ** 6)}, of Strangly.", nodes, told, key=key))


@pytest.mark.parametrize("seed_number", range(12))
def test_any_history_ends_as_a_fresh_build_would(tell: Tell, seed_number: int) -> None:
    chance = random.Random(seed_number)
    current: dict[str, Told] = {}
    with Store.open() as store, Store.open() as fresh:
        for _ in range(30):
            key = f"k{chance.randrange(5)}"
            if chance.random() < 0.25:
                assert store.remove(key) is (key in current)
                current.pop(key, None)
            else:
                current[key] = random_article(tell, chance, key)
                assert store.put(current[key])
        for key in sorted(current, reverse=True):
            fresh.put(current[key])
        assert store.nquads() == fresh.nquads()
        assert sorted(store.articles()) == sorted(current)
        assert store.guard() == []


@pytest.mark.parametrize("seed_number", range(4))
def test_no_triple_stands_in_two_graphs(tell: Tell, seed_number: int) -> None:
    chance = random.Random(seed_number)
    with Store.open() as store:
        for key in "abcdef":
            store.put(random_article(tell, chance, key))
        count = "SELECT (COUNT(*) AS ?n) { %s { ?s ?p ?o } }"
        plain, distinct = (next(iter(store.query(count % part)))["n"].value
                           for part in ("", "SELECT DISTINCT ?s ?p ?o WHERE"))
        assert plain == distinct == str(len(store.dataset()))


def test_an_empty_store_is_left_when_all_go(tell: Tell, seed: Extraction, known: Mapping[str, Known]) -> None:
    with Store.open() as store:
        empty = store.nquads()
        store.put(rdf.quads(seed, known=known))
        store.put(said(tell, "a", harm("asserted")))
        assert store.remove("omegle-tutup.txt") and store.remove("a") and not store.remove("a")
        assert store.nquads() == empty == b"" and store.articles() == {}


def test_putting_twice_changes_nothing(seed_store: Store, seed: Extraction, known: Mapping[str, Known]) -> None:
    before = seed_store.nquads()
    assert seed_store.put(rdf.quads(seed, known=known))
    assert seed_store.nquads() == before


def test_a_thing_stays_while_any_article_speaks_of_it(tell: Tell) -> None:
    with Store.open() as store:
        store.put(said(tell, "a", harm("alleged")))
        store.put(said(tell, "b", harm("denied", by="B")))
        store.remove("b")
        assert holds(store, "platform:strangly", "a", "ts:Platform")
        assert not store.query("ASK { person:rina-vost ?p ?o }")


def test_one_text_under_two_keys_is_one_article(tell: Tell) -> None:
    one, two = (said(tell, key, harm("asserted"), text="Strangly.") for key in ("a", "b"))
    with Store.open() as store, Store.open() as other:
        assert store.put(one) and not store.put(two)
        assert other.put(two) and other.put(one)
        assert store.nquads() == other.nquads() and list(store.articles()) == ["a"]


def test_an_article_that_becomes_the_twin_of_another_goes(tell: Tell) -> None:
    with Store.open() as store:
        store.put(said(tell, "a", harm("asserted"), text="Strangly."))
        before = store.nquads()
        store.put(said(tell, "b", founder("asserted"), text="Strangly, by Rina Vost."))
        assert not store.put(said(tell, "b", harm("asserted"), text="Strangly."))
        assert store.nquads() == before


def test_what_a_build_must_know_of_an_article(tell: Tell) -> None:
    extraction = tell("Strangly.", NODES, [harm("asserted")], key="k")
    with Store.open() as store:
        store.put(rdf.quads(extraction, fingerprint="v1"))
        (stored,) = store.articles().values()
        assert (stored.content_hash, stored.fingerprint) == (rdf.content_hash(extraction.article), "v1")
        assert stored.graph.endswith(extraction.article.id)


def test_every_term_in_a_store_is_declared(seed_store: Store, ontology: Ontology) -> None:
    terms = {term for quad in seed_store._inner for term in (quad.predicate, quad.object)}
    used = {term.value for term in terms if isinstance(term, ox.NamedNode) and term.value.startswith(PREFIXES["ts"])}
    declared = {schema.expand(line.split()[0]) for line in ontology.source.splitlines() if line.startswith("ts:")}
    assert used - declared == set()


# Hostile text

HOSTILE = ['say "hi" \\ and \\" and \\\\', "line\nfeed\r\n\ttab", "\u2028\u2029\u0085\u202e", "\x00\x01\x1f\x7f\ufffe",
           '"@en . } ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> "', "'''\"\"\" } } #", "\\u0022 . } ; DROP ALL #",
           "\\\\u0022 . } ; DROP ALL #", "\\U00000022@en } ; CLEAR ALL", "%s {0} {graph} $x ?x ; DROP ALL",
           '<script>alert(1)</script>', "😀 \U0010fffd é e\u0301", "> <urn:x> . <urn:y>", "^^<urn:x>", "\\", '"']


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_gets_out_of_its_literal(tell: Tell, text: str) -> None:
    nodes = [Node("P", "Platform", name=f"S {text}"), *NODES[1:]]
    more = {"title": text, "publisher": text, "key": "k" + text, "url": "https://a.example/" + text}
    told = [harm("asserted", words=text, rule=text), ("P", "founder", "B", "asserted", {})]
    extraction = tell(f"S {text} of Rina Vost.", nodes, told, **more)
    with Store.open() as store:
        store.put(said(tell, "other", founder("asserted")))
        before = store.nquads()
        store.put(rdf.quads(extraction, fingerprint=text))
        (row,) = store.query("SELECT ?title ?words ?quote ?label { ?article schema:headline ?title . "
                             "?claim ts:trigger ?words ; rdf:object harm:csam ; ts:evidence/nif:anchorOf ?quote ; "
                             "rdf:subject/rdfs:label ?label }")
        assert (row["title"].value, row["words"].value) == (text, text)
        assert (row["quote"].value, row["label"].value) == (extraction.article.text, f"S {text}")
        assert store.articles()["k" + text].fingerprint == text
        assert store.guard() == [] and store.remove("k" + text)
        assert store.nquads() == before


@pytest.mark.parametrize("text", HOSTILE)
def test_money_and_places_as_hostile_as_they_come(tell: Tell, text: str) -> None:
    told = [("O", "amount", Value(text, "money"), "asserted", {})]
    with Store.open() as store:
        store.put(rdf.quads(tell("Strangly.", NODES, told)))
        assert [row["x"].value for row in store.query("SELECT ?x { GRAPH <urn:kb> { ?o ts:amount ?x } }")] == [text]


def test_what_is_no_triple_never_reaches_the_update(tell: Tell) -> None:
    good = said(tell, "a", harm("asserted"))
    with Store.open() as store:
        store.put(said(tell, "b", founder("asserted")))
        before = store.nquads()
        escape = ("<urn:a>", "<urn:b>", '"x" } } ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> "x"')
        thing, claim = good.things[0], good.said[0]
        for heap in ({"own": (escape,)}, {"things": (replace(thing, about=(escape[1:],)),)}, {"graph": "<urn:a> <urn:b"},
                     {"said": (replace(claim, value=escape[2]),)}, {"things": (replace(thing, latest=escape[2]),)}):
            with pytest.raises(StoreError, match="no triples"):
                store.put(replace(good, **heap))  # type: ignore[arg-type]
        assert store.nquads() == before


# On disk

def test_a_store_is_there_the_next_time(tmp_path: Path, seed: Extraction, known: Mapping[str, Known]) -> None:
    with Store.open(tmp_path / "a" / "store", write=True) as store:
        store.put(rdf.quads(seed, known=known))
        written = store.nquads()
    with Store.open(tmp_path / "a" / "store") as store:
        assert store.nquads() == written and store.query("ASK { harm:csam skos:prefLabel ?x }")


def test_a_renewed_store_goes_on(tmp_path: Path, tell: Tell) -> None:
    with Store.open(tmp_path / "store", write=True) as store:
        store.put(said(tell, "a", harm("asserted")))
        before = store.nquads()
        store.renew()
        assert store.nquads() == before
        with pytest.raises(StoreError, match="in use"), Store.open(tmp_path / "store", write=True):
            pass
        store.put(said(tell, "b", harm("asserted")))
    with Store.open(tmp_path / "store") as store:
        assert sorted(store.articles()) == ["a", "b"]


def test_reading_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at .*nowhere") as caught:
        with Store.open(tmp_path / "nowhere"):
            pass
    assert "kg build" in caught.value.hint and list(tmp_path.iterdir()) == []
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("mine")
    for write, message in ((False, "no store at"), (True, "something else than a store")):
        with pytest.raises(StoreError, match=message):
            with Store.open(tmp_path / "other", write=write):
                pass
    assert [file.name for file in (tmp_path / "other").iterdir()] == ["notes.txt"]


def test_reading_changes_no_file(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True):
        pass
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    with Store.open(tmp_path) as store:
        assert not store.query("ASK { ?x a ts:Claim }")
        with pytest.raises(StoreError, match="not changed"):
            store.put(Told("k", "<urn:g>", (("<urn:a>", "<urn:b>", "<urn:c>"),), (), ()))
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(("first", "second", "message"), [
    (True, True, "in use"), (True, False, "being written"), (False, True, "in use"), (False, False, "")])
def test_many_read_or_one_writes(tmp_path: Path, first: bool, second: bool, message: str) -> None:
    with Store.open(tmp_path, write=True):
        pass
    with Store.open(tmp_path, write=first):
        if message:
            with pytest.raises(StoreError, match=message), Store.open(tmp_path, write=second):
                pass
        else:
            with Store.open(tmp_path, write=second):
                pass
    with Store.open(tmp_path, write=True):  # every lock was given back
        pass


def test_a_copy_without_its_lock_file_can_be_read(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True):
        pass
    (tmp_path / LOCK_FILE).unlink()
    with Store.open(tmp_path) as store:
        assert store.query("ASK { ts:Claim a owl:Class }")
    assert not (tmp_path / LOCK_FILE).exists()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        pass
    with pytest.raises(StoreError, match="the store is closed"):
        store.query("ASK {}")


def test_a_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Store.open(tmp_path, write=True):
        raise ZeroDivisionError
    with Store.open(tmp_path, write=True):
        pass


def test_a_broken_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("nonsense\n")
    with pytest.raises(StoreError, match="cannot open the store at") as caught, Store.open(tmp_path):
        pass
    assert "\n" not in str(caught.value)


def test_another_ontology_takes_the_place_of_the_old_one(tmp_path: Path, ontology: Ontology) -> None:
    more = replace(ontology, source=ontology.source + '\nharm:new-one a ts:Harm ; skos:prefLabel "New"@en .\n')
    ask = "ASK { harm:new-one skos:prefLabel ?x }"
    with Store.open(tmp_path, write=True, ontology=more) as store:
        assert store.query(ask) and store.query("ASK { harm:csam a ts:Harm }")
    with Store.open(tmp_path, write=True) as store:
        assert not store.query(ask) and store.query("ASK { harm:csam a ts:Harm }")


# Questions

@pytest.mark.parametrize("name", sorted(ROWS))
def test_the_saved_questions_have_the_answers_of_the_design(seed_store: Store, name: str) -> None:
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    assert len(list(seed_store.query(text))) == ROWS[name]
    assert len(list(seed_store.dataset().query(text))) == ROWS[name]


def test_no_question_is_left_out() -> None:
    assert {file.stem for file in QUERIES.glob("*.rq")} == set(ROWS)


def test_rows_have_names_values_and_gaps(seed_store: Store) -> None:
    answer = seed_store.query('SELECT ?p ?l ?none { ?p a ts:Platform ; rdfs:label ?l OPTIONAL { ?p ts:court ?none } }')
    assert answer.variables == ("p", "l", "none") and answer.form == "rows" and answer
    assert [(row["p"].value, row["l"].value, row["none"]) for row in answer] == [
        (PREFIXES["platform"] + "omegle", "Omegle", None)]
    assert len(list(answer)) == len(list(answer)) == 1


def test_answers_can_be_written(seed_store: Store) -> None:
    rows = seed_store.query("SELECT ?l { platform:omegle rdfs:label ?l }")
    assert json.loads(rows.serialize("json"))["results"]["bindings"] == [{"l": {"type": "literal", "value": "Omegle"}}]
    assert rows.serialize("csv") == b"l\r\nOmegle\r\n" and b"Omegle" in rows.serialize("tsv") + rows.serialize("xml")
    assert json.loads(seed_store.query("ASK { ?x ts:court ?y }").serialize("json")) == {"head": {}, "boolean": False}
    triples = seed_store.query("CONSTRUCT { ?x a ts:Platform } WHERE { ?x a ts:Platform }")
    assert triples and b"platform:omegle a ts:Platform" in triples.serialize("ttl")
    assert not seed_store.query("CONSTRUCT { ?x a ts:Court } WHERE { ?x a ts:Court }")
    for answer, form in ((rows, "ttl"), (triples, "csv"), (rows, "pdf")):
        with pytest.raises(StoreError, match="cannot be written"):
            answer.serialize(form)


@pytest.mark.parametrize("text", ["SELECT ?x WHERE { ?x ?y }", "SELECT", "", "SELECT ?x { ?x nope:y ?z }", "DROP ALL",
                                  "SELECT ?x { ?x ?p \ud800 }"])
def test_a_wrong_question_is_told_in_one_line(seed_store: Store, text: str) -> None:
    before = seed_store.nquads()
    with pytest.raises(StoreError, match="wrong query") as caught:
        seed_store.query(text)
    assert "\n" not in str(caught.value) and seed_store.nquads() == before


def test_a_wrong_question_has_a_place(seed_store: Store) -> None:
    with pytest.raises(StoreError, match="2:10"):
        seed_store.query("SELECT ?x {\n ?x ?y }}")


@pytest.mark.parametrize("given", ["platform:omegle", "<https://w3id.org/tskg/id/platform/omegle>",
                                   "https://w3id.org/tskg/id/platform/omegle"])
def test_a_variable_can_be_given(seed_store: Store, given: str) -> None:
    text = "SELECT ?who WHERE { ?what ts:founder ?who }"
    assert len(list(seed_store.query(text, bind={"what": given}))) == 1
    assert len(list(seed_store.query(text, bind={"what": "platform:other"}))) == 0


def test_words_can_be_given_and_stay_words(seed_store: Store) -> None:
    text = "SELECT ?what WHERE { ?what rdfs:label ?name }"
    assert len(list(seed_store.query(text, bind={"name": "Omegle"}))) == 1
    assert len(list(seed_store.query(text, bind={"name": '"Gugatan terhadap Omegle"@id'}))) == 1
    for hostile in HOSTILE:
        bind = {"name": "x" + hostile}
        assert list(seed_store.query(text, bind=bind)) == []
    for name, value in (("x}", "y"), ("name", '"a" } #'), ("name", "<a b>"), ("name", "platform:a b")):
        with pytest.raises(StoreError):
            seed_store.query(text, bind={name: value})


@pytest.mark.parametrize("text", [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SELECT * {service silent<urn:x>{ ?s ?p ?o }}",
    "PREFIX x: <urn:x> SELECT * { ?s ?p 1SERVICE x:y { ?a ?b ?c } }", "SELECT * { SERVICE:x { ?a ?b ?c } }",
    "SELECT * { ?s ?p '#' SERVICE <urn:x> {} } # '", 'SELECT * { ?s ?p """a\\"""" . SERVICE ?x { ?a ?b ?c } }',
    "SELECT * { \\u0053ERVICE <urn:x> { ?s ?p ?o } }"])
def test_no_question_reaches_another_server(seed_store: Store, text: str) -> None:
    with pytest.raises(StoreError, match="SERVICE is not allowed"):
        seed_store.query(text)


@pytest.mark.parametrize("text", [
    'SELECT ?service { ?service rdfs:label "a service \\" SERVICE" } # SERVICE',
    "SELECT * { ?s ts:service <urn:service> ; ts:x-service '''SERVICE ' \\n''' FILTER (?s < 1 && 2 > ?s) }"])
def test_the_word_alone_does_no_harm(seed_store: Store, text: str) -> None:
    assert list(seed_store.query(text)) == []


def test_a_question_that_fails_while_it_runs_is_told_too(seed_store: Store) -> None:
    with pytest.raises(StoreError, match="custom function"):
        seed_store.query("SELECT (<urn:f>(1) AS ?x) {}")


def test_rdflib_sees_the_same_store(seed_store: Store) -> None:
    dataset = seed_store.dataset()
    rows = list(dataset.query("SELECT ?who WHERE { platform:omegle ts:founder ?who }"))
    assert [str(row[0]) for row in rows] == [PREFIXES["person"] + "leif-k-brooks"]
    assert ox.NamedNode("urn:kb") in {quad.graph_name for quad in seed_store._inner}
