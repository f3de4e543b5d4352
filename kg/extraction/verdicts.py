"""From the cues around a statement to the status that its claim gets, and the speaker it is laid to.

The same cue weighs differently by what is said: that a company was founded in 2009 stays asserted when she says so,
an accusation that somebody only voices is alleged, and the accused party's own admission confirms it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from kg.extraction.cues import VOID, Effect
from kg.extraction.discourse import Discourse, Spot
from kg.extraction.stance import Stance, weakest
from kg.model import Status

_OFFENDERS = "group:offenders"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a claim, whether it is negated, and the node that says it ("" for the publication itself)."""

    status: Status
    negated: bool = False
    said_by: str = ""
    spot: Spot | None = None


class Parties:
    """Who speaks for a platform about itself: it, its founders, executives and operators."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._of: dict[str, set[str]] = {}
        self.speakers: set[str] = set()   # lawyers and spokespeople

    def add(self, platform: str, party: str) -> None:
        """This person or company speaks for this platform (or company)."""
        self._of.setdefault(platform, set()).add(party)

    def concerns(self, speaker: str, subject: str) -> bool:
        """Whether the speaker is the party concerned, directly or through the company that runs the platform."""
        own = self._of.get(subject, set())
        if not speaker or not subject:
            return False
        indirect = any(speaker in parties and (company in own or self._bears_name(company, subject))
                       for company, parties in self._of.items())
        return speaker == subject or speaker in own or indirect or self._bears_name(speaker, subject)

    def admits(self, speaker: str, subject: str) -> bool:
        """Whether an admission is of the party concerned: also of whoever stands accused, and of the officer of a company that
        the article says to run nothing else, where it is about the platform that it names first and names nobody who runs it.
        """
        platforms = [node for node, known in self._discourse.nodes.items() if known.kind == "Platform"]
        held = [node for node, parties in self._of.items() if speaker in parties and not self.is_authority(node)]
        others = {party for platform in platforms if platform != subject for party in self._of.get(platform, ())}
        run = any(self._discourse.kind(party) == "Organization" for party in self._of.get(subject, ()))   # by somebody else
        officer = platforms[:1] == [subject] and bool(held) and speaker not in self.speakers and not run and (
            not others & {speaker, *held})
        accused = speaker in (self._discourse.accused, _OFFENDERS)   # "the 34-year-old admitted grooming girls on X"
        return bool(speaker) and (self.concerns(speaker, subject) or accused or officer)

    def _bears_name(self, company: str, platform: str) -> bool:
        """Whether a company is called after the platform: "Roblox Corporation" speaks for "Roblox"."""
        if self._discourse.kind(company) != "Organization" or self._discourse.kind(platform) != "Platform":
            return False
        return self._discourse.nodes[platform].name in self._discourse.nodes[company].name.split()

    def client(self, person: str) -> str:
        """Whom a person speaks for: a company or person rather than a platform; "" if nobody."""
        held = sorted(node for node, parties in self._of.items() if person in parties)
        return next((node for node in held if self._discourse.kind(node) != "Platform"), next(iter(held), ""))

    def is_judge(self, speaker: str) -> bool:
        """Whether the speaker is a person who finds: a judge, whose office stood with the name."""
        return bool(speaker) and self._discourse.kind(speaker) == "Person"

    def finds(self, speaker: str) -> bool:
        """Whether what this speaker states can be a finding: an authority, a court or a judge by name."""
        return self.is_authority(speaker) or speaker in self._discourse.judges and self.is_judge(speaker)

    def post(self, person: str) -> str:
        """The platform, else the company, for which this person speaks; "" if none."""
        held = sorted(node for node, parties in self._of.items() if person in parties and self._discourse.kind(node) != "Person")
        return next((node for node in held if self._discourse.kind(node) == "Platform"), next(iter(held), ""))

    def may_deny(self, speaker: str) -> bool:
        """Whether what this speaker negates is a denial: a person, a company, a platform; an authority finds."""
        return self._discourse.kind(speaker) in ("Person", "Platform", "Organization") and not (
            self.is_authority(speaker) or self.finds(speaker))

    def is_authority(self, speaker: str) -> bool:
        """Whether the speaker is a court, regulator, ministry or police force."""
        return bool(speaker) and self._discourse.kind(speaker) == "Organization" and self._discourse.is_authority(speaker)


def _rejected(stance: Stance, parties: Parties, subject: str) -> Verdict | None:
    """"It is not true that our app ...", said the company: what the sentence takes back is denied by the party that speaks."""
    own = next((effect for effect in stance.effects if effect.status in ("said", Status.ALLEGED, Status.DENIED)
                and (parties.concerns(effect.speaker, subject) or effect.speaker and parties.may_deny(effect.speaker))), None)
    taken_back = all(effect.negates for effect in stance.effects if effect.status == VOID)
    return Verdict(Status.DENIED, False, own.speaker, own.spot) if own and taken_back else None


def _disproved(stance: Stance, parties: Parties) -> Verdict | None:
    """"The judge held X not proven to have ...": a court or authority finds that it did not happen."""
    found = next((e for e in stance.effects if parties.finds(e.speaker) and (
        e.finding or e.status in ("said", Status.CONFIRMED))), None)
    untrue = all(effect.negates for effect in stance.effects if effect.status == VOID)
    return Verdict(Status.CONFIRMED, True, found.speaker, found.spot) if found and untrue else None


def _false(stance: Stance) -> Verdict | None:
    """"Reports that X was shut down are false": that it happened, the publication itself negates."""
    voids = [effect for effect in stance.effects if effect.status == VOID]
    asked = any(effect.status == Status.HYPOTHETICAL for effect in stance.effects)
    return Verdict(Status.ASSERTED, True) if all(e.negates and e.false for e in voids) and not asked else None


def judge(stance: Stance, parties: Parties, *, subject: str = "", accusing: bool = False, of: str = "") -> Verdict | None:
    """The verdict on a statement about `subject`; `accusing` marks one that says somebody did or suffered harm, `of` is whom
    an outcome befalls.

    None where nothing can be claimed: a denial by nobody.
    """
    if not stance.effects:
        return Verdict(Status.ASSERTED, stance.negated)
    if any(effect.status == VOID for effect in stance.effects):
        return _rejected(stance, parties, subject) or (_disproved(stance, parties) if accusing else _false(stance))
    judged = [(_status(effect, parties, subject, accusing), effect) for effect in stance.effects
              if not _says_finding(effect, stance, parties)]
    status = weakest([status for status, _ in judged])
    speaking = next((effect for found, effect in judged if found is status and effect.speaker and (
        effect.finding or not effect.negates)), None)
    if status is Status.HYPOTHETICAL:
        speaking = None   # who plans or threatens is a party: who tells of it, `speakers.voice` knows
    if status is Status.DENIED and not speaking:
        return None
    if status is Status.CONFIRMED and not speaking:
        status = Status.ALLEGED if accusing else Status.ASSERTED
    rejecting = next((effect for effect in stance.effects if effect.status == "said" and effect.speaker
                      and parties.may_deny(effect.speaker)), None)
    if stance.negated and rejecting and (accusing or of and parties.concerns(rejecting.speaker, of)):
        return Verdict(Status.DENIED, False, rejecting.speaker, rejecting.spot)   # "We never allowed that," said the company
    unfound = any(effect.negates and effect.finding for effect in stance.effects)   # "did not find": not one negation of two
    negated = unfound or stance.negated != any(effect.negates for effect in stance.effects)
    if status is Status.DENIED:
        negated = False   # "scoffed that no such post had ever been seen": denied once
    if negated and status is Status.CONFIRMED and not accusing:
        status = Status.ASSERTED   # "the ministry decided not to block X"
    return Verdict(status, negated, speaking.speaker if speaking else "", speaking.spot if speaking else None)


def _says_finding(effect: Effect, stance: Stance, parties: Parties) -> bool:
    """"The regulator said it had found ...": that it says so takes nothing from what it has found."""
    said = effect.status == "said" and not effect.unnamed and parties.is_authority(effect.speaker)
    return said and any(other.status == Status.CONFIRMED and other.speaker == effect.speaker for other in stance.effects)


def by_its_own(verdict: Verdict | None, plaintiffs: Collection[str]) -> Verdict | None:
    """The verdict on an action that exists: what its own plaintiffs say of it stands ("Minnesota accuses X in a new lawsuit"),
    hearsay leaves it alleged ("X has reportedly been sued").
    """
    own = verdict and verdict.status is Status.ALLEGED and verdict.said_by in plaintiffs
    return replace(verdict, status=Status.ASSERTED) if verdict and own else verdict


def _status(effect: Effect, parties: Parties, subject: str, accusing: bool) -> Status:
    """What one cue makes of the statement."""
    party, authority = parties.concerns(effect.speaker, subject), parties.is_authority(effect.speaker)
    if effect.status == "said" and effect.unnamed:
        return Status.ALLEGED
    if effect.status == "said":
        return _unless(accusing, Status.CONFIRMED if party else Status.ALLEGED)
    if effect.finding:
        found = effect.party or authority or parties.is_judge(effect.speaker)
        return _unless(accusing, Status.CONFIRMED if found else Status.ALLEGED)
    if effect.status == Status.CONFIRMED:
        confirms = authority or effect.party and (parties.admits(effect.speaker, subject) if accusing else party)
        return Status.CONFIRMED if confirms else _unless(accusing, Status.ALLEGED)
    if effect.status == Status.ALLEGED and party and not accusing:
        return Status.ASSERTED   # "the site claims to have three million users"
    return Status(effect.status)


def _unless(accusing: bool, status: Status) -> Status:
    return status if accusing else Status.ASSERTED
