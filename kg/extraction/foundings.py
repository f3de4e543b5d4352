"""The year of a founding: "who built the thing in his dorm room in Graz in 2011", "dirintis A dan B pada 2018".

A bare year behind a verb of founding is its year, whatever the parser hangs it on, as long as nothing else is told between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction import stance, values
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.triggers import Hit
from kg.extraction.values import Found
from kg.extraction.verdicts import judge
from kg.model import Value

_REACH = 14


def of_year(scene: Scene, found: Found, situations: Sequence[Situation]) -> Situation | None:
    """The founding that a bare year belongs to; None if there is none in its clause."""
    if found.value.kind != "year":
        return None
    told = [s for s in situations if s.frame.year and s.B and _in_clause(scene, max(s.head, *s.hit.words), found.first)]
    last = max(told, key=lambda s: s.head, default=None)
    between = [s for s in situations if last and last.head < s.head < found.first and s is not last]
    return last if not between else None


def write(scene: Scene, hit: Hit, of: Spot, notes: Notes) -> None:
    """The year behind the words of a founding that only the model sees."""
    year = next(_years(scene, max(hit.words)), None) if hit.trigger.frame.relation == "founder" else None
    if year and "foundedIn" not in notes.ledger.predicates_of(scene):
        verdict = judge(stance.read(scene, hit.head), notes.parties)
        notes.ledger.add(scene, of, "foundedIn", Value(year.value.lexical[:4], "year"), verdict, [hit.head, year.first], hit.rule)


def _years(scene: Scene, start: int) -> Iterator[Found]:
    dates = values.dates(scene.tree, scene.lexicon, scene.published)
    return (found for found in dates if found.value.kind == "year" and _in_clause(scene, start, found.first))


def _in_clause(scene: Scene, start: int, year: int) -> bool:
    """Whether nothing between the words begins another clause; a comma may stand right before the year."""
    tree = scene.tree
    between = tree.tokens[start + 1:year]
    clause = any(t.pos == "SCONJ" and t.slot == "mark" or scene.is_any(t.index, "relative") or t.text in (";", ":")
                 or t.text == "," and t.index < year - 1 for t in between)
    verbs = any(t.pos == "VERB" and t.slot in ("conjunct", "adverbial", "root", "relative") for t in between)
    return 0 < year - start <= _REACH and not clause and not verbs
