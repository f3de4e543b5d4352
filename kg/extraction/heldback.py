"""Names that are held back: "The founder of X was arrested. N, 38, is suspected of ...", "The man who built X was jailed. ...".

News tells first what somebody is and only then who. The name that the next sentences bring is the holder's only where both
sentences tell of the same person: an arrest here and an arrest there, or behind the age what is told of the accused. A
victim, a neighbour or a user may be named just so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction.arguments import objects, spots, subjects
from kg.extraction.cues import cue_at
from kg.extraction.discourse import Spot
from kg.extraction.players import names_people
from kg.extraction.scene import Scene
from kg.extraction.tree import NOMINAL, VERBAL
from kg.extraction.triggers import Hit
from kg.lexicon import Trigger
from kg.model import Status

_ADULT = 18
_HELD_BACK = 2   # sentences
_BORNE = ("suspect-named", "arrest", "charge", "conviction", "sentence", "fine", "resignation", "acquittal")

Told = Sequence[tuple[Scene, Sequence[Hit]]]


def following(told: Told, place: int) -> Told:
    """The sentences behind one of the body in which a name may follow."""
    return told[place:place + _HELD_BACK] if told[place - 1][0].tree.sentence.kind == "paragraph" else ()


def holder(scene: Scene, words: tuple[int, ...], head: int, hits: Sequence[Hit], after: Told) -> Spot | None:
    """Who the phrase at these words is, as a spot on them: the first name that the next sentences bring, if it is his."""
    earlier = {spot.node for spot in scene.mentions.spots}
    for later, found in after:
        name = _first_named(later, earlier)
        if name is None:
            continue
        same = _bears(scene, head, hits) and _named_in_event(later, name, found, _concepts(hits))
        resumed = _took_part(later, name) or _speaks(scene, head) and _speaks_for_all(later, name)
        alone = _alone(scene, words, head, borne=_bears(scene, head, hits))
        if not _is_another(later, name) and (
                same or resumed or alone and name.first == 0 and _stands_accused(later, name, found)):
            return Spot(name.node, min(words), max(words), "noun")
        return None
    return None


def _first_named(scene: Scene, earlier: set[str]) -> Spot | None:
    """The first person whom a sentence names, if the sentence is about nobody else and he holds no office of lawyers and the
    like; None too where he has been named before.
    """
    people = [spot for spot in scene.mentions.spots if spot.how == "name" and scene.discourse.kind(spot.node) == "Person"]
    first = people[0] if people else None
    return first if first and first.node not in earlier | scene.discourse.aside | scene.discourse.judges else None


def _concepts(hits: Sequence[Hit]) -> set[str]:
    return {hit.trigger.frame.outcome for hit in hits if hit.trigger.frame.outcome in _BORNE}


def _bears(scene: Scene, head: int, hits: Sequence[Hit]) -> bool:
    """Whether what the sentence tells befalls whom the phrase speaks of."""
    return any(head in _borne_by(scene, hit) for hit in hits if hit.trigger.frame.outcome in _BORNE)


def _borne_by(scene: Scene, hit: Hit) -> list[int]:
    tree = scene.tree
    verbs = [i for i in (*hit.words, *tree.ancestors(hit.head)) if tree[i].pos in VERBAL]
    return [i for verb in verbs for i in (*subjects(tree, verb, scene.lexicon), *objects(tree, verb))]


def _named_in_event(scene: Scene, name: Spot, hits: Sequence[Hit], concepts: set[str]) -> bool:
    """Whether the sentence tells the same of the name, or what comes of it: the fine of the convict."""
    return any({*range(name.first, name.last + 1)} & {*_borne_by(scene, hit)} and (
        hit.trigger.frame.outcome in concepts or name.first == 0 or _is_aged(scene, name))
        for hit in hits if hit.trigger.frame.outcome in _BORNE)


def _took_part(scene: Scene, name: Spot) -> bool:
    """"N, who set up the site in 2012, will leave": what only a founder does, said right behind the name that opens."""
    behind = scene.tree.tokens[name.last + 1:name.last + 6]
    founded = any({t.lower, t.lemma} & scene.words("founding") for t in behind) or "set" in {t.lower for t in behind[:3]}
    return name.first == 0 and founded


def _speaks(scene: Scene, head: int) -> bool:
    """"The chief executive of X apologised on Wednesday": whoever holds the office says something."""
    verb = scene.tree.verb_above(head)
    cue = cue_at(scene, verb, "verb") if verb is not None and head in subjects(scene.tree, verb, scene.lexicon) else None
    return cue is not None and cue.status in ("said", Status.CONFIRMED, Status.DENIED)


def _speaks_for_all(scene: Scene, name: Spot) -> bool:
    """""We were too slow," N told senators": the next to speak does so for the company."""
    verb = scene.tree.verb_above(name.last)
    cue = cue_at(scene, verb, "verb") if verb is not None and name.last in range(verb - 4, verb) else None
    ours = [i for i in scene.any_of("first_plural") if scene.quotes.around(scene.tree[i].span.start) is not None]
    return cue is not None and cue.status == "said" and bool(ours)


def _is_aged(scene: Scene, name: Spot) -> bool:
    behind = [token.text for token in scene.tree.tokens[name.last + 1:name.last + 5]]
    aged = len(behind) > 2 and behind[0] in (",", "(") and behind[1].isdigit() and int(behind[1]) >= _ADULT
    return aged and (behind[0] + behind[2] in (",,", "()") or behind[2] == "tahun" and behind[3:] == [","])


def _stands_accused(scene: Scene, name: Spot, hits: Sequence[Hit]) -> bool:
    """"N, 38, is suspected of", "N (38) membantah": behind a name and its age, with nothing between, what only whoever stands
    accused does or bears, or what he is: "N, 38, is a coder".
    """
    tree, verb = scene.tree, scene.tree.verb_above(name.last)
    between = [t.index for t in tree.tokens[name.last + 4:verb]] if verb is not None and _is_aged(scene, name) else [0]
    if verb is None or any(tree[i].pos in NOMINAL or scene.is_any(i, "relative") for i in between):
        return False
    cue = cue_at(scene, verb, "verb")
    accused = cue is not None and (cue.status == Status.DENIED or cue.accuses and tree[verb].passive)
    borne = any(verb in (*hit.words, *tree.ancestors(hit.head)) for hit in hits if hit.trigger.frame.outcome in _BORNE)
    what = [verb, *tree.children(verb, "attribute")]
    return accused or borne or any(scene.is_any(i, words) for i in what for words in ("accused", "known_people"))


def _is_another(scene: Scene, name: Spot) -> bool:
    """"N, 24, a courier, was arrested as well": somebody beside the holder, by his trade or by the words "also", "too"."""
    tree = scene.tree
    behind = [*takewhile(lambda t: t.pos not in ("VERB", "AUX"), tree.tokens[name.last + 1:name.last + 9])]
    trade = any(t.pos == "NOUN" and (_is_beside(scene, t.index) or names_people(scene, t.index))
                and not _may_hold(scene, t.index)
                for t in behind)
    before = any(scene.is_any(i, "besides") for i in range(name.first))
    also = name.first == 0 and any(scene.is_any(t.index, "besides") for t in tree.tokens[name.last + 1:])
    return trade or also or before and name.first < 3


def _is_beside(scene: Scene, noun: int) -> bool:
    """Whether a noun says what somebody is; "fined N, 38, 150,000 euros" says no such thing."""
    return scene.tree[noun].slot == "apposition" and scene.tree[noun - 1].pos != "NUM"


def _may_hold(scene: Scene, noun: int) -> bool:
    """"N, 38, a programmer, ...", "N, 38, the founder, ...": what the holder himself may be called."""
    words = ("known_people", "accused", "speakers_public", "unit_years")
    return any(scene.is_any(noun, listed) for listed in words) and not scene.is_any(noun, "private_places")


def _alone(scene: Scene, words: tuple[int, ...], head: int, *, borne: bool) -> bool:
    """Whether nobody else comes up beside the phrase: "The founder of X met a fan. N, 24," may well name the fan."""
    tree = scene.tree
    inside = {i for i in range(len(tree)) if tree.governs(head, i)}
    others = [t.index for t in tree.tokens if t.pos == "NOUN" and t.index not in inside]
    people = any(names_people(scene, i) for i in others) or any(
        scene.discourse.kind(spot.node) in ("Person", "Group") for spot in scene.mentions.spots if spot.first not in inside)
    return not people and (borne or not [i for i in tree.children(tree[head].head, "object") if i not in words])


def described(scene: Scene) -> Iterator[tuple[Hit, int, Spot]]:
    """"The man who created X", "a programmer accused of having built X": the noun as a founder's, the verb, and X."""
    tree = scene.tree
    for verb in (i for i in scene.any_of("founding") if tree[i].pos in VERBAL and not tree[i].passive):
        things = [s for s in spots(tree, objects(tree, verb), scene.mentions) if scene.discourse.kind(s.node) == "Platform"]
        above = [i for i in tree.ancestors(verb) if tree[i].pos == "NOUN" and i not in scene.mentions.at and i < verb]
        free = above and not tree[above[0]].case   # "closed by the man who built it" tells nobody's fate
        if things and free and (names_people(scene, above[0]) or scene.is_any(above[0], "known_people")):
            yield Hit(_founder(scene), (above[0],), above[0]), verb, things[0]


def _founder(scene: Scene) -> Trigger:
    """A trigger that speaks of a founder."""
    return scene.lexicon.once("founder", lambda: next(
        t for t in scene.lexicon.triggers if t.frame.relation == "founder" and t.construction == "role"))
