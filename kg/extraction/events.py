"""One node per legal action and per event of an article, however often and however differently it is mentioned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extraction import sameness
from kg.extraction.arguments import subjects
from kg.extraction.discourse import Discourse, Spot
from kg.extraction.privacy import OFFENDERS
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Parties
from kg.model import Node
from kg.schema import Ontology


_ANY = {"group:plaintiffs", "group:victims"}
_TRADE = "plaintiffs by trade"
_INITIALS = re.compile(r"([A-Z]\.? ?){1,4}")
_EACHS_OWN = ("policy-change", "resignation", "acquisition")   # what the app and its company may each have


@dataclass
class Event:
    """What is known so far of an action or outcome: its parties, whether it is real, and its attributes by predicate.

    `told` is the sentence of the body that first told of it, -1 where only a title has; `harms` are what an action alleges;
    `several` marks "two suits", of which "the first" and "a third" may tell more, `split` once one of them was told of,
    and `later` "the second suit against X", of which "the first" is another; `spoken` is the last sentence to name an action;
    `former` marks what "had once been blocked".
    """

    node: str
    concept: str
    A: set[str] = field(default_factory=set)
    B: set[str] = field(default_factory=set)
    real: bool = True
    attributes: dict[str, str] = field(default_factory=dict)
    told: int = -1
    places: set[str] = field(default_factory=set)
    several: bool = False
    split: bool = False
    later: bool = False
    spoken: int = -1
    former: bool = False


class Events:
    """The actions and outcomes of one article."""

    def __init__(self, discourse: Discourse, ontology: Ontology, parties: Parties) -> None:
        self.discourse, self.ontology, self.parties = discourse, ontology, parties
        self.actions: list[Event] = []
        self.outcomes: list[Event] = []
        self.current = ""   # the action that a sentence was about last

    def action(self, scene: Scene, situation: Situation, *, real: bool) -> Event:
        """The action that a situation speaks of: one already known, else a new one."""
        parties = {spot.node for spot in situation.A}, {spot.node for spot in situation.B}
        suing = {_suing(scene, spot) for spot in situation.A}
        fitting = [event for event in reversed(self.actions)
                   if self._related(event.concept, situation.frame.action)
                   and (self._agree(event.A, suing) or _vague_in_title(event))
                   and (self._agree(event.B, parties[1]) or self._of_title(event, parties[1]))
                   and not sameness.another(scene, situation)
                   and (_by_the_plaintiffs(scene, situation) or not self._of_other_kind(scene, event, situation))
                   and not sameness.elsewhere(event, scene, situation)
                   and not sameness.introduced_again(event, scene, situation)]
        known = self._best(fitting, scene, situation)
        event = known or self._new(self.actions, "L", situation, scene, real=real)
        if not situation.hit.trigger.is_verb:
            beside = scene.tree.children(situation.head)
            event.several = event.several or counted(scene, situation.head)
            event.later = event.later or any(
                scene.is_any(i, "of_several") and not scene.is_any(i, "first_of_several") for i in beside)
        event.spoken = scene.tree.sentence.index
        self._narrow(event, situation.frame.action)
        if event.told < 0 and scene.tree.sentence.kind == "paragraph":
            event.told = event.spoken = scene.tree.sentence.index
        return self._noted(event, *parties)

    def _best(self, fitting: list[Event], scene: Scene, situation: Situation) -> Event | None:
        """Of the actions that may be meant, the last one first: "the Ohio suit" is that in Ohio, "the class action" is
        one; parties tell actions apart.
        """
        said, year = sameness.places_said(scene, situation), sameness.year_said(scene, situation)
        concept = situation.frame.action
        return max(fitting, key=lambda event: (
            any(one.startswith(known) or known.startswith(one) for one in said for known in event.places),
            bool(year) and event.attributes.get("filedOn", "").startswith(year),
            situation.definite and concept == "class-action" == event.concept,
            bool(event.A or event.B)), default=None)

    def outcome(self, scene: Scene, situation: Situation, subject: str, *, real: bool, shared: Event | None = None) -> Event:
        """The outcome of this type for this subject: a known one, else the one that it shares with others, else a new one."""
        imposers, again = {spot.node for spot in situation.A}, self._once_more(scene, situation)
        known = next((event for event in reversed(self.outcomes)
                      if event.concept == situation.frame.outcome
                      and (self._befalls(event, subject) or situation.definite and self._is_order_in_case(event, subject))
                      and event.real == real and not sameness.elsewhere(event, scene, situation) and event.later >= again
                      and self._agree(self._bodies(event.A), self._bodies(imposers))
                      and not sameness.at_another_time(event, scene, situation)), None)
        event = known or shared or self._new(self.outcomes, "O", situation, scene, real=real)
        event.former = event.former or not known and sameness.told_as_former(scene, situation)
        event.later = event.later or again
        if event.told < 0 and scene.tree.sentence.kind == "paragraph":
            event.told = scene.tree.sentence.index
        return self._noted(event, imposers, {subject})

    def elsewhere(self, scene: Scene, situation: Situation, subject: str, place: str, *, real: bool) -> Event:
        """The outcome of this type for this subject in this place, or by this authority: a known one, else a new one."""
        imposers = {spot.node for spot in situation.A}
        known = next((event for event in self.outcomes if event.concept == situation.frame.outcome and subject in event.B
                      and (place in event.places if place else bool(event.A & imposers))), None)
        event = known or self._new(self.outcomes, "O", situation, scene, real=real)
        event.places.update({place} if place else ())
        event.told = scene.tree.sentence.index if event.told < 0 else event.told
        return self._noted(event, imposers, {subject})

    def _once_more(self, scene: Scene, situation: Situation) -> bool:
        """"a second, much larger fine", "denda lain": one more of its type, where the body has told of one."""
        told = any(event.concept == situation.frame.outcome and 0 <= event.told < scene.tree.sentence.index
                   for event in self.outcomes)
        slots = ("adjective", "determiner", "number", "modifier")
        people = [spot.last for spot in situation.B if spot.how == "noun" and spot.node == OFFENDERS]   # "a third administrator"
        beside = [i for word in (*situation.hit.words, *people) for i in scene.tree.children(word, *slots)]
        return told and not situation.definite and any(scene.is_any(i, "once_more") for i in beside)

    def _is_order_in_case(self, event: Event, subject: str) -> bool:
        """"X was ordered to ...", then "the order in a suit": the suit's and the party's are one."""
        own = min(event.B, default="")
        return event.concept == "injunction" and self.discourse.kind(subject) == "LegalAction" and bool(own) and (
            self.discourse.kind(own) in ("Platform", "Organization"))

    def _befalls(self, event: Event, subject: str) -> bool:
        """Whether an outcome is the same party's: a fine of the app in the title is that of the company below."""
        if event.B == {subject} or event.concept in _EACHS_OWN:
            return event.B == {subject}
        own, kind = min(event.B, default=""), self.discourse.kind
        if own == OFFENDERS and kind(subject) == "Person" and _INITIALS.fullmatch(self.discourse.nodes[subject].name):
            return True   # "police caught a man ...; R.D. was held on Tuesday"
        pair = bool(own) and {kind(own), kind(subject)} == {"Platform", "Organization"}
        kin = pair and (self.parties.concerns(own, subject) or self.parties.concerns(subject, own))
        return subject in event.B or kin or pair and event.told < 0 and not self.discourse.is_authority(
            own if kind(own) == "Organization" else subject)

    def _bodies(self, imposers: set[str]) -> set[str]:
        """The courts and authorities among the imposers: a judge acts for one, so tells no two outcomes apart."""
        return {node for node in imposers if self.discourse.kind(node) != "Person"}

    def last_outcome(self, concept: str) -> Event | None:
        """The outcome of a type that was spoken of last."""
        return next((event for event in reversed(self.outcomes) if event.concept == concept), None)

    def last_action(self, *, defendant: str = "", suit: bool = False) -> Event | None:
        """The action that was spoken of last, against this party if one is given; no appeal where a suit is asked for."""
        return next((event for event in reversed(self.actions) if not (suit and event.concept == "appeal")
                     and (not defendant or self._agree(event.B, {defendant}))), None)

    def at_issue(self) -> Event | None:
        """The action that "the case" speaks of: what the article was about last, else the last one that is no appeal."""
        current = self.of(self.current)
        return current if current and current.concept != "appeal" else next(
            (event for event in reversed(self.actions) if event.concept != "appeal"), None)

    def brought_by(self, plaintiff: str) -> Event | None:
        """The last action that this party has brought."""
        return next((event for event in reversed(self.actions) if plaintiff in event.A), None)

    def of(self, node: str) -> Event | None:
        """The event with this node."""
        for events in (self.actions, self.outcomes):
            for event in events:
                if event.node == node:
                    return event
        return None

    def one_more(self, scene: Scene, situation: Situation, of: Event) -> Event:
        """Another action of the same kind and against the same parties as those of which the article has just told."""
        event = self._new(self.actions, "L", situation, scene, real=of.real)
        event.told = scene.tree.sentence.index
        return self._noted(event, {s.node for s in situation.A}, {s.node for s in situation.B})

    def agree(self, event: Event, situation: Situation) -> bool:
        """Whether the parties of a situation may be those of an action."""
        return self._agree(event.A, {s.node for s in situation.A}) and self._agree(event.B, {s.node for s in situation.B})

    def _related(self, one: str, other: str) -> bool:
        concepts = self.ontology
        return concepts.narrower_or_same(one, other) or concepts.narrower_or_same(other, one)

    def _narrow(self, event: Event, concept: str) -> None:
        """"sued" in the title, "the class action" below: the narrower word tells which kind of action it is."""
        if event.concept != concept and self.ontology.narrower_or_same(concept, event.concept):
            event.concept = concept
            self.discourse.nodes[event.node] = replace(self.discourse.nodes[event.node], type=concept)

    def _agree(self, known: set[str], said: set[str]) -> bool:
        """Whether parties may be the same: they share one, a platform and its company count as one, or a side is empty.

        "The plaintiffs" and "the victims" may be any.
        """
        known, said = known - _ANY, said - _ANY
        return not known or not said or bool(known & said) or any(
            self.parties.concerns(one, other) or self.parties.concerns(other, one) for one in known for other in said - {_TRADE})

    def _of_title(self, event: Event, said: set[str]) -> bool:
        """"Texas sues app X" in the title, "sued Y Inc., the maker of X" below: the app, then the company behind it."""
        kinds = [{self.discourse.kind(node) for node in parties} for parties in (event.B, said)]
        return event.told < 0 and kinds in ([{"Platform"}, {"Organization"}], [{"Organization"}, {"Platform"}])

    @staticmethod
    def _of_other_kind(scene: Scene, event: Event, situation: Situation) -> bool:
        """"a class action in California" beside a lawsuit: another kind, not marked as known and with no party in common."""
        shared = {spot.node for spot in (*situation.A, *situation.B)} & (event.A | event.B)
        if scene.words("definite_after") and sameness.is_known_by_place(scene, situation):
            return False
        told = event.told >= 0 or situation.frame.action != "class-action"   # "sued" in the title may be anything
        return event.concept != situation.frame.action and not situation.definite and not shared and told

    def _new(self, events: list[Event], letter: str, situation: Situation, scene: Scene, *, real: bool) -> Event:
        node = f"{letter}{len(events) + 1}"
        kind = "LegalAction" if letter == "L" else "Outcome"
        place = scene.tree[situation.head].span.start
        self.discourse.nodes[node] = Node(node, kind, type=situation.frame.makes, place=place)
        events.append(Event(node, situation.frame.makes, real=real))
        return events[-1]

    def _noted(self, event: Event, A: set[str], B: set[str]) -> Event:
        event.A |= A
        event.B |= B
        return event


def _vague_in_title(event: Event) -> bool:
    """Whether only a title has told of it, and of who brings it no more than what kind of people they are."""
    return event.told < 0 and all(node.startswith("group:") for node in event.A)


def _by_the_plaintiffs(scene: Scene, situation: Situation) -> bool:
    """"The plaintiffs, four women, sued in 2022": they have been told of, so their suit has."""
    subject = subjects(scene.tree, situation.head, scene.lexicon) if situation.hit.trigger.is_verb else []
    return any(scene.lexicon.groups.get(scene.tree[i].lower) == "plaintiffs" for i in subject)


def _suing(scene: Scene, spot: Spot) -> str:
    """"dua penulis": plaintiffs whom the sentence names by their trade are not those of a suit that somebody else brought."""
    words = {scene.tree[spot.last].lower, scene.tree[spot.last].lemma}
    trade = spot.node == "group:plaintiffs" and spot.how == "noun" and not words & set(scene.lexicon.groups)
    return _TRADE if trade else spot.node


def counted(scene: Scene, noun: int) -> bool:
    """"two suits", "dua gugatan"; "a 2019 suit" is one."""
    numbers = (scene.tree[i] for i in scene.tree.children(noun, "number"))
    return any(token.pos == "NUM" and not (token.text.isdigit() and len(token.text) == 4) for token in numbers)


def spot_of(event: Event, situation: Situation) -> Spot:
    """The trigger's words as a mention of the event."""
    words = situation.hit.words
    return Spot(event.node, min(words), max(words), "event")
