"""Reading articles: plain text, JSON Lines and web pages, from files, folders and standard input.

Invariants: a file or record that cannot be read costs one error and nothing else; `Article.text` is the text exactly
as it was decoded, and every block is a span of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles import language, sources
from kg.articles.dates import find_date
from kg.articles.record import Record, check_text, web_address
from kg.articles.text import lay_out
from kg.errors import ArticleError
from kg.model import Article

__all__ = ["SUPPORTED", "from_text", "read"]
SUPPORTED = ("en", "id")
"""The languages that are read unless told otherwise."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What the caller says of every article; it wins over what the article says."""

    supported: Sequence[str]
    lang: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""


def read(
    paths: Iterable[str | Path],
    *,
    lang: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    supported: Sequence[str] = SUPPORTED,
) -> Iterator[Article | ArticleError]:
    """Read every article, one at a time; what cannot be read comes as an ArticleError among the articles.

    `paths` are files (.txt, .jsonl, .ndjson, .html, .htm), folders, and "-" for standard input. A folder is walked in
    order of its paths, without hidden files. `lang`, `date`, `publisher` and `url` hold for every article, whatever
    it says itself. A text that comes again under the same key is skipped; another text under the same key is an error.
    Raises ArticleError at once if one of the options is wrong.
    """
    given = _checked(_Given(supported, lang or "", date or "", publisher or "", url or ""))
    return _read(paths, given)


def from_text(
    text: str,
    *,
    key: str = "text",
    title: str = "",
    lang: str = "",
    date: str = "",
    publisher: str = "",
    url: str = "",
    supported: Sequence[str] = SUPPORTED,
) -> Article:
    """The article that a text in memory makes; raises ArticleError for an empty text or an unsupported language.

    >>> article = from_text("Strangly closes\\n\\nRIGA (Reuters) - Strangly has closed.", lang="en")
    >>> [(block.kind, block.span.of(article.text)) for block in article.blocks], article.publisher
    ([('title', 'Strangly closes'), ('paragraph', 'Strangly has closed.')], 'Reuters')
    """
    return _article(Record(text, key, key, title), _checked(_Given(supported, lang, date, publisher, url)))


def _checked(given: _Given) -> _Given:
    """The options with their date as an ISO date; raises ArticleError where one is wrong."""
    published = find_date(given.published, lang=given.lang)
    if given.published and not published:
        raise ArticleError(f"{given.published!r} is not a date", hint="write it as 2023-11-09")
    if given.url and not web_address(given.url):
        raise ArticleError(f"{given.url!r} is not a web address", hint="it begins with http:// or https://")
    if given.lang:
        language.choose("", given.lang, supported=given.supported, place="--lang")
    return _Given(given.supported, given.lang, published, given.publisher, web_address(given.url))


def _read(paths: Iterable[str | Path], given: _Given) -> Iterator[Article | ArticleError]:
    seen: dict[str, tuple[str, str]] = {}
    for record in sources.records(paths):
        try:
            if isinstance(record, ArticleError):
                yield record
            elif _is_new(article := _article(record, given), record.place, seen):
                yield article
        except ArticleError as error:
            yield error


def _article(record: Record, given: _Given) -> Article:
    check_text(record.text, record.place)
    lang = language.choose(record.text, given.lang or record.lang, supported=given.supported, place=record.place)
    layout = lay_out(record.text, title=record.title, lang=lang)
    if not layout.blocks:
        raise ArticleError(f"{record.place}: holds no sentence", hint="only bylines, dates or links were found")
    url = given.url or record.url
    return Article(
        record.text,
        lang,
        key=given.url or record.key,
        title=layout.title,
        url=url,
        publisher=given.publisher or record.publisher or layout.publisher,
        published=given.published or record.published or layout.published,
        blocks=layout.blocks,
    )


def _is_new(article: Article, place: str, seen: dict[str, tuple[str, str]]) -> bool:
    """Whether the key is new in this run; raises ArticleError where it came before with another text."""
    new = article.key not in seen
    text, first = seen.setdefault(article.key, (article.id, place))
    if text != article.id:
        hint = "give each record its own `id` or `url`, or name the folder above both files"
        raise ArticleError(f"{place}: has the key of {first}, {article.key!r}, but another text", hint=hint)
    return new
