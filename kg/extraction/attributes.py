"""When, where, how much, in which order: what a sentence adds to the actions and outcomes that it speaks of."""

from __future__ import annotations

from kg.extraction import audience, currencies, dating, localities, references, stance
from kg.extraction.arguments import subjects
from kg.extraction.attaching import attach
from kg.extraction.courts import write_court
from kg.extraction.discourse import Spot
from kg.extraction.events import Event
from kg.extraction.notes import Notes
from kg.extraction.places import note_country, write_place
from kg.extraction.scene import Scene
from kg.extraction.sequence import write_order
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status, Value

_NEAR = 6
_PAID = ("fine", "settlement", "damages", "acquisition")
_CIVIL = ("lawsuit", "class-action")
_SUMLESS = ("investigation", "legislative-inquiry")   # in which nobody asks for money


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down dates, sums, courts, places, order and user counts."""
    situations = [*situations, *references.find(scene, situations, notes)]
    dating.write(scene, situations, notes)
    for found in currencies.sums(scene.tree, scene.lexicon, scene.currencies):
        _money(scene, found, situations, notes)
    for situation in situations:
        if situation.node and (situation.A or situation.hit.trigger.construction != "ellipsis"):
            write_place(scene, situation, notes)
        if situation.node:
            _year_of_action(scene, situation, notes)
    note_country(scene, notes)
    write_court(scene, situations, notes)
    write_order(scene, [s for s in situations if s.frame.outcome and s.node], notes)
    audience.write(scene, notes)


def _year_of_action(scene: Scene, situation: Situation, notes: Notes) -> None:
    """"a 2019 case in Texas": the year in which it was brought."""
    if situation.frame.action and not situation.hit.trigger.is_verb:
        for index in scene.tree.children(situation.head, "number", "compound"):
            text = scene.tree[index].text
            if index < situation.head and len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"):
                attach(scene, situation, "filedOn", Value(text, "year"), [index], notes)


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
    if _of_something_else(scene, found):
        return
    apart = bool(paid) and _in_clause_apart(scene, verb, found, paid[0])
    near = paid[0] if len({s.node for s in paid}) == 1 and paid[0].B and not apart else None
    situation = dating.nearest(scene, found.first, paid) or _of_subject(scene, verb, paid) or near
    if situation:
        attach(scene, situation, "amount", found.value, [found.first, found.last], notes)
    elif claimed := _claimed(scene, found, situations):
        attach(scene, claimed, "amountSought", found.value, [found.first, found.last], notes)


def _per_period(scene: Scene, found: Found) -> bool:
    """"charged members 9 euros a month", "$5 monthly": what something costs for a while."""
    tree = scene.tree
    behind = [t.index for t in tree.tokens[found.last + 1:found.last + 5] if (t.lemma,) not in {(sign,) for sign, _ in
              scene.lexicon.currencies} and not scene.gazetteer.place(t.text) and t.lower not in scene.gazetteer.adjectives]
    if behind and scene.is_any(behind[0], "periodical"):
        return True
    return len(behind) > 1 and scene.is_any(behind[0], "per_words") and any(
        scene.is_any(behind[1], unit) for unit in ("unit_weeks", "unit_months", "unit_years"))


def _of_something_else(scene: Scene, found: Found) -> bool:
    """"with debts of £60m", "whose sales reached $400 million": what is owed, earned or lost is no price and no penalty."""
    if _per_period(scene, found):
        return True
    tree, words = scene.tree, range(found.first, found.last + 1)
    uppers = [tree[i].head for i in words if tree[i].head not in words]
    of = any(scene.is_any(upper, "sums_apart") for upper in uppers)
    verb = next((upper for upper in uppers if tree[upper].pos in VERBAL), None)
    return of or verb is not None and any(scene.is_any(i, "sums_apart") for i in subjects(tree, verb, scene.lexicon))


def _in_clause_apart(scene: Scene, verb: int | None, found: Found, situation: Situation) -> bool:
    """"fined after buyers lost 3 million euros": a clause of its own, in which nobody pays; "fined X, which runs Y, 2 million
    euros" is none.
    """
    before = found.first - 1 - (scene.tree[found.first - 1].pos == "SYM")   # ", $18 million"
    if verb is None or verb > found.first or scene.tree[before].text == "," or not scene.lexicon.check_pos:
        return False
    own = verb in situation.anchors or verb in situation.hit.words or scene.tree.governs(verb, situation.head)
    return not own and not scene.is_any(verb, "costing")


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
        if scene.is_any(noun, "sums") and any(i in scene.actions for i in tree.children(noun, "modifier", "owner")):
            return True   # "nilai gugatannya mencapai Rp 950 juta"
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
    return actions[0] if len({s.node for s in actions}) == 1 and (_right_behind(scene, found, actions[0]) or any(
        scene.is_any(i, "claimed") for i in near)) else None


def _right_behind(scene: Scene, found: Found, action: Situation) -> bool:
    """"X digugat Rp 10 miliar", "menggugat X Rp 10 miliar": the sum right behind the verb or whom it sues."""
    signs = {sign for sign, _ in scene.lexicon.currencies}
    before = found.first - 1 - (found.first > 0 and scene.tree[found.first - 1].lower in signs)
    sued = {spot.last for spot in action.B} | set(action.hit.words)
    return action.frame.action in _CIVIL and action.hit.trigger.is_verb and before in sued


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
        if event and event.concept not in _SUMLESS and not event.attributes.get("amountSought"):
            verdict = judge(stance.read(scene, verb), notes.parties)
            action = Spot(event.node, verb, verb, "event")
            words = [verb, found.first, found.last]
            notes.ledger.add(scene, action, "amountSought", found.value, verdict, words, "seek/amount")
            event.attributes["amountSought"] = found.value.lexical
            return True
    return False


def _of_state(scene: Scene, tokens: list[int], notes: Notes) -> Event | None:
    """"Utah is seeking $22 million": no node, but the place of an action that the article has told of."""
    places = {p.value.lexical for p in localities.read(scene) if set(tokens) & {p.first, p.last}}
    return next((event for event in reversed(notes.events.actions) if event.places & places), None)


def _of_subject(scene: Scene, verb: int | None, situations: list[Situation]) -> Situation | None:
    if verb is None:
        return None
    subject = subjects(scene.tree, verb, scene.lexicon)
    return next((s for s in situations if s.head in subject), None)
