"""What every reader yields: the text of one article with what its file says about it, before it is understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import ArticleError

_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]{1,2000}", re.IGNORECASE)
LIMIT = 4 * 2**20
"""The most bytes that one article may have."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article as its file gives it; `place` says in messages where it stands ("news.jsonl, line 3")."""

    text: str
    key: str
    place: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    lang: str = ""


def web_address(url: str) -> str:
    """`url` if it is a web address that can be shown as a link, else "".

    >>> web_address(" https://news.example/a?b=1 "), web_address("javascript:alert(1)")
    ('https://news.example/a?b=1', '')
    """
    url = url.strip()
    return url if _URL.fullmatch(url) else ""


def decode(raw: bytes, place: str) -> str:
    """The text of UTF-8 bytes, without a byte order mark; raises ArticleError for a binary or another encoding."""
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError(f"{place}: a binary file, not text", hint="articles are .txt, .jsonl, .ndjson, .html, .htm")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise ArticleError(f"{place}: not UTF-8 ({wrong})", hint="save the file as UTF-8") from error


def check_text(text: str, place: str) -> None:
    """Raise ArticleError for a text without words, or with characters that no store can hold."""
    if not any(character.isalnum() for character in text):
        raise ArticleError(f"{place}: holds no text", hint="an article needs at least one word")
    if "\0" in text:
        raise ArticleError(f"{place}: the text holds a NUL character", hint="remove the character U+0000")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        wrong = f"U+{ord(text[error.start]):04X} at character {error.start}"
        raise ArticleError(f"{place}: the text holds half a character ({wrong})", hint="escape it as a pair") from error
