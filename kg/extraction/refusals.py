"""What was asked of a court, and what became of it: "permintaan agar X ditutup tidak dikabulkan", "mengabulkan permohonan untuk
memblokir X".

Parsers hang the clause with "agar" on whatever verb is near, so the order of words decides. Indonesian only: a language
without the list `requests` trusts its tree.
"""

from __future__ import annotations

from kg.extraction.scene import Scene
from kg.extraction.situations import Situation

_BEFORE = 4   # how far before "permohonan" who refuses it may say so
_BEHIND = 12
_STOPS = (";", ".", "“", "”", '"')


def outcome_of_request(scene: Scene, head: int) -> bool | None:
    """Whether the request that wanted an event was granted; None where the sentence tells of no such request."""
    upper = scene.tree.verb_above(head)
    if upper is not None and upper != head and scene.is_any(upper, "reversing"):
        return None   # "permohonan untuk membatalkan denda": what was imposed stands or falls, and was not asked for
    return next((granted for _, aim, granted in _decided(scene) if aim < head), None)


def of_request(scene: Scene, situation: Situation) -> bool:
    """"menolak permohonan agar X ditutup": what is turned down is the request, and no suit is dismissed by that."""
    if situation.frame.outcome != "dismissal" or not situation.hit.trigger.is_verb or not any(
            _decides(scene, i) for i in situation.hit.words):
        return False
    return any(noun in situation.hit.words or abs(noun - situation.head) <= _BEHIND for noun, _, granted in _decided(scene)
               if not granted)


def _decided(scene: Scene) -> list[tuple[int, int, bool]]:
    """The requests of a sentence that are decided on, each with the word that begins what it asks for, and how."""
    if not scene.any_of("requests"):
        return []
    aims = [i for name in ("in_order_to", "purposes") for i in scene.any_of(name)]
    found = []
    for noun in scene.any_of("requests"):
        aim = min((aim for aim in aims if noun < aim <= noun + _BEHIND), default=-1)
        if aim > 0 and not any(token.text in _STOPS for token in scene.tree.tokens[noun:aim]):
            verb = _before(scene, noun) or _behind(scene, aim)
            found += [(noun, aim, not _turns_down(scene, verb))] if verb else []
    return found


def _before(scene: Scene, noun: int) -> int:
    """"hakim menolak permohonan ...", "tidak mengabulkan permintaan ...": the verb, 0 if there is none."""
    for index in range(noun - 1, max(0, noun - 1 - _BEFORE), -1):
        if scene.tree[index].text in (",", *_STOPS):
            return 0
        if _decides(scene, index):
            return index if scene.tree[index].lower.startswith("me") and not _is_open(scene, index) else 0
    return 0


def _behind(scene: Scene, aim: int) -> int:
    """"permintaan agar X ditutup ditolak", "... tidak dikabulkan majelis": the verb, 0 if there is none."""
    behind = range(aim + 2, min(aim + 2 + _BEHIND, len(scene.tree)))
    verb = next((i for i in behind if _decides(scene, i)), 0)
    plain = scene.tree[verb].lower.startswith("di") and not _is_open(scene, verb)
    return verb if verb and plain and not any(
        scene.tree[i].text in (",", *_STOPS) or scene.is_any(i, "relative") for i in range(aim, verb)) else 0


def _decides(scene: Scene, verb: int) -> bool:
    return scene.is_any(verb, "turning_down") or scene.is_any(verb, "granting")


def _turns_down(scene: Scene, verb: int) -> bool:
    """A verb of refusing, or one of granting that is negated."""
    denied = verb > 0 and scene.is_any(verb - 1, "negatives")
    return scene.is_any(verb, "turning_down") and not denied or scene.is_any(verb, "granting") and denied


def _is_open(scene: Scene, verb: int) -> bool:
    """"akan menolak", "jika ditolak", "meminta hakim menolak": nothing has been refused."""
    near = range(max(0, verb - 3), verb)
    return any(scene.is_any(i, words) for i in near for words in (
        "modals", "conditionals", "asking", "wanting", "in_order_to"))
