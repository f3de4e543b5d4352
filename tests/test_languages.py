"""The floor of languages: shared slots and nothing of the labels above it, sentence borders, models of one's own."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import pytest

from kg import languages
from kg.errors import LanguageError
from kg.languages import en, id
from kg.model import Article, Block, Span, Token

ROOT = Path(__file__).parents[1]
SLOTS = {"root", "subject", "passive", "object", "agent", "oblique", "modifier", "owner", "apposition", "compound", "flat",
         "conjunct", "relative", "complement", "adverbial", "parataxis", "attribute", "copula", "adjective", "adverb", "aux",
         "particle", "negation", "mark", "case", "coordinator", "determiner", "number", "punct", "other"}
LABELS = ({*en._SLOTS, *id._SLOTS} - SLOTS) | {"nsubj:pass", "acl:relcl", "obl:agent", "flat:name"}


def parse(text: str, lang: str) -> list[tuple[Token, ...]]:
    article = Article(text, lang, "a", blocks=(Block(Span(0, len(text))),))
    [(_, sentences)] = languages.parse([article])
    return [sentence.tokens for sentence in sentences]


def cut(text: str, lang: str = "id") -> list[str]:
    article = Article(text, lang, "a", blocks=(Block(Span(0, len(text))),))
    [(_, sentences)] = languages.parse([article])
    return [sentence.text for sentence in sentences]


# ------------------------------------------------------------------------------------------------ slots

def _strings(source: Path) -> set[str]:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_no_label_of_a_treebank_is_known_above_the_languages() -> None:
    above = [path for path in (ROOT / "kg").rglob("*.py") if path.parent.name != "languages"]
    assert len(above) > 30
    assert {path.name: found for path in above if (found := _strings(path) & LABELS)} == {}
    assert "nsubj" in _strings(Path(en.__file__)) & LABELS  # what is looked for can be found


def test_every_slot_that_a_language_gives_is_one_of_the_shared_ones() -> None:
    assert {*en._SLOTS.values(), *id._SLOTS.values()} <= SLOTS
    assert all(f" {slot}" in (languages.__doc__ or "") for slot in SLOTS)


@pytest.mark.parametrize(("lang", "text", "subject", "verb", "agent"), [
    ("en", "The app was sued by two families.", "app", "sued", "families"),
    ("id", "Aplikasi itu digugat oleh dua keluarga.", "Aplikasi", "digugat", "keluarga"),
])
def test_a_passive_looks_alike_in_both_languages(lang: str, text: str, subject: str, verb: str, agent: str) -> None:
    [tokens] = parse(text, lang)
    slots = {token.text: (token.slot, tokens[token.head].text) for token in tokens}
    assert slots[verb] == ("root", verb) and slots[subject] == ("passive", verb) and slots[agent] == ("agent", verb)


def test_a_doubt_in_a_headline_is_a_verb_whatever_its_capital() -> None:
    [tokens] = parse("Data 14 Juta Pengguna Kocekita Diduga Bocor, CEO Membantah", "id")
    [doubt] = [token for token in tokens if token.text == "Diduga"]
    assert (doubt.pos, doubt.slot) == ("VERB", "root") and tokens[0].head == doubt.index


def test_the_demonstrative_after_a_verb_under_a_noun_points_at_the_noun() -> None:
    [tokens] = parse("Keputusan untuk menutup ini terjadi setelah Kabarin menyelesaikan gugatan.", "id")
    assert (tokens[3].slot, tokens[tokens[3].head].text) == ("determiner", "Keputusan")


def test_a_deed_before_its_object_is_the_subject() -> None:
    [tokens] = parse("Penolakan gugatan terhadap Kabarin mengejutkan banyak orang.", "id")
    assert (tokens[0].slot, tokens[1].slot, tokens[1].head) == ("subject", "modifier", 0)


# ------------------------------------------------------------------------------------------------ sentences

@pytest.mark.parametrize("text", [
    "PT Awan Biru Tbk. menutup layanan itu pada Senin.",
    "Para pendiri, Joko, dkk. membantah tuduhan tersebut.",
    "Gugatan itu diajukan oleh Dr. Ratna Lestari, S.H., M.H., di Jakarta.",
    "“Kami menutup situs itu. Kami menyesal,” kata Sari.",
    "“Apa salah kami?” tanya Sari.",
    "Denda itu sebesar Rp 1.500.000 atau sekitar U.S. 90 dolar.",
])
def test_a_full_stop_inside_does_not_end_a_sentence(text: str) -> None:
    assert "".join(cut(f"{text} Polisi memeriksanya.")[-1:]) == "Polisi memeriksanya."
    assert " ".join(cut(f"{text} Polisi memeriksanya.")[:-1]) == text
    assert len(cut(text)) == 1 + text.count(". Kami")


def test_a_list_that_ends_in_and_so_on_may_end_a_sentence() -> None:
    assert cut("Ia menjual foto, video, dll. Polisi menahannya.") == ["Ia menjual foto, video, dll.", "Polisi menahannya."]
    assert cut("Foto, video, dll. disita polisi.") == ["Foto, video, dll. disita polisi."]


# ------------------------------------------------------------------------------------------------ one's own model

@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_model_of_ones_own_is_used_when_named(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    shutil.copytree(languages.load(languages.describe(lang).model).path, own)
    meta = json.loads((own / "meta.json").read_text(encoding="utf-8"))
    (own / "meta.json").write_text(json.dumps({**meta, "name": "my_own", "version": "9.9.9"}), encoding="utf-8")
    before = languages.fingerprint(lang)
    monkeypatch.setenv(f"KG_MODEL_{lang.upper()}", str(own))
    assert languages.fingerprint(lang) == f"{lang}_my_own-9.9.9" != before


def test_a_model_that_is_not_there_is_named_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_MODEL_ID", "id_no_such_model")
    with pytest.raises(LanguageError, match="id_no_such_model") as caught:
        parse("Situs itu ditutup.", "id")
    assert "KG_MODEL_ID" in caught.value.hint


def test_a_word_with_co_is_one_word_and_the_parser_reads_its_clause() -> None:
    [words] = parse("Sara Kim, 34, who co-founded the app with Leo Brandt, was sentenced to three years in prison.", "en")
    word = next(token for token in words if token.text == "co-founded")
    assert (word.lemma, word.slot) == ("co-found", "relative")
    assert next(token.text for token in words if token.slot == "root") == "sentenced"
