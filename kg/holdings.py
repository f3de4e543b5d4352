"""What a store holds, as the keeping of it asks: articles, profiles, names, copies. Reads only.

Every article's graph says by which profiles its things are known (`ts:tells`); the identity graph holds each profile
once, with its handle and the name that it has been given, and under each root what is compared there, in one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg import copies
from kg.errors import StoreError
from kg.prefixes import expand
from kg.profiles import Profile
from kg.terms import Triple, iri, literal, short_hash
from kg.told import Told, recalled
from kg.updates import IDENTITY, MERGED

GRAPH, FACTS = ox.NamedNode(IDENTITY[1:-1]), ox.NamedNode(MERGED[1:-1])
NAMES = ("articleKey", "describes", "record", "tells", "root", "handle", "profile", "named", "sketch", "story", "probe",
         "decisions", "denotes", "forgot", "carries", "confirms", "disputes", "printed", "notAfter", "contentHash",
         "fingerprint", "publishersNamed")
TERM = {name: ox.NamedNode(expand(f"ts:{name}")) for name in NAMES}
BOOKKEEPING = frozenset(TERM.values())

# What `told.written` and `kg.changes` put into an article's graph anew each time; all else is fixed.
_ANEW = frozenset({iri(name) for name in (
    "rdf:subject", "rdf:object", "prov:invalidatedAtTime", "ts:saidBy", "ts:withdrawnFor", "ts:status",
    "ts:formerStatus", "ts:negated", "ts:formerlyNegated", "ts:denotes", "ts:notAfter", "ts:describes", "ts:record",
    "ts:tells", "ts:story", "ts:probe", "ts:carries", "ts:confirms", "ts:disputes", "ts:printed")})
_SUBJECT, _PREDICATE, _OBJECT, _FOUNDER, _LATEST, _ARTICLES, _PUBLISHERS = (ox.NamedNode(expand(name)) for name in (
    "rdf:subject", "rdf:predicate", "rdf:object", "ts:founder", "ts:dateLatest", "ts:articleCount",
    "ts:publisherCount"))
_CLAIMS = frozenset({iri("ts:Claim"), iri("ts:WithdrawnClaim")})


class Holdings:
    """A store, asked for what stands in it. Graphs and things are IRIs in brackets, profiles go by their keys."""

    def __init__(self, inner: ox.Store) -> None:
        self._inner = inner

    def graphs(self) -> set[str]:
        """The graphs of all articles."""
        return _subjects(self._inner.quads_for_pattern(None, TERM["articleKey"], None))

    def graphs_of(self, key: str) -> set[str]:
        """The graph of the article with a key, if it is there."""
        return _subjects(self._inner.quads_for_pattern(None, TERM["articleKey"], ox.Literal(key)))

    def value(self, graph: str, name: str) -> str | None:
        """A literal that an article's graph holds about the article, by the local name of its property."""
        return next(iter(self.values([graph], name)), None)

    def values(self, graphs: Iterable[str], name: str) -> set[str]:
        """All such literals of several articles."""
        return {_text(quad.object) for graph in graphs
                for quad in self._inner.quads_for_pattern(_node(graph), TERM[name], None, _node(graph))}

    def givers(self, name: str, value: str) -> set[str]:
        """The articles that hold such a literal."""
        return _subjects(self._inner.quads_for_pattern(None, TERM[name], ox.Literal(value)))

    def gives(self, name: str, value: str, besides: Collection[str]) -> bool:
        """Whether an article, besides these, holds such a literal."""
        return any(str(quad.graph_name) not in besides
                   for quad in self._inner.quads_for_pattern(None, TERM[name], ox.Literal(value)))

    def triples(self, graph: str) -> list[Triple]:
        """The triples of an article's graph."""
        return [_terms(quad) for quad in self._inner.quads_for_pattern(None, None, None, _node(graph))]

    def told(self, graph: str) -> Told:
        """What an article tells, as it was put."""
        record = self.value(graph, "record")
        if record is None:
            raise StoreError("the store was built by an earlier version", hint="build it anew in another folder")
        own = [triple for triple in self.triples(graph) if triple[1] not in _ANEW and triple[2] not in _CLAIMS]
        profiles = self.profiles(self.values([graph], "tells"))
        return recalled(self.value(graph, "articleKey") or "", graph, own, record, profiles)

    # ---------------------------------------------------------------------------------------- profiles

    def profiles(self, keys: Iterable[str]) -> dict[str, Profile]:
        """The profiles of these keys that are there."""
        found = ((key, self._of_profile(key, "profile")) for key in keys)
        return {key: Profile.from_json(text) for key, text in found if text}

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The prefixed names that these profiles have been given."""
        found = ((key, self._of_profile(key, "named")) for key in keys)
        return {key: name for key, name in found if name}

    def rooted(self, roots: Iterable[str] | None = None) -> dict[str, tuple[Profile, str]]:
        """The profiles with one of these roots, or all of them, each with the prefixed name that it has been given."""
        found = {}
        for root in [None] if roots is None else [ox.NamedNode(root_iri(root)[1:-1]) for root in roots]:
            for quad in self._inner.quads_for_pattern(root, TERM["root"], None, GRAPH):
                name, _, text = _text(quad.object).partition(" ")
                one = Profile.from_json(text)
                found[one.key] = one, name
        return found

    def roots(self, handles: Iterable[str]) -> set[str]:
        """The roots of the profiles with one of these handles, with or without a hash at the end."""
        keys = {key for handle in handles for text in (handle, handle[:-9]) for key in self._with("handle", text)}
        return {one.root for one in self.profiles(keys).values()}

    def tellers(self, key: str) -> set[str]:
        """The articles that tell of a profile."""
        return self.givers("tells", key)

    def decisions(self) -> str:
        """The decisions that were last applied, as JSON, or ""."""
        quads = self._inner.quads_for_pattern(GRAPH, TERM["decisions"], None, GRAPH)
        return next((_text(quad.object) for quad in quads), "")

    def _of_profile(self, key: str, name: str) -> str:
        quads = self._inner.quads_for_pattern(_profile(key), TERM[name], None, GRAPH)
        return next((_text(quad.object) for quad in quads), "")

    def _with(self, name: str, value: str) -> Iterator[str]:
        quads = self._inner.quads_for_pattern(None, TERM[name], ox.Literal(value), GRAPH)
        yield from (_profile_key(quad.subject) for quad in quads)

    def sketch(self, graph: str) -> copies.Sketch:
        """The sketch of an article's text."""
        return copies.read(self.value(graph, "sketch") or "")

    # ---------------------------------------------------------------------------------------- who stands to what

    def stood(self, graph: str, standing: str) -> set[Triple]:
        """The triples to which an article stands so."""
        return {_triple(text) for text in self.values([graph], standing)}

    def stands(self, standing: str, triple: Triple, besides: Collection[str]) -> bool:
        """Whether any article, besides these, stands so to a triple."""
        return self.gives(standing, " ".join(triple), besides)

    def stands_in(self, graph: str, standing: str, triple: Triple) -> bool:
        """Whether an article stands so to a triple."""
        return ox.Quad(_node(graph), TERM[standing], ox.Literal(" ".join(triple)), _node(graph)) in self._inner

    def tally(self, this: str) -> tuple[int, int] | None:
        """How many stories and how many publishers a tally counts; None where it is not there."""
        articles, printed = (_text(self._one(this, name)) for name in (_ARTICLES, _PUBLISHERS))
        named = _text(self._one(this, TERM["publishersNamed"])) if articles == printed else ""
        return (int(articles), int(named or printed)) if articles else None

    def tallied(self, subject: str, predicate: str) -> set[Triple]:
        """Every triple of this subject and predicate to which some article stands."""
        tallies = (str(quad.subject) for quad in self._inner.quads_for_pattern(None, _SUBJECT, _node(subject), FACTS))
        return {(subject, predicate, str(self._one(this, _OBJECT))) for this in tallies
                if str(self._one(this, _PREDICATE)) == predicate}

    # ---------------------------------------------------------------------------------------- the merged graph

    def merged(self, triples: Collection[Triple]) -> list[bool]:
        """Which of these triples the merged graph holds."""
        lines = "".join(f"{' '.join(triple)} .\n" for triple in triples)
        return [ox.Quad(quad.subject, quad.predicate, quad.object, FACTS) in self._inner
                for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)]

    def founded(self, who: str) -> set[Triple]:
        """The facts that somebody founded something."""
        return {_terms(quad) for quad in self._inner.quads_for_pattern(None, _FOUNDER, _node(who), FACTS)}

    def latest(self, event: str) -> str:
        """The last day on which an event can have been, as a term; "" where none is known."""
        return str(self._one(event, _LATEST) or "")

    def earliest(self, event: str, besides: Collection[str], enough: str) -> set[str]:
        """The earliest last day that an article, besides these, allows an event; none is before `enough`."""
        found = ""
        for quad in self._inner.quads_for_pattern(None, TERM["denotes"], _node(event)):
            if found != enough and str(quad.graph_name) not in besides:
                days = self._inner.quads_for_pattern(quad.subject, TERM["notAfter"], None, quad.graph_name)
                found = min(filter(None, (found, *(str(day.object) for day in days))))
        return {found} - {""}

    def last_days(self, graphs: Iterable[str]) -> dict[str, set[str]]:
        """The last days that these articles allow, by event."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for graph in map(_node, graphs):
            events = {quad.subject: str(quad.object)
                      for quad in self._inner.quads_for_pattern(None, TERM["denotes"], None, graph)}
            for quad in self._inner.quads_for_pattern(None, TERM["notAfter"], None, graph):
                found[events[quad.subject]].add(str(quad.object))
        return dict(found)

    def _one(self, subject: str, predicate: ox.NamedNode) -> object | None:
        """What a thing of the merged graph has there."""
        quads = self._inner.quads_for_pattern(_node(subject), predicate, None, FACTS)
        return next((quad.object for quad in quads), None)


def _terms(quad: ox.Quad | ox.Triple) -> Triple:
    return str(quad.subject), str(quad.predicate), str(quad.object)


def _triple(text: str) -> Triple:
    subject, predicate, what = text.split(" ", 2)
    return subject, predicate, what


def profile_lines(one: Profile, name: str) -> Iterator[Triple]:
    """What the identity graph holds of a profile that has been given a prefixed name."""
    this, text = profile_iri(one.key), one.to_json()
    yield this, iri("ts:profile"), literal(text)
    yield this, iri("ts:handle"), literal(one.handle)
    yield this, iri("ts:named"), literal(name)
    yield root_iri(one.root), iri("ts:root"), literal(f"{name} {text}")


def profile_iri(key: str) -> str:
    """The IRI of a profile, in brackets."""
    return f"<urn:profile:{key}>"


def root_iri(root: str) -> str:
    """The IRI of a root, in brackets; it says nothing of whom the root is named after."""
    return f"<urn:root:{short_hash(root)}>"


def _profile(key: str) -> ox.NamedNode:
    return ox.NamedNode(profile_iri(key)[1:-1])


def _profile_key(term: object) -> str:
    return str(term)[1:-1].rpartition(":")[2]


def _node(graph: str) -> ox.NamedNode:
    return ox.NamedNode(graph[1:-1])


def _subjects(quads: Iterable[ox.Quad]) -> set[str]:
    return {str(quad.graph_name) for quad in quads}


def _text(term: object) -> str:
    return term.value if isinstance(term, (ox.Literal, ox.NamedNode)) else ""
