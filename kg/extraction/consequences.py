"""What an action led to: "the probe resulted in a fine", "the penalty caps a two-year inquiry"."""

from __future__ import annotations

from kg.extraction.arguments import objects, subjects
from kg.extraction.attaching import verdict_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL

_PARTIES = ("Platform", "Organization")


def led_to(scene: Scene, situation: Situation, notes: Notes) -> None:
    """Whom an outcome befalls to which an action led: those against whom the action is."""
    action = None if situation.B or situation.hit.trigger.construction != "noun" else _leading(scene, situation)
    event = notes.events.of(action.node) if action else None
    if event and situation.frame.B != ("LegalAction",):
        kinds = [kind for kind in situation.frame.B if kind in _PARTIES]
        situation.B = [Spot(node, situation.head, situation.head, "implied") for node in sorted(event.B)
                       if notes.discourse.kind(node) in kinds]
        situation.anchors.add(scene.tree[situation.head].head)


def is_capped(scene: Scene, situation: Situation) -> bool:
    """"The fine ends an inquiry": a verb of ending whose subject is an outcome settles and dismisses nothing."""
    return situation.frame.B == ("LegalAction",) and situation.hit.trigger.is_verb and any(
        scene.discourse.kind(scene.actions[i].node) == "Outcome"
        for i in subjects(scene.tree, situation.head, scene.lexicon) if i in scene.actions)


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down the outcomes of the actions that led to them."""
    for situation in situations:
        event = notes.events.of(situation.node) if situation.frame.outcome and not situation.hit.trigger.is_verb else None
        action = event and situation.frame.B != ("LegalAction",) and (
            _leading(scene, situation) or _capped(scene, situation))
        if event and action:
            notes.ledger.add(scene, action, "outcome", spot_of(event, situation), verdict_of(scene, situation, notes),
                             sorted({situation.head, action.first}), f"{situation.frame.id}/led")


def _leading(scene: Scene, situation: Situation) -> Spot | None:
    """The action that is the subject of "ended in", "led to", where the outcome is the end of it."""
    tree, noun = scene.tree, situation.head
    verb = tree[noun].head
    ends = tree[noun].slot in ("object", "oblique") and tree[verb].pos in VERBAL and scene.is_any(verb, "ending") and (
        tree[noun].case in scene.words("ending_in"))   # not "ended without a fine"
    return _action_among(scene, subjects(tree, verb, scene.lexicon)) if ends else None


def _capped(scene: Scene, situation: Situation) -> Spot | None:
    """The action that is the object of "ends", "caps", where the outcome is its subject."""
    tree, noun = scene.tree, situation.head
    verb = tree[noun].head
    caps = tree[noun].slot == "subject" and tree[verb].pos in VERBAL and scene.is_any(verb, "capping")
    return _action_among(scene, objects(tree, verb)) if caps else None


def _action_among(scene: Scene, words: list[int]) -> Spot | None:
    spots = (scene.actions[i] for i in words if i in scene.actions)
    return next((spot for spot in spots if scene.discourse.kind(spot.node) == "LegalAction"), None)
