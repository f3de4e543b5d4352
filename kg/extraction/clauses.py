"""Where an Indonesian clause about a noun begins and ends: what stands behind it belongs to the sentence, though the parser
keeps it in, and what the clause tells belongs to the app, though the parser hangs it on what kind of app it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon
from kg.model import Token

_LOOSE = ("oblique", "adverbial")


def outside(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"melarang X, yang diluncurkan di Estonia, sejak 3 Maret", "memblokir X yang berbasis di Tallinn karena judi": since when
    it is banned and why it is blocked.
    """
    clauses = (t for t in tree.tokens if t.slot == "relative" and t.pos in VERBAL) if lexicon.words["definite_after"] else ()
    for verb in clauses:
        main = tree.verb_above(verb.head)
        if main is None or main == verb.index or verb.head > verb.index:
            continue
        end = _end(tree, verb, lexicon)
        for child in tree.children(verb.index, *_LOOSE) if end else ():
            if child > end:
                yield child, replace(tree[child], head=main)


def of_apps(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"X, aplikasi berbagi video yang diblokir sejak 2022": the app was blocked, not the video, and since 2022."""
    platforms = lexicon.last_words["platform"] if lexicon.words["definite_after"] else frozenset[str]()
    for verb in tree.tokens if not platforms.isdisjoint(tree.said) else ():
        kind = tree[verb.head]
        app = tree[kind.head] if kind.slot == "modifier" and not kind.case else kind
        if verb.slot != "relative" or verb.pos not in VERBAL or app.lower not in platforms:
            continue
        if not app.index <= kind.index < verb.index:
            continue
        if any(t.text[:1].isupper() or t.text == "," for t in tree.tokens[app.index + 1:kind.index + 1]):
            continue
        yield verb.index, replace(verb, head=app.index)
        for late in tree.children(app.index, "oblique"):
            if late > verb.index and tree[late].case and "," not in tree.text_between(verb.index, late):
                yield late, replace(tree[late], head=verb.index)


def since_when(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"membatalkan larangan terhadap X, aplikasi yang diblokir sejak 2022": since then it was blocked, whatever else is done."""
    words = lexicon.words["since"] if lexicon.words["definite_after"] else frozenset[str]()
    for token in tree.tokens if not words.isdisjoint(tree.said) else ():
        if token.slot not in ("oblique", "modifier", "number") or token.case not in words or token.head >= token.index:
            continue
        verb = next((t for t in reversed(tree.tokens[:token.index]) if t.pos in VERBAL or t.text == ","), None)
        if verb and verb.slot == "relative" and token.head < verb.index:
            yield token.index, replace(token, head=verb.index, slot="oblique")


def _end(tree: Tree, verb: Token, lexicon: Lexicon) -> int:
    """The comma that closes the clause, or the place where somebody is based; 0 where nothing says that it has an end."""
    begin = next((i for i in tree.children(verb.index) if tree[i].lower in lexicon.words["relative"]), 0)
    if begin and tree[begin - 1].text == ",":
        return next((t.index for t in tree.tokens[verb.index + 1:-1] if t.text == ","), 0)
    seated = verb.lower in lexicon.words["based"]
    return next((i for i in tree.children(verb.index, "oblique") if i > verb.index), 0) if seated else 0
