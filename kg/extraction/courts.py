"""Before which court a legal action is: "a suit in the High Court", "told the court that", "melapor ke Bareskrim"."""

from __future__ import annotations

from kg.extraction.arguments import agents, subjects
from kg.extraction.attaching import cases_of, verdict_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.verdicts import Verdict
from kg.model import Status

_REPORTS = ("police-report", "regulatory-action")


def write_court(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """The court before which the one legal action that the sentence speaks of is brought or decided."""
    cases = {node: s for s in sorted(situations, key=lambda s: _ranked(scene, s)) if s.node for node in cases_of(s)}
    reports = bool(cases) and all(s.frame.action in _REPORTS for s in cases.values())
    complaints = reports and scene.lexicon.check_pos and all(_is_complaint(scene, s) for s in cases.values())
    courts = [spot for spot in scene.mentions.spots if spot.how == "name" and (
        scene.discourse.is_court(spot.node) or reports and _takes_reports(scene, spot, *cases.values()))]
    if not cases and len({spot.node for spot in courts}) == 1:
        _court_of_known(scene, courts[0], notes)
    if len(cases) != 1 or len({spot.node for spot in courts}) != 1:
        return
    node, situation = next(iter(cases.items()))
    event, court = notes.events.of(node), courts[0]
    named = any(scene.tree[i].head in situation.hit.words and scene.tree[i].slot == "compound" and court.last < situation.head
                for i in range(court.first, court.last + 1))   # "in the High Court action brought by A"
    cased = complaints or named or set(_case_of(scene, court).split()) & scene.words("court_cases")
    decided = situation.frame.outcome and court.node in {spot.node for spot in situation.A}
    if event and (cased or decided or _hears(scene, court, situation)):
        spot = spot_of(event, situation)
        notes.ledger.add(scene, spot, "court", court, verdict_of(scene, situation, notes), sorted({situation.head, court.first}),
                         f"{situation.frame.id}/court")


def _ranked(scene: Scene, situation: Situation) -> int:
    """Which situation tells the court of a case: what a court decides, else the case itself ("filed in Y Court, it seeks an
    order"), else what is wanted in it.
    """
    decided = situation.frame.outcome and any(scene.discourse.is_court(spot.node) for spot in situation.A)
    return 2 if decided else 1 if situation.frame.action else 0


def _takes_reports(scene: Scene, spot: Spot, *reports: Situation) -> bool:
    """"melaporkan X ke Bareskrim Polri", "reported X to the Leeds police", "mengadukan X ke Kominfo": to whom a report goes."""
    said = {token.lower for token in scene.tree.tokens[spot.first:spot.last + 1]}
    named = said | set(scene.discourse.nodes[spot.node].name.lower().split())
    force = bool(named & (scene.words("crime_bodies") | scene.words("police_words")))
    complained = any(_is_complaint(scene, s) for s in reports)
    told = complained and is_authority(scene, spot) and all(
        spot.node not in {one.node for one in (*s.A, *s.B)} for s in reports)
    return (told or force) and bool(set(_case_of(scene, spot).split()) & scene.words("filed_with"))


def _is_complaint(scene: Scene, situation: Situation) -> bool:
    """"Lodged a complaint with the Data Protection Authority", "mengadukan X ke Kominfo": no fine that a body imposes."""
    return situation.frame.action == "regulatory-action" and (
        bool(scene.words("definite_after")) or not situation.hit.trigger.is_verb)


def _hears(scene: Scene, court: Spot, situation: Situation) -> bool:
    """"Pengadilan Negeri X menggelar sidang gugatan ...", "The Y Court is hearing a suit": the court before which it is."""
    verb = scene.tree.verb_above(situation.head)
    if verb is not None and not scene.is_any(verb, "hearing") and scene.tree[verb].slot == "complement":
        verb = scene.tree[verb].head   # "mengizinkan gugatan berlanjut", "allowed the suit to proceed"
    if _addressed(scene, court, situation.head):
        return True
    return verb is not None and scene.is_any(verb, "hearing") and bool(
        set(range(court.first, court.last + 1)) & {*subjects(scene.tree, verb, scene.lexicon), *agents(scene.tree, verb)})


def _addressed(scene: Scene, court: Spot, head: int) -> bool:
    """"told the High Court that the suit ...", "the petition asks the High Court to ...": who is asked decides it."""
    tree = scene.tree
    verb = next((tree[i].head for i in range(court.first, court.last + 1) if tree[i].slot == "object"), None)
    return verb is not None and scene.is_any(verb, "addressing") and tree.governs(verb, head)


def _court_of_known(scene: Scene, court: Spot, notes: Notes) -> None:
    """"The complaint, filed in the High Court, says": the court of the one action that the sentence only refers to."""
    spoken = [spot for spot in scene.actions.values() if notes.discourse.kind(spot.node) == "LegalAction"]
    event = notes.events.of(spoken[0].node) if len({spot.node for spot in spoken}) == 1 else None
    if event and event.real and set(_case_of(scene, court).split()) & scene.words("court_cases"):
        words = [spoken[0].first, court.first]
        notes.ledger.add(scene, spoken[0], "court", court, Verdict(Status.ASSERTED), words, "case/court")


def _case_of(scene: Scene, spot: Spot) -> str:
    return next((scene.tree[i].case for i in range(spot.first, spot.last + 1) if scene.tree[i].case), "")
