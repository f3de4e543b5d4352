"""From an extraction to triples: names, literals, and what must never get through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from kg import copies, rdf, terms
from kg.errors import ArticleError, KgError, OntologyError
from kg.gazetteer import Known, Name
from kg.model import Evidence, Extraction, Node, Span, Value
from kg.prefixes import PREFIXES

from conftest import named

Tell = Callable[..., Extraction]
STRANGLY = Node("P", "Platform", name="Strangly", place=0)
CSAM = Node("harm:csam", "Harm", type="csam")


def short(term: str) -> str:
    """A term with its prefix, for tests that people can read."""
    for name, space in PREFIXES.items():
        if term.startswith("<" + space):
            return f"{name}:{term[1 + len(space):-1]}"
    return term


def shared(extraction: Extraction, known: Mapping[str, Known] | None = None) -> set[tuple[str, ...]]:
    return {tuple(map(short, triple)) for triple in named(rdf.quads(extraction, known=known)).shared}


def own(extraction: Extraction) -> set[tuple[str, ...]]:
    return {tuple(map(short, triple)) for triple in named(rdf.quads(extraction)).own}


def things(extraction: Extraction, known: Mapping[str, Known] | None = None) -> set[str]:
    return {subject for subject, _, _ in shared(extraction, known)}


def events(tell: Tell, told: list[tuple[object, ...]], *nodes: Node, **article: str) -> set[str]:
    return {name for name in things(tell("Strangly fell silent.", [STRANGLY, *nodes], told, **article))
            if name.startswith(("event:", "case:"))}


# The seed

def test_the_seed_gets_the_names_of_the_design(seed: Extraction, known: Mapping[str, Known]) -> None:
    assert things(seed, known) == {
        "platform:omegle", "person:leif-k-brooks", "group:children", "case:omegle-lawsuit-7a357368",
        "event:omegle-lawsuit-7a357368-settlement", "event:omegle-shutdown-2023"}


def test_cases_and_events_are_called_in_both_languages(seed: Extraction, known: Mapping[str, Known]) -> None:
    labels = {(name, label) for name, predicate, label in shared(seed, known) if predicate == "rdfs:label"}
    assert {("case:omegle-lawsuit-7a357368", '"Lawsuit against Omegle"@en'),
            ("case:omegle-lawsuit-7a357368", '"Gugatan terhadap Omegle"@id'),
            ("event:omegle-lawsuit-7a357368-settlement", '"Settlement of the lawsuit against Omegle"@en'),
            ("event:omegle-lawsuit-7a357368-settlement", '"Penyelesaian gugatan terhadap Omegle"@id'),
            ("event:omegle-shutdown-2023", '"Penutupan Omegle"@id')} <= labels


def test_every_quote_is_the_text_at_its_offsets(seed: Extraction) -> None:
    sentences: dict[str, dict[str, str]] = {}
    for subject, predicate, what in own(seed):
        if subject.startswith("sent:"):
            sentences.setdefault(subject, {})[predicate] = what
    assert len(sentences) == 6
    for found in sentences.values():
        start, end = (int(found[name].split('"')[1]) for name in ("nif:beginIndex", "nif:endIndex"))
        assert found["nif:anchorOf"] == terms.literal(seed.article.text[start:end], lang="id")


def test_heaps_are_sorted_and_the_same_each_time(seed: Extraction, known: Mapping[str, Known]) -> None:
    backwards = replace(seed, nodes=dict(reversed(seed.nodes.items())))
    quads = named(rdf.quads(seed, known=known))
    assert quads == named(rdf.quads(backwards, known=known))
    assert all(list(heap) == sorted(set(heap)) for heap in (quads.own, quads.shared, quads.candidates))


def test_the_articles_own_heap_speaks_of_nothing_shared(seed: Extraction, known: Mapping[str, Known]) -> None:
    assert {subject.split(":")[0] for subject, _, _ in own(seed)} == {"article", "sent", "c"}


# Names of things

def test_an_unknown_platform_is_provisional_and_a_known_one_is_not(
        tell: Tell, seed: Extraction, known: Mapping[str, Known]) -> None:
    told = [("P", "reportedHarm", "harm:csam", "alleged", {})]
    assert ("platform:strangly", "ts:provisional", terms.TRUE) in shared(tell("Strangly.", [STRANGLY, CSAM], told))
    assert not [triple for triple in shared(seed, known) if triple[1] == "ts:provisional"]


def test_a_known_thing_is_called_as_the_gazetteer_calls_it(tell: Tell) -> None:
    known = {"strangly": Known("strangly", "Platform", (Name("Strangly"), Name("Strangli", lang="id")), "", "Q1")}
    node = replace(STRANGLY, name="STRANGLY.COM", known="strangly", aliases=("this platform",))
    told = [("P", "reportedHarm", "harm:csam", "alleged", {})]
    assert shared(tell("STRANGLY.COM.", [node, CSAM], told), known) == {
        ("platform:strangly", "rdf:type", "ts:Platform"), ("platform:strangly", "rdfs:label", '"Strangly"'),
        ("platform:strangly", "skos:altLabel", '"Strangli"@id'),
        ("platform:strangly", "skos:exactMatch", "<http://www.wikidata.org/entity/Q1>")}


def test_an_unknown_name_spelt_like_a_known_one_stays_apart(tell: Tell) -> None:
    known = {"strangly": Known("strangly", "Organization", (Name("Strangly"),))}
    extraction = tell("Strangly.", [STRANGLY, CSAM], [("P", "reportedHarm", "harm:csam", "alleged", {})])
    assert things(extraction, known) == {f"platform:strangly.{extraction.article.id[:8]}"}


def test_persons_without_an_anchor_are_of_their_article(tell: Tell) -> None:
    nodes, told = [STRANGLY, CSAM, Node("B", "Person", name="Rina Vost")], [
        ("P", "reportedHarm", "harm:csam", "asserted", {}), ("B", "outcome", "O", "asserted", {})]
    nodes.append(Node("O", "Outcome", type="conviction"))
    one, two = (things(tell(f"{text} Rina Vost, Strangly.", nodes, told)) for text in ("First.", "Second."))
    assert one & two == {"platform:strangly"}
    assert len([name for name in one | two if name.startswith("person:rina-vost.")]) == 2


def test_two_persons_of_one_name_in_one_article_stay_two(tell: Tell) -> None:
    nodes = [STRANGLY, Node("B", "Person", name="Rina Vost", place=9), Node("C", "Person", name="Rina Vost", place=40)]
    told = [("P", "founder", "B", "asserted", {"words": "Strangly"}), ("P", "executive", "C", "asserted", {})]
    assert len(things(tell("Strangly, Rina Vost.", nodes, told))) == 3


@pytest.mark.parametrize(("one", "two"), [
    ("微信", "抖音"), ("Ресурс 24", "Проект 24"), ("!!!", "???"), ("Øre", "Åre"), ("a" * 80 + "b", "a" * 80 + "c"),
    ("Stream", "Stream+"), ("R", "R&D")])
def test_names_that_differ_do_not_become_one(one: str, two: str) -> None:
    assert terms.slug(one) and terms.slug(one) != terms.slug(two)
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in terms.slug(one) + terms.slug(two))


@pytest.mark.parametrize(("one", "two"), [
    ("STRANGLY", "Strangly"), ("Café", "Cafe\u0301"), ("Chat  Room", "chat-room")])
def test_spellings_of_one_name_become_one(one: str, two: str) -> None:
    assert terms.slug(one) == terms.slug(two)


# Names of cases and events

def test_a_shutdown_is_one_event_for_all_articles_of_a_year(tell: Tell) -> None:
    shutdown = Node("O", "Outcome", type="shutdown", latest="2031-05-02")
    assert events(tell, [("P", "outcome", "O", "asserted", {})], shutdown) == {"event:strangly-shutdown-2031"}
    dated = [("P", "outcome", "O", "asserted", {}), ("O", "date", Value("2030-12", "month"), "asserted", {})]
    assert events(tell, dated, shutdown) == {"event:strangly-shutdown-2030"}


@pytest.mark.parametrize("told", [
    [("P", "outcome", "O", "hypothetical", {})],
    [("P", "outcome", "O", "asserted", {"negated": True})],
    [("P", "outcome", "O", "denied", {"by": "P"})],
])
def test_what_has_not_happened_is_no_shared_event(tell: Tell, told: list[tuple[object, ...]]) -> None:
    (name,) = events(tell, told, Node("O", "Outcome", type="shutdown", latest="2031-05-02", place=14))
    assert name.startswith("event:strangly-shutdown-") and name.endswith("-14") and "2031" not in name


@pytest.mark.parametrize(("told", "label"), [
    ([("B", "outcome", "O", "asserted", {})], '"Conviction of Rina Vost"@en'),
    ([("B", "outcome", "O", "alleged", {}), ("B", "outcome", "O", "confirmed", {"by": "B"})],
     '"Conviction of Rina Vost"@en'),
    ([("B", "outcome", "O", "hypothetical", {})], '"Conviction of Rina Vost (not stated as fact)"@en'),
    ([("B", "outcome", "O", "alleged", {}), ("O", "date", Value("2031", "year"), "asserted", {})],
     '"Conviction of Rina Vost (not stated as fact)"@en'),
    ([("B", "outcome", "O", "asserted", {"negated": True})], '"Conviction of Rina Vost (not stated as fact)"@en'),
])
def test_no_label_says_what_nobody_states(tell: Tell, told: list[tuple[object, ...]], label: str) -> None:
    nodes = [Node("B", "Person", name="Rina Vost"), Node("O", "Outcome", type="conviction")]
    labels = {what for name, predicate, what in shared(tell("Rina Vost.", nodes, told))
              if name.startswith("event:") and predicate == "rdfs:label"}
    assert label in labels and len(labels) == 2


def test_a_planned_lawsuit_is_called_so_and_what_it_would_bring_too(tell: Tell) -> None:
    nodes = [STRANGLY, Node("L", "LegalAction", type="lawsuit"), Node("O", "Outcome", type="settlement")]
    told = [("L", "defendant", "P", "hypothetical", {}), ("L", "outcome", "O", "hypothetical", {})]
    labels = {what for _, predicate, what in shared(tell("Strangly.", nodes, told)) if predicate == "rdfs:label"}
    assert {'"Lawsuit against Strangly (not stated as fact)"@en',
            '"Penyelesaian gugatan terhadap Strangly (tidak dinyatakan sebagai fakta)"@id'} <= labels


def test_two_fines_of_one_year_stay_two(tell: Tell) -> None:
    fines = [Node("O1", "Outcome", type="fine", latest="2031-05-02", place=3),
             Node("O2", "Outcome", type="fine", latest="2031-05-02", place=9)]
    told = [("P", "outcome", "O1", "asserted", {}), ("P", "outcome", "O2", "confirmed", {"by": "P"})]
    names = events(tell, told, *fines)
    assert len(names) == 2 and all("2031" not in name for name in names)


def test_fines_of_two_articles_stay_two(tell: Tell) -> None:
    nodes = [STRANGLY, Node("O", "Outcome", type="fine", latest="2031-05-02", place=3)]
    told = [("P", "outcome", "O", "asserted", {})]
    one, two = (things(tell(text, nodes, told)) for text in ("Strangly is fined.", "Strangly was fined."))
    assert one & two == {"platform:strangly"}


def test_arrests_in_a_group_stay_apart(tell: Tell) -> None:
    nodes = [Node("G", "Group", type="offenders"), Node("O1", "Outcome", type="arrest", place=3),
             Node("O2", "Outcome", type="arrest", place=9)]
    names = events(tell, [("G", "outcome", "O1", "asserted", {}), ("G", "outcome", "O2", "asserted", {})], *nodes)
    assert len(names) == 2 and all(name.startswith("event:offenders-arrest-") for name in names)


def test_two_lawsuits_against_one_platform_stay_two_and_keep_their_settlements(tell: Tell) -> None:
    nodes = [Node("L1", "LegalAction", type="lawsuit", place=3), Node("L2", "LegalAction", type="lawsuit", place=30),
             Node("O1", "Outcome", type="settlement"), Node("O2", "Outcome", type="settlement")]
    told = [("L1", "defendant", "P", "asserted", {}), ("L2", "defendant", "P", "asserted", {}),
            ("L1", "outcome", "O1", "asserted", {}), ("L2", "outcome", "O2", "asserted", {})]
    names = sorted(events(tell, told, *nodes))
    a8 = tell("Strangly fell silent.", [], []).article.id[:8]
    assert names == [f"case:strangly-lawsuit-{a8}-3", f"case:strangly-lawsuit-{a8}-30",
                     f"event:strangly-lawsuit-{a8}-3-settlement", f"event:strangly-lawsuit-{a8}-30-settlement"]


def test_a_case_without_defendant_and_an_event_of_nobody_have_names(tell: Tell) -> None:
    nodes = [Node("L", "LegalAction", type="lawsuit"), Node("O", "Outcome", type="fine", place=7),
             Node("C", "Outcome", type="shutdown"), CSAM]
    told = [("L", "allegesHarm", "harm:csam", "asserted", {}), ("O", "followed", "C", "asserted", {})]
    extraction = tell("Strangly fell silent.", [STRANGLY, *nodes], told)
    a8 = extraction.article.id[:8]
    assert things(extraction) == {f"case:lawsuit-{a8}", f"event:fine-{a8}-7", f"event:shutdown-{a8}-0"}
    assert (f"case:lawsuit-{a8}", "rdfs:label", '"Civil lawsuit"@en') in shared(extraction)


def test_a_lawsuit_has_its_class_and_an_investigation_has_not(tell: Tell) -> None:
    nodes = [Node("L1", "LegalAction", type="class-action"), Node("L2", "LegalAction", type="investigation")]
    told = [("L1", "defendant", "P", "asserted", {}), ("L2", "defendant", "P", "asserted", {})]
    lawsuits = {name for name, _, kind in shared(tell("Strangly.", [STRANGLY, *nodes], told)) if kind == "ts:Lawsuit"}
    assert len(lawsuits) == 1 and "class-action" in lawsuits.pop()


def test_founder_is_no_type_that_an_article_can_give(tell: Tell) -> None:
    nodes, told = [STRANGLY, Node("B", "Person", name="Rina Vost")], [("P", "founder", "B", "alleged", {})]
    assert not [triple for triple in shared(tell("Strangly.", nodes, told)) if "ts:Founder" in triple]


def test_only_what_claims_speak_of_is_described(tell: Tell) -> None:
    bystander = Node("B", "Person", name="Ani Somebody")
    extraction = tell("Strangly and Ani Somebody.", [STRANGLY, CSAM, bystander],
                      [("P", "reportedHarm", "harm:csam", "asserted", {})])
    assert things(extraction) == {"platform:strangly"}
    assert "Somebody" not in " ".join(map(str, named(rdf.quads(extraction)).shared))


# Claims

def test_a_claim_keeps_who_says_it_how_and_where(tell: Tell) -> None:
    extraction = tell("Rina Vost denied csam on Strangly.", [STRANGLY, replace(CSAM, name="csam"),
                      Node("B", "Person", name="Rina Vost")],
                      [("P", "reportedHarm", "harm:csam", "denied", {"by": "B", "negated": True, "words": "denied"})])
    name = f"c:{extraction.claims[0].id}"
    claim = {predicate: what for subject, predicate, what in own(extraction) if subject == name}
    a12 = extraction.article.id
    assert claim == {
        "rdf:type": "ts:Claim", "rdf:subject": "platform:strangly", "rdf:predicate": "ts:reportedHarm",
        "rdf:object": "harm:csam", "ts:status": "ts:denied", "ts:negated": terms.TRUE,
        "ts:saidBy": "person:rina-vost.strangly", "ts:evidence": f"sent:{a12}_0_34", "ts:trigger": '"denied"',
        "ts:rule": '"en:test/made"',
        **{f"ts:{key}": terms.literal(str(n), datatype="integer") for key, n in
           {"triggerStart": 10, "triggerEnd": 16, "subjectStart": 25, "subjectEnd": 33,
            "objectStart": 17, "objectEnd": 21}.items()}}


def test_negated_is_written_only_where_it_is_true(seed: Extraction) -> None:
    assert not [triple for triple in own(seed) if triple[1] == "ts:negated"]


def test_the_same_claim_twice_is_one_and_two_triples_of_one_id_are_two(tell: Tell) -> None:
    told = ("P", "reportedHarm", "harm:csam", "asserted", {})
    extraction = tell("Strangly.", [STRANGLY, CSAM], [told])
    claim = extraction.claims[0]
    other = replace(claim, object=replace(claim.object, node="harm:csea"))  # type: ignore[type-var]
    nodes = {**extraction.nodes, "harm:csea": Node("harm:csea", "Harm", type="csea")}
    both = replace(extraction, nodes=nodes, claims=(claim, claim, other))
    assert claim.id == other.id
    assert {s for s, p, _ in own(both) if p == "rdf:object"} == {f"c:{claim.id}", f"c:{claim.id}-2"}


@pytest.mark.parametrize(("value", "term"), [
    (Value("2009", "year"), "gYear"), (Value("2009-03", "month"), "gYearMonth"), (Value("2009-03-31", "date"), "date"),
    (Value("73000000", "integer"), "integer"), (Value("USD 5", "money"), ""), (Value("US-UT", "place"), "")])
def test_values_are_typed_and_words_are_not(value: Value, term: str) -> None:
    datatype = f"^^<{PREFIXES['xsd']}{term}>" if term else ""
    assert terms.value(value) == f'"{value.lexical}"{datatype}'


def test_counts_are_canonical() -> None:
    assert terms.value(Value("007", "integer")) == terms.value(Value("7", "integer"))


@pytest.mark.parametrize("value", [Value("20o9", "year"), Value("2009-13", "month"), Value("2009-02-30", "date"),
                                   Value("1,000", "integer"), Value("٢٠٠٩", "year")])
def test_a_value_that_is_none_is_refused_with_its_article(tell: Tell, value: Value) -> None:
    with pytest.raises(KgError, match=f"news/1: .*{value.lexical}"):
        rdf.quads(tell("Strangly.", [STRANGLY], [("P", "foundedIn", value, "asserted", {})], key="news/1"))


@pytest.mark.parametrize(("told", "message"), [
    (("P", "affects", "B", "asserted", {}), "Platform affects Person"),
    (("B", "founder", "P", "asserted", {}), "Person founder Platform"),
    (("P", "befriends", "B", "asserted", {}), 'no claimable property "befriends"'),
    (("P", "actionType", "B", "asserted", {}), 'no claimable property "actionType"'),
])
def test_what_the_ontology_does_not_allow_is_refused(tell: Tell, told: tuple[object, ...], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        rdf.quads(tell("Strangly.", [STRANGLY, Node("B", "Person", name="Rina Vost")], [told]))


def test_a_node_of_an_unknown_kind_is_refused(tell: Tell) -> None:
    with pytest.raises(OntologyError, match='kind "Victim"'):
        rdf.quads(tell("Strangly.", [STRANGLY, Node("V", "Victim")], [("P", "affects", "V", "asserted", {})]))


# Withheld names

SENTENCE = "Rina Vost told police that Ani Kecil was abused on Strangly."
SHOWN = "Rina Vost told police that [name withheld] was abused on Strangly."


@pytest.mark.parametrize(("words", "shown"), [
    ("was abused on Strangly", "was abused on Strangly"),
    ("that Ani Kecil was abused", "that [name withheld] was abused"),
    ("Ani Kecil was abused", "[name withheld] was abused"),
    ("police that Ani Kecil", "police that [name withheld]"),
    ("Kecil was abused", "[name withheld] was abused"),
    ("Ani Kecil", "[name withheld]"),
])
def test_a_trigger_never_tells_a_withheld_name(tell: Tell, words: str, shown: str) -> None:
    told = [("P", "reportedHarm", "harm:csam", "alleged", {"words": words, "quote": SHOWN})]
    extraction = tell("Before. " + SENTENCE, [STRANGLY, CSAM], told, sentences=[(8, 8 + len(SENTENCE))])
    assert rdf.shown_trigger(extraction.claims[0], extraction.article.text) == shown
    everything = " ".join(" ".join(triple) for triple in own(extraction))
    assert "Ani" not in everything and "Kecil" not in everything and shown in everything


def test_a_trigger_that_cannot_be_cut_is_left_out(tell: Tell) -> None:
    told = [("P", "reportedHarm", "harm:csam", "alleged", {"words": "Ani Kecil", "quote": "Something else."})]
    extraction = tell(SENTENCE, [STRANGLY, CSAM], told)
    assert "ts:trigger" not in {predicate for _, predicate, _ in own(extraction)}
    outside = replace(extraction.claims[0], evidence=Evidence(Span(10, 60), SHOWN[10:]), trigger=Span(0, 9))
    assert rdf.shown_trigger(outside, SENTENCE) == ""


# Articles

def test_an_article_says_what_it_is(tell: Tell) -> None:
    extraction = tell("Strangly.", [STRANGLY, CSAM], [("P", "reportedHarm", "harm:csam", "asserted", {})], key="k-1",
                      title='The "end"', url="https://news.example/a?b=1", publisher="The Example",
                      published="2031-05-02T10:00:00Z")
    quads = rdf.quads(extraction, fingerprint="f-1")
    article = extraction.article
    assert quads.graph == f"<https://w3id.org/tskg/id/article/{article.id}>" and quads.key == "k-1"
    said = {short(p): o for s, p, o in quads.own if s == quads.graph}
    assert said == {
        "rdf:type": "<https://w3id.org/tskg/ontology#Article>", "schema:inLanguage": '"en"',
        "schema:headline": '"The \\"end\\""@en', "schema:url": "<https://news.example/a?b=1>",
        "schema:publisher": '"The Example"',
        "schema:datePublished": '"2031-05-02"^^<http://www.w3.org/2001/XMLSchema#date>',
        "ts:textSha256": f'"{article.sha256}"', "ts:articleKey": '"k-1"', "ts:fingerprint": '"f-1"',
        "ts:contentHash": f'"{rdf.content_hash(article)}"',
        "ts:sketch": f'"{copies.written(copies.sketch(article.text))}"'}


def test_any_change_of_an_article_changes_its_content_hash(seed: Extraction) -> None:
    article = seed.article
    others = [replace(article, **{name: "x"}) for name in ("text", "lang", "key", "title", "url", "publisher",
                                                           "published")]
    assert len({rdf.content_hash(one) for one in (article, *others)}) == 8


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "ftp://a.example/", "http://a b.example/", "https://a.example/<script>", "//a.example",
    'https://a.example/"onload="x', "https://user:secret@a.example/", "https://[::1]/", "https://a.example/%zz",
    "https://a.example/\n", "https://a.example/{x}", "https://", "https://a.example:x/", "x" * 3000,
    "https://a.example/\ue000", "https://a.example/\u202e"])
def test_an_address_that_is_none_is_left_out(url: str) -> None:
    assert terms.web_address(url) == ""


@pytest.mark.parametrize("url", [
    "http://a.example", "https://a.example:8080/x/y.html?q=%20a&b=(c)#top", "https://kabar.example/berita/café",
    "https://xn--fiq.example/~who/@this,that;x=1!"])
def test_a_plain_address_stays(url: str) -> None:
    assert terms.web_address(url) == f"<{url}>"


@pytest.mark.parametrize("field", ["text", "title", "publisher", "key"])
def test_half_a_surrogate_pair_is_refused(seed: Extraction, field: str) -> None:
    broken = replace(seed, article=replace(seed.article, **{field: "a \ud800 b"}))
    with pytest.raises(ArticleError, match="half a surrogate pair"):
        rdf.quads(broken)


def test_a_language_that_is_none_gives_no_tag(seed: Extraction) -> None:
    odd = replace(seed, article=replace(seed.article, lang='id" . <x:y'))
    assert not [what for _, predicate, what in own(odd) if predicate == "nif:anchorOf" and not what.endswith('"')]
