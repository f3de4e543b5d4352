"""`kg query`: SPARQL, or a question that comes with the tool."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import FOUND, show, store_option

if TYPE_CHECKING:
    from kg.answers import Answer


class _Asking(click.Command):
    """`-p platform=omegle` is another way to write `-p platform omegle`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parts what stands behind -p at its first "="."""
        parted = [arg.split("=", 1) if before in ("-p", "--param") and "=" in arg else [arg]
                  for before, arg in pairwise(["", *args])]
        return super().parse_args(ctx, [arg for some in parted for arg in some])


@click.command("query", cls=_Asking)
@click.argument("query", required=False)
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("-p", "--param", nargs=2, multiple=True, metavar="NAME=VALUE",
              help="Bind a variable to a value.")
@click.option("--list", "listed", is_flag=True, help="Name the bundled questions.")
@click.option("--fail-empty", is_flag=True, help="Exit with 1 where there is no answer.")
def command(query: str | None, store: Path, form: str, output: Path | None, param: tuple[tuple[str, str], ...],
            listed: bool, fail_empty: bool) -> None:
    """Ask the graph: SPARQL text, @FILE, - for standard input, or the name of a bundled question.

    The project's prefixes need not be declared.

    \b
    Example:
      kg query founders
      kg query 'SELECT ?p ?who WHERE { ?p ts:founder ?who }' -f csv
      kg query allegations -p platform=omegle
    """
    from kg import builds, queries
    from kg.store import Store

    if listed:
        show(queries.listing(), output)
        return
    if not query:
        raise click.UsageError("say what to ask: SPARQL, @FILE, - or a name from `kg query --list`")
    text = queries.text(query)
    if query == "changes":
        build = builds.last(store.parent)
        text = builds.asked(text, build)
        click.echo(build, err=True)
    with Store.open(store) as opened:
        answer = opened.query(text, bind=dict(param))
        show(written(answer, form), output)
    if fail_empty and not answer:
        sys.exit(FOUND)


def written(answer: Answer, form: str) -> str:
    """An answer in one of the forms that people and programs read."""
    from kg import tables

    if answer.form == "triples":
        return answer.serialize("ttl").decode()
    if form == "table":
        return tables.table(answer, width=_width())
    return tables.csv(answer, delimiter="\t" if form == "tsv" else ",") if form in ("csv", "tsv") else tables.json(answer)


def _width() -> int:
    """The columns of the terminal; 0 where the output is no terminal, so that nothing is cut."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
