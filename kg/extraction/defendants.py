"""Whom a sentence names as defendants of an action told of before: "it names X and its president as defendants"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction import stance
from kg.extraction.arguments import of_kinds, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import judge
from kg.model import Status

_KINDS = ("Platform", "Organization", "Person")


def named(scene: Scene, notes: Notes) -> None:
    """Write down the parties of the action in question that a verb of naming names, or that are said to be defendants."""
    tree = scene.tree
    said = scene.any_of("defendant_words")
    for verb in scene.any_of("naming"):
        if tree[verb].pos != "VERB" and not (said and _may_be_verb(scene, verb)):
            continue   # taggers take "the claim, lodged on Monday, names N" for a noun
        given = [scene.actions[i] for i in subjects(tree, verb, scene.lexicon) if i in scene.actions]
        they = notes.action and any(scene.is_any(i, "they_sue") for i in subjects(tree, verb, scene.lexicon))
        if not said and not ((given or they) and scene.is_any(verb, "aiming") and not tree[verb].passive):
            continue   # "the complaint also names N.N." needs no word for a defendant
        _write(scene, notes, given[0].node if given else "", verb, _named_by(scene, verb, said))
    for noun in said:
        if (found := _are_defendants(scene, noun)):
            _write(scene, notes, "", noun, found)


def is_only_accused(scene: Scene, situation: Situation, spot: Spot, notes: Notes) -> bool:
    """"Gugatan itu menyebut X mendorong H" of a suit against the company that runs X: the app is not sued beside it."""
    told_of = situation.definite or bool(scene.words("definite_after"))   # not "X has been through a case in Texas"
    if not told_of or situation.hit.trigger.is_verb or scene.tree.governs(situation.head, spot.first):
        return False
    company = scene.discourse.operators.get(spot.node, "")
    return any(company in event.B and spot.node not in event.B for event in notes.events.actions if company)


def _may_be_verb(scene: Scene, word: int) -> bool:
    """Whether "names" may be a verb that was read as a noun: not "the names of"."""
    token, after = scene.tree[word], scene.tree[min(word + 1, len(scene.tree) - 1)]
    bare = token.pos == "NOUN" and token.lower != token.lemma
    return bare and (after.pos in ("PROPN", "DET", "PRON") or scene.is_any(after.index, "as_words"))


def _write(scene: Scene, notes: Notes, action: str, word: int, parties: list[Spot]) -> None:
    """Write parties down as defendants of this action, else of the one that the sentence, or the one before, speaks of."""
    here = next((spot.node for _, spot in sorted(scene.actions.items()) if scene.discourse.kind(spot.node) == "LegalAction"), "")
    event = notes.events.of(action or here or notes.action) or notes.events.last_action()
    verdict = judge(stance.read(scene, word), notes.parties)
    if verdict and verdict.status is Status.ALLEGED:
        verdict = replace(verdict, status=Status.ASSERTED)   # "the claim names N": whom a document names, it accuses
    for party in of_kinds(parties, _KINDS, scene.discourse) if event else ():
        if event and not scene.discourse.is_court(party.node) and party.node not in event.A:
            event.B.update(() if verdict and verdict.negated else {party.node})
            notes.ledger.add(scene, Spot(event.node, word, word, "event"), "defendant", party, verdict, [word], "lawsuit/named")


def _named_by(scene: Scene, verb: int, said: Sequence[int]) -> list[Spot]:
    """Those behind the verb, up to "as defendants"; before a passive one its subjects."""
    tree = scene.tree
    as_such = next((i for i in said if verb < i <= verb + 2), -1)
    if as_such > 0:
        return _listed(scene, as_such)   # "names as defendants X and its president, N"
    end = next((i for i in said if i > verb), len(tree))
    if tree[verb].pos != "VERB":
        return [s for s in scene.mentions.spots if s.how == "name" and verb < s.first < end]
    near = [s for s in scene.mentions.spots if s.how != "noun" and tree.verb_above(s.first) in (verb, None)
            and (s.first > verb or tree[verb].passive)]
    return [s for s in near if not _inside_description(scene, s)]


def _inside_description(scene: Scene, spot: Spot) -> bool:
    """"names Y, maker of the app X, as a defendant": X only tells who Y is."""
    tree = scene.tree
    head = next((i for i in range(spot.first, spot.last + 1) if not spot.first <= tree[i].head <= spot.last), spot.last)
    while tree[head].slot in ("apposition", "compound") and tree[head].head != head and tree[head].head not in scene.mentions.at:
        head = tree[head].head   # "the game *Bobbinland*"
    upper = tree[head].head
    return bool(set(tree[head].case.split()) & scene.words("run_cases")) and tree[upper].slot in ("apposition", "modifier")


def _are_defendants(scene: Scene, noun: int) -> list[Spot]:
    """"X and its parent, Y, are defendants in a suit", "turut menjadi tergugat Y": those of whom it is said."""
    tree, verb = scene.tree, scene.tree[noun].head
    copular = bool(tree.children(noun, "copula"))
    become = tree[noun].slot in ("attribute", "object", "complement") and scene.is_any(verb, "becoming")
    if tree[noun].slot == "subject" and tree.children(verb, "copula"):   # "tergugat lain dalam perkara ini adalah X"
        return _listed(scene, max(tree.children(verb, "copula")))
    if not copular and not become:
        return []
    before = subjects(tree, verb, scene.lexicon) if become else tree.children(noun, "subject")
    found = [s for i in before for j in tree.conjuncts(i) for s in spots(tree, [j], scene.mentions)]
    if found or tree[noun].lower in ("defendant", "defendants"):
        return [s for s in found if s.how != "pronoun"]
    return _listed(scene, noun)   # "turut menjadi tergugat Y, perusahaan di balik X, serta N"


def _listed(scene: Scene, word: int) -> list[Spot]:
    """The names behind a word that are not inside the description of another: right behind it, or behind a comma or "and"."""
    listed = scene.words("and_words") | {","}
    return [s for s in scene.mentions.spots if s.how == "name" and s.first > word and (
        s.first == word + 1 or scene.tree[s.first - 1].lower in listed)]
