"""Command line of the recipe: `python -m training.id --data DIR` trains, `... evaluate --data DIR` measures."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from spacy.language import Language

from kg import languages
from kg.errors import KgError
from training.id import corpus, evaluate, marks, own, package, silver, sources, vectors
from training.id.conllu import Tree
from training.id.corpus import Parts
from training.id.grow import grown
from training.id.sources import Tagged
from training.id.train import train

MODEL = Path(__file__).parents[2] / "kg" / "languages" / "id_model"
CORPORA, NAMES = 2500, 1600  # steps of the first round, of trees and of names
OURS = 900  # steps with our own trees
TAUGHT = 5000  # steps of trees with the teacher's, too
TAUGHT_NAMES = 2400  # the same of names


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
    for line in evaluate.report(languages.load(str(options.model)), options.data):
        print(line)
    return 0


def _train(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or Path(scratch)
        trees, names, ours = corpus.trees(options.data), corpus.names(options.data), corpus.ours(options.data)
        forms = [tree.forms for tree in trees.learn] + [named.forms for named in names.learn]
        run = partial(train, vectors=vectors.write_vectors(options.wheels, forms, work / "vectors") if options.wheels else None)
        corpus.write_names(names, work / "names")
        named = run("names", work / "names", steps=options.steps or NAMES)
        corpus.write_trees(trees, work / "parser")
        run("parser", work / "parser", steps=options.steps or CORPORA)
        corpus.write_trees(trees, work / "ours", ours)
        parser = run("parser", work / "ours", steps=options.steps or OURS, start=work / "parser" / "model" / "model-best")
        if options.teacher:
            told = _told(options, trees, names, ours)
            parser = _taught(run, options, work, trees, told)
            named = _taught_names(run, options, work, names, told)
        package.write(package.assemble(parser, named), options.out)
    return 0


def _told(options: argparse.Namespace, trees: Parts[Tree], names: Parts[Tagged], ours: list[Tree]) -> silver.Told:
    """What the teacher says; the news is never near a test or a tuning sentence."""
    tune = [tree.forms for tree in trees.tune] + [named.forms for named in names.tune]
    known = silver.Known(trees.learn, corpus.by_bank(options.data, trees.learn), names.learn, ours,
                         corpus.held_out(options.data) + tune)
    return silver.taught(options.wheels, options.data, known)


def _taught(run: Callable[..., Language], options: argparse.Namespace, work: Path, trees: Parts[Tree],
            told: silver.Told) -> Language:
    """Two layers more, a mark for the treebanks, and what the teacher says; our own trees often, or news would wash them out."""
    banks, tune = (corpus.by_bank(options.data, part) for part in (trees.learn, trees.tune))
    corpus.write_marked(marks.learnt(banks, told.trees, Random(corpus.SEED)), marks.by_mark(tune), work / "taught")
    start = grown(work / "ours" / "model" / "model-last", work / "grown")
    done: Language = run("parser", work / "taught", steps=options.steps or TAUGHT, start=start, words=1200, marked=True,
                         training__dropout=0.1)
    return done


def _taught_names(run: Callable[..., Language], options: argparse.Namespace, work: Path, names: Parts[Tagged],
                  told: silver.Told) -> Language:
    """Names go on with what the teacher finds in sentences that nobody marked; what is marked comes three times."""
    often = replace(names, learn=names.learn * 3)
    more = [guess.named for guess in told.news + told.parsed] + own.named_often(told.ours, Random(corpus.SEED))
    tests = corpus.held_out(options.data) + [named.forms for named in names.tune]
    corpus.write_names(often, work / "taught-names", corpus.clean(more, [], tests, lambda named: named.forms).learn)
    done: Language = run("names", work / "taught-names", steps=options.steps or TAUGHT_NAMES, words=1200, rate=0.0007,
                         start=work / "names" / "model" / "model-best", training__dropout=0.15)
    return done


if __name__ == "__main__":
    sys.exit(main())
