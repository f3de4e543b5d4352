"""Harms that somebody fights: rules against a harm say nothing of it, failing to stop it does."""

from __future__ import annotations

from kg.extraction.harms import Harm
from kg.extraction.scene import Scene


def is_fought(scene: Scene, harm: Harm) -> bool:
    """Whether the harm is what somebody fights ("rules against hate speech"), unless that fails."""
    return _fight(scene, harm) == (True, False)


def in_vain(scene: Scene, harm: Harm) -> bool:
    """"failed to remove abuse videos": that a harm was not fought says that it was there."""
    return _fight(scene, harm) == (True, True)


def _fight(scene: Scene, harm: Harm) -> tuple[bool, bool]:
    """Whether the harm is fought, and whether that fails."""
    tree = scene.tree
    upper = [harm.head, *list(tree.ancestors(harm.head))[:3]]
    case = set(tree[harm.head].case.split())
    fought = bool(case & scene.words("fight_harm")) or any(scene.is_any(i, "fight_harm") for i in upper[1:]
                                                           if tree[i].index not in harm.words)
    kept = any(scene.is_any(i, "kept_off") for i in upper) and any(
        scene.is_any(i, "off_words") for i in range(max(harm.words), min(max(harm.words) + 4, len(tree))))
    fought = fought or kept   # "keeps listings for firearms off the site"
    failed = any(scene.is_any(i, "failing") or any(scene.is_any(c, "failing") for c in tree.children(i, "aux"))
                 or tree.children(i, "negation") for i in upper)
    return fought, failed
