"""Offices before names: "Jaksa Agung New Mexico Paloma Trinh", "Menteri Komunikasi dan Digital Arkan Suryadinata".

Where an office is written in capitals before its holder, the run of capitals must be cut where the person begins.
"""

from __future__ import annotations

from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_LONGEST_NAME = 4
_HOME = "ID"   # whose authorities Indonesian names without a country
_LONGEST_PLACE = 3


def parts(tree: Tree, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The names in a run of capitals that an office begins, as (first, end) with `end` excluded; none if there is no office.

    The authority that the office belongs to comes first if the run names it, then the person.
    """
    if not _is_capital(tree, at) or tree[at].lower not in lexicon.words["office_heads"]:
        return []
    end = _chain_end(tree, at)
    begin = _person_begin(tree, at, end, lexicon, gazetteer)
    office = _authority(tree, at, begin or end, lexicon)
    if not begin or end - begin > _LONGEST_NAME:
        return [office] if office and office[0] == at else []
    return [office, (begin, end)] if office else [(begin, end)]


def foreign(tree: Tree, lexicon: Lexicon) -> set[int]:
    """"Chief Operating Officer aplikasi X, N N,": the words of offices that Indonesian writes as English does, no names."""
    return {index for words in tree.find(lexicon.phrases["foreign_offices"]) for index in words}


def _is_capital(tree: Tree, at: int) -> bool:
    text = tree[at].text
    return text[:1].isupper() and text[:1].isalpha()


def _chain_end(tree: Tree, at: int) -> int:
    """Where the run of capitals ends; "dan", "&" and commas inside an office's name ("Perempuan, Anak dan ...") join it."""
    end = at + 1
    while end < len(tree):
        if _is_capital(tree, end):
            end += 1
        elif tree[end].lower in ("dan", "&") and end + 1 < len(tree) and _is_capital(tree, end + 1):
            end += 2
        else:
            break
    return end


def _person_begin(tree: Tree, at: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the person's name begins in the run; 0 where the run names nobody, or a company, whose name has no known end."""
    inside = range(at + 1, end)
    companies = [i for i in inside if tree[i].lower in lexicon.words["company_suffixes"]]
    borders = [i + 1 for i in inside if _ends_office(tree, at, i, lexicon, gazetteer)]
    prefixed = any(tree[i].lower in lexicon.words["company_prefixes"] for i in inside)
    if prefixed:   # "PT X Media Y" goes on behind a word that ends the names of other companies
        companies = [i for i in companies if tree[i].lower in lexicon.words["legal_forms"]]
    if prefixed or companies and companies[-1] + 1 > max(borders, default=0):
        return companies[-1] + 1 if companies and companies[-1] + 1 < end else 0
    begin = max(borders, default=at + 1)
    people = next((i for i in range(begin, end) if all(tree[j].entity == "PER" for j in range(i, end))), end)
    if begin < people < end:   # a lone surname is the end of a name that the finder has cut
        return people - (people == end - 1 and begin < people - 1 and not tree[people - 1].entity)
    body = any(tree[i].lower in _bodies(lexicon) for i in range(begin, end))
    if begin == end or body or _is_apposed(tree, end, lexicon) and tree[begin - 1].lower not in lexicon.words["person_leaders"]:
        return 0   # "Hakim Pengadilan Negeri Surabaya", "Direktur Yayasan Pijar, N.N.,"
    return begin if borders and end - begin < _LONGEST_NAME or end - begin <= 2 else end - 2


def person_behind(tree: Tree, first: int, end: int, lexicon: Lexicon) -> int:
    """Where in a company's name behind an office its holder's name begins: "CEO PT Lumo Jaya | Joko Lesmana", "CEO Orvana
    Holdings | Liina Kask"; 0 where nothing tells.
    """
    prefixed = tree[first].lower in lexicon.words["company_prefixes"]
    forms = lexicon.words["legal_forms" if prefixed else "company_suffixes"]
    least = first + 1 + prefixed
    if closing := [i + 1 for i in range(least, end - 1) if tree[i].lower in forms]:
        return closing[-1] if end - closing[-1] <= _LONGEST_NAME else 0
    begins = range(max(least, end - _LONGEST_NAME), end - 1)
    tagged = (i for i in begins if tree[i - 1].entity == "ORG" and all(tree[j].entity == "PER" for j in range(i, end)))
    given = [i for i in begins if tree[i].lower in lexicon.words["given_names"]] if tree[first].entity == "ORG" else []
    while len(given) > 1 and given[-2] == given[-1] - 1:
        given.pop()   # "Joko Budi Santoso"
    return next(tagged, 0) or (given[-1] if given else 0)


def _bodies(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words["authority_words"] - lexicon.words["office_heads"]


def _is_apposed(tree: Tree, end: int, lexicon: Lexicon) -> bool:
    """Whether a name between commas follows: then the run itself names the body, not the person."""
    return end + 1 < len(tree) and tree[end].text == "," and _is_capital(tree, end + 1) and (
        tree[end + 1].lower not in lexicon.words["not_names"])


def _ends_office(tree: Tree, at: int, index: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether the office ends with this word: a place, an acronym, the name of an authority, a rank."""
    word = tree[index]
    acronym = len(word.text) > 1 and word.text.isalpha() and word.text.isupper()
    joined = tree[index - 1].lower in ("dan", "&")
    if acronym or joined or _is_title(tree, index, lexicon):
        return True
    spans = (" ".join(t.text for t in tree.tokens[first:index + 1])
             for first in range(max(at + 1, index + 1 - _LONGEST_PLACE), index + 1))
    cities = lexicon.words["cities"]   # "Jaksa Kota Los Angeles"
    return any(gazetteer.place(text) or text.lower() in cities or _authority_known(text, gazetteer) for text in spans)


def _authority_known(text: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.lookup(text)
    return bool(known) and known[0].type != "Person"


def _authority(tree: Tree, at: int, begin: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The authority named in the office: "Kepala *Kejaksaan Negeri Depok*", and the office that is one: "Jaksa Agung Utah"."""
    body = any(tree[i].lower in _bodies(lexicon) for i in range(at + 1, begin))
    if tree.begins(lexicon.phrases["office_authorities"], at) and begin - at > 2 and not body:
        return at, begin
    first = next((i for i in range(at + 1, begin) if tree[i].lower in _bodies(lexicon)), 0)
    first = first or next((i for i in range(at + 1, begin) if not _is_title(tree, i, lexicon)), begin)
    end = _untitled_end(tree, first, begin, lexicon)
    return (first, end) if end > first else None


def _is_title(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    words = lexicon.either("person_leaders", "title_words", "office_words")
    return tree[index].lower in words


def _untitled_end(tree: Tree, first: int, end: int, lexicon: Lexicon) -> int:
    while end > first and _is_title(tree, end - 1, lexicon):
        end -= 1
    return end


def is_of_elsewhere(tree: Tree, first: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """"Kejaksaan Agung Kenya" is not the Indonesian one: an authority's name with the name of another country behind it."""
    if not lexicon.words["definite_after"] or tree[first].lower not in lexicon.words["authority_words"]:
        return False
    ends = range(end + 1, min(end + 1 + _LONGEST_PLACE, len(tree) + 1))
    behind = [" ".join(token.text for token in tree.tokens[end:last]) for last in ends]
    places = [gazetteer.place(text) for text in behind]
    return any(place and not place.startswith(_HOME) for place in places)
