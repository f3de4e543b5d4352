"""RDF in the forms that other tools read: N-Triples, N-Quads, TriG, JSON-LD, RDF/XML. Sorted, so the same bytes.

TriG, N-Quads and JSON-LD keep an article's own graph apart, the others are the union of all; so is Turtle, which has
a writer of its own in `kg.views.turtle`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.answers import serialized
from kg.selection import Selection
from kg.views import about
from kg.views.chosen import Quad, quads
from kg.views.xml import sound

if TYPE_CHECKING:
    from kg.store import Store


def ntriples(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """One triple a line."""
    return about.comment() + _write("nt", _sorted(store, selection, quotes, graphs=False))


def nquads(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """One quad a line."""
    return about.comment() + _write("nq", _sorted(store, selection, quotes))


def trig(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """Turtle in named graphs; what the file says of itself stands in the default graph."""
    return about.comment() + _write("trig", _sorted(store, selection, quotes))


def jsonld(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """JSON-LD without a context: every name is a full IRI, so that nothing has to be fetched to read it."""
    return _write("jsonld", _sorted(store, selection, quotes)) + "\n"


def rdfxml(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """RDF/XML; characters that XML cannot hold are replaced."""
    return sound(_write("rdf", _sorted(store, selection, quotes, graphs=False))) + "\n"


def _sorted(store: Store, selection: Selection, quotes: str, *, graphs: bool = True) -> list[Quad]:
    found = [(*triple, "") for triple in about.triples()]
    found += quads(store, selection, quotes=quotes)
    return sorted(found, key=lambda quad: (quad[3], *quad)) if graphs else sorted({(*quad[:3], "") for quad in found})


def _write(form: str, found: list[Quad]) -> str:
    return serialized((" ".join(quad) for quad in found), form).decode()
