"""Whether a harm is the ground of an action or outcome: "a suit over H", "fined for H", "Gegara H, X Diblokir"."""

from __future__ import annotations

from kg.extraction import cues
from kg.extraction.arguments import agents, subjects
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.model import Status

_REACH = 14
_LEAD = 6   # how far behind "after" the verb of finding may stand


def ground_of(scene: Scene, harm: Harm, anchors: set[int]) -> bool:
    """Whether the harm stands in what an action or outcome is about: "a suit over H", "accusing X of H", "fined for H"."""
    tree = scene.tree
    below = harm.head
    if harm.head in anchors and len(harm.words) > 1 and tree[harm.head].pos == "NOUN":
        return True   # "a libel action": the noun of the action closes the harm's name
    for upper in tree.ancestors(harm.head):
        if upper in anchors and below == harm.head and tree[below].slot in ("compound", "adjective"):
            return tree[upper].pos == "NOUN"   # "a trafficking complaint", "the defamation case"
        if upper in anchors:
            cases = set(tree[below].case.split()) | {tree[i].lower for i in tree.children(below, "case", "mark")}
            accusing = tree[below].slot in ("relative", "complement", "adverbial", "modifier", "object", "compound")
            grounds = bool(cases & scene.words("ground")) or scene.is_any(below, "ground_nouns")   # "on the ground that"
            return grounds or accusing and _accusing(scene, below, upper) or any(
                _in_action(scene, harm, i) for i in anchors)
        below = upper
    return any(_in_action(scene, harm, i) for i in anchors)


def into_harm(scene: Scene, situation: Situation) -> bool:
    """"The agency is looking into a string of assaults", "polisi menyelidiki dugaan penipuan di X": an authority, by name or
    by what it is, where the sentence names a platform.
    """
    told = any(scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)
    heads = [situation.head] if not situation.A and scene.tree[situation.head].pos in VERBAL else []
    doing = [i for head in heads for i in (*subjects(scene.tree, head, scene.lexicon), *agents(scene.tree, head))]
    bodies = ("police_words", "watchdogs", "officers")
    return told and (any(is_authority(scene, spot) for spot in situation.A) or any(
        scene.is_any(i, words) for i in doing for words in bodies))


def looked_into(scene: Scene, harm: Harm, verb: int) -> bool:
    """"is investigating hate speech on X", "menyelidiki penyebaran hoaks di X": the harm, or what it tells of, is what an
    inquiry is into.
    """
    tree = scene.tree
    for index in (harm.head, *tree.ancestors(harm.head)):
        if tree[index].slot in ("object", "passive"):
            return tree[index].head == verb and index not in scene.mentions.at
        if tree[index].slot not in ("compound", "modifier", "adjective", "owner") or tree[index].case not in ("", "of"):
            return False
    return False


def _in_action(scene: Scene, harm: Harm, noun: int) -> bool:
    """"accused X in a lawsuit *of H*", "is accused in a class action *of H*": what the verb that the action carries accuses of,
    be it hung on the action.
    """
    tree, first = scene.tree, min(harm.words)
    verb = tree.verb_above(noun) if set(tree[noun].case.split()) & scene.words("in_papers") else None
    accused = verb is not None and verb < first and cues.accuses(scene, verb, "verb")
    return accused and verb is not None and noun < first and tree.governs(verb, harm.head)


def follows_ground(scene: Scene, harm: Harm, head: int) -> bool:
    """Whether a word such as "over" or "karena" stands between a trigger and the harm, with no new clause between.

    Only for actions, where the parse has lost the ground: what an action alleges is alleged at most.
    """
    tree, first = scene.tree, min(harm.words)
    between = [tree[i] for i in range(head + 1, first)]
    close = 0 < len(between) <= 2 * _REACH and not any(token.text in (";", ":", "“", "”", '"') for token in between)
    close = close and not any(_begins_clause(scene, i) for i in (*(token.index for token in between), harm.head))
    return close and any(token.lower in scene.words("ground") - {"with", "of", "dalam", "dengan"} or any(
        scene.is_any(token.index, words) for words in ("centring", "ground_nouns")) for token in between)


def _begins_clause(scene: Scene, verb: int) -> bool:
    """"suspended it over H, and a court is hearing a suit by N": a second main clause, with a subject of its own."""
    tree = scene.tree
    return tree[verb].pos in VERBAL and tree[verb].slot == "conjunct" and scene.lexicon.check_pos and any(
        i < verb and tree[i - 1].lower not in scene.words("relative") and i > tree[verb].head
        for i in tree.children(verb, "subject", "passive"))


def is_described(scene: Scene, harm: Harm, head: int) -> bool:
    """"blocked X, a service that it describes as a front for H": the harm stands in what somebody calls it, and is no ground."""
    told = (scene.tree[i].slot == "relative" and cues.cue_at(scene, i, "verb") for i in range(head + 1, min(harm.words)))
    return any(cue and cue.status == "said" for cue in told)


def came_before(scene: Scene, harm: Harm, head: int) -> bool:
    """"fined *after* hackers stole data": what came before is told by the publication, and was not found by who fines."""
    first = min(harm.words)
    wake = max((i for i in range(head + 1, first) if scene.is_any(i, "afterwards")), default=first)
    found = (cues.cue_at(scene, i, "verb") for i in range(wake + 1, first))   # "fined after concluding that ..."
    return wake < first and not any(found) and not any(
        scene.is_any(i, "ground") and scene.tree[i].lower not in ("with", "of") for i in range(wake + 1, first))


def finder_before(scene: Scene, harm: Harm) -> Spot | None:
    """"The regulator ordered X to close its chat *after finding that* adults groomed girls there", "... after an audit
    established that ...": the authority that the sentence begins with has found so, whatever comes of what it ordered.
    """
    first = min(harm.words)
    for wake in [i for i in range(first) if scene.is_any(i, "afterwards")]:
        near = (cues.cue_at(scene, i, "verb") for i in range(wake + 1, min(wake + _LEAD, first)))
        found = any(cue and cue.status == Status.CONFIRMED and not cue.party for cue in near)
        doubted = any(scene.is_any(i, words) for i in range(wake + 1, first) for words in ("modals", "negatives", "researching"))
        names = [spot for spot in scene.mentions.spots if spot.last < wake and spot.how == "name"]
        bodies = [spot for spot in names if scene.discourse.kind(spot.node) == "Organization"
                  and scene.discourse.is_authority(spot.node)]
        if found and not doubted and bodies:
            return bodies[0]
    return None


def pleaded(scene: Scene, harm: Harm, head: int) -> bool:
    """"pleaded guilty on Tuesday to selling fentanyl through X": what somebody pleads guilty to."""
    tree, first = scene.tree, min(harm.words)
    between = range(head + 1, first)
    guilty = any(scene.is_any(i, "pleading") for i in (head, head - 1) if i >= 0) and not any(
        scene.is_any(i, "negatives") or tree[i].text in (";", ":", "“", "”", '"') for i in between)
    return guilty and len(between) <= _REACH and any(tree[i].lower == "to" for i in between)


def leads_ground(scene: Scene, harm: Harm, head: int) -> bool:
    """Whether the sentence opens with the ground: "Over H, X was fined", "Gegara H, X Diblokir"."""
    first, last = min(harm.words), max(harm.words)
    opening = any(scene.is_any(index, "ground") for index in range(min(first, 3)))
    return opening and last < head and head - last <= _REACH


def done_by_subject(scene: Scene, harm: Harm, head: int) -> bool:
    """"A man who groomed girls on X was sentenced", "pria yang merayu anak lewat X divonis": what the convict did."""
    tree = scene.tree
    people = subjects(tree, head, scene.lexicon)
    return tree[head].passive and any(tree[i].slot == "relative" and tree[i].head in people
                                      for i in (harm.head, *tree.ancestors(harm.head)))


def _accusing(scene: Scene, below: int, anchor: int) -> bool:
    """Whether the word between action and harm accuses, or the action's verb itself does."""
    return cues.accuses(scene, below) or cues.accuses(scene, anchor) or scene.is_any(below, "alleging")
