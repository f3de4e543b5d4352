"""What the linear model proposes where no listed wording was found, as triggers and harms for the same rules.

The words that weigh most are the trigger. A proposal never stands against a wording: where a frame of the lexicon has
been found for the concept, or for the same words, it is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction import concepts, cues, values
from kg.extraction.arguments import objects, obliques, subjects
from kg.extraction.concepts import Proposal
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.misfits import of_others
from kg.extraction.plainthings import of_plain_thing
from kg.extraction.players import is_authority, is_of_trial, names_people, party
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.spells import spell_at
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.lexicon import Frame, Trigger
from kg.model import Status
from kg.schema import Ontology

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "AUX"})
_BESIDE = 0.4     # a word beside the trigger belongs to it from this share of the trigger's on
_LONGEST = 4
_BEFORE = 2       # how far before a person's name the body whose office it is may end
_NEAR = 5         # how far behind the trigger who imposed it may stand
# How sure the model must be where no listed wording says the same; of harm nobody is to be accused lightly, and of outcomes
# the wordings know nearly all that is right.
_ALONE = {"harm": 0.7, "outcome": 0.8, "action": 0.65}
_ALONE_ELSE = 0.5
_LISTED_ONLY = ("criminal-case", "appeal", "regulatory-action")   # where every guess was wrong
_BY_OFFICE = ("investigation", "legislative-inquiry", "regulatory-action")
_ENDS = ("shutdown", "suspension", "delisting", "blocking", "resignation")   # no guess where something goes on
_OFFICIAL = ("investigation", "legislative-inquiry", "criminal-case")


def note(scenes: Sequence[Scene], lang: str) -> None:
    """Give every sentence the opinion that the model of the language has of it."""
    model = concepts.load(lang)
    for scene, opinion in zip(scenes, concepts.read(model, [scene.tree.sentence.text for scene in scenes]) if model else ()):
        scene.opinion = opinion


def sure(scene: Scene) -> list[Proposal]:
    """The proposals that are likely enough to stand alone."""
    return [proposal for proposal in scene.opinion.proposals if proposal.probability >= _ALONE.get(proposal.kind, _ALONE_ELSE)]


def hits(scene: Scene, found: Sequence[Hit]) -> list[Hit]:
    """Triggers of actions and outcomes that the model sees and the lexicon does not."""
    new: list[Hit] = []
    for proposal in sure(scene):
        frame = scene.lexicon.frame_of(proposal.concept) if proposal.kind in ("action", "outcome") else None
        if not frame or frame.outcome and frame.anyone or frame.action in _LISTED_ONLY or _is_listed(scene, frame):
            continue   # what befalls people is no matter for a guess
        if frame.action not in ("", "class-action") and any(hit.trigger.frame.action for hit in found):
            continue   # a sentence that names an action tells of that one, though it may be of a narrower kind
        if any(hit.trigger.frame.makes == proposal.concept for hit in (*found, *new)):
            continue
        words = trigger_of(scene, proposal)
        words = () if any(scene.is_any(i, "filing") for i in words) else words
        taken = any(set(hit.words) & set(words) for hit in (*found, *new)) or _tells_time(scene, words)
        head = head_of(scene, words) if words else 0
        goes_on = frame.outcome in _ENDS and bool(scene.any_of("continuing"))
        aside = goes_on or frame.action in _BY_OFFICE and _asks(scene, head) or bool(frame.outcome) and _is_aside(scene, head)
        if words and not taken and not aside:
            expression = tuple(scene.tree[i].lower for i in words)
            new.append(Hit(Trigger(expression, _construction(scene, head), frame), words, head, learnt=True))
    return new


def _is_aside(scene: Scene, head: int) -> bool:
    """Whether the word that weighs most tells of no outcome: it reports ("warned"), or stands in a clause about a noun."""
    tree = scene.tree
    noun = tree[head].pos not in VERBAL
    office = scene.is_any(head, "speakers_public")   # "the co-founder" has not left
    return bool(cues.starting_at(scene, head)) or office or noun and any(tree[i].slot == "relative" for i in tree.ancestors(head))


def _asks(scene: Scene, head: int) -> bool:
    """Whether the word that weighs most asks, plans or explains: "DPR meminta", "penjelasan X" are no inquiry."""
    doer = scene.tree[head].pos == "NOUN" and any(scene.is_any(head, words) for words in ("officers", "authority_words"))
    verb = scene.tree[head].head if scene.tree[head].slot == "subject" else head
    asks = any(cue.status == Status.HYPOTHETICAL for i in (verb, head) for cue in cues.starting_at(scene, i))
    says = any(cue.part == "noun" and cue.status == "said" for cue in cues.starting_at(scene, head))
    return bool(scene.words("bringing_about")) and (doer or asks or says)


def _is_listed(scene: Scene, frame: Frame) -> bool:
    """Whether a listed wording of the frame, or a look-alike of one, stands in the sentence: then the rules have judged it."""
    standing = scene.tree.standing(scene.lexicon.trigger_wordings).values()
    listed = any(one.thing.frame.makes == frame.makes for here in standing for one in here)
    return listed or bool(scene.tree.find(scene.lexicon.lookalikes_of(frame.makes)))


def _tells_time(scene: Scene, words: tuple[int, ...]) -> bool:
    """Whether one of the words belongs to a date or a length of time: "fined two years ago" tells of no sentence."""
    dated = values.dates(scene.tree, scene.lexicon, scene.published)
    spells = [spell for i in words for at in (i - 1, i) if at >= 0 and (spell := spell_at(scene.tree, at, scene.lexicon))]
    spans = [(found.first, found.last) for found in dated] + [(spell.first, spell.last) for spell in spells]
    return any(first <= i <= last for first, last in spans for i in words)


def harms(scene: Scene, found: Sequence[Harm], ontology: Ontology) -> list[Harm]:
    """Harms that the model sees; one that a wording names more or less narrowly is none."""
    new: list[Harm] = []
    for proposal in () if found else sure(scene):
        related = any(ontology.narrower_or_same(proposal.concept, harm.concept)
                      or ontology.narrower_or_same(harm.concept, proposal.concept) for harm in new)
        words = trigger_of(scene, proposal) if proposal.kind == "harm" and not related else ()
        words = tuple(i for i in words if not cues.cue_at(scene, i, "verb")) or words   # "menampik adegan dewasa"
        other = {i for found_words in scene.tree.find(scene.lexicon.phrases["no_harms"]) for i in found_words}
        if words and proposal.concept in ontology.harms and other.isdisjoint(words):
            new.append(Harm(proposal.concept, words, head_of(scene, words), learnt=True))
    return new


def agrees(scene: Scene, concept: str) -> bool:
    """Whether the model too sees the concept in the sentence."""
    return any(proposal.concept == concept for proposal in scene.opinion.proposals)


def trigger_of(scene: Scene, proposal: Proposal) -> tuple[int, ...]:
    """The word that weighs most, with those beside it that weigh nearly as much; no name is a trigger."""
    shares = _by_token(scene, proposal)
    able = {i: share for i, share in shares.items() if scene.tree[i].pos in _CONTENT and share > 0
            and (i not in scene.mentions.at or scene.mentions.at[i].how == "noun") and not (
                scene.lexicon.check_pos and scene.is_any(i, "modals"))}
    if not able:
        return ()
    best = max(able, key=lambda i: (able[i], -i))
    words = [best]
    for step in (1, -1):
        at = best + step
        while at in able and able[at] >= _BESIDE * able[best] and len(words) < _LONGEST:
            words.append(at)
            at += step
    return tuple(sorted(words))


def _by_token(scene: Scene, proposal: Proposal) -> dict[int, float]:
    """The shares of the model's words, given to the tokens that they stand in."""
    sentence, shares = scene.tree.sentence, dict[int, float]()
    places = concepts.words_of(sentence.text)
    token = 0
    for (start, _), share in zip(places, proposal.shares, strict=True):
        while token + 1 < len(scene.tree) and scene.tree[token + 1].span.start - sentence.span.start <= start:
            token += 1
        shares[token] = shares.get(token, 0.0) + share
    return shares


def head_of(scene: Scene, words: tuple[int, ...]) -> int:
    """The word of them that governs the others."""
    return next((i for i in words if scene.tree[i].head not in words or scene.tree[i].head == i), words[0])


def _construction(scene: Scene, head: int) -> str:
    token = scene.tree[head]
    if token.pos not in VERBAL:
        return "noun"
    return "verb" if token.passive or objects(scene.tree, head) else "self"


# ------------------------------------------------------------------------------------------------ of whom it is said

def complete(scene: Scene, situation: Situation, subject: str) -> None:
    """Give an action or outcome that the model sees too its parties, where the words do not tell: the platform of the
    sentence, else the one that the sentence before was about; the only authority of the sentence; the subject of its verb.
    """
    frame, head = situation.frame, situation.head
    if not agrees(scene, frame.makes):
        return
    if situation.hit.learnt and frame.action:   # whom a proposed action is against, only a name tells
        situation.B = [s for s in situation.B if scene.discourse.kind(s.node) != "Group" and not is_authority(scene, s)]
        situation.A = [spot for spot in situation.A if _may_bring(scene, spot, frame)]
    if not situation.B and "Platform" in frame.B and not frame.anyone and (
            not _of_somebody(scene, situation) if frame.action else not of_others(scene, situation)) and (
            not _befalls_people(scene, situation)) and (
            not situation.hit.trigger.is_verb or not of_plain_thing(scene, situation.hit)):
        platform = platform_of(scene, "" if frame.action == "investigation" and not situation.hit.learnt else subject)
        own = frame.action == "investigation" and not situation.A and _speaks(scene, platform)
        situation.B = [Spot(platform, head, head, "implied")] if platform and not own else []
    if not situation.A and frame.A and not scene.any_of("defendant_words"):
        situation.A = [spot for spot in _actors(scene, situation) if spot.node not in {b.node for b in situation.B}]


def _speaks(scene: Scene, platform: str) -> bool:
    """"X said it was assisting the investigation": which may be into anything."""
    said = (i for i in sorted(scene.cues) if (cue := cues.cue_at(scene, i, "verb")) and cue.status == "said")
    return any((spot := scene.subject_spot(i)) is not None and spot.node == platform for i in said)


def _of_somebody(scene: Scene, situation: Situation) -> bool:
    """"the trial of a politician", "an inquiry into the leak": against whom or into what it is, the words say; a trial or
    prosecution is one of people, unless they say otherwise.
    """
    noun = situation.head
    if situation.frame.action == "criminal-case":
        return True
    behind = scene.tree.tokens[noun + 1:noun + 3]
    into = any(t.lower in scene.words("strict_against") for t in behind) or bool(objects(scene.tree, noun))
    return into or any(names_people(scene, i) for i in obliques(scene.tree, noun, scene.words("of_words")))


def _may_bring(scene: Scene, spot: Spot, frame: Frame) -> bool:
    """Whether a party may be who brings a proposed action: authorities investigate, and no offender sues."""
    return is_authority(scene, spot) if frame.action in _OFFICIAL else spot.node != "group:offenders"


def _befalls_people(scene: Scene, situation: Situation) -> bool:
    """"He was given a prison term and a fine": what its clause says of a person is nothing that befalls a platform."""
    tree, head = scene.tree, situation.head
    if beside_prison(scene, head) or is_of_trial(scene, situation):
        return True
    verb = head if tree[head].pos in VERBAL else tree.verb_above(head)
    if "Person" not in situation.frame.B or verb is None:
        return False
    if any(scene.is_any(i, "anybody") for i in subjects(tree, verb, scene.lexicon)):
        return True   # "anyone who parks there risks a fine"
    if not tree[verb].passive:
        return False
    return any(scene.is_any(i, "person_pronouns") or scene.is_any(i, "they") or scene.is_any(i, "accused")
               for i in subjects(tree, verb, scene.lexicon))


def beside_prison(scene: Scene, noun: int) -> bool:
    """"six years in prison and a fine", "vonis enam tahun bui dan denda": the fine of whoever is jailed."""
    tree = scene.tree
    joined = next((i for i in (noun - 1, noun - 2) if i > 0 and scene.is_any(i, "and_words")), 0)
    return any(scene.is_any(i, "unit_years") for i in range(max(0, joined - _NEAR), joined)) and tree[noun].pos not in VERBAL


def _actors(scene: Scene, situation: Situation) -> list[Spot]:
    """Who does it: the only authority of the sentence; of a civil action whoever is the subject of the main verb."""
    frame = situation.frame
    authorities = {spot.node: spot for spot in reversed(scene.mentions.spots) if is_authority(scene, spot)
                   and not scene.discourse.is_court(spot.node)}
    if frame.outcome:
        return [spot for spot in authorities.values() if len(authorities) == 1 and _leads_up(scene, spot, situation.head, frame)]
    if frame.official or frame.imposed:
        return list(authorities.values()) if len(authorities) == 1 else []
    verb = scene.tree.verb_above(situation.head)
    bringing = ("light_A", "filing", "alleging", "seeking", "targeting")
    if verb is None or scene.tree[verb].passive or not (situation.hit.learnt or verb == situation.head or any(
            scene.is_any(verb, words) for words in bringing)):
        return []   # who dissents, warning of suits, has brought none
    if scene.is_any(verb, "proceeding") or scene.is_any(verb, "receiving"):
        return []   # who ends a suit, or is sent a complaint, has not brought it
    doers = party(scene, subjects(scene.tree, verb, scene.lexicon), frame.A)
    return [spot for spot in doers if not scene.discourse.is_court(spot.node)]


def _leads_up(scene: Scene, spot: Spot, head: int, frame: Frame) -> bool:
    """Whether a name stands before the trigger in its clause; what an authority asks of another it does not impose."""
    between = scene.tree.tokens[spot.last + 1:head]
    asked = any(scene.is_any(token.index, "seeking") or scene.is_any(token.index, "speech_after") for token in between)
    other = scene.tree.verb_above(spot.first)   # "diblokir Kominfo dan dibuka lagi", "fined by Ofcom and suspended"
    if other is not None and other < spot.first < head and scene.tree[other].passive and scene.tree[head].passive:
        return False
    if spot.first > head:   # "teguran keras dari Kementerian X", "a warning from X"
        return spot.first > head + 1 and any(t.lower in frame.by for t in scene.tree.tokens[head + 1:spot.first]) and (
            spot.first - head < _NEAR)
    told = scene.tree[head].passive and any(
        (cue := cues.cue_at(scene, token.index, "verb")) and cue.status == Status.DENIED for token in between)
    return not (asked or told) and not any(token.text in (";", ":") for token in between) and (   # "membantah bahwa X diblokir"
        not any(token.text == "," for token in between[:-1]))


def is_known(situation: Situation) -> bool:
    """Whether a proposed action is rather one that the article has told of: its words do not give both parties."""
    return situation.hit.learnt and not (situation.A and situation.B)


def platform_of(scene: Scene, before: str) -> str:
    """The only platform of a sentence, else the one spoken of before; "" where there are several."""
    named = _platforms(scene, scene.mentions.spots)
    return next(iter(named)) if len(named) == 1 else before if not named else ""


def _platforms(scene: Scene, spots: Iterable[Spot]) -> list[str]:
    return list(dict.fromkeys(spot.node for spot in spots if scene.discourse.kind(spot.node) == "Platform"))
