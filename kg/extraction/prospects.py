"""What is said of an event that a noun names: "a ban is likely", "the fine never came", "penutupan X hanya isu"."""

from __future__ import annotations

from kg.extraction.cues import Effect
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.model import Status

_NEAR = 8    # how far behind the noun it may be said
_STOPS = frozenset((",", ";", ":", "”", '"'))
_SUBJECTS = ("subject", "passive")


def left_open(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """Of what is only likely, imminent, talked about or never came about, nothing is told as done."""
    tree, head = scene.tree, situation.head
    if situation.hit.trigger.is_verb or tree[head].slot not in _SUBJECTS:
        return ()
    said = (words[0] for words in tree.find(scene.lexicon.phrases["open_predicates"]) if 0 < words[0] - head <= _NEAR)
    stops = _STOPS | scene.words("relative")   # "130 gugatan yang menanti giliran" have been brought
    return (Effect(Status.HYPOTHETICAL),) if any(stops.isdisjoint(tree.text_between(head, at)) for at in said) else ()


def is_demanded(scene: Scene, situation: Situation) -> bool:
    """"Pemblokiran X dituntut orang tua": what is demanded is no defendant."""
    tree, verb = scene.tree, situation.head
    if not (situation.hit.trigger.is_verb and situation.frame.action and tree[verb].passive):
        return False
    standing = tree.standing(scene.lexicon.trigger_wordings)
    return any(one.thing.frame.outcome and not one.thing.is_verb for i in tree.children(verb, *_SUBJECTS)
               for one in standing.get(i, ()))
