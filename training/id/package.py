"""The model as it ships: parser and names in one pipeline, written in one move."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path

from spacy.language import Language
from thinc.api import Config

from training.id import lemmas

KEPT = ("LICENSE", "MODEL_CARD.md")  # written by hand, carried over to the new folder
META = {"name": "news", "version": "0.5.0", "author": "", "email": "", "url": "",
        "license": "CC BY-SA 4.0 and others, see LICENSE",
        "description": "Indonesian news: parts of speech, features, trees, sentences; persons, organisations, places"}


def assemble(parser: Language, names: Language) -> Language:
    """One pipeline of both runs, with lemmas; each run keeps its own word encoder. Both must share their vectors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # spaCy only warns when the vectors differ
        parser.add_pipe("ner", source=names)
    lemmas.add(parser)
    parser.meta.update(META)
    parser.meta.pop("performance", None)
    parser.config = _without_paths(parser)
    return parser


def _without_paths(nlp: Language) -> Config:
    """The config without the paths of the machine it was trained on."""
    config = nlp.config.copy()
    config["paths"] = dict.fromkeys(config["paths"])
    config["corpora"] = {}  # read by code of the recipe
    return config


def _make_quick_to_load(folder: Path) -> None:
    """Name the language "xx": spaCy's "id" builds 4,000 tokenizer rules at each start, which the saved ones replace.

    Loading takes a tenth of the time; the tokenizer that is saved with the model, and so every parse, stays the same.
    """
    for name, old in (("config.cfg", 'lang = "id"'), ("meta.json", '"lang":"id"')):
        text = (folder / name).read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{folder / name} does not say {old}")
        (folder / name).write_text(text.replace(old, old.replace('"id"', '"xx"'), 1), encoding="utf-8")


def write(nlp: Language, out: Path) -> None:
    """Write the pipeline to `out` in one move: a reader finds the old model or the new one, never a half."""
    fresh, old = (out.with_name(f".{out.name}.{state}") for state in ("new", "old"))
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    _make_quick_to_load(fresh)
    for name in KEPT:
        if (out / name).is_file():
            shutil.copy(out / name, fresh / name)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
