"""`kg remove` and `kg forget`: what is to go, and never to come back."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import decisions_option, store_option


@click.command("remove")
@click.argument("article")
@store_option
@decisions_option
def remove(article: str, store: Path, decided: Path) -> None:
    """Take an article out of the graph, with all that only it says; later builds leave it out.

    ARTICLE is its key, its address or its name in the graph. The article's hash is noted in forgotten.csv.

    \b
    Example:
      kg remove strangly-sued.en.txt
    """
    from kg import pipeline

    click.echo(f"removed {pipeline.remove(store, article, decided)}", err=True)


@click.command("forget")
@click.argument("person")
@store_option
@decisions_option
def forget(person: str, store: Path, decided: Path) -> None:
    """Forget a person: the node, the claims with them, and their name in every sentence.

    PERSON is the name in the graph, or the label where only one person bears it. Hashes are noted in forgotten.csv, so
    that no later build brings the person back.

    \b
    Example:
      kg forget person:tobin-hartlebury.strangly
    """
    from kg import pipeline

    click.echo(f"forgot {pipeline.forget(store, person, decided)}", err=True)
