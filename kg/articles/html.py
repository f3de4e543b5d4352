"""Web pages to records, through trafilatura: the article's text without what stands around it."""

from __future__ import annotations

import re
from typing import Any

from kg.articles.record import Record, decode, web_address
from kg.errors import ArticleError

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
"""No guesses from figures in the text, and the same date whatever the day on which a page is read."""


def page(raw: bytes, key: str, place: str) -> Record:
    """The record of a web page: title, an empty line, then the paragraphs, parted by empty lines.

    The canonical address, if the page gives one, is its key. Raises ArticleError if the page holds no article.
    """
    found = _extracted(_markup(raw, place), place)
    title = " ".join((found.title or "").split())
    paragraphs = [line.strip() for line in (found.text or "").splitlines() if line.strip()]
    if not paragraphs:
        raise _empty(place)
    if title and _same(paragraphs[0], title):
        paragraphs = paragraphs[1:]
    url = web_address(found.url or "")
    text = "\n\n".join(filter(None, (title, *paragraphs)))
    return Record(text, url or key, place, title, url, found.sitename or "", found.date or "")


def _markup(raw: bytes, place: str) -> str:
    """The page decoded: as UTF-8, else by the encoding that it names itself."""
    try:
        return decode(raw, place)
    except ArticleError:
        named = _CHARSET.search(raw[:4096])
        if b"\0" in raw or not named:
            raise
        return _decoded(raw, named[1].decode(), place)


def _decoded(raw: bytes, encoding: str, place: str) -> str:
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeError) as error:
        message = f"{place}: neither UTF-8 nor {encoding}, which the page names"
        raise ArticleError(message, hint="save the page as UTF-8") from error


def _extracted(markup: str, place: str) -> Any:
    """What trafilatura finds in the page."""
    import trafilatura  # here, since it takes a second to load and only web pages need it

    try:
        found = trafilatura.bare_extraction(
            markup, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
        )
    except Exception as error:  # whatever a broken page sets off in the parser costs this page only
        raise ArticleError(f"{place}: the page cannot be parsed", hint="save it again as HTML") from error
    if found is None:
        raise _empty(place)
    return found


def _same(line: str, title: str) -> bool:
    """Whether the page's first line is its title, or one holds the other, as with a site's name behind it."""
    line, title = " ".join(line.split()).casefold(), title.casefold()
    return line in title or title in line and len(line) < len(title) + 40


def _empty(place: str) -> ArticleError:
    return ArticleError(f"{place}: no article text found in the page", hint="give the text as .txt or in .jsonl")
