"""Which of several platforms or companies a description fits: "the dating service", "the operator", "studio itu".

What stands beside a name says what it is the name of ("the dating app X", "X, a studio from Oslo"). A later description speaks
of the one that was so described, even where another was spoken of since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_BEFORE, _BEHIND = 4, 7
_PHRASE = ("NOUN", "ADJ", "PROPN", "NUM")
_RUNNER = "operator"   # all who run a platform, whatever the word


def beside(name: Name, tree: Tree, lexicon: Lexicon) -> set[str]:
    """The words that tell what is named: those right before the name, and those of an apposition behind it.

    "X, which runs the app" and "X, the operator of" are both by whom it is run.
    """
    before = list(takewhile(lambda t: t.pos in _PHRASE and t.text[:1].islower(),
                            reversed(tree.tokens[max(0, name.first - _BEFORE):name.first])))
    behind, clause = [], tree.tokens[name.last + 1:name.last + _BEHIND]
    if clause and clause[0].text == ",":
        opens = 1 + (len(clause) > 1 and (clause[1].pos == "DET" or clause[1].lower in lexicon.words["relative"]))
        behind = list(takewhile(lambda t: t.pos in (*_PHRASE, "VERB") and t.text[:1].islower(), clause[opens:]))
        if opens == 1 and lexicon.words["definite_after"] == frozenset():
            behind = []   # English appositions have an article
    return {_kind(word, lexicon) for token in (*before, *behind) for word in (token.lower, token.lemma)}


def best(nodes: Iterable[str], said: Iterable[str], described: Mapping[str, set[str]], lexicon: Lexicon) -> str:
    """Of nodes, the one spoken of last first, the first that fits a description best; "" where there is none."""
    words = {_kind(word, lexicon) for word in said} - lexicon.words["plain_things"]
    return max(nodes, key=lambda node: len(words & described.get(node, set())), default="")   # the first of the best


def said_of(tree: Tree, words: tuple[int, ...], lexicon: Lexicon) -> list[str]:
    """The words of a description, with what stands before ("the *dating* service") or behind ("aplikasi *kencan* itu")."""
    if lexicon.words["definite_after"]:
        near = takewhile(lambda t: t.pos in ("NOUN", "ADJ") and t.text[:1].islower(), tree.tokens[words[-1] + 1:words[-1] + 4])
    else:
        near = takewhile(lambda t: t.pos in ("NOUN", "ADJ", "PROPN"), reversed(tree.tokens[max(0, words[0] - 3):words[0]]))
    return [word for token in (*(tree[i] for i in words), *near) for word in (token.lower, token.lemma)]


def of_service(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"its founder", "its 34-year-old chief executive", "its users": what a service or company has and an authority has not."""
    if tree[at].lower == "it":
        return False
    near = takewhile(lambda t: t.pos in _PHRASE or t.text in ("-", "'s"), tree.tokens[at + 1:at + 6])
    return any(token.lower in lexicon.words["of_services"] or token.lemma in lexicon.words["of_services"] for token in near)


def named(name: str) -> set[str]:
    """What a company's own name says that it is: "Tarn Studios" is a studio, "Tarn Group" a group.

    >>> sorted(named("Tarn Studios"))
    ['studio', 'studios', 'tarn']
    """
    words = name.lower().split()
    return {*words, *(word.removesuffix("s") for word in words)}


def _kind(word: str, lexicon: Lexicon) -> str:
    return _RUNNER if word in lexicon.words["runners"] else word


def openers(lexicon: Lexicon) -> frozenset[str]:
    """The words that a description, a pronoun or a group may begin with."""
    firsts = (lexicon.phrases[name].firsts for name in ("platform", "company", "authority"))
    words = lexicon.either("person_pronouns", "thing_pronouns", "known_people", "own_attribution")
    return words.union(*firsts, lexicon.numbers, (group.split()[0] for group in lexicon.groups))


def phrase(tree: Tree, at: int, phrases: str, lexicon: Lexicon) -> tuple[int, ...]:
    """The longest of such expressions that begins at a word; none in the plural."""
    found = lexicon.phrases[phrases]
    if tree[at].lower not in found.firsts and tree[at].lemma not in found.firsts:
        return ()
    standing = tree.standing(found.wordings).get(at, ())
    best = max((found.words for found in standing), key=len, default=())
    return () if best and tree[best[-1]].lower in lexicon.words["plurals"] else best


def is_joined(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"X and its sister site Y": a possessive right behind "and", which is that of the name before it."""
    return at > 1 and tree[at].slot == "owner" and tree[at - 1].lower in lexicon.words["and_words"]
