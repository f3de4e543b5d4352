"""What the second reading keeps while it goes through an article: claims, events, parties, and what it last spoke of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.discourse import Discourse, Spot
from kg.extraction.events import Events
from kg.extraction.ledger import Ledger
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Parties, Verdict
from kg.model import Article, Mention
from kg.schema import Ontology


@dataclass(frozen=True)
class Ground:
    """A harm for which somebody was fined, blocked or convicted, in a sentence that does not name by whom."""

    scene: Scene
    platform: Spot
    harm: Spot
    event: str
    words: tuple[int, ...]
    rule: str


@dataclass(frozen=True)
class Suffering:
    """A group that a reported harm befalls: of the platform, or of a legal action over it of which the article may tell yet."""

    scene: Scene
    place: Spot
    group: Spot
    harm: str
    verdict: Verdict
    words: tuple[int, ...]


class Notes:
    """The state of one article's reading.

    `dated` says that the article's own date is known, so that relative dates can be resolved. `subject` and `action` are
    the platform and the legal action that the sentence before was about, "" if none. `grounds` and `suffering` wait for the
    whole article to tell who found so and who has sued over it; `told` is the outcome that the sentence before told last,
    `outcomes` are all so far; `accusations` are the harms that were alleged last, which "denies that" speaks of.
    """

    def __init__(self, article: Article, discourse: Discourse, ontology: Ontology, *, dated: bool) -> None:
        self.discourse, self.ontology, self.dated = discourse, ontology, dated
        self.ledger, self.parties = Ledger(article), Parties(discourse)
        self.events = Events(discourse, ontology, self.parties)
        self.subject, self.action = "", ""
        self.told: Situation | None = None
        self.outcomes: list[Situation] = []
        self.grounds: list[Ground] = []
        self.suffering: list[Suffering] = []
        self.accusations: list[Mention] = []

    def platforms_of(self, party: str) -> list[str]:
        """The platforms that a party speaks for; a platform speaks for itself."""
        return [node for node in sorted(self.discourse.nodes) if self.discourse.kind(node) == "Platform"
                and self.parties.concerns(party, node)]
