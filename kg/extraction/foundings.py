"""The year of a founding: "who built the thing in his dorm room in Graz in 2011", "dirintis A dan B pada 2018".

A bare year behind a verb of founding is its year, whatever the parser hangs it on, as long as nothing else is told between.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction import stance, values
from kg.extraction.arguments import objects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import judge
from kg.model import Value

_REACH = 14


def of_year(scene: Scene, found: Found, situations: Sequence[Situation]) -> Situation | None:
    """The founding that a bare year belongs to; None if there is none in its clause."""
    if found.value.kind != "year":
        return None
    told = [s for s in situations if s.frame.year and s.B and _in_clause(scene, max(s.head, *s.hit.words), found.first)]
    last = max(told, key=lambda s: s.head, default=None)
    between = [s for s in situations if last and last.head < s.head < found.first and s is not last]
    return last if not between else None


def write(scene: Scene, notes: Notes) -> None:
    """The year of a founding whose founder the sentence names by his role, or by words that only the model sees; and that in
    which a platform came to be.
    """
    _write_beginnings(scene, notes)
    told = notes.ledger.predicates_of(scene)
    verbs = scene.any_of("founding") if "founder" in told and "foundedIn" not in told and not of_firm(scene) else ()
    for verb in (i for i in verbs if scene.tree[i].pos in VERBAL):
        year = next((found for found in values.dates(scene.tree, scene.lexicon, scene.published)
                     if found.value.kind == "year" and _in_clause(scene, verb, found.first)), None)
        if year is None:
            continue
        verdict = judge(stance.read(scene, verb), notes.parties)
        for of in sorted(notes.ledger.subjects_of(scene, "founder")):
            notes.ledger.add(scene, Spot(of, verb, verb, "implied"), "foundedIn", Value(year.value.lexical[:4], "year"), verdict,
                             [verb, year.first], "founder/year")


def _write_beginnings(scene: Scene, notes: Notes) -> None:
    """"X opened in 2014", "X, which started in 2011,": no trouble that started, and nothing that X started."""
    tree = scene.tree
    for verb in scene.any_of("coming_to_be"):
        if tree[verb].pos != "VERB" or tree.children(verb, "object", "complement", "passive", "adverbial", "aux"):
            continue
        doers = [i for i in tree.children(verb, "subject") if i < verb]
        doers = [tree[verb].head if scene.is_any(i, "relative") and tree[verb].slot == "relative" else i for i in doers]
        found = [scene.mentions.at[i] for i in doers if i in scene.mentions.at and scene.mentions.at[i].last == i]
        years = [f for f in values.dates(tree, scene.lexicon, scene.published) if f.value.kind == "year"
                 and f.first > verb and tree.governs(verb, f.first) and _in_clause(scene, verb, f.first)] if found else []
        if years and scene.discourse.kind(found[0].node) == "Platform":
            verdict = judge(stance.read(scene, verb), notes.parties)
            notes.ledger.add(scene, found[0], "foundedIn", Value(years[0].value.lexical[:4], "year"), verdict,
                             [verb, years[0].first], "founder/beginning")


def of_firm(scene: Scene) -> bool:
    """"Who co-founded the studio", "a three-person shop that co-founder N started": whose founding the sentence tells of is no
    platform.
    """
    tree = scene.tree
    verbs = [i for i in scene.any_of("founding") if tree[i].pos in VERBAL]
    things = [j for i in verbs for j in (*objects(tree, i), *([tree[i].head] if tree[i].slot == "relative" else ()))]
    firms = [i for i in things if tree[i].pos == "NOUN" and not scene.is_any(i, "platform_nouns") and (
        scene.is_any(i, "firms") or tree[i].lower in scene.lexicon.last_words["company"])]
    bodies = (i for i in firms if i not in scene.mentions.at or scene.discourse.kind(scene.mentions.at[i].node) == "Organization")
    return any(True for _ in bodies) or any(_is_other(scene, i) for verb in verbs for i in tree.children(verb, "passive"))


def _is_other(scene: Scene, thing: int) -> bool:
    """"The museum was founded by N", "Komunitas Pelita didirikan N": a noun that calls neither a platform nor a company."""
    token, phrases = scene.tree[thing], scene.lexicon.phrases
    spot = scene.mentions.at.get(thing)
    if spot and spot.how == "name":
        return scene.discourse.kind(spot.node) == "Organization"
    called = scene.is_any(thing, "platform_nouns") or scene.is_any(thing, "firms") or any(
        scene.tree.begins(phrases[kind], at) for kind in ("platform", "company") for at in range(max(0, thing - 2), thing + 1))
    return token.pos == "NOUN" and thing not in scene.mentions.at and not called


def _in_clause(scene: Scene, start: int, year: int) -> bool:
    """Whether nothing between the words begins another clause; a comma may stand right before the year."""
    tree = scene.tree
    between = tree.tokens[start + 1:year]
    clause = any(t.pos == "SCONJ" and t.slot == "mark" or scene.is_any(t.index, "relative") or t.text in (";", ":")
                 or t.text == "," and t.index < year - 1 for t in between)
    verbs = any(t.pos == "VERB" and (tree.children(t.index, "aux", "passive") or t.slot == "conjunct") for t in between)
    return 0 < year - start <= _REACH and not clause and not verbs
