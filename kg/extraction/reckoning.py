"""Dates that are told by one told before: "the same day", "that December", "a year later"."""

from __future__ import annotations

from kg.extraction import values
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.spells import shifted, spell_before
from kg.extraction.values import Found
from kg.model import Value


def from_before(scene: Scene, notes: Notes) -> list[Found]:
    """The dates of a sentence that hang on the last date of it or of a sentence before."""
    return [*_same(scene, notes), *_of_that_year(scene, notes), *_later(scene, notes)]


def _same(scene: Scene, notes: Notes) -> list[Found]:
    """"stepped down the same day", "pada hari yang sama": the day that was spoken of last, here or in a sentence before."""
    spoken = values.dates(scene.tree, scene.lexicon, scene.published)
    found = []
    for words in scene.tree.find(scene.lexicon.phrases["same_day"]):
        here = [hit.value.lexical for hit in spoken if hit.value.kind == "date" and hit.first < words[0]]
        if day := here[-1] if here else notes.day:
            found.append(Found(Value(day, "date"), words[0], words[-1]))
    months = {at for at, _ in values.months_of_that_year(scene.tree, scene.lexicon)}   # "Oktober tahun yang sama" is October
    for phrase, kind, length in (("same_month", "month", 7), ("same_year", "year", 4)) if notes.dated else ():
        for words in scene.tree.find(scene.lexicon.phrases[phrase]):
            here = [hit.value.lexical for hit in spoken if hit.last < words[0]]
            if len(known := (here[-1] if here else notes.when)[:length]) == length and words[0] - 1 not in months:
                found.append(Found(Value(known, kind), words[0], words[-1]))
    return found


def _of_that_year(scene: Scene, notes: Notes) -> list[Found]:
    """"blocked it that December", "tahun berikutnya": the year that was spoken of last, or the one after it."""
    spoken = values.dates(scene.tree, scene.lexicon, scene.published)
    found = []
    for at, month in values.months_of_that_year(scene.tree, scene.lexicon) if notes.dated else ():
        here = [hit.value.lexical for hit in spoken if hit.last < at]
        if known := (here[-1] if here else notes.when)[:4]:
            found.append(Found(Value(f"{known}-{month:02}", "month"), at, at))
    for words in scene.tree.find(scene.lexicon.phrases["following_year"]) if notes.dated else ():
        here = [hit.value.lexical for hit in spoken if hit.last < words[0]]
        if known := (here[-1] if here else notes.when)[:4]:
            found.append(Found(Value(str(int(known) + 1), "year"), words[0], words[-1]))
    return found


def _later(scene: Scene, notes: Notes) -> list[Found]:
    """"A year later it was sold", "dicabut setahun berselang": so long after the date that was told last."""
    told, found = scene.any_of("later") if notes.dated else (), []
    spoken = values.dates(scene.tree, scene.lexicon, scene.published) if told else ()
    for index in told:
        spell = spell_before(scene.tree, index, scene.lexicon)
        before = [hit.value.lexical for hit in spoken if spell and hit.last < spell.first]
        known = before[-1] if before else notes.when
        if spell and known and (value := shifted(known, spell.count, spell.unit)):
            found.append(Found(value, spell.first, index))
    return found
