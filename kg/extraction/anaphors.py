"""What speaks of a legal action told before without naming it: "the case", "perkara itu", "it" that accuses or seeks."""

from __future__ import annotations

from kg.extraction.cases import moves_for, says_something
from kg.extraction.definites import is_definite
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.nouns import is_targeting
from kg.extraction.scene import Scene


def cases(scene: Scene, notes: Notes) -> None:
    """"the case", "perkara itu": the action that was spoken of last."""
    event = notes.events.at_issue()
    for words in scene.tree.find(scene.lexicon.phrases["case"]) if event else ():
        free = not any(index in scene.actions for index in words) and not (
            moves_for(scene, words[-1]) or says_something(scene, words[-1]))
        papers = any(scene.is_any(index, "papers_of_court") for index in words)
        if event and free and (papers or is_definite(scene.tree, words, scene.lexicon)):
            scene.actions[words[-1]] = Spot(event.node, words[0], words[-1], "event")


def pronouns(scene: Scene, notes: Notes) -> None:
    """"It accuses the company of ...": the lawsuit that the sentence before was about."""
    for token in (scene.tree[index] for index in scene.any_of("thing_pronouns") if notes.action):
        if token.slot == "subject":
            of_action = any(scene.is_any(token.head, words) for words in ("seeking", "ending"))
            if of_action or is_targeting(scene, token.head):
                scene.actions[token.index] = Spot(notes.action, token.index, token.index, "event")
