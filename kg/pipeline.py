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

from kg import articles, builds, decisions, evaluation, extraction, gazetteer, languages, parting, rdf, views
from kg.decisions import tombstone
from kg.errors import ArticleError, KgError, StoreError
from kg.evaluation import Comparison
from kg.model import Article, Extraction
from kg.store import Store, Stored

_AT_ONCE = 32   # articles; the engine's memory grows with what it has written since it was opened
_NAMES = ("graph.ttl", "graph.html")
DECISIONS = Path("decisions")


@dataclass
class Report:
    """What a build did: how many articles were new, changed or unchanged, what failed and why, how many claims were read.

    `removed` counts articles that a decision keeps out, `pruned` those that were taken out because their source is gone.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    pruned: int = 0
    claims: int = 0
    failures: list[KgError] = field(default_factory=list)

    def __str__(self) -> str:
        """One line for the end of a build.

        >>> print(Report(new=12, changed=3, unchanged=40, claims=210))
        12 new, 3 changed, 40 unchanged, 0 failed; 210 claims read
        """
        seldom = [f", {count} {name}" for name, count in (("removed", self.removed), ("pruned", self.pruned)) if count]
        return (f"{self.new} new, {self.changed} changed, {self.unchanged} unchanged{''.join(seldom)}, "
                f"{len(self.failures)} failed; {self.claims} claims read")


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
          publisher: str | None = None, url: str | None = None, decided: Path = DECISIONS, prune: bool = False,
          on_article: Callable[[str], None] = lambda key: None) -> Report:
    """Read articles into the store in `output`/store and write `output`/graph.ttl and graph.html.

    What is in the store stays; an article whose text and tools are unchanged is skipped. `decided` is the folder of the
    user's decisions, `prune` takes articles out that were not met in `paths`. An article that cannot be read is counted
    in the report and the others go on. `on_article` is called with each article's key when it is done.
    Raises `StoreError` if the store is held by another build, or if the guard finds a fact without a claim.
    """
    report, met = Report(), set[str]()
    held_to = decisions.read(decided)
    reading = articles.read(paths, lang=lang, date=date, publisher=publisher, url=url,
                            supported=tuple(sorted(languages.LANGUAGES)))
    with Store.open(output / "store", write=True) as store:
        before = store.articles()
        store.decide(held_to)
        _fill(store, _met(reading, met), report, on_article)
        if prune:
            _prune(store, met, report)
        _write(store, output)
        builds.note(output, "build", before, store.articles())
    return report


def decide(store: Path, decided: Path, *, by: str = "build") -> None:
    """Makes the decisions in a folder hold in a store at once, and writes the files beside it again where they are."""
    held_to = decisions.read(decided)
    with Store.open(store, write=True) as opened:
        before = opened.articles()
        opened.decide(held_to)
        _write(opened, store.parent, only_old=True)
        builds.note(store.parent, by, before, opened.articles())


def remove(store: Path, article: str, decided: Path) -> str:
    """Takes an article out for good, by its key, address or IRI, and notes that. Returns its key.

    Raises StoreError where the store has none such.
    """
    with Store.open(store) as opened:
        key = parting.article(opened, article)
    decisions.bury(decided, [("article", decisions.tombstone("article", key))])
    decide(store, decided, by="remove")
    return key


def forget(store: Path, person: str, decided: Path) -> str:
    """Takes everything about a person out for good, and notes that by hashes. Returns the person's prefixed name.

    Raises StoreError where the store has no such person, or several of one name.
    """
    with Store.open(store) as opened:
        name, graves = parting.person(opened, person)
    decisions.bury(decided, graves)
    decide(store, decided, by="forget")
    return name


def state(article: Article) -> str:
    """Everything that an article's claims depend on, in one hash: its content, tool, model, lexicon, ontology, gazetteer."""
    return hashlib.sha256(f"{rdf.content_hash(article)} {_tools(article.lang)}".encode()).hexdigest()[:24]


@cache
def _tools(lang: str) -> str:
    data = [version("tskg"), languages.fingerprint(lang), extraction.fingerprint(lang)]
    for folder, name in (("kg.ontology", "ontology.ttl"), ("kg.ontology", f"lexicon/{lang}.toml"),
                         ("kg.seeds", "entities.csv"), ("kg.seeds", "places.csv"), ("kg.seeds", "legal_forms.csv")):
        data.append(files(folder).joinpath(name).read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(data).encode()).hexdigest()


# ------------------------------------------------------------------------------------------------ filling the store

def _met(reading: Iterable[Article | ArticleError], met: set[str]) -> Iterator[Article | ArticleError]:
    """The articles as they come; their keys are noted."""
    for article in reading:
        if isinstance(article, Article):
            met |= {article.key, article.hidden_key}
        yield article


def _fill(store: Store, reading: Iterable[Article | ArticleError], report: Report, on_article: Callable[[str], None]) -> None:
    held, forgotten = store.articles(), store.decisions().forgotten
    wanted = _wanted(_staying(reading, forgotten, report), held, report, on_article)
    for batch in iter(lambda: list(islice(wanted, _AT_ONCE)), []):
        for article, found in zip(batch, extraction.extract(languages.parse(batch)), strict=True):
            _put(store, found, state(article), held, report)
            on_article(article.key)
        store.renew()


def _staying(reading: Iterable[Article | ArticleError], forgotten: frozenset[str], report: Report
             ) -> Iterator[Article | ArticleError]:
    """The articles but those that the user has removed."""
    for article in reading:
        keys = (article.key, article.hidden_key) if isinstance(article, Article) and forgotten else ()
        if any(tombstone("article", key) in forgotten for key in keys):
            report.removed += 1
        else:
            yield article


def _prune(store: Store, met: set[str], report: Report) -> None:
    """Takes out what was not met; where something could not be read, nobody knows what has gone."""
    if report.failures:
        report.failures.append(ArticleError("nothing was pruned, since some article could not be read",
                                            hint="mend the articles above, then build again with --prune"))
        return
    for key in sorted(set(store.articles()) - met):
        report.pruned += store.remove(key)


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


def _write(store: Store, output: Path, *, only_old: bool = False) -> None:
    """Checks the facts and writes the files; with `only_old` only those that are there."""
    _check(store)
    for name in _NAMES:
        if not only_old or (output / name).exists():
            views.write(store, output / name)


def _check(store: Store) -> None:
    """The guard: no fact without an asserted or confirmed claim. It has never failed; if it does, nothing is written."""
    if leaks := store.guard():
        raise StoreError(f"{len(leaks)} facts have no claim behind them; the first: {' '.join(leaks[0].triple)}",
                         hint="please report this: it is a fault of the tool; graph.ttl and graph.html are left as they were")
