"""From a trigger to the situation that it speaks of, with its parties."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import changes, partners
from kg.extraction.arguments import agents
from kg.extraction.discourse import Spot
from kg.extraction.nouns import definite, from_noun, is_bare_topic
from kg.extraction.players import (
    HARMED, anyone_suing, as_authority, as_offenders, as_plaintiffs, by_officials, is_authority, names_people,
    platform_spoken_of, represented, sentencing_court)
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.triggers import Hit
from kg.extraction.verbs import from_headline, from_verb


def build(scene: Scene, hit: Hit) -> Situation | None:
    """The situation that a trigger speaks of, or None where its words turn out to mean something else."""
    situation = Situation(hit, hit.head, anchors={hit.head}, definite=definite(scene, hit.head))
    construction = hit.trigger.construction
    if situation.frame.own and construction != "noun":
        return situation if changes.fill(scene, situation) else None
    if construction == "noun":
        from_noun(scene, situation)
    elif construction == "role":
        return None
    elif construction == "headline":
        from_headline(scene, situation)
    elif not from_verb(scene, situation):
        return None
    if situation.frame.relation == "founder" and situation.B:
        for spot in partners.beside(scene, list(situation.A), max(hit.words)):
            situation.A += [spot] if spot.node not in {a.node for a in situation.A} else []
    situation.B = situation.B or platform_spoken_of(scene, situation)
    situation.definite = situation.definite or not situation.B and is_bare_topic(scene, situation)
    if situation.frame.makes:   # a court hears a case, it is no party to it
        situation.B = [spot for spot in situation.B if not scene.discourse.is_court(spot.node)]
    if situation.frame.action:
        situation.A = [as_plaintiffs(scene, spot) for spot in situation.A if not scene.discourse.is_court(spot.node)]
        situation.A = [s for s in situation.A if s.node != "group:children"] or situation.A
        situation.B = [spot for spot in situation.B if spot.node not in HARMED and not represented(scene, spot)
                       and not (situation.frame.action == "police-report" and is_authority(scene, spot))]
    if situation.frame.outcome and "Person" in situation.frame.B and _by_a_thing(scene, hit):
        return None
    if situation.frame.official:
        situation.A = [as_authority(scene, spot) for spot in situation.A]
        if situation.frame.outcome and not by_officials(scene, situation):
            return None
    situation.B = [_not_oneself(scene, situation, spot) for spot in situation.B]
    situation.A = [spot for spot in situation.A if spot.node not in {b.node for b in situation.B}]
    if situation.frame.outcome and "Group" in situation.frame.B:
        situation.B = [as_offenders(scene, spot) for spot in situation.B]
    if situation.frame.action and situation.frame.anyone and not situation.A and (situation.B or construction == "noun"):
        situation.A = anyone_suing(scene, situation)
    elif situation.frame.anyone and not situation.A:
        situation.A = sentencing_court(scene, situation)
    return situation


def _not_oneself(scene: Scene, situation: Situation, spot: Spot) -> Spot:
    """"The bank withdrew its licence", "A said it had bought the company": nobody does that to oneself."""
    platform = scene.mentions.before.get("Platform", "")
    doers = {doer.node for doer in situation.A if doer.how == "name"}
    oneself = spot.node in doers and spot.how in ("pronoun", "noun") and "Platform" in situation.frame.B
    return replace(spot, node=platform) if oneself and platform and platform not in doers else spot


def _by_a_thing(scene: Scene, hit: Hit) -> bool:
    """"arrested by the beauty of the hills", "detained by a long meeting": what no people do is an image."""
    doers = [i for i in agents(scene.tree, hit.head) if scene.tree[i].case == "by"] if scene.tree[hit.head].passive else []
    people = ("officials", "authority_words", "captors", "judges", "people_nouns", "court_words")
    return bool(doers) and all(
        scene.tree[i].pos == "NOUN" and i not in scene.mentions.at and not names_people(scene, i)
        and not any(scene.is_any(i, words) for words in people) for i in doers)
