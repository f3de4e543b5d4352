"""`kg export` as a user types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import rdf, views
from kg.store import Store
from tests.synthetic import articles


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store on disk with four made articles."""
    path = tmp_path_factory.mktemp("made") / "store"
    with Store.open(path, write=True) as opened:
        for extraction in articles(4):
            opened.put(rdf.quads(extraction))
    yield path


@pytest.mark.parametrize(("form", "suffix"), [(form, suffix) for form, (_, suffix) in sorted(views.EXPORTS.items()) if suffix])
def test_the_suffix_names_the_format(invoke: Callable[..., Any], store: Path, tmp_path: Path, form: str, suffix: str) -> None:
    done = invoke("export", "--store", store, "-o", tmp_path / f"g.{suffix}")
    assert (done.code, done.out, done.err) == (0, "", "")
    out = invoke("export", "--store", store, "-f", form, "-o", "-")
    assert (tmp_path / f"g.{suffix}").read_bytes().decode() == out.out and len(out.out) > 1000


def test_tables_go_to_a_folder(invoke: Callable[..., Any], store: Path, tmp_path: Path) -> None:
    assert invoke("export", "--store", store, "-f", "csv", "-o", tmp_path / "tables").code == 0
    assert (tmp_path / "tables" / "edges.csv").read_text(encoding="utf-8").count("\n") == 81
    for arguments in (("-f", "csv"), ("-o", tmp_path / "g.docx"), ("-o", tmp_path / "g.html"), ("--since", "May")):
        done = invoke("export", "--store", store, *arguments)
        assert done.code == 2 and done.err.startswith("error: ") and done.out == ""


def test_options_narrow_each_other(invoke: Callable[..., Any], store: Path) -> None:
    def edges(*options: object) -> list[dict[str, Any]]:
        done = invoke("export", "--store", store, "-f", "cytoscape", *options)
        assert done.code == 0, done.err
        return [edge["data"] for edge in json.loads(done.out)["elements"]["edges"]]

    everything, alleged = edges(), edges("--status", "alleged")
    assert len(everything) == 80 and {edge["status"] for edge in alleged} == {"alleged"}
    assert len(edges("--status", "alleged", "--status", "denied", "--type", "Lawsuit", "--until", "2020")) < len(alleged)
    assert {edge["predicate"] for edge in edges("--query", "founders", "--type", "Person")} == {"founder"}
    assert not any(edge["quote"] or edge["trigger"] for edge in edges("--quotes", "none"))
    label = next(edge["speaker_label"] for edge in everything if edge["speaker"] == edge["source"])
    near = edges("--focus", label)
    assert near and len(near) < len(everything) and len(edges("--focus", label, "--hops", 0)) < len(near)
