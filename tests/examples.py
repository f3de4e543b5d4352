"""The example sentences of the lexicons, read by the real pipelines, and their claims in the notation of `en.toml`.

The names in them are invented; a small gazetteer knows them, so that an example tests the lexicon and no name finder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from kg import extraction, gazetteer, languages, lexicon, schema
from kg.gazetteer import Gazetteer, Known, Name
from kg.lexicon import Lexicon
from kg.model import Article, Block, Claim, Extraction, Mention, Span, Value

FOLDER = Path(__file__).parent.parent / "ontology" / "lexicon"
LANGUAGES = ("en", "id")
KINDS = ("frame", "cue", "harm")
_NAMES = (
    ("Strangly", "Platform", ""), ("Mira Solano", "Person", ""), ("Tomas Reyk", "Person", ""),
    ("Dana Okafor", "Person", ""), ("Strangly Inc", "Organization", "company"),
    ("Solano Holdings", "Organization", "company"), ("Ofcom", "Organization", "authority"),
    ("Portland District Court", "Organization", "court"),
)


class Example(NamedTuple):
    """A sentence, the claims that it must yield, and the entry of the lexicon that it stands in."""

    lang: str
    kind: str
    entry: str
    text: str
    claims: tuple[str, ...]
    block: str = "paragraph"

    def __str__(self) -> str:
        return f"{self.lang}-{self.entry}-{self.text[:40]}"


class Resources(extraction.Resources):
    """The tool's resources with a lexicon of the test's own; made for one language at a time."""

    def __init__(self, own: Lexicon) -> None:
        super().__init__(schema.load(), invented(), learnt=False)   # what an entry yields, it yields alone
        object.__setattr__(self, "own", own)

    def lexicon(self, lang: str) -> Lexicon:
        own: Lexicon = getattr(self, "own")
        return own


def entries(lang: str, kind: str) -> list[dict[str, Any]]:
    """The entries of one kind as they stand in the file."""
    data = tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = data[kind]
    return found


def examples(lang: str) -> Iterator[Example]:
    """Every example of a language's file, in its order."""
    for kind in KINDS:
        for entry in entries(lang, kind):
            name = entry["id"] if kind != "harm" else entry["concept"]
            for one in entry.get("example", []):
                block = "title" if one.get("title") else "paragraph"
                yield Example(lang, kind, name, one["text"], tuple(one["claims"]), block)


@cache
def invented() -> Gazetteer:
    """The invented names; places are those of the tool."""
    known = (Known(name.lower().replace(" ", "-"), kind, (Name(name),), finer) for name, kind, finer in _NAMES)
    real = gazetteer.load()
    return Gazetteer(MappingProxyType({one.id: one for one in known}), real.places, real.adjectives, real.shared)


@cache
def read_all(lang: str) -> dict[str, Extraction]:
    """What every example of a language yields, by its sentence."""
    found: dict[str, Extraction] = {}
    for block in ("paragraph", "title"):
        texts = [example.text for example in examples(lang) if example.block == block]
        found.update(zip(texts, read(texts, lang, kind=block), strict=True))
    return found


def read(texts: Iterable[str], lang: str, *, own: Lexicon | None = None, kind: str = "paragraph") -> list[Extraction]:
    """What each of these articles yields, each of one sentence in a block of that kind."""
    articles = [Article(text, lang, "example", blocks=(Block(Span(0, len(text)), kind),)) for text in texts]
    return list(extraction.extract(languages.parse(articles), Resources(own or lexicon.load(lang))))


def lines(found: Extraction) -> list[str]:
    """The claims of an extraction in the notation of the examples, sorted.

    A thing goes by its type ("lawsuit", "csam", "parents") where it has one, else by its name.
    """
    return sorted(_line(found, claim) for claim in found.claims)


def _line(found: Extraction, claim: Claim) -> str:
    parts = [_label(found, claim.subject), claim.predicate, _label(found, claim.object), claim.status.value]
    parts += ["not"] if claim.negated else []
    parts += [f"by {_label(found, claim.said_by)}"] if claim.said_by else []
    return " | ".join(parts)


def _label(found: Extraction, part: Mention | Value) -> str:
    if isinstance(part, Value):
        return part.lexical
    node = found.nodes[part.node]
    return node.type or node.name
