"""`kg validate`: shapes and guard over a store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.console import FOUND, store_option


@click.command("validate")
@store_option
def command(store: Path) -> None:
    """Check the graph against the shapes and the rule that no fact stands without a claim (needs tskg[shacl]).

    \b
    Example:
      kg validate && echo "nothing found"
    """
    from kg import shapes
    from kg.store import Store

    with Store.open(store) as opened:
        leaks, violations = opened.guard(), shapes.validate(opened)
    for leak in leaks:
        click.echo(f"{' '.join(leak.triple)}: {leak.reason}")
    for violation in violations:
        click.echo(str(violation))
    click.echo(f"{len(leaks) + len(violations)} findings", err=True)
    if leaks or violations:
        sys.exit(FOUND)
