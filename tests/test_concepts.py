"""The concept models: what they are learnt from, what they say, and what they may not."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from kg import articles, extraction, gazetteer, languages, schema
from kg.evaluation import read
from kg.extraction import concepts
from kg.model import Status
from training.concepts.marks import sentences

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "id")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_concept_of_a_model_is_one_of_the_ontology(lang: str) -> None:
    model, ontology = concepts.load(lang), schema.load()
    assert model
    known = {*ontology.harms, *ontology.outcome_types, *ontology.action_types, *ontology.relations}
    assert {name.partition(":")[2] for name in model.concepts if ":" in name} <= known


@pytest.mark.parametrize(("lang", "text", "concept", "word"), [
    ("en", "The regulator slapped a hefty penalty on the app Strangly.", "fine", "penalty"),
    ("id", "Bos aplikasi Strangly angkat kaki dari jabatannya.", "resignation", "jabatannya"),
])
def test_the_words_that_weigh_most_are_the_trigger(lang: str, text: str, concept: str, word: str) -> None:
    model = concepts.load(lang)
    assert model
    [found] = [one for one in concepts.read(model, [text])[0].proposals if one.concept == concept]
    places = concepts.words_of(text)
    heaviest = max(range(len(places)), key=lambda i: found.shares[i])
    near = text[places[max(0, heaviest - 1)][0]:places[min(len(places) - 1, heaviest + 1)][1]]
    assert word in near and found.probability >= 0.4


@pytest.mark.parametrize("text", [
    "Mara Venn was arrested by the beauty of the hills near the office of the app Strangly.",
    "A jury awarded the app Strangly the design prize and $50,000.",
    "The app Strangly denied that it had ignored reports.",
    "The app Strangly published a guide on how to spot grooming.",
    "Prosecutors in the case of the app Strangly said they would appeal.",
])
def test_what_the_rules_have_judged_is_not_brought_back(text: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert not [claim for claim in found.claims if claim.predicate in ("outcome", "reportedHarm")]


def test_a_harm_that_only_the_model_sees_is_never_confirmed_or_denied() -> None:
    golds = [gold for lang in LANGUAGES for gold in read(ROOT / "training" / "passages" / f"{lang}.jsonl")][::4]
    made = [articles.from_text(gold.text, key=gold.id, lang=gold.lang, date=gold.date) for gold in golds]
    learnt = [claim for found in extraction.extract(languages.parse(made)) for claim in found.claims
              if claim.rule.endswith("harm/learnt")]
    assert learnt and {claim.status for claim in learnt} <= {Status.ALLEGED, Status.ASSERTED}


def test_an_acquittal_confirms_no_harm() -> None:
    text = ("A court acquitted Devraj Kulshan, founder of the delivery app Plodder, of charges that he sold customers' data to "
            "lenders.")
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert not [claim for claim in found.claims if claim.predicate == "reportedHarm" and claim.status is not Status.ALLEGED]


def test_without_the_models_no_claim_is_learnt() -> None:
    alone = extraction.Resources(schema.load(), gazetteer.load(), learnt=False)
    golds = list(read(ROOT / "training" / "passages" / "en.jsonl"))[::5]
    made = [articles.from_text(gold.text, key=gold.id, lang=gold.lang, date=gold.date) for gold in golds]
    assert not [claim for found in extraction.extract(languages.parse(made), alone) for claim in found.claims
                if claim.rule.endswith("/learnt")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_gold_is_learnt_from(lang: str) -> None:
    marked = sorted((ROOT / "training" / "concepts").glob(f"*.{lang}.txt"))
    passages = ROOT / "training" / "passages" / f"{lang}.jsonl"
    taught = "\n".join([row.text for path in marked for row in sentences(path)] + [gold.text for gold in read(passages)])
    assert len(taught) > 100_000 and "|" not in taught
    for half in ("dev", "test"):
        for gold in read(ROOT / "seeds" / "gold" / f"{half}.{lang}.jsonl"):
            told = {gold.text[claim[6]:claim[7]] for claim in gold.claims}
            assert not [one for one in told if len(one) > 40 and one in taught]


@pytest.mark.skipif(not find_spec("sklearn"), reason="scikit-learn is needed to learn")
def test_the_same_sentences_give_the_same_model(tmp_path: Path) -> None:
    from training.concepts.learn import learn, write
    from training.concepts.marks import parse

    rows = [parse(f"Regulator number {n} [{word}|outcome:blocking] the app.") for n, word in enumerate(("blocked", "banned") * 5)]
    rows += [parse(f"The app {word} a new office in town {n}.") for n, word in enumerate(("opened", "rented") * 5)]
    for name in ("one.npz", "two.npz"):
        write(learn(rows), tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert "outcome:blocking" in learn(rows).concepts
