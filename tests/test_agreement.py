"""Agreement of two annotations: which nodes are one, what counts as the same, kappa by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluation import Gold
from training.agreement import agreement, aligned, kappa, pair, pairs, statuses, table

ROOT = Path(__file__).parent.parent
NODES: dict[str, dict[str, Any]] = {
    "s": {"class": "Platform", "names": ["Strangly"]}, "inc": {"class": "Organization", "names": ["Strangly Inc"]},
    "kids": {"class": "Group", "type": "children"}, "L1": {"class": "LegalAction", "type": "lawsuit"},
    "L2": {"class": "LegalAction", "type": "lawsuit"}, "O1": {"class": "Outcome", "type": "settlement"}}
CLAIMS = (("L1", "defendant", "s", "asserted", False), ("L1", "outcome", "O1", "asserted", False),
          ("L2", "defendant", "inc", "asserted", False), ("L2", "filedOn", "2023", "asserted", False),
          ("s", "reportedHarm", "harm:csam", "alleged", False), ("L1", "affects", "kids", "alleged", False))
RENAMED = {"s": "P9", "inc": "C9", "kids": "G9", "L1": "L9", "L2": "L8", "O1": "O9"}


def gold(*claims: tuple[object, ...], id: str = "a") -> Gold:
    return Gold(id, "en", "2024-01-01", "Strangly was sued.", NODES, tuple((*claim, None, 0, 18) for claim in claims))


def other_ids(one: Gold) -> Gold:
    """The same annotation by somebody who calls every node something else."""
    claims = tuple((RENAMED.get(s, s), p, RENAMED.get(o, o), *rest) for s, p, o, *rest in one.claims)
    return replace(one, nodes={RENAMED[id]: node for id, node in one.nodes.items()}, claims=claims)


def test_ids_of_nodes_do_not_matter() -> None:
    first = gold(*CLAIMS)
    assert aligned(first, other_ids(first)) == {new: old for old, new in RENAMED.items()}
    assert agreement([pair(first, other_ids(first))]).f1 == 1


def test_a_platform_and_a_company_of_one_name_are_two() -> None:
    nodes = {**NODES, "s": {"class": "Organization", "names": ["Strangly"]}}
    assert aligned(gold(*CLAIMS), replace(gold(*CLAIMS), nodes=nodes))["s"] == "?s"


def test_an_outcome_of_another_type_is_another() -> None:
    nodes = {**NODES, "O1": {"class": "Outcome", "type": "dismissal"}}
    found = agreement([pair(gold(*CLAIMS), replace(gold(*CLAIMS), nodes=nodes))])
    assert (found.right, found.extra, found.missed) == (5, 1, 1)


def test_status_and_negation_count_in_the_strict_figure_only() -> None:
    both = [pair(gold(("s", "outcome", "O1", "asserted", False)), gold(("s", "outcome", "O1", "hypothetical", False))),
            pair(gold(("s", "outcome", "O1", "asserted", False)), gold(("s", "outcome", "O1", "asserted", True)))]
    assert agreement(both).f1 == 0
    assert agreement(both, lambda said: said.triple).f1 == 1


def test_kappa_of_three_right_and_one_wrong() -> None:
    marks = ["alleged", "alleged", "asserted", "asserted"]
    first = gold(*(("s", "reportedHarm", f"harm:{n}", mark, False) for n, mark in enumerate(marks)))
    second = gold(*(("s", "reportedHarm", f"harm:{n}", mark, False) for n, mark in enumerate(["alleged", *["asserted"] * 3])))
    found = statuses([pair(first, second)])
    assert found == {("alleged", "alleged"): 1, ("alleged", "asserted"): 1, ("asserted", "asserted"): 2}
    assert kappa(found) == pytest.approx((0.75 - 0.5) / (1 - 0.5))


def test_one_label_only_is_full_agreement() -> None:
    assert kappa({("asserted", "asserted"): 7}) == 1


def test_an_article_annotated_once_is_named() -> None:
    with pytest.raises(KgError, match="annotated once only: b"):
        pairs([gold(*CLAIMS)], [gold(*CLAIMS), gold(id="b")])
    with pytest.raises(KgError, match="a: the two annotations have different texts"):
        pair(gold(), replace(gold(), text="Another."))


def test_the_table_tells_first_and_second_apart() -> None:
    lines = table([pair(gold(*CLAIMS), gold(*CLAIMS[:4]))]).splitlines()
    assert lines[1].split() == ["all,", "strict", "0.800", "4", "2", "0"]
    assert "predicate: affects         0.000     0           1            0" in lines


def test_the_command_prints_the_table_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(asdict(gold(*CLAIMS))) + "\n", encoding="utf-8")
    done = run(path, path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "all, strict                1.000     6" in done.stdout
    lost = run(path, tmp_path / "none.jsonl")
    assert lost.returncode == 1 and "none.jsonl" in lost.stderr and "Traceback" not in lost.stderr


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "training.agreement", *map(str, paths)], cwd=ROOT, capture_output=True,
                          text=True, check=False)
