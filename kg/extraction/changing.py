"""Where a verb and a thing speak of a change: the thing must be what the verb is about, and no name."""

from __future__ import annotations

from kg.extraction.discourse import Mentions
from kg.extraction.tree import VERBAL, Tree

_OF = frozenset({"", "of", "for", "on", "to", "in", "with", "from"})
_UNDER = frozenset({"compound", "modifier", "conjunct", "flat", "apposition", "adjective", "number", "determiner"})
_CLOSE = 5


def changes(tree: Tree, words: tuple[int, ...], head: int, mentions: Mentions, *, by_order: bool) -> bool:
    """Whether a verb and a thing speak of a change: the thing hangs on the verb as its object (or subject, in a passive)."""
    thing = max(words) if head != max(words) else min(words)
    spot = mentions.at.get(thing)
    if spot and (spot.how == "name" or not spot.node.startswith("group:")):
        return False
    if by_order:
        between = tree.tokens[min(head, thing) + 1:max(head, thing)]
        if head < thing and any(t.index in mentions.at for t in between):
            return False   # "memblokir aplikasi siaran langsung X" blocks X
        return len(between) <= _CLOSE + 3 * (thing < head) and not any(t.text in (",", ";", ":", ".") for t in between)
    return (head < thing or tree[head].passive) and _hangs(tree, thing, head, mentions)


def _hangs(tree: Tree, thing: int, verb: int, mentions: Mentions) -> bool:
    """Whether the verb bears the thing over nouns only, and no name: "X, a voice-cloning *tool*, was banned" bans X."""
    lower = thing
    for upper in tree.ancestors(thing):
        slot = tree[lower].slot
        if upper == verb:
            return slot in ("object", "passive", "complement", "oblique", "attribute") and (
                slot != "oblique" or not tree[lower].case)
        if tree[upper].pos in VERBAL or slot not in _UNDER or tree[lower].case not in _OF:
            return False
        if upper in mentions.at and mentions.at[upper].how == "name":
            return False
        lower = upper
    return False
