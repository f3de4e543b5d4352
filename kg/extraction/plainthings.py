"""What happens to a thing of its own happens to no platform and to nobody: "ruang baca ditutup", "kanal di X diblokir"."""

from __future__ import annotations

from kg.extraction.arguments import subjects
from kg.extraction.humans import is_people, is_thing
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit

_OF_SERVICES = ("shutdown", "suspension", "blocking", "delisting")


def of_a_ware(scene: Scene, hit: Hit) -> bool:
    """"a pill bought through the app", "barang yang dibeli lewat X": what was bought is no platform."""
    tree, upper = scene.tree, scene.tree[hit.head].head
    bought = tree[hit.head].passive and tree[hit.head].slot == "relative"
    return hit.trigger.frame.outcome == "acquisition" and bought and tree[upper].pos == "NOUN" and upper not in scene.mentions.at


def of_plain_thing(scene: Scene, hit: Hit) -> bool:
    """"Program gratis ongkir ditutup", "kanal di aplikasi X diblokir": whose subject is a thing of its own, with no platform in
    it; of people's outcomes, a subject that is no people: "dana penjual ditahan".
    """
    frame = hit.trigger.frame
    closed = scene.words("definite_after") and (frame.outcome in _OF_SERVICES or frame.outcome and frame.anyone)
    things = [i for i in subjects(scene.tree, hit.head, scene.lexicon) if i not in hit.words]
    if not closed:   # "a suit launched by Y" founds no X
        return bool(frame.relation and things) and all(scene.is_any(i, "procedures_of_law") for i in things)
    if closed and frame.anyone:
        return bool(things) and all(is_thing(scene, i) for i in things)
    between = any(things[0] < spot.first < hit.head and scene.discourse.kind(spot.node) == "Platform"
                  and not _is_where(scene, things[0], spot.first) for spot in scene.mentions.spots) if things else False
    return bool(things) and not between and all(
        _is_plain_thing(scene, i) and not scene.tree[i].case for i in things)   # "setelah sepekan diblokir"


def of_another(scene: Scene, hit: Hit) -> bool:
    """"X Lenyap, Bosnya Angkat Kaki", "Rasa Alam, langganan X, tutup": of a platform's outcome, a subject that is people, or a
    name that nobody knows, parted by a comma from those that are known.
    """
    tree, frame = scene.tree, hit.trigger.frame
    if not scene.words("human_nouns") or not frame.outcome or "Platform" not in frame.B or "Person" in frame.B:
        return False
    bearing = [i for i in subjects(tree, hit.head, scene.lexicon) if i not in scene.mentions.at and i not in hit.words]
    unknown = [i for i in bearing if tree[i].pos == "PROPN" and not any(
        i < spot.first and "," not in tree.text_between(i, spot.first) for spot in scene.mentions.spots)]
    return bool(bearing) and all(i in unknown or is_people(scene, i) for i in bearing)


def of_people(scene: Scene, hit: Hit, subject: list[int]) -> bool:
    """"Para moderator X angkat kaki": those who leave are people of X, and none that run it."""
    frame = hit.trigger.frame
    platforms = bool(scene.words("human_nouns")) and frame.outcome in _OF_SERVICES and "Person" not in frame.B
    before = hit.head - 1
    while before > 0 and (scene.is_any(before, "bringing_about") or scene.is_any(before, "besides")):
        before -= 1   # "X Lenyap, Bosnya Ikut Angkat Kaki"
    subject = [before] if before >= 0 and scene.tree[before].lower.endswith("nya") else subject
    plain = [i for i in subject if i not in scene.mentions.at and scene.tree[i].pos == "NOUN"]
    return platforms and bool(plain) and all(is_people(scene, i) and not scene.is_any(i, "runners") for i in plain)


def _is_where(scene: Scene, thing: int, name: int) -> bool:
    """"kanal judi di aplikasi X": whether the name says where the thing is, not whose it is."""
    return any(scene.is_any(i, "place_cases") for i in range(thing + 1, name))


def _is_plain_thing(scene: Scene, noun: int) -> bool:
    tree, words = scene.tree, scene.lexicon.phrases
    below = [spot for spot in scene.mentions.spots if noun < spot.first and tree.governs(noun, spot.first)]
    if tree[noun].pos != "NOUN" or noun in scene.mentions.at or scene.is_any(noun, "access_nouns"):
        return False
    placed = bool(below) and all(_is_where(scene, noun, spot.first) for spot in below)
    own = scene.is_any(noun, "service_nouns") or any(tree.begins(words[kind], noun) for kind in ("platform", "company"))
    return placed or not below and not own
