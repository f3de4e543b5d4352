"""`kg build`: articles in, a graph out."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import Any

import click

from kg.cli.console import FOUND, Failure, decisions_option


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
              help="The folder that then holds store/, graph.ttl and graph.html.")
@click.option("--lang", help="Language of all articles (en, id), instead of detecting it.")
@click.option("--date", help="Date of all articles, as 2023-11-09.")
@click.option("--publisher", help="Publisher of all articles.")
@click.option("--url", help="Address of the article.")
@decisions_option
@click.option("--prune", is_flag=True, help="Take out articles of the store that are not among PATH any more.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def command(paths: tuple[str, ...], output: Path, quiet: bool, **given: Any) -> None:
    """Read articles and add what they say to the graph.

    PATH is a file (.txt, .jsonl, .html), a folder, or - for standard input. What the folder's store holds already stays;
    unchanged articles are skipped. Exit code 1 says that some article could not be read.

    \b
    Example:
      kg build seeds/articles -o output
      4 new, 0 changed, 0 unchanged, 0 failed; 144 claims read
    """
    from kg import pipeline

    done = count(1)
    with _progress(hidden=quiet) as bar:
        report = pipeline.build(paths, output, on_article=lambda key: bar.update(1, f"{next(done)}  {key[-40:]}"), **given)
    for failure in report.failures:
        Failure(failure).show()
    if not quiet:
        click.echo(f"{report}\nwrote {output / 'graph.ttl'} and {output / 'graph.html'}", err=True)
    if report.failures:
        sys.exit(FOUND)


def _progress(*, hidden: bool) -> Any:
    """A bar on standard error that counts articles; nothing where standard error is no terminal."""
    return click.progressbar(length=0, label="articles", file=sys.stderr, show_percent=False, show_eta=False,
                             item_show_func=lambda done: done or "0", bar_template="%(label)s  %(info)s",
                             hidden=hidden or not sys.stderr.isatty())
