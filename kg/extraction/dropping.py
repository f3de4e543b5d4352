"""Plans that came to nothing: "the idea has been shelved", "niat itu diurungkan"."""

from __future__ import annotations

from kg.extraction.cues import Effect, denies
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.model import Status

_NEAR = 6    # how far apart a plan and the word that drops it stand
_STOPS = (";", "“", "”", '"')


def is_dropped(scene: Scene, situation: Situation, effects: tuple[Effect, ...]) -> bool:
    """Whether a sentence that tells of an outcome as a plan says that the plan was given up: of what it names the plan,
    or points back to it ("had threatened to block X, but gave up that plan").
    """
    planned = any(effect.status == Status.HYPOTHETICAL for effect in effects)
    if planned and situation.frame.outcome and _came_to_nothing(scene, situation.head):
        return True
    dropped = scene.any_of("dropping") if planned and situation.frame.outcome else ()
    return any(_drops(scene, plan, verb, situation.head) for verb in dropped for plan in scene.any_of("plan_nouns"))


def _came_to_nothing(scene: Scene, head: int) -> bool:
    """"sempat berencana menggugat X, tetapi akhirnya batal": a bare word behind "but" that drops what was planned."""
    tree = scene.tree
    for index in (i for i in scene.any_of("comes_to_nothing") if i > head):
        ends = index + 1 >= len(tree) or tree[index + 1].text in (".", ",", ";") or scene.is_any(index + 1, "causal")
        but = next((i for i in range(index - 1, max(index - _NEAR // 2, head) - 1, -1) if scene.is_any(i, "but_words")), 0)
        if ends and but and but - head <= 2 * _NEAR:
            return True
    return False


def is_off(scene: Scene, situation: Situation) -> bool:
    """"pulled out of a deal to buy X", "the takeover was called off", "scrapped its purchase of X": a deal given up."""
    if situation.frame.outcome != "acquisition":
        return False
    tree, head = scene.tree, situation.head
    verbs = [words[0] for words in tree.find(scene.lexicon.phrases["calling_off"]) if not denies(scene, words[0])]
    return any(_gives_up(scene, verb, head) for verb in verbs) or any(   # "the takeover will not go ahead"
        denies(scene, verb) and tree[head].head == verb and tree[head].slot == "subject" for verb in scene.any_of("going_ahead"))


def _gives_up(scene: Scene, verb: int, head: int) -> bool:
    """Whether what a verb gives up is the deal: below it, as its object or with it, or its subject where it is passive."""
    tree = scene.tree
    if not tree.governs(verb, head):
        return False
    way = [head, *(i for i in tree.ancestors(head) if i != verb and tree.governs(verb, i))]
    slots = {tree[i].slot for i in way}
    first = tree[way[-1]].slot
    if first == "adverbial" and tree[head - 1].lower in scene.words("in_order_to"):   # "pulled out of a deal to buy X"
        return any(scene.is_any(head - 2, words) for words in ("parts_aside", "plan_nouns"))
    return not slots & {"adverbial", "relative", "conjunct", "parataxis"} and first != "subject" and (
        (first == "passive") == tree[verb].passive)


def _drops(scene: Scene, plan: int, verb: int, head: int) -> bool:
    tree, first, last = scene.tree, min(plan, verb), max(plan, verb)
    if plan == verb or verb < head or any(token.text in _STOPS for token in tree.tokens[min(head, first):last]):
        return False
    if plan < head:   # "the plan to block X was dropped"
        upper = tree[verb].head if tree[verb].slot in ("adverb", "aux") else verb   # "urung dijalankan"
        own = plan in tree.children(upper, "subject", "passive") and tree.governs(plan, head)
        return own or plan in tree.children(head, "subject")   # "niat pengelola menutup X urung diwujudkan"
    return last - first <= _NEAR and _points_back(scene, plan) and "," not in tree.text_between(first, last)


def _points_back(scene: Scene, plan: int) -> bool:
    """"that plan", "rencana itu", "niatnya": of what was told before."""
    tree = scene.tree
    after = scene.words("definite_after")
    if not after:
        return plan > 0 and tree[plan - 1].lower in scene.words("definite")
    return tree[plan].lower.endswith("nya") or plan + 1 < len(tree) and tree[plan + 1].lower in after
