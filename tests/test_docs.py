"""The documentation says what the tool does: every command, option and key is named, links lead somewhere, output is real."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg import Store, cli, extract, lexicon, queries, rdf
from kg.views import turtle

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SET_UP = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/kg build seeds/articles",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest",
)
SENTENCE = "Two families sued the video chat app Strangly on 7 November 2023, alleging that it enabled grooming."


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ the command line

COMMANDS = sorted(cli.main.commands)


def _section(command: str) -> str:
    """The part of cli.md that tells of a command."""
    found = re.search(rf"^## kg {command}\b.*?(?=^## |\Z)", _text("docs/cli.md"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section for kg {command}"
    return found[0]


def _parameters(command: str) -> Iterator[str]:
    for parameter in cli.main.commands[command].params:
        yield from (name for name in parameter.opts if isinstance(parameter, click.Option))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_told_in_its_section(command: str) -> None:
    section = _section(command)
    assert not [name for name in _parameters(command) if f"`{name}`" not in section]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_is_told_that_a_command_lacks(command: str) -> None:
    cells = "".join(row.split("|")[1] for row in _section(command).splitlines() if row.startswith("| `-"))
    assert set(re.findall(r"`(--?[a-z0-9-]+)`", cells)) == set(_parameters(command))


def test_no_command_is_told_that_is_not_there() -> None:
    assert sorted(re.findall(r"^## kg (\w+)", _text("docs/cli.md"), re.MULTILINE)) == COMMANDS


def test_every_bundled_question_is_named() -> None:
    assert not [name for name in queries.names() if f"`{name}`" not in _section("query")]


# ------------------------------------------------------------------------------------------------ the lexicon

@pytest.mark.parametrize(("heading", "keys"), [("Frames", lexicon._FRAME_KEYS), ("Cues", lexicon._CUE_KEYS)])
def test_every_key_of_the_lexicon_is_explained(heading: str, keys: set[str]) -> None:
    section = re.search(rf"^## {heading}$.*?(?=^## )", _text("docs/lexicon.md"), re.MULTILINE | re.DOTALL)
    assert section
    rows = [row.split("|")[1] for row in section[0].splitlines() if row.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", "".join(rows))) == keys


# ------------------------------------------------------------------------------------------------ links and versions

def _links(page: Path) -> Iterator[str]:
    """The relative targets of links and pictures, without what follows a #; code blocks hold none."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target) and (path := target.partition("#")[0]):
            yield path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    assert not [target for target in _links(page) if not (page.parent / target).exists()]


def test_links_are_found() -> None:
    assert {"docs/model.md", "LICENSE"} <= set(_links(ROOT / "README.md"))


def test_the_changelog_begins_with_the_version_of_the_package() -> None:
    setup = configparser.ConfigParser()
    setup.read_string(_text("setup.cfg"))
    first = re.search(r"^## (\S+)", _text("CHANGELOG.md"), re.MULTILINE)
    assert first and first[1] == setup["metadata"]["version"]


# ------------------------------------------------------------------------------------------------ the README

@pytest.mark.parametrize("line", SET_UP)
def test_a_set_up_line_stands_in_the_readme_once(line: str) -> None:
    assert _text("README.md").splitlines().count(line) == 1
    assert _text("README.md").count(line) == 1


def _block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", _text("README.md"), re.MULTILINE | re.DOTALL)
    assert found, f"the README has no block of {language}"
    return found[1]


def test_the_turtle_in_the_readme_is_what_the_tool_writes() -> None:
    assert SENTENCE in _text("README.md")
    [found] = extract(SENTENCE, lang="en")
    with Store.open() as store:
        store.put(rdf.quads(found))
        written = {line.strip() for line in turtle.text(store).splitlines()}
    shown = [line.strip() for line in _block("turtle").splitlines() if line.strip()]
    told = [line for line in shown if not line.endswith("...")]
    assert len(told) > 5 and not [line for line in told if line not in written]
