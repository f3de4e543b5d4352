"""What each node of an article is known by: a profile, from which `kg.identity` makes its name.

Everything here is a function of one article. Invariant: a profile that could fit two different things is a lone one,
whose handle bears the article's hash: it stays by itself until somebody says otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from kg import spellings
from kg.errors import OntologyError
from kg.model import Claim, Extraction, Mention, Node, Status, Value
from kg.profiles import Profile, coarse
from kg.terms import short_hash, slug

PREFIX_OF = {"Platform": "platform", "Person": "person", "Organization": "org", "Group": "group",
             "LegalAction": "case", "Outcome": "event", "Harm": "harm"}

# A service is closed, or goes bankrupt, at most once a year: the year tells which event is meant.
ONCE_A_YEAR = ("shutdown", "bankruptcy")
STATED = (Status.ASSERTED, Status.CONFIRMED)
LEADS = ("founder", "executive")


@dataclass(frozen=True, slots=True)
class Minted:
    """The names of groups and harms by node, the profiles of all other nodes, and of whom each case or event is told."""

    names: dict[str, str]
    profiles: dict[str, Profile]
    party: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the steps below look into; `profiles` grows from platforms to persons, cases and events."""

    extraction: Extraction
    known: Collection[str]
    names: dict[str, str]
    party: dict[str, str]
    profiles: dict[str, Profile]
    known_names: frozenset[str]

    @property
    def article8(self) -> str:
        return self.extraction.article.id[:8]

    def claims(self, subject: str, *predicates: str) -> Iterator[Claim]:
        """What the article states and does not negate of a node."""
        yield from (claim for claim in self.extraction.claims if claim.subject.node == subject and not claim.negated
                    and claim.predicate in predicates and claim.status in STATED)

    def values(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """The literals that the article states of a node, sorted."""
        found = (claim.object for claim in self.claims(subject, *predicates))
        return tuple(sorted({what.lexical for what in found if isinstance(what, Value)}))

    def named(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The platforms, organisations (with their legal form) and persons, by coarse name, that the article states of a node."""
        found = {object_of(claim) for claim in self.claims(subject, predicate)}
        return tuple(sorted(coarse(one.handle) if one.kind == "Person" else " ".join((one.handle, *one.forms))
                            for one in map(self.profiles.get, found) if one))


def mint(extraction: Extraction, known: Collection[str]) -> Minted:
    """The name or profile of every node that a claim speaks of; `known` are the ids of the gazetteer.

    Raises OntologyError for a node whose kind has no IRIs.
    """
    nodes = [extraction.nodes[key] for key in sorted(_spoken_of(extraction.claims))]
    names = {node.id: f"{_prefix(node)}:{node.type or slug(node.name)}" for node in nodes if _prefix(node) in ("group", "harm")}
    reading = _Reading(extraction, known, names, _parties(extraction), {}, frozenset(map(spellings.joined, known)))
    for kind, tell in TOLD.items():
        told = {node.id: tell(node, reading) for node in nodes if node.kind == kind}
        reading.profiles.update(_apart(told, extraction))
    return Minted(names, reading.profiles, reading.party)


def is_stated(node: Node, claims: Iterable[Claim]) -> bool:
    """Whether an article says in its own voice, or has confirmed, that a case or event is one that took place."""
    about = [claim for claim in claims if node.id in (claim.subject.node, object_of(claim))]
    outcomes = [claim for claim in about if claim.predicate == "outcome" and object_of(claim) == node.id]
    return any(claim.status in STATED and not claim.negated for claim in outcomes or about)


def object_of(claim: Claim) -> str:
    """The node that is a claim's object, or "" where that is a value."""
    return claim.object.node if isinstance(claim.object, Mention) else ""


def _spoken_of(claims: Iterable[Claim]) -> set[str]:
    parts = (part for claim in claims for part in (claim.subject, claim.object, claim.said_by))
    return {part.node for part in parts if isinstance(part, Mention)}


def _prefix(node: Node) -> str:
    if node.kind not in PREFIX_OF:
        raise OntologyError(f'no IRIs for nodes of kind "{node.kind}" ({node.id})',
                            hint=f"one of {', '.join(sorted(PREFIX_OF))}")
    return PREFIX_OF[node.kind]


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


# ------------------------------------------------------------------------------------------------ profiles by kind

def _by_name(node: Node, reading: _Reading) -> Profile:
    """A platform or organisation is one by its name; one that is spelt like a known id was not linked for a reason."""
    own, form = (spellings.site if node.kind == "Platform" else spellings.company)(node.name)
    if spellings.joined(own) in reading.known_names:
        own, form = slug(node.name), ""
    lone = not node.known and spellings.joined(own) in reading.known_names
    stem = node.known or (f"{own}.{reading.article8}" if lone else own)
    handle, forms = f"{PREFIX_OF[node.kind]}:{stem}", (form,) if form and not node.known and not lone else ()
    root = handle if lone else f"{PREFIX_OF[node.kind]}:{spellings.joined(stem)}"
    return Profile(node.kind, handle, root, known=bool(node.known), lone=lone, forms=forms)


def _person(node: Node, reading: _Reading) -> Profile:
    """A person of the gazetteer; else one with a full name and an anchor; else somebody of this article alone."""
    own = slug(node.name)
    if node.known:
        return Profile("Person", f"person:{node.known}", f"person:{node.known}", known=True, lone=True)
    anchors = tuple(sorted(_anchors(node.id, reading))) if len(node.name.split()) > 1 else ()
    if not anchors:
        return _lone(Profile("Person", f"person:{own}.{reading.article8}", ""))
    best = min(anchors, key=lambda one: ("platform:" not in one, one))
    return Profile("Person", f"person:{own}.{best.partition(':')[2].replace('.', '-')}",
                   f"person:{spellings.person(node.name)}", anchors=anchors)


def _anchors(person: str, reading: _Reading) -> set[str]:
    """The platforms and companies that a person leads ("of ..."), else sues or speaks about ("on ...").

    What is denied counts too: who denies being the founder is the one who was said to be.
    """
    claims = reading.extraction.claims
    leads = {claim.subject.node for claim in claims if claim.predicate in LEADS and object_of(claim) == person}
    deals = {claim.subject.node for claim in claims if claim.said_by and claim.said_by.node == person}
    cases = {claim.subject.node for claim in claims if claim.predicate in ("plaintiff", "defendant")
             and object_of(claim) == person}
    deals |= {reading.party.get(node, "") for node in deals | cases}
    return ({f"of {one.handle}" for one in _companies(leads, reading)}
            | {f"on {one.handle}" for one in _companies(deals - leads, reading)})


def _companies(nodes: Iterable[str], reading: _Reading) -> list[Profile]:
    found = (reading.profiles.get(node) for node in nodes)
    return [one for one in found if one and one.kind in ("Platform", "Organization")]


def _case(node: Node, reading: _Reading) -> Profile:
    """A case that is stated and can be told by more than its defendant: by its day, or by who sues and in which year."""
    against = reading.profiles.get(reading.party.get(node.id, ""))
    stem = f"case:{_join(_stem(node, reading), node.type)}"
    filed = reading.values(node.id, "filedOn")
    told = Profile("LegalAction", f"{stem}-{reading.article8}", against.root if against else "", node.type,
                   subject=against.key if against else "", dates=filed, places=reading.values(node.id, "jurisdiction"),
                   parties=reading.named(node.id, "plaintiff"), anchors=tuple(sorted(_days(node.id, filed, reading))))
    telling = told.anchors or (told.dates and told.parties)
    if not against or against.lone and not against.known or not telling or not is_stated(node, reading.extraction.claims):
        return _lone(told)
    days = [day for day in told.dates if len(day) == 10]
    mark = days[0] if days else short_hash(" ".join((*told.anchors, *told.dates, *told.parties)))
    return replace(told, handle=f"{stem}-{mark}")


def _days(case: str, filed: tuple[str, ...], reading: _Reading) -> Iterator[str]:
    """What happened on a certain day: two articles that tell the same of it tell of one case."""
    yield from (f"filed {day}" for day in filed if len(day) == 10)
    for claim in reading.claims(case, "outcome"):
        event = reading.extraction.nodes[object_of(claim)]
        yield from (f"{event.type} {day}" for day in reading.values(event.id, "date") if len(day) == 10)


def _event(node: Node, reading: _Reading) -> Profile:
    """An outcome that is stated, befell something that can be known again, and has a date, an amount or a case."""
    party = reading.profiles.get(reading.party.get(node.id, ""))
    stem = f"event:{_join(_stem(node, reading), node.type)}"
    dates, amounts = reading.values(node.id, "date"), reading.values(node.id, "amount")
    once = node.type in ONCE_A_YEAR
    if once:
        dates = tuple(sorted({day[:4] for day in dates or (node.latest,) if day}))
    of_case = party is not None and party.kind == "LegalAction"
    told = Profile("Outcome", f"{stem}-{reading.article8}-{node.place}", party.root if party else "", node.type,
                   subject=party.key if party else "", anchors=("case",) if of_case else (), dates=dates, amounts=amounts,
                   parties=reading.named(node.id, "imposedBy"), places=reading.values(node.id, "jurisdiction"),
                   latest="" if dates or of_case else node.latest[:10])
    mark = _join(*dates) if dates else _join(*map(slug, amounts), told.latest)
    if of_case and party and party.lone:
        told = replace(told, handle=stem)
    if (not party or party.lone and not party.known or not (dates or amounts or of_case)
            or not is_stated(node, reading.extraction.claims)):
        return _lone(told)
    return replace(told, handle=_join(stem, mark))


def _lone(told: Profile) -> Profile:
    return replace(told, lone=True, root=told.handle)


TOLD = {"Platform": _by_name, "Organization": _by_name, "Person": _person, "LegalAction": _case, "Outcome": _event}


def _apart(told: dict[str, Profile], extraction: Extraction) -> dict[str, Profile]:
    """Nodes of one article are kept apart: each notes the others like it, and those that tell the same become lone."""
    alike: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    same = Counter(one.id for one in told.values() if not one.known)
    for one in told.values():
        alike[one.root, one.subject, one.type].add(one.id)
    found = {}
    for key, one in told.items():
        if same[one.id] > 1 and one.kind in ("Person", "LegalAction", "Outcome"):
            one = _lone(replace(one, handle=_placed(one.handle, extraction.article.id[:8], extraction.nodes[key].place)))
        elif not one.lone and one.kind not in ("Platform", "Organization"):   # these are spellings of one name
            one = replace(one, apart=tuple(sorted(alike[one.root, one.subject, one.type] - {one.id})))
        found[key] = one
    return _named_apart(found)


def _placed(handle: str, article8: str, place: int) -> str:
    """A handle with the article's hash and the place of the first mention, each once."""
    with_article = handle if article8 in handle else f"{handle}{'.' if handle.startswith('person:') else '-'}{article8}"
    return with_article if with_article.endswith(f"-{place}") else f"{with_article}-{place}"


def _named_apart(told: dict[str, Profile]) -> dict[str, Profile]:
    """Lone profiles that still share a handle get a hash of their node."""
    count = Counter(one.handle for one in told.values() if one.lone)
    return {key: _lone(replace(one, handle=f"{one.handle}-{short_hash(key)}"))
            if one.lone and not one.known and count[one.handle] > 1 else one for key, one in told.items()}


def _stem(node: Node, reading: _Reading) -> str:
    """What a longer handle takes over of a party's: "platform:strangly" -> "strangly", "org:ofkom" -> "org.ofkom"."""
    party = reading.party.get(node.id, "")
    told = reading.profiles.get(party)
    handle = told.handle if told else reading.names.get(party, "")
    prefix, _, local = (coarse(handle) if told and told.kind == "Person" else handle).partition(":")
    return f"{prefix}.{local}" if prefix in ("org", "person") else local


def _join(*parts: str) -> str:
    return "-".join(part for part in parts if part)
