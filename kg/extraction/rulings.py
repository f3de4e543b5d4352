"""What a ruling or finding said, by what becomes of it: a party rejects it, a higher court upholds it or sets it aside."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.cues import Effect, cue_at, spoken
from kg.extraction.negation import negated
from kg.extraction.scene import Scene
from kg.model import Status


def rejected(scene: Scene, noun: int) -> Iterator[Effect]:
    """"The company rejected the finding that H": a party that says so undoes no finding."""
    verb = scene.tree[noun].head
    found = scene.tree[noun].slot == "object" and scene.is_any(noun, "findings")
    cue = cue_at(scene, verb, "verb") if found else None
    spot = scene.subject_spot(verb) if cue and cue.status == Status.DENIED else None
    official = spot and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    if cue and spot and not official and spot.node not in scene.discourse.judges:
        yield spoken(scene, cue, verb)


def upheld(scene: Scene, noun: int) -> Iterator[Effect]:
    """"The judges upheld a finding that H": what a court lets stand it has found too; whoever else speaks of a finding, or may
    yet uphold it, makes no fact of it.
    """
    tree, verb = scene.tree, scene.tree[noun].head
    if tree[noun].slot != "object" or not scene.is_any(noun, "rulings") or not scene.is_any(verb, "upholding"):
        return
    who = tree.children(verb, "subject")
    spot = scene.speaker(who)
    court = spot is not None and (spot.node in scene.discourse.judges or scene.discourse.is_court(spot.node))
    judges = court or any(scene.is_any(i, words) for i in who for words in ("judges", "court_words"))
    if judges and not _is_open(scene, verb):
        node = spot.node if spot and court else scene.mentions.court
        yield Effect(Status.CONFIRMED, node, spot if court else None, finding=True)
    else:
        yield Effect(Status.ALLEGED)


def _is_open(scene: Scene, verb: int) -> bool:
    """"may uphold", "did not uphold", "refused to uphold", "if it upholds"."""
    tree = scene.tree
    return tree[verb].slot == "complement" or negated(scene, verb) or any(
        scene.is_any(i, words) for i in tree.children(verb, "aux", "mark") for words in ("modals", "conditionals"))


def is_undone(scene: Scene, noun: int) -> bool:
    """"The verdict that X let ... was set aside": what a ruling said that is no more."""
    tree, verb = scene.tree, scene.tree[noun].head
    if not scene.is_any(noun, "rulings") or tree[noun].slot not in ("subject", "passive", "object"):
        return False
    lost = [i for i in tree.children(verb, "adverbial", "parataxis")   # of which the noun is the subject too
            if i > noun and tree.children(i, "aux") and not tree.children(i, "subject", "passive", "mark")]
    lost = lost if scene.words("definite_after") else []
    return any(scene.is_any(i, "reversing") or tree.begins(scene.lexicon.phrases["undoing"], i) for i in (verb, *lost))
