"""What is loaded once and stays until the end, such as a language model or a lexicon."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """What has been made when this ends stays: the garbage collector does not look there for what could go, now or later.

    With two pipelines and lexicons in memory each of its full rounds would walk a million objects, to find nothing. What is
    no longer referred to goes all the same; only rings of objects that were there before are never found.

    >>> before = gc.get_freeze_count()
    >>> with kept():
    ...     loaded = [[number] for number in range(100)]
    >>> gc.get_freeze_count() >= before + 100, gc.isenabled()
    (True, True)
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
