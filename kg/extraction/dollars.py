"""Which dollar a bare "$" or "dolar" is: of the countries with dollars, that which the article names most, else the American."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extraction import amounts, values
from kg.extraction.tree import Tree
from kg.extraction.values import Found
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Value

_DOLLARS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}
_HOME = "USD"
_AMERICAN = frozenset({"us$", "as", "amerika", "us", "u.s."})
_BARE = frozenset({"$", "dollar", "dollars", "dolar"})


def spoken_of(trees: Iterable[Tree], gazetteer: Gazetteer) -> str:
    """The code of the dollar of an article: that of the country with a dollar of its own that it names most often."""
    named = Counter(found.value.lexical[:2] for tree in trees
                    for found in (*values.places(tree, gazetteer), *values.adjectives(tree, gazetteer))
                    if not _is_seat(tree, found.last + 1))
    local = [code for code, _ in named.most_common() if code in _DOLLARS]
    tied = len(local) > 1 and named[local[0]] == named[local[1]]
    foreign = bool(local) and named.most_common(1)[0][1] > named[local[0]]   # Chile fines a "Singapore-based" owner
    return _DOLLARS[local[0]] if local and not tied and not foreign and "US" not in named else _HOME


def _is_seat(tree: Tree, after: int) -> bool:
    """"its Singapore-based owner": where a company sits, not where the story plays."""
    return "".join(token.lower for token in tree.tokens[after:after + 2]) == "-based"


def sums(tree: Tree, lexicon: Lexicon, dollar: str) -> list[Found]:
    """The sums of money of a sentence; those in bare dollars in this kind of them."""
    return [_in_dollars(found, dollar) if dollar != _HOME and found.value.lexical.startswith(_HOME) and _is_bare(tree, found)
            else found for found in amounts.money(tree, lexicon)]


def _is_bare(tree: Tree, found: Found) -> bool:
    """Whether no country stands with the sign or word: "US$5", "5 juta dolar AS"."""
    around = tree.tokens[max(0, found.first - 1):found.last + 3]
    signs = [token.lower.rstrip("0123456789.,mkbn") for token in around]
    return any(sign in _BARE for sign in signs) and not any(token.lower in _AMERICAN for token in around)


def _in_dollars(found: Found, dollar: str) -> Found:
    return Found(Value(found.value.lexical.replace(_HOME, dollar, 1), "money"), found.first, found.last)
