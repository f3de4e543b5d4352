"""Who speaks in the quotes of an article, also where the words that say so stand in another sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction import stance
from kg.extraction.scene import Scene


def note_speakers(scenes: Sequence[Scene]) -> None:
    """Remember the speakers of all quotes before anything is read: a quote that runs on names its speaker at its end."""
    for scene in scenes:
        stance.note_speakers(scene)
    for before, scene in pairwise(scenes):
        _note_introduced(before, scene)


def _note_introduced(before: Scene, scene: Scene) -> None:
    """"The chief executive broke his silence. 'There was ...'": who begins to speak in the sentence before."""
    quotes, start = scene.quotes, scene.tree.sentence.span.start
    opening = next((n for n in quotes.touching(scene.tree.sentence.span) if quotes.quotes[n].span.start - start in (0, 1)), None)
    speaks = opening is not None and not quotes.speaker(opening) and before.tree.sentence.block == scene.tree.sentence.block
    verbs = [words[0] for words in before.tree.find(before.lexicon.phrases["speaking_up"])] if speaks else []
    spot = next((found for verb in verbs if (found := before.subject_spot(verb))), None)
    if opening is not None and spot and before.discourse.kind(spot.node) in ("Person", "Organization", "Platform"):
        quotes.speakers[opening] = spot.node
