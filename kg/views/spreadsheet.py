"""Two tables for spreadsheets, Gephi and data frames: nodes.csv and edges.csv, with a README.txt beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from kg.selection import Selection
from kg.tables import defused
from kg.views import about
from kg.views.property_graph import Edge, Node, read

if TYPE_CHECKING:
    from kg.store import Store

# What Gephi knows by another name; the others keep theirs.
HEADS = {"id": "Id", "label": "Label", "source": "Source", "target": "Target"}


def files(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> dict[str, str]:
    """The files by name; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    found = read(store, selection=selection, quotes=quotes)
    return {"README.txt": "\n".join(about.lines()) + "\n", "nodes.csv": _table(Node, map(astuple, found.nodes)),
            "edges.csv": _table(Edge, map(astuple, found.edges))}


def _table(kind: type, rows: Iterable[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS.get(field.name, field.name) for field in fields(kind))
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else defused(str(value).replace("\x00", "\ufffd"))
