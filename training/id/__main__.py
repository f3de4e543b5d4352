"""Command line of the recipe: `python -m training.id --data DIR` trains, `... evaluate --data DIR` measures."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import spacy

from kg import languages
from kg.errors import KgError
from training.id import corpus, evaluate, package, sources
from training.id.rounds import Rounds

MODEL = Path(__file__).parents[2] / "kg" / "languages" / "id_model"


def main() -> int:
    """Run the command that the arguments name; the exit code comes back."""
    options = _parser().parse_args()
    try:
        sources.check(options.data)
        if options.teacher and not options.wheels:
            raise KgError("--teacher reads its encoder and its news from the wheels", hint="name their folder with --wheels")
        return _evaluate(options) if options.command == "evaluate" else _train(options)
    except KgError as error:
        print(f"Error: {error}" + (f"\nHint: {error.hint}" if error.hint else ""), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.id", description="Train or measure the Indonesian model.")
    parser.add_argument("command", nargs="?", choices=("train", "evaluate"), default="train")
    parser.add_argument("--data", type=Path, required=True, help="folder of treebanks and name corpora")
    parser.add_argument("--model", type=Path, default=MODEL, help="the model to measure")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the trained model goes")
    parser.add_argument("--wheels", type=Path, help="folder of the two wheels; without it no word vectors")
    parser.add_argument("--work", type=Path, help="keep what each stage made here; a run that was stopped goes on from it")
    parser.add_argument("--steps", type=int, help="steps of each round, for a quick try")
    parser.add_argument("--teacher", action="store_true", help="also learn from news that a slower parser has read; needs torch")
    return parser


def _evaluate(options: argparse.Namespace) -> int:
    for line in evaluate.report(languages.load(str(options.model)), options.data):
        print(line)
    return 0


def _train(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        rounds = Rounds(options, work, corpus.trees(options.data), corpus.names(options.data), corpus.ours(options.data))
        parser, named = rounds.taught() if options.teacher else rounds.untaught()
        package.write(package.assemble(spacy.load(parser), spacy.load(named)), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
