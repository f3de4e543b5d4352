"""Where the claims of an article are written down, each once per sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.speakers import voice
from kg.extraction.verdicts import Verdict
from kg.model import Article, Claim, Evidence, Mention, Span, Status, Value


_PLAIN = frozenset({"userCount", "foundedIn", "amountSought"})   # accuse nobody: asserted, whoever says so
_ROLES = frozenset({"founder", "executive", "operator"})


class Ledger:
    """Collects claims; a statement that a sentence makes twice is kept with its first words."""

    def __init__(self, article: Article) -> None:
        self.article = article.id   # a hash of the whole text
        self._claims: dict[tuple[object, ...], Claim] = {}
        self._ordered: tuple[Claim, ...] | None = None   # until the next one is written down

    def add(self, scene: Scene, subject: Spot, predicate: str, object: Spot | Value, verdict: Verdict | None,
            words: Sequence[int], rule: str) -> None:
        """Write a claim down; no verdict, no claim."""
        if verdict is None:
            return
        if verdict.status is Status.ALLEGED and predicate in _PLAIN:
            verdict = replace(verdict, status=Status.ASSERTED)
        speaker = voice(scene, min(words), verdict.status) if words and not verdict.said_by else None
        if speaker and not (isinstance(object, Spot) and speaker.node == object.node and predicate in _ROLES):
            verdict = replace(verdict, said_by=speaker.node, spot=speaker)
        claim = self._claim(scene, subject, predicate, object, verdict, words, rule)
        key = (claim.evidence.span.start, claim.subject.node, predicate, _what(claim.object), claim.status, claim.negated)
        self._claims.setdefault(key, claim)
        self._ordered = None

    def _claim(self, scene: Scene, subject: Spot, predicate: str, object: Spot | Value, verdict: Verdict,
               words: Sequence[int], rule: str) -> Claim:
        sentence = scene.tree.sentence
        trigger = scene.tree.span(list(words))
        said_by = Mention(verdict.said_by, _span(verdict.spot, scene, trigger)) if verdict.said_by else None
        return Claim(
            self.article, Mention(subject.node, _span(subject, scene, trigger)), predicate,
            object if isinstance(object, Value) else Mention(object.node, _span(object, scene, trigger)),
            verdict.status, Evidence(sentence.span, sentence.text), trigger, f"{scene.lexicon.lang}:{rule}",
            verdict.negated, said_by)

    def says(self, subject: str, predicate: str, *statuses: Status) -> list[Claim]:
        """The claims about a node so far, of one predicate and of these statuses."""
        return [claim for claim in self._claims.values() if claim.subject.node == subject
                and claim.predicate == predicate and claim.status in statuses]

    def said_of(self, predicate: str, *statuses: Status) -> set[str]:
        """The nodes of which claims so far say something, by one predicate and in one of these statuses."""
        return {claim.subject.node for claim in self._claims.values()
                if claim.predicate == predicate and claim.status in statuses}

    def withdraw(self, subject: str, predicate: str, object: str, status: Status) -> None:
        """Take back what a later sentence has settled."""
        gone = [key for key, claim in self._claims.items() if claim.subject.node == subject and claim.predicate == predicate
                and _what(claim.object) == object and claim.status is status]
        for key in gone:
            del self._claims[key]
        self._ordered = None

    def sign(self, claim: Claim, speaker: str) -> None:
        """Lay a claim to a speaker whom the article has named elsewhere."""
        for key, known in self._claims.items():
            if known is claim:
                self._claims[key] = replace(claim, said_by=Mention(speaker, claim.trigger))
        self._ordered = None

    def predicates_of(self, scene: Scene) -> frozenset[str]:
        """The predicates of the claims that a sentence has made so far."""
        start = scene.tree.sentence.span.start
        return frozenset(claim.predicate for claim in self._claims.values() if claim.evidence.span.start == start)

    def subjects_of(self, scene: Scene, predicate: str) -> frozenset[str]:
        """The subjects of the claims of one predicate that a sentence has made so far, denials and plans left out."""
        start, sure = scene.tree.sentence.span.start, (Status.ASSERTED, Status.CONFIRMED)
        return frozenset(claim.subject.node for claim in self._claims.values() if claim.predicate == predicate
                         and claim.evidence.span.start == start and claim.status in sure and not claim.negated)

    def stances(self, scene: Scene, outcome: str) -> set[Status]:
        """The statuses in which a sentence has said so far that an outcome befell somebody."""
        start = scene.tree.sentence.span.start
        return {claim.status for claim in self._claims.values() if claim.predicate == "outcome"
                and claim.evidence.span.start == start and _what(claim.object) == outcome}

    def denied_in(self, scene: Scene) -> bool:
        """Whether a sentence has denied anything so far."""
        start = scene.tree.sentence.span.start
        return any(claim.status is Status.DENIED and claim.evidence.span.start == start for claim in self._claims.values())

    def plaintiffs_of(self, scene: Scene) -> frozenset[str]:
        """Who sues or investigates somebody in a sentence, as far as its claims have been made."""
        start = scene.tree.sentence.span.start
        return frozenset(_what(claim.object) for claim in self._claims.values()
                         if claim.predicate == "plaintiff" and claim.evidence.span.start == start)

    def claims(self) -> tuple[Claim, ...]:
        """All claims in text order."""
        if self._ordered is None:
            self._ordered = tuple(sorted(self._claims.values(), key=lambda c: (
                c.evidence.span.start, c.trigger.start, c.predicate, c.subject.node, _what(c.object), c.status)))
        return self._ordered


def _what(object: Mention | Value) -> str:
    return object.node if isinstance(object, Mention) else object.lexical


def _span(spot: Spot | None, scene: Scene, otherwise: Span) -> Span:
    """A mention's words, or the trigger's where the node is only implied."""
    if spot is None or spot.how == "implied" or spot.last >= len(scene.tree):
        return otherwise
    return scene.tree.span((spot.first, spot.last))
