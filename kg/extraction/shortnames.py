"""Names cut short: "Lanternfold" of "Lanternfold Inc.", "Rouleta" of "rouleta.tv"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extraction import candidates, peers
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

if TYPE_CHECKING:
    from kg.extraction.names import Naming


def of_addresses(naming: Naming) -> None:
    """"rouleta.tv" and "Rouleta" are one platform."""
    for text in sorted(text for text, kind in naming.kinds.items() if kind == "Platform" and candidates.DOMAIN.fullmatch(text)):
        stem = text.split(".")[-2].lower()
        short = next((other for other, kind in sorted(naming.kinds.items()) if kind == "Platform" and other.lower() == stem), "")
        if short and text not in naming.known:
            naming.full[text] = naming.full.get(short, short)
            naming.known.update({text: naming.known[short]} if short in naming.known else {})


def of_companies(names: list[Name], naming: Naming, trees: Sequence[Tree], lexicon: Lexicon,
                 votes: dict[str, Counter[str]]) -> None:
    """"Lanternfold" of "Lanternfold Inc.", "Gada Mas" of "PT Gada Mas Interaktif": the same company, unless a platform bears
    the short name.
    """
    forms = lexicon.either("company_suffixes", "company_prefixes")
    heads = lexicon.either("authority_words", "body_heads")
    texts = {name.text for name in names}
    for text in sorted(text for text, kind in naming.kinds.items() if kind == "Organization"):
        bare = [word for word in text.split() if word.lower() not in forms]
        runs = peers.runs_another(text, names, trees, lexicon, naming.kinds)
        company = len(bare) < len(text.split()) or text in naming.companies or (
            runs and votes[text]["ner:ORG"] > votes[text]["ner:PER"])
        whole = text.split()
        headless = " ".join(whole[1:]) if len(whole) > 2 and whole[0].lower() in lexicon.words["body_heads"] else ""
        if headless in texts and headless not in naming.kinds and headless not in naming.known:
            naming.kinds[headless], naming.full[headless] = "Organization", naming.full.get(text, text)   # "Penerbit Lentera"
        longer = [" ".join(whole[:end]) for end in range(len(whole) - 1, len(bare), -1) if whole[:len(bare)] == bare]
        for short in (*longer, *(" ".join(bare[:end]) for end in range(len(bare), 0, -1))
                      ) if company and bare and bare[0].lower() not in heads else ():
            whole_of = len(short.split()) >= min(len(bare), 2)   # "Gada Mas" of "PT Gada Mas Interaktif" is nobody
            taken = naming.kinds.get(short) in (("Platform",) if whole_of else ("Platform", "Person"))
            taken = taken or short in naming.known
            hardly = naming.kinds.get(short) == "Platform" and _is_hardly_a_platform(votes[short])
            taken = taken and not (runs and hardly and short not in naming.known)
            if short != text and short in texts and not taken and peers.bears_company_name(
                    text, short, names, trees, lexicon, naming.kinds):
                naming.kinds[short] = "Platform"
            elif short != text and short in texts and not taken:
                naming.kinds[short], naming.full[short] = "Organization", naming.full.get(text, text)
                if text in naming.known:
                    naming.known[short] = naming.known[text]


def _is_hardly_a_platform(votes: Counter[str]) -> bool:
    """Whether nothing but what befalls it or what it is said to do makes a platform of a name: that befalls companies as
    well ("penalised Brinta" beside "Brinta Networks, which owns the dating app X").
    """
    return not (votes["platform"] or votes["domain"] or votes["online"])
