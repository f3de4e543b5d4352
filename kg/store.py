"""The graph on disk: articles come and go as wholes, facts follow, readers ask.

One graph per article holds what is the article's own; `urn:kb` holds each thing's description, the facts and who
stands behind them, each triple once; `urn:identity` by what things are known and how they are called; the ontology has a
graph of its own. No triple stands in two graphs, so the union of all counts right.
Invariant: what the store holds is a function of the articles in it and of the user's decisions, whatever was put,
replaced, removed or decided before.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import changes, rewriting, schema, updates
from kg.answers import Answer, answer, bound, read, refuse_service, terms
from kg.changes import Change
from kg.decisions import Decisions
from kg.errors import StoreError
from kg.holdings import BOOKKEEPING, GRAPH, Holdings
from kg.locking import LOCK_FILE, locked
from kg.prefixes import BASE, PREFIXES
from kg.rewriting import Stage
from kg.terms import Triple, iri
from kg.told import Told

if TYPE_CHECKING:
    from rdflib import Dataset

ONTOLOGY = ox.NamedNode(BASE + "ontology")


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

    def __init__(self, inner: ox.Store, path: Path | None = None) -> None:
        self._held: ox.Store | None = inner
        self._path = path

    @property
    def _held_by(self) -> Holdings:
        return Holdings(self._inner)

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
            store = cls(_open(path, write), path)
            try:
                if write or not path:
                    store._load(ontology or schema.load())
                if write and path and rewriting.stage(path) is Stage.DUE:
                    store._rewrite(path)
                yield store
            finally:
                if write:
                    store.flush()
                store._held = None  # the engine gives its own lock back when nothing holds it any more

    def put(self, article: Told) -> bool:
        """Stores an article in one step, in place of its older version if there is one.

        An article whose very text is stored under another key is one and the same: the lower key stays. Returns
        whether the article is now in the store under its own key.
        """
        change = changes.coming(_canonical(article), (), self.decisions())
        [coming] = change.put
        twin = self._held_by.value(article.graph, "articleKey")
        wins = twin is None or coming.key <= twin
        old = self._held_by.graphs_of(article.key) | self._held_by.graphs_of(coming.key)
        self._swap(replace(change, drop=frozenset(old | ({article.graph} if wins else set())), put=(coming,) * wins))
        return wins

    def remove(self, key: str) -> bool:
        """Takes an article out, with all that only it said. Returns whether it was there."""
        graphs = self._held_by.graphs_of(key)
        self._swap(Change(frozenset(graphs), (), self.decisions()))
        return bool(graphs)

    def decide(self, decisions: Decisions) -> bool:
        """Makes these the decisions that hold, in one step and over all articles. Returns whether they are others.

        Where somebody or something is forgotten, the store's files are written anew: nothing is left in them.
        """
        old = self.decisions()
        forgets = not decisions.forgotten <= old.forgotten
        if self._path and forgets:
            rewriting.order(self._path)
        if decisions != old:
            self._swap(changes.deciding(self._held_by, decisions))
        if self._path and forgets:
            self._rewrite(self._path)
        return decisions != old

    def decisions(self) -> Decisions:
        """The decisions that hold."""
        return Decisions.from_json(self._held_by.decisions())

    def holdings(self) -> Holdings:
        """What the store holds, for those who look into its bookkeeping."""
        return self._held_by

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
            return answer(self._inner.query(text + bound(bind or {}, text), prefixes=dict(PREFIXES),
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
            if quad.graph_name not in (ONTOLOGY, GRAPH) and quad.predicate not in BOOKKEEPING:
                yield str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)

    def nquads(self) -> bytes:
        """The whole store but its ontology as sorted N-Quads: what it can be compared by, and rebuilt from."""
        lines = sorted(f"{quad} .\n" for quad in self._inner if quad.graph_name != ONTOLOGY)
        return "".join(lines).encode()

    def dataset(self) -> Dataset:
        """The same store for rdflib; its default graph is the union of all graphs. Meant for reading, while it is open;
        a data set that is kept longer keeps the engine's lock.
        """
        from kg.datasets import dataset
        return dataset(self._inner)

    def flush(self) -> None:
        """Makes what was written safe against loss of power; once per batch is enough."""
        self._inner.flush()

    def renew(self) -> None:
        """Flushes, and opens the engine's files anew: only so does it give back the memory that it gathers while it writes."""
        self.flush()
        if self._path:
            self._held = None
            _hand_back_memory()
            self._held = _open(self._path, write=True)

    def _rewrite(self, path: Path) -> None:
        """Copies the store into fresh files, which take the place of the old ones."""
        try:
            copy = ox.Store(str(rewriting.empty(path)))
            copy.bulk_extend(iter(self._inner))
            copy.flush()
            del copy
            rewriting.copied(path)
            self._held = None
            rewriting.settle(path)
        except OSError as error:
            raise StoreError(f"{path} could not be written anew: {error}", hint="what was forgotten is out of the graph, but not "
                             "yet out of the engine's files: make room on the disk and run the command again") from error
        finally:
            self._held = self._held or _open(path, write=True)

    def _load(self, ontology: schema.Ontology) -> None:
        new = terms(ox.parse(ontology.source, format=ox.RdfFormat.TURTLE))
        if new != terms(self._inner.quads_for_pattern(None, None, None, ONTOLOGY)):
            self._update(updates.Swap(frozenset({str(ONTOLOGY)}), insert={str(ONTOLOGY): new}))

    def _swap(self, change: Change) -> None:
        """Old graphs go and new ones come in a single update: a reader, or a crash, meets all of it or none."""
        if change.drop or change.put or change.anew:
            self._update(changes.swap(self._held_by, change))

    def _update(self, swap: updates.Swap) -> None:
        """The one place where a store is written, all of it or nothing."""
        try:
            self._inner.update(swap.text())
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise StoreError(f"the store was not changed: {' '.join(str(error).split())[:200]}") from error


def _canonical(article: Told) -> Told:
    """The article with every term as the engine writes it; whatever comes in is a term, not something that ends one.

    Raises StoreError.
    """
    names = [thing.name or getattr(thing.profile, "handle", "") for thing in article.things]
    read([(article.graph, "<urn:a>", iri(name)) for name in names])
    things = tuple(replace(thing, about=tuple((p, o) for _, p, o in read((article.graph, *pair) for pair in thing.about)),
                           latest=_term(thing.latest)) for thing in article.things)
    said = tuple(replace(one, predicate=_term(one.predicate), value=_term(one.value)) for one in article.said)
    return replace(article, own=tuple(read(article.own)), said=said, things=things)


def _term(text: str) -> str:
    return read([("<urn:a>", "<urn:b>", text)])[0][2] if text else ""


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
    if path and not write and rewriting.stage(path) is Stage.COPIED:
        raise StoreError(f"{path} was being written anew when that broke off",
                         hint="`kg build`, `kg forget` and `kg remove` go on with it")
    try:
        if path and rewriting.stage(path) is Stage.COPIED:
            rewriting.settle(path)
        if path is None:
            return ox.Store()
        return ox.Store(str(path)) if write else ox.Store.read_only(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"cannot open the store at {path}: {error}") from error


def _hand_back_memory() -> None:
    """Has the C library hand free memory back to the system; glibc keeps it until it is asked, others have no such call."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)
