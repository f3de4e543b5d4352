"""How likely a claim is read right, by how it came about; what is too unlikely is not claimed.

Small decision trees (`sureness.csv`), learnt from what the rules of then made of articles that nobody had read
(`python -m training.sureness`), each add a little to the log odds (`kg/extraction/forest.py`).
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.extraction.forest import Branch, Forest
from kg.extraction.traits import Likely, object_of, traits
from kg.model import Claim, Extraction, Sentence, Status

_HARM = "reportedHarm"
_FILES = ("sureness.csv", "sureness.toml")


def judged(found: Extraction, sentences: Sequence[Sentence], likely: Sequence[Likely]) -> Extraction:
    """The claims of an article with their confidence, without those that are too unsure."""
    least, chances = least_sure().get(found.article.lang, 0.0), load().chances(list(traits(found, sentences, likely)))
    weighed = [replace(claim, confidence=round(chance, 2)) for claim, chance in zip(found.claims, chances, strict=True)]
    return replace(found, claims=tuple(kept(weighed, least)))


def kept(claims: Sequence[Claim], least: float) -> Iterator[Claim]:
    """The claims that stand; a denial stands as long as what it denies does, so that no doubt makes a fact, and of harms that a
    sentence reports in one breath the one as long as the other.
    """
    standing = {_triple(claim) for claim in claims if _is_sure(claim, least)}
    breaths = {_breath(claim) for claim in claims if claim.predicate == _HARM and _is_sure(claim, least)}
    for claim in claims:
        denial = (claim.negated or claim.status is Status.DENIED) and _triple(claim) in standing
        if _is_sure(claim, least) or denial or claim.predicate == _HARM and _breath(claim) in breaths:
            yield claim


def _breath(claim: Claim) -> tuple[object, ...]:
    """What two harms share that a sentence tells together: of whom, how, by whose word, and where."""
    speaker = claim.said_by.node if claim.said_by else ""
    return claim.subject.node, claim.status, claim.negated, speaker, claim.evidence.span


def _is_sure(claim: Claim, least: float) -> bool:
    return claim.confidence is None or claim.confidence >= least


def _triple(claim: Claim) -> tuple[str, str, str]:
    return claim.subject.node, claim.predicate, object_of(claim)


# ------------------------------------------------------------------------------------------------ the tables

@cache
def load() -> Forest:
    """The trees that ship with the tool, ready to judge."""
    return Forest(trees())


def trees() -> list[list[Branch]]:
    """The same as a table."""
    found: defaultdict[str, list[Branch]] = defaultdict(list)
    for row in csv.DictReader(_text("sureness.csv").splitlines()):
        found[row["tree"]].append(Branch(row["trait"], row["word"], float(row["above"] or 0),
                                         int(row["yes"] or 0), int(row["no"] or 0), float(row["adds"] or 0)))
    return list(found.values())


@cache
def least_sure() -> Mapping[str, float]:
    """By language the confidence from which on a claim is made."""
    return {lang: float(least) for lang, least in tomllib.loads(_text("sureness.toml"))["at_least"].items()}


def fingerprint() -> str:
    """Hex SHA-256 of trees and threshold."""
    return hashlib.sha256("\0".join(_text(name) for name in _FILES).encode()).hexdigest()


def _text(name: str) -> str:
    return (files("kg.extraction") / name).read_text(encoding="utf-8")
