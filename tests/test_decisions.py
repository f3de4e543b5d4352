"""The user's decisions: the files they stand in, and the commands that write and keep them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import decisions, pipeline
from kg.errors import DecisionError
from kg.store import Store

from conftest import Invoke

STRANGLY = "Mira Solano founded the video chat app Strangly in 2014. Strangly shut down in 2023."
PALAVER = "Mira Solano founded the video chat app Palaver in 2016."
RUMOUR = "The video chat app Strangly was fined $5 million on 3 May 2022. Mira Solano of Strangly was not in court."
HEAD = "a,b,verdict,by,date,reason\n"


def _files(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles and what was built of them; commands run in it."""
    monkeypatch.chdir(tmp_path)
    pipeline.build([_files(tmp_path / "articles", strangly=STRANGLY, palaver=PALAVER, rumour=RUMOUR)], tmp_path / "output")
    return tmp_path


def _everything(folder: Path) -> bytes:
    with Store.open(folder / "output" / "store") as store:
        assert store.guard() == []
        return store.nquads() + (folder / "output" / "graph.ttl").read_bytes() + (folder / "output" / "graph.html").read_bytes()


# ------------------------------------------------------------------------------------------------ files

@pytest.mark.parametrize(("name", "text", "message"), [
    ("judgements.csv", "a,b\n", "judgements.csv:1: the columns"),
    ("judgements.csv", HEAD + "person:a,platform:a,same,,,\n", "judgements.csv:2: .* two kinds"),
    ("judgements.csv", HEAD + "person:a,person:b,perhaps,,,\n", "judgements.csv:2: the verdict cannot be 'perhaps'"),
    ("judgements.csv", HEAD + "harm:a,harm:b,same,,,\n", "judgements.csv:2: 'harm:a' is no name"),
    ("judgements.csv", HEAD + "person:a,person:b,same,,,x,y\n", "judgements.csv:2: more cells"),
    ("judgements.csv", HEAD + "org:a,org:b,same,,,\norg:b,org:c,same,,,\norg:a,org:c,different,,,\n", "same by other lines"),
    ("corrections.toml", "[[withdrawn]]\nclaim = 'x'\n", "withdrawal 1 needs claim, date and reason"),
    ("corrections.toml", "[[withdrawn]]\nclaim = 'c:0123456789ab'\ndate = 'May'\nreason = 'x'\n", "'May' is no date"),
    ("corrections.toml", "withdrawn = ", "corrections.toml: "),
    ("corrections.toml", "claims = []", "something else"),
    ("forgotten.csv", "what,hash,date\nperson,Mira,\n", "forgotten.csv:2: 'Mira' is no hash"),
])
def test_a_wrong_line_is_told_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=message) as caught:
        decisions.read(tmp_path)
    assert "\n" not in str(caught.value)


def test_no_folder_is_no_decision(tmp_path: Path) -> None:
    assert decisions.read(tmp_path / "nowhere") == decisions.read(tmp_path) == decisions.Decisions()


def test_the_order_of_lines_does_not_show(tmp_path: Path) -> None:
    lines = ["person:b,person:a,same,,,\n", "org:a,org:b,different,,,\n"]
    read = []
    for order in (lines, lines[::-1]):
        (tmp_path / "judgements.csv").write_text(HEAD + "".join(order), encoding="utf-8")
        read.append(decisions.read(tmp_path))
    assert read[0] == read[1] and decisions.Decisions.from_json(read[0].to_json()) == read[0]


# ------------------------------------------------------------------------------------------------ commands

def test_a_removed_article_stays_away(built: Path, invoke: Invoke) -> None:
    before = _everything(built)
    assert "tally:" in before.decode() and "fine-2022-05-03" in before.decode()
    assert invoke("remove", "rumour.txt").code == 0
    gone = _everything(built)
    assert b"fine-2022-05-03" not in gone
    assert "1 removed" in invoke("build", "articles").err and _everything(built) == gone
    pipeline.build(["articles"], built / "fresh" / "output")
    assert _everything(built / "fresh") == gone
    (built / "decisions" / "forgotten.csv").unlink()
    assert invoke("build", "articles").code == 0 and _everything(built) == before


def test_a_forgotten_person_stays_away_and_nothing_names_them(built: Path, invoke: Invoke) -> None:
    assert invoke("forget", "Mira Solano").err.startswith("error: 'Mira Solano' is the name of 2 persons")
    assert invoke("forget", "person:mira-solano.strangly").err == "forgot person:mira-solano.strangly\n"
    gone = _everything(built)
    with Store.open(built / "output" / "store") as store:
        assert store.query("ASK { platform:palaver ts:founder person:mira-solano.palaver }")
        assert not store.query("ASK { platform:strangly ts:founder ?who }")
        quotes = [row["q"].value for row in store.query("SELECT ?q { ?s nif:anchorOf ?q }")]
    assert sum("Solano" in quote for quote in quotes) == 1, "the namesake's"
    assert "olano" not in (built / "decisions" / "forgotten.csv").read_text(encoding="utf-8")
    assert invoke("build", "articles").code == 0 and _everything(built) == gone
    pipeline.build(["articles"], built / "fresh" / "output")
    assert _everything(built / "fresh") == gone


def test_a_judgement_joins_and_review_lists_the_pair_until_then(built: Path, invoke: Invoke) -> None:
    before = _everything(built)
    rows = json.loads(invoke("review", "-f", "json").out)["results"]["bindings"]
    [pair] = [(row["a"]["value"], row["b"]["value"]) for row in rows if row["why"]["value"] == "same name"]
    file = _files(built / "decisions") / "judgements.csv"
    file.write_text(f"{HEAD}{pair[0]},{pair[1]},same,Ana,2026-11-22,one person\n", encoding="utf-8")
    assert "0 changed" in invoke("build", "articles").err
    with Store.open(built / "output" / "store") as store:
        assert len(list(store.query("SELECT ?p { ?p ts:founder person:mira-solano.palaver }"))) == 2
    assert "same name" not in invoke("review", "-f", "csv").out
    file.unlink()
    assert invoke("build", "articles").code == 0 and _everything(built) == before


def test_a_correction_takes_effect_with_the_next_build(built: Path, invoke: Invoke) -> None:
    with Store.open(built / "output" / "store") as store:
        [row] = store.query("SELECT ?c { ?c a ts:Claim ; rdf:predicate ts:founder ; rdf:subject platform:palaver }")
    claim = row["c"].value.rpartition("/")[2]
    (_files(built / "decisions") / "corrections.toml").write_text(
        f'[[withdrawn]]\nclaim = "c:{claim}"\ndate = 2026-11-22\nreason = "Taken back."\n', encoding="utf-8")
    assert invoke("build", "articles").code == 0
    assert "platform:palaver" in invoke("query", "SELECT ?p { ?c a ts:WithdrawnClaim ; rdf:subject ?p }").out
    assert invoke("query", "ASK { platform:palaver ts:founder ?who }").out == "no\n"


def test_what_vanished_goes_only_when_asked(built: Path, invoke: Invoke) -> None:
    (built / "articles" / "palaver.txt").unlink()
    assert "2 unchanged, 0 failed" in invoke("build", "articles").err
    (built / "articles" / "broken.txt").write_bytes(b"")
    done = invoke("build", "articles", "--prune")
    assert done.code == 1 and "nothing was pruned" in done.err and b"palaver" in _everything(built)
    (built / "articles" / "broken.txt").unlink()
    assert "1 pruned" in invoke("build", "articles", "--prune").err and b"alaver" not in _everything(built)


@pytest.mark.parametrize(("command", "message"), [
    (("remove", "nothing.txt"), "no article 'nothing.txt'"), (("forget", "Nobody"), "no person 'Nobody'")])
def test_what_is_not_there_cannot_go(built: Path, invoke: Invoke, command: tuple[str, str], message: str) -> None:
    done = invoke(*command)
    assert done.code == 2 and message in done.err and not (built / "decisions").exists()
