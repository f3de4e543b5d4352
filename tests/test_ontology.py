"""The ontology, its shapes and the bundled queries: complete in two languages, and saying no more than they should."""

import itertools
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import cast

import pyoxigraph
import pytest
from rdflib import RDF, RDFS, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import OWL, SKOS
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import ResultRow

# rdflib itself still calls what it has deprecated, in Dataset and below pySHACL.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*", "ignore::DeprecationWarning:pyshacl.*")

TS = Namespace("https://w3id.org/tskg/ontology#")
FOLDER = files("kg.ontology")
ONTOLOGY = Graph().parse(data=(FOLDER / "ontology.ttl").read_text("utf-8"), format="turtle")
SHAPES = (FOLDER / "shapes.ttl").read_text("utf-8")
QUERIES = {file.name.removesuffix(".rq"): file.read_text("utf-8")
           for file in sorted((FOLDER / "queries").iterdir(), key=lambda file: file.name) if file.name.endswith(".rq")}
LANGS = ("en", "id")
CONCEPTS = (TS.Harm, TS.OutcomeType, TS.LegalActionType)
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)

# What two articles say of the invented platform Strangly. The first: it was founded by Mara Quill, a lawsuit of parents
# alleges grooming, it settled and then shut down. The second: it never was blocked, and Quill denies a data breach.
PREFIXES = """
@prefix ts:   <https://w3id.org/tskg/ontology#> .
@prefix harm: <https://w3id.org/tskg/harm/> .
@prefix out:  <https://w3id.org/tskg/outcome/> .
@prefix act:  <https://w3id.org/tskg/action/> .
@prefix platform: <https://w3id.org/tskg/id/platform/> .
@prefix person: <https://w3id.org/tskg/id/person/> .
@prefix group: <https://w3id.org/tskg/id/group/> .
@prefix case: <https://w3id.org/tskg/id/case/> .
@prefix event: <https://w3id.org/tskg/id/event/> .
@prefix article: <https://w3id.org/tskg/id/article/> .
@prefix sent: <https://w3id.org/tskg/id/sentence/> .
@prefix c:    <https://w3id.org/tskg/id/claim/> .
@prefix rdf:  <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd:  <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <https://schema.org/> .
@prefix nif:  <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
"""
KB = PREFIXES + """
platform:strangly a ts:Platform ; rdfs:label "Strangly" ; ts:provisional true ;
    ts:founder person:mara-quill ; ts:foundedIn "2014"^^xsd:gYear ; ts:outcome event:shutdown .
person:mara-quill a ts:Person , ts:Founder ; rdfs:label "Mara Quill" .
group:parents a ts:Group ; rdfs:label "parents"@en , "orang tua"@id .
case:one a ts:LegalAction , ts:Lawsuit ; rdfs:label "Class action against Strangly"@en ;
    ts:actionType act:class-action ; ts:defendant platform:strangly ; ts:plaintiff group:parents ;
    ts:allegesHarm harm:grooming ; ts:outcome event:settlement .
event:shutdown a ts:Outcome ; rdfs:label "Shutdown of Strangly"@en ; ts:outcomeType out:shutdown ;
    ts:followed event:settlement ; ts:date "2021-03"^^xsd:gYearMonth .
event:settlement a ts:Outcome ; rdfs:label "Settlement"@en ; ts:outcomeType out:settlement .
event:blocking a ts:Outcome ; rdfs:label "Blocking of Strangly"@en ; ts:outcomeType out:blocking .
"""
FIRST = PREFIXES + """
article:aaaa a ts:Article ; schema:inLanguage "en" ; schema:publisher "The Foghorn" ; ts:articleKey "a.txt" ;
    ts:textSha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" .
sent:a0 a ts:Sentence ; nif:referenceContext article:aaaa ; nif:beginIndex 0 ; nif:endIndex 40 ;
    nif:anchorOf "Mara Quill founded Strangly in 2014."@en .
sent:a1 a ts:Sentence ; nif:referenceContext article:aaaa ; nif:beginIndex 41 ; nif:endIndex 120 .
c:a1 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:founder ; rdf:object person:mara-quill ;
    ts:status ts:asserted ; ts:evidence sent:a0 ;
    ts:subjectStart 19 ; ts:subjectEnd 27 ; ts:objectStart 0 ; ts:objectEnd 10 .
c:a2 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:foundedIn ; rdf:object "2014"^^xsd:gYear ;
    ts:status ts:asserted ; ts:evidence sent:a0 .
c:a3 a ts:Claim ; rdf:subject case:one ; rdf:predicate ts:defendant ; rdf:object platform:strangly ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
c:a4 a ts:Claim ; rdf:subject case:one ; rdf:predicate ts:plaintiff ; rdf:object group:parents ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
c:a5 a ts:Claim ; rdf:subject case:one ; rdf:predicate ts:allegesHarm ; rdf:object harm:grooming ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
c:a6 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:reportedHarm ; rdf:object harm:grooming ;
    ts:status ts:alleged ; ts:saidBy case:one ; ts:evidence sent:a1 ; ts:trigger "alleges grooming" .
c:a7 a ts:Claim ; rdf:subject case:one ; rdf:predicate ts:outcome ; rdf:object event:settlement ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
c:a8 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:outcome ; rdf:object event:shutdown ;
    ts:status ts:confirmed ; ts:saidBy person:mara-quill ; ts:evidence sent:a1 .
c:a9 a ts:Claim ; rdf:subject event:shutdown ; rdf:predicate ts:followed ; rdf:object event:settlement ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
c:a10 a ts:Claim ; rdf:subject event:shutdown ; rdf:predicate ts:date ; rdf:object "2021-03"^^xsd:gYearMonth ;
    ts:status ts:asserted ; ts:evidence sent:a1 .
"""
SECOND = PREFIXES + """
article:bbbb a ts:Article ; schema:inLanguage "en" ;
    ts:textSha256 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" .
sent:b0 a ts:Sentence ; nif:referenceContext article:bbbb ; nif:beginIndex 0 ; nif:endIndex 50 .
c:b1 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:outcome ; rdf:object event:blocking ;
    ts:status ts:asserted ; ts:negated true ; ts:evidence sent:b0 .
c:b2 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:reportedHarm ; rdf:object harm:data-breach ;
    ts:status ts:denied ; ts:saidBy person:mara-quill ; ts:evidence sent:b0 .
c:b3 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate ts:reportedHarm ; rdf:object harm:fraud ;
    ts:status ts:alleged ; ts:evidence sent:b0 .
"""
GRAPHS = {"urn:kb": KB, "https://w3id.org/tskg/id/article/aaaa": FIRST, "https://w3id.org/tskg/id/article/bbbb": SECOND}


def concepts() -> Iterator[tuple[URIRef, URIRef]]:
    for kind in CONCEPTS:
        yield from ((kind, concept) for concept in ONTOLOGY.subjects(RDF.type, kind) if isinstance(concept, URIRef))


def terms() -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.ConceptScheme,
             SKOS.Concept, TS.ClaimStatus, *CONCEPTS)
    return {term for kind in kinds for term in ONTOLOGY.subjects(RDF.type, kind) if isinstance(term, URIRef)}


def labels(concept: URIRef, lang: str, properties: tuple[URIRef, ...] = LABELS) -> list[str]:
    return [str(label) for label in itertools.chain(*(ONTOLOGY.objects(concept, kind) for kind in properties))
            if isinstance(label, Literal) and label.language == lang]


def dataset(extra: str = "") -> Dataset:
    """The fixture as the store lays it out: a graph per article, one of entities and facts, one of the ontology."""
    data = Dataset(default_union=True)
    for name, turtle in {**GRAPHS, "urn:kb": KB + extra}.items():
        data.graph(URIRef(name)).parse(data=turtle, format="turtle")
    onto = data.graph(URIRef("urn:ontology"))
    for triple in ONTOLOGY:
        onto.add(triple)
    return data


def natively(query: str, extra: str = "") -> list[tuple[str, ...]]:
    """The rows of a query in pyoxigraph, over the same data."""
    store = pyoxigraph.Store()
    ontology = (FOLDER / "ontology.ttl").read_text("utf-8")
    for name, turtle in {**GRAPHS, "urn:kb": KB + extra, "urn:ontology": ontology}.items():
        store.load(turtle.encode(), pyoxigraph.RdfFormat.TURTLE, to_graph=pyoxigraph.NamedNode(name))
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return sorted(tuple(getattr(term, "value", "") for term in row) for row in found)


def rows(query: str, extra: str = "") -> list[tuple[str, ...]]:
    """The rows of a query, which must be the same in rdflib and in pyoxigraph."""
    solutions = cast(Iterable[ResultRow], dataset(extra).query(query))
    found = sorted(tuple("" if term is None else str(term) for term in row) for row in solutions)
    assert found == natively(query, extra)
    return [tuple(re.split(r"[/#]", term)[-1] for term in row) for row in found]


def test_names_that_others_rely_on() -> None:
    for name in ("Platform", "Founder", "Harm", "Lawsuit", "Outcome"):
        assert (TS[name], RDF.type, OWL.Class) in ONTOLOGY


def test_sizes_of_the_schemes() -> None:
    assert [len(set(ONTOLOGY.subjects(RDF.type, kind))) for kind in CONCEPTS] == [43, 28, 8]
    assert len(set(ONTOLOGY.subjects(TS.claimable, Literal(True)))) == 19


@pytest.mark.parametrize("lang", LANGS)
def test_every_term_has_one_label_and_one_definition_in_each_language(lang: str) -> None:
    for term in terms():
        assert len(labels(term, lang, (RDFS.label, SKOS.prefLabel))) == 1, term
        assert len(labels(term, lang, (SKOS.definition,))) == 1, term


def test_definitions_end_with_a_full_stop_and_are_no_copies() -> None:
    for term in terms():
        english, indonesian = labels(term, "en", (SKOS.definition,)), labels(term, "id", (SKOS.definition,))
        assert english != indonesian, term
        assert all(text.endswith(".") for text in english + indonesian), term


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_is_shared_by_two_concepts_of_a_scheme(lang: str) -> None:
    owners: dict[tuple[URIRef, str], set[URIRef]] = {}
    for kind, concept in concepts():
        for label in labels(concept, lang):
            owners.setdefault((kind, label.lower()), set()).add(concept)
    assert not {label: found for label, found in owners.items() if len(found) > 1}


def test_no_concept_repeats_a_label_or_pads_it() -> None:
    for _, concept in concepts():
        for lang in LANGS:
            own = [label.lower() for label in labels(concept, lang)]
            assert len(own) == len(set(own)), concept
            assert all(label == " ".join(label.split()) for label in own), concept


def test_deprecated_words_are_hidden_labels_only() -> None:
    shown = [label for _, concept in concepts() for lang in LANGS for label in labels(concept, lang, LABELS[:2])]
    about_children = [label for label in shown if re.search("child|minor|kid|anak", label.lower())]
    assert not [label for label in about_children if "porn" in label.lower()]
    hidden = {"child pornography": "en", "pornografi anak": "id"}
    for label, lang in hidden.items():
        assert (None, SKOS.hiddenLabel, Literal(label, lang)) in ONTOLOGY
    assert (None, SKOS.hiddenLabel, Literal("revenge porn", "en")) in ONTOLOGY


@pytest.mark.parametrize("word", [
    "intimidation", "binary option", "robot trading", "child safety", "perlindungan anak", "complaint", "no", "damai",
    "tutup", "ban", "sold", "notice", "hearing", "asusila", "pembajakan",
])
def test_words_too_general_to_name_a_thing_are_no_labels(word: str) -> None:
    every = {label.lower() for _, concept in concepts() for lang in LANGS for label in labels(concept, lang)}
    assert word not in every


@pytest.mark.parametrize(("label", "lang", "concept"), [
    ("judol", "id", "gambling"), ("pinjol ilegal", "id", "illegal-goods"), ("perundungan siber", "id", "bullying"),
    ("kekerasan berbasis gender online", "id", "cyber-violence"), ("eksploitasi seksual anak", "id", "csea"),
    ("predator anak", "id", "csea"), ("hoaks", "id", "disinformation"), ("ujaran kebencian", "id", "hate-speech"),
    ("penipuan daring", "id", "fraud"), ("perdagangan orang", "id", "trafficking"), ("radikalisme", "id", "terrorism"),
    ("penyebaran konten asusila", "id", "adult-content"), ("kebocoran data", "id", "data-breach"),
    ("child sexual abuse", "en", "csea"), ("grooming", "en", "grooming"), ("sextortion", "en", "sextortion"),
    ("doxxing", "en", "doxxing"), ("scams", "en", "fraud"), ("drug sales", "en", "drugs"),
    ("eating disorders", "en", "self-harm"),
])
def test_words_of_the_news_name_their_harm(label: str, lang: str, concept: str) -> None:
    harms = [iri for kind, iri in concepts() if kind == TS.Harm]
    found = [iri for iri in harms if label in {own.lower() for own in labels(iri, lang)}]
    assert [iri.rpartition("/")[2] for iri in found] == [concept]


def test_every_concept_hangs_below_its_own_scheme() -> None:
    for kind, concept in concepts():
        broader = list(ONTOLOGY.objects(concept, SKOS.broader))
        assert len(broader) == (0 if (concept, SKOS.topConceptOf, None) in ONTOLOGY else 1), concept
        assert all((above, RDF.type, kind) in ONTOLOGY for above in broader), concept


def test_every_mapped_code_is_mirrored() -> None:
    matches = {code for _, concept in concepts() for kind in (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)
               for code in ONTOLOGY.objects(concept, kind)}
    mirrored = set(ONTOLOGY.subjects(SKOS.notation, None))
    assert matches == mirrored


def test_claimable_properties_are_properties_with_a_place() -> None:
    names = (RDFS.domain, URIRef("https://schema.org/domainIncludes"))
    domain = {prop for name in names for prop in ONTOLOGY.subjects(name, None)}
    for prop in ONTOLOGY.subjects(TS.claimable, Literal(True)):
        assert prop in domain, prop
        assert set(ONTOLOGY.objects(prop, RDF.type)) <= {OWL.ObjectProperty, OWL.DatatypeProperty}


def test_allegation_and_fact_are_different_properties() -> None:
    """No chain of sub-properties may lead from what an action alleges to what a platform is reported for."""
    assert TS.reportedHarm not in set(ONTOLOGY.transitive_objects(TS.allegesHarm, RDFS.subPropertyOf))


NAMES = ["allegations", "articles-behind", "changes", "disputed", "dsa-codes", "evidence-strength", "fines-by-regulator",
         "founders", "guard", "harms-by-jurisdiction", "outcomes-by-type", "outcomes-by-year", "person-record",
         "repeat-defendants", "said-by", "shutdown-after-settlement", "support", "timeline", "weak-facts"]


def test_queries_are_all_there() -> None:
    assert list(QUERIES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_query_parses_and_says_who_asks_what(name: str) -> None:
    first = QUERIES[name].splitlines()[0]
    assert re.fullmatch(r"# [A-Z][A-Za-z ]+( \(must be empty\))?: .+", first)
    assert prepareQuery(QUERIES[name]).algebra is not None
    assert "ORDER BY" in QUERIES[name]


def test_founders() -> None:
    assert rows(QUERIES["founders"]) == [("strangly", "Strangly", "mara-quill", "Mara Quill", "2014")]


def test_allegations_with_and_without_a_speaker() -> None:
    assert rows(QUERIES["allegations"]) == [
        ("strangly", "Grooming of children", "one", "41", "120", "alleges grooming"),
        ("strangly", "Scams and fraud", "", "0", "50", ""),
    ]


def test_said_by_leaves_out_what_the_lawsuit_says() -> None:
    assert [(row[1], row[2], row[5]) for row in rows(QUERIES["said-by"])] == [
        ("Mara Quill", "confirmed", "outcome"), ("Mara Quill", "denied", "reportedHarm")]


def test_shutdown_after_settlement() -> None:
    assert rows(QUERIES["shutdown-after-settlement"]) == [("strangly", "one", "2021-03", "")]


def test_dsa_codes_keep_statuses_apart() -> None:
    assert rows(QUERIES["dsa-codes"]) == [
        ("strangly", "KEYWORD_BIOMETRIC_DATA_BREACH", "0", "0", "1"),
        ("strangly", "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS", "0", "1", "0"),
        ("strangly", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD", "0", "1", "0"),
    ]


def test_outcomes_by_type_counts_only_what_happened() -> None:
    assert rows(QUERIES["outcomes-by-type"]) == [
        ("Settlement", "Penyelesaian damai", "1"), ("Shutdown", "Penutupan layanan", "1")]


def test_evidence_strength_covers_every_fact() -> None:
    found = rows(QUERIES["evidence-strength"])
    assert len(found) == 9
    assert ("strangly", "founder", "mara-quill", "1", "1", "1") in found


def test_person_record_holds_every_role() -> None:
    assert [(row[0], row[2]) for row in rows(QUERIES["person-record"])] == [
        ("mara-quill", "founder"), ("mara-quill", "saidBy"), ("mara-quill", "saidBy")]


def test_guard_is_empty_on_good_data() -> None:
    assert rows(QUERIES["guard"]) == []


CONTRADICTED = """c:n1 a ts:Claim ; rdf:subject platform:strangly ; rdf:predicate {predicate} ; rdf:object {object} ;
    ts:status {status} ; ts:evidence sent:b0 ; ts:saidBy person:mara-quill ."""


FOUNDER_NOT = CONTRADICTED.replace("{predicate}", "ts:founder").replace("{object}", "person:mara-quill")
UNSTATED, DENIED = "no claim states it", "denied or negated, and not confirmed"


@pytest.mark.parametrize(("extra", "leak"), [
    ("platform:strangly ts:reportedHarm harm:grooming .", ("strangly", "reportedHarm", "grooming", UNSTATED)),
    ("platform:strangly ts:reportedHarm harm:fraud .", ("strangly", "reportedHarm", "fraud", UNSTATED)),
    ("platform:strangly ts:userCount 5 .", ("strangly", "userCount", "5", UNSTATED)),
    (FOUNDER_NOT.format(status="ts:denied"), ("strangly", "founder", "mara-quill", DENIED)),
    (FOUNDER_NOT.format(status="ts:asserted ; ts:negated true"),
     ("strangly", "founder", "mara-quill", DENIED)),
])
def test_guard_finds_leaked_and_contradicted_facts(extra: str, leak: tuple[str, ...]) -> None:
    assert rows(QUERIES["guard"], extra) == [leak]


def test_guard_finds_both_faults_of_a_denied_allegation() -> None:
    found = rows(QUERIES["guard"], "platform:strangly ts:reportedHarm harm:data-breach .")
    assert [row[3] for row in found] == [DENIED, UNSTATED]


def test_a_confirmed_fact_outlives_a_denial() -> None:
    denial = CONTRADICTED.format(predicate="ts:outcome", object="event:shutdown", status="ts:denied")
    assert rows(QUERIES["guard"], denial) == []


USED = ("harm/fraud", "harm/csam", "action/investigation", "action/lawsuit")


def excerpt() -> Graph:
    """The classes, properties, statuses and a few concepts: the whole ontology takes seconds to validate."""
    kept = Graph()
    for triple in ONTOLOGY:
        if str(triple[0]).startswith(TS) or str(triple[0]).endswith(USED):
            kept.add(triple)
    return kept


def violations(turtle: str, ontology: Graph) -> str:
    """The text of a validation of data and ontology together; "" if they conform."""
    pyshacl = pytest.importorskip("pyshacl", reason="pySHACL is the extra `shacl`")
    graph = Graph().parse(data=PREFIXES + turtle, format="turtle") + ontology
    conforms, _, text = pyshacl.validate(graph, shacl_graph=SHAPES, shacl_graph_format="turtle", inference="none")
    return "" if conforms else str(text)


def test_ontology_alone_and_fixture_conform() -> None:
    body = "".join(turtle.removeprefix(PREFIXES) for turtle in GRAPHS.values())
    assert violations("", ONTOLOGY) == ""
    assert violations(body, ONTOLOGY) == ""
    assert violations("", excerpt()) == ""


SENTENCE = FIRST.removeprefix(PREFIXES).partition("c:a1")[0]
PLATFORM = "platform:p a ts:Platform ; rdfs:label 'P' ."
PERSON = "person:q a ts:Person ; rdfs:label 'Q' ."
FACT = "platform:p ts:reportedHarm harm:fraud ."


def claim(rest: str, *, predicate: str = "ts:reportedHarm", object: str = "harm:fraud", id: str = "c:x") -> str:
    """A claim about platform:p with the sentence that it may point to."""
    said = f"rdf:subject platform:p ; rdf:predicate {predicate} ; rdf:object {object}"
    return f"{SENTENCE} {id} a ts:Claim ; {said} ; {rest} ."


ASSERTED = "ts:status ts:asserted ; ts:evidence sent:a0"
ALLEGED = "ts:status ts:alleged ; ts:evidence sent:a0"
DENIAL = "ts:status ts:denied ; ts:evidence sent:a0 ; ts:saidBy person:q"


@pytest.mark.parametrize(("turtle", "says"), [
    (PLATFORM + FACT, "an allegation may have become a fact"),
    (PLATFORM + FACT + claim(ALLEGED), "an allegation may have become a fact"),
    (PLATFORM + FACT + claim(ASSERTED) + claim(DENIAL, id="c:y") + PERSON, "is denied or negated by another claim"),
    (claim("ts:status ts:asserted"), "needs the sentence that says it"),
    (claim("ts:status ts:denied ; ts:evidence sent:a0"), "must say by whom"),
    (claim("ts:status ts:rumoured ; ts:evidence sent:a0"), "one of the five statuses"),
    (claim(ASSERTED, predicate="ts:actionType"), "must be a claimable property"),
    (claim(ASSERTED + " ; ts:subjectStart 9 ; ts:subjectEnd 3"), "LessThan"),
    (PERSON, "must have a public role"),
    (PERSON + claim(ASSERTED, predicate="ts:affects", object="person:q"), "must not be recorded as affected"),
    (PERSON + "person:q schema:birthDate '2001' . platform:p ts:executive person:q .", "ClosedConstraint"),
    (PERSON + "person:q a ts:Founder ." + claim(ALLEGED, predicate="ts:founder", object="person:q"),
     "Only the object of a ts:founder fact"),
    ("case:i a ts:LegalAction , ts:Lawsuit ; ts:actionType act:investigation .", "act:lawsuit or a narrower one"),
    ("event:e a ts:Outcome ; ts:outcomeType harm:fraud .", "ClassConstraint"),
    (SENTENCE.replace("nif:beginIndex 0", "nif:beginIndex 44"), "LessThan"),
    ("ts:newTerm a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label 'new'@en .", "needs one Indonesian label"),
    ("harm:csam <http://www.w3.org/2004/02/skos/core#altLabel> 'child pornography'@en .", "only be a skos:hiddenLabel"),
])
def test_shapes_find_each_fault(turtle: str, says: str) -> None:
    assert says in violations(turtle, excerpt())
