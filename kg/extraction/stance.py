"""How surely a sentence says something, and according to whom.

From the word that carries a statement the rules walk up the tree. Every cue whose scope is entered weakens the statement;
**when cues compete the weaker status wins**. What stands outside the reporting clause stays asserted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction import asides, rulings, vain, wordorder
from kg.extraction.anonymous import hearsay
from kg.extraction.cues import VOID, Effect, account, cue_at, is_refused, is_unintended, noun_cue, spoken, trailing
from kg.extraction.discourse import Spot
from kg.extraction.negation import negated
from kg.extraction.sayings import attributions, opens_title, said_after, trails
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.lexicon import Cue
from kg.model import Status

# What a cue's verb governs as its content, by slot; "accused *of* X", "charged *with* X" hang on a preposition.
_CONTENT = frozenset({"complement", "object", "attribute"})
_CONTENT_CASES = frozenset({"of", "with", "for", "about", "atas", "soal", "tentang", "mengenai", "dengan", "terkait", "karena",
                            "from", "to"})
_AGAINST = frozenset({"against", "at", "on"})   # "pushed back against the claims"
_NOUN_CONTENT = frozenset({"modifier", "complement", "relative", "compound", "owner", "apposition"})
_BREAKS, _REPORTS = frozenset((",", ";", ":", "—", "–")), (Status.CONFIRMED, Status.DENIED)
_NEAR = 6
_WEAKNESS = (Status.ASSERTED, Status.CONFIRMED, Status.ALLEGED, Status.HYPOTHETICAL, Status.DENIED)


@dataclass(frozen=True, slots=True)
class Stance:
    """The effects found on the way up, and whether the statement is negated."""

    effects: tuple[Effect, ...] = ()
    negated: bool = False


def read(scene: Scene, head: int) -> Stance:
    """The stance in which the sentence presents what the word `head` says."""
    if vain.is_refuted(scene, head) or vain.is_in_vain(scene, head):
        return Stance((), True)
    return Stance(_effects(scene, head, _walk(scene, head)), negated(scene, head))


def read_clause(scene: Scene, head: int) -> Stance:
    """The stance of the clause in which a noun stands, be it the subject: "grooming may occur on X"."""
    return Stance(_effects(scene, head, _walk(scene, head, clause=True)), negated(scene, head, clause=True))


def _effects(scene: Scene, head: int, walked: Iterator[Effect]) -> tuple[Effect, ...]:
    """All effects on a word; inside a quote, whoever is quoted speaks where a cue names nobody."""
    quoted = list(_quotation(scene, head))
    speaker = quoted[0].speaker if quoted else ""
    own = [replace(effect, speaker=speaker) if speaker and not effect.speaker else effect for effect in walked]
    return (*own, *_attribution(scene, head), *asides.around(scene, head), *quoted, *wordorder.by_order(scene, head))


def of_phrase(scene: Scene, head: int) -> Stance:
    """The stance of a phrase that the sentence takes for granted ("X founder N"): only what stands inside it counts."""
    doubts = (_cue_beside(scene, head), *(cue_at(scene, child, "adverb") for child in scene.tree.children(head)))
    return Stance(tuple(Effect(cue.status, negates=cue.negates) for cue in doubts if cue))


def weakest(statuses: list[Status]) -> Status:
    """The weaker status wins; no cue at all leaves the statement asserted."""
    return max(statuses, key=_WEAKNESS.index, default=Status.ASSERTED)


# ------------------------------------------------------------------------------------------------ up the tree

def _walk(scene: Scene, head: int, *, clause: bool = False) -> Iterator[Effect]:
    """The effects of everything that governs the word."""
    lower = head
    yield from _own(scene, lower)
    for upper in scene.tree.ancestors(head):
        slot = scene.tree[lower].slot
        if lower < upper and slot == "complement" and any(t.text == ";" for t in scene.tree.tokens[lower:upper]):
            return   # "N was jailed for ten years; prosecutors had recommended 15"
        if slot in ("subject", "passive") and not _raises(scene, upper):
            if not clause:
                yield from _supposed(scene, lower, upper)
                return
            yield from _own(scene, upper)
            lower, clause = upper, False
            continue
        yield from _scope(scene, lower, upper)
        if slot in _NOUN_CONTENT and is_refused(scene, upper):
            return
        if rulings.is_undone(scene, upper) and not (slot in ("relative", "complement") and any(rulings.rejected(scene, upper))):
            yield Effect(VOID)
        if slot == "relative" and not (noun_cue(scene, upper) or _is_lacking(scene, upper) or _is_content(scene, lower)):
            yield from _wished(scene, lower, upper)
            yield from _around(scene, lower, upper)
            yield from rulings.rejected(scene, upper)
            yield from rulings.upheld(scene, upper)
            yield from rulings.stated(scene, lower, upper)
            return
        lower = upper


def _is_lacking(scene: Scene, noun: int) -> bool:
    """"said that it had no evidence that H": whoever says so says it of H."""
    return any(noun in words for words in scene.tree.find(scene.lexicon.phrases["untrue"]))


def _is_content(scene: Scene, verb: int) -> bool:
    """"membantah informasi bahwa X didenda": a clause that tells what the noun says, not which one it is."""
    marks = scene.tree.children(verb, "mark") if scene.words("definite_after") else []
    return any(scene.is_any(i, "content_begins") for i in marks)


def _around(scene: Scene, verb: int, noun: int) -> Iterator[Effect]:
    """"admitted that there were posts that urged H": a clause that tells which posts belongs to what is said of them; one
    behind a comma is the publication's own.
    """
    tree = scene.tree
    if tree[noun].slot == "relative" or any(tree[i].text in _BREAKS for i in range(noun + 1, verb)):
        return
    lower = noun
    for upper in tree.ancestors(noun):
        slot, cue = tree[lower].slot, cue_at(scene, upper, "verb")
        if slot == "relative" or any(tree[i].text in _BREAKS for i in range(min(lower, upper), max(lower, upper))):
            return
        if slot == "complement" and upper < lower and cue and cue.status in _REPORTS:
            yield spoken(scene, cue, upper)
            return
        lower = upper


def _wished(scene: Scene, verb: int, noun: int) -> Iterator[Effect]:
    """"Lawmakers want the app Pannoro banned": a bare participle behind what somebody wishes, though parsed as its clause."""
    tree, token = scene.tree, scene.tree[noun]
    cue = cue_at(scene, token.head, "verb") if token.slot == "object" else None
    bare = noun < verb and not tree.children(verb, "aux", "mark") and not any(
        tree[i].text in (",", ":") or tree[i].lower in scene.words("relative") for i in range(noun, verb))
    if bare and cue and cue.status == Status.HYPOTHETICAL:
        yield Effect(Status.HYPOTHETICAL)


def _supposed(scene: Scene, lower: int, upper: int) -> Iterator[Effect]:
    """"Shutting down X would be a mistake": what a clause as subject tells of, the modal leaves open."""
    tree = scene.tree
    opening = not lower and scene.lexicon.check_pos and not tree[lower].lower.endswith("ing")   # "Acquitted of fraud, N will ..."
    if not opening and tree[lower].pos in VERBAL and any(scene.is_any(i, "modals") for i in tree.children(upper, "aux")):
        yield Effect(Status.HYPOTHETICAL)


def _own(scene: Scene, index: int) -> Iterator[Effect]:
    """Modals, conditionals and adverbs that stand with the word itself."""
    tree = scene.tree
    for child in tree.children(index, "aux", "mark", "adverb", "adjective", "compound", "case", "other", "copula"):
        if child in scene.inside:
            continue
        if tree[child].slot == "aux" and (scene.is_any(child, "modals") or _heads_title(scene, index, child)):
            if not wordorder.declines(scene, child):
                yield Effect(Status.HYPOTHETICAL)
        elif tree[child].slot in ("mark", "adverb", "case") and wordorder.is_condition(scene, child):
            yield Effect(Status.HYPOTHETICAL)
        elif (cue := cue_at(scene, child, "adverb")) and not wordorder.counts(scene, child):
            yield Effect(cue.status, negates=cue.negates)
    if cue := _cue_beside(scene, index):
        yield Effect(cue.status, negates=cue.negates)
    first = tree[index].head if tree[index].slot == "conjunct" else index
    if tree[index].pos in VERBAL and first < index and any(scene.is_any(i, "or_words") for i in range(first, index)):
        yield Effect(Status.HYPOTHETICAL)   # "comply or be blocked"


def _heads_title(scene: Scene, verb: int, aux: int) -> bool:
    """"Strangly to close": in a headline the infinitive tells of the future."""
    past = any(token.pos == "VERB" for token in scene.tree.tokens[:aux])   # "man used X to groom"
    named = scene.tree.sentence.kind != "paragraph" and aux - 1 in scene.mentions.at and not past
    return (scene.tree[verb].slot == "root" or named) and scene.is_any(aux, "infinitive_marks")


def _cue_beside(scene: Scene, index: int) -> Cue | None:
    """An adverb of doubt right before the word: "allegedly founded", "diduga memfasilitasi"; "digadang-gadang dibeli"."""
    beside = cue_at(scene, index - 1, "adverb")
    verb = cue_at(scene, index - 1, "verb") if index and scene.tree[index].pos in VERBAL else None
    raised = verb and scene.words("definite_after") and scene.tree[index - 1].lower.startswith("di") and (
        verb.status in (Status.ALLEGED, Status.HYPOTHETICAL))
    return beside or (verb if raised else None)


def _told_of(scene: Scene, copula: int) -> Cue | None:
    """"The suspicion is that H", "it is possible that H": the word of which a clause says what it is."""
    told = scene.tree.children(copula, "subject", "attribute", "adjective") if scene.is_any(copula, "copulas_forms") else []
    cues = (cue for i in told for cue in scene.cues.get(i, ()) if cue.part in ("noun", "adverb") and not cue.negates)
    return next((cue for cue in cues if cue.status in (Status.ALLEGED, Status.HYPOTHETICAL)), None)


def _scope(scene: Scene, lower: int, upper: int) -> Iterator[Effect]:
    """What the governing word does to the word under it."""
    slot = scene.tree[lower].slot
    verb = cue_at(scene, upper, "verb")
    if verb and scene.tree.sentence.kind != "paragraph" and lower < upper and scene.tree[upper - 1].text == ",":
        verb = None   # "Texas sues X, says scammers used it": speaks of what follows
    content = verb is not None and verb.status == Status.DENIED and bool(set(scene.tree[lower].case.split()) & _AGAINST)
    content = content or slot in _CONTENT or slot in ("passive", "subject") or (
        slot == "oblique" and bool(set(scene.tree[lower].case.split()) & _CONTENT_CASES))
    announced = verb and verb.status == "said" and slot in ("object", "passive")   # who announces a closure is no witness of it
    if verb and content and not announced and (slot == "complement" or not verb.clause):
        yield spoken(scene, verb, upper)
    elif slot == "complement" and lower > upper and (told := _told_of(scene, upper)):
        yield Effect(told.status, *_speaker(scene, [j for i in scene.tree.children(upper, "subject")
                                                    for j in scene.tree.children(i, "owner")]))
    elif (noun := noun_cue(scene, upper)) and slot in _NOUN_CONTENT and is_refused(scene, upper):
        yield Effect(Status.ASSERTED, negates=True)
    elif noun and slot in _NOUN_CONTENT and scene.is_any(upper, "accusation_nouns") and rulings.is_confirmed(scene, upper):
        yield from rulings.upheld(scene, upper)
    elif noun and slot in _NOUN_CONTENT:
        yield Effect(noun.status, *_speaker(scene, scene.tree.children(upper, "owner")), negates=is_unintended(scene, upper))
    if slot in _CONTENT or slot == "conjunct" and not scene.tree.children(lower, "subject", "aux"):
        yield from _own(scene, upper)


def _raises(scene: Scene, upper: int) -> bool:
    """Whether a verb says something of its subject as a statement: "the closure is planned", "abuse was alleged"."""
    return scene.tree[upper].passive and cue_at(scene, upper, "verb") is not None


def _speaker(scene: Scene, tokens: list[int]) -> tuple[str, Spot | None]:
    spot = scene.speaker(tokens)
    return (spot.node, spot) if spot else ("", None)


# ------------------------------------------------------------------------------------------------ beside the tree

def _attribution(scene: Scene, head: int) -> Iterator[Effect]:
    """"according to X", "menurut X", and a speaker put after what is said: "..., kata X"."""
    tree = scene.tree
    for token in attributions(scene):
        apart = head > token.index and any(t.text == "," for t in tree.tokens[token.index:head])   # no apposition of who says it
        if (apart or not tree.governs(token.index, head)) and not _said_of_the_rest(scene, token.index, head):
            ruling = scene.is_any(token.index, "rulings")   # "according to the findings of Ofcom"
            spot = scene.authority_in([token.index]) if ruling else scene.speaker([token.index])
            unnamed = not ruling and hearsay(scene, [token.index], spot)
            yield Effect(Status.CONFIRMED if ruling else "said", spot.node if spot else "", spot, unnamed=unnamed, finding=ruling)
    if opens_title(scene):
        yield Effect("said")
    if told := account(scene, head):
        yield told
        return
    said = said_after(scene)
    if not said and scene.quotes.around(tree[head].span.start) is None and (last := trails(scene)):
        yield trailing(scene, last)
    if said:
        verb, spot = said
        if not tree.governs(verb, head) or tree[verb].slot == "root" and head < verb:
            yield Effect("said", spot.node, spot)


def _said_of_the_rest(scene: Scene, source: int, head: int) -> bool:
    """"A hotbed of bullying and, according to X, a place for H": of what comes after the source, not of what stands before."""
    comma = next((i for i in range(source, max(source - _NEAR, 0), -1) if scene.tree[i].text == ","), 0)
    return head < comma and comma > 1 and scene.is_any(comma - 1, "and_words")


def _quotation(scene: Scene, head: int) -> Iterator[Effect]:
    number = scene.quotes.around(scene.tree[head].span.start)
    if number is not None:
        opening = next(token.index for token in scene.tree.tokens if scene.quotes.around(token.span.start) == number)
        written = opening > 0 and scene.is_any(opening - 1, "writings")   # "muncul tulisan 'Layanan ini telah ditutup'"
        yield Effect("said", scene.quotes.speaker(number), unnamed=written)


def note_speakers(scene: Scene) -> None:
    """Remember who speaks in the quotes that this sentence touches."""
    numbers = scene.quotes.touching(scene.tree.sentence.span)
    if not numbers:
        return
    spot = _speaker_outside(scene)
    if spot and spot.how == "pronoun" and _named_inside(scene, spot.node):   # "'N has done nothing,' she said": not N
        other = scene.mentions.before.get("Person", "")
        spot = replace(spot, node=other) if other and other != spot.node else None
    if spot:
        for number in numbers:
            scene.quotes.speakers.setdefault(number, spot.node)


def _named_inside(scene: Scene, node: str) -> bool:
    """Whether a quote of the sentence names somebody."""
    spots = [spot for spot in scene.mentions.spots if spot.node == node and spot.how == "name"]
    return any(scene.quotes.around(scene.tree[spot.first].span.start) is not None for spot in spots)


def _speaker_outside(scene: Scene) -> Spot | None:
    """The subject of a verb of saying that stands outside the quotation marks."""
    if said := said_after(scene):
        return said[1]
    for token in scene.tree.tokens:
        if scene.quotes.around(token.span.start) is None and (cue := cue_at(scene, token.index, "verb")):
            if cue.status in ("said", Status.ALLEGED, Status.DENIED, Status.CONFIRMED):
                spot = scene.subject_spot(token.index)
                if spot and scene.quotes.around(scene.tree[spot.first].span.start) is None:
                    return spot
    return None
