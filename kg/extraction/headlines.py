"""Mends what parsers make of headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token


def futures(tree: Tree, names: Sequence[Name], lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Velloquy to close after lawsuit": in a title the name is who will do it, though the parser takes it for a verb."""
    opening = next((name for name in names if not name.first), None) if tree.sentence.kind != "paragraph" else None
    if opening is None or opening.last + 2 >= len(tree) or tree[opening.last + 1].lower not in lexicon.words["infinitive_marks"]:
        return
    verb, name = tree[tree[opening.last + 1].head], tree[opening.last]
    if verb.pos == "VERB" and verb.head == name.index and name.slot == "root" and verb.index > name.index:
        yield verb.index, replace(verb, head=verb.index, slot="root")
        yield name.index, replace(name, head=verb.index, slot="subject", pos="PROPN")
