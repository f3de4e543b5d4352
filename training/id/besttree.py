"""The best tree of a matrix of scores."""

from __future__ import annotations

import networkx as nx
import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
NEVER = -1e4


def best_tree(scores: Scores) -> list[int]:
    """Heads of the words 1, 2, ... in the best tree with one word under the root 0; `scores` is (dependent, head).

    >>> words_like_each_other = np.log(np.array([[1, 1, 1], [.3, .1, .6], [.2, .7, .1]], np.float32))
    >>> best_tree(words_like_each_other)
    [0, 1]
    """
    root = 1 + int(np.argmax(scores[1:, 0]))
    single = scores.copy()
    single[1:, 0] = single[root] = NEVER
    single[root, 0] = 0
    greedy = [int(head) for head in single.argmax(1)]
    return (_spanning(single) if _cyclic(greedy) else greedy)[1:]


def _spanning(scores: Scores) -> list[int]:
    """Heads in the best spanning tree; the root's is 0."""
    size = len(scores)
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((head, word, float(scores[word, head])) for word in range(1, size) for head in range(size)
                                  if head != word and scores[word, head] > NEVER)
    tree = nx.maximum_spanning_arborescence(graph)
    return [0, *(next(iter(tree.predecessors(word))) for word in range(1, size))]


def _cyclic(heads: list[int]) -> bool:
    """Whether some word does not hang under the root 0."""
    for at in range(1, len(heads)):
        for _ in heads:
            at = heads[at] if at else 0
        if at:
            return True
    return False
