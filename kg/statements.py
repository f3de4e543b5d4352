"""What the store's articles say, claim by claim, and the same claims brought together as statements.

Invariant: whether a claim's triple is a fact is asked of the store, never decided here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.model import Status
from kg.prefixes import local_name
from kg.terms import Triple

if TYPE_CHECKING:
    from kg.store import Store

CARRYING = (Status.ASSERTED, Status.CONFIRMED)

# One plain query for each part and a join in memory: as OPTIONALs of one query they took several times as long.
_CLAIMS = """
SELECT ?claim ?subject ?predicate ?object ?status WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; ts:status ?status }"""
_WITHDRAWN = _CLAIMS.replace("ts:status", "ts:formerStatus")
_PARTS = {"negated": "?of ts:negated|ts:formerlyNegated ?value", "speaker": "?of ts:saidBy ?value",
          "sentence": "?of ts:evidence ?value", "article": "?of nif:referenceContext ?value",
          "published": "?of schema:datePublished ?value"}
# The merged graph holds facts and nothing that is only alleged.
_FACTS = """
SELECT ?subject ?predicate ?object WHERE {
  ?predicate ts:claimable true . GRAPH <urn:kb> { ?subject ?predicate ?object } }"""
StatementKey = tuple[str, str, str, bool, str, bool, bool]


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of the store: who says what, how surely, and where. All parts are IRIs, "" where there is none.

    `object` is an IRI, or a literal's text when `literal` is true; `term` is the same in N-Triples syntax.
    `published` is the day of the article, as text.
    """

    claim: str
    subject: str
    predicate: str
    object: str
    literal: bool
    term: str
    status: str
    negated: bool
    fact: bool
    speaker: str
    sentence: str
    article: str
    published: str

    @property
    def ends(self) -> tuple[str, ...]:
        """The entities it is about: subject and, unless it is a literal, object."""
        return (self.subject,) if self.literal else (self.subject, self.object)

    @property
    def key(self) -> StatementKey:
        """What it shares with the other claims of its statement: the fields of `Statement` but the claims."""
        return self.subject, self.predicate, self.object, self.literal, self.status, self.negated, self.fact

    @property
    def triple(self) -> Triple:
        """Subject, predicate and object in N-Triples syntax."""
        return f"<{self.subject}>", f"<{self.predicate}>", self.term

    @property
    def datatype(self) -> str:
        """The IRI of a literal's datatype, "" where it has none."""
        behind = self.term.rpartition('"')[2]
        return behind[3:-1] if behind.startswith("^^") else ""

    @property
    def carries_fact(self) -> bool:
        """Whether its triple is a fact, and this claim one of those that make it one."""
        return self.fact and self.status in CARRYING and not self.negated


@dataclass(frozen=True, slots=True)
class Statement:
    """What sources say of one subject, predicate and object with one status.

    `subject`, `predicate` and `claims` are IRIs; `object` is an IRI, or a literal's text when `literal` is true.
    """

    subject: str
    predicate: str
    object: str
    literal: bool
    status: str
    negated: bool
    fact: bool
    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        """Ten hex digits that stay the same while sources are added."""
        key = (self.subject, self.predicate, self.object, self.status, str(self.negated))
        return hashlib.sha256("\n".join(key).encode()).hexdigest()[:10]

    @property
    def ends(self) -> tuple[str, ...]:
        """The entities it is about: subject and, unless it is a literal, object."""
        return (self.subject,) if self.literal else (self.subject, self.object)


def claims(store: Store) -> list[Said]:
    """Every claim of the store that is not withdrawn, those of one statement together, in a fixed order."""
    return sorted(_read(store, _CLAIMS), key=_order)


def withdrawn(store: Store) -> list[Said]:
    """Every claim that is withdrawn, with the status and negation that it had, in the same order."""
    return sorted(_read(store, _WITHDRAWN), key=_order)


def statements(claims: Iterable[Said]) -> list[Statement]:
    """Claims with the same subject, predicate, object, status and negation brought together, in their order."""
    grouped: defaultdict[StatementKey, list[str]] = defaultdict(list)
    for said in claims:
        grouped[said.key].append(said.claim)
    return [Statement(*key, claims=tuple(names)) for key, names in grouped.items()]


def short(iri: str) -> str:
    """The last part of an IRI that still tells things apart.

    >>> short("https://w3id.org/tskg/id/platform/strangly"), short("https://w3id.org/tskg/ontology#founder")
    ('platform/strangly', 'founder')
    """
    if "#" in iri:
        return iri.rpartition("#")[2]
    return iri.partition("/id/")[2] or "/".join(iri.split("/")[-2:])


def _read(store: Store, query: str) -> Iterator[Said]:
    facts = {_triple(row) for row in store.query(_FACTS)}
    part = {name: _values(store, pattern) for name, pattern in _PARTS.items()}
    for row in store.query(query):
        claim, what = row["claim"].value, row["object"]
        sentence = part["sentence"].get(claim, "")
        article = part["article"].get(sentence, "")
        yield Said(claim, row["subject"].value, row["predicate"].value, what.value, hasattr(what, "datatype"), str(what),
                   local_name(row["status"].value), part["negated"].get(claim) == "true", _triple(row) in facts,
                   part["speaker"].get(claim, ""), sentence, article, part["published"].get(article, ""))


def _triple(row: Any) -> Triple:
    return str(row["subject"]), str(row["predicate"]), str(row["object"])


def _values(store: Store, pattern: str) -> dict[str, str]:
    """What each thing has in this place, the least where it has several."""
    found: dict[str, str] = {}
    for row in store.query(f"SELECT ?of ?value WHERE {{ {pattern} }}"):
        of, value = row["of"].value, str(row["value"].value)
        found[of] = min(value, found.get(of, value))
    return found


def _order(said: Said) -> tuple[object, ...]:
    statuses = [status.value for status in Status]
    rank = statuses.index(said.status) if said.status in statuses else len(statuses)
    return said.subject, said.predicate, said.object, said.term, rank, said.negated, said.claim
