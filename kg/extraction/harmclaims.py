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

_NEAR = 6
_CIVIL = ("lawsuit", "class-action", "police-report")
_CLAIMANTS = ("group:plaintiffs", "group:parents", "group:victims", "group:users", "group:children")
_REPORTED = (Status.ALLEGED, Status.ASSERTED, Status.CONFIRMED)
_ACCUSED = ("charge", "arrest", "suspect-named", "sentence-demand")
_TRIED = (*_ACCUSED, "sentence", "conviction", "acquittal")
_SUFFERED = {   # which harms a group that stands near by is the one to suffer
    "children": ("csea", "csam", "grooming", "child-sextortion", "self-harm", "suicide", "privacy", "unsafe-challenge",
                 "age-inappropriate", "child-safety", "csa-livestream", "csam-synthetic", "bullying"),
    "users": ("data-breach", "privacy", "fraud", "investment-fraud", "phishing"),
    "women": ("ncii", "ncii-deepfake", "harassment", "stalking", "violence-women"),
}
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
        group = spot.node.removeprefix("group:")
        near = harm.concept in _SUFFERED.get(group, ()) and _stands_near(scene, harm, spot)
        if group in _HARMED and (near or _suffers(scene, harm, spot)):
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


def _stands_near(scene: Scene, harm: Harm, spot: Spot) -> bool:
    """Whether a group stands so near to the harm that it is the one harmed, outside the harm's own name."""
    first, last = min(harm.words), max(harm.words)
    if not scene.words("definite_after") or first - 1 <= spot.first <= last + 1 and _is_label(harm):
        return False
    gap = range(last + 1, spot.first) if spot.first > last else range(spot.last + 1, first)
    stops = {",", ";", ":", "“", "”", '"'}
    fought = any(scene.is_any(i, "fight_harm") for i in (*gap, spot.first - 1))
    return len(gap) <= _NEAR and not fought and not any(scene.tree[i].text in stops for i in gap)


def _is_label(harm: Harm) -> bool:
    """Whether the harm is named by words that stand together ("child grooming"): a name alone tells of nobody harmed."""
    return max(harm.words) - min(harm.words) < len(harm.words) + 1


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
    if not stated.negated and _denied_before(scene, harm):
        stated = Stance(stated.effects, True)
    action = next((e.speaker for e in stated.effects if e.speaker and notes.discourse.kind(e.speaker) == "LegalAction"), "")
    link = link or _of_speaker(harm, stated, notes)
    action = action or _of_plaintiff(stated, situations) or _brought_by_speaker(scene, stated, notes)
    if action:
        _by_document(scene, harm, action, link.node if link else "", notes)
    if not link:
        return
    verdict = judge(stated, notes.parties, subject=link.node, accusing=True)
    verdict = _in_doubt_weaker(scene, harm, situations, verdict)
    if verdict and not verdict.negated and verdict.status in (Status.ASSERTED, Status.ALLEGED) and (
            finder := _proved_by(scene, harm)):
        verdict = Verdict(Status.CONFIRMED, said_by=finder.node, spot=finder)
    if verdict and verdict.negated and verdict.status is Status.ASSERTED and scene.words("definite_after"):
        return   # that no harm was done is some party's word, not the publication's
    place = _place(scene, link.node)
    notes.ledger.add(scene, place, "reportedHarm", _spot(harm), verdict, link.words, "harm/reported")
    for spot in _harmed(scene, harm):
        notes.ledger.add(scene, place, "affects", spot, verdict, [*harm.words, spot.first], "harm/affected")


def _brought_by_speaker(scene: Scene, stated: Stance, notes: Notes) -> str:
    """The action whose plaintiffs say it, or in whose papers it stands: "penggugat mendalilkan", "dalam berkas gugatan"."""
    for effect in stated.effects:
        if effect.status in (Status.ALLEGED, "said") and effect.speaker:
            brought = notes.events.brought_by(effect.speaker)
            if brought and brought.concept in _CIVIL:
                return brought.node
            last = notes.events.last_action()
            if effect.speaker in _CLAIMANTS and last and last.concept in _CIVIL and not any(
                    notes.discourse.kind(node) != "Group" for node in last.A):
                return last.node
    last = notes.events.last_action()
    return last.node if last and stated.effects and any(scene.is_any(i, "papers") for i in range(min(5, len(scene.tree)))) else ""


def _of_speaker(harm: Harm, stated: Stance, notes: Notes) -> links.Link | None:
    """"The founder admitted that customer data was stolen": what a party admits or denies, it says of its own platform."""
    for effect in stated.effects:
        own = notes.platforms_of(effect.speaker) if effect.speaker and not effect.finding else []
        if effect.status in (Status.CONFIRMED, Status.DENIED) and len(own) == 1:
            return links.Link(own[0], harm.words)
    return None


def _proved_by(scene: Scene, harm: Harm) -> Spot | None:
    """"... yang terbukti bersalah menyebarkan H": the court or authority before the proof, else the court spoken of last."""
    first = min(harm.words)
    proof = next((i for i in range(first - 1, max(first - 2 * _NEAR, -1), -1) if scene.is_any(i, "proof")), -1)
    doubts = ("negatives", "conditionals", "suspected", "modals")
    if proof < 0 or any(scene.is_any(i, words) for words in doubts for i in range(max(0, proof - 4), proof)):
        return None
    spots = [spot for spot in scene.mentions.spots if spot.last < proof and spot.how == "name"]
    finders = [spot for spot in spots if _finds(scene, spot)]
    court = next((node for node in reversed(scene.discourse.recent) if scene.discourse.is_court(node)), "")
    return finders[0] if finders else Spot(court, proof, proof, "implied") if court else None


def _finds(scene: Scene, spot: Spot) -> bool:
    """Whether a mention is of an authority that finds, no police force, or of a judge."""
    if scene.discourse.kind(spot.node) == "Person":
        return any(scene.is_any(i, "judges") for i in range(max(0, spot.first - 3), spot.first))
    body = scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    return body and not any(scene.is_any(i, "police") for i in range(spot.first, spot.last + 1))


def _denied_before(scene: Scene, harm: Harm) -> bool:
    """"bukan tempat berjudi": a negation shortly before the harm, in the same stretch, whatever the tree makes of it."""
    tree, first = scene.tree, min(harm.words)
    if not scene.words("definite_after"):
        return False
    for index in range(first - 1, max(first - _NEAR, -1), -1):
        stops = tree[index].text in (",", ";", ":", "“", "”", '"')
        reported = cues.cue_at(scene, index, "verb") is not None   # "tanpa mengakui bahwa ...": not the harm is negated
        if stops or reported or scene.is_any(index, "fight_harm") or scene.is_any(index, "failing"):
            return False
        if scene.is_any(index, "negatives"):
            return not scene.is_any(index + 1, "not_only")
    return False


def _in_doubt_weaker(scene: Scene, harm: Harm, situations: list[Situation], verdict: Verdict | None) -> Verdict | None:
    """An accusation whose reporting word the parse has lost must not become a fact: a cue before it makes it alleged.

    So do a lawsuit, a charge and an arrest that the sentence tells of before it names the harm.
    """
    first = min(harm.words)
    accused = any(s.head < first and (s.frame.action or s.frame.outcome in _TRIED) for s in situations)
    accused = accused or scene.tree.sentence.kind != "paragraph" and any(s.frame.action for s in situations)
    accused = accused or any(scene.is_any(index, "suspected") for index in range(max(0, first - _NEAR), first))
    if verdict and verdict.status is Status.ASSERTED and (accused or cues.cue_before(scene, first)):
        return Verdict(Status.ALLEGED, verdict.negated, verdict.said_by, verdict.spot)
    return verdict


def _of_plaintiff(stated: Stance, situations: list[Situation]) -> str:
    """"A lawsuit by a couple, who say that X ...": the action of whoever accuses."""
    speakers = {effect.speaker for effect in stated.effects if effect.speaker}
    brought = (s for s in situations if s.frame.action not in ("", "appeal") and s.node)
    return next((s.node for s in brought if speakers & {a.node for a in s.A}), "")


def _by_document(scene: Scene, harm: Harm, action: str, platform: str, notes: Notes) -> None:
    """"The complaint says that ...": what an action says, it alleges; it is against the platform if against nobody else."""
    event = notes.events.of(action)
    first = min(harm.words)
    spot = next((s for s in scene.actions.values() if s.node == action), Spot(action, first, first, "implied"))
    if event:
        words = list(harm.words)
        if platform and not event.B:
            event.B.add(platform)
            notes.ledger.add(scene, spot, "defendant", _place(scene, platform), Verdict(Status.ASSERTED), words, "harm/document")
        notes.ledger.add(scene, spot, "allegesHarm", _spot(harm), Verdict(Status.ASSERTED), words, "harm/document")
        said = Verdict(Status.ALLEGED, said_by=action, spot=spot)
        for group in _harmed(scene, harm):
            notes.ledger.add(scene, spot, "affects", group, said, [*words, group.first], "harm/affected")
        _alleged_of(scene, harm, spot, event.B, words, notes)


def _denial_of_accusations(scene: Scene, notes: Notes) -> None:
    """"Strangly denied the allegations", "called the suit baseless": denies the harms that were alleged of it so far."""
    tree = scene.tree
    rejected = any(scene.is_any(token.index, "rejections") for token in tree.tokens)
    for token in tree.tokens:
        if scene.is_any(token.index, "accusation_nouns") or _is_pronoun_of_denial(scene, token.index):
            for platform in _accused_platforms(notes) or [""]:
                verdict = judge(stance.read(scene, token.index), notes.parties, subject=platform, accusing=True)
                denied = verdict and verdict.status is Status.DENIED and _under_denial(scene, token.index)
                if verdict and not verdict.negated and (denied or rejected and _is_voiced(verdict)):
                    _deny(scene, verdict, [tree[token.index].head, token.index], notes)
                    return


def _under_denial(scene: Scene, index: int) -> bool:
    """Whether a word of denial governs the accusation: "rejected the claims", not "insisted it had ignored no report"."""
    found = [cue for upper in scene.tree.ancestors(index) for cue in cues.starting_at(scene, upper)]
    return any(cue.status == Status.DENIED for cue in found)


def _accused_platforms(notes: Notes) -> list[str]:
    """The platforms of which the article has reported a harm so far."""
    return [node for node in sorted(notes.discourse.nodes) if notes.ledger.says(node, "reportedHarm", *_REPORTED)]


def _is_pronoun_of_denial(scene: Scene, index: int) -> bool:
    """"Smolder disputes that", "membantah hal itu": what was said just before."""
    token = scene.tree[index]
    cue = cues.cue_at(scene, token.head, "verb")
    denied = cue is not None and cue.status == Status.DENIED and token.slot == "object"
    return denied and scene.is_any(index, "pronouns_of_claims")


def _is_voiced(verdict: Verdict) -> bool:
    return bool(verdict.said_by) and verdict.status in (Status.ALLEGED, Status.CONFIRMED, Status.ASSERTED)


def _deny(scene: Scene, verdict: Verdict, words: list[int], notes: Notes) -> None:
    for platform in notes.platforms_of(verdict.said_by):
        alleged = notes.ledger.says(platform, "reportedHarm", Status.ALLEGED)
        for claim in alleged or notes.ledger.says(platform, "reportedHarm", *_REPORTED)[-1:]:
            if isinstance(claim.object, Mention):
                place = _place(scene, platform)
                harm = Spot(claim.object.node, 0, 0, "implied")
                notes.ledger.add(scene, place, "reportedHarm", harm, Verdict(
                    Status.DENIED, said_by=verdict.said_by, spot=verdict.spot), words, "harm/denied")
