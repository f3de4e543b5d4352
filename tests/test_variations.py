"""The same sentence with other names, harms, dates and sums: what it tells stays the same.

`variations.toml` holds sentences with slots, the claims that they make, and what may stand in each slot. One slot at a time
is varied, each filler in a few of the sentences; of all claims of a slot, one in forty may get lost.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg import articles, extraction, languages
from kg.model import Extraction, Mention, Value

GIVEN = tomllib.loads((Path(__file__).parent / "variations.toml").read_text(encoding="utf-8"))
NAMED = ("Platform", "Person", "Organization")
SENTENCES = 8   # for each filler
LOST = 1 / 40


@pytest.mark.parametrize(("lang", "slot"), [(lang, slot) for lang in sorted(GIVEN) for slot in GIVEN[lang]["fillers"]])
def test_what_stands_in_a_slot_changes_no_other_claim(lang: str, slot: str) -> None:
    texts = list(_varied(lang, slot))
    parsed = languages.parse(articles.from_text(text, lang=lang, date="2024-05-14") for text, _ in texts)
    found = extraction.extract(parsed, replace(extraction.resources(), judged=False))
    missed = {text: lost for (text, wanted), one in zip(texts, found, strict=True) if (lost := wanted - _claims(one))}
    assert sum(map(len, missed.values())) <= LOST * sum(len(wanted) for _, wanted in texts), missed


def _varied(lang: str, slot: str) -> Iterator[tuple[str, set[str]]]:
    """Each filler of a slot in some of the sentences that have it, the other slots filled with the first of theirs."""
    fillers = {name: [_both(one) for one in given] for name, given in GIVEN[lang]["fillers"].items()}
    sentences = [sentence for sentence in GIVEN[lang]["sentences"] if f"{{{slot}}}" in sentence["text"]]
    for number, filler in enumerate(fillers[slot]):
        first = number * SENTENCES % len(sentences)
        for sentence in (sentences + sentences)[first:first + min(SENTENCES, len(sentences))]:
            chosen = {name: given[0] for name, given in fillers.items()} | {slot: filler}
            text = sentence["text"].format(**{name: words for name, (words, _) in chosen.items()})
            called = {name: _bare(called) for name, (_, called) in chosen.items()}
            yield text[0].upper() + text[1:], {claim.format(**called) for claim in sentence["claims"]}


def _both(filler: str | list[str]) -> tuple[str, str]:
    return (filler, filler) if isinstance(filler, str) else (filler[0], filler[1])


def _claims(found: Extraction) -> set[str]:
    return {f"{_name(found, c.subject)} {c.predicate} {_name(found, c.object)} {c.status.value}"
            for c in found.claims if not c.negated}


def _name(found: Extraction, part: Mention | Value) -> str:
    """A value as it is written, a party by its name, everything else by its type."""
    if isinstance(part, Value):
        return part.lexical
    node = found.nodes[part.node]
    return _bare(node.name) if node.kind in NAMED else node.type


def _bare(name: str) -> str:
    """Without the full stop of a legal form, which may be the sentence's own."""
    return name.rstrip(".")
