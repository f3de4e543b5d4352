"""`kg validate`: shapes and guard over a store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.console import FOUND, show, store_option


@click.command("validate")
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["human", "json", "sarif"]), default="human", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--shapes", "own", type=click.Path(path_type=Path, dir_okay=False), help="Shapes of your own (Turtle), not ours.")
@click.option("--articles", "most", type=click.IntRange(min=0), default=250, show_default=True,
              help="Check the shapes on so many articles; 0 is all.")
def command(store: Path, form: str, output: Path | None, own: Path | None, most: int) -> None:
    """Check the graph: no fact without a claim, and the shapes (needs tskg[shacl]).

    The rule for facts is checked on everything, the shapes on a sample where there are more articles than --articles.
    Exit code 1 says that something was found, 2 that it could not be checked.

    \b
    Example:
      kg validate && echo "nothing found"
      kg validate -f sarif -o findings.sarif
    """
    from kg import shapes, violations
    from kg.store import Store

    with Store.open(store) as opened:
        found = shapes.examine(opened, shapes=own, most=most)
    show({"human": violations.human, "json": violations.json, "sarif": violations.sarif}[form](found.violations), output)
    click.echo(f"{len(found.violations)} findings ({found.checked})", err=True)
    if found.violations:
        sys.exit(FOUND)
