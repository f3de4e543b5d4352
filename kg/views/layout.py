"""Where things of the page stand: lines of labels, curves of edges, and places of nodes.

The same graph and seed give the same whole pixels.

Graph distance becomes distance on the page (stress majorisation), then boxes of node and label are pushed apart,
then the parts that hang together are packed side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.statements import Statement

if TYPE_CHECKING:
    import networkx as nx

Size = tuple[float, float]
Place = tuple[int, int]

STEP = 105.0     # pixels between neighbours one above the other
STRETCH = 2.1    # neighbours side by side stand that much further apart: boxes and the words on lines are wide
SHAPE = 1.2      # wished width to height of a part
GAP = 90.0       # pixels between parts
SPARE = 2.8      # how many times its boxes' area the middle of a crowded picture has
LINE = 22        # characters of a label on one line
CROWD = 20_000   # pairs of a box and a line, beyond which no place is free of lines and none is sought


def place(graph: nx.MultiDiGraph[str], boxes: Mapping[str, Size], *, seed: int = 1) -> dict[str, Place]:
    """Pixel centres for all nodes; `boxes` gives width and height of each node with its label.

    >>> import networkx as nx
    >>> place(nx.MultiDiGraph([("a", "b")]), {"a": (40, 40), "b": (40, 40)}) == place(
    ...     nx.MultiDiGraph([("a", "b")]), {"a": (40, 40), "b": (40, 40)})
    True
    """
    import networkx as nx
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted((a, b) for a, b in graph.edges() if a != b))
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    return _pack([_place_part(plain.subgraph(sorted(part)), boxes, seed) for part in parts], boxes)


def wrap(label: str) -> list[str]:
    """At most three lines of a label; what is cut ends in an ellipsis, and a remark in brackets at its end always stays.

    >>> wrap("Settlement of the lawsuit against Strangly")
    ['Settlement of the', 'lawsuit against', 'Strangly']
    >>> wrap("Dismissal of the very long lawsuit of many families against Strangly (not stated as fact)")
    ['Dismissal of the very', 'long lawsuit of many…', '(not stated as fact)']
    """
    lines = _lines(label)
    if len(lines) < 4:
        return lines
    remark = _REMARK.search(label)
    return [*lines[:1], lines[1] + "…", remark[0]] if remark else [*lines[:2], lines[2] + "…"]


_REMARK = re.compile(r"\([^()]{1,30}\)$")


def _lines(label: str) -> list[str]:
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line if len(line) <= LINE + 6 else line[:LINE + 5] + "…" for line in lines]


def curves(edges: Iterable[Statement]) -> dict[str, Any]:
    """Each edge's `smooth` option by its id: edges between the same two entities fan out, a single one is straight."""
    between: dict[tuple[str, ...], list[Statement]] = {}
    for one in sorted(edges, key=lambda one: (*sorted(one.ends), one.predicate, one.object, one.id)):
        between.setdefault(tuple(sorted(one.ends)), []).append(one)
    return {one.id: _curve(index - (len(same) - 1) / 2, one.subject != pair[0])
            for pair, same in between.items() for index, one in enumerate(same)}


def _curve(offset: float, back: bool) -> Any:
    """vis bends an edge as seen from where it starts: one that runs back takes the other side."""
    if not offset:
        return False
    turn = "curvedCW" if (offset > 0) != back else "curvedCCW"
    return {"enabled": True, "type": turn, "roundness": round(abs(offset) * 0.28, 3)}


def _place_part(part: nx.Graph[str], boxes: Mapping[str, Size], seed: int) -> dict[str, Size]:
    import numpy as np
    names = sorted(part)
    spots = _relax(_start(part, names, seed), _distances(part, names))
    sizes = np.array([boxes[name] for name in names], dtype=float)
    index = {name: place for place, name in enumerate(names)}
    lines = np.array([(index[a], index[b]) for a, b in sorted(part.edges())], dtype=int).reshape(-1, 2)
    spots = _push_apart(_turn(spots), sizes, lines)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, spots, strict=True)}


def _distances(part: nx.Graph[str], names: Sequence[str]) -> Any:
    """Wished distance between all pairs: by steps, and more about a node with many neighbours, so that they fit around it."""
    import numpy as np
    room = 1 + 0.4 * max(0, 1 - len(part) / 30)  # a small graph has a screen to itself
    busiest = [max(part.degree[near] for near in (name, *part[name])) for name in names]
    crowd = 0.035 * np.maximum(np.array(busiest) - 5, 0)
    wished = STEP * (room * _steps(part, names) + crowd[:, None] + crowd[None])
    np.fill_diagonal(wished, 0)
    return wished


def _steps(part: nx.Graph[str], names: Sequence[str]) -> Any:
    """How many edges lie between all pairs: everybody's horizon grows by one step at a time, all at once."""
    import networkx as nx
    import numpy as np
    near = nx.to_numpy_array(part, nodelist=list(names), weight=None, dtype=np.float32) + np.eye(len(names), dtype=np.float32)
    steps = np.zeros((len(names), len(names)))
    reached = np.eye(len(names), dtype=np.float32)
    while not (reached > 0).all():
        steps += reached == 0
        reached = (reached @ near > 0).astype(np.float32)
    return steps


def _start(part: nx.Graph[str], names: Sequence[str], seed: int) -> Any:
    """Rings around the node with most neighbours, a little shaken."""
    import networkx as nx
    import numpy as np
    centre = max(names, key=lambda name: (part.degree[name], name))
    spots = {}
    for ring, layer in enumerate(nx.bfs_layers(part, [centre])):
        for index, name in enumerate(layer):
            angle = 2 * np.pi * index / len(layer) + ring
            spots[name] = (ring * STEP * np.cos(angle), ring * STEP * np.sin(angle))
    shake = np.random.default_rng(seed).uniform(-5, 5, (len(names), 2))
    return np.array([spots[name] for name in names]) + shake


def _relax(spots: Any, wished: Any) -> Any:
    """Stress majorisation: each round brings all distances nearer to those wished, near pairs counting most."""
    import numpy as np
    if len(spots) < 3:
        return spots
    weights = 1 / np.maximum(wished, 1) ** 2
    np.fill_diagonal(weights, 0)
    solve = np.linalg.inv(np.diag(weights.sum(axis=1)) - weights + 1 / len(spots))
    target = weights * wished
    for _ in range(200 if len(spots) < 300 else 40):
        pull = target / np.maximum(_apart(spots), 1)
        spots = solve @ (pull.sum(axis=1)[:, None] * spots - pull @ spots)
    return spots


def _apart(spots: Any) -> Any:
    """The distance between all pairs."""
    import numpy as np
    square = (spots ** 2).sum(axis=1)
    return np.sqrt(np.maximum(square[:, None] + square[None] - 2 * spots @ spots.T, 0))


def _turn(spots: Any) -> Any:
    """Stretched, and before that turned: by the angle that brings width to height nearest to `SHAPE`."""
    import numpy as np
    centred = spots - spots.mean(axis=0)
    turned = []
    for angle in np.linspace(0, np.pi, 12, endpoint=False):
        cos, sin = np.cos(angle), np.sin(angle)
        turned.append(centred @ np.array([[cos, sin], [-sin, cos]]) * np.array([STRETCH, 1]))
    best = min(turned, key=lambda way: abs(np.log(_aspect(way) / SHAPE)))
    return best * np.array([1, np.clip(_aspect(best) / SHAPE, 1, 1.4)])


def _aspect(spots: Any) -> float:
    import numpy as np
    width, height = np.maximum(spots.max(axis=0) - spots.min(axis=0), 60)
    return float(width / height)


def _push_apart(spots: Any, sizes: Any, lines: Any, rounds: int = 120) -> Any:
    """Boxes leave the lines that run beneath them, and each other: along the shorter way out, until none overlaps."""
    import numpy as np
    if len(spots) * len(lines) < CROWD:
        for _ in range(rounds):
            spots = spots + np.clip(_overlaps(spots, sizes, _near(spots, sizes, 0)) + _crossings(spots, sizes, lines), -60, 60)
    spots = spots * _room(spots, sizes)
    for _ in range(rounds // 2):
        pairs = _near(spots, sizes, 100)  # who may meet within the next rounds: to look at all pairs takes longest
        for _ in range(8):
            spots = spots + np.clip(_overlaps(spots, sizes, pairs), -60, 60)
        if not _overlaps(spots, sizes, _near(spots, sizes, 0)).any():
            break
    return spots


def _room(spots: Any, sizes: Any) -> float:
    """How much larger the middle of the picture must be to have room for its boxes: what is pushed out of it goes far."""
    import numpy as np
    low, high = np.quantile(spots, (0.1, 0.9), axis=0)
    needed = SPARE * 0.64 * float(sizes.prod(axis=1).sum())
    return float(max(1.0, (needed / max(float((high - low).prod()), 1)) ** 0.5))


def _near(spots: Any, sizes: Any, reach: float) -> Any:
    """The pairs of boxes that lie within `reach` of each other, the first before the second."""
    import numpy as np
    x, y = spots.T
    width, height = sizes.T
    close = np.abs(x[:, None] - x) < (width[:, None] + width) / 2 + reach
    close &= np.abs(y[:, None] - y) < (height[:, None] + height) / 2 + reach
    return np.argwhere(np.triu(close, 1))


def _overlaps(spots: Any, sizes: Any, pairs: Any) -> Any:
    """How far each box must go to leave the others of `pairs`, a part of the way."""
    import numpy as np
    one, other = pairs.T
    apart = spots[one] - spots[other]
    lack = (sizes[one] + sizes[other]) / 2 - np.abs(apart)
    hit = (lack > 0).all(axis=1)
    sideways = lack[:, 0] < lack[:, 1]
    along = np.stack([hit & sideways, hit & ~sideways], axis=1)
    push = 0.26 * np.where(apart < 0, -1, 1) * (lack + 1) * along
    return np.stack([np.bincount(one, axis, len(spots)) - np.bincount(other, axis, len(spots)) for axis in push.T], axis=1)


def _crossings(spots: Any, sizes: Any, lines: Any) -> Any:
    """How far each box must go to leave the lines of others that cross it, a part of the way."""
    import numpy as np
    start, way = spots[lines[:, 0]], spots[lines[:, 1]] - spots[lines[:, 0]]
    length = np.maximum((way ** 2).sum(axis=1), 1)
    share = ((spots[:, None] - start) * way).sum(axis=2) / length
    off = spots[:, None] - (start + share[..., None] * way)
    far = np.maximum(np.linalg.norm(off, axis=2), 1)
    reach = (sizes[:, None] * np.abs(off / far[..., None])).sum(axis=2) / 2
    own = (np.arange(len(spots))[:, None, None] == lines[None]).any(axis=2)
    hit = (far < reach) & (share > 0) & (share < 1) & ~own
    return 0.1 * (off / far[..., None] * ((reach - far) * hit)[..., None]).sum(axis=1)


def _pack(parts: Sequence[Mapping[str, Size]], boxes: Mapping[str, Size]) -> dict[str, Place]:
    """Parts in rows, the largest first; a row is as wide as the largest part, or as the screen's shape asks."""
    bounds = [_bounds(part, boxes) for part in parts]
    area = sum((right - left + GAP) * (low - high + GAP) for left, high, right, low in bounds)
    limit = max([right - left for left, _, right, _ in bounds] + [(1.7 * area) ** 0.5])
    packed: dict[str, Place] = {}
    x = y = row = 0.0
    for part, (left, high, right, low) in zip(parts, bounds, strict=True):
        if x and x + right - left > limit:
            x, y, row = 0.0, y + row + GAP, 0.0
        packed.update((name, (round(a - left + x), round(b - high + y))) for name, (a, b) in part.items())
        x, row = x + right - left + GAP, max(row, low - high)
    return packed


def _bounds(part: Mapping[str, Size], boxes: Mapping[str, Size]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a part with its boxes."""
    return (min(x - boxes[name][0] / 2 for name, (x, _) in part.items()),
            min(y - boxes[name][1] / 2 for name, (_, y) in part.items()),
            max(x + boxes[name][0] / 2 for name, (x, _) in part.items()),
            max(y + boxes[name][1] / 2 for name, (_, y) in part.items()))
