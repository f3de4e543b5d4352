"""What tells one action or outcome from another: the place and year that are said, "another", "a suit filed in Ohio"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction import localities, values
from kg.extraction.arguments import subjects
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation

if TYPE_CHECKING:
    from kg.extraction.events import Event

_NEAR = 3


def elsewhere(event: Event, scene: Scene, situation: Situation) -> bool:
    """"sued in Ohio", "the Texas suit": an action known to be brought in another place is another one."""
    said = places_said(scene, situation)
    return bool(event.places and said) and not any(
        one.startswith(known) or known.startswith(one) for one in said for known in event.places)


def at_another_time(event: Event, scene: Scene, situation: Situation) -> bool:
    """"It had been blocked before, in 2019", "pernah pula didenda pada 2022": not the block or fine told of so far, which came
    in another year, or is news.
    """
    said = [hit.value.lexical for hit in values.dates(scene.tree, scene.lexicon, scene.published)
            if situation.head in (scene.tree.verb_above(hit.first), scene.tree[hit.first].head)]
    if len(said) != 1 or event.former:
        return False
    day, known = said[0], event.attributes.get("date", "")
    if known:
        return day[:4] != known[:4] or told_as_former(scene, situation) and not (day.startswith(known) or known.startswith(day))
    return told_as_former(scene, situation) and day < scene.published[:len(day)]


def told_as_former(scene: Scene, situation: Situation) -> bool:
    """"had once been blocked", "sempat diblokir", "juga pernah didenda"."""
    return situation.hit.trigger.is_verb and any(
        scene.is_any(i, "formerly") for i in range(max(0, min(situation.hit.words) - _NEAR), min(situation.hit.words)))


def year_said(scene: Scene, situation: Situation) -> str:
    """"the 2019 suit"."""
    beside = (scene.tree[i].text for i in scene.tree.children(situation.head, "number", "compound") if i < situation.head)
    return next((text for text in beside if len(text) == 4 and text.isdigit()), "")


def places_said(scene: Scene, situation: Situation) -> list[str]:
    """The places that hang on the words of a situation."""
    tree, words = scene.tree, {situation.head, *situation.hit.words, *situation.anchors}
    said = []
    for place in localities.read(scene):
        head = next((i for i in range(place.first, place.last + 1) if not place.first <= tree[i].head <= place.last), place.last)
        upper = tree[head].head   # "Amerika Serikat" hangs by its first word
        if {upper, tree[upper].head if scene.is_any(upper, "authority_words") else upper} & words:
            said.append(place.value.lexical)
    return said


def introduced_again(event: Event, scene: Scene, situation: Situation) -> bool:
    """"a lawsuit filed in Ohio", "a woman who had sued it", sentences after the body has told of one: nobody introduces
    the same thing twice.
    """
    tree, noun = scene.tree, situation.head
    if not (event.split or 0 <= event.told < tree.sentence.index) or situation.hit.learnt:
        return False
    if situation.hit.trigger.is_verb:   # by whom it was brought is new
        noun = tree[noun].head if tree[noun].slot == "relative" and _brings(scene, situation) else -1
    return noun >= 0 and any(scene.is_any(i, "indefinite") for i in tree.children(noun))


def _brings(scene: Scene, situation: Situation) -> bool:
    """"a woman who sued it", no "app that was sued"."""
    return not scene.tree[situation.head].passive and any(
        scene.is_any(i, "who") for i in scene.tree.children(situation.head, "subject"))


def another(scene: Scene, situation: Situation) -> bool:
    """"another lawsuit", "gugatan lain": a new one, even between the same parties."""
    tree, noun = scene.tree, situation.head
    if bool(tree.find(scene.lexicon.phrases["apart"])) and not situation.definite:
        return True   # "Separately, Ohio sued X"
    if any(scene.is_any(i, "again") for word in situation.hit.words for i in tree.children(word)) and not situation.definite:
        return True   # "was sued again"
    doers = [i for anchor in situation.anchors if anchor != noun for i in subjects(tree, anchor, scene.lexicon)]
    if not situation.A and any(scene.is_any(i, "another") for doer in doers for i in tree.children(doer)):
        return not situation.definite   # "another group of drivers filed a case"
    own = any(scene.is_any(child, "own") for child in tree.children(noun))   # "Missouri brought its own suit"
    if situation.hit.trigger.is_verb or situation.definite and not own:
        return False
    parties = [i for spot in situation.A for i in range(spot.first, spot.last + 1)]   # "a lawsuit by another couple"
    dated = any(tree[child].slot == "number" for child in tree.children(noun))   # "a 2019 case"
    return own or dated or any(
        scene.is_any(child, "another") for word in (noun, *parties) for child in tree.children(word))


def is_known_by_place(scene: Scene, situation: Situation) -> bool:
    """"Gugatan dimasukkan pada November": an Indonesian sentence that opens with a bare noun and names no party tells on."""
    bare = not any(scene.tree.children(situation.head, slot) for slot in ("determiner", "number", "modifier", "relative"))
    return situation.head == 0 and bare and not (situation.hit.trigger.is_verb or situation.A or situation.B)
