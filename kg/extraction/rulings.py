"""What a ruling or finding said, by what becomes of it: a party rejects it, a higher court upholds it or sets it aside."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.cues import Effect, cue_at, spoken
from kg.extraction.discourse import Spot
from kg.extraction.negation import negated
from kg.extraction.scene import Scene
from kg.model import Status


def rejected(scene: Scene, noun: int) -> Iterator[Effect]:
    """"The company rejected the finding that H": a party that says so undoes no finding."""
    verb = scene.tree[noun].head
    found = scene.tree[noun].slot == "object" and scene.is_any(noun, "findings")
    cue = cue_at(scene, verb, "verb") if found else None
    spot = scene.subject_spot(verb) if cue and cue.status == Status.DENIED else None
    if cue and spot and not _is_official(scene, spot) and spot.node not in scene.discourse.judges:
        yield spoken(scene, cue, verb)


def _is_official(scene: Scene, spot: Spot) -> bool:
    return scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)


def is_confirmed(scene: Scene, noun: int) -> bool:
    """"confirmed a report that H", "upheld complaints that H": no mere report any more, if it is the party's own word or an
    authority's.
    """
    verb = scene.tree[noun].head
    if scene.tree[noun].slot != "object" or not scene.is_any(verb, "upholding"):
        return False
    cue = cue_at(scene, verb, "verb")
    spot = scene.subject_spot(verb)
    return bool(cue and cue.party) or spot is not None and _is_official(scene, spot)


def upheld(scene: Scene, noun: int) -> Iterator[Effect]:
    """"The judges upheld a finding that H": what a court lets stand it has found too; whoever else speaks of a finding, or may
    yet uphold it, makes no fact of it.
    """
    tree, verb = scene.tree, scene.tree[noun].head
    if tree[noun].slot != "object" or not scene.is_any(verb, "upholding"):
        return
    who = tree.children(verb, "subject")
    spot = scene.speaker(who)
    if spot and scene.is_any(noun, "accusation_nouns") and _is_official(scene, spot) and not _is_open(scene, verb):
        yield Effect(Status.CONFIRMED, spot.node, spot, finding=True)   # "Ofcom upheld complaints that H"
        return
    if not scene.is_any(noun, "rulings"):
        return
    court = spot is not None and (spot.node in scene.discourse.judges or scene.discourse.is_court(spot.node))
    judges = court or any(scene.is_any(i, words) for i in who for words in ("judges", "court_words"))
    if judges and not _is_open(scene, verb):
        node = spot.node if spot and court else scene.mentions.court
        yield Effect(Status.CONFIRMED, node, spot if court else None, finding=True)
    else:
        yield Effect(Status.ALLEGED)


def stated(scene: Scene, clause: int, noun: int) -> Iterator[Effect]:
    """"Ofcom's finding that H may lead to a fine", "the verdict that X had let ... cost it": what a noun tells was found, by
    whoever stands with it; a ruling that is only wanted or feared has found nothing.
    """
    tree = scene.tree
    told = any(tree[i].lower in scene.words("that_words") for i in tree.children(clause, "mark"))
    if not scene.is_any(noun, "rulings") or any(rejected(scene, noun)) or any(upheld(scene, noun)):
        return
    cue = cue_at(scene, tree[noun].head, "verb") if tree[noun].slot in ("object", "oblique", "complement") else None
    head = tree.verb_above(noun) if tree[noun].slot != "subject" else None
    modal = head is not None and any(scene.is_any(i, "modals") for i in tree.children(head, "aux"))
    if modal or cue and cue.status == Status.HYPOTHETICAL:
        yield Effect(Status.HYPOTHETICAL)
        return
    if not told:
        return
    beside = [i for i in tree.children(noun, "owner", "modifier", "compound") if i < clause]
    lay = any(scene.is_any(i, words) for i in beside for words in ("lay_finders", "researching"))
    body = scene.authority_in(beside)
    if body or scene.is_any(noun, "findings") and not lay:
        yield Effect(Status.CONFIRMED, body.node if body else scene.mentions.authority, body, finding=True)
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
