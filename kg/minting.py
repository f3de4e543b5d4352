"""Which IRI each node of an article gets. Names are a function of content alone: the same article, the same IRIs.

Invariant: two things that may differ never share an IRI. A platform or organisation is one by its name, a person only
within an article unless the gazetteer knows them; so is every case, and every event that can happen twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.model import Claim, Extraction, Mention, Node, Status, Value
from kg.terms import short_hash, slug

PREFIX_OF = {"Platform": "platform", "Person": "person", "Organization": "org", "Group": "group",
             "LegalAction": "case", "Outcome": "event", "Harm": "harm"}

# A service is closed, or goes bankrupt, at most once a year, so articles may share that event. Fines, blocks, arrests
# and sales can come twice: those stay apart until somebody says that they are one.
ONCE_A_YEAR = ("shutdown", "bankruptcy")
STATED = (Status.ASSERTED, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Minted:
    """The prefixed names of an article's nodes by local id, and of whom each case or event is told (a node's id)."""

    names: dict[str, str]
    party: dict[str, str]


def mint(extraction: Extraction, known: Collection[str]) -> Minted:
    """Names every node that a claim speaks of; `known` are the ids of the gazetteer.

    Raises OntologyError for a node whose kind has no IRIs.
    """
    nodes = [extraction.nodes[key] for key in sorted(_spoken_of(extraction.claims))]
    party = _parties(extraction)
    names = {node.id: _name(node, extraction.article.id[:8], known) for node in nodes if node.kind not in PROPOSERS}
    for kind, propose in PROPOSERS.items():  # in this order: an event is named after its case, a case after its party
        of_kind = [node for node in nodes if node.kind == kind]
        names |= _apart({node.id: propose(node, names, party, extraction) for node in of_kind}, extraction)
    return Minted(names, party)


def _spoken_of(claims: Iterable[Claim]) -> set[str]:
    parts = (part for claim in claims for part in (claim.subject, claim.object, claim.said_by))
    return {part.node for part in parts if isinstance(part, Mention)}


def _name(node: Node, article8: str, known: Collection[str]) -> str:
    """The name of what is no person, case or event."""
    if node.kind not in PREFIX_OF:
        raise OntologyError(f'no IRIs for nodes of kind "{node.kind}" ({node.id})',
                            hint=f"one of {', '.join(sorted(PREFIX_OF))}")
    own = slug(node.name)
    if node.kind in ("Platform", "Organization"):
        # An unknown name that is spelt like a known id was not linked to it for a reason.
        return f"{PREFIX_OF[node.kind]}:{node.known or (f'{own}.{article8}' if own in known else own)}"
    return f"{PREFIX_OF[node.kind]}:{node.type or own}"


def _parties(extraction: Extraction) -> dict[str, str]:
    """Whom a case is brought against, and what or whom an outcome befell."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for order, claim in enumerate(extraction.claims):
        if claim.predicate == "defendant" and isinstance(claim.object, Mention):
            found[claim.subject.node].append((claim.negated, order, claim.object.node))
        if claim.predicate == "outcome" and isinstance(claim.object, Mention):
            kind = extraction.nodes[claim.subject.node].kind
            once = extraction.nodes[claim.object.node].type in ONCE_A_YEAR
            found[claim.object.node].append(((kind == "LegalAction") == once, order, claim.subject.node))
    return {node: min(candidates)[2] for node, candidates in found.items()}


Proposal = tuple[str, bool]
"""A name, and whether the place of its first mention belongs to it in any case."""


def _person(node: Node, names: dict[str, str], party: dict[str, str], extraction: Extraction) -> Proposal:
    """`person:ID`, else `person:NAME.ARTICLE8`: namesakes of two articles are not one for their name alone."""
    return f"person:{node.known or f'{slug(node.name)}.{extraction.article.id[:8]}'}", False


def _case(node: Node, names: dict[str, str], party: dict[str, str], extraction: Extraction) -> Proposal:
    """`case:DEFENDANT-lawsuit-ARTICLE8`."""
    against = _stem(names.get(party.get(node.id, ""), ""))
    return "case:" + _join(against, node.type, extraction.article.id[:8]), False


def _event(node: Node, names: dict[str, str], party: dict[str, str], extraction: Extraction) -> Proposal:
    """`event:CASE-settlement`, `event:SUBJECT-shutdown-YEAR`, else `event:SUBJECT-fine-ARTICLE8-PLACE`."""
    subject = names.get(party.get(node.id, ""), "")
    if subject.startswith("case:"):
        return "event:" + _join(_stem(subject), node.type), False
    year = _year(node, extraction.claims)
    shared = year and subject.startswith(("platform:", "org:")) and _is_shared(node, extraction)
    if shared:
        return "event:" + _join(subject.partition(":")[2], node.type, year), False
    return "event:" + _join(_stem(subject), node.type, extraction.article.id[:8]), True


def _is_shared(node: Node, extraction: Extraction) -> bool:
    """Whether other articles may speak of the same event: one that can be told by its year, is the article's only one
    of its type, and is said to have happened ("was not shut down in 2022" must not undo a later shutdown).
    """
    alone = sum(other.kind == "Outcome" and other.type == node.type for other in extraction.nodes.values()) == 1
    return alone and node.type in ONCE_A_YEAR and is_stated(node, extraction.claims)


def is_stated(node: Node, claims: Iterable[Claim]) -> bool:
    """Whether an article says in its own voice, or has confirmed, that a case or event is one that took place."""
    about = [claim for claim in claims if node.id in (claim.subject.node, _object(claim))]
    outcomes = [claim for claim in about if claim.predicate == "outcome" and _object(claim) == node.id]
    return any(claim.status in STATED and not claim.negated for claim in outcomes or about)


def _object(claim: Claim) -> str:
    return claim.object.node if isinstance(claim.object, Mention) else ""


def _year(node: Node, claims: Iterable[Claim]) -> str:
    """The year the article gives for an event, else the last in which it can have been."""
    dates = [claim.object.lexical for claim in claims if claim.subject.node == node.id and claim.predicate == "date"
             and isinstance(claim.object, Value) and claim.status in STATED and not claim.negated]
    return (dates[0] if dates else node.latest)[:4]


def _apart(proposals: dict[str, Proposal], extraction: Extraction) -> dict[str, str]:
    """Adds the place of the first mention where a name needs it or two nodes would share one."""
    count = Counter(name for name, _ in proposals.values())
    placed = {key: f"{name}-{extraction.nodes[key].place}" if always or count[name] > 1 else name
              for key, (name, always) in proposals.items()}
    again = Counter(placed.values())
    return {key: f"{name}-{short_hash(key)}" if again[name] > 1 else name for key, name in placed.items()}


def _stem(name: str) -> str:
    """What a longer name takes over of a name: "person:jo-doe.7a357368" -> "jo-doe"."""
    return name.partition(":")[2].partition(".")[0]


def _join(*parts: str) -> str:
    return "-".join(part for part in parts if part)


PROPOSERS = {"Person": _person, "LegalAction": _case, "Outcome": _event}
