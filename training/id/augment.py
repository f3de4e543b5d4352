"""What news adds to treebank sentences: headlines, abbreviations with a full stop, quotations, reported speech.

Every function makes a new tree (or None where the sentence does not fit) and draws only from the given generator.
Names of persons are common ones, put together by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random

from training.id.apposition import FIRST, LAST, SAYS, apposed, introduced, name_end, renamed, spoken
from training.id.conllu import Tree, Word, insert
from training.id.sources import Tagged

TITLES = tuple("Dr. Prof. Drs. PT PT. CV H. Ir.".split())
ENDINGS = tuple("Tbk. Tbk dkk. S.H. M.Si.".split())
NAMED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos"})
SMALL = frozenset("dan di ke dari yang untuk pada oleh dengan atau".split())

Change = Callable[[Tree, Random], Tree | None]
NameChange = Callable[[Tagged, Random], Tagged | None]


def lower(tree: Tree, rng: Random) -> Tree | None:
    """All letters small."""
    return Tree(tree.id, tuple(replace(word, form=word.form.lower()) for word in tree.words))


def headline(tree: Tree, rng: Random) -> Tree | None:
    """Title case and no full stop."""
    words = without_stop(tree).words
    return Tree(tree.id, tuple(replace(word, form=_capital(word.form)) for word in words)) if len(words) < 15 else None


def without_stop(tree: Tree) -> Tree:
    """The tree without a last full stop."""
    last = tree.words[-1]
    plain = last.form == "." and last.head != len(tree.words) - 1
    return Tree(tree.id, tree.words[:-1]) if plain and len(tree.words) > 2 else tree


def _capital(form: str) -> str:
    return form if form in SMALL else form[:1].upper() + form[1:]


def abbreviated(tree: Tree, rng: Random) -> Tree | None:
    """A title before, or a legal form after, one of the names; at the end of a sentence its stop is the only one."""
    names = [i for i, w in enumerate(tree.words) if w.upos == "PROPN" and w.rel in NAMED and w.form[0].isupper()]
    if not names:
        return None
    at = rng.choice(names)
    return _titled(tree, at, rng.choice(TITLES)) if rng.random() < 0.5 else _ended(tree, at, rng.choice(ENDINGS))


def _titled(tree: Tree, at: int, title: str) -> Tree:
    name = tree.words[at]
    words = list(tree.words)
    # As in the treebanks the first word of a name is its head.
    words[at] = replace(name, form=title, feats="", space=True)
    return insert(Tree(tree.id, tuple(words)), at + 1, replace(name, head=at, rel="flat:name"))


def _ended(tree: Tree, at: int, ending: str) -> Tree:
    end, words = name_end(tree, at), list(tree.words)
    space, words[end - 1] = words[end - 1].space, replace(words[end - 1], space=True)
    longer = insert(Tree(tree.id, tuple(words)), end, Word(ending, "PROPN", at, "flat:name", "", space))
    return without_stop(longer) if end == len(tree.words) - 1 and ending.endswith(".") else longer


def quoted(tree: Tree, rng: Random) -> Tree | None:
    """The whole sentence in quotation marks, the closing one after the full stop."""
    if {'"', "“", "”"} & set(tree.forms):
        return None
    left, right = rng.choice((('"', '"'), ("“", "”")))
    root, size = tree.root, len(tree.words)
    words = (*tree.words[:-1], replace(tree.words[-1], space=False))
    closed = insert(Tree(tree.id, words), size, Word(right, "PUNCT", root, "punct"))
    return insert(closed, 0, Word(left, "PUNCT", root, "punct", "", False))


def reported(tree: Tree, rng: Random) -> Tree | None:
    """`"...," kata Sari Wijaya.`: the sentence followed by who says so."""
    marks = rng.random() < 0.7
    told = quoted(tree, rng) if marks else tree
    plain = tree.words[-1].form == "." and 5 < len(tree.words) < 30 and tree.words[tree.root].upos == "VERB"
    if told is None or not plain:
        return None
    stop = len(told.words) - (2 if marks else 1)
    words = list(told.words)
    words[stop] = replace(words[stop], form=",", space=not marks)
    words[stop - 1] = replace(words[stop - 1], space=False)
    words[-1] = replace(words[-1], space=True)
    return _said(Tree(told.id, tuple(words)), rng)


def _said(tree: Tree, rng: Random) -> Tree:
    root, verb = tree.root, len(tree.words)
    name = [Word(rng.choice(FIRST), "PROPN", verb, "nsubj")]
    if rng.random() < 0.5:
        name.append(Word(rng.choice(LAST), "PROPN", verb + 1, "flat:name"))
    name[-1] = replace(name[-1], space=False)
    tail = (Word(rng.choice(SAYS), "VERB", root, "parataxis"), *name, Word(".", "PUNCT", root, "punct"))
    return Tree(tree.id, tree.words + tail)


CHANGES: tuple[tuple[Change, float], ...] = ((lower, 0.03), (headline, 0.05), (abbreviated, 0.15), (apposed, 0.3),
                                             (quoted, 0.06), (reported, 0.08))


def variants(trees: Iterable[Tree], rng: Random) -> Iterator[Tree]:
    """Changed copies of a share of the trees, by the shares in CHANGES."""
    for tree in trees:
        for change, share in CHANGES:
            changed = change(tree, rng) if rng.random() < share else None
            if changed is not None:
                yield changed


def name_variants(sentences: Iterable[Tagged], rng: Random) -> Iterator[Tagged]:
    """Headlines in title case and in capitals: with them a capital alone does not make a name. Made-up names."""
    for sentence in sentences:
        for name_change, share in NAME_CHANGES:
            changed = name_change(sentence, rng) if rng.random() < share else None
            if changed is not None:
                yield changed


def _title_case(named: Tagged, rng: Random) -> Tagged:
    return replace(named, forms=tuple(_capital(form) for form in named.forms))


def _capitals(named: Tagged, rng: Random) -> Tagged:
    return replace(named, forms=tuple(form.upper() for form in named.forms))


NAME_CHANGES: tuple[tuple[NameChange, float], ...] = ((_title_case, 0.08), (_capitals, 0.02), (introduced, 0.15),
                                                      (renamed, 0.15), (spoken, 0.12))
