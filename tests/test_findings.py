"""Findings, admissions and denials in the clauses and nouns in which news puts them."""

from __future__ import annotations

import pytest

from kg import extract
from kg.model import Mention


def said(text: str) -> set[tuple[str, str]]:
    """Which harms are said of a platform, and how surely."""
    [found] = extract(text, lang="en")
    return {(claim.object.node.partition(":")[2], claim.status.value) for claim in found.claims
            if claim.predicate == "reportedHarm" and isinstance(claim.object, Mention)}


@pytest.mark.parametrize(("text", "expected"), [
    ("Ofcom's finding that the video app Quillo let children watch pornography pleased parents.",
     {("age-inappropriate", "confirmed")}),
    ("Campaigners want a ruling that the video app Quillo let children watch pornography.", set()),
    ("BTK blocked the chat app Quillo on the grounds that it hosted child abuse images.", {("csam", "confirmed")}),
    ("The Federal Court of Australia ordered the shopping site Quillo to pay $3 million for selling counterfeit shoes.",
     {("ip", "confirmed")}),
])
def test_what_a_noun_or_a_ground_says_was_found(text: str, expected: set[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("lead", ["Quillo, a messaging app, told", "The messaging app Quillo informed"])
def test_whom_a_platform_tells_does_not_say_so(lead: str) -> None:
    assert said(f"{lead} customers that hackers had stolen their passwords.") == {("data-breach", "confirmed")}


@pytest.mark.parametrize("denial", [
    "It called the accusations baseless.", "Its lawyers branded the accusations false.",
    "A spokeswoman for the app, Dana Reed, said the case had no merit.",
])
def test_what_is_called_false_is_denied_and_no_falsehood(denial: str) -> None:
    assert said(f"The dating app Quillo was sued over sex trafficking. {denial}") == {
        ("trafficking", "alleged"), ("trafficking", "denied")}


def test_a_platform_that_has_no_evidence_of_a_harm_denies_it() -> None:
    assert said("The chat app Quillo says it has no evidence that hackers stole user data.") == {("data-breach", "denied")}


def test_what_somebody_saw_is_no_word_of_saying() -> None:
    assert said("Critics see the video app Quillo as a haven for terrorists.") == {("terrorism", "alleged")}


@pytest.mark.parametrize("way", [
    "Two novelists accused the chatbot Quillo in a lawsuit of copying books without permission.",
    "The chatbot Quillo is accused in a lawsuit of copying books without permission.",
])
def test_who_accuses_in_a_suit_accuses_by_the_suit(way: str) -> None:
    [found] = extract(way, lang="en")
    assert [claim for claim in found.claims if claim.predicate == "allegesHarm"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Ofcom found that the video app Quillo shared users' photos without their permission.", {("privacy", "confirmed")}),
    ("Ofcom has provisionally found that the photo app Quillo leaked users' phone numbers.", {("data-breach", "alleged")}),
    ("Ofcom's inquiry revealed that the photo app Quillo had leaked users' phone numbers.", {("data-breach", "confirmed")}),
    ("Ofcom upheld a complaint that the photo app Quillo had leaked users' phone numbers.", {("data-breach", "confirmed")}),
    ("The photo app Quillo confirmed reports that hackers had stolen users' phone numbers.", {("data-breach", "confirmed")}),
    ("The game Quillo lets children gamble, the consumer group Vigil said in a complaint.", {("gambling", "alleged")}),
    ("Two men posted nude pictures of women on the forum Quillo.", {("ncii", "asserted")}),
    ("A man was convicted at Leeds Crown Court of grooming a girl he met in the game Quillo.", {("grooming", "confirmed")}),
    ("A 34-year-old man has admitted using the game Quillo to groom two girls.", {("grooming", "confirmed")}),
])
def test_whose_finding_and_how_far(text: str, expected: set[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", [
    "The singer said on the photo app Quillo that she had been harassed by a neighbour.",
    "The family is raising money on the site Quillo for a girl who was raped.",
    "The dating app Quillo was launched by a former fraud investigator.",
    "The payment app Quillo says fraud costs banks $4 billion a year.",
])
def test_what_is_told_on_a_platform_did_not_happen_there(text: str) -> None:
    assert not said(text)
