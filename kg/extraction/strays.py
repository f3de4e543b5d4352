"""Words that the parser hangs on the wrong one where a name nobody knows stands between, nearly all of them English: "the
charity X", "the app X's head", "the arrest in March of N".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.titles import Name
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon
from kg.model import Token

_BORNE = ("subject", "passive")
_DESCRIBING = ("compound", "adjective", "determiner")
_TIMES = ("unit_days", "unit_weeks", "unit_months", "unit_years")


def rehung(tree: Tree, names: Iterable[Name], lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """The tokens that belong elsewhere, as they should hang."""
    names = list(names)
    for name in names:
        yield from _under_title(tree, name, lexicon)
        yield from _behind_origin(tree, name, lexicon)
    if not lexicon.check_pos:
        return
    yield from _offices(tree, lexicon)
    yield from _under_prepositions(tree)
    yield from _brought_by(tree, lexicon)
    yield from _of_suits(tree, lexicon)
    yield from _in_court(tree, lexicon)
    yield from _behind_times(tree, lexicon)
    for name in names:
        yield from _lost_agent(tree, name)
        yield from _behind_clause(tree, name)
        yield from _beside_noun(tree, name)
        yield from _owning(tree, name)
        yield from _company_of_clause(tree, name, lexicon)


def _under_title(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Dr. Budi Santoso ditangkap": whoever bears the title was arrested."""
    title, head = tree[name.first - 1], _head(tree, name)
    if not name.first or tree[head].head != title.index or title.lower not in lexicon.words["honorifics"]:
        return
    top = head if title.head == title.index else title.head
    yield head, replace(tree[head], head=top, slot=title.slot, case=title.case, pos="PROPN")
    yield from ((i, replace(tree[i], head=head)) for i in tree.children(title.index) if i != head)
    yield title.index, replace(title, head=head, slot="compound", case="")


def _behind_origin(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"aplikasi asal Estonia X": X tells which app, not which Estonia."""
    head = tree[_head(tree, name)]
    place = tree[head.head]
    noun = tree[place.head]
    if head.slot == "flat" and name.first <= head.index and place.case in lexicon.words["based"] and noun.index < place.index:
        yield head.index, replace(head, head=noun.index, slot="modifier", pos="PROPN")


def _under_prepositions(tree: Tree) -> Iterator[tuple[int, Token]]:
    """"in federal court in Oregon over fraud", "from 2019 to 2021": no noun hangs on the preposition of another."""
    for token in tree.tokens:
        upper, cases = tree[token.head], token.case.split()
        of_another = upper.pos == "ADP" and upper.slot == "case" and upper.head not in (token.index, upper.index)
        if token.slot == "oblique" and of_another and len(cases) > 1:
            slot = "oblique" if tree[upper.head].pos in VERBAL else "modifier"
            yield token.index, replace(token, head=upper.head, slot=slot, case=cases[-1])


def _offices(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Chief technology officer and co-founder N": no verb, though taggers say so."""
    for token in tree.tokens if "co" in {word[:2] for word in tree.said} else ():
        if token.pos in VERBAL and token.lower.startswith("co") and token.lower in lexicon.words["speakers_public"]:
            yield token.index, replace(token, pos="NOUN", passive=False)


def _brought_by(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"the suit that a former user filed in March": the user files it, and it is no user that is filed."""
    for verb in tree.tokens[3:]:
        doer = tree[verb.head]
        that = doer.slot in ("complement", "object") and doer.index == verb.index - 1 and verb.slot == "relative" and next(
            (i for i in tree.children(doer.index) if i < doer.index and tree[i].lower in lexicon.words["relative"]), 0)
        action = tree[that - 1] if that else doer
        law = {action.lower, action.lemma} & lexicon.words["procedures_of_law"]
        if that and law and {verb.lower, verb.lemma} & lexicon.words["lodging"] and not tree.children(verb.index, "aux", "agent"):
            yield verb.index, replace(verb, head=action.index, passive=False)
            yield doer.index, replace(doer, head=verb.index, slot="subject")
            yield that, replace(tree[that], head=verb.index, slot="object")


def _of_suits(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"threw out a suit against X by a teacher over H": who brought it and over what belongs to the suit."""
    law = lexicon.words["procedures_of_law"]
    for suit in tree.tokens if not law.isdisjoint(tree.said) else ():
        verb = tree[suit.head]
        carried = {verb.lower, verb.lemma} & lexicon.words["light_A"]   # "opened a case over H" is the verb's as well
        if suit.slot != "object" or verb.pos != "VERB" or verb.passive or not {suit.lower, suit.lemma} & law:
            continue
        for index in tree.children(verb.index, "oblique", "agent"):
            token, behind = tree[index], tree.tokens[suit.index:index]
            apart = any(t.text in (",", ";") or t.head == verb.index and t.pos in VERBAL for t in behind)
            if index > suit.index and not apart and (token.case == "by" or token.case == "over" and not carried):
                yield index, replace(token, head=suit.index, slot="modifier")


def _in_court(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"was sued by teachers in federal court": there it was sued, wherever the teachers are."""
    for token in tree.tokens:
        people = tree[token.head]
        if token.pos == "NOUN" and token.slot == "modifier" and token.case == "in" and people.slot in ("agent", "object") and (
                token.lower in lexicon.words["court_words"] and tree[people.head].pos in VERBAL):
            yield token.index, replace(token, head=people.head, slot="oblique")


def _behind_times(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"The arrest in March of N", "the closure on Monday of X": of whom it is, not the month."""
    for token in tree.tokens:
        time = tree[token.head]
        if token.case != "of" or token.pos == "NUM" or time.slot not in ("modifier", "oblique") or time.index > token.index:
            continue
        if any({token.lower, token.lemma} & lexicon.words[unit] for unit in _TIMES):
            continue   # "in March of this year"
        if _is_time(time, lexicon) and tree[time.head].pos == "NOUN":
            yield token.index, replace(token, head=time.head)


def _is_time(token: Token, lexicon: Lexicon) -> bool:
    dated = {(token.lower,)} & ({*lexicon.phrases["months"]} | {*lexicon.phrases["weekdays"]})
    return bool(dated) and token.text[:1].isupper() or token.pos == "NUM" and len(token.text) == 4 and token.text.isdigit()


def _beside_noun(tree: Tree, name: Name) -> Iterator[tuple[int, Token]]:
    """"a suit by the charity X was thrown out", "a case against the app X brought by Y": X tells which charity, which app."""
    token, before = tree[_head(tree, name)], tree[name.first - 1]
    if not name.first or before.pos != "NOUN" or token.slot not in _BORNE or before.slot == "compound":
        return
    verb = tree[token.head]
    others = [i for i in tree.children(verb.index, *_BORNE) if i < before.index]
    participle = verb.head == before.index and verb.passive and not tree.children(verb.index, "aux")
    if participle or others and before.head != verb.index and before.case:
        yield token.index, replace(token, slot="apposition", head=before.index, pos="PROPN")


def _behind_clause(tree: Tree, name: Name) -> Iterator[tuple[int, Token]]:
    """"The family of a student who was stalked through the app X filed a suit": the family files it, X is which app."""
    token, noun = tree[_head(tree, name)], tree[name.first - 1]
    verb = tree[token.head]
    if not name.first or noun.pos != "NOUN" or token.slot != "subject" or verb.index < name.last or verb.slot != "relative":
        return
    root = next((t for t in tree.tokens if t.slot == "root"), None)
    clause = next((i for i in (noun.index, *tree.ancestors(noun.index)) if tree[i].slot == "relative"), 0)
    told = any(t.pos in ("PRON", "DET") for t in tree.tokens[:clause] if t.head == clause
               or tree[t.head].head == clause and t.slot == "owner")
    if told and root and root.pos == "NOUN" and root.index < clause < name.first and clause != verb.index:
        yield root.index, replace(root, slot="subject", head=verb.index)
        yield verb.index, replace(verb, slot="root", head=verb.index)
        yield token.index, replace(token, slot="apposition", head=noun.index, pos="PROPN")


def _lost_agent(tree: Tree, name: Name) -> Iterator[tuple[int, Token]]:
    """"A claim brought by former moderator N was dismissed": N brought it, and nobody dismissed N."""
    head = _head(tree, name)
    token, first = tree[head], name.first
    while first and tree[first - 1].head == head and tree[first - 1].slot in _DESCRIBING:
        first -= 1
    by = tree[first - 1]
    taken = any(by.lower in tree[i].case.split() for i in tree.children(by.head) if i > by.index)
    if first and by.lower == "by" and by.slot == "case" and tree[by.head].passive and by.head < by.index and not taken and (
            token.slot in _BORNE and token.head != by.head):
        yield head, replace(token, slot="agent", head=by.head, case="by", pos="PROPN")


def _owning(tree: Tree, name: Name) -> Iterator[tuple[int, Token]]:
    """"The dating app X's head of safety quit": the head does, whose app X is."""
    owner, before = tree[_head(tree, name)], tree[name.first - 1]
    thing = tree[owner.head]
    if name.first and owner.slot == "owner" and before.pos == "NOUN" and (thing.slot, thing.head) == ("apposition", before.index):
        yield thing.index, replace(thing, slot=before.slot, head=before.head, case=before.case)
        yield before.index, replace(before, slot="compound", head=owner.index, case="")
    elif name.first and owner.slot == "owner" and before.pos == "NOUN" and before.slot in _BORNE and (
            thing.slot in _BORNE and thing.head == before.head):   # "The chat app X's owner, N, was charged": not the app
        yield before.index, replace(before, slot="compound", head=owner.index)


def _company_of_clause(tree: Tree, name: Name, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"suing the firm that hosted the forum, X Ltd,": X is the firm and not the forum."""
    token = tree[_head(tree, name)]
    formal = tree[name.last].lower in lexicon.words["legal_forms"]
    if not formal or token.slot != "apposition" or not name.first or tree[name.first - 1].text != ",":
        return
    clause = next((i for i in tree.ancestors(token.index) if tree[i].slot == "relative" and tree[i].pos in VERBAL), None)
    company = tree[tree[clause].head] if clause is not None else None
    if company and company.index < token.index and tree.begins(lexicon.phrases["company"], company.index):
        yield token.index, replace(token, head=company.index)


def _head(tree: Tree, name: Name) -> int:
    inside = range(name.first, name.last + 1)
    return next((i for i in inside if tree[i].head not in inside or tree[i].head == i), name.last)
