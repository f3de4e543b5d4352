"""Harms: which concepts a sentence names, by the labels of the ontology and the patterns of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kg.extraction.discourse import Spot
from kg.extraction.tree import Tree
from kg.extraction.values import child_ages
from kg.lexicon import Expression, Expressions, HarmPattern, Lexicon, Wordings, expression
from kg.schema import Ontology

GENERAL = "abuse-unspecified"   # said only where the words name nothing narrower
_SPREAD = 10
_LURING = ("trafficking", "investment-fraud", "phishing")   # the false job or broker is the lure, wherever it stands
_MARKS = ("@child", "@child-age")   # what stands for more than words
_APART = 4   # how many words may stand between two names of one harm
_SAYS_MORE = {   # which harms are only another's outer side: who extorts with nude pictures also threatens to spread them
    "child-sextortion": {"csam-self-generated", "sextortion", "ncii", "csam", "adult-content", "grooming", "violence", "csea"},
    "sextortion": {"csam-self-generated", "ncii", "adult-content", "violence", "csam"},
    "csa-livestream": {"csam", "csea", "adult-content", "violence"},
    "csam-synthetic": {"csam", "ncii-deepfake", "adult-content", "ncii"},
    "ncii-deepfake": {"ncii", "adult-content", "impersonation", "disinformation"},
    "csam": {"adult-content", "ncii", "csea"},
    "ncii": {"adult-content", "privacy"},
    "impersonation": {"fraud"},
    "phishing": {"fraud"},
    "investment-fraud": {"fraud"},
    "trafficking": {"fraud"},
    "grooming": {"impersonation"},
    "defamation": {"disinformation", "csea"},
    "age-inappropriate": {"adult-content"},
    "stalking": {"privacy"},
    "suicide": {"grooming", "child-safety"},
    "self-harm": {"child-safety"},
    "unsafe-challenge": {"child-safety"},
    "bullying": {"child-safety", "harassment"},
}


Labels = Wordings[str]


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm where a sentence names it: the concept, its words, and the one that governs the others; `learnt` where no listed
    wording names it, but the model sees it.
    """

    concept: str
    words: tuple[int, ...]
    head: int
    learnt: bool = False


def spot_of(harm: Harm) -> Spot:
    """The words of a harm as a mention of its concept."""
    return Spot(f"harm:{harm.concept}", min(harm.words), max(harm.words), "harm")


def find(tree: Tree, lexicon: Lexicon, ontology: Ontology, labels: Labels) -> list[Harm]:
    """The harms that a sentence names, the narrowest concept for each stretch of words."""
    other = {i for words in tree.find(lexicon.phrases["no_harms"]) for i in words}   # "abuse of its dominant position"
    other |= _media(tree, lexicon)
    named = [harm for harm in (*_spread(tree, lexicon), *_labels(tree, labels)) if other.isdisjoint(harm.words)]
    named = _plainest(named)
    kept: list[Harm] = []
    for harm in sorted(named, key=_by_length):
        if not any(_hides(other, harm, ontology) for other in kept):
            kept.append(harm)
    kept = [_of_child(tree, harm, lexicon) for harm in kept]
    exact = [harm for harm in kept if not any(
        _says_more(other, harm, ontology) or _is_purpose(tree, other, harm) for other in kept)]
    return sorted(exact, key=lambda harm: harm.words)


def _media(tree: Tree, lexicon: Lexicon) -> set[int]:
    """"aplikasi *pesan* X", "platform *siaran langsung* X": what an app is for, no message or broadcast that does harm."""
    kinds, apps = lexicon.words["media_served"], lexicon.words["platform_nouns"]
    found: set[int] = set()
    for i in (token.index for token in tree.tokens[1:] if token.lower in kinds):
        if i - 1 in found or tree[i - 1].lower in apps or tree[i - 1].lower in lexicon.words["services_named"]:
            found.add(i)
    return {i for i in found if not _is_qualified(tree, i, found)}


def _is_qualified(tree: Tree, index: int, media: set[int]) -> bool:
    """"situs *video* porno": what the video shows belongs to it."""
    behind = next((token for token in tree.tokens[index + 1:] if token.index not in media), None)
    return behind is not None and behind.text.islower() and behind.pos in ("NOUN", "ADJ", "VERB")


def _by_length(harm: Harm) -> tuple[int, tuple[int, ...], int, str]:
    """The longest first; of the same words, the concept that says more than others."""
    return -len(harm.words), harm.words, -len(_SAYS_MORE.get(harm.concept, ())), harm.concept


def _plainest(named: list[Harm]) -> list[Harm]:
    """Without what is spread over the sentence where words that stand together name the same concept."""
    together = {harm.concept for harm in named if max(harm.words) - min(harm.words) < len(harm.words)}
    return [harm for harm in named if harm.concept not in together or max(harm.words) - min(harm.words) < len(harm.words)]


def _of_child(tree: Tree, harm: Harm, lexicon: Lexicon) -> Harm:
    """Sextortion in a sentence that speaks of a child is that of a child, however far apart they stand."""
    young = harm.concept == "sextortion" and bool(
        (*_children(tree, lexicon), *child_ages(tree, lexicon)))
    return replace(harm, concept="child-sextortion") if young else harm


def _says_more(other: Harm, harm: Harm, ontology: Ontology) -> bool:
    """Whether another harm nearby says the same more exactly: "listings for bogus handbags" are counterfeits first."""
    if (other.concept, harm.concept) == ("ip", "fraud") and set(other.words) & set(harm.words):
        return True
    narrower = other.concept != harm.concept and ontology.narrower_or_same(other.concept, harm.concept)
    if not narrower and harm.concept not in _SAYS_MORE.get(other.concept, ()):
        return False
    gap = max(min(other.words), min(harm.words)) - min(max(other.words), max(harm.words))
    return gap <= _APART or other.concept in _LURING


def _is_purpose(tree: Tree, other: Harm, harm: Harm) -> bool:
    """"misused *to spread rumours*": what something was misused for says it better."""
    gap = range(max(harm.words) + 1, min(other.words))
    return harm.concept == GENERAL != other.concept and 0 < len(gap) <= _SPREAD and not any(
        tree[i].text in (",", ";", ".") or tree[i].slot == "coordinator" for i in gap)


def _hides(kept: Harm, harm: Harm, ontology: Ontology) -> bool:
    """Whether a harm says no more than one already kept: same words, or a broader concept within its reach."""
    gap = max(min(kept.words), min(harm.words)) - min(max(kept.words), max(harm.words))
    if set(kept.words) >= set(harm.words) or kept.concept == harm.concept and gap <= _SPREAD:
        return True
    if set(kept.words) & set(harm.words) and len(kept.words) > len(harm.words) and (
            kept.concept not in _SAYS_MORE.get(harm.concept, ())):
        return True   # a longer name for the same words says it better
    near = min(kept.words) <= max(harm.words) and min(harm.words) <= max(kept.words)
    return near and (harm.concept == GENERAL or ontology.narrower_or_same(kept.concept, harm.concept))


def _labels(tree: Tree, labels: Labels) -> Iterator[Harm]:
    """Harms named by a label of the ontology, deprecated words included."""
    for _, standing in sorted(tree.standing(labels).items()):
        concept, words = standing[0].thing, standing[0].words
        yield Harm(concept, words, _head(tree, words))


def label_index(ontology: Ontology, lang: str) -> Labels:
    """The labels of all harms in a language , longest first; remarks in brackets are no part of a label."""
    found: list[tuple[Expression, str]] = []
    for concept in ontology.harms.values():
        for label in (concept.labels.get(lang, ""), *concept.alt.get(lang, ()), *concept.hidden.get(lang, ())):
            if words := expression(re.sub(r"\(.*?\)", "", label).replace("-", " - ")):
                found.append((words, concept.id))
    return Wordings(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _spread(tree: Tree, lexicon: Lexicon) -> Iterator[Harm]:
    """Harms whose words are spread over a clause: "paired an 11-year-old with a sexual predator"."""
    for pattern in _possible(tree, lexicon):
        words = (_closest if pattern.within else _all_sets)(tree, pattern, lexicon) if not tree.find(pattern.unless) else ()
        if words and max(words) - min(words) <= (pattern.within or _SPREAD) and not _turns(tree, words, lexicon):
            yield Harm(pattern.concept, words, min(words, key=lambda i: (tree.depth(i), i)))


def _turns(tree: Tree, words: tuple[int, ...], lexicon: Lexicon) -> bool:
    """"fined for fraud, while its shares fell": a comma and a word of contrast between them, and they tell of two things."""
    between = range(min(words) + 1, max(words))
    return any(tree[i].text == "," and tree[i + 1].lower in lexicon.words["concessive"] for i in between)


def _possible(tree: Tree, lexicon: Lexicon) -> Iterator[HarmPattern]:
    """The patterns of which a sentence has a key of every set, in the lexicon's order."""
    of_key, always, most = lexicon.once("keys of harms", lambda: _keys(lexicon))
    opened, size = always, len(lexicon.harms)
    for word in of_key.keys() & tree.said:
        opened |= of_key[word]
    for mark in _MARKS:
        if mark in of_key and next(_places(tree, (mark,), lexicon), ()):
            opened |= of_key[mark]
    possible = (1 << size) - 1
    for _ in range(most):
        possible, opened = possible & opened, opened >> size
    while possible:
        lowest = possible & -possible
        yield lexicon.harms[lowest.bit_length() - 1]
        possible ^= lowest


def _keys(lexicon: Lexicon) -> tuple[dict[str, int], int, int]:
    """By key which sets of which patterns may stand where it does, one bit each: all first sets, then all second ones, and so
    on; the bits of the sets that a pattern has not; how many sets a pattern has at most.
    """
    of_key: dict[str, int] = {}
    size, most = len(lexicon.harms), max((len(pattern.sets) for pattern in lexicon.harms), default=0)
    always = (1 << size * most) - 1
    for number, pattern in enumerate(lexicon.harms):
        for place, expressions in enumerate(pattern.sets):
            bit = 1 << place * size + number
            always ^= bit
            for word in expressions.keys:
                of_key[word] = of_key.get(word, 0) | bit
    return of_key, always, most


def _all_sets(tree: Tree, pattern: HarmPattern, lexicon: Lexicon) -> tuple[int, ...]:
    found: list[int] = []
    for alternatives in pattern.sets:
        hit = _first(tree, alternatives, lexicon)
        if not hit:
            return ()
        found.extend(hit)
    return tuple(sorted(set(found[:-1]))) + tuple(found[-1:]) if found else ()


def _closest(tree: Tree, pattern: HarmPattern, lexicon: Lexicon) -> tuple[int, ...]:
    """The words of each set that stand closest to a word of the first; () if a set has none, or shares its words."""
    sets = [_hits(tree, one, lexicon) for one in pattern.sets]
    found: list[tuple[int, ...]] = []
    for first in sets[0] if all(sets) else ():
        chosen = set(first)
        for others in sets[1:]:
            free = (hit for hit in others if not chosen & set(hit))
            nearest = min(free, key=lambda hit: (max(*chosen, *hit) - min(*chosen, *hit), hit), default=())
            chosen = chosen | set(nearest) if nearest else set()
            if not chosen:
                break
        if chosen:
            found.append(tuple(sorted(chosen)))
    return min(found, key=lambda words: (words[-1] - words[0], words), default=())


def _hits(tree: Tree, one: Expressions, lexicon: Lexicon) -> list[tuple[int, ...]]:
    """Every place of every expression of a set."""
    special = [hit for _, words in one.marked for hit in _places(tree, words, lexicon)]
    return special + [standing.words for standings in tree.standing(one.wordings).values() for standing in standings
                      if not _describes(tree, standing.words, lexicon)]


def _describes(tree: Tree, words: tuple[int, ...], lexicon: Lexicon) -> bool:
    """"the clip app X", "a video forum": what is posted there, and part of the platform's description."""
    behind = words[-1] + 1
    return lexicon.check_pos and behind < len(tree) and tree[words[-1]].lower in lexicon.words["posted_things"] and (
        tree[behind].lower in lexicon.words["platform_nouns"] or tree[behind].lower == "forum")


def _first(tree: Tree, alternatives: Expressions, lexicon: Lexicon) -> tuple[int, ...]:
    """The first place of the first of the alternatives that stands in the sentence."""
    standing = [(one.number, one.words) for ones in tree.standing(alternatives.wordings).values() for one in ones
                if not _describes(tree, one.words, lexicon)]
    for number, words in alternatives.marked:
        standing.extend((number, hit) for hit in islice(_places(tree, words, lexicon), 1))
    return min(standing, default=(0, ()))[1]


def _places(tree: Tree, words: Expression, lexicon: Lexicon) -> Iterator[tuple[int, ...]]:
    """Where a mark holds: "@child" is any word for children, "@child-age" an age below 18."""
    if words == ("@child",):
        yield from tree.once("children's places", lambda: [
            *((index,) for index in _children(tree, lexicon)), *tree.find(lexicon.phrases["young_people"])])
    elif words == ("@child-age",):
        yield from ((index,) for index in child_ages(tree, lexicon))


def _children(tree: Tree, lexicon: Lexicon) -> list[int]:
    """The words for children."""
    words = lexicon.once("words for children", lambda: frozenset(
        word for word, group in lexicon.groups.items() if group == "children"))
    grown = lexicon.words["adult_students"]   # "university students"
    return sorted({index for word in words & tree.said for index in tree.where(word)
                   if not index or tree[index - 1].lower not in grown})


def _head(tree: Tree, words: tuple[int, ...]) -> int:
    return next((i for i in words if tree[i].head not in words), words[0])
