"""Extraction: parsed articles in, claims out.

Two readings. The first finds names, settles what they are names of, and follows who is spoken of and who holds which
role. The second reads actions, outcomes and harms, each with the stance in which it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg import gazetteer as gazetteers
from kg import lexicon as lexicons
from kg import schema
from kg.extraction import concepts, dollars, harms, mending, names, privacy, proposals, quotes, reading, sureness, values
from kg.extraction.discourse import Discourse
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Article, Extraction, Sentence
from kg.schema import Ontology

_ARTICLE = 6   # sentences from which on a text is an article


@dataclass(frozen=True)
class Resources:
    """What extraction goes by beside the text: the ontology, what is known, and whether the learnt models are asked too.

    `judged` says whether claims of an article that are too unsure are left out.
    """

    ontology: Ontology
    gazetteer: Gazetteer
    learnt: bool = True
    judged: bool = True
    _labels: dict[str, harms.Labels] = field(default_factory=dict, repr=False, compare=False)

    def lexicon(self, lang: str) -> Lexicon:
        """The lexicon of a language."""
        return lexicons.load(lang)

    def harm_labels(self, lang: str) -> harms.Labels:
        """How a language names the harms of the ontology."""
        if lang not in self._labels:
            self._labels[lang] = harms.label_index(self.ontology, lang)
        return self._labels[lang]


def resources() -> Resources:
    """The resources that ship with the tool."""
    return Resources(schema.load(), gazetteers.load())


def extract(parsed: Iterable[tuple[Article, tuple[Sentence, ...]]], given: Resources | None = None) -> Iterator[Extraction]:
    """The claims of each parsed article, in the order given."""
    given = given or resources()
    for article, sentences in parsed:
        yield read(article, sentences, given)


def read(article: Article, sentences: tuple[Sentence, ...], given: Resources) -> Extraction:
    """The nodes and claims of one article, with the names of private persons already withheld."""
    lexicon = given.lexicon(article.lang)
    trees = [Tree(sentence) for sentence in sentences]
    naming = names.find(trees, lexicon, given.gazetteer)
    trees = [mending.mend(tree, naming.names.get(tree.sentence.index, ()), lexicon) for tree in trees]
    discourse = Discourse(naming, lexicon)
    said = quotes.find(article)
    published = article.published or _last_date(trees, lexicon)
    labels = given.harm_labels(article.lang)
    money = dollars.spoken_of(trees, given.gazetteer)
    scenes = [Scene(tree, discourse.read(tree), discourse, lexicon, given.gazetteer, said, labels, published, money)
              for tree in trees]
    if given.learnt:
        proposals.note(scenes, article.lang)
    notes = Notes(article, discourse, given.ontology, dated=bool(article.published))
    found = privacy.withhold(_about_platforms(reading.Reader(article, scenes, notes).read(), len(trees)), scenes)
    if not (given.learnt and given.judged) or len(trees) < _ARTICLE or not scenes[0].opinion.likely:
        return found
    return sureness.judged(found, sentences, [scene.opinion.likely for scene in scenes])


def fingerprint(lang: str) -> str:
    """What the claims of a language depend on that was learnt, in one hash."""
    return concepts.fingerprint(lang) + sureness.fingerprint()


def _about_platforms(found: Extraction, sentences: int) -> Extraction:
    """Nothing of an article about no platform, such as a dispute of a café and its landlord; a few lines may name none."""
    elsewhere = sentences >= _ARTICLE and not any(node.kind == "Platform" for node in found.nodes.values())
    return replace(found, nodes={}, claims=()) if elsewhere else found


def _last_date(trees: list[Tree], lexicon: Lexicon) -> str:
    """The last full date that an undated article names: it cannot be older than that."""
    found = (hit.value.lexical for tree in trees for hit in values.dates(tree, lexicon, "") if hit.value.kind == "date")
    return max(found, default="")
