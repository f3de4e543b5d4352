"""Harms done by somebody who is arrested or charged and not yet tried: they are alleged, whoever tells of them."""

from __future__ import annotations

from kg.extraction.arguments import subjects
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL

ACCUSED = ("charge", "arrest", "suspect-named", "sentence-demand")
_GUILTY = {"conviction", "sentence"}


def did_it(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes) -> bool:
    """Whether somebody did it who is only arrested or charged, be it in this sentence: "He used X to ..."."""
    here = {situation.frame.outcome for situation in situations if situation.node}
    before = {event.concept for event in notes.events.outcomes if event.real}
    if (here | before) & _GUILTY:
        return False
    return not here.isdisjoint(ACCUSED) or not before.isdisjoint(ACCUSED) and _is_accused(scene, harm, notes)


def in_title(scene: Scene, harm: Harm) -> bool:
    """"Man who groomed girls on X arrested", "Police hunt man who ...": a title in which nobody has been found guilty, however
    its bare participles are parsed.
    """
    clauses = (harm.head, *scene.tree.ancestors(harm.head))
    if scene.tree.sentence.kind == "paragraph" or all(scene.tree[i].slot != "relative" for i in clauses):
        return False
    standing = scene.tree.standing(scene.lexicon.trigger_wordings).values()
    told = {one.thing.frame.outcome for ones in standing for one in ones}
    sought = any(scene.is_any(i, words) for i in range(min(2, len(scene.tree))) for words in ("police", "police_words"))
    return told.isdisjoint(_GUILTY) and (sought or not told.isdisjoint(ACCUSED))


def _is_accused(scene: Scene, harm: Harm, notes: Notes) -> bool:
    """Whether the subject of the harm's clause is the accused: by name, as "he", as "the defendant"; "pelaku" is nobody yet."""
    verbs = [i for i in (harm.head, *scene.tree.ancestors(harm.head)) if scene.tree[i].pos in VERBAL]
    doers = [i for verb in verbs for i in subjects(scene.tree, verb, scene.lexicon)]
    accused = notes.discourse.accused
    person = accused if accused and notes.discourse.kind(accused) == "Person" else None
    spoken = any(scene.is_any(i, words) for i in doers for words in ("person_pronouns", "accused")
                 if scene.tree[i].lower not in scene.words("unnamed_doers"))
    return spoken or any(i in scene.mentions.at and scene.mentions.at[i].node == person for i in doers)
