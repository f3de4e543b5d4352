"""GraphML, GEXF (Gephi) and Cytoscape JSON, written by networkx from the chosen claims."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from kg.selection import Selection
from kg.views import about
from kg.views.property_graph import read
from kg.views.xml import sound

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def graphml(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """GraphML; what the file says of itself are attributes of the graph."""
    from networkx.readwrite.graphml import GraphMLWriter
    graph = _graph(store, selection, quotes)
    writer = GraphMLWriter(graph, prettyprint=True, named_key_ids=True, edge_id_from_attribute="id")
    return _document(writer.xml)


def gexf(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """GEXF 1.2 for Gephi; what the file says of itself is its description."""
    from networkx.readwrite.gexf import GEXFWriter
    writer = GEXFWriter(graph=_graph(store, selection, quotes), prettyprint=True, version="1.2draft")
    _describe(writer.xml)
    return _document(writer.xml)


def cytoscape(store: Store, *, selection: Selection = Selection(), quotes: str = "sentence") -> str:
    """The JSON of Cytoscape and Cytoscape.js; what the file says of itself is the data of the network."""
    import networkx as nx
    graph = _graph(store, selection, quotes)
    made = nx.cytoscape_data(graph)
    made["data"] = {"name": "tskg", **graph.graph}
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _graph(store: Store, selection: Selection, quotes: str) -> nx.MultiDiGraph[str]:
    import networkx as nx
    found = read(store, selection=selection, quotes=quotes)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**about.notice())
    for node in found.nodes:
        graph.add_node(node.id, **_attributes(node, but=("id",)))
    for edge in found.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge, but=("source", "target")))
    return graph


def _attributes(row: Any, *, but: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name not in but}


def _describe(gexf: Any) -> None:
    """networkx writes its own name and the day; the same store must give the same bytes."""
    meta = gexf.find("meta")
    meta.attrib.clear()
    for part in list(meta):
        meta.remove(part)
    ElementTree.SubElement(meta, "creator").text = about.generator()
    ElementTree.SubElement(meta, "description").text = " ".join(about.lines()[1:])


def _document(root: Any) -> str:
    ElementTree.indent(root, space=" ")
    return XML + sound(ElementTree.tostring(root, encoding="unicode")) + "\n"
