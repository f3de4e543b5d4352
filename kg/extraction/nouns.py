"""The parties of an event noun: "the suit against B", "B's closure", "faces a fine", "a probe into whether B ..."."""

from __future__ import annotations

from kg.extraction import apart, cues
from kg.extraction.arguments import agents, objects, obliques, owners, subjects
from kg.extraction.discourse import Spot
from kg.extraction.lightverbs import CLAIMED, weight
from kg.extraction.players import anyone, bare_agent, is_authority, party, wants_actions
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.suers import whose_against
from kg.extraction.tree import VERBAL, Tree
from kg.extraction.verbs import of_content, run_by
from kg.lexicon import Frame


def from_noun(scene: Scene, situation: Situation) -> None:
    """Fill the parties of an event noun from its own modifiers and from the verb that carries it."""
    tree, frame, noun = scene.tree, situation.frame, situation.hit.head
    _from_modifiers(scene, situation, noun)
    _from_light_verb(scene, situation, noun)
    for clause in [clause for peer in _peers(tree, noun) for clause in tree.children(peer, "relative")]:
        _from_clause(scene, situation, clause)
    if frame.action and not situation.B:
        situation.B = party(scene, of_content(scene, noun), frame.B) or _alleged_of(scene, situation, noun)
    if frame.official and not situation.A:   # "an inquiry into the service by A", whatever "by A" hangs on
        below = [i for i in tree.below(noun) if i > noun and set(tree[i].case.split()) & frame.by]
        situation.A = [spot for spot in party(scene, below, frame.A) if is_authority(scene, spot)]
    verb = tree[noun].head
    if tree[noun].slot in ("subject", "passive") and frame.action and scene.is_any(verb, "filing"):
        situation.anchors.add(verb)   # "the suit was made public in May" is no filing, "gugatan itu masuk pada 9 Mei" is
    if tree[noun].slot in ("subject", "passive") and frame.action:   # "the suit seeks $9m and was filed in May"
        situation.anchors |= {i for i in tree.children(verb, "conjunct") if tree[i].passive and scene.is_any(i, "lodging")
                              and not tree.children(i, "subject", "passive")}
    _from_document(scene, situation, noun)
    _from_participle(scene, situation, noun)
    if tree[noun].slot in ("subject", "passive") and verb != noun and (
            is_targeting(scene, verb) or frame.action and scene.is_any(verb, "awaiting")):
        situation.anchors.add(verb)
        situation.B = situation.B or party(scene, _accused(scene, verb), frame.B)
    situation.B = situation.B or party(scene, _after_preposition(scene, situation), frame.B) or party(
        scene, [i for i in tree.below(noun) if i > noun and set(tree[i].case.split()) & scene.words("strict_against")]
        if frame.action else [], frame.B)
    situation.B = situation.B or party(scene, _behind_doer(scene, situation) if frame.action else [], frame.B)
    if frame.action == "investigation":
        situation.B = [spot for spot in situation.B if not apart.is_only_place(scene, noun, spot)]


def _behind_doer(scene: Scene, situation: Situation) -> list[int]:
    """"A suit brought by A's office against X": whom the parse has hung on who acts."""
    return [i for spot in situation.A for word in range(spot.first, spot.last + 1)
            for i in obliques(scene.tree, word, situation.frame.against) if i > spot.last]


def _alleged_of(scene: Scene, situation: Situation, noun: int) -> list[Spot]:
    """"a suit claiming that X let ...", "filed a class action, alleging it sold ...": whom the clause is about."""
    tree, verb = scene.tree, scene.tree[noun].head
    if situation.frame.action not in CLAIMED:
        return []
    filed = tree.children(verb, "adverbial", "conjunct") if scene.is_any(verb, "filing") else []
    inside = tree.verb_above(noun) if set(tree[noun].case.split()) & scene.words("in_papers") else None
    clauses = [i for i in (*tree.children(noun, "relative"), *filed) if i > noun and scene.is_any(i, "alleging")]
    clauses += [inside] if inside is not None and scene.is_any(inside, "alleging") and not tree[inside].passive else []
    about = [j for i in clauses for c in tree.children(i, "complement", "object") if tree[c].pos in VERBAL
             for j in tree.children(c, "subject", "passive")]
    found = party(scene, about, ("Platform", "Organization"))
    return [s for s in found if not is_authority(scene, s) and s.node not in {a.node for a in situation.A}]


def _from_document(scene: Scene, situation: Situation, noun: int) -> None:
    """"In a lawsuit filed on Monday, A accuses B of H", "dalam gugatannya, A menuding B": who accuses in it has brought it."""
    tree, verb = scene.tree, scene.tree.verb_above(noun)
    inside = set(tree[noun].case.split()) & scene.words("in_papers") and situation.frame.action not in ("", "appeal")
    if verb is not None and inside and tree[verb].slot == "complement" and is_targeting(scene, tree[verb].head):
        verb = tree[verb].head   # "accuses X of harming children in a new lawsuit"
    if verb is not None and inside and tree[verb].passive and (
            scene.is_any(verb, "naming") or cues.accuses(scene, verb, "verb")):   # "was named in a lawsuit", "is accused in"
        situation.B += [s for s in party(scene, subjects(tree, verb, scene.lexicon), situation.frame.B) if s not in situation.B]
        situation.A = situation.A or party(scene, [i for i in agents(tree, verb) if i > noun], situation.frame.A)
        situation.anchors.add(verb)
    if verb is None or not inside or tree[verb].passive or not (
            is_targeting(scene, verb) or scene.is_any(verb, "alleging") or scene.is_any(verb, "seeking")):
        return
    situation.A = situation.A or party(scene, subjects(tree, verb, scene.lexicon), situation.frame.A)
    if not situation.B and is_targeting(scene, verb):
        situation.B = party(scene, _accused(scene, verb), situation.frame.B)


def _from_participle(scene: Scene, situation: Situation, noun: int) -> None:
    """"Submitted on Monday to the court, the suit asks for ...": the opening participle is the filing's."""
    tree, verb = scene.tree, scene.tree[noun].head
    if tree[noun].slot in ("subject", "passive") and situation.frame.action:
        for opening in tree.children(verb, "adverbial"):
            if opening < noun and scene.is_any(opening, "filing") and not tree.children(opening, "subject", "passive"):
                _from_clause(scene, situation, opening)
                situation.anchors.add(opening)


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
    of = whose_against(scene, situation, against)
    situation.B += party(scene, [i for i in against if i not in of], frame.B)
    situation.A += party(scene, [*obliques(tree, noun, frame.by), *of], frame.A)
    owner = _of_shares(scene, owners(tree, noun)) or (objects(tree, noun) if tree[noun].pos in VERBAL else [])
    if wants_actions(frame):
        situation.B += party(scene, owner, frame.B)
    elif frame.action and (ours := [s for s in party(scene, owner, frame.A) if is_authority(scene, s)]):
        situation.A += ours
    elif frame.genitive == "A":
        bodies = ("Organization",) if against and frame.action == "lawsuit" else ()   # "an SRA lawsuit against X"
        situation.A += party(scene, [i for i in owner if tree[i].slot != "compound"], frame.A) or party(scene, owner, bodies)
    elif not situation.B:
        situation.B += party(scene, owner, frame.B)


def _of_shares(scene: Scene, owned: list[int]) -> list[int]:
    """"The purchase of a 60 percent stake in X", "pengambilalihan 78 persen saham X": X, whose shares they are."""
    tree = scene.tree
    found = list(owned)
    for index in found:
        if scene.is_any(index, "shares") and index not in scene.mentions.at:
            found += [i for i in tree.children(index, "modifier", "owner", "flat", "oblique", "compound") if i not in found]
    return found


def _from_light_verb(scene: Scene, situation: Situation, noun: int) -> None:
    """"filed a lawsuit against B", "faces a lawsuit", "a lawsuit was filed by A against B"."""
    tree, frame = scene.tree, situation.frame
    noun = _first_peer(tree, _phrase_of(scene, frame, noun))
    verb = tree[noun].head
    about = scene.is_any(verb, "ground") and tree[noun].slot == "subject" and tree[verb].slot == "complement"
    if about:   # "membuka penyelidikan terhadap X terkait H": the preposition was read as a verb
        verb = tree[verb].head
    if tree[noun].slot in ("object", "passive") and not situation.B:
        situation.B += party(scene, obliques(tree, verb, scene.words("strict_against")), frame.B)
    light_a, light_b = scene.is_any(verb, "light_A"), scene.is_any(verb, "light_B")
    hit_with = tree[noun].slot == "oblique" and tree[noun].case in scene.words("hit_with")
    if _handed(scene, situation, noun, verb, hit_with=hit_with):
        return
    if wants_actions(frame) and scene.is_any(verb, "ending") and not situation.B:   # "the suit ended in a settlement"
        situation.anchors.add(verb)
        situation.B = party(scene, subjects(tree, verb, scene.lexicon), frame.B)
        return
    hit_with = hit_with and tree[verb].passive
    if hit_with and frame.action and (light_a or light_b):   # "has been served with a class action", "slapped with a suit"
        situation.anchors.add(verb)
        situation.B += [s for s in party(scene, subjects(tree, verb, scene.lexicon), frame.B) if s not in situation.B]
        situation.A = situation.A or party(scene, agents(tree, verb), frame.A)
        return
    if tree[noun].slot == "agent" and tree[verb].passive and frame.action and not situation.B:   # "was hit by a wave of lawsuits"
        situation.B = party(scene, subjects(tree, verb, scene.lexicon), frame.B)
        return
    if (light_a or light_b) and (hit_with or tree[noun].slot in ("object", "passive", "subject", "attribute")):
        _parties_of_light(scene, situation, noun, verb, about=about)


def _parties_of_light(scene: Scene, situation: Situation, noun: int, verb: int, *, about: bool) -> None:
    """Who files it or faces it: the parties of a light verb, and those whom a preposition names under it."""
    tree, frame = scene.tree, situation.frame
    light_a, light_b = weight(scene, frame, noun, verb)
    situation.anchors.add(verb)
    passive = tree[noun].slot in ("passive", "subject") and not about
    doers = agents(tree, verb) if passive else subjects(tree, verb, scene.lexicon)
    if light_b and not passive:
        facing = run_by(scene, frame, doers) or party(scene, doers, frame.B)   # "the developer of X faces a suit"
        situation.B += [s for s in facing if s not in situation.B]
        if not situation.A:   # "faces a lawsuit from parents", "received a warning from Ofcom"
            situation.A = party(scene, obliques(tree, verb, frame.by), frame.A)
    elif light_a and not (frame.outcome and frame.imposed and scene.is_any(verb, "asking")):   # who seeks an order makes none
        situation.A += [s for s in party(scene, [*doers, *_bare_agent_of_light(scene, verb, passive)], frame.A)
                        if s not in situation.A]
    below = [i for i in tree.below(verb) if i > noun and set(tree[i].case.split()) & frame.against
             and tree.verb_above(i) == verb and not _inside_mention(scene, i, verb)]
    situation.B += [s for s in party(scene, below, frame.B) if s not in situation.B]


def _handed(scene: Scene, situation: Situation, noun: int, verb: int, *, hit_with: bool) -> bool:
    """"mengganjar X dengan denda", "X was given a warning by A": who hands it to whom; False for other verbs."""
    tree, frame = scene.tree, situation.frame
    if hit_with and not tree[verb].passive and scene.is_any(verb, "light_hit"):
        situation.anchors.add(verb)
        situation.A += party(scene, subjects(tree, verb, scene.lexicon), frame.A)
        situation.B = party(scene, objects(tree, verb), frame.B)
        return True
    given = scene.is_any(verb, "giving") or bool(frame.outcome) and scene.is_any(verb, "light_B")
    bare = tree[noun].slot == "oblique" and not tree[noun].case and noun > verb   # "dikenai denda", "terancam denda"
    borne = tree[verb].passive and (given or bare) or bool(frame.outcome) and bare and scene.is_any(verb, "prospective")
    if borne and (bare or tree[noun].slot == "object"):
        situation.anchors.add(verb)
        whom = subjects(tree, verb, scene.lexicon)
        situation.B = party(scene, whom, frame.B) or anyone(
            scene, frame, [i for i in whom if i not in scene.mentions.opaque])
        situation.A = situation.A or party(scene, agents(tree, verb), frame.A)
        return True
    return False


def _phrase_of(scene: Scene, frame: Frame, noun: int) -> int:
    """The noun that carries this one: "the threat of a fine", "is the target of a lawsuit", "dozens of lawsuits"; of "must pay
    4 million euros in damages" the sum.
    """
    tree, verb = scene.tree, scene.tree.verb_above(noun) if frame.outcome == "damages" else None
    if verb is not None and tree[noun].slot == "modifier" and tree[noun].case in scene.words("in_words") and any(
            scene.is_any(i, "obliged") for i in tree.children(verb, "aux")):
        noun = tree[noun].head
    while tree[noun].slot == "modifier" and (cues.is_noun_cue(scene, tree[noun].head) or frame.action and any(
            scene.is_any(tree[noun].head, words) for words in ("targets_of", "amounts_of"))):
        noun = tree[noun].head
    return noun


def _inside_mention(scene: Scene, index: int, verb: int) -> bool:
    """Whether a word only describes somebody: "against N.N., the founder of X"."""
    for upper in scene.tree.ancestors(index):
        if upper == verb:
            return False
        if upper in scene.mentions.at:
            return True
    return False


def _bare_agent_of_light(scene: Scene, verb: int, passive: bool) -> list[int]:
    return bare_agent(scene, verb) if passive else []


def _from_clause(scene: Scene, situation: Situation, clause: int) -> None:
    """What a clause under the noun says of its parties: "filed by A against B", "accusing B of H"."""
    tree, frame = scene.tree, situation.frame
    if scene.is_any(clause, "light_A"):
        situation.anchors.add(clause)
        own = [] if tree[clause].passive else [   # "an action that A had brought against B"
            i for i in tree.children(clause, "subject") if tree[i].lower not in scene.words("relative")]
        doers = [*agents(tree, clause), *bare_agent(scene, clause), *own]
        situation.A += [s for s in party(scene, doers, frame.A) if s not in situation.A]
        aimed = obliques(tree, clause, frame.against) + [
            i for i in tree.below(clause) if set(tree[i].case.split()) & scene.words("strict_against")]
        if frame.action == "regulatory-action" and not tree[clause].passive:   # "a notice that gives X 28 days"
            aimed += objects(tree, clause)
        situation.B += [s for s in party(scene, aimed, frame.B) if s not in situation.B]
    elif is_targeting(scene, clause):
        situation.anchors.add(clause)
        situation.B = situation.B or party(scene, _accused(scene, clause), frame.B)


def _accused(scene: Scene, verb: int) -> list[int]:
    """Whom a verb accuses: its object, or the subject of its clause ("menuduh X memfasilitasi ...")."""
    below = [i for clause in scene.tree.children(verb, "complement") for i in scene.tree.children(clause, "subject")]
    return objects(scene.tree, verb) or below


def is_targeting(scene: Scene, verb: int) -> bool:
    """Whether a verb's object is the accused: "accusing X", "menuduh X"."""
    return cues.accuses(scene, verb, "verb") or (
        scene.is_any(verb, "targeting"))


def definite(scene: Scene, noun: int) -> bool:
    tree = scene.tree
    after = tree.tokens[noun + 1:noun + 3] if scene.words("definite_after") else ()
    around = {tree[i].lower for i in tree.children(noun)} | {token.lower for token in after}
    marks = scene.words("definite_after") or scene.words("definite")
    return bool(around & marks) or (tree[noun].lower.endswith("nya") and tree[noun].lemma != tree[noun].lower)


def is_bare_topic(scene: Scene, situation: Situation) -> bool:
    """"Pemblokiran berlaku sejak Rabu": a bare event noun that is the subject speaks of the one that was told."""
    token, tree = scene.tree[situation.head], scene.tree
    subject = token.slot in ("subject", "passive") and not situation.hit.trigger.is_verb
    bare = not [i for i in tree.children(token.index, "number", "determiner", "modifier", "adjective", "compound")
                if i not in situation.hit.words]
    return bool(scene.words("definite_after")) and subject and bare and not situation.A
