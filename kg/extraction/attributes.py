"""When, where, how much, in which order: what a sentence adds to the actions and outcomes that it speaks of."""

from __future__ import annotations

from kg.extraction import cues, stance, values
from kg.extraction.arguments import objects, obliques, spots, subjects
from kg.extraction.certainty import stance_of
from kg.extraction.discourse import Spot
from kg.extraction.events import Event, spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import weakest
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status, Value

_NEAR = 6
_PAID = ("fine", "settlement", "damages", "judgment-plaintiff")


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down dates, sums, courts, places, order and user counts."""
    for found in values.dates(scene.tree, scene.lexicon, scene.published if notes.dated else ""):
        _date(scene, found, situations, notes)
    for found in values.money(scene.tree, scene.lexicon):
        _money(scene, found, situations, notes)
    for situation in situations:
        if situation.node:
            _place(scene, situation, notes)
    _courts(scene, situations, notes)
    _order(scene, [s for s in situations if s.frame.outcome and s.node], notes)
    for found in values.counts(scene.tree, scene.lexicon):
        _users(scene, found, notes)


def _verdict(scene: Scene, situation: Situation, notes: Notes) -> Verdict | None:
    """The stance of the situation; an event that is negated has no attributes."""
    verdict = judge(stance_of(scene, situation), notes.parties)
    return None if verdict and verdict.negated else verdict


def lies_ahead(scene: Scene, situation: Situation) -> bool:
    """Whether the date of a situation is later than the article's: "the app closes on Friday next week" is still to come."""
    found = values.dates(scene.tree, scene.lexicon, scene.published) if scene.published else []
    own = [hit for hit in found if any(scene.tree.governs(i, hit.first) for i in situation.hit.words)]
    return bool(own) and all(hit.value.lexical > scene.published[:len(hit.value.lexical)] for hit in own)


def _nearest(scene: Scene, index: int, situations: list[Situation]) -> Situation | None:
    """The situation whose words govern this one most closely, other verbs not passed; else the one under its verb."""
    tree = scene.tree
    for upper in (index, *tree.ancestors(index)):
        found = next((s for s in situations if upper in s.anchors or upper in s.hit.words), None)
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


def _add(scene: Scene, situation: Situation, predicate: str, value: Value, words: list[int], notes: Notes) -> None:
    verdict = _verdict(scene, situation, notes)
    for node in _holders(situation, predicate):
        event = notes.events.of(node)
        if event and verdict and _agrees(event, predicate, value):
            value = _in_future(value, scene.published) if verdict.status is Status.HYPOTHETICAL else value
            notes.ledger.add(scene, spot_of(event, situation), predicate, value, verdict, sorted({situation.head, *words}),
                             f"{situation.frame.id}/{predicate}")


def _holders(situation: Situation, predicate: str) -> list[str]:
    """Whose attribute it is: the place of a court is that of what it imposes and of the action that is before it."""
    return [situation.node, *(_cases(situation) if predicate == "jurisdiction" and situation.frame.outcome else ())]


def _agrees(event: Event, predicate: str, value: Value) -> bool:
    """Whether a date or sum may be one more of the same event: a second, other one belongs to something else."""
    if predicate == "jurisdiction":
        return True
    known = event.attributes.setdefault(predicate, value.lexical)
    return known.startswith(value.lexical) or value.lexical.startswith(known)


def _in_future(value: Value, published: str) -> Value:
    """A month that is only planned lies ahead: "may rule in April" is the next April."""
    if value.kind == "month" and published and value.lexical < published[:7]:
        return Value(f"{int(value.lexical[:4]) + 1}{value.lexical[4:]}", "month")
    return value


# ------------------------------------------------------------------------------------------------ dates and sums

def _date(scene: Scene, found: Found, situations: list[Situation], notes: Notes) -> None:
    before = scene.tree[found.first - 1].lower if found.first else ""
    if before in scene.words("date_bounds") and not any(s.frame.year for s in situations):
        return   # "arrested since July", "by September": a bound is no date
    situation = (_nearest(scene, found.first, situations) or _only(scene, found.first, situations)
                 or _governed(scene, found.first, situations) or _by_order(scene, found, situations))
    if not situation:
        return
    for peer in situations:
        if peer is situation or peer.node and peer.frame.outcome and situation.frame.outcome and _together(peer, situation):
            _dated(scene, found, peer, notes)


def _together(one: Situation, other: Situation) -> bool:
    """Whether one verb carries both: "sentenced him to prison and a fine"."""
    return bool(one.anchors & other.anchors)


def _dated(scene: Scene, found: Found, situation: Situation, notes: Notes) -> None:
    words = [found.first, found.last]
    if situation.frame.year:
        _founded(scene, situation, found, words, notes)
    elif situation.frame.outcome and situation.node:
        _add(scene, situation, "date", found.value, words, notes)
    elif situation.frame.action and _is_filing(scene, situation):
        _add(scene, situation, "filedOn", found.value, words, notes)


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
    below = [s for s in situations if s.node and scene.tree.governs(verb, s.head)]
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
    """The year in which a platform was founded or launched."""
    verdict = judge(stance.read(scene, situation.head), notes.parties)
    for of in situation.B:
        notes.ledger.add(scene, of, "foundedIn", Value(found.value.lexical[:4], "year"), verdict,
                         sorted({situation.head, *words}), situation.hit.rule)


def _is_filing(scene: Scene, situation: Situation) -> bool:
    """Whether the sentence tells of the bringing of the action, not of something that happened to it later."""
    return situation.hit.trigger.construction == "verb" or any(
        scene.is_any(index, "filing") for index in situation.anchors)


def _money(scene: Scene, found: Found, situations: list[Situation], notes: Notes) -> None:
    tree = scene.tree
    verb = tree.verb_above(found.first)
    if verb is not None and scene.is_any(verb, "seeking") and (action := _subject_action(scene, verb, situations)):
        _add(scene, action, "amountSought", found.value, [found.first, found.last], notes)
        return
    if verb is not None and scene.is_any(verb, "seeking") and _sought_by_party(scene, verb, found, notes):
        return
    paid = [s for s in situations if s.frame.outcome in _PAID and s.node]
    near = paid[0] if len({s.node for s in paid}) == 1 and paid[0].B else None
    situation = _nearest(scene, found.first, paid) or _of_subject(scene, verb, paid) or near
    if situation:
        _add(scene, situation, "amount", found.value, [found.first, found.last], notes)
    elif claimed := _claimed(scene, found, situations):
        _add(scene, claimed, "amountSought", found.value, [found.first, found.last], notes)


def _claimed(scene: Scene, found: Found, situations: list[Situation]) -> Situation | None:
    """"gugatan terhadap X dengan nilai Rp 200 miliar": the worth of the only action that the sentence tells of."""
    actions = [s for s in situations if s.frame.action and s.node]
    before = any(scene.is_any(i, "claimed") for i in range(max(0, found.first - _NEAR), found.first))
    return actions[0] if len(actions) == 1 and before else None


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
    state = [notes.events.of(notes.action)] if tokens and not named else []   # "Utah is seeking": no node, but a party
    claimants = any(scene.is_any(i, "claimants") for i in tokens)   # "penggugat", "mereka"
    for event in (*known, *state, notes.events.last_action() if claimants else None):
        if event and not event.attributes.get("amountSought"):
            verdict = judge(stance.read(scene, verb), notes.parties)
            action = Spot(event.node, verb, verb, "event")
            words = [verb, found.first, found.last]
            notes.ledger.add(scene, action, "amountSought", found.value, verdict, words, "seek/amount")
            return True
    return False


def _of_subject(scene: Scene, verb: int | None, situations: list[Situation]) -> Situation | None:
    if verb is None:
        return None
    subject = subjects(scene.tree, verb, scene.lexicon)
    return next((s for s in situations if s.head in subject), None)


# ------------------------------------------------------------------------------------------------ courts and places

def _courts(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """The court before which the one legal action that the sentence speaks of is brought or decided."""
    cases = {node: s for s in situations if s.node for node in _cases(s)}
    courts = [spot for spot in scene.mentions.spots if spot.how == "name" and scene.discourse.is_court(spot.node)]
    if len(cases) != 1 or len({spot.node for spot in courts}) != 1:
        return
    node, situation = next(iter(cases.items()))
    event, court = notes.events.of(node), courts[0]
    cased = set(_case_of(scene, court).split()) & scene.words("court_cases")
    decided = situation.frame.outcome and court.node in {spot.node for spot in situation.A}
    if event and (cased or decided):
        spot = spot_of(event, situation)
        notes.ledger.add(scene, spot, "court", court, _verdict(scene, situation, notes), sorted({situation.head, court.first}),
                         f"{situation.frame.id}/court")


def _cases(situation: Situation) -> list[str]:
    """The legal actions that a situation is or belongs to."""
    return [situation.node] if situation.frame.action else [s.node for s in situation.B if s.how in ("event", "implied")]


def _case_of(scene: Scene, spot: Spot) -> str:
    return next((scene.tree[i].case for i in range(spot.first, spot.last + 1) if scene.tree[i].case), "")


def _place(scene: Scene, situation: Situation, notes: Notes) -> None:
    """The country that acts, in which it happens, or of the authority that acts."""
    for place in values.places(scene.tree, scene.gazetteer):
        if _is_actor(scene, place, situation) or _is_location(scene, place, situation) or _in_authority(scene, place, situation):
            _add(scene, situation, "jurisdiction", place.value, [place.first], notes)
    for place in values.adjectives(scene.tree, scene.gazetteer):
        if _in_authority(scene, place, situation):
            _add(scene, situation, "jurisdiction", place.value, [place.first], notes)


def _is_actor(scene: Scene, place: Found, situation: Situation) -> bool:
    """"France blocked X", "the state of Utah sued X"."""
    tree = scene.tree
    doers = [i for anchor in situation.anchors for i in subjects(tree, anchor, scene.lexicon)] if not any(
        tree[a].passive for a in situation.anchors) else []
    near = {place.first, place.last, tree[place.last].head if tree[place.last].slot == "modifier" else place.last}
    return bool(near & set(doers)) and not any(i in scene.mentions.at and scene.mentions.at[i].how == "name" for i in near)


def _is_location(scene: Scene, place: Found, situation: Situation) -> bool:
    """"blocked in Malaysia": the place hangs on the situation with a preposition of place."""
    tree = scene.tree
    head = next((i for i in range(place.first, place.last + 1) if not place.first <= tree[i].head <= place.last), place.last)
    while tree[head].slot == "conjunct" and not tree[head].case:
        head = tree[head].head
    upper = tree[head].head
    while tree[upper].pos == "NOUN" and scene.is_any(upper, "court_words") and tree[upper].head != upper:
        upper = tree[upper].head   # "landed in a federal court in Illinois"
    if not set(tree[head].case.split()) & scene.words("in_words"):
        return False
    carried = tree[upper].pos in VERBAL and tree[upper].slot != "relative" and not cues.accuses(scene, upper)
    return upper in situation.anchors or upper in situation.hit.words or carried and tree.governs(upper, situation.head)


def _in_authority(scene: Scene, place: Found, situation: Situation) -> bool:
    """"Ireland's Data Protection Commission", "Kementerian Komunikasi Malaysia", "police in Portugal"."""
    tree = scene.tree
    acting = {spot.node for spot in situation.A}
    named = [spot for spot in scene.mentions.spots if spot.how == "name" and (
        spot.node in acting or _cases(situation) and scene.discourse.is_court(spot.node))]
    for spot in (*situation.A, *named):
        if scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node):
            if spot.first - 3 <= place.first <= spot.last + 2:
                return True
    upper = tree[place.last].head
    return scene.is_any(upper, "authority_words") and upper in {
        i for anchor in situation.anchors for i in tree.children(anchor, "subject", "agent")}


# ------------------------------------------------------------------------------------------------ order and counts

def _order(scene: Scene, outcomes: list[Situation], notes: Notes) -> None:
    """"X shut down after it settled": the later outcome followed the earlier one."""
    for connector in (t.index for t in scene.tree.tokens if scene.is_any(t.index, "after")):
        before = [s for s in outcomes if s.head < connector]
        after = sorted((s for s in outcomes if s.head > connector), key=lambda s: s.head)
        if not after:
            continue
        earlier = after[0]
        later = before[-1] if before else (after[1] if connector < 2 and len(after) > 1 else None)
        if later and later.node != earlier.node and earlier.head - connector <= 14:
            _followed(scene, later, earlier, connector, notes)


def _followed(scene: Scene, later: Situation, earlier: Situation, connector: int, notes: Notes) -> None:
    verdicts = [_verdict(scene, situation, notes) for situation in (later, earlier)]
    events = [notes.events.of(situation.node) for situation in (later, earlier)]
    if all(verdicts) and all(events):
        status = weakest([v.status for v in verdicts if v])
        first, second = (spot_of(e, s) for e, s in zip(events, (later, earlier), strict=True) if e)
        verdict = Verdict(status if status is not Status.DENIED else Status.HYPOTHETICAL)
        notes.ledger.add(scene, first, "followed", second, verdict, [connector], "order/after")


def _users(scene: Scene, found: Found, notes: Notes) -> None:
    """How many use a platform: "Strangly has 73 million users"."""
    verb = scene.tree.verb_above(found.first)
    platform = _used(scene, found, verb) if verb is not None else None
    if not platform:
        verb, platform = _used_by_order(scene, found)
    if platform and verb is not None:
        verdict = judge(stance.read(scene, verb), notes.parties, subject=platform.node)
        notes.ledger.add(scene, Spot(platform.node, platform.first, platform.last, platform.how), "userCount", found.value,
                         verdict, [found.first, found.last], "users/count")


def _used(scene: Scene, found: Found, verb: int) -> Spot | None:
    """The platform that the verb says is used."""
    tree, tokens = scene.tree, []
    if scene.is_any(verb, "using"):   # "14 million people use X"
        tokens = objects(tree, verb) if found.first < verb else []
    elif scene.is_any(verb, "count_verbs"):
        tokens = [*subjects(tree, verb, scene.lexicon), *obliques(tree, verb, scene.words("location"))]
    return next((s for s in spots(tree, tokens, scene.mentions) if scene.discourse.kind(s.node) == "Platform"), None)


def _used_by_order(scene: Scene, found: Found) -> tuple[int | None, Spot | None]:
    """"kini dipakai 41 juta orang": where the tree has lost the subject, the first platform before the verb of use."""
    if not scene.words("date_at_end"):
        return None, None
    verb = next((i for i in range(found.first - 1, max(found.first - _NEAR, -1), -1) if scene.is_any(i, "count_verbs")), None)
    named = [s for s in scene.mentions.spots if s.first < found.first and scene.discourse.kind(s.node) == "Platform"]
    return (verb, named[0]) if verb is not None and named else (None, None)
