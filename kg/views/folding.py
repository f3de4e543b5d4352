"""Too much for one picture: what hangs on a single platform is folded into it, and unfolds when the reader asks.

Invariant: nothing is lost. Every entity is drawn or has one that stands for it, which is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

MOST = 2000
"""Entities that one picture holds; more are shown folded only."""

SHARED = ("Harm", "Group")
ALONE = ("Platform", *SHARED)
"""Kinds that are never folded into another."""


def fold(graph: nx.MultiDiGraph[str], *, most: int = MOST) -> dict[str, str]:
    """Entity -> the drawn entity that stands for it in the folded picture, which has at most `most`.

    Platforms, harms and groups stand for themselves, and so does what hangs on several of them. If that is still too
    much, those of which least is said are folded into the neighbour of which most is said.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph([("p", "lawsuit"), ("lawsuit", "fine"), ("p", "harm"), ("q", "owner"), ("p", "owner")])
    >>> nx.set_node_attributes(graph, {"p": "Platform", "q": "Platform", "harm": "Harm"}, "kind")
    >>> sorted(fold(graph).items())
    [('fine', 'p'), ('lawsuit', 'p')]
    """
    import networkx as nx
    plain = nx.Graph(graph.to_undirected(as_view=True))
    folded = {entity: owner for entity, owner in _owners(plain).items() if entity != owner}
    return folded | _beyond(plain, [entity for entity in plain if entity not in folded], folded, most)


def _owners(plain: nx.Graph[str]) -> dict[str, str]:
    """What stands for each entity: the one platform that it hangs on, or where there is none the one group or harm."""
    import networkx as nx
    kinds = dict(plain.nodes(data="kind"))
    owners = {name: name for name, kind in kinds.items() if kind in ALONE}
    _spread(plain, owners, [name for name in owners if kinds[name] not in SHARED])
    left = nx.connected_components(plain.subgraph(plain.nodes - owners.keys()))
    heads = [max(part, key=lambda name: (plain.degree[name], name)) for part in left]
    alone = [name for name in heads if not any(near in owners for near in plain[name])]
    owners.update((name, name) for name in alone)
    _spread(plain, owners, [*alone, *(name for name in owners if kinds[name] in SHARED)])
    return owners


def _spread(plain: nx.Graph[str], owners: dict[str, str], start: Iterable[str]) -> None:
    """Ring by ring: what touches one owner is its own, what touches several stands for itself."""
    ring = set(start)
    while ring:
        near = {other for name in ring for other in plain[name]} - owners.keys()
        found = {name: {owners[other] for other in plain[name] if other in ring} for name in near}
        owners.update({name: whose.pop() if len(whose) == 1 else name for name, whose in found.items()})
        ring = near


def _beyond(plain: nx.Graph[str], drawn: list[str], folded: dict[str, str], most: int) -> dict[str, str]:
    """The drawn entities that are still too many, each with the busiest of the others that it touches, or the busiest of all."""
    weight = Counter({name: plain.degree[name] for name in drawn})
    ranked = sorted(drawn, key=lambda name: (-weight[name], name))
    kept, spare = set(ranked[:most]), ranked[most:]
    into = {name: max((near for near in plain[name] if near in kept), key=lambda near: (weight[near], near),
                      default=ranked[0]) for name in spare}
    return into | {name: into[owner] for name, owner in folded.items() if owner in into}
