"""English participles taken for past tenses: "was arrested and charged", "X, fined 3 million euros by Y, said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token

_ENDINGS = ("ed", "en", "wn", "ut", "ck")   # "fined", "taken", "thrown out", "shut", "struck"


def passives(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """What is passive after all: the participle, and its subject with it."""
    for token in tree.tokens if lexicon.check_pos else ():
        if token.pos != "VERB" or token.passive or not token.lower.endswith(_ENDINGS) or _has_object(tree, token.index):
            continue
        subjects = tree.children(token.index, "subject")
        if be := _be_before(tree, token.index):
            yield token.index, replace(token, passive=True)   # "was on Monday arraigned"
            subjects = [*subjects, *tree.children(be, "subject")]
            yield from ((i, replace(tree[i], slot="passive", head=token.index)) for i in subjects)
            continue
        if tree.children(token.index, "aux", "passive"):
            continue
        apposed = bool(subjects) and _apposed(tree, subjects[-1], token.index)
        joined = token.slot == "conjunct" and not subjects and tree[token.head].passive and token.head < token.index
        joined = joined and not tree.children(token.index, "adverb")   # "were hired and then locked up"
        if joined or subjects and (apposed or tree.children(token.index, "agent")):
            yield token.index, replace(token, passive=True)
            yield from ((i, replace(tree[i], slot="passive")) for i in subjects)


def _be_before(tree: Tree, verb: int) -> int:
    """The form of "be" that makes a participle passive, though other words stand between; 0 if none does."""
    above = [tree[verb].head] if tree[verb].slot == "attribute" and tree[verb].head < verb else []   # "was on Monday charged."
    helpers = above or [i for i in tree.children(verb, "aux") if i < verb]
    return helpers[-1] if helpers and tree[helpers[-1]].lemma == "be" else 0


def _apposed(tree: Tree, subject: int, verb: int) -> bool:
    """"Tinkle, fined": the subject right before the comma before the participle."""
    return subject == verb - 2 and tree[verb - 1].text == ","


def _has_object(tree: Tree, verb: int) -> bool:
    """Whether it has an object other than a sum, which a passive has too: "fined 3 million euros"."""
    return any(tree[i].pos != "NUM" and not tree.children(i, "number") for i in tree.children(verb, "object", "complement"))
