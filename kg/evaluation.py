"""How good the claims are: precision, recall and F1 against gold, and how many unsafe facts there are.

Strict matching: subject, predicate, object, status and negation must all be right. Named nodes match by name, harms and
groups by concept, legal actions and outcomes are aligned one to one by type and by the claims that they share. A fact
is unsafe when gold has the triple only as alleged, denied, hypothetical or negated.

Gold is JSON Lines, one article a line: id, lang, date, text, nodes {id: {class, names or type}} and claims [subject,
predicate, object, status, negated, saidBy, start, end].
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.model import Claim, Extraction, Mention, Node

FACTS = ("asserted", "confirmed")
_EVENTS = ("LegalAction", "Outcome")


@dataclass(frozen=True, order=True)
class Said:
    """A claim in the terms of gold: the same whatever sentence says it."""

    subject: str
    predicate: str
    object: str
    status: str
    negated: bool

    @property
    def triple(self) -> tuple[str, str, str]:
        """Without status and negation."""
        return self.subject, self.predicate, self.object


@dataclass
class Score:
    """Counts of claims that are right, extra and missed; `facts` and `unsafe` count what came out as fact."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    facts: int = 0
    unsafe: int = 0

    @property
    def precision(self) -> float:
        """The share of claims found that are right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of gold claims that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both.

        >>> round(Score(right=8, extra=2, missed=2).f1, 2)
        0.8
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Gold:
    """One annotated article."""

    id: str
    lang: str
    date: str
    text: str
    nodes: Mapping[str, Mapping[str, Any]]
    claims: tuple[tuple[Any, ...], ...]


@dataclass
class Comparison:
    """One article, compared: what is right, extra and missed, each with its sentence, and the unsafe facts."""

    gold: Gold
    right: set[Said]
    extra: dict[Said, str]
    missed: dict[Said, str]
    found: set[Said]
    expected: set[Said]
    speakers: Counter[bool] = field(default_factory=Counter)

    @property
    def unsafe(self) -> set[Said]:
        """Facts whose triple gold has in no factual status."""
        factual = {one.triple for one in self.expected if one.status in FACTS and not one.negated}
        doubtful = {one.triple for one in self.expected} - factual
        return {one for one in self.facts if one.triple in doubtful}

    @property
    def facts(self) -> set[Said]:
        """What came out as fact."""
        return {one for one in self.found if one.status in FACTS and not one.negated}


def read(path: Path) -> Iterator[Gold]:
    """The annotated articles of a JSON Lines file. Raises `KgError` naming the line that cannot be read."""
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                data = json.loads(line)
                yield Gold(data["id"], data["lang"], data["date"], data["text"], data["nodes"],
                           tuple(tuple(claim) for claim in data["claims"]))
    except (OSError, ValueError, KeyError) as error:
        raise KgError(f"{path}: line {locals().get('number', 1)} is no annotated article: {error}",
                      hint="see docs/measured.md for the format") from error


def compare(gold: Gold, found: Extraction) -> Comparison:
    """Hold the claims of an article against gold."""
    names = _aligned(gold, found)
    expected = {_expected(claim): _sentence(gold.text, claim) for claim in gold.claims}
    given = {_given(claim, names): claim for claim in found.claims}
    right = set(expected) & set(given)
    return Comparison(
        gold, right, {one: claim.evidence.quote for one, claim in given.items() if one not in right},
        {one: text for one, text in expected.items() if one not in right}, set(given), set(expected),
        _speakers(gold, given, names, right))


def in_terms_of_gold(gold: Gold, found: Extraction) -> list[Said]:
    """Each claim of an article, in order, as gold would say it."""
    names = _aligned(gold, found)
    return [_given(claim, names) for claim in found.claims]


def score(comparisons: Iterable[Comparison], *, strict: bool = True) -> Score:
    """The counts over articles; not strict leaves out status and negation."""
    total = Score()
    for one in comparisons:
        expected: set[Any] = one.expected if strict else {said.triple for said in one.expected}
        found: set[Any] = one.found if strict else {said.triple for said in one.found}
        total.right += len(expected & found)
        total.extra += len(found - expected)
        total.missed += len(expected - found)
        total.facts += len(one.facts)
        total.unsafe += len(one.unsafe)
    return total


def score_by(comparisons: Iterable[Comparison], key: str) -> dict[str, Score]:
    """The strict counts apart by "predicate", "status" or "lang"."""
    totals: dict[str, Score] = defaultdict(Score)
    for one in comparisons:
        for said in one.expected | one.found:
            part = one.gold.lang if key == "lang" else str(getattr(said, key))
            totals[part].right += said in one.right
            totals[part].extra += said in one.found - one.right
            totals[part].missed += said in one.expected - one.right
    return dict(sorted(totals.items()))


# ------------------------------------------------------------------------------------------------ for reading

def table(comparisons: list[Comparison]) -> str:
    """Precision, recall and F1: over all, without status, and apart by language, status and predicate."""
    rows = [("all, strict", score(comparisons)), ("all, without status", score(comparisons, strict=False))]
    rows += [(f"{key}: {part}", found) for key in ("lang", "status", "predicate")
             for part, found in score_by(comparisons, key).items()]
    head = f"{'':26}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>8}\n"
    body = "".join(f"{name:26}{one.precision:10.3f}{one.recall:8.3f}{one.f1:7.3f}{one.right:7}{one.extra:7}{one.missed:8}\n"
                   for name, one in rows)
    total, voices = rows[0][1], sum((one.speakers for one in comparisons), Counter())
    return (f"{head}{body}unsafe facts: {total.unsafe} of {total.facts}\n"
            f"speaker right: {voices[True]} of {voices.total()} right claims that have one\n")


def errors(comparisons: list[Comparison]) -> str:
    """Each miss (-), each extra claim (+) and each unsafe fact (!), under its sentence."""
    lines: list[str] = []
    for one in comparisons:
        marked = [(text, "-", said) for said, text in one.missed.items()]
        marked += [(text, "!" if said in one.unsafe else "+", said) for said, text in one.extra.items()]
        for text, mark, said in sorted(marked, key=lambda row: (one.gold.text.find(row[0]), row)):
            negated = " not" if said.negated else ""
            lines.append(f"{one.gold.id} {mark} {' '.join(said.triple)} {said.status}{negated} | {' '.join(text.split())}\n")
    return "".join(lines)


# ------------------------------------------------------------------------------------------------ the same terms

def _expected(claim: tuple[Any, ...]) -> Said:
    return Said(claim[0], claim[1], str(claim[2]), claim[3], bool(claim[4]))


def _given(claim: Claim, names: Mapping[str, str]) -> Said:
    return Said(names[claim.subject.node], claim.predicate, _object(claim, names), claim.status.value, claim.negated)


def _object(claim: Claim, names: Mapping[str, str]) -> str:
    return names[claim.object.node] if isinstance(claim.object, Mention) else claim.object.lexical


def _sentence(text: str, claim: tuple[Any, ...]) -> str:
    return text[int(claim[6]):int(claim[7])]


def _speakers(gold: Gold, given: Mapping[Said, Claim], names: Mapping[str, str], right: set[Said]) -> Counter[bool]:
    """How often the speaker of a right claim is right; an action and its plaintiffs count as one voice."""
    voices: dict[Said, set[str]] = defaultdict(set)
    for claim in gold.claims:
        if claim[5]:
            voices[_expected(claim)] |= {claim[5], *(c[2] for c in gold.claims if c[0] == claim[5] and c[1] == "plaintiff"),
                                         *(c[0] for c in gold.claims if c[2] == claim[5] and c[1] == "plaintiff")}
    return Counter(bool(given[one].said_by) and names[given[one].said_by.node] in voices[one]  # type: ignore[union-attr]
                   for one in right if voices[one])


# ------------------------------------------------------------------------------------------------ alignment

def _aligned(gold: Gold, found: Extraction) -> dict[str, str]:
    """Gold's id for every node found; nodes that gold does not have get an id of their own."""
    names = {id: _named(node, gold) for id, node in found.nodes.items() if node.kind not in _EVENTS}
    events = [node for node in found.nodes.values() if node.kind in _EVENTS]
    for _ in range(2):  # the second time, events that are tied to events profit from the first
        names.update(_events(gold, found, events, names))
    return names


def _named(node: Node, gold: Gold) -> str:
    """Gold's node of the same name, or of the same concept."""
    if node.kind == "Harm":
        return f"harm:{node.type}"
    if node.kind == "Group":
        return next((id for id, given in gold.nodes.items() if given["class"] == "Group" and given["type"] == node.type),
                    f"?{node.id}")
    own = {_plain(name) for name in (node.name, *node.aliases)}
    return next((id for id, given in gold.nodes.items() if given["class"] == node.kind
                 and own & {_plain(name) for name in given.get("names", ())}), f"?{node.id}")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _events(gold: Gold, found: Extraction, events: list[Node], names: Mapping[str, str]) -> dict[str, str]:
    """Pairs actions and outcomes of one type, those that share the most claims first."""
    ours = {node.id: _ties(node.id, ((c.subject.node, c.predicate, _raw(c)) for c in found.claims), names) for node in events}
    theirs = {id: _ties(id, ((c[0], c[1], str(c[2])) for c in gold.claims), {}) for id, given in gold.nodes.items()
              if given["class"] in _EVENTS}
    pairs = sorted(((-sum((ours[node.id] & theirs[id]).values()), node.place, id, node.id) for node in events
                    for id in theirs if gold.nodes[id]["class"] == node.kind and gold.nodes[id]["type"] == node.type))
    taken: dict[str, str] = {}
    for _, _, id, own in pairs:
        if own not in taken and id not in taken.values():
            taken[own] = id
    return {node.id: taken.get(node.id, f"?{node.id}") for node in events}


def _raw(claim: Claim) -> str:
    return claim.object.node if isinstance(claim.object, Mention) else claim.object.lexical


def _ties(node: str, claims: Iterable[tuple[str, str, str]], names: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """What a node is tied to: predicate and other end of its claims, in gold's ids."""
    return Counter((predicate + ("" if subject == node else "-of"), names.get(other, other))
                   for subject, predicate, object in claims
                   for other in ([object] if subject == node else [subject] if object == node else []))
