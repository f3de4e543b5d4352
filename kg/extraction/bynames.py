"""What somebody is called beside the first name: an authority with its seat or country, or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction import smallbodies
from kg.extraction.names import court_with_seat, name_with_owner, name_with_place
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Node


def with_name(node: Node, text: str) -> Node:
    """The node with one more name; the fullest one is its name, except where the gazetteer has settled it."""
    if not node.known and node.kind == "Person" and len(text) > len(node.name):
        return replace(node, name=text, aliases=(*node.aliases, node.name))
    return replace(node, aliases=(*node.aliases, text))


def of(name: Name, tree: Tree, lexicon: Lexicon, *, acronym: int, court: bool, authority: bool) -> Iterator[str]:
    """The other names of a body where it is named here; `acronym` is the token of the one in brackets behind, -1 for none."""
    seated = court_with_seat(name, tree, lexicon) if court else ""
    found = [seated or (name_with_place(name, tree, acronym) if acronym >= 0 else "")]
    found += [name_with_owner(name, tree), smallbodies.bare(name.text, lexicon)] if authority else []
    yield from filter(None, found)
