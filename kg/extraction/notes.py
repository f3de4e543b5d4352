"""What the second reading keeps while it goes through an article: claims, events, parties, and what it last spoke of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.discourse import Discourse, Spot
from kg.extraction.events import Events
from kg.extraction.harms import Harm
from kg.extraction.ledger import Ledger
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Parties
from kg.model import Article, Claim, Mention, Status, Value
from kg.schema import Ontology


@dataclass(frozen=True)
class Ground:
    """A harm for which somebody was fined, blocked or convicted, in a sentence that does not name by whom.

    `event` is the node of the outcome, or its type where the sentence did not tell whose it is; `of` are those it befell;
    `told` where it is only somebody's word.
    """

    scene: Scene
    platform: Spot
    harm: Harm
    event: str
    words: tuple[int, ...]
    rule: str
    of: tuple[str, ...] = ()
    told: bool = False


class Notes:
    """The state of one article's reading.

    `dated` says that the article's own date is known, so that relative dates can be resolved. `subject` and `action` are
    the platform and the legal action that the sentence before was about, "" if none. `grounds` wait for
    the whole article to tell who found so; `told` is the outcome that the sentence before told last,
    `outcomes` are all so far; `sued` is the action told last, in the sentence `sued_in`; `day`, `when` and `place` are the
    last day, the last date of any kind and the last country of which it spoke; `accusations` are the harms that were
    alleged last, which "denies that" speaks of.
    """

    def __init__(self, article: Article, discourse: Discourse, ontology: Ontology, *, dated: bool) -> None:
        self.discourse, self.ontology, self.dated = discourse, ontology, dated
        self.ledger, self.parties = Ledger(article), Parties(discourse)
        self.events = Events(discourse, ontology, self.parties)
        self.subject, self.action, self.day, self.when, self.place = "", "", "", "", ""
        self.told: Situation | None = None
        self.outcomes: list[Situation] = []
        self.sued: Situation | None = None
        self.sued_in = -1
        self.grounds: list[Ground] = []
        self.accusations: list[Mention] = []

    def alleging(self, platform: str, harm: str) -> str:
        """The last action against this platform, or whoever runs it, that alleges this harm or a kindred one; "" if none."""
        same, claims = self.ontology.narrower_or_same, self.ledger.says
        for event in reversed(self.events.actions):
            harms = (claim.object.node.removeprefix("harm:") for claim in claims(event.node, "allegesHarm", Status.ASSERTED)
                     if isinstance(claim.object, Mention))
            against = not event.B or any(self.parties.concerns(party, platform) for party in event.B)
            if against and any(same(harm, other) or same(other, harm) for other in harms):
                return event.node
        return ""

    def platforms_of(self, party: str) -> list[str]:
        """The platforms that a party speaks for; a platform speaks for itself."""
        return [node for node in sorted(self.discourse.nodes) if self.discourse.kind(node) == "Platform"
                and self.parties.concerns(party, node)]

    def is_background(self, subject: str) -> bool:
        """Whether an outcome befalls some people or other, in an article about no platform: such arrests are background."""
        told = any(node.kind == "Platform" for node in self.discourse.nodes.values())
        return subject == "group:offenders" and not told

    def fitting(self) -> tuple[Claim, ...]:
        """The claims that the ontology allows; one that it does not, a platform that sues, is a misreading."""
        kind = self.discourse.kind
        return tuple(claim for claim in self.ledger.claims() if self.ontology.fits(
            claim.predicate, kind(claim.subject.node), self._kind_of(claim.object)))

    def _kind_of(self, thing: Mention | Value) -> str:
        if isinstance(thing, Value):
            return thing.kind
        return "Harm" if thing.node.startswith("harm:") else self.discourse.kind(thing.node)

    def spoke_of(self, scene: Scene, situations: list[Situation]) -> None:
        """The platform and the action that this sentence is about: the next one may leave them out."""
        kind = self.discourse.kind
        platforms = [spot.node for spot in scene.mentions.spots if kind(spot.node) == "Platform"]
        actions = [spot.node for spot in scene.actions.values() if kind(spot.node) == "LegalAction"]
        ended = [node for spot in scene.actions.values() if kind(spot.node) == "Outcome"
                 for node in sorted(getattr(self.events.of(spot.node), "B", ())) if kind(node) == "LegalAction"]
        suits = [s for s in situations if s.frame.action and s.node and s.hit.trigger.construction != "ellipsis"]
        if suits:
            self.sued, self.sued_in = suits[-1], scene.tree.sentence.index
        self.events.current = next(iter((*actions, *ended)), self.events.current)
        self.subject = platforms[0] if platforms else self.subject
        self.action = actions[0] if actions else ""
