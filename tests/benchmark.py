"""How fast a big store is: `python -m tests.benchmark --articles 2500` (1 million quads), `--shacl` for the shapes too;
`--rules`: how the rules' time compares with the parse's, over the passages that the models are learnt from.

Figures are processor time of this process, medians where a thing is done more than once; memory is the most that the
process held during each tenth of the build.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kg import extraction, languages, rdf, schema, shapes, told, views
from kg.articles import from_text
from kg.evaluation import read
from kg.model import Article, Sentence
from kg.selection import Selection, select
from kg.store import Store
from tests.synthetic import articles

RENEWED = 32    # articles, as in a build
PASSAGES = Path(__file__).parent.parent / "training" / "passages"
FOUNDER = "SELECT ?who WHERE { ?p rdfs:label %s ; ts:founder ?who }"
TWO_HOPS = """SELECT DISTINCT ?p ?case WHERE {
  ?p a ts:Platform ; ts:reportedHarm harm:csea . ?case ts:defendant ?p ; ts:allegesHarm harm:csea }"""


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--articles", type=int, default=2500)
    given.add_argument("--store", type=Path, help="keep the store here; one that is there is used as it is")
    given.add_argument("--shacl", action="store_true")
    given.add_argument("--rules", action="store_true")
    options = given.parse_args()
    if options.rules:
        _rules()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "store"
        if not (path / "CURRENT").exists():
            _build(path, options.articles)
        _measure(path, options.articles)
        if options.shacl:
            _validate(path)


def _rules() -> None:
    """Parse and rules in turns, sixteen passages at a time, so that both meet the same load."""
    golds = [gold for lang in languages.LANGUAGES for gold in read(PASSAGES / f"{lang}.jsonl")]
    made = [from_text(gold.text, key=gold.id, lang=gold.lang, date=gold.date) for gold in golds]
    for _ in extraction.extract(languages.parse([*made[:2], *made[-2:]])):
        pass   # models and lexicons are loaded
    parse = rules = 0.0
    for first in range(0, len(made), 16):
        parsed: list[tuple[Article, tuple[Sentence, ...]]] = []
        parse += _cpu(partial(parsed.extend, languages.parse(made[first:first + 16])))
        rules += _cpu(partial(list, extraction.extract(parsed)))
    words = sum(len(article.text.split()) for article in made)
    print(f"{words} words; parse {words / parse:.0f} a second, rules {words / rules:.0f}, rules to parse {rules / parse:.2f}")


def _build(path: Path, count: int) -> None:
    step, ontology = max(count // 10, 1), schema.load()
    with Store.open(path, write=True) as store:
        for first in range(0, count, step):
            with _timed(f"build {first:>6} - {min(first + step, count)}, ms an article", per=min(step, count - first)):
                for number, told_of in enumerate(articles(min(step, count - first), first=first), start=1):
                    store.put(rdf.quads(told_of, ontology=ontology))
                    if number % RENEWED == 0:
                        store.renew()
            print(f"{'memory, MB':50} {_most_memory():10.0f}", flush=True)


def _measure(path: Path, count: int) -> None:
    with Store.open(path, write=True) as store:
        print(f"{'quads':50} {sum(1 for _ in store._inner):10}")
        _say("upsert of an article, ms", [_cpu(lambda: store.put(made)) for made in _changed(count)])
    with Store.open(path) as store:
        labels = [str(row["l"]) for row in store.query("SELECT ?l { ?p a ts:Platform ; rdfs:label ?l } ORDER BY ?l LIMIT 20")]
        _say("founder lookup, ms", [_cpu(lambda label=label: store.query(FOUNDER % label)) for label in labels])
        _say("two-hop query, ms", [_cpu(lambda: store.query(TWO_HOPS)) for _ in range(5)])
        for name, work in _whole(store).items():
            with _timed(f"{name}, s", per=1000):
                work()


def _whole(store: Store) -> dict[str, Callable[[], object]]:
    return {"guard": store.guard, "selection of everything": lambda: select(store),
            "selection of what is said of people": lambda: select(store, Selection(types=("Person",))),
            **{f"export {form}": (lambda form=form: views.export(store, form)) for form in ("turtle", "nquads", "graphml")}}


def _changed(count: int) -> Iterator[told.Told]:
    """Articles of the store in a new version."""
    for number in range(0, count, max(count // 30, 1)):
        (made,) = articles(1, first=number, seed=2)
        yield rdf.quads(made)


def _validate(path: Path) -> None:
    with Store.open(path) as store, _timed("kg validate, s", per=1000):
        found = shapes.examine(store)
        print(len(found.violations), "findings;", found.checked)


def _say(what: str, seconds: list[float]) -> None:
    print(f"{what:50} {statistics.median(seconds) * 1000:10.1f}   (at most {max(seconds) * 1000:.1f})", flush=True)


def _cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@contextmanager
def _timed(what: str, *, per: int) -> Iterator[None]:
    begin = time.process_time()
    yield
    print(f"{what:50} {(time.process_time() - begin) * 1000 / per:10.1f}", flush=True)


def _most_memory() -> float:
    """The most that the process has held since this was last asked, in MB; 0 where the system does not say (Linux does)."""
    status, reset = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    lines = status.read_text().splitlines() if status.exists() else []
    if reset.exists():
        reset.write_text("5")
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
