"""Whose platform it is, where no verb and no role says so: "Larkmoor's chat app X", "its marketplace X", "X, its forum,"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import stance
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.verdicts import judge

_REACH = 7
RULE = "operator/possession"


def find(scene: Scene) -> Iterator[tuple[Spot, Spot]]:
    """The platforms of a sentence that are called somebody's, each with the company that it belongs to."""
    for spot in scene.mentions.spots:
        if spot.how == "name" and scene.discourse.kind(spot.node) == "Platform":
            owner = _before(scene, spot) or _between(scene, spot) or _after(scene, spot)
            if owner and owner.node != spot.node:
                yield spot, owner
    yield from _belonging(scene)


def _belonging(scene: Scene) -> Iterator[tuple[Spot, Spot]]:
    """"Larkmoor, the company to which X belongs,"."""
    for words in scene.tree.find(scene.lexicon.phrases["to_which_it_belongs"]) if scene.mentions.spots else ():
        found = [scene.mentions.at[i] for i in range(words[0], words[-1]) if i in scene.mentions.at]
        before = [s for s in scene.mentions.spots if s.last < words[0] and scene.discourse.kind(s.node) == "Organization"]
        if before and found and scene.discourse.kind(found[0].node) == "Platform":
            yield found[0], before[-1]


def write(scene: Scene, notes: Notes) -> None:
    """Write down whose platforms they are."""
    for platform, company in find(scene):
        verdict = judge(stance.of_phrase(scene, platform.first), notes.parties, subject=platform.node)
        words = list(range(platform.first, platform.last + 1))
        notes.ledger.add(scene, platform, "operator", company, verdict, words, RULE)
        notes.parties.add(platform.node, company.node)


def _before(scene: Scene, platform: Spot) -> Spot | None:
    """"Larkmoor's chat app X", "its app X", "the company's game, X"."""
    position = platform.first - 1
    position -= position > 0 and scene.tree[position].text == ","
    if position < 0 or not _is_platform_noun(scene, position):
        return None
    while position > max(0, platform.first - _REACH) and _describes(scene, position):
        position -= 1
    return _owner(scene, position)


def _between(scene: Scene, platform: Spot) -> Spot | None:
    """"Larkmoor's X app", "Larkmoor, whose X app": the name stands between its owner and the noun."""
    first, behind = platform.first - 1, platform.last + 1
    if first < 1 or behind >= len(scene.tree) or not _is_platform_noun(scene, behind):
        return None
    if scene.is_any(first, "whose") and scene.tree[first - 1].text == ",":
        spot = scene.mentions.at.get(first - 2)
        return spot if spot and scene.discourse.kind(spot.node) == "Organization" and not scene.discourse.is_authority(
            spot.node) else None
    return _owner(scene, first)


def _after(scene: Scene, platform: Spot) -> Spot | None:
    """"X, Larkmoor's chat app,", "X, its marketplace."."""
    tree, start = scene.tree, platform.last + 2
    if start >= len(tree) or tree[start - 1].text != ",":
        return None
    ends = range(start + 1, min(start + _REACH + 3, len(tree)))
    marks = [i - 1 for i in ends if not _describes(scene, i - 1) and _owner(scene, i - 1)][:1]
    for mark in marks:
        noun = mark + 1
        while noun < len(tree) and _describes(scene, noun) and not _is_platform_noun(scene, noun):
            noun += 1
        if noun < len(tree) and _is_platform_noun(scene, noun) and _closes(scene, noun + 1):
            return _owner(scene, mark)
    return None


def _closes(scene: Scene, index: int) -> bool:
    """Whether the apposition ends here: "X, its users' forum of choice" is none."""
    return index >= len(scene.tree) or scene.tree[index].text in (",", ".", ";", ")") or scene.tree[index].pos in ("ADP", "SCONJ")


def _describes(scene: Scene, index: int) -> bool:
    token = scene.tree[index]
    return (token.pos in ("NOUN", "ADJ", "PROPN", "NUM") or token.text == "-") and index not in _named(scene)


def _named(scene: Scene) -> set[int]:
    return {i for spot in scene.mentions.spots if spot.how == "name" for i in range(spot.first, spot.last + 1)}


def _is_platform_noun(scene: Scene, index: int) -> bool:
    last = scene.lexicon.last_words["platform"]
    return scene.tree[index].lower in last or scene.tree[index].lemma in last


def _owner(scene: Scene, index: int) -> Spot | None:
    """The company that a possessive at this word stands for: "its", "Larkmoor's"."""
    token, spot = scene.tree[index], None
    if token.lower in scene.words("possessives"):
        spot = _company_before(scene, index, scene.mentions.at.get(index))
    elif token.text in ("'s", "’s", "'", "’") and index:
        spot = scene.mentions.at.get(index - 1)
        spot = spot if spot and spot.how in ("name", "noun") else None
    company = spot and scene.discourse.kind(spot.node) == "Organization" and not scene.discourse.is_authority(spot.node)
    return spot if company else None


def _company_before(scene: Scene, index: int, meant: Spot | None) -> Spot | None:
    """Whom "its" stands for: no authority has a platform, so else the company named last in the sentence."""
    if meant and not (scene.discourse.kind(meant.node) == "Organization" and scene.discourse.is_authority(meant.node)):
        return meant
    named = [s for s in scene.mentions.spots if s.how == "name" and s.last < index
             and scene.discourse.kind(s.node) == "Organization" and not scene.discourse.is_authority(s.node)]
    return named[-1] if named else None
