"""Whom a harm befalls: the groups that the sentence names as harmed, and the claims that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction import cues
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.extraction.values import child_ages
from kg.extraction.verdicts import Verdict
from kg.model import Mention, Status

_FAR = 16
_STOPS = (";", ":")
_HARMED = ("children", "women", "victims", "users")
_OF_USERS = ("data-breach", "privacy", "fraud", "investment-fraud", "phishing", "impersonation", "sextortion", "stalking")
_NAMES_CHILDREN = ("csea", "csam", "csam-synthetic", "csa-livestream", "grooming", "child-sextortion")
_NOBODY = ("ip", "disinformation", "defamation")   # harms that are done to nobody among these groups
_TO_ONESELF = ("suicide", "self-harm")   # "members spurred one another on to end their lives"
_CIVIL = ("lawsuit", "class-action")
_OF_CULPRITS = ("arrest", "suspect-named", "charge", "conviction", "sentence", "sentence-demand")
_VOICES = ("said", Status.DENIED, Status.CONFIRMED)


def write(scene: Scene, harm: Harm, platform: Spot, verdict: Verdict, notes: Notes) -> None:
    """Who is harmed: by what a legal action alleges, where one has been told of that is about this harm; else on the platform."""
    if verdict.status in (Status.DENIED, Status.HYPOTHETICAL) or verdict.negated:
        return
    action = notes.alleging(platform.node, harm.concept)
    event = notes.events.of(action)
    if event and event.concept not in _CIVIL:
        action = ""   # an inquiry alleges nothing
    of = Spot(action, platform.first, platform.last, "implied") if action else platform
    said = Verdict(Status.ALLEGED, said_by=action, spot=of) if action else verdict
    told = {claim.object.node for claim in notes.ledger.claims() if claim.predicate == "affects" and claim.subject.node != of.node
            and claim.evidence.span == scene.tree.sentence.span and isinstance(claim.object, Mention)}
    for spot in sufferers(scene, harm):
        if spot.node not in told:   # an inquiry's words have told of them
            notes.ledger.add(scene, of, "affects", spot, said, [*harm.words, spot.first], "harm/affected")


def sufferers(scene: Scene, harm: Harm) -> Iterator[Spot]:
    """The groups that the harm is said to happen to: named near it, not in its own name and not as those who speak or do it.

    The harm's own name ("child grooming") tells of nobody harmed.
    """
    found = [spot for spot in _people(scene) if harm.concept not in _NOBODY and _is_harmed(scene, harm, spot)]
    found = found or list(_unnamed(scene, harm))
    nodes = {spot.node for spot in found}
    for spot in found:
        aged = spot.node == "group:women" and "group:children" in nodes and child_ages(scene.tree, scene.lexicon)
        if not aged and (spot.node != "group:victims" or len(nodes) == 1):   # "the victim, aged 16": a child
            yield spot


def _unnamed(scene: Scene, harm: Harm) -> Iterator[Spot]:
    """"tricked 57 people", "57 orang dijual": people of no class, as those to whom the words of the harm are done."""
    tree = scene.tree
    for index in scene.any_of("people_of_no_class") if harm.concept not in _NOBODY else ():
        token = tree[index]
        done = token.slot in ("object", "passive") and token.head in harm.words and tree[token.head].pos in VERBAL
        counted = any(tree[i].slot == "number" or tree[i].pos == "NUM" for i in tree.children(index))
        if done and counted and index not in scene.mentions.at:
            yield Spot(scene.discourse.group("victims", token.span.start), index, index, "noun")


def _is_harmed(scene: Scene, harm: Harm, spot: Spot) -> bool:
    group = spot.node.removeprefix("group:")
    if group == "victims" and spot.last + 1 < len(scene.tree) and scene.is_any(spot.last + 1, "disasters"):
        return False   # "donasi untuk korban gempa"
    if group not in _HARMED or not _near(scene, harm, spot) or _is_meant(scene, harm, spot) or any(
            _in_name(scene, named, spot, group) for named in scene.harms):
        return False
    return _is_harmed_user(scene, harm, spot) if group == "users" else not _acts(scene, harm, spot)


def _is_meant(scene: Scene, harm: Harm, spot: Spot) -> bool:
    """"X, a network for students": for whom the platform is made, which the words on it say and not those on the harm."""
    token = scene.tree[spot.last]
    made = bool(set(token.case.split()) & scene.words("made_for")) and token.head < spot.first
    return made and harm.concept not in _NAMES_CHILDREN and scene.tree[token.head].slot == "apposition" and (
        scene.is_any(token.head, "platform_nouns"))


def _people(scene: Scene) -> Iterator[Spot]:
    """The groups of the sentence; an age below 18 speaks of children too."""
    yield from (_as_child(scene, spot) for spot in scene.mentions.spots if spot.node.startswith("group:"))
    for index in child_ages(scene.tree, scene.lexicon):
        if index not in scene.mentions.at:
            yield Spot(scene.discourse.group("children", scene.tree[index].span.start), index, index, "noun")


def _as_child(scene: Scene, spot: Spot) -> Spot:
    """Users of whom the words say that they are young are children: "users aged 13 to 17", "pengguna di bawah umur"."""
    near = range(max(0, spot.first - 2), min(spot.last + 6, len(scene.tree)))
    women = spot.node == "group:users" and scene.words("definite_after") and spot.last + 1 < len(scene.tree) and (
        scene.lexicon.groups.get(scene.tree[spot.last + 1].lower) == "women")
    if women:   # "anggota perempuan X"
        return replace(spot, node=scene.discourse.group("women", scene.tree[spot.first].span.start))
    young = spot.node == "group:users" and (
        any(i in near for i in child_ages(scene.tree, scene.lexicon))
        or any(words[0] in near for words in scene.tree.find(scene.lexicon.phrases["young_people"])))
    return replace(spot, node=scene.discourse.group("children", scene.tree[spot.first].span.start)) if young else spot


def _near(scene: Scene, harm: Harm, spot: Spot) -> bool:
    first, last = min(harm.words), max(harm.words)
    gap = range(last + 1, spot.first) if spot.first > last else range(spot.last + 1, first)
    before = range(max(0, spot.first - 2), spot.first)
    fought = any(scene.is_any(i, "fight_harm") for i in (*gap, *before) if i not in harm.words)
    return len(gap) <= _FAR and not fought and not any(scene.tree[i].text in _STOPS for i in gap)


def _in_name(scene: Scene, harm: Harm, spot: Spot, group: str) -> bool:
    """Whether the group belongs to the name of the harm: "child abuse videos", "kekerasan seksual terhadap anak"."""
    tree, first, last = scene.tree, min(harm.words), max(harm.words)
    if group != "children" or harm.concept not in _NAMES_CHILDREN:
        return False
    together = last - first < len(harm.words) + 1 and first - 1 <= spot.first <= last + 1 + bool(scene.words("definite_after"))
    bare = spot.first == first and last - first == len(harm.words) - 1 and tree[first].lower == tree[first].lemma
    if bare and not scene.words("definite_after"):
        return True   # "child grooming"
    if spot.first in child_ages(tree, scene.lexicon):
        return False
    if tree[spot.last].slot in ("object", "passive"):
        return False   # "exposed minors to predators"
    inside = first <= spot.first <= last and tree[spot.first].slot in ("compound", "adjective")
    return inside or together and tree[harm.head].pos not in VERBAL and not _with_own_word(scene, spot)


def _with_own_word(scene: Scene, spot: Spot) -> bool:
    """Whether the group is more than a bare noun: "a 12-year-old girl", "her daughter", "four girls"."""
    tree = scene.tree
    numbered = any(tree[i].slot == "number" or tree[i].pos == "NUM" for i in tree.children(spot.last))
    return numbered or bool(tree.children(spot.last, "owner")) or tree[spot.last].lower.endswith("nya")


def _acts(scene: Scene, harm: Harm, spot: Spot) -> bool:
    """Whether the group speaks, or stands beside another that is meant: "the women say", "putra perempuan itu"."""
    tree = scene.tree
    upper = tree[spot.last].head
    if _belongs_to_speaker(scene, spot) or _is_held(scene, spot):
        return True
    held = upper in scene.mentions.at and scene.mentions.at[upper].node != spot.node and upper != spot.last and (
        tree[spot.last].slot in ("modifier", "owner", "compound", "adjective") and not tree[spot.last].case)
    kin = scene.mentions.at[upper].node in ("group:children", "group:parents") if held else False
    verb = tree.verb_above(spot.last)
    subject = verb is not None and tree[spot.last].head == verb and tree[spot.last].slot == "subject" and verb not in harm.words
    cue = cues.cue_at(scene, verb, "verb") if subject and verb is not None else None
    bare = not scene.lexicon.check_pos and not tree.children(spot.last)   # "orang tua murid": whoever they are
    return kin and (bare or spot.node != "group:children") or cue is not None and cue.status in _VOICES


def _is_held(scene: Scene, spot: Spot) -> bool:
    """"meringkus dua perempuan yang diduga memperdagangkan bayi", "two women were arrested": who is arrested did it."""
    token = scene.tree[spot.last]
    event = scene.actions.get(token.head) if token.slot in ("object", "passive", "subject") else None
    node = scene.discourse.nodes.get(event.node) if event else None
    return node is not None and node.type in _OF_CULPRITS


def _belongs_to_speaker(scene: Scene, spot: Spot) -> bool:
    """"the victims' lawyer", "kuasa hukum korban": somebody else is meant."""
    tree, index = scene.tree, spot.last
    while tree[index].slot in ("modifier", "owner", "compound", "flat") and tree[index].head != index:
        index = tree[index].head
        if any(scene.is_any(index, words) for words in ("speakers_public", "clients")):
            return True
    return False


def _is_harmed_user(scene: Scene, harm: Harm, spot: Spot) -> bool:
    """Users are harmed where it happens to them or to what is theirs; else they are those who do it."""
    tree = scene.tree
    if harm.concept not in _TO_ONESELF and any(
            spot.last < words[0] < max(harm.words) + 3 for words in tree.find(scene.lexicon.phrases["each_other"])):
        return True   # "users publish one another's addresses"
    token = tree[spot.last]
    verb = tree.verb_above(spot.last)
    subject = token.slot == "subject" and verb == token.head
    if harm.concept not in _OF_USERS:
        done = token.slot in ("object", "passive") and token.head in harm.words
        return done or subject and scene.is_any(token.head, "undergoing")
    by = any(scene.is_any(i, "by") for i in range(token.head, min(harm.words)))   # "taken for a ride by sham advisers"
    held = token.slot == "passive" and token.head not in harm.words and not by
    if held and scene.is_any(token.head, "preyed_on"):
        return True   # "users were talked into bogus schemes"
    if subject or held:   # "pengguna X ditangkap atas dugaan penipuan"
        return scene.is_any(token.head, "suffering")
    return token.slot not in ("agent",) and not set(token.case.split()) & scene.words("by")
