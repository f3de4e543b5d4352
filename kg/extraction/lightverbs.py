"""Light verbs that carry an event noun: whether their subject acts or bears it."""

from __future__ import annotations

from kg.extraction.arguments import obliques
from kg.extraction.scene import Scene
from kg.lexicon import Frame

CLAIMED = ("lawsuit", "class-action", "police-report", "regulatory-action")


def weight(scene: Scene, frame: Frame, noun: int, verb: int) -> tuple[bool, bool]:
    """Whether the subject of a light verb brings the event, and whether it bears it: who "faces a suit" is sued, but who "has a
    suit against Y pending" sues Y.
    """
    whom = [i for i in obliques(scene.tree, noun, scene.words("strict_against")) if scene.tree[i].pos != "PRON"]
    if frame.action in CLAIMED and whom and scene.is_any(verb, "having"):
        return True, False
    return scene.is_any(verb, "light_A"), scene.is_any(verb, "light_B")
