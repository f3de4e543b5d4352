"""What rules made of annotated articles, claim by claim: how it came about, and whether gold has it.

`readings.LANG.jsonl.gz` keeps what the rules of then made of articles that nobody had read, one article a line: the id
of the passage, the commit of the rules, what its claims weigh, its nodes (kind, name, type, known, place, aliases) and its
claims (subject, predicate, object, status, negated, speaker, offsets of sentence and trigger, rule). A mention is
[node, start, end], a value {kind: lexical}. Today's rules read the same passages and more: their mistakes there are too
few, for they were written beside them, so those claims bear the trait "read".
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg import articles, evaluation, extraction, languages
from kg.evaluation import Gold
from kg.extraction import concepts
from kg.extraction.traits import Likely, Trait, traits
from kg.model import Article, Claim, Evidence, Extraction, Mention, Node, Sentence, Span, Status, Value

HERE = Path(__file__).parent
PASSAGES = HERE.parent / "passages"
_TODAY = 0.5   # what a claim of today's rules weighs


@dataclass(frozen=True)
class Row:
    """A claim as an example to learn from; `batch` is what it is left out with when the learning is tried."""

    batch: str
    given: Mapping[str, Trait]
    right: bool
    weight: float


@dataclass(frozen=True)
class _Parsed:
    gold: Gold
    article: Article
    sentences: tuple[Sentence, ...]
    likely: list[Likely]


def rows(lang: str) -> Iterator[Row]:
    """All examples of a language: first readings, then today's of everything that has been read. Gold is not among them."""
    parsed = {one.gold.id: one for one in _parse(lang)}
    with gzip.open(HERE / f"readings.{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            passage = parsed[told["article"]]
            yield from _examples(passage, _extraction(told, passage), told["weight"], {})
    given = replace(extraction.resources(), judged=False)
    found = extraction.extract(((one.article, one.sentences) for one in parsed.values()), given)
    for passage, one in zip(parsed.values(), found, strict=True):
        yield from _examples(passage, one, _TODAY, {"read": 1.0})


def _parse(lang: str) -> Iterator[_Parsed]:
    model = concepts.load(lang)
    gold = [one for name in (f"{lang}.jsonl", f"later.{lang}.jsonl") for one in evaluation.read(PASSAGES / name)]
    written = (articles.from_text(one.text, key=one.id, lang=lang, date=one.date) for one in gold)
    for one, (article, sentences) in zip(gold, languages.parse(written), strict=True):
        opinions = concepts.read(model, [sentence.text for sentence in sentences]) if model else []
        yield _Parsed(one, article, sentences, [opinion.likely for opinion in opinions])


def _examples(passage: _Parsed, found: Extraction, weight: float, more: Mapping[str, Trait]) -> Iterator[Row]:
    """A statement that several sentences make weighs as one."""
    compared = evaluation.compare(passage.gold, found)
    said = evaluation.in_terms_of_gold(passage.gold, found)
    often = Counter(said)
    for one, given in zip(said, traits(found, passage.sentences, passage.likely), strict=True):
        yield Row(_batch(passage.gold.id), {**given, **more}, one in compared.right, weight / often[one])


def _batch(id: str) -> str:
    """The batch of a passage: "en-n12-07" and "id-n12-01" are both of n12."""
    return next((part for part in id.split("-") if part[:1] == "n" and part[1:].isdigit()), id.split("-")[1])


# ------------------------------------------------------------------------------------------------ as it was written

def _extraction(told: Mapping[str, Any], passage: _Parsed) -> Extraction:
    nodes = {id: Node(id, kind, name, type, known, "", place, tuple(aliases))
             for id, (kind, name, type, known, place, aliases) in told["nodes"].items()}
    return Extraction(passage.article, nodes, tuple(_claims(told["claims"], passage.article)))


def _claims(told: Iterable[Any], article: Article) -> Iterator[Claim]:
    for subject, predicate, thing, status, negated, speaker, start, end, first, last, rule in told:
        object = Mention(thing[0], Span(*thing[1:])) if isinstance(thing, list) else Value(*reversed(*thing.items()))
        evidence = Evidence(Span(start, end), article.text[start:end])
        yield Claim(article.id, Mention(subject[0], Span(*subject[1:])), predicate, object, Status(status), evidence,
                    Span(first, last), rule, negated, Mention(speaker[0], Span(*speaker[1:])) if speaker else None)
