"""How long the page takes, against pyvis's own default page of the same graph: `python tests/view_speed.py 300 1000`.

Prints one row a size. Times are of one run on this machine: ours the median of three, pyvis's, which takes minutes, of
one; "load" is how many processes wanted the processors in the last minute. "usable" is from opening the file until the
graph is drawn and still: for pyvis, whose nodes move about at first, until it says that they have settled.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from conftest import CHROMIUM, QUIET, settle
from crowd import store_of

from kg.views import html
from kg.views.graph import read

STILL = """() => new Promise(done => network.once('stabilizationIterationsDone',
  () => requestAnimationFrame(() => requestAnimationFrame(done))))"""
SELECT = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const took = [];
  for (const id of topPlatforms(5)) {
    await frame();
    const start = performance.now();
    choose({node: id});
    await frame();
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[2] / 1000;
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright
    print("entities  drawn      write    size   usable  select   pyvis write  pyvis size  pyvis usable  ratio  load")
    with TemporaryDirectory() as folder, sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for size in map(int, sys.argv[1:]):
            measure(browser, Path(folder), size)


def measure(browser: Any, folder: Path, size: int) -> None:
    ours, theirs = folder / f"{size}.html", folder / f"{size}-pyvis.html"
    with store_of(size) as store:
        started = time.monotonic()
        html.write(store, ours, max_nodes=size)
        wrote = time.monotonic() - started
        started = time.monotonic()
        count = plain_page(read(store, max_nodes=size), theirs)
        pyvis_wrote = time.monotonic() - started
    usable = opening(browser, theirs, STILL) if size <= 1000 else None
    for drawn, address in (("folded", ""), ("all", "#v=2&folded=false")):
        took = median(opening(browser, ours, None, address) for _ in range(3))
        select = median(selecting(browser, ours, address) for _ in range(3))
        ratio = f"1/{usable / took:.0f}" if usable else "-"
        print(f"{count:8}  {drawn:8} {wrote:5.1f} s {ours.stat().st_size / 1e6:4.2f} MB {took:5.2f} s {select:5.2f} s  "
              f"{pyvis_wrote:9.1f} s "
              f"{theirs.stat().st_size / 1e6:7.2f} MB {usable or 0:11.1f} s  {ratio:5}  {os.getloadavg()[0]:.1f}", flush=True)


def plain_page(graph: Any, path: Path) -> int:
    """The page that pyvis makes by itself of the same nodes and edges."""
    from pyvis.network import Network
    network = Network(directed=True, cdn_resources="in_line")
    for node, label in graph.nodes(data="label"):
        network.add_node(node, label=label)
    for one, other in graph.edges():
        network.add_edge(one, other)
    path.write_text(network.generate_html(), encoding="utf-8")
    return len(graph)


def opening(browser: Any, path: Path, until: str | None, address: str = "") -> float:
    page = browser.new_page(viewport={"width": 1400, "height": 860})
    page.set_default_timeout(0)
    page.route("http*://**", lambda route: route.abort())
    started = time.monotonic()
    page.goto(path.as_uri() + address, wait_until="commit")
    while not page.evaluate("typeof network === 'object' && network !== null"):   # the page forbids what waiting by text needs
        time.sleep(0.01)
    page.evaluate(until) if until else settle(page)
    took = time.monotonic() - started
    page.close()
    return took


def selecting(browser: Any, path: Path, address: str) -> float:
    """How long the middle one of five selections takes, in seconds, each until it is drawn."""
    page = browser.new_page(viewport={"width": 1400, "height": 860})
    page.goto(path.as_uri() + address)
    settle(page)
    took: float = page.evaluate(SELECT)
    page.close()
    return took


if __name__ == "__main__":
    main()
