"""What names stand for: companies and people are told apart, and no name lends itself to somebody else."""

from __future__ import annotations

import functools

import pytest

from kg import articles, extraction, languages
from kg.model import Node


@functools.lru_cache(maxsize=None)
def _nodes(lang: str, text: str) -> dict[str, Node]:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    return {node.name: node for node in found.nodes.values()}


def test_a_company_whose_first_word_is_a_known_platform_is_not_that_platform() -> None:
    text = "Aplikasi kencan Sapajumpa dikelola PT Temu Rasa Nusantara sejak 2019.\n\nPT Temu Rasa Nusantara menggugat Sapajumpa."
    nodes = _nodes("id", text)
    assert not any(node.known == "temu" for node in nodes.values())
    assert nodes["PT Temu Rasa Nusantara"].kind == "Organization"


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("The app Trottle is owned by Lumen Hearth. Lumen Hearth was sued by parents. Police searched Lumen Hearth.", "Lumen Hearth",
     "Organization"),
    ("The app Trottle was founded by Anete Ozola. Ozola told reporters that Trottle was sued by parents.", "Anete Ozola",
     "Person"),
    ("Strangly CEO Dana Okafor moved to Lisbon. The app Strangly is big.", "Dana Okafor", "Person"),
    ("Norvane Holdings, the social network's owner, was sued by parents. Norvane Holdings runs the app Chirpline.",
     "Norvane Holdings", "Organization"),
])
def test_companies_are_told_from_people_and_platforms(text: str, name: str, kind: str) -> None:
    assert _nodes("en", text)[name].kind == kind


def test_a_name_that_opens_a_sentence_counts_where_it_stands_inside_another() -> None:
    text = "The app Oddsmere is popular.\n\nOddsmere denied being a haven for fraud."
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert [(claim.predicate, claim.status) for claim in found.claims] == [("reportedHarm", "denied")]


def test_who_denies_something_else_does_not_deny_the_harm() -> None:
    text = ("Parents accused the app Oddsmere of enabling grooming.\n\nThe app Oddsmere denied that it had ignored reports.")
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert "denied" not in {claim.status for claim in found.claims}


@pytest.mark.parametrize(("lang", "text", "name", "kind"), [
    ("id", "Aplikasi Strangly dirintis mantan atlet senam Galih Aryasatya pada 2017.", "Galih Aryasatya", "Person"),
    ("id", "Situs Strangly digugat grup ritel Nusa Kencala, Senin (13/5/2024).", "Nusa Kencala", "Organization"),
    ("en", "The rights group Klage Fix sued the app Strangly.", "Klage Fix", "Organization"),
    ("en", "Norway's data watchdog Tilsynet fined the app Strangly.", "Tilsynet", "Organization"),
])
def test_what_leads_up_to_a_name_tells_its_kind(lang: str, text: str, name: str, kind: str) -> None:
    assert _nodes(lang, text)[name].kind == kind


@pytest.mark.parametrize(("lang", "text", "of"), [
    ("en", "The app Strangly belongs to Norvane Holdings. Its boss, Dana Okafor, moved.", "organization:Norvane Holdings"),
    ("en", "The app Strangly is big. Its boss, Dana Okafor, moved to Lisbon.", "platform:Strangly"),
    ("id", "Aplikasi Strangly dikelola PT Norvana. Direktur utamanya, Dana Okafor, pindah.", "organization:PT Norvana"),
])
def test_a_bare_office_is_the_operating_company_s(lang: str, text: str, of: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    assert of in {claim.subject.node for claim in found.claims if claim.predicate == "executive"}


def test_he_is_not_the_lawyer_who_speaks_for_him() -> None:
    text = ("Tomas Reyk, who founded the app Strangly, was charged on Thursday.\n\n"
            "\"He did nothing,\" his lawyer, Priya Nambiar, said. He was jailed on Friday.")
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert {claim.subject.node for claim in found.claims if claim.predicate == "outcome"} == {"person:Tomas Reyk"}
