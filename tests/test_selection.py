"""What of a store is chosen: by name, status, type, day and query; and that choosing makes nothing a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kg import rdf
from kg.errors import KgError
from kg.model import Extraction, Node, Value
from kg.selection import Selected, Selection, select
from kg.store import Store

NODES = [Node("P", "Platform", name="Strangly", aliases=("Stranglee",)), Node("Q", "Platform", name="Tattlewick"),
         Node("B", "Person", name="Rina Vost"), Node("L", "LegalAction", type="lawsuit"),
         Node("harm:csam", "Harm", type="csam"), Node("harm:grooming", "Harm", type="grooming")]
TEXT = "Strangly, Stranglee, Tattlewick and Rina Vost."


@pytest.fixture
def store(tell: Callable[..., Extraction]) -> Iterator[Store]:
    """Two articles: of 2031 on Strangly, its founder and a lawsuit; of 2032 on Tattlewick; and one without a day."""
    old = [("P", "founder", "B", "asserted", {}), ("P", "foundedIn", Value("2009", "year"), "asserted", {}),
           ("P", "reportedHarm", "harm:csam", "alleged", {"by": "L"}), ("L", "defendant", "P", "asserted", {})]
    new = [("Q", "reportedHarm", "harm:csam", "asserted", {}), ("Q", "reportedHarm", "harm:grooming", "denied", {"by": "Q"})]
    with Store.open() as opened:
        opened.put(rdf.quads(tell(TEXT, NODES, old, key="a", published="2031-05-02")))
        opened.put(rdf.quads(tell(TEXT + " 2", NODES, new, key="b", published="2032-01-31")))
        opened.put(rdf.quads(tell(TEXT + " 3", NODES, [("P", "reportedHarm", "harm:csam", "asserted", {})], key="c")))
        yield opened


def lines(chosen: Selected) -> set[str]:
    """Statements in short: last word of subject, predicate, object, and the status."""
    return {" ".join([one.subject.rpartition("/")[2].partition("-lawsuit")[0], one.predicate.rpartition("#")[2],
                      one.object.rpartition("/")[2].partition(".")[0], one.status]) for one in chosen.statements}


FOUNDER, YEAR = "strangly founder rina-vost asserted", "strangly foundedIn 2009 asserted"
ALLEGED, SUED = "strangly reportedHarm csam alleged", "strangly defendant strangly asserted"
HARM, OTHER, DENIED = ("strangly reportedHarm csam asserted", "tattlewick reportedHarm csam asserted",
                       "tattlewick reportedHarm grooming denied")
ALL = {FOUNDER, YEAR, ALLEGED, SUED, HARM, OTHER, DENIED}


@pytest.mark.parametrize(("wanted", "found"), [
    (Selection(), ALL),
    (Selection(statuses=("alleged", "denied")), {ALLEGED, DENIED}),
    (Selection(types=("Person",)), {FOUNDER}),
    (Selection(types=("Person", "Lawsuit")), {FOUNDER, SUED}),
    (Selection(focus=("Tattlewick",)), {OTHER, DENIED}),
    (Selection(focus=("stranglee",), hops=0), {YEAR}),
    (Selection(focus=("platform:tattlewick", "Rina Vost")), ALL - {SUED}),
    (Selection(focus=("platform/tattlewick",), hops=2), {OTHER, DENIED, ALLEGED, HARM, YEAR}),
    (Selection(since="2031-05-03"), {OTHER, DENIED}),
    (Selection(since="2031", until="2031-05"), {FOUNDER, YEAR, ALLEGED, SUED}),
    (Selection(until="2032-01-31"), ALL - {HARM}),
    (Selection(query="SELECT ?p ?who WHERE { ?p ts:founder ?who }"), {FOUNDER, YEAR}),
    (Selection(query="SELECT ?c WHERE { ?c ts:status ts:denied }"), {DENIED}),
    (Selection(query="CONSTRUCT WHERE { platform:tattlewick ts:reportedHarm ?harm }"), {OTHER}),
    (Selection(query="SELECT ?p ?who WHERE { ?p ts:founder ?who }", types=("Person",)), {FOUNDER}),
])
def test_what_is_chosen(store: Store, wanted: Selection, found: set[str]) -> None:
    assert lines(select(store, wanted)) == found


def test_a_fact_goes_with_the_claim_that_makes_it_one(store: Store) -> None:
    (alleged,) = select(store, Selection(statuses=("alleged",))).statements
    assert alleged.fact  # for the third article states it
    assert select(store, Selection(statuses=("alleged",))).facts == frozenset()
    facts = {" ".join(part.rpartition("/")[2].strip(">") for part in fact) for fact in select(store).facts}
    assert facts >= {"strangly ontology#reportedHarm csam", "tattlewick ontology#reportedHarm csam"}
    assert not any("grooming" in fact for fact in facts)


def test_every_claim_brings_its_speaker_sentence_and_article(store: Store) -> None:
    (said,) = select(store, Selection(statuses=("denied",))).claims
    assert said.speaker.endswith("platform/tattlewick") and said.published == "2032-01-31"
    assert said.sentence.rpartition("/")[2].startswith(said.article.rpartition("/")[2])
    assert select(store, Selection(focus=("Tattlewick",))).all_statements == len(ALL)


@pytest.mark.parametrize(("wanted", "message"), [
    (Selection(focus=("Nobody",)), 'no entity "Nobody"'),
    (Selection(statuses=("rumoured",)), 'no status "rumoured"'),
    (Selection(types=("Victim",)), 'has the type "Victim"'),
    (Selection(since="last week"), '"last week" is no day'),
    (Selection(query="ASK { ?s ?p ?o }"), "an ASK names nothing"),
    (Selection(query="SELECT nonsense"), "wrong query"),
    (Selection(focus=('> } ; DROP ALL ; SELECT "',)), "no entity"),
])
def test_what_cannot_be_chosen_is_said(store: Store, wanted: Selection, message: str) -> None:
    with pytest.raises(KgError, match=message):
        select(store, wanted)


def test_a_name_of_two_asks_which(tell: Callable[..., Extraction]) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), Node("C", "Organization", name="Strangly")]
    with Store.open() as store:
        store.put(rdf.quads(tell("Strangly.", nodes, [("P", "operator", "C", "asserted", {})])))
        with pytest.raises(KgError, match="matches 2 entities") as caught:
            select(store, Selection(focus=("Strangly",)))
        assert "org/strangly, platform/strangly" in caught.value.hint
        assert len(select(store, Selection(focus=("org:strangly",))).claims) == 1
