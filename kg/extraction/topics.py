"""What an article is about: whether about platforms at all, and which of its names is the platform's that no sign tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction import online
from kg.extraction.definites import is_definite
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_CLAUSE = 4    # "Launched by X, the app counts": a clause begins there that need not speak of X
_OPENING = 6   # how long the phrase may be that opens a sentence: "The encrypted messaging app"


def is_about_platforms(trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    return any(_speaks_of_platform(tree, lexicon) for tree in trees) or online.is_spoken_of(trees, lexicon)


def note_main_platform(votes: dict[str, Counter[str]], names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon,
                       gazetteer: Gazetteer, *, kinds: dict[str, str], known: dict[str, str]) -> None:
    """The name that an article about "the app" repeats most is the app's, where nothing says what any name stands for."""
    found = {text for text, kind in kinds.items() if kind == "Platform" and text not in known}
    described = any(_speaks_of_platform(tree, lexicon) or online.counts_users(tree, lexicon) for tree in trees)
    if found or online.is_elsewhere(trees, lexicon) or not (described or online.is_spoken_of(trees, lexicon)):
        return
    bodies = lexicon.either("authority_words", "no_platforms")
    unclear = [text for text, given in votes.items() if len(text.split()) < 4
               and given["person"] - given["office"] <= given["seen"] // 4 and not given["authority"] and not given["company"]
               and not given["city"] and not given["geography"] and not given["acronym"] and not _is_somebody(text, given, kinds)
               and (described or " " not in text and not _is_place(given, lexicon)) and text.lower() not in bodies
               and not gazetteer.lookup(text) and not gazetteer.place(text) and text.lower() not in gazetteer.adjectives]
    repeated = [text for text in unclear if votes[text]["seen"] > 1]
    if repeated:
        kinds[max(repeated, key=lambda text: (votes[text]["seen"], text))] = "Platform"
        return
    weak = {text for text in unclear if text not in kinds or kinds[text] == "Organization" and (
        votes[text]["office"] or _is_weak_body(text, votes[text]))}
    if taken_up := next(_taken_up(weak, names, trees, lexicon), ""):
        kinds[taken_up] = "Platform"


def _is_weak_body(text: str, votes: Counter[str]) -> bool:
    """Whether nothing but the name finder takes a name for an organisation's."""
    return " " not in text and not votes["body-like"] + votes["watchdog"] + votes["company's"]


def _taken_up(unclear: set[str], names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon) -> Iterator[str]:
    """"A court froze the assets of X. The mobile wallet belongs to ...": the one name that "the wallet" takes up, in its own
    sentence or at the opening of the next.
    """
    for before, tree in pairwise([trees[0], *trees]):
        for noun in tree.find(lexicon.phrases["platform"]) if tree.sentence.kind == "paragraph" else ():
            if tree[min(noun[-1] + 1, len(tree) - 1)].text[:1].isupper() or not is_definite(tree, noun, lexicon):
                continue
            here = {name.text for name in names if name.sentence == tree.sentence.index and name.last + _CLAUSE < noun[0]
                    and not lexicon.words["definite_after"]}   # Indonesians may go by one name: "Menurut Hardi, aplikasi itu"
            there = {name.text for name in names if name.sentence == before.sentence.index and noun[-1] < _OPENING
                     and before is not tree and before.sentence.kind == "paragraph"}
            told = sorted((here if here & unclear else there) & unclear)
            yield from told if len(told) == 1 else ()


def _is_place(votes: Counter[str], lexicon: Lexicon) -> bool:
    """Whether the name finder takes it for a place; the Indonesian one takes everything for a place that "di" stands before."""
    return bool(votes["placed"]) or lexicon.check_pos and votes["ner:LOC"] * 2 > votes["seen"]


def _is_somebody(text: str, votes: Counter[str], kinds: dict[str, str]) -> bool:
    """Whether a name is a person's, by itself or as a part of one in full."""
    people = (full for full, kind in kinds.items() if kind == "Person" and " " in full)
    return any(text in full.split() for full in people) or (
        kinds.get(text) == "Person" and bool(votes["several words"] and votes["ner:PER"]))


def _speaks_of_platform(tree: Tree, lexicon: Lexicon) -> bool:
    general = lexicon.phrases["platforms_in_general"]   # "viral di media sosial" is about no platform
    return any(tuple(tree[i].lower for i in words) not in general and not online.is_a_bodys(tree, words, lexicon)
               for words in tree.find(lexicon.phrases["platform"]))
