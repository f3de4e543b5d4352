"""Participles that open a sentence: "Operated by Y, the app X pairs strangers", and agents told by their trade first."""

from __future__ import annotations

from kg.extraction.arguments import agents
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit

_REACH = 9   # how far behind the comma the platform may be named: "the Oslo-based second-hand marketplace X"


def platform_behind(scene: Scene, hit: Hit) -> list[Spot]:
    """"Founded by N, a nurse, and run from Graz, the app X ...": the platform that the participle is said of, where it opens the
    sentence and what follows its comma is the first platform that is named.
    """
    tree, relation = scene.tree, hit.trigger.frame.relation
    if not relation or not scene.lexicon.check_pos or min(hit.words) > 1 or tree.children(hit.head, "subject", "passive"):
        return []
    named = (spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform" and spot.how == "name")
    spot = next(named, None)
    comma = max((i for i in range(spot.first) if tree[i].text == ","), default=0) if spot else 0
    near = spot and 0 < comma and spot.first - comma <= _REACH and not any(
        tree[i].pos in ("VERB", "AUX") and tree[i].slot not in ("adjective", "compound") for i in range(comma, spot.first))
    return [spot] if spot and near else []


def agent_behind(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> list[Spot]:
    """"founded by a former nurse, N, ...": who is told first by a trade and then by name."""
    if not hit.trigger.frame.relation or "Person" not in kinds:
        return []
    behind = [i + 2 for i in agents(scene.tree, hit.head) if i not in scene.mentions.at and i + 2 < len(scene.tree)
              and scene.tree[i + 1].text == ","]
    found = [scene.mentions.at[i] for i in behind if i in scene.mentions.at]
    return [spot for spot in found if spot.how == "name" and scene.discourse.kind(spot.node) == "Person"]
