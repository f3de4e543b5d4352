"""Trees read from CoNLL-U files, with the tokens that a tokenizer can produce.

Invariant: a word's `head` is an index into the tree's own words, and the root's head is its own index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import LanguageError

ABBREVIATIONS = frozenset(
    "Tbk. tbk. TBK. dkk. Dkk. dll. dsb. dst. PT. CV. UD. Dr. dr. DR. Drs. Dra. Prof. Ir. H. Hj. KH. Tn. Ny. Sdr. Jl. "
    "No. Rp. S.H. S.Kom. S.E. S.T. M.H. M.Si. M.Kn. M.Sc. M.M. Ph.D. Inc. Ltd. Co. Corp. a.n. u.p. d.a. vs.".split())
CLITICS = frozenset({"nya", "ku", "mu"})


@dataclass(frozen=True, slots=True)
class Word:
    """One token: `head` counts from 0 within the tree, `space` says whether a blank follows."""

    form: str
    upos: str
    head: int
    rel: str
    feats: str = ""
    space: bool = True
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence."""

    id: str
    words: tuple[Word, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The word forms, in order."""
        return tuple(word.form for word in self.words)

    @property
    def text(self) -> str:
        """The sentence as written, without a trailing blank."""
        return "".join(word.form + " " * word.space for word in self.words).rstrip()

    @property
    def root(self) -> int:
        """Index of the root word."""
        return next(i for i, word in enumerate(self.words) if word.head == i)


def read_trees(path: Path) -> list[Tree]:
    """The trees of a CoNLL-U file; clitics that the file splits off are merged back. Raises LanguageError."""
    try:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        return [_tree(block.splitlines()) for block in blocks if block.strip()]
    except (OSError, ValueError, IndexError) as error:
        raise LanguageError(f"{path}: cannot be read as CoNLL-U: {error}") from error


def _tree(lines: list[str]) -> Tree:
    name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# sent_id")), "")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    words = [_word(row) for row in rows if row[0].isdigit()]
    ranges = (_range(row) for row in rows if "-" in row[0])
    return merge(Tree(name, tuple(words)), ranges)


def _word(row: list[str]) -> Word:
    here, head = int(row[0]) - 1, int(row[6]) - 1
    feats = "" if row[5] == "_" else row[5]
    return Word(row[1], row[3], here if head < 0 else head, row[7], feats, "SpaceAfter=No" not in row[9], row[2])


def _range(row: list[str]) -> tuple[int, int, str, bool]:
    first, last = row[0].split("-")
    return int(first) - 1, int(last), row[1], "SpaceAfter=No" not in row[9]


def merge(tree: Tree, ranges: Iterable[tuple[int, int, str, bool]]) -> Tree:
    """The tree with each range (start, end, form, space) made one word, which keeps the labels of its topmost part.

    >>> words = (Word("buku", "NOUN", 0, "root"), Word("nya", "PRON", 0, "nmod"), Word(".", "PUNCT", 0, "punct"))
    >>> merge(Tree("s", words), [(0, 2, "bukunya", False)]).forms
    ('bukunya', '.')
    """
    joined = {start: (end, form, space) for start, end, form, space in ranges}
    groups = list(_groups(len(tree.words), {start: end for start, (end, _, _) in joined.items()}))
    place = {old: new for new, group in enumerate(groups) for old in group}
    words = []
    for group in groups:
        word = tree.words[_top(tree, group)]
        if group.start in joined:
            _, form, space = joined[group.start]
            word = replace(word, form=form, space=space)
        words.append(replace(word, head=place[word.head]))
    return Tree(tree.id, tuple(words))


def _groups(size: int, ends: dict[int, int]) -> Iterator[range]:
    at = 0
    while at < size:
        end = ends.get(at, at + 1)
        yield range(at, end)
        at = end


def _top(tree: Tree, group: range) -> int:
    return next(i for i in group if tree.words[i].head == i or tree.words[i].head not in group)


def insert(tree: Tree, at: int, word: Word) -> Tree:
    """The tree with `word` put in before index `at`; its head is an index into the old words."""
    words = [*tree.words[:at], word, *tree.words[at:]]
    return Tree(tree.id, tuple(replace(w, head=w.head + (w.head >= at)) for w in words))


def as_tokenized(tree: Tree) -> Tree:
    """The tree with the tokens that the model's tokenizer keeps whole: hyphenated words and abbreviations.

    >>> parts = [("kitab", False), ("-", False), ("kitab", True), ("Dr", False), (".", True)]
    >>> words = tuple(Word(form, "NOUN", 0, "root", "", space) for form, space in parts)
    >>> as_tokenized(Tree("s", words)).forms
    ('kitab-kitab', 'Dr.')
    """
    return merge(tree, list(_whole(tree.words)))


def _whole(words: tuple[Word, ...]) -> Iterator[tuple[int, int, str, bool]]:
    start = 0
    while start < len(words):
        end = start + 1
        while end + 1 < len(words) and _hyphenated(*words[end - 1:end + 2]):
            end += 2
        if end < len(words) and _abbreviated(*words[end - 1:end + 1], last=end == len(words) - 1):
            end += 1
        if end > start + 1:
            yield start, end, "".join(word.form for word in words[start:end]), words[end - 1].space
        start = end


def _hyphenated(left: Word, hyphen: Word, right: Word) -> bool:
    tight = not left.space and not hyphen.space
    ends = left.form[-1] + right.form[0]
    # The tokenizer leaves ranges of numbers and hyphenated clitics apart; the file of 2017 has blanks in doubled words.
    word = tight and ends.isalnum() and not ends.isdigit() and right.form.lower() not in CLITICS
    return hyphen.form == "-" and (word or doubled(left.form, right.form))


def doubled(left: str, right: str) -> bool:
    """Whether two parts make a doubled word, as in `kitab-kitab` or `rekan-rekannya`."""
    return len(left) > 2 and left.isalpha() and left[-3:].lower() in right.lower()


def _abbreviated(word: Word, stop: Word, *, last: bool) -> bool:
    tight = stop.form == "." and not word.space
    initial = len(word.form) == 1 and word.form.isupper() and not last
    return tight and (initial or word.form + "." in ABBREVIATIONS)
