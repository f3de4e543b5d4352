"""Names of people who are no node and must be withheld all the same: "her daughter Aria", "Sekar, bukan nama sebenarnya,".

A lone first name is too little to tell who or what it is, so the reader makes no node of it. Where a first name is listed, or
kin, an age or a word for a private person stands beside it, it is somebody's, and nobody's who holds an office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction import values
from kg.extraction.scene import Scene
from kg.extraction.tree import Tree

_BEFORE = 3    # how far before a name the word for whom it is may stand
_APART = 7     # the same between commas: "putrinya yang berusia 14 tahun, Sofia,"
_LETTERS = 2   # of a name at least


def find(scenes: Sequence[Scene], public: set[str]) -> set[str]:
    """The names in an article's paragraphs that are private people's; `public` are the words of names that may be shown."""
    small = {token.text for scene in scenes for token in scene.tree.tokens if token.text.islower()}
    return {scene.tree[at].text for scene in scenes if scene.tree.sentence.kind == "paragraph" for at in _lone(scene)
            if scene.tree[at].text not in public and scene.tree[at].lower not in small and _is_persons(scene, at)}


def _lone(scene: Scene) -> Iterator[int]:
    """Words written large that are in no name the reader knows, and beside no other word written large."""
    tree, words = scene.tree, scene.lexicon.either("not_names", "title_words")
    for at, token in enumerate(tree.tokens):
        named = token.text[:1].isupper() and token.text[1:].islower() and token.text.isalpha() and len(token.text) > _LETTERS
        if named and at not in scene.mentions.at and token.lower not in words and not (
                _is_large(tree, at + 1) or at > 1 and _is_large(tree, at - 1) and not scene.is_any(at - 1, "people_nouns")):
            yield at


def _is_large(tree: Tree, at: int) -> bool:
    return at < len(tree) and tree[at].text[:1].isupper() and tree[at].text.isalpha()


def _is_persons(scene: Scene, at: int) -> bool:
    """Whether a list, an age, or the words before say that a name is a person's."""
    tree, token = scene.tree, scene.tree[at]
    if token.lower in scene.words("given_names") and not _is_place(scene, at):
        return True
    apposed = at > 0 and tree[at - 1].text == ","
    if token.pos not in ("PROPN", "X") or token.entity == "ORG" and not (apposed and at > 1 and scene.is_any(at - 2, "kin")):
        return False
    behind = tree.tokens[at + 1:at + 4]
    aged = len(behind) > 2 and behind[0].text in (",", "(") and behind[1].text.isdigit() and behind[2].text in (",", ")")
    lead = range(max(0, at - (_APART if apposed else _BEFORE)), at)
    kin = any(scene.is_any(i, "kin") or token.entity == "PER" and scene.is_any(i, "people_nouns") and tree[i].text.islower()
              for i in lead)
    near = apposed or not any(tree[i].pos in ("ADP", "VERB", "AUX") and not scene.is_any(i, "of_words") for i in lead[-2:])
    return aged or kin and near or bool(lead) and scene.is_any(at - 1, "endearing")


def _is_place(scene: Scene, at: int) -> bool:
    """Virginia, Sofia and Paris are towns and states too; they are names where kin or an age stands beside them."""
    known = any(place.first <= at <= place.last for place in values.places(scene.tree, scene.gazetteer))
    return known or scene.tree[at].lower in scene.words("cities") or scene.tree[at].entity == "LOC"
