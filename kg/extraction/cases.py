"""Words that speak of a legal action only by their company: "the case", "filed a complaint", "the first", "a third".

"Case" and "claim" may mean anything. Where the article has told of an action, "the case" is that one; where somebody
files one, it is a lawsuit; and after "two suits", "the first" and "a third" are suits of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import bringing, cues, kinds
from kg.extraction.arguments import objects, subjects
from kg.extraction.building import build
from kg.extraction.definites import is_definite
from kg.extraction.discourse import Spot
from kg.extraction.events import Event, Events
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.lexicon import Trigger

_NEAR = 12
_CARRIED = ("object", "passive", "subject")


def find(scene: Scene, events: Events, hits: list[Hit], disposed: set[int]) -> Iterator[Situation]:
    """What such nouns of a sentence add to the action that they speak of: its parties, and the verb that brings it.

    `disposed` are the verbs that end an action: what is settled or dismissed is one.
    """
    taken = {index for hit in hits for index in hit.words}
    taken |= {index for words in scene.tree.find(scene.lexicon.phrases["no_case"]) for index in words}
    pleas = [(i,) for i in scene.any_of("pleas")] if scene.any_of("court_words") else []   # no "plea for calm"
    for words in [*scene.tree.find(scene.lexicon.phrases["case"]), *pleas]:
        if taken & set(words) or any(index in scene.actions for index in words):
            continue
        head = next((i for i in words if scene.tree[i].head not in words), words[-1])
        upper = scene.actions.get(scene.tree[head].head)
        if upper and scene.discourse.nodes[upper.node].type == "appeal":
            continue   # "take the case to the appeals court" is one action
        papers = any(scene.is_any(index, "papers_of_court") for index in words)   # "court papers name X": of the suit told of
        if papers and ended_here(scene, disposed):
            continue   # "agreed to settle the suit, papers filed on Tuesday showed"
        event = events.at_issue() if papers or is_definite(scene.tree, words, scene.lexicon) else None
        if event and event.concept != "police-report" and scene.is_any(head, "reports") or moves_for(scene, head):
            continue   # "the report" may be any
        if scene.is_any(head, "reports") and not event and scene.tree.children(head, "number"):
            continue   # "setelah masuk 73 laporan": many people's complaints are no case
        filed = _is_filed(scene, head) and (event is not None or not scene.is_any(head, "filings"))
        filed = filed or not event and bringing.is_whose(scene, head)
        carried = {scene.tree[head].head} if scene.tree[head].slot != "oblique" else set()   # no "withdrawn after complaints"
        ended = disposed & {*carried, *scene.tree.children(head, "relative")}   # "a 2019 case, settled for $9m"
        concept = event.concept if event else kinds.to_whom(scene, head) or "lawsuit"
        if not event and not filed and not ended or concept == "none":
            continue
        if not filed and says_something(scene, words[-1]):
            continue
        frame = kinds.frame_of(scene, concept)
        situation = build(scene, Hit(Trigger(("case",), "noun", frame), words, head)) if frame else None
        named = bool(scene.tree.children(head, "compound"))   # "the defamation case"
        if situation and not event and any(_regulates(scene, spot) for spot in situation.A):
            frame = kinds.frame_of(scene, "regulatory-action") or situation.frame
            situation.hit = Hit(Trigger(("case",), "noun", frame), words, head)
        if situation and (filed or named or ended or situation.A or situation.B) and _fits(event, situation, events):
            yield situation


def of_owner(scene: Scene, events: Events, noun: int) -> Event | None:
    """"would withdraw its claim", "Y Ltd's complaint": the action that they have brought."""
    tree = scene.tree
    own = [i for i in tree.children(noun, "owner") if i in scene.mentions.at or scene.is_any(i, "own_pronouns")]
    pronoun = bool(own) and scene.is_any(own[0], "own_pronouns")
    doers = [j for i in tree.ancestors(noun) if pronoun and tree[i].pos in VERBAL for j in tree.children(i, "subject")]
    named = (scene.mentions.at[i].node for i in (*own, *doers) if i in scene.mentions.at)
    return next((event for node in named if (event := events.brought_by(node)) and event.concept != "appeal"), None)


def says_something(scene: Scene, last: int) -> bool:
    """"Dismissed the claim that its app spies on users": what is said, no case; "a claim that was filed in March" is one."""
    begins = last + 2 < len(scene.tree) and scene.tree[last + 1].lower in scene.words("content_begins")
    return begins and scene.tree[last + 2].pos != "AUX" and cues.is_noun_cue(scene, last)


def ended_here(scene: Scene, disposed: set[int]) -> bool:
    """Whether the sentence tells of the end of an action: then papers lodged in court are not those that brought it."""
    return any(scene.tree[index].pos in VERBAL for index in disposed)


def moves_for(scene: Scene, noun: int) -> bool:
    """"a petition to dismiss the suit", "permohonan untuk menggugurkan gugatan": what is asked for in a case is no case."""
    tree = scene.tree
    return scene.is_any(noun, "motions") and any(
        tree[i].pos in VERBAL and tree[i - 1].lower in scene.words("in_order_to") for i in tree.children(noun) if i > noun)


def one_of_several(scene: Scene, events: Events, disposed: set[int], before: int) -> Iterator[Situation]:
    """"Two suits ...: the first, brought by A, was dismissed, and a third was withdrawn": actions that only a number names.

    Those that stand before a word of the sentence, so that all are told of in the order of the text.
    """
    tree = scene.tree
    for token in (tree[index] for index in scene.any_of("of_several") if index < before):
        bundle = _bundle(events, tree.sentence.index, single=scene.is_any(token.index, "once_more"))
        if not bundle or token.index in scene.actions or not _stands_alone(scene, token.index):
            continue
        if token.head not in disposed and not _is_filed(scene, token.index):
            continue
        frame = kinds.frame_of(scene, bundle.concept)
        situation = build(scene, Hit(Trigger((token.lower,), "noun", frame), (token.index,), token.index)) if frame else None
        if situation:
            situation.A = situation.A or _implied(bundle.A if bundle.several else set(), token.index)
            situation.B = situation.B or _implied(bundle.B, token.index)
            first = bundle.several and not bundle.split and scene.is_any(token.index, "first_of_several")
            situation.node = (bundle if first else events.one_more(scene, situation, bundle)).node
            bundle.split = bundle.split or first
            yield situation


def shared_defendants(scene: Scene, events: Events, situation: Situation) -> list[Spot]:
    """"Two actions against X have ended: one was dropped, and a claim by patients was settled": X, for the claim as well."""
    bundle = _bundle(events, scene.tree.sentence.index)
    same = bundle and bundle.split and bundle.spoken == scene.tree.sentence.index and situation.frame.action != "appeal"
    return _implied(bundle.B, situation.head) if bundle and same else []


def _bundle(events: Events, sentence: int, *, single: bool = False) -> Event | None:
    """The actions that this sentence or one of the two before told of in the plural; for "another" a single one of this too."""
    return next((event for event in reversed(events.actions) if (event.several or event.later)
                 and sentence - event.spoken <= 2 or single and event.spoken == sentence and event.real), None)


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether "the first", "one", "a third" stands for a noun: it is a subject, and no noun hangs on it."""
    tree = scene.tree
    subject = tree[index].slot in ("subject", "passive") and tree[tree[index].head].pos in VERBAL
    return subject and scene.is_any(index, "of_several") and not any(
        tree[i].pos in ("NOUN", "PROPN") and not tree[i].case for i in tree.children(index))


def _implied(nodes: set[str], index: int) -> list[Spot]:
    return [Spot(node, index, index, "implied") for node in sorted(nodes)]


def at_hand(scene: Scene, events: Events, situation: Situation) -> str:
    """"a suit against X, which ended in a settlement", "both sides have made peace": the action just spoken of."""
    tree, verb = scene.tree, situation.head
    if situation.hit.trigger.construction == "noun" and tree[verb].slot == "object" and tree[tree[verb].head].pos in VERBAL:
        verb = tree[verb].head   # "kedua pihak menempuh perdamaian"
    elif situation.hit.trigger.construction != "alone":
        return ""
    before = told_before(scene, situation)
    doers = subjects(scene.tree, verb, scene.lexicon)
    both = any(scene.is_any(j, "both_parties") for i in doers for j in (i, *scene.tree.children(i)))
    parties = {scene.mentions.at[i].node for i in doers if i in scene.mentions.at}
    last = events.last_action()
    return before or (last.node if last and (both or parties & (last.A | last.B)) else "")


def is_brought(scene: Scene, situation: Situation) -> bool:
    """"A court is hearing the case brought by X": what is known and was brought is real, whatever is said of it."""
    relative = scene.tree.children(situation.head, "relative")
    return not situation.hit.trigger.is_verb and any(
        scene.is_any(i, "filing") and not scene.tree.children(i, "aux") for i in relative
        if situation.definite or scene.tree[i].passive or any(   # "passed the order in a suit moved by A"
            not scene.is_any(j, "relative") for j in scene.tree.children(i, "subject")))   # "a suit that A brought"


def goes_on(scene: Scene, situation: Situation) -> bool:
    """"A suit against X can proceed", "is to hear the claim", "asked to revive the case": what goes on has been brought."""
    tree, noun = scene.tree, situation.head
    upper = tree[noun].head
    borne = tree[noun].slot in ("subject", "passive", "object") and scene.is_any(upper, "proceeding")
    must = tree[noun].slot == "object" and scene.is_any(upper, "facing") and any(
        scene.is_any(i, "obliged") for i in tree.children(upper, "aux"))   # "must face a suit, a judge ruled"
    borne = borne or must
    none = any(scene.is_any(i, "negatives") for i in tree.children(noun, "determiner"))
    return borne and not none and not situation.hit.trigger.is_verb


def told_after(scene: Scene, situation: Situation) -> str:
    """"threw out, with prejudice, a libel action": the next action, where the parse has lost the verb's object."""
    verb = scene.tree[situation.head]
    if situation.hit.trigger.construction != "verb" or verb.passive or verb.slot in ("relative", "adjective"):
        return ""
    if any(i not in situation.hit.words for i in objects(scene.tree, situation.head)):
        return ""
    after = [spot.node for index, spot in sorted(scene.actions.items()) if 0 < index - situation.head <= _NEAR
             and scene.discourse.kind(spot.node) == "LegalAction"]
    return after[0] if after else ""


def told_before(scene: Scene, situation: Situation) -> str:
    """The action that the sentence has spoken of last before the trigger: "she sued; it ended in a settlement"."""
    before = [spot.node for index, spot in sorted(scene.actions.items()) if index < situation.head
              and scene.discourse.kind(spot.node) == "LegalAction"]
    return before[-1] if before else ""


def _regulates(scene: Scene, spot: Spot) -> bool:
    """Whether a party is a regulator, whose proceedings are no lawsuit: no court and no prosecutor."""
    body = is_authority(scene, spot) and not scene.discourse.is_court(spot.node)
    return body and not set(scene.discourse.nodes[spot.node].name.lower().split()) & scene.words("suing_bodies")


def _fits(event: Event | None, situation: Situation, events: Events) -> bool:
    """Whether the parties that the words name may be those of the action that is known."""
    return event is None or events.agree(event, situation)


def _is_filed(scene: Scene, noun: int) -> bool:
    """Whether a verb of filing carries the noun: "lodged a claim", "the claim, lodged in May, ...", "the case was brought"."""
    tree = scene.tree
    upper = tree[noun].head
    carries = tree[noun].slot in _CARRIED and tree[upper].pos in VERBAL and scene.is_any(upper, "filing")
    faced = tree[noun].slot == "object" and scene.is_any(upper, "facing")   # "faces proceedings by A"
    return carries or faced or any(scene.is_any(i, "filing") for i in tree.children(noun, "relative"))


def joined(scene: Scene, situations: list[Situation]) -> list[Situation]:
    """"The inquiry will examine whether X ...", "penyelidikan itu akan memeriksa dugaan": one action."""
    nouns = {s.head: s for s in situations if not s.hit.trigger.is_verb}
    kept = []
    for situation in situations:
        doers = subjects(scene.tree, situation.head, scene.lexicon) if situation.hit.trigger.is_verb else []
        own = next((nouns[i] for i in doers if i in nouns and nouns[i].frame.action == situation.frame.action), None)
        if own:
            own.anchors |= situation.anchors
            own.B = own.B or situation.B
        else:
            kept.append(situation)
    return kept


def known_trial(scene: Scene, situation: Situation, events: Events) -> Event | None:
    """"The trial is set for May": of the suit that the article has told of; what is tried is no second case."""
    known = events.at_issue()
    people = [s for s in situation.B if scene.discourse.kind(s.node) in ("Person", "Group")]
    civil = known is not None and known.concept in ("lawsuit", "class-action")
    return known if civil and not people and _is_trial(scene, situation) else None


def is_mere_trial(scene: Scene, situation: Situation, events: Events) -> bool:
    """"after a nine-day trial", "is awaiting trial": of whom or of which case it is, neither its words nor the article say."""
    own = any(scene.tree.governs(situation.head, spot.first) for spot in situation.B)
    return _is_trial(scene, situation) and not own and events.at_issue() is None


def _is_trial(scene: Scene, situation: Situation) -> bool:
    return situation.hit.trigger.construction == "noun" and scene.is_any(situation.hit.words[-1], "trials")


def is_suit(scene: Scene, situation: Situation, hit: Hit) -> bool:
    """Whether the words of an outcome are those of an action against a platform or company."""
    against = any(scene.discourse.kind(spot.node) in ("Platform", "Organization") for spot in situation.B)
    return against and hit is not situation.hit and hit.words == situation.hit.words and bool(situation.frame.action)


def is_number(scene: Scene, situation: Situation) -> bool:
    """Whether the action is a number of cases against people of a kind."""
    groups = all(scene.discourse.kind(spot.node) == "Group" for spot in situation.B)
    return groups and bool(scene.tree.children(situation.head, "number"))
