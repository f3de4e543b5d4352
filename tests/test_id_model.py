"""The Indonesian model that ships: it loads with plain spaCy and holds what the recipe promises."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

MODEL = Path(__file__).parents[1] / "kg" / "languages" / "id_model"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def test_pipeline_and_labels(nlp: Language) -> None:
    assert nlp.lang == "xx"  # the tokenizer saved with the model is Indonesian's; see training/id/package.py
    assert {"morphologizer", "parser", "ner"} <= set(nlp.pipe_names)
    assert set(nlp.get_pipe("ner").labels) == {"PER", "ORG", "LOC"}  # type: ignore[attr-defined]
    relations = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    assert {"nsubj", "nsubj:pass", "obj", "obl", "acl:relcl", "parataxis", "conj", "appos"} <= relations


@pytest.mark.parametrize("text", [
    "PT Awan Biru Tbk. menutup layanan itu pada Senin.",
    "Gugatan itu diajukan oleh Dr. Ratna Lestari, S.H., di Jakarta.",
    "Para pendiri, Joko, dkk. membantah tuduhan tersebut.",
    "\"Kami menutup situs itu,\" kata Sari Wijaya.",
])
def test_abbreviations_do_not_end_a_sentence(nlp: Language, text: str) -> None:
    assert [sent.text for sent in nlp(text).sents] == [text]


def test_two_sentences_are_two(nlp: Language) -> None:
    doc = nlp("Perusahaan itu menutup situsnya. Polisi memeriksa pendirinya pada Senin.")
    assert [sent.text for sent in doc.sents] == ["Perusahaan itu menutup situsnya.",
                                                 "Polisi memeriksa pendirinya pada Senin."]


def test_subject_and_object(nlp: Language) -> None:
    doc = nlp("Sari Wijaya mendirikan perusahaan itu.")
    assert {token.text: token.dep_ for token in doc if token.dep_ in ("nsubj", "ROOT", "obj")} == {
        "Sari": "nsubj", "mendirikan": "ROOT", "perusahaan": "obj"}


def test_passive_with_agent(nlp: Language) -> None:
    doc = nlp("Perusahaan itu didirikan oleh Sari Wijaya.")
    relations = {token.text: token.dep_ for token in doc}
    assert relations["Perusahaan"] == "nsubj:pass"
    assert relations["Sari"].startswith("obl")


def test_names(nlp: Language) -> None:
    doc = nlp("Presiden Joko Santoso tiba di Jakarta pada Senin.")
    assert {"PER", "LOC"} <= {name.label_ for name in doc.ents}


def test_a_hyphenated_name_is_one_token(nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc("Li K-Brooks, dkk.")] == ["Li", "K-Brooks", ",", "dkk."]


def test_size_licence_and_card() -> None:
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 30_000_000
    assert not [path.name for path in files if path.suffix in (".pkl", ".pickle", ".py")]
    licence = (MODEL / "LICENSE").read_text(encoding="utf-8")
    assert all(word in licence for word in ("CC BY-SA 4.0", "CC BY-SA 3.0", "MIT", "NERGRIT"))
    assert "LAS" in (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_no_path_of_the_training_machine_is_left() -> None:
    for name in ("config.cfg", "meta.json"):
        text = (MODEL / name).read_text(encoding="utf-8")
        assert "train.spacy" not in text and "/home/" not in text


@pytest.mark.parametrize(("word", "lemma"), [("digugat", "gugat"), ("Pendirinya", "diri"), ("mengakui", "aku"),
                                             ("penyalahgunaan", "salah guna"), ("kota", "kota")])
def test_lemmas(nlp: Language, word: str, lemma: str) -> None:
    assert nlp(word)[0].lemma_ == lemma
