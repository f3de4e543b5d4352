"""Articles that nobody wrote, as many as wanted: what a reader of articles would have made of invented news.

Platforms, people and companies are spread as news spreads them, a few in many articles and most in few; claims repeat,
contradict and deny each other. The same seed gives the same articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.model import Article, Claim, Evidence, Extraction, Mention, Node, Span, Status, Value

SYLLABLES = ("bra", "chat", "dor", "fen", "gli", "hub", "jor", "kim", "lok", "mur", "nov", "pel", "quil", "ran", "sto",
             "tal", "ver", "wick", "yar", "zin")
HARMS = ("csam", "csea", "grooming", "hate-speech", "doxxing", "bullying")
GROUPS = ("children", "women", "parents", "users")
OUTCOMES = ("shutdown", "blocking", "fine", "settlement", "suspension")
STATUSES = ((Status.ASSERTED,) * 9 + (Status.ALLEGED,) * 6 + (Status.DENIED,) * 2 + (Status.CONFIRMED,) * 2
            + (Status.HYPOTHETICAL,))
CLAIMS = 20
"""Claims in an article."""


def articles(count: int, *, seed: int = 1, first: int = 0) -> Iterator[Extraction]:
    """`count` articles, numbered from `first`; some 400 triples each."""
    for number in range(first, first + count):
        yield _article(number, random.Random(f"{seed} {number}"))


def name(number: int, kind: str) -> str:
    """An invented name, another one for each number.

    >>> name(7, "platform") != name(8, "platform")
    True
    """
    chance = random.Random(f"{kind} {number}")
    words = ["".join(chance.choices(SYLLABLES, k=2)).capitalize() for _ in range(2 if kind == "person" else 1)]
    return f"{' '.join(words)}{'' if kind == 'person' else number}"


def _article(number: int, chance: random.Random) -> Extraction:
    nodes = _nodes(chance)
    told = [_told(nodes, chance) for _ in range(CLAIMS)]
    sentences = [f"{number}.{index}: {said[0].name} {said[1]} {getattr(said[2], 'name', '') or 'it'}, as {said[3]}."
                 for index, said in enumerate(told)]
    day = f"{2018 + number % 8}-{1 + number % 12:02}-{1 + number % 28:02}"
    source = Article(" ".join(sentences), ("en", "id")[number % 2], f"made-{number}", title=f"Story {number}",
                     url=f"https://news.example/{number}", publisher=f"Daily {number % 40}", published=day)
    starts = [sum(len(text) + 1 for text in sentences[:index]) for index in range(len(sentences))]
    spans = [Span(start, start + len(text)) for start, text in zip(starts, sentences, strict=True)]
    claims = (_claim(source, said, span) for said, span in zip(told, spans, strict=True))
    return Extraction(source, {node.id: node for node in nodes.values()}, tuple(claims))


def _nodes(chance: random.Random) -> dict[str, Node]:
    def often_low() -> int:
        return int(3 * chance.paretovariate(0.9)) % 5000

    platform, company, person = often_low(), often_low(), often_low()
    harm, other = chance.sample(HARMS, 2)
    return {
        "platform": Node("P", "Platform", name=name(platform, "platform")),
        "company": Node("C", "Organization", name=name(company, "company") + " Ltd"),
        "person": Node("B", "Person", name=name(person, "person")),
        "case": Node("L", "LegalAction", name="the lawsuit", type="lawsuit"),
        "outcome": Node("O", "Outcome", name="the end", type=chance.choice(OUTCOMES), latest="2025-12-31"),
        "group": Node("G", "Group", name="them", type=chance.choice(GROUPS)),
        "harm": Node(f"harm:{harm}", "Harm", name=harm, type=harm),
        "other": Node(f"harm:{other}", "Harm", name=other, type=other)}


Told = tuple[Node, str, Node | Value, Status, bool, Node | None]


def _told(nodes: dict[str, Node], chance: random.Random) -> Told:
    year = Value(str(2000 + chance.randrange(24)), "year")
    subject, predicate, what = chance.choice((
        ("platform", "founder", nodes["person"]), ("platform", "foundedIn", year), ("platform", "operator", nodes["company"]),
        ("platform", "reportedHarm", nodes["harm"]), ("platform", "reportedHarm", nodes["other"]),
        ("platform", "userCount", Value(str(chance.randrange(10 ** 7)), "integer")), ("platform", "outcome", nodes["outcome"]),
        ("case", "defendant", nodes["platform"]), ("case", "plaintiff", nodes["group"]), ("case", "allegesHarm", nodes["harm"]),
        ("case", "outcome", nodes["outcome"]), ("outcome", "date", Value(f"{year.lexical}-03-01", "date"))))
    status = chance.choice(STATUSES)
    speaks = status in (Status.DENIED, Status.CONFIRMED) or chance.random() < 0.3
    speaker = chance.choice((nodes["platform"], nodes["company"], nodes["person"])) if speaks else None
    return nodes[subject], predicate, what, status, chance.random() < 0.05, speaker


def _claim(article: Article, told: Told, sentence: Span) -> Claim:
    subject, predicate, what, status, negated, speaker = told
    where = Span(sentence.start, sentence.start + 1)
    return Claim(
        article=article.id, subject=Mention(subject.id, where), predicate=predicate,
        object=what if isinstance(what, Value) else Mention(what.id, Span(sentence.end - 1, sentence.end)), status=status,
        evidence=Evidence(sentence, sentence.of(article.text)), trigger=sentence, rule="en:made/up", negated=negated,
        said_by=Mention(speaker.id, where) if speaker else None)
