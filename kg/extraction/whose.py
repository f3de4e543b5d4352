"""Clauses with "whose" that the parser has lost: "the app X, whose founder, N, was jailed in 2021, shut down on Friday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon
from kg.model import Token

_LONGEST = 8   # how many words a name between commas, and the auxiliaries behind it, may take


def clauses(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """The verb behind "whose founder, N," is that of the founder, and what stands behind its clause that of the app."""
    for token in tree.tokens if not lexicon.words["whose"].isdisjoint(tree.said) else ():
        noun, start = tree[token.head], token.index - 2
        if token.lower not in lexicon.words["whose"] or start < 0 or noun.slot != "apposition" or noun.index < token.index:
            continue
        verb = _verb_behind(tree, noun.index)
        owner = tree[noun.head]
        if verb < 0 or owner.index > start:
            continue
        subject = "passive" if tree[verb].passive else "subject"
        yield noun.index, replace(noun, slot=subject, head=verb)
        yield verb, replace(tree[verb], slot="relative", head=owner.index)
        yield from _main(tree, owner, tree[verb])


def _verb_behind(tree: Tree, noun: int) -> int:
    """The verb of which "founder, N," is the subject; -1 where anything but a name and auxiliaries stands before it."""
    for token in tree.tokens[noun + 1:noun + 1 + _LONGEST]:
        if token.pos == "VERB":
            return token.index
        if token.pos not in ("PROPN", "AUX", "ADV", "PART") and token.text != ",":
            return -1
    return -1


def _main(tree: Tree, owner: Token, verb: Token) -> Iterator[tuple[int, Token]]:
    """What has taken the verb of the clause for the main one: the main verb stands behind the comma that ends the clause."""
    subject = tree[owner.head] if owner.slot == "apposition" else owner   # "the *site* X, whose"
    later = [verb.head] if verb.head > verb.index else tree.children(verb.index, "conjunct")
    main = next((i for i in later if tree[i].pos in VERBAL and "," in tree.text_between(verb.index, i)), -1)
    if subject.slot in ("subject", "passive") and subject.head == verb.index and main > 0:
        yield subject.index, replace(subject, head=main, slot="passive" if tree[main].passive else "subject")
        if main != verb.head:
            yield main, replace(tree[main], slot=verb.slot, head=main if verb.slot == "root" else verb.head)
