"""What can be made of a store: one function per form, chosen by name or by the suffix of the file."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.store import Store

EXPORTS = {
    "turtle": ("kg.views.turtle:text", "ttl"),
    "trig": ("kg.views.linked:trig", "trig"),
    "nquads": ("kg.views.linked:nquads", "nq"),
    "ntriples": ("kg.views.linked:ntriples", "nt"),
    "jsonld": ("kg.views.linked:jsonld", "jsonld"),
    "rdfxml": ("kg.views.linked:rdfxml", "rdf"),
    "graphml": ("kg.views.network:graphml", "graphml"),
    "gexf": ("kg.views.network:gexf", "gexf"),
    "cytoscape": ("kg.views.network:cytoscape", "cyjs"),
    "csv": ("kg.views.spreadsheet:files", ""),
    "neo4j": ("kg.views.cypher:script", "cypher"),
}
"""Name -> the function that makes the text (or, of several files, the texts by name), and the suffix of the file.

Each is called with the store, and takes `selection` and `quotes`; it is imported when it is used.
"""
PAGES = {"html": "kg.views.html"}
"""Name and suffix -> the module that draws it, with a `write(store, path, **options)`."""


def write(store: Store, path: Path, *, form: str = "", **options: Any) -> None:
    """Writes the store to a file in the form of its suffix, or in `form`, a name of `EXPORTS` or `PAGES`.

    Further options go to the form's own function; "csv" makes a folder. Raises KgError for a suffix that no form has,
    and where the file cannot be written; a file that stood there stays as it was until the new one is whole.
    """
    name = form or named(path)
    if name in PAGES:
        importlib.import_module(PAGES[name]).write(store, path, **options)
        return
    made = export(store, name, **options)
    for file, text in ({path: made} if isinstance(made, str) else {path / name: text for name, text in made.items()}).items():
        save(file, text)


def export(store: Store, form: str, **options: Any) -> str | Mapping[str, str]:
    """The text of an export, or of several files the texts by name."""
    if form not in EXPORTS:
        raise KgError(f'no output format "{form}"', hint=f"one of {', '.join(EXPORTS)}")
    module, _, function = EXPORTS[form][0].partition(":")
    make: Callable[..., str | Mapping[str, str]] = getattr(importlib.import_module(module), function)
    return make(store, **options)


def named(path: Path) -> str:
    """The form that a file's suffix stands for. Raises KgError where it stands for none.

    >>> named(Path("graph.ttl"))
    'turtle'
    """
    suffix = path.suffix.lstrip(".").lower()
    found = {ending: name for name, (_, ending) in EXPORTS.items() if ending} | {name: name for name in PAGES}
    if suffix not in found:
        raise KgError(f'no output format "{suffix}" for {path}', hint=f"one of {', '.join(sorted(found))}, or name the format")
    return found[suffix]


def save(path: Path, text: str) -> None:
    """Puts a text in place in one step, as UTF-8 with "\\n" line ends. Raises KgError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as draft:
            draft.write(text)
        _replace(Path(draft.name), path)
    except OSError as error:
        raise KgError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(draft: Path, path: Path) -> None:
    try:
        draft.chmod(0o666 & ~_umask())
        os.replace(draft, path)
    except OSError:
        draft.unlink()
        raise


def _umask() -> int:
    """What a plainly opened file would be denied; the temporary one is closed to everybody else."""
    current = os.umask(0)
    os.umask(current)
    return current
