"""The road from articles to a graph: read, parse, extract, store, write. The one place where the halves meet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import islice
from pathlib import Path

from kg import articles, evaluation, extraction, gazetteer, languages, rdf, views
from kg.errors import ArticleError, KgError, StoreError
from kg.evaluation import Comparison
from kg.model import Article, Extraction
from kg.store import Store, Stored

_AT_ONCE = 32
_NAMES = ("graph.ttl", "graph.html")


@dataclass
class Report:
    """What a build did: how many articles were new, changed or unchanged, what failed and why, how many claims were read."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    claims: int = 0
    failures: list[KgError] = field(default_factory=list)

    def __str__(self) -> str:
        """One line for the end of a build.

        >>> print(Report(new=12, changed=3, unchanged=40, claims=210))
        12 new, 3 changed, 40 unchanged, 0 failed; 210 claims read
        """
        return (f"{self.new} new, {self.changed} changed, {self.unchanged} unchanged, {len(self.failures)} failed; "
                f"{self.claims} claims read")


def extract(*given: Article | str, lang: str = "") -> Iterator[Extraction]:
    """The claims of articles, or of plain texts in a language (detected where none is named).

    >>> text = "Pendiri Omegle, Leif K-Brooks, tinggal di Amerika Serikat."
    >>> [(c.predicate, c.status.value) for found in extract(text, lang="id") for c in found.claims]
    [('founder', 'asserted')]
    """
    texts = (articles.from_text(one, lang=lang) if isinstance(one, str) else one for one in given)
    return extraction.extract(languages.parse(texts))


def evaluate(paths: Iterable[Path]) -> list[Comparison]:
    """The claims of annotated articles, each article held against its gold. Raises `KgError` for a file that is no gold."""
    gold = [one for path in paths for one in evaluation.read(path)]
    given = [articles.from_text(one.text, key=one.id, lang=one.lang, date=one.date) for one in gold]
    return [evaluation.compare(one, found) for one, found in zip(gold, extract(*given), strict=True)]


def build(paths: Sequence[str | Path], output: Path, *, lang: str | None = None, date: str | None = None,
          publisher: str | None = None, url: str | None = None, on_article: Callable[[str], None] = lambda key: None) -> Report:
    """Read articles into the store in `output`/store and write `output`/graph.ttl and graph.html.

    What is in the store stays; an article whose text and tools are unchanged is skipped. An article that cannot be read
    is counted in the report and the others go on. `on_article` is called with each article's key when it is done.
    Raises `StoreError` if the store is held by another build, or if the guard finds a fact without a claim.
    """
    report = Report()
    reading = articles.read(paths, lang=lang, date=date, publisher=publisher, url=url,
                            supported=tuple(sorted(languages.LANGUAGES)))
    with Store.open(output / "store", write=True) as store:
        _fill(store, reading, report, on_article)
        _check(store)
        for name in _NAMES:
            views.write(store, output / name)
    return report


def state(article: Article) -> str:
    """Everything that an article's claims depend on, in one hash: its content, tool, model, lexicon, ontology, gazetteer."""
    return hashlib.sha256(f"{rdf.content_hash(article)} {_tools(article.lang)}".encode()).hexdigest()[:24]


@cache
def _tools(lang: str) -> str:
    data = [version("tskg"), languages.fingerprint(lang)]
    for folder, name in (("kg.ontology", "ontology.ttl"), ("kg.ontology", f"lexicon/{lang}.toml"),
                         ("kg.seeds", "entities.csv"), ("kg.seeds", "places.csv")):
        data.append(files(folder).joinpath(name).read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(data).encode()).hexdigest()


# ------------------------------------------------------------------------------------------------ filling the store

def _fill(store: Store, reading: Iterable[Article | ArticleError], report: Report, on_article: Callable[[str], None]) -> None:
    held = store.articles()
    wanted = _wanted(reading, held, report, on_article)
    while batch := list(islice(wanted, _AT_ONCE)):
        for article, found in zip(batch, extraction.extract(languages.parse(batch)), strict=True):
            _put(store, found, state(article), held, report)
            on_article(article.key)
    store.flush()


def _wanted(reading: Iterable[Article | ArticleError], held: dict[str, Stored], report: Report,
            on_article: Callable[[str], None]) -> Iterator[Article]:
    """The articles that have to be read; errors and unchanged articles are counted."""
    for article in reading:
        if isinstance(article, ArticleError):
            report.failures.append(article)
            continue
        try:
            current = state(article)
            unchanged = any(key in held and held[key].fingerprint == current for key in (article.key, article.hidden_key))
        except ArticleError as error:   # a text that no RDF can hold
            report.failures.append(error)
            continue
        report.unchanged += unchanged
        if unchanged:
            on_article(article.key)
        else:
            yield article


def _put(store: Store, found: Extraction, read_as: str, held: dict[str, Stored], report: Report) -> None:
    key = found.article.key
    try:
        stored = store.put(rdf.quads(found, known=gazetteer.load().entries, fingerprint=read_as))
    except KgError as error:
        report.failures.append(error)
        return
    report.unchanged += not stored   # the very text is there under another key
    report.changed += stored and key in held
    report.new += stored and key not in held
    report.claims += len(found.claims)


def _check(store: Store) -> None:
    """The guard: no fact without an asserted or confirmed claim. It has never failed; if it does, nothing is written."""
    if leaks := store.guard():
        raise StoreError(f"{len(leaks)} facts have no claim behind them; the first: {' '.join(leaks[0].triple)}",
                         hint="please report this: it is a fault of the tool; graph.ttl and graph.html are left as they were")
