"""From triggers to situations: who sues whom, what happened to which platform, who founded what.

A situation is a trigger with its parties. `A` acts, `B` is acted on; `anchors` are the words whose dependents (dates,
sums, courts, grounds) speak of it: the trigger and the light verb that carries it ("filed a lawsuit").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.discourse import Spot
from kg.extraction.triggers import Hit
from kg.lexicon import Frame


@dataclass
class Situation:
    """A trigger with its parties; `node` is filled in once it is known which action or outcome it speaks of."""

    hit: Hit
    head: int
    A: list[Spot] = field(default_factory=list)
    B: list[Spot] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)
    node: str = ""
    definite: bool = False

    @property
    def frame(self) -> Frame:
        """The frame of the trigger."""
        return self.hit.trigger.frame
