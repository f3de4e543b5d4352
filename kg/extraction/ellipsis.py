"""Outcomes that are told by leaving them out: "Belgium followed in March", "Algeria has threatened to do the same".

Who acts is a country or an authority; what it does, and to whom, is what the article has told of last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction import values
from kg.extraction.arguments import objects, subjects
from kg.extraction.certainty import stance_of
from kg.extraction.discourse import Spot
from kg.extraction.events import Event, spot_of
from kg.extraction.notes import Notes
from kg.extraction.players import doers as agents_of
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict, judge
from kg.lexicon import Trigger
from kg.model import Status

_BY_STATES = ("blocking", "unblocking", "suspension", "delisting", "licence-revoked", "fine", "warning", "shutdown")
_BY_STATES_TOO = ("lawsuit", "investigation", "regulatory-action", "legislative-inquiry")


@dataclass(frozen=True)
class Again:
    """An outcome told by ellipsis: its situation, whom it befalls, the event that it is, and its verdict."""

    situation: Situation
    subject: Spot
    event: Event
    verdict: Verdict


def find(scene: Scene, situations: list[Situation], notes: Notes) -> Iterator[Again]:
    """What countries and authorities of this sentence have done as well, each an outcome of its own."""
    for words in scene.tree.find(scene.lexicon.phrases["same_again"]):
        verb, known = _verb(scene, words), _told(situations, words[0], notes)
        if verb is None or not known or verb in {s.head for s in situations}:
            continue
        for place, body in _actors(scene, verb):
            situation = _situation(words, verb, known, body)
            verdict = judge(stance_of(scene, situation), notes.parties)
            if verdict and (event := notes.events.of(known.node)):
                yield from _again(scene, situation, event, place, verdict, notes)


def suits(scene: Scene, situations: list[Situation], notes: Notes) -> Iterator[tuple[Situation, Found | None]]:
    """"Nevada sued X on Monday; Arizona did the same a day later": the suits of other states, each with its state."""
    for words in scene.tree.find(scene.lexicon.phrases["same_again"]):
        verb, known = _verb(scene, words), _sued(situations, words[0], scene.tree.sentence.index, notes)
        if verb is None or not known or not known.B or verb in {s.head for s in situations}:
            continue
        for place, body in _actors(scene, verb):
            situation = _situation(words, verb, known, body)
            situation.B = [replace(spot, first=verb, last=verb, how="implied") for spot in known.B]
            yield situation, place


def write(scene: Scene, suit: Situation, place: Found | None, notes: Notes) -> None:
    """"Arizona did the same": one more action against the same party, in its own place."""
    verdict = judge(stance_of(scene, suit), notes.parties)
    real = verdict is not None and verdict.status not in (Status.HYPOTHETICAL, Status.DENIED)
    event = notes.events.one_more(scene, suit, Event("", "", real=real))
    suit.node, spot = event.node, spot_of(event, suit)
    for party, predicate in [(a, "plaintiff") for a in suit.A] + [(b, "defendant") for b in suit.B]:
        notes.ledger.add(scene, spot, predicate, party, verdict, suit.hit.words, "action/again")
    if place:
        event.places.add(place.value.lexical)
        notes.ledger.add(scene, spot, "jurisdiction", place.value, verdict, suit.hit.words, "action/again")


def _situation(words: tuple[int, ...], verb: int, known: Situation, body: Spot | None) -> Situation:
    head = verb if verb in words else words[-1]
    return Situation(Hit(Trigger(("again",), "ellipsis", known.frame), words, head), head,
                     A=[body] if body else [], anchors={verb})


def _sued(situations: list[Situation], before: int, sentence: int, notes: Notes) -> Situation | None:
    """The suit of which this sentence, else the one before, has told last."""
    here = [s for s in situations if s.node and s.head < before]
    last = here[-1] if here else notes.sued if notes.told is None and notes.sued_in == sentence - 1 else None
    return last if last and last.frame.action in _BY_STATES_TOO else None


def _again(scene: Scene, situation: Situation, known: Event, place: Found | None, verdict: Verdict,
           notes: Notes) -> Iterator[Again]:
    """The outcome as one of its own, in this place; a country is only where it happens, an authority imposes it."""
    for node in sorted(known.B):
        event = notes.events.elsewhere(scene, situation, node, place.value.lexical if place else "",
                                       real=verdict.status is not Status.HYPOTHETICAL)
        yield Again(situation, Spot(node, situation.head, situation.head, "implied"), event, verdict)
        if place and not verdict.negated:
            notes.ledger.add(scene, Spot(event.node, situation.head, situation.head, "event"), "jurisdiction", place.value,
                             verdict, [situation.head, place.first], f"{situation.frame.id}/again")


def _told(situations: list[Situation], before: int, notes: Notes) -> Situation | None:
    """The outcome that a state may have copied: the last one of the sentence before these words, else of the article."""
    here = [s for s in situations if s.node and s.head < before and not s.hit.learnt]
    here = here if not here or here[-1].frame.outcome in _BY_STATES else []
    earlier = [s for s in notes.outcomes if s.frame.outcome in _BY_STATES and s.frame.outcome != "unblocking"]
    return next(iter(here[-1:] or earlier[-1:]), None)


def _actors(scene: Scene, verb: int) -> list[tuple[Found | None, Spot | None]]:
    """The countries and authorities that do it: those right before the verb, else its subjects."""
    doers = set(agents_of(scene, verb) if scene.tree[verb].passive else
                _right_before(scene, verb) or subjects(scene.tree, verb, scene.lexicon))
    upper = scene.tree[verb].head
    if upper != verb and scene.tree[upper].pos in VERBAL and all(scene.is_any(i, "thing_pronouns") for i in doers):
        doers = set(subjects(scene.tree, upper, scene.lexicon))   # "Malta says it may follow"
    places = [place for place in values.places(scene.tree, scene.gazetteer) if {place.first, place.last} & doers
              and place.first not in scene.mentions.at]
    bodies = {spot.node: spot for i in sorted(doers) if (spot := scene.mentions.at.get(i))
              and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)}
    return [(place, None) for place in places] + [(None, spot) for spot in bodies.values()]


def _right_before(scene: Scene, verb: int) -> list[int]:
    """"Italy and Spain did so": parsers hang them on the clause before."""
    found, at = [], verb - 1
    while at >= 0 and (scene.tree[at].pos in ("AUX", "ADV", "PART") or scene.is_any(at, "copying")):
        at -= 1
    while at >= 0:
        place = next((p for p in values.places(scene.tree, scene.gazetteer) if p.last == at), None)
        if not place:
            break
        found.append(place.last)
        at = place.first - 1
        joined = at > 0 and (scene.tree[at].text == "," or scene.is_any(at, "and_words")) and scene.tree[at - 1].text != ","
        at = at - 1 if joined else -1
    return found


def _verb(scene: Scene, words: tuple[int, ...]) -> int | None:
    """The verb of "did so", or the one whose object "the same step" is; "followed" alone must end its clause or be dated."""
    tree, verb = scene.tree, next((i for i in words if scene.tree[i].pos in VERBAL), None)
    if verb is None:
        noun = words[-1]
        return tree[noun].head if tree[noun].slot in ("object", "passive") and scene.is_any(tree[noun].head, "copying") else None
    if tree[verb].slot == "case" or scene.lexicon.check_pos and tree[verb].lower.endswith("ing") and len(words) == 1:
        return None   # "blocked in Denmark following a complaint"
    behind = words[-1] + 1
    alone = len(words) == 1 and behind < len(tree) and not scene.is_any(behind, "after_ellipsis")
    return None if alone or any(i not in words for i in objects(tree, verb)) and len(words) == 1 else verb
