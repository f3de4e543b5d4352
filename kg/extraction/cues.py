"""Cues where they stand: which reporting word is there, who speaks through it, and whether it is denied itself."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.arguments import agents, subjects
from kg.extraction.anonymous import by_clitic, has_clitic, hearsay, own_voice
from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.tree import NOMINAL, VERBAL
from kg.lexicon import Cue
from kg.model import Status

_OPENING, _CLOSING = "'\"‘“«", "'\"’”»"
_CONTENT = ("complement", "oblique", "adverbial")
_CONTENT_BEGINS = frozenset({"of", "that", "about", "over", "from", "by", "against", "into", "regarding", "concerning"})
VOID = "void"   # nothing can be claimed


@dataclass(frozen=True, slots=True)
class Effect:
    """What one cue does: its status ("said" for plain speech, "void" where nothing is left to claim), who speaks, whether
    the speaker must be a party; `unnamed` speech is hearsay, a `finding` is what a court or an inquiry has found; what is
    `false` the publication itself calls untrue.
    """

    status: str
    speaker: str = ""
    spot: Spot | None = None
    party: bool = False
    negates: bool = False
    unnamed: bool = False
    finding: bool = False
    false: bool = False


def cue_at(scene: Scene, index: int, part: str) -> Cue | None:
    """The cue that begins at this word, the longest first."""
    for cue in scene.cues.get(index, ()):
        if cue.part == part:
            return cue
    refusing = index and part == "verb" and scene.is_any(index - 1, "negatives")   # "tidak | sependapat"
    return next((cue for cue in scene.cues.get(index - 1, ()) if cue.part == part and cue.words[0] == scene.tree[index - 1].lower
                 and scene.tree.match(cue.words, index - 1)[-1] == index), None) if refusing else None


def starting_at(scene: Scene, index: int) -> list[Cue]:
    """All cues that begin at this word, the longest first."""
    return scene.cues.get(index, [])


def accuses(scene: Scene, index: int, *parts: str) -> bool:
    """Whether an accusing word begins here, of these parts or of any."""
    return any(cue.accuses and (not parts or cue.part in parts) for cue in starting_at(scene, index))


def within_accusation(scene: Scene, head: int) -> bool:
    """"Is accused of sparing channels *that sell drugs*": what stands in the content of an accusation, however deep."""
    tree, below = scene.tree, head
    for upper in tree.ancestors(head):
        if tree[below].slot in _CONTENT and upper < below and accuses(scene, upper, "verb"):
            return True
        below = upper
    return False


def noun_cue(scene: Scene, index: int) -> Cue | None:
    """The cue that a noun is, if any: "allegations", "ancaman"."""
    return None if scene.tree[index].pos in VERBAL else cue_at(scene, index, "noun")


def is_noun_cue(scene: Scene, index: int) -> bool:
    """Whether a noun reports what hangs on it: "allegations of", "ancaman"."""
    return noun_cue(scene, index) is not None


def cue_before(scene: Scene, index: int) -> bool:
    """Whether a reporting word stands anywhere before a word of the sentence."""
    idle = idle_negations(scene)   # "Gore is not hard to find"
    return any(reports(scene, cue, position) for position in range(index) if position not in idle
               for cue in starting_at(scene, position))


def reports(scene: Scene, cue: Cue, index: int) -> bool:
    """Whether a cue reports something here: no "snaps of women", no "a start-up called X", no "story" of which nothing hangs."""
    tree, verbal = scene.tree, scene.tree[index].pos in VERBAL
    if cue.part != "verb" and cue.status in ("said", Status.CONFIRMED):
        return False
    if not scene.lexicon.check_pos or cue.part == "adverb":
        return True
    if cue.part == "noun":
        after = tree[index + 1].lower if index + 1 < len(tree) else ""
        return not verbal and (after in _CONTENT_BEGINS or bool(tree.children(index, "complement", "relative")))
    if cue.status == Status.ALLEGED and index + 1 < len(tree) and tree[index + 1].lower in scene.words("that_words"):
        return True   # "prosecutors allege that", whatever the tagger takes "allege" for
    if only_perceives(scene, index):
        return False
    things = any(scene.is_any(i, "posted_things") for i in range(index + 1, min(index + 5, len(tree))))
    if scene.is_any(index, "posting") and (tree.children(index, "object") or things) and not tree.children(index, "complement"):
        return False   # "men posted nude pictures"
    names = index + 1 in scene.mentions.at and tree[index].slot == "relative"
    return verbal and not names and cue.status != Status.HYPOTHETICAL


def only_perceives(scene: Scene, index: int) -> bool:
    """"Videos that she had seen on X": no word of saying, as "critics see X as a haven" is."""
    said = (*scene.tree.children(index, "complement"), *scene.any_of("as_told", "that_words"))
    return scene.is_any(index, "perceiving") and not any(i > index for i in said)


def spoken(scene: Scene, cue: Cue, verb: int) -> Effect:
    """What a cue does where it stands, and through whom; nothing can be claimed of what it is itself denied to say."""
    tree = scene.tree
    whole = len(cue.words) > 1 and cue.words[0] in scene.words("negatives")   # "tidak sependapat": its own negation
    twice = whole or any(denies(scene, upper) for upper in tree.ancestors(verb))   # "no reckoning without admitting that"
    nothing = any(scene.is_any(i, "negatives") for o in tree.children(verb, "object") for i in tree.children(o, "determiner"))
    nothing = nothing or verb > 0 and scene.is_any(verb - 1, "negatives")
    if cue.status in (Status.CONFIRMED, "said") and (nothing or denies(scene, verb)) and not twice:
        return _not_found(scene, cue, verb) or Effect(VOID, negates=True)   # "did not find that", "never admitted that"
    who = agents(tree, verb) or _bare_agent(scene, verb) if tree[verb].passive else subjects(tree, verb, scene.lexicon)
    if any(scene.is_any(near, "fake") for i in who for near in range(max(0, i - 2), min(i + 4, verb))):
        return Effect(VOID, negates=True)   # "surat palsu yang menyatakan X ditutup"
    spot = scene.speaker(who) if cue.status != "said" else own_voice(scene, scene.speaker(who))
    if spot and cue.status == Status.DENIED and scene.discourse.kind(spot.node) == "LegalAction":
        spot = next((scene.mentions.at[i] for i in who if i in scene.mentions.at), spot)   # "it denied": no suit does
    before = verb > 0 and scene.is_any(verb - 1, "negatives") and not whole
    if cue.status == Status.DENIED and (before or denies(scene, verb)) and not twice:   # "did not deny that"
        return Effect(Status.CONFIRMED, spot.node if spot else "", spot, party=True)
    if cue.status == Status.CONFIRMED and not cue.party and any(
            scene.is_any(near, "researching") for i in who for near in range(i, max(i + 1, min(i + 3, verb)))):
        return Effect(Status.ALLEGED, spot.node if spot else "", spot)   # what researchers find, no authority has found
    if cue.status in ("said", Status.CONFIRMED) and not cue.party and _is_lay(scene, who, spot):
        return Effect(Status.ALLEGED if cue.status == Status.CONFIRMED else cue.status, spot.node if spot else "", spot)
    if cue.status in ("said", Status.CONFIRMED) and not cue.party and (ruled := _ruled(scene, verb, who, spot)):
        return ruled
    if cue.status in ("said", Status.CONFIRMED) and _finds(scene, verb, who, spot):
        return Effect(Status.CONFIRMED, spot.node if spot else scene.mentions.court, spot, finding=True)   # "jurors found that"
    nobody = spot is None or scene.discourse.kind(spot.node) == "Group"   # "the Children's Ombudsman" is no child
    generic = nobody and any(scene.is_any(i, "authority_words") for i in who)   # "the commission found"
    if generic and cue.status == Status.CONFIRMED and not cue.party:
        return Effect(Status.CONFIRMED, scene.mentions.authority, finding=True)
    inquiry = spot is not None and scene.discourse.kind(spot.node) == "LegalAction"
    if cue.status == Status.CONFIRMED and not cue.party and (inquiry or tree[verb].passive and not who):
        body = scene.authority_in(who)   # "an inquiry by Ofcom established that", "was found to have"
        return Effect(Status.CONFIRMED, body.node if body else "", body, finding=True)
    unnamed = cue.status == "said" and hearsay(scene, who, spot)
    negates = cue.negates and not denies(scene, verb) or is_unintended(scene, verb)   # "did not rule out"
    return Effect(cue.status, spot.node if spot else "", spot, cue.party, negates, unnamed)


def _bare_agent(scene: Scene, verb: int) -> list[int]:
    """"Kebocoran data diakui CFO X, N": whoever speaks stands right behind an Indonesian passive, by name or by office."""
    tree, behind = scene.tree, verb + 1
    if not scene.words("definite_after") or behind >= len(tree) or tree[behind].case or tree[behind].pos not in NOMINAL:
        return []
    who = next((words for words in ("role_heads", "speakers_public", "runners") if scene.is_any(behind, words)), "")
    return [behind] if (who or behind in scene.mentions.at) and scene.speaker([behind]) else []


def account(scene: Scene, head: int) -> Effect | None:
    """"..., begitu pengakuan pendirinya, N", "..., demikian putusan Pengadilan Negeri X": by the noun of saying at the end."""
    tree = scene.tree
    thus = next((i for i in scene.any_of("thus") if i > max(head, 1) and tree[i - 1].text in (",", *_CLOSING)), 0)
    noun = thus + 1
    if not thus or noun >= len(tree) or any(token.pos == "VERB" for token in tree.tokens[noun + 1:]):
        return None
    named = (scene.mentions.at[i] for i in range(noun + 1, len(tree)) if i in scene.mentions.at)
    kinds = ("Person", "Organization", "Platform")
    spot = next((s for s in named if s.how == "name" and scene.discourse.kind(s.node) in kinds), None)
    body = spot is not None and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    if spot and scene.is_any(noun, "rulings"):
        return Effect(Status.CONFIRMED if body else Status.ALLEGED, spot.node, spot, finding=body)
    cue = noun_cue(scene, noun)
    return Effect(cue.status, spot.node, spot, cue.party) if cue and spot and cue.status == Status.CONFIRMED else None


def is_unintended(scene: Scene, index: int) -> bool:
    """"does not intend to block X", "has no plans to", "belum ada rencana memblokir X": what nobody means to do."""
    tree = scene.tree
    if not scene.is_any(index, "intending"):
        return False
    had = tree[index].head if tree[index].pos not in VERBAL and tree[index].slot in ("object", "subject", "attribute") else index
    if tree[index].passive and any(scene.is_any(i, "negatives") for one in tree.children(index, "passive", "subject")
                                   for i in tree.children(one, "determiner")):
        return False   # "no ban is planned": the ban is negated
    return denies(scene, index) or had < index and denies(scene, had) and scene.is_any(had, "with_plans")


def _ruled(scene: Scene, verb: int, who: list[int], spot: Spot | None) -> Effect | None:
    """"Ofcom's inquiry revealed that": a finding; "has provisionally found that": none yet."""
    if _is_provisional(scene, verb):
        return Effect(Status.ALLEGED, spot.node if spot else "", spot)
    body = scene.authority_in(who) if any(scene.is_any(i, "findings") for i in who) else None
    return Effect(Status.CONFIRMED, body.node, body, finding=True) if body else None


def _is_provisional(scene: Scene, verb: int) -> bool:
    """"has provisionally found", "in preliminary findings, the commission said"."""
    return any(verb - 3 <= i <= verb + 1 or i + 1 < len(scene.tree) and scene.is_any(i + 1, "findings")
               for i in scene.any_of("provisional"))


def _not_found(scene: Scene, cue: Cue, verb: int) -> Effect | None:
    """"Ofcom found no evidence of H on X", "tidak menemukan H": what an authority or a judge has looked for and not found."""
    spot = scene.subject_spot(verb) if cue.status == Status.CONFIRMED and not cue.party else None
    judge = spot is not None and spot.node in scene.discourse.judges
    body = spot is not None and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    return Effect(Status.CONFIRMED, spot.node, spot, negates=True, finding=True) if spot and (judge or body) else None


def trailing(scene: Scene, verb: int) -> Effect:
    """"..., the regulator concluded": a finding stays one where it trails what was found."""
    cue = cue_at(scene, verb, "verb")
    effect = spoken(scene, cue, verb) if cue and cue.status == Status.CONFIRMED else None
    if not effect and scene.tree[verb].passive and any(
            scene.is_any(i, "thing_subjects") for i in scene.tree.children(verb, "passive", "subject")):
        return Effect(Status.ALLEGED, unnamed=True)   # "..., it is claimed": of nobody
    spot = by_clitic(scene, verb) if has_clitic(scene, verb) else own_voice(scene, scene.subject_spot(verb))
    return effect or Effect("said", spot.node if spot else "", spot)


def _finds(scene: Scene, verb: int, who: list[int], spot: Spot | None) -> bool:
    """Whether a verb of saying tells what was found: a court speaks, "temuan X menyebutkan", "menyatakan ... terbukti"."""
    judges = any(scene.is_any(near, "judges") for index in who for near in range(index, min(index + 4, verb)))
    judges = judges or spot is not None and spot.node in scene.discourse.judges and scene.discourse.kind(spot.node) == "Person"
    if not judges and (not spot or scene.discourse.kind(spot.node) != "Organization"):
        return False
    body = scene.discourse.nodes[spot.node].name.lower() if spot else ""
    court = judges or bool(set(body.split()) & scene.words("court_words"))
    opening = any(scene.is_any(index, "findings") for index in (*who, *range(min(verb, 5))))
    proved = any(scene.is_any(index, "proved") for index in range(verb + 1, len(scene.tree)))
    return court or opening or proved


def _is_lay(scene: Scene, who: list[int], spot: Spot | None) -> bool:
    """"The newspaper's review panel", "panitia siswa", "a jury of bloggers", in Indonesian the police or prosecutors: they find
    nothing that counts as found, unless a body of the state is named.
    """
    judge = spot is not None and (spot.node in scene.discourse.judges or scene.discourse.is_court(spot.node))
    body = spot is not None and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    near = [*who]
    for i in near:   # grows: "dewan juri klub konsumen"
        near += [j for j in scene.tree.children(i, "owner", "compound", "modifier", "flat", "adjective") if j not in near]
    police = any(scene.is_any(i, "police") for i in near)
    return not judge and (police or not body and any(scene.is_any(i, "lay_finders") for i in near))


def denies(scene: Scene, index: int) -> bool:
    """Whether a negation stands with the word, with no comma between: "Probably not, because X faces" negates nothing."""
    tree = scene.tree
    if not tree.once("negates", lambda: _negates(scene)):
        return False
    if tree[index].pos in VERBAL and set(tree[index].case.split()) & scene.words("negatives"):
        return True   # "released without being charged"
    own = (*tree.children(index), *(n for aux in tree.children(index, "aux") for n in tree.children(aux, "negation")))
    near = [n for n in own if n not in scene.inside
            and (tree[n].slot == "negation" or n < index and scene.is_any(n, "negatives")) and n not in idle_negations(scene)]
    if any(_beside(scene, n, index) for n in near):
        return True
    subjects = tree.children(index, "subject", "passive")
    return any(scene.is_any(i, "negatives") and i not in idle_negations(scene) for subject in subjects
               for i in (subject, *tree.children(subject, "determiner", "coordinator", "other")))


def _beside(scene: Scene, negation: int, index: int) -> bool:
    """Whether nothing parts a negation from its word but what two commas set off: "will not, after all, be banned"."""
    between = [t.text for t in scene.tree.tokens[min(negation, index):max(negation, index)] if t.text in (",", ";", ":")]
    return not between or between == [",", ","] and scene.tree[negation + 1].text == "," and negation < index


def _negates(scene: Scene) -> bool:
    """Whether any word of the sentence can negate another: most sentences have none."""
    negatives = scene.words("negatives")
    return bool(scene.any_of("negatives")) or any(
        token.slot == "negation" or token.case and not negatives.isdisjoint(token.case.split()) for token in scene.tree.tokens)


def idle_negations(scene: Scene) -> frozenset[int]:
    """"tidak ragu memblokir", "bukan tidak mungkin", "will not hesitate to": negations that deny nothing of what follows."""
    phrases = scene.lexicon.phrases["idle_negations"]
    return scene.tree.once("idle negations", lambda: frozenset(i for words in scene.tree.find(phrases) for i in words))


def is_quoted_title(scene: Scene) -> bool:
    """"'X let my daughter be groomed'": a title between quotation marks, be they single ones, is what somebody says."""
    text = scene.tree.sentence.text.strip()
    return scene.tree.sentence.kind != "paragraph" and text[:1] in _OPENING and text[-1:] in _CLOSING


def is_refused(scene: Scene, noun: int) -> bool:
    """"A motion to dismiss the case was turned down", "rejected a bid to block X": what was asked for did not happen."""
    token = scene.tree[noun]
    governed = token.slot in ("subject", "passive", "object")
    return governed and scene.is_any(noun, "motions") and scene.is_any(token.head, "refusing")
