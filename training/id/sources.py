"""Which files the recipe reads, and how named entities are read. Nothing here is copied into the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import LanguageError
from training.id.conllu import doubled

GSD_DEV = "ud-id-gsd/id_gsd-ud-dev.conllu"
GSD_TEST = "ud-id-gsd/id_gsd-ud-test.conllu"
GSD_2017_TRAIN = "ud-id-gsd-2017-train/id-ud-train.conllu"
GSD_2017_DEV = "ud-id-gsd-2017-train/id-ud-dev.conllu"
CSUI_TRAIN = "ud-id-csui/id_csui-ud-train.conllu"
CSUI_TEST = "ud-id-csui/id_csui-ud-test.conllu"
PUD = "ud-id-pud/id_pud-ud-test.conllu"
IDNER_TRAIN, IDNER_DEV, IDNER_TEST = (f"idner-news-2k/{part}.txt" for part in ("train", "dev", "test"))
NERGRIT_TRAIN, NERGRIT_DEV, NERGRIT_TEST = (f"nergrit/{part}_preprocess.txt" for part in ("train", "valid", "test"))

PASSAGES = "indocoref/data/passage"  # a folder of encyclopedia articles, plain text

BANKS = {"gsd": GSD_DEV, "csui": CSUI_TRAIN, "pud": PUD}  # today's treebanks by their short names
OLD = "gsd-2017"  # the same sentences as those of "gsd" that could not be had, with labels of 2017
OURS = "ours"

TREE_TESTS = {"GSD": GSD_TEST, "CSUI": CSUI_TEST}
NAME_TESTS = {"idner": IDNER_TEST, "nergrit": NERGRIT_TEST}
FILES = (GSD_DEV, GSD_2017_TRAIN, GSD_2017_DEV, CSUI_TRAIN, PUD, IDNER_TRAIN, IDNER_DEV, NERGRIT_TRAIN, NERGRIT_DEV,
         *TREE_TESTS.values(), *NAME_TESTS.values(), PASSAGES)

# The two corpora name the same three kinds differently.
KINDS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG", "PER": "PER", "LOC": "LOC", "ORG": "ORG"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with one tag a token: O, or B- / I- with PER, ORG or LOC."""

    forms: tuple[str, ...]
    tags: tuple[str, ...]


def check(data: Path) -> None:
    """Raise LanguageError unless every file of the recipe is there."""
    missing = [name for name in FILES if not (data / name).exists()]
    if missing:
        raise LanguageError(f"{data}: {len(missing)} of {len(FILES)} files are missing, the first is {missing[0]}",
                            hint="docs/indonesian-model.md lists the sources and how to lay them out")


def read_names(path: Path) -> list[Tagged]:
    """The sentences of a file with one token a line, the tag last. Raises LanguageError."""
    try:
        blocks = path.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n\n")
        rows = [[line.split() for line in block.splitlines() if line.strip()] for block in blocks]
        return [_whole(tuple(row[0] for row in block), _tags([row[-1] for row in block])) for block in rows if block]
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise LanguageError(f"{path}: cannot be read as tagged tokens: {error}") from error


def _whole(forms: tuple[str, ...], tags: tuple[str, ...]) -> Tagged:
    """The sentence with `Si - won` and `rekan - rekan` made one token, as the model's tokenizer keeps them."""
    kept_forms, kept_tags = [forms[0]], [tags[0]]
    i = 1
    while i < len(forms):
        inside = forms[i] == "-" and i + 1 < len(forms) and tags[i][:1] == tags[i + 1][:1]
        if inside and (tags[i].startswith("I") or doubled(kept_forms[-1], forms[i + 1])):
            kept_forms[-1] += "-" + forms[i + 1]
            i += 2
        else:
            kept_forms.append(forms[i])
            kept_tags.append(tags[i])
            i += 1
    return Tagged(tuple(kept_forms), tuple(kept_tags))


def _tags(raw: list[str]) -> tuple[str, ...]:
    tags: list[str] = []
    for tag in raw:
        mark, _, kind = tag.partition("-")
        kind = KINDS[kind] if kind else ""
        # A few I- tags follow another kind or nothing: they begin a name.
        goes_on = mark == "I" and bool(tags) and tags[-1][2:] == kind
        tags.append(f"{'I' if goes_on else 'B'}-{kind}" if kind else "O")
    return tuple(tags)
