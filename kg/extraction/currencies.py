"""Which dollar, peso, rupee or shilling a bare one is: that of the country which the article names most, else the usual one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.extraction import amounts, values
from kg.extraction.tree import Tree
from kg.extraction.values import Found
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Value

_USUAL = {"USD": "US", "PHP": "PH", "INR": "IN", "KES": "KE"}   # whose a bare one is, if the article names no country with one
_SHARED = {
    "USD": {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"},
    "PHP": {"MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS", "UY": "UYU", "DO": "DOP"},
    "INR": {"PK": "PKR", "LK": "LKR", "NP": "NPR"},
    "KES": {"TZ": "TZS", "UG": "UGX"},
}
_NAMED = {   # words that say whose it is
    "USD": frozenset({"us$", "as", "amerika", "us", "u.s."}),
    "PHP": frozenset({"philippine", "filipina", "filipino"}),
    "INR": frozenset({"indian", "india"}),
    "KES": frozenset({"kenyan", "kenya"}),
}
_BARE = frozenset({"$", "dollar", "dollars", "dolar", "peso", "pesos", "rupee", "rupees", "shilling", "shillings"})


def spoken_of(trees: Iterable[Tree], gazetteer: Gazetteer) -> Mapping[str, str]:
    """By the usual code, "USD", the one that an article means; only where it is another, "AUD"."""
    named = Counter(found.value.lexical[:2] for tree in trees
                    for found in (*values.places(tree, gazetteer), *values.adjectives(tree, gazetteer))
                    if not _is_seat(tree, found.last + 1))
    meant = {usual: _meant(usual, named) for usual in _SHARED} if named else {}
    return {usual: code for usual, code in meant.items() if code != usual}


def _meant(usual: str, named: Counter[str]) -> str:
    """That of the country with one of its own which is named most often, unless another country is named more often still."""
    local = [country for country, _ in named.most_common() if country in _SHARED[usual]]
    tied = len(local) > 1 and named[local[0]] == named[local[1]]
    foreign = bool(local) and named.most_common(1)[0][1] > named[local[0]]   # Chile fines a "Singapore-based" owner
    return _SHARED[usual][local[0]] if local and not tied and not foreign and _USUAL[usual] not in named else usual


def _is_seat(tree: Tree, after: int) -> bool:
    """"its Singapore-based owner": where a company sits, not where the story plays."""
    return "".join(token.lower for token in tree.tokens[after:after + 2]) == "-based"


def sums(tree: Tree, lexicon: Lexicon, meant: Mapping[str, str]) -> list[Found]:
    """The sums of money of a sentence; bare ones in the currency that the article means."""
    return [_in(found, meant[usual], usual) if (usual := found.value.lexical[:3]) in meant and _is_bare(tree, found, usual)
            else found for found in amounts.money(tree, lexicon)]


def _is_bare(tree: Tree, found: Found, usual: str) -> bool:
    """Whether no country stands with the sign or word: "US$5", "5 juta dolar AS"."""
    around = tree.tokens[max(0, found.first - 1):found.last + 3]
    signs = [token.lower.rstrip("0123456789.,mkbn") for token in around]
    return any(sign in _BARE for sign in signs) and not any(token.lower in _NAMED[usual] for token in around)


def _in(found: Found, code: str, usual: str) -> Found:
    return Found(Value(found.value.lexical.replace(usual, code, 1), "money"), found.first, found.last)
