"""What Indonesian says in the object voice: "aplikasi yang ia sebut membiarkan H", "X mereka nilai lalai", where a reporting verb
stands bare behind the pronoun of whoever says it.

Lexicons list such a verb with its prefixes ("menyebut", "disebut"); a bare one is found by the form with di-.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon
from kg.model import Token

_PREFIX = "di"
_NEAR = 4   # how far behind the verb of saying the one may stand that says what is said


def verbs(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """The bare verbs of saying, as verbs that the lexicon knows; and what is said, as their complement."""
    agents = lexicon.words["clitic_agents"]
    for token in tree.tokens[1:] if not agents.isdisjoint(tree.said) else ():
        if tree[token.index - 1].lower not in agents or _PREFIX + token.lower not in _reporting(lexicon):
            continue
        yield token.index, replace(token, lemma=_PREFIX + token.lower, pos="VERB")
        said = next((t for t in tree.tokens[token.index + 1:token.index + 1 + _NEAR] if t.pos == "VERB"), None)
        if said and not tree.governs(token.index, said.index) and said.head == token.head != said.index:
            yield said.index, replace(said, head=token.index, slot="complement")


def _reporting(lexicon: Lexicon) -> frozenset[str]:
    """Of those that are no triggers as well: "akan kami jerat" tells of a charge."""
    told = lexicon.once("reporting verbs with di-", lambda: frozenset(
        cue.words[0] for cue in lexicon.cues if cue.part == "verb" and len(cue.words) == 1 and cue.words[0].startswith(_PREFIX)))
    done = lexicon.once("triggers of a word", lambda: frozenset(t.words[0] for t in lexicon.triggers if len(t.words) == 1))
    return told - done
