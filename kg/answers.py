"""What a query gives back, and the terms that go into one. With `kg.store` the only place that knows pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import StoreError
from kg.prefixes import KINDS, PREFIXES, expand
from kg.terms import Triple

RESULTS = {"json": ox.QueryResultsFormat.JSON, "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV,
           "xml": ox.QueryResultsFormat.XML}

DOCUMENTS = {"nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG,
             "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}

# What may hold the word "service" without meaning it: strings, IRIs, comments, variables, prefixed names.
HARMLESS = re.compile("|".join((
    r'"{3}(?:[^"\\]|\\.|"(?!""))*"{3}', r"'{3}(?:[^'\\]|\\.|'(?!''))*'{3}", r'"(?:[^"\\\n\r]|\\.)*"',
    r"'(?:[^'\\\n\r]|\\.)*'", r'<[^<>"{}|^`\\\s]*>', r"#[^\n\r]*", r"[?$]\w+",
    r"(?<![\w-])(?!service)[a-z][\w-]*:[\w.-]*")), re.IGNORECASE | re.DOTALL)
HARMLESS_TEXT = re.compile("|".join((
    r'"(?:[^"\\\n\r]|\\.)*"', r"'(?:[^'\\\n\r]|\\.)*'", r"<[^<>\s]*>", r"#[^\n\r]*")))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives, whole and apart from the store.

    `form` is "rows" (SELECT; `payload` is SPARQL JSON), "truth" (ASK; the same) or "triples" (CONSTRUCT and DESCRIBE;
    `payload` is N-Triples). Iterating gives rows: `row["name"]` has `.value`, or is None where it is unbound.
    """

    form: str
    payload: bytes
    variables: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[ox.QuerySolution]:
        if self.form != "rows":
            return iter(())
        found = ox.parse_query_results(self.payload, format=ox.QueryResultsFormat.JSON)
        return found if isinstance(found, ox.QuerySolutions) else iter(())

    def __bool__(self) -> bool:
        """Whether there is any row or triple, or whether an ASK holds."""
        if self.form == "truth":
            return b"true" in self.payload
        return bool(self.payload) if self.form == "triples" else next(iter(self), None) is not None

    def named(self) -> frozenset[str]:
        """The IRIs that stand in the answer, in any place."""
        triples = ox.parse(self.payload, format=ox.RdfFormat.N_TRIPLES) if self.form == "triples" else ()
        terms = (term for row in (*self, *(quad.triple for quad in triples)) for term in row)
        return frozenset(term.value for term in terms if isinstance(term, ox.NamedNode))

    def serialize(self, form: str) -> bytes:
        """The answer as "json", "csv", "tsv" or "xml" (SPARQL results), or as "nt" or "ttl" (triples)."""
        try:
            if self.form == "triples":
                kind = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE}[form]
                return ox.serialize(ox.parse(self.payload, format=ox.RdfFormat.N_TRIPLES), format=kind,
                                    prefixes=dict(PREFIXES)) or b""
            found = ox.parse_query_results(self.payload, format=ox.QueryResultsFormat.JSON)
            return found.serialize(format=RESULTS[form]) or b""
        except KeyError as error:
            raise StoreError(f'an answer of {self.form} cannot be written as "{form}"') from error


def answer(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    """The engine's result, read to its end."""
    if isinstance(found, ox.QueryTriples):
        return Answer("triples", found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
    payload = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    if isinstance(found, ox.QueryBoolean):
        return Answer("truth", payload)
    return Answer("rows", payload, tuple(variable.value for variable in found.variables))


def read(triples: Iterable[Triple]) -> list[Triple]:
    """Reads triples and writes them again: whatever comes out is a triple, not something that ends one."""
    return read_lines(" ".join(triple) for triple in triples)


def read_lines(lines: Iterable[str]) -> list[Triple]:
    """The same for triples that are given as N-Triples text without the dot. Raises StoreError."""
    try:
        return terms(ox.parse("".join(f"{line} .\n" for line in lines), format=ox.RdfFormat.N_TRIPLES))
    except (SyntaxError, UnicodeEncodeError) as error:
        raise StoreError(f"these are no triples: {' '.join(str(error).split())[:200]}") from error


def terms(quads: Iterable[ox.Quad]) -> list[Triple]:
    """Subject, predicate and object as N-Triples terms, sorted."""
    return sorted((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads)


def serialized(lines: Iterable[str], form: str) -> bytes:
    """N-Quads lines without the dot as "nt", "nq", "trig", "jsonld" or "rdf" (RDF/XML), in the order given."""
    quads = ox.parse("".join(f"{line} .\n" for line in lines), format=ox.RdfFormat.N_QUADS)
    kind = DOCUMENTS[form]
    written = quads if kind.supports_datasets else (quad.triple for quad in quads)
    return ox.serialize(written, format=kind, prefixes=dict(PREFIXES)) or b""


def refuse_service(query: str) -> None:
    """Raises StoreError for a query that would ask another server: the tool reaches for nothing outside."""
    bare = HARMLESS.sub(" ", query)
    if "service" in bare.lower() or "\\" in bare:  # an escape could spell the word
        raise StoreError("wrong query: SERVICE is not allowed, a store is asked by itself")


def bound(bind: Mapping[str, str], query: str) -> str:
    """The values that stand at the end of a query, each a term that was read and written again.

    A name after a kind of thing takes a bare name: `platform` is given "omegle" as well as "platform:omegle". Raises
    StoreError for a name that is no variable of the query, or none that a value can narrow.

    >>> bound({"person": "jo-doe"}, "SELECT * WHERE { ?x ts:founder ?person }")
    '\\nVALUES (?person) { (<https://w3id.org/tskg/id/person/jo-doe>) }'
    """
    for name in bind:
        _refuse_unknown(name, query)
    names, values = (" ".join(part) for part in ([f"?{name}" for name in bind], (_term(*given) for given in bind.items())))
    return f"\nVALUES ({names}) {{ ({values}) }}" if bind else ""


def _refuse_unknown(name: str, query: str) -> None:
    """A value at the end narrows what the query gives; in a query that counts, only that by which it counts."""
    if not (name.isidentifier() and name.isascii()):
        raise StoreError(f'"{name}" is no name of a variable')
    bare = HARMLESS_TEXT.sub(" ", query)
    told = sorted(set(re.findall(r"[?$](\w+)", bare)))
    _, grouped, by = re.sub(r"\s+", " ", bare.rpartition("}")[2].upper()).partition("GROUP BY")
    usable = [one for one in told if not grouped or f"?{one.upper()} " in f"{re.split('HAVING|ORDER', by)[0]} "]
    if name not in usable:
        raise StoreError(f"the question has no variable ?{name} that can be given", hint=f"one of {', '.join(usable)}")


def _term(name: str, text: str) -> str:
    """A term in N-Triples syntax, a prefixed name, a bare name of the kind that the variable is named after, a web
    address, or else plain words.
    """
    if name in KINDS and re.fullmatch("[A-Za-z0-9_.-]+", text):
        text = f"{name}:{text}"
    if text.partition(":")[0] in PREFIXES and ":" in text:
        text = f"<{expand(text)}>"
    if text.startswith(("http://", "https://")):
        text = f"<{text}>"
    term = text if text.startswith(("<", '"')) else str(ox.Literal(text))
    return read_lines([f"<urn:a> <urn:b> {term}"])[0][2]
