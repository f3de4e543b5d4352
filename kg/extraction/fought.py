"""Harms that somebody fights: rules against a harm say nothing of it, failing to stop it does."""

from __future__ import annotations

from itertools import pairwise

from kg.extraction import cues
from kg.extraction.harms import Harm
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.model import Status

_NEAR = 7
_BEFORE = 12
_TALKED_INTO = ("suicide", "self-harm", "unsafe-challenge")
_LEAD = 4   # how far behind "without" the consent may stand


def is_fought(scene: Scene, harm: Harm) -> bool:
    """Whether the harm is what somebody fights ("rules against hate speech"), unless that fails."""
    return _is_for_victims(scene, harm) or _fight(scene, harm) == (True, False) and not are_counted(scene, harm)


def _is_for_victims(scene: Scene, harm: Harm) -> bool:
    """"menggalang dana untuk korban penipuan": of whom something is done for, unless it says where they were harmed."""
    tree, first, last = scene.tree, min(harm.words), max(harm.words)
    victim = next((i for i in (first, first - 1) if i > 0 and i in scene.mentions.at
                   and scene.mentions.at[i].node == "group:victims"), 0)
    there = last + 1 < len(tree) and scene.is_any(last + 1, "place_cases")
    return victim > 0 and scene.is_any(victim - 1, "benefiting") and not there


def are_counted(scene: Scene, harm: Harm) -> bool:
    """"deleted 40 accounts that spread hate speech", "ribuan unggahan bermuatan judi": what was counted was there."""
    tree = scene.tree
    for index in (harm.head, *list(tree.ancestors(harm.head))[:4]):
        if scene.is_any(index, "posted_things") or scene.is_any(index, "posting_places"):
            return any(tree[i].slot == "number" or tree[i].pos == "NUM" or scene.is_any(i, "countless")
                       for i in (*tree.children(index), *range(max(0, index - 2), index)))
    return False


def is_threat(scene: Scene, harm: Harm) -> bool:
    """Whether the harm's own words are a threat."""
    return any(cue.status == Status.HYPOTHETICAL for index in harm.words for cue in cues.starting_at(scene, index))


def is_induced(scene: Scene, harm: Harm) -> bool:
    """"membujuk putranya agar bunuh diri": what somebody is talked into is no plan, unless the talking itself is."""
    first = min(harm.words)
    if scene.lexicon.check_pos and harm.concept not in _TALKED_INTO:
        return False   # "urged X to remove hate speech" is a plan
    verbs = [i for i in scene.any_of("inducing") if first - _NEAR <= i <= first]
    open_ = any(scene.is_any(i, "modals") for verb in verbs for i in range(max(0, verb - 2), verb))
    return bool(verbs) and not open_


def in_vain(scene: Scene, harm: Harm) -> bool:
    """"failed to remove abuse videos": that a harm was not fought says that it was there."""
    return _fight(scene, harm) == (True, True)


def _fight(scene: Scene, harm: Harm) -> tuple[bool, bool]:
    """Whether the harm is fought, and whether that fails."""
    tree = scene.tree
    upper = _of_its_clause(scene, harm)
    case = set(tree[harm.head].case.split())
    fought = bool(case & scene.words("fight_harm")) or any(
        _fights(scene, i) and not _tells(scene, i, below) and not (tree[i].pos in VERBAL and scene.is_any(i, "fight_nouns"))
        for below, i in pairwise(upper) if i not in harm.words)   # "was talked into it" is no talk on it
    before = min(harm.words) - 1   # "detects fraud", whatever the tree
    fought = fought or before >= 0 and _fights(scene, before) and not _tells(scene, before, before + 1)
    kept = any(scene.is_any(i, "kept_off") for i in upper) and any(
        scene.is_any(i, "off_words") for i in range(max(harm.words), min(max(harm.words) + 4, len(tree))))
    fought = fought or kept   # "keeps listings for firearms off the site"
    failed = any(scene.is_any(i, "failing") or any(scene.is_any(c, "failing") for c in tree.children(i, "aux"))
                 or tree.children(i, "negation") for i in upper)
    first = min(harm.words)
    failed = failed or any(first - _NEAR <= words[0] < first for words in tree.find(scene.lexicon.phrases["too_little"]))
    return fought or _in_fiction(scene, harm), failed


def _of_its_clause(scene: Scene, harm: Harm) -> list[int]:
    """The word of the harm and those close above it, up to where "that" leads a clause: who "reported that dealers sold drugs"
    or "blocked X on the grounds that" it hosted them fights no harm by it.
    """
    tree, found = scene.tree, [harm.head]
    for upper in list(tree.ancestors(harm.head))[:3]:
        led = any(tree[i].lower in scene.words("that_words") for i in tree.children(found[-1], "mark"))
        if led and scene.lexicon.check_pos and tree[found[-1]].slot in ("complement", "relative"):
            break
        found.append(upper)
    return found


def unasked(scene: Scene) -> frozenset[int]:
    """"shared their names *without* their consent": how it was done, and not that it was not."""
    return scene.tree.once("done unasked", lambda: frozenset(
        i for i in scene.any_of("negatives") for j in range(i + 1, min(i + _LEAD, len(scene.tree)))
        if scene.is_any(j, "leave_given") and scene.tree[i].lower in scene.words("lacking")))


def denied_before(scene: Scene, harm: Harm) -> bool:
    """"bukan tempat berjudi": a negation shortly before the harm, in the same stretch, whatever the tree makes of it."""
    tree, first = scene.tree, min(harm.words)
    for index in range(first - 1, max(first - 2 * _BEFORE, -1), -1):
        stops = tree[index].text in (",", ";", ":", "“", "”", '"')
        reported = cues.cue_at(scene, index, "verb") is not None   # "tanpa mengakui bahwa ...": not the harm is negated
        if stops or reported or scene.is_any(index, "fight_harm") or scene.is_any(index, "failing"):
            return False
        negates = scene.is_any(index, "negatives") or tree[index].slot == "negation"
        if negates and index not in unasked(scene) | cues.idle_negations(scene):
            return not scene.is_any(index + 1, "not_only")
    return False


def _fights(scene: Scene, index: int) -> bool:
    """Whether a word tells of fighting a harm; not where it belongs to a name ("Komisi Perlindungan Data")."""
    spot = scene.mentions.at.get(index)
    return scene.is_any(index, "fight_harm") and (spot is None or spot.how != "name")


def _tells(scene: Scene, verb: int, below: int) -> bool:
    """"The magazine reported that dealers sell pills on X", "melaporkan X dipakai ...": who reports it fights nothing."""
    tree = scene.tree
    cue = cues.cue_at(scene, verb, "verb")
    clause = tree[below].pos in VERBAL and tree[below].slot in ("complement", "passive", "subject", "object") or any(
        below < i and tree[i].pos in VERBAL and not tree.children(i, "mark", "subject")
        and "," not in tree.text_between(below, i) for i in tree.children(verb, "complement", "adverbial"))
    that = verb + 1 < len(tree) and tree[verb + 1].lower in scene.words("content_begins")
    behind = below < verb and "," in tree.text_between(below, verb)   # "X is full of fraud, Reuters reported"
    return cue is not None and cue.status == "said" and (that or behind or verb < below and tree[below].head == verb and clause)


def _in_fiction(scene: Scene, harm: Harm) -> bool:
    """"a series about a cartel", "rights to a film on a stalker": the harm of a story."""
    first, last = min(harm.words), max(harm.words)
    return any(first - _NEAR <= words[0] < last for words in scene.tree.find(scene.lexicon.phrases["stories"]))
