"""Sums of money and counts in a sentence, as values with the words that say them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.tree import Tree
from kg.extraction.values import Found
from kg.lexicon import Lexicon
from kg.model import Value

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?")
_SIGN = re.compile(r"[^\d]*")
_THOUSANDS = {mark: re.compile(rf"\d{{1,3}}(\{mark}\d{{3}})+") for mark in ",."}
_GLUED = re.compile(r"([^\d\s.,-]*)(" + _NUMBER.pattern + r")([a-zA-Z]*)")


def money(tree: Tree, lexicon: Lexicon) -> list[Found]:
    """Sums of money: "$22 million", "20,000 euros", "Rp 10 miliar"."""
    return [Found(Value(f"{code} {amount}", "money"), start, end) for start, end, amount, code in _amounts(tree, lexicon) if code]


def is_in_sum(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is one of a sum: the "m" of "fined €2.3m"."""
    return any(start <= index <= end for start, end, _, code in _amounts(tree, lexicon) if code)


def numbers(tree: Tree, lexicon: Lexicon) -> list[Found]:
    """Whole numbers that are no sums of money: "73 million", "41 juta"."""
    return [Found(Value(str(amount), "integer"), start, end) for start, end, amount, code in _amounts(tree, lexicon) if not code]


def _amounts(tree: Tree, lexicon: Lexicon) -> list[tuple[int, int, int, str]]:
    """First and last token and value of every whole number, and the currency beside it, "" if there is none."""
    return tree.once("amounts", lambda: [(start, end, amount, _currency(tree, start, end, lexicon))
                                         for start, end, amount in _numbers(tree, lexicon)])


def _numbers(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """First and last token and value of every whole number, with the scale word after it ("million")."""
    free = 0
    for token in tree:
        if token.index < free or token.text.isalpha() and token.lower not in lexicon.numbers:
            continue
        if (number := _figure(token.text, lexicon)) is not None:
            end, number = _scaled(tree, token.index, number, lexicon)
            free = end + 1
            if number == int(number):
                yield token.index, end, int(number)


def _figure(text: str, lexicon: Lexicon) -> float | None:
    if text.lower() in lexicon.numbers:
        return float(lexicon.numbers[text.lower()])
    if len(text) == 1 and not text.isdigit():
        return None
    glued = _GLUED.fullmatch(text)   # "US$5", "£3.1m"
    if not glued or glued[3] and glued[3].lower() not in lexicon.scales:
        return None
    if glued[1] and not any(glued[1].lower() == sign for sign, _ in lexicon.currencies):
        return None
    text, scale = glued[2], lexicon.scales.get(glued[3].lower(), 1.0)
    thousands, decimal = (".", ",") if lexicon.lang == "id" else (",", ".")
    if _THOUSANDS[thousands].fullmatch(text):
        return float(text.replace(thousands, "")) * scale
    return round(float(text.replace(decimal, ".")) * scale, 2) if text.count(".") + text.count(",") <= 1 else None


def _scaled(tree: Tree, at: int, number: float, lexicon: Lexicon) -> tuple[int, float]:
    end = at + 1
    if end < len(tree) and tree[end].text == "-":
        end += 1
    scale = lexicon.scales.get(tree[end].lower.rstrip(".")) if end < len(tree) else None
    return (end, round(number * scale, 2)) if scale else (at, number)


def _currency(tree: Tree, start: int, end: int, lexicon: Lexicon) -> str:
    """The ISO code of the currency beside a number, "" if there is none."""
    own = _SIGN.match(tree[start].text)
    sign_of_its_own = own.group().lower() if own else ""
    after = tree[end + 1].lemma if end + 1 < len(tree) else ""
    form = tree[end + 1].lower if end + 1 < len(tree) else ""
    after_two = after + " " + (tree[end + 2].lower if end + 2 < len(tree) else "")
    beside = {sign_of_its_own, (_sign_before(tree, start) + sign_of_its_own).lower(), after, form, after_two.strip()}
    if beside.isdisjoint(lexicon.once("signs of currencies", lambda: frozenset(sign for sign, _ in lexicon.currencies))):
        return ""
    return next(code for sign, code in lexicon.currencies if sign in beside)


def _sign_before(tree: Tree, start: int) -> str:
    """The word before a number, joined with the one it touches: "US$", "A$", "Rp"."""
    first = start - 1
    if first > 0 and tree[first - 1].span.end == tree[first].span.start and tree[first].text in "$€£":
        first -= 1
    return "".join(token.text for token in tree.tokens[max(0, first):start])
