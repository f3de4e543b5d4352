"""What is forgotten is in no file of the store any more, whatever breaks off on the way.

The engine packs its files (LZ4), but a word that has no four letters in common with any other stands in them as it is. So
do the names here; that one who stays is found shows that one who is gone would be.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import parting, pipeline, rdf, rewriting
from kg.decisions import Decisions, tombstone
from kg.errors import StoreError
from kg.model import Extraction, Node
from kg.rewriting import Stage
from kg.store import Store

Tell = Callable[..., Extraction]
NAME, STAYS = "Zvqkjxw Qyzhvkw", "Jwxqvkz Kzvxwqh"


@pytest.fixture
def path(tmp_path: Path, tell: Tell) -> Path:
    """A store of two articles; one tells of somebody who is to be forgotten."""
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name=NAME), Node("harm:csam", "Harm", type="csam")]
    first = tell(f"{NAME} founded Strangly.", nodes, [("P", "founder", "B", "asserted", {})], key="a", title=f"Who is {NAME}?")
    others = [nodes[0], Node("B", "Person", name=STAYS), nodes[2]]
    second = tell(f"Strangly is full of it, said {STAYS}, who leads it.", others, [
        ("P", "reportedHarm", "harm:csam", "asserted", {}), ("P", "executive", "B", "asserted", {})], key="b")
    with Store.open(tmp_path / "store", write=True) as store:
        for one in (first, second):
            store.put(rdf.quads(one))
    return tmp_path / "store"


def holding(folder: Path, name: str = NAME) -> set[str]:
    """The files, at any depth, in which a word of a name stands, in whatever case."""
    words = name.lower().encode().split()
    return {file.name for file in folder.rglob("*") if file.is_file()
            and any(word in file.read_bytes().lower() for word in words)}


def forgetting(path: Path) -> Decisions:
    with Store.open(path) as store:
        return Decisions(forgotten=frozenset(grave for _, grave in parting.person(store, NAME)[1]))


def test_no_letter_of_a_forgotten_name_is_left(path: Path, tmp_path: Path) -> None:
    assert holding(path)
    pipeline.forget(path, NAME, tmp_path / "decisions")
    assert not holding(tmp_path) and any(name.endswith(".sst") for name in holding(path, STAYS))
    with Store.open(path) as store:
        assert store.query("ASK { platform:strangly ts:reportedHarm harm:csam }") and store.guard() == []
    assert rewriting.stage(path) is Stage.NONE and not (path / rewriting.COPY).exists()


def test_nothing_is_left_of_an_article_that_is_removed(path: Path, tmp_path: Path) -> None:
    pipeline.remove(path, "a", tmp_path / "decisions")
    assert not holding(tmp_path) and holding(path, STAYS)


def test_the_engine_alone_keeps_the_letters(path: Path) -> None:
    """Or all of this would be for nothing."""
    with Store.open(path, write=True) as store:
        store.remove("a")
        store._inner.optimize()
    assert holding(path)


def test_what_is_written_anew_is_the_same_store(path: Path, tell: Tell) -> None:
    with Store.open(path, write=True) as store:
        before = store.nquads()
        store._rewrite(path)
        assert store.nquads() == before
        store.put(rdf.quads(tell("Strangly.", [Node("P", "Platform", name="Strangly"), Node("B", "Person", name=NAME)],
                                 [("P", "founder", "B", "asserted", {})], key="c")))
        assert sorted(store.articles()) == ["a", "b", "c"]
    with Store.open(path) as store:
        assert len(store.articles()) == 3


def test_a_decision_that_forgets_nobody_writes_nothing_anew(path: Path) -> None:
    with Store.open(path, write=True) as store:
        file = (path / "CURRENT").stat().st_ino   # a new one once all is written anew
        assert not store.decide(Decisions()) and (path / "CURRENT").stat().st_ino == file
        assert store.decide(Decisions(forgotten=frozenset([tombstone("article", "b")])))
        assert store.decide(Decisions())


@pytest.mark.parametrize("calls", [0, 1, 3, 6])
def test_a_rewriting_that_breaks_off_is_gone_on_with(path: Path, calls: int, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions, done, replace = forgetting(path), [0], os.replace

    def breaks(source: Path, target: Path) -> None:
        done[0] += Path(target).name not in (rewriting.NOTE,)
        if done[0] > calls:
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patched, pytest.raises((KeyboardInterrupt, StoreError)):
        patched.setattr(rewriting.os, "replace", breaks)
        with Store.open(path, write=True) as store:
            store.decide(decisions)
    assert rewriting.stage(path) is Stage.COPIED
    with pytest.raises(StoreError, match="broke off") as caught, Store.open(path):
        pass
    assert "kg build" in caught.value.hint
    with Store.open(path, write=True) as store:
        assert store.decisions() == decisions and sorted(store.articles()) == ["a", "b"]
    assert not holding(path) and rewriting.stage(path) is Stage.NONE


def test_a_rewriting_that_never_began_is_made_up_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decisions = forgetting(path)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt), Store.open(path, write=True) as store:
        patched.setattr(store, "_rewrite", lambda path: (_ for _ in ()).throw(KeyboardInterrupt))
        store.decide(decisions)
    assert rewriting.stage(path) is Stage.DUE and holding(path)
    with Store.open(path) as store:   # the graph itself is in order
        assert b"zvqkjxw" not in store.nquads().lower()
    with Store.open(path, write=True):
        pass
    assert not holding(path)
