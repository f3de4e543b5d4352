"""How an attribute is attached to the action or outcome that a situation speaks of: with its stance, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.extraction import stance, values
from kg.extraction.certainty import stance_of
from kg.extraction.events import Event, spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status, Value

_WEEK = 7
_SHORT = 60   # days


def lies_ahead(scene: Scene, situation: Situation) -> bool:
    """Whether the date of a situation is later than the article's: "the app closes on Friday next week" is still to come."""
    words = situation.hit.words
    if any(scene.tree.governs(i, hit[0]) for hit in scene.tree.find(scene.lexicon.phrases["ahead"]) for i in words):
        return True
    found = values.dates(scene.tree, scene.lexicon, scene.published) if scene.published else []
    own = [hit for hit in found if any(scene.tree.governs(i, hit.first) for i in words)]
    return bool(own) and all(hit.value.lexical > scene.published[:len(hit.value.lexical)] for hit in own)


def verdict_of(scene: Scene, situation: Situation, notes: Notes) -> Verdict | None:
    """The stance of the situation; an event that is negated has no attributes; those of "the suit" are as sure as it is."""
    event = notes.events.of(situation.node)
    known = event and event.real and situation.frame.action and situation.definite and not situation.hit.trigger.is_verb
    said = stance.of_phrase(scene, situation.head) if known else stance_of(scene, situation)
    verdict = judge(said, notes.parties)
    planned = notes.ledger.stances(scene, situation.node) == {Status.HYPOTHETICAL} and bool(situation.frame.outcome)
    if verdict and verdict.status is Status.ASSERTED and (planned or lies_ahead(scene, situation)):
        verdict = replace(verdict, status=Status.HYPOTHETICAL)
    return None if verdict and verdict.negated else verdict


def attach(scene: Scene, situation: Situation, predicate: str, value: Value, words: list[int], notes: Notes, *,
           located: bool = False) -> None:
    """Write an attribute down. The place of a court is that of what it imposes and of the action that is before it; one that is
    `located` is only the case's.
    """
    verdict = verdict_of(scene, situation, notes)
    cases = [node for node in cases_of(situation) if notes.events.of(node)] if predicate == "jurisdiction" else []
    for node in cases if cases and located else dict.fromkeys([situation.node, *cases]):
        event = notes.events.of(node)
        if event and verdict and _agrees(event, predicate, value):
            if situation.frame.outcome and node == situation.node and not event.real and verdict.status is Status.ASSERTED:
                verdict = replace(verdict, status=Status.HYPOTHETICAL)   # no surer than the event
            if node != situation.node and event.real and verdict.status is Status.HYPOTHETICAL:
                verdict = Verdict(Status.ASSERTED)   # where "a judge in Ohio may toss the suit", there the suit is
            if verdict.status is Status.HYPOTHETICAL:
                value = _in_future(value, scene.published, stated=any(value.lexical[:4] in scene.tree[i].text for i in words))
            notes.ledger.add(scene, spot_of(event, situation), predicate, value, verdict, sorted({situation.head, *words}),
                             f"{situation.frame.id}/{predicate}")


def cases_of(situation: Situation) -> list[str]:
    """The legal actions that a situation is or belongs to."""
    return [situation.node] if situation.frame.action else [s.node for s in situation.B if s.how in ("event", "implied")]


def _agrees(event: Event, predicate: str, value: Value) -> bool:
    """Whether a date or sum may be one more of the same event: a second, other one belongs to something else."""
    if predicate == "jurisdiction":
        event.places.add(value.lexical)
        return True
    known = event.attributes.setdefault(predicate, value.lexical)
    return known.startswith(value.lexical) or value.lexical.startswith(known)


def _in_future(value: Value, published: str, *, stated: bool) -> Value:
    """A month, day or weekday that is only planned lies ahead: "may rule in April" is the next April, unless its year is
    `stated`. A day shortly before may be the one that was planned: "it was to close on 1 May".
    """
    if value.kind == "date" and published and len(published) == 10:
        said = date.fromisoformat(value.lexical)
        gone = (date.fromisoformat(published) - said).days
        if gone > _SHORT and not stated:
            return Value(f"{said.year + 1}{value.lexical[4:]}", "date")
        return Value((said + timedelta(days=_WEEK)).isoformat(), "date") if 0 < gone < _WEEK else value
    if value.kind == "month" and published and value.lexical < published[:7]:
        return Value(f"{int(value.lexical[:4]) + 1}{value.lexical[4:]}", "month")
    return value
