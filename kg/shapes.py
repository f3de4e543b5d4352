"""Whether a store is a good graph: the shapes of `ontology/shapes.ttl`, checked by pySHACL over data and ontology.

Thorough and slow, so that of a big store a sample of articles is checked. The guard, which every build runs and which
stands among the findings here, looks at every fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError, OntologyError
from kg.prefixes import local_name
from kg.sampling import Sample, sample
from kg.violations import GUARD, Violation

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from kg.store import Store

SAMPLE = 250
"""Articles that are checked where the user names no number: a minute's work."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, sorted, in how many articles of how many the shapes were checked, and the sample if it was one."""

    violations: tuple[Violation, ...]
    articles: int
    of: int
    sample: Sample | None = None

    @property
    def checked(self) -> str:
        """What was looked at, in words."""
        told = f"a sample of {self.of}: {self.sample}" if self.sample else f"all {self.of} articles"
        return f"guard: every fact; shapes: {told}"


def examine(store: Store, *, shapes: Path | None = None, most: int = SAMPLE) -> Findings:
    """The guard over everything, and the shapes over at most `most` articles (0: all of them).

    Raises KgError where pySHACL is not installed, OntologyError where the shapes cannot be read.
    """
    graphs = sorted(stored.graph for stored in store.articles().values())
    chosen = sample(store, graphs, most) if 0 < most < len(graphs) else None
    found = {*guarded(store), *check(_graph(chosen.lines) if chosen else _plain(store), shapes=shapes)}
    return Findings(tuple(sorted(found)), chosen.articles if chosen else len(graphs), len(graphs), chosen)


def validate(store: Store, *, shapes: Path | None = None) -> list[Violation]:
    """Everything in the store that breaks a shape, sorted; empty when all is well.

    `shapes` is a file of the user's own. Raises KgError where pySHACL is not installed, OntologyError where the
    shapes cannot be read.
    """
    return check(_plain(store), shapes=shapes)


def guarded(store: Store) -> list[Violation]:
    """What the guard finds."""
    return [Violation(_bare(leak.triple[0]), _bare(leak.triple[1]), _bare(leak.triple[2]), GUARD, leak.reason)
            for leak in store.guard()]


def _bare(term: str) -> str:
    """An IRI without its brackets; a literal as it is."""
    return term[1:-1] if term.startswith("<") else term


def check(data: Graph, *, shapes: Path | None = None) -> list[Violation]:
    """The same as `validate` for an rdflib graph that holds data and ontology together."""
    rules = _rules(shapes)  # parsed first: pySHACL changes how rdflib reads booleans
    try:
        from pyshacl import validate as run
    except ImportError as error:
        raise KgError("checking shapes needs pySHACL", hint='install it with `pip install "tskg[shacl]"`') from error
    conforms, report, _ = run(_asked_often(data), shacl_graph=rules, inplace=True)
    return [] if conforms else sorted(set(_violations(report)))


def _plain(store: Store) -> Graph:
    """Every triple of the store in one graph in memory, where pySHACL is quickest."""
    return _graph(store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").payload)


def _graph(lines: bytes) -> Graph:
    from rdflib import Graph
    return Graph(bind_namespaces="none").parse(data=lines, format="nt")


def _asked_often(data: Graph) -> Graph:
    """The same graph, but a query's text is parsed once: pySHACL asks each of its few queries for every node, and
    parsing took nine tenths of the time.
    """
    from rdflib import Graph
    from rdflib.plugins.sparql import prepareQuery
    prepared = cache(prepareQuery)

    class Asked(Graph):
        def query(self, query_object: Any, *args: Any, **options: Any) -> Any:
            ready = prepared(query_object) if isinstance(query_object, str) else query_object
            return super().query(ready, *args, **options)

    return Asked(store=data.store, identifier=data.identifier, bind_namespaces="none")


def _rules(path: Path | None) -> Graph:
    from rdflib import Graph
    file = path if path else resources.files("kg.ontology") / "shapes.ttl"
    try:
        return Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")
    except Exception as error:  # rdflib's parsers raise many kinds
        raise OntologyError(f"cannot read the shapes {file}: {' '.join(str(error).split())[:200]}") from error


def _violations(report: Graph) -> list[Violation]:
    from rdflib import SH
    return [Violation(
        node=_text(report.value(result, SH.focusNode)), path=_text(report.value(result, SH.resultPath)),
        value=_text(report.value(result, SH.value)), shape=_shape(report, result),
        message=" ".join(min(map(str, report.objects(result, SH.resultMessage)), default="").split()))
        for result in report.objects(None, SH.result)]


def _shape(report: Graph, result: Node) -> str:
    from rdflib import SH, URIRef
    shape, constraint = report.value(result, SH.sourceShape), report.value(result, SH.sourceConstraintComponent)
    return local_name(str(shape if isinstance(shape, URIRef) else constraint))


def _text(node: Node | None) -> str:
    return "" if node is None else str(node)
