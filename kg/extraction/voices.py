"""Whose word a harm is: what a party denies, who proved it, which reporting verb the parse has lost."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import cues
from kg.extraction.discourse import Spot
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.sayings import said_after
from kg.extraction.scene import Scene
from kg.extraction.speakers import voice
from kg.extraction.stance import Stance
from kg.extraction.verdicts import Verdict
from kg.model import Status

_NEAR = 6


def of_party(scene: Scene, notes: Notes, platform: str, verdict: Verdict | None, verb: int = -1) -> Verdict | None:
    """That no harm was done is the publication's own word, a party's denial, a finding or nothing; what harm may come is no
    report of harm.
    """
    if not verdict or verdict.status is Status.HYPOTHETICAL:
        return None
    if not verdict.negated or verdict.status is Status.DENIED:
        return verdict
    if verdict.status is Status.CONFIRMED and notes.parties.finds(verdict.said_by):
        return verdict   # "the court found no grooming on X"
    if verdict.status is Status.ASSERTED and not verdict.said_by and _never_was(scene, verb):
        return verdict
    unnamed = not verdict.said_by and notes.parties.concerns(scene.mentions.person, platform)
    speaker = scene.mentions.person if unnamed else verdict.said_by
    denied = unnamed or speaker and notes.parties.may_deny(speaker)
    return Verdict(Status.DENIED, said_by=speaker, spot=verdict.spot) if denied else None


def before_all(scene: Scene, harm: Harm, stated: Stance) -> Stance:
    """"After the breach, in which details were copied, X told its members to ...": what the sentence opens with as known, nobody
    has to say.
    """
    tree, first, last = scene.tree, min(harm.words), max(harm.words)
    opens = any(scene.is_any(i, "in_the_wake") for i in range(min(first, 3))) and not stated.negated
    comma = next((i for i in range(last, len(tree)) if tree[i].text == ","), 0) if opens else 0
    told = any(cues.cue_at(scene, i, "verb") for i in range(first, comma))
    said = {effect.status for effect in stated.effects} == {"said"}
    return Stance((), stated.negated) if comma and said and not told else stated


def as_rumour(scene: Scene, harm: Harm, stated: Stance) -> Stance:
    """"Rumours that the vaccine kills spread on X": what is only said is the rumour, and that it spreads is a fact."""
    own = harm.concept == "disinformation" and any(
        (cue := cues.noun_cue(scene, i)) and cue.status == Status.ALLEGED for i in harm.words)
    return Stance(tuple(e for e in stated.effects if e.status != Status.ALLEGED or e.speaker), stated.negated) if own else stated


def _never_was(scene: Scene, verb: int) -> bool:
    """"Not a single case of grooming has been recorded on X", "No data were stolen": by the publication's own word; what X "does
    not tolerate" tells of its rules, and of what "nobody noticed" the opposite.
    """
    tree = scene.tree
    if verb < 0 or not scene.lexicon.check_pos or not tree[verb].passive:
        return False
    return not any(tree[i].lower in scene.words("content_begins") for i in range(verb))


def of_former(scene: Scene, effect: cues.Effect) -> cues.Effect:
    """"The former safety chief described X as ...": who has left a company accuses it, and admits nothing in its name."""
    spots = [effect.spot] if effect.spot else [spot for spot in scene.mentions.spots if spot.node == effect.speaker]
    near = [i for spot in spots for i in range(max(0, spot.first - _NEAR), spot.first)]
    left = effect.status in ("said", Status.CONFIRMED) and any(scene.is_any(i, "former_words") for i in near)
    return replace(effect, status=Status.ALLEGED) if left and not effect.finding else effect


def reported_before(scene: Scene, harm: Harm) -> cues.Effect | None:
    """What the last reporting verb before the harm does, where the parse has lost that the harm stands under it."""
    tree = scene.tree
    for index in range(min(harm.words) - 1, -1, -1):
        if tree[index].text in (";", ":", "“", "”", '"') or tree[index].slot == "relative" and tree[index].pos == "VERB":
            return None
        cue = cues.cue_at(scene, index, "verb")
        if cue and not index and _is_pretence(scene, min(harm.words)):
            return None
        if cue and cue.status != Status.HYPOTHETICAL and cue.status != Status.ASSERTED and cues.reports(scene, cue, index):
            effect = cues.spoken(scene, cue, index)
            return effect if effect.speaker or effect.finding or effect.status == cues.VOID else None
    return None


def _is_pretence(scene: Scene, first: int) -> bool:
    """"Berdalih menjual emas, pelaku menipu ...", "Mengaku polisi, dia memeras ...": what somebody claims to get at others, up
    to the comma; what he does behind it is not his word.
    """
    comma = next((token.index for token in scene.tree.tokens[1:first] if token.text == ","), 0)
    return bool(comma) and scene.is_any(0, "pretending") and not any(
        cues.cue_at(scene, i, "verb") for i in range(comma, first))


def told_by_noun(scene: Scene, harm: Harm) -> cues.Effect | None:
    """"Pengakuan N.N., pendiri X, soal H": a noun of saying, its speaker and what it is about, however they are parsed."""
    tree, first = scene.tree, min(harm.words)
    if not scene.words("definite_after"):
        return None
    if found := _found_by(scene, first):
        return found
    if not any(scene.is_any(i, "topics") for i in range(max(0, first - 3), first)):
        return None
    for index in range(first - 2, max(first - 3 * _NEAR, -1), -1):
        if tree[index].text in (";", ":", "“", "”", '"') or tree[index].pos == "VERB":
            return None
        cue = cues.noun_cue(scene, index)
        spot = scene.mentions.at.get(index + 1)
        may_say = spot is not None and scene.discourse.kind(spot.node) in ("Person", "Organization", "Platform")
        if cue and spot and may_say and cue.status != Status.HYPOTHETICAL:
            return cues.Effect(cue.status, spot.node, spot, party=cue.party)
    return None


def led_by_passive(scene: Scene, harm: Harm) -> cues.Effect | None:
    """"Diakui N, pendiri X, situs itu dipakai ...": a passive of saying opens the sentence, and behind it stands who says so."""
    cue = cues.cue_at(scene, 0, "verb") if scene.words("definite_after") else None
    spot = next((scene.mentions.at[i] for i in (1, 2) if i in scene.mentions.at), None)
    said = cue and scene.tree[0].lower.startswith("di") and cue.status in ("said", Status.CONFIRMED, Status.DENIED)
    if not cue or not said or not spot or scene.discourse.kind(spot.node) == "Group" or spot.last >= min(harm.words):
        return None
    return cues.Effect(cue.status, spot.node, spot, party=cue.party)


def affirmed(scene: Scene, stated: Stance) -> Stance:
    """"membenarkan kabar peretasan": a rumour that a party bears out is one no more."""
    tree = scene.tree
    borne = [i for i in scene.any_of("affirming") if any(cues.noun_cue(scene, noun) for noun in tree.children(i, "object"))]
    party = any(effect.status == Status.CONFIRMED and effect.party and effect.speaker for effect in stated.effects)
    if not borne or not party or any(scene.is_any(i - 1, words) for i in borne for words in ("negatives", "modals")):
        return stated
    return Stance(tuple(e for e in stated.effects if e.status != Status.ALLEGED or e.speaker), stated.negated)


def is_only_about(scene: Scene, harm: Harm) -> bool:
    """"..., kata N, menanggapi maraknya penipuan di X": what somebody's words are about, behind them, is not what he says."""
    said, first = said_after(scene) if scene.words("definite_after") else None, min(harm.words)
    if not said or not said[0] < first or scene.quotes.around(scene.tree[first].span.start) is not None:
        return False
    return any(scene.is_any(i, words) for i in range(said[0] + 1, first) for words in ("topics", "responding"))


def _found_by(scene: Scene, first: int) -> cues.Effect | None:
    """"Temuan Ofcom bahwa X membiarkan H memicu ...": what a finding says is its authority's word, anybody else's is alleged,
    whatever came of it.
    """
    tree = scene.tree
    for index in scene.any_of("findings"):
        that = next((i for i in range(index + 1, min(index + _NEAR, first)) if tree[i].lower in scene.words("content_begins")), 0)
        open_ = any(scene.is_any(i, words) for i in range(index, first) for words in ("negatives", "modals", "police"))
        if not that or open_ or any(tree[i].pos == "VERB" or tree[i].text == "," for i in range(index + 1, that)):
            continue
        spot = next((scene.mentions.at[i] for i in range(index + 1, that) if i in scene.mentions.at), None)
        if spot and scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node):
            return cues.Effect(Status.CONFIRMED, spot.node, spot, finding=True)
        return cues.Effect(Status.ALLEGED, spot.node if spot else "", spot)
    return None


def denied_by_unnamed(scene: Scene, platform: str, stated: Stance) -> Verdict | None:
    """A denial whose speaker was not made out: the person whom the sentence names last before it, else the platform."""
    if not any(e.status == Status.DENIED for e in stated.effects) or any(
            e.status == cues.VOID and not e.negates for e in stated.effects):
        return None
    people = [spot for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Person" and spot.how != "noun"]
    return Verdict(Status.DENIED, said_by=people[0].node if people else platform, spot=people[0] if people else None)


def denies_knowing(scene: Scene, harm: Harm, stated: Stance) -> bool:
    """"denied knowing that dealers sold drugs", "membantah mengetahui pembobolan itu": not knowing of a harm denies none."""
    denied = any(effect.status == Status.DENIED for effect in stated.effects)
    for index in range(min(harm.words) - 1, 0, -1) if denied else ():
        if scene.is_any(index, "knowing"):
            before = (cues.cue_at(scene, i, "verb") for i in range(max(0, index - 4), index))
            return any(cue and cue.status == Status.DENIED for cue in before)
    return False


def proved_by(scene: Scene, harm: Harm) -> Spot | None:
    """"... yang terbukti bersalah menyebarkan H": the court or authority before the proof, else one that the article names."""
    first = min(harm.words)
    proofs = (words[0] for words in scene.tree.find(scene.lexicon.phrases["proof"]))
    proof = max((i for i in proofs if max(first - 2 * _NEAR, -1) < i < first), default=_ruled(scene, first))
    doubts = ("negatives", "conditionals", "modals", "police")   # "dinilai jaksa terbukti": prosecutors only say so
    near = range(max(0, proof - 4), proof)
    if proof < 0 or any(scene.is_any(i, words) for words in doubts for i in near):
        return None
    if by_prosecutors(scene, proof):
        return None
    quote = scene.quotes.around(scene.tree[proof].span.start)
    speaker = scene.quotes.speaker(quote) if quote is not None else ""
    if speaker in scene.discourse.judges and scene.discourse.kind(speaker) == "Person":
        return Spot(speaker, proof, proof, "implied")   # "Terdakwa terbukti ...," kata ketua majelis N
    if any(scene.is_any(i, "suspected") for i in near):
        return None
    spots = [spot for spot in scene.mentions.spots if spot.last < proof and spot.how == "name"]
    said = voice(scene, proof, Status.CONFIRMED)   # "Ketua lembaga itu, N, mengatakan X terbukti ..."
    official = said and (said.node in scene.discourse.bodies or said.node in scene.discourse.judges)
    finder = next((spot for spot in spots if _finds(scene, spot)), said if official else None)
    later = next((node for node in reversed(scene.discourse.recent) if scene.discourse.is_court(node)), "")
    body = scene.mentions.court or _regulator(scene) or later   # a title comes before the court
    return finder or (Spot(body, proof, proof, "implied") if body else None)


def by_prosecutors(scene: Scene, proof: int) -> bool:
    """"Jaksa mengatakan N terbukti ...": what prosecutors hold to be proven, with no judge or court named in between."""
    lead = max((i for i in scene.any_of("prosecuting") if i < proof), default=-1)
    return lead >= 0 and not any(
        scene.is_any(i, words) for i in range(lead + 1, proof) for words in ("judges", "court_words"))


def _ruled(scene: Scene, first: int) -> int:
    """"A court ordered X to delete posts *held* to incite": a passive of holding where only a court can hold so; -1 if none."""
    tree, kinds = scene.tree, ("Person", "Organization")
    courts = [spot for spot in scene.mentions.spots if spot.how == "name" and scene.discourse.is_court(spot.node)
              and any(tree[i].slot == "subject" for i in range(spot.first, spot.last + 1))]
    begins = max((spot.last for spot in courts), default=first)
    near = [i for i in scene.any_of("ruled_as") if begins < i < first <= i + _NEAR // 2 and tree[i].passive]
    others = any(scene.is_any(i + 1, who) for i in near for who in ("claimants", "police", "they_who_know")) or any(
        scene.discourse.kind(spot.node) in kinds and spot not in courts
        for i in near for spot in scene.mentions.spots if i - 2 <= spot.first <= i + 1)
    return near[-1] if near and not others else -1


def _regulator(scene: Scene) -> str:
    """The authority spoken of last, unless it is a police force or an office of prosecutors."""
    body = scene.mentions.authority
    return body if body and not set(scene.discourse.nodes[body].name.lower().split()) & scene.words("police") else ""


def _finds(scene: Scene, spot: Spot) -> bool:
    """Whether a mention is of an authority that finds, no police force, or of a judge."""
    if scene.discourse.kind(spot.node) == "Person":
        return any(scene.is_any(i, "judges") for i in range(max(0, spot.first - 3), spot.first))
    body = scene.discourse.kind(spot.node) == "Organization" and scene.discourse.is_authority(spot.node)
    return body and not any(scene.is_any(i, "police") for i in range(spot.first, spot.last + 1))
