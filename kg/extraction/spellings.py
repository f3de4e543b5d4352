"""How names are spelt: capitals, numbers inside them, sums that look like names, first letters in a bracket."""

from __future__ import annotations

import re

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

JOINERS = frozenset({"of", "for", "and", "the", "dan", "&"})   # inside the names of authorities
_SPELT_OUT = 12   # words, with the bracket
_COINED = re.compile(r"[a-z]{4,}\d+|[a-z]{2,}[A-Z][A-Za-z]+")   # "desas8", "tanyaQu"
_NUMBERED = re.compile(r"\d{1,4}[A-Z][a-z]{3,}")   # "88Kampung"
_SUM = re.compile(r"[A-Z][a-z]?\d[\d.,]{2,}")   # "Sh940", "Rp1.500"


def capital(text: str) -> bool:
    """Whether a word may be one of a name by its letters: "X", "eSafety", "88Kampung", "desas8", but not "Sh940" or "US$"."""
    if text[:1].islower():
        return text[1:2].isupper() and len(text) > 2 and "$" not in text or bool(_COINED.fullmatch(text))   # "eSafety"
    if not text[:1].isalpha():
        return bool(_NUMBERED.fullmatch(text))
    return text[:1].isupper() and "$" not in text and not _SUM.fullmatch(text)   # "US$" begins and continues no name


def spelt_out(tree: Tree, start: int) -> int:
    """Where a name from here ends whose first letters the bracket behind it has: "Amusement and Gaming Corporation (AGC)";
    0 if there is none.
    """
    if not tree.where("("):
        return 0
    near = tree.tokens[start:start + _SPELT_OUT]
    bracket = next((n for n, token in enumerate(near) if token.text == "("), 0)
    if bracket < 3 or bracket + 1 == len(near) or not capital(near[0].text) or not near[bracket + 1].text.isupper():
        return 0
    words = near[:bracket]
    letters = "".join(token.text[0] for token in words if capital(token.text))
    plain = all(capital(token.text) or token.lower in JOINERS for token in words)
    return start + bracket if plain and len(letters) > 2 and near[bracket + 1].text.startswith(letters) else 0


def is_sum(tree: Tree, index: int) -> bool:
    """"X LLC EUR 900,000", "PT X Rp5 miliar": a currency before its number ends the name."""
    token, behind = tree[index], tree.tokens[index + 1:index + 2]
    currency = len(token.text) == 3 and token.text.isupper() or token.text in ("Rp", "US$", "RM")
    return currency and bool(behind) and behind[0].text[0].isdigit()


def is_second_half(tree: Tree, start: int, index: int, lexicon: Lexicon) -> bool:
    """"Han Ji*-ho*": the second half of a given name, written small; but not "New York-based"."""
    if index + 1 >= len(tree) or tree[index].text != "-":
        return False
    half, glued = tree[index + 1], tree[index - 1].span.end == tree[index].span.start
    return glued and tree[index].span.end == tree[index + 1].span.start and half.text.islower() and half.text.isalpha() and (
        len(half.text) < 6 and half.lower not in lexicon.words["hyphened"] and (
            tree[index - 1].entity == "PER" or half.pos == "PROPN" and _among_names(tree, start, index)))


def _among_names(tree: Tree, start: int, hyphen: int) -> bool:
    """Whether another name stands before or behind: "Han Ji-woo", "Eun-ji Choi"."""
    return start < hyphen - 1 or hyphen + 2 < len(tree) and tree[hyphen + 2].pos == "PROPN" and capital(tree[hyphen + 2].text)


def is_particle(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"Joost *van* Elderen", "Leif *van* der Berg": a small word inside a person's name, or the first of several."""
    small = tree[index].text in lexicon.words["name_particles"] and index + 1 < len(tree)
    return small and (capital(tree[index + 1].text) or is_particle(tree, index + 1, lexicon))
