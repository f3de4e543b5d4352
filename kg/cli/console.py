"""What every command shares: how errors become exit codes, which store is read, where output goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from kg.errors import KgError
from kg.model import Status

if TYPE_CHECKING:
    from kg.selection import Selection

FOUND, COULD_NOT, INTERRUPTED = 1, 2, 130


class Failure(click.ClickException):
    """An error of ours, shown as one line and a hint."""

    exit_code = COULD_NOT

    def __init__(self, error: KgError) -> None:
        super().__init__(str(error))
        self.hint = error.hint

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"error: {' '.join(self.message.split())}", err=True)
        if self.hint:
            click.echo(f"hint: {self.hint}", err=True)


class Commands(click.Group):
    """The group of commands; the one place where errors become exit codes."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Failure(error) from error
        except KeyboardInterrupt:
            click.echo("interrupted; what was stored stays", err=True)
            ctx.exit(INTERRUPTED)


store_option = click.option("--store", "store", type=click.Path(path_type=Path), envvar="KG_STORE", default="output/store",
                            show_default=True, help="The store to read (or KG_STORE).")

decisions_option = click.option("--decisions", "decided", type=click.Path(path_type=Path, file_okay=False), default="decisions",
                                show_default=True, help="The folder of your decisions.")


_CHOICE = (
    click.option("--focus", multiple=True, help="This entity and its neighbours (name or platform:omegle); repeatable."),
    click.option("--hops", default=1, type=click.IntRange(min=0), show_default=True, help="How many steps from the focus."),
    click.option("--status", "statuses", multiple=True, type=click.Choice([status.value for status in Status]),
                 help="Only statements of this status; repeatable."),
    click.option("--type", "types", multiple=True, metavar="CLASS",
                 help="Only statements about such a thing (Platform, Person, Lawsuit, Harm); repeatable."),
    click.option("--since", default="", metavar="DAY", help="Only articles published from this day (2023, 2023-11-09) on."),
    click.option("--until", default="", metavar="DAY", help="Only articles published up to this day."),
    click.option("--query", default="", help="Only what this query names: SPARQL, @FILE or a bundled question."))


def chosen_by(command: Callable[..., None]) -> Callable[..., None]:
    """The options that choose statements; `selection` takes what they give."""
    for option in reversed(_CHOICE):
        command = option(command)
    return command


def selection(*, query: str, **chosen: Any) -> Selection:
    """The selection that the options of `chosen_by` say."""
    from kg import queries
    from kg.selection import Selection

    return Selection(query=queries.text(query) if query else "", **chosen)


def show(text: str, output: Path | None) -> None:
    """Writes data to standard output, or to the file."""
    if output:
        from kg.views import save

        save(output, text)
    else:
        click.echo(text, nl=bool(text) and not text.endswith("\n"))
