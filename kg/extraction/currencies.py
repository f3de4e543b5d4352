"""Which dollar a bare "$" or "dolar" is, which rupee, crown or peso: that of the country whose money is called so and which the
article names most, else the best known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.extraction import amounts, values
from kg.extraction.tree import Tree
from kg.extraction.values import Found
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Value

_NAMESAKES = {   # by the code that a bare word stands for: the country and code of other money of that name
    "USD": {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"},
    "INR": {"PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "PHP": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "UY": "UYU", "DO": "DOP"},
    "KES": {"UG": "UGX", "TZ": "TZS"},
    "SEK": {"DK": "DKK", "NO": "NOK", "IS": "ISK", "CZ": "CZK"},
    "DKK": {"NO": "NOK"},
    "KWD": {"JO": "JOD", "RS": "RSD", "TN": "TND", "DZ": "DZD", "BH": "BHD"},
}
_HOMES = {"USD": "US", "INR": "IN", "PHP": "PH", "KES": "KE", "SEK": "SE", "DKK": "DK", "KWD": "KW"}
_NO_NAME = frozenset({"us$", "as", "amerika", "us", "u.s.", "sek", "dkk", "php", "kes", "inr", "kwd", "usd"})
_SIGNS = frozenset({"$"})


def spoken_of(trees: Iterable[Tree], gazetteer: Gazetteer) -> Mapping[str, str]:
    """The codes of the money of an article where they are not the best known: dollars of the country that it names most often."""
    named = Counter(found.value.lexical[:2] for tree in trees
                    for found in (*values.places(tree, gazetteer), *values.adjectives(tree, gazetteer))
                    if not _is_seat(tree, found.last + 1))
    meant = {home: _namesake(home, named) for home in _NAMESAKES}
    return {home: code for home, code in meant.items() if code}


def _namesake(home: str, named: Counter[str]) -> str:
    """The code of the only country named most that has such money of its own; "" where the best known is meant."""
    others = _NAMESAKES[home]
    local = [place for place, _ in named.most_common() if place in others]
    tied = len(local) > 1 and named[local[0]] == named[local[1]]
    foreign = bool(local) and named.most_common(1)[0][1] > named[local[0]]   # Chile fines a "Singapore-based" owner
    return others[local[0]] if local and not tied and not foreign and _HOMES[home] not in named else ""


def _is_seat(tree: Tree, after: int) -> bool:
    """"its Singapore-based owner": where a company sits, not where the story plays."""
    return "".join(token.lower for token in tree.tokens[after:after + 2]) == "-based"


def sums(tree: Tree, lexicon: Lexicon, meant: Mapping[str, str]) -> list[Found]:
    """The sums of money of a sentence; those in bare dollars, rupees or crowns in this kind of them."""
    return [_in_local(found, code) if (code := meant.get(found.value.lexical[:3], "")) and _is_bare(tree, found, lexicon)
            else found for found in amounts.money(tree, lexicon)]


def _is_bare(tree: Tree, found: Found, lexicon: Lexicon) -> bool:
    """Whether no country stands with the sign or word: "US$5", "5 juta dolar AS", "2 million Danish crowns"."""
    around = tree.tokens[max(0, found.first - 1):found.last + 3]
    signs = [token.lower.rstrip("0123456789.,mkbn") for token in around]
    names = {sign for sign, _ in lexicon.currencies if sign.isalpha() and sign not in _NO_NAME} | _SIGNS
    behind = tree.tokens[found.last + 1:found.last + 2]
    two = any(" ".join(t.lower for t in tree.tokens[found.last + 1:found.last + 3]) == sign for sign, _ in lexicon.currencies)
    word = any(sign in names for sign in signs) or any(token.lemma in names for token in behind)
    return word and not two and not any(token.lower in _NO_NAME for token in around)


def _in_local(found: Found, code: str) -> Found:
    return Found(Value(code + found.value.lexical[3:], "money"), found.first, found.last)
