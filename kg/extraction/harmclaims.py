"""What a sentence claims of harms: alleged by an action, found by an authority, reported of a platform, denied."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import cues, harms, links, stance
from kg.extraction.certainty import stance_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.harms import Harm
from kg.extraction.notes import Ground, Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.extraction.verdicts import Verdict, judge
from kg.model import Mention, Status

_ACCUSED = ("charge", "arrest", "suspect-named", "sentence-demand")
_TRIED = (*_ACCUSED, "sentence", "conviction", "acquittal")
_HARMED = ("children", "women", "users", "victims")


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down every claim about a harm that the sentence makes."""
    found = harms.find(scene.tree, scene.lexicon, notes.ontology, scene.harm_labels)
    for harm in found:
        _harm(scene, harm, situations, notes)
    if not found:
        _denial_of_accusations(scene, notes)


def _harm(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes) -> None:
    grounded = [s for s in situations if s.node and links.ground_of(scene, harm, s.anchors)]
    action = next((s for s in grounded if s.frame.action), None) or _by_place(scene, harm, situations, bool(grounded))
    outcome = next((s for s in grounded if s.frame.outcome and s.frame.ground), None)
    charge = next((s for s in grounded if s.frame.outcome in _ACCUSED), None)
    if action:
        _alleged_by_action(scene, harm, action, notes)
    elif outcome:
        _found(scene, harm, outcome, notes)
    elif charge:
        _charged(scene, harm, charge, notes)
    else:
        _reported(scene, harm, situations, notes)


def _by_place(scene: Scene, harm: Harm, situations: list[Situation], grounded: bool) -> Situation | None:
    """The action whose ground the harm is by the order of words, if nothing else in the sentence claims it."""
    before = [s for s in situations if s.node and s.head < min(harm.words)]
    last = max(before, key=lambda s: s.head, default=None)
    fits = last and last.frame.action and not grounded and links.follows_ground(scene, harm, last.head)
    return last if fits else None


def _spot(harm: Harm) -> Spot:
    return Spot(f"harm:{harm.concept}", min(harm.words), max(harm.words), "harm")


def _platforms(notes: Notes, parties: set[str]) -> list[str]:
    """The platforms among the parties, else those that the companies among them run."""
    own = sorted(node for node in parties if notes.discourse.kind(node) == "Platform")
    return own or sorted({platform for party in parties for platform in notes.platforms_of(party)})


# ------------------------------------------------------------------------------------------------ legal actions

def _alleged_by_action(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """A lawsuit over H: that it alleges H is asserted, H itself is alleged, said by the action."""
    verdict = judge(stance_of(scene, situation), notes.parties)
    event = notes.events.of(situation.node)
    if not verdict or not event or verdict.negated:
        return
    words = sorted({situation.head, *harm.words})
    spot = spot_of(event, situation)
    notes.ledger.add(scene, spot, "allegesHarm", _spot(harm), verdict, words, f"{situation.frame.id}/harm")
    _alleged_of(scene, harm, spot, event.B, words, notes)
    _affected(scene, harm, situation, spot, notes)


def _alleged_of(scene: Scene, harm: Harm, action: Spot, defendants: set[str], words: list[int], notes: Notes) -> None:
    alleged = Verdict(Status.ALLEGED, said_by=action.node, spot=action)
    for platform in _platforms(notes, defendants):
        place = _place(scene, platform)
        notes.ledger.add(scene, place, "reportedHarm", _spot(harm), alleged, words, "harm/alleged")


def _affected(scene: Scene, harm: Harm, situation: Situation, action: Spot, notes: Notes) -> None:
    """The group that the action names as harmed, in the words that name the harm or under them."""
    parties = {spot.node for spot in (*situation.A, *situation.B)}
    verdict = Verdict(Status.ALLEGED, said_by=action.node, spot=action)
    for spot in _harmed(scene, harm):
        if spot.node not in parties:
            notes.ledger.add(scene, action, "affects", spot, verdict, [*harm.words, spot.first], "harm/affected")


def _harmed(scene: Scene, harm: Harm) -> Iterator[Spot]:
    """The groups that the harm is said to happen to: in its words, under its noun, or beside it under its verb.

    The harm's own name ("child grooming") tells of nobody harmed.
    """
    for spot in scene.mentions.spots:
        if spot.node.removeprefix("group:") in _HARMED and _suffers(scene, harm, spot):
            yield spot


def _suffers(scene: Scene, harm: Harm, spot: Spot) -> bool:
    tree = scene.tree
    if spot.first in harm.words:
        noun = tree[harm.head].pos not in VERBAL and max(harm.words) - min(harm.words) < len(harm.words)
        return not noun and tree[spot.first].slot not in ("compound", "adjective")
    if tree[spot.last].head == harm.head and tree[harm.head].pos not in VERBAL:
        return bool(set(tree[spot.last].case.split()) & scene.words("harm_to"))
    verb = tree.verb_above(spot.last)
    below = any(tree.governs(word, spot.last) for word in harm.words)
    return verb in (harm.head, tree.verb_above(harm.head)) and verb in harm.words and tree[spot.last].slot in (
        "object", "passive") or below and bool(set(tree[spot.last].case.split()) & scene.words("harm_to"))


# ------------------------------------------------------------------------------------------------ outcomes

def _found(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """Fined, blocked or convicted for H: a finding of whoever imposed it; without a name it stays alleged."""
    stated = judge(stance_of(scene, situation), notes.parties)
    if not stated or stated.negated:
        return
    if any(scene.is_any(upper, "about_harm") for upper in scene.tree.ancestors(harm.head)):
        return   # fined for not answering questions about it
    finder = situation.A[0] if situation.A else None
    words = sorted({situation.head, *harm.words})
    if not finder and stated.status in (Status.ASSERTED, Status.CONFIRMED):
        notes.grounds.extend(Ground(scene, subject, _spot(harm), situation.node, tuple(words), f"{situation.frame.id}/ground")
                             for subject in _where(scene, harm, situation, notes))
        return
    if stated.status in (Status.HYPOTHETICAL, Status.DENIED):
        verdict = Verdict(Status.ALLEGED)
    elif finder and finder.node in _all_parties(notes, finder.node):
        verdict = Verdict(Status.CONFIRMED, said_by=finder.node, spot=finder)
    else:
        verdict = Verdict(Status.ALLEGED)
    for subject in _where(scene, harm, situation, notes):
        notes.ledger.add(scene, subject, "reportedHarm", _spot(harm), verdict, words, f"{situation.frame.id}/ground")


def settle(notes: Notes) -> None:
    """Write down the grounds that had to wait: confirmed by whoever the article says imposed the outcome, else alleged."""
    for ground in notes.grounds:
        event = notes.events.of(ground.event)
        finders = sorted(node for node in event.A if notes.discourse.kind(node) == "Organization") if event else []
        verdict = Verdict(Status.CONFIRMED, said_by=finders[0]) if finders else Verdict(Status.ALLEGED)
        notes.ledger.add(ground.scene, ground.platform, "reportedHarm", ground.harm, verdict, ground.words, ground.rule)


def _where(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> list[Spot]:
    """The platforms that the outcome befell; of what befell people, the platform that is named as the place."""
    platforms = [spot for spot in situation.B if notes.discourse.kind(spot.node) == "Platform"]
    link = None if platforms else links.link(scene, harm)
    return platforms or ([_place(scene, link.node)] if link else [])


def _place(scene: Scene, platform: str) -> Spot:
    """Where the sentence names the platform; an implied mention if it does not."""
    return next((spot for spot in scene.mentions.spots if spot.node == platform), Spot(platform, 0, 0, "implied"))


def _all_parties(notes: Notes, node: str) -> set[str]:
    return {node} if notes.discourse.kind(node) == "Organization" else set()


def _charged(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """Somebody charged with or arrested over H: alleged of a platform only where the words name it as the place."""
    imposer = situation.A[0] if situation.A else None
    verdict = Verdict(Status.ALLEGED, said_by=imposer.node if imposer else "", spot=imposer)
    if link := links.link(scene, harm):
        place = _place(scene, link.node)
        words = sorted({situation.head, *harm.words})
        notes.ledger.add(scene, place, "reportedHarm", _spot(harm), verdict, words, f"{situation.frame.id}/ground")


# ------------------------------------------------------------------------------------------------ reported, denied

def _reported(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes) -> None:
    """A harm on a platform, in whatever stance the sentence says it."""
    link = links.link(scene, harm, notes.subject, notes.platforms_of)
    stated = stance.read_clause(scene, harm.head)
    if link and link.verb >= 0:
        clause = stance.read(scene, link.verb)
        stated = Stance((*stated.effects, *clause.effects), stated.negated or clause.negated)
    action = next((e.speaker for e in stated.effects if e.speaker and notes.discourse.kind(e.speaker) == "LegalAction"), "")
    action = action or _of_plaintiff(stated, situations)
    if action:
        _by_document(scene, harm, action, link.node if link else "", notes)
    if not link:
        return
    verdict = judge(stated, notes.parties, subject=link.node, accusing=True)
    verdict = _in_doubt_weaker(scene, harm, situations, verdict)
    place = _place(scene, link.node)
    notes.ledger.add(scene, place, "reportedHarm", _spot(harm), verdict, link.words, "harm/reported")
    for spot in _harmed(scene, harm):
        notes.ledger.add(scene, place, "affects", spot, verdict, [*harm.words, spot.first], "harm/affected")


def _in_doubt_weaker(scene: Scene, harm: Harm, situations: list[Situation], verdict: Verdict | None) -> Verdict | None:
    """An accusation whose reporting word the parse has lost must not become a fact: a cue before it makes it alleged.

    So do a lawsuit, a charge and an arrest that the sentence tells of before it names the harm.
    """
    first = min(harm.words)
    accused = any(s.head < first and (s.frame.action or s.frame.outcome in _TRIED) for s in situations)
    if verdict and verdict.status is Status.ASSERTED and (accused or cues.cue_before(scene, first)):
        return Verdict(Status.ALLEGED, verdict.negated, verdict.said_by, verdict.spot)
    return verdict


def _of_plaintiff(stated: Stance, situations: list[Situation]) -> str:
    """"A lawsuit by a couple, who say that X ...": the action of whoever accuses."""
    speakers = {effect.speaker for effect in stated.effects if effect.speaker}
    return next((s.node for s in situations if s.frame.action not in ("", "appeal") and s.node and speakers & {a.node for a in s.A}), "")


def _by_document(scene: Scene, harm: Harm, action: str, platform: str, notes: Notes) -> None:
    """"The complaint says that ...": what an action says, it alleges; it is against the platform if against nobody else."""
    event = notes.events.of(action)
    spot = next((s for s in scene.actions.values() if s.node == action), None)
    if event and spot:
        words = list(harm.words)
        if platform and not event.B:
            event.B.add(platform)
            notes.ledger.add(scene, spot, "defendant", _place(scene, platform), Verdict(Status.ASSERTED), words, "harm/document")
        notes.ledger.add(scene, spot, "allegesHarm", _spot(harm), Verdict(Status.ASSERTED), words, "harm/document")
        _alleged_of(scene, harm, spot, event.B, words, notes)


def _denial_of_accusations(scene: Scene, notes: Notes) -> None:
    """"Strangly denied the allegations", "called the suit baseless": denies the harms that were alleged of it so far."""
    tree = scene.tree
    rejected = any(scene.is_any(token.index, "rejections") for token in tree.tokens)
    for token in tree.tokens:
        if scene.is_any(token.index, "accusation_nouns") or _is_pronoun_of_denial(scene, token.index):
            verdict = judge(stance.read(scene, token.index), notes.parties, accusing=True)
            if verdict and not verdict.negated and (verdict.status is Status.DENIED or rejected and _is_voiced(verdict)):
                _deny(scene, verdict, [tree[token.index].head, token.index], notes)
                return


def _is_pronoun_of_denial(scene: Scene, index: int) -> bool:
    """"Smolder disputes that", "membantah hal itu": what was said just before."""
    token = scene.tree[index]
    cue = cues.cue_at(scene, token.head, "verb")
    return cue is not None and cue.status == Status.DENIED and token.slot == "object" and scene.is_any(index, "pronouns_of_claims")


def _is_voiced(verdict: Verdict) -> bool:
    return bool(verdict.said_by) and verdict.status in (Status.ALLEGED, Status.CONFIRMED, Status.ASSERTED)


def _deny(scene: Scene, verdict: Verdict, words: list[int], notes: Notes) -> None:
    for platform in notes.platforms_of(verdict.said_by):
        for claim in notes.ledger.says(platform, "reportedHarm", Status.ALLEGED):
            if isinstance(claim.object, Mention):
                place = _place(scene, platform)
                harm = Spot(claim.object.node, 0, 0, "implied")
                notes.ledger.add(scene, place, "reportedHarm", harm, Verdict(
                    Status.DENIED, said_by=verdict.said_by, spot=verdict.spot), words, "harm/denied")
