"""Whose word a stretch of a sentence is, whatever status it gets: the quoted, whoever says it, whoever promises or urges it."""

from __future__ import annotations

from kg.extraction.arguments import agents, subjects
from kg.extraction.cues import cue_at
from kg.extraction.discourse import Spot
from kg.extraction.sayings import attributions, said_after, trails
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.model import Status

_SPEAKS = ("Person", "Organization", "Platform", "LegalAction")
_TOLD = frozenset({"complement", "conjunct", "parataxis", "root"})   # the clauses that a verb of saying tells
_NAMED = _TOLD | {"subject", "modifier", "compound", "oblique", "attribute", "owner", "flat", "apposition", "number"}


def voice(scene: Scene, index: int, status: Status) -> Spot | None:
    """Who says what a word tells: by quotation marks, by the verbs above it, by a source before or behind; None for nobody.

    Of a fact only who tells it as such: "called the man whom it jailed a coward" does not tell that he was jailed.
    """
    found = _quoted(scene, index) or _above(scene, index, status) or _beside(scene, index) or _source(scene, index)
    kinds = _SPEAKS if status is Status.ALLEGED else _SPEAKS[:-1]
    return found if found and scene.discourse.kind(found.node) in kinds else None


def _quoted(scene: Scene, index: int) -> Spot | None:
    number = scene.quotes.around(scene.tree[index].span.start)
    node = scene.quotes.speaker(number) if number is not None else ""
    return Spot(node, index, index, "implied") if node else None


def _above(scene: Scene, index: int, status: Status) -> Spot | None:
    """Who says it by the verbs that govern the word; else who promises, plans or asks for it."""
    tree, lower, planning = scene.tree, index, None
    for upper in tree.ancestors(index):
        taken = tree[lower].slot not in (_TOLD if tree[lower].pos in VERBAL else _NAMED)
        cue, lower = cue_at(scene, upper, "verb"), upper
        if status is Status.ASSERTED and (taken or cue and cue.status != "said"):
            return None
        if not cue or cue.status == Status.ASSERTED or _is_threatened(scene, upper):
            continue
        if status is Status.ALLEGED and cue.status == Status.DENIED:
            continue   # who denies it has not alleged it
        who = agents(tree, upper) if tree[upper].passive else subjects(tree, upper, scene.lexicon)
        if not tree[upper].passive and index in {below for i in who for below in tree.below(i)}:
            return planning   # what a subject tells of itself
        spot = scene.speaker(who)
        if spot and scene.discourse.kind(spot.node) in _SPEAKS:
            if cue.status != Status.HYPOTHETICAL:
                return spot
            planning = planning or spot
    return planning


def _is_threatened(scene: Scene, verb: int) -> bool:
    """"X terancam denda": who is in danger of something plans nothing."""
    return bool(scene.words("definite_after")) and scene.tree[verb].lower.startswith("ter")


def _beside(scene: Scene, index: int) -> Spot | None:
    """"..., N said", "..., ujar N"."""
    said = said_after(scene)
    if said:
        return None if scene.tree.governs(said[0], index) and index > said[0] else said[1]
    last = trails(scene)
    return scene.subject_spot(last) if last and index < last else None


def _source(scene: Scene, index: int) -> Spot | None:
    """"According to N", "menurut N"."""
    tree, cased = scene.tree, attributions(scene)
    voices = (scene.speaker([token.index]) for token in cased if not tree.governs(token.index, index))
    return next((spot for spot in voices if spot), None)
