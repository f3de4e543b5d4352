"""How an action ended: which one was settled, dismissed or decided, and what that tells of its parties."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import awards, cases, kinds
from kg.extraction.arguments import objects, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.spells import is_time
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status

_LATELY = 3   # sentences
_TRIED = ("lawsuit", "class-action", "criminal-case")
_PARTIES = ("Platform", "Organization")


def into_case(scene: Scene, situation: Situation, verdict: Verdict | None, notes: Notes) -> None:
    """A verdict, damages, an injunction: of the legal action against that party, where the article has told of one."""
    given = awards.winners(scene, situation) or awards.won_by(scene, situation)
    won = {party.node for party in given}
    situation.A, situation.B = ([spot for spot in side if spot.node not in won] for side in (situation.A, situation.B))
    parties = [spot for spot in situation.B if notes.discourse.kind(spot.node) in _PARTIES]
    if situation.B and not parties:
        return
    own = notes.events.brought_by(parties[0].node) if parties else None   # "judgment for the publisher", which had sued
    case = own if own and own.concept != "appeal" else notes.events.last_action(
        defendant=parties[0].node if parties else "", suit=True)
    if case and scene.tree.find(scene.lexicon.phrases["apart"]) and case.node not in {s.node for s in scene.actions.values()}:
        case = None   # "In an unrelated case, a Nevada jury ordered X to pay": none that was told of
    if case and case.concept not in _TRIED:
        return   # what a regulator orders belongs to no inquiry
    real = verdict is not None and not verdict.negated and verdict.status in (Status.ASSERTED, Status.CONFIRMED)
    owed = awards.to_people(scene, situation)
    told = (situation.frame.outcome.startswith("judgment") or owed) and parties or given
    if not case and told and real and not situation.hit.learnt:
        case = _untold(scene, situation, parties, notes)
    if case:
        awards.as_plaintiffs(scene, situation, case, given if real else [], notes)
        situation.B = [Spot(case.node, situation.head, situation.head, "implied")]
        here = case.node in {spot.node for spot in scene.actions.values()}
        owing = situation.frame.outcome == "damages" and situation.hit.trigger.is_verb and scene.tree.sentence.kind == "paragraph"
        if here and (owing or situation.frame.outcome.startswith("judgment")) and not situation.hit.learnt:
            _as_defendant(scene, situation, parties, verdict, notes)
    elif situation.hit.learnt:
        situation.B = []   # no award befalls a platform itself


def as_settlement(scene: Scene, situation: Situation) -> None:
    """"Agreed to pay $3 million in damages": what is agreed settles the case, and nobody imposes it."""
    frame = kinds.frame_of_outcome(scene, "settlement")
    verb = situation.head if scene.tree[situation.head].pos == "VERB" else scene.tree.verb_above(situation.head)
    agreed = verb is not None and any(scene.is_any(i, "agreeing") for i in (verb, scene.tree[verb].head))
    if frame and agreed and situation.frame.outcome == "damages":
        situation.hit = replace(situation.hit, trigger=replace(situation.hit.trigger, frame=frame))


def as_fine(scene: Scene, situation: Situation) -> None:
    """"The Trade Commission ordered X to pay $1.5 million": what a body that is no court takes, and gives nobody, is a fine."""
    frame = kinds.frame_of_outcome(scene, "fine")
    bodies = [spot for spot in situation.A if _is_official(scene, spot)]
    courts = any(scene.discourse.is_court(spot.node) or spot.node in scene.discourse.judges for spot in situation.A)
    if not frame or situation.frame.outcome != "damages" or not bodies or courts or scene.any_of("recompense"):
        return
    if situation.hit.trigger.is_verb and not situation.hit.learnt and not awards.to_people(scene, situation):
        situation.hit = replace(situation.hit, trigger=replace(situation.hit.trigger, frame=frame))


def _untold(scene: Scene, situation: Situation, parties: list[Spot], notes: Notes) -> Event | None:
    """"A jury found X liable", where no suit was told of before: there was one, against X."""
    frame = kinds.frame_of(scene, "lawsuit")
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
    situation.B = _owned(scene, situation, notes) or situation.B or _known(situation, notes)
    pronoun = any(scene.is_any(i, "pronouns_of_claims") for i in subjects(scene.tree, situation.head, scene.lexicon))
    sure = verdict is not None and verdict.status is Status.ASSERTED   # what may be thrown out, "it" says too little of
    it = sure and any(scene.is_any(i, "pronouns_of_claims") for i in objects(scene.tree, situation.head))
    spoken = (pronoun and scene.tree[situation.head].passive or it) and bool(notes.action or scene.actions)
    if not situation.B and not _acts_on_other(scene, situation, sure=sure) and (
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
        parties = parties or _payer(scene, [*doing, situation.head]) or ([] if doing else _opening(scene, situation))
        _as_defendant(scene, situation, parties, verdict, notes)


def _payer(scene: Scene, deals: list[int]) -> list[Spot]:
    """"X will pay $14 million under a deal that ends a suit": who pays under the deal, which is the subject of what ends it."""
    tree = scene.tree
    verbs = [verb for i in deals if scene.is_any(i, "deal_nouns") and (verb := tree.verb_above(i)) is not None]
    paying = [verb for verb in verbs if scene.is_any(verb, "paying") and not tree[verb].passive]
    found = spots(tree, subjects(tree, paying[0], scene.lexicon), scene.mentions) if paying else ()
    return [s for s in found if scene.discourse.kind(s.node) in _PARTIES and not _is_official(scene, s)]


def _opening(scene: Scene, situation: Situation) -> list[Spot]:
    """"X, which has ..., barred minors a month after settling a suit": X, where the parse has lost its verb."""
    active = situation.hit.trigger.construction == "verb" and not scene.tree[situation.head].passive
    first = [s for s in scene.mentions.spots if s.how == "name" and scene.discourse.kind(s.node) in _PARTIES][:1]
    return [s for s in first if s.first == 0 and active and not _is_official(scene, s)]


def _is_official(scene: Scene, spot: Spot) -> bool:
    """Whether a name is that of an authority, which settles nothing here."""
    return scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)


def _known(situation: Situation, notes: Notes) -> list[Spot]:
    """"The dismissal, issued on Monday": that of which the article has told, whatever suit was spoken of since."""
    noun = situation.definite and situation.hit.trigger.construction == "noun"
    told = notes.events.last_outcome(situation.frame.outcome) if noun else None
    return [Spot(node, situation.head, situation.head, "implied") for node in sorted(told.B)] if told and told.real else []


def _owned(scene: Scene, situation: Situation, notes: Notes) -> list[Spot]:
    """"would withdraw its claim", "threw out Y's complaint": what Y has brought, whatever was spoken of since."""
    if not situation.hit.trigger.is_verb:
        return []
    nouns = subjects(scene.tree, situation.head, scene.lexicon) if scene.tree[situation.head].passive else objects(
        scene.tree, situation.head)
    owned = (cases.of_owner(scene, notes.events, noun) for noun in nouns)
    return [Spot(event.node, situation.head, situation.head, "implied") for event in owned if event][:1]


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


def of_motion(scene: Scene, situation: Situation, notes: Notes) -> bool:
    """"menolak permohonan itu", "threw out the request", after somebody asked for dismissal: what is refused is the dismissal."""
    return situation.frame.outcome == "dismissal" and situation.hit.trigger.is_verb and _sought(scene, notes) is not None and (
        any(verb in situation.hit.words for _, verb in _refused(scene)))


def refused(scene: Scene, notes: Notes) -> None:
    """"X asked the court to drop the suit. The judge denied the motion.": a dismissal that did not come about."""
    sought = _sought(scene, notes)
    for noun, verb in _refused(scene) if sought else ():
        spot = Spot(sought.node if sought else "", noun, noun, "event")
        for action in sorted(sought.B if sought else ()):
            notes.ledger.withdraw(action, "outcome", spot.node, Status.HYPOTHETICAL)
            notes.ledger.add(scene, Spot(action, noun, noun, "implied"), "outcome", spot,
                             Verdict(Status.ASSERTED, negated=True), [verb, noun], "dismissal/refused")


def _sought(scene: Scene, notes: Notes) -> Event | None:
    """The dismissal that somebody was lately said to want."""
    event = notes.events.last_outcome("dismissal")
    return event if event and not event.real and 0 < scene.tree.sentence.index - event.told <= _LATELY else None


def _refused(scene: Scene) -> list[tuple[int, int]]:
    """The motions of a sentence that are refused, each with its verb; those that say what they ask for tell of themselves."""
    tree, found = scene.tree, []
    for noun in scene.any_of("motions"):
        verb = tree[noun].head
        borne = tree[noun].slot in ("passive" if tree[verb].passive else "object", "object") and scene.is_any(verb, "refusing")
        if borne and not any(i in scene.actions or tree[i].pos in VERBAL for i in tree.below(noun) if i > noun):
            found.append((noun, verb))
    return found


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


def _acts_on_other(scene: Scene, situation: Situation, *, sure: bool) -> bool:
    """"dismissed reports that ...": the verb has an object, and it is no legal action."""
    other = [i for i in objects(scene.tree, situation.head) if i not in situation.hit.words
             and not (scene.is_any(i, "pronouns_of_claims") and sure) and not is_time(scene.tree, i, scene.lexicon)]
    clause = any(i not in situation.hit.words and scene.tree[i].pos in VERBAL and not any(
        j in scene.actions for j in scene.tree.below(i)) for i in scene.tree.children(situation.head, "complement"))
    return situation.hit.trigger.is_verb and (bool(other) or clause and situation.frame.outcome == "settlement")
