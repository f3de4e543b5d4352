"""Who bears what is imposed, where neither the tree nor the order of words say it outright."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.arguments import objects, obliques, subjects
from kg.extraction.discourse import Spot
from kg.extraction.humans import is_somebodys_kin
from kg.extraction.players import closed, is_authority, names_people, party
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.lexicon import Frame

_FAR = 24


def by_gerund(scene: Scene, verb: int, frame: Frame) -> list[Spot]:
    """"Fined for failing to remove posts by Ofcom": the authority that the parse makes the agent of the ground."""
    tree = scene.tree
    named = (spot for spot in scene.mentions.spots if spot.first > verb and spot.how == "name" and is_authority(scene, spot))
    return [spot for spot in named if frame.imposed and set(tree[spot.last].case.split()) & scene.words("by") and (
        tree[tree[spot.last].head].pos in VERBAL and tree.governs(verb, spot.last))][:1]


def undergone(scene: Scene, situation: Situation) -> None:
    """"X fined $3m", "X hit with a $3m penalty" in a title: only authorities impose, so who stands there alone bears it."""
    hit, kinds = situation.hit, situation.frame.B
    nobody = not any(scene.discourse.kind(spot.node) != "Group" for spot in situation.B)
    alone = nobody or hit.trigger.construction == "headline" and scene.tree[hit.head].passive
    if not (situation.frame.outcome and situation.frame.imposed and alone) or scene.tree.sentence.kind == "paragraph":
        return
    bare = scene.tree[hit.head].passive or hit.trigger.construction == "headline" or any(
        scene.is_any(i, "hit_with") for i in hit.words) or _is_bare_participle(scene, hit.head)
    bearing = [spot for spot in situation.A if scene.discourse.kind(spot.node) in kinds and (
        spot.how == "name" or spot.how == "noun" and scene.discourse.kind(spot.node) == "Person")]   # "Founder of X jailed"
    if bare and bearing and not any(is_authority(scene, spot) for spot in bearing):
        situation.A, situation.B = [], bearing


def _is_bare_participle(scene: Scene, verb: int) -> bool:
    """"Founder of X jailed for seven years": a past form without an object, which titles use for the passive."""
    token = scene.tree[verb]
    return token.lower != token.lemma and token.lower.endswith("ed") and not objects(scene.tree, verb)


def behind_opening(scene: Scene, hit: Hit) -> list[Spot]:
    """"Sentenced to two years by a court, N wept": whom the opening participle is about stands behind its comma."""
    opens = not hit.head and scene.tree[0].passive and scene.lexicon.check_pos and hit.trigger.construction == "verb"
    comma = next((token.index for token in scene.tree if token.text == ","), len(scene.tree)) if opens else len(scene.tree)
    spot = next((scene.mentions.at[i] for i in range(comma + 1, min(comma + 6, len(scene.tree))) if i in scene.mentions.at), None)
    return [spot] if spot and spot.how == "name" else []


def of_imposer(scene: Scene, frame: Frame, things: list[int]) -> list[Spot]:
    """"AGCOM told providers to block it": nobody imposes it on himself, so the pronoun is of the platform spoken of."""
    if not (frame.outcome and frame.imposed and "Platform" in frame.B):
        return []
    pronouns = [scene.mentions.at[i] for i in things if i in scene.mentions.at and scene.mentions.at[i].how == "pronoun"]
    own = [spot for spot in pronouns if is_authority(scene, spot)]
    here = [s.node for s in scene.mentions.spots if own and s.last < own[0].first and scene.discourse.kind(s.node) in frame.B
            and not is_authority(scene, s)]
    node = here[-1] if here else scene.mentions.platform
    return [replace(own[0], node=node)] if own and node else []


def of_which(scene: Scene, verb: int, found: list[int]) -> list[int]:
    """"X, the game beloved by children, which switched off chats": the name before the apposition, where the parse takes a
    plain noun right before the comma.
    """
    tree = scene.tree
    which = [i for i in tree.children(verb, "subject", "passive") if scene.is_any(i, "relative") and i > 1]
    known = [scene.mentions.at[i].node for i in found if i in scene.mentions.at]
    people = bool(which) and not scene.is_any(which[0], "who") and all(node.startswith("group:") for node in known)
    if not which or tree[which[0] - 1].text != "," or known and not people:
        return found
    for comma in range(which[0] - 2, max(0, which[0] - _FAR), -1):
        before = scene.mentions.at.get(comma - 1) if tree[comma].text == "," else None
        if before and before.how == "name" and scene.discourse.kind(before.node) in ("Platform", "Organization"):
            return [comma - 1]
    return found


def of_somebody_else(scene: Scene, situation: Situation, accused: str) -> bool:
    """"A court had sentenced her partner to two years in prison": not whoever stands trial in this article."""
    tree, verb = scene.tree, scene.tree.verb_above(situation.head)
    borne = objects(tree, verb) if verb is not None and not tree[verb].passive else []
    people = [i for i in borne if i < situation.head and names_people(scene, i)]
    spots = {scene.mentions.at[i].node for i in borne if i in scene.mentions.at}
    return bool(people) and accused not in spots and not any(closed(scene, i) and not tree.children(i, "owner") for i in people)


def of_kin(scene: Scene, situation: Situation) -> bool:
    """"Istrinya belum ditahan", "adik kandungnya dibebaskan": somebody beside whoever stands trial, by what he is to him."""
    verb = situation.hit.trigger.is_verb and bool(scene.words("definite_after"))
    return verb and any(is_somebodys_kin(scene, i) for i in subjects(scene.tree, situation.head, scene.lexicon))


def told_to_block(scene: Scene, hit: Hit, subject: list[int], ordered: list[int]) -> bool:
    """Whether it is a platform that is told to block somebody or something else."""
    tree = scene.tree
    told = subject if tree[hit.head].passive else [i for i in objects(tree, hit.head) if i not in ordered] + [
        j for i in hit.words if i != hit.head for j in tree.children(i, "subject")]
    accessed = [j for i in ordered for j in obliques(scene.tree, i, scene.words("access_cases"))]
    blocked = party(scene, [*ordered, *accessed], ("Platform",))
    return not blocked and bool(party(scene, told, ("Platform",)))


def on_order_of(scene: Scene, situation: Situation) -> list[Spot]:
    """"blocked on the orders of the ministry", "dibekukan berdasarkan putusan Mahkamah Agung": whose order it is."""
    tree = scene.tree
    if not situation.frame.outcome:
        return []
    anchors = set(situation.anchors)
    if not situation.hit.trigger.is_verb and tree[situation.head].slot in ("subject", "passive"):
        anchors.add(tree[situation.head].head)   # "Penangkapan N terjadi atas perintah ..."
    orders = [i for anchor in sorted(anchors) for i in obliques(tree, anchor, scene.words("by_order"))
              if scene.is_any(i, "order_nouns")]
    leads = [i for anchor in sorted(anchors) for i in tree.children(anchor, "adverbial") if scene.is_any(i, "by_order")]
    orders += [j for i in leads for j in objects(tree, i) if scene.is_any(j, "order_nouns")]
    whose = [j for i in orders for j in tree.children(i, "owner", "modifier", "flat", "compound", "agent")]
    return [spot for spot in party(scene, whose, ("Organization",)) if spot.how == "name" and is_authority(scene, spot)][:1]


def giver(scene: Scene, hit: Hit) -> list[Spot]:
    """"was hit with a fine from Ofcom": whose fine it is, by the noun that the words end with."""
    given = hit.trigger.frame.imposed and len(hit.words) > 1 and scene.tree[hit.words[-1]].pos not in (*VERBAL, "ADP")
    whose = obliques(scene.tree, hit.words[-1], hit.trigger.frame.by) if given else []
    return [spot for spot in party(scene, whose, hit.trigger.frame.A) if is_authority(scene, spot)]


def named_within(scene: Scene, situation: Situation) -> list[Spot]:
    """"Y said it would close *the site X*": X, whoever closes it."""
    own = situation.hit.trigger.construction == "self" and "Platform" in situation.frame.B
    named = [scene.mentions.at[i] for i in situation.hit.words[1:] if i in scene.mentions.at] if own else []
    return [s for s in named if s.how == "name" and s.first > situation.head and scene.discourse.kind(s.node) == "Platform"][:1]
