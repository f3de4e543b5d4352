"""Names that a known name stands in: "Kindred Signal BV" is a company, and no messenger called Signal comes up."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.spellings import capital
from kg.extraction.titles import Name, name_at
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon


def joined(names: list[Name], trees: Sequence[Tree]) -> list[Name]:
    """The names with those joined that stand side by side, where together they are or begin a longer one of the article:
    "Kindred | Signal" beside "Kindred Signal BV".
    """
    longer = [name.text for name in names if " " in name.text]
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else None
        if before and before.sentence == name.sentence and before.last + 1 == name.first:
            whole = name_at(trees[name.sentence], before.first, name.last + 1)
            if any(other == whole.text or other.startswith(f"{whole.text} ") for other in longer):
                found[-1] = whole
                continue
        found.append(name)
    return found


def is_inside(tree: Tree, start: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a known name that ends at `end`, in a run of capitals from `start`, is one word of a company's name: the legal
    form follows, and the run does not begin with a name that is known itself.
    """
    form = end < len(tree) and tree[end].text[:1].isupper() and tree[end].lower in lexicon.words["company_suffixes"]
    return form and not gazetteer.lookup(tree[start].text) and tree[start].lower not in lexicon.words["platform_nouns"]


def is_part_of_body(tree: Tree, end: int, lexicon: Lexicon) -> bool:
    """"Seoul | Metropolitan Police | Agency": what is known by itself is here a part of another body's name."""
    return end < len(tree) and capital(tree[end].text) and tree[end].lower in lexicon.words["authority_words"]
