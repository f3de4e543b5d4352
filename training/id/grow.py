"""A trained word encoder made larger without changing what it says: further layers, and a mark for the treebank.

The new layers add nothing at first, and the mark is not listened to; training finds out what they are good for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.util import registry
from thinc.api import Model

LAYERS = 6
MARK, ROWS = "TAG", 50  # the attribute that names the treebank, and rows of its table


def grown(start: Path, out: Path) -> Path:
    """Write the pipeline in `start` to `out` with LAYERS layers under its parser and with the mark."""
    nlp = spacy.load(start)
    settings = nlp.get_pipe_config("tok2vec")["model"]
    settings["encode"]["depth"] = LAYERS
    settings["embed"]["attrs"] = [*settings["embed"]["attrs"], MARK]
    settings["embed"]["rows"] = [*settings["embed"]["rows"], ROWS]
    _replace(nlp, registry.resolve({"model": nlp.config.interpolate()["components"]["tok2vec"]["model"]})["model"])
    nlp.to_disk(out)
    return out


def _replace(nlp: Language, new: Model[Any, Any]) -> None:
    pipe: Any = nlp.get_pipe("tok2vec")
    new.initialize(X=[nlp.make_doc("Ia pergi.")])
    vectors = new.get_dim("nO") if _layers(new, "static_vectors") else 0
    for kind in ("hashembed", "static_vectors", "layernorm", "maxout"):
        for old_layer, layer in zip(_layers(pipe.model, kind), _layers(new, kind)):
            for name in old_layer.param_names:
                layer.set_param(name, _fitted(old_layer.get_param(name), layer.get_param(name), vectors))
    for layer in _layers(new, "layernorm")[len(_layers(pipe.model, "layernorm")):]:
        for name in layer.param_names:
            layer.set_param(name, 0 * layer.get_param(name))
    pipe.model = new


def _layers(model: Model[Any, Any], kind: str) -> list[Model[Any, Any]]:
    return [layer for layer in model.walk(order="dfs_pre") if layer.name == kind]


def _fitted(old: Any, new: Any, vectors: int) -> Any:
    """The old weights; where the mark's columns come in, before the `vectors` of the word vectors, they are zero."""
    if old.shape == new.shape:
        return old.copy()
    before = old.shape[-1] - vectors
    gap = np.zeros((*old.shape[:-1], new.shape[-1] - old.shape[-1]), old.dtype)
    return np.concatenate([old[..., :before], gap, old[..., before:]], axis=-1)
