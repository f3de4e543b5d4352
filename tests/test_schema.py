"""The ontology as the code sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import schema
from kg.errors import OntologyError
from kg.prefixes import PREFIXES, expand, local_name
from kg.schema import Ontology

SMALL = """
@prefix ts: <https://w3id.org/tskg/ontology#> .
@prefix harm: <https://w3id.org/tskg/harm/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
harm:spam skos:inScheme ts:HarmScheme ; skos:prefLabel "Spam"@en , "Spam"@id ; skos:broader harm:loop .
harm:loop skos:inScheme ts:HarmScheme ; skos:prefLabel "Loop"@en ; skos:broader harm:spam .
"""


def test_the_five_names_of_the_graph_are_classes(ontology: Ontology) -> None:
    assert {"Platform", "Founder", "Harm", "Lawsuit", "Outcome"} <= set(ontology.classes)


def test_everything_has_a_label_in_both_languages(ontology: Ontology) -> None:
    terms = [*ontology.classes.values(), *ontology.relations.values(), *ontology.harms.values(),
             *ontology.outcome_types.values(), *ontology.action_types.values()]
    assert [term.iri for term in terms if set(term.labels) != {"en", "id"}] == []


def test_a_relation_knows_what_it_takes(ontology: Ontology) -> None:
    founder, founded = ontology.relation("founder"), ontology.relation("foundedIn")
    assert (founder.domain, founder.range, founder.literals) == (("Platform",), "Person", ())
    assert founded.literals == ("year",)
    assert ontology.relation("outcome").domain == ("Group", "LegalAction", "Organization", "Person", "Platform")


@pytest.mark.parametrize(("predicate", "subject", "what", "fits"), [
    ("founder", "Platform", "Person", True),
    ("founder", "Person", "Platform", False),
    ("affects", "LegalAction", "Group", True),
    ("affects", "LegalAction", "Person", False),
    ("plaintiff", "LegalAction", "Group", True),
    ("plaintiff", "LegalAction", "Harm", False),
    ("date", "Outcome", "month", True),
    ("userCount", "Platform", "integer", True),
    ("userCount", "Platform", "Person", False),
    ("amount", "Outcome", "money", True),
    ("reportedHarm", "Platform", "Nonsense", False),
])
def test_domain_and_range_decide_what_fits(
        ontology: Ontology, predicate: str, subject: str, what: str, fits: bool) -> None:
    assert ontology.fits(predicate, subject, what) is fits


def test_concepts_have_all_their_names(ontology: Ontology) -> None:
    names = ontology.concept("harm", "csam").names("id")
    assert names[0] == ontology.harms["csam"].labels["id"]
    assert "pornografi anak" in names and "pornografi anak" in ontology.harms["csam"].hidden["id"]
    assert "pornografi anak" not in ontology.harms["csam"].alt["id"]


def test_narrower_follows_the_whole_chain(ontology: Ontology) -> None:
    assert ontology.narrower_or_same("csam-synthetic", "child-safety")
    assert ontology.narrower_or_same("class-action", "lawsuit")
    assert not ontology.narrower_or_same("investigation", "lawsuit")
    assert not ontology.narrower_or_same("nothing-of-the-kind", "lawsuit")


@pytest.mark.parametrize(("ask", "near"), [
    (lambda ontology: ontology.relation("foundr"), "founder"),
    (lambda ontology: ontology.concept("harm", "gromming"), "grooming"),
    (lambda ontology: ontology.concept("outcome", "shutdwn"), "shutdown"),
    (lambda ontology: ontology.concept("action", "lawsut"), "lawsuit"),
])
def test_an_unknown_term_names_the_nearest(ontology: Ontology, ask, near: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OntologyError) as caught:
        ask(ontology)
    assert near in caught.value.hint


def test_the_ontology_is_read_once() -> None:
    assert schema.load() is schema.load()


def test_an_ontology_of_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(SMALL, encoding="utf-8")
    own = schema.load(file)
    assert list(own.harms) == ["loop", "spam"] and own.relations == {} and own.source == SMALL
    assert own.narrower_or_same("spam", "loop")  # a ring in the file ends


def test_broken_and_missing_files_are_told_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("ts:founder a", encoding="utf-8")
    with pytest.raises(OntologyError, match="broken.ttl: no valid Turtle"):
        schema.load(broken)
    with pytest.raises(OntologyError, match="cannot read the ontology .*nowhere.ttl"):
        schema.load(tmp_path / "nowhere.ttl")


def test_prefixed_names() -> None:
    assert expand("person:jo-doe") == "https://w3id.org/tskg/id/person/jo-doe"
    assert local_name(expand("ts:founder")) == "founder" and local_name(expand("harm:csam")) == "csam"
    with pytest.raises(OntologyError, match='no prefix "platfrom:"'):
        expand("platfrom:omegle")


def test_no_two_prefixes_name_one_space() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
