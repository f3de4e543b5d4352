"""Signs in the wording that introduces a name: what somebody's own app is called, what a maker is known for, whose age it is.

"the company's game, X," and "maker of the sandbox hit X" speak for a platform, "X has 2.1m daily users" too, "X, the
29-year-old who built it" for a person, "X said it" against one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction import insertions, likenesses
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_REACH = 8
_AGE = 9        # how far behind a name "the 29-year-old" may end
_COUNTED = 5    # how far behind a number its users may stand


def signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """What the words around a name say of it: "platform", "online", "person", "thing", "city", "part of a service" and so on."""
    before = [token.lower for token in tree.tokens[max(0, name.first - _REACH):name.first]]
    after = [token.lower for token in tree.tokens[name.last + 1:name.last + 1 + _REACH]]
    if _is_owned(before, after, lexicon) or _is_made(before, lexicon):
        yield "platform"
    crowd = _crowd(name, tree, lexicon) or _own_crowd(after, lexicon)
    if crowd & lexicon.words["online_counted"]:
        yield "platform" if " " in name.text else "online"
    elif crowd & lexicon.words["online_crowd"]:
        yield "acted"   # banks and clubs too have customers and members
    yield from likenesses.signs(name, tree, lexicon)
    yield from insertions.signs(name, tree, lexicon)
    if after[:2] == ["-", "based"]:
        yield "city"
    if before[-1:] != [] and before[-1] in lexicon.words["parts_of_services"] and _is_on_another(name, tree, lexicon):
        yield "part of a service"
    if _is_called_by_age(after, lexicon) or _is_co_founder(name, tree, lexicon):
        yield "person"
    if _is_led_by(before, lexicon) or _has_kin(after, lexicon):
        yield "person"
    if _founds_with(name, tree, lexicon):
        yield "person-like"
    if _is_a_thing(before, after, lexicon):
        yield "thing"
    if name.text.split()[-1].lower() in lexicon.words["geography"] and set(after[:1]) & lexicon.words["platform_nouns"]:
        yield "geography"   # "a North Sea platform"
    if _leads_to_office(tree, name.last + 1, lexicon):
        yield "office"
        yield from ("body-like",) if " " in name.text else ()


def _is_on_another(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"fitur X di Y", "the feature X on Y": X is a part of Y."""
    behind = tree.tokens[name.last + 1:name.last + 3]
    return len(behind) == 2 and behind[0].lower in lexicon.either("hosting", "of_words") and behind[1].text[:1].isupper()


def _is_co_founder(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Launched in 2016 by Dr. N and software developer M", "diluncurkan oleh N dan M": M is a person, as N is."""
    before = tree.tokens[max(0, name.first - 2 * _REACH):name.first]
    if " " not in name.text or lexicon.words["founding"].isdisjoint(tree.said):
        return False
    by = max((t.index for t in before if t.lower in lexicon.words["by"]), default=0)
    joined = any(t.lower in lexicon.words["and_words"] for t in tree.tokens[by:name.first][-4:])
    founded = any({t.lower, t.lemma} & lexicon.words["founding"] for t in before if t.index < by)
    broken = any(t.pos == "VERB" or t.text in (",", ";") for t in tree.tokens[by:name.first])
    return bool(by) and joined and founded and not broken


def _is_led_by(before: Sequence[str], lexicon: Lexicon) -> bool:
    """"X is chaired by N": who leads is a person."""
    return len(before) > 1 and before[-1] in lexicon.words["by"] and before[-2] in lexicon.words["led_forms"]


def _has_kin(after: Sequence[str], lexicon: Lexicon) -> bool:
    """"N and his cousin M", "N and her sister": only people have kin."""
    pronoun = len(after) > 2 and after[0] in lexicon.words["and_words"] and after[1] in lexicon.words["person_pronouns"]
    return pronoun and bool(set(after[2:4]) & (lexicon.words["kin"] | lexicon.words["people_nouns"]))


def leads_in(name: Name, tree: Tree, last: int, lexicon: Lexicon) -> bool:
    """"Founded by a nurse, N, the dating app | X is popular": the sentence opens with a participle and its agent, and the
    description that ends at `last` is followed by what it describes.
    """
    opens = tree[0].pos == "VERB" and any(t.lower in lexicon.words["by"] for t in tree.tokens[1:name.first])
    return opens and last + 1 < len(tree) and tree[last + 1].text[:1].isupper() and tree[last + 1].pos == "PROPN"


def _founds_with(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"an app that N and M launched": two names of several words that found something together are people's."""
    inside = range(name.first, name.last + 1)
    head = next((i for i in inside if tree[i].head not in inside), name.last)
    first = tree[head].head if tree[head].slot == "conjunct" else head
    joined = [i for i in tree.conjuncts(first) if tree[i].pos == "PROPN"]
    pairs = [i for i in joined if i and tree[i - 1].pos == "PROPN"]
    verb = tree[tree[first].head]
    return lexicon.check_pos and tree[first].slot == "subject" and len(pairs) > 1 and verb.pos == "VERB" and bool(
        {verb.lower, verb.lemma} & lexicon.words["founding"])


def _is_owned(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """"The company's game, X,", "its video app, X.": what somebody has, named behind a comma."""
    if before[-1:] != [","] or after[:1] and after[0] not in (",", ".", ";", ")", "”", '"', "and"):
        return False
    lead = before[:-1]
    owned = max((n for n, word in enumerate(lead) if word in lexicon.words["possessives"] or word in ("'s", "’s")), default=-1)
    phrase = lead[owned + 1:]
    return owned >= 0 and bool(phrase) and all(word.isalpha() or word == "-" for word in phrase) and _ends_with(
        phrase, lexicon, "platform")


def _is_made(before: Sequence[str], lexicon: Lexicon) -> bool:
    """"Maker of the sandbox hit X", "which makes the battle royale title X", "known for its smash X"."""
    made = lexicon.words["platform_hits"]
    return before[-1:] != [] and before[-1] in made and any(word in lexicon.words["hit_makers"] for word in before[:-1])


def _ends_with(words: Sequence[str], lexicon: Lexicon, phrases: str) -> bool:
    return any(phrase == tuple(words[at:]) for at in range(len(words)) for phrase in lexicon.phrases_for(phrases, words[at]))


def _crowd(name: Name, tree: Tree, lexicon: Lexicon) -> set[str]:
    """"X has 2.1m daily users in Vietnam", "X counts some 6.5 million registered members": the words for whom it counts."""
    verb = name.last + 1 + 2 * is_resumed(tree, name.last + 1, lexicon)
    while verb < len(tree) and tree[verb].pos in ("AUX", "ADV") and not {
            tree[verb].lower, tree[verb].lemma} & lexicon.words["count_verbs"]:
        verb += 1
    if verb >= len(tree) or not {tree[verb].lower, tree[verb].lemma} & lexicon.words["count_verbs"]:
        return set()
    rest = tree.tokens[verb + 1:verb + 1 + _REACH]
    number = next((n for n, token in enumerate(rest) if _is_big(token.text, token.lower, lexicon)), -1)
    crowd = list(takewhile(lambda t: t.text not in (",", ";", "("), rest[number + 1:number + 1 + _COUNTED]))
    return {word for token in crowd for word in (token.lower, token.lemma)} if number >= 0 else set()


def is_resumed(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"X, which has 9 million users": whether what is said of a name follows in a relative clause."""
    return at + 2 < len(tree) and tree[at].text == "," and tree[at + 1].lower in lexicon.words["which"]


def _own_crowd(after: Sequence[str], lexicon: Lexicon) -> set[str]:
    """"X, whose 4 million users are ...", "the 4 million users of X" apart: the words behind "whose" and a number."""
    if after[:1] != [","] or not after[1:2] or after[1] not in lexicon.words["whose"]:
        return set()
    big = _is_big(after[2], after[2], lexicon) or set(after[2:4]) & set(lexicon.scales)
    return {word.rstrip("s") for word in after[3:6]} if big else set()


def _is_big(text: str, lower: str, lexicon: Lexicon) -> bool:
    return text[:1].isdigit() and (len(text) > 4 or not text[-1].isdigit()) or lower in lexicon.scales


def _leads_to_office(tree: Tree, at: int, lexicon: Lexicon) -> bool:
    """"X chief technology officer N": the office of a company, and who holds it."""
    offices = lexicon.words["firm_offices"]
    run = list(takewhile(lambda t: not t.text[:1].isupper() and (
        t.pos in ("NOUN", "ADJ", "PROPN") or t.text == "-" or t.lower in offices), tree.tokens[at:at + 5]))
    end = at + len(run)
    return bool(run) and run[0].lower in offices and end < len(tree) and tree[end].text[:1].isupper()


def _is_called_by_age(after: Sequence[str], lexicon: Lexicon) -> bool:
    """"X, the 29-year-old who ...", "X, a 34-year-old from Porto": only people are."""
    if after[:1] != [","] or after[1:2] and after[1] not in lexicon.words["descriptions_begin"]:
        return False
    clause = list(takewhile(lambda word: word != ",", after[1:_AGE]))
    return any(word in ("year", "years") and clause[n + 1:n + 3] in (["-", "old"], ["old"]) or word == "year-old"
               for n, word in enumerate(clause))


def _is_a_thing(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """"X said it had", "X, which": no person is; "founded X, which" says so too."""
    said = after[:1] != [] and after[0] in lexicon.words["saying"] and after[1:2] != [] and (
        after[1] in lexicon.words["thing_subjects"])
    return said or after[:1] == [","] and after[1:2] != [] and after[1] in lexicon.words["which"] and before[-1:] != [","]
