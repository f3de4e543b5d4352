"""What the article's names stand for.

A name's kind is decided once for the whole article, from a gazetteer entry or from all signs around its mentions. So a
platform that nobody has listed is found as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kg.extraction import authorities, candidates, listed, online, peers, shortnames, siblings, signs, topics, wholenames
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_AUTHORITIES = ("authority", "court", "police", "ministry", "regulator")
_OF_PLATFORMS = ("platform", "platform-like", "online", "acted")
_APART = re.compile(r"[\s-]+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*")
_POSSESSIVE = ("'s", "’s")


@dataclass
class Naming:
    """What the article's names stand for: kind and gazetteer id by text, and the names of each sentence."""

    kinds: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    names: dict[int, list[Name]] = field(default_factory=lambda: defaultdict(list))
    authorities: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)


def find(trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> Naming:
    """Every name in the article with its kind; names of unknown kind are left out."""
    names, naming = candidates.find(trees, lexicon, gazetteer), Naming()
    votes = signs.count(names, trees, lexicon)
    _count_surnames(votes)
    _weigh(votes, trees, lexicon, gazetteer)
    for text in sorted({name.text for name in names}):
        _decide(text, votes[text], gazetteer, naming, mononyms=not lexicon.check_pos)
    topics.note_main_platform(votes, names, trees, lexicon, gazetteer, kinds=naming.kinds, known=naming.known)
    peers.note(votes, names, trees, lexicon, gazetteer, kinds=naming.kinds)
    naming.kinds.update(dict.fromkeys(siblings.partners(names, trees, lexicon, votes, naming.kinds), "Person"))
    naming.companies = {text for text, kind in naming.kinds.items() if kind == "Organization" and votes[text]["company"]}
    shortnames.of_addresses(naming)
    shortnames.of_companies(names, naming, trees, lexicon, votes)
    authorities.shorten(naming.kinds, naming.full, naming.known, {name.text for name in names}, lexicon)
    wholenames.shorten(naming.kinds, naming.full, {name.text for name in names})
    _shorten_people(names, naming)
    for first, full in siblings.full_names(names, trees, lexicon):
        naming.kinds[first], naming.full[first] = "Person", full
    naming.companies = {naming.full.get(text, text) for text, kind in naming.kinds.items() if kind == "Organization"
                        and (votes[text]["company"] or votes[text]["seen"] > 1)}
    for name in (name for name in names if name.text in naming.kinds):
        naming.names[name.sentence].append(name)
    return naming


def _weigh(votes: dict[str, Counter[str]], trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    """What befalls companies as well is a sign of a platform only where the article is about life online, and in an
    article about oil rigs nothing is one.
    """
    elsewhere = online.is_elsewhere(trees, lexicon)
    told = topics.is_about_platforms(trees, lexicon) or any(listed.is_platform(text, gazetteer) for text in votes)
    for counted in votes.values():
        counted["befallen"] = counted["acted"] + counted["trading"]
        counted["platform-like"] += counted["trading"] if told else 0
        for sign in _OF_PLATFORMS if elsewhere else () if told else ("acted",):
            counted[sign] = 0


def _count_surnames(votes: dict[str, Counter[str]]) -> None:
    """News names people in full once and then by surname; a company's name of two words is hardly ever cut to its second,
    but often to its first.
    """
    for text in list(votes):
        words = text.split()
        if len(words) in (2, 3) and words[-1] in votes:
            votes[text]["surname"] += votes[words[-1]]["seen"]
        if len(words) in (2, 3) and words[0] in votes and not votes[text]["person-like"]:
            votes[text]["first word"] += votes[words[0]]["seen"]
        for part in ({words[0], words[-1]} - {text}) & set(votes) if not votes[text]["suffixed"] else ():
            votes[part]["part of a name"] += 1
        if len(words) > 1 and words[-1] in votes and _may_be_person(votes[text]):
            votes[words[-1]]["surname of"] += 1
        if votes[text]["suffixed"] and words[0] in votes:
            votes[words[0]]["company's"] += 1


def _may_be_person(votes: Counter[str]) -> bool:
    signs = votes["ner:PER"] + votes["person"] + votes["person-like"]
    return bool(signs) and not (votes["company"] or votes["authority"] or votes["platform"] or votes["body"])


def _decide(text: str, votes: Counter[str], gazetteer: Gazetteer, naming: Naming, *, mononyms: bool) -> None:
    """Settle what a name stands for and note it, or leave it out."""
    known = listed.lookup(text, gazetteer)
    body = known and known[0].kind in _AUTHORITIES and (votes["authority"] or votes["watchdog"])   # "the Metropolitan Police"
    if known and (not known[0].is_ambiguous(text) or votes["platform"] or votes["platform-like"] or body):
        naming.kinds[text], naming.known[text], naming.full[text] = known[0].type, known[0].id, known[0].name
        if known[0].kind in _AUTHORITIES:
            naming.authorities.add(known[0].id)
    elif not known and text.lower() not in gazetteer.places and text.lower() not in gazetteer.adjectives and (
            kind := _kind(text, votes, mononyms=mononyms)):
        naming.kinds[text] = kind
        if kind == "Organization" and votes["watchdog"] and not votes["company"]:
            naming.authorities.add(text)


def _kind(text: str, votes: Counter[str], *, mononyms: bool) -> str:
    """The kind that the signs speak for, "" if none does; `mononyms`: people may go by one name alone."""
    if votes["city"] and not (votes["platform"] or votes["legal form"] or votes["several words"] or votes["surname of"]):
        return ""   # "Truro" is a town unless somebody calls it otherwise
    if votes["geography"] and votes["platform"] < 2 or votes["part of a service"] and not votes["platform"] or _is_school(votes):
        return ""
    if votes["initials"] or _is_person(votes):
        return "Person"
    if votes["legal form"] or votes["authority"] or votes["watchdog"] or (votes["company"] and not votes["platform"]):
        return "Organization"
    if votes["body"] and not votes["platform"]:
        return "Organization"
    if votes["person"] > votes["platform"] + votes["office"] + votes["domain"]:
        return "Person"
    if votes["platform"] or votes["domain"]:
        return "Platform"
    if votes["body-like"] and (votes["sues"] or votes["several words"] and not votes["person-like"] + votes["owner"]):
        return "Organization"
    if votes["several words"] and votes["person-like"] and (votes["by trade"] or not votes["platform-like"]):
        return "Person"
    people = bool(votes["given"]) or mononyms and votes["ner:PER"] > votes["seen"] // 2 + 1
    surname = votes["surname of"] or mononyms and votes["part of a name"] and votes["ner:PER"]
    single = not (votes["several words"] or votes["acronym"] or votes["person"] or surname or votes["given"])
    sure = votes["online"] + votes["platform-like"] > 2 and not votes["several words"] + votes["person"] + votes["given"]
    if sure or single and (votes["online"] or votes["platform-like"] > 1 or votes["platform-like"] and not people):
        return "Platform"
    if votes["several words"] and votes["surname"] and votes["ner:PER"] + votes["ner:ORG"]:
        return "Person"
    if votes["several words"] and votes["thing"]:
        return "Platform" if votes["online"] or votes["platform-like"] else "Organization"
    if votes["sues"] and votes["several words"] and (mononyms or not votes["ner:PER"]):
        return "Organization"   # people who sue have a given name or are named again by surname
    if votes["ner:PER"] > votes["ner:ORG"] and votes["several words"] and not (
            votes["first word"] and not votes["surname"] and not mononyms):
        return "Person" if votes["seen"] < 3 or votes["person"] else "Organization"
    if votes["acted"] and single and not people and not votes["company's"] and not (mononyms and votes["part of a name"]):
        return "Platform"
    if votes["ner:ORG"] > votes["ner:LOC"] and not votes["placed"]:
        return "Organization"
    return ""


def _is_school(votes: Counter[str]) -> bool:
    """"Dua mahasiswa ITB": what stands behind a word for people, and is the short name of a body."""
    return bool(votes["acronym"] and votes["ner:ORG"]) and votes["person"] >= votes["seen"]


def _is_person(votes: Counter[str]) -> bool:
    """Who is arrested, or bears a given name and is only called a company ("the owner of X"), is a person."""
    if votes["suffixed"] or votes["legal form"] or votes["authority"] or votes["platform"]:
        return False
    if votes["personal"]:
        named = votes["ner:PER"] or votes["part of a name"]
        return bool(votes["several words"]) or bool(named) and not votes["platform-like"] + votes["acted"] + votes["online"]
    return bool(votes["company"] and votes["person"] and votes["person-like"])


def _shorten_people(names: list[Name], naming: Naming) -> None:
    """Give short names the kind of the full one: "Brooks" of "Leif K-Brooks", "KPAI" of "Komisi ... (KPAI)"."""
    first = {name.text: n for n, name in reversed(list(enumerate(names)))}
    people = sorted((text for text, kind in naming.kinds.items() if kind == "Person"),
                    key=lambda text: (-len(text.split()), first.get(text, 0), text))   # of one surname, who is named first
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
    parts, wanted = _APART.split(full), _APART.split(short)
    return len(wanted) < len(parts) and (parts[-len(wanted):] == wanted or parts[:len(wanted)] == wanted)


def is_namesake(name: Name, tree: Tree, lexicon: Lexicon, naming: Naming) -> bool:
    """"A different N", "N, who shares the founder's name", and by surname "N, 15, the founder's nephew": somebody else."""
    if tree.find(lexicon.phrases["namesakes"]):
        return True
    if name.first > 0 and tree[name.first - 1].lower in lexicon.words["different"]:
        return True
    beside = tree.tokens[name.last + 1:name.last + 10]
    kin = any({token.lower, token.lemma} & lexicon.words["kin"] for token in beside)
    short = naming.full.get(name.text, name.text) != name.text
    return short and kin and len(beside) > 2 and beside[0].text == "," and beside[1].text.isdigit()


def is_aside(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"lawyer N", "Kapolres X AKBP N", "N, a spokesman for": by the office right before the name, or right behind it; "under a
    deal with prosecutors, N" will pay.
    """
    words = lexicon.words["asides"]
    before = [*takewhile(lambda t: t.pos not in ("VERB", "AUX") and t.text not in (".", ";"),
                         reversed(tree.tokens[max(0, name.first - 6):name.first]))]
    parted = before[:1] != [] and before[0].text == ","
    before = [t for t in before if not (parted and t.pos == "NOUN" and t.lower != t.lemma and lexicon.check_pos)]
    after = tree.tokens[name.last + 2:name.last + 5] if tree[min(name.last + 1, len(tree) - 1)].text == "," else ()
    return any({t.lower, t.lemma} & words for t in (*before, *after))


def is_stranger(tree: Tree, at: int, lexicon: Lexicon, naming: Naming) -> bool:
    """"X reported a man to police, and he was jailed": the pronoun stands for the man, whoever was named before."""
    names = {i for name in naming.names.get(tree.sentence.index, ()) for i in range(name.first, name.last + 1)
             if naming.kinds[name.text] == "Person"}
    for token in reversed(tree.tokens[1:at]):
        if token.index in names:
            return False
        person = token.pos == "NOUN" and {token.lower, token.lemma} & lexicon.words["people_nouns"]
        if person and tree[token.index - 1].lower in lexicon.words["strangers"]:
            return True
    return False


def acronym_in_brackets(name: Name, tree: Tree) -> tuple[int, str]:
    """Token and text of an acronym that follows the name in brackets: "Komisi Penyiaran (KPI)"; (-1, "") if none."""
    after = tree.tokens[name.last + 1:name.last + 4]
    if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and _ACRONYM.fullmatch(after[1].text):
        return after[1].index, after[1].text
    return -1, ""


def name_with_place(name: Name, tree: Tree, acronym: int) -> str:
    """"Komisi Perlindungan Data (DPC) Irlandia": the name with its acronym and the place that follows the bracket; "" if none."""
    behind = list(takewhile(lambda t: t.entity == "LOC" and t.text[:1].isupper(), tree.tokens[acronym + 2:acronym + 5]))
    begin = tree.sentence.span.start
    return tree.sentence.text[tree[name.first].span.start - begin:behind[-1].span.end - begin] if behind else ""


def name_with_owner(name: Name, tree: Tree) -> str:
    """"New Zealand's Commerce Commission": the name with the country before it whose it is; "" if there is none."""
    if name.first < 2 or tree[name.first - 1].lower not in _POSSESSIVE:
        return ""
    owners = list(takewhile(lambda t: t.entity == "LOC" and t.text[:1].isupper(), reversed(tree.tokens[:name.first - 1])))
    begin = tree.sentence.span.start
    return tree.sentence.text[owners[-1].span.start - begin:tree[name.last].span.end - begin] if owners else ""


def court_with_seat(name: Name, tree: Tree, lexicon: Lexicon) -> str:
    """"High Court in Leeds", "Pengadilan Distrik AS di Tampa": the court's name with the town behind it; "" if there is none."""
    at = name.last + 1
    if at + 1 >= len(tree) or tree[at].lower not in lexicon.words["in_words"] or not tree[at + 1].text[:1].isupper():
        return ""
    town = list(takewhile(lambda t: t.text[:1].isupper() and (t.entity == "LOC" or t.pos == "PROPN"), tree.tokens[at + 1:at + 4]))
    begin = tree.sentence.span.start
    days = lexicon.phrases["weekdays"], lexicon.phrases["months"]
    if not town or any((town[0].lower,) in known for known in days):
        return ""
    return tree.sentence.text[tree[name.first].span.start - begin:town[-1].span.end - begin]
