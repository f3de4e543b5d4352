"""The data that flows: articles, sentences, mentions and claims. Standard library only.

Invariants: a claim is never edited, only made anew; offsets are half-open counts of Unicode code points and
always point into `Article.text`, the exact text that was read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How the source presents a claim. The order is from surest to least sure."""

    CONFIRMED = "confirmed"
    ASSERTED = "asserted"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (not included) of an article's text.

    >>> Span(0, 6).of("Omegle closed.")
    'Omegle'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start:self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text in which sentences may be looked for; no sentence crosses a block's border.

    `kind` is "title", "heading" or "paragraph". Datelines, bylines and links to other pages lie in no block.
    """

    span: Span
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read.

    `key` names it across versions (the record's id, else the canonical URL, else its path); `published` is an ISO
    date or ""; `lang` is an ISO 639-1 code.
    """

    text: str
    lang: str
    key: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the UTF-8 text: it names the version."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        """The first twelve hex digits of the hash."""
        return self.sha256[:12]

    @property
    def hidden_key(self) -> str:
        """The key of an article whose own key would name somebody who must not be named."""
        return hidden(self.key)


def hidden(key: str) -> str:
    """What stands for the key of an article where the key would name somebody who must not be named."""
    return "withheld-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence, its grammar in terms that all languages share.

    `head` is the index of the governing token in the sentence (its own index at the root); `slot` says what the token
    is to its head (see `kg.languages`); `case` is the preposition that introduces it, or "". `entity` is "PER", "ORG",
    "LOC" or "" as the pipeline's name finder has it; `passive` marks a verb in the passive voice; `lower` is the text in
    lower case.
    """

    index: int
    text: str
    lemma: str
    pos: str
    head: int
    slot: str
    span: Span
    case: str = ""
    entity: str = ""
    passive: bool = False
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())   # asked for again and again


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence: its place in the article, the number and kind of its block, and its tokens."""

    index: int
    span: Span
    text: str
    tokens: tuple[Token, ...]
    block: int = 0
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Node:
    """A thing that one article speaks of, before articles are brought together.

    `id` is local to the article ("L1", "O2", "platform:omegle", "harm:csam"); `kind` is a class of the ontology
    ("Platform", "Person", "Organization", "Group", "LegalAction", "Outcome", "Harm"). `type` is the concept of a legal
    action or outcome ("lawsuit", "settlement"), or of a harm or a group ("csam", "children"). `known` is the id in the
    gazetteer, if it stands there. `name` is the fullest name in the article; `latest` the last possible ISO date of an
    event of the past. `place` orders nodes: the first offset at which the article speaks of it.
    """

    id: str
    kind: str
    name: str = ""
    type: str = ""
    known: str = ""
    latest: str = ""
    place: int = 0
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that speak of a node; a lawsuit may be mentioned by the verb "sued" alone."""

    node: str
    span: Span


@dataclass(frozen=True, slots=True)
class Value:
    """A literal as the text gives it: `kind` is "year", "month", "date", "integer", "money" or "place".

    Money is an ISO 4217 code and an amount ("USD 22000000"), a place an ISO 3166 code ("ID", "US-UT").
    """

    lexical: str
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says a claim; `quote` is its text as it may be shown, with withheld names replaced."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says: a subject, a predicate and an object, how surely, and according to whom.

    `predicate` is the local name of a claimable property ("founder"). `trigger` is the span of the words that gave the
    claim, `rule` the frame and construction that matched ("id:founder/role"); `confidence` is how likely the reading is
    right, from 0 to 1, whatever the truth of what is said, and None where the text is too short to tell.
    """

    article: str
    subject: Mention
    predicate: str
    object: Mention | Value
    status: Status
    evidence: Evidence
    trigger: Span
    rule: str
    negated: bool = False
    said_by: Mention | None = None
    confidence: float | None = None

    @property
    def id(self) -> str:
        """Twelve hex digits made from what the article said; no later merge of entities changes it."""
        return hashlib.sha256("|".join(self._key()).encode()).hexdigest()[:12]

    def _key(self) -> tuple[str, ...]:
        mentions = (self.subject, self.object, self.said_by)
        said = (self.predicate, self.status.value, "not" if self.negated else "")
        return (self.article, *said, *(_identify(mention) for mention in mentions))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article yields: its nodes by local id, and its claims in text order."""

    article: Article
    nodes: dict[str, Node] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()


def _identify(part: Mention | Value | None) -> str:
    """What a claim's id keeps of a mention (its words' place and node) or of a value."""
    if isinstance(part, Mention):
        return f"{part.span.start}-{part.span.end}"
    return part.lexical if part else ""
