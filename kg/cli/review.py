"""`kg review`: what may be one thing, for the user to judge."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import show, store_option
from kg.cli.query import written


@click.command("review")
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def command(store: Path, form: str, output: Path | None) -> None:
    """List pairs of things that may be one, with a sentence about each.

    A line in judgements.csv settles a pair; it is listed no more.

    \b
    Example:
      kg review -f csv -o candidates.csv
    """
    from kg import review
    from kg.store import Store

    with Store.open(store) as opened:
        found = review.candidates(opened)
    show(written(review.answer(found), form), output)
    click.echo(f"{len(found)} pairs", err=True)
