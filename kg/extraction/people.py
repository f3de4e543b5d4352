"""Which nouns speak of people."""

from __future__ import annotations

from kg.extraction.scene import Scene


def names_people(scene: Scene, index: int) -> bool:
    """Whether a noun is one of people by its ending ("couriers", "a florist") or by the lexicon."""
    endings = tuple(scene.words("endings_of_people"))
    lemma = scene.tree[index].lemma
    if scene.is_any(index, "officials") or scene.is_any(index, "authority_words"):
        return False
    ends = bool(endings) and lemma.endswith(endings) and not scene.is_any(index, "not_people")
    return ends or scene.is_any(index, "people_nouns") or scene.is_any(index, "trades")


def is_somebody(scene: Scene, index: int) -> bool:
    """"A former nanny", "a nanny who lost her job": people, whatever the noun."""
    tree = scene.tree
    things = any(tree.begins(scene.lexicon.phrases[kind], index) for kind in ("platform", "company", "authority"))
    former = any(scene.is_any(i, "former_words") for i in tree.children(index, "adjective"))
    who = any(scene.is_any(j, "who") for i in tree.children(index, "relative") for j in tree.children(i, "subject", "passive"))
    return names_people(scene, index) or not things and (former or who)
