"""`kg explain`: the claims behind a fact or a statement, and why it is one or not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kg.cli.console import FOUND, show, store_option

UNDERLINED = ("\x1b[4m", "\x1b[24m")


@click.command("explain")
@click.argument("subject")
@click.argument("predicate", default="")
@click.argument("object", default="", metavar="[OBJECT]")
@store_option
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def command(subject: str, predicate: str, object: str, store: Path, form: str, output: Path | None) -> None:
    """Show the claims behind a fact or a statement, and why it is a fact or not.

    SUBJECT and OBJECT are a label, another name, an id (platform:omegle), or a value as it is written (2009); PREDICATE
    is a name (founder) or a label ("reported harm"). The words that gave a claim stand in [[ ]], or are underlined on a
    terminal. Exit code 1 says that no claim is about that.

    \b
    Example:
      kg explain Omegle founder "Leif K-Brooks"
      kg explain platform:omegle "reported harm"
    """
    from kg import explained, explanations
    from kg.store import Store

    with Store.open(store) as opened:
        found = explanations.explain(opened, subject, predicate, object)
    if form == "json":
        show(explained.as_json(found), output)
    else:
        show(explained.as_text(found, marks=("[[", "]]") if output or not _is_terminal() else UNDERLINED), output)
    if not found:
        click.echo("no claim is about that", err=True)
        sys.exit(FOUND)


def _is_terminal() -> bool:
    """Whether standard output may carry more than text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
