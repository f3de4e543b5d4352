"""What is one thing over many articles, what the user decides, and that the way there does not show."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kg import parting, rdf, review
from kg.decisions import Decisions, Judgement, Withdrawal, tombstone
from kg.errors import StoreError
from kg.model import Extraction, Node, Value
from kg.store import Store
from kg.told import Told

Tell = Callable[..., Extraction]
HARM = Node("harm:csam", "Harm", type="csam")
FACT = "GRAPH <urn:kb>"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        yield opened


def article(tell: Tell, key: str, nodes: list[Node], told: list[tuple[object, ...]], *, text: str = "", **more: str) -> Told:
    named = " ".join(node.name for node in nodes if node.name)
    return rdf.quads(tell(text or f"{key}: {named} were in the news.", [HARM, *nodes], told, key=key, **more))


def founder(tell: Tell, key: str, name: str, platform: str, **more: str) -> Told:
    return article(tell, key, [Node("P", "Platform", name=platform), Node("B", "Person", name=name)],
                   [("P", "founder", "B", "asserted", {})], **more)


def event(tell: Tell, key: str, kind: str, *, date: str = "", amount: str = "", by: str = "", latest: str = "",
          platform: str = "Strangly", status: str = "asserted") -> Told:
    nodes = [Node("P", "Platform", name=platform), Node("O", "Outcome", type=kind, latest=latest, place=7)]
    told: list[tuple[object, ...]] = [("P", "outcome", "O", status, {})]
    told += [("O", "date", Value(date, {4: "year", 7: "month", 10: "date"}[len(date)]), "asserted", {})] if date else []
    told += [("O", "amount", Value(amount, "money"), "asserted", {})] if amount else []
    if by:
        nodes.append(Node("R", "Organization", name=by))
        told.append(("O", "imposedBy", "R", "asserted", {}))
    return article(tell, key, nodes, told)


def lawsuit(tell: Tell, key: str, *, filed: str = "", plaintiff: str = "", kind: str = "lawsuit", settled: str = "") -> Told:
    nodes = [Node("P", "Platform", name="Strangly"), Node("L", "LegalAction", type=kind, place=3)]
    told: list[tuple[object, ...]] = [("L", "defendant", "P", "asserted", {})]
    if filed:
        told.append(("L", "filedOn", Value(filed, {4: "year", 10: "date"}[len(filed)]), "asserted", {}))
    if plaintiff:
        nodes.append(Node("Q", "Organization", name=plaintiff))
        told.append(("L", "plaintiff", "Q", "asserted", {}))
    if settled:
        nodes.append(Node("O", "Outcome", type="settlement", place=9))
        told += [("L", "outcome", "O", "asserted", {}), ("O", "date", Value(settled, "date"), "asserted", {})]
    return article(tell, key, nodes, told)


def things(store: Store, kind: str) -> list[str]:
    rows = store.query(f"SELECT DISTINCT ?x {{ {FACT} {{ ?x a ts:{kind} }} }} ORDER BY ?x")
    return [row["x"].value.split("/id/")[1].replace("/", ":", 1) for row in rows]


def put(store: Store, *articles: Told) -> None:
    for one in articles:
        assert store.put(one)


# ------------------------------------------------------------------------------------------------ persons

def test_the_founder_of_many_articles_is_one(store: Store, tell: Tell) -> None:
    names = ("Mira Solano", "MIRA SOLANO", "Mira Solano")
    put(store, *(founder(tell, f"a{n}", name, "Strangly") for n, name in enumerate(names)))
    assert things(store, "Person") == ["person:mira-solano.strangly"]


def test_namesakes_with_nothing_in_common_stay_two(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "John Smith", "Strangly"), founder(tell, "b", "John Smith", "Palaver"))
    assert things(store, "Person") == ["person:john-smith.palaver", "person:john-smith.strangly"]


def test_an_article_with_both_platforms_joins_them_and_parts_them_when_it_goes(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "Mira Solano", "Strangly"), founder(tell, "b", "Mira Solano", "Palaver"))
    before = store.nquads()
    both = article(tell, "c", [Node("P", "Platform", name="Strangly"), Node("Q", "Platform", name="Palaver"),
                               Node("B", "Person", name="Mira Solano")],
                   [("P", "founder", "B", "asserted", {}), ("Q", "executive", "B", "asserted", {})])
    put(store, both)
    assert things(store, "Person") == ["person:mira-solano.palaver"]
    store.remove("c")
    assert store.nquads() == before


def test_an_official_who_speaks_of_a_platform_is_not_its_founder(store: Store, tell: Tell) -> None:
    official = article(tell, "b", [Node("P", "Platform", name="Strangly"), Node("S", "Person", name="John Smith")],
                       [("P", "reportedHarm", "harm:csam", "alleged", {"by": "S"})])
    put(store, founder(tell, "a", "John Smith", "Strangly"), official)
    assert len(things(store, "Person")) == 2


@pytest.mark.parametrize(("one", "other", "count"), [
    ("Aleksandr Sorokov", "Alexandr Sorokov", 1), ("Søren Möller", "Soren Moeller", 1), ("Tjokro Wirya", "Cokro Wirya", 1),
    ("Anton Sorokov", "Andrei Sorokov", 2), ("Dian Wirya", "Dina Wirya", 2),
])
def test_who_leads_a_platform_is_one_in_every_spelling(store: Store, tell: Tell, one: str, other: str, count: int) -> None:
    put(store, founder(tell, "a", one, "Strangly"), founder(tell, "b", other, "Strangly"), founder(tell, "c", other, "Palaver"))
    assert len(things(store, "Person")) == count + 1


def test_another_spelling_needs_more_than_a_platform_spoken_about(store: Store, tell: Tell) -> None:
    for key, name in (("a", "Dmitry Sorokov"), ("b", "Dmitri Sorokov")):
        put(store, article(tell, key, [Node("P", "Platform", name="Strangly"), Node("S", "Person", name=name)],
                           [("P", "reportedHarm", "harm:csam", "alleged", {"by": "S"})]))
    assert len(things(store, "Person")) == 2


def test_one_word_is_no_full_name(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "Sulis", "Strangly"), founder(tell, "b", "Sulis", "Strangly"))
    assert len(things(store, "Person")) == 2


# ------------------------------------------------------------------------------------------------ companies and sites

def company(tell: Tell, key: str, name: str) -> Told:
    return article(tell, key, [Node("P", "Platform", name="Strangly"), Node("C", "Organization", name=name)],
                   [("P", "operator", "C", "asserted", {})])


@pytest.mark.parametrize(("names", "found"), [
    (("Brightmoor Ltd", "Brightmoor Limited", "Brightmoor"), ["org:brightmoor"]),
    (("PT Kocek Raya", "PT. Kocek Raya Tbk"), ["org:kocek-raya"]),
    (("Brightmoor Media", "Brightmoor Capital"), ["org:brightmoor-capital", "org:brightmoor-media"]),
])
def test_a_company_is_one_with_and_without_its_legal_form(
        store: Store, tell: Tell, names: tuple[str, ...], found: list[str]) -> None:
    put(store, *(company(tell, f"a{number}", name) for number, name in enumerate(names)))
    assert things(store, "Organization") == found


def test_two_legal_forms_are_two_companies_and_the_bare_name_is_neither(store: Store, tell: Tell) -> None:
    put(store, company(tell, "a", "Brightmoor Ltd"), company(tell, "b", "Brightmoor"))
    before = store.nquads()
    assert len(things(store, "Organization")) == 1
    put(store, company(tell, "c", "Brightmoor Inc."))
    assert len(things(store, "Organization")) == 3
    store.remove("c")
    assert store.nquads() == before


def test_a_site_is_its_platform_and_no_other_site(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "Mira Solano", "Palaver"), founder(tell, "b", "Mira Solano", "palaver.com"))
    assert things(store, "Platform") == ["platform:palaver"]
    put(store, founder(tell, "c", "Mira Solano", "palaver.net"))
    assert len(things(store, "Platform")) == 3


@pytest.mark.parametrize(("one", "other", "count"), [
    ("Brightmoor Ltd", "Brightmoor Limited", 1), ("Brightmoor Ltd", "Brightmoor AG", 2)])
def test_who_sues_is_told_by_the_legal_form_as_well(store: Store, tell: Tell, one: str, other: str, count: int) -> None:
    put(store, lawsuit(tell, "a", filed="2023-11-07", plaintiff=one), lawsuit(tell, "b", filed="2023-11-07", plaintiff=other))
    assert len(things(store, "LegalAction")) == count


# ------------------------------------------------------------------------------------------------ events and cases

@pytest.mark.parametrize(("one", "other", "count"), [
    ({"date": "2023"}, {"date": "2023-11-08"}, 1),
    ({"date": "2023-11"}, {"date": "2023-11-08"}, 1),
    ({"date": "2022"}, {"date": "2023-11-08"}, 2),
    ({"date": "2023", "amount": "USD 5"}, {"date": "2023", "amount": "USD 6"}, 2),
    ({"date": "2023", "by": "Ofkom"}, {"date": "2023", "by": "Netwatch"}, 2),
    ({"date": "2023-01-02"}, {"date": "2023-01-03"}, 2),
    ({"date": "2023"}, {}, 2),
    ({}, {}, 2),
    ({"amount": "USD 5", "latest": "2023-05-03"}, {"amount": "USD 5", "latest": "2023-05-09"}, 1),
    ({"amount": "USD 5", "latest": "2023-05-03"}, {"amount": "USD 5", "latest": "2024-05-09"}, 2),
    ({"date": "2023"}, {"date": "2023", "platform": "Palaver"}, 2),
    ({"date": "2023"}, {"date": "2023", "status": "hypothetical"}, 2),
])
def test_fines_are_one_where_nothing_tells_them_apart(
        store: Store, tell: Tell, one: dict[str, str], other: dict[str, str], count: int) -> None:
    put(store, event(tell, "a", "fine", **one), event(tell, "b", "fine", **other))
    assert len(things(store, "Outcome")) == count


def test_the_more_precise_date_is_the_fact_and_both_are_claims(store: Store, tell: Tell) -> None:
    put(store, event(tell, "a", "fine", date="2023"), event(tell, "b", "fine", date="2023-11-08"))
    dates = "SELECT ?d { GRAPH <urn:kb> { ?e ts:date ?d } }"
    assert [row["d"].value for row in store.query(dates)] == ["2023-11-08"]
    assert things(store, "Outcome") == ["event:strangly-fine-2023-11-08"]
    assert len(list(store.query("SELECT ?d { ?c a ts:Claim ; rdf:predicate ts:date ; rdf:object ?d }"))) == 2
    store.remove("b")
    assert [row["d"].value for row in store.query(dates)] == ["2023"]


def test_a_vague_fine_joins_neither_of_two(store: Store, tell: Tell) -> None:
    put(store, event(tell, "a", "fine", date="2023-01-02"), event(tell, "b", "fine", date="2023"))
    assert len(things(store, "Outcome")) == 1
    put(store, event(tell, "c", "fine", date="2023-09-09"))
    assert len(things(store, "Outcome")) == 3


def test_the_last_day_of_an_event_is_the_earliest_that_is_told(store: Store, tell: Tell) -> None:
    put(store, event(tell, "a", "shutdown", latest="2023-11-12"), event(tell, "b", "shutdown", latest="2023-11-09"))
    ask = "SELECT ?d { event:strangly-shutdown-2023 ts:dateLatest ?d }"
    assert [row["d"].value for row in store.query(ask)] == ["2023-11-09"]
    store.remove("b")
    assert [row["d"].value for row in store.query(ask)] == ["2023-11-12"]


@pytest.mark.parametrize(("one", "other", "count"), [
    ({"filed": "2023-11-07"}, {"filed": "2023-11-07"}, 1),
    ({"filed": "2023-11-07"}, {"filed": "2023-11-07", "kind": "class-action"}, 1),
    ({"filed": "2023-11-07"}, {"filed": "2023-11-08"}, 2),
    ({"filed": "2023"}, {"filed": "2023"}, 2),
    ({}, {}, 2),
    ({"filed": "2023", "plaintiff": "Safe Net"}, {"filed": "2023-11-07", "plaintiff": "Safe Net"}, 1),
    ({"filed": "2023-11-07", "plaintiff": "Safe Net"}, {"filed": "2023-11-07", "plaintiff": "Kidwatch"}, 2),
    ({"plaintiff": "Safe Net"}, {"plaintiff": "Safe Net"}, 2),
    ({"settled": "2023-11-02"}, {"settled": "2023-11-02"}, 1),
])
def test_lawsuits_need_more_than_a_defendant(
        store: Store, tell: Tell, one: dict[str, str], other: dict[str, str], count: int) -> None:
    put(store, lawsuit(tell, "a", **one), lawsuit(tell, "b", **other))
    assert len(things(store, "LegalAction")) == count
    assert len(things(store, "Outcome")) == (1 if "settled" in one else 0)


def test_two_of_a_kind_in_one_article_stay_two(store: Store, tell: Tell) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), *(Node(f"O{n}", "Outcome", type="fine", place=n) for n in (3, 9))]
    told = [(subject, predicate, what, "asserted", {}) for subject, predicate, what in (
        ("P", "outcome", "O3"), ("P", "outcome", "O9"), ("O3", "date", Value("2023", "year")),
        ("O9", "date", Value("2023-05-04", "date")))]
    put(store, article(tell, "a", nodes, told), event(tell, "b", "fine", date="2023"))
    assert len(things(store, "Outcome")) == 3


# ------------------------------------------------------------------------------------------------ judgements

def test_a_judgement_joins_and_its_absence_parts(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "John Smith", "Strangly"), founder(tell, "b", "Jon Smith", "Strangly"))
    before = store.nquads()
    assert store.decide(Decisions((Judgement("person:john-smith.strangly", "person:jon-smith.strangly", "same"),)))
    assert things(store, "Person") == ["person:john-smith.strangly"]
    assert not store.query("ASK { { ?s ?p person:jon-smith.strangly } UNION { person:jon-smith.strangly ?p ?o } }")
    put(store, founder(tell, "c", "Jon Smith", "Strangly"))
    assert things(store, "Person") == ["person:john-smith.strangly"]
    store.remove("c")
    assert store.decide(Decisions()) and not store.decide(Decisions())
    assert store.nquads() == before


def test_a_judgement_parts_what_an_anchor_joins(store: Store, tell: Tell) -> None:
    put(store, event(tell, "a", "fine", date="2023"), event(tell, "b", "fine", date="2023-11-08"))
    store.decide(Decisions((Judgement("event:strangly-fine-2023", "event:strangly-fine-2023-11-08", "different"),)))
    assert things(store, "Outcome") == ["event:strangly-fine-2023", "event:strangly-fine-2023-11-08"]


def test_renamed_platforms_bring_their_people_and_events_together(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "Mira Solano", "Strangly"), founder(tell, "b", "Mira Solano", "Palaver"),
        event(tell, "c", "fine", date="2023-11-08"), event(tell, "d", "fine", date="2023", platform="Palaver"))
    store.decide(Decisions((Judgement("platform:palaver", "platform:strangly", "same"),)))
    assert things(store, "Platform") == ["platform:palaver"]
    assert (len(things(store, "Person")), len(things(store, "Outcome"))) == (1, 1)


# ------------------------------------------------------------------------------------------------ corrections

def test_a_withdrawn_claim_is_a_record_and_no_more(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "Mira Solano", "Strangly"))
    before = store.nquads()
    (claim,) = (row["c"].value.rpartition("/")[2] for row in store.query("SELECT ?c { ?c a ts:Claim }"))
    store.decide(Decisions(withdrawals=(Withdrawal(claim, "2026-11-22", "The paper took it back."),)))
    assert not store.query("ASK { ?p ts:founder ?who }") and not store.query("ASK { ?c a ts:Claim }")
    assert store.query(f"ASK {{ c:{claim} a ts:WithdrawnClaim ; ts:withdrawnFor 'The paper took it back.' ; "
                       "prov:invalidatedAtTime ?when ; ts:formerStatus ts:asserted }")
    assert store.guard() == []
    store.decide(Decisions())
    assert store.nquads() == before


def test_a_withdrawn_denial_disputes_nothing(store: Store, tell: Tell) -> None:
    denial = article(tell, "b", [Node("P", "Platform", name="Strangly")],
                     [("P", "reportedHarm", "harm:csam", "denied", {"by": "P"})])
    report = [("P", "reportedHarm", "harm:csam", "asserted", {})]
    put(store, article(tell, "a", [Node("P", "Platform", name="Strangly")], report), denial)
    assert not store.query(f"ASK {{ {FACT} {{ ?p ts:reportedHarm ?harm }} }}")
    store.decide(Decisions(withdrawals=(Withdrawal(denial.said[0].claim, "2026-11-22", "Misread."),)))
    assert store.query(f"ASK {{ {FACT} {{ ?p ts:reportedHarm ?harm }} }}") and store.guard() == []


# ------------------------------------------------------------------------------------------------ forgetting

def graves(store: Store, who: str) -> Decisions:
    return Decisions(forgotten=frozenset(grave for _, grave in parting.person(store, who)[1]))


def test_a_person_who_is_forgotten_is_nowhere(store: Store, tell: Tell) -> None:
    told = founder(tell, "a-mira-solano", "Mira Solano", "Strangly", title="Who is Mira Solano?",
                   url="https://news.example/mira-solano")
    other = article(tell, "b", [Node("P", "Platform", name="Strangly")], [("P", "reportedHarm", "harm:csam", "asserted", {})],
                    text="Strangly, once led by Mira Solano, is full of it, said Solano.")
    put(store, told, other)
    decisions = graves(store, "Mira Solano")
    store.decide(decisions)
    kept = store.nquads()
    assert b"olano" not in kept and b"[name withheld]" in kept
    assert store.query("ASK { platform:strangly ts:reportedHarm harm:csam }")
    with Store.open() as fresh:
        fresh.decide(decisions)
        put(fresh, other, told)
        assert fresh.nquads() == kept


def test_a_namesake_of_one_who_is_forgotten_stays(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "John Smith", "Strangly"), founder(tell, "b", "John Smith", "Palaver"))
    store.decide(graves(store, "person:john-smith.strangly"))
    assert things(store, "Person") == ["person:john-smith.palaver"] and b"b: Palaver John Smith" in store.nquads()


def test_a_case_against_one_who_is_forgotten_bears_no_name(store: Store, tell: Tell) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Mira Solano"),
             Node("L", "LegalAction", type="lawsuit"), Node("O", "Outcome", type="settlement", place=4)]
    put(store, article(tell, "a", nodes, [
        ("P", "founder", "B", "asserted", {}), ("L", "defendant", "B", "asserted", {}),
        ("L", "filedOn", Value("2023-11-07", "date"), "asserted", {}), ("L", "allegesHarm", "harm:csam", "asserted", {}),
        ("L", "outcome", "O", "asserted", {})]))
    assert b"mira-solano" in store.nquads()
    store.decide(graves(store, "Mira Solano"))
    assert b"olano" not in store.nquads() and len(things(store, "LegalAction")) == 1 and store.guard() == []


def test_who_is_no_longer_forgotten_is_read_again(store: Store, tell: Tell) -> None:
    told = founder(tell, "a", "Mira Solano", "Strangly")
    put(store, replace(told, own=tuple((s, p, '"v1"' if p.endswith("fingerprint>") else o) for s, p, o in told.own)))
    store.decide(graves(store, "Mira Solano"))
    assert [one.fingerprint for one in store.articles().values()] == ["v1"]
    store.decide(Decisions())
    assert [one.fingerprint for one in store.articles().values()] == [""]


@pytest.mark.parametrize(("given", "message"), [
    ("Nobody", "no person 'Nobody'"), ("platform:strangly", "is no person"), ("John Smith", "the name of 2 persons")])
def test_who_is_meant_must_be_clear(store: Store, tell: Tell, given: str, message: str) -> None:
    put(store, founder(tell, "a", "John Smith", "Strangly"), founder(tell, "b", "John Smith", "Palaver"))
    with pytest.raises(StoreError, match=message):
        parting.person(store, given)


# ------------------------------------------------------------------------------------------------ support

TEXT = " ".join(f"Strangly was in the news again on day {n}, and its users were told of step {n * n}." for n in range(30))


def counts(store: Store) -> tuple[str, str]:
    (row,) = store.query("SELECT ?n ?m { ?t a ts:Tally ; rdf:predicate ts:founder ; ts:articleCount ?n ; ts:publisherCount ?m }")
    return row["n"].value, row["m"].value


def test_copies_of_one_story_count_once(store: Store, tell: Tell) -> None:
    for n, paper in enumerate(("Harbour Post", "Kabar Pagi", "The Lantern")):
        text = f"{paper}. Mira Solano of Strangly. {TEXT}"
        put(store, founder(tell, f"a{n}", "Mira Solano", "Strangly", text=text, publisher=paper))
    assert counts(store) == ("1", "1")
    for key, text in (("b", "Mira Solano built Strangly."), ("c", "Strangly is what Mira Solano began in a garage.")):
        put(store, founder(tell, key, "Mira Solano", "Strangly", text=text, publisher="Kabar Pagi"))
    assert counts(store) == ("3", "3")
    for n in range(3):
        store.remove(f"a{n}")
    assert counts(store) == ("2", "1")


def test_who_disputes_is_named(store: Store, tell: Tell) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Mira Solano")]
    denial = article(tell, "b", nodes, [("P", "founder", "B", "denied", {"by": "B"})])
    put(store, founder(tell, "a", "Mira Solano", "Strangly"), denial)
    assert store.query(f"ASK {{ ?t a ts:Tally ; rdf:predicate ts:founder ; ts:articleCount 1 ; ts:disputedBy {denial.graph} }}")
    assert not store.query("ASK { ?p ts:founder ?who }") and store.guard() == []


# ------------------------------------------------------------------------------------------------ review

def test_what_is_uncertain_is_listed_until_it_is_judged(store: Store, tell: Tell) -> None:
    put(store, founder(tell, "a", "John Smith", "Strangly"), founder(tell, "b", "John Smith", "Palaver"),
        founder(tell, "c", "Jon Smith", "Strangly"), lawsuit(tell, "d"), lawsuit(tell, "e"),
        event(tell, "f", "fine", date="2023", amount="USD 5"), event(tell, "g", "fine", date="2023", amount="USD 6"))
    found = {(one.a, one.b): one for one in review.candidates(store)}
    assert sorted(one.why for one in found.values()) == [
        "same name", "similar name, both with platform:strangly", "two cases against the same party"]
    one = found["person:john-smith.palaver", "person:john-smith.strangly"]
    assert one.evidence_a == "b: Palaver John Smith were in the news."
    assert one.evidence_b == "a: Strangly John Smith were in the news."
    verdicts = zip(found, ("same", "different", "same"), strict=True)
    store.decide(Decisions(tuple(Judgement(a, b, verdict) for (a, b), verdict in verdicts)))
    assert review.candidates(store) == []


# ------------------------------------------------------------------------------------------------ the way does not show

def random_article(tell: Tell, chance: random.Random, key: str) -> Told:
    names = ["Mira Solano", "John Smith", "Tobin Hart"]
    platforms = chance.sample(["Strangly", "Palaver", "Tattlewick"], 2)
    nodes = [*(Node(f"P{n}", "Platform", name=name) for n, name in enumerate(platforms)),
             Node("B", "Person", name=chance.choice(names)), Node("R", "Organization", name=chance.choice(["Ofkom", "Netwatch"])),
             *(Node(f"O{n}", "Outcome", type=chance.choice(["fine", "shutdown"]), latest=chance.choice(["", "2023-11-09"]),
                    place=n) for n in range(2)),
             Node("L", "LegalAction", type="lawsuit", place=5), Node("S", "Outcome", type="settlement", place=8)]
    dates = [Value("2023", "year"), Value("2023-11", "month"), Value("2023-11-08", "date"), Value("2023-11-09", "date")]
    relations: list[tuple[str, str, str | Value]] = [
        ("P0", "founder", "B"), ("P1", "executive", "B"), ("P0", "reportedHarm", "harm:csam"), ("P0", "outcome", "O0"),
        ("P0", "outcome", "O1"), ("O0", "date", chance.choice(dates)), ("O1", "date", chance.choice(dates)),
        ("O0", "amount", Value("USD 5", "money")), ("O0", "imposedBy", "R"), ("L", "defendant", "P0"), ("L", "plaintiff", "R"),
        ("L", "filedOn", chance.choice(dates)), ("L", "outcome", "S"), ("S", "date", dates[2]), ("L", "defendant", "B")]
    chosen = chance.sample(relations, chance.randrange(2, 9))
    told = [(*one, chance.choice(["asserted"] * 4 + ["alleged", "denied", "confirmed"]),
             {"by": chance.choice(["B", "R"]), "negated": chance.random() < 0.1}) for one in chosen]
    text = f"{key}.{chance.randrange(99)}: " + " ".join(node.name for node in nodes if node.name) + "."
    text += f" {TEXT}" if chance.random() < 0.4 else ""   # a copy, in several papers
    return article(tell, key, nodes, told, text=text, publisher=chance.choice(["", "Harbour Post", "Kabar Pagi", "The Lantern"]))


def random_decisions(store: Store, chance: random.Random) -> Decisions:
    judged = {}
    for kind in ("Platform", "Person", "LegalAction", "Outcome"):
        names = things(store, kind)
        if len(names) > 1 and chance.random() < 0.7:
            a, b = sorted(chance.sample(names, 2))
            judged[a, b] = Judgement(a, b, chance.choice(["same", "different"]))
    claims = [row["c"].value.rpartition("/")[2] for row in store.query("SELECT ?c { ?c a ts:Claim } ORDER BY ?c")]
    withdrawn = [Withdrawal(claim, "2026-11-22", "Wrong.") for claim in chance.sample(claims, min(len(claims), 2))]
    people = things(store, "Person")
    gone = [grave for _, grave in parting.person(store, chance.choice(people))[1]] if people and chance.random() < 0.5 else []
    if chance.random() < 0.3:
        gone.append(tombstone("article", f"k{chance.randrange(6)}"))
    return Decisions(tuple(sorted(judged.values())), tuple(sorted(withdrawn)), frozenset(gone))


@pytest.mark.parametrize("seed", range(12))
def test_any_history_ends_as_a_fresh_store_would(tell: Tell, seed: int) -> None:
    chance, current, decisions = random.Random(seed), dict[str, Told](), Decisions()
    with Store.open() as store:
        for _ in range(25):
            key, step = f"k{chance.randrange(6)}", chance.random()
            if step < 0.2:
                store.remove(key)
                current.pop(key, None)
            elif step < 0.4:
                decisions = chance.choice([Decisions(), random_decisions(store, chance)])
                store.decide(decisions)
                for gone in [one for one in current if tombstone("article", one) in decisions.forgotten]:
                    del current[gone]
            elif tombstone("article", key) not in decisions.forgotten:
                current[key] = random_article(tell, chance, key)
                store.put(current[key])
            stale = [one for one, stored in store.articles().items() if stored.fingerprint == "" and one in current]
            for one in stale:  # what a build reads again
                store.put(current[one])
        count = "SELECT (COUNT(*) AS ?n) { %s { ?s ?p ?o } }"
        plain, distinct = (next(iter(store.query(count % part)))["n"].value for part in ("", "SELECT DISTINCT ?s ?p ?o WHERE"))
        assert (plain, store.guard()) == (distinct, [])
        with Store.open() as fresh:
            fresh.decide(decisions)
            put(fresh, *(current[key] for key in chance.sample(sorted(current), len(current))))
            assert store.nquads() == fresh.nquads()
