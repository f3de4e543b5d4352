"""The scorer: what counts as right, how actions are aligned, what an unsafe fact is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import evaluation, pipeline
from kg.errors import KgError
from kg.evaluation import Gold
from kg.model import Article, Claim, Evidence, Extraction, Mention, Node, Span, Status, Value

FOLDER = Path(__file__).parent.parent / "seeds" / "gold"
TEXT = "Strangly was sued. Strangly was sued again. It may close."
NODES = {"s": {"class": "Platform", "names": ["Strangly"]}, "L1": {"class": "LegalAction", "type": "lawsuit"},
         "L2": {"class": "LegalAction", "type": "lawsuit"}, "O1": {"class": "Outcome", "type": "shutdown"}}


def gold(*claims: tuple[object, ...]) -> Gold:
    return Gold("g", "en", "2024-01-01", TEXT, NODES, tuple((*claim, None, 0, 18) for claim in claims))


def found(*claims: tuple[str, str, str | Value, str]) -> Extraction:
    nodes = {"platform:Strangly": Node("platform:Strangly", "Platform", "Strangly"),
             "L1": Node("L1", "LegalAction", type="lawsuit"),
             "L2": Node("L2", "LegalAction", type="lawsuit"), "O1": Node("O1", "Outcome", type="shutdown")}
    given = [Claim("a", Mention(s, Span(0, 8)), p, o if isinstance(o, Value) else Mention(o, Span(0, 8)), Status(status),
                   Evidence(Span(0, 18), TEXT[:18]), Span(0, 8), "r") for s, p, o, status in claims]
    return Extraction(Article(TEXT, "en", "g"), nodes, tuple(given))


def test_status_counts_in_the_strict_score_only() -> None:
    one = evaluation.compare(gold(("s", "outcome", "O1", "hypothetical", False)),
                             found(("platform:Strangly", "outcome", "O1", "asserted")))
    assert (evaluation.score([one]).right, evaluation.score([one], strict=False).right) == (0, 1)
    assert evaluation.score([one]).unsafe == 1, "a plan that came out as a fact"


def test_actions_are_aligned_by_what_they_share_and_not_by_their_numbers() -> None:
    year, other = Value("2020", "year"), Value("2021", "year")
    one = evaluation.compare(
        gold(("L1", "filedOn", "2020", "asserted", False), ("L2", "filedOn", "2021", "asserted", False)),
        found(("L2", "filedOn", year, "asserted"), ("L1", "filedOn", other, "asserted")))
    assert len(one.right) == 2


def test_two_actions_never_count_as_one() -> None:
    one = evaluation.compare(gold(("L1", "defendant", "s", "asserted", False)), found(
        ("L1", "defendant", "platform:Strangly", "asserted"), ("L2", "defendant", "platform:Strangly", "asserted")))
    assert (len(one.right), len(one.extra)) == (1, 1)


@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("*.jsonl")))
def test_gold_is_sound(file: str) -> None:
    """Every claim points to a sentence of its text, and to nodes that are there; confirmed and denied name a speaker."""
    for one in evaluation.read(FOLDER / file):
        for subject, _, object, status, _, said_by, start, end in one.claims:
            assert subject in one.nodes and 0 <= start < end <= len(one.text)
            assert not str(object).startswith("harm:") or one.nodes[subject]["class"] in ("Platform", "LegalAction")
            assert said_by in one.nodes or said_by is None and status not in ("confirmed", "denied")


def test_a_wrong_gold_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "x"}) + "\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"gold\.jsonl: line 1"):
        list(evaluation.read(tmp_path / "gold.jsonl"))


@pytest.mark.parametrize(("lang", "precision", "f1"), [("en", 0.92, 0.88), ("id", 0.96, 0.94)])
def test_the_floors_hold(lang: str, precision: float, f1: float) -> None:
    """What was reached on the articles to develop on; a change that falls below says so here."""
    compared = pipeline.evaluate([FOLDER / f"dev.{lang}.jsonl"])
    total = evaluation.score(compared)
    assert total.precision >= precision and total.f1 >= f1 and total.unsafe <= 0.02 * total.facts
    assert "unsafe facts" in evaluation.table(compared) and evaluation.errors(compared).count("\n") == total.extra + total.missed
