"""Whether a store is a good graph: the shapes of `ontology/shapes.ttl`, checked by pySHACL over data and ontology.

Thorough and slow; the guard of `kg.store` is the quick check that every build runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, OntologyError
from kg.prefixes import local_name

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from kg.store import Store


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node: its IRI, the property and value concerned ("" where none is), and the message.

    `shape` is the local name of the shape, or of the constraint where the shape has no name.
    """

    node: str
    path: str
    value: str
    shape: str
    message: str


def validate(store: Store, *, shapes: Path | None = None) -> list[Violation]:
    """Everything in the store that breaks a shape, sorted; empty when all is well.

    `shapes` is a file of the user's own. Raises KgError where pySHACL is not installed, OntologyError where the
    shapes cannot be read.
    """
    return check(_plain(store), shapes=shapes)


def check(data: Graph, *, shapes: Path | None = None) -> list[Violation]:
    """The same for an rdflib graph that holds data and ontology together."""
    rules = _rules(shapes)  # parsed first: pySHACL changes how rdflib reads booleans
    try:
        from pyshacl import validate as run
    except ImportError as error:
        raise KgError("checking shapes needs pySHACL", hint='install it with `pip install "tskg[shacl]"`') from error
    conforms, report, _ = run(data, shacl_graph=rules, inplace=True)
    return [] if conforms else sorted(set(_violations(report)))


def _plain(store: Store) -> Graph:
    """Every triple of the store in one graph in memory, where pySHACL is quickest."""
    from rdflib import Graph
    answer = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    return Graph(bind_namespaces="none").parse(data=answer.payload, format="nt")


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
