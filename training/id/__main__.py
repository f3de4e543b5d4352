"""Command line of the recipe: `python -m training.id --data DIR` trains, `... evaluate --data DIR` measures."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.language import Language

from kg.errors import KgError
from training.id import corpus, evaluate, package, silver, sources, vectors
from training.id.train import train

MODEL = Path(__file__).parents[2] / "kg" / "languages" / "id_model"
FIRST = {"parser": 2500, "names": 1600}  # steps on the corpora
SECOND = {"parser": 900}  # steps with our own trees
TAUGHT = {"parser": 1900, "names": 500}  # steps with what the teacher says of raw news, too


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
    parser.add_argument("--work", type=Path, help="keep intermediate files and checkpoints here")
    parser.add_argument("--steps", type=int, help="steps of each run, for a quick try")
    parser.add_argument("--teacher", action="store_true", help="also learn from news that a slower parser has read; needs torch")
    return parser


def _evaluate(options: argparse.Namespace) -> int:
    for line in evaluate.report(spacy.load(options.model), options.data):
        print(line)
    return 0


def _train(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        trees, names = corpus.trees(options.data), corpus.names(options.data)
        corpus.write_trees(trees, work / "parser")
        corpus.write_names(names, work / "names")
        forms = [tree.forms for tree in trees.learn] + [named.forms for named in names.learn]
        table = vectors.write_vectors(options.wheels, forms, work / "vectors") if options.wheels else None
        models = _run(options, work, FIRST, table, suffix="")
        news = silver.taught(options.wheels, corpus.held_out(options.data), trees.learn, names.learn) if options.teacher else []
        corpus.write_trees(trees, work / "parser-on", [*corpus.ours(options.data), *(guess.tree for guess in news)])
        corpus.write_names(names, work / "names-on", [guess.named for guess in news])
        models |= _run(options, work, TAUGHT if news else SECOND, table, suffix="-on")
        package.write(package.assemble(models["parser"], models["names"]), options.out)
    return 0


def _run(options: argparse.Namespace, work: Path, steps: dict[str, int], table: Path | None, *,
         suffix: str) -> dict[str, Language]:
    """Train what `steps` names, in the second round from where the first one ended."""
    return {what: train(what, work / f"{what}{suffix}", steps=options.steps or count, vectors=table,
                        start=work / what / "model" / "model-best" if suffix else None) for what, count in steps.items()}


if __name__ == "__main__":
    sys.exit(main())
