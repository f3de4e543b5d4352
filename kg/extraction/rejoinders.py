"""Two voices in one sentence: "H, which the company denies", "denied that H, as the police had alleged".

What the sentence says of a harm is one claim; what somebody else says of the same at its end is another.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from kg.extraction import cues
from kg.extraction.arguments import obliques, spots
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.extraction.verdicts import Verdict
from kg.model import Claim, Mention, Status

_CLAUSE = 9   # how far before its verb a relative clause may begin
_LEAD = 4   # how far before "which" or "a claim that" the comma may stand


def trails(scene: Scene) -> bool:
    """Whether nobody denies anything in the sentence but in a clause that trails it."""
    denials = [i for i in _verbs(scene) if _status(scene, i) == Status.DENIED]
    return bool(denials) and all(_is_rejoinder(scene, i) for i in denials)


def of_sentence(scene: Scene, stated: Stance) -> Stance:
    """The stance on what the sentence says, without the denial that only trails it."""
    if not trails(scene):
        return stated
    return replace(stated, effects=tuple(effect for effect in stated.effects if effect.status != Status.DENIED))


def write(scene: Scene, notes: Notes) -> None:
    """Write down the second voice on each harm that the sentence has told of."""
    _write_rejected(scene, notes)
    for index in _verbs(scene):
        status = _status(scene, index)
        if status == Status.DENIED and _is_rejoinder(scene, index):
            for claim in _told(scene, notes, Status.ALLEGED, Status.ASSERTED):
                _add(scene, claim, _denier(scene, index, claim, notes), index, notes)
        elif status in (Status.ALLEGED, "said") and _is_as(scene, index):
            for claim in _told(scene, notes, Status.DENIED):
                cue = cues.cue_at(scene, index, "verb")
                said = cues.spoken(scene, cue, index) if cue else cues.Effect("said")
                _add(scene, claim, Verdict(Status.ALLEGED, said_by=said.speaker, spot=said.spot), index, notes)


def _write_rejected(scene: Scene, notes: Notes) -> None:
    """"X rejects the accusation of Y that H", "denied claims by Y that H": X denies it, and Y has said it."""
    tree = scene.tree
    for noun in scene.any_of("accusation_nouns") if scene.lexicon.check_pos else ():
        denied = tree[noun].slot == "object" and _status(scene, tree[noun].head) == Status.DENIED
        by = [spot for spot in spots(tree, obliques(tree, noun, ("by", "of", "from")), scene.mentions) if spot.how == "name"]
        for claim in _told(scene, notes, Status.DENIED) if denied and by else ():
            if by[0].node != claim.subject.node:
                _add(scene, claim, Verdict(Status.ALLEGED, said_by=by[0].node, spot=by[0]), noun, notes)


def _verbs(scene: Scene) -> list[int]:
    return sorted({*scene.cues, *scene.any_of("refusing")})


def _status(scene: Scene, index: int) -> str:
    cue = cues.cue_at(scene, index, "verb")
    refused = cue is None and scene.words("definite_after") and scene.is_any(index, "refusing")
    if refused and scene.is_any(_noun_before(scene, index), "accusation_nouns"):
        return Status.DENIED   # "klaim yang ditolak pemiliknya"
    return cue.status if cue else ""


def _noun_before(scene: Scene, verb: int) -> int:
    """The noun that a relative clause is about: by the tree, else by the order of words; -1 for none."""
    tree = scene.tree
    if tree[verb].slot == "relative" and tree[verb].head < verb:
        return tree[verb].head
    back = takewhile(lambda i: tree[i].pos not in VERBAL, range(verb - 1, max(verb - _CLAUSE, 1), -1))
    return next((i - 1 for i in back if scene.is_any(i, "relative")), -1)


def _is_rejoinder(scene: Scene, verb: int) -> bool:
    """"..., which X denies", "..., a claim X rejects", "..., tuduhan yang dibantah X": a clause on all that was said before."""
    tree = scene.tree
    whole = [i for i in tree.children(verb, "object", "passive") if scene.is_any(i, "all_that")]
    noun = _noun_before(scene, verb)
    said = noun >= 0 and any(scene.is_any(noun, words) for words in ("accusation_nouns", "summed_up"))
    lead = whole[0] if whole else noun if said else -1
    return lead > 0 and any(tree[i].text in (",", "—", "–", "-") for i in range(max(0, lead - _LEAD), lead))


def _is_as(scene: Scene, verb: int) -> bool:
    """"..., as a lawmaker had alleged", "seperti dituduhkan X"."""
    marks = {scene.tree[i].lower for i in scene.tree.children(verb, "mark", "case", "adverb")}
    return bool(marks & scene.words("as_told")) and scene.tree[verb].slot in ("adverbial", "oblique", "parataxis")


def _told(scene: Scene, notes: Notes, *statuses: Status) -> list[Claim]:
    """The harms that the sentence has told of so far, in one of these statuses."""
    start = scene.tree.sentence.span.start
    nodes = sorted(notes.discourse.nodes)
    return [claim for node in nodes for claim in notes.ledger.says(node, "reportedHarm", *statuses)
            if claim.evidence.span.start == start and not claim.negated]


def _denier(scene: Scene, verb: int, claim: Claim, notes: Notes) -> Verdict | None:
    """Who denies it: a party by name, else the platform by whoever speaks for it without a name ("the company")."""
    cue = cues.cue_at(scene, verb, "verb")
    effect = cues.spoken(scene, cue, verb) if cue else cues.Effect(Status.DENIED)
    if effect.status != Status.DENIED:
        return None   # "which X has not denied"
    spot = effect.spot if effect.speaker and notes.parties.may_deny(effect.speaker) else None
    return Verdict(Status.DENIED, said_by=effect.speaker if spot else claim.subject.node, spot=spot)


def _add(scene: Scene, claim: Claim, verdict: Verdict | None, verb: int, notes: Notes) -> None:
    if verdict and isinstance(claim.object, Mention):
        place, harm = (Spot(node, 0, 0, "implied") for node in (claim.subject.node, claim.object.node))
        notes.ledger.add(scene, place, "reportedHarm", harm, verdict, [verb], "harm/rejoinder")
