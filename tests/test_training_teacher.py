"""What surrounds the teacher: the best tree of its scores, the news it reads, the lemmas; it itself needs torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy

from training.id import lemmas, silver, vectors
from training.id.besttree import best_tree


def scores(rows: list[list[float]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.log(np.array(rows, np.float32))


def test_the_best_heads_are_taken_where_they_make_a_tree() -> None:
    assert best_tree(scores([[1, 1, 1, 1], [.1, .1, .7, .1], [.8, .1, .05, .05], [.1, .1, .7, .1]])) == [2, 0, 2]


def test_words_that_would_hang_on_each_other_are_parted_at_the_weakest_arc() -> None:
    rows = [[1, 1, 1, 1], [.90, .03, .03, .04], [.01, .19, .1, .7], [.01, .09, .8, .1]]
    assert best_tree(scores(rows)) == [0, 1, 2]


def test_only_one_word_hangs_under_the_root() -> None:
    assert best_tree(scores([[1, 1, 1], [.6, .1, .3], [.55, .4, .05]])) == [0, 1]


def test_news_are_whole_sentences_each_once_and_none_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = "Perusahaan itu menutup layanan nya kemarin ."
    tested = "Warga kota menanam pohon di tiga taman ."
    news = [kept, kept, tested, "menutup layanan itu kemarin sore .", "Ia pergi .", "Tanpa titik di akhir kalimat"]
    monkeypatch.setattr(vectors, "news", lambda wheels: [line.split() for line in news])
    [found] = silver.raw(Path("wheels"), [tested.split()])
    assert found.text == "Perusahaan itu menutup layanannya kemarin."


def test_passages_are_whole_sentences_in_the_tokens_of_the_model(tmp_path: Path) -> None:
    lines = ("Kitab-kitab itu disimpan Dr. Sari Wijaya di Solo. lalu terbit lagi di sana.",
             "Rumusnya codice_1 ditulis di papan tulis.", "Warga kota menanam pohon di tiga taman.")
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    [found] = silver.passages(tmp_path, ["Warga kota menanam pohon di tiga taman .".split()])
    assert found.forms == ("Kitab-kitab", "itu", "disimpan", "Dr.", "Sari", "Wijaya", "di", "Solo", ".")


def test_lemmas_travel_with_the_model(tmp_path: Path) -> None:
    nlp = spacy.blank("xx")
    for word in ("digugat", "gugatan", "kota"):
        nlp.vocab.strings.add(word)
    lemmas.add(nlp)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.lemma_ for token in again("Gugatan kota digugat penyalahgunaan")] == ["gugat", "kota", "gugat", "salah guna"]
