"""One node per legal action and per event of an article, however often and however differently it is mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction import values
from kg.extraction.discourse import Discourse, Spot
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Parties
from kg.model import Node
from kg.schema import Ontology


@dataclass
class Event:
    """What is known so far of an action or outcome: its parties, whether it is real, and its attributes by predicate.

    `told` is the sentence of the body that first told of it, -1 where only a title has.
    """

    node: str
    concept: str
    A: set[str] = field(default_factory=set)
    B: set[str] = field(default_factory=set)
    real: bool = True
    attributes: dict[str, str] = field(default_factory=dict)
    told: int = -1
    places: set[str] = field(default_factory=set)


class Events:
    """The actions and outcomes of one article."""

    def __init__(self, discourse: Discourse, ontology: Ontology, parties: Parties) -> None:
        self.discourse, self.ontology, self.parties = discourse, ontology, parties
        self.actions: list[Event] = []
        self.outcomes: list[Event] = []

    def action(self, scene: Scene, situation: Situation, *, real: bool) -> Event:
        """The action that a situation speaks of: one already known, else a new one."""
        parties = {spot.node for spot in situation.A}, {spot.node for spot in situation.B}
        known = next((event for event in reversed(self.actions)
                      if self._related(event.concept, situation.frame.action)
                      and self._agree(event.A, parties[0]) and self._agree(event.B, parties[1])
                      and not _another(scene, situation) and not self._of_other_kind(event, situation)
                      and not _elsewhere(event, scene, situation)
                      and not _introduced_again(event, scene, situation)), None)
        event = known or self._new(self.actions, "L", situation, scene, real=real)
        if event.told < 0 and scene.tree.sentence.kind == "paragraph":
            event.told = scene.tree.sentence.index
        return self._noted(event, *parties)

    def outcome(self, scene: Scene, situation: Situation, subject: str, *, real: bool) -> Event:
        """The outcome of this type for this subject: one already known, else a new one."""
        imposers = {spot.node for spot in situation.A}
        known = next((event for event in reversed(self.outcomes)
                      if event.concept == situation.frame.outcome and event.B == {subject}
                      and event.real == real and not _elsewhere(event, scene, situation)
                      and self._agree(self._bodies(event.A), self._bodies(imposers))), None)
        return self._noted(known or self._new(self.outcomes, "O", situation, scene, real=real), imposers, {subject})

    def _bodies(self, imposers: set[str]) -> set[str]:
        """The courts and authorities among the imposers: a judge acts for one, so tells no two outcomes apart."""
        return {node for node in imposers if self.discourse.kind(node) != "Person"}

    def last_outcome(self, concept: str) -> Event | None:
        """The outcome of a type that was spoken of last."""
        return next((event for event in reversed(self.outcomes) if event.concept == concept), None)

    def last_action(self, *, defendant: str = "") -> Event | None:
        """The action that was spoken of last, against this party if one is given."""
        return next((event for event in reversed(self.actions) if not defendant or self._agree(event.B, {defendant})), None)

    def brought_by(self, plaintiff: str) -> Event | None:
        """The last action that this party has brought."""
        return next((event for event in reversed(self.actions) if plaintiff in event.A), None)

    def of(self, node: str) -> Event | None:
        """The event with this node."""
        return next((event for event in (*self.actions, *self.outcomes) if event.node == node), None)

    def _related(self, one: str, other: str) -> bool:
        concepts = self.ontology
        return concepts.narrower_or_same(one, other) or concepts.narrower_or_same(other, one)

    def _agree(self, known: set[str], said: set[str]) -> bool:
        """Whether parties may be the same: they share one, a platform and its company count as one, or a side is empty.

        "The plaintiffs" may be any.
        """
        known, said = known - {"group:plaintiffs"}, said - {"group:plaintiffs"}
        return not known or not said or bool(known & said) or any(
            self.parties.concerns(one, other) or self.parties.concerns(other, one) for one in known for other in said)

    @staticmethod
    def _of_other_kind(event: Event, situation: Situation) -> bool:
        """"a class action in California" beside a lawsuit: another kind, not marked as known and with no party in common."""
        shared = {spot.node for spot in (*situation.A, *situation.B)} & (event.A | event.B)
        return event.concept != situation.frame.action and not situation.definite and not shared

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


def _elsewhere(event: Event, scene: Scene, situation: Situation) -> bool:
    """"sued in Ohio", "the Texas suit": an action known to be brought in another place is another one."""
    said = [place.value.lexical for place in values.places(scene.tree, scene.gazetteer)
            if scene.tree[place.last].head in {situation.head, *situation.hit.words, *situation.anchors}]
    return bool(event.places and said) and not any(
        one.startswith(known) or known.startswith(one) for one in said for known in event.places)


def _introduced_again(event: Event, scene: Scene, situation: Situation) -> bool:
    """"a lawsuit filed in Ohio", sentences after the body has told of one: nobody introduces the same thing twice."""
    tree, noun = scene.tree, situation.head
    introduced = not situation.hit.trigger.is_verb and any(scene.is_any(i, "indefinite") for i in tree.children(noun))
    return introduced and bool(situation.A) and 0 <= event.told < tree.sentence.index


def _another(scene: Scene, situation: Situation) -> bool:
    """"another lawsuit", "gugatan lain": a new one, even between the same parties."""
    tree, noun = scene.tree, situation.head
    if situation.hit.trigger.is_verb or situation.definite:
        return False
    parties = [spot.last for spot in situation.A]   # "a lawsuit by another couple"
    several = any(tree[child].slot == "number" and tree[child].pos == "NUM" for child in tree.children(noun))
    return several or any(scene.is_any(child, "another") for word in (noun, *parties) for child in tree.children(word))


def spot_of(event: Event, situation: Situation) -> Spot:
    """The trigger's words as a mention of the event."""
    words = situation.hit.words
    return Spot(event.node, min(words), max(words), "event")
