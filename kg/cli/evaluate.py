"""`kg evaluate`: claims against annotated articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.console import FOUND, show


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--errors", is_flag=True, help="Print each miss (-), extra claim (+) and unsafe fact (!) with its sentence.")
@click.option("--min-f1", type=float, help="Exit with 1 below this strict F1.")
def command(gold: tuple[Path, ...], errors: bool, min_f1: float | None) -> None:
    """Measure the claims against annotated articles (JSON Lines; the format is in docs/measured.md).

    \b
    Example:
      kg evaluate seeds/gold/dev.en.jsonl seeds/gold/dev.id.jsonl
    """
    from kg import evaluation, pipeline

    comparisons = pipeline.evaluate(gold)
    show(evaluation.errors(comparisons) if errors else evaluation.table(comparisons), None)
    if min_f1 is not None and evaluation.score(comparisons).f1 < min_f1:
        sys.exit(FOUND)
