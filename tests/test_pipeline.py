"""From files to a graph: building again, adding, replacing, and whatever people and the web put into files."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import RDFS, Dataset, Graph, Literal

from kg import pipeline
from kg.errors import StoreError
from kg.prefixes import BASE
from kg.store import Store

from conftest import Invoke, Run

EN = "Mira Solano founded the video chat app Strangly in 2014. Two families sued Strangly over grooming.\n"
EN_LATER = "Tomas Reyk founded the video chat app Strangly in 2015. Strangly shut down in 2023.\n"
ID = "Kementerian memblokir aplikasi obrolan Kongkoria pada 2023.\n"
OUTPUTS = ("graph.ttl", "graph.html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two small articles."""
    return _articles(tmp_path / "articles", {"a.txt": EN, "b.txt": ID})


def _articles(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _bytes(output: Path) -> dict[str, bytes]:
    with Store.open(output / "store") as opened:
        return {"store": opened.nquads(), **{name: (output / name).read_bytes() for name in OUTPUTS}}


def _turtle(output: Path) -> str:
    return (output / "graph.ttl").read_text(encoding="utf-8")


def _counts(report: pipeline.Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, len(report.failures)


# ------------------------------------------------------------------------------------------------ building again

def test_a_second_build_changes_nothing(folder: Path, tmp_path: Path) -> None:
    first = pipeline.build([folder], tmp_path / "output")
    before = _bytes(tmp_path / "output")
    again = pipeline.build([folder], tmp_path / "output")
    assert (_counts(first), _counts(again)) == ((2, 0, 0, 0), (0, 0, 2, 0))
    assert (first.claims > 4, again.claims) == (True, 0)
    assert _bytes(tmp_path / "output") == before


def test_a_changed_article_takes_the_place_of_its_old_self(folder: Path, tmp_path: Path) -> None:
    pipeline.build([folder], tmp_path / "output")
    assert "mira-solano" in _turtle(tmp_path / "output")
    _articles(folder, {"a.txt": EN_LATER})
    assert _counts(pipeline.build([folder], tmp_path / "output")) == (0, 1, 1, 0)
    turtle = _turtle(tmp_path / "output")
    assert "tomas-reyk" in turtle and "mira-solano" not in turtle and "ts:Lawsuit" not in turtle
    pipeline.build([folder], tmp_path / "fresh")
    assert _bytes(tmp_path / "output") == _bytes(tmp_path / "fresh")


def test_a_further_build_adds_and_the_way_there_does_not_show(folder: Path, tmp_path: Path) -> None:
    assert _counts(pipeline.build([folder / "b.txt"], tmp_path / "output")) == (1, 0, 0, 0)
    assert "platform:kongkoria a" in _turtle(tmp_path / "output")
    assert _counts(pipeline.build([folder / "a.txt"], tmp_path / "output")) == (1, 0, 0, 0)
    assert all(f"platform:{name} a ts:Platform" in _turtle(tmp_path / "output") for name in ("kongkoria", "strangly"))
    pipeline.build([folder], tmp_path / "at-once")
    assert _bytes(tmp_path / "output") == _bytes(tmp_path / "at-once")


def test_an_article_that_is_gone_from_the_folder_stays_in_the_store(folder: Path, tmp_path: Path) -> None:
    pipeline.build([folder], tmp_path / "output")
    (folder / "b.txt").unlink()
    pipeline.build([folder], tmp_path / "output")
    assert "kongkoria" in _turtle(tmp_path / "output")


def test_outputs_that_were_deleted_come_back(folder: Path, tmp_path: Path) -> None:
    pipeline.build([folder], tmp_path / "output")
    before = _bytes(tmp_path / "output")
    for name in OUTPUTS:
        (tmp_path / "output" / name).unlink()
    pipeline.build([folder], tmp_path / "output")
    assert _bytes(tmp_path / "output") == before


def test_every_article_is_announced_once_also_when_unchanged(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        seen: list[str] = []
        pipeline.build([folder], tmp_path / "output", on_article=seen.append)
        assert sorted(seen) == ["a.txt", "b.txt"]


def test_what_the_caller_says_of_the_articles_is_stored(folder: Path, tmp_path: Path) -> None:
    pipeline.build([folder / "a.txt"], tmp_path / "output", lang="en", date="2023-11-09", publisher="Harborline News",
                   url="https://news.example/strangly")
    turtle = _turtle(tmp_path / "output")
    assert '"Harborline News"' in turtle and "https://news.example/strangly" in turtle and '"2023-11-09"' in turtle


def test_more_articles_than_are_read_at_once(tmp_path: Path) -> None:
    lines = [{"id": f"n{number}", "lang": "en", "text": f"Strangly{number} is a video chat app. Strangly{number} "
              f"shut down in {1990 + number}."} for number in range(33)]
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert _counts(pipeline.build([path], tmp_path / "output")) == (33, 0, 0, 0)
    with Store.open(tmp_path / "output" / "store") as opened:
        assert sorted(opened.articles()) == sorted(str(line["id"]) for line in lines)


# ------------------------------------------------------------------------------------------------ bad input

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n", "empty"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
    "latin.txt": ("Die Behörde sperrte Strangly.".encode("latin-1"), "not UTF-8"),
    "french.txt": ("Le tribunal de commerce a condamné la plateforme à une amende de dix millions d'euros, "
                   "et la société a fait appel de cette décision.".encode(), "'fr' is not supported"),
    "signs.txt": (b"*** --- ***\n", "no text"),
    "broken.html": (b"<html><body><div><p", "no article text"),
    "frame.html": (b"<!doctype html><html><head><title>Loading</title></head><body></body></html>", "no article text"),
    "cut.jsonl": (b'{"text": "Strangly shut down in 2023.\n', "line 1: not JSON"),
    "list.jsonl": (b'["Strangly shut down."]\n', "line 1: not an object"),
    "headless.jsonl": (b'{"title": "Strangly closes"}\n', "line 1: no field `text`"),
    "number.jsonl": (b'{"text": 7}\n', "line 1: field `text` is not text"),
    "half.jsonl": (b'{"text": "Strangly \\ud800 shut down in 2023.", "lang": "en"}\n', "line 1: the text holds half"),
    "notes.docx": (b"PK\x03\x04", "not a kind of file"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_costs_one_line_and_nothing_else(name: str, folder: Path, tmp_path: Path, invoke: Invoke) -> None:
    output, bad = tmp_path / "output", tmp_path / name
    pipeline.build([folder / "b.txt"], output)
    content, says = BAD[name]
    bad.write_bytes(content)
    done = invoke("build", bad, folder / "a.txt", "-o", output)
    errors = [line for line in done.err.splitlines() if line.startswith("error: ")]
    assert done.code == 1 and done.out == "" and "Traceback" not in done.err
    assert len(errors) == 1 and name in errors[0] and says in errors[0], done.err
    assert "1 new, 0 changed, 0 unchanged, 1 failed" in done.err
    assert "platform:strangly" in _turtle(output) and "platform:kongkoria" in _turtle(output)


def test_a_path_that_is_not_there(folder: Path, tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("build", tmp_path / "nowhere.txt", folder / "a.txt", "-o", tmp_path / "output")
    assert done.code == 1 and done.err.startswith("error: ") and "nowhere.txt: no such file or folder" in done.err
    assert "platform:strangly" in _turtle(tmp_path / "output")


def test_a_file_that_may_not_be_read(folder: Path, tmp_path: Path) -> None:
    """As a broken link, since the administrator may read everything."""
    (tmp_path / "gone.txt").symlink_to(tmp_path / "never-there.txt")
    report = pipeline.build([tmp_path / "gone.txt", folder / "a.txt"], tmp_path / "output")
    assert _counts(report) == (1, 0, 0, 1) and "gone.txt" in str(report.failures[0])


def test_good_lines_of_a_file_are_read_beside_the_bad(tmp_path: Path, invoke: Invoke) -> None:
    lines = [json.dumps({"text": EN, "lang": "en", "id": "good"}), "{", json.dumps({"text": ID, "lang": "id"})]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = invoke("build", tmp_path / "news.jsonl", "-o", tmp_path / "output")
    assert done.code == 1 and "news.jsonl, line 2: not JSON" in done.err
    assert "2 new, 0 changed, 0 unchanged, 1 failed" in done.err


def test_when_every_file_is_bad_the_store_keeps_what_it_had(folder: Path, tmp_path: Path, invoke: Invoke) -> None:
    pipeline.build([folder], tmp_path / "output")
    before = _bytes(tmp_path / "output")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(b"\0")
    done = invoke("build", folder, "-o", tmp_path / "output")
    assert done.code == 1 and done.err.count("error: ") == 2
    assert _bytes(tmp_path / "output") == before


def test_when_every_file_is_bad_and_there_was_nothing(tmp_path: Path, invoke: Invoke) -> None:
    done = invoke("build", tmp_path / "nowhere", "-o", tmp_path / "output")
    assert done.code == 1 and "0 new, 0 changed, 0 unchanged, 1 failed" in done.err
    assert Graph().parse(tmp_path / "output" / "graph.ttl")


@pytest.mark.parametrize("field", ["id", "title", "publisher", "url", "published", "lang", "source"])
def test_half_a_character_in_any_field_is_an_error_of_that_line(field: str, tmp_path: Path, invoke: Invoke) -> None:
    record = {"text": EN, "lang": "en", field: "https://news.example/\ud800"}
    lines = [json.dumps(record), json.dumps({"text": ID, "lang": "id", "id": "good"})]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="ascii")
    done = invoke("build", tmp_path / "news.jsonl", "-o", tmp_path / "output")
    assert "Traceback" not in done.err and done.err.count("error: ") <= 1
    assert done.code == (1 if "error: " in done.err else 0)
    assert "platform:kongkoria" in _turtle(tmp_path / "output")


@pytest.mark.parametrize(("option", "value"), [("--lang", "fr"), ("--date", "soon"), ("--url", "javascript:alert(1)")])
def test_a_wrong_option_ends_the_build_before_it_begins(option: str, value: str, folder: Path, tmp_path: Path,
                                                        invoke: Invoke) -> None:
    done = invoke("build", folder, "-o", tmp_path / "output", option, value)
    error, hint = done.err.splitlines()
    assert done.code == 2 and error.startswith("error: ") and value in error and hint.startswith("hint: ")
    assert not (tmp_path / "output" / "graph.ttl").exists()


# ------------------------------------------------------------------------------------------------ a store in use

@pytest.fixture
def held(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """An output folder whose store another build has open."""
    pipeline.build([folder], tmp_path / "output")
    with Store.open(tmp_path / "output" / "store", write=True):
        yield tmp_path / "output"


def test_a_locked_store_is_one_line_and_code_two(held: Path, folder: Path, run: Run) -> None:
    files = {name: (held / name).read_bytes() for name in OUTPUTS}
    done = run("build", folder, "-o", held)
    assert done.returncode == 2 and done.stdout == ""
    error, hint = done.stderr.splitlines()
    assert error.startswith("error: ") and "in use by another process" in error and hint.startswith("hint: ")
    assert {name: (held / name).read_bytes() for name in OUTPUTS} == files


def test_a_folder_that_holds_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "output" / "store").mkdir(parents=True)
    (tmp_path / "output" / "store" / "thesis.txt").write_text("my only copy", encoding="utf-8")
    with pytest.raises(StoreError, match="holds something else"):
        pipeline.build([folder], tmp_path / "output")
    assert [path.name for path in (tmp_path / "output" / "store").iterdir()] == ["thesis.txt"]


# ------------------------------------------------------------------------------------------------ hostile texts

HOSTILE = (
    'The video chat app Strangly"><script>alert(1)</script> shut down in 2023.\n'
    "Parents accused Strangly of enabling 'grooming' \"\"\" } ; DROP ALL ; # <img src=x onerror=alert(2)>.\n"
    "The video chat app O'Strangly\\u0022 \\ <a href='javascript:alert(3)'>href</a> shut down in 2022.\n"
    "Ofcom fined the messaging app Paste\u2028bin\u2029 <https://evil.example/> $5 million for hate speech.\n"
    "The video chat app =HYPERLINK(\"https://evil.example\") shut down in 2021. "
    "The video chat app {{ 7*7 }} ${8*8} %(name)s </textarea><!-- shut down in 2020.\n"
)
NAMES = ('"><script>alert(4)<', "it's 'quoted' \"twice\"", "a\nnew line", "u\u2028separator", "> . <urn:x> <urn:y",
         "} ; DROP ALL ; #", "href='x' onclick=alert(5)", "%2e%2e%2fetc", "=1+1", "-o", "emoji 🙈 \u202egnp")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """What a build makes of hostile texts in files with hostile names."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / f"{name.replace('/', '_')}.txt").write_text(f"{HOSTILE}\nNumber {number}.\n", encoding="utf-8")
    report = pipeline.build([folder], tmp_path / "output")
    assert _counts(report) == (len(NAMES), 0, 0, 0), list(map(str, report.failures))
    return tmp_path / "output"


def test_hostile_texts_stay_text(hostile: Path) -> None:
    graph = Graph().parse(hostile / "graph.ttl", format="turtle")
    with Store.open(hostile / "store") as opened:
        stored = Dataset().parse(data=opened.nquads(), format="nquads")
        assert len(opened.articles()) == len(NAMES) and opened.guard() == []
    quotes = {str(o) for o in graph.objects() if isinstance(o, Literal)}
    assert any("<script>alert(1)</script>" in quote for quote in quotes), "the sentence itself is there, as a string"
    assert {str(s) for s in graph.subjects()} <= {str(s) for s, *_ in stored} | {f"{BASE}id/dataset"}
    assert not any(set("<>\"{}|\\^` \n") & set(str(term)) for s, p, _ in graph for term in (s, p))


class _Tags(HTMLParser):
    """How often each element begins in a page, and the attributes that ever stand on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] += 1
        self.attributes |= {f"{tag} {name}" for name, _ in attrs}


def test_hostile_texts_never_become_markup(hostile: Path, folder: Path, tmp_path: Path) -> None:
    page = (hostile / "graph.html").read_text(encoding="utf-8")
    for words in ("<script>alert", "<img src=x", "<a href='javascript", "</textarea><!--", "onclick=alert"):
        assert words not in page, words
    assert "\u2028" not in page and "\u2029" not in page
    pipeline.build([folder], tmp_path / "harmless")
    harmless = _Tags((tmp_path / "harmless" / "graph.html").read_text(encoding="utf-8"))
    assert _Tags(page).found["script"] == harmless.found["script"] > 0
    assert set(_Tags(page).found) <= set(harmless.found) and _Tags(page).attributes <= harmless.attributes


def test_hostile_texts_are_the_same_bytes_again(hostile: Path, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "hostile", tmp_path / "copy")
    pipeline.build([tmp_path / "copy"], tmp_path / "again")
    assert _bytes(hostile) == _bytes(tmp_path / "again")


def test_labels_hold_no_line_breaks_or_markup_that_acts(hostile: Path) -> None:
    graph = Graph().parse(hostile / "graph.ttl", format="turtle")
    labels = [str(label) for label in graph.objects(None, RDFS.label)]
    assert labels and not [label for label in labels if set(label) & set("\n\r\u2028\u2029")]


def test_one_sentence_without_an_end(tmp_path: Path) -> None:
    """A text that would exhaust a careless reader: long words, deep brackets, many clauses."""
    texts = {"long.txt": "Strangly " + "and Strangly " * 500 + "shut down.", "word.txt": "a" * 50_000 + " b.",
             "deep.txt": "(" * 400 + "Strangly shut down in 2023" + ")" * 400}
    report = pipeline.build([_articles(tmp_path / "odd", texts)], tmp_path / "output", lang="en")
    assert sum(_counts(report)) == 3
