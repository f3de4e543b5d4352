"""python -m training.sureness [--try]: learn the trees of kg/extraction/sureness.csv, or try them on batches left out."""

from __future__ import annotations

import sys
from pathlib import Path

from training.sureness.learn import learn, table, tried
from training.sureness.readings import rows

TREES = Path(__file__).parents[2] / "kg" / "extraction" / "sureness.csv"


def main(args: list[str]) -> None:
    """Learn from both languages together and write the trees; with --try print how well they do on what they have not met."""
    found = [row for lang in ("en", "id") for row in rows(lang)]
    if "--try" in args:
        sys.stdout.write(tried(found))
    else:
        TREES.write_text(table(learn(found)), encoding="utf-8")
        print(f"{len(found)} claims: {TREES}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
