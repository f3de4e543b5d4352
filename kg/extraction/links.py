"""Of what a harm is said: a harm that is named gives nothing by itself.

It belongs to a legal action when it stands in what the action alleges, to an outcome when it is its ground, and to a
platform only when the same clause says that it happened on, through or by the platform.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extraction import apart, cues, fought
from kg.extraction.arguments import objects, obliques, owners, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL, Tree

_REACH = 14
_VAGUE = ("abuse-unspecified", "child-safety", "cyber-violence", "public-security")   # not to be tied by their sentence alone
_TO_ONESELF = ("suicide", "self-harm")
_COMPACT = 8   # how far apart the words of a harm may stand that is tied by its sentence alone
_HEADS = 4   # how many nouns may stand between a preposition and the platform: "in voice rooms of the app X"


@dataclass(frozen=True, slots=True)
class Link:
    """The platform that a harm is said of: its node, the words that say so, and the verb of the statement, if any.

    `weak`: nothing but the sentence ties the two.
    """

    node: str
    words: tuple[int, ...]
    verb: int = -1
    weak: bool = False


def link(scene: Scene, harm: Harm, before: str = "", speakers_for: Callable[[str], list[str]] = lambda node: []) -> Link | None:
    """The platform on, through or by which the sentence says that the harm happened; None if it does not say so.

    `before` is the platform that the sentence before was about: a clause without a subject of its own continues it.
    `speakers_for` gives the platforms that a speaker speaks for: "our systems" are theirs.
    """
    if fought.is_fought(scene, harm) or is_posed_as(scene) or _is_elsewhere(scene, harm) or apart.is_apart(scene, harm):
        return None
    if _befell_anywhere(scene, harm):
        return None
    verbs = list(dict.fromkeys([*_clauses(scene, harm.head), *(i for i in harm.words if scene.tree[i].pos in VERBAL)]))
    for verb in verbs:
        if found := _accused(scene, verb) or _in_clause(scene, verb, harm):
            return Link(found, tuple(sorted({verb, *harm.words})), verb)
    return (_beside(scene, harm) or _by_order(scene, harm) or _there(scene, harm, before)
            or _continued(scene, harm, verbs, before) or _our_own(scene, harm, speakers_for)
            or _located(scene, harm) or _only_one(scene, harm)
            or _of_company(scene, harm, speakers_for))


def is_vague(harm: Harm) -> bool:
    """Whether a harm is too vaguely named to be tied to a platform by its sentence alone."""
    return harm.concept in _VAGUE


def is_posed_as(scene: Scene) -> bool:
    """"situs palsu X", "mencatut nama X", "a fake X site": somebody else does it in the platform's name."""
    return any(scene.is_any(spot.first - 1, "posing_as") for spot in scene.mentions.spots
               if spot.first and scene.discourse.kind(spot.node) == "Platform")


def _is_elsewhere(scene: Scene, harm: Harm) -> bool:
    """"fraud on other apps", "dirundung di media sosial": the harm stands right before another place, which is not named."""
    last = max(harm.words)
    for words in scene.tree.find(scene.lexicon.phrases["elsewhere"]):
        led = words[0] > 0 and scene.tree[words[0] - 1].lower in scene.lexicon.either("location", "place_cases")
        if led and last < words[0] <= last + _HEADS and words[-1] + 1 not in scene.mentions.at:
            return True
    return False


def _befell_anywhere(scene: Scene, harm: Harm) -> bool:
    """"Nepal menangguhkan X setelah seorang siswi bunuh diri", "quit after a pupil killed herself": what people do to themselves
    is laid to no platform by what came after it.
    """
    first, last = min(harm.words), max(harm.words)
    wakes = [i for i in scene.any_of("in_the_wake") if i < first] if harm.concept in _TO_ONESELF else []
    if not wakes or any(scene.tree[i].text in (",", ";") for i in range(wakes[-1], first)):
        return False
    inside = range(wakes[-1], next((t.index for t in scene.tree.tokens[last:] if t.text in (",", ";", ".")), len(scene.tree)))
    return not any(spot.first in inside and scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)


def _by_order(scene: Scene, harm: Harm) -> Link | None:
    """Where the tree has lost the clause: a platform before a verb of harm that leads here."""
    if not scene.words("definite_after"):
        return None
    platforms = [spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"]
    first = min(harm.words)
    for spot in (spot for spot in reversed(platforms) if spot.last < first):
        verb = next((i for i in range(first, spot.last, -1)
                     if scene.tree.begins(scene.lexicon.phrases["harm_verbs"], i)), -1)
        if verb >= 0 and not _somebody_between(scene, spot.last, verb) and _unbroken(scene, (spot.first, first)):
            return Link(spot.node, tuple(sorted({verb, *harm.words})), verb)
    return None


def _unbroken(scene: Scene, places: tuple[int, ...]) -> bool:
    """Whether no stop stands between words, and they are close enough for one clause."""
    left, right = min(places), max(places)
    return right - left <= 2 * _REACH and not {scene.tree[i].text for i in range(left, right)} & {";", ":", "“", "”", '"'}


def _somebody_between(scene: Scene, left: int, right: int) -> bool:
    """Whether a person or body stands between, who then does what the verb says."""
    kinds = ("Person", "Organization")
    return any(scene.discourse.kind(spot.node) in kinds for spot in scene.mentions.spots if left < spot.first < right)


def _accused(scene: Scene, verb: int) -> str:
    """The platform that a verb of accusing accuses."""
    tree = scene.tree
    if not cues.accuses(scene, verb, "verb"):
        return ""
    tokens = tree.children(verb, "passive", "subject") if tree[verb].passive else objects(tree, verb)
    return _platform(scene, spots(tree, tokens, scene.mentions))


def _continued(scene: Scene, harm: Harm, verbs: list[int], before: str) -> Link | None:
    """"Sebab menciptakan lingkungan ...": a clause of harm with no subject, said of what was spoken of before."""
    tree = scene.tree
    if not before or not scene.words("subject_may_be_omitted") or scene.tree.sentence.kind != "paragraph":
        return None
    linking = [v for v in verbs if tree.begins(scene.lexicon.phrases["harm_verbs"], v)]
    named = any(tree.children(v, "subject", "passive") and not _relative_only(scene, v) for v in verbs)
    return Link(before, tuple(sorted({linking[-1], *harm.words})), linking[-1]) if linking and not named else None


def _there(scene: Scene, harm: Harm, before: str) -> Link | None:
    """"There was no child pornography there", "penipuan di sana": on the platform that the sentence before was about."""
    last = max(harm.words)
    near = [i for i in scene.any_of("there_words") if last < i <= last + _HEADS and (
        scene.lexicon.check_pos or scene.tree[i - 1].lower in ("di", "dari"))]
    alone = near and not any(token.text == "," for token in scene.tree.tokens[last:near[0]])
    named = any(scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)
    return Link(before, (*harm.words, near[0]), weak=True) if before and alone and not named else None


def _our_own(scene: Scene, harm: Harm, speakers_for: Callable[[str], list[str]]) -> Link | None:
    """"There was no data breach in our systems," said the chief executive: on the speaker's own platform."""
    number = scene.quotes.around(scene.tree[harm.head].span.start)
    speaker = scene.quotes.speaker(number) if number is not None else ""
    own = speakers_for(speaker) if speaker else []
    first_person = any(token.lower in scene.words("first_person") for token in scene.tree.tokens)
    return Link(own[0], harm.words) if len(own) == 1 and first_person else None


def _relative_only(scene: Scene, verb: int) -> bool:
    return all(scene.tree[i].lower in scene.words("relative") for i in scene.tree.children(verb, "subject", "passive"))


def _clauses(scene: Scene, head: int) -> list[int]:
    """The verbs whose clause the harm stands in: the nearest, and those above it that share its subject."""
    tree, found = scene.tree, []
    verb = tree.verb_above(head) if tree[head].pos not in VERBAL else head
    while verb is not None and verb not in found:
        found.append(verb)
        upper = tree[verb].head
        if upper == verb or _closed(scene, verb, upper):
            break
        if tree[verb].slot == "relative" and not (scene.is_any(upper, "harm_places_words") or scene.is_any(verb, "age_lead")):
            break
        verb = tree.verb_above(upper) if tree[verb].slot in ("complement", "adverbial", "conjunct", "relative") else None
    return found or [_root(tree)]


def _closed(scene: Scene, verb: int, upper: int) -> bool:
    """Whether a clause has a subject of its own; "let", "allow" and "menjadi tempat" take that clause in all the same."""
    tree = scene.tree
    if not tree.children(verb, "subject", "passive") or tree[verb].slot == "relative":
        return False
    return not (tree[verb].slot == "complement" and tree.begins(scene.lexicon.phrases["permitting"], upper))


def _root(tree: Tree) -> int:
    return next((token.index for token in tree.tokens if token.slot == "root"), 0)


def _in_clause(scene: Scene, verb: int, harm: Harm) -> str:
    """The platform that plays a part in the verb's clause which makes it the place or means of the harm."""
    tree = scene.tree
    linking = verb in harm.words or tree.begins(scene.lexicon.phrases["harm_verbs"], verb)
    if linking or tree[verb].pos not in VERBAL:
        subject = subjects(tree, verb, scene.lexicon)
        if node := _platform(scene, spots(tree, [*subject, *_owners(scene, subject)], scene.mentions)):
            return node
    if linking and (node := _platform(scene, spots(tree, objects(tree, verb), scene.mentions)) or _by_clitic(scene, verb)):
        return node
    located = [i for i in tree.children(verb) if set(tree[i].case.split()) & scene.words("location")]
    named = _platform(scene, spots(tree, located, scene.mentions)) or _of_users(scene, verb)
    there = any(scene.is_any(i, "there") for i in tree.children(verb, "adverb", "oblique"))
    return named or (_platform(scene, scene.mentions.spots) if there else "")


def _owners(scene: Scene, tokens: list[int]) -> list[int]:
    """"its recommendations", "X's algorithm": what a platform's own things do, it does; its people are not things."""
    people = ("people_nouns", "speakers_public", "person_leaders")
    things = [i for i in tokens if i not in scene.mentions.at and i not in scene.mentions.opaque
              and not any(scene.is_any(i, words) for words in people)]
    return [j for i in things for j in owners(scene.tree, i)]


def _of_users(scene: Scene, verb: int) -> str:
    """"X users were blackmailed": it happened to them on X."""
    tree = scene.tree
    people = [i for i in tree.children(verb, "passive", "object") if i in scene.mentions.at
              and scene.mentions.at[i].node == "group:users"]
    held = [j for i in people for j in (*owners(tree, i), *obliques(tree, i, scene.words("of_words")))]
    return _platform(scene, spots(tree, held, scene.mentions))


def _by_clitic(scene: Scene, verb: int) -> str:
    """"menyalahgunakannya": the platform named last before, in the same sentence."""
    token = scene.tree[verb]
    if not (token.lower.endswith("nya") and token.lemma != token.lower):
        return ""
    return _platform(scene, (spot for spot in reversed(scene.mentions.spots) if spot.last < verb))


def _beside(scene: Scene, harm: Harm) -> Link | None:
    """"grooming on Strangly", "abuse of the platform", "Strangly's grooming problem"."""
    tree = scene.tree
    last = max(harm.words)
    below = [i for i in tree.children(harm.head) if tree[i].slot in ("modifier", "owner", "oblique")]
    near = [i for i in below if not tree[i].case or set(tree[i].case.split()) & (scene.words("location") | {"of", "terhadap"})]
    after = [i for i in range(last + 1, min(last + 5, len(tree)))
             if i in scene.mentions.at and tree[i - 1].lower in scene.lexicon.either("location", "definite")]
    node = _platform(scene, spots(tree, [*near, *after], scene.mentions))
    return Link(node, harm.words) if node else None


def _located(scene: Scene, harm: Harm) -> Link | None:
    """A place phrase near the harm, whatever the parse makes of it: "threats in voice rooms of the app X"."""
    for spot in scene.mentions.spots:
        if scene.discourse.kind(spot.node) != "Platform" or not apart.is_place(scene, spot):
            continue
        left, right = min(spot.last, max(harm.words)) + 1, max(spot.first, min(harm.words))
        between = scene.tree.tokens[left:right]
        parted = any(t.text in (";", ":", "“", "”", '"') or cues.cue_at(scene, t.index, "verb") and not cues.only_perceives(
            scene, t.index) for t in between)
        if len(between) <= _REACH and not parted:
            verb = scene.tree.verb_above(spot.first)
            return Link(spot.node, tuple(sorted({spot.first, *harm.words})), -1 if verb is None else verb)
    return None


def _only_one(scene: Scene, harm: Harm) -> Link | None:
    """The one platform that the sentence speaks of, where neither tree nor order of words say what it has to do with it."""
    found = {spot.node for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"}
    spread = max(harm.words) - min(harm.words) > _COMPACT
    if len(found) != 1 or harm.concept in _VAGUE or spread or _by_others(scene, harm):
        return None
    return Link(found.pop(), harm.words, weak=True)


def _of_company(scene: Scene, harm: Harm, speakers_for: Callable[[str], list[str]]) -> Link | None:
    """"Corvid Labs let adults groom children": what is said of a company before the harm, of the one platform that it runs."""
    companies = (spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Organization"
                 and spot.last < min(harm.words) and not scene.discourse.is_authority(spot.node))
    run = next((own for spot in companies if (own := speakers_for(spot.node))), [])
    spread = max(harm.words) - min(harm.words) > _COMPACT
    return Link(run[0], harm.words, weak=True) if len(run) == 1 and harm.concept not in _VAGUE and not spread else None


def _by_others(scene: Scene, harm: Harm) -> bool:
    """"X was involved in actions against individuals who exploited children": others stand between, who did it anywhere."""
    places = [spot.last for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"]
    return any(spot.node == "group:offenders" and min(places) < spot.first < min(harm.words) for spot in scene.mentions.spots)


def _platform(scene: Scene, found: Iterable[Spot]) -> str:
    return next((spot.node for spot in found if scene.discourse.kind(spot.node) == "Platform"), "")
