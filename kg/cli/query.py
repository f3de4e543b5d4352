"""`kg query`: SPARQL, or a question that comes with the tool."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import FOUND, show, store_option

if TYPE_CHECKING:
    from kg.answers import Answer


@click.command("query")
@click.argument("query", required=False)
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("-p", "--param", nargs=2, multiple=True, metavar="NAME VALUE", help="Bind a variable to a value.")
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
      kg query allegations -p platform platform:omegle
    """
    from kg import queries
    from kg.store import Store

    if listed:
        show(queries.listing(), output)
        return
    if not query:
        raise click.UsageError("say what to ask: SPARQL, @FILE, - or a name from `kg query --list`")
    with Store.open(store) as opened:
        answer = opened.query(queries.text(query), bind=dict(param))
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
