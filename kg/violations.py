"""What is wrong with a graph, and how people and programs are told: one line each, JSON, or SARIF 2.1.0."""

from __future__ import annotations

import hashlib
import json as json_writer
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from kg.tables import short

GUARD = "FactWithoutClaim"
"""The rule of the guard, which checks it without SHACL."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node: its IRI, the property and value concerned ("" where none is), and the message.

    `shape` is the local name of the shape, or of the constraint where the shape has no name.
    """

    node: str
    path: str
    value: str
    shape: str
    message: str


def human(found: Sequence[Violation]) -> str:
    """One line each: node, property, value, message and rule. IRIs are shortened; no text can begin a line."""
    lines = (" ".join(" ".join((*filter(None, map(short, (one.node, one.path, one.value))), "-", one.message)).split())
             + f" ({one.shape})" for one in found)
    return "".join(f"{line}\n" for line in lines)


def json(found: Sequence[Violation]) -> str:
    """A list of objects, `[]` where nothing is wrong."""
    return json_writer.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n"


def sarif(found: Sequence[Violation], *, checked: str = "") -> str:
    """A SARIF log of one run; a result's place is the IRI of its node. `checked` says what was looked at."""
    rules = sorted({one.shape for one in found})
    run = {"tool": {"driver": {"name": "tskg", "version": _version(), "rules": [{"id": name} for name in rules]}},
           "columnKind": "unicodeCodePoints", "results": [_result(one, rules.index(one.shape)) for one in found]}
    if checked:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [
            {"level": "note", "message": {"text": checked}}]}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json_writer.dumps(log, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"human": human, "json": json, "sarif": sarif}


def _result(one: Violation, rule: int) -> dict[str, object]:
    where = {"physicalLocation": {"artifactLocation": {"uri": one.node}},
             "logicalLocations": [{"fullyQualifiedName": one.node, "kind": "resource"}]}
    return {"ruleId": one.shape, "ruleIndex": rule, "level": "error", "message": {"text": one.message}, "locations": [where],
            "partialFingerprints": {"tskg/v1": hashlib.sha256("\n".join(asdict(one).values()).encode()).hexdigest()},
            "properties": {"path": one.path, "value": one.value}}


def _version() -> str:
    try:
        return version("tskg")
    except PackageNotFoundError:  # run from a folder where it was never installed
        return "0"
