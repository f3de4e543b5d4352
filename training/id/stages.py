"""Stages of a long run: what one has made stays in its folder, so a run that was stopped goes on where it was.

A folder belongs to one set of data; it remembers the settings that it was made with, and other settings make it anew.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
MARK, RESULT = "finished.txt", "result.pickle"


def kept(folder: Path, settings: str, make: Callable[[], object]) -> Path:
    """`folder` with what `make` writes there; if an earlier run finished it with these settings, it is left as it is.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as scratch:
    ...     for settings in ("one", "one", "two"):
    ...         _ = kept(Path(scratch), settings, lambda: print("made"))
    made
    made
    """
    mark = folder / MARK
    if mark.exists() and mark.read_text(encoding="utf-8") == settings:
        print(f"{folder.name}: taken from an earlier run", file=sys.stderr)
        return folder
    mark.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    make()
    mark.write_text(settings, encoding="utf-8")
    return folder


def remembered(folder: Path, settings: str, make: Callable[[], T]) -> T:
    """What `make` gives, or gave in an earlier run. The file is a pickle: keep the work folder to yourself."""
    kept(folder, settings, lambda: (folder / RESULT).write_bytes(pickle.dumps(make())))
    found: T = pickle.loads((folder / RESULT).read_bytes())
    return found
