"""One training run of spaCy from a config, with fixed seeds and on one processor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from thinc.api import Config

from kg.languages.products import numpy_products
from training.id import tokens

HERE = Path(__file__).parent
EMBED = {"parser": "components.tok2vec.model.embed", "names": "components.ner.model.tok2vec.embed"}


BEST, LAST = "model-best", "model-last"  # the model with the best tuning score, and that of the last step


def train(what: str, folder: Path, *, out: Path, steps: int, vectors: Path | None = None, start: Path | None = None,
          words: int = 1500, rate: float = 0.001, marked: bool = False, **more: Any) -> None:
    """Train "parser" or "names" on train.spacy and dev.spacy in `folder`, and write the models BEST and LAST into `out`.

    With `start` the run goes on from that model, with batches of `words` and a `rate` that falls to nothing; its LAST is
    the one to take: the tuning sentences know nothing of what our own trees teach. `marked` files tell the model which
    treebank it reads. `more` overrides settings of the config, with dots written as double underscores.
    """
    settings: dict[str, Any] = {"paths.train": str(folder / "train.spacy"), "paths.dev": str(folder / "dev.spacy"),
                                "training.max_steps": steps}
    if vectors:
        settings |= {"paths.vectors": str(vectors), f"{EMBED[what]}.include_static_vectors": True}
    settings |= {name.replace("__", "."): value for name, value in more.items()}
    config = load_config(HERE / f"{what}.cfg", overrides=settings, interpolate=False)
    if start:
        _go_on(config, start, steps, words, rate)
    if marked:
        config["corpora"] = {part: {"@readers": "marked_trees.v1", "path": f"${{paths.{part}}}"} for part in ("train", "dev")}
    with numpy_products():  # a step takes less than half the time
        nlp = init_nlp(Language.default_config.merge(config))
    tokens.fit(nlp)
    train_loop(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


def _go_on(config: Config, start: Path, steps: int, words: int, rate: float) -> None:
    """Take every component from a trained model."""
    config["components"] = {name: {"source": str(start)} for name in config["nlp"]["pipeline"]}
    config["training"]["batcher"]["size"] = words
    config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1", "initial_rate": rate, "warmup_steps": steps // 25, "total_steps": steps}
