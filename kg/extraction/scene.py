"""One sentence with everything that is known about it: tree, mentions, quotes. What the rules work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kg.extraction.arguments import subjects
from kg.extraction.concepts import Opinion
from kg.extraction.discourse import Discourse, Mentions, Spot
from kg.extraction.harms import Harm, Labels
from kg.extraction.quotes import Quotes
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Cue, Lexicon

_NONE: frozenset[str] = frozenset()
_MODALS = frozenset({"modals"})
_NAMELIKE = ("flat", "modifier", "compound", "owner", "adjective")
_OFFICE = 14   # how far behind its first word an office may name its holder
SPEAKERS = ("Person", "Organization", "Platform", "Group", "LegalAction")


@dataclass
class Scene:
    """A sentence in its article. `actions` are the words that speak of legal actions and outcomes, with their nodes;
    `inside` are the words of the expression whose stance is being read: "can no longer be reached" negates nothing;
    `harms` are those that it names, once they have been read; `money` is what "$" or "rupees" stand for in it, where they do
    not stand for the best known.
    """

    tree: Tree
    mentions: Mentions
    discourse: Discourse
    lexicon: Lexicon
    gazetteer: Gazetteer
    quotes: Quotes
    harm_labels: Labels
    published: str = ""
    money: Mapping[str, str] = field(default_factory=dict)
    actions: dict[int, Spot] = field(default_factory=dict)
    inside: frozenset[int] = frozenset()
    harms: list[Harm] = field(default_factory=list)
    opinion: Opinion = Opinion()
    stances: dict[int, Any] = field(default_factory=dict)   # of situations, by their id; `certainty` keeps them

    def words(self, name: str) -> frozenset[str]:
        """A word class of the lexicon."""
        return self.lexicon.words[name]

    def is_any(self, index: int, name: str) -> bool:
        """Whether a token's form or lemma is in a word class."""
        return index in self._classed[name]

    def any_of(self, name: str, *others: str) -> Sequence[int]:
        """The words, in order, whose form or lemma is in one of these classes."""
        found = self._classed[name]
        return sorted({*found}.union(*[self._classed[other] for other in others])) if others else found

    @cached_property
    def cues(self) -> dict[int, list[Cue]]:
        """By place all cues that begin there, the longest first; of two as long that of the very form, "escaped", first."""
        standing = self.tree.standing(self.lexicon.cue_wordings)
        return {index: [one.thing for one in sorted(found, key=lambda one: (
            -len(one.thing.words), one.word != self.tree[index].lower, one.number))] for index, found in standing.items()}

    @cached_property
    def _classed(self) -> dict[str, tuple[int, ...]]:
        """The words of each class, in order."""
        found, classes = self.lexicon.empty_classes.copy(), self.lexicon.classes
        for token in self.tree.tokens:
            names = classes.get(token.lower, _NONE)
            modal = "modals" not in names or not (self._is_month(token.index) or self._is_achieved(token.index, names))
            if token.lemma != token.lower and (more := classes.get(token.lemma)):
                names = names | more if names else more
            place = (token.index,)
            for name in names if modal else names - _MODALS:
                found[name] = found[name] + place if found[name] else place
        return found

    def _is_month(self, index: int) -> bool:
        """"In May Thailand blocked X", "on 3 May": the month, and no "may"."""
        if not self.tree[index].text[:1].isupper() or (self.tree[index].lower,) not in self.lexicon.phrases["months"]:
            return False
        beside = [self.tree[i].lower for i in (index - 1, index + 1) if 0 <= i < len(self.tree)]
        led = index > 0 and beside[0] in self.lexicon.either("month_lead", "date_bounds", "that_month", "next")
        return led or any(word.rstrip("stndrh").isdigit() for word in beside)

    def _is_achieved(self, index: int, names: frozenset[str]) -> bool:
        """"baru bisa dibuka lagi", "akhirnya dapat diakses": what could be done was done."""
        return "able_modals" in names and index > 0 and self.tree[index - 1].lower in self.words("achieved")

    def spot(self, index: int) -> Spot | None:
        """The mention that a word belongs to, legal actions included."""
        return self.actions.get(index) or self.mentions.at.get(index)

    def speaker(self, tokens: list[int]) -> Spot | None:
        """The first of these words that names someone, or a legal action, that can speak."""
        found = (self._holder(index) or self.spot(index) or self._beside(index) or self._within(index) for index in tokens)
        return next((spot for spot in found if spot and self.discourse.kind(spot.node) in SPEAKERS), None)

    def _holder(self, office: int) -> Spot | None:
        """"A spokesman for X, N, said", "Direktur Utama PT X N membantah": who holds the office, whatever the name hangs on."""
        if not self.is_any(office, "speakers_public") and not self.is_any(office, "spokespeople"):
            return None
        held, index = None, office
        while index + 1 < len(self.tree) and index - office < _OFFICE:
            index += 1
            spot, token = self.mentions.at.get(index), self.tree[index]
            if spot and spot.how == "name" and spot.first == index:
                person = self.discourse.kind(spot.node) == "Person" and not (token.case or self.tree[spot.last].case)
                before = self.tree[index - 1].text
                led = before == "," or held is None and index - 1 > office and (before[:1].isupper() or before.isdigit())
                held, index = spot if person and led else held, spot.last
            elif token.pos in ("VERB", "AUX") and token.slot != "adjective" or token.text in (";", ":", ".") or self.is_any(
                    index, "and_words") and not token.text[:1].isupper() and held:
                break
        return held

    def _beside(self, index: int) -> Spot | None:
        """The name in apposition to a word: "a spokeswoman, Dana Okafor,"; else the party it speaks for."""
        beside = [i for i in self.tree.children(index, "apposition", "compound", "flat", "owner", "modifier")
                  if not self._is_place(i)]
        spots = [self.mentions.at[i] for i in beside if i in self.mentions.at]
        owned = {self.mentions.at[i].node for i in beside if i in self.mentions.at
                 and self.tree[i].slot in ("owner", "modifier")   # "her lawyer" is not she; "Hakim N" is the judge
                 and not (i == index + 1 and self.is_any(index, "judges"))}
        people = [spot for spot in spots if self.discourse.kind(spot.node) == "Person" and spot.node not in owned]
        parties = [spot for spot in spots if self.discourse.kind(spot.node) != "Person"]
        return next(iter(people or parties), None)

    def _is_place(self, index: int) -> bool:
        """"a boy on X said", "no word against X", "X's rivals say": where somebody is or whom it is about, not who speaks."""
        spot, token = self.mentions.at.get(index), self.tree[index]
        elsewhere = self.lexicon.either("place_cases", "strict_against")
        placed = token.slot == "modifier" and bool(set(token.case.split()) & elsewhere)
        outside = token.slot in ("modifier", "owner") and self.is_any(token.head, "outsiders")   # "its rivals say"
        return (placed or outside) and spot is not None and self.discourse.kind(spot.node) == "Platform"

    def _within(self, index: int) -> Spot | None:
        """The authority in the name of its team or unit: "tim patroli siber Komdigi"."""
        waiting = [index]
        for current in waiting:
            spot = self.mentions.at.get(current)
            if spot and self.discourse.kind(spot.node) == "Organization" and self.discourse.is_authority(spot.node):
                return spot
            waiting += [i for i in self.tree.children(current, *_NAMELIKE) if not self.tree[i].case and i not in waiting]
        return None

    def authority_in(self, tokens: list[int]) -> Spot | None:
        """The authority or court that these words name, or what stands under them: "an inquiry by Ofcom"."""
        below = (self.mentions.at.get(i) for index in tokens for i in self.tree.below(index))
        return next((spot for spot in below if spot and self.discourse.kind(spot.node) == "Organization"
                     and self.discourse.is_authority(spot.node)), None)

    def subject_spot(self, verb: int) -> Spot | None:
        """Who says or does what a verb says."""
        return self.speaker(subjects(self.tree, verb, self.lexicon))
