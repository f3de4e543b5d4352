"""Words that speak of an outcome elsewhere, and not here: who does it is no court or police, or it befalls something else."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from kg.extraction import amounts, cautions, prospects, voices
from kg.extraction.arguments import objects, obliques, subjects
from kg.extraction.discourse import Spot
from kg.extraction.humans import is_out_of_office, is_people
from kg.extraction.players import is_authority, names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL

_BESIDE = 3   # how far before a name the word for whom it is may stand
_NEAR = 9
_GIVEN = ("warning", "fine", "injunction", "sentence")
_PEOPLES = ("arrest", "charge", "suspect-named", "sentence-demand", "conviction", "sentence", "acquittal")


def is_misfit(scene: Scene, situation: Situation) -> bool:
    """Whether the words do not speak of the outcome that they name."""
    outcome = situation.frame.outcome
    if outcome in _PEOPLES and (_by_private_hand(scene, situation) or outcome == "charge" and _costs(scene, situation)):
        return True
    if prospects.is_demanded(scene, situation) or outcome == "sentence-demand" and _by_accused(scene, situation):
        return True
    if outcome == "conviction" and _as_prosecuted(scene, situation):
        return True
    if outcome == "arrest" and (_by_no_police(scene, situation) or _of_goods(scene, situation)):
        return True
    if outcome == "injunction" and (_by_oneself(scene, situation) or _of_others(scene, situation)):
        return True
    if outcome in ("shutdown", "suspension") and _out_of_order(scene, situation):
        return True
    if outcome == "blocking" and (_of_a_thing(scene, situation) or _of_itself(scene, situation) or (
            not situation.A and _out_of_order(scene, situation))):
        return True
    if outcome in _GIVEN and _by_giver(scene, situation):
        return True
    if outcome == "charge" and (_tried(scene, situation) or _of_another(scene, situation)):
        return True
    if outcome == "acquisition" and _of_wares(scene, situation):
        return True
    if outcome == "warning" and (cautions.warns_of(scene, situation) or cautions.only_cautions(scene, situation)):
        return True
    if outcome == "damages" and _is_fine(scene, situation):
        return True
    if outcome == "fine" and _by_house_rules(scene, situation):
        return True
    return outcome in ("damages", "fine") and _sought(scene, situation)


def _by_house_rules(scene: Scene, situation: Situation) -> bool:
    """"Penyewa yang terlambat dikenai denda", "drivers who cancel are fined": what members owe, where nobody is tried and no
    authority is named.
    """
    tree, head = scene.tree, situation.head
    verb = head if tree[head].pos in VERBAL else tree.verb_above(head)
    if verb is None or not tree[verb].passive or scene.discourse.accused or scene.any_of("officials", "court_words", "judges"):
        return False
    if any(is_authority(scene, spot) for spot in scene.mentions.spots):
        return False
    borne = subjects(tree, verb, scene.lexicon)
    named = any(j in scene.mentions.at for i in borne for j in tree.children(i, "apposition", "flat"))   # "its owner, Y Media,"
    groups = [i for i in borne if i in scene.mentions.at and scene.mentions.at[i].node.startswith("group:")]
    return bool(borne) and not named and all(i in groups or names_people(scene, i) for i in borne)


def _of_wares(scene: Scene, situation: Situation) -> bool:
    """"the sale of narcotics on the site": what is sold there, and not the site."""
    tree, noun = scene.tree, situation.hit.words[0]
    if situation.hit.trigger.is_verb or not scene.lexicon.check_pos:
        return False
    sold = [i for i in tree.children(noun, "modifier") if "of" in tree[i].case.split()]
    return bool(sold) and not any(j in scene.mentions.at or any(
        tree.begins(scene.lexicon.phrases[kind], j) for kind in ("platform", "company")) or scene.is_any(j, "shares")
        for i in sold for j in (i, *tree.children(i, "compound", "apposition")))


def _as_prosecuted(scene: Scene, situation: Situation) -> bool:
    """"Menurut jaksa, terdakwa terbukti ...": nobody is convicted yet."""
    proofs = [i for i in situation.hit.words if scene.is_any(i, "proven")]
    return bool(proofs) and voices.by_prosecutors(scene, proofs[0])


def _of_goods(scene: Scene, situation: Situation) -> bool:
    """"Servers were seized", "the site has been seized": nobody is arrested."""
    tree, verb = scene.tree, situation.head
    borne = subjects(tree, verb, scene.lexicon) if tree[verb].pos in VERBAL and tree[verb].passive else []
    things = [i for i in borne if scene.is_any(i, "seizable") or i in scene.mentions.at and (
        scene.discourse.kind(scene.mentions.at[i].node) in ("Platform", "Organization"))]
    people = bool(scene.words("human_nouns")) and any(is_people(scene, i) for i in borne)   # "dua pengelolanya ditangkap"
    return bool(things) and len(things) == len(borne) and not people


def _of_others(scene: Scene, situation: Situation) -> bool:
    """"ordered carriers to block X": X is told nothing; "blocked on a court's order": how the block came about."""
    tree, hit = scene.tree, situation.hit
    if not hit.trigger.is_verb:
        by_court = tree[hit.head].slot == "agent" and tree[tree[hit.head].head].passive   # "could be blocked by a court order"
        return by_court or bool(set(tree[hit.head].case.split()) & scene.words("by_order")) and (
            tree[hit.head].slot in ("oblique", "modifier"))
    told = [spot for spot in situation.B if spot.first < max(hit.words)]
    active = hit.trigger.construction == "verb" and not tree[hit.head].passive and len(hit.words) > 2
    return active and bool(situation.B) and not told and all(spot.how == "name" for spot in situation.B)


def _of_a_thing(scene: Scene, situation: Situation) -> bool:
    """"breaking its ban on sexual fakes", "tightened a ban on links": what is banned, and it is neither a platform nor access."""
    tree, noun = scene.tree, situation.hit.head
    if situation.hit.trigger.is_verb or situation.hit.learnt or not scene.lexicon.check_pos:
        return False
    banned = [i for i in obliques(tree, noun, frozenset({"on"})) if i > noun and i not in situation.hit.words]
    return bool(banned) and not any(_is_online(scene, near) for i in banned for near in (*tree.below(i), i))


def _of_itself(scene: Scene, situation: Situation) -> bool:
    """"X said it had closed the profiles and banned their makers": nobody bans himself."""
    tree, verb = scene.tree, situation.hit.head
    active = situation.hit.trigger.construction == "verb" and not tree[verb].passive and scene.lexicon.check_pos
    doing = subjects(tree, verb, scene.lexicon) if active else []
    named = {spot.node for spot in situation.B if spot.how == "noun"}   # of "it had cut it off" the first may be a country
    return bool({scene.mentions.at[i].node for i in doing if i in scene.mentions.at} & named)


def _is_online(scene: Scene, index: int) -> bool:
    """Whether a word names a platform or company or speaks of one, or of access to one."""
    spot = scene.mentions.at.get(index)
    told = spot is not None and scene.discourse.kind(spot.node) in ("Platform", "Organization")
    words = scene.lexicon.phrases
    return told or scene.is_any(index, "access_nouns") or any(
        scene.tree.begins(words[kind], index) for kind in ("platform", "company"))


def _is_fine(scene: Scene, situation: Situation) -> bool:
    """"ordered X to pay a $5m fine", "menghukum X membayar denda": what is paid is no damages."""
    last, tree = max(situation.hit.words), scene.tree
    paid = [i for word in situation.hit.words for i in objects(tree, word) if i > last]
    return situation.hit.trigger.is_verb and any(scene.is_any(i, "fine_nouns") for i in (*paid, min(last + 1, len(tree) - 1)))


def _by_private_hand(scene: Scene, situation: Situation) -> bool:
    """"Loopini menggiring remaja ke ...", "users convicted him": only those in office arrest, charge and sentence people."""
    tree, hit = scene.tree, situation.hit
    if hit.trigger.construction != "verb" or tree[hit.head].passive:
        return False
    doing = subjects(tree, hit.head, scene.lexicon)
    after = max(hit.words)   # not "pria itu berstatus tersangka"
    done_to = bool(situation.B) and all(spot.first > after for spot in situation.B)
    return bool(doing) and all(_is_private(scene, i) or done_to and is_out_of_office(scene, i) for i in doing)


def _by_accused(scene: Scene, situation: Situation) -> bool:
    """"meminta majelis hakim menghukumnya seringan mungkin": who is tried, and who speaks for him, demands no sentence."""
    tree, hit = scene.tree, situation.hit
    if not hit.trigger.is_verb or tree[hit.head].passive:
        return False
    doing = subjects(tree, hit.head, scene.lexicon)
    people = {scene.mentions.at[i].node for i in doing if i in scene.mentions.at}
    return bool(people & (scene.discourse.holders | {spot.node for spot in situation.B})) or any(
        scene.is_any(i, words) for i in doing for words in ("accused", "counsels", "counsel_words"))


def _by_no_police(scene: Scene, situation: Situation) -> bool:
    """"He picked up 12 friends": police who pick people up arrest them, others do not."""
    tree, hit = scene.tree, situation.hit
    if hit.trigger.construction != "verb" or tree[hit.head].passive or not scene.is_any(hit.head, "police_only"):
        return False
    doing = subjects(tree, hit.head, scene.lexicon)
    they = any(scene.is_any(i, "they") for i in doing) and any(i < hit.head for i in scene.any_of("crime_bodies", "captors"))
    return not (they or situation.A or any(scene.is_any(i, words) for i in doing for words in ("crime_bodies", "captors")))


def whom(scene: Scene, situation: Situation, spot: Spot) -> Spot | None:
    """Whom it befalls: of "vonis terhadap mantan rekan N" not N but somebody beside him, of whom nothing more is to be said."""
    people = spot.how != "pronoun" and scene.discourse.kind(spot.node) == "Person"
    before = [token.index for token in scene.tree.tokens[max(0, spot.first - _BESIDE):spot.first]]
    near = [*takewhile(lambda i: scene.tree[i].pos == "NOUN" and i not in scene.mentions.at, reversed(before))]
    near = near if scene.words("definite_after") else _before_of(scene, spot.first)
    beside = any(scene.is_any(i, "people_nouns") and not scene.is_any(i, "former_words") or scene.is_any(i, "kin") for i in near)
    if not people or not beside or any(scene.is_any(i, "speakers_public") for i in near):   # "mantan direktur utama N"
        return spot
    group = situation.frame.outcome and "Group" in situation.frame.B
    return replace(spot, node=scene.discourse.group("offenders", scene.tree[near[-1]].span.start)) if group else None


def _before_of(scene: Scene, name: int) -> list[int]:
    """"The arrest of the cousin of the founder, N": the nouns before "of" that lead to a name, back to the verb."""
    tree = scene.tree
    back = [*takewhile(lambda i: tree[i].pos not in ("VERB", "AUX"), range(name - 1, max(name - 3 * _BESIDE, 0), -1))]
    return [i for i in back if scene.is_any(i + 1, "of_words") and not any(scene.is_any(i, w) for w in ("officials", "trades"))]


def _by_oneself(scene: Scene, situation: Situation) -> bool:
    """"X will stop letting strangers message teenagers": a platform orders nobody, it changes itself."""
    tree, hit = scene.tree, situation.hit
    if hit.trigger.construction != "verb" or tree[hit.head].passive:
        return False
    doing = [scene.mentions.at[i] for i in subjects(tree, hit.head, scene.lexicon) if i in scene.mentions.at]
    ordered = {spot.node for spot in situation.B}   # "directed X to remove": X is who removes
    return bool(doing) and all(scene.discourse.kind(s.node) == "Platform" and s.node not in ordered for s in doing)


def _by_giver(scene: Scene, situation: Situation) -> bool:
    """"X memberi peringatan kepada penjual": who gives it does not get it."""
    tree, head = scene.tree, situation.head
    verb = head if situation.hit.trigger.is_verb else tree[head].head
    carried = verb == head or tree[head].slot == "object"
    if not carried or tree[verb].passive or not scene.is_any(verb, "light_A") or not scene.words("human_nouns"):
        return False
    doing = [scene.mentions.at[i].node for i in subjects(tree, verb, scene.lexicon) if i in scene.mentions.at]
    return scene.discourse.kind(doing[0]) == "Platform" and all(s.node in doing for s in situation.B) if doing else False


def _out_of_order(scene: Scene, situation: Situation) -> bool:
    """"down for two hours because of a cable fault", "shut off its servers for maintenance": no closing."""
    tree, head = scene.tree, situation.head
    faults = tree.find(scene.lexicon.phrases["out_of_order"])
    return any(tree.verb_above(words[-1]) in (head, tree.verb_above(head)) or abs(words[0] - head) <= _NEAR for words in faults)


def _is_private(scene: Scene, index: int) -> bool:
    spot = scene.mentions.at.get(index)
    if not spot or scene.is_any(index, "officials") or scene.is_any(index, "authority_words") or scene.is_any(index, "captors"):
        return False
    kind = scene.discourse.kind(spot.node)
    if kind == "Person":
        return spot.how == "pronoun" and spot.node not in scene.discourse.judges | scene.discourse.aside
    named = spot.how == "name" and not is_authority(scene, spot)
    return kind == "Group" or kind in ("Platform", "Organization") and named


def _costs(scene: Scene, situation: Situation) -> bool:
    """"charged members 30 dollars a month", "was charged a fee": a price and no crime."""
    tree, hit = scene.tree, situation.hit
    if not hit.trigger.is_verb or any("with" in tree[i].case.split() for i in tree.below(hit.head)):
        return False
    own = set(tree.children(hit.head)) | {i for child in tree.children(hit.head) for i in tree.children(child)}
    price = any(own & set(range(found.first, found.last + 1)) for found in amounts.money(tree, scene.lexicon))
    return price or any(scene.is_any(i, "prices") and tree[i].slot in ("object", "oblique", "passive") and not tree[i].case
                        for i in tree.children(hit.head))


def _tried(scene: Scene, situation: Situation) -> bool:
    """"pleaded guilty to 19 counts of fraud", "cleared of every charge": what is told is the end of them."""
    above = list(scene.tree.ancestors(situation.head))[:3]
    return not situation.hit.trigger.is_verb and any(scene.is_any(i, "trying") for i in above)


def _of_another(scene: Scene, situation: Situation) -> bool:
    """"X was named in the indictment of a drug dealer": it is he who is charged."""
    tree, last = scene.tree, max(situation.hit.words)
    return situation.hit.trigger.is_verb and tree[last].pos == "NOUN" and any(
        names_people(scene, i) or i in scene.mentions.at for i in obliques(tree, last, scene.words("of_words")))


def _sought(scene: Scene, situation: Situation) -> bool:
    """"Damages of $4m are sought", "meminta ganti rugi": what somebody asks for is no award."""
    tree, head = scene.tree, situation.head
    if situation.hit.trigger.is_verb:
        return False
    won = [i for i in situation.hit.words if scene.is_any(i, "winning")]
    if won:   # "menggugat X untuk memperoleh ganti rugi": not yet; "... dan memperoleh ganti rugi" was awarded them
        return any(scene.is_any(i, w) for i in range(max(0, won[0] - 2), won[0]) for w in ("in_order_to", "modals", "bidding"))
    verb = tree.verb_above(head)
    above = [i for i in tree.ancestors(head) if tree[i].pos in VERBAL]
    if above and (scene.is_any(above[0], "reversing") or scene.is_any(above[0], "tossing")):
        return False   # "wants a court to overturn the fine": it has been imposed
    return verb is not None and (any(scene.is_any(i, "asking") for i in above[:2]) or head > 0 and any(
        scene.is_any(i, "asking") for i in range(max(0, head - 2), head)))


def of_others(scene: Scene, situation: Situation) -> bool:
    """Whether the clause says whom it befalls, and it is no platform: "members are fined a round", "ia dijatuhi denda"."""
    tree, head = scene.tree, situation.head
    verb = head if situation.hit.trigger.is_verb else tree.verb_above(head)
    if verb is None:
        return False
    return any(_is_other(scene, i) for i in subjects(tree, verb, scene.lexicon))


def _is_other(scene: Scene, index: int) -> bool:
    spot: Spot | None = scene.mentions.at.get(index)
    if spot:
        return scene.discourse.kind(spot.node) == "Group" or scene.discourse.kind(spot.node) == "Person"
    if any(scene.is_any(index, words) for words in ("accused", "they", "anybody", "person_pronouns", "claimants", "parts_aside")):
        return True
    if any(scene.is_any(i, "premises") for i in (index, *scene.tree.children(index, "compound"))):   # "the bakery chain"
        return True
    return names_people(scene, index) or scene.tree[index].slot == "passive" and _is_other_thing(scene, index)


def _is_other_thing(scene: Scene, index: int) -> bool:
    """"Trading in X shares was suspended": a noun that speaks of no platform, nor of access to one."""
    tree, words = scene.tree, scene.lexicon.phrases
    spoken = any(tree.begins(words[kind], at) for kind in ("platform", "company") for at in range(max(0, index - 2), index + 1))
    return tree[index].pos in ("NOUN", "VERB", "PROPN") and not spoken and not scene.is_any(index, "access_nouns")
