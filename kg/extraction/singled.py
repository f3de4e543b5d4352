"""One of many: "one parent, N,", "a shop owner, N,", "seorang pengembang, N,": a private person, where "its parent" is a company.

Some nouns say what a company is to a platform and what anybody may be: parent, publisher, owner, developer, creator. The
words before tell which: "a", "one", "another" and "seorang" pick somebody out of many.
"""

from __future__ import annotations

from itertools import takewhile

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_LEAD = 4   # how many words a noun may have before it: "one very worried parent"


def is_one_of_many(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"A parent, N N,", "N N, a parent from X,": a name of several words, singled out by such a noun."""
    before, behind = name.first - 1, name.last + 1
    if " " not in name.text or not _is_any(tree, before, {","}) and not _is_any(tree, behind, {","}):
        return False
    led = _is_any(tree, before, {","}) and picks_out(tree, before - 1, lexicon, "kin_or_firms")
    noun = next((at for at in range(behind + 2, min(behind + 2 + _LEAD, len(tree)))
                 if tree[at].lower in lexicon.words["kin_or_firms"]), -1) if _is_any(tree, behind, {","}) else -1
    return led or noun > 0 and picks_out(tree, noun, lexicon, "kin_or_firms") and not _has_form(name, lexicon)


def picks_out(tree: Tree, noun: int, lexicon: Lexicon, nouns: str) -> bool:
    """Whether "a", "one", "another" stands before one of these nouns: "one worried parent"."""
    if noun < 1 or not {tree[noun].lower, tree[noun].lemma} & lexicon.words[nouns]:
        return False
    parted = lexicon.either("whose", "relative")   # "in a letter *to* the operator", "a video app *whose* owner"
    lead = takewhile(lambda token: token.text.isalpha() and token.pos != "ADP" and token.lower not in parted,
                     reversed(tree.tokens[max(0, noun - _LEAD):noun]))
    said = {token.lower for token in lead}
    return not lexicon.words["singling"].isdisjoint(said) and lexicon.words["new_holders"].isdisjoint(said)


def may_be_a_person(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Publisher N N said", "parent N N": the name finder takes it for a person, and the noun may be one's."""
    at = name.first - 1 - (tree[name.first - 1].text == ",")
    while at > 0 and lexicon.words["definite_after"] and tree[at].entity == "LOC":
        at -= 1   # "konglomerat Singapura N N"
    lead = tree[at].lower
    personal = all(tree[i].entity == "PER" for i in range(name.first, name.last + 1))
    return personal and lead in lexicon.words["people_or_firms"] and not _has_form(name, lexicon)


def opens_name(tree: Tree, opening: int, lexicon: Lexicon) -> bool:
    """"Nurse N N", "Penerbit N N": a trade that has its capital from where it stands, before a name of two words."""
    behind = tree.tokens[opening + 1:opening + 4]
    if len(behind) < 3 or not all(token.text.istitle() for token in behind[:2]) or behind[2].text[:1].isupper():
        return False
    bodies = lexicon.either("company_suffixes", "authority_words", "body_heads", "bodies_of_people")
    personal = all(token.entity == "PER" for token in behind[:2])
    nouns = lexicon.either("trades", "occupations", "people_nouns", "kin", "people_or_firms" if personal else "kin")
    return bool({tree[opening].lower, tree[opening].lemma} & nouns) and bodies.isdisjoint(token.lower for token in behind[:2])


def opens_force(tree: Tree, opening: int, lexicon: Lexicon) -> bool:
    """"Polisi Federal Australia", "Polisi Diraja Malaysia": no plain policemen, but a force by its name."""
    behind = tree.tokens[opening + 1:opening + 3]
    named = len(behind) == 2 and all(token.text[:1].isupper() for token in behind)
    return named and tree[opening].lower in lexicon.words["forces"] and behind[0].lower in lexicon.words["kinds_of_force"]


def tells_kind(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"bursa *NFT* X", "platform seni *AI* X": what kind of service it is, written in capitals, before its name."""
    kind = index > 0 and tree[index].text.isupper() and tree[index].lower in lexicon.words["kinds_in_capitals"]
    behind = tree.tokens[index + 1:index + 2]
    return kind and (tree[index - 1].text.islower() or index == 1) and bool(behind) and behind[0].text[:1].isupper()


def _has_form(name: Name, lexicon: Lexicon) -> bool:
    return not lexicon.words["company_suffixes"].isdisjoint(name.text.lower().split())


def _is_any(tree: Tree, at: int, texts: set[str]) -> bool:
    return 0 <= at < len(tree) and tree[at].text in texts
