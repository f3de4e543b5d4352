"""What did not come about or is not so, by the end of the sentence: "asked the judge to drop it, but failed", "is a hoax"."""

from __future__ import annotations

from kg.extraction.scene import Scene


def is_in_vain(scene: Scene, head: int) -> bool:
    """"sempat meminta hakim menggugurkan perkara itu, tetapi gagal": somebody wanted it, and did not get it."""
    failed = scene.tree.find(scene.lexicon.phrases["in_vain"])
    return bool(failed) and any(scene.is_any(i, "wanting") or scene.is_any(i, "asking") for i in scene.tree.ancestors(head))


def is_refuted(scene: Scene, head: int) -> bool:
    """"Klaim bahwa X diblokir tidak benar.", "Reports that X had closed are false.": in the publication's own voice."""
    tree = scene.tree
    ends = [words[0] for words in tree.find(scene.lexicon.phrases["untrue"]) if words[0] > head]
    if not ends or scene.quotes.touching(tree.sentence.span) or tree.sentence.kind != "paragraph":
        return False
    that = next((i for i in range(head - 1, 0, -1) if tree[i].lower in scene.words("content_begins")), 0)
    root = tree[ends[-1]] if tree[ends[-1]].slot == "root" else tree[min(ends[-1] + 1, len(tree) - 1)]
    return that > 0 and scene.is_any(that - 1, "accusation_nouns") and root.slot == "root"
