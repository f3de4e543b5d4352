"""python -m training.concepts [LANG ...]: learn the concept models from training/concepts/*.txt and training/passages."""

from __future__ import annotations

import sys
from pathlib import Path

from training.concepts.learn import learn, write
from training.concepts.marks import Marked, annotated, sentences

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "kg" / "extraction" / "concept_models"
PASSAGES = 2   # an annotated sentence counts twice: it stands as it would in an article


def rows(lang: str) -> list[Marked]:
    """What is learnt from: marked sentences, and twice those of the annotated passages. Gold is not among it."""
    marked = [row for path in sorted(HERE.glob(f"*.{lang}.txt")) for row in sentences(path)]
    return [*marked, *annotated(HERE.parent / "passages" / f"{lang}.jsonl") * PASSAGES]


def main(langs: list[str]) -> None:
    """Learn and write the model of each language."""
    MODELS.mkdir(exist_ok=True)
    for lang in langs or ["en", "id"]:
        write(learn(rows(lang)), MODELS / f"{lang}.npz")
        print(f"{lang}: {MODELS / f'{lang}.npz'}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
