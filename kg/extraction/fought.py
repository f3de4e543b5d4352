"""Harms that somebody fights: rules against a harm say nothing of it, failing to stop it does."""

from __future__ import annotations

from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL

_NEAR = 7
_LEAD = 4   # how far behind "without" the consent may stand


def is_fought(scene: Scene, harm: Harm) -> bool:
    """Whether the harm is what somebody fights ("rules against hate speech"), unless that fails."""
    return _fight(scene, harm) == (True, False) and not are_counted(scene, harm)


def are_counted(scene: Scene, harm: Harm) -> bool:
    """"deleted 40 accounts that spread hate speech", "ribuan unggahan bermuatan judi": what was counted was there."""
    tree = scene.tree
    for index in (harm.head, *list(tree.ancestors(harm.head))[:4]):
        if scene.is_any(index, "posted_things") or scene.is_any(index, "posting_places"):
            return any(tree[i].slot == "number" or tree[i].pos == "NUM" or scene.is_any(i, "countless")
                       for i in (*tree.children(index), *range(max(0, index - 2), index)))
    return False


def in_vain(scene: Scene, harm: Harm) -> bool:
    """"failed to remove abuse videos": that a harm was not fought says that it was there."""
    return _fight(scene, harm) == (True, True)


def _fight(scene: Scene, harm: Harm) -> tuple[bool, bool]:
    """Whether the harm is fought, and whether that fails."""
    tree = scene.tree
    upper = _of_its_clause(scene, harm)
    case = set(tree[harm.head].case.split())
    fought = bool(case & scene.words("fight_harm")) or any(
        scene.is_any(i, "fight_harm") and not (tree[i].pos in VERBAL and scene.is_any(i, "fight_nouns"))
        for i in upper[1:] if i not in harm.words)   # "was talked into it" is no talk on it
    before = min(harm.words) - 1   # "detects fraud", whatever the tree
    fought = fought or before >= 0 and scene.is_any(before, "fight_harm")
    kept = any(scene.is_any(i, "kept_off") for i in upper) and any(
        scene.is_any(i, "off_words") for i in range(max(harm.words), min(max(harm.words) + 4, len(tree))))
    fought = fought or kept   # "keeps listings for firearms off the site"
    failed = any(scene.is_any(i, "failing") or any(scene.is_any(c, "failing") for c in tree.children(i, "aux"))
                 or tree.children(i, "negation") for i in upper)
    first = min(harm.words)
    failed = failed or any(first - _NEAR <= words[0] < first for words in tree.find(scene.lexicon.phrases["too_little"]))
    return fought or _in_fiction(scene, harm), failed


def _of_its_clause(scene: Scene, harm: Harm) -> list[int]:
    """The word of the harm and those close above it, up to where "that" leads a clause: who "reported that dealers sold drugs"
    or "blocked X on the grounds that" it hosted them fights no harm by it.
    """
    tree, found = scene.tree, [harm.head]
    for upper in list(tree.ancestors(harm.head))[:3]:
        led = any(tree[i].lower in scene.words("that_words") for i in tree.children(found[-1], "mark"))
        if led and scene.lexicon.check_pos and tree[found[-1]].slot in ("complement", "relative"):
            break
        found.append(upper)
    return found


def unasked(scene: Scene) -> frozenset[int]:
    """"shared their names *without* their consent": how it was done, and not that it was not."""
    return scene.tree.once("done unasked", lambda: frozenset(
        i for i in scene.any_of("negatives") for j in range(i + 1, min(i + _LEAD, len(scene.tree)))
        if scene.is_any(j, "leave_given") and scene.tree[i].lower in scene.words("lacking")))


def _in_fiction(scene: Scene, harm: Harm) -> bool:
    """"a series about a cartel", "rights to a film on a stalker": the harm of a story."""
    first, last = min(harm.words), max(harm.words)
    return any(first - _NEAR <= words[0] < last for words in scene.tree.find(scene.lexicon.phrases["stories"]))
