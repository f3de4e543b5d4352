"""Whether a sentence says that a harm happened on the platform, rather than only speaking of both."""

from __future__ import annotations

from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL

_NEAR = 8


def occurs(scene: Scene, harm: Harm) -> bool:
    """Whether words near the harm say that it happened: a verb of harm, or the harm's own verb."""
    if in_the_wake(scene, harm):
        return True
    first, last = min(harm.words), max(harm.words)
    if all(_of_person(scene, spot) for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"):
        return False   # "X founder N.N. lost her brother to suicide"
    told = any(scene.tree[i].pos in VERBAL and scene.tree[i].slot not in ("adjective", "compound") for i in harm.words)
    return told or any(first - _NEAR <= words[0] <= last + _NEAR
                       for words in scene.tree.find(scene.lexicon.phrases["harm_verbs"]))


def in_the_wake(scene: Scene, harm: Harm) -> bool:
    """"Boss quits after data leak", "usai kebocoran data": something came of it, so it happened."""
    return bool(set(scene.tree[harm.head].case.split()) & scene.words("in_the_wake"))


def _of_person(scene: Scene, spot: Spot) -> bool:
    """Whether a platform is named only to say who somebody is: "the founder of X", "who founded X"."""
    upper = scene.tree[spot.first].head
    return any(scene.is_any(upper, words) for words in ("speakers_public", "person_leaders")) or scene.tree[upper].lower in (
        scene.words("founding")) and scene.tree[upper].slot == "relative"
