"""Who and what is meant: descriptions, pronouns and nouns that point back, and what is told by leaving it out."""

from __future__ import annotations

import pytest

from examples import lines
from kg import articles, extraction, languages

PUBLISHED = "2024-05-14"
STORIES = {
    "the dating app": (
        "en", "The forum Steamhouse bought the dating app Kissando. Steamhouse is popular. Ofcom fined the dating app.",
        ["Kissando | outcome | fine | asserted"]),
    "the operator": (
        "en", "Ofcom fined Tarn Media Ltd, the operator of the app Kissando. It also warned Vell Hosting Ltd, which stored files."
              " Two mothers sued the operator.", ["lawsuit | defendant | Tarn Media Ltd | asserted"]),
    "its founder": (
        "en", "Britain's Ofcom opened an investigation into the app Kissando. Its founder, Mira Solberg, was not available.",
        ["Kissando | founder | Mira Solberg | asserted"]),
    "did the same": (
        "en", "Norway blocked the app Kissando in March. Sweden did the same in April.",
        ["blocking | jurisdiction | SE | asserted", "blocking | date | 2024-04 | asserted"]),
    "may follow": (
        "en", "Norway blocked the app Kissando in March. Malta says it may follow.",
        ["blocking | jurisdiction | MT | hypothetical"]),
    "another state's suit": (
        "en", "Nevada sued the app Kissando on Monday; Utah did the same in April.",
        ["lawsuit | jurisdiction | US-UT | asserted", "lawsuit | filedOn | 2024-04 | asserted"]),
    "the penalty ends": (
        "en", "Ofcom opened an investigation into the app Kissando. Ofcom fined Kissando on Monday. The penalty ends the"
              " investigation.", ["investigation | outcome | fine | asserted"]),
    "led to": (
        "en", "Ofcom opened an investigation into the app Kissando. The probe led to a fine of 2 million euros.",
        ["investigation | outcome | fine | asserted", "Kissando | outcome | fine | asserted",
         "fine | amount | EUR 2000000 | asserted"]),
    "the motion": (
        "en", "Two mothers sued the app Kissando. Kissando asked the court to drop the complaint. The judge denied the motion.",
        ["lawsuit | outcome | dismissal | asserted | not"]),
    "the removal followed": (
        "en", "Apple removed the app Kissando from its store. The removal followed a fine imposed by Ofcom.",
        ["delisting | followed | fine | asserted"]),
    "menyusul": (
        "id", "Prancis memblokir aplikasi Kissando pada Februari. Belgia menyusul pada Maret.",
        ["blocking | jurisdiction | BE | asserted", "blocking | date | 2024-03 | asserted"]),
    "permohonan tersebut": (
        "id", "Orang tua menggugat aplikasi Kissando. Kissando meminta hakim menggugurkan gugatan itu. Hakim menolak"
              " permohonan tersebut.", ["lawsuit | outcome | dismissal | asserted | not"]),
    "two other apps": (
        "en", "Norway blocked the app Kissando and two other services, Flurbo and Quentz, on Monday.",
        ["Kissando | outcome | blocking | asserted", "Flurbo | outcome | blocking | asserted",
         "Quentz | outcome | blocking | asserted"]),
    "dua aplikasi lain": (
        "id", "Komdigi memblokir aplikasi Kissando dan dua aplikasi lain, Flurbo dan Quentz, pada Senin.",
        ["Kissando | outcome | blocking | asserted", "Flurbo | outcome | blocking | asserted",
         "Quentz | outcome | blocking | asserted"]),
    "all three": (
        "en", "The sites Kissando, Flurbo and Quentz were warned in May. Ofcom is preparing to block all three.",
        ["Kissando | outcome | blocking | hypothetical", "Flurbo | outcome | blocking | hypothetical",
         "Quentz | outcome | blocking | hypothetical"]),
    "keduanya": (
        "id", "Situs Kissando viral pada Mei. Situs serupa, Flurbo, populer di Thailand. Komdigi akan memblokir keduanya.",
        ["Kissando | outcome | blocking | hypothetical", "Flurbo | outcome | blocking | hypothetical"]),
    "the named rival": (
        "en", "The dating app Kissando grew fast. Its Swedish rival, Flurbo, was sued last year by two mothers.",
        ["lawsuit | defendant | Flurbo | asserted"]),
    "called after its company": (
        "en", "Ofcom fined Tarno Ltd 2 million pounds over its video app. Tarno was blocked in Jordan last year.",
        ["Tarno Ltd | outcome | fine | asserted", "Tarno | outcome | blocking | asserted"]),
    "the company, not the bank": (
        "en", "The app Kissando is run by Tarn Media Ltd. In May the Reserve Bank of India fined the company.",
        ["Tarn Media Ltd. | outcome | fine | asserted"]),
    "its country manager": (
        "en", "The sites Kissando and Flurbo were raided. Kissando made a promise, while Flurbo closed and its country manager"
              " stepped down.", ["Flurbo | outcome | resignation | asserted"]),
    "the photo-sharing service": (
        "en", "The forum Steamhouse bought the photo-sharing app Kissando. Steamhouse is popular. Ofcom fined the photo-sharing"
              " app.", ["Kissando | outcome | fine | asserted"]),
}
NOTHING = {
    "followed the debate": ("en", "Norway blocked the app Kissando in March. Sweden followed the debate closely.", "SE"),
    "followed with interest": ("en", "Norway blocked the app Kissando in March. Sweden followed with interest.", "SE"),
    "without a fine": ("en", "Ofcom opened an investigation into the app Kissando. It ended without a fine.", "fine"),
    "tanpa denda": ("id", "Ofcom menyelidiki aplikasi Kissando. Penyelidikan itu berakhir tanpa denda.", "| fine | asserted"),
    "people are meant": (
        "id", "Situs Kissando dan situs Flurbo viral. Dua admin ditangkap. Jaksa mendakwa keduanya pada Kamis.",
        "Flurbo | outcome"),
}


def told(lang: str, text: str) -> list[str]:
    article = articles.from_text(text, key="story", lang=lang, date=PUBLISHED)
    return [line.partition(" | by ")[0] for line in lines(next(extraction.extract(languages.parse([article]))))]


@pytest.mark.parametrize("story", STORIES)
def test_what_is_meant(story: str) -> None:
    lang, text, expected = STORIES[story]
    assert set(expected) <= set(told(lang, text))


@pytest.mark.parametrize("story", NOTHING)
def test_what_only_sounds_like_it(story: str) -> None:
    lang, text, absent = NOTHING[story]
    assert not [line for line in told(lang, text) if absent in line and not line.endswith("| not")]


def test_what_befalls_several_at_once_is_one_event() -> None:
    text = "Norway blocked the app Kissando and two other services, Flurbo and Quentz, on Monday."
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date=PUBLISHED)]))
    assert len([node for node in found.nodes.values() if node.type == "blocking"]) == 1
