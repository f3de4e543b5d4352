"""Indonesian passives without "di-": "X sudah kami blokir", "aplikasi yang ia dirikan".

A pronoun right before the bare verb is who does it; what it is done to stands before the pronoun, or is left out.
"""

from __future__ import annotations

from kg.extraction.arguments import nearest, of_kinds
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit


def parties(scene: Scene, hit: Hit) -> tuple[list[Spot], list[Spot]]:
    """Who does it and to whom."""
    frame, agent = hit.trigger.frame, hit.head - 1
    doer = who_says_we(scene, agent) if scene.is_any(agent, "first_person") else scene.mentions.at.get(agent)
    done_to = of_kinds(nearest(scene.tree, agent, scene.mentions, left=True), frame.B, scene.discourse)[:1]
    done_to = [spot for spot in done_to if not doer or spot.node != doer.node]
    return of_kinds([doer] if doer else [], frame.A, scene.discourse), done_to or _left_out(scene, hit)


def who_says_we(scene: Scene, agent: int) -> Spot | None:
    """"Kami": the body for which the quoted person speaks, else the person."""
    number = scene.quotes.around(scene.tree[agent].span.start)
    speaker = scene.quotes.speaker(number) if number is not None else ""
    node = scene.discourse.bodies.get(speaker, speaker)
    return Spot(node, agent, agent, "pronoun") if node else None


def _left_out(scene: Scene, hit: Hit) -> list[Spot]:
    """"Sudah kami blokir": the platform that the sentence before was about; "keduanya kami tahan": whoever stands accused."""
    kinds = hit.trigger.frame.B
    they = next((i for i in scene.any_of("they") if i < hit.head), hit.head)
    node = scene.discourse.accused if "Group" in kinds else ""
    node = node or (scene.discourse.focus if "Platform" in kinds and hit.trigger.frame.imposed else "")
    known = node and scene.discourse.kind(node) in kinds
    return [Spot(node, they, they, "implied")] if known else []
