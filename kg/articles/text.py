"""The parts of a text: its title, headings and paragraphs as spans, and what its dateline tells.

Every span points into the text exactly as it was given. Bylines, lines of a date only, links, adverts and credits lie
in no block; a dateline is cut off the paragraph that it opens. The words for all this stand in layout.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.articles import dateline
from kg.articles.dates import find_date, is_date_line
from kg.articles.words import either, pattern, words
from kg.model import Block, Span

_BLANK = "".join(map(chr, (*range(33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x202F, 0x3000,
                           0x2060, 0xFEFF)))
_ENDED = re.compile(r"[.!?…;:,][\"'”’»)\]]*$")
_SIGNATURE = re.compile(r"\s*\([a-z]{2,4}(?:/[a-z]{2,5})+\)$")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*|and|dan|in|di|for|de|van|von|bin|binti|[,&|/–-]")
_BULLET = re.compile(r"^[-–—*•·▪]\s+")
_WIDEST_WRAP = 100


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text says of itself; `published` is an ISO date or "", `publisher` a name as it should be shown."""

    blocks: tuple[Block, ...]
    title: str = ""
    published: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    after_gap: bool


def lay_out(text: str, *, title: str = "", lang: str = "") -> Layout:
    """The blocks of `text`; a `title` known from elsewhere is looked for in the first line, and nothing else is taken.

    >>> found = lay_out("Obrolin closes\\n\\nRIGA (Reuters) - Obrolin has closed.\\nRead also: Ten other sites")
    >>> [(block.kind, block.span.of("...")) for block in found.blocks][:1], found.publisher
    ([('title', '...')], 'Reuters')
    """
    lines = list(_lines(text))
    header = [line.text for line in lines if _is_header(line.text)]
    body = _joined([None if _is_furniture(line.text) else line for line in lines], text)
    kinds = _kinds(body, title)
    opened = _dateline(body, kinds)
    published = next(filter(None, (find_date(line, lang=lang) for line in header)), "")
    return Layout(
        tuple(_blocks(body, kinds, opened)),
        title or next((_flat(line.text) for line, kind in zip(body, kinds, strict=True) if kind == "title"), ""),
        published or find_date(opened[1].text, lang=lang),
        opened[1].publisher,
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold a letter or figure, stripped; a gap is an empty line or a rule before one."""
    start, gap = 0, True
    for raw in text.splitlines(keepends=True):
        line = _without_tail(raw.strip(_BLANK))
        left = start + len(raw) - len(raw.lstrip(_BLANK))
        start += len(raw)
        if any(character.isalnum() for character in line):
            yield _Line(Span(left, left + len(line)), line, gap)
            gap = False
        else:
            gap = True


def _without_tail(text: str) -> str:
    """A line without the credit of a picture or the desk's initials at its end: "... (Photo: Jane Doe)"."""
    text = _SIGNATURE.sub("", text)
    open_at = max(text.rfind("(", -160), text.rfind("[", -160))
    if open_at > 0 and text.endswith((")", "]")) and _is_credit(text[open_at:]):
        text = text[:open_at].rstrip(_BLANK)
    return text


# ---- What is not a sentence ----------------------------------------------------------------------------------------

def _is_furniture(line: str) -> bool:
    return _is_header(line) or _is_link(line) or _is_advert(line) or _is_credit(line)


def _is_header(line: str) -> bool:
    """Whether a line is a byline or a date of its own: what may tell when the article appeared."""
    return is_date_line(line) or _is_byline(line)


def _is_byline(line: str) -> bool:
    """A name after "By", or a word such as "Editor" with a colon; "By 2023 the site had closed." is a sentence."""
    line = line.lstrip("([")
    if len(line) > 200:
        return False
    by = _by().match(line)
    return by is not None and (by["signed"] is not None or _is_names(line[by.end():]))


@cache
def _by() -> re.Pattern[str]:
    signed, byline = either(words("signed")), either(words("byline"))
    return re.compile(rf"(?P<signed>(?:{signed}[ /]*){{1,5}}:)|{byline}:?\s+", re.IGNORECASE)


def _is_names(text: str) -> bool:
    """Whether a text is a few words with capitals, as names are; a date may stand behind them."""
    parts = re.split(r"\s[|•·-]\s|,\s(?=\w+\s\d)|;", text.rstrip(")] "))
    words_of_name = parts[0].replace(",", " , ").split()
    return 0 < len(words_of_name) <= 10 and not _ENDED.search(parts[0]) and all(map(_NAME.fullmatch, words_of_name))


def _is_link(line: str) -> bool:
    found = pattern("links").match(line.lstrip("([*>»•- "))
    return bool(found) and len(line) <= 250


def _is_advert(line: str) -> bool:
    return line.strip("[]()-–—.:*•… ").casefold() in words("adverts")


def _is_credit(line: str) -> bool:
    """A word such as "Photo" in brackets or before a colon or slash."""
    inner = line.lstrip("([")
    found = pattern("credits").match(inner)
    marked = inner != line or (found and inner[found.end():].lstrip().startswith((":", "/")))
    return bool(found and marked) and len(line) <= 200


# ---- Lines to paragraphs -------------------------------------------------------------------------------------------

def _joined(lines: Sequence[_Line | None], text: str) -> list[_Line]:
    """The lines as paragraphs: those of a text that was wrapped at a fixed width are joined; None parts them."""
    width = _wrap_width([line for line in lines if line])
    groups: list[list[_Line]] = []
    last: _Line | None = None
    for line in lines:
        if line and last and _goes_on(last, line, width):
            groups[-1].append(line)
        elif line:
            groups.append([line])
        last = line
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    return [_Line(span, span.of(text), group[0].after_gap) for span, group in zip(spans, groups, strict=True)]


def _wrap_width(lines: Sequence[_Line]) -> int:
    """The width at which the text was wrapped, or 0: at least a third of its lines go on in lower case."""
    pairs = [(one, two) for one, two in zip(lines, lines[1:], strict=False) if not two.after_gap]
    wrapped = [one for one, two in pairs if _runs_on(one, two)]
    width = max((len(line.text) for line in lines), default=0)
    return width if wrapped and 3 * len(wrapped) >= len(pairs) and width <= _WIDEST_WRAP else 0


def _runs_on(line: _Line, following: _Line) -> bool:
    return following.text[:1].islower() and not re.search(r"[.!?…][\"'”’»)\]]*$", line.text)


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line belongs to the same paragraph: its first word would not have fitted on this line."""
    if following.after_gap or dateline.read(following.text).length:
        return False
    full = len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width
    return _runs_on(line, following) or bool(width) and full


# ---- Paragraphs to blocks ------------------------------------------------------------------------------------------

def _kinds(body: Sequence[_Line], title: str) -> list[str]:
    """The kind of each paragraph."""
    kinds = [_kind(line, last=index + 1 == len(body)) for index, line in enumerate(body)]
    if not body:
        return kinds
    if title:
        kinds[0] = "title" if _flat(body[0].text) == _flat(title) else kinds[0]
    elif len(body) > 1 and _is_title(body[0], body[1]):
        kinds[0] = "title"
    return kinds


def _kind(line: _Line, *, last: bool) -> str:
    short = len(line.text) <= 80 and len(line.text.split()) <= 12
    opens = line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "\"'“‘«¿¡"
    heading = short and opens and not last and not _ENDED.search(line.text) and not dateline.read(line.text).length
    return "heading" if heading else "paragraph"


def _is_title(line: _Line, following: _Line) -> bool:
    """Whether the first paragraph is the title: no sentence end, or a question set apart by an empty line."""
    if len(line.text) > 250 or dateline.read(line.text).length:
        return False
    ended = _ENDED.search(line.text)
    return not ended or (following.after_gap and ended[0][0] in "?!" and len(line.text) <= 120)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _dateline(body: Sequence[_Line], kinds: Sequence[str]) -> tuple[int, dateline.Dateline]:
    """The place in `body` and the content of the dateline, which opens one of the first three paragraphs."""
    opening = [index for index, kind in enumerate(kinds) if kind == "paragraph"][:3]
    found = ((index, dateline.read(body[index].text)) for index in opening)
    return next(((index, line) for index, line in found if line.length), (-1, dateline.Dateline()))


def _blocks(body: Sequence[_Line], kinds: Sequence[str], opened: tuple[int, dateline.Dateline]) -> Iterator[Block]:
    for index, (line, kind) in enumerate(zip(body, kinds, strict=True)):
        start = opened[1].length if index == opened[0] else len(line.text) - len(_BULLET.sub("", line.text))
        if start < len(line.text):
            yield Block(Span(line.span.start + start, line.span.end), kind)
