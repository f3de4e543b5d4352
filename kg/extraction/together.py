"""Several platforms or people that one event befalls: "blocked X and two other apps, Y and Z", "to block all three",
"keduanya ditahan".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.lexicon import Frame

_FAR = 8   # how far behind its noun a list may begin: "tiga situs judi online, yakni X"
_COUNTED = ("NUM", "ADJ", "DET", "ADV")


def listed(scene: Scene, found: list[Spot]) -> list[Spot]:
    """The parties with all the platforms that a list joins to one of them, each node once."""
    joined: dict[str, Spot] = {}
    for spot in found:
        named = spot.how == "name" and scene.discourse.kind(spot.node) == "Platform"
        for one in (spot, *(_joined(scene, spot) if named else ())):
            joined.setdefault(one.node, one)
    return list(joined.values())


def _joined(scene: Scene, first: Spot) -> Iterator[Spot]:
    """The platforms of the list that a name begins: over commas, "and" and "two other apps" up to its last name."""
    tree, at, ended, run = scene.tree, first.last + 1, False, []
    while at < len(tree) and not ended:
        token, spot = tree[at], scene.mentions.at.get(at)
        if spot and spot.first == at and spot.how == "name" and scene.discourse.kind(spot.node) == "Platform":
            if tree[spot.last].slot in ("subject", "passive") and not _of_whole(scene, first, spot):
                return   # "sued X, and Y settled"
            if tree[min(spot.last + 1, len(tree) - 1)].text in ("'s", "’s"):
                return   # "penalties for X and Y's owner"
            run.append(spot)
            before = tree[at - 1].lower
            ended = before in scene.words("and_words") and tree[min(spot.last + 1, len(tree) - 1)].text != ","
            at = spot.last + 1
        elif token.text == "," or token.lower in scene.words("and_words") or _introduces(scene, at):
            at += 1
        else:
            break
    inside = range(first.last + 1, run[-1].first if run else 0)
    if any(tree[i].lower in scene.words("and_words") for i in inside):
        yield from run


def _introduces(scene: Scene, at: int) -> bool:
    """"two other *apps*, X and Y": the words of a list that are no names."""
    token = scene.tree[at]
    noun = token.pos == "NOUN" and {token.lower, token.lower.removesuffix("s")} & scene.lexicon.last_words["platform"]
    return bool(noun) or token.pos in _COUNTED and (token.pos == "NUM" or scene.is_any(at, "another"))


def _of_whole(scene: Scene, first: Spot, last: Spot) -> bool:
    """"X, Y and Z were blocked": the list as a whole is the subject."""
    return scene.tree[first.last].slot in ("subject", "passive") or scene.tree.governs(last.first, first.first)


def meant(scene: Scene, tokens: Iterable[int], kinds: tuple[str, ...]) -> list[Spot]:
    """"All three", "both", "kedua aplikasi itu": as many of the platforms spoken of last; "both" may be people as well."""
    people = not {"Person", "Group"}.isdisjoint(kinds)
    for index in tokens if "Platform" in kinds else ():
        if named := _told_apart(scene, index):
            return named
        number = _number(scene, index) if not people or scene.tree[index].pos == "NOUN" else 0
        if number > 1 and len(scene.mentions.platforms) >= number:
            return [Spot(node, index, index, "noun") for node in scene.mentions.platforms[-number:]]
    return []


def _told_apart(scene: Scene, index: int) -> list[Spot]:
    """"Menegur enam lokapasar, termasuk X dan Y", "blocked three sites, including X": those that a list behind the noun names."""
    tree = scene.tree
    noun = index not in scene.mentions.at and bool({tree[index].lower, tree[index].lemma} & scene.lexicon.last_words["platform"])
    counted = noun and any(tree[i].pos == "NUM" or scene.is_any(i, "several_holders") for i in tree.children(index))
    for at in range(index + 1, min(index + _FAR, len(tree))) if counted else ():
        if spot := scene.mentions.at.get(at):
            led = scene.is_any(at - 1, "list_leads") or tree[at - 1].text == ":"
            platform = spot.how == "name" and scene.discourse.kind(spot.node) == "Platform"
            return listed(scene, [spot]) if led and platform else []
        if tree[at].pos not in ("NOUN", "ADJ", "ADV", "PUNCT") and not scene.is_any(at, "list_leads"):
            return []
    return []


def accomplices(scene: Scene, spot: Spot) -> list[Spot]:
    """"Keduanya ditahan": all to whom the article has told that something befell at once."""
    known = scene.discourse.accomplices
    several = spot.node in known and spot.how != "name" and scene.is_any(spot.last, "they")
    return [replace(spot, node=node) for node in known] if several else [spot]


def them(scene: Scene, frame: Frame, tokens: list[int]) -> list[Spot]:
    """"Penyidik menjerat mereka", "prosecutors charged them": whoever stands accused."""
    known = scene.discourse.accused if "Group" in frame.B else ""
    return [Spot(known, i, i, "pronoun") for i in tokens if known and scene.tree[i].pos == "PRON" and scene.is_any(i, "they")]


def _number(scene: Scene, index: int) -> int:
    """How many platforms a word speaks of; 0 if of none."""
    tree, token = scene.tree, scene.tree[index]
    if index in scene.mentions.at:
        return 0
    forms = {token.lower, token.lower.removesuffix("s")} if scene.lexicon.check_pos else {token.lower}
    noun = token.pos == "NOUN" and bool(forms & scene.lexicon.last_words["platform"])
    if noun:
        return _counted(scene, [token.index, *tree.children(index)], marked=True)
    if token.pos in ("NOUN", "PROPN", "VERB"):
        return 0
    return _counted(scene, [index, *tree.children(index)], marked=False)


def _counted(scene: Scene, words: list[int], *, marked: bool) -> int:
    """"All three" of three, "both" of two, "ketiganya"; before a noun "the two" and "kedua" too."""
    tree, numbers = scene.tree, scene.lexicon.numbers
    lower = [tree[i].lower for i in words]
    counts = [scene.lexicon.numbers.get(word, 0) for word in lower if word in numbers]
    if any(word in scene.words("all_of_two") for word in lower):
        return 2
    if any(word in scene.words("all_of_three") for word in lower):
        return 3
    known = any(word in scene.words("all_of_them") for word in lower) or marked and any(
        word in scene.words("definite") | scene.words("definite_after") for word in lower)
    return int(counts[0]) if known and counts else 0
