"""Roles: "Pendiri Omegle, Leif K-Brooks,", "Strangly CEO Dana Okafor", "Dana Okafor, its chief executive".

Role phrases are read by the order of their words, not by the parse: appositions of names are where parsers fail most,
and the phrase itself is short and regular.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction import cues, elsewhere, foundings, heldat, heldback, posts, stance
from kg.extraction.arguments import spots, subjects
from kg.extraction.cues import Effect
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.stance import Stance
from kg.extraction.triggers import Hit
from kg.model import Status

_REACH = 8
_PLURAL = 9   # how far behind "the founders of the game X" the first name may stand


@dataclass(frozen=True, slots=True)
class Role:
    """A role as a sentence gives it: who holds it at what; `stated` where a verb says so ("N is the founder of X")."""

    hit: Hit
    holder: Spot
    of: Spot
    stated: bool = False


def find(scene: Scene, hit: Hit) -> Iterator[Role]:
    """The roles that a role noun gives; a role of nobody or of nothing gives none."""
    frame, hit = hit.trigger.frame, replace(hit, words=posts.whole_office(scene, hit.words))
    of = heldat.place(scene, hit, frame.B)
    for holder in _holders(scene, hit, frame.A, of):
        if frame.relation == "executive" and holder.first and scene.is_any(holder.first - 1, "lawmakers"):
            continue   # "The chairman, Sen. N," chairs a committee
        if frame.relation == "executive" and of and _is_of_cause(scene, of):
            continue
        place = of or (None if _is_elsewhere(scene, hit, holder) else heldat.only_platform(scene, frame.B))
        if frame.relation == "executive" and place and place.how in ("pronoun", "implied"):
            place = _company_of(scene, place)
        if place and place.node != holder.node:
            scene.discourse.roles[frame.id] = holder.node
            scene.discourse.held.update({(frame.id, holder.node, place.node)} if frame.relation == "founder" else ())
            scene.discourse.offices.setdefault(holder.node, set()).add(place.node)
            scene.discourse.holders.update({holder.node} if frame.relation in ("founder", "executive") else ())
            yield Role(hit, holder, place, stated=bool(_copular(scene, hit, frame.A)))
            if frame.relation == "executive":
                for verb, other in (*posts.successors(scene, hit, holder), *posts.predecessors(scene, hit, holder)):
                    yield Role(replace(hit, head=verb), other, place, stated=True)


def _is_of_cause(scene: Scene, of: Spot) -> bool:
    """"Direktur LSM Pijar, N": a body for a cause is no company, unless it runs a platform."""
    words = scene.discourse.nodes[of.node].name.lower().split()
    return scene.discourse.kind(of.node) == "Organization" and words[:1] != [] and words[0] in scene.words("cause_heads") and (
        of.node not in scene.discourse.operators.values())


def _is_elsewhere(scene: Scene, hit: Hit, holder: Spot) -> bool:
    """Whether a role that names no place is one at something else than the platform spoken of."""
    firm = hit.trigger.frame.relation == "founder" and foundings.of_firm(scene)
    return firm or elsewhere.is_apart(scene, hit, holder)


def _company_of(scene: Scene, place: Spot) -> Spot:
    """"Chief executive N", "its boss, N": of the company that runs the platform, where the article tells of one."""
    return replace(place, node=scene.discourse.operators.get(place.node, place.node))


def held_back(scene: Scene, hit: Hit, told: Sequence[Hit], after: heldback.Told) -> Iterator[Role]:
    """"The founder of X was arrested. N, 38, ...": whose name only the next sentences bring."""
    of = heldat.place(scene, hit, hit.trigger.frame.B) if after and "Person" in hit.trigger.frame.A else None
    spot = heldback.holder(scene, hit.words, hit.head, told, after) if of and not _several(scene, hit) else None
    if of and spot and spot.node != of.node:
        scene.discourse.roles[hit.trigger.frame.id] = spot.node
        scene.discourse.holders.add(spot.node)
        yield Role(hit, spot, of)


def stance_of(scene: Scene, role: Role) -> Stance:
    """How surely the sentence gives a role: taken for granted in an apposition, stated with a copula."""
    stated = role.stated or posts.becomes(scene, role.hit.head)
    said = stance.read(scene, role.hit.head) if stated else stance.of_phrase(scene, role.hit.head)
    return Stance((*said.effects, Effect(Status.ALLEGED)), said.negated) if _is_ascribed(scene, role) else said


def _is_ascribed(scene: Scene, role: Role) -> bool:
    """"N, described by prosecutors as the founder of X", "yang disebut-sebut sebagai pendiri X": what others call somebody, or
    he himself, he is by their word.
    """
    first = min(role.hit.words)
    start = next((i + 1 for i in range(first - 1, max(first - _REACH - 2, -1), -1) if i in scene.mentions.at
                  and scene.mentions.at[i].node == role.holder.node or scene.is_any(i, "relative")), first)
    links = [i for i in range(start, first) if scene.is_any(i, "ascribing")]
    told = [i for i in range(start, links[-1] if links else start) if (cue := cues.cue_at(scene, i, "verb")) and not cue.negates
            and cue.status in (Status.ALLEGED, Status.CONFIRMED, "said")]
    given_up = bool(told) and any(scene.is_any(i, "leaving_nouns") for i in range(told[-1], links[-1]))   # "announced his exit"
    return bool(told) and not given_up and not any(scene.tree[i].text in (",", ";") for i in range(told[-1], first))


def anaphor(scene: Scene, hit: Hit) -> Spot | None:
    """"the founder", "pendirinya": whoever the article has named in this role, if no name stands beside it."""
    if company := _company_named(scene, hit):
        return company
    holder = scene.discourse.roles.get(hit.trigger.frame.id, "")
    first = next((id for id, node in scene.discourse.nodes.items() if node.kind == "Person"), "")
    if any(scene.is_any(index, words) for index in hit.words for words in ("any_leaders", "makers")):
        return None   # "petinggi X", "X executives": whoever they are; "izin milik X": nobody's name
    title = scene.tree.sentence.kind != "paragraph"
    of = heldat.place(scene, hit, hit.trigger.frame.B) if title else None
    holder = first if of and (hit.trigger.frame.id, first, of.node) in scene.discourse.held else holder
    if title and first != holder:
        return None   # "X boss jailed": whoever the article names first, not a boss whom it names at its end
    free = not any(index in scene.mentions.at for index in hit.words) and not _several(scene, hit)
    free = free and not _of_another(scene, hit, holder) and not _of_public_body(scene, hit)
    return Spot(holder, min(hit.words), max(hit.words), "noun") if holder and free else None


def _of_public_body(scene: Scene, hit: Hit) -> bool:
    """"The Director of Public Prosecutions", "the president of the Senate": an office of something in capitals that is none of
    the platforms and companies told of.
    """
    tree, of = scene.tree, max(hit.words) + 1
    if tree.sentence.kind != "paragraph":
        return False
    name = of + 1 + (of + 1 < len(tree) and tree[of + 1].pos == "DET")
    body = name < len(tree) and tree[of].lower in scene.words("of_words") and tree[name].text[:1].isupper()
    spot = scene.mentions.at.get(name)
    return body and not (spot and heldat.fits(scene, spot, ("Platform", "Organization")))


def _of_another(scene: Scene, hit: Hit, holder: str) -> bool:
    """"Betsy closed down and its country manager left": nobody who holds an office at another platform or its company."""
    of, kind, told = heldat.place(scene, hit, hit.trigger.frame.B), scene.discourse.kind, scene.discourse.nodes
    main = next((id for id, node in told.items() if node.kind == "Platform"), "")
    places = scene.discourse.offices.get(holder, set())
    if not of or kind(of.node) != "Platform" or of.node == main or not places:
        return False
    return not places & {of.node, scene.discourse.operators.get(of.node, "")}


def _several(scene: Scene, hit: Hit) -> bool:
    """"Executives of X", "para petinggi X": more than the one whom the article names."""
    return any(scene.is_any(i, "several_holders") for i in (min(hit.words) - 1, *hit.words) if i >= 0)


def _company_named(scene: Scene, hit: Hit) -> Spot | None:
    """"Denda kepada pengelola X", "X owner fined": the company that runs X, where the article names it; in titles."""
    if hit.trigger.frame.relation != "operator" or scene.tree.sentence.kind == "paragraph":
        return None
    of = heldat.place(scene, hit, hit.trigger.frame.B)
    listed = of and of.first and scene.is_any(of.first - 1, "and_words")   # "penalties for X and Y's owner"
    company = scene.discourse.operators.get(of.node, "") if of and not listed else ""
    return Spot(company, min(hit.words), max(hit.words), "noun") if company else None


def _holders(scene: Scene, hit: Hit, kinds: tuple[str, ...], of: Spot | None) -> list[Spot]:
    """The person right after the role, else the one right before it, with those coordinated."""
    after = _adjacent(scene, max(hit.words), 1, kinds, of)
    if after and (client := _client_before(scene, hit, kinds, of)):
        after = client
    served = min(hit.words) and scene.is_any(min(hit.words) - 1, "counsel_words")   # "N, pengacara pendiri X": he is the lawyer
    before = () if after or served else _adjacent(scene, min(hit.words), -1, kinds, of)
    led = [s for s in before if not _is_source(scene, s, of or s)]
    found = posts.appointed(scene, hit, kinds) or after or [*_led_by(scene, hit, led, kinds), *led]
    found = found or _copular(scene, hit, kinds)
    if not found and hit.trigger.frame.relation == "operator" and (told := heldat.company_told(scene, hit, of)):
        found = [told]
    return [*found, *(spot for spot in _joined(scene, found, kinds, hit))]


def _client_before(scene: Scene, hit: Hit, kinds: tuple[str, ...], of: Spot | None) -> list[Spot]:
    """"Kuasa hukum N, pendiri X, M, memastikan": N is the founder, and M the lawyer."""
    before = _adjacent(scene, min(hit.words), -1, kinds, of)
    led = bool(before) and any(scene.is_any(i, "counsels") for i in range(max(0, before[0].first - 2), before[0].first))
    return before if led and scene.tree[before[0].last + 1].text == "," else []


def _is_source(scene: Scene, holder: Spot, of: Spot) -> bool:
    """"According to N, the founder of X was jailed": N is who says so, where no comma closes an apposition."""
    lead = any(scene.is_any(i, "attribution") for i in range(max(0, holder.first - 3), holder.first))
    end = max(holder.last, of.last) + 1
    return lead and end < len(scene.tree) and scene.tree[end].text not in (",", ".", ")", "—", "–")


def _adjacent(scene: Scene, start: int, step: int, kinds: tuple[str, ...], of: Spot | None) -> list[Spot]:
    """The mention of these kinds next to a word; commas, determiners, other roles and the role's own "of X" may stand between."""
    tree, position, passed = scene.tree, start + step, 0
    if of and step > 0 and start < of.first < start + _REACH:
        position = of.last + 1   # "pendiri aplikasi kencan X, N": on with what follows X
    while 0 <= position < len(tree) and passed < _REACH:
        if step > 0 and of and tree[position].text == "," and (jump := posts.behind_apposition(scene, position)):
            position = jump   # "direktur X, induk usaha aplikasi itu, N"
        clause = position + (tree[position].text == "," and position + 1 < len(tree))
        if step > 0 and of and scene.is_any(clause, "relative") and (jump := posts.behind_clause(scene, clause)):
            position = jump
        if step > 0 and tree[position].text == "," and _goes_on(scene, position + 1):
            return []
        if step < 0 and tree[position].text == ")" and position > 2 and tree[position - 2].text == "(":
            position -= 3   # "N (pictured), boss of X"
        spot = scene.mentions.at.get(position)
        if spot and scene.discourse.kind(spot.node) in kinds and spot.how == "name":
            return [spot]
        if spot and step < 0 and scene.is_any(start, "acting_as") and scene.discourse.kind(spot.node) == "Person":
            position = spot.first - 1   # "Direktur PT Y, N, selaku pengelola X"
            continue
        if spot and spot.how == "name" and (of is None or spot.node != of.node):
            return []
        if not spot and not _may_stand_between(scene, position):
            return []
        passed += not spot
        position += step
    return []


def _goes_on(scene: Scene, joint: int) -> bool:
    """"N, founder of X, and M were held": whoever stands behind the comma and "and" is somebody else."""
    return joint + 1 < len(scene.tree) and scene.tree[joint].lower in scene.words("and_words") and joint + 1 in scene.mentions.at


def _may_stand_between(scene: Scene, position: int) -> bool:
    """Fillers such as "its former", ages, and where somebody is from: "Vienna-based", "36,"."""
    token = scene.tree[position]
    near = {scene.tree[i].lower for i in range(position, min(position + 3, len(scene.tree)))}
    office = scene.is_any(position, "speakers_public")   # "CEO and co-founder N"
    place = bool(scene.gazetteer.place(token.text) or token.text[:1].isupper() and token.lower in scene.gazetteer.adjectives)
    filler = token.lower in scene.words("role_fillers") or token.text.isdigit()
    town = token.entity == "LOC" and position not in scene.mentions.at   # "the San Diego start-up"
    trade = scene.is_any(position, "occupations") or token.pos == "PROPN" and scene.is_any(position + 1, "occupations")
    return office or place or filler or town or trade or bool(near & scene.words("based"))


def _copular(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> list[Spot]:
    """"Mira Solano is the founder of Strangly"."""
    tree = scene.tree
    verb = tree[hit.head].head
    if tree[hit.head].slot == "attribute":
        subject = subjects(tree, verb, scene.lexicon)
    elif tree[hit.head].slot == "subject" and scene.is_any(verb, "copulas_forms"):
        subject = tree.children(verb, "attribute")   # "whose managing director is N", "its boss was N"
    else:
        subject = tree.children(hit.head, "subject") if tree.children(hit.head, "copula") else []
    return [spot for spot in spots(tree, subject, scene.mentions) if scene.discourse.kind(spot.node) in kinds]


def _joined(scene: Scene, found: list[Spot], kinds: tuple[str, ...], hit: Hit) -> Iterator[Spot]:
    """"founders Mira Solano and Tomas Reyk": the name after "and", where the role is a plural or the names touch."""
    if not found:
        return
    position = found[0].last + 1
    while position + 1 < len(scene.tree) and scene.tree[position].lower in scene.words("and_words") | {","}:
        position += 1
        if scene.tree[position].lower in scene.words("and_words"):
            continue
        spot = scene.mentions.at.get(position)
        if not spot or spot.how != "name" or scene.discourse.kind(spot.node) not in kinds or not _plural(scene, found[0], hit):
            return
        if scene.tree[position - 1].text == "," and not any(
                scene.is_any(i, "and_words") for i in range(spot.last + 1, min(spot.last + 1 + _REACH, len(scene.tree)))):
            return   # "anak pendiri X A, B (12),": no list, but somebody else
        yield spot
        position = spot.last + 1


def _led_by(scene: Scene, hit: Hit, found: list[Spot], kinds: tuple[str, ...]) -> list[Spot]:
    """"A and B, directors of X", "A dan B, pendiri X": the name before "and", where the noun may speak of both."""
    joint = found[0].first - 1 if found else 0
    plural = scene.words("definite_after") or any(scene.is_any(i, "plural_roles") for i in hit.words)
    first = scene.mentions.at.get(joint - 1) if joint > 1 and plural and scene.is_any(joint, "and_words") else None
    apposed = found and scene.tree[min(found[0].last + 1, len(scene.tree) - 1)].text == ","
    return [first] if first and apposed and first.how == "name" and scene.discourse.kind(first.node) in kinds else []


def _plural(scene: Scene, first: Spot, hit: Hit) -> bool:
    """"founders of the video app X, A and B", "dua pendiri aplikasi X, A dan B": several, by the noun or its number."""
    tree, lead = scene.tree, range(max(0, min(hit.words) - 1), max(hit.words))
    counted = any(scene.is_any(i, "several_holders") or tree[i].pos == "NUM" for i in lead)
    own = {tree[i].lower for i in hit.words} if counted or not scene.words("definite_after") else set()
    before = {token.lower for token in tree.tokens[max(0, first.first - _PLURAL):first.first]}
    return bool((before | own) & scene.words("plural_roles"))
