"""python -m training.items FILE ...: how many claims of short items are found, and what is wrong with --errors.

An item is a line of JSON: date, title (a headline alone), text, and claims as "subject | predicate | object | status", with
"| not" where negated; what stands behind is not compared. Parties go by their names, everything else by its type.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg import articles, extraction, languages
from kg.model import Extraction, Mention, Value

_NAMED = ("Platform", "Person", "Organization")
_COUNTED = re.compile(r"(?<=[a-z])\d$")   # "fine2" is the second fine

Told = tuple[str, str, str, str, bool]


def main(args: list[str]) -> None:
    """Print precision, recall and F1 of each file."""
    for path in (Path(arg) for arg in args if not arg.startswith("--")):
        right = extra = missed = 0
        for item, wanted, got in _compared(path):
            right, extra, missed = right + len(wanted & got), extra + len(got - wanted), missed + len(wanted - got)
            if "--errors" in args and wanted != got:
                print(item["text"], *(f"  - {one}" for one in sorted(wanted - got)), sep="\n")
                print(*(f"  + {one}" for one in sorted(got - wanted)), sep="\n")
        precision, recall = right / max(1, right + extra), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{path.name}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({right}, {extra}, {missed})")


def _compared(path: Path) -> Iterator[tuple[dict[str, Any], set[Told], set[Told]]]:
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lang = path.stem.rpartition(".")[2]
    written = (articles.from_text(item["text"] + "\n\n" * item["title"], lang=lang, date=item["date"]) for item in items)
    for item, found in zip(items, extraction.extract(languages.parse(written)), strict=True):
        names = {_plain(name): _plain(node.name) for node in found.nodes.values() if node.kind in _NAMED
                 for name in (node.name, *node.aliases)}
        wanted = {_wanted(claim, names) for claim in item["claims"]}
        got = {(_called(found, one.subject), one.predicate, _called(found, one.object), one.status.value, one.negated)
               for one in found.claims}
        yield item, wanted, got


def _wanted(claim: str, names: dict[str, str]) -> Told:
    subject, predicate, thing, status, *more = (part.strip() for part in claim.split("|"))
    first, last = (names.get(_plain(part), _COUNTED.sub("", _plain(part))) for part in (subject, thing))
    return first, predicate, last, status, "not" in more


def _called(found: Extraction, part: Mention | Value) -> str:
    if isinstance(part, Value):
        return _plain(part.lexical)
    node = found.nodes[part.node]
    return _plain(node.name if node.kind in _NAMED else node.type or node.name)


def _plain(name: str) -> str:
    """In small letters, without the article before it and the full stop of a legal form."""
    return name.strip().lower().removeprefix("the ").rstrip(".")


if __name__ == "__main__":
    main(sys.argv[1:])
