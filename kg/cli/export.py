"""`kg export`: the graph for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.console import chosen_by, selection, show, store_option
from kg.errors import KgError
from kg.views import EXPORTS, export, named, write


@click.command("export")
@store_option
@click.option("-f", "--format", "form", type=click.Choice(list(EXPORTS)), metavar="FORMAT",
              help=f"{', '.join(EXPORTS)}  [default: by the suffix of FILE, else turtle]")
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True),
              help="Write to this file (csv: to this folder); - is standard output, the default.")
@click.option("--quotes", type=click.Choice(["sentence", "trigger", "none"]), default="sentence", show_default=True,
              help="How many of the articles' words go with it.")
@chosen_by
def command(store: Path, form: str | None, output: Path | None, quotes: str, **chosen: Any) -> None:
    """Write the graph for other tools. The same store gives the same bytes.

    \b
    Example:
      kg export -o graph.graphml --focus Omegle --hops 2
      kg export -f csv -o tables --status alleged --status denied
    """
    from kg.store import Store

    target = None if output == Path("-") else output
    name = form or (named(target) if target and target.suffix else "turtle")
    if name == "html":
        raise KgError("a page is no export", hint="draw it with `kg view`")
    if name == "csv" and not target:
        raise KgError("csv makes several tables", hint="name a folder with -o FOLDER")
    with Store.open(store) as opened:
        wanted = {"selection": selection(**chosen), "quotes": quotes}
        if target:
            write(opened, target, form=name, **wanted)
        else:
            show(str(export(opened, name, **wanted)), None)
