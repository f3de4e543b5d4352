"""The log of builds, `builds.jsonl` beside the store: when each was, and which articles came, changed and went.

It alone holds times, and no export does, so that the same articles give the same files. Articles are told by their IRI,
which is a hash: no name of an article outlives it here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import StoreError
from kg.prefixes import local_name
from kg.store import Stored

FILE = "builds.jsonl"
ARTICLE = re.compile("article:[0-9a-f]{12}")
CHANGES = ("new", "changed", "removed")
ALL = "(UNDEF UNDEF)"


@dataclass(frozen=True, slots=True)
class Build:
    """When it ended (ISO 8601, UTC), by what ("build", "remove", "forget"), and the articles by prefixed name."""

    at: str
    by: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line.

        >>> print(Build("2026-11-22T09:00:00+00:00", "build", new=("article:0ab2b40e02e1",)))
        build of 2026-11-22T09:00:00+00:00: 1 new, 0 changed, 0 removed
        """
        return f"{self.by} of {self.at}: {len(self.new)} new, {len(self.changed)} changed, {len(self.removed)} removed"


def note(folder: Path, by: str, before: Mapping[str, Stored], after: Mapping[str, Stored]) -> None:
    """Adds a line to the log: what the store's articles, by key, were before and are now."""
    changed = [key for key in before.keys() & after.keys() if before[key] != after[key]]
    build = Build(datetime.now(UTC).isoformat(timespec="seconds"), by, _named(after, after.keys() - before.keys()),
                  _named(after, changed), _named(before, before.keys() - after.keys()))
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(asdict(build))}\n")


def last(folder: Path) -> Build:
    """The last line of the log. Raises StoreError where there is none, or where it is no such line."""
    file = folder / FILE
    try:
        told = json.loads(file.read_text(encoding="utf-8").splitlines()[-1])
        build = Build(str(told["at"]), str(told["by"]), *(tuple(map(str, told[name])) for name in CHANGES))
    except (OSError, IndexError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"{file} does not tell of a build",
                         hint="`kg build` writes it; the store alone holds no times") from error
    for name in (*build.new, *build.changed, *build.removed):
        if not ARTICLE.fullmatch(name):
            raise StoreError(f"{file}: {name!r} is no article")
    return build


def asked(question: str, build: Build) -> str:
    """The question about all articles as one about those that a build brought or changed."""
    rows = [f'("{change}" {name})' for change in ("new", "changed") for name in getattr(build, change)]
    return question.replace(ALL, " ".join(rows))


def _named(held: Mapping[str, Stored], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(f"article:{local_name(held[key].graph)}" for key in keys))
