"""What a word above an event's verb leaves open: "menginginkan X dipailitkan", "punya niat menutup X".

Of the verbs and nouns that may govern another verb most tell of what is wanted, feared or tried, and no list is ever
complete. So the list is of the few under which it has happened ("memilih hengkang", "berhasil menutup"); all others leave
it open.
A language without such a list trusts its tree and its cues.
"""

from __future__ import annotations

from kg.extraction.cues import cue_at, starting_at
from kg.extraction.players import names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL


def is_open(scene: Scene, situation: Situation) -> bool:
    """Whether a word that is no sign of a fact governs the verb that tells of the situation."""
    if not scene.words("bringing_about"):
        return False
    verb = _verb(scene, situation)
    return verb is not None and (_under_verb(scene, situation, verb) or _under_noun(scene, verb))


def _verb(scene: Scene, situation: Situation) -> int | None:
    """The verb that tells of it: the trigger, or the light verb that carries it."""
    tree, head = scene.tree, situation.head
    if tree[head].pos in VERBAL:
        return head
    carrying = tree[head].slot == "object" and tree[head].head in situation.anchors and not scene.is_any(tree[head].head, "after")
    return tree[head].head if carrying and tree[tree[head].head].pos in VERBAL else None


def _under_verb(scene: Scene, situation: Situation, verb: int) -> bool:
    """"ngotot menutup X", "menginginkan X dipailitkan": what is reported has cues of its own."""
    tree, upper = scene.tree, scene.tree[verb].head
    if tree[verb].slot != "complement" or upper >= verb or upper in situation.hit.words or upper in scene.mentions.at:
        return False
    known = upper in situation.anchors or bool(starting_at(scene, upper)) or any(
        scene.is_any(upper, words) for words in ("bringing_about", "light_A", "light_B"))
    known = known or upper in tree.standing(scene.lexicon.trigger_wordings)   # "menghukum X membayar denda"
    known = known or tree[upper + 1].text == ","   # "Diketahui, X ditutup"
    return not known and tree[upper].pos == "VERB" and not tree.children(verb, "mark")


def _under_noun(scene: Scene, verb: int) -> bool:
    """"niat menutup X", "hak memblokir X": a bare verb behind a noun says what the noun is about, and not who did it."""
    tree, noun = scene.tree, scene.tree[verb].head
    if tree[verb].slot not in ("relative", "complement") or noun != verb - 1 or tree[noun].pos != "NOUN" or tree[verb].passive:
        return False
    if noun in scene.mentions.at or noun and not tree[noun].text.islower() or cue_at(scene, noun, "noun"):
        return False
    doers = ("authority_words", "officials", "officers", "platform_nouns", "speakers_public", "person_leaders", "watchdogs")
    acts = any(scene.is_any(noun, words) for words in (*doers, "bringing_about", "claimants")) or names_people(scene, noun)
    return not acts
