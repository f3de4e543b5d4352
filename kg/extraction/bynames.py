"""What an authority is called beside its name: with its seat or country, or without."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import smallbodies
from kg.extraction.names import court_with_seat, name_with_owner, name_with_place
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon


def of(name: Name, tree: Tree, lexicon: Lexicon, *, acronym: int, court: bool, authority: bool) -> Iterator[str]:
    """The other names of a body where it is named here; `acronym` is the token of the one in brackets behind, -1 for none."""
    seated = court_with_seat(name, tree, lexicon) if court else ""
    found = [seated or (name_with_place(name, tree, acronym) if acronym >= 0 else "")]
    found += [name_with_owner(name, tree), smallbodies.bare(name.text, lexicon)] if authority else []
    yield from filter(None, found)
