"""What is left of an article when somebody whom it names is forgotten.

Works on what the store keeps, so that forgetting at once and reading the article again end in the same. Invariant: the
decisions hold hashes only; whoever is forgotten is found by comparing hashes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.decisions import tombstone
from kg.model import hidden
from kg.profiles import Profile, coarse
from kg.terms import Triple, iri, literal, short_hash, slug
from kg.told import WITHHELD, Thing, Told

LONGEST_NAME = 5   # words
SHOWN = {iri(name) for name in ("nif:anchorOf", "ts:trigger", "schema:headline")}
ADDRESS, KEY = iri("schema:url"), iri("ts:articleKey")


def graves(profile: Profile) -> Iterator[str]:
    """The tombstones that a person's profile falls under: one for each anchor, or one for its handle alone."""
    for mark in profile.anchors or (profile.handle,):
        yield tombstone("person", f"{profile.root} {mark}" if profile.anchors else mark)


def name_graves(names: Iterable[str]) -> Iterator[str]:
    """The tombstones of full names; a surname alone is too many people's."""
    yield from (tombstone("name", slug(name)) for name in names if len(name.split()) > 1)


def forget(told: Told, forgotten: frozenset[str]) -> Told:
    """The article without the persons who are forgotten: their nodes, the claims with them, their names in its words.

    Each tombstone that was met is noted, so that the article is read again should the user take it back.
    """
    if not forgotten:
        return told
    gone = {thing.node: thing for thing in told.things if thing.profile and thing.profile.kind == "Person"
            and not forgotten.isdisjoint(graves(thing.profile))}
    names = _names(told, gone.values(), forgotten)
    if not gone and not names:
        return told
    met = {grave for thing in gone.values() if thing.profile for grave in graves(thing.profile)} | set(name_graves(names))
    pattern = _pattern(names)
    return _noted(_without_words(_without_nodes(told, set(gone)), pattern), met & forgotten)


def _names(told: Told, gone: Iterable[Thing], forgotten: Collection[str]) -> set[str]:
    """The names to withhold: of who is gone, and full names in the article's words, unless somebody else there has it."""
    going = list(gone)
    staying = {slug(name) for thing in told.things if thing not in going for name in thing.names}
    words = (what for _, predicate, what in told.own if predicate in SHOWN)
    met = {name for text in words for name in _runs(text) if tombstone("name", slug(name)) in forgotten}
    named = {*met, *(name for thing in going for name in thing.names if name[:1].isupper())}
    return {name for name in named if slug(name) not in staying}


def _runs(text: str) -> Iterator[str]:
    """Every run of two to five words, with what stands between them."""
    words = list(re.finditer(r"[^\W\d_][\w.'’-]*", text))
    for length in range(2, LONGEST_NAME + 1):
        for first, last in zip(words, words[length - 1:], strict=False):
            if first.group()[:1].isupper():
                yield text[first.start():last.end()].rstrip(".'’-")


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    parts = {part for name in names for part in name.split() if len(part) > 2 and part[:1].isupper()}
    ordered = sorted({*names, *parts}, key=lambda text: (-len(text), text))
    return re.compile("|".join(rf"\b{re.escape(text)}\b" for text in ordered)) if ordered else None


# ------------------------------------------------------------------------------------------------ nodes

def _without_nodes(told: Told, gone: set[str]) -> Told:
    said = tuple(one for one in told.said if gone.isdisjoint(one.nodes))
    spoken = {node for one in said for node in one.nodes}
    things = tuple(_stripped(thing, told, gone) for thing in told.things if thing.node in spoken)
    return replace(told, said=said, things=things, own=tuple(_evidence(told, {one.claim for one in said})))


def _evidence(told: Told, claims: set[str]) -> Iterator[Triple]:
    """The fixed triples that are left: of the claims that stay, and of the sentences that they stand on."""
    dropped = {iri(f"c:{one.claim}") for one in told.said if one.claim not in claims}
    kept = {what for subject, predicate, what in told.own if predicate == iri("ts:evidence") and subject not in dropped}
    sentences = {what for _, predicate, what in told.own if predicate == iri("ts:evidence")} - kept
    yield from (triple for triple in told.own if triple[0] not in dropped | sentences)


def _stripped(thing: Thing, told: Told, gone: set[str]) -> Thing:
    """A case or event whose profile names somebody who is gone becomes one of this article alone."""
    roots = {coarse(other.profile.handle).partition(":")[2] for other in told.things if other.node in gone and other.profile}
    one = thing.profile
    if one is None or not any(root in " ".join((one.handle, one.root, *one.parties)) for root in roots if root):
        return thing
    prefix, article8 = one.handle.partition(":")[0], told.graph.rpartition("/")[2][:8]
    handle = f"{prefix}:{one.type or prefix}-{article8}-{short_hash(one.handle)}"
    return replace(thing, profile=Profile(one.kind, handle, handle, one.type, lone=True))


# ------------------------------------------------------------------------------------------------ words

def _without_words(told: Told, names: re.Pattern[str] | None) -> Told:
    if names is None:
        return told
    anywhere = re.compile(names.pattern.replace(r"\b", "").replace(r"\ ", "[-_+ ]"), re.IGNORECASE)
    key = hidden(told.key) if anywhere.search(told.key) else told.key
    own = (_shown(triple, names) for triple in told.own if triple[1] != ADDRESS or not anywhere.search(triple[2]))
    things = tuple(replace(thing, about=tuple((p, _hidden(o, names)) for p, o in thing.about)) for thing in told.things)
    renamed = tuple((s, p, literal(key) if p == KEY else o) for s, p, o in own)
    return replace(told, key=key, own=tuple(sorted(set(renamed))), things=things)


def _shown(triple: Triple, names: re.Pattern[str]) -> Triple:
    subject, predicate, what = triple
    return (subject, predicate, _hidden(what, names)) if predicate in SHOWN else triple


def _hidden(term: str, names: re.Pattern[str]) -> str:
    """A literal with the names withheld, marks that follow each other as one."""
    if not term.startswith('"'):
        return term
    hidden = names.sub(WITHHELD, term)
    return re.sub(rf"(?:{re.escape(WITHHELD)}[\s.-]*)+(?={re.escape(WITHHELD)})", "", hidden)


def _noted(told: Told, met: Collection[str]) -> Told:
    return replace(told, own=tuple(sorted({*told.own, *((told.graph, iri("ts:forgot"), literal(one)) for one in met)})))
