"""The graph on disk: articles come and go as wholes, facts follow, readers ask.

One graph per article holds what is the article's own; `urn:kb` holds each thing's description and the facts, each
triple once; the ontology has a graph of its own. No triple stands in two graphs, so the union of all counts right.
Invariant: what the store holds is a function of the articles in it, whatever was put, replaced or removed before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import schema, updates
from kg.answers import Answer, answer, bound, read, read_lines, refuse_service, terms
from kg.errors import StoreError
from kg.locking import LOCK_FILE, locked
from kg.prefixes import BASE, PREFIXES, expand
from kg.rdf import ArticleQuads
from kg.terms import Triple

if TYPE_CHECKING:
    from rdflib import Dataset

ONTOLOGY = ox.NamedNode(BASE + "ontology")
KEY, DESCRIBES = (ox.NamedNode(expand(f"ts:{name}")) for name in ("articleKey", "describes"))
BOOKKEEPING = {ox.NamedNode(expand(f"ts:{name}")) for name in
               ("articleKey", "contentHash", "fingerprint", "describes", "carries", "confirms", "disputes")}


@dataclass(frozen=True, slots=True)
class Stored:
    """Which version of an article the store holds: its graph's IRI, and what tells whether it must be read again."""

    graph: str
    content_hash: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Leak:
    """A fact that no claim carries, or that is denied: subject, predicate, object in N-Triples syntax, and why."""

    triple: Triple
    reason: str


class Store:
    """Use `with Store.open(path) as store`; the constructor is for `open` alone."""

    def __init__(self, inner: ox.Store) -> None:
        self._held: ox.Store | None = inner

    @property
    def _inner(self) -> ox.Store:
        if self._held is None:
            raise StoreError("the store is closed", hint="use it within `with Store.open(path) as store`")
        return self._held

    @classmethod
    @contextmanager
    def open(cls, path: Path | None = None, *, write: bool = False,
             ontology: schema.Ontology | None = None) -> Iterator[Store]:
        """Opens the store in a folder; without a path, an empty one in memory, to be written.

        Reading creates nothing. Writing creates the store where there is none, and brings its ontology up to date.
        Raises StoreError where there is no store to read, or where another process stands in the way.
        """
        if path:
            _refuse_wrong_folder(path, write)
        with locked(path, write=write) if path else nullcontext():
            store = cls(_open(path, write))
            try:
                if write or not path:
                    store._load(ontology or schema.load())
                yield store
            finally:
                if write:
                    store.flush()
                store._held = None  # the engine gives its own lock back when nothing holds it any more

    def put(self, article: ArticleQuads) -> bool:
        """Stores an article in one step, in place of its older version if there is one.

        An article whose very text is stored under another key is one and the same: the lower key stays. Returns
        whether the article is now in the store under its own key.
        """
        graph = _graph(article)
        twin = self._key_of(graph)
        wins = twin is None or article.key <= twin
        self._swap(self._graphs_of(article.key) | ({graph} if wins else set()), article if wins else None)
        return wins

    def remove(self, key: str) -> bool:
        """Takes an article out, with all that only it said. Returns whether it was there."""
        graphs = self._graphs_of(key)
        self._swap(graphs, None)
        return bool(graphs)

    def articles(self) -> dict[str, Stored]:
        """The articles by key."""
        rows = self.query("SELECT ?key ?graph ?hash ?print WHERE { ?graph ts:articleKey ?key ; ts:contentHash ?hash ; "
                          "ts:fingerprint ?print } ORDER BY ?key")
        return {row["key"].value: Stored(row["graph"].value, row["hash"].value, row["print"].value) for row in rows}

    def query(self, text: str, *, bind: Mapping[str, str] | None = None) -> Answer:
        """Answers a SPARQL query over the union of all graphs; the project's prefixes need not be declared.

        `bind` gives variables a value, a term in N-Triples syntax or a prefixed name ("platform:omegle"); they are
        bound after the query's own patterns, so no value can change the query. Raises StoreError, with the place, for
        a query that is wrong.
        """
        refuse_service(text)
        try:
            return answer(self._inner.query(text + bound(bind or {}), prefixes=dict(PREFIXES),
                                            use_default_graph_as_union=True))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise StoreError(f"wrong query: {' '.join(str(error).split())[:200]}") from error

    def guard(self) -> list[Leak]:
        """The facts that should not be there: no claim carries them, or one denies them and none confirms. Empty."""
        return [Leak((str(row["s"]), str(row["p"]), str(row["o"])), reason)
                for reason, text in updates.GUARD.items() for row in self.query(text)]

    def triples(self) -> Iterator[Triple]:
        """All triples but the ontology's and the bookkeeping of builds, as N-Triples terms, in no order."""
        yield from (quad[:3] for quad in self.quads())

    def quads(self) -> Iterator[tuple[str, str, str, str]]:
        """The same with the graph of each."""
        for quad in self._inner:
            if quad.graph_name != ONTOLOGY and quad.predicate not in BOOKKEEPING:
                yield str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)

    def nquads(self) -> bytes:
        """The whole store but its ontology as sorted N-Quads: what it can be compared by, and rebuilt from."""
        lines = sorted(f"{quad} .\n" for quad in self._inner if quad.graph_name != ONTOLOGY)
        return "".join(lines).encode()

    def dataset(self) -> Dataset:
        """The same store for rdflib; its default graph is the union of all graphs. Meant for reading, while it is open;
        a data set that is kept longer keeps the engine's lock.
        """
        from oxrdflib import OxigraphStore
        from rdflib import Dataset
        dataset = Dataset(store=OxigraphStore(store=self._inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    def flush(self) -> None:
        """Makes what was written safe against loss of power; once per batch is enough."""
        self._inner.flush()

    def _load(self, ontology: schema.Ontology) -> None:
        new = terms(ox.parse(ontology.source, format=ox.RdfFormat.TURTLE))
        if new != terms(self._inner.quads_for_pattern(None, None, None, ONTOLOGY)):
            self._update(updates.swap(drop=[str(ONTOLOGY)], forget=(), insert={str(ONTOLOGY): new}, touched=()))

    def _swap(self, drop: set[ox.NamedNode], article: ArticleQuads | None) -> None:
        """Old graphs go and a new one comes in a single update: a reader, or a crash, meets all of it or none."""
        own, shared, touched = (read(part) for part in _parts(article))
        described = {" ".join(triple) for triple in shared}
        forget = sorted(text for text in self._described(drop) - described if not self._stays(text, drop))
        graph = str(_graph(article)) if article else ""
        insert = {graph: own + _describing(graph, shared), updates.MERGED: shared} if graph else {}
        if drop or insert:
            self._update(updates.swap(drop=map(str, drop), forget=read_lines(forget), insert=insert,
                                      touched=[*touched, *self._claimed(drop)]))

    def _update(self, text: str) -> None:
        try:
            self._inner.update(text, prefixes=dict(PREFIXES))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise StoreError(f"the store was not changed: {' '.join(str(error).split())[:200]}") from error

    def _graphs_of(self, key: str) -> set[ox.NamedNode]:
        return _graphs(self._inner.quads_for_pattern(None, KEY, ox.Literal(key)))

    def _key_of(self, graph: ox.NamedNode) -> str | None:
        found = (quad.object for quad in self._inner.quads_for_pattern(graph, KEY, None, graph))
        return next((key.value for key in found if isinstance(key, ox.Literal)), None)

    def _described(self, graphs: Iterable[ox.NamedNode]) -> set[str]:
        """The triples, as text, that these articles give of shared things."""
        quads = (quad for graph in graphs for quad in self._inner.quads_for_pattern(graph, DESCRIBES, None, graph))
        return {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}

    def _stays(self, text: str, besides: set[ox.NamedNode]) -> bool:
        """Whether another article gives the same triple of a shared thing."""
        return not _graphs(self._inner.quads_for_pattern(None, DESCRIBES, ox.Literal(text))) <= besides

    def _claimed(self, graphs: Iterable[ox.NamedNode]) -> Iterator[Triple]:
        """The subject, predicate and object of every claim in these graphs."""
        for graph in graphs:
            rows = self.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?c rdf:subject ?s ; rdf:predicate ?p ; "
                              "rdf:object ?o } }")
            yield from ((str(row["s"]), str(row["p"]), str(row["o"])) for row in rows)


def _graph(article: ArticleQuads) -> ox.NamedNode:
    try:
        return ox.NamedNode(article.graph[1:-1])
    except ValueError as error:
        raise StoreError(f"{article.graph} is no IRI: {error}") from error


def _parts(article: ArticleQuads | None) -> tuple[Iterable[Triple], ...]:
    return (article.own, article.shared, article.candidates) if article else ((), (), ())


def _describing(graph: str, shared: Iterable[Triple]) -> list[Triple]:
    """What the article's graph keeps of shared triples: their text, so that they go when no article gives them."""
    return [(graph, str(DESCRIBES), str(ox.Literal(" ".join(triple)))) for triple in shared]


def _graphs(quads: Iterable[ox.Quad]) -> set[ox.NamedNode]:
    return {quad.graph_name for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}


def _refuse_wrong_folder(path: Path, write: bool) -> None:
    """A store is a folder that the engine has written; anything else is neither read nor overwritten."""
    if (path / "CURRENT").is_file():
        return
    if not write:
        raise StoreError(f"no store at {path}", hint="build one with `kg build ARTICLES`, or name it with --store")
    if path.exists() and (not path.is_dir() or {file.name for file in path.iterdir()} - {LOCK_FILE}):
        raise StoreError(f"{path} holds something else than a store", hint="name another folder with --store")
    path.mkdir(parents=True, exist_ok=True)


def _open(path: Path | None, write: bool) -> ox.Store:
    try:
        if path is None:
            return ox.Store()
        return ox.Store(str(path)) if write else ox.Store.read_only(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"cannot open the store at {path}: {error}") from error
