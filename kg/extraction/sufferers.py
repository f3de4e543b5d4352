"""Whom a harm befalls: the groups that the sentence names as harmed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL

_NEAR = 6
_SUFFERED = {   # which harms a group that stands near by is the one to suffer
    "children": ("csea", "csam", "grooming", "child-sextortion", "self-harm", "suicide", "privacy", "unsafe-challenge",
                 "age-inappropriate", "child-safety", "csa-livestream", "csam-synthetic", "bullying"),
    "users": ("data-breach", "privacy", "fraud", "investment-fraud", "phishing"),
    "women": ("ncii", "ncii-deepfake", "harassment", "stalking", "violence-women"),
}
_HARMED = ("children", "women", "users", "victims")


def sufferers(scene: Scene, harm: Harm) -> Iterator[Spot]:
    """The groups that the harm is said to happen to: in its words, under its noun, or beside it under its verb.

    The harm's own name ("child grooming") tells of nobody harmed.
    """
    for spot in scene.mentions.spots:
        group = spot.node.removeprefix("group:")
        near = harm.concept in _SUFFERED.get(group, ()) and _stands_near(scene, harm, spot)
        if group in _HARMED and (near or _suffers(scene, harm, spot)):
            yield spot


def _suffers(scene: Scene, harm: Harm, spot: Spot) -> bool:
    tree = scene.tree
    if spot.first in harm.words:
        noun = tree[harm.head].pos not in VERBAL and max(harm.words) - min(harm.words) < len(harm.words)
        return not noun and tree[spot.first].slot not in ("compound", "adjective")
    if tree[spot.last].head == harm.head and tree[harm.head].pos not in VERBAL:
        return bool(set(tree[spot.last].case.split()) & scene.words("harm_to"))
    verb = tree.verb_above(spot.last)
    below = any(tree.governs(word, spot.last) for word in harm.words)
    return verb in (harm.head, tree.verb_above(harm.head)) and verb in harm.words and tree[spot.last].slot in (
        "object", "passive") or below and bool(set(tree[spot.last].case.split()) & scene.words("harm_to"))


def _stands_near(scene: Scene, harm: Harm, spot: Spot) -> bool:
    """Whether a group stands so near to the harm that it is the one harmed, outside the harm's own name."""
    first, last = min(harm.words), max(harm.words)
    if not scene.words("definite_after") or first - 1 <= spot.first <= last + 1 and _is_label(harm):
        return False
    gap = range(last + 1, spot.first) if spot.first > last else range(spot.last + 1, first)
    stops = {",", ";", ":", "“", "”", '"'}
    fought = any(scene.is_any(i, "fight_harm") for i in (*gap, spot.first - 1))
    return len(gap) <= _NEAR and not fought and not any(scene.tree[i].text in stops for i in gap)


def _is_label(harm: Harm) -> bool:
    """Whether the harm is named by words that stand together ("child grooming"): a name alone tells of nobody harmed."""
    return max(harm.words) - min(harm.words) < len(harm.words) + 1
