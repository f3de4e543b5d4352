"""Founders, executives and operators that the concept models see and no wording gives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from kg.extraction import foundings, proposals, values
from kg.extraction.discourse import Spot
from kg.extraction.elsewhere import is_any_ones, is_general, of_trade
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit
from kg.lexicon import Trigger
from kg.model import Status

_BEFORE = 2       # how far before a person's name the body whose office it is may end
_NEAR = 5         # how far behind the words an owner or thing may stand


def relations(scene: Scene, subject: str, told: frozenset[str], suing: frozenset[str]) -> Iterator[tuple[Hit, Spot, Spot]]:
    """Founders, executives and operators that the model sees and no wording gives, where the sentence leaves no choice:
    one person or company by name, and one platform. `told` are the relations that the sentence has given, `suing` those
    who bring an action in it: who sues a platform does not run it.
    """
    for proposal in proposals.sure(scene):
        frame = scene.lexicon.frame_of(proposal.concept) if proposal.kind == "relation" else None
        words = proposals.trigger_of(scene, proposal) if frame and proposal.concept not in told else ()
        platform = proposals.platform_of(scene, subject) if words else ""
        served = {platform, scene.discourse.operators.get(platform, platform)}
        if proposal.concept == "executive" and not _is_named_behind(scene, words, platform):
            # of the company that runs it, where the article tells of one
            platform = scene.discourse.operators.get(platform, platform)
        if words and words[0] and scene.is_any(words[0] - 1, "counsel_words"):
            continue   # "N, pengacara pendiri X"
        if not frame or not platform or _is_of_else(scene, words, platform) or of_trade(scene, min(words)) or is_general(
                scene, max(words)) or is_any_ones(scene, max(words)) or scene.is_any(max(words) + 1, "private_places"):
            continue   # "the school's founder"
        if proposal.concept == "founder" and foundings.of_firm(scene):
            continue
        if _names_else(scene, words, served) or _is_told(scene, words[0]) or proposal.concept == "operator" and _is_bought(scene):
            continue
        holders = {spot.node: spot for spot in scene.mentions.spots if spot.how == "name" and not is_authority(scene, spot)
                   and spot.node not in suing and scene.discourse.kind(spot.node) in frame.A
                   and _in_one_voice(scene, spot.first, words[0])}
        head = proposals.head_of(scene, words)
        hit = Hit(Trigger(tuple(scene.tree[i].lower for i in words), "role", frame), words, head, learnt=True)
        holders = {node: spot for node, spot in holders.items() if not _serves_authority(scene, spot)
                   and not any(t.lower == "of" for t in scene.tree.tokens[spot.last + 1:spot.last + 2])}
        holders = {node: spot for node, spot in holders.items() if not _says_so(scene, spot, head)}
        if proposal.concept == "executive" and any(_of_body(scene, spot) for spot in holders.values()):
            continue
        for holder in holders.values() if len(holders) == 1 or _joined(scene, list(holders.values())) else ():
            yield hit, Spot(platform, head, head, "implied"), holder


def _says_so(scene: Scene, holder: Spot, verb: int) -> bool:
    """"N said that the app was launched in 2016": who tells of it has not launched it."""
    tree = scene.tree
    own = tree.children(verb, "subject", "passive") if tree[verb].passive else []
    return bool(own) and holder.last < min(own) and not tree.governs(verb, holder.first)


def _is_named_behind(scene: Scene, words: tuple[int, ...], platform: str) -> bool:
    """"The chief executive of savings app X", "at the helm of X": whose office it is the words themselves say."""
    near = scene.mentions.spots if words else ()
    return any(s.how == "name" and s.node == platform and 0 < s.first - max(words) <= _NEAR for s in near)


def _in_one_voice(scene: Scene, one: int, other: int) -> bool:
    """Whether two words stand in the same quote, or both in none: who is quoted on a founder is not the founder."""
    return scene.quotes.around(scene.tree[one].span.start) == scene.quotes.around(scene.tree[other].span.start)


def _is_of_else(scene: Scene, words: tuple[int, ...], platform: str) -> bool:
    """"The school's founder", "founded the brewery": of neither the platform nor its company, if those are not told apart."""
    tree, first, last = scene.tree, min(words), max(words)
    owner = first - 2 if first > 1 and tree[first - 1].text in ("'s", "’s") else -1
    behind = next((i for i in range(last + 1, min(last + _NEAR, len(tree))) if tree[i].pos not in ("DET", "ADJ", "ADP")), -1)
    led = behind > last + 1 and tree[behind - 1].pos in ("DET", "ADJ")
    things = [i for i in (owner, behind if led else -1) if i >= 0 and i not in scene.mentions.at and tree[i].pos == "NOUN"]
    firms = () if platform in scene.discourse.operators else scene.lexicon.phrases["company"]
    return any(not scene.is_any(i, "platform_nouns") and (tree[i].lower,) not in firms
               and tree[i].text.islower() and tree[min(i + 1, len(tree) - 1)].pos != "NOUN" for i in things)


def _names_else(scene: Scene, words: tuple[int, ...], own: set[str]) -> bool:
    """"pendiri Yayasan Y, mengkritik X": the name right behind the role is of no person, platform or company of it."""
    tree = scene.tree
    abroad = {i for place in values.places(tree, scene.gazetteer) for i in range(place.first, place.last + 1)}
    for index in range(max(words) + 1, min(max(words) + _NEAR, len(tree))) if scene.words("definite_after") else ():
        token, spot = tree[index], scene.mentions.at.get(index)
        if token.text in (",", "(", ")", ";", ":") or token.pos in ("VERB", "ADP", "AUX"):
            return False
        if spot and spot.how == "name":
            return spot.node not in own and scene.discourse.kind(spot.node) in ("Platform", "Organization")
        if (token.pos == "PROPN" or token.text[:1].isupper()) and token.entity != "PER" and index not in abroad:
            run = takewhile(lambda t: t.text[:1].isupper(), tree.tokens[index:])   # "Direktur Kepatuhan X, N"
            return not any(t.index in scene.mentions.at and scene.mentions.at[t.index].node in own for t in run)
    return False


def _is_told(scene: Scene, role: int) -> bool:
    """"disebut-sebut sebagai pengelola X", "membantah mengelola X": what is rumoured or denied, a guess makes no fact of."""
    told = (Status.ALLEGED, Status.DENIED)
    return any(cue.status in told and cue.part in ("verb", "adverb") and _in_one_voice(scene, i, role)
               for i, found in scene.cues.items() for cue in found)


def _is_bought(scene: Scene) -> bool:
    """Who buys a platform does not run it by that."""
    standing = scene.tree.standing(scene.lexicon.trigger_wordings).values()
    return any(one.thing.frame.outcome == "acquisition" for here in standing for one in here)


def _serves_authority(scene: Scene, holder: Spot) -> bool:
    """"Direktur Komunikasi Komdigi, N", "Ofcom director N": whose authority stands right before the name."""
    return any(0 < holder.first - spot.last <= _BEFORE and is_authority(scene, spot) for spot in scene.mentions.spots)


def _of_body(scene: Scene, person: Spot) -> bool:
    """"Direktur Pengendalian Ruang Digital Komdigi N", "Ofcom's director N": whose office an authority's name leads up to."""
    spots = [spot for spot in scene.mentions.spots if spot.last < person.first and is_authority(scene, spot)]
    between = scene.tree.tokens[spots[-1].last + 1:person.first] if spots else []
    return bool(spots) and len(between) < _NEAR and not any(token.pos == "VERB" or token.text in ",;:" for token in between)


def _joined(scene: Scene, spots: list[Spot]) -> bool:
    """Whether names stand in one list: "A, B and C"."""
    between = [word for left, right in pairwise(sorted(spots, key=lambda spot: spot.first))
               for word in scene.tree.text_between(left.last, right.first)]
    return 1 < len(spots) < 5 and all(word == "," or word in scene.words("and_words") for word in between)
