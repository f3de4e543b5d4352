"""Places that are of something else than of what happened: of money, of where somebody is from."""

from __future__ import annotations

from kg.extraction import origins
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.values import Found


def of_money(scene: Scene, place: Found) -> bool:
    """"4 juta dolar AS": no place."""
    units = scene.lexicon.once("words of currencies", lambda: {
        word for name, _ in scene.lexicon.currencies for word in name.lower().split()})
    return bool(place.first) and scene.tree[place.first - 1].lower in units


def of_origin(scene: Scene, place: Found) -> bool:
    """"Perusahaan asal Jepang", "warga negara Malaysia": where somebody comes from, unless it is an authority."""
    before = [token.lower for token in scene.tree.tokens[max(0, place.first - 2):place.first]]
    origin = before[-1:] and before[-1] in scene.words("origins") or before == ["warga", "negara"]
    spot = scene.mentions.at.get(place.last + 1)   # "raksasa teknologi Korea Hanbit"
    body = spot is not None and is_authority(scene, spot)
    origin = origin or not body and origins.is_origin(scene.tree, place.first, place.last, scene.lexicon)
    return bool(origin) and not (place.first > 1 and scene.is_any(place.first - 2, "authority_words"))
