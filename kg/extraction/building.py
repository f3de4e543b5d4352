"""From a trigger to the situation that it speaks of, with its parties."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import changes, humans, lifting, partners, together
from kg.extraction.arguments import agents, subjects
from kg.extraction.barepassives import who_says_we
from kg.extraction.bearing import on_order_of
from kg.extraction.discourse import Spot
from kg.extraction.misfits import is_misfit
from kg.extraction.nouns import definite, from_noun, is_bare_topic
from kg.extraction.players import (
    HARMED, as_authority, as_offenders, as_plaintiffs, by_officials, is_authority, is_excepted, names_people,
    platform_spoken_of, represented, sentencing_court)
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.suers import anyone_suing, suing_beside
from kg.extraction.triggers import Hit
from kg.extraction.verbs import from_headline, from_verb

_ORDERED = ("blocking", "suspension", "shutdown", "unblocking", "delisting")
_OFFICIAL = ("police-report", "investigation", "legislative-inquiry", "regulatory-action")   # no authority bears them


def build(scene: Scene, hit: Hit) -> Situation | None:
    """The situation that a trigger speaks of, or None where its words turn out to mean something else."""
    situation = Situation(hit, hit.head, anchors={hit.head}, definite=definite(scene, hit.head))
    frame = hit.trigger.frame
    if frame.own and hit.trigger.construction != "noun":
        return situation if changes.fill(scene, situation) else None
    if not _filled(scene, situation):
        return None
    if frame.action == "investigation" and _by_the_curious(scene, situation):
        return None
    _imply(scene, situation)
    if frame.makes:
        situation.B = together.listed(scene, situation.B)
    if frame.outcome == "settlement" and hit.trigger.construction == "noun":   # "opened a probe after the settlement"
        situation.A = [spot for spot in situation.A if not is_authority(scene, spot)]
    if frame.official:
        situation.B = [_not_oneself(scene, situation, spot) for spot in situation.B]
    _without_officials(scene, situation)
    situation.B = [spot for spot in situation.B if not _is_place_of_event(scene, hit, spot) and not is_excepted(scene, spot)]
    personal = frame.outcome and "Person" in frame.B and not frame.of_post
    if personal and _by_a_thing(scene, hit) or is_misfit(scene, situation):
        return None
    if frame.official:
        situation.A = [as_authority(scene, spot) for spot in situation.A]
        if frame.outcome and not by_officials(scene, situation):
            return None
    situation.B = [_not_oneself(scene, situation, spot) for spot in situation.B]
    situation.A = [spot for spot in situation.A if spot.node not in {b.node for b in situation.B}]
    if frame.outcome and "Group" in frame.B:
        people = [as_offenders(scene, _member(scene, situation, spot)) for spot in situation.B]
        situation.B = [one for spot in people for one in together.accomplices(scene, spot)]
    named = situation.B or hit.trigger.construction == "noun"
    if frame.action and frame.anyone and named:
        situation.A = [*situation.A, *suing_beside(scene, situation)] if situation.A else anyone_suing(scene, situation)
    elif frame.anyone and not situation.A:
        situation.A = sentencing_court(scene, situation)
    return situation


def _member(scene: Scene, situation: Situation, spot: Spot) -> Spot:
    """"Empat streamer X didakwa": people of X, though the parse gives nobody else; X itself is not charged."""
    tried = situation.frame.anyone and scene.discourse.kind(spot.node) in ("Platform", "Organization")
    noun = humans.members(scene, situation.head, spot) if tried else -1
    return Spot(scene.discourse.group("offenders", scene.tree[noun].span.start), noun, noun, "noun") if noun >= 0 else spot


def _is_place_of_event(scene: Scene, hit: Hit, spot: Spot) -> bool:
    """"X vanished from Google Play": a name among the words of a verb is where it happened, not what it befell."""
    within = hit.head < spot.first < max(hit.words) and any(
        hit.head < i < spot.first and scene.tree[i].slot == "case" for i in hit.words)   # "vanishes from Y's app store"
    if within and scene.lexicon.check_pos and hit.trigger.frame.outcome == "delisting":
        return True
    return hit.trigger.construction == "verb" and spot.how == "name" and spot.last > hit.head and set(
        range(spot.first, spot.last + 1)) <= set(hit.words)


def _by_the_curious(scene: Scene, situation: Situation) -> bool:
    """"Researchers are investigating how the app ...", "a BBC investigation", "an inquiry by the newspaper": no legal action."""
    tree = scene.tree
    doers = [i for anchor in situation.anchors for i in (*subjects(tree, anchor, scene.lexicon), *agents(tree, anchor))]
    if not situation.A and any(scene.is_any(i, "inquirers") for i in doers):
        return True
    noun = situation.hit.trigger.construction == "noun"
    own = [i for i in tree.children(situation.head, "owner", "compound", "modifier")
           if tree[i].case in ("", "by", "oleh")] if noun else []
    return any(scene.is_any(i, "press") for i in (*doers, *own, *(k for i in own for k in tree.children(i, "compound"))))


def _filled(scene: Scene, situation: Situation) -> bool:
    """Fill the parties as the construction says; False where its words mean something else."""
    construction = situation.hit.trigger.construction
    if construction == "noun":
        from_noun(scene, situation)
    elif construction == "headline":
        from_headline(scene, situation)
    elif construction == "role" or not from_verb(scene, situation):
        return False
    situation.A = [_in_person(scene, spot) for spot in (*situation.A, *_partners(scene, situation))]
    return True


def _imply(scene: Scene, situation: Situation) -> None:
    """Parties that the words leave out: the platform spoken of, the event told before, the body of whoever says "we"."""
    situation.B = situation.B or lifting.placed_on(scene, situation) or platform_spoken_of(scene, situation)
    situation.definite = situation.definite or not situation.B and is_bare_topic(scene, situation)
    if situation.frame.imposed and not situation.A:
        situation.A = _we(scene, situation)
    situation.A = situation.A or on_order_of(scene, situation)


def _without_officials(scene: Scene, situation: Situation) -> None:
    """A court hears a case and is no party to it; authorities impose fines and win orders, they bear none."""
    frame, courts = situation.frame, scene.discourse.is_court
    if frame.makes:
        situation.B = [spot for spot in situation.B if not courts(spot.node)]
    if frame.outcome and frame.imposed:
        situation.B = [spot for spot in situation.B if not is_authority(scene, spot)]
    if frame.action:
        situation.A = [as_plaintiffs(scene, spot) for spot in situation.A if not courts(spot.node)
                       and not (frame.action != "criminal-case" and spot.node in scene.discourse.judges)]
        situation.A = [s for s in situation.A if s.node != "group:children"] or situation.A
        situation.B = [spot for spot in situation.B if spot.node not in HARMED and not represented(scene, spot)
                       and not (frame.action in _OFFICIAL and is_authority(scene, spot))]
        others = [spot for spot in situation.B if scene.discourse.kind(spot.node) != "Group"]
        situation.B = others if others and scene.words("definite_after") else situation.B   # "Data Pelanggan Bocor, X Digugat"


def _we(scene: Scene, situation: Situation) -> list[Spot]:
    """"Kami sudah melayangkan teguran," ujar Direktur X": the body for which the quoted official speaks."""
    said = [i for anchor in situation.anchors for i in subjects(scene.tree, anchor, scene.lexicon)
            if scene.is_any(i, "first_person") and not scene.tree[anchor].passive]
    spot = who_says_we(scene, said[0]) if said else None
    return [spot] if spot and is_authority(scene, spot) else []


def _partners(scene: Scene, situation: Situation) -> list[Spot]:
    """Who else has founded it."""
    founding = situation.frame.relation == "founder" and situation.B
    found = partners.beside(scene, list(situation.A), max(situation.hit.words)) if founding else ()
    others = {spot.node: spot for spot in found if spot.node not in {known.node for known in situation.A}}
    return list(others.values())


def _in_person(scene: Scene, spot: Spot) -> Spot:
    """"Jaksa Agung Nevada, Corrine Delmonte, menggugat": who is named in an office sues in person."""
    behind = spot.last + 1
    behind += behind < len(scene.tree) and scene.tree[behind].text == ","
    holder = scene.mentions.at.get(behind)
    office = scene.tree.begins(scene.lexicon.phrases["offices_in_person"], spot.first)
    named = holder and holder.how == "name" and scene.discourse.kind(holder.node) == "Person"
    return holder if office and holder and named else spot


def _not_oneself(scene: Scene, situation: Situation, spot: Spot) -> Spot:
    """"The bank withdrew its licence", "A said it had bought the company": nobody does that to oneself."""
    doers = {doer.node for doer in situation.A if doer.how == "name"}
    company = scene.mentions.before.get("company", "") if spot.how == "noun" and "Organization" in situation.frame.B else ""
    here = [one.node for one in scene.mentions.spots if one.how == "name" and one.last < spot.first
            and scene.discourse.kind(one.node) == "Platform"]
    platform = company if company not in doers and company else scene.mentions.before.get("Platform", "") or "".join(here[-1:])
    oneself = spot.node in doers and spot.how in ("pronoun", "noun") and "Platform" in situation.frame.B
    return replace(spot, node=platform) if oneself and platform and platform not in doers else spot


def _by_a_thing(scene: Scene, hit: Hit) -> bool:
    """"arrested by the beauty of the hills", "detained by a long meeting": what no people do is an image."""
    doers = [i for i in agents(scene.tree, hit.head) if scene.tree[i].case == "by"] if scene.tree[hit.head].passive else []
    people = ("officials", "authority_words", "captors", "judges", "people_nouns", "court_words")
    return bool(doers) and all(
        scene.tree[i].pos == "NOUN" and i not in scene.mentions.at and not names_people(scene, i)
        and not any(scene.is_any(i, words) for words in people) for i in doers)


def is_within(scene: Scene, situation: Situation, other: Situation) -> bool:
    """"ordered providers to cut off access to X": what was ordered is told by the order."""
    same = situation.frame.makes == other.frame.makes and situation.frame.outcome and situation.hit.trigger.is_verb
    befalls = {spot.node for spot in situation.B} & {spot.node for spot in other.B}
    return bool(same and befalls) and scene.tree[situation.head].slot == "complement" and (
        scene.tree[situation.head].head == other.head)


def is_only_order(scene: Scene, hit: Hit, others: list[Hit]) -> bool:
    """"ordered the closure of X": what is told is the closure, and no injunction beside it."""
    tree = scene.tree
    if hit.trigger.frame.outcome != "injunction":
        return False
    ordered = [other.head for other in others if other.trigger.construction == "noun" and other.trigger.frame.outcome in _ORDERED]
    return any(tree[head].slot == "object" and tree[head].head in hit.words and scene.is_any(tree[head].head, "decreeing")
               for head in ordered)
