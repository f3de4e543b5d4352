"""Names that are called an authority: "data watchdog X", "X, Italy's privacy regulator,"."""

from __future__ import annotations

from itertools import takewhile

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token


def is_called_one(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"data watchdog X", "competition authority, X,", "otoritas keselamatan digital Brasil, X,": it is called an authority."""
    lead = name.first - (name.first > 1 and tree[name.first - 1].lower == "the" and tree[name.first - 2].text == ",")
    comma = lead > 1 and tree[lead - 1].text == ","
    closed = name.last + 1 < len(tree) and tree[name.last + 1].text in (",", "(", ")")
    if lexicon.words["watchdogs"].isdisjoint(tree.said):
        return False
    if lexicon.check_pos and _is_described_as_watchdog(name, tree, lexicon):
        return True
    if comma and not closed:
        return False
    phrase = list(takewhile(lambda t: t.pos in ("NOUN", "ADJ", "PROPN") and t.text != ",",
                            reversed(tree.tokens[max(0, lead - comma - 6):lead - comma])))
    if lexicon.words["definite_after"]:
        return any(t.text.islower() or t.index == 0 for t in phrase if t.lower in lexicon.words["watchdogs"])
    if comma and phrase and not _is_single(tree, phrase[0], phrase[-1].index - 1):
        return False
    if comma and phrase and phrase[-1].index and tree[phrase[-1].index - 1].lower in lexicon.words["indefinite"] and (
            phrase[0].lemma in lexicon.words["court_words"]):
        return False   # "acquitted by a court, N, founder of X,"
    return bool(phrase) and phrase[0].text.islower() and phrase[0].lemma in lexicon.words["watchdogs"]


def _is_single(tree: Tree, noun: Token, before: int) -> bool:
    """"The country's media regulator, X,", no "according to police, X, 34," or "a deal with prosecutors, X,"."""
    led = before >= 0 and (tree[before].pos in ("DET", "PART") or tree[before].slot in ("determiner", "owner"))
    return noun.lower == noun.lemma and led


def _is_described_as_watchdog(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"X, Italy's privacy watchdog,", "X, the Dutch data regulator": behind the name."""
    behind = tree.tokens[name.last + 1:name.last + 9]
    if len(behind) < 3 or behind[0].text != ",":
        return False
    phrase = list(takewhile(lambda t: t.pos in ("NOUN", "ADJ", "PROPN", "DET", "PART") and t.text not in (",", "."), behind[1:]))
    after = behind[len(phrase) + 1:len(phrase) + 2]
    closed = not after or after[0].text in (",", ".")   # not "X, the police said"
    plain = phrase[1:] if phrase and phrase[0].pos == "DET" else phrase
    return closed and len(plain) > 1 and phrase[-1].text.islower() and phrase[-1].lemma in lexicon.words["watchdogs"]
