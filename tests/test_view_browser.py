"""The page in a real browser: what a reader sees and does, and that no text of an article ever runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Open, settle
from test_html import second_story, sentences, story

from kg import rdf
from kg.model import Extraction
from kg.store import Store
from kg.views import html

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two stories, the same in Indonesian, a part of them, and an empty store, as pages."""
    folder = tmp_path_factory.mktemp("pages")
    with Store.open() as store:
        html.write(store, folder / "empty.html")
        for extraction in (story(), second_story()):
            store.put(rdf.quads(extraction))
        html.write(store, folder / "en.html")
        html.write(store, folder / "id.html", lang="id")
        html.write(store, folder / "few.html", max_nodes=3)
        html.write(store, folder / "map.html", layout="map")
    return folder


def click_node(page: Any, entity: str) -> None:
    at = page.evaluate("id => network.canvasToDOM(network.getPosition(id))", entity)
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_function("id => state.node === id", arg=entity)


def line_between(page: Any, status: str) -> str:
    found: str = page.evaluate("status => data.statements.find(one => one.status === status).id", status)
    return found


def test_summary_counts_and_warning_are_on_the_page(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    lines = page.locator("#summary").inner_text()
    assert ("Strangly: founded 2011 by Lee Harlow; 1 harm stated, 1 alleged, 1 denied; 1 lawsuit" in lines)
    assert "blocked" not in lines and "fined" not in lines, "what may happen or did not happen is told as nothing"
    totals = page.evaluate("data.totals")
    count = page.locator("#count").inner_text()
    assert count == (f"Showing {totals['entities']} of {totals['entities']} entities and "
                     f"{totals['statements']} of {totals['statements']} statements")
    assert "implies no wrongdoing" in page.locator("footer").inner_text()


def test_what_is_left_out_is_said(opened: Open, files: Path) -> None:
    count = opened(files / "few.html").locator("#count").inner_text()
    assert "Showing 3 of 9 entities" in count and "most is said" in count


def test_a_click_on_a_card_opens_all_its_evidence(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    click_node(page, page.evaluate("[...entities.keys()].find(id => /lee-harlow/.test(id))"))
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Lee Harlow"
    assert panel.locator("mark").all_inner_texts() == ["founded Strangly", "started Strangly"]
    assert panel.locator("a").first.get_attribute("href") == "https://ledger.example/strangly"
    assert "Daily Ledger · 9 Nov 2023" in panel.inner_text()


def test_a_click_on_a_line_shows_both_sides(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    denied = line_between(page, "denied")
    at = page.evaluate("id => network.canvasToDOM(pointOn(id, 0.5))", denied)
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_function("id => state.edge === id", arg=denied)
    assert page.locator("#panel .disagree").inner_text() == "Sources disagree"
    sides = page.locator("#panel .topic").first.locator(".side").evaluate_all("all => all.map(one => one.className)")
    assert sides == ["side alleged", "side denied"]
    assert "said by Lawsuit against Strangly" in page.locator("#panel").inner_text()


def test_an_allegation_never_looks_like_a_fact(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    for status, dashes in (("alleged", [9, 6]), ("denied", [2, 5]), ("hypothetical", [9, 4, 2, 4])):
        edge = page.evaluate("id => lines.get(id)", line_between(page, status))
        assert edge["dashes"] == dashes
    refused = page.evaluate("lines.get(data.statements.find(one => one.negated).id)")
    assert refused["dashes"] == [2, 5] and refused["arrows"]["middle"]["type"] == "bar"
    facts = page.evaluate("data.edges.filter(edge => statements.get(edge.id).fact).map(edge => edge.id)")
    assert facts and {page.evaluate("id => lines.get(id).dashes", fact) for fact in facts} == {False}
    colours = page.evaluate("['alleged', 'denied', 'asserted', 'hypothetical'].map(ink)")
    assert len(set(colours)) == 4


def test_words_on_lines_are_there_and_cover_nothing(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    page.evaluate("network.moveTo({scale: 1})")
    settle(page)
    texts = page.evaluate("labels.map(box => box.text)")
    assert {"alleged: reported harm (2)", "denied: reported harm"} <= set(texts)
    assert {"hypothetical: outcome", "not: outcome"} <= set(texts)
    apart = "(some, others) => some.every(a => others.every(b => a === b || !overlap(a, b)))"
    assert page.evaluate(f"({apart})(labels, labels)")
    assert page.evaluate(f"({apart})(labels, present().map(cardOf))")
    assert page.evaluate(f"(cards => ({apart})(cards, cards))(present().map(cardOf))")


def test_search_by_keyboard_leads_to_the_evidence(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    page.keyboard.press("/")
    page.keyboard.type("qUök")
    assert page.locator("#matches li").count() == 1
    page.keyboard.press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "match-0"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Quokka"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "near"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "link"
    page.keyboard.press("Escape")
    assert page.evaluate("state.node") is None and page.evaluate("document.activeElement.id") == "canvas"


def test_arrow_keys_walk_along_the_lines(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    start = page.evaluate("state.node")
    assert page.evaluate("entities.get(state.node).kind") == "Platform"
    seen = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.evaluate("id => choose({node: id})", start)
        page.keyboard.press(key)
        seen.add(page.evaluate("state.node"))
    assert len(seen - {start}) >= 2
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_filters_hide_lines_and_what_hangs_on_them_alone(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    assert page.evaluate("present().length") == 9
    page.locator("#statuses label", has_text="asserted").locator("input").uncheck()
    hidden = page.evaluate("data.nodes.map(one => one.id).filter(id => !dots.get(id))")
    assert {one.partition("/")[0] for one in hidden} == {"person", "case", "event", "platform"}
    assert "Showing 4 of 9 entities and 4 of 9 statements" in page.locator("#count").inner_text()
    assert "off=asserted" in page.evaluate("location.hash")


def test_the_address_restores_what_was_chosen(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    denied = line_between(page, "denied")
    page.evaluate("id => choose({edge: id})", denied)
    page.locator("#show-table").click()
    again = opened(files / "en.html", page.evaluate("location.hash"))
    assert again.evaluate("[state.edge, state.view]") == [denied, "table"]
    assert again.locator("#rows").is_visible()
    assert opened(files / "en.html", "#v=1&node=nobody&off=constructor").evaluate("[state.node, state.off.size]") == [None, 0]


def test_the_table_holds_every_statement_and_sorts(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    page.locator("#show-table").click()
    rows = page.locator("#rows tbody tr")
    assert rows.count() == page.evaluate("data.totals.statements")
    page.locator("#sort-date").click()
    dates = page.locator("#rows td.date").all_inner_texts()
    assert (dates[0], dates[-1]) == ("9 Nov 2023", "1 Feb 2024")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Date")
    page.locator("#sort-date").click()
    assert page.locator("#rows td.date").first.inner_text() == "1 Feb 2024"
    page.locator("#rows tbody tr button", has_text="Quokka").first.click()
    assert page.locator("#panel h2").first.inner_text() == "Quokka"


def test_the_page_speaks_indonesian(opened: Open, files: Path) -> None:
    page = opened(files / "id.html")
    assert page.evaluate("document.documentElement.lang") == "id"
    assert "didirikan 2011 oleh Lee Harlow" in page.locator("#summary").inner_text()
    page.evaluate("network.moveTo({scale: 1})")
    settle(page)
    assert any(text.startswith("diduga: ") for text in page.evaluate("labels.map(box => box.text)"))
    assert "tidak berarti bersalah" in page.locator("footer").inner_text()


def test_colours_follow_the_system(opened: Open, files: Path) -> None:
    page = opened(files / "en.html", color_scheme="dark")
    dark = page.evaluate("[getComputedStyle(document.body).backgroundColor, lines.get()[0].color.color]")
    page.emulate_media(color_scheme="light")
    page.wait_for_function("before => lines.get()[0].color.color !== before", arg=dark[1])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark[0]


@pytest.mark.parametrize("width", [360, 390, 820])
def test_a_phone_needs_no_sideways_scrolling(opened: Open, files: Path, width: int) -> None:
    page = opened(files / "en.html", viewport={"width": width, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#canvas").bounding_box()["height"] > 300
    page.evaluate("choose({node: topPlatforms(1)[0]})")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_the_table_and_the_warning(opened: Open, files: Path) -> None:
    page = opened(files / "en.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#rows tbody tr").count() == page.evaluate("data.totals.statements")
    assert page.locator("#rows").is_visible() and page.locator("footer").is_visible()
    assert not page.locator("#filters").is_visible()


def test_an_empty_store_opens(opened: Open, files: Path) -> None:
    page = opened(files / "empty.html")
    assert "Showing 0 of 0 entities" in page.locator("#count").inner_text()
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    page.locator("#show-table").click()


def test_the_seed_article_says_what_it_should(opened: Open, seed: Extraction, files: Path, keep: Callable[..., None]) -> None:
    with Store.open() as store:
        store.put(rdf.quads(seed))
        html.write(store, files / "seed.html")
    page = opened(files / "seed.html")
    keep(page, "seed")
    line = page.locator("#summary").inner_text()
    assert line == ("Omegle: founded 2009 by Leif K-Brooks; 2 harms stated, 1 alleged; 1 lawsuit, settled; "
                    "shut down by 9 Nov 2023")


def test_sentences_of_the_stories_are_cut_as_meant() -> None:
    assert len(sentences("One two. Three four. Five.")) == 3
