"""Authorities whose names are written small behind their place: "Ohio attorney general", "Vietnam's industry ministry"; and
offices before theirs, which may be written large: "the Attorney General of Texas".

The place makes them names. A body without one ("the ministry"), one of many ("a Hamburg court") and one whose own name
stands right behind ("Italy's competition authority, AGCM,") are described, not named.
"""

from __future__ import annotations

from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Expressions, Lexicon

_LONGEST_PLACE = 3
_FIELD = 3   # words between the place and the head: "data protection commission"
_OWN = ("'s", "’s")


def starts(tree: Tree, lexicon: Lexicon) -> set[int]:
    """Where such a name may begin with a small letter: "the | attorney general of Ohio"."""
    return {words[0] for name in ("small_offices", "small_courts") for words in tree.find(lexicon.phrases[name])}


def end_of(tree: Tree, start: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where such a name that begins with a place or parliament at `start` ends; 0 if none begins there."""
    heads, first = lexicon.words["small_heads"], tree[start].lower
    if not heads or first in lexicon.words["not_names"] or start and tree[start - 1].lower in lexicon.words["indefinite"]:
        return 0
    if tree[start].text.islower() or any(words[0] == start for words in tree.find(lexicon.phrases["small_offices"])):
        return _seated_end(tree, start, lexicon, gazetteer)
    place = _place_end(tree, start, lexicon, gazetteer)
    if not place or place + 1 >= len(tree):
        return 0
    after = place + (tree[place].lower in _OWN)
    end = _office_end(tree, after, lexicon.phrases["small_offices"]) or _headed_end(tree, after, lexicon)
    if not end and after == place and not _is_adjective(tree, start, place, gazetteer):
        end = _office_end(tree, after, lexicon.phrases["small_courts"])   # "Lyon judicial court"
    return end if end and not _is_named_behind(tree, end, lexicon, gazetteer) else 0


def _seated_end(tree: Tree, start: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """"The attorney general of Ohio", "the county attorney of Marlow County", "the regional court in Leipzig"."""
    if not start or tree[start - 1].lower not in lexicon.words["definite"]:
        return 0
    small = tree[start].text.islower()
    end = max(_office_end(tree, start, lexicon.phrases[name], small=small) for name in ("small_offices", "small_courts"))
    seated = end and end + 1 < len(tree) and tree[end].lower in lexicon.either("in_words", "of_words")
    place = _place_end(tree, end + 1, lexicon, gazetteer) if seated else 0
    return place if place and not _is_named_behind(tree, place, lexicon, gazetteer) else 0


def bare(text: str, lexicon: Lexicon) -> str:
    """The name without its place.

    >>> from kg import lexicon
    >>> bare("Vietnam's industry ministry", lexicon.load("en")), bare("Ohio Supreme Court", lexicon.load("en"))
    ('industry ministry', '')
    """
    words = text.split()
    first = next((n for n, word in enumerate(words) if word.islower()), 0)
    return " ".join(words[first:]) if first and len(words) - first > 1 and words[-1] in lexicon.words["small_heads"] else ""


def _place_end(tree: Tree, start: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    large = start
    while large < min(start + _LONGEST_PLACE, len(tree)) and tree[large].text[:1].isupper():
        large += 1
    for end in range(large, start, -1):
        words = tree.tokens[start:end]
        text = " ".join([token.text for token in words])
        parliament = words[-1].lower in lexicon.words["legislatures"]
        if gazetteer.place(text) or text.lower() in gazetteer.adjectives or parliament or all(t.entity == "LOC" for t in words):
            return end
    return 0


def _is_adjective(tree: Tree, start: int, end: int, gazetteer: Gazetteer) -> bool:
    return " ".join(token.lower for token in tree.tokens[start:end]) in gazetteer.adjectives


def _office_end(tree: Tree, at: int, offices: Expressions, *, small: bool = True) -> int:
    return max((words[-1] + 1 for words in tree.find(offices) if words[0] == at and tree[at].text.islower() is small), default=0)


def _headed_end(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """"'s industry ministry", "Irish media commission", "Senate committee on migrant workers"."""
    for end in range(at, min(at + _FIELD + 1, len(tree))):
        if tree[end].text in lexicon.words["small_heads"]:
            topic = _topic_end(tree, end + 1, lexicon)
            return topic or (end + 1 if end > at else 0)
        if not tree[end].text.islower() or tree[end].pos not in ("NOUN", "ADJ", "PROPN", "CCONJ"):
            return 0
    return 0


def _topic_end(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """Where "on games and amusement" behind a committee ends; 0 if there is none."""
    if at + 1 >= len(tree) or tree[at].lower not in lexicon.words["topics_of_bodies"]:
        return 0
    end = at + 1
    while end < len(tree) and tree[end].text.islower() and (tree[end].pos in ("NOUN", "ADJ") or (
            tree[end].pos == "CCONJ" and end + 1 < len(tree) and tree[end + 1].pos == "NOUN")):
        end += 1
    return end if end > at + 1 else 0


def _is_named_behind(tree: Tree, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a name follows, or the words are only a part of a longer noun ("ministry official")."""
    at = end + (end < len(tree) and tree[end].text == ",")
    at += at > end and at < len(tree) and tree[at].lower == "the"   # "Quebec's privacy commission, the CPVP,"
    if at >= len(tree):
        return False
    word = tree[at]
    dated = any((word.lower,) in lexicon.phrases[days] for days in ("weekdays", "months"))
    named = word.text[:1].isupper() and (word.pos == "PROPN" or at == end) and not dated and not gazetteer.place(word.text)
    return named or at == end and word.pos == "NOUN" and tree[end - 1].slot == "compound" and tree[end - 1].head == at
