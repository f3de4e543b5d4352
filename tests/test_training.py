"""The recipe of the Indonesian model: conversion, label upgrade, clean splits. No data set is needed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import Tok2Vec

from kg.errors import LanguageError
from training.id import augment, corpus, marks, sources
from training.id.apposition import apposed, introduced, spoken
from training.id.conllu import Tree, Word, as_tokenized, read_trees
from training.id.encoder import weights
from training.id.grow import LAYERS, grown
from training.id.leaks import leaks, require_clean
from training.id.sources import Tagged, read_names
from training.id.stages import kept, remembered
from training.id.upgrade import agreement, learn


def row(number: int, form: str, upos: str, head: int, rel: str, misc: str = "_", feats: str = "_") -> str:
    return f"{number}\t{form}\t_\t{upos}\t_\t{feats}\t{head}\t{rel}\t_\t{misc}"


OLD = [row(1, "Warga", "NOUN", 4, "nsubj"), row(2, "yang", "PRON", 3, "nsubj"), row(3, "dituduh", "VERB", 1, "acl"),
       row(4, "pulang", "VERB", 0, "root", "SpaceAfter=No"), row(5, ".", "PUNCT", 4, "punct")]
NEW = [row(1, "Warga", "NOUN", 4, "nsubj", feats="Number=Sing"), row(2, "yang", "PRON", 3, "nsubj:pass"),
       row(3, "dituduh", "VERB", 1, "acl:relcl", feats="Voice=Pass"),
       row(4, "pulang", "VERB", 0, "root", "SpaceAfter=No"), row(5, ".", "PUNCT", 4, "punct")]
OTHER = [row(1, "Guru", "NOUN", 4, "nsubj"), row(2, "yang", "PRON", 3, "nsubj"), row(3, "dipuji", "VERB", 1, "acl"),
         row(4, "tiba", "VERB", 0, "root", "SpaceAfter=No"), row(5, ".", "PUNCT", 4, "punct")]


def trees(path: Path, *sentences: list[str]) -> list[Tree]:
    path.write_text("\n\n".join("\n".join(lines) for lines in sentences) + "\n\n", encoding="utf-8")
    return read_trees(path)


def test_upgrade_gives_a_new_sentence_the_labels_of_today(tmp_path: Path) -> None:
    old, new, other = (trees(tmp_path / "t.conllu", lines)[0] for lines in (OLD, NEW, OTHER))
    upgraded = learn([(old, new)], [new]).tree(other)
    assert upgraded.words[2].rel == "acl:relcl"
    assert upgraded.words[2].feats == "Voice=Pass"
    assert [word.head for word in upgraded.words] == [word.head for word in other.words]


def test_upgrade_learns_nothing_from_sentences_with_other_tokens(tmp_path: Path) -> None:
    old, new = (trees(tmp_path / "t.conllu", lines)[0] for lines in (OLD, NEW))
    shorter = Tree(new.id, new.words[:-1])
    assert learn([(old, shorter)], []).tree(old).words[2].rel == "acl"


def test_agreement_counts_heads_with_relations_and_parts_of_speech(tmp_path: Path) -> None:
    old, new = (trees(tmp_path / "t.conllu", lines)[0] for lines in (OLD, NEW))
    assert agreement([old], [new]) == (0.6, 1.0)


def test_split_off_clitics_are_merged_back(tmp_path: Path) -> None:
    tree, = trees(tmp_path / "t.conllu", [
        "1-2\tbukunya" + "\t_" * 7 + "\tSpaceAfter=No", row(1, "buku", "NOUN", 0, "root"),
        row(2, "nya", "PRON", 1, "nmod:poss"), row(3, ".", "PUNCT", 1, "punct")])
    assert tree.text == "bukunya."
    assert [(word.head, word.rel) for word in tree.words] == [(0, "root"), (0, "punct")]


def test_ranges_of_numbers_stay_apart() -> None:
    forms = ["1990", "-", "1995"]
    words = tuple(Word(form, "NUM", 0, "root", "", False) for form in forms)
    assert as_tokenized(Tree("s", words)).forms == tuple(forms)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.conllu").write_text("1\tWarga\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="t.conllu"):
        read_trees(tmp_path / "t.conllu")


def test_missing_data_is_said_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="files are missing") as caught:
        sources.check(tmp_path)
    assert "docs/indonesian-model.md" in caught.value.hint


def test_names_are_read_with_one_set_of_kinds(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Sari\tB-PERSON\r\nWijaya\tI-PERSON\r\ndi\tO\r\nSolo\tI-PLACE\r\n\r\n", encoding="utf-8")
    assert read_names(path) == [Tagged(("Sari", "Wijaya", "di", "Solo"), ("B-PER", "I-PER", "O", "B-LOC"))]


def test_a_hyphenated_name_becomes_one_token(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Li\tB-PER\nSi\tI-PER\n-\tI-PER\nwon\tI-PER\n2\tO\n-\tO\n1\tO\n", encoding="utf-8")
    assert read_names(path) == [Tagged(("Li", "Si-won", "2", "-", "1"), ("B-PER", "I-PER", "O", "O", "O"))]


TEST = "Pemerintah kota membuka tiga taman baru pada hari Minggu .".split()
NEAR = "PEMERINTAH kota membuka tiga taman baru pada hari Senin".split()
FAR = "Warga kota menanam pohon di tiga taman".split()


def test_a_planted_near_copy_is_found() -> None:
    assert leaks([FAR, NEAR], [TEST]) == [1]
    with pytest.raises(LanguageError, match="1 sentences stand in a test file"):
        require_clean([FAR, NEAR], [TEST], "training data")


def test_clean_drops_copies_of_test_and_of_tuning_sentences() -> None:
    tune = ["Hujan", "turun", "sejak", "pagi", "di", "desa"]
    parts = corpus.clean([FAR, NEAR, tune], [tune, TEST], [TEST], lambda forms: forms)
    assert (parts.learn, parts.tune, parts.dropped) == ([FAR], [tune], 3)


def sentence() -> Tree:
    words = [("Hendra", "PROPN", 1, "nsubj"), ("memeriksa", "VERB", 1, "root"), ("Sari", "PROPN", 1, "obj"),
             ("Wijaya", "PROPN", 2, "flat:name"), ("di", "ADP", 5, "case"), ("Solo", "PROPN", 1, "obl"),
             (".", "PUNCT", 1, "punct")]
    return Tree("s", tuple(Word(form, upos, head, rel, "", form != "Solo") for form, upos, head, rel in words))


@pytest.mark.parametrize("change", [change for change, _ in augment.CHANGES])
@pytest.mark.parametrize("seed", range(6))
def test_every_variant_is_a_tree_with_one_root(change: augment.Change, seed: int) -> None:
    tree = change(sentence(), Random(seed))
    assert tree is not None
    assert sum(word.head == i for i, word in enumerate(tree.words)) == 1
    for i in range(len(tree.words)):
        for _ in tree.words:
            i = tree.words[i].head
        assert i == tree.root


def test_reported_speech_closes_its_quotation_before_the_verb() -> None:
    texts = [tree.text for seed in range(20) if (tree := augment.reported(sentence(), Random(seed)))]
    assert any(text.startswith('"Hendra memeriksa Sari Wijaya di Solo," ') for text in texts)


def test_apposition_names_the_role_before_or_after() -> None:
    texts = [tree.text for seed in range(20) if (tree := apposed(sentence(), Random(seed)))]
    assert any(", Hendra, memeriksa" in text for text in texts)
    assert any(text.startswith("Hendra, yang ") for text in texts)


def test_a_name_at_the_end_of_a_sentence_gets_no_apposition() -> None:
    words = (Word("Datang", "VERB", 0, "root"), Word("Sari", "PROPN", 0, "nsubj"))
    assert apposed(Tree("s", words), Random(0)) is None


def test_a_made_up_company_is_marked_as_an_organisation() -> None:
    named = Tagged(("Sari", "Wijaya", "pulang", "."), ("B-PER", "I-PER", "O", "O"))
    for seed in range(10):
        longer = introduced(named, Random(seed))
        assert longer is not None
        assert [form[0].isupper() for form, tag in zip(longer.forms, longer.tags) if tag == "B-ORG"] == [True]
        assert "B-PER I-PER O" in " ".join(longer.tags) and len(longer.forms) == len(longer.tags)


def test_a_speaker_is_marked_as_a_person() -> None:
    named = Tagged(("Situs", "itu", "ditutup", "."), ("O",) * 4)
    longer = spoken(named, Random(3))
    assert longer is not None
    assert longer.forms[:4] == ("Situs", "itu", "ditutup", ",") and longer.forms[-1] == "."
    assert longer.tags[5] == "B-PER" and len(longer.tags) == len(longer.forms)
    assert spoken(Tagged(("Tutup", "!"), ("O", "O")), Random(0)) is None


def test_documents_keep_every_word_and_sentence_end() -> None:
    doc, = corpus.tree_docs([sentence(), sentence()], Random(1))
    assert doc.text == "Hendra memeriksa Sari Wijaya di Solo. " * 2
    assert [sent.root.text for sent in doc.sents] == ["memeriksa", "memeriksa"]
    assert doc[2].head.text == "memeriksa" and doc[12].dep_ == "obl"


def one_word(form: str) -> Tree:
    return Tree(form, (Word(form, "VERB", 0, "root"),))


def test_a_document_has_one_mark_which_the_model_sees_and_no_tree(tmp_path: Path) -> None:
    corpus.write_marked({"gsd": [one_word("Ensiklopedia")] * 9, "": [one_word("Berita")] * 8}, {"": [one_word("Lagi")]}, tmp_path)
    examples = list(marks.reader(tmp_path / "train.spacy")(spacy.blank("xx")))
    seen = Counter((token.text, token.tag_) for example in examples for token in example.predicted)
    assert seen == {("Ensiklopedia", "gsd"): 9, ("Berita", ""): 8}
    assert not any(example.predicted.has_annotation("DEP") for example in examples)
    assert all(example.reference.has_annotation("DEP") for example in examples)


def test_todays_trees_come_three_times_and_what_was_read_once() -> None:
    banks = {"gsd": [one_word("Kini")], sources.OLD: [one_word("Dulu")], "csui": [one_word("Koran")], "pud": [one_word("Wiki")]}
    found = marks.learnt(banks, {"csui": [one_word("Berita")]}, Random(3))
    plain = {mark: Counter(tree.text for tree in trees) for mark, trees in found.items()}
    assert [plain["gsd"]["Kini"], plain["gsd"]["Dulu"], plain["pud"]["Wiki"], plain[""]["Koran"], plain[""]["Berita"]] == [
        3, 1, 3, 3, 1]


def small_pipeline() -> Language:
    nlp = spacy.blank("xx")
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM", "SHAPE"], "rows": [50, 50],
             "include_static_vectors": False}
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "window_size": 1, "maxout_pieces": 2, "depth": 2}
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    nlp.initialize()
    return nlp


def encoder(nlp: Language) -> Tok2Vec:
    pipe = nlp.get_pipe("tok2vec")
    assert isinstance(pipe, Tok2Vec)
    return pipe


def test_a_grown_encoder_says_what_it_said_before(tmp_path: Path) -> None:
    before = small_pipeline()
    before.to_disk(tmp_path / "before")
    after = spacy.load(grown(tmp_path / "before", tmp_path / "after"))
    marked = after.make_doc("Ia pergi ke Solo .")
    for token in marked:
        token.tag_ = "gsd"
    old, new = (encoder(nlp).predict([doc])[0] for nlp, doc in ((before, before.make_doc(marked.text)), (after, marked)))
    assert after.config["components"]["tok2vec"]["model"]["encode"]["depth"] == LAYERS
    assert np.allclose(old, new, atol=1e-5)


def test_four_bit_rows_are_unpacked() -> None:
    scale = np.frombuffer(np.float16(0.5).tobytes(), np.uint8)
    packed = np.concatenate([scale, np.full(16, 0x9A, np.uint8)]).reshape(1, 1, 18)
    assert weights(packed).tolist() == [[1.0] * 16 + [0.5] * 16]


def test_a_stage_that_finished_is_not_run_again(tmp_path: Path) -> None:
    made: list[str] = []

    def stage(settings: str) -> list[str]:
        def make() -> list[str]:
            made.append(settings)
            return made
        return remembered(tmp_path / "stage", settings, make)

    assert [stage("2 steps"), stage("2 steps"), stage("3 steps")] == [["2 steps"], ["2 steps"], ["2 steps", "3 steps"]]


def test_a_stage_that_was_stopped_is_run_again(tmp_path: Path) -> None:
    def stopped() -> None:
        (tmp_path / "model").write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path, "", stopped)
    kept(tmp_path, "", lambda: (tmp_path / "model").write_text("whole", encoding="utf-8"))
    assert (tmp_path / "model").read_text(encoding="utf-8") == "whole"
