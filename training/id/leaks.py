"""No test sentence, and no near copy of one, may be learnt from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.errors import LanguageError

RUN = 3  # words that make one piece
SHARED = 0.5  # this share of the shorter sentence's pieces makes a near copy


def pieces(forms: Iterable[str]) -> set[tuple[str, ...]]:
    """All runs of three words, lower-cased, punctuation left out; a shorter sentence is one piece.

    >>> sorted(pieces(["Ia", "pergi", "ke", "Solo", "."]))
    [('ia', 'pergi', 'ke'), ('pergi', 'ke', 'solo')]
    """
    words = [form.lower() for form in forms if any(char.isalnum() for char in form)]
    return {tuple(words[i:i + RUN]) for i in range(max(1, len(words) - RUN + 1))}


def leaks(learnt: Sequence[Sequence[str]], held_out: Iterable[Sequence[str]]) -> list[int]:
    """Indices of sentences in `learnt` that copy, or nearly copy, a sentence in `held_out`.

    >>> leaks([["Ia", "pergi", "ke", "Solo"], ["Hujan", "turun"]], [["ia", "pergi", "ke", "Solo", "."]])
    [0]
    """
    tests = [pieces(forms) for forms in held_out]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, test in enumerate(tests):
        for piece in test:
            where[piece].append(number)
    return [i for i, forms in enumerate(learnt) if _copies(pieces(forms), tests, where)]


def _copies(own: set[tuple[str, ...]], tests: list[set[tuple[str, ...]]],
            where: dict[tuple[str, ...], list[int]]) -> bool:
    hits = Counter(number for piece in own for number in where.get(piece, ()))
    return any(count >= SHARED * min(len(own), len(tests[number])) for number, count in hits.items())


def require_clean(learnt: Sequence[Sequence[str]], held_out: Iterable[Sequence[str]], what: str) -> None:
    """Raise LanguageError if a sentence of `learnt` is a copy of a held-out one."""
    found = leaks(learnt, held_out)
    if found:
        raise LanguageError(f"{what}: {len(found)} sentences stand in a test file too, the first is: "
                            + " ".join(learnt[found[0]]))
