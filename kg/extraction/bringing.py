"""Who brings an action, where other words than its own tell: "a suit in Ohio, where two mothers seek $9m", "a settlement with a
woman whose suit said"; and whether what is spoken of has been brought.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import kinds
from kg.extraction.arguments import of_kinds, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.players import as_plaintiffs
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status

_REACH = 12
_PRIVATE = ("Group", "Person", "Organization")


def elsewhere_told(scene: Scene, situation: Situation) -> list[Spot]:
    """The plaintiffs that a clause about the action's place names, or whose action it is by "whose"."""
    if not situation.frame.action or situation.hit.trigger.is_verb or situation.frame.official:
        return []
    return _seeking_there(scene, situation) or _whose(scene, situation)


def _seeking_there(scene: Scene, situation: Situation) -> list[Spot]:
    """"a complaint in Arizona, where two parents are seeking $40 million": the parents."""
    tree, noun = scene.tree, situation.head
    for token in tree.tokens[noun + 1:noun + _REACH]:
        where = next((i for i in tree.children(token.index) if scene.is_any(i, "where_words") and i < token.index), None)
        if where is not None and token.pos in VERBAL and scene.is_any(token.index, "seeking") and not token.passive:
            found = spots(tree, subjects(tree, token.index, scene.lexicon), scene.mentions)
            return _suing(scene, [spot for spot in found if spot.first > where])
    return []


def _whose(scene: Scene, situation: Situation) -> list[Spot]:
    """"a settlement with a woman from Ohio, whose suit said": the woman, though the parse hangs the clause on Ohio."""
    tree, noun = scene.tree, situation.head
    lead = _whose_at(scene, noun)
    if lead < 1:
        return []
    verb = tree.verb_above(noun)
    upper = tree[verb].head if verb is not None and tree[verb].slot == "relative" else lead - 1
    chain = [upper, *(i for i in tree.ancestors(upper) if i < lead)]
    for index in chain:
        if tree[index].pos in VERBAL:
            return []
        if found := _suing(scene, list(spots(tree, [index], scene.mentions))):
            return found
    return []


def _whose_at(scene: Scene, noun: int) -> int:
    """Where "whose" stands shortly before a noun; -1 where it does not."""
    return next((i for i in range(noun - 1, max(-1, noun - 4), -1) if scene.tree[i].lower == "whose"), -1)


def is_whose(scene: Scene, noun: int) -> bool:
    """"a father whose complaint said": a complaint that says something is one that somebody has brought."""
    subject = scene.tree[noun].slot == "subject"
    return _whose_at(scene, noun) > 0 and subject and scene.is_any(scene.tree[noun].head, "alleging")


def _suing(scene: Scene, found: list[Spot]) -> list[Spot]:
    fit = of_kinds(found, _PRIVATE, scene.discourse)
    return [as_plaintiffs(scene, spot) for spot in fit if not scene.discourse.is_court(spot.node)][:1]


def is_decided_on(scene: Scene, situation: Situation) -> bool:
    """"A ruling on X's appeal is expected", "a hearing in the parents' suit": what is to be ruled on has been brought."""
    tree, noun = scene.tree, situation.head
    if situation.hit.trigger.is_verb or tree[noun].slot not in ("modifier", "oblique"):
        return False
    upper = tree[noun].head
    ruled = scene.is_any(upper, "ruling_nouns") or scene.is_any(upper, "hearings")
    owned = bool(tree.children(noun, "owner")) or bool(situation.A) or situation.definite
    return ruled and owned and bool(set(tree[noun].case.split()) & scene.words("on_matters"))


def facing(scene: Scene, situation: Situation) -> list[Spot]:
    """"X still has to answer a complaint", "X is fighting two suits": X, which the action is against."""
    tree, noun = scene.tree, situation.head
    verb = tree[noun].head
    faced = tree[noun].slot == "object" and scene.is_any(verb, "facing") and (
        situation.frame.action != "appeal" and not situation.hit.trigger.is_verb)
    found = spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions) if faced else ()
    fit = of_kinds(found, ("Platform", "Organization"), scene.discourse)
    return [s for s in fit if not (scene.discourse.kind(s.node) == "Organization" and scene.discourse.is_authority(s.node))]


def write_fates(scene: Scene, situations: list[Situation], notes: Notes) -> list[Situation]:
    """"A sued X in May and lost": how the action ended, by a verb that alone says nothing."""
    told = []
    for action, outcome, verb in _fates(scene, situations):
        event, frame = notes.events.of(action.node), kinds.frame_of_outcome(scene, outcome)
        if frame and event and event.real:
            end = Situation(Hit(Trigger(("fate",), "verb", frame), (verb,), verb), verb, anchors={verb})
            end.node = notes.events.outcome(scene, end, action.node, real=True).node
            spot = scene.actions[verb] = Spot(end.node, verb, verb, "event")
            suit = Spot(action.node, verb, verb, "implied")
            notes.ledger.add(scene, suit, "outcome", spot, Verdict(Status.ASSERTED), (verb,), f"{frame.id}/fate")
            told.append(end)
    return told


def _fates(scene: Scene, situations: list[Situation]) -> Iterator[tuple[Situation, str, int]]:
    """The actions whose plaintiff is said to have won or lost, with the kind of judgment and the verb."""
    for situation in situations:
        brought = situation.frame.action in ("lawsuit", "class-action") and situation.hit.trigger.is_verb
        active = brought and situation.node and not any(scene.tree[i].passive for i in situation.anchors)
        for verb in scene.tree.children(situation.head, "conjunct") if active else ():
            bare = not scene.tree.children(verb, "object", "subject", "passive", "aux", "complement")
            if bare and scene.is_any(verb, "lost_words"):
                yield situation, "judgment-defendant", verb
            elif bare and scene.is_any(verb, "won_words"):
                yield situation, "judgment-plaintiff", verb
