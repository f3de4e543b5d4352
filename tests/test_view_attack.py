"""No text of an article ever runs, wherever the page shows it: the attack corpus in every field, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attacks import ADDRESSES, PAYLOADS, RUN, SLUGS, attack
from conftest import Open, settle
from test_html import Elements, page_of

from kg.store import Store
from kg.views import html

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of nothing but attacks."""
    path = tmp_path_factory.mktemp("attack") / "attack.html"
    with Store.open() as store:
        for number in range(len(PAYLOADS)):
            store.put(attack(number))
        html.write(store, path, title=PAYLOADS[0], max_nodes=1000)
    return path


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(set(PAYLOADS)) >= 80 and len(set(ADDRESSES)) >= 12 and len(set(SLUGS)) >= 15


def test_nothing_runs_when_all_is_chosen_and_all_is_shown(opened: Open, attacked: Path) -> None:
    page = opened(attacked)
    assert page.evaluate("entities.size") >= 3 * len(PAYLOADS), "or payloads were lost on the way"
    page.evaluate("""async () => {
      for (const id of entities.keys()) choose({node: id}, true);
      for (const id of statements.keys()) choose({edge: id}, true);
      clear();
      for (const one of data.statements) if (!one.literal) choose({pair: [one.s, one.o]});
    }""")
    clean(page)


@pytest.mark.parametrize("address", [
    "", "#v=2&folded=false", "#v=2&view=timeline&platform=*", "#v=2&view=matrix", "#v=2&view=table", "#v=2&theme=dark",
    f"#v=2&node=<script>{RUN}</script>&near=__proto__&near=1&view=constructor"])
def test_nothing_runs_in_any_tab(opened: Open, attacked: Path, address: str) -> None:
    page = opened(attacked, address)
    page.evaluate("state.rows = 1000; refresh()")
    page.mouse.move(700, 450)
    settle(page)
    clean(page)


def test_nothing_runs_in_a_neighbourhood_a_search_or_what_is_saved(opened: Open, attacked: Path) -> None:
    page = opened(attacked)
    for wanted in ("script", "__proto__", "=HYPERLINK", "\\"):
        page.locator("#search").fill(wanted)
        settle(page)
        page.locator("#search").press("Enter")
    page.evaluate("topPlatforms(40).forEach(id => showNear({id, depth: 2}))")
    page.evaluate("pictureOf().toDataURL().length; csvText().length")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    clean(page)


def test_links_lead_to_the_web_or_nowhere(opened: Open, attacked: Path) -> None:
    page = opened(attacked)
    addresses = page.evaluate("""() => [...new Set([...statements.keys()].flatMap(id => {
      choose({edge: id});
      return [...document.querySelectorAll("a")].map(link => `${new URL(link.href).protocol} ${link.rel}`);
    }))]""")
    assert addresses == ["https: noopener noreferrer"]


def clean(page: Any) -> None:
    """Nothing that an article could have made is in the page."""
    assert page.locator("img, iframe, form, base, link, object, embed, video, audio, style + style").count() == 0
    assert page.locator("a:not([href^='https://fine.example/'])").count() == 0
    assert page.evaluate("document.scripts.length") == 3
    attributes = page.evaluate("[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())")
    assert not any(name.startswith("on") for name in attributes)
    assert page.title() == PAYLOADS[0]
    assert page.evaluate("({}).hacked === undefined && Object.keys(Object.prototype).length === 0")


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_title_is_text_whatever_it_holds(payload: str, tmp_path: Path) -> None:
    with Store.open() as store:
        page = page_of(store, tmp_path, title=payload)
    assert Elements(page).count("script") == 3 and Elements(page).count("h1") == 1
    assert not Elements(page).found_any("img", "iframe", "base", "link", "form")


def test_the_policy_stops_a_script_that_gets_in_all_the_same(browser: Any, tmp_path: Path) -> None:
    """Shows that the tests above can fail: the same injected script runs once the policy is taken away."""
    with Store.open() as store:
        broken = page_of(store, tmp_path).replace("</footer>", f"</footer><script>{RUN}</script>")
    guarded, bare = tmp_path / "guarded.html", tmp_path / "bare.html"
    guarded.write_text(broken, encoding="utf-8")
    bare.write_text(broken.replace("Content-Security-Policy", "X-Nothing"), encoding="utf-8")
    ran = []
    for path in (guarded, bare):
        page = browser.new_page()
        page.goto(path.as_uri())
        ran.append(page.evaluate("window.hacked"))
        page.close()
    assert ran == [None, 1]
