"""What follows in the merged graph when articles come and go: facts, tallies, roles, last days.

A fact is a bare triple in the merged graph; nobody else writes any. Everything here is worked out from what the changed
articles say and from look-ups in the store's indexes, so that the cost does not grow with the articles that already
stand behind a triple. Invariant: the outcome is what counting all articles anew would give.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from kg.holdings import Holdings
from kg.terms import Triple, iri, literal, typed
from kg.told import ArticleQuads

FOUNDER, DATED = iri("ts:founder"), (iri("ts:date"), iri("ts:filedOn"))
PUBLISHER, DENOTES, NOT_AFTER = iri("schema:publisher"), iri("ts:denotes"), iri("ts:notAfter")
BEHIND = ("carries", "confirms")


@dataclass(frozen=True, slots=True)
class Voice:
    """How an article stands to a triple, what story it tells and who printed it ("" where nobody is named)."""

    standing: str
    graph: str
    story: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Triples of the merged graph that are to go and to come."""

    delete: set[Triple] = field(default_factory=set)
    insert: set[Triple] = field(default_factory=set)

    def turn(self, triple: Triple, *, before: bool, after: bool) -> None:
        """Notes what becomes of a triple that was or was not there."""
        if before and not after:
            self.delete.add(triple)
        if after and not before:
            self.insert.add(triple)


Voices = Mapping[Triple, Set[Voice]]


def shift(held: Holdings, gone: Mapping[str, Voices], come: Mapping[str, Voices]) -> Shift:
    """What follows when the articles of these graphs go and come; one that only changes is in both."""
    old, new = _together(gone.values()), _together(come.values())
    touched = sorted(triple for triple in {*old, *new} if old[triple] != new[triple])
    change = _Change(held, frozenset(gone), old, new, Shift())
    for triple in touched:
        change.count(triple)
    change.settle(touched)
    return change.shift


def heard(held: Holdings, graph: str) -> Voices:
    """The voices of an article that the store holds, by triple."""
    printed = dict(text.split(" ") for text in held.values([graph], "printed"))
    return _by_triple(((standing, triple) for standing in (*BEHIND, "disputes") for triple in held.stood(graph, standing)),
                      graph, held.value(graph, "story") or graph, printed)


def raised(article: ArticleQuads, story: str) -> Voices:
    """The voices of an article that comes, by triple."""
    return _by_triple(article.standing, article.graph, story, dict(text.split(" ") for text in printed(article)))


def printed(article: ArticleQuads) -> Iterator[str]:
    """By what the other articles of the same publisher behind a triple are found."""
    named = [what for _, predicate, what in article.own if predicate == PUBLISHER]
    if named:
        publisher = hashlib.sha256(min(named).encode()).hexdigest()[:16]
        yield from (f"{digest(triple)} {publisher}" for standing, triple in article.standing if standing in BEHIND)


def digest(triple: Triple) -> str:
    """Sixteen hex digits that stand for a triple."""
    return hashlib.sha256(" ".join(triple).encode()).hexdigest()[:16]


def _by_triple(standing: Iterable[tuple[str, Triple]], graph: str, story: str, printed: Mapping[str, str]) -> Voices:
    found: defaultdict[Triple, set[Voice]] = defaultdict(set)
    for how, triple in standing:
        found[triple].add(Voice(how, graph, story, printed.get(digest(triple), "") if how in BEHIND else ""))
    return found


def _together(heaps: Iterable[Voices]) -> defaultdict[Triple, set[Voice]]:
    found: defaultdict[Triple, set[Voice]] = defaultdict(set)
    for heap in heaps:
        for triple, voices in heap.items():
            found[triple] |= voices
    return found


@dataclass(frozen=True, slots=True)
class _Change:
    """The voices that go and come by triple, and what has been found to follow; `gone` are the graphs of those that go."""

    held: Holdings
    gone: frozenset[str]
    old: Mapping[Triple, Set[Voice]]
    new: Mapping[Triple, Set[Voice]]
    shift: Shift
    met: dict[tuple[Triple, str], bool] = field(default_factory=dict)

    def has(self, triple: Triple, standing: str) -> bool:
        """Whether any article will stand so to a triple."""
        if (triple, standing) not in self.met:
            self.met[triple, standing] = (any(voice.standing == standing for voice in self.new.get(triple, ()))
                                          or self.held.stands(standing, triple, self.gone))
        return self.met[triple, standing]

    # ---------------------------------------------------------------------------------------- tallies

    def count(self, triple: Triple) -> None:
        """Brings a triple's tally up to date: who stands behind it, copies of one story once, and who disputes it."""
        this = iri(f"tally:{digest(triple)}")
        before, after = self.held.tally(this), None
        if any(self.has(triple, standing) for standing in (*BEHIND, "disputes")):
            articles, named = before or (0, 0)
            after = (articles + self._gain(triple, "story", self._tellers),
                     named + self._gain(triple, "publisher", self._printers))
        for there, lines in ((before, self.shift.delete), (after, self.shift.insert)):
            if there and before != after:
                lines.update(_counts(this, there))
            if there and not (before and after):
                lines.update(_head(this, triple))
        was, now = (_disputing(voices.get(triple, ())) for voices in (self.old, self.new))
        self.shift.delete.update((this, iri("ts:disputedBy"), graph) for graph in was - now)
        self.shift.insert.update((this, iri("ts:disputedBy"), graph) for graph in now - was)

    def _gain(self, triple: Triple, mark: str, others: Callable[[Triple, str], bool]) -> int:
        """How many more stories or publishers stand behind a triple than before."""
        old, new = ({getattr(voice, mark) for voice in voices.get(triple, ()) if voice.standing in BEHIND} - {""}
                    for voices in (self.old, self.new))
        return sum(not others(triple, one) for one in new - old) - sum(not others(triple, one) for one in old - new)

    def _tellers(self, triple: Triple, story: str) -> bool:
        """Whether another article that stays tells this story and stands behind the triple."""
        tellers = self.held.givers("story", story) - self.gone
        return any(self.held.stands_in(graph, standing, triple) for graph in tellers for standing in BEHIND)

    def _printers(self, triple: Triple, publisher: str) -> bool:
        """Whether another article that stays is of this publisher and stands behind the triple."""
        return self.held.gives("printed", f"{digest(triple)} {publisher}", self.gone)

    # ---------------------------------------------------------------------------------------- facts

    def settle(self, touched: Iterable[Triple]) -> None:
        """Brings the facts up to date, and with them who is a founder."""
        after = {triple: self._holds(triple) for triple in touched}
        for subject, predicate in sorted({triple[:2] for triple in after if triple[1] in DATED}):
            after |= self._dates(subject, predicate)
        for triple, there in zip(after, self.held.merged(after), strict=True):
            self.shift.turn(triple, before=there, after=after[triple])
        for who in sorted({what for _, predicate, what in after if predicate == FOUNDER}):
            self._role(who)

    def _holds(self, triple: Triple) -> bool:
        """The rule: some article confirms it (the party itself, a court, an authority), or some article carries it and
        none disputes it.
        """
        return self.has(triple, "confirms") or self.has(triple, "carries") and not self.has(triple, "disputes")

    def _dates(self, subject: str, predicate: str) -> dict[Triple, bool]:
        """Of two dates of one thing the vaguer is left to its claims where the other says it more precisely."""
        told = {triple for triple in self.new if triple[:2] == (subject, predicate)} | self.held.tallied(subject, predicate)
        found = {triple for triple in told if self._holds(triple)}
        texts = {triple[2].split('"')[1] for triple in found}
        precise = {triple for triple in found if not any(
            text != (own := triple[2].split('"')[1]) and text.startswith(own) for text in texts)}
        return {triple: triple in precise for triple in sorted(told)}

    def _role(self, who: str) -> None:
        """Founder is a role: a person has the type for as long as the fact is there."""
        role = typed(who, "ts:Founder")
        stays = any(triple not in self.shift.delete for triple in self.held.founded(who))
        comes = any(triple[1:] == (FOUNDER, who) for triple in self.shift.insert)
        self.shift.turn(role, before=self.held.merged([role])[0], after=stays or comes)


def _head(this: str, triple: Triple) -> Iterator[Triple]:
    yield typed(this, "ts:Tally")
    yield from ((this, iri(f"rdf:{part}"), term) for part, term in zip(("subject", "predicate", "object"), triple, strict=True))


def _counts(this: str, there: tuple[int, int]) -> Iterator[Triple]:
    """Ten papers that print one story are one voice; how many they are is kept for later changes."""
    articles, named = there
    counts = {"articleCount": articles, "publisherCount": min(named, articles)}
    counts |= {"publishersNamed": named} if named > articles else {}
    yield from ((this, iri(f"ts:{name}"), literal(str(count), datatype="integer")) for name, count in counts.items())


def _disputing(voices: Iterable[Voice]) -> set[str]:
    return {voice.graph for voice in voices if voice.standing == "disputes"}


# ------------------------------------------------------------------------------------------------ last days

Days = Mapping[str, Set[str]]


def last_days(held: Holdings, gone: Set[str], come: Iterable[ArticleQuads]) -> Shift:
    """The last day on which an event can have been is the earliest that any article gives."""
    old, new, found = held.last_days(gone), _told_days(come), Shift()
    for event in sorted({*old, *new}):
        before, after = held.latest(event), new.get(event, set())
        if before and (before not in old.get(event, ()) or before in after):
            after = after | {before}   # some article that stays, or one that comes, says so
        else:
            after = after | held.earliest(event, gone, enough=before)
        if min(after, default="") != before:
            found.delete.update((event, iri("ts:dateLatest"), day) for day in [before] if day)
            found.insert.update((event, iri("ts:dateLatest"), day) for day in sorted(after)[:1])
    return found


def _told_days(come: Iterable[ArticleQuads]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in come:
        events = {subject: what for subject, predicate, what in article.own if predicate == DENOTES}
        for subject, predicate, what in article.own:
            if predicate == NOT_AFTER:
                found[events[subject]].add(what)
    return dict(found)
