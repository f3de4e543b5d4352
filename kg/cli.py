"""The command line: thin commands that open, call the library, and write.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done, 1 checked and found
something, 2 could not, 130 interrupted. Each command imports what it needs when it runs, so that `kg query` never
loads a language model.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from kg.errors import KgError
from kg.model import Status

if TYPE_CHECKING:
    from kg.answers import Answer

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


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tskg", prog_name="kg")
def main() -> None:
    """A trust-and-safety knowledge graph from news: who says what of which platform, how surely, in which sentence.

    \b
    Example:
      kg build articles/            # writes output/store, output/graph.ttl and output/graph.html
      kg query founders
    """


_store = click.option("--store", "store", type=click.Path(path_type=Path), envvar="KG_STORE", default="output/store",
                      show_default=True, help="The store to read (or KG_STORE).")


# ------------------------------------------------------------------------------------------------ build

@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
              help="The folder that then holds store/, graph.ttl and graph.html.")
@click.option("--lang", help="Language of all articles (en, id), instead of detecting it.")
@click.option("--date", help="Date of all articles, as 2023-11-09.")
@click.option("--publisher", help="Publisher of all articles.")
@click.option("--url", help="Address of the article.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def build(paths: tuple[str, ...], output: Path, quiet: bool, **given: str | None) -> None:
    """Read articles and add what they say to the graph.

    PATH is a file (.txt, .jsonl, .html), a folder, or - for standard input. What the folder's store holds already stays;
    unchanged articles are skipped. Exit code 1 says that some article could not be read.

    \b
    Example:
      kg build seeds/articles -o output
      4 new, 0 changed, 0 unchanged, 0 failed; 118 claims read
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


# ------------------------------------------------------------------------------------------------ query

@main.command()
@click.argument("query", required=False)
@click.option("--store", "store", type=click.Path(path_type=Path), envvar="KG_STORE", default="output/store",
              show_default=True, help="The store to read (or KG_STORE).")
@click.option("-f", "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("-p", "--param", nargs=2, multiple=True, metavar="NAME VALUE", help="Bind a variable to a value.")
@click.option("--list", "listed", is_flag=True, help="Name the bundled questions.")
@click.option("--fail-empty", is_flag=True, help="Exit with 1 where there is no answer.")
def query(query: str | None, store: Path, form: str, output: Path | None, param: tuple[tuple[str, str], ...],
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
        _show(queries.listing(), output)
        return
    if not query:
        raise click.UsageError("say what to ask: SPARQL, @FILE, - or a name from `kg query --list`")
    with Store.open(store) as opened:
        answer = opened.query(queries.text(query), bind=dict(param))
        _show(_written(answer, form), output)
    if fail_empty and not answer:
        sys.exit(FOUND)


def _written(answer: Answer, form: str) -> str:
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


def _show(text: str, output: Path | None) -> None:
    if output:
        from kg.views import save

        save(output, text)
    else:
        click.echo(text, nl=not text.endswith("\n"))


# ------------------------------------------------------------------------------------------------ export, view, validate

@main.command()
@_store
@click.option("-f", "--format", "form", type=click.Choice(["turtle"]), default="turtle", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def export(store: Path, form: str, output: Path | None) -> None:
    """Write the graph for other tools. The same store gives the same bytes.

    \b
    Example:
      kg export -f turtle -o graph.ttl
    """
    from kg.store import Store
    from kg.views import turtle

    with Store.open(store) as opened:
        _show(turtle.text(opened), output)


@main.command()
@_store
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: graph.html beside the store]")
@click.option("--lang", default="en", show_default=True, help="Language of the page (en, id).")
@click.option("--title", default="", help="Title of the page.")
@click.option("--focus", multiple=True, help="Show this entity and its neighbours (name or platform:omegle); repeatable.")
@click.option("--hops", default=1, type=click.IntRange(min=0), show_default=True, help="How many steps from the focus.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([status.value for status in Status]),
              help="Only statements of this status; repeatable.")
@click.option("--max-nodes", default=300, type=click.IntRange(min=1), show_default=True, help="Show at most so many entities.")
@click.option("--seed", default=1, show_default=True, help="Seed of the layout.")
def view(store: Path, output: Path | None, **options: Any) -> None:
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


@main.command()
@_store
def validate(store: Path) -> None:
    """Check the graph against the shapes and the rule that no fact stands without a claim (needs tskg[shacl]).

    \b
    Example:
      kg validate && echo "nothing found"
    """
    from kg import shapes
    from kg.store import Store

    with Store.open(store) as opened:
        leaks, violations = opened.guard(), shapes.validate(opened)
    for leak in leaks:
        click.echo(f"{' '.join(leak.triple)}: {leak.reason}")
    for violation in violations:
        click.echo(str(violation))
    click.echo(f"{len(leaks) + len(violations)} findings", err=True)
    if leaks or violations:
        sys.exit(FOUND)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--errors", is_flag=True, help="Print each miss (-), extra claim (+) and unsafe fact (!) with its sentence.")
@click.option("--min-f1", type=float, help="Exit with 1 below this strict F1.")
def evaluate(gold: tuple[Path, ...], errors: bool, min_f1: float | None) -> None:
    """Measure the claims against annotated articles (JSON Lines; the format is in docs/measured.md).

    \b
    Example:
      kg evaluate seeds/gold/dev.en.jsonl seeds/gold/dev.id.jsonl
    """
    from kg import evaluation, pipeline

    comparisons = pipeline.evaluate(gold)
    _show(evaluation.errors(comparisons) if errors else evaluation.table(comparisons), None)
    if min_f1 is not None and evaluation.score(comparisons).f1 < min_f1:
        sys.exit(FOUND)
