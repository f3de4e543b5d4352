"""From triggers to situations: who sues whom, what happened to which platform, who founded what.

A situation is a trigger with its parties. `A` acts, `B` is acted on; `anchors` are the words whose dependents (dates,
sums, courts, grounds) speak of it: the trigger and the light verb that carries it ("filed a lawsuit").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.extraction import barepassives, cues
from kg.extraction.arguments import agents, nearest, objects, obliques, of_kinds, owners, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL, Tree
from kg.extraction.triggers import Hit
from kg.lexicon import Frame

_AGENT_SLOTS = ("object", "oblique", "modifier", "flat", "subject", "passive", "compound")


@dataclass
class Situation:
    """A trigger with its parties; `node` is filled in once it is known which action or outcome it speaks of."""

    hit: Hit
    head: int
    A: list[Spot] = field(default_factory=list)
    B: list[Spot] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)
    node: str = ""
    definite: bool = False

    @property
    def frame(self) -> Frame:
        """The frame of the trigger."""
        return self.hit.trigger.frame


def build(scene: Scene, hit: Hit) -> Situation | None:
    """The situation that a trigger speaks of, or None where its words turn out to mean something else."""
    situation = Situation(hit, hit.head, anchors={hit.head}, definite=_definite(scene, hit.head))
    construction = hit.trigger.construction
    if construction == "noun":
        _from_noun(scene, situation)
    elif construction == "role":
        return None
    elif construction == "headline":
        _from_headline(scene, situation)
    elif not _from_verb(scene, situation):
        return None
    if situation.frame.relation == "founder":   # "didirikan N.N. bersama M.M."
        situation.A += [s for s in _party(scene, obliques(scene.tree, hit.head, scene.words("together")), situation.frame.A)
                        if s not in situation.A]
    if situation.frame.makes:   # a court hears a case, it is no party to it
        situation.B = [spot for spot in situation.B if not scene.discourse.is_court(spot.node)]
    if situation.frame.official:
        situation.A = [_as_authority(scene, spot) for spot in situation.A]
        if situation.frame.outcome and not _by_officials(scene, situation):
            return None
    situation.A = [spot for spot in situation.A if spot.node not in {b.node for b in situation.B}]
    if situation.frame.outcome and "Group" in situation.frame.B:
        situation.B = [_as_offenders(scene, spot) for spot in situation.B]
    if situation.frame.action and situation.frame.anyone and not situation.A:
        situation.A = _anyone_suing(scene, situation)
    elif situation.frame.anyone and not situation.A:
        situation.A = _sentencing_court(scene, situation)
    return situation


def _as_authority(scene: Scene, spot: Spot) -> Spot:
    """"It has opened an investigation": only authorities do, so the pronoun speaks of the one named last."""
    authority = scene.mentions.authority
    known = scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    return replace(spot, node=authority) if spot.how == "pronoun" and authority and not known else spot


def _anyone_suing(scene: Scene, situation: Situation) -> list[Spot]:
    """"a class action by couriers", "two landlords sued": private people of any trade are plaintiffs."""
    tree = scene.tree
    noun = not situation.hit.trigger.is_verb
    doers = [i for anchor in situation.anchors for i in (
        agents(tree, anchor) if noun or tree[anchor].passive else subjects(tree, anchor, scene.lexicon))]
    nouns = [i for i in (*doers, *obliques(tree, situation.head, situation.frame.by)) if tree[i].pos == "NOUN"
             and i not in scene.mentions.at and _names_people(scene, i)]
    return [Spot(scene.discourse.group("plaintiffs", tree[i].span.start), i, i, "noun") for i in nouns[:1]]


def _names_people(scene: Scene, index: int) -> bool:
    """Whether a noun is one of people by its ending ("couriers", "a florist") or by the lexicon."""
    endings = tuple(scene.words("endings_of_people"))
    lemma = scene.tree[index].lemma
    ends = bool(endings) and lemma.endswith(endings) and not scene.is_any(index, "not_people")
    return ends or scene.is_any(index, "people_nouns")


def _sentencing_court(scene: Scene, situation: Situation) -> list[Spot]:
    """"jailed at Harlow Crown Court": the court where somebody is tried imposes it."""
    places = [i for anchor in situation.anchors for i in obliques(scene.tree, anchor, scene.words("trial_cases"))]
    return [spot for spot in spots(scene.tree, places, scene.mentions) if scene.discourse.is_court(spot.node)][:1]


def _by_officials(scene: Scene, situation: Situation) -> bool:
    """Whether somebody in office does it, by name or by noun ("a judge"): a company that "rejects the claims", or "we",
    dismiss no lawsuit. Where the words name nobody ("was dismissed") it is taken for so.
    """
    hit, tree = situation.hit, scene.tree
    if situation.A:
        return any(_is_official(scene, spot) for spot in situation.A)
    if hit.trigger.construction not in ("verb", "headline") or tree[hit.head].passive:
        return True
    titled = hit.trigger.construction == "headline" and tree.sentence.kind != "paragraph"
    doers = range(hit.head) if titled else subjects(tree, hit.head, scene.lexicon)
    return any(scene.is_any(i, "officials") for i in doers)


def _is_official(scene: Scene, spot: Spot) -> bool:
    return scene.discourse.kind(spot.node) == "Person" or (
        scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node))


def _as_offenders(scene: Scene, spot: Spot) -> Spot:
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
    if spot.how == "pronoun":
        return True
    several = any(tree[i].slot == "number" or scene.is_any(i, "another") for i in tree.children(spot.last))
    single = scene.is_any(spot.last, "accused") or scene.discourse.is_definite(tree, (spot.last,))
    return spot.node == "group:offenders" and single and not several


# ------------------------------------------------------------------------------------------------ verbs

def _from_verb(scene: Scene, situation: Situation) -> bool:
    """Fill the parties of a verb; False where an active verb has an object that cannot be B."""
    tree, hit, frame = scene.tree, situation.hit, situation.frame
    subject = subjects(tree, hit.head, scene.lexicon)
    things = [i for i in objects(tree, hit.head) if i not in hit.words] + _prepositional(scene, hit)
    if tree[hit.head].passive:
        situation.B = _party(scene, subject, _who(scene, hit.head, frame.B)) or _anyone(scene, frame, subject)
        situation.B = situation.B or _party(scene, _accessed(scene, subject), frame.B)
        situation.A = _party(scene, [*agents(tree, hit.head), *_bare_agent(scene, hit.head)], frame.A)
    elif hit.trigger.construction == "inverse":
        situation.A = _party(scene, things, frame.A)
        situation.B = _party(scene, subject, frame.B) if situation.A else []
        return bool(situation.B)
    elif hit.trigger.construction in ("self", "alone"):
        if hit.trigger.construction == "alone" and _has_object(scene, hit):
            return False
        situation.B = _party(scene, subject, frame.B)
    else:
        situation.A = _party(scene, subject, frame.A)
        if frame.action:
            things = things or _of_content(scene, hit.head)
        situation.B = _party(scene, things, frame.B) or _by_clitic(scene, hit) or _anyone(scene, frame, things)
        if frame.B and not situation.B and not _wants_actions(frame) and things:
            return frame.year
    _fill_by_place(scene, situation, things)
    return True


def _anyone(scene: Scene, frame: Frame, tokens: list[int]) -> list[Spot]:
    """"A delivery driver was jailed": what happens to people only makes any noun in that place speak of some."""
    nouns = [i for i in tokens if scene.tree[i].pos == "NOUN" and not any(
        scene.tree.match(words, i) for kind in ("platform", "company", "authority") for words in scene.lexicon.phrases[kind])]
    if not frame.anyone or not nouns or _is_kin(scene, nouns[0]):
        return []
    return [Spot(scene.discourse.group("offenders", scene.tree[nouns[0]].span.start), nouns[0], nouns[0], "noun")]


def _is_kin(scene: Scene, noun: int) -> bool:
    """"A friend of Mara Venn": somebody beside the story, of whom nothing is to be said."""
    beside = [*obliques(scene.tree, noun, scene.words("of_words")), *owners(scene.tree, noun)]
    people = (spot for spot in spots(scene.tree, beside, scene.mentions) if scene.discourse.kind(spot.node) == "Person")
    return scene.is_any(noun, "people_nouns") and any(people)


def _accessed(scene: Scene, tokens: list[int]) -> list[int]:
    """"Access to X was cut off", "akses ke X diputus": what befalls access befalls X."""
    return [i for token in tokens if scene.is_any(token, "access_nouns")
            for i in [*obliques(scene.tree, token, scene.words("access_cases")), *owners(scene.tree, token)]]


def _from_headline(scene: Scene, situation: Situation) -> None:
    """A bare verb of a title: who stands before it acts, who stands after it is acted on. Parsers do not know titles."""
    frame, verb = situation.frame, situation.head
    if scene.tree.sentence.kind == "paragraph":
        situation.A, situation.B = barepassives.parties(scene, situation.hit)
        return
    situation.A = of_kinds(nearest(scene.tree, verb, scene.mentions, left=True), frame.A, scene.discourse)[:1]
    situation.B = of_kinds(nearest(scene.tree, verb, scene.mentions, left=False), frame.B, scene.discourse)[:1]
    if _wants_actions(frame):
        situation.B = [scene.actions[i] for i in sorted(scene.actions) if i > verb][:1]


def _who(scene: Scene, verb: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that a subject "who" leaves: "the founder of X, who was convicted" convicts no platform."""
    personal = any(scene.is_any(i, "who") for i in scene.tree.children(verb, "subject", "passive"))
    return tuple(kind for kind in kinds if kind in ("Person", "Group")) if personal else kinds


def _prepositional(scene: Scene, hit: Hit) -> list[int]:
    """The object of the preposition that ends the trigger: "ruled against X"."""
    last = hit.trigger.words[-1]
    if len(hit.trigger.words) < 2:
        return []
    return [i for word in (hit.head, *hit.words) for i in obliques(scene.tree, word, (last,)) if i not in hit.words]


def _bare_agent(scene: Scene, verb: int) -> list[int]:
    """The agent of an Indonesian passive needs no "oleh": "digugat orang tua korban"."""
    tree = scene.tree
    if not scene.words("bare_agent") or not tree[verb].passive:
        return []
    after = [i for i in tree.children(verb, *_AGENT_SLOTS) if i > verb and not tree[i].case]
    return [index for child in after for index in tree.conjuncts(child)]


def _has_object(scene: Scene, hit: Hit) -> bool:
    """Whether the verb has an object beyond its own words; what follows a last preposition ("plead guilty to") is none."""
    return any(scene.tree[i].pos != "NUM" for i in objects(scene.tree, hit.head) if i not in hit.words)


def _by_clitic(scene: Scene, hit: Hit) -> list[Spot]:
    """"mendakwanya", "memblokirnya": whoever was accused, or the person or platform spoken of last."""
    tree, kinds, discourse = scene.tree, hit.trigger.frame.B, scene.discourse
    word = next((i for i in hit.words if tree[i].lower.endswith("nya") and tree[i].lemma != tree[i].lower), -1)
    if word < 0 or tree[word].pos not in VERBAL or not scene.words("definite_after"):
        return []
    people = (discourse.accused or discourse.last("Person")) if "Group" in kinds and "Platform" not in kinds else ""
    kinds = tuple(kind for kind in kinds if kind in ("Platform", "Organization")) if "Platform" in kinds else kinds
    node = people or discourse.last(*kinds)
    return [Spot(node, word, word, "pronoun")] if node else []


def _wants_actions(frame: Frame) -> bool:
    return frame.B == ("LegalAction",)


def _party(scene: Scene, tokens: Iterable[int], kinds: tuple[str, ...]) -> list[Spot]:
    tokens = list(tokens)
    if "LegalAction" in kinds:
        parts = [j for i in tokens for j in (i, *scene.tree.children(i, "modifier", "object")) if j in scene.actions]
        found = [scene.actions[i] for i in parts]
        if found:
            return found
    described = (_described(scene, spot) for spot in spots(scene.tree, tokens, scene.mentions))
    return of_kinds(described, [kind for kind in kinds if kind != "LegalAction"], scene.discourse)


def _described(scene: Scene, spot: Spot) -> Spot:
    """"The plaintiffs, four women,": who they are, where the sentence says it."""
    if spot.node != "group:plaintiffs":
        return spot
    beside = (scene.mentions.at[i] for i in scene.tree.children(spot.last, "apposition") if i in scene.mentions.at)
    return next((other for other in beside if scene.discourse.kind(other.node) == "Group"), spot)


def _fill_by_place(scene: Scene, situation: Situation, things: list[int]) -> None:
    """Where the parse names no B, the nearest fitting mention of the clause: before a passive, after an active verb."""
    hit, frame, tree = situation.hit, situation.frame, scene.tree
    if situation.B or not frame.B or _wants_actions(frame):
        return
    before = tree[hit.head].passive or hit.trigger.construction in ("self", "alone")
    if before and _names_someone(scene, hit.head):
        return
    if not before and things:
        return
    found = nearest(tree, hit.head, scene.mentions, left=before)
    situation.B = of_kinds(found, frame.B, scene.discourse)[:1]


def _names_someone(scene: Scene, verb: int) -> bool:
    """Whether the verb has a subject that is somebody or something else: then no name nearby is meant."""
    found = subjects(scene.tree, verb, scene.lexicon)
    return any(spots(scene.tree, found, scene.mentions)) or any(scene.is_any(i, "people_nouns") for i in found)


# ------------------------------------------------------------------------------------------------ nouns

def _from_noun(scene: Scene, situation: Situation) -> None:
    """Fill the parties of an event noun from its own modifiers and from the verb that carries it."""
    tree, frame, noun = scene.tree, situation.frame, situation.hit.head
    _from_modifiers(scene, situation, noun)
    _from_light_verb(scene, situation, noun)
    for clause in [clause for peer in _peers(tree, noun) for clause in tree.children(peer, "relative")]:
        _from_clause(scene, situation, clause)
    if frame.action and not situation.B:
        situation.B = _party(scene, _of_content(scene, noun), frame.B)
    verb = tree[noun].head
    if tree[noun].slot in ("subject", "passive") and verb != noun and is_targeting(scene, verb):
        situation.anchors.add(verb)
        situation.B = situation.B or _party(scene, _accused(scene, verb), frame.B)
    situation.B = situation.B or _party(scene, _after_preposition(scene, situation), frame.B)


def _peers(tree: Tree, noun: int) -> list[int]:
    """The noun and those coordinated with it: "the sentence *and fine* that the court gave"."""
    return [noun, *(peer for peer in tree.conjuncts(_first_peer(tree, noun)) if peer != noun)]


def _first_peer(tree: Tree, noun: int) -> int:
    for upper in tree.ancestors(noun):
        if tree[noun].slot != "conjunct" or tree[upper].pos in VERBAL:
            break
        noun = upper
    return noun


def _after_preposition(scene: Scene, situation: Situation) -> list[int]:
    """Whom the noun is against by the order of words alone: "gugatan terhadap X", where the parse has lost it."""
    last = max(situation.hit.words) + 1
    if last + 1 < len(scene.tree) and scene.tree[last].lower in scene.words("strict_against"):
        return [i for i in range(last + 1, min(last + 4, len(scene.tree))) if i in scene.mentions.at][:1]
    return []


def _from_modifiers(scene: Scene, situation: Situation, noun: int) -> None:
    tree, frame = scene.tree, situation.frame
    against = [i for word in situation.hit.words for i in obliques(tree, word, frame.against)]
    if not against and tree[tree[noun].head].pos not in VERBAL:
        against = obliques(tree, tree[noun].head, scene.words("strict_against"))
    situation.B += _party(scene, against, frame.B)
    situation.A += _party(scene, obliques(tree, noun, frame.by), frame.A)
    owner = owners(tree, noun)
    if _wants_actions(frame):
        situation.B += _party(scene, owner, frame.B)
    elif frame.action and (ours := [s for s in _party(scene, owner, frame.A) if _is_authority(scene, s)]):
        situation.A += ours
    elif frame.genitive == "A":
        situation.A += _party(scene, [i for i in owner if tree[i].slot != "compound"], frame.A)
    elif not situation.B:
        situation.B += _party(scene, owner, frame.B)


def _is_authority(scene: Scene, spot: Spot) -> bool:
    return scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)


def _from_light_verb(scene: Scene, situation: Situation, noun: int) -> None:
    """"filed a lawsuit against B", "faces a lawsuit", "a lawsuit was filed by A against B"."""
    tree, frame = scene.tree, situation.frame
    while tree[noun].slot == "modifier" and cues.is_noun_cue(scene, tree[noun].head):
        noun = tree[noun].head   # "menghadapi ancaman denda", "the threat of a fine"
    noun = _first_peer(tree, noun)
    verb = tree[noun].head
    if tree[noun].slot in ("object", "passive") and not situation.B:
        situation.B += _party(scene, obliques(tree, verb, scene.words("strict_against")), frame.B)
    light_a, light_b = scene.is_any(verb, "light_A"), scene.is_any(verb, "light_B")
    hit_with = tree[noun].slot == "oblique" and tree[noun].case in scene.words("hit_with")
    if hit_with and not tree[verb].passive and scene.is_any(verb, "light_hit"):   # "mengganjar X dengan denda"
        situation.anchors.add(verb)
        situation.A += _party(scene, subjects(tree, verb, scene.lexicon), frame.A)
        situation.B = _party(scene, objects(tree, verb), frame.B)
        return
    hit_with = hit_with and tree[verb].passive
    if not (light_a or light_b) or not (hit_with or tree[noun].slot in ("object", "passive", "subject", "attribute")):
        return
    situation.anchors.add(verb)
    passive = tree[noun].slot in ("passive", "subject")
    doers = agents(tree, verb) if passive else subjects(tree, verb, scene.lexicon)
    if light_b and not passive:
        situation.B += [s for s in _party(scene, doers, frame.B) if s not in situation.B]
    elif light_a:
        situation.A += [s for s in _party(scene, [*doers, *_bare_agent_of_light(scene, verb, passive)], frame.A)
                        if s not in situation.A]
    below = [i for i in tree.below(verb) if i > noun and set(tree[i].case.split()) & frame.against
             and tree.verb_above(i) == verb]
    situation.B += [s for s in _party(scene, below, frame.B) if s not in situation.B]


def _bare_agent_of_light(scene: Scene, verb: int, passive: bool) -> list[int]:
    return _bare_agent(scene, verb) if passive else []


def _from_clause(scene: Scene, situation: Situation, clause: int) -> None:
    """What a clause under the noun says of its parties: "filed by A against B", "accusing B of H"."""
    tree, frame = scene.tree, situation.frame
    if scene.is_any(clause, "light_A"):
        situation.anchors.add(clause)
        situation.A += _party(scene, [*agents(tree, clause), *_bare_agent(scene, clause)], frame.A)
        situation.B += _party(scene, obliques(tree, clause, frame.against), frame.B)
    elif is_targeting(scene, clause):
        situation.anchors.add(clause)
        situation.B = situation.B or _party(scene, _accused(scene, clause), frame.B)


def _of_content(scene: Scene, head: int) -> list[int]:
    """"an inquiry into whether X let ...", "examining whether X ...": whom the clause is about."""
    tree = scene.tree
    clauses = [i for child in (head, *tree.children(head)) for i in tree.children(child, "complement", "relative", "adverbial")
               if any(scene.is_any(j, "whether") for j in tree.children(i))]
    return [i for clause in clauses for i in subjects(tree, clause, scene.lexicon)]


def _accused(scene: Scene, verb: int) -> list[int]:
    """Whom a verb accuses: its object, or the subject of its clause ("menuduh X memfasilitasi ...")."""
    below = [i for clause in scene.tree.children(verb, "complement") for i in scene.tree.children(clause, "subject")]
    return objects(scene.tree, verb) or below


def is_targeting(scene: Scene, verb: int) -> bool:
    """Whether a verb's object is the accused: "accusing X", "menuduh X"."""
    return cues.accuses(scene, verb, "verb") or (
        scene.is_any(verb, "targeting"))


def _definite(scene: Scene, noun: int) -> bool:
    tree = scene.tree
    around = {tree[i].lower for i in tree.children(noun)} | {token.lower for token in tree.tokens[noun + 1:noun + 3]}
    marks = scene.words("definite_after") or scene.words("definite")
    return bool(around & marks) or (tree[noun].lower.endswith("nya") and tree[noun].lemma != tree[noun].lower)
