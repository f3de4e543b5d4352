"""What befalls a name tells what it stands for: platforms are blocked, people are jailed, both are accused."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extraction import callings
from kg.extraction.titles import Name
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon, Trigger
from kg.model import Token

_EXPRESSION = 4   # how long an expression before a name may be
_HELPERS = 3
_APPOSITION = 16   # how long an office in commas may be
_OF_SERVICES = ("blocking", "unblocking", "delisting")   # shops close and are bought as well


def sign(name: Name, tree: Tree, lexicon: Lexicon) -> str:
    """"memblokir X", "gugatan terhadap X", "X ditutup": what happens to platforms only, "trading" and "acted" for
    what may happen to companies too, "personal" for what happens to people only ("X was jailed"), "person-like" for what
    hardly anybody else does ("X mengundurkan diri").
    """
    lead = name.first - 1 - (name.first > 1 and tree[name.first - 1].pos == "DET")
    placed = {tree[lead].lower if lead >= 0 else "", tree[name.first].lower} & lexicon.words["place_leads"]
    if placed:   # "kota Renda ditutup", "Ruas Jalan Lodaya Ditutup"
        return ""
    inside = lead >= 0 and tree[lead].pos == "ADP"   # "a woman in X was jailed", "a ferry in the X was blocked"
    resumed = 2 * callings.is_resumed(tree, name.last + 1, lexicon)
    happening = () if inside else list(_happening(name.last + 1 + resumed, tree, lexicon))
    if not inside and not happening and (closing := _behind_apposition(name, tree, lexicon)):
        happening = [hit for hit in _happening(closing, tree, lexicon) if hit.frame.outcome and hit.frame.anyone]
    done = [hit.frame for hit in _done_to(name.first - 1, tree, lexicon)]
    frames = [*done, *(hit.frame for hit in happening)]
    if not frames:
        return "acted" if _accused(name, tree, lexicon) else ""
    if all(frame.outcome == "resignation" for frame in frames) and not done:
        return "person-like"
    if all(frame.outcome and frame.anyone for frame in frames):
        return "" if _pays(name.last + 1, tree, lexicon) else "personal"
    if any(frame.B == ("Platform",) and frame.outcome and (frame in done or frame.outcome in _OF_SERVICES) for frame in frames):
        return "platform-like"
    if any(frame.B == ("Platform",) and frame.outcome for frame in frames):
        return "trading"
    acted = any("Platform" in frame.B and frame.makes and not frame.own for frame in frames)
    return "acted" if acted or _accused(name, tree, lexicon) else ""


def _behind_apposition(name: Name, tree: Tree, lexicon: Lexicon) -> int:
    """"N, the owner of the site X, | pleaded guilty": where the sentence goes on behind an office in commas; else 0."""
    after = tree.tokens[name.last + 1:name.last + _APPOSITION]
    if len(after) < 3 or after[0].text != "," or " " not in name.text:
        return 0
    closing = next((token.index for token in after[1:] if token.text == ","), 0)
    inside = tree.tokens[name.last + 2:closing]
    office = any(token.lower in lexicon.either("speakers_public", "person_leaders", "owners") for token in inside)
    return closing + 1 if closing and office and not any(token.lower in lexicon.words["whose"] for token in inside) else 0


def is_held(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"RK ditahan", "RK, LM, dan SP dijerat": two or three capitals, alone or in a row, of whom is told what people undergo."""
    if not (lexicon.words["initials"] and _is_short(name.text)):
        return False
    row = [i for step in (-1, 1) for i in takewhile(lambda i: _is_short(tree[i].text) or _is_link(tree[i], lexicon),
                                                    range(name.first + step, len(tree) if step > 0 else -1, step))]
    held = [name.first, *(i for i in row if _is_short(tree[i].text))]
    begun = tree.standing(lexicon.trigger_wordings).get(min(held) - 1, ())   # "menetapkan MN sebagai tersangka"
    return sign(Name(name.sentence, min(held), max(held), name.text), tree, lexicon) == "personal" or any(
        one.thing.construction == "verb" and one.thing.frame.outcome and one.thing.frame.anyone for one in begun)


def _is_short(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) < 4


def _is_link(token: Token, lexicon: Lexicon) -> bool:
    return token.text == "," or token.lower in lexicon.words["and_words"]


def _pays(at: int, tree: Tree, lexicon: Lexicon) -> bool:
    """"menghukum X membayar ganti rugi": who is made to pay need be no person."""
    return any(token.lower in lexicon.words["payments"] for token in tree.tokens[at:at + _HELPERS + _EXPRESSION])


def _accused(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"accused X of", "menuding X", "X dituding": whom somebody blames."""
    words, before = lexicon.words["accusing"], tree.tokens[max(0, name.first - 1):name.first]
    after = tree.tokens[name.last + 1:name.last + 4]
    if words.isdisjoint(tree.said):
        return False
    active = any({token.lower, token.lemma} & words and not token.passive for token in before)
    return active or any({token.lower, token.lemma} & words and token.passive for token in after)


def _done_to(at: int, tree: Tree, lexicon: Lexicon) -> Iterator[Trigger]:
    """The active verb that ends here, or the event noun whose preposition stands here: "penyelidikan terhadap"."""
    against, triggers = at > 0 and tree[at].lower in lexicon.words["strict_against"], tree.standing(lexicon.trigger_wordings)
    for start in range(max(0, at - _EXPRESSION), at + 1):
        for trigger, _, _, words in triggers.get(start, ()):
            if words[-1] != at - against:
                continue
            if tree[start].pos in VERBAL and trigger.construction == "verb":
                if not tree[start].passive:
                    yield trigger
            elif trigger.construction == "noun":
                if against or trigger.frame.B == ("Platform",):
                    yield trigger


def _happening(at: int, tree: Tree, lexicon: Lexicon) -> Iterator[Trigger]:
    """The passive or intransitive verb that begins here, helper words skipped: "X resmi ditutup"."""
    start = at
    while start < min(at + _HELPERS, len(tree)) and tree[start].pos in ("AUX", "ADV", "PART", "ADJ"):
        start += 1
    for trigger, *_ in tree.standing(lexicon.trigger_wordings).get(start, ()):
        blocked = any(start in words for words in tree.find(trigger.frame.blocked))   # "was barred from wearing"
        if not blocked and (trigger.construction in ("alone", "self") or trigger.construction == "verb" and tree[start].passive):
            yield trigger
