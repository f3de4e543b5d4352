"""The questions that come with the tool, and where the text of a query is found."""

from __future__ import annotations

import difflib
import sys
from importlib.resources import files
from pathlib import Path

from kg.errors import StoreError


def names() -> list[str]:
    """The names of the bundled questions.

    >>> "founders" in names()
    True
    """
    folder = files("kg.ontology") / "queries"
    return sorted(file.name.removesuffix(".rq") for file in folder.iterdir() if file.name.endswith(".rq"))


def listing() -> str:
    """One line a question: its name and, from its first line, who asks what."""
    return "".join(f"{name:28} {_bundled(name).splitlines()[0].lstrip('# ')}\n" for name in names())


def text(query: str) -> str:
    """The SPARQL of what the user gave: text, "@FILE", "-" for standard input, or the name of a bundled question.

    Raises `StoreError` for a file that cannot be read or a name that is unknown.
    """
    if query == "-":
        return sys.stdin.read()
    if query.startswith("@"):
        return _from_file(Path(query[1:]))
    if " " in query.strip() or "{" in query:
        return query
    if query not in names():
        near = difflib.get_close_matches(query, names(), n=1)
        raise StoreError(f"no bundled question '{query}'",
                         hint=f"did you mean '{near[0]}'?" if near else "name them with `kg query --list`")
    return _bundled(query)


def _bundled(name: str) -> str:
    return (files("kg.ontology") / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def _from_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"cannot read the query {path}: {getattr(error, 'strerror', '') or 'not UTF-8'}",
                         hint="give a file with SPARQL text after the @") from error
