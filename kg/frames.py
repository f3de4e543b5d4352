"""What the entries of a lexicon are: frames with their triggers, cues, and patterns of harm. `kg.lexicon` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.wordings import Expression, Expressions

CONSTRUCTIONS = ("verb", "inverse", "alone", "self", "noun", "role", "headline")


@dataclass(frozen=True, eq=False)
class Frame:
    """What a set of words speaks of.

    Exactly one of `action`, `outcome` (a concept) and `relation` (a property) is set. `A` and `B` are the kinds of node
    that may act and be acted on. `genitive` names the role of an owner ("X's lawsuit": A, "X's closure": B);
    `against` and `by` are the prepositions that introduce B and A after a noun. `ground` marks outcomes whose stated
    ground is a finding (fined *for* H); with `year` a date in the clause is the year of founding. `imposed` says
    that A does it to B, whoever A is (else only authorities impose); `anyone` that it happens to people only, so that any noun
    in B's place speaks of some ("a delivery driver was jailed"); `of_case` that it belongs to the legal action against B where
    the article has told of one, `official` that only authorities do it; `of_post` that it befalls the platform or company
    whose office B holds; `own` that B does it to itself or to what it runs. `blocked` are look-alikes.
    """

    id: str
    action: str
    outcome: str
    relation: str
    A: tuple[str, ...]
    B: tuple[str, ...]
    genitive: str
    against: frozenset[str]
    by: frozenset[str]
    ground: bool
    year: bool
    imposed: bool
    anyone: bool
    of_case: bool
    official: bool
    of_post: bool
    own: bool
    blocked: Expressions
    examples: tuple[dict[str, Any], ...]

    @cached_property
    def makes(self) -> str:
        """The concept of the node that the frame makes, or "" for a relation."""
        return self.action or self.outcome


@dataclass(frozen=True)
class Trigger:
    """One expression of a frame in one construction."""

    words: Expression
    construction: str
    frame: Frame

    @cached_property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb; "inverse" verbs have B for a subject ("X belongs to A"), "headline" verbs are bare
        roots that stand only in titles ("Blokir").
        """
        return self.construction in ("verb", "inverse", "alone", "self", "headline")


@dataclass(frozen=True)
class Cue:
    """A reporting word: what stands in its scope gets `status`; `party` asks that the speaker be the party concerned.

    `part` is "verb", "noun" or "adverb"; `accuses` marks words whose object is the accused, `negates` those that say that
    what they govern will not happen ("rule out"), `clause` those that govern a clause only ("refused to block").
    """

    id: str
    words: Expression
    part: str
    status: str
    accuses: bool = False
    party: bool = False
    negates: bool = False
    clause: bool = False


@dataclass(frozen=True)
class HarmPattern:
    """Words that together name a harm within one clause: one of each set must occur, none of `unless` in the sentence.

    `within` is how far apart the outermost words may stand, 0 for the usual reach; then those closest together count.
    """

    concept: str
    sets: tuple[Expressions, ...]
    within: int = 0
    unless: Expressions = Expressions()
