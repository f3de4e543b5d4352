"""`kg view`: the graph as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.console import store_option
from kg.model import Status


@click.command("view")
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: graph.html beside the store]")
@click.option("--lang", default="en", show_default=True, help="Language of the page (en, id).")
@click.option("--title", default="", help="Title of the page.")
@click.option("--focus", multiple=True, help="Show this entity and its neighbours (name or platform:omegle); repeatable.")
@click.option("--hops", default=1, type=click.IntRange(min=0), show_default=True, help="How many steps from the focus.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([status.value for status in Status]),
              help="Only statements of this status; repeatable.")
@click.option("--max-nodes", default=300, type=click.IntRange(min=1), show_default=True, help="Show at most so many entities.")
@click.option("--seed", default=1, show_default=True, help="Seed of the layout.")
def command(store: Path, output: Path | None, **options: Any) -> None:
    """Draw the graph as one HTML file that needs no network.

    \b
    Example:
      kg view --focus Omegle --lang id -o omegle.html
    """
    from kg.store import Store
    from kg.views import write

    target = output or store.parent / "graph.html"
    with Store.open(store) as opened:
        write(opened, target, form="html", **options)
    click.echo(f"wrote {target}", err=True)
