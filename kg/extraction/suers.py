"""Private people who sue: "two landlords sued", "belasan kurir menggugat", "Empat penulis bersama PT X menggugat"."""

from __future__ import annotations

from kg.extraction.arguments import obliques, owners, subjects
from kg.extraction.discourse import Spot
from kg.extraction.people import is_somebody
from kg.extraction.players import doers
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL


def anyone_suing(scene: Scene, situation: Situation) -> list[Spot]:
    """"a class action by couriers", "two landlords sued": private people of any trade are plaintiffs."""
    tree = scene.tree
    found = [i for anchor in sorted(situation.anchors) for i in (
        subjects(tree, anchor, scene.lexicon) if _brings(scene, situation, anchor) else doers(scene, anchor))]
    noun = situation.hit.trigger.construction == "noun" and not scene.lexicon.check_pos
    own = owners(tree, situation.head) if noun else []   # "gugatan dua mantan karyawan"
    nouns = [i for i in (*found, *obliques(tree, situation.head, situation.frame.by), *own) if tree[i].pos == "NOUN"
             and i not in scene.mentions.at and is_somebody(scene, i)]
    within = [scene.mentions.at[j] for i in nouns[:1] for j in tree.children(i) if j in scene.mentions.at
              and not tree[j].case]
    groups = [spot for spot in within if scene.discourse.kind(spot.node) == "Group"]   # "mantan pengguna"
    return groups[:1] or [
        Spot(scene.discourse.group("plaintiffs", tree[i].span.start), i, i, "noun") for i in nouns[:1]]


def suing_beside(scene: Scene, situation: Situation) -> list[Spot]:
    """"Empat penulis bersama PT X menggugat", "two authors and X Ltd sued": counted people beside the name of who sues."""
    tree, names = scene.tree, {spot.first for spot in situation.A if spot.how == "name"}
    people = anyone_suing(scene, situation) if names else []
    return [spot for spot in people if spot.how == "noun" and tree.children(spot.first, "number") and not any(
        tree.governs(i, name) for i in tree.children(spot.first, "apposition") for name in names)]


def _brings(scene: Scene, situation: Situation, anchor: int) -> bool:
    """Whether the subject of a word is who brings the action: of an active trigger, or of "filed" beside its noun."""
    verb = scene.tree[anchor].pos in VERBAL and not scene.tree[anchor].passive
    return verb and (situation.hit.trigger.is_verb or scene.is_any(anchor, "filing"))


def whose_against(scene: Scene, situation: Situation, against: list[int]) -> list[int]:
    """"The suit of A against B": of whom it is, where it says against whom."""
    cases = {i: set(scene.tree[i].case.split()) for i in against}
    aimed = any(found & scene.words("strict_against") for found in cases.values())
    suing = situation.frame.action and situation.frame.genitive == "A" and aimed
    return [i for i in against if cases[i] & scene.words("genitive_cases")] if suing else []
