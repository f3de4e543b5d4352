"""When it happened: which of the events that a sentence tells a date belongs to."""

from __future__ import annotations

from kg.extraction import cues, foundings, reckoning, references, stance, values
from kg.extraction.arguments import subjects
from kg.extraction.attaching import attach, verdict_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import judge
from kg.model import Status, Value

_NEAR = 6
_RULINGS = frozenset({"conviction", "sentence", "fine", "damages", "judgment-plaintiff"})
_CLEARED = ("complement", "relative", "adverbial", "modifier")


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down the dates of what a sentence tells."""
    told = values.dates(scene.tree, scene.lexicon, scene.published if notes.dated else "")
    for found in (*told, *reckoning.from_before(scene, notes)):
        _date(scene, found, situations, notes)
        notes.when = found.value.lexical
        if found.value.kind == "date":
            notes.day = found.value.lexical


def _ends(scene: Scene, found: Found, situation: Situation) -> bool:
    """"The suspension of X ended on Friday": when it was over, not when it came."""
    verb = scene.tree[situation.head].head
    lasting = situation.frame.outcome in ("blocking", "suspension") and not situation.hit.trigger.is_verb
    return lasting and scene.is_any(verb, "over") and scene.tree.verb_above(found.first) == verb


def _date(scene: Scene, found: Found, situations: list[Situation], notes: Notes) -> None:
    before = scene.tree[found.first - 1].lower if found.first else ""
    if _is_bound(scene, found, before, situations):
        return   # "arrested since July", "by September": a bound is no date
    closing = scene.words("date_at_end") and before == ","
    main = _by_order(scene, found, situations) if closing else None   # "..., Selasa (27/5)" dates the main clause
    main = foundings.of_year(scene, found, situations) or main
    situation = (main or _begun(scene, found, situations) or nearest(scene, found.first, situations)
                 or _only(scene, found.first, situations)
                 or _governed(scene, found.first, situations) or _by_order(scene, found, situations)
                 or _shared(scene, found, situations) or _main(scene, found, situations))
    if situation and situation.frame.year and _is_mere_day(scene, found):
        situation = _main(scene, found, situations)   # "acquitted N, who founded X, on Wednesday"
    if not situation:
        return
    for peer in situations:
        joined = peer.node and peer.frame.outcome and situation.frame.outcome and (
            _together(peer, situation) or _at_once(scene, peer, situation) or _ruled(scene, peer, situation))
        if (peer is situation or joined) and not _ends(scene, found, peer):
            _dated(scene, found, peer, notes)


def _main(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"Jurors cleared N, who founded X, of fraud on Monday": a day at the end or beginning of the sentence is that of its main
    verb, whatever the parse hangs it on.
    """
    tree = scene.tree
    closing = all(token.pos == "PUNCT" for token in tree.tokens[found.last + 1:])
    if found.value.kind != "date" or scene.words("date_at_end") or not (closing or found.first < 2):
        return None
    roots = {token.index for token in tree.tokens if token.slot == "root"}
    return next((s for s in situations if s.node and roots & {s.head, *s.anchors}
                 and (s.frame.outcome or s.hit.trigger.is_verb)), None)


def _is_bound(scene: Scene, found: Found, before: str, situations: list[Situation]) -> bool:
    """Whether a date only bounds the event; since when one thing has been blocked or closed is its date."""
    if found.first > 2 and all(scene.is_any(i, "bounding") for i in (found.first - 1, found.first - 3)):
        return True   # "as early as Friday"
    since = before in scene.words("since") and found.value.kind == "date"
    lasting = nearest(scene, found.first, situations) if since else None
    several = not lasting or not lasting.frame.outcome or any(scene.discourse.kind(s.node) == "Group" for s in lasting.B)
    return before in scene.words("date_bounds") and several and not any(s.frame.year for s in situations)


def _together(one: Situation, other: Situation) -> bool:
    """Whether one verb carries both: "sentenced him to prison and a fine"."""
    return bool(one.anchors & other.anchors)


def _at_once(scene: Scene, peer: Situation, situation: Situation) -> bool:
    """"folded in April when its founder was arrested": what a clause with "when" tells happened then too."""
    tree = scene.tree
    upper = tree.verb_above(tree[peer.head].head)   # from the verb itself, or from the day before the clause
    clause = tree[peer.head].slot in ("adverbial", "relative") and upper in {situation.head, *situation.anchors}
    return clause and not _has_date(scene, peer) and any(
        scene.is_any(i, "when_words") for i in tree.children(peer.head, "mark", "adverb"))


def _ruled(scene: Scene, peer: Situation, situation: Situation) -> bool:
    """"was convicted on Monday and given six years", "dinyatakan bersalah dan dihukum, Jumat (10/5)": one judgment says both."""
    tree, types = scene.tree, {peer.frame.outcome, situation.frame.outcome}
    verbs = [{v for i in (s.head, *s.anchors) if (v := tree.verb_above(i)) is not None} for s in (peer, situation)]
    chained = any(two in tree.conjuncts(one) or one in tree.conjuncts(two) for one in verbs[0] for two in verbs[1])
    return types <= _RULINGS and chained and not _has_date(scene, peer)


def _begun(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"The inquiry began in May", "its probe, which began last November,", "Penyidikan bermula pada Februari": when an action
    that is the subject of a verb of beginning was brought.
    """
    tree, verb = scene.tree, scene.tree.verb_above(found.first)
    if verb is None or not scene.is_any(verb, "beginning"):
        return None
    begun = {*subjects(tree, verb, scene.lexicon), *((tree[verb].head,) if tree[verb].slot == "relative" else ())}
    return next((s for s in situations if s.node and s.frame.action and not s.hit.trigger.is_verb
                 and not any(scene.is_any(i, "trials") for i in s.hit.words)
                 and begun & {s.head, tree[s.head].head, *s.hit.words}), None)


def _shared(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"Tahun lalu komisi menyatakan X melanggar, lalu mendendanya": the day before a verb of which nothing is told is that of
    the verb coordinated with it.
    """
    tree, verb = scene.tree, scene.tree.verb_above(found.first)
    if verb is None or found.first > verb or any(verb in (s.head, *s.anchors) for s in situations):
        return None
    after = (i for i in tree.children(verb, "conjunct", "adverbial") if not tree.children(i, "aux", "subject", "passive"))
    next_told = [i for i in after if (
        tree[i].slot == "conjunct" or any(scene.is_any(j, "then_words") for j in tree.children(i, "mark", "adverb")))]
    told = [s for s in situations if s.node and s.frame.outcome and s.head in next_told]
    return told[0] if len({s.node for s in told}) == 1 and not _has_date(scene, told[0]) else None


def _dated(scene: Scene, found: Found, situation: Situation, notes: Notes) -> None:
    words = [found.first, found.last]
    if situation.frame.year:
        _founded(scene, situation, found, words, notes)
    elif situation.frame.outcome and situation.node and not (
            _is_to_come(scene, found, situation, notes) or references.is_upheld(scene, situation)):
        attach(scene, situation, "date", found.value, words, notes)
    elif situation.frame.action and not _is_to_come(scene, found, situation, notes) and (
            _begun(scene, found, [situation]) or _is_filing(scene, situation, found) or _of_report(scene, found, situation)):
        attach(scene, situation, "filedOn", found.value, words, notes)


def _is_to_come(scene: Scene, found: Found, situation: Situation, notes: Notes) -> bool:
    """Whether a date lies ahead of the article, and the event does not: it is that of something else."""
    ahead = scene.published[:len(found.value.lexical)] < found.value.lexical if scene.published else False
    verdict = verdict_of(scene, situation, notes) if ahead else None
    return verdict is not None and verdict.status is Status.ASSERTED


def _of_report(scene: Scene, found: Found, situation: Situation) -> bool:
    """"laporan korban ke Polres pada 3 Maret", "a police report on May 3": the day hangs on the report itself."""
    noun = situation.frame.action == "police-report" and not situation.hit.trigger.is_verb
    return noun and scene.tree.verb_above(found.first) != found.first and scene.tree.governs(situation.head, found.first)


def _only(scene: Scene, index: int, situations: list[Situation]) -> Situation | None:
    """The one situation of the sentence, where the parse has lost the date that stands shortly after it."""
    if len(situations) != 1 or not 0 < index - situations[0].head <= _NEAR:
        return None
    between = scene.tree.tokens[situations[0].head + 1:index]
    return None if any(token.pos in VERBAL or token.text in (",", ";") for token in between) else situations[0]


def _governed(scene: Scene, index: int, situations: list[Situation]) -> Situation | None:
    """"Kenya on Wednesday became the third country to block X": what the dated verb governs, unless it only reports it."""
    verb = scene.tree.verb_above(index)
    if verb is None or any(cue.part == "verb" for cue in cues.starting_at(scene, verb)):
        return None
    below = [s for s in situations if s.node and scene.tree.governs(verb, s.head)
             and (s.frame.outcome or s.hit.trigger.is_verb)]   # "the order was issued on Tuesday in a suit brought by A"
    return below[0] if len({s.node for s in below}) == 1 and not _has_date(scene, below[0]) else None


def _has_date(scene: Scene, situation: Situation) -> bool:
    found = values.dates(scene.tree, scene.lexicon, scene.published)
    return any(scene.tree.governs(situation.head, hit.first) for hit in found)


def _by_order(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """The situation that a date belongs to by the order of words, where its language puts the date of the main clause at
    the end of the sentence: never past a word of speech, whose date it would be, nor out of a quotation.
    """
    if not scene.words("date_at_end"):
        return None
    quote = scene.quotes.around(scene.tree[found.first].span.start)
    before = [s for s in situations if s.head < found.first and (s.node or s.frame.year)
              and scene.quotes.around(scene.tree[s.head].span.start) == quote]
    near = [s for s in before if not _speech_between(scene, s.head, found.first)]
    if near and scene.tree[found.first - 1].text == ",":
        return min(near, key=lambda s: (sum(1 for _ in scene.tree.ancestors(s.head)), -s.head))
    return max(near, key=lambda s: s.head, default=None)


def _speech_between(scene: Scene, left: int, right: int) -> bool:
    """Whether somebody speaks, or a new clause begins, between two words."""
    tree = scene.tree
    verbs = [i for i in range(left + 1, right) if tree[i].pos in VERBAL]
    spoken = any(scene.is_any(i, "speech_after") or scene.is_any(i, "speech_places") for i in range(left + 1, right))
    return spoken or any(tree[i].text in (";", ":") for i in range(left + 1, right)) or len(verbs) > 3


def _founded(scene: Scene, situation: Situation, found: Found, words: list[int], notes: Notes) -> None:
    """The year in which a platform was founded or launched; "today" and "on Monday" are dates of something else."""
    dates = values.dates(scene.tree, scene.lexicon, scene.published)
    own = {hit.first for hit in dates if scene.tree.verb_above(hit.first) == situation.head}
    if _is_mere_day(scene, found) or own and found.first not in own:   # "berdiri pada 2016 dan punya 3 juta anggota pada 2023"
        return
    verdict = judge(stance.read(scene, situation.head), notes.parties)
    known = notes.ledger.subjects_of(scene, "foundedIn")   # "founded in 2015, with 3 million users in March 2024"
    for of in (spot for spot in situation.B if spot.node not in known):
        notes.ledger.add(scene, of, "foundedIn", Value(found.value.lexical[:4], "year"), verdict,
                         sorted({situation.head, *words}), situation.hit.rule)


def _is_mere_day(scene: Scene, found: Found) -> bool:
    """Whether a day or month is told without its year."""
    year = found.value.lexical[:4]
    return len(found.value.lexical) > len(year) and not any(year in scene.tree[i].text for i in (found.first, found.last))


def _is_filing(scene: Scene, situation: Situation, found: Found) -> bool:
    """Whether the sentence tells of the bringing of the action, not of something that happened to it later."""
    if any(scene.is_any(i, "trials") for i in situation.hit.words):
        return False   # a trial opens long after the case was brought
    verb = scene.tree.verb_above(found.first)
    borne = scene.tree[situation.head].head == verb and scene.tree[situation.head].slot == "passive"
    if verb is not None and borne and not any(scene.is_any(verb, words) for words in ("filing", "naming", "lodging")):
        return False   # "the petition, brought by A, will be heard in July"
    if any(_is_cleared(scene, i) for i in situation.anchors) or _is_under_way(scene, situation):
        return False
    return situation.hit.trigger.construction in ("verb", "ellipsis") or any(
        scene.is_any(i, "filing") and (scene.tree[i].pos in VERBAL or i != situation.head)   # not "a petition"
        or scene.tree[i].passive and scene.is_any(i, "naming") for i in situation.anchors)


def _is_under_way(scene: Scene, situation: Situation) -> bool:
    """"Appeared on Monday before the committee, which is investigating X": what goes on was begun some day before."""
    verb = situation.head
    going = situation.hit.trigger.is_verb and scene.tree[verb].lower.endswith("ing") and situation.frame.action != "lawsuit"
    on = going and any(scene.tree[i].lemma == "be" for i in scene.tree.children(verb, "aux"))
    return on and not any(scene.any_of("since"))


def _is_cleared(scene: Scene, verb: int) -> bool:
    """"users were cleared on Tuesday to pursue their claim", "won permission on Monday to sue": the suit is older, or to come."""
    upper = scene.tree[verb].head
    given = (upper, *scene.tree.children(upper, "object"))
    return upper < verb and scene.tree[verb].slot in _CLEARED and any(scene.is_any(i, "cleared_to") for i in given)


def nearest(scene: Scene, index: int, situations: list[Situation]) -> Situation | None:
    """The situation whose words govern this one most closely, other verbs not passed; else the one under its verb."""
    tree = scene.tree
    for upper in (index, *tree.ancestors(index)):
        told = sorted((s for s in situations if upper in s.anchors or upper in s.hit.words),
                      key=lambda s: (not s.node, upper not in s.hit.words))   # of "launched a probe" the probe
        found = told[0] if told else None
        if found:
            return found
        if tree[upper].pos == "VERB":
            carried = [s for s in situations if _carries(scene, upper, s.head)]
            return min(carried, key=lambda s: (tree.depth(s.head), s.head), default=None)   # "agreed on Friday to settle a suit"
    return None


def _carries(scene: Scene, verb: int, head: int) -> bool:
    """Whether a verb only carries the one below it: "agreed in March to pay", not "said on Monday that X was fined"."""
    tree = scene.tree
    cue = cues.cue_at(scene, verb, "verb")
    if cue and cue.status in ("said", Status.ALLEGED, Status.DENIED) or scene.is_any(verb, "only_words"):
        return False   # "threatened on Monday to block X"
    while (tree[head].slot in ("complement", "object") or _is_aim(scene, head)) and tree[head].head != head:
        head = tree[head].head
        if head == verb:
            return True
    return False


def _is_aim(scene: Scene, verb: int) -> bool:
    """"needed two hours on Monday to convict N", "membayar Rp 2 miliar untuk mengakhiri gugatan"."""
    tree = scene.tree
    return tree[verb].slot == "adverbial" and tree[verb].pos in VERBAL and any(
        tree[i].lower in scene.words("in_order_to") for i in tree.children(verb) if i < verb)
