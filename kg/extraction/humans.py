"""Who can be caught, tried and punished, and who does it: Indonesian says "ditahan" of lorries and deposits as well, and of
referees that they "menghukum".

A language without the list `human_nouns` tells people apart by their endings.
"""

from __future__ import annotations

from kg.extraction.discourse import Spot
from kg.extraction.players import names_people
from kg.extraction.scene import Scene

_OF_PEOPLE = (
    "human_nouns", "accused", "they", "anybody", "person_pronouns", "known_people", "person_leaders", "speakers_public", "kin",
    "people_of_no_class", "all_of_two", "all_of_three", "all_of_them", "once_more", "captors", "families", "claimants")
_IN_OFFICE = (
    "officials", "authority_words", "captors", "crime_bodies", "police", "officers", "judges", "court_words", "regulators",
    "heads_of_state", "speakers_public", "watchdogs", "body_heads", "rulings", "they", "person_pronouns", "order_nouns")
_SHORTEST = 6   # "pemilik", "pencuri": pe- and a verb
_BESIDE = 3


def members(scene: Scene, verb: int, spot: Spot) -> int:
    """"dua administrator saluran X didakwa": the counted noun that undergoes it, where X only says whose they are; -1."""
    tree, other = scene.tree, scene.lexicon.either("platform_nouns", "firms", "run_words")
    return next((i for i in tree.children(verb, "passive", "subject") if tree[i].pos == "NOUN" and i < spot.first
                 and i not in scene.mentions.at and tree.children(i, "number") and tree.governs(i, spot.first)
                 and not {tree[i].lower, tree[i].lemma} & other and tree[i].lower not in scene.lexicon.last_words["company"]), -1)


def is_thing(scene: Scene, noun: int) -> bool:
    """"Truk itu ditahan", "uang muka ditahan": whether a noun speaks of no people at all."""
    tree, token = scene.tree, scene.tree[noun]
    if not scene.words("human_nouns") or token.pos != "NOUN" or noun in scene.mentions.at:
        return False
    counted = noun > 0 and scene.is_any(noun - 1, "person_counters")
    behind = range(noun + 1, min(noun + _BESIDE + 1, len(tree)))
    marked = any(scene.is_any(i, "marks_of_people") for i in behind) or any(scene.is_any(i, "genders") for i in behind[:1])
    return not (counted or marked or is_people(scene, noun))


def is_people(scene: Scene, index: int) -> bool:
    """Whether an Indonesian word is one of people: by a list, or because it says who does something ("pengedar", "penipu")."""
    token = scene.tree[index]
    own = token.lower.removesuffix("nya") in scene.words("human_nouns")   # "bosnya", which a title leaves unparsed
    listed = own or names_people(scene, index) or any(scene.is_any(index, words) for words in _OF_PEOPLE)
    grouped = bool({token.lower, token.lemma} & set(scene.lexicon.groups)) or scene.is_any(index, "authority_words")
    doing = token.lemma.startswith("pe") and len(token.lemma) >= _SHORTEST and not token.lemma.endswith("an") and not (
        scene.is_any(index, "not_people"))
    return listed or grouped or doing


def is_somebody(scene: Scene, noun: int) -> bool:
    """Whether a noun is one of people in either language."""
    return names_people(scene, noun) or bool(scene.words("human_nouns")) and is_people(scene, noun)


def is_somebodys_kin(scene: Scene, noun: int) -> bool:
    """"istrinya", "adik kandungnya", "ayah Bayu Raharja"."""
    named = scene.mentions.at.get(noun + 1)
    own = any(token.lower.endswith("nya") for token in scene.tree.tokens[noun:noun + 2]) or (
        named is not None and scene.discourse.kind(named.node) == "Person")
    return own and noun not in scene.mentions.at and scene.is_any(noun, "kin") and bool(scene.words("human_nouns"))


def is_out_of_office(scene: Scene, doer: int) -> bool:
    """"Wasit menghukum tim tamu", "siaran yang menggiring penonton": a plain noun of nobody who may arrest or sentence."""
    token = scene.tree[doer]
    if not scene.words("human_nouns") or token.pos != "NOUN" or doer in scene.mentions.at or token.text[:1].isupper() and doer:
        return False
    near = [doer, *(i for i in scene.tree.children(doer, "modifier", "flat", "compound", "apposition"))]
    return not any(i in scene.mentions.at and i != doer or scene.tree[i].pos == "PROPN" or any(
        scene.is_any(i, words) for words in _IN_OFFICE) for i in near)


def named_before(scene: Scene, verb: int) -> list[int]:
    """"Seorang sopir, N N, yang mendirikannya": the name right before the clause, whatever the parser hangs the clause on."""
    marks = [i for i in scene.tree.children(verb, "subject") if scene.is_any(i, "relative") and scene.tree[i - 1].text == ","]
    return [i - 2 for i in marks if i > 1 and i - 2 in scene.mentions.at and scene.mentions.at[i - 2].how == "name"]


def named_behind(scene: Scene, verb: int) -> list[int]:
    """"Perusahaan asal Tallinn yang mengelola X, Baltra OÜ, ...": the name between commas behind a clause about a noun."""
    tree, marks = scene.tree, [i for i in scene.tree.children(verb, "subject") if scene.is_any(i, "relative")]
    noun = tree[verb].head
    if not marks or not scene.words("definite_after") or noun in scene.mentions.at or tree[noun].pos != "NOUN" or noun > verb:
        return []
    comma = next((t.index for t in tree.tokens[verb + 1:] if t.text in (",", ";", ".")), len(tree) - 1)
    spot = scene.mentions.at.get(comma + 1)
    closed = spot is not None and spot.how == "name" and spot.last + 1 < len(tree) and tree[spot.last + 1].text == ","
    return [comma + 1] if closed and tree[comma].text == "," else []


def only_people(scene: Scene, tokens: list[int]) -> list[int]:
    """Without what is no people or kin of whoever is accused: "menahan dua truk", "istrinya belum ditahan"."""
    return [i for i in tokens if not is_thing(scene, i) and not is_somebodys_kin(scene, i)]
