"""`kg export`: the graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import show, store_option


@click.command("export")
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["turtle"]), default="turtle", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def command(store: Path, form: str, output: Path | None) -> None:
    """Write the graph for other tools. The same store gives the same bytes.

    \b
    Example:
      kg export -f turtle -o graph.ttl
    """
    from kg.store import Store
    from kg.views import turtle

    with Store.open(store) as opened:
        show(turtle.text(opened), output)
