"""Languages: text in, parsed sentences out. spaCy is loaded here and nowhere above.

What a token is to its head is told in slots that all languages share, so that nothing above this floor knows a
dependency label:

    root  subject  passive (subject of a passive)  object  agent (of a passive)  oblique (of a verb)  modifier (of a
    noun)  owner  apposition  compound  flat  conjunct  relative (clause under a noun)  complement (clause)  adverbial
    (clause)  parataxis  attribute (of a copula)  copula  adjective  adverb  aux  particle  negation  mark  case
    coordinator  determiner  number  punct  other

A preposition is no head here: the noun that it introduces hangs on the governing word and carries the preposition as
`Token.case`, in every language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.errors import LanguageError
from kg.keeping import kept
from kg.languages.sentences import split
from kg.model import Article, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

# Code -> module that describes the language. Adding one is a row here, its module and its lexicon.
LANGUAGES = {"en": "kg.languages.en", "id": "kg.languages.id"}

ARTICLES_AT_ONCE = 32


@dataclass(frozen=True)
class Language:
    """What the tool knows of a language's pipeline.

    `model` is a package name or a folder; `tokens` turns a parsed `Doc` into tokens with shared slots, its characters
    counted from `offset` of the article; `abbreviations` end in a full stop without ending a sentence; `unsplit` is a
    pattern of words that the pipeline's tokenizer would cut and its parser then misread ("co-founded").
    """

    code: str
    model: str
    tokens: Callable[[Doc, int], tuple[Token, ...]]
    abbreviations: frozenset[str]
    unsplit: str = ""


def describe(code: str) -> Language:
    """The description of a language.

    Raises `LanguageError` for a language that the tool does not know.
    """
    try:
        module = import_module(LANGUAGES[code])
    except KeyError:
        known = ", ".join(sorted(LANGUAGES))
        raise LanguageError(f"language '{code}' is not supported", hint=f"supported are: {known}") from None
    language: Language = module.LANGUAGE
    return language


def model_name(code: str) -> str:
    """The pipeline that is used: `KG_MODEL_EN`, `KG_MODEL_ID` ... name another one than the default."""
    return os.environ.get(f"KG_MODEL_{code.upper()}") or describe(code).model


@lru_cache(maxsize=4)
def load(name: str) -> Pipeline:
    """The spaCy pipeline of this name or folder.

    Raises `LanguageError` when it is not installed or cannot be read.
    """
    import spacy  # slow: only those who parse pay for it

    from kg.languages.products import numpy_products

    try:
        with numpy_products(), kept():
            return spacy.load(name)
    except (OSError, ValueError, ImportError) as cause:
        raise LanguageError(f"cannot load the language model '{name}': {str(cause).splitlines()[0]}",
                            hint="install it with pip, or set KG_MODEL_EN or KG_MODEL_ID to one that is there") from cause


def fingerprint(code: str) -> str:
    """Name and version of the pipeline, for telling whether an article must be read anew."""
    meta = load(model_name(code)).meta
    return f"{code}_{meta.get('name')}-{meta.get('version')}"


def parse(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Sentence, ...]]]:
    """Each article with its parsed sentences, in the order given.

    Articles are parsed in batches of one language at a time, inside a memory zone, so that the words of millions of
    articles do not stay in memory.
    """
    waiting = iter(articles)
    while batch := list(islice(waiting, ARTICLES_AT_ONCE)):
        parsed = {code: _parse_batch(code, [a for a in batch if a.lang == code]) for code in {a.lang for a in batch}}
        for article in batch:
            yield article, parsed[article.lang].pop(0)


def _parse_batch(code: str, articles: list[Article]) -> list[tuple[Sentence, ...]]:
    language, pipeline = describe(code), load(model_name(code))
    if language.unsplit:
        pipeline.tokenizer.token_match = re.compile(language.unsplit).fullmatch   # type: ignore[union-attr]
    cut = [_cut(article, language) for article in articles]
    with pipeline.memory_zone():
        docs = pipeline.pipe((_doc(pipeline, sentence.text) for found in cut for sentence in found), batch_size=64)
        return [tuple(_filled(sentence, next(docs), language) for sentence in found) for found in cut]


def _cut(article: Article, language: Language) -> list[Sentence]:
    """The article's sentences, not yet parsed: no sentence crosses the border of a block."""
    found: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        for span in split(article.text, block.span, language.abbreviations):
            found.append(Sentence(len(found), span, span.of(article.text), (), number, block.kind))
    return found


def _doc(pipeline: Pipeline, text: str) -> Doc:
    """A tokenised sentence that the parser may not split again: it only sees whole sentences."""
    doc = pipeline.make_doc(text.replace("\n", " "))
    for token in islice(doc, 1, None):
        token.is_sent_start = False
    return doc


def _filled(sentence: Sentence, doc: Doc, language: Language) -> Sentence:
    tokens = language.tokens(doc, sentence.span.start)
    return Sentence(sentence.index, sentence.span, sentence.text, tokens, sentence.block, sentence.kind)


def span_of(token: Any, offset: int) -> Span:
    """Where a spaCy token stands in the article, its sentence beginning at `offset`."""
    return Span(offset + token.idx, offset + token.idx + len(token.text))
