"""`kg view`: the graph as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.console import chosen_by, selection, store_option


@click.command("view")
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: graph.html beside the store]")
@click.option("--lang", default="en", show_default=True, help="Language of the page (en, id).")
@click.option("--title", default="", help="Title of the page.")
@chosen_by
@click.option("--max-nodes", default=300, type=click.IntRange(min=1), show_default=True,
              help="At most so many entities, those of which most is said.")
@click.option("--layout", type=click.Choice(["auto", "columns", "map"]), default="auto", show_default=True,
              help="Columns by class, a map of what hangs together, or what suits the size.")
@click.option("--theme", type=click.Choice(["auto", "light", "dark"]), default="auto", show_default=True,
              help="Colours when the page is opened; the reader can change them.")
@click.option("--seed", default=1, show_default=True, help="Seed of the map.")
def command(store: Path, output: Path | None, lang: str, title: str, max_nodes: int, layout: str, theme: str, seed: int,
            **chosen: Any) -> None:
    """Draw the graph as one HTML file that needs no network.

    \b
    Example:
      kg view --focus Omegle --lang id -o omegle.html
      kg view --status alleged --status denied --since 2023 -o disputed.html
      kg view --query @my-view.rq --layout map
    """
    from kg.store import Store
    from kg.views import html

    target = output or store.parent / "graph.html"
    with Store.open(store) as opened:
        shown, known = html.write(opened, target, selection=selection(**chosen), lang=lang, title=title, max_nodes=max_nodes,
                                  layout=layout, theme=theme, seed=seed)
    click.echo(f"wrote {target}: {shown:,} of {known:,} entities", err=True)
