"""Whom reported harms befall, once the whole article has told who sued over them."""

from __future__ import annotations

from collections.abc import Callable

from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes, Suffering
from kg.extraction.verdicts import Verdict
from kg.model import Status


def settle(notes: Notes, platforms: Callable[[Notes, set[str]], list[str]]) -> None:
    """Write down the groups that wait: said by the action over the same harm, if there is one, else of the platform.

    `platforms` gives the platforms among some parties, or that they run.
    """
    for one in notes.suffering:
        ruled = one.verdict.status is Status.CONFIRMED and one.verdict.said_by and notes.discourse.is_court(one.verdict.said_by)
        action = _brought_over(one, notes, platforms) if ruled or one.verdict.status is Status.ALLEGED else ""
        spot = Spot(action, one.words[0], one.words[0], "implied") if action else one.place
        verdict = Verdict(Status.ALLEGED, said_by=action, spot=spot) if action else one.verdict
        notes.ledger.add(one.scene, spot, "affects", one.group, verdict, one.words, "harm/affected")


def _brought_over(one: Suffering, notes: Notes, platforms: Callable[[Notes, set[str]], list[str]]) -> str:
    """The last action over the same harm on the same platform: whom the harm befalls is then what the action says."""
    return next((event.node for event in reversed(notes.events.actions) if one.harm in event.harms
                 and one.place.node in platforms(notes, event.B)), "")
