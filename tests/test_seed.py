"""What the tool must say of the seed article, and what it must not; offsets and privacy over all the seed articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg import articles, queries, rdf, schema, shapes
from kg.model import Article
from kg.pipeline import build
from kg.prefixes import PREFIXES, local_name
from kg.store import Store

from conftest import SEED, Run

TS, NIF, SCHEMA = (Namespace(PREFIXES[prefix]) for prefix in ("ts", "nif", "schema"))
OMEGLE = URIRef(PREFIXES["platform"] + "omegle")
STRANGLY = SEED.parent / "strangly-sued.en.txt"


class Said(NamedTuple):
    """A claim of the graph in short: local names, or the type of a legal action and of an outcome."""

    subject: str
    predicate: str
    object: str
    status: str
    by: str
    negated: bool
    quote: str


@pytest.fixture(scope="module")
def graph(seed_built: Path) -> Graph:
    return Graph().parse(seed_built / "graph.ttl", format="turtle")


@pytest.fixture(scope="module")
def store(seed_built: Path) -> Iterator[Store]:
    with Store.open(seed_built / "store") as opened:
        yield opened


@pytest.fixture(scope="module")
def said(graph: Graph) -> list[Said]:
    return [_said(graph, claim) for claim in graph.subjects(RDF.type, TS.Claim)]


def _said(graph: Graph, claim: Node) -> Said:
    terms = [graph.value(claim, term) for term in (RDF.subject, RDF.predicate, RDF.object, TS.status, TS.saidBy)]
    [evidence] = graph.objects(claim, TS.evidence)
    subject, predicate, what, status, by = (_short(graph, term) for term in terms)
    negated = (claim, TS.negated, Literal(True)) in graph
    return Said(subject, predicate, what, status, by, negated, str(graph.value(evidence, NIF.anchorOf)))


def _short(graph: Graph, term: Node | None) -> str:
    kind = graph.value(term, TS.actionType) or graph.value(term, TS.outcomeType) if term else None
    return local_name(str(kind or term)) if term else ""


# ------------------------------------------------------------------------------------------------ what must be there

LEIF, SUIT = "leif-k-brooks", "lawsuit"
EXPECTED = [
    (("omegle", "founder", LEIF, "asserted", ""), "Pendiri Omegle, Leif K-Brooks, mengakui"),
    (("omegle", "founder", LEIF, "asserted", ""), "Brooks, yang mendirikan Omegle"),
    (("omegle", "foundedIn", "2009", "asserted", ""), "mendirikan Omegle pada tahun 2009"),
    (("omegle", "outcome", "shutdown", "asserted", ""), "telah resmi menutup pintu virtualnya"),
    ((SUIT, "defendant", "omegle", "asserted", ""), "setelah Omegle menyelesaikan gugatan"),
    ((SUIT, "outcome", "settlement", "asserted", ""), "setelah Omegle menyelesaikan gugatan"),
    (("shutdown", "followed", "settlement", "asserted", ""), "terjadi setelah Omegle menyelesaikan gugatan"),
    (("omegle", "reportedHarm", "csam", "asserted", ""), "tempat berkembang biaknya pornografi anak"),
    (("omegle", "reportedHarm", "csea", "alleged", SUIT), "memasangkan pengguna berusia 11 tahun"),
    (("omegle", "reportedHarm", "abuse-unspecified", "confirmed", LEIF), "mengakui penyalahgunaan platform"),
    (("omegle", "reportedHarm", "abuse-unspecified", "confirmed", LEIF), "beberapa orang telah menyalahgunakannya"),
]


@pytest.mark.parametrize(("claim", "words"), EXPECTED)
def test_the_article_says(said: list[Said], claim: tuple[str, ...], words: str) -> None:
    found = [one for one in said if one[:5] == claim and words in one.quote]
    assert len(found) == 1 and not found[0].negated


def test_the_lawsuit_alleges_sexual_exploitation_of_children(said: list[Said]) -> None:
    [found] = [one for one in said if one.predicate == "allegesHarm"]
    assert (found.subject, found.status, found.by, found.negated) == (SUIT, "asserted", "", False)
    assert schema.load().narrower_or_same(found.object, "csea")
    assert "gugatan yang menuduh platform tersebut" in found.quote


def test_brooks_and_leif_k_brooks_are_one(graph: Graph) -> None:
    [person] = graph.subjects(RDF.type, TS.Person)
    assert local_name(str(person)) == LEIF and (person, RDF.type, TS.Founder) in graph


def test_the_lawsuit_the_shutdown_and_the_settlement_are_one_each(graph: Graph) -> None:
    assert len(set(graph.subjects(RDF.type, TS.LegalAction))) == 1
    assert sorted(_short(graph, node) for node in graph.subjects(RDF.type, TS.Outcome)) == ["settlement", "shutdown"]
    assert set(graph.subjects(RDF.type, TS.Platform)) == {OMEGLE}


def test_the_facts_are_these_and_no_others(graph: Graph, store: Store) -> None:
    facts = {(_short(graph, s), local_name(str(p)), _short(graph, o)) for s, p, o in graph
             if local_name(str(p)) in schema.load().relations}
    asked = store.query("SELECT ?s ?p ?o WHERE { ?p ts:claimable true . ?s ?p ?o }")
    assert facts == {
        ("omegle", "founder", LEIF), ("omegle", "foundedIn", "2009"), ("omegle", "outcome", "shutdown"),
        ("omegle", "reportedHarm", "csam"), ("omegle", "reportedHarm", "abuse-unspecified"),
        (SUIT, "defendant", "omegle"), (SUIT, "allegesHarm", "csea"), (SUIT, "outcome", "settlement"),
        ("shutdown", "followed", "settlement"), *_times(graph)}
    assert len(list(asked)) == len(facts)


def _times(graph: Graph) -> set[tuple[str, str, str]]:
    """Dates of outcomes, if the article gives any: nothing hangs on them here."""
    return {(_short(graph, s), "date", _short(graph, o)) for s, o in graph.subject_objects(TS.date)}


# ------------------------------------------------------------------------------------------------ what must not

def test_an_allegation_is_no_fact(graph: Graph, store: Store) -> None:
    csea = URIRef(PREFIXES["harm"] + "csea")
    assert (None, RDF.object, csea) in graph, "the allegation itself is there"
    assert (OMEGLE, TS.reportedHarm, csea) not in graph
    assert not store.query("ASK { platform:omegle ts:reportedHarm harm:csea }")


def test_fifty_cases_are_no_fifty_lawsuits_and_none_is_against_users(said: list[Said], graph: Graph) -> None:
    assert not [one for one in said if "lebih dari 50 kasus" in one.quote]
    assert not [one for one in said if "tindakan hukum terhadap individu" in one.quote]
    assert not [one for one in said if one.predicate == "plaintiff"]
    assert {(one.subject, one.object) for one in said if one.predicate == "defendant"} == {("lawsuit", "omegle")}
    assert Literal(50) not in set(graph.objects())


def test_underlining_involvement_asserts_no_more_than_danger_to_children(said: list[Said]) -> None:
    harms = {one.object for one in said if one.predicate in ("reportedHarm", "allegesHarm")
             and "menggarisbawahi keterlibatan platform" in one.quote}
    assert harms <= {"child-safety"}


def test_nothing_is_denied_and_a_reachable_site_denies_no_shutdown(said: list[Said]) -> None:
    assert not [one for one in said if one.status == "denied" or one.negated]
    assert not [one for one in said if "tetap dapat diakses" in one.quote]


# ------------------------------------------------------------------------------------------------ evidence

@pytest.fixture(scope="module")
def everything(all_built: Path) -> Graph:
    return Graph().parse(all_built / "graph.ttl", format="turtle")


@pytest.fixture(scope="module")
def texts() -> dict[str, Article]:
    """The articles as they were read, by the hash of their text."""
    return {one.sha256: one for one in articles.read([SEED.parent]) if isinstance(one, Article)}


def _evidence(graph: Graph, texts: dict[str, Article]) -> Iterator[tuple[Node, str, str]]:
    """Every evidence node with its quote and with what the article says at its offsets."""
    for node in graph.subjects(RDF.type, TS.Sentence):
        article = texts[str(graph.value(graph.value(node, NIF.referenceContext), TS.textSha256))]
        start, end = (int(str(graph.value(node, term))) for term in (NIF.beginIndex, NIF.endIndex))
        yield node, str(graph.value(node, NIF.anchorOf)), article.text[start:end]


def test_offsets_lead_to_the_very_words(everything: Graph, texts: dict[str, Article]) -> None:
    found = list(_evidence(everything, texts))
    assert len(texts) == 4 and len(found) > 30
    for node, quote, words in found:
        assert _shows(quote, words), f"{node}: {quote!r} is not {words!r}"
    assert any(quote != words for _, quote, words in found), "some name is withheld"
    assert all(rdf.WITHHELD in quote for _, quote, words in found if quote != words)


def _shows(quote: str, words: str) -> bool:
    shown = map(re.escape, quote.split(rdf.WITHHELD))
    return re.fullmatch(r"[\w.'’-]+(?: [\w.'’-]+)*".join(shown), words, re.DOTALL) is not None


def test_a_trigger_stands_in_its_quote(everything: Graph) -> None:
    claims = list(everything.subjects(RDF.type, TS.Claim))
    assert len(claims) > 80
    for claim in claims:
        quote = str(everything.value(everything.value(claim, TS.evidence), NIF.anchorOf))
        assert str(everything.value(claim, TS.trigger)) in quote and everything.value(claim, TS.trigger)


def test_subjects_and_objects_stand_in_the_sentence(everything: Graph) -> None:
    for claim in everything.subjects(RDF.type, TS.Claim):
        sentence = everything.value(claim, TS.evidence)
        start, end = (int(str(everything.value(sentence, term))) for term in (NIF.beginIndex, NIF.endIndex))
        for part in ("subject", "object"):
            first, last = (everything.value(claim, TS[part + side]) for side in ("Start", "End"))
            assert (first is None) == (last is None)
            assert first is None or start <= int(str(first)) < int(str(last)) <= end, (claim, part)


def test_the_text_of_an_article_is_not_stored(all_built: Path, texts: dict[str, Article]) -> None:
    with Store.open(all_built / "store") as opened:
        stored = opened.nquads().decode()
    outputs = [stored, *((all_built / name).read_text(encoding="utf-8") for name in ("graph.ttl", "graph.html"))]
    unsaid = ("Di mana platform tersebut terlibat dalam tindakan hukum", "What parents should know about random chats",
              "Lima Hal yang Perlu Diketahui", "knew about these posts")
    for output in outputs:
        assert not [words for words in unsaid if words in output]
        for article in texts.values():
            assert article.text not in output and article.text[:400] not in output


# ------------------------------------------------------------------------------------------------ privacy

def test_the_name_of_a_victim_is_in_no_output(all_built: Path) -> None:
    assert "Carla Westbrook-Ames" in STRANGLY.read_text(encoding="utf-8")
    with Store.open(all_built / "store") as opened:
        outputs = {"store": opened.nquads().decode()}
    outputs |= {name: (all_built / name).read_text(encoding="utf-8") for name in ("graph.ttl", "graph.html")}
    for name, output in outputs.items():
        assert re.search(r"(?i)carla|westbrook|\bames\b", output) is None, name


def test_the_sentence_of_a_victim_is_shown_without_the_name(tmp_path: Path) -> None:
    """Not by leaving the sentence out: it gives claims, and its quote shows the mark."""
    victim = tmp_path / "victim.txt"
    victim.write_text("Lorna Quillfeather-Dodd, a 15-year-old victim, sued the video chat app Strangly in March 2022. "
                      "Lorna Quillfeather-Dodd said that Strangly enabled grooming.\n", encoding="utf-8")
    build([victim], tmp_path / "output")
    turtle = (tmp_path / "output" / "graph.ttl").read_text(encoding="utf-8")
    assert f"{rdf.WITHHELD}, a 15-year-old victim, sued the video chat app" in turtle and "ts:Lawsuit" in turtle
    assert re.search(r"(?i)lorna|quillfeather|dodd", turtle) is None


def test_no_file_of_the_store_holds_the_name_either(all_built: Path) -> None:
    files = [path for path in sorted((all_built / "store").rglob("*")) if path.is_file()]
    assert files
    assert not [path.name for path in files if re.search(rb"(?i)carla|westbrook", path.read_bytes())]


# ------------------------------------------------------------------------------------------------ a good graph

def test_two_processes_make_the_same_bytes(seed_built: Path, tmp_path: Path, run: Run) -> None:
    done = run("build", SEED, "-o", tmp_path, hashes="4711")
    assert done.returncode == 0, done.stderr
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / name).read_bytes() == (seed_built / name).read_bytes(), name


def test_the_shapes_hold_and_the_guard_is_empty(all_built: Path, store: Store) -> None:
    assert store.guard() == [] and shapes.validate(store) == []
    with Store.open(all_built / "store") as opened:
        assert opened.guard() == [] and shapes.validate(opened) == []


# ------------------------------------------------------------------------------------------------ the bundled questions

ROWS = {
    "allegations": 1, "articles-behind": 19, "changes": 21, "disputed": 0, "dsa-codes": 3, "evidence-strength": 9,
    "fines-by-regulator": 0, "founders": 1, "guard": 0, "harms-by-jurisdiction": 0, "outcomes-by-type": 2,
    "outcomes-by-year": 2, "person-record": 5, "repeat-defendants": 0, "said-by": 2, "shutdown-after-settlement": 1,
    "support": 9, "timeline": 3, "weak-facts": 9,
}


def test_every_bundled_question_is_counted_here() -> None:
    assert queries.names() == sorted(ROWS)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_bundled_question_answers_the_same_in_rdflib(store: Store, name: str) -> None:
    native = list(store.query(queries.text(name)))
    assert len(native) == ROWS[name]
    assert len(list(store.dataset().query(queries.text(name)))) == ROWS[name]


def _rows(store: Store, name: str, *columns: str, **bind: str) -> list[tuple[str, ...]]:
    answer = store.query(queries.text(name), bind=bind)
    return [tuple(local_name(row[column].value) if row[column] else "" for column in columns) for row in answer]


def test_what_the_answers_say(store: Store) -> None:
    assert _rows(store, "founders", "platform", "name", "founder", "founderName", "year") == [
        ("omegle", "Omegle", LEIF, "Leif K-Brooks", "2009")]
    assert _rows(store, "allegations", "platform", "harm", "from", "to") == [
        ("omegle", "Child sexual exploitation and abuse", "474", "640")]
    assert _rows(store, "outcomes-by-type", "type", "jenis", "count") == [
        ("Settlement", "Penyelesaian damai", "1"), ("Shutdown", "Penutupan layanan", "1")]
    assert _rows(store, "shutdown-after-settlement", "platform", "date", "notLater") == [("omegle", "", "2023-11-09")]
    assert _rows(store, "said-by", "speaker", "status", "object") == [(LEIF, "confirmed", "abuse-unspecified")] * 2
    assert {row[:2] for row in _rows(store, "person-record", "person", "role")} == {(LEIF, "founder"), (LEIF, "saidBy")}
    assert ("omegle", "founder", LEIF, "3", "1", "1") in _rows(
        store, "evidence-strength", "subject", "predicate", "object", "sentences", "articles", "publishers")
    assert _rows(store, "dsa-codes", "code", "stated", "alleged") == [
        ("KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL", "1", "0"), ("STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE", "4", "0"),
        ("STATEMENT_CATEGORY_PROTECTION_OF_MINORS", "0", "1")]


def test_a_question_can_be_narrowed_to_a_platform(store: Store) -> None:
    assert len(_rows(store, "allegations", "platform", platform="platform:omegle")) == 1
    assert not _rows(store, "allegations", "platform", platform="platform:strangly")
