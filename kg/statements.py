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

_CLAIMS = """
SELECT ?claim ?subject ?predicate ?object ?status ?negated ?speaker ?sentence ?article ?published WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; ts:status ?status .
  OPTIONAL { ?claim ts:negated ?negated }
  OPTIONAL { ?claim ts:saidBy ?speaker }
  OPTIONAL { ?claim ts:evidence ?sentence . ?sentence nif:referenceContext ?article .
             OPTIONAL { ?article schema:datePublished ?published } }
  MINUS { ?claim prov:invalidatedAtTime ?withdrawn }
}"""
# The merged graph holds facts and nothing that is only alleged: a claim's triple that stands there is a fact.
_FACTS = """
SELECT DISTINCT ?subject ?predicate ?object WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  GRAPH <urn:kb> { ?subject ?predicate ?object }
}"""
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
    return _once(sorted(_read(store), key=_order))


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


def _read(store: Store) -> Iterator[Said]:
    facts = {(str(row["subject"]), str(row["predicate"]), str(row["object"])) for row in store.query(_FACTS)}
    for row in store.query(_CLAIMS):
        subject, predicate, what = row["subject"], row["predicate"], row["object"]
        status, negated = local_name(row["status"].value), _text(row["negated"]) == "true"
        yield Said(row["claim"].value, subject.value, predicate.value, what.value, hasattr(what, "datatype"), str(what),
                   status, negated, (str(subject), str(predicate), str(what)) in facts,
                   *(_text(row[name]) for name in ("speaker", "sentence", "article", "published")))


def _once(ordered: Iterable[Said]) -> list[Said]:
    """Each claim once, with the first of its sentences where it has several."""
    by_claim: dict[str, Said] = {}
    for said in ordered:
        by_claim.setdefault(said.claim, said)
    return list(by_claim.values())


def _text(term: Any) -> str:
    return "" if term is None else str(term.value)


def _order(said: Said) -> tuple[object, ...]:
    statuses = [status.value for status in Status]
    rank = statuses.index(said.status) if said.status in statuses else len(statuses)
    return said.subject, said.predicate, said.object, said.term, rank, said.negated, said.claim, said.sentence


# Each part of a selection that is given becomes a test that a claim must pass.
