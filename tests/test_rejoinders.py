"""What answers, ends or takes back what was told before: denials, dismissals, blocks that are lifted."""

from __future__ import annotations

import pytest

from examples import lines
from kg import articles, extraction, languages

SUED = "Omegle was sued over hate speech."
DENIED = {
    "behind a semicolon": "Ohio sued Omegle over hate speech; its boss, Dana Moss, rejected the claims.",
    "denied wrongdoing": "Ohio sued Omegle over hate speech, but Omegle has denied wrongdoing.",
    "claims the company rejects": "Ohio sued Omegle over hate speech, claims the company rejects.",
    "a clause about it": "Ohio accuses Omegle of spreading hate speech, which Dana Moss, its chief executive, denies.",
    "this was false": f"{SUED} A spokesman for Omegle said this was false.",
    "these are lies": f"{SUED} Omegle says these are lies.",
    "dismissed the claim that": "Omegle dismissed the claim that it spreads hate speech.",
    "dismissed claims that": "Omegle dismissed claims that hate speech flourishes on the site.",
}


def _said(text: str) -> list[str]:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="denial", lang="en", date="2024-05-14")]))
    return [line.partition(" | by ")[0] for line in lines(found)]


@pytest.mark.parametrize("way", DENIED)
def test_a_denial_reaches_what_it_denies(way: str) -> None:
    assert "Omegle | reportedHarm | hate-speech | denied" in _said(DENIED[way])


def test_what_is_said_and_dismissed_is_no_lawsuit() -> None:
    assert not [line for line in _said(DENIED["dismissed claims that"]) if "defendant" in line or "allegesHarm" in line]


def test_a_claim_that_a_court_dismisses_is_denied_by_nobody() -> None:
    said = _said("Omegle was sued over hate speech. Judge Rosa Lind dismissed the claims against its owner.")
    assert not [line for line in said if line.endswith("denied")]


@pytest.mark.parametrize(("text", "told"), [
    ("Omegle was blocked by Portugal.", "blocking | jurisdiction | PT | asserted"),
    ("Omegle was sued by Ohio and Utah over fraud.", "lawsuit | jurisdiction | US-UT | asserted"),
])
def test_a_state_that_acts_in_a_passive_is_the_place(text: str, told: str) -> None:
    assert told in _said(text)


def test_the_shop_that_an_app_vanishes_from_is_not_delisted() -> None:
    assert [line for line in _said("The app Omegle vanished from Google Play on Tuesday.") if "outcome" in line] == [
        "Omegle | outcome | delisting | asserted"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Omegle was blocked in Kenya in 2023. The ban was lifted in May."),
    ("id", "Omegle diblokir di Kenya pada 2023. Blokir itu dicabut pada Mei."),
])
def test_a_block_that_is_lifted_is_lifted_from_whom_it_befell(lang: str, text: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="lifted", lang=lang, date="2024-05-14")]))
    assert {"Omegle | outcome | unblocking | asserted", "unblocking | date | 2024-05 | asserted"} <= set(lines(found))


@pytest.mark.parametrize("end", ["It was dismissed last year.", "A judge threw it out in 2023."])
def test_a_suit_called_it_is_dismissed(end: str) -> None:
    said = _said(f"Parents sued Omegle in 2022. {end}")
    assert {"lawsuit | outcome | dismissal | asserted", "dismissal | date | 2023 | asserted"} <= set(said)


def test_claims_that_are_called_unfounded_are_no_disinformation() -> None:
    said = _said("Omegle's lawyer, Paul Njoroge, said the claims of grooming were unfounded.")
    assert not [line for line in said if "disinformation" in line]
