"""Harms in sentences that name no platform: told of the one that the sentence before was about.

Only where that platform has been told to be a place of harm, or where somebody in the sentence accuses, finds, admits or denies;
an article about locksmiths that warns of fraud tells of no platform.
"""

from __future__ import annotations

from kg.extraction import fought, links
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.model import Status

_TOLD = (Status.ALLEGED, Status.CONFIRMED, Status.DENIED)


def told_on(scene: Scene, harm: Harm, stated: Stance, notes: Notes) -> links.Link | None:
    """The platform that the story goes on about: the only one of the article, and subject of the sentence before."""
    if harm.learnt or links.is_vague(harm) or fought.is_fought(scene, harm) or _names_platform(scene) or of_another(scene, harm):
        return None
    platforms = [node for node, known in notes.discourse.nodes.items() if known.kind == "Platform"]
    if platforms != [notes.subject]:
        return None
    told = any(effect.status in _TOLD for effect in stated.effects)
    known = any(notes.ledger.says(notes.subject, "reportedHarm", status) for status in Status)
    return links.Link(notes.subject, harm.words, weak=True) if told or known else None


def of_another(scene: Scene, harm: Harm) -> bool:
    """"The hospital apologised for a leak of patient data", "a football club was fined for racist chants": told of another."""
    verbs = [i for i in (harm.head, *scene.tree.ancestors(harm.head)) if scene.tree[i].pos in VERBAL]
    doers = [i for verb in verbs for i in scene.tree.children(verb, "subject", "passive")]
    return any(scene.is_any(i, words) for i in doers if i not in scene.mentions.at for words in ("premises", "other_bodies"))


def _names_platform(scene: Scene) -> bool:
    return any(scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)
