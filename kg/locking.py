"""Who may open a store: many readers, or one writer alone. Nobody waits; the second one is told at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import StoreError

LOCK_FILE = "tskg.lock"


@contextmanager
def locked(folder: Path, *, write: bool) -> Iterator[None]:
    """Holds the lock of a store's folder: shared to read, alone to write.

    Raises StoreError when somebody else's lock stands against it. A reader creates nothing: a store without a lock
    file is one that no build has opened since it was copied.
    """
    file = folder / LOCK_FILE
    if not write and not file.exists():
        yield
        return
    with file.open("ab" if write else "rb") as handle:
        if not _take(handle, alone=write):
            raise StoreError(f"{folder} is {'in use' if write else 'being written'} by another process",
                             hint="try again when it has ended")
        yield  # closing the file gives the lock back, also when the process is killed


if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes], *, alone: bool) -> bool:
        """Windows has no shared locks, so readers shut each other out there."""
        handle.seek(0)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(handle: IO[bytes], *, alone: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
