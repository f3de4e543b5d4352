"""What the user has decided: which things are one, which claims are withdrawn, who and what is forgotten.

Three files of the user's own in one folder, all of them optional:

    judgements.csv     a,b,verdict,by,date,reason      two names of the graph are the "same" or "different"
    corrections.toml   [[withdrawn]] claim, date, reason
    forgotten.csv      what,hash,date                  hashes alone: the file does not say who was forgotten
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import DecisionError

JUDGEMENTS, CORRECTIONS, FORGOTTEN = "judgements.csv", "corrections.toml", "forgotten.csv"
JUDGEMENT_COLUMNS, FORGOTTEN_COLUMNS = ("a", "b", "verdict", "by", "date", "reason"), ("what", "hash", "date")
VERDICTS = ("same", "different")
JUDGED = ("platform", "org", "person", "case", "event")
HANDLE = re.compile(r"([a-z]+):[A-Za-z0-9_.-]+")
CLAIM = re.compile(r"(?:c:)?([0-9a-f]{12}(?:-[0-9]+)?)")
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """Two prefixed names ("person:jo-doe.strangly"), and whether they are the "same" thing or "different" ones."""

    a: str
    b: str
    verdict: str


@dataclass(frozen=True, slots=True, order=True)
class Withdrawal:
    """A claim that no longer counts: its id without prefix, since when (ISO date), and why."""

    claim: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that the user has decided. `forgotten` are hashes of persons' handles, of names and of articles' keys."""

    judgements: tuple[Judgement, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    forgotten: frozenset[str] = field(default_factory=frozenset)

    def to_json(self) -> str:
        """One line, the same for the same decisions in whatever order they were written."""
        return json.dumps([sorted([one.a, one.b, one.verdict] for one in self.judgements),
                           sorted([one.claim, one.date, one.reason] for one in self.withdrawals), sorted(self.forgotten)])

    @classmethod
    def from_json(cls, text: str) -> Decisions:
        """The decisions of a line that `to_json` wrote; none of an empty one."""
        judged, withdrawn, forgotten = json.loads(text) if text else ([], [], [])
        return cls(tuple(Judgement(*one) for one in judged), tuple(Withdrawal(*one) for one in withdrawn), frozenset(forgotten))


def read(folder: Path | None) -> Decisions:
    """The decisions in a folder; none where the folder or a file is not there. Raises DecisionError with the place."""
    if folder is None or not folder.exists():
        return Decisions()
    judgements = tuple(sorted({_judgement(place, row) for place, row in _rows(folder / JUDGEMENTS, JUDGEMENT_COLUMNS)}))
    forgotten = frozenset(_tombstone(place, row) for place, row in _rows(folder / FORGOTTEN, FORGOTTEN_COLUMNS))
    _refuse_contradictions(folder / JUDGEMENTS, judgements)
    return Decisions(judgements, tuple(sorted(_withdrawals(folder / CORRECTIONS))), forgotten)


def tombstone(what: str, text: str) -> str:
    """The hash that stands for a person ("person"), a name ("name") or an article ("article") that is forgotten.

    >>> tombstone("article", "a.txt")[:12]
    '4a740d716c66'
    """
    return hashlib.sha256(f"{what} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def bury(folder: Path, graves: Iterable[tuple[str, str]]) -> None:
    """Adds tombstones, (what, hash), to `forgotten.csv`; the day stands beside them. Raises DecisionError."""
    file = folder / FORGOTTEN
    known = {row["hash"] for _, row in _rows(file, FORGOTTEN_COLUMNS)}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not file.exists():
        writer.writerow(FORGOTTEN_COLUMNS)
    writer.writerows((what, grave, date.today().isoformat()) for what, grave in sorted(set(graves)) if grave not in known)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", newline="") as handle:
            handle.write(out.getvalue())
    except OSError as error:
        raise DecisionError(f"{file}: cannot be written ({error.strerror})", hint="name a folder with --decisions") from error


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table with their place; none where there is no file."""
    if not file.exists():
        return
    reader = csv.DictReader(io.StringIO(_text(file)), restkey="", restval="")
    if tuple(reader.fieldnames or ()) != columns:
        raise DecisionError(f"{file}:1: the columns are not the expected ones", hint=f"they are {','.join(columns)}")
    for row in reader:
        if "" in row:
            raise DecisionError(f"{file}:{reader.line_num}: more cells than columns", hint="put quotes around a comma")
        yield f"{file}:{reader.line_num}", {name: cell.strip() for name, cell in row.items()}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{file}: cannot be read as UTF-8 text") from error


def _judgement(place: str, row: dict[str, str]) -> Judgement:
    kinds = []
    for name in (row["a"], row["b"]):
        match = HANDLE.fullmatch(name)
        if not match or match[1] not in JUDGED:
            raise DecisionError(f"{place}: {name!r} is no name that can be judged", hint="a name such as person:jo-doe.strangly")
        kinds.append(match[1])
    if kinds[0] != kinds[1]:
        raise DecisionError(f"{place}: {row['a']} and {row['b']} are of two kinds", hint="only things of one kind can be one")
    if row["verdict"] not in VERDICTS:
        raise DecisionError(f"{place}: the verdict cannot be {row['verdict']!r}", hint="same, or different")
    return Judgement(min(row["a"], row["b"]), max(row["a"], row["b"]), row["verdict"])


def _tombstone(place: str, row: dict[str, str]) -> str:
    if not HASH.fullmatch(row["hash"]):
        raise DecisionError(f"{place}: {row['hash']!r} is no hash", hint="`kg forget` and `kg remove` write this file")
    return row["hash"]


def _refuse_contradictions(file: Path, judgements: Iterable[Judgement]) -> None:
    """What is the same by a chain of lines cannot be different by another."""
    sets = Sets()
    for one in judgements:
        if one.verdict == "same":
            sets.join(one.a, one.b)
    for one in judgements:
        if one.verdict == "different" and sets.of(one.a) == sets.of(one.b):
            raise DecisionError(f"{file}: {one.a} and {one.b} are judged different, and the same by other lines",
                                hint="take one of the lines out")


def _withdrawals(file: Path) -> Iterator[Withdrawal]:
    if not file.exists():
        return
    try:
        told = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise DecisionError(f"{file}: {error}") from error
    if set(told) - {"withdrawn"} or not isinstance(told.get("withdrawn", []), list):
        raise DecisionError(f"{file}: holds something else than [[withdrawn]]", hint="each has claim, date and reason")
    yield from (_withdrawal(file, number, one) for number, one in enumerate(told.get("withdrawn", []), 1))


def _withdrawal(file: Path, number: int, given: object) -> Withdrawal:
    one = given if isinstance(given, dict) else {}
    claim, day = CLAIM.fullmatch(str(one.get("claim", ""))), str(one.get("date", ""))
    reason = " ".join(str(one.get("reason", "")).split())
    if set(one) != {"claim", "date", "reason"} or not claim or not reason:
        raise DecisionError(f"{file}: withdrawal {number} needs claim, date and reason",
                            hint='claim = "c:acaa5ca9ede3", date = 2026-11-22, reason = "..."')
    try:
        return Withdrawal(claim[1], date.fromisoformat(day).isoformat(), reason)
    except ValueError as error:
        raise DecisionError(f"{file}: withdrawal {number}: {day!r} is no date", hint="as 2026-11-22") from error


class Sets:
    """Names that have been said to be one, by chains of any length; each set is called by its least name.

    >>> sets = Sets()
    >>> sets.join("b", "c"); sets.join("a", "b"); sets.of("c"), sets.of("z")
    ('a', 'z')
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The least name of the set in which `name` is."""
        while (above := self._above.get(name, name)) != name:
            self._above[name] = name = self._above.get(above, above)
        return name

    def join(self, one: str, other: str) -> None:
        """Makes one set of the two."""
        least, more = sorted((self.of(one), self.of(other)))
        if least != more:
            self._above[more] = least
