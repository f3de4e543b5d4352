"""Denials of what was said before: "denied the allegations", "called the suit baseless", "disputes that"."""

from __future__ import annotations

from kg.extraction import cues, opinions, stance
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.verdicts import Verdict, judge
from kg.model import Mention, Status

_REPORTED = (Status.ALLEGED, Status.ASSERTED, Status.CONFIRMED)


def mention_of(scene: Scene, platform: str) -> Spot:
    """Where the sentence names the platform; an implied mention if it does not."""
    return next((spot for spot in scene.mentions.spots if spot.node == platform), Spot(platform, 0, 0, "implied"))


def write_denial(scene: Scene, notes: Notes) -> None:
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
    for platform in _accused_platforms(notes) if opinions.denies(scene) else []:
        if speaker := opinions.party(scene, platform, notes):
            _deny(scene, Verdict(Status.DENIED, said_by=speaker.node, spot=speaker), [speaker.first], notes)
            return


def _under_denial(scene: Scene, index: int) -> bool:
    """Whether the accusation itself is denied: "rejected the claims", not "denied that it had ignored reports"."""
    verb = scene.tree.verb_above(index)
    return verb is not None and any(cue.status == Status.DENIED for cue in cues.starting_at(scene, verb))


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
                place = mention_of(scene, platform)
                harm = Spot(claim.object.node, 0, 0, "implied")
                notes.ledger.add(scene, place, "reportedHarm", harm, Verdict(
                    Status.DENIED, said_by=verdict.said_by, spot=verdict.spot), words, "harm/denied")
