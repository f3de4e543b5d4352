"""The command line: thin commands that open, call the library, and write.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done, 1 checked and found
something, 2 could not, 130 interrupted. Each command imports what it needs when it runs, so that `kg query` never
loads a language model.
"""

from __future__ import annotations

import click

from kg.cli import build, evaluate, explain, export, part, query, review, validate, view
from kg.cli.console import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tskg", prog_name="kg")
def main() -> None:
    """A trust-and-safety knowledge graph from news: who says what of which platform, how surely, in which sentence.

    \b
    Example:
      kg build articles/            # writes output/store, output/graph.ttl and output/graph.html
      kg query founders
    """


for command in (build.command, evaluate.command, explain.command, export.command, part.forget, query.command,
                part.remove, review.command, validate.command, view.command):
    main.add_command(command)
