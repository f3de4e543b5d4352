"""What is said of an event that a noun names: "a ban is likely", "the fine never came", "penutupan X hanya isu"."""

from __future__ import annotations

from kg.extraction.cues import Effect
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
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


def mulled(scene: Scene, situation: Situation, word: int) -> tuple[Effect, ...]:
    """"A lawsuit against X is being prepared": a verb that carries what is only meant, though the parse makes X its subject."""
    tree, noun = scene.tree, not situation.hit.trigger.is_verb
    names = {i for spot in situation.B for i in range(spot.first, spot.last + 1)} if noun and situation.frame.action else set()
    meant = [i for i in scene.any_of("mulling") if tree[i].passive and (i == word or names & set(tree.children(i, "passive")))]
    return (Effect(Status.HYPOTHETICAL),) if meant else ()


def paying(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"Could pay $2m to settle a suit": as open as the payment."""
    helpers = [i for i in payers(scene, situation) if scene.is_any(i, "modals") and not scene.is_any(i, "certain_modals")]
    return (Effect(Status.HYPOTHETICAL),) if helpers else ()


def payers(scene: Scene, situation: Situation) -> list[int]:
    """The helpers of the verb of paying above a verb of settling: "*will* pay $2m to end a suit"."""
    tree, deal = scene.tree, situation.frame.outcome == "settlement" and situation.hit.trigger.is_verb
    verb = next((i for i in tree.ancestors(situation.head) if tree[i].pos in VERBAL), None) if deal else None
    return tree.children(verb, "aux") if verb is not None and scene.is_any(verb, "paying") else []
