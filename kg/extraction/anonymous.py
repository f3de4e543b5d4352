"""Who says something where no name tells: "it is said", "a user wrote", "tuturnya", "the group argues"."""

from __future__ import annotations

from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene


def has_clitic(scene: Scene, verb: int) -> bool:
    """"tuturnya", "katanya": who says it is in the verb itself."""
    token = scene.tree[verb]
    return bool(scene.words("definite_after")) and token.lower.endswith("nya") and token.lemma != token.lower


def by_clitic(scene: Scene, verb: int) -> Spot | None:
    person = scene.mentions.person
    return Spot(person, verb, verb, "pronoun") if person else None


def own_voice(scene: Scene, spot: Spot | None) -> Spot | None:
    """"..., the group argues": no platform that is merely the last body spoken of."""
    vague = spot is not None and spot.how == "noun" and scene.is_any(spot.last, "vague_bodies")
    return None if spot and vague and scene.discourse.kind(spot.node) == "Platform" else spot


def hearsay(scene: Scene, who: list[int], spot: Spot | None) -> bool:
    """Whether nobody in particular says it: "it is said", "a user wrote", "sources told"."""
    posted = spot is not None and scene.discourse.kind(spot.node) == "Platform" and any(
        scene.is_any(i, "accounts") and scene.tree[min(i + 1, len(scene.tree) - 1)].lower != "resmi" for i in who)
    if spot and scene.discourse.kind(spot.node) != "Group":
        return posted   # "grup Facebook N menulis": somebody there, and not Facebook
    official = ("authority_words", "speakers_public", "platform_nouns", "they_who_know")
    return not any(scene.is_any(index, words) for index in who for words in official)
