"""Answers as people and spreadsheets read them: a table, CSV, JSON."""

from __future__ import annotations

import csv as csv_writer
import io
import unicodedata
from collections.abc import Iterable

from kg.answers import Answer
from kg.prefixes import PREFIXES

# A spreadsheet takes a cell that begins so for a formula; some also know the wide forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# Controls and marks of direction, which a terminal would obey; the joiners make letters and pictures whole.
_UNSEEN, _JOINERS = ("Cc", "Cf", "Cs"), "\u200c\u200d"


def json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON, one valid document also where there is no row."""
    return answer.serialize("json").decode() + "\n"


def csv(answer: Answer, *, delimiter: str = ",") -> str:
    """One line a row, with a header; cells that a spreadsheet would take for a formula get a leading apostrophe."""
    if answer.form == "truth":
        return f"{'true' if answer else 'false'}\n"
    out = io.StringIO()
    writer = csv_writer.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows([defused(cell) for cell in row] for row in _rows(answer, shorten=False))
    return out.getvalue()


def table(answer: Answer, *, width: int = 0) -> str:
    """Columns for reading; IRIs are shortened by the project's prefixes. Cut to `width` columns unless that is 0."""
    if answer.form == "truth":
        return f"{'yes' if answer else 'no'}\n"
    rows = [list(answer.variables), *_rows(answer, shorten=True)]
    sizes = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rule = ["-" * size for size in sizes]
    lines = ("  ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in
             (rows[0], rule, *rows[1:]))
    return "".join(f"{line[:width] if width else line}\n" for line in lines)


def short(iri: str) -> str:
    """An IRI with a known prefix, if it has one.

    >>> short("https://w3id.org/tskg/id/platform/omegle")
    'platform:omegle'
    """
    fitting = [(space, name) for name, space in PREFIXES.items() if iri.startswith(space)]
    if not fitting:
        return iri
    space, name = max(fitting, key=lambda pair: len(pair[0]))
    return f"{name}:{iri.removeprefix(space)}"


def defused(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula.

    >>> defused("=1+1"), defused("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def plain(text: str) -> str:
    r"""A text as one line for a terminal: without control characters, and with nothing that turns the line around.

    >>> plain("a\x1b[31m\nb\u202e")
    'a[31m b'
    """
    shown = (" " if character.isspace() else character for character in text
             if character.isspace() or unicodedata.category(character) not in _UNSEEN or character in _JOINERS)
    return " ".join("".join(shown).split())


def _rows(answer: Answer, *, shorten: bool) -> Iterable[list[str]]:
    for row in answer:
        cells = ((row[name].value if row[name] is not None else "") for name in answer.variables)
        yield [plain(short(cell)) if shorten else cell for cell in cells]
