"""The page for everybody: axe-core finds nothing in any tab and theme, and a keyboard alone is enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Open, settle
from test_html import second_story, story

from kg import rdf
from kg.store import Store
from kg.views import html

pytestmark = pytest.mark.browser
TABS = ("graph", "timeline", "matrix", "table")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two stories in both languages."""
    folder = tmp_path_factory.mktemp("pages")
    with Store.open() as store:
        for extraction in (story(), second_story()):
            store.put(rdf.quads(extraction))
        for lang in ("en", "id"):
            html.write(store, folder / f"{lang}.html", lang=lang)
    return folder


@pytest.fixture(scope="module")
def complaints() -> Callable[[Any], list[str]]:
    """What axe-core, which comes with the package, has against a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed").Axe()

    def ask(page: Any) -> list[str]:
        found = axe.run(page).response
        assert len(found["passes"]) > 10, "or axe looked at nothing"
        return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]

    return ask


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("en", "dark"), ("id", "light")])
@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing(opened: Open, pages: Path, complaints: Callable[[Any], list[str]], keep: Callable[..., None],
                           lang: str, tab: str, theme: str) -> None:
    page = opened(pages / f"{lang}.html", f"#v=2&view={tab}&theme={theme}")
    assert complaints(page) == []
    keep(page, f"{lang}-{tab}-{theme}")
    page.evaluate("choose({node: topPlatforms(1)[0]}); showNear({id: topPlatforms(1)[0], depth: 1}); byId('exports').open = true")
    assert complaints(page) == []


def test_axe_finds_nothing_on_a_phone(opened: Open, pages: Path, complaints: Callable[[Any], list[str]],
                                      keep: Callable[..., None]) -> None:
    for tab in TABS:
        page = opened(pages / "en.html", f"#v=2&view={tab}", viewport={"width": 390, "height": 844})
        assert complaints(page) == []
        keep(page, f"phone-{tab}")


def test_axe_would_find_a_fault(opened: Open, pages: Path, complaints: Callable[[Any], list[str]]) -> None:
    page = opened(pages / "en.html")
    page.evaluate("byId('search').removeAttribute('aria-label'); byId('search').placeholder = ''")
    assert any("label" in one for one in complaints(page))


def focus(page: Any) -> str:
    found: str = page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName")
    return found


def test_a_keyboard_alone_reads_a_statement(opened: Open, pages: Path) -> None:
    page = opened(pages / "en.html")
    page.keyboard.press("/")
    page.keyboard.type("gro")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Grooming of children"
    assert "Grooming of children, harm, 2 statements" in page.locator("#said").inner_text()
    page.keyboard.press("Escape")
    assert focus(page) == "canvas"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_tabs_turn_with_the_arrow_keys(opened: Open, pages: Path) -> None:
    page = opened(pages / "en.html")
    page.locator("#show-graph").focus()
    seen = []
    for _ in TABS:
        page.keyboard.press("ArrowRight")
        seen.append(focus(page))
        assert page.locator(f"#{seen[-1]}").get_attribute("aria-selected") == "true"
    assert seen == ["show-timeline", "show-matrix", "show-table", "show-graph"]
    assert page.locator("[role=tab][tabindex='0']").count() == 1


def test_everything_that_can_be_pressed_can_be_reached(opened: Open, pages: Path) -> None:
    page = opened(pages / "en.html")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(focus(page))
    assert {"search", "theme", "show-graph", "canvas", "fit", "time-from", "time-to"} <= reached


def test_the_neighbourhood_works_by_keyboard(opened: Open, pages: Path) -> None:
    page = opened(pages / "en.html")
    page.keyboard.press("/")
    page.keyboard.type("quokka")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab") if focus(page) == "close" else None
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("state.near.depth") == 1
    page.locator("#hops").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("state.near.depth") == 2
    assert page.locator("#hops").get_attribute("aria-valuetext") == "2 steps"
