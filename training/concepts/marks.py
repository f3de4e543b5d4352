"""Sentences in which somebody marked the words that carry a claim.

One sentence a line: `Regulators [pulled the plug on|outcome:blocking] Strangly.` What stands before the bar are the words,
what stands behind it is what they say: `outcome:`, `action:`, `harm:` or `relation:` and the concept, and behind a second
bar the status where it is not asserted, or `not`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.evaluation import Gold, read

_MARK = re.compile(r"\[([^\[\]|]+)\|(outcome|action|harm|relation):([A-Za-z-]+)(?:\|([a-z]+))?\]")
_RELATIONS = ("founder", "executive", "operator", "userCount", "foundedIn")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and what it speaks of ("outcome:fine")."""

    text: str
    concepts: frozenset[str]


def parse(line: str) -> Marked:
    """A marked line. Raises `KgError` where a mark cannot be read.

    >>> sorted(parse("Regulators [pulled the plug on|outcome:blocking] Strangly.").concepts)
    ['outcome-asserted', 'outcome:blocking']
    """
    text = _MARK.sub(r"\1", line)
    if "|" in text:
        raise KgError(f"a mark that cannot be read: {line}", hint="[words|outcome:shutdown]")
    return Marked(text, frozenset(said for _, kind, concept, status in _MARK.findall(line)
                                  for said in _said(kind, concept, status or "asserted")))


def _said(kind: str, concept: str, status: str) -> set[str]:
    """What a mark teaches: the concept, and for harms and outcomes how it is said.

    A denial seldom names what it denies ("denied it"), so it teaches no harm.
    """
    if kind == "harm":
        return {f"harm-{status}"} | ({f"harm:{concept}"} if status != "denied" else set())
    return {f"{kind}:{concept}"} | ({f"outcome-{status}"} if kind == "outcome" else set())


def sentences(path: Path) -> list[Marked]:
    """The marked sentences of a file."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [parse(line) for line in lines if line]


def annotated(path: Path) -> list[Marked]:
    """The sentences of annotated articles, with what their claims speak of."""
    return [marked for gold in read(path) for marked in _of_article(gold)]


def _of_article(gold: Gold) -> list[Marked]:
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for subject, predicate, thing, status, negated, _, start, end in gold.claims:
        told[start, end].update(said for kind, concept in _concepts(gold, subject, predicate, str(thing))
                                for said in _said(kind, concept, "not" if negated else status))
    silent = [found.span() for found in _SENTENCE.finditer(gold.text)
              if not any(found.start() < end and start < found.end() for start, end in told)]
    return [Marked(gold.text[start:end].strip(), frozenset(told[start, end])) for start, end in sorted([*told, *silent])
            if gold.text[start:end].strip()]


def _concepts(gold: Gold, subject: str, predicate: str, thing: str) -> set[tuple[str, str]]:
    """The kind and concept of what a claim says."""
    if predicate == "reportedHarm":
        return {("harm", thing.removeprefix("harm:"))}
    if predicate == "outcome":
        return {("outcome", gold.nodes[thing]["type"])}
    if predicate in ("plaintiff", "defendant"):
        return {("action", gold.nodes[subject]["type"])}
    return {("relation", predicate)} if predicate in _RELATIONS else set()
