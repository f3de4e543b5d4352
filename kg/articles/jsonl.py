"""JSON Lines: one object a line, each an article.

    text        the article, required; it is stored exactly, and offsets point into it
    id          names the article across versions; text or a whole number
    title       may also be the first line of the text
    url         http or https
    publisher   or `source`
    published   or `date`: an ISO date, or one as articles print it
    lang        ISO 639-1 code; detected where it is missing

Other fields are ignored, and so is a field that is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.articles.dates import find_date
from kg.articles.record import LIMIT, Record, decode, web_address
from kg.errors import ArticleError

_NAMES = {
    "title": ("title",), "url": ("url",), "publisher": ("publisher", "source"), "published": ("published", "date"),
    "lang": ("lang",),
}


def records(stream: BinaryIO, *, key: str, place: str) -> Iterator[Record | ArticleError]:
    """The records of a file open for reading bytes; a line that cannot be read yields its error."""
    found = False
    for number, raw in _lines(stream):
        if raw.strip(b"\xef\xbb\xbf \t\r\n"):
            found = True
            yield _record(raw, key=f"{key}:{number}", place=f"{place}, line {number}")
    if not found:
        yield ArticleError(f"{place}: the file is empty", hint="write one JSON object a line, with a field `text`")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The numbered lines; one over the limit is cut just behind it."""
    number = 0
    while raw := stream.readline(LIMIT + 1):
        number += 1
        yield number, raw
        while len(raw) > LIMIT and not raw.endswith(b"\n"):
            raw = stream.readline(LIMIT + 1)


def _record(raw: bytes, *, key: str, place: str) -> Record | ArticleError:
    try:
        return _from_fields(_fields(raw, place), key, place)
    except ArticleError as error:
        return error


def _fields(raw: bytes, place: str) -> dict[str, object]:
    if len(raw) > LIMIT:
        raise ArticleError(f"{place}: longer than {LIMIT} bytes", hint="write one article a line")
    try:
        fields = json.loads(decode(raw, place))
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or a number too long"
        raise ArticleError(f"{place}: not JSON ({said})", hint="write one JSON object a line") from error
    if not isinstance(fields, dict):
        raise ArticleError(f"{place}: not an object", hint='write {"text": "..."}')
    return fields


def _from_fields(fields: dict[str, object], key: str, place: str) -> Record:
    if fields.get("text") is None:
        raise ArticleError(f"{place}: no field `text`", hint="every record needs the article's text")
    text = _string(fields, ("text",), place)
    known = {name: _string(fields, names, place).strip() for name, names in _NAMES.items()}
    known["url"] = web_address(known["url"])
    known["published"] = find_date(known["published"], lang=known["lang"])
    return Record(text, _id(fields, place) or known["url"] or key, place, **known)


def _id(fields: dict[str, object], place: str) -> str:
    value = fields.get("id")
    return str(value) if type(value) is int else _string(fields, ("id",), place).strip()


def _string(fields: dict[str, object], names: tuple[str, ...], place: str) -> str:
    """The first of the fields that is there, as text; "" if none is."""
    name = next((name for name in names if fields.get(name) is not None), "")
    value = fields.get(name, "")
    if not isinstance(value, str):
        raise ArticleError(f"{place}: field `{name}` is not text", hint="put it in double quotes")
    return value
