"""Platforms on which somebody only speaks: "wrote on Instagram", "in a Facebook post", "lewat akun X miliknya"."""

from __future__ import annotations

from collections import Counter

from kg.extraction.names import Naming
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_NEAR = 4   # how far before the name the preposition may stand: "on the official page of X"


def without_media(naming: Naming, tree: Tree, lexicon: Lexicon) -> dict[int, Name]:
    """The names of a sentence by where they begin, but for platforms that are only the place where something is said."""
    names = naming.names.get(tree.sentence.index, ())
    return {name.first: name for name in names if not (
        naming.kinds[name.text] == "Platform" and _is_medium(name, tree, lexicon) and _is_minor(name, naming))}


def _is_minor(name: Name, naming: Naming) -> bool:
    """Whether the article speaks more of another platform."""
    counts = Counter(other.text for names in naming.names.values() for other in names if naming.kinds[other.text] == "Platform")
    return any(count > counts[name.text] or count == counts[name.text] and other not in naming.known
               for other, count in counts.items() if other != name.text)


def _is_medium(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    if not _is_place(name, tree, lexicon):
        return False
    saying = lexicon.once("verbs of saying", lambda: frozenset(
        cue.words[0] for cue in lexicon.cues if cue.status == "said" and cue.part == "verb" and len(cue.words) == 1))
    verb = tree.verb_above(name.first)
    return verb is not None and bool({tree[verb].lower, tree[verb].lemma} & (saying | lexicon.words["publishing"]))


def _is_place(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"on X", "in a X post", "di akun X", "lewat unggahan di X"; not "in X groups"."""
    posts, by = lexicon.words["own_posts"], lexicon.words["by_way_of"]
    before, end = tree.tokens[max(0, name.first - _NEAR):name.first], name.last + 1
    posted = any(token.lower in posts for token in before) and any(token.lower in by for token in before)
    led = posted or bool(before) and before[-1].lower in by
    after = tree[end] if end < len(tree) else None
    if after is None or lexicon.words["definite_after"] or after.pos not in ("NOUN", "PROPN"):
        return led
    return after.lemma in posts and any(token.lower in by for token in before)
