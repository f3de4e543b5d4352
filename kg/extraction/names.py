"""The names in an article and what they are names of.

A name's kind is decided once for the whole article, from everything that the article says around it: a gazetteer
entry, "the messaging app X", "X, a video chat service,", "X Inc", "founder X", the name finder's opinion. So a platform
that nobody has listed is found as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer, Known
from kg.lexicon import Lexicon
from kg.model import Span

_LONGEST = 7
_AUTHORITIES = ("authority", "court", "police", "ministry", "regulator")
_JOINERS = frozenset({"-", "–", "&", "'", "’", "of", "for", "and", "the", "dan", "de", "van", "bin", "von", "/"})
_AUTHORITY_JOINERS = frozenset({"of", "for", "and", "the", "dan", "&"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*")
_DOMAIN = re.compile(r"(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|id|co|io|me|tv|app|chat|live|gg|xyz)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: sentence number, first and last token (included), and its words."""

    sentence: int
    first: int
    last: int
    text: str


@dataclass
class Naming:
    """What the article's names stand for: kind and gazetteer id by text, and the names of each sentence."""

    kinds: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    names: dict[int, list[Name]] = field(default_factory=lambda: defaultdict(list))
    authorities: set[str] = field(default_factory=set)


def find(trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> Naming:
    """Every name in the article with its kind; names of unknown kind are left out."""
    candidates = [name for tree in trees for name in _candidates(tree, lexicon, gazetteer)]
    candidates = [part for name in candidates for part in _split(name, trees[name.sentence], candidates, lexicon)]
    candidates = _without_headline_words(candidates, trees, gazetteer)
    naming = Naming()
    votes = _votes(candidates, trees, lexicon, gazetteer)
    for text in sorted({name.text for name in candidates}):
        _decide(text, votes[text], gazetteer, naming)
    _main_platform(votes, trees, lexicon, gazetteer, naming)
    _shorten(candidates, naming, lexicon)
    for name in candidates:
        if name.text in naming.kinds:
            naming.names[name.sentence].append(name)
    return naming


# ------------------------------------------------------------------------------------------------ candidates

def _candidates(tree: Tree, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Name]:
    position = 0
    while position < len(tree):
        end = _known_end(tree, position, gazetteer)
        if not end or end < len(tree) and tree[end].lower in lexicon.words["company_suffixes"]:
            end = _run_end(tree, position, lexicon, gazetteer)
        if end:
            yield _name(tree, _untitled(tree, position, end, lexicon), end)
        position = end or position + 1


def _untitled(tree: Tree, first: int, end: int, lexicon: Lexicon) -> int:
    """Where the name itself begins in a run of capitals: "District Judge | Leonard Akintola"."""
    if tree[end - 1].lower in lexicon.words["authority_words"]:
        return first
    titles = [i for i in range(first, end - 1) if tree[i].lower in lexicon.words["person_leaders"]]
    return titles[-1] + 1 if titles and end - titles[-1] <= 4 else first


def _name(tree: Tree, first: int, end: int) -> Name:
    return Name(tree.sentence.index, first, end - 1, _surface(tree, first, end))


def _surface(tree: Tree, first: int, end: int) -> str:
    begin = tree.sentence.span.start
    words = tree.sentence.text[tree[first].span.start - begin:tree[end - 1].span.end - begin]
    return " ".join(words.split())


def _known_end(tree: Tree, start: int, gazetteer: Gazetteer) -> int:
    """Where the longest gazetteer name from here ends; 0 if there is none."""
    for end in range(min(start + _LONGEST, len(tree)), start, -1):
        text = _surface(tree, start, end)
        if (text[:1].isupper() or _DOMAIN.fullmatch(text)) and tree[end - 1].text != "." and _lookup(text, gazetteer):
            return end
    return 0


def _lookup(text: str, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """The known entities of this name; "Strangly Inc." counts as "Strangly Inc"."""
    return gazetteer.lookup(text) or gazetteer.lookup(text.rstrip("."))


def _run_end(tree: Tree, start: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where a run of capitalised words from here ends; 0 if none begins here."""
    if not _begins(tree, start, lexicon):
        return 0
    end = start + 1
    while end < len(tree):
        if _changes(tree, start, end, lexicon):
            break
        if _goes_on(tree, end, lexicon) and not _known_end(tree, end, gazetteer):
            end += 1
        elif _joins(tree, start, end, lexicon):
            end += 2
        else:
            break
    while end > start + 1 and tree[end - 1].lower in lexicon.words["title_words"]:
        end -= 1
    return end + (end < len(tree) and tree[end].text in lexicon.words["authority_tails"])


def _changes(tree: Tree, start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a person's name begins here after an office or company: "Direktur PT Kocek Kita | Selvi Oktaviani"."""
    if not lexicon.words["definite_after"] or tree[index].entity != "PER":
        return False
    return tree[index - 1].entity == "ORG" and tree[start].lower not in lexicon.words["company_prefixes"]


def _begins(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree[index]
    if _DOMAIN.fullmatch(token.text):
        return True
    if not _capital(token.text) or token.lower in lexicon.words["not_names"] or token.lower in lexicon.words["title_words"]:
        return False
    return index > 0 or token.pos in ("PROPN", "X") or bool(token.entity)


def _capital(text: str) -> bool:
    return text[:1].isupper() and text[:1].isalpha()


def _goes_on(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree[index]
    return _capital(token.text) and token.lower not in lexicon.words["not_names"] or (
        token.text.endswith(".") and token.text[:-1].isupper())


def _joins(tree: Tree, start: int, index: int, lexicon: Lexicon) -> bool:
    """Hyphens join any name; "of" and "and" only the names of authorities ("Ministry of Communications")."""
    if index + 1 >= len(tree) or not _capital(tree[index + 1].text):
        return False
    word = tree[index].lower
    if word in ("-", "–", "&"):
        return tree[index - 1].span.end == tree[index].span.start or word == "&"
    around = range(start, min(index + 4, len(tree)))
    authority = any(tree[i].lower in lexicon.words["authority_words"] and _capital(tree[i].text) for i in around)
    if word in ("'s", "’s"):
        return tree[index + 1].lower in lexicon.words["authority_words"] and tree[index + 1].lower in ("office", "department")
    return word in _AUTHORITY_JOINERS and authority and tree[index + 1].lower not in lexicon.words["not_names"]


def _split(name: Name, tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """"PT Temu Rasa Yohana Lestari": two names where the article elsewhere names "PT Temu Rasa" alone."""
    if name.text.split()[0].lower() not in lexicon.words["company_prefixes"]:
        return [name]
    shorter = [other for other in names if name.text.startswith(other.text + " ") and len(other.text.split()) > 2]
    if not shorter:
        return [name]
    cut = name.first + max(other.last - other.first for other in shorter) + 1
    return [_name(tree, name.first, cut), _name(tree, cut, name.last + 1)]


def _without_headline_words(names: list[Name], trees: Sequence[Tree], gazetteer: Gazetteer) -> list[Name]:
    """Headlines in title case make every word look like a name: there only names of the body or gazetteer count."""
    headlines = {tree.sentence.index for tree in trees if tree.sentence.kind != "paragraph"}
    body = {name.text for name in names if name.sentence not in headlines}
    kept: list[Name] = []
    for name in names:
        if name.sentence not in headlines or name.text in body or gazetteer.lookup(name.text):
            kept.append(name)
        else:
            kept.extend(_parts(name, trees[name.sentence], body))
    return kept


def _parts(name: Name, tree: Tree, body: set[str]) -> Iterator[Name]:
    """The longest pieces of a headline's run of capitals that the body knows as names."""
    position = name.first
    while position <= name.last:
        ends = range(name.last + 1, position, -1)
        end = next((end for end in ends if _surface(tree, position, end) in body), 0)
        if end:
            yield _name(tree, position, end)
        position = end or position + 1


# ------------------------------------------------------------------------------------------------ kinds

def _votes(names: list[Name], trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        tree = trees[name.sentence]
        votes[name.text].update(_signs(name, tree, lexicon))
        votes[name.text]["seen"] += 1
    return votes


def _signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    yield from _own_signs(name, lexicon)
    yield from _neighbour_signs(name, tree, lexicon)
    entities = {tree[i].entity for i in range(name.first, name.last + 1)}
    yield from (f"ner:{entity}" for entity in sorted(entities) if entity)


def _own_signs(name: Name, lexicon: Lexicon) -> Iterator[str]:
    words = name.text.lower().split()
    if set(words[1:]) & lexicon.words["company_suffixes"] or words[0] in lexicon.words["company_prefixes"]:
        yield "company"
    if len(words) > 1 and set(words) & lexicon.words["authority_words"]:
        yield "authority"
    if _DOMAIN.fullmatch(name.text):
        yield "domain"
    if len(words) > 1:
        yield "several words"


def _neighbour_signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    before = [token.lower for token in tree.tokens[max(0, name.first - 4):name.first]]
    after = [token.lower for token in tree.tokens[name.last + 1:name.last + 9]]
    if _ends_with(before, lexicon, "platform_strict") or _headed(before, lexicon) or _begins_with(after, lexicon, "platform_strict", skip=0):
        yield "platform"
    if after[:1] in ([","], ["("]) and _described(after[1:], lexicon, "platform"):
        yield "platform"
    if after[:1] and after[0] in lexicon.words["copulas_forms"] and _described(after[1:], lexicon, "platform"):
        yield "platform"
    if _possessed(after) & lexicon.words["platform_followers"] or (before and before[-1] in lexicon.words["platform_leaders"]):
        yield "platform-like"
    if _described(after[1:6], lexicon, "company") and after[:1] == [","]:
        yield "company"
    if _person_beside(before, after, lexicon):
        yield "person"


def _person_beside(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """"founder X", "X, a lawyer for", "X, who", "founded by X": only people are introduced so."""
    words = lexicon.words
    aged = after[:1] in (["("], [","]) and len(after) > 2 and after[1].isdigit() and after[2] in (")", ",", "tahun")
    if aged or before and before[-1] in words["person_leaders"]:
        return True
    if after[:1] == [","] and (_is_role(after[1:8], lexicon) or after[1:2] and after[1] in words["who"]):
        return True
    return before[-1:] and before[-1] in words["by"] and bool(set(before) & words["founding"]) or (
        after[:1] != [] and after[0] in words["who"])


def _possessed(after: Sequence[str]) -> set[str]:
    """The word after the name, a possessive "'s" skipped."""
    rest = [word for word in after[:3] if word not in ("'s", "’s", "s")]
    return set(rest[:1])


def _ends_with(words: Sequence[str], lexicon: Lexicon, phrases: str) -> bool:
    return any(tuple(words[-len(phrase):]) == phrase for phrase in lexicon.phrases[phrases])


def _headed(before: Sequence[str], lexicon: Lexicon) -> bool:
    """"aplikasi obrolan video X": in Indonesian the noun comes first and its modifiers stand before the name."""
    if not lexicon.words["definite_after"]:
        return False
    stops = lexicon.words["relative"] | lexicon.words["description_ends"] | lexicon.words["and_words"]
    tail = list(takewhile(lambda word: word.isalpha() and word not in stops, reversed(before)))[::-1]
    return any(_begins_with(tail[at:], lexicon, "platform_strict", skip=0) for at in range(len(tail)))


def _begins_with(words: Sequence[str], lexicon: Lexicon, phrases: str, *, skip: int) -> bool:
    return any(tuple(words[at:at + len(phrase)]) == phrase
               for phrase in lexicon.phrases[phrases] for at in range(skip + 1))


def _described(words: Sequence[str], lexicon: Lexicon, phrases: str) -> bool:
    """Whether a description such as "a video chat app" begins here: it must come before the next comma or verb."""
    stops = {",", ")"} | lexicon.words["relative"] | lexicon.words["description_ends"]
    clause = list(words[:next((i for i, word in enumerate(words) if word in stops), len(words))])
    if clause[:1] and clause[0] in lexicon.words["descriptions_begin"]:
        return _begins_with(clause, lexicon, phrases, skip=5)
    return bool(lexicon.words["definite_after"]) and _begins_with(clause, lexicon, phrases, skip=0)


def _is_role(words: Sequence[str], lexicon: Lexicon) -> bool:
    ends = {",", ")", "."} | lexicon.words["description_ends"]
    end = next((i for i, word in enumerate(words) if word in ends), len(words))
    return bool(set(words[:end]) & (lexicon.words["speakers_public"] | lexicon.words["person_leaders"]))


def _decide(text: str, votes: Counter[str], gazetteer: Gazetteer, naming: Naming) -> None:
    """Settle what a name stands for and note it, or leave it out."""
    known = _lookup(text, gazetteer)
    if known and (not known[0].is_ambiguous(text) or votes["platform"] or votes["platform-like"]):
        naming.kinds[text], naming.known[text], naming.full[text] = known[0].type, known[0].id, known[0].name
        if known[0].kind in _AUTHORITIES:
            naming.authorities.add(known[0].id)
    elif not known and text.lower() not in gazetteer.places and (kind := _kind(text, votes)):
        naming.kinds[text] = kind


def _kind(text: str, votes: Counter[str]) -> str:
    """The kind that the signs speak for, "" if none does."""
    if votes["authority"] or (votes["company"] and not votes["platform"]):
        return "Organization"
    if votes["person"] > votes["platform"]:
        return "Person"
    if votes["platform"] or votes["domain"]:
        return "Platform"
    if votes["platform-like"] and not votes["several words"] and votes["ner:PER"] <= votes["seen"] // 2 + 1:
        return "Platform"
    if votes["ner:PER"] > votes["ner:ORG"] and votes["several words"]:
        return "Person"
    if votes["ner:ORG"] > votes["ner:LOC"]:
        return "Organization"
    return ""


def _main_platform(votes: dict[str, Counter[str]], trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer,
                   naming: Naming) -> None:
    """The name that an article about "the app" repeats most is the app's, where nothing says what any name stands for."""
    if "Platform" in naming.kinds.values() or not any(_speaks_of_platform(tree, lexicon) for tree in trees):
        return
    unclear = [text for text, signs in votes.items() if " " not in text and signs["seen"] > 2 and not signs["person"]
               and not signs["authority"] and not gazetteer.lookup(text) and not gazetteer.place(text)]
    if unclear:
        naming.kinds[max(unclear, key=lambda text: (votes[text]["seen"], text))] = "Platform"


def _speaks_of_platform(tree: Tree, lexicon: Lexicon) -> bool:
    return any(True for _ in tree.find(lexicon.phrases["platform_strict"]))


def _shorten_companies(names: list[Name], naming: Naming, lexicon: Lexicon) -> None:
    """"Lanternfold" of "Lanternfold Inc.": the same company, unless the short name is a platform."""
    for text in sorted(text for text, kind in naming.kinds.items() if kind == "Organization"):
        words = text.split()
        bare = [w for w in words if w.lower() not in lexicon.words["company_suffixes"] | lexicon.words["company_prefixes"]]
        short = " ".join(bare)
        if short != text and short not in naming.known and naming.kinds.get(short) != "Platform" and any(
                name.text == short for name in names):
            naming.kinds[short], naming.full[short] = "Organization", naming.full.get(text, text)
            if text in naming.known:
                naming.known[short] = naming.known[text]


def _shorten(names: list[Name], naming: Naming, lexicon: Lexicon) -> None:
    """Give short names the kind of the full one: "Brooks" of "Leif K-Brooks", "KPAI" of "Komisi ... (KPAI)"."""
    _shorten_companies(names, naming, lexicon)
    people = sorted((text for text, kind in naming.kinds.items() if kind == "Person"), key=lambda t: (-len(t), t))
    for text in sorted({name.text for name in names}):
        if text in naming.known:
            continue
        full = next((person for person in people if person != text and is_short_for(text, person)), "")
        if full and naming.kinds.get(text) != "Platform":
            naming.kinds[text], naming.full[text] = "Person", full
            if full in naming.known:
                naming.known[text] = naming.known[full]


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` is the last or first part of a person's full name.

    >>> is_short_for("Brooks", "Leif K-Brooks"), is_short_for("Solano", "Mira Solano"), is_short_for("Mir", "Mira Solano")
    (True, True, False)
    """
    parts = re.split(r"[\s-]+", full)
    wanted = re.split(r"[\s-]+", short)
    return len(wanted) < len(parts) and (parts[-len(wanted):] == wanted or parts[:len(wanted)] == wanted)


def acronym_in_brackets(name: Name, tree: Tree) -> tuple[int, str]:
    """Token and text of an acronym that follows the name in brackets: "Komisi Penyiaran (KPI)"; (-1, "") if none."""
    after = tree.tokens[name.last + 1:name.last + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and _ACRONYM.fullmatch(after[1].text):
        return after[1].index, after[1].text
    return -1, ""


def span_of(name: Name, tree: Tree) -> Span:
    """Where the name stands in the article."""
    return tree.span((name.first, name.last))
