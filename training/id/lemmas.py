"""Lemmas for the model: simplemma's, looked up once for every known word, and the few that it gets wrong.

They travel inside the model as a table, so nothing has to be installed to use them. A word that is not in it is its own
lemma. The lemma is the root as in the treebanks: "perusahaan" has "usaha".
"""

from __future__ import annotations

from collections.abc import Iterable

import simplemma
from spacy.language import Language
from spacy.lookups import Lookups

# Roots that a rule of prefixes cannot guess, or takes for others.
EXCEPTIONS = {
    "mengakui": "aku", "mengaku": "aku", "mengetahui": "tahu", "diketahui": "tahu",
    "menyalahgunakan": "salah guna", "disalahgunakan": "salah guna", "penyalahgunaan": "salah guna",
    "merundung": "rundung", "dirundung": "rundung", "perundungan": "rundung",
    "menonaktifkan": "nonaktif", "dinonaktifkan": "nonaktif",
}


def table(words: Iterable[str]) -> dict[str, str]:
    """Word to lemma, both in lower case; words that are their own lemmas are left out.

    >>> table(["digugat", "mengakui", "kota"])
    {'digugat': 'gugat', 'mengakui': 'aku'}
    """
    lower = sorted({word.lower() for word in words if word.isalpha() or "-" in word})
    found = {word: EXCEPTIONS.get(word) or simplemma.lemmatize(word, lang="id").lower() for word in lower}
    return {word: lemma for word, lemma in found.items() if lemma and lemma != word}


def add(nlp: Language) -> None:
    """Give the pipeline a lemmatizer with a table of all words that it has met, in small letters and with a capital."""
    small = table([*nlp.vocab.strings, *EXCEPTIONS])
    lookups = Lookups()
    lookups.add_table("lemma_lookup", small | {word.capitalize(): lemma for word, lemma in small.items()})
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    lemmatizer.initialize(lambda: [], nlp=nlp, lookups=lookups)  # type: ignore[attr-defined]
