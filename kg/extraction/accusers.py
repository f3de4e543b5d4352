"""Whose accusation it is: the legal action whose papers, plaintiffs or verb of accusing say of a harm."""

from __future__ import annotations

from kg.extraction import cues
from kg.extraction.arguments import agents
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.model import Status

_OPENING = 4
_CIVIL = ("lawsuit", "class-action", "police-report")
_SUITS = ("lawsuit", "class-action")
_CLAIMANTS = ("group:plaintiffs", "group:parents", "group:victims", "group:users", "group:children")


def of_accusing_subject(scene: Scene, harm: Harm, situations: list[Situation]) -> str:
    """"The suit accuses X of negligence and of H": the action whose verb of accusing governs the harm."""
    tree = scene.tree
    accusing = (s for s in situations if s.node and s.frame.action and tree[s.head].slot == "subject"
                and (cues.accuses(scene, tree[s.head].head) or s.frame.action in _SUITS and _says(scene, tree[s.head].head))
                and tree.governs(tree[s.head].head, harm.head))
    return next((s.node for s in accusing), "")


def _says(scene: Scene, verb: int) -> bool:
    """"Gugatan Yayasan N menyebut X ...": what a suit says, it alleges."""
    cue = cues.cue_at(scene, verb, "verb") if scene.words("definite_after") else None
    return cue is not None and cue.status == "said"


def of_plaintiff(stated: Stance, situations: list[Situation]) -> str:
    """"A lawsuit by a couple, who say that X ...": the action of whoever accuses."""
    speakers = {effect.speaker for effect in stated.effects if effect.speaker}
    brought = (s for s in situations if s.frame.action not in ("", "appeal") and s.node)
    return next((s.node for s in brought if speakers & {a.node for a in s.A}), "")


def in_papers(scene: Scene, notes: Notes) -> str:
    """"Dalam gugatannya, perusahaan itu merasa ...", "In its suit, ...": the action in whose papers the sentence says to look."""
    opening = [scene.actions[i] for i in sorted(scene.actions) if i < _OPENING and scene.tree[i].case in ("dalam", "in")]
    event = notes.events.of(opening[0].node) if opening else None
    return event.node if event and event.concept in _CIVIL else ""


def brought_by_speaker(scene: Scene, stated: Stance, notes: Notes) -> str:
    """The action whose plaintiffs say it, or in whose papers it stands: "penggugat mendalilkan", "dalam berkas gugatan"."""
    for effect in stated.effects:
        if effect.status in (Status.ALLEGED, "said") and effect.speaker:
            brought = notes.events.brought_by(effect.speaker)
            if brought and brought.concept in _CIVIL:
                return brought.node
            last = notes.events.last_action()
            if effect.speaker in _CLAIMANTS and last and last.concept in _CIVIL and not any(
                    notes.discourse.kind(node) != "Group" for node in last.A):
                return last.node
    last = notes.events.last_action()
    return last.node if last and stated.effects and any(scene.is_any(i, "papers") for i in range(min(5, len(scene.tree)))) else ""


def of_open_suit(scene: Scene, harm: Harm, stated: Stance, platform: str, situations: list[Situation], notes: Notes) -> str:
    """"Two families sued X. It was accused of ...", "sued by a tenor, who says that ...": an accusation without a source of its
    own, in the sentence that tells of a suit against the platform or right after it, is the suit's.
    """
    unsourced = {effect.status for effect in stated.effects} == {Status.ALLEGED} and not any(e.speaker for e in stated.effects)
    here = [s.node for s in situations if s.frame.action and s.node]
    based = any(s.frame.action in _SUITS and _is_its_ground(scene, harm, s.head) for s in situations)
    if not platform or not based and not (unsourced and _accused_by_nobody(scene, harm)):
        return ""
    near = 0 <= scene.tree.sentence.index - notes.sued_in <= 1
    event = notes.events.of(here[-1]) if here else notes.events.last_action() if near else None
    against = event and (not event.B or any(notes.parties.concerns(party, platform) for party in event.B))
    return event.node if event and against and event.real and event.concept in _SUITS else ""


def _is_its_ground(scene: Scene, harm: Harm, suit: int) -> bool:
    """"menggugat X, gim daring, ke PN Y pada Senin, dengan dalil anak mereka ...": what a suit says that it rests on, however
    far behind it.
    """
    tree, first = scene.tree, min(harm.words)
    grounds = [i for i in range(suit + 2, first) if tree[i - 1].lower in scene.words("hit_with") and (
        scene.is_any(i, "accusation_nouns") or scene.is_any(i, "ground_nouns"))]
    return bool(grounds) and bool(scene.words("definite_after")) and not any(
        tree[i].text in (";", ",", ":") for i in range(grounds[-1], first))


def _accused_by_nobody(scene: Scene, harm: Harm) -> bool:
    """Whether a verb before the harm accuses, and nobody but those who sue can be its subject: "they argue", "who accuses"."""
    tree, own = scene.tree, scene.lexicon.either("relative", "claimants", "they")
    verbs = [i for i in range(min(harm.words)) if cues.accuses(scene, i, "verb")]
    for verb in verbs[-1:]:
        who = [] if tree[verb].passive else tree.children(verb, "subject")
        return not agents(tree, verb) and all(tree[i].lower in own for i in who)
    return False


def of_plaintiffs(scene: Scene, harm: Harm, situations: list[Situation]) -> Situation | None:
    """"A woman who was raped by a driver she met on the app has sued it", "a mother whose son was groomed": what is told of
    those who sue is what they sue for.
    """
    tree = scene.tree
    word = next((i for i in sorted(harm.words) if tree[i].pos in VERBAL), harm.head)   # "a woman ... raped"
    above = [word, *tree.ancestors(word)]
    clause = next((i for i in above if tree[i].slot == "relative"), None) if scene.lexicon.check_pos else None
    for situation in situations if clause is not None else ():
        if situation.node and situation.frame.action in _CIVIL:
            verbs = [i for i in sorted(situation.anchors) if tree[i].pos in VERBAL and not tree[i].passive]
            suing = [i for verb in verbs for i in (*tree.children(verb, "subject"), tree[verb].head) if i < word]
            suing += [spot.last for spot in situation.A if spot.how == "noun"]   # "a lawsuit by a father whose daughter"
            ways = [above[:above.index(i)] for i in suing if i in above and tree[i].pos == "NOUN"]
            if any(not any(cues.cue_at(scene, i, "verb") for i in way) for way in ways):
                return situation   # "a woman who says that ..." is read for itself
    return None
