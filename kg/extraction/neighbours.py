"""What the words beside a name say: how they end, how they begin, what they describe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token

_NEAR = 4     # how far before a name any word may belong to what it is called
_BEFORE = 6   # and how far nouns and adjectives may


def ends_with(words: Sequence[str], lexicon: Lexicon, phrases: str) -> bool:
    """Whether the words end with one of these phrases of the lexicon."""
    if not words or words[-1] not in lexicon.last_words[phrases]:
        return False
    return any(phrase == tuple(words[at:]) for at in range(len(words)) for phrase in lexicon.phrases_for(phrases, words[at]))


def nouns_before(name: Name, tree: Tree, lexicon: Lexicon) -> list[str]:
    """"aplikasi obrolan video X", "aplikasi obrolan asal Estonia X": in Indonesian the noun comes first and its modifiers stand
    before the name.
    """
    if not lexicon.words["definite_after"]:
        return []
    stops = lexicon.either("relative", "description_ends", "and_words", "definite_after")
    found: list[str] = []
    first = _before_origin(name.first, tree, lexicon)
    for token in reversed(tree.tokens[max(0, first - _BEFORE):first]):
        if first - token.index > _NEAR and not (_names_service(token, lexicon) and all(
                _names_service(t, lexicon) for t in tree.tokens[token.index + 1:first])):
            break   # "aplikasi jual beli barang bekas X"
        if not token.lower.isalpha() or token.lower in stops or token.passive and token.pos == "VERB":
            break
        inside = token.index > 0 and token.text.istitle() and tree[token.index - 1].text.istitle()
        if inside and token.lower in lexicon.words["platform_nouns"] and tree.sentence.kind == "paragraph":
            break   # "Direktur Jenderal Aplikasi Informatika"
        found.append(token.lower)
    return found[::-1]


def _names_service(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word may belong to what an app is called: a noun, an adjective, a bare verb such as "jual"."""
    return token.text.islower() and (token.pos in ("NOUN", "ADJ") or token.lower in lexicon.words["services_named"])


def _before_origin(at: int, tree: Tree, lexicon: Lexicon) -> int:
    """Where "asal Estonia" begins if it ends right before this word, else the word itself."""
    first = at
    while first and tree[first - 1].text[:1].isupper():
        first -= 1
    return first - 1 if 0 < first < at and tree[first - 1].lower in lexicon.words["based"] else at


def headed(nouns: list[str], lexicon: Lexicon, phrases: str) -> bool:
    """Whether one of these phrases begins at any of the nouns."""
    return any(begins_with(nouns[at:], lexicon, phrases, skip=0) for at in range(len(nouns)))


def begins_with(words: Sequence[str], lexicon: Lexicon, phrases: str, *, skip: int) -> bool:
    """Whether one of these phrases of the lexicon begins within the first words, at most `skip` of them left out."""
    for at in range(min(skip + 1, len(words))):
        for phrase in lexicon.phrases_for(phrases, words[at]):
            if phrase == tuple(words[at:at + len(phrase)]):
                return True
    return False


def described(words: Sequence[str], lexicon: Lexicon, phrases: str) -> bool:
    """Whether a description such as "a video chat app" begins here: it must come before the next comma or verb."""
    stops = lexicon.either("relative", "description_ends")
    clause = list(takewhile(lambda word: word not in stops and word not in (",", ")"), words))
    if {"'s", "’s"} & set(clause[:6]):
        return False   # "X, the social network's owner," is no social network
    if clause[:1] and clause[0] in lexicon.words["descriptions_begin"]:
        return begins_with(clause, lexicon, phrases, skip=5)
    return bool(lexicon.words["definite_after"]) and begins_with(clause, lexicon, phrases, skip=0)


def made_by(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """"buatan studio X": a company, whatever else is said of it; "didirikan N dan M": people, be their names unknown."""
    if name.first and tree[name.first - 1].lower in lexicon.words["studios"]:
        yield "company"
    before = name.first - 1
    while before > 0 and (tree[before].text[:1].isupper() or tree[before].lower in lexicon.either("and_words", "by")):
        before -= 1
    if before >= 0 and tree[before].lower in lexicon.words["founded_by"] and name.last > name.first:
        yield "person-like"
    clause = [token.lower for token in tree.tokens[name.last + 1:name.last + 5]]
    if name.last > name.first and clause[:1] == [","] and clause[1:2] and clause[1] in lexicon.words["relative"] and (
            lexicon.words["acts_of_founders"] & set(clause[2:])):
        yield "person-like"   # "N M, yang ikut mendirikan X,"
