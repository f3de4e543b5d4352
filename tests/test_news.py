"""Many articles of one invented world: what becomes one thing, that the way there does not show, and what a kill leaves."""

from __future__ import annotations

import json
import os
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

from news import News, news, write

KINDS = ("Platform", "Person", "LegalAction", "Outcome")
CHILD = """
import sys
from pathlib import Path
from kg import pipeline
pipeline.build([Path(sys.argv[1])], Path(sys.argv[2]), on_article=lambda key: print(key, flush=True))
"""


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

@pytest.mark.parametrize("count", [120, pytest.param(500, marks=pytest.mark.slow)])
def test_what_is_one_becomes_one(tmp_path: Path, count: int) -> None:
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
    assert both / made >= 0.98 and both / one >= 0.90


# ------------------------------------------------------------------------------------------------ histories

@pytest.mark.parametrize(("count", "changes"), [(40, 8), pytest.param(2000, 200, marks=pytest.mark.slow)])
def test_a_long_history_ends_in_the_bytes_of_a_fresh_build(tmp_path: Path, count: int, changes: int) -> None:
    grow_and_shrink(tmp_path, list(news(7, count)), changes, random.Random(7))


# ------------------------------------------------------------------------------------------------ kills

@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill -9")
@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kill_leaves_whole_articles_and_the_rerun_ends_in_the_same_graph(tmp_path: Path, rounds: int) -> None:
    articles, chance = write(tmp_path / "news.jsonl", list(news(3, 60))), random.Random(3)
    pipeline.build([articles], tmp_path / "whole")
    whole, stopped = nquads(tmp_path / "whole"), 0
    with Store.open(tmp_path / "whole" / "store") as store:
        told = {key: store.holdings().told(f"<{one.graph}>") for key, one in store.articles().items()}
    for number in range(rounds):
        output = tmp_path / f"round{number}"
        acknowledged = _killed(articles, output, chance)
        if not (output / "store" / "CURRENT").exists():
            continue
        with Store.open(output / "store") as store:
            kept, found = store.articles(), store.nquads()
            stopped += 0 < len(kept) < len(told)
            assert acknowledged <= set(kept) and store.guard() == []
        with Store.open() as fresh:
            for key in kept:
                fresh.put(told[key])
            assert fresh.nquads() == found, "every article is there as a whole or not at all"
        pipeline.build([articles], output)
        assert nquads(output) == whole
    print(f"{stopped} of {rounds} kills hit the store between its first and last article")


def _killed(articles: Path, output: Path, chance: random.Random) -> set[str]:
    """Kills a build at some moment after its first acknowledged article; returns the keys it had acknowledged."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(articles), str(output)],
                             stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert child.stdout
    seen = [child.stdout.readline()]
    time.sleep(chance.random() * 2)
    child.kill()
    seen += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    return {line.strip() for line in seen if line.endswith("\n") and line.strip()}
