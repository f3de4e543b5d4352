"""Warnings that are given to nobody who is accused: of what an app may do, to its users, by a charity."""

from __future__ import annotations

from kg.extraction.arguments import objects
from kg.extraction.players import is_authority, names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation


def warns_of(scene: Scene, situation: Situation) -> bool:
    """"memperingatkan aplikasi X mungkin mengirim data": a warning of what X may do, and none to X."""
    tree, verb = scene.tree, situation.hit.head
    if not situation.hit.trigger.is_verb or tree[verb].passive or not scene.words("definite_after"):
        return False
    told = [i for i in tree.children(verb, "complement", "parataxis") if i > verb + 1 and "," not in tree.text_between(verb, i)
            and not tree[i].case and not tree.children(i, "mark", "case")]
    return any(not any(scene.is_any(near, words) for near in range(verb + 1, i) for words in ("in_order_to", "purposes"))
               for i in told)


def only_cautions(scene: Scene, situation: Situation) -> bool:
    """"Police warned users of X over fraud", "the charity warned X over bullying": people are told, or by nobody in office."""
    hit = situation.hit
    if not hit.trigger.is_verb or hit.trigger.words[-1] not in scene.words("ground"):
        return False
    told = objects(scene.tree, hit.head)
    people = any(names_people(scene, i) or i in scene.mentions.at and scene.discourse.kind(scene.mentions.at[i].node) == "Group"
                 for i in told)
    return people or not any(is_authority(scene, spot) for spot in situation.A)
