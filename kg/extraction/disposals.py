"""How an action ended: which one was settled, dismissed or decided, and what that tells of its parties."""

from __future__ import annotations

from kg.extraction import awards, cases
from kg.extraction.arguments import objects, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status

_PARTIES = ("Platform", "Organization")


def into_case(scene: Scene, situation: Situation, verdict: Verdict | None, notes: Notes) -> None:
    """A verdict, damages, an injunction: of the legal action against that party, where the article has told of one."""
    given = awards.winners(scene, situation) or awards.won_by(scene, situation)
    situation.B = [spot for spot in situation.B if spot.node not in {party.node for party in given}]
    parties = [spot for spot in situation.B if notes.discourse.kind(spot.node) in _PARTIES]
    if situation.B and not parties:
        return
    case = notes.events.last_action(defendant=parties[0].node if parties else "", suit=True)
    real = verdict is not None and not verdict.negated and verdict.status in (Status.ASSERTED, Status.CONFIRMED)
    told = situation.frame.outcome.startswith("judgment") and parties or given
    if not case and told and real and not situation.hit.learnt:
        case = _untold(scene, situation, parties, notes)
    if case:
        awards.as_plaintiffs(scene, situation, case, given if real else [], notes)
        situation.B = [Spot(case.node, situation.head, situation.head, "implied")]
        here = case.node in {spot.node for spot in scene.actions.values()}
        if here and situation.frame.outcome.startswith("judgment") and not situation.hit.learnt:
            _as_defendant(scene, situation, parties, verdict, notes)


def _untold(scene: Scene, situation: Situation, parties: list[Spot], notes: Notes) -> Event | None:
    """"A jury found X liable", where no suit was told of before: there was one, against X."""
    frame = cases.frame_of(scene, "lawsuit")
    if not frame:
        return None
    hit = Hit(Trigger(("case",), "verb", frame), situation.hit.words, situation.head)
    suit = Situation(hit, situation.head, B=list(parties), anchors={situation.head})
    event = notes.events.action(scene, suit, real=True)
    scene.actions[situation.head] = Spot(event.node, situation.head, situation.head, "event")
    said = Verdict(Status.ASSERTED)
    for party in parties:
        notes.ledger.add(scene, scene.actions[situation.head], "defendant", party, said, hit.words, situation.hit.rule)
    return event


def find_action(scene: Scene, situation: Situation, verdict: Verdict | None, notes: Notes) -> None:
    """Which action was settled or dismissed: the one spoken of, else the last one against the party that settles."""
    parties = [spot for spot in situation.A if notes.discourse.kind(spot.node) in _PARTIES]
    pronoun = any(scene.is_any(i, "pronouns_of_claims") for i in subjects(scene.tree, situation.head, scene.lexicon))
    spoken = pronoun and scene.tree[situation.head].passive and bool(notes.action or scene.actions)
    if not situation.B and not _acts_on_other(scene, situation) and (
            situation.A or spoken or situation.hit.trigger.construction == "noun"):
        here = cases.told_before(scene, situation)
        known = notes.events.last_action(defendant=parties[0].node if parties else "")
        if node := here or (known.node if known and (situation.A or spoken) else ""):
            situation.B = [Spot(node, situation.head, situation.head, "implied")]
    if not situation.B and (case := cases.told_after(scene, situation) or cases.at_hand(scene, notes.events, situation)):
        situation.B = [Spot(case, situation.head, situation.head, "implied")]
    if situation.frame.outcome == "dismissal":
        _as_defendant(scene, situation, _who_wants_it(scene, situation), Verdict(Status.ASSERTED), notes)
    if situation.frame.outcome == "settlement":
        verbs = [i for i in situation.anchors if scene.tree[i].pos in VERBAL] or [situation.head]
        doing = [i for verb in verbs for i in subjects(scene.tree, verb, scene.lexicon)]
        both = spots(scene.tree, doing, scene.mentions)   # "X and the plaintiffs"
        parties = parties or [spot for spot in both if notes.discourse.kind(spot.node) in _PARTIES]
        _as_defendant(scene, situation, parties, verdict, notes)


def _who_wants_it(scene: Scene, situation: Situation) -> list[Spot]:
    """"X asked a judge to throw out the suit", "X won dismissal of a suit": X, which is sued in it."""
    tree, head = scene.tree, situation.head
    wanting = [i for i in tree.ancestors(head) if tree[i].pos in VERBAL and not tree[i].passive and scene.is_any(i, "wanting")]
    found = spots(tree, subjects(tree, wanting[0], scene.lexicon), scene.mentions) if wanting else ()
    return [spot for spot in found if scene.discourse.kind(spot.node) in _PARTIES]


def _as_defendant(scene: Scene, situation: Situation, parties: list[Spot], verdict: Verdict | None, notes: Notes) -> None:
    """Who settles, is found liable or is cleared was the defendant, where the article has told of no other."""
    for action in situation.B if parties else ():
        event = notes.events.of(action.node)
        if event and not event.B and not notes.parties.is_authority(parties[0].node):
            event.B.add(parties[0].node)
            notes.ledger.add(scene, action, "defendant", parties[0], verdict, situation.hit.words, situation.hit.rule)


def is_sought(scene: Scene, situation: Situation) -> bool:
    """"seeks damages", "damages are sought", "meminta ganti rugi": what a suit asks for is no outcome of it."""
    tree, noun = scene.tree, situation.head
    if situation.frame.outcome != "damages" or situation.hit.trigger.is_verb and not situation.hit.learnt:
        return False
    if any(scene.is_any(i, "asking_for") for i in situation.hit.words):
        return True   # a guess whose words are "meminta ganti rugi"
    upper = tree[noun].head
    asked = tree[upper].pos in VERBAL and scene.is_any(upper, "asking_for")
    return asked and tree[noun].slot in ("object", "passive", "subject", "oblique", "complement", "flat")


def _acts_on_other(scene: Scene, situation: Situation) -> bool:
    """"dismissed reports that ...": the verb has an object, and it is no legal action."""
    return situation.hit.trigger.is_verb and any(i not in situation.hit.words for i in objects(scene.tree, situation.head))
