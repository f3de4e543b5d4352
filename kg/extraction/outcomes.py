"""Outcomes: what befell whom, by whom it was imposed, and which one it is that a sentence tells again."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import awards, disposals, litigants, opinions, posts, proposals, references
from kg.extraction.arguments import subjects
from kg.extraction.attaching import lies_ahead
from kg.extraction.bearing import of_kin, of_somebody_else
from kg.extraction.certainty import contested, presupposed
from kg.extraction.discourse import Spot
from kg.extraction.events import Event, spot_of
from kg.extraction.notes import Notes
from kg.extraction.players import is_of_trial, speaks_of_accused
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status

_UNREAL = (Status.HYPOTHETICAL, Status.DENIED)
_TRIAL = ("suspect-named", "charge", "sentence-demand", "conviction", "sentence")
_ARRESTED = (*_TRIAL, "arrest", "acquittal")
_TRIED = ("Person", "Group")
_OWN_ACCORD = ("withdrawal", "settlement", "policy-change", "resignation", "acquisition")


def write(scene: Scene, situation: Situation, notes: Notes) -> None:
    """An outcome: of whom or of which action it is, and who imposed it."""
    known = notes.events.last_outcome(situation.frame.outcome) if situation.definite else None
    told = bool(known and known.real) or awards.was_awarded(scene, situation)
    verdict = judge(presupposed(scene, situation, told), notes.parties,
                    of=situation.B[0].node if situation.B and not situation.A else "")
    if verdict and verdict.status is Status.ASSERTED and lies_ahead(scene, situation):
        verdict = replace(verdict, status=Status.HYPOTHETICAL)
    sure = situation.frame.outcome == "charge" or contested(scene, situation)
    verdict = verdict if sure else opinions.of_outcome(scene, verdict, situation.head)
    real = verdict is not None and verdict.status not in _UNREAL and not verdict.negated
    disposals.as_fine(scene, situation)
    if situation.frame.of_case or litigants.is_told_to(scene, situation):
        disposals.into_case(scene, situation, verdict, notes)
        disposals.as_settlement(scene, situation)
    if situation.frame.of_post:
        situation.B = posts.given_up(scene, situation.hit, situation.B, notes)
    if situation.frame.B == ("LegalAction",):
        disposals.find_action(scene, situation, verdict, notes)
        references.as_dropped(scene, situation, notes)
    if situation.frame.outcome == "unblocking" and real:   # a ban that may be lifted is told of with what it befell
        situation.B = situation.B or references.lifted(situation, notes)
    event = None   # what befalls several at once is one event
    for subject in situation.B:
        event = notes.events.outcome(scene, situation, subject.node, real=real, shared=_shared(event, subject, notes))
        tell(scene, situation, subject, event, verdict, notes)
    people = [spot.node for spot in situation.B if notes.discourse.kind(spot.node) == "Person"]
    if situation.frame.outcome in _ARRESTED and people:
        notes.discourse.accomplices = people
    if not situation.B and not _of_accused(scene, situation, verdict, notes):
        _known_outcome(scene, situation, verdict, notes)


def _shared(event: Event | None, subject: Spot, notes: Notes) -> Event | None:
    """"Blocked X and two other apps, Y and Z", "A dan B ditangkap": one event for all; suits each have their own."""
    kind = notes.discourse.kind
    kinds = {kind(node) for node in (subject.node, *(event.B if event else ()))}
    return event if kinds <= {"Platform"} or kinds <= {"Organization"} or kinds <= set(_TRIED) else None


def tell(scene: Scene, situation: Situation, subject: Spot, event: Event, verdict: Verdict | None, notes: Notes) -> None:
    """Write down that this outcome befell somebody, and who imposed it."""
    if notes.is_background(subject.node):
        return
    situation.node = event.node
    spot = spot_of(event, situation)
    scene.actions[situation.head] = spot
    notes.ledger.add(scene, subject, "outcome", spot, verdict, situation.hit.words, situation.hit.rule)
    if verdict and verdict.negated:
        return
    if situation.frame.outcome in _ARRESTED and notes.discourse.kind(subject.node) in _TRIED:
        notes.discourse.accused = subject.node
    for imposer in situation.A:
        if _may_impose(scene, situation, imposer, notes):
            event.A.add(imposer.node)   # a later sentence may be the first to tell who it was
            notes.ledger.add(scene, spot, "imposedBy", imposer, verdict, situation.hit.words, situation.hit.rule)


def _may_impose(scene: Scene, situation: Situation, imposer: Spot, notes: Notes) -> bool:
    """An authority, or a judge by name, where A does it to B; what somebody does of his own accord nobody imposes."""
    own = not situation.hit.trigger.is_verb and scene.tree.governs(situation.head, imposer.first)   # "upheld Y's fine"
    if situation.frame.outcome in _OWN_ACCORD or references.is_upheld(scene, situation) and not own:
        return False
    if scene.discourse.kind(imposer.node) == "Person":
        return imposer.how != "name" and imposer.node not in scene.discourse.holders or bool(
            {t.lower for t in scene.tree.tokens[max(0, imposer.first - 3):imposer.first]} & scene.words("judges"))
    return situation.frame.imposed or notes.parties.is_authority(imposer.node)


def _of_accused(scene: Scene, situation: Situation, verdict: Verdict | None, notes: Notes) -> bool:
    """"The verdict given by the court", "tuntutan jaksa": of whoever stands trial in this article."""
    accused = notes.discourse.accused
    they = speaks_of_accused(scene, situation)
    told = they or situation.frame.outcome != "fine" and bool(situation.A or situation.definite)
    told = told or situation.frame.outcome == "fine" and (
        proposals.beside_prison(scene, situation.head) or is_of_trial(scene, situation))
    told = told or situation.frame.outcome == "sentence-demand"   # "prosecutors had asked for seven years"
    told = told or situation.hit.trigger.construction == "noun" and situation.frame.outcome in _TRIAL and (
        not of_somebody_else(scene, situation, accused))
    if not accused or situation.frame.outcome not in (*_ARRESTED, "fine") or not told:
        return False
    if of_kin(scene, situation):
        return False
    event, several = None, notes.discourse.accomplices
    for one in several if accused in several and _is_plural(scene, situation) else [accused]:
        real = verdict is not None and verdict.status not in _UNREAL
        event = notes.events.outcome(scene, situation, one, real=real, shared=event)
        tell(scene, situation, Spot(one, 0, 0, "implied"), event, verdict, notes)
    return True


def _is_plural(scene: Scene, situation: Situation) -> bool:
    """"Keduanya ditahan", "they were charged", "ancaman hukumannya": no "he" and no "terdakwa"."""
    return not situation.hit.trigger.is_verb or any(
        scene.is_any(i, "they") for anchor in situation.anchors for i in subjects(scene.tree, anchor, scene.lexicon))


def _known_outcome(scene: Scene, situation: Situation, verdict: Verdict | None, notes: Notes) -> None:
    """"This closure", "the fine": an outcome that the article has told of before; to speak of it is to say it again."""
    known = notes.events.last_outcome(situation.frame.outcome)
    denied = verdict is not None and verdict.status is Status.DENIED   # "denied that there was a settlement"
    if known and known.real and (situation.definite or denied or references.tells_on(scene, situation)):
        for subject in sorted(known.B):
            tell(scene, situation, Spot(subject, 0, 0, "implied"), known, verdict, notes)
