"""When, where, how much, in which order: what a sentence adds to the actions and outcomes that it speaks of."""

from __future__ import annotations

from kg.extraction import audience, cues, dollars, references, stance, values
from kg.extraction.arguments import subjects
from kg.extraction.attaching import attach
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.places import write_court, write_place
from kg.extraction.scene import Scene
from kg.extraction.sequence import write_order
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status, Value

_NEAR = 6
_PAID = ("fine", "settlement", "damages", "judgment-plaintiff", "acquisition")


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down dates, sums, courts, places, order and user counts."""
    situations = [*situations, *references.find(scene, situations, notes)]
    for found in values.dates(scene.tree, scene.lexicon, scene.published if notes.dated else ""):
        _date(scene, found, situations, notes)
    for found in dollars.sums(scene.tree, scene.lexicon, scene.dollar):
        _money(scene, found, situations, notes)
    for situation in situations:
        if situation.node:
            write_place(scene, situation, notes)
            _year_of_action(scene, situation, notes)
    write_court(scene, situations, notes)
    write_order(scene, [s for s in situations if s.frame.outcome and s.node], notes)
    audience.write(scene, notes)


def _nearest(scene: Scene, index: int, situations: list[Situation]) -> Situation | None:
    """The situation whose words govern this one most closely, other verbs not passed; else the one under its verb."""
    tree = scene.tree
    for upper in (index, *tree.ancestors(index)):
        told = [s for s in situations if upper in s.hit.words] or [s for s in situations if upper in s.anchors]
        found = next((s for s in told if s.node), told[0] if told else None)
        if found:
            return found
        if tree[upper].pos == "VERB":
            return next((s for s in situations if _carries(scene, upper, s.head)), None)
    return None


def _carries(scene: Scene, verb: int, head: int) -> bool:
    """Whether a verb only carries the one below it: "agreed in March to pay", not "said on Monday that X was fined"."""
    tree = scene.tree
    cue = cues.cue_at(scene, verb, "verb")
    if cue and cue.status in ("said", Status.ALLEGED, Status.DENIED):
        return False
    while tree[head].slot in ("complement", "object") and tree[head].head != head:
        head = tree[head].head
        if head == verb:
            return True
    return False


def _date(scene: Scene, found: Found, situations: list[Situation], notes: Notes) -> None:
    before = scene.tree[found.first - 1].lower if found.first else ""
    if _is_bound(scene, found, before, situations):
        return   # "arrested since July", "by September": a bound is no date
    closing = scene.words("date_at_end") and before == ","
    main = _by_order(scene, found, situations) if closing else None   # "..., Selasa (27/5)" dates the main clause
    situation = (main or _nearest(scene, found.first, situations) or _only(scene, found.first, situations)
                 or _governed(scene, found.first, situations) or _by_order(scene, found, situations))
    if not situation:
        return
    for peer in situations:
        if peer is situation or peer.node and peer.frame.outcome and situation.frame.outcome and _together(peer, situation):
            _dated(scene, found, peer, notes)


def _is_bound(scene: Scene, found: Found, before: str, situations: list[Situation]) -> bool:
    """Whether a date only bounds the event; since when one thing has been blocked or closed is its date."""
    if found.first > 2 and all(scene.is_any(i, "bounding") for i in (found.first - 1, found.first - 3)):
        return True   # "as early as Friday"
    since = before in scene.words("since") and found.value.kind == "date"
    lasting = _nearest(scene, found.first, situations) if since else None
    several = not lasting or not lasting.frame.outcome or any(scene.discourse.kind(s.node) == "Group" for s in lasting.B)
    return before in scene.words("date_bounds") and several and not any(s.frame.year for s in situations)


def _together(one: Situation, other: Situation) -> bool:
    """Whether one verb carries both: "sentenced him to prison and a fine"."""
    return bool(one.anchors & other.anchors)


def _dated(scene: Scene, found: Found, situation: Situation, notes: Notes) -> None:
    words = [found.first, found.last]
    if situation.frame.year:
        _founded(scene, situation, found, words, notes)
    elif situation.frame.outcome and situation.node:
        attach(scene, situation, "date", found.value, words, notes)
    elif situation.frame.action and (_is_filing(scene, situation) or _of_report(scene, found, situation)):
        attach(scene, situation, "filedOn", found.value, words, notes)


def _of_report(scene: Scene, found: Found, situation: Situation) -> bool:
    """"laporan korban ke Polres pada 3 Maret", "a police report on May 3": the day hangs on the report itself."""
    noun = situation.frame.action == "police-report" and not situation.hit.trigger.is_verb
    return noun and scene.tree.verb_above(found.first) != found.first and scene.tree.governs(situation.head, found.first)


def _year_of_action(scene: Scene, situation: Situation, notes: Notes) -> None:
    """"a 2019 case in Texas": the year in which it was brought."""
    if situation.frame.action and not situation.hit.trigger.is_verb:
        for index in scene.tree.children(situation.head, "number", "compound"):
            text = scene.tree[index].text
            if index < situation.head and len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"):
                attach(scene, situation, "filedOn", Value(text, "year"), [index], notes)


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
    if found.value.kind == "date" and not any(found.value.lexical[:4] in scene.tree[i].text for i in words):
        return
    verdict = judge(stance.read(scene, situation.head), notes.parties)
    for of in situation.B:
        notes.ledger.add(scene, of, "foundedIn", Value(found.value.lexical[:4], "year"), verdict,
                         sorted({situation.head, *words}), situation.hit.rule)


def _is_filing(scene: Scene, situation: Situation) -> bool:
    """Whether the sentence tells of the bringing of the action, not of something that happened to it later."""
    if scene.is_any(situation.hit.words[-1], "trials"):
        return False   # a trial opens long after the case was brought
    return situation.hit.trigger.construction == "verb" or any(
        scene.is_any(i, "filing") and (scene.tree[i].pos in VERBAL or i != situation.head)   # not "a petition"
        or scene.tree[i].passive and scene.is_any(i, "naming") for i in situation.anchors)


def _money(scene: Scene, found: Found, situations: list[Situation], notes: Notes) -> None:
    if own := _own_sum(scene, found, situations):
        attach(scene, own, "amountSought", found.value, [found.first, found.last], notes)
        return
    if _asked_for(scene, found) and (event := notes.events.last_action()):
        if not event.attributes.setdefault("amountSought", ""):
            event.attributes["amountSought"] = found.value.lexical
            notes.ledger.add(scene, Spot(event.node, found.first, found.last, "event"), "amountSought", found.value,
                             Verdict(Status.ASSERTED), [found.first, found.last], "seek/asked")
        return
    verb = _seeking_above(scene, found.first)
    if verb is not None and scene.is_any(verb, "seeking") and (action := _subject_action(scene, verb, situations)):
        attach(scene, action, "amountSought", found.value, [found.first, found.last], notes)
        return
    if verb is not None and scene.is_any(verb, "seeking") and _sought_by_party(scene, verb, found, notes):
        return
    paid = [s for s in situations if s.frame.outcome in _PAID and s.node]
    near = paid[0] if len({s.node for s in paid}) == 1 and paid[0].B else None
    situation = _nearest(scene, found.first, paid) or _of_subject(scene, verb, paid) or near
    if situation:
        attach(scene, situation, "amount", found.value, [found.first, found.last], notes)
    elif claimed := _claimed(scene, found, situations):
        attach(scene, claimed, "amountSought", found.value, [found.first, found.last], notes)


def _asked_for(scene: Scene, found: Found) -> bool:
    """"less than the $25 million her attorneys had asked for", "jauh di bawah Rp 20 miliar yang diminta penggugat"."""
    if _sum_sought(scene, found):
        return True
    after = scene.tree.tokens[found.last + 1:found.last + 8]
    verb = next((t for t in after if t.pos == "VERB" or t.text in (",", ";", ".")), None)
    if not verb or not scene.is_any(verb.index, "asking_for"):
        return False
    relative = scene.is_any(found.last + 1, "relative") or verb.slot == "relative"
    lead = any(scene.is_any(i, "definite") for i in range(max(0, found.first - 3), found.first))
    return relative and (lead or bool(scene.words("definite_after")))


def _sum_sought(scene: Scene, found: Found) -> bool:
    """"Nilai kerugian yang dituntut mencapai Rp 5 miliar", "the damages sought total $5m": it is the subject."""
    tree, verb = scene.tree, scene.tree.verb_above(found.first)
    for noun in subjects(tree, verb, scene.lexicon) if verb is not None and verb < found.first else ():
        sought = any(scene.is_any(i, "asking_for") for i in tree.children(noun, "relative", "adjective"))
        if sought and (scene.is_any(noun, "claimed") or scene.is_any(noun, "sums")):
            return True
    return False


def _own_sum(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"a claim for $2 million", "a $40 million class action": the action whose noun the sum hangs on."""
    tree, words = scene.tree, range(found.first - 1, found.last + 1)
    heads = {tree[i].head for i in words if i >= 0 and tree[i].head not in words
             and (not tree[i].case or set(tree[i].case.split()) & scene.words("of_sums"))}
    return next((s for s in situations if s.frame.action and s.node and not s.hit.trigger.is_verb and s.head in heads), None)


def _seeking_above(scene: Scene, index: int) -> int | None:
    """The verb above a sum; "wants the company to pay 30 million", "meminta ganti rugi Rp 3 miliar": the one that asks for it."""
    tree = scene.tree
    verb = tree.verb_above(index)
    upper = verb
    while upper is not None and tree[upper].slot in ("complement", "object") and tree[upper].head != upper:
        upper = tree[upper].head
        if scene.is_any(upper, "seeking") and tree[upper].pos in VERBAL:
            return upper
    return verb


def _claimed(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"gugatan terhadap X dengan nilai Rp 200 miliar": the worth of the only action that the sentence tells of."""
    actions = [s for s in situations if s.frame.action and s.node]
    near = range(max(0, found.first - _NEAR), min(found.last + 4, len(scene.tree)))
    return actions[0] if len(actions) == 1 and any(scene.is_any(i, "claimed") for i in near) else None


def _subject_action(scene: Scene, verb: int, situations: list[Situation]) -> Situation | None:
    """The action that seeks the sum: the subject of the verb of seeking, else the one whose clause it is."""
    actions = [s for s in situations if s.frame.action and s.node]
    subject = subjects(scene.tree, verb, scene.lexicon)
    return next((s for s in actions if s.head in subject or verb in s.anchors), actions[0] if actions else None)


def _sought_by_party(scene: Scene, verb: int, found: Found, notes: Notes) -> bool:
    """"The families are seeking $22 million": by the action whose plaintiffs they are, or by "it", the action itself."""
    tokens = subjects(scene.tree, verb, scene.lexicon)
    named = [spot.node for spot in map(scene.spot, tokens) if spot]
    known = [notes.events.of(node) or notes.events.brought_by(node) for node in named]
    state = [notes.events.of(notes.action), _of_state(scene, tokens, notes)] if tokens and not named else []
    sought = scene.tree[verb].passive and any(scene.tree.governs(i, found.first) for i in tokens)   # "damages of $4m are sought"
    claimants = sought or any(scene.is_any(i, "claimants") for i in tokens)   # "penggugat", "mereka"
    for event in (*known, *state, notes.events.last_action() if claimants else None):
        if event and not event.attributes.get("amountSought"):
            verdict = judge(stance.read(scene, verb), notes.parties)
            action = Spot(event.node, verb, verb, "event")
            words = [verb, found.first, found.last]
            notes.ledger.add(scene, action, "amountSought", found.value, verdict, words, "seek/amount")
            event.attributes["amountSought"] = found.value.lexical
            return True
    return False


def _of_state(scene: Scene, tokens: list[int], notes: Notes) -> Event | None:
    """"Utah is seeking $22 million": no node, but the place of an action that the article has told of."""
    places = {p.value.lexical for p in values.places(scene.tree, scene.gazetteer) if set(tokens) & {p.first, p.last}}
    return next((event for event in reversed(notes.events.actions) if event.places & places), None)


def _of_subject(scene: Scene, verb: int | None, situations: list[Situation]) -> Situation | None:
    if verb is None:
        return None
    subject = subjects(scene.tree, verb, scene.lexicon)
    return next((s for s in situations if s.head in subject), None)
