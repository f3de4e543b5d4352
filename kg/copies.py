"""Whether two texts are copies of one: the wire story that ten papers print is one voice, not ten.

A text is sketched by the smallest hashes of its runs of five words (Broder's bottom-k sketch). The share of hashes that
two sketches have in common, among the smallest of both, estimates the share of runs that the texts have in common.
"""

from __future__ import annotations

import hashlib
import re

SIZE, RUN, ALIKE, PROBES = 64, 5, 0.6, 8
DIGITS = 8

Sketch = tuple[str, ...]
"""At most 64 hashes of eight hex digits, sorted."""


def sketch(text: str) -> Sketch:
    """The sketch of a text; one shorter than five words is one run."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[at:at + RUN]) for at in range(max(len(words) - RUN + 1, 1))}
    return tuple(sorted({hashlib.blake2b(run.encode(), digest_size=DIGITS // 2).hexdigest() for run in runs}))[:SIZE]


def resemblance(one: Sketch, other: Sketch) -> float:
    """The estimated share, 0 to 1, of the two texts' runs that they have in common.

    >>> resemblance(sketch("Strangly shut down on Tuesday after talks."), sketch("strangly shut down on tuesday, after talks"))
    1.0
    """
    smallest = set(sorted({*one, *other})[:SIZE])
    return len(smallest & set(one) & set(other)) / len(smallest)


def are_copies(one: Sketch, other: Sketch) -> bool:
    """Whether most of two texts is the same."""
    shared = set(probes(one)).intersection(probes(other))
    return len(shared) >= max(enough(one), enough(other)) and resemblance(one, other) >= ALIKE


def probes(one: Sketch) -> Sketch:
    """The hashes by which copies are looked for."""
    return one[:PROBES]


def enough(one: Sketch) -> int:
    """How many probes a copy shares at least: a single one may be a phrase that every paper prints."""
    return 2 if len(one) > 1 else 1


def written(one: Sketch) -> str:
    """The sketch as one word."""
    return "".join(one)


def read(text: str) -> Sketch:
    """The sketch that `written` wrote.

    >>> read(written(("0011aabb", "ff00ff00")))
    ('0011aabb', 'ff00ff00')
    """
    return tuple(text[at:at + DIGITS] for at in range(0, len(text), DIGITS))
