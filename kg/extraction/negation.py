"""Whether what a word says is negated."""

from __future__ import annotations

from kg.extraction.cues import cue_at, denies, is_unintended
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.model import Status

_NOBODY = 2   # how far behind "tidak ada yang" the verb may stand
_LEADING = (*VERBAL, "ADP", "ADV")   # "let it off without a fine"


def negated(scene: Scene, head: int, *, clause: bool = False) -> bool:
    """Whether the statement is negated: on the word itself or on a helper verb that carries it."""
    tree, lower = scene.tree, head
    if _takes_back(scene, head):
        return False
    nobody = (words[-1] for words in tree.find(scene.lexicon.phrases["nobody_who"]))
    if any(0 < head - last <= _NOBODY and tree[head].pos in VERBAL for last in nobody):
        return True   # "tidak ada yang menggugat X"
    if head > 1 and scene.is_any(head - 1, "infinitive_marks") and tree[head - 2].slot == "negation":
        return True   # "opted not to fine X", however it is parsed
    without = tree[lower].pos == "NOUN" and bool(set(tree[lower].case.split()) & scene.words("negatives"))
    if denies(scene, lower) or without and tree[tree[lower].head].pos in _LEADING and not denies(scene, tree[lower].head):
        return True   # "closed its case without a fine"; "did not let them in without" says nothing of the kind
    if head > 1 and scene.is_any(head - 1, "existing") and scene.is_any(head - 2, "negatives"):
        return True   # "tidak ada penangkapan"
    if head and scene.is_any(head - 1, "there_is_no"):
        return True   # "tiada denda, tiada pemblokiran"
    for upper in tree.ancestors(head):
        slot = tree[lower].slot
        if clause and slot in ("subject", "passive", "oblique", "modifier"):
            if _takes_back(scene, upper):
                return False
            if scene.tree[upper].pos in VERBAL and denies(scene, upper):
                return True
            lower, clause = upper, slot == "modifier"
            continue
        if slot not in ("complement", "object", "attribute", "conjunct") or cue_at(scene, upper, "verb"):
            return False
        if is_unintended(scene, upper):
            return False   # "no intention of settling": told by the plan itself
        if slot == "conjunct" and (scene.words("definite_after") or tree.children(lower, "subject", "passive", "aux")):
            return False   # "tak tinggal diam dan menggugat"
        if denies(scene, upper):
            return True
        lower = upper
    return False


def _takes_back(scene: Scene, verb: int) -> bool:
    """"tidak menampik H", "tidak sependapat dengan temuan H": the negation is the denial's own, and not of what it denies."""
    cue = cue_at(scene, verb, "verb")
    return cue is not None and (cue.status == Status.DENIED or cue.words[0] in scene.words("negatives"))
