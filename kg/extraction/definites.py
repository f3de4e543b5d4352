"""Whether a noun speaks of something known: "the app", "aplikasi tersebut", "perusahaannya"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token

_ADULT = 18
_BARE = ("flat", "modifier", "compound", "apposition")
_PHRASE = ("NOUN", "ADJ", "DET", "PRON", "PROPN")


def is_definite(tree: Tree, words: tuple[int, ...], lexicon: Lexicon) -> bool:
    """Whether the noun is marked as known: "the app", "the video chat app", "aplikasi tersebut"."""
    marks = lexicon.words["definite"]
    if lexicon.words["definite_after"]:
        after = [token.lower for token in takewhile(lambda t: t.pos in _PHRASE and not t.text[:1].isupper(),
                                                    tree.tokens[words[-1] + 1:words[-1] + 6])]
        own = any(tree[i].lower != tree[i].lemma and tree[i].lower.endswith("nya") for i in words)
        return own or bool(set(after) & lexicon.words["definite_after"]) or _closed_by_mark(tree, words[-1], lexicon)
    before = [token for token in tree.tokens[max(0, words[0] - 4):words[0]]]
    return _reaches(before, marks)


def known_person(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """Where a noun for one known person ends that begins here: "the entrepreneur", "pria 38 tahun itu"; -1 if none does."""
    if tree[at].text.isdigit():
        return _aged(tree, at, lexicon)
    if tree[at].lower not in lexicon.words["known_people"] and tree[at].lemma not in lexicon.words["known_people"]:
        return -1
    if not lexicon.words["definite_after"]:
        return at if _reaches([*tree.tokens[max(0, at - 3):at]], frozenset({"the"})) else -1
    clause = list(takewhile(lambda t: t.text not in (",", ";", ".", "“", '"'), tree.tokens[at + 1:at + 11]))
    marked = [t.index for t in clause if t.lower in lexicon.words["definite_after"]]
    return at if marked and (at == 0 or tree[at - 1].pos in ("PUNCT", "SCONJ", "CCONJ")) else -1


def clients(tree: Tree, people: Sequence[tuple[str, int]], aside: set[str]) -> list[str]:
    """"X's lawyer N called his arrest a circus": X, of the people named so far, each with the place of the last word."""
    pairs = zip(people, people[1:], strict=False)
    found = [first for (first, last), (second, _) in pairs
             if first not in aside and second in aside and tree[last + 1].text in ("'s", "’s")]
    return found[-1:]


def _aged(tree: Tree, at: int, lexicon: Lexicon) -> int:
    """Where "the 38-year-old" ends: an adult's age with a determiner before it and no noun behind it."""
    behind = tree.tokens[at + 1:at + 6]
    words = [token.lower for token in behind if token.text != "-"]
    last = next((token.index for token in behind if token.lower in ("old", "year-old")), -1)
    alone = last >= 0 and (last + 1 == len(tree) or tree[last + 1].pos not in ("NOUN", "PROPN", "ADJ", "NUM"))
    old = words[:2] == ["year", "old"] or words[:1] == ["year-old"]
    known = at > 0 and tree[at - 1].lower == "the" and not lexicon.words["definite_after"]
    return last if old and alone and known and int(tree[at].text) >= _ADULT else -1


def _closed_by_mark(tree: Tree, last: int, lexicon: Lexicon) -> bool:
    """"aplikasi yang lahir pada 2018 tersebut", "aplikasi besutan PT X itu": the mark comes after what describes the noun."""
    words, after = lexicon.words, tree.tokens[last + 1:last + 13]
    clause = list(takewhile(lambda token: token.text not in (",", ";", ":", "."), after))
    if not clause or clause[0].lower not in lexicon.either("relative", "makers"):
        return False
    marked = [n for n, token in enumerate(clause) if token.lower in words["definite_after"]]
    named = bool(marked) and (clause[marked[0] - 1].text[:1].isupper() or clause[0].lower in words["relative"])
    return bool(marked) and marked[0] > 1 and named


def _reaches(before: Sequence[Token], marks: frozenset[str]) -> bool:
    """Whether a determiner stands before the noun with nothing but its modifiers between."""
    for token in reversed(before):
        if token.lower in marks:
            return True
        describes = token.pos == "VERB" and token.slot in ("adjective", "compound")   # "the photo-*sharing* service"
        if not describes and token.pos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "PART") or token.text in (",", "."):
            return False
    return False


def names_it(tree: Tree, noun: int, name: int) -> bool:
    """Whether a name hangs under a noun with nothing but bare modifiers between: "aplikasi obrolan video X"."""
    index = name
    while tree[index].slot in _BARE and not tree[index].case and noun < tree[index].head < index:
        index = tree[index].head
    return tree[index].head == noun and tree[index].slot in _BARE and not tree[index].case


def calls_another(tree: Tree, noun: int, lexicon: Lexicon, known: Collection[int]) -> bool:
    """"The consumer group Vigil": whose own name stands right behind, that of nobody whom the article tells of (`known`: where
    the sentence has the names that it does).
    """
    name = noun + 1
    if lexicon.words["definite_after"] or name >= len(tree) or tree[name].pos != "PROPN" or name in known:
        return False
    return names_it(tree, noun, name) or tree[noun].slot == "compound" and tree[noun].head == name
