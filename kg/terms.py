"""RDF terms as N-Triples text: what a worker can write with neither rdflib nor a store.

Every character of an article passes through `literal` or `web_address`; nothing else puts its words into RDF.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

from kg.errors import KgError
from kg.model import Value
from kg.prefixes import PREFIXES

Triple = tuple[str, str, str]
"""Subject, predicate and object in N-Triples syntax; tuples sort the same everywhere."""

ESCAPES = str.maketrans({
    **{chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
DATATYPES = {"year": "gYear", "month": "gYearMonth", "date": "date", "integer": "integer"}
SHAPES = {"year": "[0-9]{4}", "month": "[0-9]{4}-(0[1-9]|1[0-2])", "integer": "-?[0-9]+"}

# Stricter than the standard: a host of letters and digits, no user, no bracket, only whole %-escapes.
ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)*\.?(:[0-9]{1,5})?"
                     r"(/([\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*)?"
                     r"([?#]([\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*){0,2}")
LONGEST_SLUG = 60


def iri(curie: str) -> str:
    """A prefixed name of the project's own making as an IRI in brackets.

    >>> iri("platform:omegle")
    '<https://w3id.org/tskg/id/platform/omegle>'
    """
    prefix, _, local = curie.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def literal(text: str, *, lang: str = "", datatype: str = "") -> str:
    r"""A literal, escaped; `datatype` is the local name of an XSD type. Raises KgError for lone surrogates.

    >>> print(literal('say "hi"\n', lang="en"))
    "say \"hi\"\n"@en
    """
    if not text.isascii():
        _refuse_surrogates(text)
    if datatype:
        return f'"{text.translate(ESCAPES)}"^^<{PREFIXES["xsd"]}{datatype}>'
    return f'"{text.translate(ESCAPES)}"' + (f"@{lang}" if lang else "")


TRUE = literal("true", datatype="boolean")


def typed(this: str, kind: str) -> Triple:
    """The triple that says of which class a thing is."""
    return this, iri("rdf:type"), iri(kind)


def value(given: Value) -> str:
    """The literal of a value: times and counts are typed, money and places are plain strings.

    >>> value(Value("2009", "year"))
    '"2009"^^<http://www.w3.org/2001/XMLSchema#gYear>'

    Raises KgError for a year, month, date or count that is none.
    """
    if given.kind not in DATATYPES:
        return literal(given.lexical)
    if not _is_sound(given):
        raise KgError(f'"{given.lexical}" is no {given.kind}')
    lexical = str(int(given.lexical)) if given.kind == "integer" else given.lexical
    return literal(lexical, datatype=DATATYPES[given.kind])


def day(text: str) -> str:
    """The xsd:date with which an ISO date or time begins, or "" if it begins with none."""
    begin = text[:10]
    return literal(begin, datatype="date") if _is_date(begin) else ""


def web_address(url: str) -> str:
    """The IRI of an http or https URL, or "" where the text is none.

    >>> web_address("https://news.example/a?b=1"), web_address("javascript:alert(1)")
    ('<https://news.example/a?b=1>', '')
    """
    return f"<{url}>" if len(url) < 2000 and ADDRESS.fullmatch(url) else ""


def slug(name: str) -> str:
    """A name in small ASCII letters, digits and hyphens; what ASCII cannot write adds a hash, so that no two names
    that differ become one.

    >>> slug("Leif K-Brooks"), slug("Café Chat"), slug("微信")
    ('leif-k-brooks', 'cafe-chat', '81b430b6')
    """
    text = unicodedata.normalize("NFKD", name.replace("+", " plus ").replace("&", " and ")).casefold()
    plain = re.sub("[^a-z0-9]+", "-", "".join(c for c in text if not unicodedata.combining(c))).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in text) or len(plain) > LONGEST_SLUG or not plain
    short = plain[:LONGEST_SLUG].strip("-")
    return "-".join(part for part in (short, short_hash(text) if lost else "") if part)


def short_hash(text: str) -> str:
    """Eight hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _is_sound(given: Value) -> bool:
    if given.kind == "date":
        return _is_date(given.lexical)
    return re.fullmatch(SHAPES[given.kind], given.lexical) is not None


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise KgError(f"character {error.start} of a text is half a surrogate pair",
                      hint="the file was read with a wrong encoding") from error
