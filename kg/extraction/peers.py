"""Platforms that are told of beside another one: "rival X", "X and Y", "apps such as X", "X, which has 9 million users".

A second or third platform is often named once or twice and by nothing but its name. In an article that has a platform, a lone
name that is nobody's and no place is one too where it stands as its equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction import describing, online, topics
from kg.extraction.definites import is_definite
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon

_SURE = ("authority", "company", "suffixed", "legal form", "watchdog", "body", "city", "geography", "initials", "personal",
         "given", "person-like", "acronym", "owner", "part of a name", "surname of", "placed", "company's",
         "part of a service")
_SURE_OF_MORE = tuple(sign for sign in _SURE if sign not in ("part of a name", "company's"))
_ROUNDS = 3
_OPENING = 6   # how long the description may be that opens a sentence
_ALONG = (("along", "with"), ("together", "with"), ("well", "as"), ("bersama", "dengan"))
_REACH = 6   # how far a company may stand from what it runs, twice over
_LEAD = 4   # how far before a list of names the noun may stand that they share


def note(votes: dict[str, Counter[str]], names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon,
         gazetteer: Gazetteer, *, kinds: dict[str, str]) -> None:
    """Call the unclear names platforms that an article treats as the equals of its platforms."""
    told = topics.is_about_platforms(trees, lexicon) or "Platform" in kinds.values()
    if not told or online.is_elsewhere(trees, lexicon):
        return
    runs = [run for tree in trees for run in _runs([n for n in names if n.sentence == tree.sentence.index], tree, lexicon)]
    free = {text for text, given in votes.items() if kinds.get(text) != "Platform" and _is_unclear(text, given, gazetteer)}
    _note_lists(runs, trees, lexicon, free, votes, kinds)
    if "Platform" not in kinds.values():
        return
    for text in _resumed(votes, names, trees, lexicon, gazetteer, kinds):
        kinds[text] = "Platform"
    acting = _acting(free, runs, votes, names, trees, lexicon)
    for name in names:
        tree, given = trees[name.sentence], votes[name.text]
        equal = name.text in free and _is_equal(name, tree, lexicon, given, told_online=online.is_spoken_of(trees, lexicon))
        if equal or name.text in acting and (given["befallen"] or _acts(name, tree, lexicon)):
            kinds[name.text] = "Platform"
    for _ in range(_ROUNDS):
        for run in runs:
            if any(kinds.get(name.text) == "Platform" for name in run):
                kinds.update({name.text: "Platform" for name in run if name.text in free})


def _resumed(votes: dict[str, Counter[str]], names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon,
             gazetteer: Gazetteer, kinds: dict[str, str]) -> Iterator[str]:
    """"X has agreed to settle. The resale site admits nothing": X, if a description that no platform of the article has had
    opens the next sentence, and that before names nothing else that could be meant.
    """
    said = {word for name in names if kinds.get(name.text) == "Platform"
            for word in describing.beside(name, trees[name.sentence], lexicon)}
    for before, tree in pairwise(trees):
        if before.sentence.block != tree.sentence.block or tree.sentence.kind != "paragraph":
            continue
        there = {name.text for name in names if name.sentence == before.sentence.index}
        weak = {text for text in there if _is_weak(text, votes[text], gazetteer, kinds)}
        new = (words for words in tree.find(lexicon.phrases["platform"]) if words[-1] < _OPENING
               and not any(t.text[:1].isupper() for t in tree.tokens[words[-1] + 1:words[-1] + 2])
               and is_definite(tree, words, lexicon) and _is_new(tree, words, said, lexicon))
        if len(weak) == 1 and not any(kinds.get(text) == "Platform" for text in there) and any(new):
            yield weak.pop()


def _is_new(tree: Tree, words: tuple[int, ...], said: set[str], lexicon: Lexicon) -> bool:
    """Whether a description has a word of its own, which the article has not said of one of its platforms."""
    noun = {word for i in words[-1:] for word in (tree[i].lower, tree[i].lemma)}
    own = set(describing.said_of(tree, words, lexicon)) - noun - lexicon.words["plain_things"]
    return bool(own) and not own & said


def _is_weak(text: str, votes: Counter[str], gazetteer: Gazetteer, kinds: dict[str, str]) -> bool:
    """Whether nothing but the name finder tells what a name stands for."""
    known = gazetteer.lookup(text) or gazetteer.place(text) or text.lower() in gazetteer.adjectives
    told = votes["person"] > votes["office"] or votes["surname"] or votes["body-like"] or votes["part of a service"]
    part = any(text in full.split() for full, kind in kinds.items() if kind == "Person" and " " in full)
    return not known and not told and not part and not any(map(votes.get, _SURE_OF_MORE))


def _note_lists(runs: Sequence[list[Name]], trees: Sequence[Tree], lexicon: Lexicon, free: set[str],
                votes: dict[str, Counter[str]], kinds: dict[str, str]) -> None:
    """What a list of names has in common tells what each of them is."""
    for run in runs:
        tree = trees[run[0].sentence]
        together = "Platform" in kinds.values() and _act_together(run, tree, free, votes)
        if together or _leads(run, tree, lexicon):
            kinds.update({name.text: "Platform" for name in run if name.text in free})


def _acting(free: set[str], runs: Sequence[list[Name]], votes: dict[str, Counter[str]], names: Sequence[Name],
            trees: Sequence[Tree], lexicon: Lexicon) -> set[str]:
    """The unclear names that may be a platform's if they do or suffer something: those that are no plain words, no plurals,
    and no company, place, man or woman.
    """
    inside = {name.text for name in names if _is_inside(name, trees[name.sentence])}
    inside |= {text for text in free if votes[text]["befallen"]}
    inside |= {name.text for run in runs for name in run if all(n.text in free and not n.text.endswith("s") for n in run)}
    people = {name.text for name in names if _is_he_or_she(name, trees[name.sentence], lexicon)}
    return {text for text in free & inside - people if not text.endswith("s")
            and not votes[text]["ner:ORG"] + votes[text]["ner:LOC"] + votes[text]["body-like"]}


def _is_equal(name: Name, tree: Tree, lexicon: Lexicon, votes: Counter[str], *, told_online: bool) -> bool:
    """Whether its own words or those beside it make a name that of another platform."""
    if votes["body-like"]:
        return _is_rival(name, tree, lexicon)
    spelt = _is_spelt_as_brand(name.text) or _is_served(name, tree, lexicon)
    return spelt or _is_rival(name, tree, lexicon) or told_online and _is_called(name, tree, lexicon)


def _is_unclear(text: str, votes: Counter[str], gazetteer: Gazetteer) -> bool:
    known = gazetteer.lookup(text) or gazetteer.place(text) or text.lower() in gazetteer.adjectives
    called = votes["several words"] or votes["person"] > votes["office"]
    return not known and not called and not any(map(votes.get, _SURE))


def _runs(names: Sequence[Name], tree: Tree, lexicon: Lexicon) -> Iterator[list[Name]]:
    """The names that one "and" or "or" joins, with commas between those before: "A, B and C"."""
    run: list[Name] = []
    joined = False
    for name in sorted(names, key=lambda n: n.first):
        gap = [token.lower for token in tree.tokens[run[-1].last + 1:name.first]] if run else []
        link = gap in ([","],) or set(gap[-1:]) & lexicon.words["peer_joiners"] and len([w for w in gap if w != ","]) == 1
        if run and not link:
            yield from [run] if joined else []
            run, joined = [], False
        joined = joined or bool(run and gap != [","])
        run.append(name)
        if joined:
            yield run
            run, joined = [], False


def _leads(run: Sequence[Name], tree: Tree, lexicon: Lexicon) -> bool:
    """"Two other apps, A and B", "rival services such as A and B", "the sites A and B": they share a noun for platforms."""
    first = run[0].first
    for words in tree.find(lexicon.phrases["platform"]):
        gap = [token.lower for token in tree.tokens[words[-1] + 1:first]] if words[-1] < first else ["."]
        plural = tree[words[-1]].lower != tree[words[-1]].lemma or bool(lexicon.words["definite_after"])
        if plural and len(gap) < _LEAD and set(gap) <= lexicon.words["peer_leads"]:
            return True
        behind = tree.tokens[run[-1].last + 1:words[0]]   # "A and B, two older marketplaces,"
        if plural and 1 < len(behind) < _LEAD + 1 and behind[0].text == "," and behind[1].lower in lexicon.words["peer_counts"]:
            return True
    lead = tree.tokens[max(0, first - 2):first]   # "two rivals, A and B"
    return len(lead) == 2 and lead[0].lower in lexicon.words["peers"] and lead[1].lower in lexicon.words["peer_leads"]


def _act_together(run: Sequence[Name], tree: Tree, free: set[str], votes: dict[str, Counter[str]]) -> bool:
    """"A and B had the same problem": two unclear names that open a sentence, and a verb right behind them."""
    unclear = all(name.text in free and not name.text.endswith("s") and not (
        votes[name.text]["ner:ORG"] + votes[name.text]["ner:LOC"]) for name in run)
    behind = run[-1].last + 1
    opens = run[0].first == 0 and tree.sentence.kind == "paragraph"
    return unclear and opens and behind < len(tree) and tree[behind].pos == "VERB"


def _is_inside(name: Name, tree: Tree) -> bool:
    """Whether a name has its capital from itself, not from where a title, a sentence or a quote begins."""
    return name.first > 0 and tree.sentence.kind == "paragraph" and (
        tree[name.first - 1].pos != "PUNCT" or tree[name.first - 1].text in (",", ";"))


def _is_rival(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Rival X", "its closest imitator, X,", "X, a smaller competitor", "along with X", "as X was in 2020"."""
    words, at = lexicon.words, name.first - 1
    after = tree.tokens[name.last + 1:name.last + 6]
    compared = at >= 0 and not words["definite_after"] and tree[at].lower in words["as_words"]
    at -= at > 0 and tree[at].text == ","
    along = at > 0 and (tree[at - 1].lower, tree[at].lower) in _ALONG
    behind = [token.lower for token in after]
    called = behind[:1] == [","] and behind[1:2] != [] and behind[1] in words["descriptions_begin"]
    if along or compared and after and after[0].pos == "AUX" or called and words["peers"] & set(behind[2:4]):
        return True
    rival = at >= 0 and tree[at].lower in words["peers"]
    return rival and all(token.pos != "ADP" for token in tree.tokens[max(0, at - 3):at])   # "bought by rival X": a company


def _is_he_or_she(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    behind, pronouns = tree.tokens[name.last + 1:name.last + 1 + 2 * _REACH], lexicon.words["person_pronouns"]
    return not pronouns.isdisjoint(tree.said) and any(token.lower in pronouns for token in behind)


def _is_called(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"The exchange X", "the game X": what services are called, and other things too where nothing is online."""
    return any(words[-1] == name.first - 1 and tree[words[0]].text.islower()
               for words in tree.find(lexicon.phrases["platform"]))


def _is_served(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"X, whose chief executive is N", "X, whose users": who has a head or users is not a person."""
    rest = [token.lower for token in tree.tokens[name.last + 1:name.last + 6]]
    return rest[:1] == [","] and rest[1:2] != [] and rest[1] in lexicon.words["whose"] and bool(
        set(rest[2:]) & lexicon.words["of_services"] or " ".join(rest[2:4]) in lexicon.words["of_services"])


def _is_spelt_as_brand(text: str) -> bool:
    """"TongitsGo", "CashTez24": a capital or a number inside the word."""
    return len(text) > _LEAD and text.isalnum() and sum(letter.islower() for letter in text) > 2 and (
        text[-1].isdigit() or sum(letter.isupper() for letter in text) > 1 and not text.startswith(("Mc", "Mac")))


def _acts(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """The name of somebody who acts: "X settled with a woman", but not "X reported", as newspapers do."""
    token = tree[name.last]
    verb = tree[token.head]
    if lexicon.words["definite_after"] or token.entity == "LOC" or token.slot not in ("subject", "passive") or verb.pos != "VERB":
        return False
    return not {verb.lower, verb.lemma} & lexicon.words["press_verbs"]


def bears_company_name(company: str, short: str, names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon,
                       kinds: dict[str, str]) -> bool:
    """Whether "Lumora" of "Lumora International" is the service itself: in an article about one, where the company is said
    to run no other platform.
    """
    again = sum(name.text == short for name in names) > 1
    if not again or " " in short or len(short) < _LEAD or not topics.is_about_platforms(trees, lexicon):
        return False
    called = [name for name in names if name.text in (company, short)]
    others = [name for name in names if kinds.get(name.text) == "Platform"]
    if not called or any((name.sentence, name.first) < (called[0].sentence, called[0].first) for name in others):
        return False   # what an article names first is what it is about
    return not any(_runs_it(name, other, trees[name.sentence], lexicon)
                   for name in called for other in others if other.sentence == name.sentence)


def runs_another(company: str, names: Sequence[Name], trees: Sequence[Tree], lexicon: Lexicon, kinds: dict[str, str]) -> bool:
    """Whether the article says that a company runs a platform of another name: "Brinta Networks, which owns the app X"."""
    platforms = [name for name in names if kinds.get(name.text) == "Platform"]
    others = [name for name in platforms if not company.startswith(f"{name.text} ")]
    called = [name for name in names if name.text == company] if others else []
    return any(_runs_it(name, other, trees[name.sentence], lexicon) for name in called for other in others
               if other.sentence == name.sentence) or any(_runs_known(name, trees[name.sentence], lexicon) and next(
                   (other in others for other in reversed(platforms) if other.sentence < name.sentence), False)
                   for name in called)


def _runs_known(company: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Brinta Networks, which operates the site, ...", "pengelola aplikasi itu, PT Sapa": one that was named before."""
    behind = [token.lower for token in tree.tokens[company.last + 1:company.last + 2 * _REACH]]
    before = [token.lower for token in tree.tokens[max(0, company.first - _REACH):company.first]]
    phrases = (behind[:behind.index(",", 1)] if "," in behind[1:] else []) if behind[:1] == [","] else []
    lead = before[:-1] if before[-1:] == [","] else []
    return any(set(words) & lexicon.words["run_words"] for words in (phrases, lead)) and any(
        is_definite(tree, words, lexicon) for words in tree.find(lexicon.phrases["platform_strict"])
        if company.first - _REACH <= words[0] <= company.last + 2 * _REACH)


def _runs_it(company: Name, platform: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Lumora's app X", "Lumora, the company behind X", "X's owner Lumora": what stands between them says so; "Tarrow was fined
    for misleading users of its app X".
    """
    first, second = sorted((company, platform), key=lambda n: n.first)
    gap = tree.tokens[first.last + 1:second.first]
    own = first is company and any(t.lower in lexicon.words["own_of"] for t in gap[-_LEAD:])
    return own or len(gap) < 2 * _REACH and any({t.lower, t.lemma} & lexicon.words["run_words"] for t in gap) or (
        first is company and any(t.lower in ("'s", "’s") for t in gap[:1]))
