"""Indonesian verbs by their form: meN- and di-, and those that ask somebody to do something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token as Word

# Verbs without a prefix that are often tagged as nouns or adjectives.
_PLAIN_VERBS = frozenset("kandas pamit lengser tamat gugur bubar kolaps hengkang gulung mundur bangkrut pailit".split())
_ACTIVE = re.compile(r"(mem[bpfv]|mem[aeiou]\w|men[djctz]|men[aeiou]\w|meng[a-z]|meny[aeiou]|me[lrwynm][aeiou])\w{2,}")
_NOT_ACTIVE = frozenset("menteri media member memori mesin meter menit metode merek melalui mengenai menurut menjelang "
                        "meskipun menengah mental melayu mentah mereka merah mewah".split())
_ASKING = frozenset("meminta minta memohon mendesak mendorong mengimbau memerintahkan menginstruksikan mewajibkan "
                    "menyuruh menyerukan mengajak membujuk memaksa mengizinkan membolehkan mempersilakan menyarankan "
                    "mengusulkan menuntut berkoordinasi menyurati bersurat melobi diminta didesak diimbau diperintahkan "
                    "diinstruksikan diwajibkan disuruh dipaksa diizinkan".split())
_NOT_PASSIVE = frozenset("dia dini dingin diri dirinya dinas direktur direksi digital dinamika diskusi diskon diplomat "
                         "distribusi disiplin diri-sendiri dirjen divisi dialog dilema dimensi disinformasi diaspora "
                         "diskriminasi diam dinding".split())


def is_verb(word: Word) -> bool:
    """Whether the form alone says verb: meN- and di- forms are often tagged as nouns after another verb."""
    active = bool(_ACTIVE.match(word.lower_)) and word.lower_ not in _NOT_ACTIVE
    return word.is_lower and (active or is_passive(word.lower_) or word.lower_ in _PLAIN_VERBS)


def is_passive(word: str) -> bool:
    """Whether a word in small letters has the form of a passive: "ditutup", not "digital"."""
    return word.startswith("di") and len(word) > 4 and word[2:4] != "a " and word not in _NOT_PASSIVE


def is_asked_for(word: Word) -> bool:
    """"Telah meminta penyedia *memutus* akses X": a treebank calls what somebody is asked to do an adverbial clause."""
    return word.head.i < word.i and word.head.lower_ in _ASKING and is_verb(word) and not any(
        child.dep_ in ("mark", "punct") and child.i < word.i and child.lower_ not in ("untuk", "agar", "supaya")
        for child in word.children)
