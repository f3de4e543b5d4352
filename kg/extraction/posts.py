"""Offices that are held, taken up and given up: "resigned as CEO of X", "named N its chief executive", "founder and CEO of X"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extraction.arguments import agents, objects, obliques, of_kinds, owners, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit

_BACK = 9
_CHAIN = 10
_DESCRIPTION = 5
_BETWEEN = ("DET", "ADJ", "PRON", "NOUN", "PART", "PROPN")


def appointed(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> list[Spot]:
    """Who holds the office in "N stepped down as CEO", "X hired N as its new boss", "named N chief executive"."""
    tree, first = scene.tree, min(hit.words)
    lead = first - 1
    while lead > max(0, first - _DESCRIPTION) and lead not in _marks(scene) and tree[lead].pos in _BETWEEN:
        lead -= 1
    if lead < 0 or lead not in _marks(scene) or "Person" not in kinds:
        return []
    verb = next((i for i in range(lead, max(-1, lead - _BACK), -1) if tree[i].pos in VERBAL and tree[i].slot != "aux"), None)
    if verb is None:
        return []
    done_to = [] if tree[verb].passive else spots(tree, [i for i in objects(tree, verb) if i < first], scene.mentions)
    people = of_kinds(done_to, ("Person",), scene.discourse)
    found = people or of_kinds(spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions), ("Person",), scene.discourse)
    return found[:1]


def left(scene: Scene, hit: Hit) -> Spot | None:
    """"Brandt left Solano Holdings in May": the body that somebody by name leaves."""
    tree = scene.tree
    if not scene.is_any(hit.head, "leaving_posts") or len(hit.words) > 1 or tree[hit.head].passive:
        return None
    going = of_kinds(spots(tree, subjects(tree, hit.head, scene.lexicon), scene.mentions), ("Person",), scene.discourse)
    body = of_kinds(spots(tree, objects(tree, hit.head), scene.mentions), ("Organization", "Platform"), scene.discourse)
    return body[0] if going and body else None


def given_up(scene: Scene, hit: Hit, people: list[Spot], notes: Notes) -> list[Spot]:
    """Whose office is given up: of the body that is left, else of the one for which the person speaks."""
    if body := left(scene, hit):
        return [body] if any(notes.parties.concerns(spot.node, body.node) for spot in people) else []
    if not people:
        return _of_office(scene, hit)
    if scene.is_any(hit.head, "merely_leaving") and len(hit.words) == 1:
        return []
    return [Spot(post, spot.first, spot.last, "implied") for spot in people
            if (post := notes.parties.post(spot.node) or notes.subject)][:1] or _office_left(scene, hit)


def _office_left(scene: Scene, hit: Hit) -> list[Spot]:
    """"Its country manager stepped down", "the chief executive of X resigned": whose officer it is who goes without a name."""
    tree = scene.tree
    if hit.trigger.construction == "noun" or tree[hit.head].pos not in VERBAL:
        return []
    going = [i for i in subjects(tree, hit.head, scene.lexicon) if scene.is_any(i, "speakers_public")]
    of = [j for i in going for j in (*owners(tree, i), *obliques(tree, i, scene.words("of_words")))]
    found = of_kinds(spots(tree, of, scene.mentions), ("Platform", "Organization"), scene.discourse)
    return [spot for spot in found if spot.how != "noun" and not (
        scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node))][:1]


def _of_office(scene: Scene, hit: Hit) -> list[Spot]:
    """"Its country manager stepped down", "the head of X is leaving": whose office it is, where nobody is named."""
    tree = scene.tree
    holders = [i for i in subjects(tree, hit.head, scene.lexicon) if scene.is_any(i, "speakers_public")]
    whose = [j for i in holders for j in (*owners(tree, i), *obliques(tree, i, scene.words("of_words")))]
    found = of_kinds(spots(tree, whose, scene.mentions), ("Platform", "Organization"), scene.discourse)
    return [spot for spot in found if not scene.discourse.is_authority(spot.node)][:1]


def successors(scene: Scene, hit: Hit, holder: Spot) -> Iterator[tuple[int, Spot]]:
    """"N stepped down as CEO of X and was succeeded by M", "N melepas jabatan CEO X dan digantikan M": M, with the verb."""
    tree = scene.tree
    for verb in scene.any_of("succession"):
        gone = spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions)
        if verb > max(hit.words) and tree[verb].passive and any(spot.node == holder.node for spot in gone):
            found = spots(tree, [*agents(tree, verb), *objects(tree, verb)], scene.mentions)
            yield from ((verb, spot) for spot in of_kinds(found, ("Person",), scene.discourse) if spot.how == "name"
                        and spot.node != holder.node)
    yield from ((verb, spot) for verb, spot in _succeeded(scene, holder))


def _succeeded(scene: Scene, holder: Spot) -> Iterator[tuple[int, Spot]]:
    """"N was named chief executive of X, succeeding M", "N succeeds M as chief executive of X": both hold or held the office."""
    tree = scene.tree
    for verb in scene.any_of("succession") if scene.lexicon.check_pos else ():
        who = of_kinds(spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions), ("Person",), scene.discourse)
        whom = of_kinds(spots(tree, objects(tree, verb), scene.mentions), ("Person",), scene.discourse)
        trails = tree[verb].lower.endswith("ing") and verb > holder.last and tree[verb - 1].text == ","
        both = [*whom, *who] if whom and holder.node in {s.node for s in (*who, *whom)} else whom if trails else []
        yield from ((verb, spot) for spot in both if spot.how == "name" and spot.node != holder.node and not tree[verb].passive)


def predecessors(scene: Scene, hit: Hit, holder: Spot) -> Iterator[tuple[int, Spot]]:
    """"N ditunjuk sebagai CEO X, menggantikan M yang mundur": M, with the verb."""
    tree = scene.tree
    for verb in scene.any_of("predecession"):
        behind = max(hit.words) < verb <= max(max(hit.words), holder.last) + _CHAIN and not tree[verb].passive
        gone = [scene.mentions.at[verb + 1]] if behind and verb + 1 in scene.mentions.at else []
        yield from ((verb, spot) for spot in of_kinds(gone, ("Person",), scene.discourse) if spot.how == "name"
                    and spot.node != holder.node)


def _marks(scene: Scene) -> set[int]:
    """Where "as" and verbs of appointing stand."""
    return set(scene.any_of("as_words", "appointing"))


def whole_office(scene: Scene, words: tuple[int, ...]) -> tuple[int, ...]:
    """"Director of moderation", "vice-president for public policy": the office with the field that it is for."""
    tree, end = scene.tree, max(words) + 1
    if not scene.is_any(end - 1, "field_offices") or end >= len(tree) or tree[end].lower not in ("of", "for"):
        return words
    field = list(takewhile(lambda t: (t.text.islower() or t.entity == "LOC") and t.pos in ("NOUN", "ADJ", "CCONJ", "PROPN")
                           and not _is_named(scene, t.index) and not scene.is_any(t.index, "platform_nouns")
                           and (t.lower,) not in scene.lexicon.phrases["company"], tree.tokens[end + 1:end + 6]))
    while field and field[-1].pos == "CCONJ":
        field.pop()
    official = any(scene.is_any(token.index, "official_fields") for token in field)   # "director of enforcement"
    return (*words, end, *(token.index for token in field)) if field and not official else words


def _is_named(scene: Scene, index: int) -> bool:
    """Whether a word is a mention of more than people in general: "for *user* protection" names nobody."""
    return index in scene.mentions.at and scene.discourse.kind(scene.mentions.at[index].node) != "Group"


def end_of_offices(scene: Scene, last: int) -> int:
    """The last word of a chain of offices: "founder *and chief executive* of X"."""
    tree, end, joints = scene.tree, last, scene.lexicon.either("and_words", "and_offices")
    offices = [scene.words(name) for name in ("speakers_public", "title_words", "office_nouns")]
    if last + 1 < len(tree) and tree[last + 1].lower not in joints:
        return last
    for index in range(last + 1, min(last + 1 + _CHAIN, len(tree))):
        if any({tree[index].lower, tree[index].lemma} & words for words in offices):
            end = index
        elif tree[index].lower not in joints and tree[index].text != "-":
            break
    return end


def owner_before(scene: Scene, first: int) -> int:
    """The word before the "'s" that a role follows, its description skipped: "X's 34-year-old founder"; -1 if there is none."""
    tree, position = scene.tree, first - 1
    while position > max(0, first - _CHAIN) and position not in scene.mentions.at and (
            tree[position].pos in ("ADJ", "NOUN", "NUM", "PROPN") or tree[position].text == "-" or _joins(scene, position)):
        position -= 1
    return position - 1 if position > 0 and tree[position].text in ("'s", "’s", "’", "'") else -1


def _joins(scene: Scene, index: int) -> bool:
    """"X's co-founder *and* long-time chief executive": between two offices of one person."""
    joint = scene.is_any(index, "and_words") or scene.is_any(index, "and_offices")
    return joint and scene.is_any(index - 1, "speakers_public")


def described_before(scene: Scene, first: int) -> int:
    """The name whose apposition leads up to the role: "X, aplikasi kloning suara *besutan* Y"; -1 if there is none."""
    tree, position = scene.tree, first - 1
    while position > max(0, first - _CHAIN) and tree[position].text != "," and position not in scene.mentions.at and (
            tree[position].pos in ("ADJ", "NOUN", "PROPN", "VERB", "NUM") or tree[position].text == "-"):
        position -= 1
    return position - 1 if position > 0 and tree[position].text == "," else -1


def behind_apposition(scene: Scene, comma: int) -> int:
    """Where a person is named behind a short apposition that begins with this comma, 0 if nobody is."""
    tree = scene.tree
    closing = next((i for i in range(comma + 2, min(comma + _BACK, len(tree))) if tree[i].text == ","), 0)
    inside, at = range(comma + 1, closing), scene.mentions.at
    spot = scene.mentions.at.get(closing + 1) if closing else None
    person = spot and spot.how == "name" and scene.discourse.kind(spot.node) == "Person"
    plain = not any(tree[i].pos in ("VERB", "CCONJ") or i in at and at[i].how == "name" for i in inside)
    return closing + 1 if person and plain else 0


def behind_clause(scene: Scene, relative: int) -> int:
    """Where a person is named behind a clause that begins here, 0 if nobody is: "pendiri X yang berbasis di Y, N, ditangkap"."""
    tree = scene.tree
    closing = next((t.index for t in tree.tokens[relative + 2:relative + _BACK] if t.text == ","), 0)
    spot = scene.mentions.at.get(closing + 1) if closing else None
    person = spot and spot.how == "name" and scene.discourse.kind(spot.node) == "Person"
    closed = person and spot and spot.last + 1 < len(tree) and tree[spot.last + 1].text == ","
    named = any(i in scene.mentions.at and scene.mentions.at[i].how == "name" for i in range(relative, closing))
    return closing + 1 if closed and not named else 0


def becomes(scene: Scene, head: int) -> bool:
    """Whether a verb gives the role, with all that is said of it: "membantah menjadi pemilik X", "denied being its owner"."""
    verb, slot = scene.tree[head].head, scene.tree[head].slot
    return verb < head and slot in ("object", "complement", "oblique") and scene.is_any(verb, "becoming_somebody")
