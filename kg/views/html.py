"""The page: one HTML file that shows statements with their evidence, works offline and runs nothing but its own script.

pyvis carries nodes and edges and brings the vis-network script; template, scripts, style and words are in `page/`.
Invariants: text of articles reaches the page as JSON only; the same store and options give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.selection import Selection
from kg.statements import short
from kg.views import content, save
from kg.views.content import Graph, Words
from kg.views.folding import MOST, fold
from kg.views.graph import read
from kg.views.layout import curves, place, wrap

if TYPE_CHECKING:
    from kg.store import Store

SCRIPTS = ("model.js", "address.js", "summary.js", "columns.js", "wings.js", "labels.js", "canvas.js", "pointing.js",
           "panel.js", "table.js", "timeline.js", "matrix.js", "time.js", "export.js", "search.js", "app.js")
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
LAYOUTS = ("auto", "columns", "map")
THEMES = ("auto", "light", "dark")
OPTIONS = {"physics": {"enabled": False}, "layout": {"improvedLayout": False, "randomSeed": 1},
           "nodes": {"scaling": {"label": {"drawThreshold": 4}}},
           "interaction": {"keyboard": False, "multiselect": False, "selectConnectedEdges": False}}


def write(store: Store, path: Path | str, *, selection: Selection = Selection(), lang: str = "en", title: str = "",
          max_nodes: int = 300, layout: str = "auto", theme: str = "auto", seed: int = 1) -> tuple[int, int]:
    """Write the page to `path`, whole or not at all; give how many entities it holds, and of how many.

    `lang` is the language of the page's words ("en" or "id"), `max_nodes` how many entities it holds at most, `layout`
    and `theme` are one of `LAYOUTS` and of `THEMES`; `seed` shakes the first placing of nodes. Raises `KgError` for a
    language, layout or theme that there is not, and as `kg.selection.select` does.
    """
    words = _words(lang)
    settings = {"layout": _one_of(LAYOUTS, layout, "layout"), "theme": _one_of(THEMES, theme, "theme")}
    graph = read(store, selection, lang=lang, max_nodes=max_nodes)
    save(Path(path), _render(_data(graph, words, lang, seed) | settings, words, lang, title or words["title"]))
    return len(graph), graph.graph["totals"]["entities"]


def _one_of(known: Sequence[str], wanted: str, what: str) -> str:
    if wanted not in known:
        raise KgError(f'the page has no {what} "{wanted}"', hint=f"one of: {', '.join(known)}")
    return wanted


def _words(lang: str) -> Words:
    table = tomllib.loads(_page_file("strings.toml"))
    if lang not in table:
        raise KgError(f'the page has no words in "{lang}"', hint="choose one of: " + ", ".join(table))
    words: Words = table[lang]
    return words


def _page_file(name: str) -> str:
    return (resources.files("kg.views") / "page" / name).read_text("utf-8")


def _render(data: Mapping[str, Any], words: Words, lang: str, title: str) -> str:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup
    scripts = [_vis_script(), "".join(map(_page_file, SCRIPTS))]
    style = _page_file("app.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_page_file("view.html.j2"))
    return template.render(lang=lang, title=title, words=words, policy=Markup(_policy(scripts, style)), data=Markup(_json(data)),
                           style=Markup(style), scripts=[Markup(script) for script in scripts]) + "\n"


def _vis_script() -> str:
    """The script that pyvis ships, with its licence; nothing in it may end the script element or name another file."""
    script = (resources.files("pyvis") / VIS).read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", script).replace("</script", "<\\/script")


def _policy(scripts: Iterable[str], style: str) -> str:
    """A content security policy: these scripts and this style, no other, and no request of any kind."""
    allowed = " ".join(map(_hash, scripts))
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: Mapping[str, Any]) -> str:
    """JSON that nothing in it can end or read as markup, whatever an article says."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return re.sub("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _data(graph: Graph, words: Words, lang: str, seed: int) -> dict[str, Any]:
    """All that the page's script reads: what is drawn, and the tables behind it."""
    folded = fold(graph)
    network = _network(graph, folded, seed)
    nodes = [{key: node[key] for key in ("id", "label", "x", "y", "over") if key in node} for node in network.nodes]
    edges = [{key: edge[key] for key in ("from", "to", "id", "smooth")} for edge in network.edges]
    return content.tables(graph, words, lang, folded) | {
        "nodes": nodes, "edges": edges, "options": network.options, "whole": len(graph) <= MOST}


def _network(graph: Graph, folded: Mapping[str, str], seed: int) -> Any:
    """pyvis as carrier of what is drawn; colours and dashes are the script's, since they follow light and dark."""
    from pyvis.network import Network
    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    labels = {iri: wrap(label) for iri, label in graph.nodes(data="label")}
    boxes = {iri: (max(map(len, lines)) * 8.4 + 76, len(lines) * 18 + 44) for iri, lines in labels.items()}
    over = place(_overview(graph, folded), boxes, seed=seed)
    spots = place(graph, boxes, seed=seed) if len(graph) <= MOST else over
    for iri in sorted(graph):
        x, y = spots.get(iri) or spots[folded[iri]]
        network.add_node(short(iri), label="\n".join(labels[iri]), x=x, y=y, **({"over": over[iri]} if iri in over else {}))
    edges = [one for _, _, one in graph.edges(data="statement")]
    bent = curves(edges)
    for one in edges:
        network.add_edge(short(one.subject), short(one.object), id=one.id, smooth=bent[one.id])
    return network


def _overview(graph: Graph, folded: Mapping[str, str]) -> Graph:
    """The graph with what is folded taken into what stands for it."""
    import networkx as nx
    drawn: Graph = nx.MultiDiGraph()
    drawn.add_nodes_from(iri for iri in graph if iri not in folded)
    drawn.add_edges_from((folded.get(one, one), folded.get(other, other)) for one, other in graph.edges())
    return drawn
