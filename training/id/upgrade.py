"""Labels of the 2017 treebank turned into today's.

The sentences of its tuning file exist in both versions, so a map can be learnt from the pairs and applied to the
training sentences, which exist only with the labels of 2017. Heads and tokens are left alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from training.id.conllu import Tree, Word, doubled

Key = tuple[Hashable, ...]
Counts = dict[Key, Counter[str]]
PREFIXES = ("di", "ter", "me", "ber")
CLOSED = frozenset("AUX SCONJ PART DET ADP PRON CCONJ NUM ADV".split())


@dataclass(frozen=True)
class Upgrade:
    """What was learnt: counts of new labels by keys of the old word."""

    relations: Counts
    tags: Counts
    word_tags: dict[str, Counter[str]]
    features: dict[tuple[str, str], Counter[str]]

    def tree(self, old: Tree) -> Tree:
        """The same tree with today's tags, relations and features."""
        tagged = [self._tagged(word) for word in old.words]
        return Tree(old.id, tuple(replace(word, rel=self._relation(old, i)) for i, word in enumerate(tagged)))

    def _tagged(self, word: Word) -> Word:
        upos = _best(self.tags, tag_keys(word), (2, 2)) or self._majority(word) or word.upos
        return replace(word, upos=upos, feats=self._features(word.form, upos))

    def _majority(self, word: Word) -> str | None:
        seen = self.word_tags.get(word.form.lower(), Counter())
        if seen.total() < 3:
            return None
        upos, count = seen.most_common(1)[0]
        return upos if count > 0.9 * seen.total() and {upos, word.upos} & CLOSED else None

    def _features(self, form: str, upos: str) -> str:
        seen = self.features.get((form.lower(), upos))
        if seen:
            return min(seen, key=lambda feats: (-seen[feats], feats))
        return guessed_features(form, upos)

    def _relation(self, old: Tree, i: int) -> str:
        word = old.words[i]
        if word.head == i:
            return "root"
        new = _best(self.relations, relation_keys(old, i), (2, 2, 2, 1, 1, 1)) or word.rel
        return "dep" if new == "root" else new


def guessed_features(form: str, upos: str) -> str:
    """Features of a word that no present-day treebank has with this tag.

    >>> guessed_features("kitab-kitab", "NOUN"), guessed_features("dituduh", "VERB")
    ('Number=Plur', 'Voice=Pass')
    """
    if upos == "NOUN":
        left, _, right = form.partition("-")
        return "Number=Plur" if doubled(left, right) else "Number=Sing"
    if upos == "VERB":
        return "Voice=Pass" if form.lower().startswith(("di", "ter")) else "Voice=Act"
    return ""


def relation_keys(tree: Tree, i: int) -> tuple[Key, ...]:
    """Keys of an old word for its relation, most specific first."""
    word, head = tree.words[i], tree.words[tree.words[i].head]
    yang = "yang" in _children(tree, i)
    prefix = next((p for p in PREFIXES if word.form.lower().startswith(p)), "") if word.upos == "VERB" else ""
    return ((word.form.lower(), word.upos, word.rel, head.upos, yang), (word.form.lower(), word.upos, word.rel),
            (word.upos, word.rel, head.upos, word.form[0].isupper(), head.form[0].isupper(), yang, prefix),
            (word.upos, word.rel, head.upos, yang), (word.rel, yang), (word.rel,))


def tag_keys(word: Word) -> tuple[Key, ...]:
    """Keys of an old word for its part of speech, most specific first."""
    return (word.form.lower(), word.upos, word.rel), (word.form.lower(), word.upos)


def learn(pairs: Iterable[tuple[Tree, Tree]], today: Sequence[Tree]) -> Upgrade:
    """Learn from (old, new) trees of the same sentences, and words from present-day trees.

    Only pairs with the same tokens count, and for relations only words whose head is the same.
    """
    upgrade = Upgrade(defaultdict(Counter), defaultdict(Counter), defaultdict(Counter), defaultdict(Counter))
    for old, new in pairs:
        if old.forms == new.forms:
            _learn_pair(upgrade, old, new)
    for word in (word for tree in today for word in tree.words):
        upgrade.word_tags[word.form.lower()][word.upos] += 1
        upgrade.features[word.form.lower(), word.upos][word.feats] += 1
    return upgrade


def _learn_pair(upgrade: Upgrade, old: Tree, new: Tree) -> None:
    for i, (before, after) in enumerate(zip(old.words, new.words)):
        for key in tag_keys(before):
            upgrade.tags[key][after.upos] += 1
        if before.head == after.head != i:
            for key in relation_keys(old, i):
                upgrade.relations[key][after.rel] += 1


def agreement(left: Iterable[Tree], right: Iterable[Tree]) -> tuple[float, float]:
    """Shares of words with the same (head and relation, part of speech); trees must have the same tokens."""
    words = [pair for a, b in zip(left, right) for pair in zip(a.words, b.words)]
    attached = sum((a.head, a.rel) == (b.head, b.rel) for a, b in words)
    tagged = sum(a.upos == b.upos for a, b in words)
    return attached / len(words), tagged / len(words)


def _best(counts: Counts, keys: tuple[Key, ...], least: tuple[int, ...]) -> str | None:
    for key, minimum in zip(keys, least):
        seen = counts.get(key)
        if seen and seen.total() >= minimum:
            return min(seen, key=lambda label: (-seen[label], label))
    return None


def _children(tree: Tree, i: int) -> Iterator[str]:
    return (word.form.lower() for j, word in enumerate(tree.words) if word.head == i != j)
