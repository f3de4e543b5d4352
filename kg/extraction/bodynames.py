"""Harms that are named only in what a body or an office is called: "the Child Exploitation Centre", "a fraud investigator"."""

from __future__ import annotations

from kg.extraction.harms import Harm
from kg.extraction.scene import Scene

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "X")
_JOINING = ("ADP", "CCONJ")
_NEAR = 2   # how many small words may stand between two in capitals: "for Missing and Exploited Children"


def is_trade(scene: Scene, harm: Harm) -> bool:
    """"The Dutch privacy watchdog", "a former fraud investigator": what somebody is there for is no harm that he speaks of."""
    tree, last = scene.tree, max(harm.words)
    trade = last + 1 < len(tree) and tree[last].slot == "compound" and tree[last].head == last + 1 and any(
        scene.is_any(last + 1, words) for words in ("speakers_public", "crime_trades"))
    body = next((i for i in (last, last + 1) if i < len(tree) and (scene.is_any(i, "watchdogs") or trade and i > last)), 0)
    before = range(min(harm.words), body)
    named = scene.lexicon.check_pos and body > 0 and tree[body].pos in ("NOUN", "PROPN")
    return named and all(tree[i].slot in ("compound", "adjective", "owner", "punct", "oblique") for i in before)


def is_in_one(scene: Scene, harm: Harm) -> bool:
    """"Komisi Nasional Anti Kekerasan terhadap Perempuan", "the National Centre for Missing and Exploited Children"."""
    if scene.tree.sentence.kind != "paragraph" or harm.learnt:
        return False
    return any(_is_capital(scene, i) and _led(scene, i) for i in harm.words if scene.tree[i].pos in _CONTENT)


def _led(scene: Scene, index: int) -> bool:
    """Whether another word in capitals stands before it, small words between."""
    before = index - 1
    while before > 0 and index - before <= _NEAR and scene.tree[before].pos in _JOINING and scene.tree[before].text.islower():
        before -= 1
    return before >= 0 and _is_capital(scene, before)


def _is_capital(scene: Scene, index: int) -> bool:
    return scene.tree[index].text.istitle() and len(scene.tree[index].text) > 2
