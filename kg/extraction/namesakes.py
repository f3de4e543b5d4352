"""Platforms that are called after the company that runs them: "Tarno" where the article has "Tarno Ltd" and "the video app"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extraction.definites import is_definite
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_LATE = (10 ** 6, 0)
_OPEN = (None, "Organization")


def find(names: Sequence[Name], trees: Sequence[Tree], votes: Mapping[str, Counter[str]], kinds: Mapping[str, str],
         lexicon: Lexicon) -> Iterator[str]:
    """The short names of companies that are platforms: the article speaks of "the app" before it has named any, and the
    company is the one told of by then.
    """
    first: dict[str, tuple[int, int]] = {}
    for name in names:
        first.setdefault(name.text, (name.sentence, name.first))
    spoken = min(_spoken_of(trees, lexicon), default=_LATE)
    platforms = (at for text, at in first.items() if kinds.get(text) == "Platform")
    if spoken == _LATE or min(platforms, default=_LATE) < spoken:
        return
    told = sorted(((at, text) for text, at in first.items() if votes[text]["suffixed"] and at[0] <= spoken[0]))
    for _, text in told[:1]:
        yield from _short(text, first, votes, kinds, lexicon)


def _short(text: str, named: Iterable[str], votes: Mapping[str, Counter[str]], kinds: Mapping[str, str],
           lexicon: Lexicon) -> Iterator[str]:
    """The company's name without its form, or the first word of it, where the article uses it by itself."""
    forms = lexicon.either("company_suffixes", "company_prefixes", "legal_forms")
    bare = [word for word in text.split() if word.lower() not in forms]
    for short in (" ".join(bare), *bare[:1]):
        given = votes.get(short, Counter())
        if short and short != text and short in named and kinds.get(short) in _OPEN and not (given["person"] or given["given"]):
            yield short
            return


def _spoken_of(trees: Sequence[Tree], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where the article speaks of a platform as known: "the photo-sharing service", "its video app", "aplikasi itu"."""
    for tree in trees:
        for words in tree.find(lexicon.phrases["platform"]) if tree.sentence.kind == "paragraph" else ():
            behind = tree[min(words[-1] + 1, len(tree) - 1)].text
            if tree[words[-1]].lower not in lexicon.words["plurals"] and not behind[:1].isupper() and (
                    is_definite(tree, words, lexicon)):
                yield tree.sentence.index, words[0]
