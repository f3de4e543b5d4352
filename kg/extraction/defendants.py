"""Whom a sentence names as defendants of an action told of before: "it names X and its president as defendants"."""

from __future__ import annotations

from kg.extraction import stance
from kg.extraction.arguments import of_kinds, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.verdicts import judge

_KINDS = ("Platform", "Organization", "Person")


def named(scene: Scene, notes: Notes) -> None:
    """Write down the parties of the action in question that a verb of naming names."""
    tree = scene.tree
    said = scene.any_of("defendant_words")
    for verb in (index for index in scene.any_of("naming") if tree[index].pos == "VERB"):
        given = [scene.actions[i] for i in subjects(tree, verb, scene.lexicon) if i in scene.actions]
        they = notes.action and any(scene.is_any(i, "they_sue") for i in subjects(tree, verb, scene.lexicon))
        if not said and not ((given or they) and scene.is_any(verb, "aiming") and not tree[verb].passive):
            continue   # "the complaint also names N.N." needs no word for a defendant
        told = notes.events.of(given[0].node if given else notes.action)
        event = told or notes.events.last_action()
        verdict = judge(stance.read(scene, verb), notes.parties)
        for party in of_kinds(_named_by(scene, verb), _KINDS, scene.discourse) if event else ():
            if event and not scene.discourse.is_court(party.node):
                event.B.update(() if verdict and verdict.negated else {party.node})
                action = Spot(event.node, verb, verb, "event")
                notes.ledger.add(scene, action, "defendant", party, verdict, [verb], "lawsuit/named")


def _named_by(scene: Scene, verb: int) -> list[Spot]:
    tree = scene.tree
    return [s for s in scene.mentions.spots if s.how != "noun" and tree.verb_above(s.first) in (verb, None)
            and (s.first > verb or tree[verb].passive)]
