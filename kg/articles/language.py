"""Which language a text is written in."""

from __future__ import annotations

from collections.abc import Sequence

from kg.articles.words import table
from kg.errors import ArticleError

_ENOUGH = 2000
_SHORT = 25
_DOUBT = 6.0  # how much less likely, in logarithms, a supported language may be in a short text
_NEAR = 4
_OLD_CODES = {"in": "id"}


def choose(text: str, given: str, *, supported: Sequence[str], place: str) -> str:
    """The code of the language that was given, else the one detected; raises ArticleError if it is not supported.

    >>> choose("Gugatan itu menuduh pendirinya.", "", supported=("en", "id"), place="a.txt")
    'id'
    """
    lang = normalise(given) if given else detect(text, supported=supported)
    if lang not in supported:
        known = ", ".join(supported)
        raise ArticleError(f"{place}: language {lang!r} is not supported (known: {known})", hint=_hint(given))
    return lang


def _hint(given: str) -> str:
    return "use one of the known codes" if given else "give --lang if it was detected wrongly"


def normalise(code: str) -> str:
    """A language code without its region, in lower case: "en-GB" is "en".

    >>> normalise("en-GB"), normalise("in")
    ('en', 'id')
    """
    code = code.strip().lower().replace("_", "-").partition("-")[0]
    return _OLD_CODES.get(code, code)


def detect(text: str, *, supported: Sequence[str]) -> str:
    """The likeliest language; a supported one is preferred to its near relatives, and in a few words that tell little.

    >>> detect("Strangly ditutup.", supported=("en", "id")), detect("La cour a tranché.", supported=("en", "id"))
    ('id', 'fr')
    """
    import py3langid  # here, since its model takes half a second to load and a given language needs none of it

    ranked = py3langid.rank(text[:_ENOUGH])
    best, score = str(ranked[0][0]), ranked[0][1]
    doubtful = _DOUBT if len(text.split()) < _SHORT else 0
    for place, (code, own) in enumerate(ranked):
        near = place < _NEAR and best in table().get(code, {}).get("near", ())
        if code in supported and (near or score - own <= doubtful):
            return str(code)
    return best
