"""Which party "the defendant", "penggugat" stands for: that of the suit at issue, where the article has told of only one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.definites import is_definite
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation

_NAMING = ("attribute", "compound", "conjunct")


def resolve(scene: Scene, notes: Notes) -> None:
    """Make the words for a party of the suit at issue mentions of that party; "tergugat lain", "sebagai tergugat" stay words."""
    suit = notes.events.at_issue()
    for index, parties in _words(scene, suit) if suit and suit.real else ():
        known = scene.mentions.at.get(index)
        if len(parties) != 1 or known and known.how == "name" or not _is_known_party(scene, index):
            continue
        spot = Spot(min(parties), index, index, "noun")
        scene.mentions.spots = [one for one in scene.mentions.spots if one is not known] + [spot]
        scene.mentions.spots.sort(key=lambda one: one.first)
        scene.mentions.at[index] = spot


def is_told_to(scene: Scene, situation: Situation) -> bool:
    """"memerintahkan tergugat menghapus video": an order to the defendant is one in its suit."""
    return situation.frame.outcome == "injunction" and any(
        scene.is_any(spot.last, "defendant_words") for spot in situation.B if spot.how == "noun")


def _words(scene: Scene, suit: Event) -> Iterator[tuple[int, set[str]]]:
    """The words that speak of a party, each with those whom it may mean."""
    kind = scene.discourse.kind
    firms = {node for node in suit.B if kind(node) == "Organization"}
    for index in scene.any_of("defendant_words"):
        yield index, firms if len(suit.B) > 1 else set(suit.B)   # of a platform and its company the company
    plaintiffs = scene.lexicon.once("words for plaintiffs", lambda: frozenset(
        word for word, group in scene.lexicon.groups.items() if group == "plaintiffs"))
    for token in scene.tree.tokens if not plaintiffs.isdisjoint(scene.tree.said) else ():
        if token.lower in plaintiffs:
            yield token.index, set(suit.A)


def _is_known_party(scene: Scene, index: int) -> bool:
    """Whether the word means a party of which the article has told, and names none itself: no "tergugat PT X"."""
    tree, token = scene.tree, scene.tree[index]
    after = tree[min(index + 1, len(tree) - 1)]
    named = after.index in scene.mentions.at and scene.mentions.at[after.index].how == "name" or after.pos == "PROPN"
    apposed = after.text == "," and min(index + 2, len(tree) - 1) in scene.mentions.at
    another = any(scene.is_any(i, "another") or scene.is_any(i, "once_more") for i in tree.children(index))
    linked = token.slot in _NAMING or bool(tree.children(index, "copula")) or set(token.case.split()) & scene.words("as_words")
    definite = bool(scene.words("definite_after")) or is_definite(tree, (index,), scene.lexicon)
    return definite and not (named or apposed or another or linked)
