"""What belongs to what where words of Indonesian follow one another unmarked: "rencana penutupan X" is the plan to close X,
"aplikasi belajar daring X" an app for learning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction import singled
from kg.extraction.tree import NOMINAL, VERBAL, Tree
from kg.lexicon import Lexicon
from kg.model import Token

_LOOSE = ("complement", "adverbial", "conjunct", "parataxis")


def owned(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """What stands right behind the second noun belongs to it, and so does its agent, where the parser ties both to the first."""
    for token in tree.tokens[1:-1] if lexicon.words["definite_after"] else ():
        first = tree[token.head]
        if first.index != token.index - 1 or first.pos != "NOUN" or not _is_event(token):
            continue
        behind = tree[token.index + 1]
        if behind.head == first.index and behind.slot in ("modifier", "flat") and behind.pos in NOMINAL and not behind.case:
            yield behind.index, replace(behind, head=token.index, slot="modifier")
            for agent in tree.children(first.index, "modifier", "oblique", "agent"):
                if agent > behind.index and tree[agent].case == "oleh":
                    yield agent, replace(tree[agent], head=token.index)


def _is_event(token: Token) -> bool:
    """"penutupan", "pemblokiran", "akuisisi": a noun made of a verb, hung on the noun before it."""
    made = token.lower.startswith("pe") and token.lower.endswith("an") or token.lower.endswith("isi")
    return made and token.pos == "NOUN" and token.slot == "modifier" and not token.case


def against(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"memenangkan gugatan melawan X": right behind a suit "melawan" is a preposition, though it is a verb elsewhere."""
    words = lexicon.words["strict_against"] if lexicon.words["definite_after"] else frozenset[str]()
    for token in tree.tokens[1:-1] if not words.isdisjoint(tree.said) else ():
        suit = tree[token.index - 1]
        if token.pos != "VERB" or token.lower not in words or (suit.lower,) not in lexicon.phrases["case"]:
            continue
        party = next(iter(tree.children(token.index, "object")), None)
        if party is not None and token.slot != "root":
            yield party, replace(tree[party], head=suit.index, slot="modifier", case=token.lower)
            yield token.index, replace(token, head=party, slot="case", pos="ADP")


def of_kinds(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"bursa NFT X", "platform seni AI X": the name hangs on the noun, not on the kind that is written in capitals."""
    for kind in tree.tokens[1:-1] if not lexicon.words["kinds_in_capitals"].isdisjoint(tree.said) else ():
        name = tree[kind.index + 1]
        if singled.tells_kind(tree, kind.index, lexicon) and name.head == kind.index and kind.head < kind.index:
            yield name.index, replace(name, head=kind.head, slot=kind.slot)
            yield kind.index, replace(kind, slot="compound")


def described(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Aplikasi belajar daring X menutup layanannya": a verb right behind "aplikasi", before the name, says what kind of app it
    is; who closes is the app, and it does not learn to close.
    """
    platforms = lexicon.last_words["platform"] if lexicon.words["definite_after"] else frozenset[str]()
    for kind in tree.tokens[1:-2] if not platforms.isdisjoint(tree.said) else ():
        noun = tree[kind.index - 1]
        verb = _verb_of_name(tree, kind.index) if noun.lower in platforms and _is_kind(kind, noun, lexicon) else None
        if verb is None or not kind.index <= verb.head < verb.index or verb.slot not in _LOOSE:
            continue
        yield verb.index, replace(verb, head=verb.index if kind.slot == "root" else kind.head, slot=kind.slot)
        yield kind.index, replace(kind, head=noun.index, slot="relative")
        yield noun.index, replace(noun, head=verb.index, slot="passive" if verb.passive else "subject")
        for child in tree.children(kind.index):
            if child > verb.index:
                yield child, replace(tree[child], head=verb.index)


def _is_kind(kind: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Not what a platform says, asks or hopes: "aplikasi meminta Komdigi membuka blokir"."""
    speaking = lexicon.once("verbs that report", lambda: frozenset(
        cue.words[0] for cue in lexicon.cues if cue.part == "verb"))
    verb = kind.pos in VERBAL and not kind.passive and not {kind.lower, kind.lemma} & speaking
    return verb and noun.head == kind.index and noun.slot in ("subject", "passive")


def _verb_of_name(tree: Tree, kind: int) -> Token | None:
    """The verb right behind the name that follows what says its kind."""
    capital = next((t.index for t in tree.tokens[kind + 1:kind + 6] if t.text[:1].isupper()), None)
    behind = next((t for t in tree.tokens[capital:] if not t.text[:1].isupper()), None) if capital else None
    plain = capital and not any(t.lower in ("yang", ",") for t in tree.tokens[kind + 1:capital])
    return behind if behind and plain and behind.pos in VERBAL else None
