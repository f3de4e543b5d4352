"""Finding article files and opening them: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from kg.articles import jsonl
from kg.articles.html import page
from kg.articles.record import LIMIT, Record, decode
from kg.errors import ArticleError

KINDS = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}
_HINT = f"articles are {', '.join(KINDS)}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its key among the articles, how messages call it, and its kind ("" if that is to be seen)."""

    path: str
    key: str
    place: str
    kind: str


def records(paths: Iterable[str | Path]) -> Iterator[Record | ArticleError]:
    """Every record of every file, in the order of `paths` and sorted within a folder."""
    for path in paths:
        for source in _sources(str(path)):
            yield from _read(source) if isinstance(source, Source) else [source]


def _sources(path: str) -> Iterator[Source | ArticleError]:
    place = _shown(path)
    if path == "-":
        yield Source(path, "stdin", "standard input", "")
    elif os.path.isdir(path):
        yield from _in_folder(path, place)
    elif not os.path.exists(path):
        yield ArticleError(f"{place}: no such file or folder", hint="check the path")
    else:
        name, suffix = os.path.basename(path), os.path.splitext(path)[1].lower()
        known = suffix in KINDS or not suffix
        yield Source(path, _shown(name), place, KINDS.get(suffix, "")) if known else ArticleError(
            f"{place}: not a kind of file that holds articles ({_shown(suffix)})", hint=_HINT
        )


def _in_folder(folder: str, place: str) -> Iterator[Source | ArticleError]:
    """The article files below a folder by path; hidden files and folders are left out."""
    found = sorted(_walk(folder))
    for key, path in found:
        yield Source(path, key, _shown(path), KINDS[os.path.splitext(path)[1].lower()])
    if not found:
        yield ArticleError(f"{place}: no articles in this folder", hint=_HINT)


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = os.path.join(inside, name)
            kind = KINDS.get(os.path.splitext(name)[1].lower())
            if kind and not name.startswith(".") and os.path.isfile(path):
                yield _shown(os.path.relpath(path, folder).replace(os.sep, "/")), path


def _shown(path: str) -> str:
    """A path as text that can be stored: bytes of a name that are no UTF-8 become a question mark."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read(source: Source) -> Iterator[Record | ArticleError]:
    try:
        with _opened(source.path) as stream:
            yield from _records(source, stream)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(f"{source.place}: cannot be read ({error.strerror})", hint="check that you may read it")


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
    else:
        with open(path, "rb") as stream:
            yield stream


def _records(source: Source, stream: BinaryIO) -> Iterator[Record | ArticleError]:
    kind = source.kind or _look(stream)
    if kind == "jsonl":
        yield from jsonl.records(stream, key=source.key, place=source.place)
        return
    raw = _all(stream, source.place)
    yield page(raw, source.key, source.place) if kind == "html" else Record(
        decode(raw, source.place), source.key, source.place
    )


def _look(stream: BinaryIO) -> str:
    """The kind of a stream by its first characters, which stay unread."""
    head = cast(BufferedReader, stream).peek(512).lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    if head.startswith(b"{"):
        return "jsonl"
    return "html" if head.startswith((b"<!doctype html", b"<html", b"<?xml")) else "text"


def _all(stream: BinaryIO, place: str) -> bytes:
    raw = stream.read(LIMIT + 1)
    if len(raw) > LIMIT:
        raise ArticleError(f"{place}: larger than {LIMIT} bytes", hint="a file holds one article; many go into .jsonl")
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ArticleError(f"{place}: the file is empty", hint="an article needs at least one word")
    return raw
