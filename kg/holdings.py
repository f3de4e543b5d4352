"""What a store holds, as the keeping of it asks: articles, profiles, names, copies. Reads only.

Every article's graph says by which profiles its things are known (`ts:tells`); the identity graph holds each profile
once, with its root, its handle and the name that it has been given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg import copies
from kg.errors import StoreError
from kg.prefixes import PREFIXES, expand
from kg.profiles import Profile
from kg.terms import Triple, iri
from kg.told import Told, recalled
from kg.updates import IDENTITY

GRAPH = ox.NamedNode(IDENTITY[1:-1])
NAMES = ("articleKey", "describes", "record", "tells", "root", "handle", "profile", "named", "sketch", "story", "probe",
         "sketch", "decisions", "denotes", "forgot", "carries", "confirms", "disputes", "notAfter", "contentHash", "fingerprint")
TERM = {name: ox.NamedNode(expand(f"ts:{name}")) for name in NAMES}
BOOKKEEPING = frozenset(TERM.values())

# What `told.written` and `kg.changes` put into an article's graph anew each time; all else is fixed.
_ANEW = frozenset({iri(name) for name in (
    "rdf:subject", "rdf:object", "prov:invalidatedAtTime", "ts:saidBy", "ts:withdrawnFor", "ts:status",
    "ts:formerStatus", "ts:negated", "ts:formerlyNegated", "ts:denotes", "ts:notAfter", "ts:describes", "ts:record",
    "ts:tells", "ts:story", "ts:probe", "ts:carries", "ts:confirms", "ts:disputes")})
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

    def stands(self, key: str, besides: Collection[str]) -> bool:
        """Whether an article, besides these, carries, confirms or disputes a triple, told by its key."""
        return any(str(quad.graph_name) not in besides for name in ("carries", "confirms", "disputes")
                   for quad in self._inner.quads_for_pattern(None, TERM[name], ox.Literal(key)))

    def triples(self, graph: str) -> list[Triple]:
        """The triples of an article's graph."""
        return [(str(quad.subject), str(quad.predicate), str(quad.object))
                for quad in self._inner.quads_for_pattern(None, None, None, _node(graph))]

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

    def rooted(self, roots: Iterable[str]) -> set[str]:
        """The profiles with one of these roots."""
        return {key for root in roots for key in self._with("root", root)}

    def roots(self, handles: Iterable[str]) -> set[str]:
        """The roots of the profiles with one of these handles, with or without a hash at the end."""
        keys = {key for handle in handles for text in (handle, handle[:-9]) for key in self._with("handle", text)}
        return {text for key in keys if (text := self._of_profile(key, "root"))}

    def all_profiles(self) -> set[str]:
        """Every profile."""
        return {_profile_key(quad.subject) for quad in self._inner.quads_for_pattern(None, TERM["profile"], None, GRAPH)}

    def tellers(self, key: str) -> set[str]:
        """The articles that tell of a profile."""
        return self.givers("tells", key)

    def decisions(self) -> str:
        """The decisions that were last applied, as JSON, or ""."""
        quads = self._inner.quads_for_pattern(GRAPH, TERM["decisions"], None, GRAPH)
        return next((_text(quad.object) for quad in quads), "")

    def _of_profile(self, key: str, name: str) -> str:
        quads = self._inner.quads_for_pattern(ox.NamedNode(profile_iri(key)[1:-1]), TERM[name], None, GRAPH)
        return next((_text(quad.object) for quad in quads), "")

    def _with(self, name: str, value: str) -> Iterator[str]:
        quads = self._inner.quads_for_pattern(None, TERM[name], ox.Literal(value), GRAPH)
        yield from (_profile_key(quad.subject) for quad in quads)

    # ---------------------------------------------------------------------------------------- claims, events, copies

    def claimed(self, graphs: Iterable[str]) -> set[Triple]:
        """The subject, predicate and object of every claim of these articles."""
        return {(str(row["s"]), str(row["p"]), str(row["o"])) for graph in graphs for row in self._rows(
            f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }} }}")}

    def siblings(self, subject: str, predicate: str) -> set[Triple]:
        """Every triple of this subject and predicate that some claim is about."""
        rows = self._rows(f"SELECT DISTINCT ?o {{ GRAPH ?g {{ ?c rdf:subject {subject} ; rdf:predicate {predicate} ; "
                          "rdf:object ?o } }")
        return {(subject, predicate, str(row["o"])) for row in rows}

    def events(self, graphs: Iterable[str]) -> set[str]:
        """The events that nodes of these articles are."""
        return {str(quad.object) for graph in graphs
                for quad in self._inner.quads_for_pattern(None, TERM["denotes"], None, _node(graph))}

    def sketch(self, graph: str) -> copies.Sketch:
        """The sketch of an article's text."""
        return copies.read(self.value(graph, "sketch") or "")

    def _rows(self, text: str) -> Iterator[ox.QuerySolution]:
        found = self._inner.query(text, prefixes=dict(PREFIXES))
        yield from found if isinstance(found, ox.QuerySolutions) else ()


def profile_iri(key: str) -> str:
    """The IRI of a profile, in brackets."""
    return f"<urn:profile:{key}>"


def _profile_key(term: object) -> str:
    return str(term)[1:-1].rpartition(":")[2]


def _node(graph: str) -> ox.NamedNode:
    return ox.NamedNode(graph[1:-1])


def _subjects(quads: Iterable[ox.Quad]) -> set[str]:
    return {str(quad.graph_name) for quad in quads}


def _text(term: object) -> str:
    return term.value if isinstance(term, (ox.Literal, ox.NamedNode)) else ""
