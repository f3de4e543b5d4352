"""Where it happened and before which court: "France blocked X", "in Malaysia", "the High Court in Leeds"."""

from __future__ import annotations

from kg.extraction import cues, players, values
from kg.extraction.arguments import agents, obliques, subjects
from kg.extraction.attaching import attach, cases_of, verdict_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict
from kg.model import Status, Value


def write_court(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """The court before which the one legal action that the sentence speaks of is brought or decided."""
    cases = {node: s for s in situations if s.node for node in cases_of(s)}
    reports = bool(cases) and all(s.frame.action == "police-report" for s in cases.values())
    courts = [spot for spot in scene.mentions.spots if spot.how == "name" and (
        scene.discourse.is_court(spot.node) or reports and _takes_reports(scene, spot))]
    if not cases and len({spot.node for spot in courts}) == 1:
        _court_of_known(scene, courts[0], notes)
    if len(cases) != 1 or len({spot.node for spot in courts}) != 1:
        return
    node, situation = next(iter(cases.items()))
    event, court = notes.events.of(node), courts[0]
    cased = set(_case_of(scene, court).split()) & scene.words("court_cases")
    decided = situation.frame.outcome and court.node in {spot.node for spot in situation.A}
    if event and (cased or decided or _hears(scene, court, situation)):
        spot = spot_of(event, situation)
        notes.ledger.add(scene, spot, "court", court, verdict_of(scene, situation, notes), sorted({situation.head, court.first}),
                         f"{situation.frame.id}/court")


def _takes_reports(scene: Scene, spot: Spot) -> bool:
    """"melaporkan X ke Bareskrim Polri", "reported X to the Leeds police": the force to which a report goes."""
    said = {token.lower for token in scene.tree.tokens[spot.first:spot.last + 1]}
    named = said | set(scene.discourse.nodes[spot.node].name.lower().split())
    force = bool(named & (scene.words("crime_bodies") | scene.words("police_words")))
    return force and bool(set(_case_of(scene, spot).split()) & scene.words("filed_with"))


def _hears(scene: Scene, court: Spot, situation: Situation) -> bool:
    """"Pengadilan Negeri X menggelar sidang gugatan ...", "The Y Court is hearing a suit": the court before which it is."""
    verb = scene.tree.verb_above(situation.head)
    if verb is not None and not scene.is_any(verb, "hearing") and scene.tree[verb].slot == "complement":
        verb = scene.tree[verb].head   # "mengizinkan gugatan berlanjut", "allowed the suit to proceed"
    if _addressed(scene, court, situation.head):
        return True
    return verb is not None and scene.is_any(verb, "hearing") and bool(
        set(range(court.first, court.last + 1)) & {*subjects(scene.tree, verb, scene.lexicon), *agents(scene.tree, verb)})


def _addressed(scene: Scene, court: Spot, head: int) -> bool:
    """"told the High Court that the suit ...", "the petition asks the High Court to ...": who is asked decides it."""
    tree = scene.tree
    verb = next((tree[i].head for i in range(court.first, court.last + 1) if tree[i].slot == "object"), None)
    return verb is not None and scene.is_any(verb, "addressing") and tree.governs(verb, head)


def _court_of_known(scene: Scene, court: Spot, notes: Notes) -> None:
    """"The complaint, filed in the High Court, says": the court of the one action that the sentence only refers to."""
    spoken = [spot for spot in scene.actions.values() if notes.discourse.kind(spot.node) == "LegalAction"]
    event = notes.events.of(spoken[0].node) if len({spot.node for spot in spoken}) == 1 else None
    if event and event.real and set(_case_of(scene, court).split()) & scene.words("court_cases"):
        words = [spoken[0].first, court.first]
        notes.ledger.add(scene, spoken[0], "court", court, Verdict(Status.ASSERTED), words, "case/court")


def _case_of(scene: Scene, spot: Spot) -> str:
    return next((scene.tree[i].case for i in range(spot.first, spot.last + 1) if scene.tree[i].case), "")


def write_place(scene: Scene, situation: Situation, notes: Notes) -> None:
    """The country that acts, in which it happens, or of the authority that acts."""
    found = [place for place in values.places(scene.tree, scene.gazetteer) if not _of_money(
        scene, place) and not _of_origin(scene, place) and (
        _is_actor(scene, place, situation) or _is_location(scene, place, situation) or _beside(scene, place, situation)
        or _in_authority(scene, place, situation))]
    for place in found:
        if not any(other.value.lexical.startswith(f"{place.value.lexical}-") for other in found):   # "Utah, Amerika Serikat"
            attach(scene, situation, "jurisdiction", place.value, [place.first], notes)
    if not found and situation.frame.outcome and (code := _same_country(scene, situation, notes)):
        attach(scene, situation, "jurisdiction", Value(code, "place"), [situation.head], notes)
    for place in values.adjectives(scene.tree, scene.gazetteer):
        if _in_authority(scene, place, situation):
            attach(scene, situation, "jurisdiction", place.value, [place.first], notes)


def _same_country(scene: Scene, situation: Situation, notes: Notes) -> str:
    """"Kenya's regulator restored access to X, which had been unreachable in the country": the country spoken of last."""
    tree = scene.tree
    for words in tree.find(scene.lexicon.phrases["in_the_country"]):
        upper = next((tree[i].head for i in words if tree[i].head not in words), words[0])
        if words[0] - 1 in situation.hit.words or upper in {*situation.hit.words, *situation.anchors}:
            named = [*values.places(tree, scene.gazetteer), *values.adjectives(tree, scene.gazetteer)]
            here = [place.value.lexical for place in sorted(named, key=lambda p: p.first) if place.last < words[0]]
            return here[-1] if here else notes.place
    return ""


def note_country(scene: Scene, notes: Notes) -> None:
    """Remember the country of which a sentence speaks, if it is one."""
    named = {place.value.lexical for place in values.places(scene.tree, scene.gazetteer)}
    notes.place = named.pop() if len(named) == 1 else "" if named else notes.place


def _of_money(scene: Scene, place: Found) -> bool:
    """"4 juta dolar AS": no place."""
    units = scene.lexicon.once("words of currencies", lambda: {
        word for name, _ in scene.lexicon.currencies for word in name.lower().split()})
    return bool(place.first) and scene.tree[place.first - 1].lower in units


def _of_origin(scene: Scene, place: Found) -> bool:
    """"Perusahaan asal Jepang", "warga negara Malaysia": where somebody comes from, unless it is an authority."""
    before = [token.lower for token in scene.tree.tokens[max(0, place.first - 2):place.first]]
    origin = before[-1:] and before[-1] in scene.words("origins") or before == ["warga", "negara"]
    return bool(origin) and not (place.first > 1 and scene.is_any(place.first - 2, "authority_words"))


def _is_actor(scene: Scene, place: Found, situation: Situation) -> bool:
    """"France blocked X", "the state of Utah sued X", "X was blocked by France", "X diblokir Malaysia"."""
    tree = scene.tree
    passive = [anchor for anchor in sorted(situation.anchors) if tree[anchor].passive]
    doers = [i for anchor in passive for i in players.doers(scene, anchor)] or (
        [] if passive else [i for anchor in situation.anchors for i in subjects(tree, anchor, scene.lexicon)])
    opens = place.first == 0 and place.last < situation.head <= place.last + 4
    if opens and tree.sentence.kind != "paragraph" and situation.hit.trigger.is_verb:
        return not situation.A   # "Australia ancam denda X", "Texas sues X"
    if situation.frame.action and not situation.hit.trigger.is_verb and _brings(scene, place, situation):
        return True
    near = {place.first, place.last, tree[place.last].head if tree[place.last].slot == "modifier" else place.last}
    return bool(near & set(doers)) and not any(i in scene.mentions.at and scene.mentions.at[i].how == "name" for i in near)


def _brings(scene: Scene, place: Found, situation: Situation) -> bool:
    """"New Mexico's lawsuit", "the Texas suit", "a suit by Utah": the state whose action it is."""
    token = scene.tree[place.last]
    own = token.slot in ("owner", "compound") and token.case == "" and token.head in situation.hit.words
    by = set(token.case.split()) & scene.words("by") and token.head in {*situation.hit.words, *situation.anchors}
    return bool(own or by) and not any(i in scene.mentions.at and scene.mentions.at[i].how == "name"
                                       for i in range(place.first, place.last + 1))


def _is_location(scene: Scene, place: Found, situation: Situation) -> bool:
    """"blocked in Malaysia": the place hangs on the situation with a preposition of place."""
    tree = scene.tree
    head = next((i for i in range(place.first, place.last + 1) if not place.first <= tree[i].head <= place.last), place.last)
    while tree[head].slot == "conjunct" and not tree[head].case or _in_region(scene, head):
        head = tree[head].head
    while scene.is_any(tree[head].head, "state_nouns") and tree[head].head != head:
        head = tree[head].head   # "di negara bagian Texas"
    upper = tree[head].head
    inside = len(tree.conjuncts(head)) == 1 and set(tree[head].case.split()) & scene.words("in_words")
    doers = {i for anchor in situation.anchors for i in subjects(tree, anchor, scene.lexicon)}
    if situation.frame.action and inside and upper in doers:
        return True   # "a mother in Texas has filed a suit"
    while tree[upper].pos == "NOUN" and scene.is_any(upper, "court_words") and tree[upper].head != upper:
        upper = tree[upper].head   # "landed in a federal court in Illinois"
    if not set(tree[head].case.split()) & scene.words("in_words"):
        return False
    predicate = (tree[upper].pos in VERBAL or tree[upper].pos == "ADJ") and tree[upper].slot != "relative"
    carried = predicate and not cues.accuses(scene, upper)
    borne = {i for s in situation.B for i in (s.first, s.last, tree[s.first].head)}
    bearing = situation.frame.imposed and upper in borne and upper not in situation.anchors
    if bearing and not situation.hit.words[0] > upper:   # "cut off access to the app X in all of Malaysia"
        return True
    return upper in situation.anchors or upper in situation.hit.words or carried and tree.governs(upper, situation.head)


def _beside(scene: Scene, place: Found, situation: Situation) -> bool:
    """"X blocked in Uganda days before election": right behind the words that tell it, whatever the parse hangs it on;
    "UK: X fined": a title's own label.
    """
    tree, lead = scene.tree, place.first - 1
    label = place.first == 0 and tree.sentence.kind != "paragraph" and tree[min(place.last + 1, len(tree) - 1)].text == ":"
    behind = lead > 0 and tree[lead].lower in scene.words("in_words") and lead - 1 in situation.hit.words
    return bool(situation.frame.outcome) and (label or behind)


def _in_region(scene: Scene, place: int) -> bool:
    """"In the state of Utah", "di negara bagian Texas", "in Ghana's capital", "in the Western District of Washington"."""
    token = scene.tree[place]
    inside = token.slot in ("modifier", "flat", "compound", "apposition", "owner") and token.case in ("", "of", "in", "for")
    return inside and token.head != place and scene.is_any(token.head, "regions")


def _in_authority(scene: Scene, place: Found, situation: Situation) -> bool:
    """"Ireland's Data Protection Commission", "Kementerian Komunikasi Malaysia", "police in Portugal"."""
    tree = scene.tree
    acting = {spot.node for spot in situation.A}
    named = [spot for spot in scene.mentions.spots if spot.how == "name" and (
        spot.node in acting or cases_of(situation) and scene.discourse.is_court(spot.node))]
    for spot in (*situation.A, *named):
        if scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node):
            if spot.first - 3 <= place.first <= spot.last + 2:
                return True
        elif _in_office(scene, place, spot):
            return True
    upper = tree[place.last].head
    while tree[upper].slot in ("modifier", "flat", "compound") and not scene.is_any(upper, "authority_words"):
        upper = tree[upper].head   # "otoritas perlindungan data Irlandia"
    acting_nouns = {i for anchor in situation.anchors for i in (*tree.children(anchor, "subject", "agent"),
                                                                *obliques(tree, anchor, situation.frame.by))}
    if (scene.is_any(upper, "authority_words") or scene.is_any(upper, "heads_of_state")) and upper in acting_nouns:
        return True
    return not acting and _said_by(scene, place, situation)


def _said_by(scene: Scene, place: Found, situation: Situation) -> bool:
    """"The Dutch watchdog said it had fined X", "Thailand's Ministry of Labour wants X blocked": of whoever says or wants it."""
    tree = scene.tree
    if situation.frame.outcome and not situation.hit.trigger.is_verb and tree[situation.head].slot in ("oblique", "modifier"):
        return False   # "would carry on regardless of the closure"
    for upper in tree.ancestors(situation.head):
        if tree[upper].pos in VERBAL and cues.cue_at(scene, upper, "verb"):
            speaking = [i for doer in tree.children(upper, "subject") for i in (doer, *tree.children(doer))]
            official = any(scene.is_any(i, "authority_words") for i in speaking)
            return official and (place.last in speaking or any(tree.governs(i, place.last) for i in speaking[:1]))
    return False


def _in_office(scene: Scene, place: Found, spot: Spot) -> bool:
    """"New Mexico Attorney General Paloma Trinh": the place is part of the office that leads up to the person."""
    between = [t for t in scene.tree.tokens[place.last + 1:spot.first] if t.text != ","]
    body = scene.mentions.at.get(place.first)   # "Jaksa Agung Nevada, Corrine Delmonte,"
    of_body = not between and body is not None and scene.discourse.kind(body.node) == "Organization"
    office = 0 < len(between) < 5 and all(t.text[:1].isupper() for t in between) and any(
        t.lower in scene.words("asides") for t in between)
    return scene.discourse.kind(spot.node) == "Person" and spot.how == "name" and place.last < spot.first and (of_body or office)
