r"""A script that loads the graph into Neo4j: `cypher-shell -f graph.cypher`. It may be run again and adds nothing twice.

Two layers, as everywhere: a claim is a relationship `CLAIM` with its status; only facts get a relationship of their own
name (`FOUNDER`), with the claims that carry them. Text of an article is always a string literal. Some versions of
Neo4j replace `\uXXXX` before they look for the end of a string, so that no backslash ever stands before a u.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.selection import Selection
from kg.views import about
from kg.views.property_graph import Edge, Node, PropertyGraph, read

if TYPE_CHECKING:
    from kg.store import Store

AT_ONCE = 500
"""Rows in one statement, so that none grows past what the parser takes."""

ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t",
                         **{chr(code): "\ufffd" for code in (*range(9), 11, 12, *range(14, 32), 127)}})

BETWEEN = "MATCH (source:Thing {id: row.source}) MATCH (target:Thing {id: row.target})"

Row = Mapping[str, str | bool | int | Sequence[str]]


def script(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """The script; every statement ends with a semicolon, and none holds a comment."""
    found = read(store, selection=selection, quotes=quotes)
    return about.comment("//") + "".join(f"{statement};\n" for statement in _statements(found))


def string(text: str) -> str:
    r"""A string literal of Cypher. Control characters that it cannot hold are replaced.

    >>> print(string("it's"), string(r"\u0027"))
    'it\'s' '\\' + 'u0027'
    """
    return "'" + re.sub(r"\\(?=[uU])", r"\\' + '", text.translate(ESCAPES)) + "'"


def _statements(found: PropertyGraph) -> Iterator[str]:
    yield "CREATE CONSTRAINT tskg_thing IF NOT EXISTS FOR (thing:Thing) REQUIRE thing.id IS UNIQUE"
    yield f"MERGE (about:Dataset {{id: 'tskg'}}) SET about += {_map(about.notice())}"
    for kind, nodes in _by_kind(found.nodes).items():
        label = "" if kind == "Thing" else f" SET thing:{kind}"
        yield from _each([asdict(node) for node in nodes], f"MERGE (thing:Thing {{id: row.id}}) SET thing += row{label}")
    yield from _each(map(asdict, found.edges), f"{BETWEEN} MERGE (source)-[edge:CLAIM {{id: row.id}}]->(target) SET edge += row")
    for name, facts in _facts(found.edges).items():
        yield from _each(facts, f"{BETWEEN} MERGE (source)-[edge:{name}]->(target) SET edge.claims = row.claims")


def _each(rows: Iterable[Row], what: str) -> Iterator[str]:
    maps = [_map(row) for row in rows]
    for start in range(0, len(maps), AT_ONCE):
        lines = ",\n".join(maps[start:start + AT_ONCE])
        yield f"UNWIND [\n{lines}\n] AS row {what}"


def _map(row: Row) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in row.items() if value != "") + "}"


def _value(value: str | bool | int | Sequence[str]) -> str:
    if isinstance(value, str):
        return string(value)
    if isinstance(value, int):
        return str(value).lower()
    return f"[{', '.join(map(string, value))}]"


def _by_kind(nodes: Iterable[Node]) -> Mapping[str, list[Node]]:
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.kind].append(node)
    return dict(sorted(found.items()))


def _facts(edges: Iterable[Edge]) -> Mapping[str, list[Row]]:
    """The facts by relationship: each once, with the ids of the claims that carry it."""
    carried: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for edge in edges:
        if edge.fact:
            carried[_relationship(edge.predicate), edge.source, edge.target].append(edge.id)
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for (name, source, target), claims in sorted(carried.items()):
        found[name].append({"source": source, "target": target, "claims": claims})
    return found


def _relationship(predicate: str) -> str:
    """"reportedHarm" -> "REPORTED_HARM"."""
    return re.sub("[^A-Z_]", "", re.sub("([A-Z])", r"_\1", predicate).upper())
