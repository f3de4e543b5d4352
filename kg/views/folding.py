"""Too much for one picture: what hangs on a single platform is folded into it, and unfolds when the reader asks.

Invariant: nothing is lost. Every entity is drawn or has one that stands for it, which is drawn.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

MOST = 2000
"""Entities that one picture holds; from there on they are folded."""


def fold(graph: nx.MultiDiGraph[str], *, most: int = MOST) -> dict[str, str]:
    """Entity -> the drawn entity that stands for it; empty for a graph of at most `most` entities.

    Platforms stand for themselves, and so does what hangs on several of them, such as a harm. If that is still too
    much, platforms of which least is said are folded into the harm (or other neighbour) that most is said of.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph([("p", "lawsuit"), ("lawsuit", "fine"), ("p", "harm"), ("q", "harm")])
    >>> nx.set_node_attributes(graph, {"p": "Platform", "q": "Platform"}, "kind")
    >>> sorted(fold(graph, most=3).items())
    [('fine', 'p'), ('lawsuit', 'p')]
    """
    import networkx as nx
    if len(graph) <= most:
        return {}
    plain = nx.Graph(graph.to_undirected(as_view=True))
    folded = {entity: owner for entity, owner in _owners(plain).items() if entity != owner}
    return folded | _beyond(plain, [entity for entity in plain if entity not in folded], folded, most)


def _owners(plain: nx.Graph[str]) -> dict[str, str]:
    """What stands for each entity: the one platform that it hangs on, else itself; ring by ring around the platforms."""
    owners: dict[str, str] = {name: name for name, kind in plain.nodes(data="kind") if kind == "Platform"}
    for part in _without_platform(plain):
        owners[max(part, key=lambda name: (plain.degree[name], name))] = max(part, key=lambda name: (plain.degree[name], name))
    ring = set(owners)
    while ring:
        ring = {near for name in ring for near in plain[name]} - owners.keys()
        owners.update({name: _owner(name, plain, owners) for name in ring})
    return owners


def _owner(name: str, plain: nx.Graph[str], owners: dict[str, str]) -> str:
    found = {owners[near] for near in plain[name] if near in owners}
    return found.pop() if len(found) == 1 else name


def _without_platform(plain: nx.Graph[str]) -> list[set[str]]:
    import networkx as nx
    kinds = dict(plain.nodes(data="kind"))
    return [part for part in nx.connected_components(plain) if not any(kinds[name] == "Platform" for name in part)]


def _beyond(plain: nx.Graph[str], drawn: list[str], folded: dict[str, str], most: int) -> dict[str, str]:
    """The drawn entities that are still too many, each with the busiest of the others that it touches, or the busiest of all."""
    weight = Counter({name: plain.degree[name] for name in drawn})
    ranked = sorted(drawn, key=lambda name: (-weight[name], name))
    kept, spare = set(ranked[:most]), ranked[most:]
    into = {name: max((near for near in plain[name] if near in kept), key=lambda near: (weight[near], near),
                      default=ranked[0]) for name in spare}
    return into | {name: into[owner] for name, owner in folded.items() if owner in into}
