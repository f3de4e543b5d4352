"""Attributions put in between: "the site, critics say, is full of scams", "N has, it is said, been arrested"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.cues import Effect, cue_at, noun_cue, spoken
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.model import Status

_MARKS = (",", "(", "—", "–", "-")
_LONGEST = 7   # words between the commas


def around(scene: Scene, head: int) -> Iterator[Effect]:
    """What the asides before a word make of it, and those that say no more than whose claim all of it is."""
    if scene.tree.once("claimed aside", lambda: any(_claims(scene))):
        yield Effect(Status.ALLEGED, unnamed=True)
    for last, effect in scene.tree.once("asides", lambda: list(_asides(scene))):
        if last < head:
            yield effect


def _asides(scene: Scene) -> Iterator[tuple[int, Effect]]:
    """Each aside's last word and what it does: words between two commas of which the last is a verb of saying."""
    commas = [token.index for token in scene.tree.tokens if token.text == ","]
    for start, end in zip(commas, commas[1:], strict=False):
        verb = end - 1
        inverted = scene.is_any(start + 1, "speech_after") and not any(
            scene.tree[i].pos == "VERB" for i in range(start + 2, end))   # ", kata pesaingnya,"
        verb = start + 1 if inverted else verb
        if not 1 < end - start - 1 <= _LONGEST or start == 0 or not (inverted or _is_said(scene, start + 1, verb)):
            continue
        cue = cue_at(scene, verb, "verb")
        if cue and cue.status in ("said", Status.ALLEGED):
            yield end, _nobodys(scene, verb) or spoken(scene, cue, verb)


def _claims(scene: Scene) -> Iterator[bool]:
    """"(begitu klaim pesaingnya)", "— demikian kekhawatiran warga —", ", or so a hacker claimed": a word of claiming or fearing
    shortly behind such a word.
    """
    tree, doubts = scene.tree, (Status.ALLEGED, Status.HYPOTHETICAL, "said")
    for words in tree.find(scene.lexicon.phrases["as_put"]):   # "as she put it", "as the suit has it"
        yield any(scene.is_any(i, "as_told") for i in range(max(0, words[0] - _LONGEST // 2), words[0]))
    for index in scene.any_of("thus"):
        ored = index > 0 and scene.is_any(index - 1, "or_words")
        lead = index > 0 and tree[index - 1].text in _MARKS and not scene.lexicon.check_pos
        noun = noun_cue(scene, index + 1) if lead and index + 1 < len(tree) else None
        goes = index + 3 < len(tree) and tree[index + 1].pos == "DET" and tree[index + 2].slot == "subject"   # "so the"
        noun = noun or next((cue for cue in scene.cues.get(index + 2, ()) if goes and cue.part == "noun"), None)
        verbs = (cue_at(scene, i, "verb") for i in range(index + 1, min(index + _LONGEST, len(tree))) if ored)
        yield bool(noun and noun.status in doubts[:2]) or any(cue and cue.status in doubts for cue in verbs)


def _is_said(scene: Scene, first: int, verb: int) -> bool:
    """Whether these words are a clause that ends in its only verb: no "who said", no "he said it was"."""
    tree = scene.tree
    relative = any(tree[i].lower in scene.words("relative") for i in range(first, verb))
    doers = any(tree[i].pos in ("NOUN", "PROPN", "PRON") for i in range(first, verb))
    short = verb == first + 1 and tree[verb].pos == "NOUN" == tree[first].pos   # "campaigners allege" as two nouns
    verbal = tree[verb].pos in VERBAL or short
    return verbal and doers and not relative and not any(tree[i].pos == "VERB" for i in range(first, verb))


def _nobodys(scene: Scene, verb: int) -> Effect | None:
    """"It is alleged": of nobody in particular, whatever the pronoun is taken for."""
    return Effect(Status.ALLEGED) if scene.tree[verb].passive else None
