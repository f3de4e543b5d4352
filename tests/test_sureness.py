"""How sure a claim is: the trees, what is left out, what is never left out, and where it is told."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from kg import articles, extraction, languages, rdf
from kg.extraction import concepts, sureness
from kg.extraction.forest import Branch, Forest
from kg.extraction.sureness import kept
from kg.extraction.traits import traits
from kg.model import Article, Claim, Evidence, Extraction, Mention, Sentence, Span, Status
from training.sureness.learn import learn, table
from training.sureness.readings import Row

TEXT = """Sextortion on the app Strangly, says the Ohio attorney general

COLUMBUS, Ohio - Ohio attorney general Dana Orrick sued the chat app Strangly on 3 May 2024 in a federal court. The suit \
accuses the company of enabling grooming and sextortion. "We reject these claims," said Lanternfold Inc., which runs Strangly.

Strangly was founded in 2016 by Mara Venn. It has 12 million users. Last year the Dutch regulator fined the app 2 million \
euros over data breaches. Lanternfold paid the fine. A rival app, Murmur, shut down in 2022 after a settlement. Analysts \
expect more suits. Venn may have to resign as chief executive."""


@pytest.fixture(scope="module")
def parsed() -> tuple[Article, tuple[Sentence, ...]]:
    [found] = languages.parse([articles.from_text(TEXT, key="a", lang="en", date="2024-05-14")])
    return found


def _read(parsed: tuple[Article, tuple[Sentence, ...]], *, judged: bool = True) -> Extraction:
    [found] = extraction.extract([parsed], replace(extraction.resources(), judged=judged))
    return found


def test_an_article_s_claims_tell_how_sure_they_are(parsed: tuple[Article, tuple[Sentence, ...]]) -> None:
    found, every = _read(parsed), _read(parsed, judged=False)
    least = sureness.least_sure()["en"]
    assert found.claims and all(claim.confidence is not None and 0 <= claim.confidence <= 1 for claim in found.claims)
    assert all(claim.confidence >= least or claim.negated or claim.status is Status.DENIED
               for claim in found.claims if claim.confidence is not None)
    assert {claim.id for claim in found.claims} <= {claim.id for claim in every.claims}
    assert {claim.confidence for claim in every.claims} == {None}


def test_a_short_text_is_not_judged() -> None:
    short = articles.from_text("Mara Venn founded the app Strangly in 2016.", key="a", lang="en")
    [found] = extraction.extract(languages.parse([short]))
    assert found.claims and {claim.confidence for claim in found.claims} == {None}


def test_no_trait_is_a_word_of_the_text(parsed: tuple[Article, tuple[Sentence, ...]]) -> None:
    """Of whom it is told changes nothing: another name of the same make gives the same traits."""
    article, sentences = parsed
    model = concepts.load("en")
    assert model
    likely = [one.likely for one in concepts.read(model, [sentence.text for sentence in sentences])]
    words = {str(trait) for given in traits(_read(parsed, judged=False), sentences, likely) for trait in given.values()}
    assert words and not words & {"Strangly", "Dana", "Orrick", "Lanternfold", "Venn", "sued", "accuses", "fined"}


def _claim(status: Status, confidence: float | None, *, negated: bool = False) -> Claim:
    span = Span(0, 4)
    return Claim("a", Mention("platform:x", span), "reportedHarm", Mention("harm:csam", span), status, Evidence(span, "text"),
                 span, "en:harm/alleged", negated, confidence=confidence)


def test_a_denial_stands_as_long_as_what_it_denies() -> None:
    sure, unsure = _claim(Status.ASSERTED, 0.9), _claim(Status.ASSERTED, 0.2)
    for denial in (_claim(Status.DENIED, 0.2), _claim(Status.ASSERTED, 0.2, negated=True)):
        assert list(kept([sure, denial], 0.4)) == [sure, denial]
        assert list(kept([unsure, denial], 0.4)) == []
    assert list(kept([_claim(Status.ALLEGED, None)], 0.4))


def test_a_tree_is_followed_to_its_end() -> None:
    tree = (Branch("status", "alleged", 0, 1, 2, 0), Branch("", "", 0, 0, 0, 2.0), Branch("words", "", 20.5, 3, 4, 0),
            Branch("", "", 0, 0, 0, -2.0), Branch("", "", 0, 0, 0, 0.0))
    given = ({"status": "alleged"}, {"status": "denied", "words": 30}, {"status": "denied"})
    alleged, long, denied = Forest([tree]).chances(given)
    assert alleged > 0.8 and long < 0.2 and denied == 0.5


def test_the_trees_that_ship_are_sound() -> None:
    """Each row but the first is asked for once, by a row of its own tree, so every way ends."""
    trees = sureness.trees()
    assert len(trees) > 100
    for tree in trees:
        asked = sorted(at for one in tree if one.trait for at in (one.yes, one.no))
        assert asked == list(range(1, len(tree)))


def test_what_is_learnt_is_what_ships() -> None:
    """Learning twice gives the same table, and the table judges as it was taught."""
    rows = _examples()
    trees = learn(rows)
    assert table(trees) == table(learn(rows))
    written = list(csv.DictReader(table(trees).splitlines()))
    assert len(written) == sum(len(tree) for tree in trees)
    sure, unsure = Forest(trees).chances([{"status": "asserted", "words": 10.0}, {"status": "alleged", "words": 40.0}])
    assert sure > 0.7 > 0.4 > unsure


def _examples() -> Sequence[Row]:
    return [Row("n1", {"status": "alleged" if number % 2 else "asserted", "words": float(number)},
                bool((number % 2 == 0) ^ (number % 7 == 0)), 1.0) for number in range(200)]


def test_the_store_tells_it_as_a_decimal(parsed: tuple[Article, tuple[Sentence, ...]]) -> None:
    told = [line for line in map(str, rdf.quads(_read(parsed)).own) if "confidence" in line]
    assert told and all(0 <= Decimal(line.split('"')[1]) <= 1 and "XMLSchema#decimal" in line for line in told)


def test_a_change_of_the_trees_makes_articles_read_anew() -> None:
    assert extraction.fingerprint("en").endswith(sureness.fingerprint()) and len(sureness.fingerprint()) == 64
