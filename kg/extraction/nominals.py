"""Whose an Indonesian event noun is where another noun stands before it: "rencana penutupan X" is the plan to close X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import NOMINAL, Tree
from kg.lexicon import Lexicon
from kg.model import Token


def owned(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """What stands right behind the second noun belongs to it, and so does its agent, where the parser ties both to the first."""
    for token in tree.tokens[1:-1] if lexicon.words["definite_after"] else ():
        first = tree[token.head]
        if first.index != token.index - 1 or first.pos != "NOUN" or not _is_event(token):
            continue
        behind = tree[token.index + 1]
        if behind.head == first.index and behind.slot in ("modifier", "flat") and behind.pos in NOMINAL and not behind.case:
            yield behind.index, replace(behind, head=token.index, slot="modifier")
            for agent in tree.children(first.index, "modifier", "oblique", "agent"):
                if agent > behind.index and tree[agent].case == "oleh":
                    yield agent, replace(tree[agent], head=token.index)


def _is_event(token: Token) -> bool:
    """"penutupan", "pemblokiran", "akuisisi": a noun made of a verb, hung on the noun before it."""
    made = token.lower.startswith("pe") and token.lower.endswith("an") or token.lower.endswith("isi")
    return made and token.pos == "NOUN" and token.slot == "modifier" and not token.case
