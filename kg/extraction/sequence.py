"""What came after what."""

from __future__ import annotations

from kg.extraction import values
from kg.extraction.arguments import agents, objects, obliques, subjects
from kg.extraction.attaching import attach, verdict_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.spells import shifted, spell_before
from kg.extraction.stance import weakest
from kg.extraction.tree import VERBAL
from kg.extraction.verdicts import Verdict
from kg.model import Status

_REACH = 14


def write_order(scene: Scene, outcomes: list[Situation], notes: Notes) -> None:
    """What followed what, and how long after."""
    for index in scene.any_of("after", "before", "later") if outcomes else ():
        if scene.is_any(index, "after") and not _dates_from(scene, index):
            _after(scene, outcomes, index, notes)
        elif scene.is_any(index, "before") and (_closely(scene, index) or _finally(scene, index)):
            _before(scene, outcomes, index, notes)
        elif scene.is_any(index, "before") and index < 2:
            _had_been(scene, outcomes, index, notes)
        elif scene.is_any(index, "later") and _closely(scene, index):
            _later(scene, outcomes, index, notes)
    _following(scene, outcomes, notes)
    told = [s for s in outcomes if (event := notes.events.of(s.node)) and event.real]
    notes.told = told[-1] if told else None
    notes.outcomes += told


def _following(scene: Scene, outcomes: list[Situation], notes: Notes) -> None:
    """"The removal followed a fine", "the arrest was followed by a shutdown"."""
    tree = scene.tree
    for verb in scene.any_of("following_on") if len(outcomes) > 1 else ():
        if tree[verb].pos not in VERBAL:
            continue
        before = [s for s in outcomes if s.head in subjects(tree, verb, scene.lexicon)]
        passive = tree[verb].passive
        other = agents(tree, verb) if passive else [*objects(tree, verb), *obliques(tree, verb, ("from", "on", "upon"))]
        behind = [s for s in outcomes if s.head in other]
        if before and behind and before[0].node != behind[0].node:
            later, earlier = (behind[0], before[0]) if passive else (before[0], behind[0])
            _followed(scene, later, earlier, verb, notes)


def _dates_from(scene: Scene, connector: int) -> bool:
    """"offline since Sunday": no order of two events."""
    return scene.is_any(connector, "since") and any(
        found.first == connector + 1 for found in values.dates(scene.tree, scene.lexicon, scene.published))


def _after(scene: Scene, outcomes: list[Situation], connector: int, notes: Notes) -> None:
    """"X shut down after it settled": the later outcome followed the earlier one."""
    before = [s for s in outcomes if s.head < connector]
    after = sorted((s for s in outcomes if s.head > connector), key=lambda s: s.head)
    if not after:
        return
    earlier = after[0]
    if not before and any(t.text == "," for t in scene.tree.tokens[connector:earlier.head]):
        return   # "Two days after the papers came, X did A and B": neither came after the other
    later = before[-1] if before else (after[1] if _opens(scene, connector) and len(after) > 1 else None)
    if later and later.node != earlier.node and earlier.head - connector <= _REACH:
        _followed(scene, later, earlier, connector, notes)


def _opens(scene: Scene, connector: int) -> bool:
    """Whether the clause of the connector opens the sentence: "Three days after X settled, it shut down"."""
    return connector < 2 or connector < 5 and _closely(scene, connector)


def _before(scene: Scene, outcomes: list[Situation], connector: int, notes: Notes) -> None:
    """"X settled shortly before it shut down"."""
    earlier = [s for s in outcomes if s.head < connector]
    later = sorted((s for s in outcomes if s.head > connector), key=lambda s: s.head)
    if earlier and later and later[0].node != earlier[-1].node and later[0].head - connector <= _REACH:
        _followed(scene, later[0], earlier[-1], connector, notes)


def _had_been(scene: Scene, outcomes: list[Situation], connector: int, notes: Notes) -> None:
    """"Sebelum ditutup, X sudah dua kali ditegur": what opens the sentence followed what had been done by then."""
    comma = next((t.index for t in scene.tree.tokens[connector:] if t.text == ","), 0)
    later = [s for s in outcomes if connector < s.head < comma]
    earlier = sorted((s for s in outcomes if comma < s.head), key=lambda s: s.head)[:1]
    already = [i for i in scene.any_of("already") if earlier and comma < i <= earlier[0].head + 1]
    if later and earlier and already and later[0].node != earlier[0].node:
        _followed(scene, later[0], earlier[0], connector, notes)


def _later(scene: Scene, outcomes: list[Situation], adverb: int, notes: Notes) -> None:
    """"Indonesia blocked it two days later": after the outcome that was told before, be it in another sentence."""
    tree = scene.tree
    above = [s for s in outcomes if tree.governs(s.head, adverb)]   # of "blocked in May and unblocked a week later" the second
    here = max(above, key=lambda s: sum(1 for _ in tree.ancestors(s.head)), default=None) or _nearest(outcomes, adverb)
    earlier = [s for s in outcomes if here and s.head < min(here.head, adverb) and s.node != here.node]
    other = earlier[-1] if earlier else notes.told
    if here and other and other.node != here.node:
        _followed(scene, here, other, adverb, notes)


def _nearest(outcomes: list[Situation], adverb: int) -> Situation | None:
    return min(outcomes, key=lambda s: abs(s.head - adverb), default=None)


def _closely(scene: Scene, connector: int) -> bool:
    """Whether how long stands right before the word: "two days later", "hours before", "tak lama sebelum"."""
    units = ("unit_days", "unit_weeks", "unit_months", "unit_years", "unit_hours", "soon")
    named = connector > 0 and any(scene.is_any(connector - 1, unit) for unit in units)
    return named or spell_before(scene.tree, connector, scene.lexicon) is not None


def _finally(scene: Scene, connector: int) -> bool:
    """"Suspended for a year before it was finally shut down"."""
    return any(scene.is_any(i, "finally") for i in range(connector + 1, min(connector + 4, len(scene.tree))))


def _followed(scene: Scene, later: Situation, earlier: Situation, connector: int, notes: Notes) -> None:
    verdicts = [verdict_of(scene, situation, notes) if situation.head < len(scene.tree) and situation is not notes.told
                else Verdict(Status.ASSERTED) for situation in (later, earlier)]
    events = [notes.events.of(situation.node) for situation in (later, earlier)]
    if all(verdicts) and all(events):
        status = weakest([v.status for v in verdicts if v])
        first, second = (Spot(e.node, s.head, s.head, "implied") if s is notes.told else spot_of(e, s)
                         for e, s in zip(events, (later, earlier), strict=True) if e)
        verdict = Verdict(status if status is not Status.DENIED else Status.HYPOTHETICAL)
        notes.ledger.add(scene, first, "followed", second, verdict, [connector], "order/after")
        _spaced(scene, later, earlier, connector, notes)


def _spaced(scene: Scene, later: Situation, earlier: Situation, connector: int, notes: Notes) -> None:
    """"Switched off on Monday, nine days after it settled": the date of the one gives that of the other."""
    spell = spell_before(scene.tree, connector, scene.lexicon)
    dates = [event.attributes.get("date", "") for s in (later, earlier) if (event := notes.events.of(s.node))]
    if not spell or len(dates) < 2 or bool(dates[0]) == bool(dates[1]):
        return
    other, sign, known = (earlier, -1, dates[0]) if dates[0] else (later, 1, dates[1])
    value = shifted(known, sign * spell.count, spell.unit)
    if value and other is not notes.told:
        attach(scene, other, "date", value, [spell.first, connector], notes)
