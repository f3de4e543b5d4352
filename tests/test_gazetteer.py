"""The gazetteer: what the package knows, how names are looked up, and what is said about a wrong row."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import gazetteer
from kg.errors import LexiconError

HEADER = ",".join(gazetteer.ENTITY_COLUMNS)
KNOWN = gazetteer.load()
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*rows: str, header: str = HEADER) -> Path:
        path = tmp_path / "own.csv"
        path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return path
    return write


def ids(name: str) -> list[str]:
    return [known.id for known in KNOWN.lookup(name)]


def test_seed_platform_and_founder_are_known() -> None:
    assert ids("Omegle") == ["omegle"]
    assert ids("Leif K-Brooks") == ids("Leif K. Brooks") == ["leif-k-brooks"]
    assert KNOWN.entries["leif-k-brooks"].type == "Person"


@pytest.mark.parametrize("name", ["omegle.com", "Omegle.com", "OMEGLE.COM", "www.omegle.com"])
def test_domains_match_in_any_case(name: str) -> None:
    assert ids(name) == ["omegle"]


@pytest.mark.parametrize("name", ["omegle", "OMEGLE", "signal", "line", "Omegle's", "", "."])
def test_other_names_match_as_written(name: str) -> None:
    assert KNOWN.lookup(name) == ()


def test_former_name_leads_to_the_platform_of_today() -> None:
    assert ids("Twitter") == ids("X") == ["x"]
    assert ids("Kominfo") == ids("Komdigi") == ["komdigi"]


def test_only_the_ambiguous_name_of_a_platform_needs_context() -> None:
    platform = KNOWN.entries["x"]
    assert platform.is_ambiguous("X")
    assert not platform.is_ambiguous("Twitter")


@pytest.mark.parametrize("name", [
    "X", "Line", "Signal", "Zoom", "Discord", "Kick", "Threads", "Path", "Medium", "Steam", "Bumble", "Telegram",
    "Match",
])
def test_words_that_are_names_are_flagged(name: str) -> None:
    assert [known.is_ambiguous(name) for known in KNOWN.lookup(name)] == [True]


def test_label_follows_the_language_where_the_name_does() -> None:
    assert KNOWN.entries["european-commission"].label("id") == "Komisi Eropa"
    assert KNOWN.entries["mahkamah-agung"].label("en") == "Indonesian Supreme Court"
    assert KNOWN.entries["x"].label("id") == "X"


def test_a_name_stands_for_one_entity_unless_it_is_flagged() -> None:
    names = {name.text for known in KNOWN.entries.values() for name in known.names}
    shared = {name: KNOWN.lookup(name) for name in names if len(KNOWN.lookup(name)) > 1}
    assert not {name for name, found in shared.items() if not all(known.is_ambiguous(name) for known in found)}


def test_wikidata_ids_are_given_once() -> None:
    given = [known.exact_match for known in KNOWN.entries.values() if known.exact_match]
    assert len(given) == len(set(given))
    assert not KNOWN.entries["whatsapp"].exact_match


def test_there_is_enough_to_begin_with() -> None:
    by_type = [known.type for known in KNOWN.entries.values()]
    assert by_type.count("Platform") >= 150
    assert len({code for code in KNOWN.places.values() if "-" not in code}) >= 120
    assert len({code for code in KNOWN.places.values() if code.startswith("US-")}) >= 50


def test_every_entity_has_a_kind() -> None:
    assert not [known.id for known in KNOWN.entries.values() if not known.kind]


@pytest.mark.parametrize(("name", "code"), [
    ("Indonesia", "ID"), ("Prancis", "FR"), ("Ireland", "IE"), ("Irlandia", "IE"), ("Utah", "US-UT"),
    ("the Netherlands", "NL"), ("U.S.", "US"), ("AS", "US"), ("Arab Saudi", "SA"),
])
def test_places(name: str, code: str) -> None:
    assert KNOWN.place(name) == code
    assert KNOWN.places[name.lower()] == code


@pytest.mark.parametrize("name", ["as", "As", "us", "ri", "European Union", "Irish", "Jakarta", ""])
def test_no_places(name: str) -> None:
    assert KNOWN.place(name) == ""


def test_adjectives_are_kept_apart_from_names() -> None:
    assert KNOWN.adjectives["irish"] == "IE"
    assert not set(KNOWN.adjectives) & set(KNOWN.places)


def test_own_file_adds_entities_and_names(write: Write) -> None:
    own = write("strangly,Platform,Strangly,,,video-chat,,", "strangly,,,strangly.example,,,,", "omegle,,,Omeglle,,,,")
    both = gazetteer.load(own)
    assert [known.id for known in both.lookup("Strangly.example")] == ["strangly"]
    assert [known.id for known in both.lookup("Omeglle")] == ["omegle"]
    assert KNOWN.lookup("Omeglle") == ()


def test_names_with_a_comma_and_other_scripts(write: Write) -> None:
    both = gazetteer.load(write('orang-asing,Organization,"Strangly, Inc.",,,company,,', "orang-asing,,,陌生,,,,"))
    assert both.lookup("Strangly, Inc.") == both.lookup("陌生") == (both.entries["orang-asing"],)


@pytest.mark.parametrize(("rows", "line", "says"), [
    (["strangly,Website,Strangly,,,,,"], 2, "type cannot be 'Website'"),
    (["Strangly,Platform,Strangly,,,,,"], 2, "id cannot be 'Strangly'"),
    (["strangly,Platform,,,,,,"], 2, "has a name"),
    (["strangly,Platform,Strangly,Stranger,,,,"], 2, "no alias"),
    (["strangly,Platform,Strangly,,,,P31,"], 2, "exact_match cannot be 'P31'"),
    (["strangly,Platform,Strangly,,,,,maybe"], 2, "ambiguous cannot be 'maybe'"),
    (["strangly,Platform,Strangly,,english,,,"], 2, "lang cannot be 'english'"),
    (["strangly,Platform, Strangly,,,,,"], 2, "spaces too many"),
    (["strangly,Platform,Strangly, Inc.,,,,,"], 2, "more cells than columns"),
    (["strangly,Platform,Strangly,,,,,", "strangly,Platform,Strangly,,,,,"], 3, "declared twice"),
    (["strangly,Platform,Strangly,,,,,", "strangly,,,Strangly,,,,"], 3, "already a name"),
    (["strangly,Platform,Strangly,,,,,", "strangly,,,,,,,"], 3, "has only id, alias"),
    (["strangly,,,Stranger,,,,"], 2, "no row with type"),
    (["omegle,Person,Omegle,,,,,"], 2, "declared twice"),
])
def test_wrong_row_is_named_with_file_and_line(write: Write, rows: list[str], line: int, says: str) -> None:
    with pytest.raises(LexiconError, match=f"own.csv:{line}: .*{re.escape(says)}"):
        gazetteer.load(write(*rows))


def test_wrong_columns_say_which_are_right(write: Write) -> None:
    with pytest.raises(LexiconError, match="own.csv:1: ") as caught:
        gazetteer.load(write(header="id,name"))
    assert HEADER in caught.value.hint


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_unreadable_file_is_an_error_of_ours(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "own.csv"
    if content:
        path.write_bytes(content)
    with pytest.raises(LexiconError, match="own.csv: cannot be read"):
        gazetteer.load(path)
