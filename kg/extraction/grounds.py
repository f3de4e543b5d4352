"""Harms as grounds: for which somebody was fined, blocked, convicted or charged."""

from __future__ import annotations

from itertools import takewhile

from kg.extraction import grounding, links, opinions, stance, sufferers
from kg.extraction.arguments import subjects
from kg.extraction.certainty import stance_of
from kg.extraction.denials import mention_of
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm, spot_of
from kg.extraction.notes import Ground, Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.extraction.untried import ACCUSED
from kg.extraction.verdicts import Verdict, judge
from kg.model import Mention, Status

_TRIED = ("conviction", "sentence")
_CIVIL = ("lawsuit", "class-action", "appeal")
_FINDING = "finding"
_LEAD = 5   # how far before its name stands who speaks for it
_SETTLED = (*_TRIED, "fine", "judgment-plaintiff", _FINDING)


def punished(scene: Scene, harm: Harm, situations: list[Situation]) -> Situation | None:
    """The fine, block or conviction whose ground the harm is by the order of words: "X fined after a long row over H"."""
    for situation in situations:
        if situation.frame.outcome and situation.frame.ground and (
                grounding.follows_ground(scene, harm, situation.head) or grounding.leads_ground(scene, harm, situation.head)
                or situation.frame.outcome in _TRIED and (grounding.ground_of(scene, harm, situation.anchors)
                                                          or grounding.done_by_subject(scene, harm, situation.head)
                                                          or grounding.pleaded(scene, harm, situation.head))):
            return situation
    return None


def is_ordered(scene: Scene, situation: Situation, notes: Notes) -> bool:
    """Whether an outcome is only ordered or planned so far."""
    stated = judge(stance_of(scene, situation), notes.parties)
    return stated is not None and stated.status is Status.HYPOTHETICAL


def found(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """Fined, blocked or convicted for H: a finding of whoever imposed it, by name or as the article tells elsewhere."""
    stated = judge(stance_of(scene, situation), notes.parties)
    if not stated or stated.negated:
        return
    between = takewhile(lambda upper: upper != situation.head, scene.tree.ancestors(harm.head))
    if any(scene.is_any(upper, "about_harm") for upper in between):
        return   # fined for not answering questions about it
    finder = situation.A[0] if situation.A else _court_here(scene, situation) or _finder_beside(scene, harm, notes)
    rule = f"{situation.frame.id}/ground"
    words = sorted({situation.head, *harm.words})
    certain = stated.status in (Status.ASSERTED, Status.CONFIRMED)
    if _is_accusation(scene, harm, situation):
        finder, certain = None, False
    judged = finder and certain and _may_find(finder.node, notes)
    verdict = Verdict(Status.CONFIRMED, said_by=finder.node, spot=finder) if finder and judged else Verdict(Status.ALLEGED)
    for platform in _where(scene, harm, situation, notes):
        if certain and not finder and _is_own_act(scene, situation, platform, notes) and not _only_told(scene, situation, notes):
            told = Verdict(Status.ASSERTED)
            _write(scene, harm, platform, opinions.of_harm(scene, told, platform.node, notes) or told, words, rule, notes)
        elif certain and not finder:
            event = situation.node or situation.frame.outcome
            of = tuple(s.node for s in situation.B)
            only_told = _only_told(scene, situation, notes)
            notes.grounds.append(Ground(scene, platform, harm, event, tuple(words), rule, of, only_told))
        else:
            weighed = opinions.of_harm(scene, verdict, platform.node, notes) or verdict
            _write(scene, harm, platform, weighed, words, rule, notes)


def _is_own_act(scene: Scene, situation: Situation, platform: Spot, notes: Notes) -> bool:
    """"X suspended its service because thousands of accounts were hacked", "Egypt blocked X because ...": no authority has found
    it, the publication gives it as the reason of a platform or a country that acts.
    """
    tree = scene.tree
    acting = situation.hit.trigger.is_verb and not tree[situation.head].passive and tree[situation.head].pos in VERBAL
    causal = any(scene.is_any(i, "causal") for i in range(situation.head + 1, len(tree)))
    who = subjects(tree, situation.head, scene.lexicon) if acting and causal else []
    placed = bool(situation.node and notes.ledger.says(situation.node, "jurisdiction", Status.ASSERTED))
    return any(scene.mentions.at[i].node == platform.node if i in scene.mentions.at else placed and tree[i].pos == "PROPN"
               for i in who)


def _is_accusation(scene: Scene, harm: Harm, situation: Situation) -> bool:
    """"Blocked after it was accused of H", "karena diduga H": nobody has found H yet; what it is deemed to do, whoever blocks it
    deems it to do.
    """
    between = range(situation.head + 1, harm.head)
    deemed = any(scene.is_any(i, "deeming") for i in between)
    return not deemed and any(e.status == Status.ALLEGED for e in stance.read_clause(scene, harm.head).effects)


def _only_told(scene: Scene, situation: Situation, notes: Notes) -> bool:
    """"They jailed him for fraud," said an analyst": by somebody's word, who is neither an authority nor a party."""
    quoted = scene.quotes.around(scene.tree[situation.head].span.start) is not None
    voices = [effect for effect in stance_of(scene, situation).effects if effect.status == "said"]
    return (quoted or bool(voices)) and not any(notes.parties.is_authority(voice.speaker) for voice in voices)


def _court_here(scene: Scene, situation: Situation) -> Spot | None:
    """"jurors at the County Court found ...": the court that the sentence names finds, where it tells of a judgment."""
    judged = situation.frame.outcome in (*_TRIED, "judgment-plaintiff")
    spots = (spot for spot in scene.mentions.spots if spot.how == "name" and scene.discourse.is_court(spot.node))
    return next(spots, None) if judged else None


def _finder_beside(scene: Scene, harm: Harm, notes: Notes) -> Spot | None:
    """"Fined after the commission found that ...": the authority that the clause of the harm names as its finder."""
    effects = stance.read_clause(scene, harm.head).effects
    return next((effect.spot for effect in effects if effect.status == Status.CONFIRMED and effect.spot
                 and notes.parties.is_authority(effect.speaker)), None)


def await_finder(scene: Scene, harm: Harm, platform: Spot, stated: Stance, notes: Notes) -> bool:
    """"A jury found that ...", "coroner rules": which court or judge it was, the article may tell later."""
    unknown = [effect for effect in stated.effects if effect.finding and not effect.speaker]
    others = {effect.status for effect in stated.effects} - {Status.CONFIRMED, "said"}
    if unknown and not others and not stated.negated:
        authority = scene.mentions.court or scene.mentions.authority
        finders = (authority,) if authority else ()
        notes.grounds.append(Ground(scene, platform, harm, _FINDING, harm.words, "harm/reported", finders))
        return True
    return False


def settle(notes: Notes) -> None:
    """Write down the grounds that had to wait: confirmed by whoever the article says imposed the outcome."""
    for ground in notes.grounds:
        finder = _finder(ground, notes)
        verdict = Verdict(Status.CONFIRMED, said_by=finder) if finder else Verdict(_by_nobody(ground, notes))
        _write(ground.scene, ground.harm, ground.platform, verdict, list(ground.words), ground.rule, notes)


def _by_nobody(ground: Ground, notes: Notes) -> Status:
    """What a court or a regulator has found that the article never names is told by the article itself."""
    event = notes.events.of(ground.event)
    return Status.ASSERTED if not ground.told and (event.concept if event else ground.event) in _SETTLED else Status.ALLEGED


def _finder(ground: Ground, notes: Notes) -> str:
    """Who found so: who imposed that outcome, or one like it; of a conviction or sentence, a court that the article names, and
    of a plea of guilt whoever pleads.
    """
    events = notes.events
    event = events.of(ground.event) or events.last_outcome(ground.event)
    concept = event.concept if event else ground.event
    alike = [event, *(other for other in events.outcomes if other.concept == concept)]
    finders = [node for other in alike if other for node in sorted(other.A) if notes.discourse.kind(node) == "Organization"]
    if finders or concept not in (*_TRIED, _FINDING):
        return next(iter(finders), "")
    civil = _civil_courts(notes) if concept in _TRIED else set()
    courts = [node for node in sorted(notes.discourse.nodes) if notes.discourse.is_court(node) and node not in civil
              and not (concept in _TRIED and _is_another(ground, notes))]
    pleaded = any(ground.scene.is_any(i, "pleading") for i in ground.words)   # "the 29-year-old admitted two counts of H"
    people = [node for node in ground.of if notes.discourse.kind(node) == "Person" or concept == _FINDING or pleaded]
    judges = [node for node in sorted(notes.discourse.judges) if notes.discourse.kind(node) == "Person"]
    return next(iter(courts or people or (judges if concept == _FINDING else [])), "")


def _is_another(ground: Ground, notes: Notes) -> bool:
    """"In June a user got six years", in an article about the founder's arrest: the court that it names is the founder's."""
    named = any(event.concept in ACCUSED and any(notes.discourse.kind(node) == "Person" for node in event.B)
                for event in notes.events.outcomes)
    return named and bool(ground.of) and all(notes.discourse.kind(node) == "Group" for node in ground.of)


def _civil_courts(notes: Notes) -> set[str]:
    """The courts where somebody has sued or appealed: they convict nobody."""
    suits = {event.node for event in notes.events.actions if event.concept in _CIVIL}
    return {claim.object.node for claim in notes.ledger.claims() if claim.predicate == "court"
            and claim.subject.node in suits and isinstance(claim.object, Mention)}


def charged(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """Somebody charged with or arrested over H: alleged of a platform only where the words name it as the place."""
    imposer = situation.A[0] if situation.A else None
    verdict = Verdict(Status.ALLEGED, said_by=imposer.node if imposer else "", spot=imposer)
    if place := _place(scene, harm, situation.head):
        words = sorted({situation.head, *harm.words})
        _write(scene, harm, mention_of(scene, place), verdict, words, f"{situation.frame.id}/ground", notes)


def _place(scene: Scene, harm: Harm, head: int) -> str:
    """The platform on which somebody did what they are charged with or convicted of; that it is theirs says nothing."""
    link = links.link(scene, harm)
    return link.node if link and is_there(scene, link, head) else ""


def is_there(scene: Scene, link: links.Link, head: int) -> bool:
    """Whether the sentence speaks of the platform after the charge too, not only of whose founder is charged."""
    return not link.weak or any(spot.node == link.node and spot.first > head and not _only_speaks(scene, spot)
                                for spot in scene.mentions.spots)


def _only_speaks(scene: Scene, spot: Spot) -> bool:
    """"..., kata juru bicara aplikasi X", "a spokesman for X said": named for its voice, and not as the place."""
    before = range(max(0, spot.first - _LEAD), spot.first)
    return any(scene.is_any(i, "spokespeople") for i in before) and any(scene.is_any(i, "speech_after") for i in before)


def _write(scene: Scene, harm: Harm, platform: Spot, verdict: Verdict, words: list[int], rule: str, notes: Notes) -> None:
    notes.ledger.add(scene, platform, "reportedHarm", spot_of(harm), verdict, words, rule)
    sufferers.write(scene, harm, platform, verdict, notes)


def _where(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> list[Spot]:
    """The platforms that the outcome befell, or that the company runs which it befell; of what befell people, the platform
    that is named as the place.
    """
    platforms = [spot for spot in situation.B if notes.discourse.kind(spot.node) == "Platform"]
    place = "" if platforms else _place(scene, harm, situation.head)
    companies = [] if platforms or place else [s.node for s in situation.B if notes.discourse.kind(s.node) == "Organization"]
    run = [platform for company in companies for platform in notes.platforms_of(company)]
    return platforms or [mention_of(scene, node) for node in ([place] if place else run[:1])]


def _may_find(node: str, notes: Notes) -> bool:
    return notes.discourse.kind(node) == "Organization" or (
        notes.discourse.kind(node) == "Person" and node in notes.discourse.judges)
