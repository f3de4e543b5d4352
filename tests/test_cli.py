"""The command line as people and scripts meet it: streams, exit codes, help, and what is loaded for it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rdflib import Graph

from kg import queries
from kg.cli import main
from kg.store import Store

from conftest import Invoke, Run, command_line

EN = "Mira Solano founded the video chat app Strangly in 2014.\n"
COMMANDS = sorted(main.commands)
CELLS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "plain", "a=b", "\"quoted\", and more"]
VALUES = "SELECT ?cell WHERE {{ VALUES ?cell {{ {} }} }}".format(" ".join(json.dumps(cell) for cell in CELLS))


@pytest.fixture
def store(seed_built: Path) -> Path:
    return seed_built / "store"


# ------------------------------------------------------------------------------------------------ query: what comes out

def test_the_output_is_data_only(store: Path, run: Run) -> None:
    done = run("query", "-f", "json", "founders", "--store", store)
    assert (done.returncode, done.stderr) == (0, "")
    [row] = json.loads(done.stdout)["results"]["bindings"]
    assert row["founderName"]["value"] == "Leif K-Brooks"


def test_json_goes_through_a_pipe(store: Path) -> None:
    asked = subprocess.Popen([sys.executable, "-m", "json.tool"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    command = command_line("query", "founders", "-f", "json", "--store", store)
    assert subprocess.run(command, stdout=asked.stdin, timeout=60).returncode == 0
    out, _ = asked.communicate(timeout=60)
    assert asked.returncode == 0 and b"Leif K-Brooks" in out


def test_a_reader_that_goes_away_is_no_error_to_look_at(store: Path) -> None:
    everything = "SELECT * WHERE { ?s ?p ?o . ?x ?y ?z } LIMIT 40000"
    command = command_line("query", everything, "-f", "csv", "--store", store)
    asked = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert asked.stdout and asked.stderr
    asked.stdout.read(100)
    asked.stdout.close()
    said = asked.stderr.read()
    asked.stderr.close()
    assert asked.wait(timeout=60) in (0, 1, -signal.SIGPIPE) and said == b""


def test_a_table_is_for_reading(store: Path, invoke: Invoke) -> None:
    done = invoke("query", "founders", "--store", store)
    head, rule, row = done.out.splitlines()
    assert head.split() == ["platform", "name", "founder", "founderName", "year"]
    assert set(rule) == {"-", " "} and "https://" not in row
    assert row.split() == ["platform:omegle", "Omegle", "person:leif-k-brooks", "Leif", "K-Brooks", "2009"]
    assert not [line for line in done.out.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_no_cell_is_a_formula(form: str, delimiter: str, store: Path, invoke: Invoke) -> None:
    done = invoke("query", VALUES, "-f", form, "--store", store)
    header, *rows = csv.reader(io.StringIO(done.out), delimiter=delimiter)
    cells = [cell for [cell] in rows]
    assert header == ["cell"] and cells == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", *CELLS[5:]]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_json_keeps_every_value_as_it_is(store: Path, invoke: Invoke) -> None:
    rows = json.loads(invoke("query", VALUES, "-f", "json", "--store", store).out)["results"]["bindings"]
    assert [row["cell"]["value"] for row in rows] == CELLS


@pytest.mark.parametrize(("form", "yes"), [("table", "yes"), ("json", "true"), ("csv", "true"), ("tsv", "true")])
def test_a_question_of_yes_or_no_is_answered_in_every_form(form: str, yes: str, store: Path, invoke: Invoke) -> None:
    done = invoke("query", "ASK { platform:omegle a ts:Platform }", "-f", form, "--store", store)
    assert done.code == 0 and yes in done.out


def test_triples_come_as_turtle(store: Path, invoke: Invoke) -> None:
    done = invoke("query", "CONSTRUCT { ?s ts:founder ?o } WHERE { ?s ts:founder ?o }", "--store", store)
    assert len(Graph().parse(data=done.out, format="turtle")) == 1


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_no_row_is_an_answer_too(form: str, store: Path, invoke: Invoke) -> None:
    done = invoke("query", "SELECT ?x WHERE { ?x ts:plaintiff ?y }", "-f", form, "--store", store)
    assert (done.code, done.err) == (0, "") and "x" in done.out
    if form == "json":
        assert json.loads(done.out)["results"]["bindings"] == []


def test_fail_empty_tells_scripts(store: Path, invoke: Invoke) -> None:
    assert invoke("query", "guard", "--fail-empty", "--store", store).code == 1
    assert invoke("query", "founders", "--fail-empty", "--store", store).code == 0


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_file_gets_what_the_screen_would(form: str, store: Path, tmp_path: Path, invoke: Invoke) -> None:
    shown = invoke("query", "founders", "-f", form, "--store", store).out
    done = invoke("query", "founders", "-f", form, "--store", store, "-o", tmp_path / "new" / "answer")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "new" / "answer").read_text(encoding="utf-8").rstrip("\n") == shown.rstrip("\n")


# ------------------------------------------------------------------------------------------------ query: what goes in

def test_a_question_in_a_file(store: Path, tmp_path: Path, invoke: Invoke) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?who WHERE { ?p ts:founder ?who }", encoding="utf-8")
    assert "person:leif-k-brooks" in invoke("query", f"@{file}", "--store", store).out


def test_a_question_on_standard_input(store: Path, run: Run) -> None:
    done = run("query", "-", "--store", store, given="SELECT ?who WHERE { ?p ts:founder ?who }")
    assert done.returncode == 0 and "person:leif-k-brooks" in done.stdout


def test_a_parameter_binds_a_variable(store: Path, invoke: Invoke) -> None:
    asked = ("query", "allegations", "-f", "csv", "--store", store, "-p", "platform")
    assert len(invoke(*asked, "platform:omegle").out.splitlines()) == 2
    assert len(invoke(*asked, "platform:strangly").out.splitlines()) == 1


@pytest.mark.parametrize("value", ["> } ; DROP ALL", "platform:a b", '" } #', "\\", "x\ny"])
def test_a_parameter_is_never_part_of_the_query(value: str, store: Path, invoke: Invoke) -> None:
    done = invoke("query", "allegations", "-f", "csv", "--store", store, "-p", "platform", value)
    assert done.code in (0, 2) and len(done.out.splitlines()) <= 1 and "Traceback" not in done.err
    assert len(invoke("query", "founders", "-f", "csv", "--store", store).out.splitlines()) == 2


def test_the_list_needs_no_store(tmp_path: Path, run: Run) -> None:
    done = run("query", "--list", cwd=tmp_path)
    assert done.returncode == 0 and [line.split()[0] for line in done.stdout.splitlines()] == queries.names()
    assert all(len(line.split()) > 5 for line in done.stdout.splitlines()) and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("asked", "says"), [
    ("SELECT ?x WHERE { ?x", "wrong query"),
    ("SELECT ?x WHERE { ?x nope:founder ?y }", "wrong query"),
    ("DROP ALL # { }", "wrong query"),
    ("SELECT * WHERE { SERVICE <https://evil.example/> { ?s ?p ?o } }", "SERVICE is not allowed"),
    ("foundrs", "no bundled question 'foundrs'"),
    ("@nowhere.rq", "cannot read the query nowhere.rq"),
    ("SELECT ?x \ud800 {", ""),
])
def test_a_wrong_question_is_one_line_and_code_two(asked: str, says: str, store: Path, invoke: Invoke) -> None:
    done = invoke("query", asked, "--store", store)
    error, *hints = done.err.splitlines()
    assert (done.code, done.out) == (2, "") and error.startswith("error: ") and says in error
    assert len(hints) <= 1 and all(hint.startswith("hint: ") for hint in hints)


def test_a_near_miss_is_helped(store: Path, invoke: Invoke) -> None:
    assert "did you mean 'founders'?" in invoke("query", "foundrs", "--store", store).err


def test_asking_nothing_is_a_usage_error(store: Path, invoke: Invoke) -> None:
    done = invoke("query", "--store", store)
    assert done.code == 2 and "Usage: " in done.err and done.out == ""


# ------------------------------------------------------------------------------------------------ where the store is

@pytest.mark.parametrize("command", [("query", "founders"), ("export",), ("view",), ("validate",)])
def test_a_missing_store_is_code_two_and_creates_nothing(command: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    done = run(*command, cwd=tmp_path)
    error, hint = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "") and error.startswith("error: no store at ")
    assert hint.startswith("hint: ") and "kg build" in hint and list(tmp_path.iterdir()) == []


def test_a_variable_names_the_store_to_read(store: Path, tmp_path: Path, run: Run) -> None:
    shutil.copytree(store, tmp_path / "elsewhere" / "store")
    there = {"KG_STORE": str(tmp_path / "elsewhere" / "store")}
    assert "Leif K-Brooks" in run("query", "founders", environment=there, cwd=tmp_path).stdout
    assert "Leif K-Brooks" in run("export", environment=there, cwd=tmp_path).stdout
    assert run("view", environment=there, cwd=tmp_path).returncode == 0
    assert (tmp_path / "elsewhere" / "graph.html").is_file(), "beside the store"
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]


def test_an_option_wins_over_the_variable(store: Path, tmp_path: Path, run: Run) -> None:
    done = run("query", "founders", "--store", store, environment={"KG_STORE": str(tmp_path / "nowhere")})
    assert done.returncode == 0


def test_a_build_does_not_look_at_the_variable(tmp_path: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(EN, encoding="utf-8")
    monkeypatch.setenv("KG_STORE", str(tmp_path / "other"))
    assert invoke("build", tmp_path / "a.txt", "-o", tmp_path / "output").code == 0
    assert (tmp_path / "output" / "store").is_dir() and not (tmp_path / "other").exists()


# ------------------------------------------------------------------------------------------------ build

def test_a_build_speaks_on_standard_error_alone(tmp_path: Path, run: Run) -> None:
    done = run("build", "-", "-o", tmp_path / "output", given=EN, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    summary, wrote = done.stderr.splitlines()
    assert re.fullmatch(r"1 new, 0 changed, 0 unchanged, 0 failed; \d+ claims read", summary)
    assert "graph.ttl" in wrote and "graph.html" in wrote and "\r" not in done.stderr
    with Store.open(tmp_path / "output" / "store") as opened:
        assert list(opened.articles()) == ["stdin"]


def test_a_quiet_build_says_nothing_but_errors(tmp_path: Path, invoke: Invoke) -> None:
    (tmp_path / "a.txt").write_text(EN, encoding="utf-8")
    assert invoke("build", tmp_path / "a.txt", "-o", tmp_path / "output", "-q").err == ""
    done = invoke("build", tmp_path / "b.txt", "-o", tmp_path / "output", "-q")
    assert done.code == 1 and done.err.startswith("error: ") and "b.txt" in done.err


def test_a_build_of_nothing_is_a_usage_error(invoke: Invoke) -> None:
    assert invoke("build").code == 2


def _listen() -> None:
    """Whoever runs the tests in the background has them deaf to interrupts, and so would be what they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(os.name == "nt", reason="signals work otherwise there")
def test_an_interrupt_is_130_and_keeps_the_store(tmp_path: Path) -> None:
    """The build waits for standard input when it is interrupted: its store is open by then."""
    command = command_line("build", "-", "-o", tmp_path / "output")
    build = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             preexec_fn=_listen)
    until = time.monotonic() + 60
    while not list(tmp_path.glob("output/store/CURRENT")) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)
    build.send_signal(signal.SIGINT)
    out, said = build.communicate(timeout=60)
    assert (build.returncode, out, said) == (130, b"", b"interrupted; what was stored stays\n")
    with Store.open(tmp_path / "output" / "store", write=True) as opened:
        assert opened.articles() == {}


# ------------------------------------------------------------------------------------------------ export and view

def test_export_is_the_file_that_the_build_wrote(seed_built: Path, tmp_path: Path, invoke: Invoke) -> None:
    turtle = (seed_built / "graph.ttl").read_text(encoding="utf-8")
    assert invoke("export", "--store", seed_built / "store").out == turtle
    assert invoke("export", "--store", seed_built / "store", "-o", tmp_path / "g.ttl").out == ""
    assert (tmp_path / "g.ttl").read_text(encoding="utf-8") == turtle


def test_view_is_the_file_that_the_build_wrote(seed_built: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("view", "--store", seed_built / "store", "-o", tmp_path / "page.htm")
    assert (done.code, done.out) == (0, "") and str(tmp_path / "page.htm") in done.err
    assert (tmp_path / "page.htm").read_bytes() == (seed_built / "graph.html").read_bytes()


def test_view_takes_a_focus_a_status_a_language_and_a_title(store: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("view", "--store", store, "-o", tmp_path / "g.html", "--focus", "Omegle", "--hops", "1", "--status",
                  "alleged", "--lang", "id", "--title", "<b>Judul</b>")
    page = (tmp_path / "g.html").read_text(encoding="utf-8")
    assert done.code == 0 and '<html lang="id"' in page and "<b>Judul" not in page and "&lt;b&gt;Judul" in page


@pytest.mark.parametrize("options", [("--focus", "Nobody at all"), ("--lang", "tlh"), ("--hops", "many"),
                                     ("--status", "sure"), ("--max-nodes", "-5")])
def test_a_wrong_option_of_view_is_code_two_and_writes_nothing(options: tuple[str, ...], store: Path, tmp_path: Path,
                                                               invoke: Invoke) -> None:
    done = invoke("view", "--store", store, "-o", tmp_path / "g.html", *options)
    assert done.code == 2 and "Traceback" not in done.err and not (tmp_path / "g.html").exists()


def test_a_file_that_cannot_be_written_is_code_two(store: Path, tmp_path: Path, invoke: Invoke) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for command in (("query", "founders"), ("export",), ("view",)):
        done = invoke(*command, "--store", store, "-o", tmp_path / "file" / "below")
        assert done.code == 2 and done.err.startswith("error: cannot write") and len(done.err.splitlines()) <= 2


def test_a_good_store_is_valid(store: Path, invoke: Invoke) -> None:
    done = invoke("validate", "--store", store)
    assert (done.code, done.out) == (0, "") and done.err.startswith("0 findings (guard: every fact; shapes: all ")


# ------------------------------------------------------------------------------------------------ help and loading

@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_that_is_a_command(command: str, invoke: Invoke) -> None:
    done = invoke(command, "--help")
    assert (done.code, done.err) == (0, "") and "Example:" in done.out
    _, _, example = done.out.partition("Example:")
    assert f"kg {command}" in example and invoke(command, "-h").out == done.out
    assert not [line for line in done.out.splitlines() if len(line) > 80]


def test_the_example_of_build_says_what_it_says(all_built: Path, invoke: Invoke) -> None:
    with Store.open(all_built / "store") as opened:
        claims = len(list(opened.query("SELECT ?c { ?c a ts:Claim }")))
    assert f"{claims} claims read" in invoke("build", "--help").out


def test_help_names_every_command(invoke: Invoke) -> None:
    done = invoke("--help")
    assert done.code == 0 and "Example:" in done.out and all(command in done.out for command in COMMANDS)
    assert set(COMMANDS) >= {"build", "query", "export", "view", "validate"}


def test_the_version_is_that_of_the_package(invoke: Invoke) -> None:
    assert re.fullmatch(r"kg, version \d+\.\d+.*\n", invoke("--version").out)


@pytest.mark.parametrize("arguments", [
    ("--help",), *((command, "--help") for command in COMMANDS), ("query", "founders"), ("query", "--list"),
    ("export",)])
def test_no_language_model_is_loaded(arguments: tuple[str, ...], store: Path, run: Run) -> None:
    """As the list of imports tells that Python writes to standard error."""
    done = run(*arguments, environment={"KG_STORE": str(store)}, python=("-X", "importtime"))
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0 and "click" in loaded
    assert not loaded & {"spacy", "thinc", "rdflib", "networkx", "pyvis", "pyshacl", "trafilatura", "py3langid"}


def test_the_check_above_would_see_a_model(tmp_path: Path, run: Run) -> None:
    done = run("build", "-", "-o", tmp_path / "output", "--lang", "en", given=EN, python=("-X", "importtime"))
    assert done.returncode == 0 and re.search(r"\| +spacy$", done.stderr, re.MULTILINE)
