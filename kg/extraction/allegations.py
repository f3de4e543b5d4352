"""What a legal action alleges: the harm, on which platform, and who was harmed."""

from __future__ import annotations

from kg.extraction import harms, links, sufferers
from kg.extraction.certainty import presupposed
from kg.extraction.denials import mention_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Verdict, by_its_own, judge
from kg.model import Mention, Status


def against_authority(situation: Situation, notes: Notes) -> bool:
    """Who sues a ministry alleges no harm on a platform."""
    event = notes.events.of(situation.node) if situation.frame.action else None
    return bool(event and event.B) and all(notes.parties.is_authority(node) for node in (event.B if event else ()))


def platforms(notes: Notes, parties: set[str]) -> list[str]:
    """The platforms among the parties, else those that the companies among them run."""
    own = sorted(node for node in parties if notes.discourse.kind(node) == "Platform")
    return own or sorted({platform for party in parties for platform in notes.platforms_of(party)})


def by_action(scene: Scene, harm: Harm, situation: Situation, notes: Notes) -> None:
    """A lawsuit over H: that it alleges H is asserted, H itself is alleged, said by the action."""
    event = notes.events.of(situation.node)
    known = event is not None and event.real and situation.definite
    verdict = judge(presupposed(scene, situation, known), notes.parties)
    if not verdict or not event or verdict.negated or event.concept == "appeal":
        return   # an appeal is about a ruling
    words = sorted({situation.head, *harm.words})
    spot = spot_of(event, situation)
    own = verdict if _is_rumoured(event.node, notes) else by_its_own(verdict, {verdict.said_by})
    notes.ledger.add(scene, spot, "allegesHarm", harms.spot_of(harm), own, words, f"{situation.frame.id}/harm")
    told = not event.B and event.concept in ("investigation", "lawsuit", "class-action") or (
        event.concept == "criminal-case" and not platforms(notes, event.B))
    apart = event.concept in ("lawsuit", "class-action") and bool(event.B) and not platforms(notes, event.B)
    there = links.link(scene, harm) if told or apart else None   # "into threats made on X", "on trial for selling drugs on X"
    placed = {there.node} if there and (event.concept == "investigation" or not there.weak) else set()
    _alleged_of(scene, harm, spot, event.B | placed, words, notes)
    _affected(scene, harm, situation, spot, notes)


def _is_rumoured(action: str, notes: Notes) -> bool:
    """"Rumour has it that X was sued over H": an action of which even the parties are hearsay."""
    parties = ("plaintiff", "defendant")
    sure = any(notes.ledger.says(action, party, Status.ASSERTED, Status.CONFIRMED) for party in parties)
    return not sure and any(notes.ledger.says(action, party, Status.ALLEGED) for party in parties)


def _alleged_of(scene: Scene, harm: Harm, action: Spot, defendants: set[str], words: list[int], notes: Notes) -> None:
    alleged = Verdict(Status.ALLEGED, said_by=action.node, spot=action)
    for platform in platforms(notes, defendants):
        place = mention_of(scene, platform)
        notes.ledger.add(scene, place, "reportedHarm", harms.spot_of(harm), alleged, words, "harm/alleged")


def _affected(scene: Scene, harm: Harm, situation: Situation, action: Spot, notes: Notes) -> None:
    """The group that the action names as harmed, in the words that name the harm or under them."""
    verdict = Verdict(Status.ALLEGED, said_by=action.node, spot=action)
    for spot in sufferers.sufferers(scene, harm):
        if spot.node not in {party.node for party in situation.B}:
            notes.ledger.add(scene, action, "affects", spot, verdict, [*harm.words, spot.first], "harm/affected")


def by_document(scene: Scene, harm: Harm, action: str, platform: str, notes: Notes) -> None:
    """"The complaint says that ...": what an action says, it alleges; it is against the platform if against nobody else."""
    event = notes.events.of(action)
    first = min(harm.words)
    spot = next((s for s in scene.actions.values() if s.node == action), Spot(action, first, first, "implied"))
    if event:
        words = list(harm.words)
        if platform and not event.B and event.concept != "police-report":
            event.B.add(platform)
            accused = mention_of(scene, platform)
            notes.ledger.add(scene, spot, "defendant", accused, Verdict(Status.ASSERTED), words, "harm/document")
        notes.ledger.add(scene, spot, "allegesHarm", harms.spot_of(harm), Verdict(Status.ASSERTED), words, "harm/document")
        said = Verdict(Status.ALLEGED, said_by=action, spot=spot)
        for group in sufferers.sufferers(scene, harm):
            notes.ledger.add(scene, spot, "affects", group, said, [*words, group.first], "harm/affected")
        _alleged_of(scene, harm, spot, event.B, words, notes)


def settle(notes: Notes) -> None:
    """An allegation that its own sentence lays to nobody is that of the action which alleges the same."""
    unsigned = [claim for claim in notes.ledger.claims() if claim.status is Status.ALLEGED and not claim.said_by]
    signed: dict[tuple[int, str], str] = {}
    for claim in unsigned:
        harm = claim.object.node if claim.predicate == "reportedHarm" and isinstance(claim.object, Mention) else ""
        if action := notes.alleging(claim.subject.node, harm.removeprefix("harm:")) if harm else "":
            notes.ledger.sign(claim, action)
            signed[claim.evidence.span.start, claim.subject.node] = action
    for claim in (claim for claim in unsigned if claim.predicate == "affects"):
        if action := signed.get((claim.evidence.span.start, claim.subject.node), ""):
            notes.ledger.sign(claim, action)
