"""Nouns that speak of an outcome told before without saying which: "the ruling", "the move", "keputusan itu"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.arguments import agents, obliques, subjects
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.nouns import definite
from kg.extraction.players import doers, party
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status

_RULED = ("judgment-plaintiff", "judgment-defendant", "damages", "injunction", "dismissal", "conviction", "acquittal",
          "sentence", "fine", "bankruptcy")
_NOUNS = ("ruling_nouns", "deal_nouns", "move_nouns", "leaving_nouns", "removal_nouns")
_BORNE = ("subject", "passive", "object", "root")
_AGREED = ("settlement", "acquisition")
_MOVED = ("blocking", "unblocking", "suspension", "shutdown", "delisting", "licence-revoked", "fine", "warning",
          "policy-change", "acquisition", "bankruptcy")
_LIFTED = ("blocking", "suspension", "delisting")   # what an unblocking ends


def find(scene: Scene, situations: list[Situation], notes: Notes) -> list[Situation]:
    """The outcome that a definite noun of the sentence speaks of, as a situation that dates and places can hang on."""
    told = {situation.node for situation in situations if situation.frame.outcome and situation.node}
    if told:
        return [earlier for earlier in (*_after(scene, notes), *_opening(scene, notes)) if earlier.node not in told]
    for token in (scene.tree[index] for index in scene.any_of(*_NOUNS)):
        known = _known(scene, token.index, notes)
        if _concepts(scene, token.index) and definite(scene, token.index) and token.slot in _BORNE:
            return [_again(scene, known, token.index, notes)] if known else []
    return []


def _opening(scene: Scene, notes: Notes) -> Iterator[Situation]:
    """"Her departure comes a month after Norway fined the app", "the removal followed a fine": what came after another one."""
    tree = scene.tree
    for index in scene.any_of(*_NOUNS):
        verb = tree[index].head
        comes = tree[index].slot in ("subject", "passive") and any(
            scene.is_any(verb, words) for words in ("coming", "following_on"))
        if comes and definite(scene, index) and (known := _known(scene, index, notes)):
            yield _again(scene, known, index, notes)


def _known(scene: Scene, noun: int, notes: Notes) -> Situation | None:
    """The outcome told last that a noun may speak of."""
    concepts = _concepts(scene, noun)
    return next((s for s in reversed(notes.outcomes) if s.frame.outcome in concepts), None)


def tells_on(scene: Scene, situation: Situation) -> bool:
    """"Penandatanganan akuisisi dilakukan pada 17 Mei", "Surat pencabutan diterima ...": a bare Indonesian noun at the beginning
    of the sentence, alone or under another one, speaks of what has been told.
    """
    tree, noun = scene.tree, situation.head
    bare = not tree.children(noun, "modifier", "determiner", "number", "relative", "flat")
    top = tree[noun].head if tree[noun].slot == "modifier" and tree[noun].head == noun - 1 else noun
    opening = top == 0 and tree[top].slot in ("subject", "passive")
    return bool(scene.words("definite_after")) and opening and bare and situation.hit.trigger.construction == "noun"


def _after(scene: Scene, notes: Notes) -> Iterator[Situation]:
    """"After the deal closed, ...", "Setelah transaksi rampung, ...": the outcome after which something else came about."""
    for token in (scene.tree[i] for i in scene.any_of("ruling_nouns", "deal_nouns")):
        at = token.index - 1
        while at > 0 and scene.tree[at].pos == "DET":
            at -= 1
        bare = bool(scene.words("definite_after")) or definite(scene, token.index)
        known = _known(scene, token.index, notes)
        if at >= 0 and bare and known and scene.is_any(at, "after"):
            yield _again(scene, known, token.index, notes)


def _concepts(scene: Scene, index: int) -> tuple[str, ...]:
    named = (("ruling_nouns", _RULED), ("deal_nouns", _AGREED), ("move_nouns", _MOVED),
             ("leaving_nouns", ("resignation",)), ("removal_nouns", ("delisting", "blocking")))
    return next((concepts for words, concepts in named if scene.is_any(index, words)), ())


def _again(scene: Scene, known: Situation, noun: int, notes: Notes) -> Situation:
    """The known outcome, spoken of by this noun and by the verb that it is the subject of; who imposed it, where it says so."""
    tree, frame = scene.tree, known.frame
    verb = tree[noun].head
    carried = tree[noun].slot in ("subject", "passive") and tree[verb].pos in VERBAL and not scene.is_any(verb, "following_on")
    trigger = Trigger((tree[noun].lower,), "noun", frame)
    situation = Situation(Hit(trigger, (noun,), noun), noun, anchors={noun, verb} if carried else {noun},
                          node=known.node, definite=True)
    event = notes.events.of(known.node)
    by = agents(tree, verb) if scene.is_any(verb, "light_A") else []
    by += obliques(tree, verb, frame.by) if scene.is_any(verb, "coming") else []
    if carried and event and frame.imposed:
        for spot in party(scene, by, frame.A):
            if notes.parties.is_authority(spot.node) or spot.node in scene.discourse.judges:
                notes.ledger.add(scene, spot_of(event, situation), "imposedBy", spot, Verdict(Status.ASSERTED), [noun, verb],
                                 f"{frame.id}/again")
    return situation


def lifted(situation: Situation, notes: Notes) -> list[Spot]:
    """"The ban was lifted in May": of what was blocked or suspended before."""
    told = [event for concept in _LIFTED if (event := notes.events.last_outcome(concept)) and event.real]
    last = max(told, key=lambda event: event.told, default=None)
    return [Spot(node, situation.head, situation.head, "implied") for node in sorted(last.B)] if last else []


def as_dropped(scene: Scene, situation: Situation, notes: Notes) -> None:
    """Courts dismiss; an investigation that ends was dropped by whoever led it, and what a judge drops is dismissed. Who leads
    an investigation and ends it has settled nothing.
    """
    concepts = {event.concept for spot in situation.B if (event := notes.events.of(spot.node))}
    frame, outcome = situation.frame, situation.frame.outcome
    if concepts == {"investigation"} and (outcome == "dismissal" or outcome == "settlement" and _ends_own(scene, situation)):
        outcome = "withdrawal"
    elif outcome == "dismissal" and concepts == {"criminal-case"} and _by_prosecutors(scene, situation):
        outcome = "withdrawal"
    elif outcome == "withdrawal" and situation.hit.trigger.is_verb and any(
            _is_no_plaintiff(scene, i, situation, notes) for i in subjects(scene.tree, situation.head, scene.lexicon)):
        outcome = "dismissal"
    if outcome != frame.outcome:
        situation.hit = replace(situation.hit, trigger=replace(situation.hit.trigger, frame=replace(frame, outcome=outcome)))


def _by_prosecutors(scene: Scene, situation: Situation) -> bool:
    """"Perkara terhadap N dihentikan jaksa", "prosecutors dropped the case": theirs to drop, and no court's to dismiss."""
    head = situation.head
    doing = doers(scene, head) if scene.tree[head].passive else subjects(scene.tree, head, scene.lexicon)
    return situation.hit.trigger.is_verb and any(scene.is_any(i, "prosecuting") for i in doing)


def _ends_own(scene: Scene, situation: Situation) -> bool:
    """"Prosecutors have ended their probe", "Ofcom ended its inquiry": the subject is in office, and pays nothing."""
    tree, head = scene.tree, situation.head
    doing = subjects(tree, head, scene.lexicon) if situation.hit.trigger.is_verb and scene.is_any(head, "ending") else []
    spots = [scene.mentions.at.get(i) for i in doing]
    named = any(spot and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
                for spot in spots)
    return named or any(scene.is_any(i, "officials") and not spot for i, spot in zip(doing, spots))


def _is_no_plaintiff(scene: Scene, index: int, situation: Situation, notes: Notes) -> bool:
    """Courts, judges, and those whom the action is against: they withdraw nothing."""
    accused = {node for spot in situation.B if (event := notes.events.of(spot.node)) for node in event.B - event.A}
    spot = scene.mentions.at.get(index)
    court = scene.is_any(index, "court_words") or scene.is_any(index, "judges")
    return court or spot is not None and (spot.node in accused or scene.discourse.is_court(spot.node))


def is_upheld(scene: Scene, situation: Situation) -> bool:
    """"A court on Monday upheld the fine": who imposed it and when, its confirmation does not tell."""
    tree, head = scene.tree, situation.head
    noun = not situation.hit.trigger.is_verb and tree[head].slot in ("object", "passive")
    return scene.is_any(tree[head].head if noun else head, "upholding")
