"""The places that a sentence names, with those whose name is shared by a city, a person or another country.

"Georgia" and "New York" are states where a word of law stands beside them ("a Georgia jury", "the Supreme Court of Victoria",
"Jaksa Agung New York"), or a town before them ("Tacoma, Washington").
"""

from __future__ import annotations

from kg.extraction import values
from kg.extraction.scene import Scene
from kg.extraction.values import Found
from kg.model import Value

_REACH = 4
_LINKS = frozenset({"of", "in", "for", "the", "'s", "’s", "di"})


def read(scene: Scene) -> list[Found]:
    """The countries and states of a sentence, in text order."""
    tree = scene.tree
    return tree.once("localities", lambda: sorted(
        (*values.places(tree, scene.gazetteer), *_shared(scene)), key=lambda found: found.first))


def _shared(scene: Scene) -> list[Found]:
    tree, found = scene.tree, []
    known = {i for place in values.places(tree, scene.gazetteer) for i in range(place.first, place.last + 1)}
    openers = scene.gazetteer.shared_openers
    for token in (t for t in tree.tokens if t.lower in openers and t.text[:1].isupper() and t.index not in known):
        for last in (token.index + 1, token.index):
            name = " ".join(t.lower for t in tree.tokens[token.index:last + 1])
            code = scene.gazetteer.shared.get(name, "") if token.index not in known else ""
            if code and (_of_law(scene, token.index, last) or _behind_town(scene, token.index, last)):
                found.append(Found(Value(code, "place"), token.index, last))
                known.update((token.index, last))
    return found


def _of_law(scene: Scene, first: int, last: int) -> bool:
    """Whether a word of law leads up to the name or follows it, with nothing but names between them."""
    tree = scene.tree
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    after = range(last + 1, min(len(tree), last + 1 + _REACH))
    for way, key in ((before, "law_before"), (after, "law_after")):
        for index in way:
            if scene.is_any(index, key):
                return True
            if not (tree[index].text[:1].isupper() or tree[index].lower in _LINKS or scene.is_any(index, "law_between")):
                break
    return False


def _behind_town(scene: Scene, first: int, last: int) -> bool:
    """"Tacoma, Washington": a name and a comma before it, and the end of the list behind it."""
    tree = scene.tree
    named = first > 1 and tree[first - 1].text == "," and tree[first - 2].pos == "PROPN" and tree[first - 2].text[:1].isupper()
    return named and (last + 1 >= len(tree) or tree[last + 1].text in (",", ".", ";", ")"))
