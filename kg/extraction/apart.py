"""What is told or done on a platform and is not the harm that the sentence names."""

from __future__ import annotations

from kg.extraction import cues
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene

_NOBODY = Spot("", 0, 0, "implied")
_HEADS = 4   # how many nouns may stand between a preposition and the platform: "in voice rooms of the app X"


def is_apart(scene: Scene, harm: Harm) -> bool:
    """"said on X that she had been harassed by a neighbour", "raising money on X for a girl who was raped": what is told or done
    on the only platform is something else.
    """
    tree = scene.tree
    platforms = [spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"]
    if not scene.lexicon.check_pos or len({spot.node for spot in platforms}) != 1 or not all(
            is_place(scene, spot) or spot.how == "name" for spot in platforms):
        return False
    verbs = {tree.verb_above(spot.last) for spot in platforms}
    verb = verbs.pop() if len(verbs) == 1 else None
    own = next((i for i in harm.words if tree[i].slot == "relative" and tree[i].head in harm.words
                and scene.mentions.at.get(tree[i].head, _NOBODY).node.startswith("group:")), -1)
    if verb is None or not any(is_place(scene, spot) for spot in platforms) or platforms[0].first < verb:
        return False
    cue = cues.cue_at(scene, verb, "verb")
    told = harm.head != verb and cue is not None and cue.status == "said" and any(
        tree[i].slot == "complement" and tree[i].head == verb and i > platforms[-1].last
        for i in (harm.head, *tree.ancestors(harm.head)))
    return told or own > platforms[-1].last and not tree.governs(own, verb) and verb not in harm.words


def is_place(scene: Scene, spot: Spot) -> bool:
    """Whether a preposition of place leads to the platform over nothing but nouns and their modifiers."""
    for token in reversed(scene.tree.tokens[max(0, spot.first - _HEADS - 3):spot.first]):
        if token.lower in scene.words("place_cases"):
            return True
        if token.index in scene.actions:
            return False
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "PART", "X") and token.lower not in scene.words("of_words"):
            return False
    return False


def is_only_place(scene: Scene, noun: int, spot: Spot) -> bool:
    """"an inquiry into threats made in rooms of the app X", "into a leak at X": what is looked into happened there."""
    between = scene.tree.tokens[noun + 1:spot.first]
    into = next((n for n, t in enumerate(between[:3]) if t.lower in scene.words("strict_against")), -1)
    things = [n for n, t in enumerate(between) if n > into and t.pos in ("NOUN", "VERB")] if into >= 0 else []
    places = [n for n, t in enumerate(between) if t.lower in scene.words("scene_cases")]
    whether = any(t.lower in scene.words("whether") or t.lower == "how" for t in between)
    return bool(things) and any(n > things[0] for n in places) and not whether
