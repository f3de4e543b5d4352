"""What did not come about or is not so, by the end of the sentence: "asked the judge to drop it, but failed", "is a hoax"."""

from __future__ import annotations

from kg.extraction.scene import Scene
from kg.extraction.tree import Tree

_THINGS = ("subject", "passive", "object", "oblique", "modifier", "compound", "conjunct", "apposition")


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


def is_untrue(scene: Scene, head: int | None = None) -> bool:
    """"There is no evidence that ...", "tidak benar bahwa ...", "arrested in error": the sentence takes back what it says, or
    the part of it between semicolons where `head` stands.
    """
    tree = scene.tree
    found = [words for words in tree.find(scene.lexicon.phrases["untrue"])
             if (len(words) > 1 or not (words[0] in scene.inside and len(scene.inside) > 1)   # "hoaks vaksin"
                 and not _in_other_clause(tree, words[0]) and not _is_spread(scene, words[0])) and not _is_service(scene, words)]
    if head is None or not found:
        return bool(found)
    whole = any(i < head for i in scene.any_of("content_begins"))   # "Kabar bahwa X diblokir karena judi tidak benar"
    return any(";" not in tree.text_between(min(words[0], head), max(words[0], head)) and (whole or not any(
        scene.is_any(i, "causal") for i in range(head + 1, words[0]))) for words in found)   # "ditolak karena ... tidak terbukti"


def _is_service(scene: Scene, words: tuple[int, ...]) -> bool:
    """"a girl whom he met in the game X": a platform, and no story."""
    last = scene.mentions.at.get(words[-1])
    return last is not None and scene.discourse.kind(last.node) == "Platform"


def _is_spread(scene: Scene, noun: int) -> bool:
    """"fined over hoaxes", "penyebaran hoaks di X", "hoaks itu beredar di X": a thing of which is told, and no judgement; a
    title may begin with one ("Hoaks X diblokir").
    """
    tree = scene.tree
    heading = tree.sentence.kind != "paragraph" and all(token.pos == "PUNCT" for token in tree.tokens[:noun])
    return scene.is_any(noun, "hoaxes") and tree[noun].slot in _THINGS and not heading


def _in_other_clause(tree: Tree, adverb: int) -> bool:
    """"fined over posts that falsely linked vaccines to infertility": what somebody else said falsely."""
    return tree[adverb].pos == "ADV" and tree[adverb].head != adverb and tree[tree[adverb].head].slot == "relative"
