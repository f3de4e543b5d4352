"""Why something is a fact or is not: the claims behind it, with their sentences, speakers and rules.

Invariant: whether a triple is a fact is asked of the store, never decided here; what is said here only gives the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import selection
from kg.model import Span, Status
from kg.prefixes import local_name
from kg.statements import CARRYING, Said, claims, withdrawn
from kg.tables import short
from kg.terms import Triple

if TYPE_CHECKING:
    from kg.store import Store

LANGUAGES = {"en": "English", "id": "Indonesian"}
CONSTRUCTIONS = {
    "verb": "as a verb, with or without the one who acts",
    "inverse": "as a verb, with the parties in reverse order",
    "alone": "as a verb without an object",
    "self": "as a verb for what the subject does to itself",
    "noun": "as a noun",
    "role": "as the role of a person or company",
    "headline": "as a verb in a title",
    "named": "by the parties that are named",
    "alleged": "as an accusation",
    "denied": "as something that is denied",
    "learnt": "by the sentence as a whole, in words that are not listed",
    "reported": "as something that is told of a platform",
    "document": "as what a finding or a document says",
    "affected": "by those whom it befell",
    "harm": "by the harm that the action is about",
    "ground": "by the ground that is given",
    "count": "by the number beside it",
    "after": "by a word for what came after what",
    "amount": "by the sum of money in its clause",
    "amountSought": "by the sum of money in its clause",
    "court": "by the court in its clause",
    "date": "by the date in its clause",
    "filedOn": "by the date in its clause",
    "jurisdiction": "by the place in its clause",
}
"""What the second half of a rule's name means; the first is the name of a frame of the lexicon."""

_LABELS = "?of rdfs:label|skos:prefLabel ?value"
_PARTS = {
    "quote": "?of ts:evidence/nif:anchorOf ?value", "begin": "?of ts:evidence/nif:beginIndex ?value",
    "trigger": "?of ts:trigger ?value", "start": "?of ts:triggerStart ?value", "rule": "?of ts:rule ?value",
    "confidence": "?of ts:confidence ?value",
    "reason": "?of ts:withdrawnFor ?value", "publisher": "?of ts:evidence/nif:referenceContext/schema:publisher ?value",
    "url": "?of ts:evidence/nif:referenceContext/schema:url ?value",
    "key": "?of ts:evidence/nif:referenceContext/ts:articleKey ?value"}
_PREDICATES = "?of ts:claimable true ; rdfs:label ?value"
_REASONS = {"confirmed": "confirmed", "asserted": "asserted", "alleged": "only alleged", "hypothetical": "only hypothetical",
            "denied": "denied"}


@dataclass(frozen=True, slots=True)
class Name:
    """A thing, property or value: its prefixed name ("" for a value), and how people call it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with all that one needs to judge it.

    `number` counts within its triple, from 1. `sentence` may withhold names; `trigger` is a span of it, or None where the
    words cannot be shown. `speaker` is None where the article says it itself or no speaker was found. `withdrawn` is the
    reason for which the claim no longer counts, or "". `confidence` is how likely the sentence is read right, "0.87", or "".
    """

    number: int
    claim: str
    status: str
    negated: bool
    withdrawn: str
    speaker: Name | None
    sentence: str
    trigger: Span | None
    rule: str
    article: Name
    publisher: str
    published: str
    url: str
    confidence: str = ""

    @property
    def explained(self) -> str:
        """The frame and construction of its rule, in words."""
        return in_words(self.rule)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A triple, whether it is a fact, why, and the claims that are about it."""

    subject: Name
    predicate: Name
    object: Name
    fact: bool
    why: str
    evidence: tuple[Evidence, ...]


def explain(store: Store, subject: str, predicate: str = "", object: str = "") -> list[Explanation]:
    """Each triple that claims are about, and that has these parts; in a fixed order, none where no claim is so.

    A thing that is never a subject, given alone, is looked for as an object. Things are named by id ("platform:omegle"),
    label or another name; predicates by local name ("founder") or label; values as they are written ("2009"). Raises
    KgError, with near names, for a name that fits nothing or several.
    """
    gone = withdrawn(store)
    everything = [*claims(store), *gone]
    about = selection.find(store, {end for said in everything for end in said.ends}, subject)
    of = _predicate(store, predicate) if predicate else ""
    what = _object(store, everything, of, object) if object else ""
    chosen = [said for said in everything if said.subject == about and of in ("", said.predicate)
              and what in ("", said.object, said.object.casefold())]
    if not predicate:
        chosen = chosen or [said for said in everything if about in said.ends]
    wanted: defaultdict[Triple, list[Said]] = defaultdict(list)
    for said in chosen:
        wanted[said.triple].append(said)
    return list(_explanations(store, [wanted[triple] for triple in sorted(wanted)], {said.claim for said in gone}))


def in_words(rule: str) -> str:
    """A rule in words.

    >>> in_words("id:lawsuit/verb")
    'Indonesian words for "lawsuit", as a verb, with or without the one who acts'
    """
    lang, _, rest = rule.partition(":")
    frame, _, construction = rest.partition("/")
    how = CONSTRUCTIONS.get(construction, f'by "{construction}"')
    return f'{LANGUAGES.get(lang, lang)} words for "{frame.replace("-", " ")}", {how}'


# ------------------------------------------------------------------------------------------------ names that users write

def _predicate(store: Store, name: str) -> str:
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.query(f"SELECT ?of ?value WHERE {{ {_PREDICATES} }}"):
        for written in (row["value"].value, local_name(row["of"].value), short(row["of"].value), row["of"].value):
            labels[written.casefold()].add(row["of"].value)
    return selection.pick(name, [labels], kind="predicate", kinds="predicates")


def _object(store: Store, everything: Sequence[Said], predicate: str, name: str) -> str:
    """The IRI of a thing; a value, in small letters, where the predicate takes values."""
    said = [one for one in everything if one.predicate == predicate]
    if said and all(one.literal for one in said):
        return name.casefold()
    return selection.find(store, {end for one in everything for end in one.ends}, name)


# ------------------------------------------------------------------------------------------------ what the store has

def _explanations(store: Store, groups: Sequence[Sequence[Said]], gone: set[str]) -> Iterator[Explanation]:
    found = [said for group in groups for said in group]
    part = {name: _values(store, pattern, {said.claim for said in found}) for name, pattern in _PARTS.items()}
    names = _values(store, _LABELS, {name for said in found for name in (*said.ends, said.predicate, said.speaker) if name})
    for group in groups:
        first = group[0]
        ordered = sorted(group, key=lambda said: _reading_order(said, part["begin"], gone))
        evidence = tuple(_evidence(number, said, {name: values.get(said.claim, "") for name, values in part.items()}, names,
                                   said.claim in gone) for number, said in enumerate(ordered, 1))
        what = Name("", first.object) if first.literal else _name(first.object, names)
        yield Explanation(_name(first.subject, names), _name(first.predicate, names), what, first.fact,
                          _why(first.fact, evidence), evidence)


def _values(store: Store, pattern: str, of: Iterable[str]) -> Mapping[str, str]:
    """What each of these has in this place: the English value first, then one without a language."""
    listed = " ".join(f"<{iri}>" for iri in sorted(of))
    rows = store.query(f"SELECT ?of ?value WHERE {{ VALUES ?of {{ {listed} }} {pattern} }}")
    ranked = sorted((_rank(getattr(row["value"], "language", None)), row["value"].value, row["of"].value) for row in rows)
    return {of: value for _, value, of in reversed(ranked)}


def _rank(language: str | None) -> int:
    return {"en": 0, None: 1, "": 1}.get(language, 2)


def _name(iri: str, names: Mapping[str, str]) -> Name:
    return Name(short(iri), names.get(iri) or local_name(iri))


def _reading_order(said: Said, begin: Mapping[str, str], gone: set[str]) -> tuple[object, ...]:
    """What counts comes first, the surest of it first; then by day and place in the article."""
    statuses = [status.value for status in Status]
    place = said.published, said.article, int(begin.get(said.claim) or 0)
    return said.claim in gone, statuses.index(said.status), said.negated, *place, said.claim


def _evidence(number: int, said: Said, part: Mapping[str, str], names: Mapping[str, str], is_withdrawn: bool) -> Evidence:
    return Evidence(
        number, short(said.claim), said.status, said.negated, (part["reason"] or "withdrawn") if is_withdrawn else "",
        _name(said.speaker, names) if said.speaker else None, part["quote"], _trigger(part), part["rule"],
        Name(short(said.article), part["key"]), part["publisher"], said.published, part["url"], part["confidence"])


def _trigger(part: Mapping[str, str]) -> Span | None:
    """Where the sentence shows the trigger: at its offset, or, where names are withheld before it, at the nearest."""
    quote, words = part["quote"], part["trigger"]
    wanted = int(part["start"] or part["begin"] or 0) - int(part["begin"] or 0)
    places = [at for at in range(len(quote) - len(words) + 1) if quote.startswith(words, at)] if words else []
    start = min(places, key=lambda at: abs(at - wanted), default=None)
    return None if start is None else Span(start, start + len(words))


# ------------------------------------------------------------------------------------------------ why

def _why(fact: bool, evidence: Sequence[Evidence]) -> str:
    """The reason, with the numbers of the claims that it rests on."""
    counted, gone = [one for one in evidence if not one.withdrawn], [one for one in evidence if one.withdrawn]
    if not counted:
        return f"withdrawn ({_numbers(gone)})"
    disputing = [one for one in counted if one.negated or one.status == Status.DENIED]
    carrying = [one for one in counted if one not in disputing and one.status in CARRYING]
    reason = (_why_fact if fact else _why_none)(carrying, disputing, [one for one in counted if one not in carrying])
    return reason + (f"; withdrawn: {_numbers(gone)}" if gone else "")


def _why_fact(carrying: Sequence[Evidence], disputing: Sequence[Evidence], _: Sequence[Evidence]) -> str:
    if not disputing:
        return f"{_told(carrying)}, and nobody disputes it"
    confirming = [one for one in carrying if one.status == Status.CONFIRMED]
    return f"{_told(confirming)}, which outweighs that it is {_told(disputing)}"


def _why_none(carrying: Sequence[Evidence], disputing: Sequence[Evidence], others: Sequence[Evidence]) -> str:
    if carrying:
        return f"{_told(carrying)}, but {_told(disputing)}, and nobody confirms it"
    return f"{_told(others)}; nobody asserts or confirms it"


def _told(evidence: Iterable[Evidence]) -> str:
    """How it is said and by whom, with numbers: "denied by Strangly (claim 3), only alleged (claims 1, 2)"."""
    groups: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        groups[_REASONS[one.status] + " not to be so" * one.negated + _by(one)].append(one)
    return ", ".join(f"{how} ({_numbers(ones)})" for how, ones in groups.items())


def _by(one: Evidence) -> str:
    return f" by {one.speaker.label}" if one.speaker else ""


def _numbers(evidence: Iterable[Evidence]) -> str:
    numbers = [str(one.number) for one in evidence]
    return f"claim{'s' * (len(numbers) > 1)} {', '.join(numbers)}"
