"""Numpy's matrix products in the place of spaCy's."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from thinc.api import get_current_ops
from threadpoolctl import threadpool_info

from kg import languages
from kg.languages.products import NumpyProducts

ANY = np.random.default_rng(7)


@pytest.mark.parametrize("first, second", [(False, False), (True, False), (False, True), (True, True)])
def test_product_is_the_matrix_product(first: bool, second: bool) -> None:
    x, y = ANY.random((5, 3), np.float32), ANY.random((3, 4), np.float32)
    expected, out = x.astype(np.float64) @ y, np.empty((5, 4), np.float32)
    given = (np.ascontiguousarray(x.T) if first else x), (np.ascontiguousarray(y.T) if second else y)
    assert np.allclose(NumpyProducts().gemm(*given, trans1=first, trans2=second), expected)
    assert NumpyProducts().gemm(*given, out=out, trans1=first, trans2=second) is out
    assert np.allclose(out, expected)


def test_a_loaded_pipeline_computes_with_them_on_one_thread_and_nothing_else_does() -> None:
    before = get_current_ops()
    pipeline = languages.load(languages.model_name("id"))
    encoder = pipeline.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert all(isinstance(layer.ops, NumpyProducts) for layer in encoder.walk())
    assert {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"} == {1}
    assert get_current_ops() is before


def test_parses_are_those_of_plain_spacy() -> None:
    text = ("Pendiri Kabarin, Sari Wijaya, membantah tuduhan bahwa platform itu dipakai penipu untuk menjual data pengguna. "
            "Gugatan yang diajukan oleh warga ditolak hakim di Jakarta.")
    ours, plain = (nlp(text) for nlp in (languages.load(languages.model_name("id")), spacy.load(languages.model_name("id"))))
    assert [(token.head.i, token.dep_, token.ent_type_) for token in ours] == [
        (token.head.i, token.dep_, token.ent_type_) for token in plain]
