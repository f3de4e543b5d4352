"""Where the model and the rules differ on how something is said: the surer words of the two, never a bolder fact.

The model has seen how denials and plans sound in whole sentences; the rules know whose words they are. The model may weaken
what the rules found, and call an allegation denied where somebody stands in the sentence who can deny. It makes nothing surer.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import cues
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.verdicts import Verdict
from kg.extraction.wordorder import is_aside, is_reason
from kg.model import Status

_SURE = 0.6     # of all ways of saying, how much the likeliest must have
_LEAST = 0.4    # and how likely it must be at all
_FACTUAL = 0.9
_CLEARLY = 0.8  # how likely, to weaken what the words state
_HARM = ("harm-alleged", "harm-asserted", "harm-confirmed", "harm-denied")
_REPORTED = ("said", Status.ALLEGED, Status.DENIED)
_OUTCOME = ("outcome-asserted", "outcome-hypothetical", "outcome-not")


def of_harm(scene: Scene, verdict: Verdict | None, platform: str, notes: Notes, *, learnt: bool = False) -> Verdict | None:
    """The verdict on a harm, weighed against the model's opinion of the sentence; a harm that only the model sees is
    no fact unless it sounds like one.
    """
    said = _likeliest(scene, _HARM)
    if verdict is None or verdict.status is Status.HYPOTHETICAL or not said and not learnt:
        return verdict
    if said == "harm-denied" and verdict.status not in (Status.CONFIRMED, Status.DENIED) and _may_deny(scene):
        speaker = party(scene, platform, notes)
        return Verdict(Status.DENIED, said_by=speaker.node, spot=speaker) if speaker else verdict
    if verdict.negated or verdict.status is Status.DENIED:
        return verdict
    if learnt and verdict.status is not Status.CONFIRMED and said != "harm-asserted":
        return replace(verdict, status=Status.ALLEGED)
    if said == "harm-alleged" and verdict.status is Status.ASSERTED and scene.opinion.likely[said] >= _CLEARLY and (
            _is_reported(scene) or notes.events.last_action()):
        return replace(verdict, status=Status.ALLEGED)
    return verdict


def of_outcome(scene: Scene, verdict: Verdict | None, head: int) -> Verdict | None:
    """The verdict on an outcome, told with the word `head`: what sounds like a plan is none, what sounds negated did not
    happen. The model hears the whole sentence, and not that a clause which gives the reason, or is an aside, is surer.
    """
    said = _likeliest(scene, _OUTCOME)
    if verdict is None or verdict.negated or verdict.status is not Status.ASSERTED:
        return verdict
    if said == "outcome-hypothetical" and _may_be_open(scene) and not (is_reason(scene, head) or is_aside(scene, head)):
        return replace(verdict, status=Status.HYPOTHETICAL)
    denied = bool(scene.any_of("negatives"))   # no negation without a word for it
    return replace(verdict, negated=True) if said == "outcome-not" and denied else verdict


def sounds_factual(scene: Scene) -> bool:
    """Whether the model is sure that the sentence states a harm in its own voice, where no word reports or accuses in it;
    never of what a defendant did.
    """
    said = scene.opinion.likely
    sure = said.get("harm-asserted", 0.0) >= _FACTUAL and said.get("harm-alleged", 0.0) <= 1 - _CLEARLY
    reported = (cue for i in scene.cues for cue in cues.starting_at(scene, i) if cue.status in _REPORTED)
    return sure and not scene.any_of("accused") and next(reported, None) is None


def _is_reported(scene: Scene) -> bool:
    """Whether any word of the sentence reports, accuses or speaks of a case: without one, and in an article that tells of no
    case, "Girls were groomed by men on X" is the publication's own word.
    """
    reported = any(cue.status in _REPORTED for i in scene.cues for cue in cues.starting_at(scene, i))
    return reported or bool(scene.actions) or bool(scene.any_of("accused"))


def denies(scene: Scene) -> bool:
    """Whether the sentence sounds like a denial, whatever it denies."""
    return scene.opinion.likely.get("harm-denied", 0.0) >= _SURE and _likeliest(scene, _HARM) == "harm-denied"


def _may_be_open(scene: Scene) -> bool:
    """Whether any word of the sentence tells of plans, wishes or conditions."""
    planned = any(cue.status == Status.HYPOTHETICAL for found in scene.cues.values() for cue in found)
    return planned or bool(scene.any_of("modals", "conditionals", "plan_nouns"))


def _may_deny(scene: Scene) -> bool:
    """Whether any word of the sentence negates, denies or rejects: a model alone makes no denial of an accusation."""
    nots = {*scene.any_of("negatives"), *(token.index for token in scene.tree.tokens if token.slot == "negation")}
    if nots - cues.idle_negations(scene):   # "tidak hanya"
        return True
    denies = any(cue.status == Status.DENIED for found in scene.cues.values() for cue in found)
    return denies or bool(scene.tree.find(scene.lexicon.phrases["rejections"]))


def _likeliest(scene: Scene, ways: tuple[str, ...]) -> str:
    """The likeliest way of saying, "" if none is clearly so."""
    likely = {way: scene.opinion.likely.get(way, 0.0) for way in ways}
    best = max(likely, key=lambda way: likely[way])
    return best if likely[best] >= max(_SURE * sum(likely.values()), _LEAST) else ""


def party(scene: Scene, platform: str, notes: Notes) -> Spot | None:
    """Who denies: whoever speaks for the platform in the sentence, a person rather than a company, else the platform by name."""
    concerned = [spot for spot in scene.mentions.spots if notes.parties.concerns(spot.node, platform)]
    ranks = ("Person", "Organization", "Platform", "Group")
    return min(concerned, default=None, key=lambda spot: (
        spot.node == platform, ranks.index(scene.discourse.kind(spot.node)), spot.how != "name"))   # "his lawyer, N": N
