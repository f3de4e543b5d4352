"""How surely a situation is said: the stance of the word that carries it, and what its noun adds.

"A possible fine", "a ban is likely", "faces arrest" and "the conviction was overturned" say less than their nouns alone.
"""

from __future__ import annotations

from kg.extraction import dropping, embedded, prospects, refusals, stance
from kg.extraction.arguments import subjects
from kg.extraction.cues import VOID, Effect, cue_at
from kg.extraction.scene import Scene
from kg.extraction.vain import is_untrue
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.model import Status


_NEAR = 5
_CLAUSE = 12
_DECREED = ("blocking", "suspension", "shutdown", "unblocking", "delisting")
_IMPOSED = ("fine", "damages", "judgment-plaintiff", "conviction", "sentence", "injunction", "blocking", "suspension")

_DOUBTED = ("subject", "passive", "object", "oblique", "attribute")


def stance_of(scene: Scene, situation: Situation) -> Stance:
    """The stance of a situation: of the verb that carries it, and of what stands with the noun ("a possible fine").

    Each thing told of a situation asks for it again; it is kept for as long as the sentence speaks of nothing new beside it.
    """
    hit, mentions = situation.hit, scene.mentions
    others = [item for item in scene.actions.items() if item[0] not in hit.words]
    state = situation.definite, len(situation.anchors), others, len(mentions.at), len(mentions.spots)
    known = scene.stances.get(id(situation))
    if known and known[0] is situation and known[1] is hit and known[2] == state:
        kept: Stance = known[3]
        return kept
    found = _stance_of(scene, situation)
    scene.stances[id(situation)] = situation, hit, state, found
    return found


def _stance_of(scene: Scene, situation: Situation) -> Stance:
    if contested(scene, situation):
        return Stance()
    granted = refusals.outcome_of_request(scene, situation.head) if situation.frame.outcome else None
    if granted is not None:
        return Stance((), not granted)
    word = carrier(scene, situation)
    scene.inside = frozenset((*situation.hit.words, *_ordered(scene, situation)))
    said = stance.read(scene, word)
    scene.inside = frozenset()
    own = stance.of_phrase(scene, situation.head).effects if word != situation.head else ()
    off = _fell_through(scene, situation) or dropping.is_off(scene, situation)
    if off or dropping.is_dropped(scene, situation, (*said.effects, *own)):
        deal = off and situation.frame.outcome == "acquisition"   # agreed, and then called off
        planned = deal or any(effect.status == Status.HYPOTHETICAL for effect in (*said.effects, *own))
        return Stance((Effect(Status.HYPOTHETICAL),) if planned else (), True)
    return Stance((*said.effects, *own, *_of_unknown_subject(scene, situation), *_reversed(scene, situation),
                   *_prospective(scene, situation), *_yet_to_file(scene, situation), *_unfiled(scene, situation),
                   *_guessed(scene, situation), *_else(scene, situation), *_across(scene, situation),
                   *_under(scene, situation), *_by_whom(scene, situation), *_hardly(scene, situation),
                   *prospects.left_open(scene, situation), *prospects.paying(scene, situation),
                   *prospects.mulled(scene, situation, word)), said.negated)


def _under(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"menginginkan X dipailitkan", "punya niat menutup X": what the word above leaves open."""
    return (Effect(Status.HYPOTHETICAL),) if embedded.is_open(scene, situation) else ()


def _hardly(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"X sulit diblokir", "pemblokiran X mustahil dilakukan": of what is hard to do nothing is told."""
    tree, head, noun = scene.tree, situation.head, not situation.hit.trigger.is_verb
    hard = [i + 1 for i in scene.any_of("hardly") if i + 1 < len(tree) and tree[i + 1].passive]
    near = [i for i in hard if i == head or noun and 0 < i - head <= _NEAR + 1 and "," not in tree.text_between(head, i)]
    return (Effect(VOID),) if situation.frame.outcome and near else ()


def _by_whom(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"dianggap terbukti", "jaksa menilai N terbukti": a finding only where a judge speaks; "unggahan itu menampilkan surat
    pengunduran diri": what a post shows.
    """
    tree, hit = scene.tree, situation.hit
    deemed = bool(scene.words("definite_after")) and any(
        cue.part == "verb" and cue.status in (Status.ALLEGED, "said") for i in hit.words[:1] for cue in scene.cues.get(i, ()))
    if situation.frame.outcome == "conviction" and deemed and hit.trigger.is_verb and not _is_judged(scene):
        return (Effect(Status.ALLEGED),)
    verb = tree.verb_above(situation.head)
    shown = verb is not None and verb < situation.head and not hit.trigger.is_verb and any(
        scene.is_any(i, "posts") for i in subjects(tree, verb, scene.lexicon))
    return (Effect(Status.ALLEGED),) if shown else ()


def _is_judged(scene: Scene) -> bool:
    """Whether a judge or court stands in the sentence."""
    named = any(spot.node in scene.discourse.judges or scene.discourse.is_court(spot.node) for spot in scene.mentions.spots)
    return named or bool(scene.any_of("judges", "court_words"))


def _across(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"menyatakan akan memblokir X jika terbukti bersalah": words on both sides of a condition are not one expression;
    "announced that it would label adverts" has labelled none.
    """
    words, tree = situation.hit.words, scene.tree
    if any(min(words) < index < max(words) for index in scene.any_of("conditionals")):
        return (Effect(VOID),)
    ahead = (tree[i].head for i in scene.any_of("modals") if min(words) < i < max(words) and i not in words
             and tree[i].slot == "aux")
    left_open = any(tree[verb].slot == "complement" and tree[verb].head in words and tree.governs(verb, max(words))
                    for verb in ahead)
    return (Effect(Status.HYPOTHETICAL),) if left_open else ()


def contested(scene: Scene, situation: Situation) -> bool:
    """"asks the court to toss a $2m award", "is appealing the fine": what somebody wants undone has been imposed."""
    tree, hit = scene.tree, situation.hit
    if hit.trigger.is_verb or situation.frame.outcome not in _IMPOSED:
        return False
    verb = tree.verb_above(situation.head)
    below = [i for i in tree.ancestors(situation.head) if verb is not None and i != verb and tree.governs(verb, i)]
    slots = ("object", "modifier", "complement", "compound")
    if verb is None or verb in hit.words or any(tree[i].slot not in slots for i in below):
        return False
    direct = tree[below[-1] if below else situation.head].slot == "object"
    wanted = any(scene.is_any(i, "bidding") for i in tree.ancestors(verb))
    return direct and (scene.is_any(verb, "contesting") or wanted and (_undoes(scene, verb) or scene.is_any(verb, "tossing")))


def _else(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"ordered X to remove the posts or pay $5m": what comes only if the other does not."""
    tree, hit = scene.tree, situation.hit
    verbs = (*(i for i in hit.words if tree[i].pos in VERBAL), tree.verb_above(hit.head))
    either = any(i and scene.is_any(i - 1, "or_words") and tree[i].lemma == tree[i].lower for i in verbs)
    return (Effect(Status.HYPOTHETICAL),) if situation.frame.outcome and either else ()


def _yet_to_file(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"a class action, which it expects to file", "gugatan yang akan didaftarkan": what is yet to be brought."""
    tree, head = scene.tree, situation.head
    if not situation.frame.action or situation.hit.trigger.is_verb:
        return ()
    after = _filings(scene, head)
    clauses = [i for i in after if tree[i].slot == "relative" and tree[i].head == head
               or tree[i].slot == "complement" and tree[tree[i].head].slot == "relative"]
    return tuple(effect for i in clauses[:1] for effect in stance.read(scene, i).effects if effect.status == Status.HYPOTHETICAL)


def _filings(scene: Scene, head: int) -> list[int]:
    """The verbs of filing shortly behind a noun."""
    return [i for i in scene.any_of("filing") if head < i <= head + _CLAUSE and scene.tree[i].pos in VERBAL]


def _unfiled(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"Gugatan terhadap X urung didaftarkan": there is no suit."""
    noun = situation.frame.action and not situation.hit.trigger.is_verb
    return (Effect(VOID),) if noun and any(_is_not_done(scene, i) for i in _filings(scene, situation.head)[-1:]) else ()


def _is_not_done(scene: Scene, verb: int) -> bool:
    """"tak pernah didaftarkan", "batal diajukan": what stands right before a passive verb says that it was never done."""
    if not scene.words("definite_after"):
        return scene.tree[verb].passive and scene.is_any(verb - 1, "never")
    cue = cue_at(scene, verb - 1, "adverb") or cue_at(scene, verb - 2, "adverb")
    never = scene.is_any(verb - 2, "negatives") and scene.is_any(verb - 1, "never")
    return scene.tree[verb].lower.startswith("di") and bool(never or cue and cue.negates)


def _guessed(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"It would be filed in California": what only the model sees shares the doubt of the verb above its words."""
    verb = scene.tree.verb_above(situation.head) if situation.hit.learnt and situation.frame.action else None
    doubts = stance.read(scene, verb).effects if verb is not None else ()
    return tuple(effect for effect in doubts if effect.status == Status.HYPOTHETICAL)


def _fell_through(scene: Scene, situation: Situation) -> bool:
    """"Negotiated to buy X, but the deal was never signed", "perundingan itu kandas": there was none."""
    deal = situation.frame.outcome in ("acquisition", "settlement")
    return deal and any(words[-1] > situation.head for words in scene.tree.find(scene.lexicon.phrases["fell_through"]))


def _ordered(scene: Scene, situation: Situation) -> list[int]:
    """"He must serve 30 months", "must pay $2 million in damages", "wajib membayar denda": what a judgment orders leaves nothing
    open.
    """
    ruled = situation.frame.outcome in ("sentence", "fine", "damages")
    if sure := [i for i in prospects.payers(scene, situation) if scene.is_any(i, "certain_modals")]:
        return sure
    verb = scene.tree.verb_above(situation.hit.head) if ruled else None
    if verb is None or not situation.hit.trigger.is_verb and not scene.is_any(verb, "costing"):
        return []
    return [i for i in range(max(0, verb - 2), verb) if scene.is_any(i, "obliged")]


def _of_unknown_subject(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"A fine could follow", "a ban is likely": what is not marked as known shares the doubt of its verb."""
    noun = scene.tree[_whole(scene, situation.head)]
    if situation.hit.trigger.is_verb or situation.definite or noun.slot not in _DOUBTED:
        return ()
    if situation.frame.outcome == "settlement" and set(noun.case.split()) & scene.words("by_order"):
        return ()   # "will pay $9 million under a settlement": there is one
    if noun.slot == "subject" and scene.is_any(noun.head, "looming"):
        return (Effect(Status.HYPOTHETICAL),)   # "denda membayangi X", "gugatan menanti X"
    verb = stance.read(scene, noun.head)
    return tuple(effect for effect in verb.effects if effect.status == Status.HYPOTHETICAL)


def _whole(scene: Scene, head: int) -> int:
    """"Aksi pemblokiran X urung dilakukan": the noun right before it that only says that something is done."""
    token = scene.tree[head]
    return token.head if token.slot == "modifier" and token.head == head - 1 and scene.is_any(head - 1, "doings") else head


def _prospective(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"faces arrest", "risks a fine": an outcome that is only in prospect; a lawsuit that somebody faces is real."""
    head = situation.head
    upper = (scene.tree[head].head, *(range(max(0, head - _NEAR), head) if scene.words("definite_after") else ()))
    faces = any(scene.is_any(index, "prospective") for index in upper) and not situation.hit.trigger.is_verb
    if situation.frame.outcome == "charge":   # "faces charges", "menghadapi dakwaan": they have been brought
        faces = faces and not any(scene.is_any(index, "facing") for index in upper)
    return (Effect(Status.HYPOTHETICAL),) if faces and situation.frame.outcome else ()


def _reversed(scene: Scene, situation: Situation) -> tuple[Effect, ...]:
    """"The conviction was overturned": what was undone is not told as done."""
    token = scene.tree[situation.head]
    governed = token.slot in ("subject", "passive", "object")
    upper = scene.tree[token.head].head if scene.is_any(token.head, "sanctions") else token.head   # "mencabut sanksi denda"
    undone = (governed or upper != token.head) and _undoes(scene, upper) or _undone_after(scene, situation)
    if situation.frame.outcome == "dismissal":
        return ()   # who reverses a dismissal says that there was one
    if situation.hit.trigger.construction == "headline" and situation.head and scene.is_any(situation.head - 1, "sanctions"):
        return (Effect(VOID),) if any(i > situation.head for i in scene.any_of("reversing")) else ()   # "Putusan Denda X Gugur"
    return (Effect(VOID),) if undone and situation.frame.outcome and not situation.hit.trigger.is_verb else ()


def _undoes(scene: Scene, verb: int) -> bool:
    return scene.is_any(verb, "reversing") or scene.tree.begins(scene.lexicon.phrases["undoing"], verb)


def _undone_after(scene: Scene, situation: Situation) -> bool:
    """"Vonis bersalah N.N. dianulir": the first verb after the noun, where the tree has lost that it is the noun's own."""
    if not scene.words("definite_after"):
        return False
    for token in scene.tree.tokens[situation.head + 1:situation.head + 2 * _NEAR]:
        if token.text in (",", ";", ":", "“", "”", '"') or scene.is_any(token.index, "relative"):
            return False
        bare = scene.is_any(token.index, "reversing") and not token.lower.startswith("me")   # "dibatalkan", "gugur"
        if token.index not in situation.hit.words and (bare or token.pos in VERBAL):
            return bare or token.lower.startswith("di") and _undoes(scene, token.index)
    return False


def _is_decreed(scene: Scene, situation: Situation) -> bool:
    """"The court has ordered the suspension of X": it is suspended, as where X is ordered suspended."""
    tree, head = scene.tree, situation.head
    closing = situation.frame.outcome in _DECREED and not situation.hit.trigger.is_verb and tree[head].slot == "object"
    past = tree[tree[head].head].lower.endswith("ed") or bool(scene.words("definite_after"))
    return closing and past and scene.is_any(tree[head].head, "decreeing")


def carrier(scene: Scene, situation: Situation) -> int:
    """The word whose place in the tree tells how surely the situation is said: the trigger, or the light verb above it
    where the trigger is its subject ("a lawsuit was filed").
    """
    token = scene.tree[situation.head]
    if _is_decreed(scene, situation):
        return token.head
    light = token.head in situation.anchors and scene.tree[token.head].pos in VERBAL and not (
        _is_left_open(scene, token.head, situation))
    return token.head if light and token.slot in ("subject", "passive") else situation.head


def _is_left_open(scene: Scene, verb: int, situation: Situation) -> bool:
    """"A ban on X is planned", "was proposed", "is rumoured": no light verb, but a plan or rumour of what its subject names; a
    suit that "is set for trial" has been brought.
    """
    if situation.frame.action and scene.is_any(verb, "scheduling"):
        return False
    cue = cue_at(scene, verb, "verb") if scene.tree[verb].passive and not scene.is_any(verb, "decreeing") else None
    return cue is not None and cue.status in (Status.HYPOTHETICAL, Status.ALLEGED, Status.DENIED)


def presupposed(scene: Scene, situation: Situation, known: bool) -> Stance:
    """The stance of a situation; what is spoken of as known ("the settlement") is taken for granted, whatever is said of it."""
    if known and situation.hit.trigger.construction == "noun":
        taken_back = (Effect(VOID),) if is_untrue(scene) else ()   # "there is no record of such a fine"
        return Stance((*stance.of_phrase(scene, situation.head).effects, *taken_back, *_unfiled(scene, situation)))
    return stance_of(scene, situation)
