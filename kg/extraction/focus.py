"""What a clause has spoken of so far, and who stands beside whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.definites import names_it
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

if TYPE_CHECKING:
    from kg.extraction.discourse import Mentions, Spot


def spoken_here(tree: Tree, at: int, spots: list[Spot], things: list[str], lexicon: Lexicon) -> list[str]:
    """The things that a sentence has spoken of before a word: "X did this, while Y closed and its head left" is Y's head."""
    before = [spot for spot in spots if spot.node in things and spot.first < at]
    turn = max((t.index for t in tree.tokens[:at] if t.lower in lexicon.words["turning"] or t.text == ";"), default=-1)
    mine = [spot for spot in before if spot.first > turn] or before
    return [s.node for s in mine if tree[s.last].slot != "owner"] or [s.node for s in mine]   # "X's parent Y"


def described_by(tree: Tree, at: int, spots: list[Spot], lexicon: Lexicon) -> set[str]:
    """Whom "it" cannot be: in "X, an app that it says leaked data", "X, which it owns", what the clause describes is X."""
    verb = tree[tree[at].head]
    noun = tree[verb.head]
    between = tree.tokens[noun.index + 1:at]
    opened = not between or any(token.lower in lexicon.words["relative"] for token in between)
    if tree[at].slot != "subject" or verb.slot != "relative" or not noun.index < at < verb.index or not opened:
        return set()
    heads = {noun.index, noun.head if noun.slot in ("apposition", "conjunct") else noun.index}
    return {spot.node for spot in spots if any(spot.first <= i <= spot.last for i in heads)}


def doing_it(tree: Tree, at: int, spots: list[Spot]) -> set[str]:
    """Whom "him" cannot be: who does it to him. "Police arrested N and charged him": N; "N sued him": somebody else."""
    verb = tree.verb_above(at)
    chain = [] if verb is None else [verb, *(i for i in tree.ancestors(verb) if tree[verb].slot in ("conjunct", "complement"))]
    doing = next((found for i in chain if (found := tree.children(i, "subject", "passive"))), [])
    doing = [j for i in doing for j in tree.conjuncts(i)]
    return {spot.node for spot in spots if any(tree.governs(i, spot.first) or spot.first <= i <= spot.last for i in doing)}


def is_officer_of(tree: Tree, body: Spot, person: Spot, lexicon: Lexicon) -> bool:
    """"Dirjen Pengawasan Ruang Digital Komdigi, N.N.,": N.N. speaks for Komdigi."""
    heads = lexicon.either("office_heads", "speakers_public")
    between = tree.tokens[body.last + 1:person.first]
    close = all(t.text in (",", "(", ")") or t.text[:1].isupper() or t.lower == "tersebut" for t in between)
    return close and any(t.lower in heads for t in tree.tokens[max(0, body.first - 7):body.first])


def adopt_rivals(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> None:
    """"Its Swedish rival, X, was sued", "pesaingnya, X,": the noun speaks of X."""
    for spot in [spot for spot in mentions.spots if spot.how == "name" and spot.node.startswith("platform:")]:
        at = spot.first - 1 - (spot.first > 1 and tree[spot.first - 1].text == ",")
        if at >= 0 and at not in mentions.at and {tree[at].lower, tree[at].lemma} & lexicon.words["rivals"]:
            mentions.at[at] = spot


def adopt_neighbours(tree: Tree, mentions: Mentions, kind_of: Callable[[str], str], lexicon: Lexicon) -> None:
    """"the Strangly app", "situs web Omegle", "the app, Strangly,": the noun beside a name speaks of the same node."""
    for spot in list(mentions.spots):
        if spot.how != "name" or kind_of(spot.node) not in ("Platform", "Organization"):
            continue
        kind = "platform" if kind_of(spot.node) == "Platform" else "authority"
        for words in tree.find(lexicon.phrases[kind].longest_first):
            if words[-1] + 1 == spot.first or words[0] == spot.last + 1 or names_it(tree, words[0], spot.first):
                _overwrite(mentions, spot, words)


def _overwrite(mentions: Mentions, spot: Spot, words: tuple[int, ...]) -> None:
    for index in words:
        if index not in mentions.at or mentions.at[index].how != "name":
            mentions.at[index] = replace(spot)
