"""What every command shares: how errors become exit codes, which store is read, where output goes."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import click

from kg.errors import KgError

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


def show(text: str, output: Path | None) -> None:
    """Writes data to standard output, or to the file."""
    if output:
        from kg.views import save

        save(output, text)
    else:
        click.echo(text, nl=not text.endswith("\n"))
