"""The ban that is lifted: "lifted the block that the ministry had placed on X", "eleven days after it had imposed it"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import kinds
from kg.extraction.arguments import objects, obliques, subjects
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.players import doers, is_authority, party
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status


def placed_on(scene: Scene, situation: Situation) -> list[Spot]:
    """"Lifted the block that it had placed on X": X, whom only the clause about the block names."""
    if situation.frame.outcome != "unblocking":
        return []
    on = [i for verb in _laid(scene, situation) for i in obliques(scene.tree, verb, scene.words("strict_against"))]
    return party(scene, on, ("Platform",))


def before(scene: Scene, situations: list[Situation]) -> Iterator[tuple[Situation, Situation]]:
    """The lifting of a ban with the ban before it, where a clause tells who imposed it or when."""
    frame, taken = kinds.frame_of_outcome(scene, "blocking"), {s.head for s in situations}
    for lifted in [s for s in situations if s.frame.outcome == "unblocking" and s.B and frame]:
        for verb in _laid(scene, lifted):
            if frame and verb not in taken:
                hit = Hit(Trigger((scene.tree[verb].lemma,), "verb", frame), (verb,), verb)
                by = doers(scene, verb) if scene.tree[verb].passive else subjects(scene.tree, verb, scene.lexicon)
                bodies = [spot for spot in party(scene, by, frame.A) if is_authority(scene, spot)]
                yield lifted, Situation(hit, verb, A=bodies, B=list(lifted.B), anchors={verb})


def write_order(scene: Scene, lifted: Situation, ban: Situation, notes: Notes) -> None:
    """The lifting came after the ban."""
    events = [notes.events.of(situation.node) for situation in (lifted, ban)]
    if events[0] and events[1] and events[0].real and events[1].real:
        notes.ledger.add(scene, spot_of(events[0], lifted), "followed", spot_of(events[1], ban), Verdict(Status.ASSERTED),
                         sorted({lifted.head, ban.head}), "order/lifted")


def _laid(scene: Scene, lifted: Situation) -> list[int]:
    """The verbs of laying a ban behind that of lifting it whose object is the ban: "that it had imposed", "imposed in March"."""
    tree = scene.tree
    bans = {i for i in (*lifted.hit.words, *objects(tree, lifted.head)) if scene.is_any(i, "ban_nouns")}
    return [verb for verb in scene.any_of("laying") if bans and lifted.head < verb and tree[verb].pos in VERBAL and any(
        i in bans or i > lifted.head and scene.is_any(i, "thing_pronouns") and tree[verb].slot == "adverbial"
        for i in (subjects(tree, verb, scene.lexicon) if tree[verb].passive else objects(tree, verb)))]
