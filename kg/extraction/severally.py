"""Actions that several authorities bring, each its own: "A and B have each opened an inquiry", "A and B opened inquiries"."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.arguments import subjects
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation

_OFFICIAL = ("investigation", "regulatory-action", "legislative-inquiry")


def each(scene: Scene, situation: Situation) -> list[Situation]:
    """The situation, or one for each of the bodies that bring such an action."""
    bodies = [spot for spot in situation.A if is_authority(scene, spot)]
    alone = len(bodies) < 2 or len(bodies) < len(situation.A) or situation.definite
    if situation.frame.action not in _OFFICIAL or alone or not _several(scene, situation):
        return [situation]
    return [replace(situation, A=[body], B=list(situation.B), anchors=set(situation.anchors)) for body in bodies]


def _several(scene: Scene, situation: Situation) -> bool:
    """Whether the words speak of more than one: "each", or "inquiries"."""
    tree, noun = scene.tree, situation.head
    plural = scene.lexicon.check_pos and not situation.hit.trigger.is_verb and tree[noun].lower != tree[noun].lemma
    doers = [i for anchor in situation.anchors for i in (anchor, *subjects(tree, anchor, scene.lexicon))]
    return plural or any(scene.is_any(j, "apiece") for i in doers for j in tree.children(i))
