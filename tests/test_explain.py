"""`kg explain`: the claims behind a triple, where their words stand, and why it is a fact or not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace

from kg import lexicon, rdf
from kg.cli.explain import UNDERLINED
from kg.decisions import Decisions, Withdrawal
from kg.errors import KgError
from kg.explained import as_json, as_text
from kg.explanations import CONSTRUCTIONS, Explanation, explain
from kg.model import Extraction, Node, Value
from kg.prefixes import PREFIXES
from kg.store import Store

from conftest import Invoke

TS, NIF = Namespace(PREFIXES["ts"]), Namespace(PREFIXES["nif"])
NODES = [Node("P", "Platform", name="Strangly", aliases=("Stranglee",)), Node("B", "Person", name="Rina Vost"),
         Node("O", "Organization", name="Lanternfold"), Node("harm:csam", "Harm", type="csam"),
         Node("harm:grooming", "Harm", type="grooming")]
TEXT = "Strangly, Stranglee, Rina Vost and Lanternfold."
CSAM, GROOMING = ("P", "reportedHarm", "harm:csam"), ("P", "reportedHarm", "harm:grooming")
Tell = Callable[..., Extraction]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        yield opened


@pytest.fixture
def built(all_built: Path) -> Path:
    return all_built / "store"


def put(store: Store, tell: Tell, *told: tuple[object, ...], text: str = TEXT, **about: str) -> Extraction:
    extraction = tell(text, NODES, list(told), **{"key": "a", "published": "2031-05-02", "publisher": "The Foghorn", **about})
    store.put(rdf.quads(extraction))
    return extraction


# ------------------------------------------------------------------------------------------------ what every claim names

def test_every_claim_names_its_rule_and_the_place_of_its_trigger(all_built: Path) -> None:
    """In the Turtle, so in the store too: the rule can be told in words, and the offsets point to the trigger."""
    graph = Graph().parse(all_built / "graph.ttl", format="turtle")
    claims = list(graph.subjects(RDF.type, TS.Claim))
    assert len(claims) > 50
    for claim in claims:
        [rule], [start], [end], [words] = (list(graph.objects(claim, TS[name])) for name in
                                           ("rule", "triggerStart", "triggerEnd", "trigger"))
        [sentence] = graph.objects(claim, TS.evidence)
        begin, quote = int(str(graph.value(sentence, NIF.beginIndex))), str(graph.value(sentence, NIF.anchorOf))
        assert re.fullmatch(r"(en|id):[a-z-]+/(\w+)", str(rule)) and str(rule).rpartition("/")[2] in CONSTRUCTIONS, rule
        if "[name withheld]" not in quote:
            assert quote[int(str(start)) - begin:int(str(end)) - begin] == str(words)


def test_every_construction_of_the_lexicon_can_be_told_in_words() -> None:
    assert set(lexicon.CONSTRUCTIONS) <= CONSTRUCTIONS.keys()


def test_the_trigger_is_marked_where_it_stands_not_where_its_words_stand_first(store: Store, tell: Tell) -> None:
    text = "They fine-tuned a fine fine."
    extraction = tell(text, NODES, [(*CSAM, "asserted", {"words": "a fine"})])
    store.put(rdf.quads(extraction))
    assert "They fine-tuned [[a fine]] fine." in as_text(explain(store, "Strangly"))


# ------------------------------------------------------------------------------------------------ why

@pytest.mark.parametrize(("told", "fact", "why"), [
    ([("asserted", {})], True, "asserted (claim 1), and nobody disputes it"),
    ([("confirmed", {"by": "O"})], True, "confirmed by Lanternfold (claim 1), and nobody disputes it"),
    ([("alleged", {"by": "B"})], False, "only alleged by Rina Vost (claim 1); nobody asserts or confirms it"),
    ([("hypothetical", {})], False, "only hypothetical (claim 1); nobody asserts or confirms it"),
    ([("denied", {"by": "O"})], False, "denied by Lanternfold (claim 1); nobody asserts or confirms it"),
    ([("asserted", {"negated": True})], False, "asserted not to be so (claim 1); nobody asserts or confirms it"),
    ([("alleged", {"by": "B"}), ("denied", {"by": "O"})], False,
     "only alleged by Rina Vost (claim 1), denied by Lanternfold (claim 2); nobody asserts or confirms it"),
    ([("asserted", {}), ("denied", {"by": "O"})], False,
     "asserted (claim 1), but denied by Lanternfold (claim 2), and nobody confirms it"),
    ([("confirmed", {"by": "O"}), ("asserted", {}), ("denied", {"by": "B"})], True,
     "confirmed by Lanternfold (claim 1), which outweighs that it is denied by Rina Vost (claim 3)"),
])
def test_why_it_is_a_fact_or_not(told: list[tuple[str, dict[str, object]]], fact: bool, why: str, store: Store,
                                 tell: Tell) -> None:
    put(store, tell, *((*CSAM, status, more) for status, more in told))
    [found] = explain(store, "Strangly", "reportedHarm", "harm:csam")
    assert (found.fact, found.why) == (fact, why)
    assert bool(store.query("ASK { GRAPH <urn:kb> { platform:strangly ts:reportedHarm harm:csam } }")) == fact


def test_a_withdrawn_claim_is_shown_and_counts_for_nothing(store: Store, tell: Tell) -> None:
    extraction = put(store, tell, (*CSAM, "asserted", {}), (*CSAM, "alleged", {"by": "B"}), (*GROOMING, "asserted", {}))
    gone = [claim.id for claim in extraction.claims if claim.status == "asserted"]
    store.decide(Decisions(withdrawals=tuple(Withdrawal(name, "2032-01-01", "misread\x1b[2J") for name in gone)))
    csam, grooming = explain(store, "Strangly")
    assert (csam.fact, csam.why) == (
        False, "only alleged by Rina Vost (claim 1); nobody asserts or confirms it; withdrawn: claim 2")
    assert (grooming.fact, grooming.why) == (False, "withdrawn (claim 1)")
    assert "withdrawn: misread[2J" in as_text([grooming])


# ------------------------------------------------------------------------------------------------ names

@pytest.mark.parametrize("name", ["Strangly", "strangly", "Stranglee", "platform:strangly", "platform/strangly"])
@pytest.mark.parametrize("predicate", ["founder", "ts:founder", "Founder", "pendiri"])
@pytest.mark.parametrize("what", ["", "Rina Vost", "rina vost"])
def test_things_are_named_as_users_name_them(name: str, predicate: str, what: str, store: Store, tell: Tell) -> None:
    put(store, tell, ("P", "founder", "B", "asserted", {}), ("P", "foundedIn", Value("2009", "year"), "asserted", {}))
    [found] = explain(store, name, predicate, what)
    assert (found.subject.label, found.predicate.id, found.object.label) == ("Strangly", "ts:founder", "Rina Vost")


def test_a_value_is_named_as_it_is_written(store: Store, tell: Tell) -> None:
    put(store, tell, ("P", "foundedIn", Value("2009", "year"), "asserted", {}))
    assert [one.object.label for one in explain(store, "Strangly", "founded in", "2009")] == ["2009"]
    assert explain(store, "Strangly", "founded in", "2010") == []


def test_what_is_only_an_object_is_found_too(store: Store, tell: Tell) -> None:
    put(store, tell, ("P", "founder", "B", "asserted", {}), (*CSAM, "asserted", {}))
    [found] = explain(store, "Rina Vost")
    assert (found.subject.label, found.predicate.label) == ("Strangly", "founder")


@pytest.mark.parametrize(("asked", "message", "hint"), [
    (("Strengly",), 'no entity "Strengly"', 'did you mean "strangly"'),
    (("Strangly", "foundr"), 'no predicate "foundr"', 'did you mean "founder"'),
    (("Strangly", "founder", "Rina Voss"), 'no entity "Rina Voss"', 'did you mean "rina vost"'),
    (("> } ; DROP ALL",), "no entity", "give its id or its label")])
def test_a_name_that_fits_nothing_gets_near_ones(asked: tuple[str, ...], message: str, hint: str, store: Store,
                                                 tell: Tell) -> None:
    put(store, tell, ("P", "founder", "B", "asserted", {}))
    with pytest.raises(KgError, match=re.escape(message)) as error:
        explain(store, *asked)
    assert hint in str(error.value.hint)


# ------------------------------------------------------------------------------------------------ what comes out

def hostile(store: Store, tell: Tell) -> list[Explanation]:
    text = "Strangly\x1b]0;owned\x07 and\n\x9b31m Rina\u202eVost \x01x\x02."
    put(store, tell, (*CSAM, "asserted", {"words": "and\n\x9b31m"}), text=text, publisher="The\x1b[2J Foghorn", key="a\x1bb")
    return explain(store, "Strangly")


@pytest.mark.parametrize("marks", [("[[", "]]"), UNDERLINED])
def test_no_control_character_of_an_article_comes_out(marks: tuple[str, str], store: Store, tell: Tell) -> None:
    out = as_text(hostile(store, tell), marks=marks)
    assert f"{marks[0]}and 31m{marks[1]} RinaVost x." in out and "The[2J Foghorn, 2031-05-02" in out
    left = out.replace(marks[0], "").replace(marks[1], "").replace("\n", "")
    assert left.isprintable()


def test_json_keeps_what_is_said_and_holds_no_control_character(store: Store, tell: Tell) -> None:
    out = as_json(hostile(store, tell))
    assert out.isascii() and out.replace("\n", "").isprintable()
    [found] = json.loads(out)
    [claim] = found["evidence"]
    assert claim["sentence"][claim["trigger"]["start"]:claim["trigger"]["end"]] == "and\n\x9b31m"


def test_an_underline_ends_with_its_line(store: Store, tell: Tell) -> None:
    text = "Rina Vost " + "wrote very long words " * 12 + "of Strangly."
    put(store, tell, (*CSAM, "asserted", {"words": "wrote very long words " * 11 + "wrote"}), text=text)
    lines = [line for line in as_text(explain(store, "Strangly"), marks=UNDERLINED).splitlines() if UNDERLINED[0] in line]
    assert len(lines) > 2
    for line in lines:
        assert line.count(UNDERLINED[0]) == line.count(UNDERLINED[1]) == 1 and line.startswith("     ")


# ------------------------------------------------------------------------------------------------ the command

def test_a_fact_is_explained_by_its_sentences(built: Path, invoke: Invoke) -> None:
    done = invoke("explain", "Omegle", "founder", "Leif K-Brooks", "--store", built)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Omegle | founder | Leif K-Brooks\nFact: asserted (claims 1, ")
    assert '"[[Pendiri]] Omegle, Leif K-Brooks, mengakui' in done.out
    assert "Andalpost" in done.out and "(id:founder/role)" in done.out


def test_an_allegation_is_explained_as_none(built: Path, invoke: Invoke) -> None:
    done = invoke("explain", "platform:strangly", "reported harm", "grooming", "--store", built)
    assert done.code == 0 and "\nNot a fact: only alleged by Lawsuit against" in done.out and "\nFact" not in done.out


@pytest.mark.parametrize("name", ["Omegle", "Strangly", "Kongkoria", "Tattlewick"])
def test_it_is_readable_at_eighty_columns(name: str, built: Path, invoke: Invoke) -> None:
    out = invoke("explain", name, "--store", built).out
    assert out.count("[[") == out.count("]]") > 3
    assert max(map(len, out.splitlines())) <= 80 and not [line for line in out.splitlines() if line != line.rstrip()]


def test_a_known_thing_of_which_it_is_not_said_is_found_out(built: Path, invoke: Invoke) -> None:
    done = invoke("explain", "Omegle", "plaintiff", "-f", "json", "--store", built)
    assert (done.code, json.loads(done.out), done.err) == (1, [], "no claim is about that\n")


def test_an_unknown_thing_is_an_error(built: Path, invoke: Invoke) -> None:
    done = invoke("explain", "Omgele", "--store", built)
    assert (done.code, done.out) == (2, "") and '"omegle"' in done.err
