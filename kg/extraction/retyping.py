"""Which outcome a wording speaks of, where its neighbours tell: "went dark for eleven days" is a suspension, "the ministry
pulled the plug on X" a block. Police and companies close things; other authorities and countries block them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extraction import values
from kg.extraction.arguments import nearest, objects, subjects
from kg.extraction.people import names_people
from kg.extraction.players import doers, is_authority
from kg.extraction.scene import Scene
from kg.extraction.spells import spell_at
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit

_AHEAD = 8    # how far behind a verb its length of time may stand
_BEFORE = 4
_WON = ("judgment-plaintiff", "judgment-defendant")


def retyped(scene: Scene, hits: Sequence[Hit]) -> list[Hit]:
    """The triggers with the outcome that they speak of here; of two closings in the same words one."""
    found: dict[tuple[object, ...], Hit] = {}
    hits = [_for_people(scene, hit) for hit in hits]
    for hit in sorted((_as(scene, hit, _concept(scene, hit)) for hit in hits), key=_closing_first):
        closing = hit.trigger.frame.outcome in ("shutdown", "suspension", "blocking")
        found.setdefault((hit.words, hit.trigger.construction) if closing else (hit,), hit)
    return sorted(found.values(), key=lambda hit: (hit.head, hit.rule))


def _for_people(scene: Scene, hit: Hit) -> Hit:
    """"found in favour of a mother", "memenangkan para pengguna": where people win who are not accused, the plaintiffs do."""
    won = hit.trigger.frame.outcome in _WON and hit.trigger.construction == "verb"
    if not won or scene.tree[hit.head].passive and len(hit.words) == 1:
        return hit
    behind = takewhile(lambda t: t.pos not in VERBAL and t.text not in (",", ";", ":"), scene.tree.tokens[max(hit.words) + 1:])
    noun = next((token.index for token in behind if token.pos == "NOUN"), None)
    group = scene.mentions.at.get(noun) if noun is not None else None
    people = group is not None and scene.discourse.kind(group.node) == "Group" and group.node != "group:offenders"
    if noun is None or not (people or group is None and names_people(scene, noun)):
        return hit
    trigger = replace(hit.trigger, words=(*hit.trigger.words, scene.tree[noun].lower))
    return _as(scene, replace(hit, trigger=trigger, words=(*hit.words, noun)), "judgment-plaintiff")


def _closing_first(hit: Hit) -> bool:
    """Of a wording that closes and blocks alike ("pull the plug on") the closing has been looked at: it comes first."""
    return hit.trigger.frame.outcome == "blocking" and not hit.retyped


def _as(scene: Scene, hit: Hit, concept: str) -> Hit:
    frame = scene.lexicon.frame_of(concept) if concept else None
    return replace(hit, trigger=replace(hit.trigger, frame=frame), retyped=True) if frame else hit


def _concept(scene: Scene, hit: Hit) -> str:
    """What a closing turns out to be, "" where it is one."""
    if hit.trigger.frame.outcome != "shutdown":
        return ""
    if _of_feature(scene, hit):
        return "policy-change"
    if _by_office(scene, hit):
        return "resignation"
    lasting = _for_a_while(scene, hit)
    if _of_access(scene, hit) or _by_state(scene, hit) or _countrywide(scene, hit):
        stopped = lasting and scene.is_any(hit.head, "halting")
        return "suspension" if stopped else "blocking"
    return "suspension" if lasting else ""


def _of_feature(scene: Scene, hit: Hit) -> bool:
    """"Voice chat for under-13s had been switched off", "took down its chat rooms": a part of the service, not the service."""
    tree, noun = scene.tree, hit.trigger.construction == "noun"
    things = [] if noun else subjects(tree, hit.head, scene.lexicon) if tree[hit.head].passive else objects(tree, hit.head)
    features = {i for words in tree.find(scene.lexicon.phrases["features"]) for i in words} if things else set()
    return bool(features & set(things))


def _by_office(scene: Scene, hit: Hit) -> bool:
    """"CEO Angkat Kaki", "boss bows out": who leaves holds an office, and no platform closes."""
    before = min(hit.words) - 1
    leaves = hit.trigger.construction == "alone" and scene.is_any(min(hit.words), "leaving")
    return leaves and before >= 0 and scene.is_any(before, "speakers_public")


def _of_access(scene: Scene, hit: Hit) -> bool:
    """"mematikan akses X", "shut off access to X": what befalls access is a block."""
    tree = scene.tree
    things = subjects(tree, hit.head, scene.lexicon) if tree[hit.head].passive else objects(tree, hit.head)
    return hit.trigger.construction != "noun" and any(scene.is_any(i, "access_nouns") for i in things)


def _by_state(scene: Scene, hit: Hit) -> bool:
    """Whether a country, a ministry or another authority that is no police does it, or providers on its behalf."""
    tree, construction = scene.tree, hit.trigger.construction
    if construction == "headline":
        before = next(nearest(tree, min(hit.words), scene.mentions, left=True), None)
        acting = list(range(before.first, before.last + 1)) if before else []
    elif construction == "verb" or construction == "alone" and tree[hit.head].passive:   # "ditutup" is listed as both
        acting = doers(scene, hit.head) if tree[hit.head].passive else subjects(tree, hit.head, scene.lexicon)
    else:
        return False
    places = {i for place in values.places(tree, scene.gazetteer) for i in range(place.first, place.last + 1)}
    if any(scene.is_any(i, "thing_pronouns") for i in acting) and tree[hit.head].slot == "complement":
        acting += subjects(tree, tree[hit.head].head, scene.lexicon)   # "the government said it had pulled the plug"
    return any(_is_state(scene, i) or i in places and i not in scene.mentions.at for i in acting)


def _is_state(scene: Scene, index: int) -> bool:
    spot = scene.mentions.at.get(index)
    if spot and spot.how == "name":
        name = set(scene.discourse.nodes[spot.node].name.lower().split())
        forces = scene.lexicon.either("police_words", "crime_bodies")
        return is_authority(scene, spot) and not scene.discourse.is_court(spot.node) and not name & forces
    return scene.is_any(index, "state_powers")


def _countrywide(scene: Scene, hit: Hit) -> bool:
    """"was switched off nationwide", "dimatikan di seluruh negeri"; a company that leaves a country only closes there."""
    tree = scene.tree
    if not (tree[hit.head].passive or hit.trigger.words[0] == "be") or not scene.is_any(hit.head, "switching"):
        return False
    places = {place.last for place in values.places(tree, scene.gazetteer)}
    near = range(hit.head + 1, min(hit.head + _AHEAD, len(tree)))
    return any(tree[i].lower in scene.words("in_words") and _is_place(scene, i + 1, places) for i in near) or any(
        scene.is_any(i, "nationwide") for i in near)


def _is_place(scene: Scene, at: int, places: set[int]) -> bool:
    return any(i in places or scene.is_any(i, "nations") for i in range(at, min(at + 3, len(scene.tree))))


def _for_a_while(scene: Scene, hit: Hit) -> bool:
    """"for eleven days", "selama sepekan", "sempat", "until further notice": what is closed so comes back."""
    tree, lexicon, last = scene.tree, scene.lexicon, max(hit.words)
    if hit.trigger.construction == "noun" or any(True for _ in tree.find(lexicon.phrases["for_good"])):
        return False
    if any(scene.is_any(i, "once_before") for i in range(max(0, min(hit.words) - 2), min(hit.words))):
        return True
    reach = _clause_end(scene, last)
    near = [words for words in tree.find(lexicon.phrases["for_a_while"]) if words[-1] < reach and not (
        tree[words[0]].slot == "mark" and words[0] < hit.head)]   # "until it closed"
    if any(hit.head - _BEFORE <= words[0] < hit.head or last < words[0] for words in near):
        return True
    return any(_spell(scene, at) for at in range(last + 1, reach))


def _spell(scene: Scene, at: int) -> bool:
    """Whether a length of time begins here, with "for" before it or, in Indonesian, right behind the verb."""
    spell = spell_at(scene.tree, at, scene.lexicon)
    hours = at + 1 < len(scene.tree) and scene.is_any(at + 1, "unit_hours") and scene.tree[at].pos in ("NUM", "DET")
    lead = scene.tree[at - 1].lower in scene.words("lasting") or bool(scene.words("definite_after")) and (
        scene.tree[at - 1].pos in ("VERB", "ADJ"))
    after = scene.tree[spell.last + 1].lower if spell and spell.last + 1 < len(scene.tree) else ""
    gone = after in scene.words("ago") or scene.is_any(min(at + 2, len(scene.tree) - 1), "later")
    return lead and not gone and (hours or spell is not None and spell.unit != "years")


def _clause_end(scene: Scene, last: int) -> int:
    """Where the words that may still speak of the verb end."""
    for i in range(last + 1, min(last + 1 + _AHEAD, len(scene.tree))):
        if scene.tree[i].text in (",", ";", ":", ".", "—", "–") or scene.tree[i].pos == "VERB":
            return i
    return min(last + 1 + _AHEAD, len(scene.tree))
