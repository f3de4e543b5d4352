"""Whatever words make a statement open, alleged, denied or negated, it comes out as no fact (`guards.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg import articles, extraction, languages
from kg.model import Claim, Status

GIVEN = tomllib.loads((Path(__file__).parent / "guards.toml").read_text(encoding="utf-8"))
FACTS = (Status.ASSERTED, Status.CONFIRMED)
TELLING = ("reportedHarm", "affects", "outcome", "imposedBy", "amount", "defendant", "plaintiff")


@pytest.mark.parametrize("lang", sorted(GIVEN))
def test_nothing_behind_such_words_is_a_fact(lang: str) -> None:
    texts = list(_texts(lang))
    parsed = languages.parse(articles.from_text(text, lang=lang, date="2024-05-14") for text in texts)
    found = extraction.extract(parsed, replace(extraction.resources(), judged=False))
    facts = {text: claims for text, one in zip(texts, found, strict=True) if (claims := [c for c in one.claims if _is_fact(c)])}
    assert not facts


def _texts(lang: str) -> Iterator[str]:
    given = GIVEN[lang]
    told = [(lead, what) for lead in (*given["leads"], *given["conditions"]) for what in given["harms"]]
    told += [(lead, what) for lead in given["conditions"] for what in given["events"]]
    told += [(noun, said) for noun in given["nouns"] for said in given["said"]]
    yield from (f"{given['opening']} {lead} {what}" for lead, what in told)
    yield from (f"{given['opening']} {given['harms'][0][:-1]}, {said}." for said in given["trailing"])
    yield from (f"{given['opening']} {said}" for said in given["negated"])


def _is_fact(claim: Claim) -> bool:
    of_another = "Zopa" in f"{claim.subject.node}{claim.object}"   # a second app, of which the same is a fact
    return claim.status in FACTS and not claim.negated and claim.predicate in TELLING and not of_another
