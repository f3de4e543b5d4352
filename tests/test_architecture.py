"""The shape of the house: which module may import what, and how long things may be."""

from __future__ import annotations

import ast
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN_FUNCTION = 40, 300, 8


# ------------------------------------------------------------------------------------------------ imports

def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Checks the contracts of a folder's setup.cfg over the `kg` that lies in it."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run([sys.executable, "-c", command, "--config", "setup.cfg", "--no-cache"], cwd=folder,
                          capture_output=True, encoding="utf-8", timeout=120)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources and the contracts, to be spoilt."""
    shutil.copy(ROOT / "setup.cfg", tmp_path)
    for source in SOURCES:
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    return tmp_path


def test_the_contracts_hold() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0 and " 0 broken" in done.stdout, done.stdout


@pytest.mark.parametrize(("module", "line", "broken"), [
    ("model.py", "from kg import store", "Imports go down only"),
    ("gazetteer.py", "from kg.lexicon import load", "Imports go down only"),
    ("errors.py", "from kg.model import Span", "Imports go down only"),
    ("tables.py", "from kg.queries import names", "Imports go down only"),
    ("pipeline.py", "from kg.cli import main", "Imports go down only"),
    ("store.py", "from kg import languages", "loads no language model"),
    ("tables.py", "import spacy", "loads no language model"),
    ("pipeline.py", "import spacy", "spacy stays"),
    ("rdf.py", "import rdflib", "rdflib stays"),
    ("views/turtle.py", "import pyoxigraph", "pyoxigraph stays"),
    ("store.py", "import oxrdflib.store\nimport pyshacl", "pyshacl stays"),
    ("pipeline.py", "import click", "click stays"),
    ("pipeline.py", "import networkx", "networkx stays"),
    ("views/graph.py", "import pyvis", "pyvis stays"),
])
def test_one_bad_import_breaks_them(copy: Path, module: str, line: str, broken: str) -> None:
    with (copy / "kg" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\n{line}\n")
    done = _lint(copy)
    told = [said for said in done.stdout.splitlines() if "BROKEN" in said]
    assert done.returncode == 1 and any(broken in said for said in told), done.stdout + done.stderr


def test_an_import_inside_a_function_breaks_them_too(copy: Path) -> None:
    with (copy / "kg" / "tables.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef late() -> None:\n    import pyoxigraph\n")
    assert "pyoxigraph stays within its walls BROKEN" in _lint(copy).stdout


def test_a_module_that_is_on_no_floor_breaks_them(copy: Path) -> None:
    (copy / "kg" / "utils.py").write_text('"""Odds and ends."""\n', encoding="utf-8")
    done = _lint(copy)
    assert done.returncode == 1 and "kg.utils" in done.stdout


def test_a_copy_that_is_left_alone_holds(copy: Path) -> None:
    assert _lint(copy).returncode == 0, "or the tests above prove nothing"


@pytest.mark.parametrize("library", ["spacy", "rdflib", "networkx", "pyvis", "pyshacl", "trafilatura", "click"])
def test_importing_the_package_loads_nothing_heavy(library: str) -> None:
    command = f"import sys, kg, kg.model, kg.errors; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, timeout=60).returncode == 0


# ------------------------------------------------------------------------------------------------ habits

def _functions() -> Iterator[tuple[str, int]]:
    """Every function of the package with its lines, from `def` to its end."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_small() -> None:
    sizes = dict(_functions())
    assert len(sizes) > 400
    assert not {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION}
    assert statistics.median(sizes.values()) <= MEDIAN_FUNCTION


def test_files_can_be_read_in_one_sitting() -> None:
    sizes = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_FILE}


def test_every_module_says_what_it_is() -> None:
    silent = [path.name for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert SOURCES and not silent


def test_the_library_does_not_print_or_exit() -> None:
    """Only the command line speaks to the terminal and ends the process."""
    def calls(tree: ast.AST) -> Iterator[str]:
        yield from (ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))

    forbidden = {"print", "exit", "sys.exit", "logging.basicConfig", "breakpoint", "eval", "exec"}
    found = {path: forbidden & set(calls(ast.parse(path.read_text(encoding="utf-8")))) for path in SOURCES}
    assert {path.parent.name: names for path, names in found.items() if names} == {"cli": {"sys.exit"}}
