"""A store's files written anew, so that nothing is left in them of what was taken out.

The engine keeps the letters of terms that no triple has any more. So the store is copied into a folder within its own,
and the copy's files take the place of the old ones. A note beside them says how far that has come: whoever opens the store
next goes on from there, so that a crash loses nothing and leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import shutil
from enum import Enum
from pathlib import Path

from kg.locking import LOCK_FILE

NOTE, COPY = "tskg.rewrite", "rewritten"


class Stage(Enum):
    """How far it has come: nothing to do, the copy has to be made, the copy is whole."""

    NONE = 0
    DUE = 1
    COPIED = 2


def stage(folder: Path) -> Stage:
    """How far a store's rewriting has come."""
    note = folder / NOTE
    if not note.exists():
        return Stage.NONE
    return Stage.COPIED if note.read_text(encoding="utf-8") else Stage.DUE


def order(folder: Path) -> None:
    """Notes that a store has to be written anew."""
    _note(folder, "")


def empty(folder: Path) -> Path:
    """The folder for the copy, which is not there."""
    shutil.rmtree(folder / COPY, ignore_errors=True)
    return folder / COPY


def copied(folder: Path) -> None:
    """Notes that the copy is whole."""
    _note(folder, json.dumps(sorted(file.name for file in (folder / COPY).iterdir())))


def settle(folder: Path) -> None:
    """Puts the copy's files in the place of the old ones; nobody may have the store open. Can be done again."""
    names = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    for name in names:
        if (folder / COPY / name).exists():
            os.replace(folder / COPY / name, folder / name)
    for file in folder.iterdir():
        if file.is_file() and file.name not in (*names, LOCK_FILE, NOTE):
            file.unlink()
    shutil.rmtree(folder / COPY, ignore_errors=True)
    (folder / NOTE).unlink()


def _note(folder: Path, text: str) -> None:
    with (folder / f"{NOTE}.new").open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(folder / f"{NOTE}.new", folder / NOTE)
