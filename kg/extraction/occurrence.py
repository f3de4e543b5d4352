"""Whether a sentence says that a harm happened on the platform, rather than only speaking of both."""

from __future__ import annotations

from kg.extraction import cues, fought
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.model import Status

_NEAR = 8
_REACH = 4    # how many words may tell what kind of service it is: "di aplikasi obrolan X"
_CLAUSE = 16   # how far behind its name a clause or apposition may still describe a platform
_STOPS = (",", ";", ":", "“", "”", '"', "(", ")")


def occurs(scene: Scene, harm: Harm) -> bool:
    """Whether words near the harm say that it happened: a verb of harm, or the harm's own verb."""
    if in_the_wake(scene, harm) or fought.are_counted(scene, harm) or _is_what_it_is(scene, harm):
        return True
    first, last = min(harm.words), max(harm.words)
    if all(_of_person(scene, spot) for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"):
        return False   # "X founder N.N. lost her brother to suicide"
    told = any(scene.tree[i].pos in VERBAL and scene.tree[i].slot not in ("adjective", "compound") for i in harm.words)
    return told or any(first - _NEAR <= words[0] <= last + _NEAR
                       for words in scene.tree.find(scene.lexicon.phrases["harm_verbs"]))


def _is_what_it_is(scene: Scene, harm: Harm) -> bool:
    """"situs taruhan bola X beroperasi tanpa izin": the harm is what the platform is called, between its noun and its name."""
    first, last = min(harm.words), max(harm.words)
    named = first > 0 and last - first < len(harm.words) and scene.is_any(first - 1, "platform_nouns")
    spot = scene.mentions.at.get(last + 1) if named and scene.words("definite_after") else None
    return spot is not None and spot.how == "name" and scene.discourse.kind(spot.node) == "Platform"


def is_general(scene: Scene, harm: Harm) -> bool:
    """"Fraud costs banks billions, X says": nothing tells that it happened, nor where ("rooms full of hate speech")."""
    there = any(scene.is_any(i, "posting_places") for i in scene.tree.ancestors(harm.head))
    return not there and not occurs(scene, harm)


def in_the_wake(scene: Scene, harm: Harm) -> bool:
    """"Boss quits after data leak", "quit a week after thieves stole customers' data": something came of it, so it happened."""
    return bool(set(scene.tree[harm.head].case.split()) & scene.words("in_the_wake")) or _in_clause_of_wake(scene, harm)


def is_kept_apart(scene: Scene, harm: Harm) -> bool:
    """"Detectives also found 300 indecent images on his laptop", "narkoba ditemukan di kamarnya": what somebody has at home or on
    a device of his own, where the sentence names no platform.
    """
    there = [i for i in scene.any_of("own_places") if abs(i - harm.head) <= _CLAUSE and scene.tree[i].slot != "compound"]
    if not there or not scene.any_of("unearthing"):
        return False
    return not any(scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)


def _in_clause_of_wake(scene: Scene, harm: Harm) -> bool:
    """Whether the verb of the harm's own clause, or the one before it, has "after" as its mark, with nobody telling it."""
    tree, verb = scene.tree, harm.head if scene.tree[harm.head].pos in VERBAL else scene.tree.verb_above(harm.head)
    marks = [i for i in tree.children(verb, "mark") if scene.is_any(i, "in_the_wake")] if verb is not None else []
    told = verb is not None and tree[verb].slot == "adverbial" and bool(tree.children(verb, "subject", "passive"))
    return bool(marks) and told and _is_plain(scene, marks[0] + 1, harm)


def in_passing(scene: Scene, harm: Harm) -> str:
    """"the site X, where dealers sold pills, was sued", "X, an illegal casino": the platform that a clause or an apposition
    describes in the publication's own words, whatever the sentence tells besides; "" if there is none.
    """
    first = min(harm.words)
    platforms = [spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"
                 and spot.how == "name" and first - _CLAUSE <= spot.last < first]
    last = max(platforms, key=lambda spot: spot.last, default=None)
    start = _description(scene, last.last) if last else 0
    if not last or not 0 < start <= first or _is_behind(scene, start, harm) or is_at_issue(scene, last.first, start):
        return ""
    return last.node if _is_plain(scene, start, harm) else ""


def by_kind(scene: Scene, harm: Harm) -> str:
    """"situs judi X", "forum jual beli narkoba X": the platform that the publication itself calls by the harm, whoever of it was
    arrested or charged; "" where somebody only calls it so ("diduga situs judi X").
    """
    tree, last = scene.tree, max(harm.words)
    while last + 1 < len(tree) and last + 1 not in scene.mentions.at and scene.is_any(last + 1, "kinds_of_harm"):
        last += 1
    room = last + 1 < len(tree) and scene.is_any(last + 1, "scene_cases")   # "saluran judi di aplikasi obrolan X"
    spot = _platform_from(scene, last + 1 + room, reach=_REACH if room else 1)
    if not spot or harm.learnt or not scene.words("definite_after"):
        return ""
    first = min(harm.words)
    while first and scene.is_any(first - 1, "kinds_of_harm"):
        first -= 1
    nouns = "rooms" if room else "platform_nouns"
    noun = next((i for i in range(max(0, first - 1), first + 1) if scene.is_any(i, nouns)), -1)
    told = (cue for i in range(max(0, noun - 2), last + 1) for cue in cues.starting_at(scene, i))
    doubted = any(cue.status is not Status.CONFIRMED for cue in told)
    doubted = doubted or any(scene.is_any(i, "negatives") for i in range(max(0, noun - 2), noun))
    doubted = doubted or any(scene.is_any(i, "posing_as") for i in range(max(0, noun), spot.first))   # "situs palsu X"
    return "" if noun < 0 or doubted else spot.node


def _platform_from(scene: Scene, start: int, *, reach: int) -> Spot | None:
    """The platform that is named within so many words, with nothing before it but what kind of service it is."""
    for at in range(start, min(start + reach, len(scene.tree))):
        spot = scene.mentions.at.get(at)
        if spot and spot.how == "name":
            return spot if scene.discourse.kind(spot.node) == "Platform" else None
        if scene.tree[at].pos not in ("NOUN", "ADJ"):
            return None
    return None


def _is_behind(scene: Scene, start: int, harm: Harm) -> bool:
    """"sued X, which is based in Tallinn, over H": the harm stands behind the clause, and does not describe X."""
    verb = next((t.index for t in scene.tree.tokens[start:min(harm.words)] if t.slot == "relative" and t.pos in VERBAL), None)
    return verb is not None and not scene.tree.governs(verb, harm.head) and verb != harm.head


def is_at_issue(scene: Scene, name: int, start: int) -> bool:
    """"gugatan mengenai konten X yang mendorong H", "a complaint about a site that sells H": the clause tells what a case is
    about, not what the publication knows; one behind a comma is its own.
    """
    topics = [i for i in range(max(0, name - _NEAR), name) if scene.is_any(i, "topics")]
    cases = {i for words in scene.tree.find(scene.lexicon.phrases["case"]) for i in words} if topics else set()
    return any((i in cases or i in scene.actions) for topic in topics for i in range(max(0, topic - 3), topic)
               if not any(token.text in _STOPS for token in scene.tree.tokens[topic:start]))


def in_relative(scene: Scene, harm: Harm) -> bool:
    """"froze 240 accounts *that called for killings*", "a man *who groomed girls on X* was jailed": what people did or posts
    say, told in the publication's own voice, whatever is done about them.
    """
    tree, first = scene.tree, min(harm.words)
    clause = next((i for i in (harm.head, *tree.ancestors(harm.head)) if tree[i].slot == "relative"), -1)
    noun = tree[clause].head if clause >= 0 else -1
    if not 0 <= noun < first or tree[noun].pos != "NOUN" or any(
            scene.is_any(noun, words) for words in ("platform_nouns", "findings", "accusation_nouns", "ground_nouns")):
        return False
    known = scene.mentions.at.get(noun)
    if known and scene.discourse.kind(known.node) != "Group":
        return False
    reported = any(cue.status != Status.HYPOTHETICAL for i in range(len(tree)) for cue in cues.starting_at(scene, i)
                   if i != tree[noun].head or cue.status != Status.CONFIRMED or cue.party)   # "uncovered a ring that ..."
    sought = ("suspected",) if scene.words("definite_after") else ("suspected", "police")   # "police look into a man who ..."
    reported = reported or any(i < first for i in scene.any_of(*sought))
    return not reported and _is_plain(scene, noun + 1, harm)


def _description(scene: Scene, name: int) -> int:
    """Where the words begin that describe what was just named, 0 if none do: behind "which" or ", a"."""
    tree = scene.tree
    comma = name + 1 < len(tree) and tree[name + 1].text in (",", "—", "–")
    begin = name + 2 if comma else name + 1
    for index in range(begin, min(begin + _NEAR, len(tree))):
        if tree[index].text in _STOPS:
            return 0
        if scene.is_any(index, "that_words") and tree[index].slot == "mark" and _says(scene, name):
            return 0   # "said on X that she had been harassed"
        if scene.is_any(index, "relative") or scene.is_any(index, "where_words"):
            return index + 1
        if index == begin and comma and scene.is_any(index, "opens_apposition"):
            return index
        if not comma:
            return 0
    return 0


def _says(scene: Scene, name: int) -> bool:
    """Whether a name hangs on a verb of saying: "said on X"."""
    verb = scene.tree.verb_above(name)
    return verb is not None and cues.cue_at(scene, verb, "verb") is not None


def _is_plain(scene: Scene, start: int, harm: Harm) -> bool:
    """Whether nothing from there to the harm reports, accuses, doubts, negates or breaks off, and no case is named there."""
    first, last = min(harm.words), max(harm.words)
    if any(scene.tree[i].text in _STOPS for i in range(first, last)):
        return False
    told = scene.tree.standing(scene.lexicon.trigger_wordings)
    frames = (standing.thing.frame for i in range(start, first) for standing in told.get(i, ()))
    if any(frame.action or frame.ground for frame in frames):
        return False   # "X, which was fined for H"
    if any(i in scene.actions or scene.is_any(i, "accusation_nouns") for i in range(start, min(last + 3, len(scene.tree)))):
        return False
    barred = ("topics", "modals", "negatives", "conditionals", "suspected", "fight_harm")
    return not any(scene.tree[i].text in _STOPS or scene.tree[i].slot == "negation" or cues.starting_at(scene, i)
                   or any(scene.is_any(i, words) for words in barred) for i in range(start, first))


def _of_person(scene: Scene, spot: Spot) -> bool:
    """Whether a platform is named only to say who somebody is: "the founder of X", "who founded X"."""
    upper = scene.tree[spot.first].head
    while upper in scene.mentions.at and scene.mentions.at[upper].node == spot.node and scene.tree[upper].head != upper:
        upper = scene.tree[upper].head   # "the founder of the *game X*"
    return any(scene.is_any(upper, words) for words in ("speakers_public", "person_leaders")) or scene.tree[upper].lower in (
        scene.words("founding")) and scene.tree[upper].slot == "relative"
