"""To whom a court awards damages: who gets them has sued, and they befall somebody else."""

from __future__ import annotations

from kg.extraction import amounts, kinds
from kg.extraction.arguments import objects, obliques, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.people import names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import Verdict
from kg.lexicon import Trigger
from kg.model import Status

_KINDS = ("Organization", "Person", "Group")
_AWARDED = ("damages", "judgment-plaintiff")
_GRANTED = (*_AWARDED, "injunction")


def granted(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """"A jury found X liable, awarding Y $5 million": damages, though nothing names them but the sum that a court awards."""
    tree, frame = scene.tree, kinds.frame_of_outcome(scene, "damages")
    told = {i for hit in hits if hit.trigger.frame.outcome == "damages" for i in hit.words}
    if not frame or told or not scene.any_of("awarding"):
        return []
    sums = [i for found in amounts.money(tree, scene.lexicon) for i in range(found.first, found.last + 1)]
    verbs = [i for i in scene.any_of("awarding") if tree[i].pos in VERBAL and not tree[i].passive
             and set(tree.children(i, "object")) & set(sums) and _by_a_court(scene, i)]
    return [Hit(Trigger((tree[i].lower,), "verb", frame), (i,), i) for i in verbs[:1]]


def _by_a_court(scene: Scene, verb: int) -> bool:
    """Whether a court, judge or jury is the subject of a verb, or of the one that it hangs on."""
    tree = scene.tree
    upper = tree[verb].head if tree[verb].slot in ("adverbial", "conjunct") else verb
    doers = [i for at in (verb, upper) for i in subjects(tree, at, scene.lexicon)]
    return any(scene.is_any(i, words) for i in doers for words in ("judges", "court_words")) or any(
        scene.discourse.is_court(scene.mentions.at[i].node) for i in doers if i in scene.mentions.at)


def winners(scene: Scene, situation: Situation) -> list[Spot]:
    """"damages that a jury awarded publisher Y", "granted studio Y an injunction": who gets the damages or the order."""
    tree, head = scene.tree, situation.head
    if situation.frame.outcome not in _GRANTED:
        return []
    near = [head, *tree.ancestors(head)]
    clauses = [i for word in near[:3] for i in tree.children(word, "relative")]
    verb = next((i for i in (*clauses, *near[:4]) if tree[i].pos in VERBAL and scene.is_any(i, "awarding")), None)
    if verb is None or tree[verb].passive:
        return []
    given = [i for i in (*objects(tree, verb), *obliques(tree, verb, scene.words("recipients"))) if i > verb]
    found = [s for s in spots(tree, given, scene.mentions) if scene.discourse.kind(s.node) in _KINDS]
    return [s for s in found if s.node != "group:offenders" and not scene.discourse.is_authority(s.node)][:1]


def was_awarded(scene: Scene, situation: Situation) -> bool:
    """"urged a panel to throw out the damages that a jury awarded": what was awarded stands, whatever is asked now."""
    tree, head = scene.tree, situation.head
    near = [head, *tree.ancestors(head)][:3] if situation.frame.outcome in _AWARDED else []
    clauses = [i for word in near for i in tree.children(word, "relative") if tree[i].pos in VERBAL]
    return any(scene.is_any(i, "awarding") and not tree.children(i, "aux") for i in clauses)


def won_by(scene: Scene, situation: Situation) -> list[Spot]:
    """"She won $2 million in damages from Y", "Z prevailed against Y": who has won."""
    tree, head = scene.tree, situation.head
    verb = next((i for i in [head, *tree.ancestors(head)][:4] if tree[i].pos in VERBAL), None)
    if situation.frame.outcome not in _GRANTED or verb is None or not scene.is_any(verb, "winning") or tree[verb].passive:
        return []
    found = spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions)
    return [s for s in found if scene.discourse.kind(s.node) in _KINDS and s.node != "group:offenders"][:1]


def to_people(scene: Scene, situation: Situation) -> bool:
    """"ordered X to pay $12 million to the family of a girl": who owes people damages was sued; 16 of 17 English awards are a
    suit's.
    """
    tree, words = scene.tree, situation.hit.words
    verb = tree.verb_above(situation.head)   # "must pay $2 million in damages to a photographer"
    words = (*words, verb) if verb is not None and scene.is_any(verb, "costing") else words
    paid = [i for word in words if tree[word].pos in VERBAL for i in obliques(tree, word, scene.words("recipients"))]
    return situation.frame.outcome == "damages" and scene.lexicon.check_pos and any(
        i not in words and (i in scene.mentions.at or names_people(scene, i)) for i in paid)


def as_plaintiffs(scene: Scene, situation: Situation, case: Event, given: list[Spot], notes: Notes) -> None:
    """Who gets damages is the plaintiff, where the article has told of no other; "the plaintiff" alone tells not who."""
    unnamed = bool(given) and scene.lexicon.groups.get(scene.tree[given[0].last].lower) == "plaintiffs"
    if given and not unnamed and not case.A and given[0].node not in case.B:
        case.A.add(given[0].node)
        notes.ledger.add(scene, Spot(case.node, situation.head, situation.head, "implied"), "plaintiff", given[0],
                         Verdict(Status.ASSERTED), situation.hit.words, situation.hit.rule)
