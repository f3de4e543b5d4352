"""English participles taken for past tenses: "was arrested and charged", "X, fined 3 million euros by Y, said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token

_PARTS = (",", ":", ";")
_IRREGULAR = ("sold", "ght", "hit")
_ENDINGS = ("ed", "en", "wn", "ut", "ck")   # "fined", "taken", "thrown out", "shut", "struck"


def passives(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """What is passive after all: the participle, and its subject with it."""
    yield from _listed(tree, lexicon) if lexicon.check_pos and tree.sentence.kind != "paragraph" else ()
    for token in tree.tokens if lexicon.check_pos else ():
        bidden = token.lower in lexicon.words["bidden"] and not tree.children(token.index, "object")
        plain = token.lower.endswith(_ENDINGS) and not _has_object(tree, token.index)
        if token.pos != "VERB" or token.passive or not (plain or bidden and token.slot == "conjunct"):
            continue   # "was jailed and ordered to pay a fine" has no object but that of "pay"
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


def finite(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"The app X shuts on Friday": what heads the sentence and has a subject is a verb, whatever the tagger takes it for."""
    for token in tree.tokens[1:] if lexicon.check_pos else ():
        if token.pos == "NOUN" and token.slot == "root" and token.text.islower() and token.lower.endswith("s") and (
                tree.children(token.index, "subject") and not tree.children(token.index, "aux", "determiner", "adjective")):
            yield token.index, replace(token, pos="VERB", lemma=_lemma(token))


def _lemma(token: Token) -> str:
    """"shuts" to "shut", "closes" to "close"; the tagger's lemma is that of a noun, which is the same but for "-es"."""
    return token.lower[:-1] if token.lemma == token.lower else token.lemma


def _listed(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"X sold, Y licence pulled, Z blocked over scams": the titles of several stories in one; nobody does a thing to the next."""
    ends = [t.index for t in tree.tokens if t.text in _PARTS]
    verbs = [_undergone(tree, lexicon, first + 1, last) for first, last in zip([-1, *ends], [*ends, len(tree)])]
    for verb in verbs if sum(verb > 0 for verb in verbs) > 1 else ():
        if verb:
            yield verb, replace(tree[verb], passive=True)
            yield verb - 1, replace(tree[verb - 1], slot="passive", head=verb)


def _undergone(tree: Tree, lexicon: Lexicon, first: int, last: int) -> int:
    """The participle that is the only verb between two commas, right behind a noun and before no other; 0 if there is none."""
    verbs = [t for t in tree.tokens[first:last] if t.pos == "VERB" or t.pos == "AUX"]
    if len(verbs) != 1 or not first < verbs[0].index or tree[verbs[0].index - 1].pos not in ("NOUN", "PROPN"):
        return 0
    verb, behind = verbs[0], tree.tokens[verbs[0].index + 1:last]
    past = verb.lower.endswith((*_ENDINGS, *_IRREGULAR)) and verb.lower not in lexicon.words["going_alone"]
    return verb.index if past and (not behind or behind[0].pos == "ADP") else 0


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
