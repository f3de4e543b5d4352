"""Who else is named beside a founder: "by Dunne and his college friend Ailbhe Nix", "with two students, N and M".

Lists of names with descriptions between them are where parsers fail most, so this goes by the order of the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL

_REACH = 9


def beside(scene: Scene, known: list[Spot], verb: int) -> Iterator[Spot]:
    """The people joined to those known by "and", and those after "by" or "with" behind the verb."""
    starts = [(spot.last, "and_words") for spot in known if spot.how == "name"]
    leads = (i for i in range(verb + 1, len(scene.tree)) if scene.is_any(i, "by") or scene.is_any(i, "together"))
    lead = next(leads, -1)
    if lead > 0 and not any(_is_verb(scene, i) or scene.tree[i].text == ";" for i in range(verb + 1, lead)):
        starts.append((lead, ""))
    if scene.words("bare_agent") and scene.tree[verb].passive:
        starts.append((verb, ""))   # "dirintis mantan atlet senam N"
    for start, needed in starts:
        yield from _from(scene, start, needed)
    for spot in known:
        before = _past_kin(scene, spot.first - 1)
        if spot.how == "name" and before > 0 and scene.is_any(before, "and_words"):
            yield from (s for s in [scene.mentions.at.get(before - 1)] if s and _is_person(scene, s))


def _is_verb(scene: Scene, index: int) -> bool:
    """Whether a word is a verb of its own, and no part of a description: "the music-*sharing* site"."""
    return scene.tree[index].pos in VERBAL and scene.tree[index].slot not in ("adjective", "compound")


def _past_kin(scene: Scene, index: int) -> int:
    """"N and *his cousin* M": before the words that tell whose kin or friend somebody is."""
    kin = any(scene.is_any(index, words) for words in ("kin", "siblings", "people_nouns"))
    while kin and index > 0 and (scene.tree[index].pos in ("NOUN", "ADJ") or scene.is_any(index, "person_pronouns")):
        index -= 1
    return index


def _from(scene: Scene, start: int, needed: str) -> Iterator[Spot]:
    """People named from a word on, until a verb or another clause; first of all there must be a word of the list `needed`."""
    position, joined = start + 1, not needed
    end = min(len(scene.tree), start + _REACH)
    while position < end:
        spot = scene.mentions.at.get(position)
        if spot and _is_person(scene, spot):
            if not joined:
                return
            yield spot
            position, joined, needed = spot.last, False, "and_words"
            end = min(len(scene.tree), position + _REACH)
        elif spot and spot.how == "name" and scene.discourse.kind(spot.node) != "Organization" or not _goes_on(scene, position):
            return
        elif scene.is_any(position, "and_words") or needed and scene.is_any(position, "together"):
            joined = True
        position += 1


def _is_person(scene: Scene, spot: Spot) -> bool:
    return spot.how == "name" and scene.discourse.kind(spot.node) == "Person"


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether a word may stand between a preposition or "and" and a name."""
    token = scene.tree[index]
    if scene.is_any(index, "occupations"):
        return True   # "her then classmate", whatever the tagger makes of it
    if token.pos in VERBAL or token.text in (".", ";", ":", "(") or scene.is_any(index, "relative"):
        return False
    return token.pos != "ADP" or scene.is_any(index, "together") or token.lower in scene.words("from_words")
