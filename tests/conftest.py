"""Shared material: small extractions told by hand, and the seed article with its claims."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg import identity, rdf, schema, told
from kg.cli import main
from kg.gazetteer import Known, Name
from kg.model import Article, Claim, Evidence, Extraction, Mention, Node, Span, Status, Value
from kg.store import Store

SEED = Path(__file__).parent.parent / "seeds" / "articles" / "omegle-tutup.txt"

Told = tuple[str, str, str | Value, str, dict[str, object]]
"""Subject, predicate, object (nodes' ids, or a value), status; then words=, by=, negated=, rule=."""


def tell(text: str, nodes: Sequence[Node], told: Sequence[Told], *, key: str = "a.txt", lang: str = "en",
         sentences: Sequence[tuple[int, int]] = (), **article: str) -> Extraction:
    """An extraction as the reader of articles would make it; a claim's sentence is the one that holds its `words`."""
    source = Article(text, lang, key, **article)  # type: ignore[arg-type]
    by_id = {node.id: node for node in nodes}
    claims = tuple(_claim(source, by_id, one, sentences or [(0, len(text))]) for one in told)
    return Extraction(source, by_id, claims)


def _claim(article: Article, nodes: Mapping[str, Node], told: Told, sentences: Sequence[tuple[int, int]]) -> Claim:
    subject, predicate, what, status, more = told
    words = str(more.get("words", ""))
    at = article.text.index(words)
    trigger = Span(at, at + len(words)) if words else Span(0, len(article.text))
    sentence = next(Span(*span) for span in sentences if Span(*span).covers(trigger))
    by = more.get("by")
    return Claim(
        article=article.id, subject=_mention(nodes[subject], article.text, sentence), predicate=predicate,
        object=what if isinstance(what, Value) else _mention(nodes[what], article.text, sentence),
        status=Status(status), evidence=Evidence(sentence, str(more.get("quote", sentence.of(article.text)))),
        trigger=trigger, rule=str(more.get("rule", "en:test/made")), negated=bool(more.get("negated", False)),
        said_by=_mention(nodes[str(by)], article.text, sentence) if by else None)


def _mention(node: Node, text: str, sentence: Span) -> Mention:
    """Where the sentence names the node; else a character of it that is the node's own."""
    for name in filter(None, (node.name, *node.aliases)):
        if (at := text.find(name, sentence.start, sentence.end)) >= 0:
            return Mention(node.id, Span(at, at + len(name)))
    at = sentence.start + sum(map(ord, node.id)) % (sentence.end - sentence.start)
    return Mention(node.id, Span(at, at + 1))


def named(article: told.Told) -> told.ArticleQuads:
    """The triples of an article that is alone in the world."""
    return told.written(article, identity.resolve(article.profiles))


SEED_NODES = (
    Node("P1", "Platform", name="Omegle", known="omegle", place=16,
         aliases=("platform tersebut", "lingkungan", "menyalahgunakannya")),
    Node("B1", "Person", name="Leif K-Brooks", known="leif-k-brooks", place=888, aliases=("Brooks",)),
    Node("G1", "Group", name="pengguna berusia 11 tahun", type="children", place=569),
    Node("L1", "LegalAction", name="gugatan", type="lawsuit", place=539, aliases=("tuntutan hukum",)),
    Node("O1", "Outcome", name="menutup", type="shutdown", latest="2023-11-09", place=119),
    Node("O2", "Outcome", name="penyelesaian", type="settlement", latest="2023-11-09", place=183,
         aliases=("menyelesaikan",)),
    Node("harm:csam", "Harm", name="pornografi anak", type="csam"),
    Node("harm:csea", "Harm", name="predator seksual", type="csea"),
    Node("harm:abuse-unspecified", "Harm", name="pelecehan lainnya", type="abuse-unspecified",
         aliases=("penyalahgunaan", "menyalahgunakannya")),
)
SEED_SENTENCES = ((0, 225), (353, 473), (474, 640), (872, 1065), (1066, 1223), (1224, 1393))
SEED_CLAIMS: tuple[Told, ...] = (
    ("P1", "outcome", "O1", "asserted",
     {"words": "telah resmi menutup pintu virtualnya", "rule": "id:shutdown/light"}),
    ("L1", "outcome", "O2", "asserted", {"words": "penyelesaian tuntutan hukum", "rule": "id:settle/noun"}),
    ("P1", "reportedHarm", "harm:csam", "asserted",
     {"words": "tempat berkembang biaknya pornografi anak", "rule": "id:harm/site"}),
    ("P1", "reportedHarm", "harm:abuse-unspecified", "asserted",
     {"words": "bentuk-bentuk pelecehan lainnya", "rule": "id:harm/site"}),
    ("O1", "followed", "O2", "asserted", {"words": "terjadi setelah", "rule": "id:after/connective"}),
    ("L1", "defendant", "P1", "asserted", {"words": "Omegle menyelesaikan gugatan", "rule": "id:settle/active"}),
    ("L1", "outcome", "O2", "asserted", {"words": "menyelesaikan gugatan", "rule": "id:settle/active"}),
    ("L1", "allegesHarm", "harm:csea", "asserted", {"words": "gugatan yang menuduh", "rule": "id:allege/relative"}),
    ("P1", "reportedHarm", "harm:csea", "alleged",
     {"words": "menuduh platform tersebut memasangkan pengguna berusia 11 tahun dengan predator seksual", "by": "L1",
      "rule": "id:allege/relative"}),
    ("L1", "affects", "G1", "alleged", {"words": "pengguna berusia 11 tahun", "by": "L1", "rule": "id:affected/child"}),
    ("P1", "founder", "B1", "asserted", {"words": "Pendiri Omegle, Leif K-Brooks", "rule": "id:found/role"}),
    ("P1", "reportedHarm", "harm:abuse-unspecified", "confirmed",
     {"words": "mengakui penyalahgunaan platform tersebut", "by": "B1", "rule": "id:admit/active"}),
    ("P1", "founder", "B1", "asserted", {"words": "Brooks, yang mendirikan Omegle", "rule": "id:found/relative"}),
    ("P1", "foundedIn", Value("2009", "year"), "asserted",
     {"words": "mendirikan Omegle pada tahun 2009", "rule": "id:found/relative"}),
    ("P1", "reportedHarm", "harm:abuse-unspecified", "confirmed",
     {"words": "beberapa orang telah menyalahgunakannya", "by": "B1", "rule": "id:admit/quote"}),
)
KNOWN = {
    "omegle": Known("omegle", "Platform", (Name("Omegle"), Name("omegle.com"))),
    "leif-k-brooks": Known("leif-k-brooks", "Person", (Name("Leif K-Brooks"), Name("Brooks"))),
}


@pytest.fixture(scope="session")
def seed() -> Extraction:
    """The seed article with the fifteen claims of its first pages."""
    return tell(SEED.read_text(encoding="utf-8"), SEED_NODES, SEED_CLAIMS, key="omegle-tutup.txt", lang="id",
                sentences=SEED_SENTENCES, publisher="Andalpost")


@pytest.fixture(scope="session")
def known() -> Mapping[str, Known]:
    """The two entries of the gazetteer that the seed article needs."""
    return KNOWN


@pytest.fixture(scope="session")
def ontology() -> schema.Ontology:
    """The ontology of the package."""
    return schema.load()


@pytest.fixture(scope="session", name="tell")
def _tell() -> Callable[..., Extraction]:
    """Makes an extraction from a text, nodes and short claims."""
    return tell


@pytest.fixture
def seed_store(seed: Extraction) -> Iterator[Store]:
    """A store in memory that holds the seed article."""
    with Store.open() as store:
        store.put(rdf.quads(seed, known=KNOWN))
        yield store


# ------------------------------------------------------------------------------------------------ real builds

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_MAIN = "from kg.cli import main; main(prog_name='kg')"


def command_line(*arguments: object, python: Sequence[str] = ()) -> list[str]:
    """What to start for `kg` with these arguments, also where its script is not installed."""
    return [sys.executable, *python, "-c", _MAIN, *map(str, arguments)]


def _run(*arguments: object, hashes: str = "1", environment: Mapping[str, str] | None = None,
         given: str = "", python: Sequence[str] = (), cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own; `hashes` seeds the order of Python's sets, `given` is its input."""
    inherited = {name: value for name, value in os.environ.items() if name != "KG_STORE"}
    return subprocess.run(
        command_line(*arguments, python=python), input=given, cwd=cwd, encoding="utf-8",
        env={**inherited, "PYTHONHASHSEED": hashes, "PYTHONUTF8": "1", **(environment or {})},
        capture_output=True, timeout=120)


@pytest.fixture(scope="session", name="run")
def _command_line() -> Run:
    """Runs `kg` as a user does: run("query", "founders", "--store", path)."""
    return _run


@pytest.fixture(scope="session")
def seed_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg build` made of the seed article alone."""
    return _built(tmp_path_factory.mktemp("seed") / "output", SEED)


@pytest.fixture(scope="session")
def all_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg build` made of all the articles that come with the tool."""
    return _built(tmp_path_factory.mktemp("all") / "output", SEED.parent)


def _built(output: Path, articles: Path) -> Path:
    done = _run("build", articles, "-o", output)
    assert done.returncode == 0, done.stderr
    return output


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Invoke = Callable[..., Done]


@pytest.fixture
def invoke(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Runs `kg` in this process, where the language models are loaded once; its exit code counts."""
    monkeypatch.delenv("KG_STORE", raising=False)

    def invoked(*arguments: object) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments)], prog_name="kg")
        code = ended.value.code
        return Done(code if isinstance(code, int) else int(code is not None), *capsys.readouterr())

    return invoked


# ------------------------------------------------------------------------------------------------ pages in a browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium that is already on this machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Open]:
    """Opens a page from its file; afterwards nothing may have been asked of the network, and no error have come up."""
    pages: list[Any] = []
    troubles: list[str] = []

    def load(path: Path, address: str = "", **settings: Any) -> Any:
        page = browser.new_page(**{"viewport": {"width": 1400, "height": 860}, **settings})
        page.on("request", lambda asked: asked.url.startswith(("file:", "blob:")) or troubles.append(asked.url))
        page.on("console", lambda said: said.type in ("error", "warning") and troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri() + address)
        page.wait_for_function("typeof network === 'object' && network !== null")
        settle(page)
        pages.append(page)
        return page

    yield load
    for page in pages:
        assert page.evaluate("window.hacked") is None
        page.close()
    assert troubles == []


def settle(page: Any) -> None:
    """Waits until the page has drawn what it was last told."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture(scope="session")
def keep() -> Callable[[Any, str], None]:
    """Keeps a screenshot of a page in the folder that KG_SCREENSHOTS names; does nothing where it names none."""
    folder = os.environ.get("KG_SCREENSHOTS")

    def keep(page: Any, name: str, **how: Any) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", **how)

    return keep
