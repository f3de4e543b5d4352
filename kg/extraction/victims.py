"""Who a platform's victims are, where the sentence says no more: "Hampir semua korban X adalah perempuan"."""

from __future__ import annotations

from kg.extraction import stance
from kg.extraction.arguments import obliques, owners, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.verdicts import judge

_GROUPS = ("group:women", "group:children")


def write(scene: Scene, notes: Notes) -> None:
    """"Most of X's victims were girls": the platform harms them; of "the victims" the platform that was spoken of."""
    tree = scene.tree
    for spot in scene.mentions.spots:
        verb = tree[spot.last].head if tree[spot.last].slot == "attribute" else spot.last
        said = tree[spot.last].slot == "attribute" or bool(tree.children(spot.last, "copula"))
        if spot.node not in _GROUPS or not said:
            continue
        victims = [i for i in subjects(tree, verb, scene.lexicon) if _are_victims(scene, i)]
        platform = _platform(scene, victims, notes) if victims else None
        verdict = judge(stance.read(scene, verb), notes.parties, subject=platform.node, accusing=True) if platform else None
        if platform and verdict and not verdict.negated:
            notes.ledger.add(scene, platform, "affects", spot, verdict, [*victims, spot.first], "harm/victims")


def _are_victims(scene: Scene, noun: int) -> bool:
    """Whether the noun, or what it counts ("most of the victims"), stands for victims."""
    counted = (noun, *obliques(scene.tree, noun, scene.words("of_words")))
    return any(scene.lexicon.groups.get(scene.tree[i].lower) == "victims" for i in counted)


def _platform(scene: Scene, victims: list[int], notes: Notes) -> Spot | None:
    """Whose victims they are: the platform named with them; else the one told of to be a place of harm, if one is."""
    tree = scene.tree
    near = [j for i in victims for k in (i, *obliques(tree, i, scene.words("of_words")))
            for j in (*owners(tree, k), *obliques(tree, k, scene.lexicon.either("of_words", "location")))]
    own = next((scene.mentions.at[i] for i in near if i in scene.mentions.at
                and scene.discourse.kind(scene.mentions.at[i].node) == "Platform"), None)
    return own
