"""The page: one HTML file that shows statements with their evidence, works offline and runs nothing but its own script.

pyvis carries nodes and edges and brings the vis-network script; template, scripts, style and words are in `page/`.
Invariants: text of articles reaches the page as JSON only; the same store and options give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import KgError
from kg.views import save
from kg.views.graph import TS, About, Statement, first, name_of, read, short
from kg.views.layout import curves, place, wrap

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Words = Mapping[str, Any]
SCRIPTS = ("model.js", "summary.js", "canvas.js", "panel.js", "table.js", "app.js")
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
SHAPES = {"Platform": "hexagon", "Organization": "square", "Person": "dot", "Group": "triangleDown",
          "LegalAction": "diamond", "Outcome": "star", "Harm": "triangle", "Thing": "dot"}
STATUSES = ("confirmed", "asserted", "alleged", "denied", "hypothetical")
OPTIONS = {"physics": {"enabled": False}, "layout": {"improvedLayout": False, "randomSeed": 1},
           "nodes": {"scaling": {"label": {"drawThreshold": 0}}},
           "interaction": {"keyboard": False, "multiselect": False, "selectConnectedEdges": False}}


def write(store: Store, path: Path | str, *, lang: str = "en", title: str = "", focus: Sequence[str] = (),
          hops: int = 1, statuses: Sequence[str] = (), max_nodes: int = 300, seed: int = 1) -> None:
    """Write the page to `path`, whole or not at all.

    `lang` is the language of the page's words ("en" or "id"); `focus`, `hops`, `statuses` and `max_nodes` are those of
    `kg.views.graph.read`; `seed` shakes the first placing of nodes. Raises `KgError` for an unknown language or entity.
    """
    words = _words(lang)
    graph = read(store, lang=lang, focus=focus, hops=hops, statuses=statuses, max_nodes=max_nodes)
    save(Path(path), _render(_data(graph, words, lang, seed), words, lang, title or words["title"]))


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
    return template.render(lang=lang, title=title, words=words, policy=Markup(_policy(scripts, style)), data=data,
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


def _data(graph: Graph, words: Words, lang: str, seed: int) -> dict[str, Any]:
    """All that the page's script reads: plain lists and tables, ids without the common base."""
    about = graph.graph["about"]
    edges = [one for _, _, one in graph.edges(data="statement")]
    told = sorted([*edges, *graph.graph["literals"]], key=lambda one: (one.subject, one.predicate, one.object, one.id))
    network = _network(graph, edges, seed)
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    return {
        "nodes": network.nodes, "edges": network.edges, "options": network.options, "words": dict(words),
        "entities": {short(iri): _entity(graph, iri, words, lang) for iri in graph},
        "names": {"Thing": words["thing"]} | {
            short(iri): name_of(about[iri], lang, short(iri)) for iri in sorted(about) if iri.startswith(TS)},
        "statements": [_statement(one, about, words) for one in told],
        "claims": {short(claim): _claim(about, claim, words, lang) for one in told for claim in one.claims},
        "kinds": [kind for kind in SHAPES if kind in kinds], "shapes": SHAPES, "statuses": STATUSES,
        "totals": graph.graph["totals"],
    }


def _network(graph: Graph, edges: Sequence[Statement], seed: int) -> Any:
    """pyvis as carrier of what is drawn; colours and dashes are the script's, since they follow light and dark."""
    from pyvis.network import Network
    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    labels = {iri: wrap(label) for iri, label in graph.nodes(data="label")}
    boxes = {iri: (max(map(len, lines)) * 7.6 + 76, len(lines) * 17 + 44) for iri, lines in labels.items()}
    for iri, (x, y) in sorted(place(graph, boxes, seed=seed).items()):
        network.add_node(short(iri), label="\n".join(labels[iri]), shape="box", x=x, y=y)
    bent = curves(edges)
    for one in edges:
        network.add_edge(short(one.subject), short(one.object), id=one.id, smooth=bent[one.id])
    return network


def _entity(graph: Graph, iri: str, words: Words, lang: str) -> dict[str, Any]:
    """A node's kind, names, type ("lawsuit"), latest date and meaning; empty strings where the store has nothing."""
    node, terms = graph.nodes[iri], graph.graph["about"]
    about = node["about"]
    kind = first(about, "actionType") or first(about, "outcomeType")
    return {"kind": node["kind"], "label": node["label"], "type": kind.rpartition("/")[2],
            "type_name": name_of(terms.get(kind, {}), lang), "latest": pretty(first(about, "dateLatest"), words),
            "meaning": next((text for text, tag in about.get("definition", ()) if tag == lang), ""),
            "names": sorted({text for key in ("label", "prefLabel", "altLabel") for text, _ in about.get(key, ())})}


def _statement(one: Statement, about: Mapping[str, About], words: Words) -> dict[str, Any]:
    return {"id": one.id, "s": short(one.subject), "p": short(one.predicate),
            "o": pretty(one.object, words) if one.literal else short(one.object), "literal": one.literal,
            "status": one.status, "negated": one.negated, "fact": one.fact,
            "claims": [short(claim) for claim in sorted(one.claims, key=lambda claim: _reading_order(about, claim))]}


def _reading_order(about: Mapping[str, About], claim: str) -> tuple[str, str, int, str]:
    """By date, article and place in the article."""
    sentence = about.get(first(about[claim], "evidence"), {})
    article = first(sentence, "referenceContext")
    return first(about.get(article, {}), "datePublished"), article, int(first(sentence, "beginIndex", "0")), claim


def _claim(about: Mapping[str, About], claim: str, words: Words, lang: str) -> dict[str, Any]:
    """One claim's evidence; empty strings where the store has nothing."""
    speaker = first(about[claim], "saidBy")
    sentence = about.get(first(about[claim], "evidence"), {})
    article = about.get(first(sentence, "referenceContext"), {})
    return {"by": speaker and short(speaker), "who": speaker and name_of(about.get(speaker, {}), lang, short(speaker)),
            "quote": first(sentence, "anchorOf"), "lang": next((tag for _, tag in sentence.get("anchorOf", ())), ""),
            "trigger": first(about[claim], "trigger"), "publisher": first(article, "publisher"),
            "headline": first(article, "headline"), "url": first(article, "url"),
            "iso": first(article, "datePublished"), "date": pretty(first(article, "datePublished"), words)}


def pretty(value: str, words: Words) -> str:
    """A date or a large number as people write it; other text as it is.

    >>> words = {"months": ["Jan", "Feb"], "thousands": ","}
    >>> pretty("2023-02-09", words), pretty("2023-01", words), pretty("USD 22000000", words), pretty("2009", words)
    ('9 Feb 2023', 'Jan 2023', 'USD 22,000,000', '2009')
    """
    date = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value)
    if date and 0 < int(date[2]) <= len(words["months"]):
        return " ".join([*([str(int(date[3]))] if date[3] else []), words["months"][int(date[2]) - 1], date[1]])
    return re.sub(r"\d{5,}", lambda number: f"{int(number[0]):,}".replace(",", words["thousands"]), value)
