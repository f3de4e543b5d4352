"""Where it happened: "France blocked X", "in Malaysia", "the High Court in Leeds"."""

from __future__ import annotations

from kg.extraction import cues, localities, ofelse, players, values
from kg.extraction.arguments import agents, obliques, subjects
from kg.extraction.attaching import attach, cases_of
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.players import is_authority
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.model import Value

_DESCRIBING = ("owner", "compound", "flat", "modifier", "apposition")


def write_place(scene: Scene, situation: Situation, notes: Notes) -> None:
    """The country that acts, in which it happens, or of the authority that acts."""
    found = {place: own for place in localities.read(scene) if not ofelse.of_money(scene, place)
             and not ofelse.of_origin(scene, place) and not _of_name(scene, place) and not _of_clause(scene, place, situation)
             and (own := _belongs(scene, place, situation))}
    dropped = situation.frame.outcome == "withdrawal"   # who ends a case of its own accord: the place is the case's
    for place, own in found.items():
        if not any(other.value.lexical.startswith(f"{place.value.lexical}-") for other in found):   # "Utah, Amerika Serikat"
            attach(scene, situation, "jurisdiction", place.value, [place.first], notes,
                   located=own == "located" or dropped)
    if not found and situation.frame.outcome and (code := _same_country(scene, situation, notes)):
        attach(scene, situation, "jurisdiction", Value(code, "place"), [situation.head], notes)
    for place in values.adjectives(scene.tree, scene.gazetteer):
        within = any(other.value.lexical.startswith(f"{place.value.lexical}-") for other in found)   # "U.S. ... in Delaware"
        if not within and _in_authority(scene, place, situation):
            attach(scene, situation, "jurisdiction", place.value, [place.first], notes, located=dropped)


def _belongs(scene: Scene, place: Found, situation: Situation) -> str:
    """"acting" where the place is that of who acts, or of the act itself; "located" where it only says where a case is that
    ended, or that it was settled; "" where it is of something else.
    """
    between = range(place.last + 1, situation.head)
    if any(scene.is_any(i, "turning") and scene.tree[i - 1].text == "," for i in between):
        return ""   # "Utah menggugat X, sedangkan Qatar memblokirnya"
    if _is_actor(scene, place, situation) or _in_authority(scene, place, situation) or _of_actor(scene, place, situation):
        return "acting"
    if not _is_location(scene, place, situation) and not _beside(scene, place, situation):
        return ""
    upper = _passed(scene, scene.tree[_placed(scene, place)].head)
    return "acting" if upper in situation.hit.words and situation.frame.outcome != "settlement" else "located"


def _same_country(scene: Scene, situation: Situation, notes: Notes) -> str:
    """"Kenya's regulator restored access to X, which had been unreachable in the country": the country spoken of last."""
    tree = scene.tree
    for words in tree.find(scene.lexicon.phrases["in_the_country"]):
        upper = next((tree[i].head for i in words if tree[i].head not in words), words[0])
        if words[0] - 1 in situation.hit.words or upper in {*situation.hit.words, *situation.anchors}:
            named = [*localities.read(scene), *values.adjectives(tree, scene.gazetteer)]
            here = [place.value.lexical for place in sorted(named, key=lambda p: p.first) if place.last < words[0]]
            return here[-1] if here else notes.place
    return ""


def note_country(scene: Scene, notes: Notes) -> None:
    """Remember the country of which a sentence speaks, if it is one."""
    named = {place.value.lexical for place in localities.read(scene)}
    notes.place = named.pop() if len(named) == 1 else "" if named else notes.place


def _of_name(scene: Scene, place: Found) -> bool:
    """"PT Karsa Bot Indonesia", "Visit Oman": a part of the name of a company or platform."""
    spot = scene.mentions.at.get(place.first)
    named = spot is not None and spot.how == "name" and spot.first <= place.first and place.last <= spot.last
    inside = set(scene.tree[_placed(scene, place)].case.split()) & scene.words("in_words")
    return named and not inside and spot is not None and not is_authority(scene, spot)


def _of_clause(scene: Scene, place: Found, situation: Situation) -> bool:
    """"X, yang diluncurkan di Estonia, diblokir": where something else was done, of which a clause about a name tells."""
    tree = scene.tree
    head = _placed(scene, place)
    verb = tree[head].head
    clause = tree[verb].slot == "relative" and tree[verb].pos in VERBAL and bool(tree[head].case)
    named = clause and tree[verb].head in scene.mentions.at and scene.mentions.at[tree[verb].head].how != "noun"
    own = {situation.head, *situation.anchors, *situation.hit.words}
    return named and verb not in own and not tree.governs(verb, situation.head)


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
    lies = situation.frame.outcome and set(tree[place.last].case.split()) & scene.words("in_words")
    under = tree[place.last].slot == "modifier" and not lies
    near = {place.first, place.last, tree[place.last].head if under else place.last}   # not "gugatan di Texas berakhir damai"
    return bool(near & set(doers)) and not any(i in scene.mentions.at and scene.mentions.at[i].how == "name" for i in near)


def _of_actor(scene: Scene, place: Found, situation: Situation) -> bool:
    """"District Judge N in Delaware threw out": right behind the name of the judge who acts."""
    lead = place.first - 1
    judges = [spot for spot in situation.A if spot.node in scene.discourse.judges]
    return lead > 0 and scene.tree[lead].lower in scene.words("in_words") and any(spot.last == lead - 1 for spot in judges)


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
    head = _placed(scene, place)
    upper = tree[head].head
    inside = len(tree.conjuncts(head)) == 1 and set(tree[head].case.split()) & scene.words("in_words")
    doers = {i for anchor in situation.anchors for i in (*subjects(tree, anchor, scene.lexicon), *agents(tree, anchor))}
    if situation.frame.action and inside and upper in doers:
        return True   # "a mother in Texas has filed a suit"
    if not set(tree[head].case.split()) & scene.words("in_words"):
        return False
    upper = _passed(scene, upper)
    predicate = (tree[upper].pos in VERBAL or tree[upper].pos == "ADJ") and tree[upper].slot != "relative"
    carried = predicate and not cues.accuses(scene, upper)
    borne = {i for s in situation.B for i in (s.first, s.last, tree[s.first].head)}
    bearing = situation.frame.imposed and upper in borne and upper not in situation.anchors
    if bearing and not situation.hit.words[0] > upper:   # "cut off access to the app X in all of Malaysia"
        return True
    if upper in situation.anchors or upper in situation.hit.words:
        return True
    return carried and tree.governs(upper, situation.head) and not _has_own(scene, upper, situation)


def _has_own(scene: Scene, upper: int, situation: Situation) -> bool:
    """"Banned in India and suspended in Nepal": the suspension, told beside another event, has a place of its own."""
    tree, own = scene.tree, {*situation.anchors, *situation.hit.words}
    beside = any(tree[i].slot in ("conjunct", "adverbial") and upper in tree.ancestors(i) for i in own)
    heads = (_placed(scene, other) for other in localities.read(scene)) if beside else ()
    return any(set(tree[head].case.split()) & scene.words("in_words") and tree[head].head in own for head in heads)


def _placed(scene: Scene, place: Found) -> int:
    """The word by which a place hangs on the sentence: of "in the Western District of Washington", "in Oregon state court",
    "di negara bagian Texas" that of the district, the court and the state.
    """
    tree = scene.tree
    head = next((i for i in range(place.first, place.last + 1) if not place.first <= tree[i].head <= place.last), place.last)
    while tree[head].slot == "conjunct" and not tree[head].case or _in_region(scene, head) or _in_court(scene, head):
        head = tree[head].head
    while tree[head].slot == "apposition" and head == place.first and tree[max(head - 1, 0)].text == "," and (
            tree[tree[head].head].pos == "PROPN" and tree[head].head not in scene.mentions.at):
        head = tree[head].head   # "in Dayton, Ohio,"
    while scene.is_any(tree[head].head, "state_nouns") and tree[head].head != head:
        head = tree[head].head
    return head


def _in_court(scene: Scene, index: int) -> bool:
    """"Oregon state court", "Victoria's Supreme Court": the place is a part of the court's name."""
    token = scene.tree[index]
    inside = token.slot in ("compound", "owner", "flat", "modifier") and token.case in ("", "of")
    return inside and token.head != index and scene.is_any(token.head, "court_words")


def _passed(scene: Scene, upper: int) -> int:
    """What a place is said of, where the parse hangs it on a word that has no place: a court, a platform, a length of time."""
    tree = scene.tree
    while tree[upper].head != upper and tree[upper].pos not in VERBAL and (
            scene.is_any(upper, "court_words") or _is_length(scene, upper) or _is_platform(scene, upper)):
        upper = tree[upper].head
    return upper


def _is_length(scene: Scene, index: int) -> bool:
    """"selama dua bulan di Vietnam"."""
    return any(scene.is_any(index, unit) for unit in ("unit_days", "unit_weeks", "unit_months", "unit_years"))


def _is_platform(scene: Scene, index: int) -> bool:
    """"a suit against the marketplace X in Ontario": the suit is there, not X."""
    spot = scene.mentions.at.get(index)
    return spot is not None and scene.discourse.kind(spot.node) == "Platform" and scene.tree[index].slot in (
        "modifier", "compound", "flat", "apposition") or scene.tree.begins(scene.lexicon.phrases["platform"], index) and (
        scene.tree[index].slot == "modifier")


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
    if situation.frame.outcome == "settlement":
        return False   # "Oregon's attorney general opened a probe after the settlement"
    tree = scene.tree
    acting = {spot.node for spot in situation.A}
    named = [spot for spot in scene.mentions.spots if spot.how == "name" and (
        spot.node in acting or cases_of(situation) and scene.discourse.is_court(spot.node))]
    if _in_description(scene, place, [*situation.A, *named]):
        return True
    for spot in (*situation.A, *named):
        if scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node):
            if spot.first - 3 <= place.first <= spot.last + 2 and not _owns_another(scene, place, spot):
                return True
        elif _in_office(scene, place, spot):
            return True
    upper = tree[place.last].head
    while tree[upper].slot in ("modifier", "flat", "compound") and not scene.is_any(upper, "authority_words"):
        upper = tree[upper].head   # "otoritas perlindungan data Irlandia"
    acting_nouns = {i for anchor in situation.anchors for i in (*tree.children(anchor, "subject", "agent"),
                                                                *obliques(tree, anchor, situation.frame.by))}
    acting_nouns |= {i for anchor in situation.anchors if tree[anchor].slot == "conjunct" and not tree[anchor].passive
                     for i in subjects(tree, anchor, scene.lexicon)}   # "a Nigerian court convicted N and sentenced him"
    officials = ("authority_words", "heads_of_state", "judges")   # "a jury in Tennessee found for X"
    if upper in acting_nouns and any(scene.is_any(upper, words) for words in officials):
        return True
    return not acting and _said_by(scene, place, situation)


def _owns_another(scene: Scene, place: Found, spot: Spot) -> bool:
    """"Spain's AEPD and France's CNIL": France is not the AEPD's."""
    token = scene.tree[place.last]
    return token.slot == "owner" and place.first > spot.last and token.head in scene.mentions.at and (
        token.head not in range(spot.first, spot.last + 1))


def _in_description(scene: Scene, place: Found, acting: list[Spot]) -> bool:
    """"AGCOM, Italy's media authority,", "the Leeds police's Cyber Unit": the place hangs, through names and nouns only, on the
    authority that acts or on what describes it.
    """
    tree, upper = scene.tree, place.last
    bodies = {i for spot in acting if is_authority(scene, spot) for i in range(spot.first, spot.last + 1)}
    official = False
    while tree[upper].head != upper and tree[upper].slot in _DESCRIBING:
        if tree[upper].slot == "modifier" and set(tree[upper].case.split()) - scene.words("of_words"):
            return False
        upper = tree[upper].head
        official = official or scene.is_any(upper, "authority_words") or upper in bodies
        if upper in bodies or official and bodies & set(tree.children(upper, "apposition")):
            return True
    return False


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
    """"New Mexico Attorney General Paloma Trinh", "the Attorney General of Texas, N", "District Attorney N of Kern County": the
    place is part of the office that leads up to the person.
    """
    if scene.discourse.kind(spot.node) != "Person" or spot.how != "name":
        return False
    between = [t for t in scene.tree.tokens[place.last + 1:spot.first] if t.text != ","]
    body = scene.mentions.at.get(place.first)   # "Jaksa Agung Nevada, Corrine Delmonte,"
    of_body = not between and body is not None and scene.discourse.kind(body.node) == "Organization"
    office = 0 < len(between) < 5 and all(t.text[:1].isupper() for t in between) and any(
        t.lower in scene.words("asides") for t in between)
    of_office = place.first > 1 and scene.tree[place.first - 1].lower in scene.words("of_words") and (
        not between and _ends_office(scene, place.first - 1) or spot.last == place.first - 2 and _ends_office(scene, spot.first))
    return of_office or place.last < spot.first and (of_body or office)


def _ends_office(scene: Scene, end: int) -> bool:
    """Whether an office, "Attorney General", stands right before a word."""
    return any(token.lower in scene.words("asides") for token in scene.tree.tokens[max(0, end - 2):end])
