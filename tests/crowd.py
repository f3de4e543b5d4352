"""A made-up press of any size: articles about invented platforms, for pages larger than any that is written by hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

from conftest import Told, tell

from kg import rdf
from kg.model import Extraction, Node, Value
from kg.store import Store

HARMS = ("grooming", "csam", "fraud", "sextortion", "gambling", "self-harm", "harassment", "privacy", "drugs",
         "hate-speech", "terrorism", "trafficking")
ENDS = ("fine", "settlement", "dismissal", "shutdown", "blocking", "judgment-plaintiff")
STATUSES = ("asserted", "asserted", "alleged", "alleged", "denied", "hypothetical", "confirmed")
SYLLABLES = ("quo", "mur", "zel", "tan", "wick", "bri", "lo", "pax", "dru", "fen", "gim", "sol", "vey", "hob", "nix", "ral")


@contextmanager
def store_of(entities: int) -> Iterator[Store]:
    """A store in memory with about so many entities: harms and half of the companies are shared."""
    with Store.open() as store:
        for extraction in press(entities):
            store.put(rdf.quads(extraction))
        yield store


def press(entities: int) -> Iterator[Extraction]:
    """The articles, always the same ones."""
    chance = random.Random(entities)
    for number in range(round((entities - len(HARMS)) / 4.35)):
        yield _article(number, chance)


def _name(number: int) -> str:
    """A name of its own for each number."""
    parts = []
    while number or len(parts) < 2:
        number, rest = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[rest])
    return "".join(parts).capitalize()


def _article(number: int, chance: random.Random) -> Extraction:
    platform, company = f"{_name(number)}", f"{_name(chance.randrange(number // 2 + 1))} Holdings"
    person = f"{_name(number * 7 + 3)} {_name(number * 11 + 5)}son"
    *harms, sued_over = chance.sample(HARMS, 4)
    over = ", ".join([*harms, sued_over])
    sentence = (f"{platform}, founded by {person} and run by {company}, was sued over {over} in an action that "
                f"ended soon after, according to filings that the court in the case number {number} made public.")
    nodes = (Node("P1", "Platform", name=platform), Node("B1", "Person", name=person), Node("C1", "Organization", name=company),
             Node("L1", "LegalAction", name="sued", type="lawsuit", place=3),
             Node("O1", "Outcome", type=chance.choice(ENDS), place=9),
             *(Node(f"harm:{harm}", "Harm", name=harm, type=harm) for harm in [*harms, sued_over]))
    told: list[Told] = [("P1", "founder", "B1", "asserted", {"words": "founded by"}),
                        ("P1", "foundedIn", Value(str(chance.randrange(2004, 2023)), "year"), "asserted", {"words": "founded"}),
                        ("P1", "operator", "C1", "asserted", {"words": "run by"}),
                        ("L1", "defendant", "P1", "asserted", {"words": "sued"}),
                        ("L1", "allegesHarm", f"harm:{sued_over}", "asserted", {"words": sued_over}),
                        ("L1", "outcome", "O1", chance.choice(("asserted", "hypothetical")), {"words": "ended"})]
    told += [("P1", "reportedHarm", f"harm:{harm}", chance.choice(STATUSES), {"words": harm, "by": "L1"}) for harm in harms]
    return tell(sentence, nodes, told, key=f"{number}.txt", publisher=f"{_name(number % 9)} Herald",
                title=f"{platform} in court over {harms[0]}", url=f"https://herald.example/{number}",
                published=f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}")
