"""What can be made of a store: one module per form, chosen by the suffix of the file."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.store import Store

FORMATS = {"ttl": "kg.views.turtle", "html": "kg.views.html"}
"""Suffix -> the module that writes it; each has `write(store, path, **options)` and is imported when it is used."""


def write(store: Store, path: Path, *, form: str = "", **options: Any) -> None:
    """Writes the store to a file in the form of its suffix, or in `form` ("ttl", "html").

    Further options go to the form's own `write`. Raises KgError for a suffix that no form has, and where the file
    cannot be written; a file that stood there stays as it was until the new one is whole.
    """
    wanted = form or path.suffix.lstrip(".").lower()
    if wanted not in FORMATS:
        raise KgError(f'no output format "{wanted}" for {path}', hint=f"one of {', '.join(sorted(FORMATS))}")
    importlib.import_module(FORMATS[wanted]).write(store, path, **options)


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
