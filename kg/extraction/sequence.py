"""What came after what."""

from __future__ import annotations

from kg.extraction.attaching import verdict_of
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import weakest
from kg.extraction.verdicts import Verdict
from kg.model import Status


def write_order(scene: Scene, outcomes: list[Situation], notes: Notes) -> None:
    """"X shut down after it settled": the later outcome followed the earlier one."""
    for connector in (t.index for t in scene.tree.tokens if scene.is_any(t.index, "after")):
        before = [s for s in outcomes if s.head < connector]
        after = sorted((s for s in outcomes if s.head > connector), key=lambda s: s.head)
        if not after:
            continue
        earlier = after[0]
        later = before[-1] if before else (after[1] if connector < 2 and len(after) > 1 else None)
        if later and later.node != earlier.node and earlier.head - connector <= 14:
            _followed(scene, later, earlier, connector, notes)


def _followed(scene: Scene, later: Situation, earlier: Situation, connector: int, notes: Notes) -> None:
    verdicts = [verdict_of(scene, situation, notes) for situation in (later, earlier)]
    events = [notes.events.of(situation.node) for situation in (later, earlier)]
    if all(verdicts) and all(events):
        status = weakest([v.status for v in verdicts if v])
        first, second = (spot_of(e, s) for e, s in zip(events, (later, earlier), strict=True) if e)
        verdict = Verdict(status if status is not Status.DENIED else Status.HYPOTHETICAL)
        notes.ledger.add(scene, first, "followed", second, verdict, [connector], "order/after")
