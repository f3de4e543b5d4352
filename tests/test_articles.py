"""Reading articles: kinds of file, layout, languages, and one clear line for everything that cannot be read."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from kg.articles import from_text, read
from kg.articles.dateline import read as read_dateline
from kg.articles.dates import find_date, is_date_line
from kg.errors import ArticleError
from kg.model import Article

BODY = "Four families have sued Strangly, a video chat site, over the grooming of their children in its rooms."
BODY_ID = "Empat keluarga menggugat Strangly, situs obrolan video, karena grooming terhadap anak-anak mereka di sana."


def one(path: Path | str, **options: Any) -> Article:
    found = list(read([path], **options))
    assert len(found) == 1 and isinstance(found[0], Article), [str(item) for item in found]
    return found[0]


def error(path: Path | str, **options: Any) -> ArticleError:
    found = list(read([path], **options))
    assert len(found) == 1 and isinstance(found[0], ArticleError), found
    assert "\n" not in str(found[0]) and found[0].hint
    return found[0]


def parts(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(path: Path, records: Sequence[object]) -> Path:
    return written(path, "".join(json.dumps(record) + "\n" for record in records))


# ---- Plain text ----------------------------------------------------------------------------------------------------

def test_a_text_is_kept_as_it_was_read(tmp_path: Path) -> None:
    article = one(written(tmp_path / "a.txt", f"\ufeffStrangly sued\r\n\r\n{BODY}\r\n".encode()))
    assert article.text == f"Strangly sued\r\n\r\n{BODY}\r\n"
    assert parts(article) == [("title", "Strangly sued"), ("paragraph", BODY)]
    assert (article.key, article.lang, article.title) == ("a.txt", "en", "Strangly sued")


def test_what_is_no_sentence_lies_in_no_block(tmp_path: Path) -> None:
    text = f"""Strangly ditutup
Reporter: Wulan Ranugraha
Kamis, 9 November 2023 | 10:15 WIB
(Foto: Wulan/Telagapost)

TELAGAPOST.COM, Jakarta - {BODY_ID}
Baca juga: Sepuluh situs lain
SCROLL TO CONTINUE WITH CONTENT
[Gambas:Video Telagapost]
Apa Kata Pendirinya
Pendirinya belum menjawab. (wrn/dhk)
Strangly punya dua juta pengguna. (Foto: Wulan)
Simak selengkapnya di halaman berikutnya.
Editor: Wulan
"""
    article = one(written(tmp_path / "a.txt", text))
    assert parts(article) == [
        ("title", "Strangly ditutup"),
        ("paragraph", BODY_ID),
        ("heading", "Apa Kata Pendirinya"),
        ("paragraph", "Pendirinya belum menjawab."),
        ("paragraph", "Strangly punya dua juta pengguna."),
    ]
    assert (article.publisher, article.published, article.lang) == ("Telagapost.com", "2023-11-09", "id")


def test_a_first_line_with_a_dateline_is_no_title() -> None:
    article = from_text(f"ANDALPOST.COM — {BODY_ID}\nPengakuan Sang Pendiri\nDia mengaku.", lang="id")
    assert parts(article)[0] == ("paragraph", BODY_ID)
    assert (article.title, article.publisher) == ("", "Andalpost.com")


def test_a_text_of_one_line_is_a_paragraph() -> None:
    assert parts(from_text("Strangly closes", lang="en")) == [("paragraph", "Strangly closes")]


def test_a_question_set_apart_is_a_title_and_a_sentence_is_not() -> None:
    assert parts(from_text(f"Who runs Strangly?\n\n{BODY}"))[0][0] == "title"
    assert parts(from_text(f"Who runs Strangly?\n{BODY}"))[0][0] == "paragraph"
    assert parts(from_text(f"Strangly has closed.\n\n{BODY}"))[0][0] == "paragraph"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = ("Strangly sued\n\nFour families have sued Strangly, a video\nchat site, over the grooming of their\n"
            "children. Strangly has denied it and said\nThursday that it would appeal.\nAdvertisement\n"
            "The end came\nsoon.")
    assert [(kind, words.count("\n")) for kind, words in parts(from_text(text))] == [
        ("title", 0), ("paragraph", 3), ("paragraph", 1)
    ]


def test_lines_of_whole_sentences_stay_apart() -> None:
    text = "Strangly has closed.\nIts founder left in May of that year.\nWhat Comes Next\nNobody knows that yet."
    assert [kind for kind, _ in parts(from_text(text))] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_bullets_and_unicode_keep_their_offsets() -> None:
    article = from_text("\u200b𝒮trangly 😀 sued\u00a0\n\n• “Strangly” ditutup pemiliknya.\n", lang="id")
    assert parts(article) == [("title", "𝒮trangly 😀 sued"), ("paragraph", "“Strangly” ditutup pemiliknya.")]


@pytest.mark.parametrize(("paragraph", "cut", "publisher"), [
    ("JAKARTA, KOMPAS.com - Polisi", "JAKARTA, KOMPAS.com - ", "Kompas.com"),
    ("LONDON (Reuters) - The site", "LONDON (Reuters) - ", "Reuters"),
    ("Jakarta - Polisi menangkap", "Jakarta - ", ""),
    ("Bandung, 9 November 2023 — Polisi", "Bandung, 9 November 2023 — ", ""),
    ("Liputan6.com, Jakarta - Polisi", "Liputan6.com, Jakarta - ", "Liputan6.com"),
    ("TEMPO.CO, Jakarta - Polisi", "TEMPO.CO, Jakarta - ", "Tempo.co"),
    ("WASHINGTON, Nov 8 (AP) — The", "WASHINGTON, Nov 8 (AP) — ", "AP"),
    ("Jakarta, CNN Indonesia -- Polisi", "Jakarta, CNN Indonesia -- ", "CNN Indonesia"),
    ("PORTLAND, Oregon (Harborline News) — the", "", ""),
    ("PORTLAND, Oregon (Harborline News) — Four", "PORTLAND, Oregon (Harborline News) — ", "Harborline News"),
    ("SURABAYA (9/11) - Polisi", "SURABAYA (9/11) - ", ""),
    ("ANDALPOST.COM — Omegle", "ANDALPOST.COM — ", "Andalpost.com"),
    ("WASHINGTON—The House", "WASHINGTON—", ""),
    ("Strangly - the chat site - was sued.", "", ""),
    ("Strangly — Indonesia's chat site — was sued.", "", ""),
    ("Strangly.com - situs obrolan - ditutup.", "", ""),
    ("On Friday – A judge", "", ""),
    ("2009 — Leif founded it.", "", ""),
    ("Oxley-Thrane left.", "", ""),
])
def test_datelines(paragraph: str, cut: str, publisher: str) -> None:
    found = read_dateline(paragraph)
    assert (paragraph[:found.length], found.publisher) == (cut, publisher)


@pytest.mark.parametrize("line", [
    "By Jane Doe", "BY JANE DOE AND JOHN ROE", "By Jane Doe | November 9, 2023", "Oleh: Budi",
    "Penulis: Ani Editor: Budi", "(Reporting by Jane Doe; Editing by John Roe)", "Published: 2023-11-09",
    "Kompas.com - 09/11/2023, 10:15 WIB", "Updated 10:15 a.m. ET, Thu November 9, 2023", "Read also: x",
    "Also read: x", "ADVERTISEMENT",
    "Foto: Budi", "***",
])
def test_lines_that_are_left_out(line: str) -> None:
    article = from_text(f"Strangly closes\n\n{BODY}\n\n{line}\n\nIt is gone.")
    assert [words for _, words in parts(article)] == ["Strangly closes", BODY, "It is gone."]


@pytest.mark.parametrize("line", [
    "By 2023 the site had closed.", "By Tuesday Strangly had gone", "Oleh karena itu, situs ditutup.",
    "On 9 November 2023 it closed.", "Photo sharing is its main use.", "Editor in chief Ann Roe has left.",
])
def test_sentences_that_only_look_like_such_lines(line: str) -> None:
    article = from_text(f"Strangly closes\n\n{BODY}\n\n{line}\n\nIt is gone.", lang="en")
    assert line in [words for _, words in parts(article)]


@pytest.mark.parametrize(("text", "lang", "date"), [
    ("Kamis, 9 November 2023 | 10:15 WIB", "id", "2023-11-09"), ("November 9, 2023", "en", "2023-11-09"),
    ("Published: 2023-11-09", "en", "2023-11-09"), ("9/11/2023", "id", "2023-11-09"), ("9/11/2023", "en", ""),
    ("13/11/2023", "en", "2023-11-13"), ("11/11/2023", "en", "2023-11-11"), ("17 Agustus 2022", "", "2022-08-17"),
    ("2023-11-09T23:15:00+07:00", "en", "2023-11-09"), ("Thu, 09 Nov 2023 10:15:00 GMT", "en", "2023-11-09"),
    ("31 February 2023", "en", ""), ("Nov 8", "en", ""), ("", "en", ""),
])
def test_dates(text: str, lang: str, date: str) -> None:
    assert find_date(text, lang=lang) == date


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert is_date_line("Kamis, 09 Nov 2023 10:15 WIB")
    assert not is_date_line("Strangly closed on 9 November 2023")


# ---- Options, keys and folders -------------------------------------------------------------------------------------

def test_options_win_over_the_article(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", f"LONDON, 9 November 2023 (Reuters) - {BODY}")
    article = one(path, date="1 May 2024", publisher="Post", url="https://post.example/a", lang="id")
    assert (article.published, article.publisher, article.lang) == ("2024-05-01", "Post", "id")
    assert article.key == article.url == "https://post.example/a"


@pytest.mark.parametrize("options", [{"date": "soon"}, {"url": "ftp://x"}, {"lang": "fr"}])
def test_wrong_options_are_refused_at_once(options: dict[str, str]) -> None:
    with pytest.raises(ArticleError):
        read([], **options)


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/z.txt", "a.txt", "b/a.TXT", ".hidden/x.txt", ".x.txt", "note.md"):
        written(tmp_path / name, f"{BODY} {name}")
    assert [item.key for item in read([tmp_path]) if isinstance(item, Article)] == ["a.txt", "b/a.TXT", "b/z.txt"]


def test_a_text_that_comes_again_is_skipped(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", BODY)
    assert len(list(read([path, path, tmp_path]))) == 1


def test_another_text_under_the_same_key_is_an_error(tmp_path: Path) -> None:
    paths = [written(tmp_path / "one/a.txt", BODY), written(tmp_path / "two/a.txt", BODY + " Again.")]
    first, second = read(paths)
    assert isinstance(first, Article) and isinstance(second, ArticleError)
    assert all(str(path) in str(second) for path in paths) and second.hint


# ---- JSON Lines ----------------------------------------------------------------------------------------------------

def test_fields_of_a_record(tmp_path: Path) -> None:
    record = {"text": f"Strangly sued\n\n{BODY}", "id": 7, "title": "Strangly  sued", "url": "https://a.example/1",
              "source": "Post", "date": "9 November 2023", "lang": "en-GB", "other": [1]}
    article = one(lines(tmp_path / "a.jsonl", [record]))
    assert (article.key, article.title, article.url) == ("7", "Strangly  sued", "https://a.example/1")
    assert (article.publisher, article.published, article.lang) == ("Post", "2023-11-09", "en")
    assert parts(article) == [("title", "Strangly sued"), ("paragraph", BODY)]


def test_a_title_that_the_text_lacks_is_kept_beside_it(tmp_path: Path) -> None:
    article = one(lines(tmp_path / "a.jsonl", [{"text": f"Strangly sued\n{BODY}", "title": "Chat site in court"}]))
    assert article.title == "Chat site in court" and "title" not in [kind for kind, _ in parts(article)]


def test_keys_of_records(tmp_path: Path) -> None:
    records = [{"text": BODY, "url": "https://a.example/1"}, {"text": BODY, "url": "javascript:alert(1)"}]
    found = [item for item in read([lines(tmp_path / "a.ndjson", records)]) if isinstance(item, Article)]
    assert [item.key for item in found] == ["https://a.example/1", "a.ndjson:2"]
    assert [item.url for item in found] == ["https://a.example/1", ""]


@pytest.mark.parametrize(("line", "message"), [
    ('{"text": ', "not JSON"), ("[1]", "not an object"), ('{"title": "x"}', "no field `text`"),
    ('{"text": null}', "no field `text`"), ('{"text": 3}', "field `text` is not text"),
    ('{"text": "Strangly has closed.", "title": ["x"]}', "field `title` is not text"),
    ('{"text": "Strangly has closed.", "date": 3}', "field `date` is not text"),
    ('{"text": "Strangly has closed.", "id": true}', "field `id` is not text"),
    ('{"text": " \\n "}', "holds no text"), ('{"text": "a \\ud800 b"}', "half a character (U+D800"),
    ('{"text": "a \\u0000 b"}', "NUL"), ('{"text": "Strangly has closed.", "lang": "fr"}', "language 'fr'"),
    ('{"text": "Baca juga: sepuluh situs lain", "lang": "id"}', "holds no sentence"),
    ("[" * 100_000, "not JSON"), ('{"text": ' + "9" * 5000 + "}", "not JSON"), ('{"text": "a\udcff"}', "not UTF-8"),
    ('{"text": "' + "a" * 5_000_000 + '"}', "longer than"),
], ids=range(17))
def test_a_bad_record_costs_one_line(tmp_path: Path, line: str, message: str) -> None:
    good = json.dumps({"text": BODY})
    raw = f"{good}\n{line}\n\n{good}".encode("utf-8", "surrogateescape")
    first, second, third = read([written(tmp_path / "a.jsonl", raw)])
    assert isinstance(first, Article) and isinstance(third, Article) and isinstance(second, ArticleError)
    assert f"{tmp_path}/a.jsonl, line 2: " in str(second) and message in str(second)
    assert second.hint and len(str(second)) < 400 and third.key == "a.jsonl:4"


# ---- Standard input ------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("raw", "key"), [
    (BODY.encode(), "stdin"), (b'\xef\xbb\xbf\n {"text": "Strangly has closed its doors."}', "stdin:2"),
])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: bytes, key: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(raw))))
    assert one("-").key == key


# ---- Web pages -----------------------------------------------------------------------------------------------------

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Strangly sued over grooming - Harbor Post</title>
<link rel="canonical" href="https://harbor.example/strangly"><meta property="og:site_name" content="Harbor Post">
<meta property="article:published_time" content="2023-11-09T10:15:00+07:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Strangly sued over grooming</h1><p>RIGA (Reuters) - Four families have sued Strangly &amp; Co, a video chat
site, in a court in Riga over what they call <b>grooming</b> by strangers.</p><h2>What the café owner says</h2>
<p>"We deny the allegations," said Ilze Brand, a spokeswoman for the company behind the site, on Thursday.</p>
<script>alert("x")</script><p>The families ask for $22 million, and a hearing is set for next month.</p></article>
<footer>Copyright 2024</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_web_page(tmp_path: Path, charset: str) -> None:
    article = one(written(tmp_path / "a.html", PAGE.replace("{charset}", charset).encode(charset)))
    assert [kind for kind, _ in parts(article)] == ["title", "paragraph", "heading", "paragraph", "paragraph"]
    assert parts(article)[1][1].startswith("Four families have sued Strangly & Co, a video chat site, in")
    assert parts(article)[2][1] == "What the café owner says" and "alert" not in article.text
    assert article.text.startswith("Strangly sued over grooming\n\nRIGA (Reuters) - ")
    assert (article.key, article.publisher, article.published) == (article.url, "Harbor Post", "2023-11-09")
    assert (article.url, article.title) == ("https://harbor.example/strangly", "Strangly sued over grooming")


@pytest.mark.parametrize("raw", [
    b"<html></html>", b"<", b"no markup at all", b"<!doctype html><title>T</title>",
    b"<html><body>" + b"<div>" * 20_000,
])
def test_a_page_without_article(tmp_path: Path, raw: bytes) -> None:
    assert "no article text" in str(error(written(tmp_path / "a.html", raw)))


# ---- What cannot be read -------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("name", "raw", "message"), [
    ("a.txt", b"", "is empty"), ("a.txt", b"\xef\xbb\xbf \n", "is empty"), ("a.jsonl", b"\n\n", "is empty"),
    ("a.html", b"", "is empty"), ("a.txt", b"... !!!", "holds no text"),
    ("a.txt", b"Strangly\0closed", "a binary file"), ("a.html", b"<html>\0", "a binary file"),
    ("a.txt", "Strangly, caf\xe9".encode("latin-1"), "not UTF-8 (byte 0xe9 at offset 13)"),
    ("a.txt", "Strangly has closed.".encode("utf-16"), "not UTF-8 (byte 0xff at offset 0)"),
    ("a.html", b"<meta charset=klingon>\xff", "neither UTF-8 nor klingon"), ("a.pdf", b"%PDF", "(.pdf)"),
    ("a.txt", b"a" * 5_000_000, "larger than"),
    ("a.txt", "Le tribunal a condamné le fondateur de la plateforme à une amende.".encode(), "language 'fr' is not"),
    ("a.txt", b"Baca juga: x\nEditor: Budi", "holds no sentence"),
])
def test_files_that_cannot_be_read(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    found = error(written(tmp_path / name, raw))
    assert str(found).startswith(f"{tmp_path}/{name}: ") and message in str(found)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    assert "no such file or folder" in str(error(tmp_path / "none.txt"))
    assert "no articles in this folder" in str(error(tmp_path))


def test_a_bad_file_does_not_stop_the_reading(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", b"\0")
    written(tmp_path / "b.txt", BODY)
    bad, good = read([tmp_path])
    assert isinstance(bad, ArticleError) and isinstance(good, Article)


def test_a_name_in_another_encoding_is_shown_with_a_mark(tmp_path: Path) -> None:
    assert one(written(tmp_path / "a\udcff.txt", BODY)).key == "a\ufffd.txt"


# ---- Languages and samples -----------------------------------------------------------------------------------------

@pytest.mark.parametrize(("text", "lang"), [
    (BODY, "en"), (BODY_ID, "id"), ("Strangly settles", "en"), ("Strangly ditutup.", "id"),
    ("Polis menahan pengasas Strangly di Kuala Lumpur kerana disyaki menipu pengguna.", "id"),
])
def test_languages_are_detected(text: str, lang: str) -> None:
    assert from_text(text).lang == lang


def test_malay_is_no_indonesian_where_indonesian_is_not_read() -> None:
    with pytest.raises(ArticleError, match="language 'ms' is not supported"):
        from_text("Polis menahan pengasas Strangly di Kuala Lumpur kerana disyaki menipu pengguna.", supported=("en",))


def test_the_sample_articles() -> None:
    samples = {item.key: item for item in read([str(files("kg.seeds") / "articles")]) if isinstance(item, Article)}
    told = {key: (item.lang, item.publisher, item.published, bool(item.title)) for key, item in samples.items()}
    assert told == {
        "kongkoria-diblokir.id.txt": ("id", "Telagapost.com", "2023-11-09", True),
        "omegle-tutup.txt": ("id", "Andalpost.com", "", False),
        "strangly-sued.en.txt": ("en", "Harborline News", "2023-11-09", True),
        "tattlewick-fine.en.txt": ("en", "", "2024-03-14", True),
    }
    left_out = ("Read also", "Baca juga", "Simak", "Advertisement", "Reporter", "Pellerin", "COM")
    assert not [words for item in samples.values() for _, words in parts(item) if words.startswith(left_out)]
