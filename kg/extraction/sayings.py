"""Speakers put after what is said: "..., kata X", "..., X said"."""

from __future__ import annotations

from kg.extraction.discourse import Spot
from kg.extraction.scene import Scene
from kg.extraction.tree import NOMINAL, VERBAL, Tree
from kg.model import Token

_TRAIL = 10
_SIDE = 12   # how long such a side may be
_ENDS = (",", "”", '"', "’")
_OPENING = 6   # within how many words of a title the colon after its speaker stands


def said_after(scene: Scene) -> tuple[int, Spot] | None:
    """The verb and speaker of ", kata X", ", said X" or ", X said" after what is said."""
    tree = scene.tree
    for index in scene.any_of("speech_after"):
        if not index or any(i > index for i in tree.children(index, "complement")):
            continue
        verbs = (token for token in tree.tokens[index + 1:] if token.pos == "VERB" and token.slot != "relative")
        if tree[index - 1].text == "," and any(verbs):
            continue   # "Texas sues X, says scammers used it": speaks of what follows
        if tree[index].passive and any(scene.is_any(i, "thing_subjects") for i in tree.children(index, "passive")):
            continue   # "it is said": of nobody
        quote = _after_comma(scene, index - 1)
        beside = _named_beside(scene, index)
        if quote and beside:
            return index, beside
    return None


def _after_comma(scene: Scene, index: int) -> bool:
    """Whether the words before stand behind a comma or a closing quote, a speaker's name skipped; and behind a closing quote
    an office before the name: "..., ” CEO and co-founder N told us".
    """
    tree, last = scene.tree, index
    while index >= 0 and index in scene.mentions.at:
        index -= 1
    behind = index >= 0 and tree[index].text in (",", "”", '"', "'", "’", "»", "?", "!")
    while not behind and last > index and index >= 0 and (tree[index].pos not in VERBAL and (
            tree[index].text[:1].isalpha() or tree[index].text == "-")):
        index -= 1
    return behind or index >= 0 and tree[index].text in ("”", '"', "»")


def _named_beside(scene: Scene, verb: int) -> Spot | None:
    """Whoever stands right after the verb of saying, or right before it."""
    token = scene.tree[verb]
    if scene.words("definite_after") and token.lower.endswith("nya") and token.lemma != token.lower:
        said = scene.mentions.person   # "katanya": the person spoken of last
        return Spot(said, verb, verb, "pronoun") if said else None
    own = scene.subject_spot(verb)
    if own and scene.quotes.around(scene.tree[own.first].span.start) != scene.quotes.around(scene.tree[verb].span.start):
        own = None   # "... Children are hooked," complains N: no word of the quote says it
    if own and scene.words("definite_after") and token.slot == "conjunct" and own.first < verb:
        own = None   # "X membiarkan H, tuding orang tua": X is no speaker
    after = (scene.mentions.at[i] for i in range(verb + 1, min(verb + 12, len(scene.tree))) if i in scene.mentions.at)
    people = [spot for spot in after if scene.discourse.kind(spot.node) in ("Person", "Organization", "Platform")]
    person = [spot for spot in people if scene.discourse.kind(spot.node) == "Person"]
    before = scene.mentions.at.get(verb - 1)
    return own or (before if before and before.how == "name" else None) or next(iter(person or people), None) or before


def trails(scene: Scene) -> int:
    """"..., police in Ghent say.", "..., analysts at an institute reported on Tuesday", "..., kata polisi.": somebody said it;
    the verb, 0 if none.
    """
    return scene.tree.once("trailing", lambda: _trailing(scene))


def _trailing(scene: Scene) -> int:
    tree, told = scene.tree, {*scene.any_of("speech_after"), *scene.any_of("reporting_after")}
    if inside := [i for i in sorted(told) if scene.words("definite_after") and _is_closed_by(scene, i)]:
        return inside[-1]
    for index in range(len(tree) - 1, max(len(tree) - _TRAIL, 1), -1) if told else ():
        if index not in told or not (tree[index].pos in VERBAL or _ends_bare(tree, index)) or tree[index].slot == "relative":
            continue
        if scene.words("definite_after") and tree[index - 1].text in _ENDS and not any(
                token.pos == "VERB" for token in tree.tokens[index + 1:]):
            return index
        start = next((i for i in range(index - 1, max(index - _TRAIL, 0), -1) if tree[i].text in _ENDS), 0)
        who = tree.tokens[start + 1:index]
        noun = any(token.pos in NOMINAL for token in who)
        said = start and noun and not any(token.pos == "VERB" or token.slot == "relative" for token in who)
        return index if said else 0
    return 0


def _is_closed_by(scene: Scene, verb: int) -> bool:
    """"..., kata pegiat, tanpa menunjukkan bukti", "..., tuding oposisi; pengelolanya membantah": who says it stands between
    commas, and more is told behind.
    """
    tree = scene.tree
    if verb < 2 or tree[verb - 1].text not in _ENDS or tree[verb].slot == "relative":
        return False
    closing = next((t.index for t in tree.tokens[verb + 1:verb + _TRAIL] if t.text in (",", ";")), 0)
    who = tree.tokens[verb + 1:closing]
    return bool(who) and not any(token.pos == "VERB" for token in who) and any(token.pos in NOMINAL for token in who)


def _ends_bare(tree: Tree, index: int) -> bool:
    """"..., the checkers of MyGoPen report.": a verb that the tagger takes for a noun, at the end and behind its subject."""
    ends = index == len(tree) - 2 and tree[index + 1].text == "."
    start = next((i for i in range(index - 1, 0, -1) if tree[i].text in _ENDS), 0)
    return ends and tree[index].pos == "NOUN" and tree[index].lower == tree[index].lemma and tree[index - 1].pos in NOMINAL and (
        start > 0 and tree[start + 1].pos != "ADP" and tree[start + 1].pos not in VERBAL)


def attributions(scene: Scene) -> list[Token]:
    """The words behind a preposition that names a source: "according to N", "menurut N"; and "menurutnya" itself."""
    words, own = scene.words("attribution"), scene.any_of("own_attribution")
    return scene.tree.once("attributions", lambda: [
        token for token in scene.tree.tokens if token.case and not words.isdisjoint(token.case.split()) or token.index in own])


def opens_title(scene: Scene) -> bool:
    """"Deputies: man used X to groom child", "Polisi: ...": a title that begins with whoever says it."""
    if scene.tree.sentence.kind == "paragraph":
        return False
    colon = next((token.index for token in scene.tree.tokens[1:_OPENING] if token.text == ":"), 0)
    if not colon:
        return False
    who = ("authority_words", "speakers_public", "judges", "police", "tellers")
    own = any(spot.first < colon and scene.discourse.kind(spot.node) == "Platform" for spot in scene.mentions.spots)
    return not own and any(scene.is_any(i, words) for i in range(colon) for words in who)


def _by_study(scene: Scene) -> bool:
    """"A survey by the charity Y lists 60 cases of grooming on X": what somebody's study counts is by its word."""
    tree = scene.tree
    subjects = [i for i in scene.any_of("studies") if tree[i].slot == "subject" and scene.is_any(tree[i].head, "listing")]
    return any(set(tree[j].case.split()) & {*scene.words("by"), "of"} or tree[j].slot == "owner"
               for i in subjects for j in tree.children(i))


def by_account(scene: Scene) -> bool:
    """"..., by their own account", "Versi jaksa, ...", "..., begitu penuturan N": somebody's account, before the first comma or
    behind the last one.
    """
    tree = scene.tree
    if _by_study(scene):
        return True
    commas = [token.index for token in tree.tokens if token.text == ","]
    sides = (range(commas[0]), range(commas[-1] + 1, len(tree))) if commas else ()
    return any(scene.is_any(i, "accounts_given") for side in sides if len(side) <= _SIDE for i in side)
