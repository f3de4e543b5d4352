"""Names that a known name stands in: "Kindred Signal BV" is a company, and no messenger called Signal comes up."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.extraction.spellings import capital
from kg.extraction.titles import Name, name_at
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon


_BRACKETED = re.compile(r"(.+) \(([A-Z]+)\) (.+)")


def joined(names: list[Name], trees: Sequence[Tree], lexicon: Lexicon) -> list[Name]:
    """The names with those joined that stand side by side, where together they are or begin a longer one of the article:
    "Kindred | Signal" beside "Kindred Signal BV"; and "Lembaga Bantuan Hukum (LBH) | Puan Pesisir".
    """
    longer = [name.text for name in names if " " in name.text]
    found: list[Name] = []
    for name in names:
        body = next((other for other in found[-2:] if _goes_on_behind_brackets(other, name, trees, lexicon)), None)
        if body:
            del found[found.index(body):]
            found.append(name_at(trees[name.sentence], body.first, name.last + 1))
            continue
        before = found[-1] if found else None
        if before and before.sentence == name.sentence and before.last + 1 == name.first:
            whole = name_at(trees[name.sentence], before.first, name.last + 1)
            if any(other == whole.text or other.startswith(f"{whole.text} ") for other in longer):
                found[-1] = whole
                continue
        found.append(name)
    return found


def _goes_on_behind_brackets(body: Name, name: Name, trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    """"Lembaga Bantuan Hukum (LBH) Puan Pesisir": a kind of body, with its letters in brackets, before its name."""
    beside = body.sentence == name.sentence and body.last + 4 == name.first
    if not beside or body.text.lower().split()[0] not in lexicon.words["body_heads"]:
        return False
    tree, letters = trees[name.sentence], "".join(word[0] for word in body.text.split())
    inside = [tree[i].text for i in range(body.last + 1, name.first)]
    held = body.first > 0 and tree[body.first - 1].lower in lexicon.either("office_heads", "title_words")   # "Ketua ... (YLK) N."
    return bool(lexicon.words["definite_after"]) and inside == ["(", letters, ")"] and not held


def shorten(kinds: dict[str, str], full: dict[str, str], texts: Collection[str]) -> None:
    """"LBH", "LBH Puan Pesisir" and "Lembaga Bantuan Hukum Puan Pesisir" of "Lembaga Bantuan Hukum (LBH) Puan Pesisir"."""
    for text in sorted(kinds):
        if parts := _BRACKETED.fullmatch(text):
            kind, letters, own = parts.groups()
            short = [other for other in (letters, f"{letters} {own}", f"{kind} {own}", own) if other in texts]
            kinds.update(dict.fromkeys(short, kinds[text]))
            full.update(dict.fromkeys(short, text))


def is_inside(tree: Tree, start: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a known name that ends at `end`, in a run of capitals from `start`, is one word of a company's name: the legal
    form follows, and the run does not begin with a name that is known itself.
    """
    form = end < len(tree) and tree[end].text[:1].isupper() and tree[end].lower in lexicon.words["company_suffixes"]
    return form and not gazetteer.lookup(tree[start].text) and tree[start].lower not in lexicon.words["platform_nouns"]


def is_part_of_body(tree: Tree, end: int, lexicon: Lexicon) -> bool:
    """"Seoul | Metropolitan Police | Agency": what is known by itself is here a part of another body's name."""
    return end < len(tree) and capital(tree[end].text) and tree[end].lower in lexicon.words["authority_words"]
