"""From an extraction to RDF: what one article tells, as triples and as claims between nodes that are yet to be named.

Three heaps, kept apart from here on: what is the article's own (itself, its sentences, its claims), what it says about
shared things (their types and names), and the bare triples of its claims, which are not RDF until the fact rule of
`kg.store` lets them be.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from kg import copies
from kg.errors import ArticleError, KgError, OntologyError
from kg.gazetteer import Known
from kg.minting import mint
from kg.model import Article, Claim, Extraction, Mention, Node, Span, Value
from kg.schema import Ontology, load
from kg.terms import Triple, day, iri, literal, typed, value, web_address
from kg.things import Source, description, things
from kg.told import WITHHELD, Said, Thing, Told


def quads(extraction: Extraction, *, known: Mapping[str, Known] | None = None, ontology: Ontology | None = None,
          fingerprint: str = "") -> Told:
    """What an article tells.

    `known` are the entries of the gazetteer to which nodes point; `fingerprint` names the tools and data of this run.
    Raises KgError where a text, a value or a term cannot be written; the message begins with the article's key.
    """
    _refuse_surrogates(extraction.article)
    try:
        source = Source(extraction, known or {}, ontology or load(), mint(extraction, known or {}))
        return _write(source, fingerprint)
    except KgError as error:
        raise type(error)(f"{extraction.article.key}: {error}", hint=error.hint) from error


def content_hash(article: Article) -> str:
    """Hex SHA-256 of all that an article holds, its text, title, date and the rest."""
    _refuse_surrogates(article)
    return hashlib.sha256(json.dumps(asdict(article), sort_keys=True).encode()).hexdigest()


def _write(source: Source, fingerprint: str) -> Told:
    article, claims = source.extraction.article, _named(source.extraction.claims)
    said = tuple(_said(name, claim) for name, claim in sorted(claims.items()))
    own = [*_article(article), *_bookkeeping(article, fingerprint), *_sentences(source, claims.values())]
    own += [triple for name, claim in claims.items() for triple in _claim(source, name, claim)]
    return Told(article.key, iri(f"article:{article.id}"), tuple(sorted(set(own))), said,
                tuple(_thing(source, node) for node in things(source)))


def _thing(source: Source, node: Node) -> Thing:
    names = tuple(sorted({node.name, *node.aliases})) if node.kind == "Person" else ()
    return Thing(node.id, source.minted.names.get(node.id, ""), source.minted.profiles.get(node.id),
                 tuple(sorted(set(description(source, node)))), names, day(node.latest) if node.kind == "Outcome" else "")


# The article and its sentences

def _article(article: Article) -> Iterator[Triple]:
    this = iri(f"article:{article.id}")
    yield typed(this, "ts:Article")
    facts = {"schema:inLanguage": literal(article.lang), "ts:textSha256": literal(article.sha256),
             "schema:url": web_address(article.url), "schema:datePublished": day(article.published),
             "schema:headline": article.title and literal(article.title, lang=_tag(article)),
             "schema:publisher": article.publisher and literal(article.publisher)}
    yield from ((this, iri(name), what) for name, what in facts.items() if what)


def _bookkeeping(article: Article, fingerprint: str) -> Iterator[Triple]:
    """By what a build knows the article again, and sees whether it must be read anew; exports leave it out."""
    this = iri(f"article:{article.id}")
    yield this, iri("ts:articleKey"), literal(article.key)
    yield this, iri("ts:contentHash"), literal(content_hash(article))
    yield this, iri("ts:fingerprint"), literal(fingerprint)
    yield this, iri("ts:sketch"), literal(copies.written(copies.sketch(article.text)))


def _sentences(source: Source, claims: Iterable[Claim]) -> Iterator[Triple]:
    article = source.extraction.article
    for evidence in {claim.evidence.span: claim.evidence for claim in claims}.values():
        this = _sentence(article, evidence.span)
        yield typed(this, "ts:Sentence")
        yield this, iri("nif:referenceContext"), iri(f"article:{article.id}")
        yield this, iri("nif:beginIndex"), _number(evidence.span.start)
        yield this, iri("nif:endIndex"), _number(evidence.span.end)
        yield this, iri("nif:anchorOf"), literal(evidence.quote, lang=_tag(article))


def _sentence(article: Article, span: Span) -> str:
    return iri(f"sent:{article.id}_{span.start}_{span.end}")


# Claims

def _named(claims: Iterable[Claim]) -> dict[str, Claim]:
    """The claims by name: their id, and a number where one id stands for several statements. Doubles are left out."""
    told: dict[str, list[tuple[object, ...]]] = {}
    named: dict[str, Claim] = {}
    for claim in claims:
        statement, others = _statement(claim), told.setdefault(claim.id, [])
        if statement not in others:
            others.append(statement)
            named[claim.id if len(others) == 1 else f"{claim.id}-{len(others)}"] = claim
    return named


def _statement(claim: Claim) -> tuple[object, ...]:
    """What a claim says, by the article's own nodes: no merge of things changes it."""
    what = claim.object.node if isinstance(claim.object, Mention) else claim.object
    return claim.subject.node, claim.predicate, what


def _said(name: str, claim: Claim) -> Said:
    node, term = (claim.object.node, "") if isinstance(claim.object, Mention) else ("", value(claim.object))
    speaker = claim.said_by.node if claim.said_by else ""
    return Said(name, claim.subject.node, iri(f"ts:{claim.predicate}"), node, term, speaker, claim.status.value,
                claim.negated)


def _claim(source: Source, name: str, claim: Claim) -> Iterator[Triple]:
    _refuse_misfit(source, claim)
    this, article = iri(f"c:{name}"), source.extraction.article
    yield this, iri("rdf:predicate"), iri(f"ts:{claim.predicate}")
    yield this, iri("ts:evidence"), _sentence(article, claim.evidence.span)
    yield this, iri("ts:rule"), literal(claim.rule)
    yield from ((this, iri(f"ts:{name}"), term) for name, term in _particulars(source, claim))


def _particulars(source: Source, claim: Claim) -> Iterator[tuple[str, str]]:
    """What only some claims have, and where in the text the trigger stands and subject and object are named."""
    if words := shown_trigger(claim, source.extraction.article.text):
        yield "trigger", literal(words)
    if claim.confidence is not None:
        yield "confidence", literal(f"{claim.confidence:g}", datatype="decimal")
    parts = {"subject": claim.subject, "object": claim.object}
    named = {role: part.span for role, part in parts.items() if isinstance(part, Mention)}
    for role, span in {"trigger": claim.trigger, **named}.items():
        if span.start < span.end:
            yield f"{role}Start", _number(span.start)
            yield f"{role}End", _number(span.end)


def shown_trigger(claim: Claim, text: str) -> str:
    """The words that gave a claim, cut from its quote where that withholds a name; "" where that cannot be done."""
    words = claim.trigger.of(text)
    if words not in claim.evidence.quote:
        words = _withhold(words, claim, text)
    return words if words in claim.evidence.quote else ""


def _withhold(words: str, claim: Claim, text: str) -> str:
    """Puts the quote's marks into the words: what lies between two stretches that the quote shows is withheld."""
    shown = claim.evidence.quote.split(WITHHELD)
    match = re.fullmatch("(.+?)".join(f"({re.escape(part)})" for part in shown), claim.evidence.span.of(text), re.S)
    begin, end = claim.trigger.start - claim.evidence.span.start, claim.trigger.end - claim.evidence.span.start
    if not match or begin < 0:
        return ""
    cuts = [(match.group(n)[max(begin - match.start(n), 0):max(end - match.start(n), 0)], n % 2)
            for n in range(1, 2 * len(shown))]
    return "".join(part if is_shown else WITHHELD for part, is_shown in cuts if part)


def _refuse_misfit(source: Source, claim: Claim) -> None:
    """A relation takes only what the ontology says: no person is ever "affected", no harm sues."""
    nodes = source.extraction.nodes
    what = claim.object.kind if isinstance(claim.object, Value) else nodes[claim.object.node].kind
    subject = nodes[claim.subject.node].kind
    if not source.ontology.fits(claim.predicate, subject, what):
        raise OntologyError(f"claim {claim.id}: {subject} {claim.predicate} {what} is nothing the ontology allows")


def _number(count: int) -> str:
    return literal(str(count), datatype="integer")


def _tag(article: Article) -> str:
    return article.lang if re.fullmatch("[a-z]{2,3}", article.lang) else ""


def _refuse_surrogates(article: Article) -> None:
    try:
        for text in (article.text, article.key, article.title, article.publisher, article.lang):
            literal(text)
    except KgError as error:
        raise ArticleError(f"{ascii(article.key)[1:-1]}: {error}", hint=error.hint) from error
