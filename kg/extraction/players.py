"""Who may play a part: officials act, private people of any trade sue or are arrested, a pronoun stands for whoever can."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from kg.extraction import amounts, together, values
from kg.extraction.arguments import agents, obliques, of_kinds, owners, spots, subjects
from kg.extraction.definites import is_definite
from kg.extraction.discourse import Spot
from kg.extraction.people import names_people as names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.lexicon import Frame


_AGENT_SLOTS = ("object", "oblique", "modifier", "flat", "subject", "passive", "compound")
HARMED = ("group:children", "group:parents", "group:victims", "group:women", "group:plaintiffs")   # nobody's defendants


def wants_actions(frame: Frame) -> bool:
    return frame.B == ("LegalAction",)


def party(scene: Scene, tokens: Iterable[int], kinds: tuple[str, ...]) -> list[Spot]:
    tokens = [_counted(scene, i) for i in tokens]
    if several := together.meant(scene, tokens, kinds):
        return several
    if "LegalAction" in kinds:
        parts = [j for i in tokens for j in (i, *scene.tree.children(i, "modifier", "object")) if j in scene.actions]
        found = [scene.actions[i] for i in parts]
        if found:
            return found
    described = (_described(scene, spot) for spot in spots(scene.tree, tokens, scene.mentions))
    return of_kinds(described, [kind for kind in kinds if kind != "LegalAction"], scene.discourse)


def is_excepted(scene: Scene, spot: Spot) -> bool:
    """"Semua ditutup, kecuali X", "all but X": of whom a sentence says that it is not so."""
    left_out = list(scene.any_of("exceptions"))
    if scene.any_of("contrasting") and scene.tree[0].lower in scene.words("negatives"):
        left_out.append(0)   # "Bukan X, melainkan tiruannya yang ..."
    left_out += [i for i in scene.any_of("not_but") if i and scene.tree[i - 1].text == ","]   # "It was Y, not X, that was fined"
    named = [one for one in scene.mentions.spots if one.node == spot.node]
    return any(0 < one.first - i <= 2 for i in left_out for one in named) or any(_contrasted(scene, one) for one in named)


def _contrasted(scene: Scene, spot: Spot) -> bool:
    """"Yang didenda bukan aplikasi X, melainkan banknya": nothing but what kind of thing X is stands behind the negation."""
    at = spot.first - 1
    while at > 0 and scene.tree[at].pos in ("NOUN", "ADJ"):
        at -= 1
    return at > 0 and scene.is_any(at, "negatives") and any(i > spot.last for i in scene.any_of("contrasting"))


def _counted(scene: Scene, index: int) -> int:
    """"Lima pasang orangtua": whom the word counts stands right behind it."""
    after = index + 1
    pairs = scene.tree[index].lower in scene.words("pair_words") and after < len(scene.tree)
    return after if pairs and index not in scene.mentions.at and after in scene.mentions.at else index


def _described(scene: Scene, spot: Spot) -> Spot:
    """"The plaintiffs, four women,", "the company that runs it, X Ltd,": who they are, where the sentence says it."""
    if spot.how == "noun" and scene.discourse.kind(spot.node) in ("Platform", "Organization"):
        named = [scene.mentions.at[i] for i in scene.tree.children(spot.last, "apposition") if i in scene.mentions.at]
        return next((s for s in named if s.how == "name" and scene.discourse.kind(s.node) == "Organization"), spot)
    if spot.node != "group:plaintiffs":
        return spot
    beside = (scene.mentions.at[i] for i in scene.tree.children(spot.last, "apposition") if i in scene.mentions.at)
    return next((other for other in beside if scene.discourse.kind(other.node) == "Group"), spot)


def doers(scene: Scene, verb: int) -> list[int]:
    """Who does what a passive verb says: behind "by", else bare behind an Indonesian passive."""
    return agents(scene.tree, verb) or bare_agent(scene, verb)


def officers(scene: Scene, tokens: list[int]) -> list[int]:
    """"officers of the Bureau", "a jury at Leeds Crown Court": with whoever acts for a body the body itself."""
    cases = scene.lexicon.either("from_words", "by")   # "an order by the Vienna court bars X from"
    plain = [i for i in tokens if i not in scene.mentions.at]
    bodies = [j for i in plain if scene.is_any(i, "officers") or scene.is_any(i, "ruling_nouns")
              for j in obliques(scene.tree, i, cases) if not _is_at_home(scene, j)]
    judged = [j for i in plain if scene.is_any(i, "judges") for j in obliques(scene.tree, i, scene.words("of_courts"))]
    courts = [j for j in judged if any(scene.discourse.is_court(s.node) for s in spots(scene.tree, [j], scene.mentions))]
    return [*tokens, *bodies, *(j for j in courts if j not in bodies)]


def _is_at_home(scene: Scene, index: int) -> bool:
    """"picked up by deputies at his Clovis home": where somebody lives is no body."""
    return any(scene.is_any(i, "own_pronouns") for i in scene.tree.children(index, "owner"))


def bare_agent(scene: Scene, verb: int) -> list[int]:
    """The agent of an Indonesian passive needs no "oleh": "digugat orang tua korban"."""
    tree = scene.tree
    if not scene.words("bare_agent") or not tree[verb].passive:
        return []
    after = [i for i in tree.children(verb, *_AGENT_SLOTS) if i > verb and not tree[i].case]
    return [index for child in after for index in tree.conjuncts(child)]


def is_authority(scene: Scene, spot: Spot) -> bool:
    return scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)


def as_authority(scene: Scene, spot: Spot) -> Spot:
    """"It has opened an investigation": only authorities do, so the pronoun speaks of the one named last."""
    authority = scene.mentions.authority
    known = scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    return replace(spot, node=authority) if spot.how == "pronoun" and authority and not known else spot


def _is_official(scene: Scene, spot: Spot) -> bool:
    return spot.node in scene.discourse.judges or (
        scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node))


def by_officials(scene: Scene, situation: Situation) -> bool:
    """Whether somebody in office does it, by name or by noun ("a judge"): a company that "rejects the claims", or "we",
    dismiss no lawsuit. Where the words name nobody ("was dismissed") it is taken for so.
    """
    hit, tree = situation.hit, scene.tree
    if situation.A:
        return any(_is_official(scene, spot) for spot in situation.A)
    asked = scene.is_any(tree[hit.head].head, "motions")   # "a motion to dismiss"
    if asked or hit.trigger.construction not in ("verb", "headline") or tree[hit.head].passive:
        return True
    titled = hit.trigger.construction == "headline" and tree.sentence.kind != "paragraph"
    doers = range(hit.head) if titled else subjects(tree, hit.head, scene.lexicon)
    return any(scene.is_any(i, "officials") for i in doers)


def as_plaintiffs(scene: Scene, spot: Spot) -> Spot:
    """"two former moderators sued", "belasan keluarga menggugat": whatever else they are, here they are plaintiffs."""
    family = spot.node == "group:parents" and spot.how == "noun" and scene.is_any(spot.first, "families")
    if spot.node != "group:offenders" and not family:
        return spot
    return replace(spot, node=scene.discourse.group("plaintiffs", scene.tree[spot.first].span.start))


def represented(scene: Scene, spot: Spot) -> bool:
    """Whether the words right before name whom somebody acts for: "on behalf of users", "atas nama pengguna"."""
    return any(0 < spot.first - words[-1] <= 2 for words in scene.tree.find(scene.lexicon.phrases["on_behalf"]))


def as_offenders(scene: Scene, spot: Spot) -> Spot:
    """Whoever is arrested or sentenced and is no named person: users, men, moderators are one kind of group here."""
    accused = scene.discourse.accused
    if accused and _is_the_accused(scene, spot):
        return replace(spot, node=accused, how="noun")
    if scene.discourse.kind(spot.node) != "Group":
        return spot
    return replace(spot, node=scene.discourse.group("offenders", scene.tree[spot.first].span.start))


def _is_the_accused(scene: Scene, spot: Spot) -> bool:
    """"terdakwa", "pria itu", "ia": whoever the article has said to be arrested, charged or tried."""
    tree = scene.tree
    if spot.how == "pronoun":   # "the app's finance director, N, when she pleaded guilty": she is N
        here = {s.node for s in scene.mentions.spots if s.how == "name" and s.last < spot.first}
        group = scene.discourse.kind(scene.discourse.accused) == "Group"
        return spot.node not in here and not (group and spot.node in scene.discourse.holders)
    several = any(tree[i].slot == "number" or scene.is_any(i, "another") for i in tree.children(spot.last))
    head = tree[tree[spot.last].head]
    several = several or head.pos == "NUM" and tree[spot.last].slot == "modifier"   # "two of the app's moderators"
    several = several or _is_co(scene, spot.last)
    single = scene.is_any(spot.last, "accused") or closed(scene, spot.last)
    return spot.node == "group:offenders" and single and not several


def _is_co(scene: Scene, index: int) -> bool:
    """"His co-defendant": somebody else."""
    around = [token.lower for token in scene.tree.tokens[max(0, index - 2):index + 2]]
    return ("co", "-") in zip(around, around[1:], strict=False) or scene.tree[index].lower.startswith("co-")


def speaks_of_accused(scene: Scene, situation: Situation) -> bool:
    """"They were jailed", "he was also fined", "pedagang burung itu tertangkap": a subject that stands for whoever is accused."""
    tree = scene.tree
    found = [i for anchor in situation.anchors for i in subjects(tree, anchor, scene.lexicon) if not _is_co(scene, i)]
    personal = situation.frame.anyone or "Group" in situation.frame.B or situation.frame.outcome == "fine"
    return personal and any(scene.is_any(i, "they") or scene.is_any(i, "accused") or scene.is_any(i, "person_pronouns") or (
        situation.frame.anyone and tree[i].pos == "NOUN" and i not in scene.mentions.at and closed(scene, i)
        and not scene.is_any(i, "kin") and not tree.children(i, "owner")) for i in found)


def closed(scene: Scene, noun: int) -> bool:
    """"Pria kelahiran Malang itu": a mark of what is known behind the noun's phrase, or before the noun."""
    if is_definite(scene.tree, (noun,), scene.lexicon) or not scene.words("definite_after"):
        return is_definite(scene.tree, (noun,), scene.lexicon)
    phrase = takewhile(lambda t: t.pos not in ("VERB", "AUX", "PUNCT"), scene.tree.tokens[noun + 1:noun + 6])
    return any(token.lower in scene.words("definite_after") for token in phrase)


def anyone(scene: Scene, frame: Frame, tokens: list[int]) -> list[Spot]:
    """"A delivery driver was jailed": what happens to people only makes any noun in that place speak of some."""
    counted = [i for token in tokens if scene.tree[token].pos in ("NUM", "DET")
               for i in obliques(scene.tree, token, scene.words("of_words"))]   # "seven of his employees"
    firms = ("company",) if "Organization" in frame.B else ()   # "a tea-stall owner was jailed", "tiga pengelola X tersangka"
    nouns = [i for i in (*tokens, *counted) if _may_be_somebody(scene, i) and not any(
        scene.tree.begins(scene.lexicon.phrases[kind], i)
        for kind in ("platform", "authority", *(firms if not scene.tree.children(i, "number", "determiner") else ())))]
    personal = frame.anyone or frame.outcome == "fine"
    if not frame.anyone and not _is_punished(scene, nouns[:1]):
        return []
    if not personal or not frame.outcome or not nouns or nouns[0] not in counted and _is_kin(scene, nouns[0]):
        return []
    if (not frame.anyone or "Platform" in frame.B and scene.lexicon.check_pos) and not names_people(scene, nouns[0]) and (
            not _is_unknown_person(scene, nouns[0])):
        return []   # "charged a fee"
    return [Spot(scene.discourse.group("offenders", scene.tree[nouns[0]].span.start), nouns[0], nouns[0], "noun")]


def _is_punished(scene: Scene, whom: list[int]) -> bool:
    """Whether a fine is one that the law imposes: it is a sum, or an authority is there to impose it."""
    tree = scene.tree
    return bool(amounts.money(tree, scene.lexicon)) or any(
        not any(tree.governs(i, official) for i in whom) for official in scene.any_of("officials", "authority_words"))


def _may_be_somebody(scene: Scene, index: int) -> bool:
    return scene.tree[index].pos == "NOUN" or _is_unknown_person(scene, index)


def _is_unknown_person(scene: Scene, index: int) -> bool:
    """"him", "the 38-year-old", "two of them", where the article has named nobody who that could be."""
    tree = scene.tree
    if index in scene.mentions.at:
        return False
    if scene.is_any(index, "person_pronouns"):
        return not scene.discourse.last("Person") and not scene.discourse.accused
    more = scene.is_any(index, "once_more") and tree[index].pos != "NOUN" and not any(
        tree[i].pos == "NOUN" for i in tree.children(index))   # "a third was charged"
    aged = any(tree[old].pos == "ADJ" and any(scene.is_any(i, "unit_years") for i in tree.children(old))
               for old in (index, *tree.children(index, "adjective")))   # "a 31-year-old accused of fraud"
    counted = tree[index].pos == "NUM" and any(scene.is_any(i, "they") for i in obliques(tree, index, scene.words("of_words")))
    return more or aged or counted


def _is_kin(scene: Scene, noun: int) -> bool:
    """"A friend of Mara Venn": somebody beside the story, of whom nothing is to be said."""
    beside = [*obliques(scene.tree, noun, scene.words("of_words")), *owners(scene.tree, noun)]
    people = (spot for spot in spots(scene.tree, beside, scene.mentions) if scene.discourse.kind(spot.node) == "Person")
    return scene.is_any(noun, "people_nouns") and any(people)


def sentencing_court(scene: Scene, situation: Situation) -> list[Spot]:
    """"jailed for two years at Harlow Crown Court", "at Y Court, where he was jailed": where somebody is tried imposes it."""
    tree, cases = scene.tree, scene.words("trial_cases")
    terms = [i for anchor in situation.anchors for i in tree.children(anchor, "oblique", "object")
             if any(scene.is_any(i, unit) for unit in ("unit_years", "unit_months", "unit_weeks"))]
    terms = terms if situation.frame.outcome == "sentence" else []
    places = [i for upper in (*situation.anchors, *terms) for i in obliques(tree, upper, cases)]
    ended = situation.frame.outcome in ("sentence", "conviction", "acquittal")
    places += [tree[anchor].head for anchor in situation.anchors if ended and tree[anchor].slot == "relative" and any(
        scene.is_any(i, "where_words") for i in tree.children(anchor))]
    return [spot for spot in spots(scene.tree, places, scene.mentions) if scene.discourse.is_court(spot.node)][:1]


def names_someone(scene: Scene, verb: int) -> bool:
    """Whether the verb has a subject that is somebody or something else: then no name nearby is meant."""
    found = subjects(scene.tree, verb, scene.lexicon)
    caught = [j for i in found if scene.tree[i].pos in VERBAL   # "pupils caught using it could be suspended"
              for j in scene.tree.children(i, "subject", "passive")]
    people = any(names_people(scene, i) or i in scene.mentions.at for i in caught)
    return people or any(spots(scene.tree, found, scene.mentions)) or any(
        scene.is_any(i, "people_nouns") or scene.is_any(i, "person_pronouns") or i in scene.mentions.opaque for i in found)


def is_of_trial(scene: Scene, situation: Situation) -> bool:
    """"Hakim juga menjatuhkan denda Rp100 juta" of whom the sentence before has told: the fine of whoever was tried."""
    tried = situation.frame.outcome == "fine" and bool(scene.discourse.accused) and bool(scene.any_of("judges"))
    named = any(scene.discourse.kind(spot.node) in ("Platform", "Organization") and spot.how == "name"
                and not is_authority(scene, spot) for spot in scene.mentions.spots if tried)
    return tried and not named


def platform_spoken_of(scene: Scene, situation: Situation) -> list[Spot]:
    """"Denmark is weighing a penalty of its own": what an authority or country imposes, where the sentence names nobody that
    it may befall, befalls the platform spoken of last.
    """
    tree, frame, noun = scene.tree, situation.frame, situation.head
    followed = tree[noun].slot == "oblique" and tree[noun].case in scene.words("hit_with")   # "Indonesia followed with a ban"
    carried = (tree[noun].slot == "object" or followed) and not situation.hit.trigger.is_verb
    if not (carried and frame.imposed and "Platform" in frame.B) or is_of_trial(scene, situation):
        return []
    doers = subjects(tree, tree[noun].head, scene.lexicon)
    official = any(is_authority(scene, spot) for spot in situation.A) or any(scene.is_any(i, "officials") for i in doers)
    state = any(place.first <= i <= place.last for place in values.places(tree, scene.gazetteer) for i in doers)
    others = [s for s in scene.mentions.spots if s.how != "pronoun" and s.node not in {a.node for a in situation.A}
              and s.node != scene.mentions.platform and scene.discourse.kind(s.node) in ("Platform", "Organization", "Person")]
    if not (official or state) or others or not scene.mentions.platform:
        return []
    situation.anchors.add(tree[noun].head)
    return [Spot(scene.mentions.platform, noun, noun, "implied")]
