"""Roles that are held elsewhere: "the founder of a chess club", "the agency's director", "by publisher Y"."""

from __future__ import annotations

from kg.extraction import singled
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit


def is_apart(scene: Scene, hit: Hit, holder: Spot) -> bool:
    """Whether a role is of something else than the platform that the article is about."""
    named = _of_something(scene, hit) or _held_elsewhere(scene, holder) or _owned(scene, hit)
    trade = of_trade(scene, min(hit.words)) or _by_trade(scene, hit, holder)
    return named or trade or _of_any(scene, hit) or is_any_ones(scene, max(hit.words)) or _sues(scene, holder)


def _sues(scene: Scene, holder: Spot) -> bool:
    """"A suit by the publisher N", "gugatan penerbit N": who sues does not run it by that."""
    tree = scene.tree
    heads = (tree[i] for i in range(holder.first, holder.last + 1) if not holder.first <= tree[i].head <= holder.last)
    suits = scene.lexicon.last_words["case"]
    return any(one.slot in ("modifier", "agent") and {tree[one.head].lower, tree[one.head].lemma} & suits for one in heads)


def is_any_ones(scene: Scene, role: int) -> bool:
    """"A creator, N,", "one owner, N,", "seorang pengembang, N,": one of many, and of nothing that the article tells of."""
    return singled.picks_out(scene.tree, role, scene.lexicon, "roles_of_many")


def of_trade(scene: Scene, first: int) -> bool:
    """"Restaurant owner N", "police chief N": the noun before the role tells of what, and it is no platform."""
    if not first or scene.words("definite_after") or not scene.is_any(first, "speakers_public"):
        return False
    if scene.is_any(first - 1, "private_places"):
        return True   # "a shop owner", though shops are online too
    token, known = scene.tree[first - 1], ("platform_nouns", "role_fillers", "trades_online", "speakers_public")
    plain = token.pos == "NOUN" and token.slot in ("compound", "modifier") and token.index not in scene.mentions.at
    return plain and (token.lower,) not in scene.lexicon.phrases["platform"] and not any(
        scene.is_any(token.index, words) for words in known)


def _held_elsewhere(scene: Scene, holder: Spot) -> bool:
    """"Board president N of the Lakeside district": of what is named behind the holder."""
    return any(token.lower in ("of", "from") for token in scene.tree.tokens[holder.last + 1:holder.last + 2])


def _by_trade(scene: Scene, hit: Hit, holder: Spot) -> bool:
    """"a suit by publisher Y", "penerbit Y": a bare noun right before a company's name tells its trade, not that it runs X."""
    first = min(hit.words)
    bare = hit.trigger.frame.relation == "operator" and max(hit.words) + 1 == holder.first and len(hit.words) == 1
    led = first > 0 and (scene.is_any(first - 1, "definite") or scene.is_any(first - 1, "descriptions_begin")
                         or scene.tree[first - 1].slot in ("owner", "determiner"))
    return bare and first > 0 and not led and scene.tree[first].text.islower()


def _owned(scene: Scene, hit: Hit) -> bool:
    """"the agency's director": of somebody, so of no platform that is merely around."""
    return bool(scene.tree.children(hit.head, "owner")) or scene.tree[min(hit.words) - 1].lower in ("'s", "’s")


def _of_any(scene: Scene, hit: Hit) -> bool:
    """"The Murcia-based publisher, X,": a trade; "board member N", "Director General N": of whatever board or office."""
    tree, first, last = scene.tree, min(hit.words), max(hit.words)
    based = first > 0 and scene.is_any(first - 1, "based") or last + 1 < len(tree) and scene.is_any(last + 1, "based")
    return scene.is_any(last, "roles_of_any") or is_general(scene, last) or based and scene.is_any(last, "trades_of_firms")


def is_general(scene: Scene, last: int) -> bool:
    """"Director-General N", "Chief Inspector N": an office of the state, whose last word stands behind the role's."""
    tree = scene.tree
    behind = last + 1 + (last + 1 < len(tree) and tree[last + 1].text == "-")
    return behind < len(tree) and tree[behind].text[:1].isupper() and scene.is_any(behind, "roles_of_any")


def _of_something(scene: Scene, hit: Hit) -> bool:
    """"the founder of a chess club", "pendiri komunitas sepeda": of something that is no platform."""
    after = max(hit.words) + 1
    if after == len(scene.tree) or after in scene.mentions.at and scene.discourse.kind(scene.mentions.at[after].node) == "Person":
        return False
    if scene.is_any(after, "platform_nouns") and (after + 1 == len(scene.tree) or scene.tree[after + 1].text in (",", ".")):
        return False   # "sang perintis situs,": the one that the article is about
    if scene.is_any(after, "descriptions_begin"):
        return True   # "pengelola sebuah kanal di X"
    bare = bool(scene.words("definite_after")) and scene.tree[after].pos in ("NOUN", "PROPN")
    return scene.tree[after].lower in scene.words("of_words") or bare


def belongs_to_person(scene: Scene, thing: int, verb: int) -> bool:
    """"Warung milik pendiri X ditutup": what belongs to somebody of X is not X."""
    if not scene.words("definite_after") or thing in scene.mentions.at or thing in scene.mentions.opaque:
        return False
    first = next((spot.first for spot in scene.mentions.spots if thing < spot.first < verb and spot.how == "name"), thing)
    people = {*scene.any_of("speakers_public", "person_leaders")}
    return any(i in people and i in scene.mentions.opaque and scene.tree.governs(thing, i) for i in range(thing + 1, first))
