"""How far two people agree who annotated the same articles: python -m training.agreement FIRST.jsonl SECOND.jsonl

Strict agreement is the F1 of one annotation against the other: subject, predicate, object, status and negation must all
be the same. Nodes are the same by class and a shared name, groups and harms by concept, legal actions and outcomes one to
one by type and by the claims that they share. Kappa says how far the status agrees beyond chance where both have the
triple. The format is that of gold (see `kg.evaluation`).
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from kg.errors import KgError
from kg.evaluation import Gold, Said, Score, read

_EVENTS = ("LegalAction", "Outcome")
Ties = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Pair:
    """The claims of one article in both annotations, in the node ids of the first."""

    first: frozenset[Said]
    second: frozenset[Said]


def pair(first: Gold, second: Gold) -> Pair:
    """Bring the second annotation into the terms of the first. Raises `KgError` if the texts differ."""
    if first.text != second.text:
        raise KgError(f"{first.id}: the two annotations have different texts")
    return Pair(frozenset(_claims(first, {})), frozenset(_claims(second, aligned(first, second))))


def pairs(first: Iterable[Gold], second: Iterable[Gold]) -> list[Pair]:
    """Pair the articles by id. Raises `KgError` if one annotation lacks an article of the other."""
    ours, theirs = ({one.id: one for one in part} for part in (first, second))
    alone = sorted(ours.keys() ^ theirs.keys())
    if alone:
        raise KgError(f"annotated once only: {', '.join(alone)}")
    return [pair(one, theirs[id]) for id, one in ours.items()]


def agreement(found: Iterable[Pair], key: Callable[[Said], object] = lambda said: said) -> Score:
    """Counts of claims that both have (right), the second only (extra) and the first only (missed).

    `key` says what must be the same: by default, everything.
    """
    total = Score()
    for one in found:
        first, second = ({key(said) for said in part} for part in (one.first, one.second))
        total.right += len(first & second)
        total.extra += len(second - first)
        total.missed += len(first - second)
    return total


def statuses(found: Iterable[Pair]) -> Counter[tuple[str, str]]:
    """How often both have a triple, by the status that each gives it; several statuses of one triple are joined."""
    table: Counter[tuple[str, str]] = Counter()
    for one in found:
        first, second = _by_triple(one.first), _by_triple(one.second)
        table.update((first[triple], second[triple]) for triple in first.keys() & second.keys())
    return table


def kappa(table: Mapping[tuple[str, str], int]) -> float:
    """Cohen's kappa of two raters' labels.

    >>> kappa({("a", "a"): 45, ("a", "b"): 15, ("b", "a"): 25, ("b", "b"): 15}).__round__(3)
    0.13
    """
    total = sum(table.values())
    rows, columns = Counter[str](), Counter[str]()
    for (one, other), count in table.items():
        rows[one] += count
        columns[other] += count
    seen = sum(count for (one, other), count in table.items() if one == other) * total
    chance = sum(rows[label] * columns[label] for label in rows)
    return 1.0 if chance == total * total else (seen - chance) / (total * total - chance)


def table(found: list[Pair]) -> str:
    """The figures for reading."""
    rows = [("all, strict", agreement(found)), ("all, without status", agreement(found, lambda said: said.triple))]
    rows += [(f"{key}: {part}", agreement(_part(found, key, part)))
             for key in ("status", "predicate") for part in _parts(found, key)]
    body = "".join(f"{name:26}{one.f1:6.3f}{one.right:6}{one.missed:12}{one.extra:13}\n" for name, one in rows)
    both = statuses(found)
    same = sum(count for (one, other), count in both.items() if one == other)
    return (f"{'':26}{'F1':>6}{'both':>6}{'first only':>12}{'second only':>13}\n{body}"
            f"status: kappa {kappa(both):.3f}; the same for {same} of {both.total()} triples that both have\n"
            f"articles: {len(found)}\n")


def _parts(found: Iterable[Pair], key: str) -> list[str]:
    return sorted({str(getattr(said, key)) for one in found for said in one.first | one.second})


def _part(found: Iterable[Pair], key: str, value: str) -> list[Pair]:
    return [Pair(*(frozenset(said for said in part if getattr(said, key) == value) for part in (one.first, one.second)))
            for one in found]


def _by_triple(claims: Iterable[Said]) -> dict[tuple[str, str, str], str]:
    labels: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for said in claims:
        labels[said.triple].add(said.status)
    return {triple: "+".join(sorted(found)) for triple, found in labels.items()}


# ------------------------------------------------------------------------------------------------ the same terms

def _claims(gold: Gold, names: Mapping[str, str]) -> Iterable[Said]:
    for subject, predicate, object, status, negated, *_ in gold.claims:
        yield Said(names.get(subject, subject), predicate, names.get(object, str(object)), status, bool(negated))


def aligned(first: Gold, second: Gold) -> dict[str, str]:
    """The first annotation's id for every node of the second; what the first lacks gets an id of its own, "?ID"."""
    names = {id: next((own for own in first.nodes if _same(first, own, second, id)), f"?{id}") for id in second.nodes}
    for _ in range(2):  # the second time, events that are tied to events profit from the first
        names.update(_events(first, second, names))
    return names


def _same(first: Gold, own: str, second: Gold, id: str) -> bool:
    """Whether two nodes are one: of a class, and with a name or, for groups, the concept in common."""
    ours, theirs = first.nodes[own], second.nodes[id]
    if ours["class"] != theirs["class"] or ours["class"] in _EVENTS:
        return False
    if ours["class"] == "Group":
        return bool(ours["type"] == theirs["type"])
    return bool({_plain(name) for name in ours["names"]} & {_plain(name) for name in theirs["names"]})


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _events(first: Gold, second: Gold, names: Mapping[str, str]) -> dict[str, str]:
    """Pairs actions and outcomes of one type, those that share the most claims first."""
    kinds = [{id: (node["class"], node["type"]) for id, node in one.nodes.items() if node["class"] in _EVENTS}
             for one in (first, second)]
    shared = {(own, id): (_ties(first, own, {}) & _ties(second, id, names)).total()
              for own, id in product(*kinds) if kinds[0][own] == kinds[1][id]}
    taken: dict[str, str] = {}
    for own, id in sorted(shared, key=lambda both: (-shared[both], both)):
        if id not in taken and own not in taken.values():
            taken[id] = own
    return {id: taken.get(id, f"?{id}") for id in kinds[1]}


def _ties(gold: Gold, node: str, names: Mapping[str, str]) -> Ties:
    """What a node is tied to: predicate and other end of its claims, in the first annotation's ids."""
    ends = [(predicate, object) for subject, predicate, object, *_ in gold.claims if subject == node]
    ends += [(f"{predicate}-of", subject) for subject, predicate, object, *_ in gold.claims if object == node]
    return Counter((predicate, names.get(end, str(end))) for predicate, end in set(ends))


def main(arguments: list[str]) -> int:
    """Print the table; one clear line where the files cannot be compared."""
    if len(arguments) != 2:
        print("usage: python -m training.agreement FIRST.jsonl SECOND.jsonl", file=sys.stderr)
        return 2
    try:
        print(table(pairs(*(read(Path(name)) for name in arguments))), end="")
    except KgError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
