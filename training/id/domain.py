"""How many sentences of the kind that the tool reads get all the relations that it needs.

The relations are read from the shared slots of `kg.languages`, as the tool reads them: what stands in the slots of
`kg/languages/id.py` counts, not the treebanks' label.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg.errors import LanguageError
from kg.languages.id import LANGUAGE
from kg.model import Token

FILE = Path(__file__).with_name("domain_test.toml")
PARTS = ("subject", "object", "agent", "antecedent")
SLOTS = {"subject": ("subject", "passive"), "object": ("object",), "agent": ("agent",)}


@dataclass(frozen=True, slots=True)
class Relation:
    """What must play `part` for `word`: for each player the heads by which it may be called."""

    part: str
    word: str
    players: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the relations that it must show."""

    text: str
    relations: tuple[Relation, ...]


def read(path: Path = FILE) -> list[Case]:
    """The sentences of a file. Raises LanguageError."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
        return [Case(row["text"], tuple(map(relation, row["relations"]))) for row in rows]
    except (OSError, ValueError, KeyError) as error:
        raise LanguageError(f"{path}: cannot be read as sentences with relations: {error}") from error


def relation(text: str) -> Relation:
    """A relation as the file writes it.

    >>> found = relation("subject digugat: Awan | PT & Sari")
    >>> found.part, found.word, [sorted(player) for player in found.players]
    ('subject', 'digugat', [['Awan', 'PT'], ['Sari']])
    """
    (part, word), players = text.partition(":")[0].split(), text.partition(":")[2]
    if part not in PARTS or not players:
        raise ValueError(f"'{text}' is not of the form 'part word: players'")
    return Relation(part, word, tuple(frozenset(player.replace("|", " ").split()) for player in players.split("&")))


def lines(nlp: Language) -> Iterator[str]:
    """The share of sentences with every relation right, and the relations of each part, as lines of text."""
    cases = read()
    wrong = {case.text: missed(parsed(nlp, case.text), case) for case in cases}
    good = sum(not found for found in wrong.values())
    yield f"domain: all relations right in {good} of {len(cases)} sentences ({100 * good / len(cases):.1f})"
    for part in PARTS:
        wanted = sum(rel.part == part for case in cases for rel in case.relations)
        lost = sum(rel.part == part for found in wrong.values() for rel in found)
        yield f"domain: {part} right {wanted - lost} of {wanted}"


def parsed(nlp: Language, text: str) -> tuple[Token, ...]:
    """The tokens of one sentence, which the parser may not split."""
    doc = nlp.make_doc(text)
    for token in islice(doc, 1, None):
        token.is_sent_start = False
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return LANGUAGE.tokens(doc, 0)


def missed(tokens: Sequence[Token], case: Case) -> list[Relation]:
    """The relations that are not as they should be: each player found once, and nobody else."""
    return [rel for rel in case.relations if not _right(tokens, rel)]


def _right(tokens: Sequence[Token], rel: Relation) -> bool:
    word = next((token for token in tokens if token.text == rel.word), None)
    if word is None:
        return False
    found = {tokens[i].text for i in players(tokens, rel.part, word.index)}
    return found <= frozenset().union(*rel.players) and all(len(player & found) == 1 for player in rel.players)


def players(tokens: Sequence[Token], part: str, word: int) -> set[int]:
    """Who plays a part for the word at this index, those coordinated with them too."""
    if part == "antecedent":
        return {tokens[word].head} if tokens[word].slot == "relative" else set()
    below = [token for token in tokens if token.head == word != token.index]
    bare = _bare_agent(below, tokens[word])
    own = {token.index for token in below if (part == "agent" if token in bare else token.slot in SLOTS[part])}
    if not own and part == "subject" and tokens[word].slot == "conjunct":
        return players(tokens, part, tokens[word].head)
    return own | {token.index for token in tokens if token.slot == "conjunct" and token.head in own}


def _bare_agent(below: Sequence[Token], word: Token) -> list[Token]:
    """"digugat warga": the noun right after a passive is who does it, unless somebody else is said to."""
    agent = any(token.slot in SLOTS["agent"] for token in below) or not word.passive
    return [] if agent else [token for token in below if token.slot in ("object", "oblique") and not token.case
                             and token.index > word.index][:1]
