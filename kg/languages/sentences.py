"""Where sentences end.

A rule of its own rather than the parser's guess: it runs before the parser, gives the same borders whatever the model,
and knows the abbreviations of the language ("Tbk.", "dkk.", "Dr.", "Inc.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

# Final punctuation, then closing quotes or brackets, then space.
_END = re.compile(r"""[.!?…]+["”’»'\])]*\s+""")
# A place, a source in brackets or after a comma, a dash: "SURABAYA, Kabar Kota - ", "Den Haag (WARTA) — ".
_DATELINE = re.compile(r"""[A-Z][\w.'/]*(?:[ -][A-Z][\w.'/]*){0,3}(?:, [^-–—"“.!?;:()]{2,30}(?:\.\w+)?)?(?: ?\([^)]{2,40}\))?"""
                       r"""[ \xa0]?(?:--?|–|—)[ \xa0]+(?=[A-Z“"])""")
# A place in capitals and a colon: "NEW DELHI: The ...", "JAKARTA: Pihak ...".
_COLON_LINE = re.compile(r"[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,2}(?:, [^:.!?\"“]{2,20})?: +(?=[A-Z“\"])")
# A company's legal form, and words that only a new sentence writes with a capital: "Y Ltd. The publisher ..."
_LEGAL_FORMS = frozenset("inc ltd corp co llc tbk pvt pte".split())
_BEGINNERS = re.compile(r"(?:The|It|They|He|She|Its|Their|His|Her|In|On|At|But|And|This|That|A|An|Both|Neither|When|After|While|"
                        r"Police|Prosecutors|Parents|Lawmakers|Regulators|Users|Critics|Lawyers|Polisi|Jaksa|"
                        r"Perusahaan|Pihak|Gugatan|Namun|Menurut|Dalam|Pada|Ia|Mereka|Selain|Sementara|Hal|Kasus|Aplikasi)\b")
_OPENERS = "\"“‘«'(["
_LAST_WORD = re.compile(r"[^\s(\"“‘«'\[]+$")


def split(text: str, within: Span, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences of one block of `text`, without white space around them.

    >>> text = "PT Obrolin Tbk. ditutup. “Kami menyesal,” kata Dr. Sena. Selesai."
    >>> [s.of(text) for s in split(text, Span(0, len(text)), frozenset({"tbk", "dr"}))]
    ['PT Obrolin Tbk. ditutup.', '“Kami menyesal,” kata Dr. Sena.', 'Selesai.']
    """
    start = within.start + _dateline(text, within)
    for match in _END.finditer(text, within.start, within.end):
        if _ends_sentence(text, start, match, within.end, abbreviations):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, within.end)


def _dateline(text: str, block: Span) -> int:
    """How long the dateline is that opens a block: it says nothing, and parsers stumble over it.

    >>> [_dateline(text, Span(0, len(text))) for text in ("JAKARTA, Kabar Nusa - Pihak itu", "Dublin (KBN) -- Ia", "Ia tak")]
    [22, 16, 0]
    >>> _dateline("NEW DELHI: The court", Span(0, 20))
    11
    """
    match = _DATELINE.match(text, block.start, block.end) or _COLON_LINE.match(text, block.start, block.end)
    return len(match.group()) if match else 0


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int, abbreviations: frozenset[str]) -> bool:
    following = text[match.end():limit].lstrip(_OPENERS)[:1]
    if following.islower():
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text[start:match.start()])
    if word and word.group().lower() in _LEGAL_FORMS and _BEGINNERS.match(text, match.end(), limit):
        return True
    return not (word and _is_short(word.group(), abbreviations))


def _is_short(word: str, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop after `word` may belong to the word: a known abbreviation, an initial, "U.S"."""
    initial = len(word) == 1 and word.isupper()
    return word.lower() in abbreviations or initial or ("." in word and len(word) <= 5 and word.replace(".", "").isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    stop = start + len(piece.rstrip())
    if begin < stop:
        yield Span(begin, stop)
