"""Harms that a noun points back to: "such images", "the breach", "konten semacam itu" are those that the article told of last."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction import cues
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.model import Claim, Mention, Status

# which harms are things that somebody posts, and which are an incident
_CONTENT = frozenset((
    "csam", "csam-synthetic", "csam-self-generated", "ncii", "ncii-deepfake", "adult-content", "age-inappropriate", "ip",
    "hate-speech", "terrorism", "incitement", "violence", "self-harm", "suicide", "disinformation", "defamation", "doxxing",
    "gambling", "unsafe-challenge", "illegal-goods", "drugs", "fraud"))
_INCIDENT = frozenset(("data-breach", "privacy"))
_BETWEEN = 2


def find(scene: Scene, found: Sequence[Harm], notes: Notes) -> list[Harm]:
    """The harm told last, where the sentence names none and a noun speaks of that kind of thing as known."""
    concept = "" if found else _told_last(scene, notes)
    for kinds, nouns in ((_CONTENT, "posted_things"), (_INCIDENT, "incidents"), (None, "accusation_nouns")) if concept else ():
        places = (i for i in scene.any_of(nouns) if kinds or _is_admitted(scene, i))
        words = next((words for i in places if (words := _known(scene, i, nouns))), ())
        if words and (kinds is None or concept in kinds):
            return [Harm(concept, words, words[-1] if not scene.words("definite_after") else words[0])]
    return []


def _known(scene: Scene, noun: int, nouns: str) -> tuple[int, ...]:
    """The noun with the word that points back: "such images", "konten tersebut"; an incident is known with "the" too."""
    after = bool(scene.words("definite_after"))
    marks = "pointing_back" if after or nouns == "posted_things" else "definite"   # "the breach"
    if any(i < noun for i in scene.any_of("modals")):
        return ()   # "who is insulted can sue over such posts"
    near = range(noun + 1, noun + 2 + _BETWEEN) if after else range(noun - 1, noun - 2 - _BETWEEN, -1)
    for i in near:
        if not 0 <= i < len(scene.tree) or scene.tree[i].text in (",", ".", ";", ":", "“", "”", '"'):
            return ()
        if scene.is_any(i, marks):
            return (noun, i) if after else (i, noun)
    return ()


def _is_admitted(scene: Scene, noun: int) -> bool:
    """"accepted the findings", "membenarkan tuduhan itu": what was said of somebody, as the object of an admission."""
    cue = cues.cue_at(scene, scene.tree[noun].head, "verb")
    return scene.tree[noun].slot == "object" and cue is not None and cue.status == Status.CONFIRMED and cue.party


def _told_last(scene: Scene, notes: Notes) -> str:
    """The harm that the article has told of last, before this sentence; "" if none."""
    start = scene.tree.sentence.span.start
    told = [claim for claim in notes.ledger.claims() if claim.predicate in ("reportedHarm", "allegesHarm")
            and claim.evidence.span.start < start]
    last: Claim | None = told[-1] if told else None
    return last.object.node.removeprefix("harm:") if last and isinstance(last.object, Mention) else ""
