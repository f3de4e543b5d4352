"""Many articles of one invented world: what becomes one thing, that the way there does not show, and what a kill leaves."""

from __future__ import annotations

import json
import pickle
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from kg import pipeline
from kg.store import Store
from kg.told import Told

from news import News, news, write

KINDS = ("Platform", "Person", "LegalAction", "Outcome")


def named(store: Store) -> dict[tuple[str, str, str], str]:
    """The name of each thing that an article tells of, by the article's key, the thing's kind and its name or type there."""
    held, found = store.holdings(), {}
    for key, stored in store.articles().items():
        told = held.told(f"<{stored.graph}>")
        names = held.names({one.key for one in told.profiles})
        for thing in told.things:
            one = thing.profile
            labels = thing.names or [what.split('"')[1] for predicate, what in thing.about if predicate.endswith("#label>")]
            for label in [one.type, *labels] if one else []:
                found[key, one.kind, label] = names[one.key]
    return found


def score(articles: Iterable[News], found: dict[tuple[str, str, str], str]) -> dict[str, tuple[int, int, int]]:
    """By kind: pairs that are one and were made one, pairs that were made one, pairs that are one."""
    heaps: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for article in articles:
        for (kind, name), thing in article.gold.items():
            if given := found.get((article.record["id"], kind, name)):
                heaps[kind].append((thing, given))
    scores = {}
    for kind, heap in heaps.items():
        pairs = [(a[0] == b[0], a[1] == b[1]) for a, b in combinations(heap, 2)]
        scores[kind] = (sum(one and made for one, made in pairs), sum(made for _, made in pairs), sum(one for one, _ in pairs))
    return scores


def nquads(output: Path) -> bytes:
    with Store.open(output / "store") as store:
        assert store.guard() == []
        return store.nquads() + (output / "graph.ttl").read_bytes()


def grow_and_shrink(folder: Path, articles: list[News], changes: int, chance: random.Random) -> None:
    """Builds, then changes and takes out articles in any order, and holds the result against a fresh build."""
    current = {one.record["id"]: dict(one.record) for one in articles}
    held = write(folder / "news.jsonl", articles)
    report = pipeline.build([held], folder / "output")
    assert (report.new, report.failures) == (len(articles), [])
    spare = [one.record["text"] for one in news(99, changes)]
    steps = [("change", spare.pop()) for _ in range(changes)] + [("remove", "") for _ in range(changes)]
    chance.shuffle(steps)
    for at in range(0, len(steps), max(len(steps) // 4, 1)):
        for step, text in steps[at:at + max(len(steps) // 4, 1)]:
            key = chance.choice(sorted(current))
            if step == "change":
                current[key]["text"] = f"{text} ({key})"
            else:
                del current[key]
        lines = [json.dumps(record) for record in chance.sample(list(current.values()), len(current))]
        held.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        assert pipeline.build([held], folder / "output", prune=True).failures == []
    pipeline.build([held], folder / "fresh")
    assert nquads(folder / "output") == nquads(folder / "fresh")


# ------------------------------------------------------------------------------------------------ merges

@pytest.mark.parametrize(("count", "recall"), [(120, 0.88), pytest.param(500, 0.90, marks=pytest.mark.slow)])
def test_what_is_one_becomes_one(tmp_path: Path, count: int, recall: float) -> None:
    """In a small world fewer pairs are the easy ones of platforms, so its floor is lower."""
    articles = list(news(5, count))
    pipeline.build([write(tmp_path / "news.jsonl", articles)], tmp_path / "output")
    with Store.open(tmp_path / "output" / "store") as store:
        scores = score(articles, named(store))
        assert store.guard() == []
    for kind, (both, made, one) in scores.items():
        print(f"{kind}: P {both / max(made, 1):.3f} R {both / max(one, 1):.3f} of {one} pairs")
    both, made, one = (sum(column) for column in zip(*scores.values(), strict=True))
    print(f"all: P {both / made:.3f} R {both / one:.3f} of {one} pairs")
    assert set(scores) == set(KINDS) and one > 200
    assert both / made >= 0.98 and both / one >= recall


# ------------------------------------------------------------------------------------------------ histories

@pytest.mark.parametrize(("count", "changes"), [(40, 8), pytest.param(2000, 200, marks=pytest.mark.slow)])
def test_a_long_history_ends_in_the_bytes_of_a_fresh_build(tmp_path: Path, count: int, changes: int) -> None:
    grow_and_shrink(tmp_path, list(news(7, count)), changes, random.Random(7))


# ------------------------------------------------------------------------------------------------ kills

needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill -9")
BUILDS = """
import sys
from pathlib import Path
from kg import pipeline
pipeline.build([Path(sys.argv[1])], Path(sys.argv[2]), on_article=lambda key: print(key, flush=True))
"""
PUTS = """
import pickle, sys
from pathlib import Path
from kg.store import Store
with Store.open(Path(sys.argv[2]) / "store", write=True) as store:
    for number, told in enumerate(pickle.loads(Path(sys.argv[1]).read_bytes())):
        store.put(told)
        print(told.key, flush=True)
        if number % 8 == 7:
            store.renew()
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Told], bytes]:
    """The file of a build that nobody stopped, what its articles tell, and its bytes."""
    folder = tmp_path_factory.mktemp("whole")
    articles = write(folder / "news.jsonl", list(news(3, 60)))
    pipeline.build([articles], folder / "output")
    with Store.open(folder / "output" / "store") as store:
        told = {key: store.holdings().told(f"<{one.graph}>") for key, one in store.articles().items()}
        return articles, told, store.nquads()


@needs_kill
def test_a_killed_build_leaves_whole_articles_and_the_rerun_ends_in_the_same_graph(
        tmp_path: Path, whole: tuple[Path, dict[str, Told], bytes]) -> None:
    articles, told, bytes_of_all = whole
    acknowledged = _killed(BUILDS, articles, tmp_path / "output", random.Random(3))
    _check_what_is_left(tmp_path / "output" / "store", acknowledged, told)
    pipeline.build([articles], tmp_path / "output")
    with Store.open(tmp_path / "output" / "store") as store:
        assert store.nquads() == bytes_of_all


@needs_kill
@pytest.mark.parametrize("rounds", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_no_kill_of_a_writer_tears_an_article(
        tmp_path: Path, rounds: int, whole: tuple[Path, dict[str, Told], bytes]) -> None:
    _, told, bytes_of_all = whole
    held, chance, between = tmp_path / "told", random.Random(rounds), 0
    held.write_bytes(pickle.dumps(list(told.values())))
    for number in range(rounds):
        output = tmp_path / f"round{number}"
        left = _check_what_is_left(output / "store", _killed(PUTS, held, output, chance), told)
        between += 0 < left < len(told)
        with Store.open(output / "store", write=True) as store:
            for one in told.values():
                store.put(one)
            assert store.nquads() == bytes_of_all
    print(f"{between} of {rounds} kills fell between the first and the last article")
    assert between > rounds // 2, "or this proves little"


def _killed(program: str, given: Path, output: Path, chance: random.Random) -> set[str]:
    """Kills a program shortly after some article that it has acknowledged; returns the keys it had acknowledged."""
    child = subprocess.Popen([sys.executable, "-c", program, str(given), str(output)], stdout=subprocess.PIPE, encoding="utf-8")
    assert child.stdout
    seen = [child.stdout.readline() for _ in range(chance.randrange(1, 50))]   # of 60 articles
    time.sleep(chance.random() * 0.05)
    child.kill()
    seen += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    return {line.strip() for line in seen if line.endswith("\n") and line.strip()}


def _check_what_is_left(store: Path, acknowledged: set[str], told: dict[str, Told]) -> int:
    """Every article is there as a whole or not at all, none that was acknowledged is missing; returns how many there are."""
    with Store.open(store) as opened, Store.open() as fresh:
        kept = sorted(opened.articles())
        assert acknowledged <= set(kept) and opened.guard() == []
        for key in kept:
            fresh.put(told[key])
        assert fresh.nquads() == opened.nquads()
    return len(kept)
