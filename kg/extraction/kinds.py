"""Which kind of legal action the words and parties tell of: a lawsuit, an appeal, an inquiry of a parliament."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.arguments import objects, subjects
from kg.extraction.discourse import Spot
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.lexicon import Frame

if TYPE_CHECKING:
    from kg.extraction.events import Events


def frame_of_outcome(scene: Scene, concept: str) -> Frame | None:
    """The frame of a kind of outcome."""
    return scene.lexicon.once(("frame of an outcome", concept), lambda: next(
        (trigger.frame for trigger in scene.lexicon.triggers if trigger.frame.outcome == concept), None))


def frame_of(scene: Scene, concept: str) -> Frame | None:
    """The frame of a kind of action."""
    return scene.lexicon.once(("frame of an action", concept), lambda: next(
        (trigger.frame for trigger in scene.lexicon.triggers if trigger.frame.action == concept), None))


def to_whom(scene: Scene, noun: int) -> str:
    """What a complaint is by whom it goes to: "with the police", "to the European Commission"; "" for a court or nobody,
    "none" for a report to an authority, which may be any.
    """
    tree = scene.tree
    verbs = {noun, tree[noun].head, *tree.children(noun, "relative")} if scene.is_any(noun, "complaints") else set()
    verbs |= {tree[verb].head for verb in verbs if tree[verb].slot == "adverbial"}   # "went to the police to lodge a complaint"
    goes = [t.index for t in tree.tokens if t.head in verbs and set(t.case.split()) & scene.words("filed_with")]
    if tree[noun].slot == "object" and scene.is_any(tree[noun].head, "receiving"):   # "police received a complaint"
        if tree.children(noun, "number") or scene.lexicon.check_pos and tree[noun].lower != tree[noun].lemma:
            return "none"   # "received 40,000 complaints" tells of no case
        goes += subjects(tree, tree[noun].head, scene.lexicon)
    for index in goes:
        spot = scene.mentions.at.get(index)
        named = set(scene.discourse.nodes[spot.node].name.lower().split()) if spot and spot.how == "name" else set()
        near = (index, *tree.children(index, "compound"))   # "the police station"
        if named & scene.words("crime_bodies") or any(scene.is_any(i, "crime_bodies") for i in near):
            return "police-report"
        court = spot and scene.discourse.is_court(spot.node) or scene.is_any(index, "court_words")
        if not court and (spot and is_authority(scene, spot) or scene.is_any(index, "authority_words")):
            return "none" if scene.is_any(noun, "plain_reports") else "regulatory-action"
    return ""


def retyped(scene: Scene, situation: Situation, events: Events) -> Situation:
    """The situation with the kind of action that its parties tell: a complaint to a regulator, an inquiry of a parliament."""
    concept, frame = "", situation.frame
    if frame.action == "lawsuit" and situation.hit.trigger.is_verb and _goes_higher(scene, situation):
        situation.B = []
        concept = "appeal"
    elif frame.action == "lawsuit" and not situation.hit.trigger.is_verb:
        concept = to_whom(scene, situation.head) or ("regulatory-action" if _by_a_watchdog(scene, situation) else "")
        concept = concept or _by_prosecutors(scene, situation) or _as_told(scene, situation, events)
    elif frame.action == "criminal-case" and _is_civil_trial(scene, situation):
        concept = "lawsuit"
    elif frame.action == "criminal-case" and situation.hit.trigger.is_verb:
        concept = _by_others_than_prosecutors(scene, situation)
    elif frame.action == "investigation" and by_lawmakers(scene, situation):
        concept = "legislative-inquiry"
    if concept and (other := frame_of(scene, concept)):
        situation.hit = replace(situation.hit, trigger=replace(situation.hit.trigger, frame=other))
    return situation


def _as_told(scene: Scene, situation: Situation, events: Events) -> str:
    """"The proceedings against X": of the kind that the article has told of, where no word says which; "" if there is none."""
    said = scene.tree.children(situation.head, "adjective", "compound")
    known = events.at_issue() if scene.is_any(situation.head, "procedures") and situation.definite and not said else None
    return known.concept if known and events.agree(known, situation) else ""


def _is_civil_trial(scene: Scene, situation: Situation) -> bool:
    """"Found X Ltd liable after a trial", "awarded Y $2m in a trial": who owes somebody money was sued, not prosecuted."""
    trial = not situation.hit.trigger.is_verb and scene.is_any(situation.hit.words[-1], "trials")
    people = any(scene.discourse.kind(spot.node) in ("Person", "Group") for spot in situation.B)
    return trial and len(situation.hit.words) == 1 and not people and not situation.A and any(scene.any_of("owing"))


def _goes_higher(scene: Scene, situation: Situation) -> bool:
    """"take the case to the Higher Regional Court", "membawa perkara itu ke Pengadilan Tinggi": who does so appeals."""
    tree = scene.tree
    case = any(scene.is_any(i, "thing_pronouns") or scene.is_any(i, "pronouns_of_claims") or i in scene.actions or any(
        tree.match(words, i) for words in scene.lexicon.phrases["case"]) for i in objects(tree, situation.head))
    named = (scene.mentions.at[i].node for i in situation.hit.words if i in scene.mentions.at)
    courts = {node for node in named if scene.discourse.is_court(node)}
    names = {word for node in courts for word in scene.discourse.nodes[node].name.lower().split()}
    return case and bool(names & scene.words("higher_courts"))


def _by_others_than_prosecutors(scene: Scene, situation: Situation) -> str:
    """"The Commission opened a case against X" is a regulator's, "a mother brought X to trial" a suit; "" for a prosecution."""
    private = [s for s in situation.A if s.node != "group:offenders" and not is_authority(scene, s)]
    parties = {scene.discourse.kind(spot.node) for spot in situation.B}
    if private and parties & {"Platform", "Organization"}:
        return "lawsuit"
    names = {word for spot in situation.A for word in scene.discourse.nodes[spot.node].name.lower().split()}
    plain = any(scene.is_any(i, "complaints") for i in situation.hit.words) and not parties & {"Person", "Group"}
    return "regulatory-action" if plain and names & scene.words("regulators") else ""


def _by_prosecutors(scene: Scene, situation: Situation) -> str:
    """"Prosecutors dropped their case against N": theirs is a prosecution, where it is one of people; else ""."""
    tree, noun = scene.tree, situation.head
    people = bool(situation.B) and all(scene.discourse.kind(spot.node) in ("Person", "Group") for spot in situation.B)
    if not people or not scene.is_any(noun, "cases_of_any") or tree[noun].slot != "object" or tree[tree[noun].head].passive:
        return ""
    doing = subjects(tree, tree[noun].head, scene.lexicon)
    return "criminal-case" if any(scene.is_any(i, "prosecuting") for i in doing) else ""


def _by_a_watchdog(scene: Scene, situation: Situation) -> bool:
    """"The watchdog began proceedings": those of a regulator that is not named are no lawsuit either."""
    if not scene.is_any(situation.head, "procedures"):
        return False
    doers = [i for anchor in situation.anchors if not scene.tree[anchor].passive
             for i in subjects(scene.tree, anchor, scene.lexicon)]
    named = bool(situation.A) and all(_is_watchdog(scene, spot) for spot in situation.A) and not any(
        scene.is_any(i, "of_courts_words") for i in scene.tree.children(situation.head, "compound", "adjective"))
    return named or not situation.A and any(scene.is_any(i, "regulators") for i in doers)


def _is_watchdog(scene: Scene, spot: Spot) -> bool:
    """A named authority that is no court, police or prosecutor: "the CNMC", "the Council for Media Services"."""
    name = set(scene.discourse.nodes[spot.node].name.lower().split())
    return is_authority(scene, spot) and not scene.discourse.is_court(spot.node) and not (
        name & scene.lexicon.either("police_words", "crime_bodies", "prosecuting", "offices_of_law"))


def is_mere_summons(scene: Scene, situation: Situation) -> bool:
    """"Kementerian memanggil pengelola X": no parliament's inquiry, where another body is named as who summons."""
    bodies = [spot for spot in situation.A if is_authority(scene, spot)]
    return situation.frame.action == "legislative-inquiry" and bool(bodies) and not by_lawmakers(scene, situation)


def by_lawmakers(scene: Scene, situation: Situation) -> bool:
    """Whether a parliament, or somebody who sits in one, leads the inquiry."""
    doers = [i for anchor in situation.anchors if not scene.tree[anchor].passive
             for i in subjects(scene.tree, anchor, scene.lexicon)]
    named = {word for spot in situation.A for word in scene.discourse.nodes[spot.node].name.lower().split()}
    return bool(named & scene.words("legislatures")) or any(scene.is_any(i, "legislatures") for i in doers)
