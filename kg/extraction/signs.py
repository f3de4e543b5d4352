"""The signs of what a name stands for: its own words, its neighbours, the name finder's opinion.

"the messaging app X", "X, a video chat service," and "X users" speak for a platform, "X Inc" for a company, "founder X"
and "X, who" for a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction import befalling, callings, online, singled, suing, watchdogs
from kg.extraction.neighbours import begins_with, described, ends_with, headed, made_by, nouns_before
from kg.extraction.candidates import DOMAIN
from kg.extraction.definites import is_definite
from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_OFFICE = 9   # how far before a name its office may begin


def count(names: list[Name], trees: Sequence[Tree], lexicon: Lexicon) -> dict[str, Counter[str]]:
    """How often each sign speaks for each name, by its text; "seen" counts its mentions."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        tree = trees[name.sentence]
        for sign in (*_signs(name, tree, lexicon), "seen"):
            votes[name.text][sign] += 1
    return votes


def _signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    yield from _own_signs(name, lexicon)
    yield from _neighbour_signs(name, tree, lexicon)
    yield from (f"ner:{entity}" for entity in sorted({tree[i].entity for i in range(name.first, name.last + 1)}) if entity)


def _own_signs(name: Name, lexicon: Lexicon) -> Iterator[str]:
    words = name.text.lower().split()
    forms = {form for word in words[1:] for form in (word, word.rstrip("."))}
    if forms & lexicon.words["company_suffixes"] or words[0] in lexicon.words["company_prefixes"]:
        yield "company"
        yield "suffixed"
    if words[0] in lexicon.words["company_prefixes"] or len(words) > 1 and words[-1] in lexicon.words["legal_forms"]:
        yield "legal form"
    if len(words) > 1 and set(words) & lexicon.words["authority_words"]:
        yield "authority"
    if len(words) > 1 and words[0] in lexicon.words["body_heads"]:
        yield "body"
    if DOMAIN.fullmatch(name.text):
        yield "domain"
    if name.text.lower() in lexicon.words["cities"]:
        yield "city"
    if name.text.lower() in lexicon.words["wide_adjectives"]:
        yield "geography"
    if len(words) == 1 and name.text.isupper() and len(name.text) < 5:
        yield "acronym"
    if len(words) == 1 and words[0] in lexicon.words["given_names"]:
        yield "given"
    if len(words) > 1:
        yield "several words"
        if {words[0], words[-1] if lexicon.words["definite_after"] else ""} & lexicon.words["given_names"]:
            yield "person-like"


def _neighbour_signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    source = _is_source(name, tree, lexicon)
    yield from (sign for sign in _all_neighbour_signs(name, tree, lexicon) if not source or sign not in ("platform", "online"))


def _is_source(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Menurut Lentera Anak, aplikasi X menjadi ...": behind the comma another name is told of, not who says so."""
    behind = tree.tokens[name.last + 1:name.last + 5]
    led = name.first > 0 and tree[name.first - 1].lower in lexicon.words["attribution"]
    return led and bool(behind) and behind[0].text == "," and any(token.text[:1].isupper() for token in behind[2:])


def _all_neighbour_signs(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    before = [token.lower for token in tree.tokens[max(0, name.first - 4):name.first]]
    after = [token.lower for token in tree.tokens[name.last + 1:name.last + 9]]
    yield from _signs_before(name, tree, lexicon, before, after)
    yield from _signs_behind(name, tree, lexicon, before, after)
    yield from (sign for sign in (befalling.sign(name, tree, lexicon), online.sign(name, tree, lexicon)) if sign)
    yield from callings.signs(name, tree, lexicon)
    yield from ("sues",) if suing.sues(name, tree, lexicon) else ()
    if _serves(after, lexicon) or _led(name, tree, lexicon):
        yield "platform-like"
    if _person_beside(before, after, lexicon) and not _named_after(name, tree, lexicon) or _introduced(name, tree, lexicon):
        yield "person"


def _signs_before(name: Name, tree: Tree, lexicon: Lexicon, before: list[str], after: list[str]) -> Iterator[str]:
    """What leads up to the name."""
    if len(before) > 2 and before[-1] in lexicon.words["residents_of"] and any(word.isdigit() for word in before[-4:-1]) and (
            before[-2] in (",", ")")):
        yield "city"   # "N.N., 45, of Tiverton"
    trade, nouns = _called_by_trade(name, tree, lexicon), nouns_before(name, tree, lexicon)
    called = ends_with(before, lexicon, "platform_strict") or headed(nouns, lexicon, "platform_strict")
    held = before[-1:] == [","] and tree[name.last].entity == "PER" and _introduced(name, tree, lexicon)
    if not trade and not held and (called or begins_with(after, lexicon, "platform_strict", skip=0)):
        yield "platform"
    somebodys = singled.is_one_of_many(name, tree, lexicon)
    yield from (_apposed(name, tree, lexicon) if before[-1:] == [","] == after[:1] and not held and not somebodys else ())
    yield from ("personal",) if somebodys else ()
    if not somebodys and (ends_with(before, lexicon, "bodies") or headed(nouns, lexicon, "bodies")) and not (
            singled.may_be_a_person(name, tree, lexicon)):
        yield "body-like"
    if before[-1:] and before[-1] in lexicon.words["owners"] and all(
            tree[i].entity == "PER" for i in range(name.first, name.last + 1)):
        yield "owner"   # "Owner N.N. posted": of a company, whose name would end in its form
    if watchdogs.is_called_one(name, tree, lexicon):
        yield "watchdog"
    if name.first == 1 and before[0] in lexicon.words["group_prefixes"] and tree.sentence.kind == "paragraph":
        yield "company"   # "Grup Nusaritel mengambil alih ..."; "di Grup X" is a group of users
    yield from ("by trade",) if trade else ()
    whose = after[1:2] and after[1] in lexicon.words["whose"]   # "the company X, whose managing director N"
    if trade or after[:1] == [","] and not whose and set(after[1:4]) & lexicon.words["occupations"]:
        yield "person-like"
    if before and before[-1] in lexicon.words["initials"] or name.text.isupper() and len(name.text) < 4 and (
            _is_aged(after) or befalling.is_held(name, tree, lexicon)):
        yield "initials"
    yield from ("platform",) if before and before[-1] in lexicon.words["platform_accounts"] else ()
    yield from made_by(name, tree, lexicon)
    if before[-1:] == [","] and before[-2:-1] and before[-2] in lexicon.words["company_leads"] and not somebodys:
        yield "company"   # "its parent, X,"
    if set(before[-2:-1] if before[-1:] == [","] else before[-1:] if name.first == 1 else ()) & lexicon.words["maker_leads"] and (
            tree[name.last].entity != "PER"):
        yield "body-like" if " " in name.text else "company"   # "its developer, X,", "Publisher X says"


def _signs_behind(name: Name, tree: Tree, lexicon: Lexicon, before: list[str], after: list[str]) -> Iterator[str]:
    """What follows the name."""
    held = before[-1:] == [","] and tree[name.last].entity == "PER" and _introduced(name, tree, lexicon)
    if after[:1] in ([","], ["("]) and described(after[1:], lexicon, "platform") and not (
            held or _starts_anew(name, tree, lexicon)):
        yield "platform"
    if after[:1] and after[0] in lexicon.words["copulas_forms"] and described(after[1:], lexicon, "platform"):
        yield "platform"
    if begins_with(after[1:] if after[:1] and after[0] in ("'s", "’s") else after, lexicon, "app_stores", skip=0):
        yield "company"   # "X's app store"
    elif _possessed(after) & lexicon.words["platform_followers"] or (before and before[-1] in lexicon.words["platform_leaders"]):
        yield "platform-like"
    if after[:1] == [","] and described(_unbased(after[1:9]), lexicon, "company"):
        yield "company"
    if after[:1] and after[0] in lexicon.words["governments"]:
        yield "geography"   # "the State government", "the Selmark government"
    if after[:1] and after[0] in ("'s", "’s") and any(begins_with(after[at:], lexicon, "platform_strict", skip=0)
                                                      for at in range(1, 4)):
        yield "body-like"   # "Lumen Hearth's chat app X"


def _led(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"X chief executive N was found guilty of fraud on the streaming site": no other name is a platform's."""
    if " " in name.text:
        return False
    around = (*tree.tokens[max(0, name.first - 2):name.first], *tree.tokens[name.last + 1:name.last + 2])
    beside = [token.lower for token in around]
    if lexicon.either("title_words", "role_heads").isdisjoint(beside) or tree.sentence.kind != "paragraph":
        return False
    sites = (words for words in tree.find(lexicon.phrases["platform_strict"]) if words[0] > name.last + 3)
    return any(is_definite(tree, words, lexicon) and not any(
        t.text[:1].isupper() for t in tree.tokens[words[-1] + 1:words[-1] + 3]) for words in sites)


def _starts_anew(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Launched by X, the app counts ...", "menurut X, aplikasi itu ...": behind the comma the main clause begins, which
    speaks of the app, not of X.
    """
    for words in tree.find(lexicon.phrases["platform"]):
        first, last = words[0], words[-1]
        if name.last + 1 < first <= name.last + 7 and all(t.text != "," for t in tree.tokens[name.last + 2:first]):
            behind = tree.tokens[last + 1:last + 2]
            marked = any(t.lower in lexicon.words["definite_after"] for t in behind)
            verb = tree[last].head
            bare = last < verb and tree[last].slot in ("subject", "passive") and not any(
                t.text in (",", ")", ";") for t in tree.tokens[last + 1:verb])
            marked = marked or callings.leads_in(name, tree, last, lexicon)
            return marked or bare and tree[max(0, name.last + 2)].lower in lexicon.words["definite"]
    return False


def _introduced(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Direktur utama perusahaan itu, X Y,", "its founder, X Y,": an office before the comma, no verb between; a single word
    only where the name finder takes it for a person: "Pendiri aplikasi Y, Hendrik, ditangkap".
    """
    if _under_office(name, tree, lexicon):
        return True
    alone = " " not in name.text and not (tree[name.last].entity == "PER" and tree[name.first].slot == "apposition")
    if alone or not name.first or tree[name.first - 1].text != ",":
        return False
    before = tree.tokens[max(0, name.first - _OFFICE):name.first - 1]
    clause = list(takewhile(lambda token: token.pos != "VERB" and token.text not in (",", ";"), reversed(before)))
    return any({token.lower, token.lemma} & lexicon.words["speakers_public"] for token in clause)


def _under_office(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Menteri Komunikasi dan Digital X Y": an office in capitals leads right up to the name, which is not its own body."""
    words = name.text.lower().split()
    if not name.first or name.text.isupper() or not lexicon.either("authority_words", "company_prefixes").isdisjoint(words):
        return False
    run = list(takewhile(lambda token: token.text[:1].isupper() or token.lower in ("dan", "&", "(", ")"),
                         reversed(tree.tokens[:name.first])))
    held = any(token.lower in lexicon.words["office_heads"] for token in run) or (
        len(words) > 1 < len(run) and run[-1].lower in lexicon.words["role_heads"])
    if len(words) == 1 and held:
        after = [token.lower for token in tree.tokens[name.last + 1:name.last + 2]]
        held = after != ["dan"] and run[0].lower in lexicon.either("person_leaders", "office_heads")
    return held and not _goes_on(tree, name.last + 1)


def _goes_on(tree: Tree, after: int) -> bool:
    """Whether the run of capitals does not end with the name: ", N.N.," and "(KPI)" follow the names of bodies."""
    text = [token.text for token in tree.tokens[after:after + 2]]
    return text[:1] == ["("] or bool(text) and text[0][:1].isupper() or text[:1] == [","] and text[1][:1].isupper()


def _person_beside(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> bool:
    """"founder X", "X, a lawyer for", "X, who", "founded by X": only people are introduced so."""
    words = lexicon.words
    if _is_aged(after) or before and before[-1] in words["person_leaders"]:
        return True
    reach = 4 if words["definite_after"] else 8   # Indonesian has the office right behind the comma
    whose = after[1:2] and after[1] in words["whose"]   # "X, whose chief executive N" is no chief executive
    if after[:1] == [","] and not whose and (_is_role(after[1:reach], lexicon) or after[1:2] and after[1] in words["who"]):
        return True
    return before[-1:] and before[-1] in words["by"] and bool(set(before) & words["founding"]) or (
        after[:1] != [] and after[0] in words["who"])


def _named_after(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Paguyuban Korban X": the victims of X, not X as a victim; a noun in capitals that is no title."""
    lead = tree[name.first - 1]
    titles = lexicon.either("title_words", "office_heads")
    return bool(lexicon.words["definite_after"]) and name.first > 1 and lead.text.istitle() and lead.lower not in titles and (
        tree[name.first - 2].text[:1].isupper() and lead.lower in lexicon.words["people_nouns"] | {"korban"})


def _serves(after: Sequence[str], lexicon: Lexicon) -> bool:
    """"X, where people ...", "X lets users ...", "X, which pairs strangers": what only services do."""
    if after[:1] == [","] and after[1:2] and after[1] in lexicon.words["where"]:
        return True
    rest = after[2:6] if after[:1] == [","] and after[1:2] and after[1] in lexicon.words["relative"] else after[:4]
    people = lexicon.either("count_words", "people_nouns", "served")
    return bool(rest) and rest[0] in lexicon.words["lets"] and any(word in lexicon.groups or word in people for word in rest[1:])


def _unbased(words: list[str]) -> list[str]:
    """"the Dublin-based company": where somebody has the seat is left out."""
    at = next((i for i, word in enumerate(words) if word == "based" and words[i - 1] == "-"), 0)
    return [*words[:max(0, at - 2)], *words[at + 1:]] if at else words


def _is_aged(after: Sequence[str]) -> bool:
    """"X (31)", "X, 31,": only people are given an age."""
    return after[:1] in (["("], [","]) and len(after) > 2 and after[1].isdigit() and after[2] in (")", ",", "tahun")


def _apposed(name: Name, tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """"a rival app, X, was closed", "penerbit lain, X,": what is new to the article, and named between commas."""
    lead = [token.lower for token in tree.tokens[max(0, name.first - 6):name.first - 1]]
    lead = lead[max((n + 1 for n, word in enumerate(lead) if not word.isalpha()), default=0):]
    new = lexicon.either("indefinite", "another")
    if all(set(lead) & lexicon.words[words] for words in ("own_marks", "own_products", "own_of")):
        yield "platform-like"   # "its own product, X,"
        return
    if set(lead[:1]) & lexicon.words["definite"] and ends_with(lead, lexicon, "platform_strict") and len(lead) < 4:
        yield from () if tree[name.last].entity == "PER" else ("platform",)   # "The search engine, X, was"
        return
    for phrases, sign in (("platform_strict", "platform"), ("platform", "platform"), ("bodies", "body-like")):
        end = lead[:-1] if lexicon.words["definite_after"] and lead[-1:] and lead[-1] in new else lead
        if set(lead) & new and ends_with(end, lexicon, phrases):
            yield sign
            return


def _possessed(after: Sequence[str]) -> set[str]:
    """The word after the name, a possessive "'s" skipped."""
    rest = [word for word in after[:4] if word not in ("'s", "’s", "s")]
    return {"-".join(rest[::2])} if rest[1:2] == ["-"] else set(rest[:1])   # "co-founder"


def _called_by_trade(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"mantan atlet senam X Y", "television presenter X Y", "Nurse X Y's": a trade in small letters, but for the capital that
    opens a sentence, leads up to the name.
    """
    if " " not in name.text:
        return False
    lead = takewhile(lambda token: (token.text.islower() or not token.index) and token.pos in ("NOUN", "ADJ", "VERB", "PROPN"),
                     reversed(tree.tokens[max(0, name.first - 4):name.first]))
    return any({token.lower, token.lemma} & lexicon.words["occupations"] for token in lead)


def _is_role(words: Sequence[str], lexicon: Lexicon) -> bool:
    ends = lexicon.words["description_ends"]
    end = next((i for i, word in enumerate(words) if word in (",", ")", ".") or word in ends), len(words))
    if set(words[end:end + 1]) & lexicon.words["saying"]:
        return False   # "on X, the principal said"
    return bool(set(words[:end]) & lexicon.either("speakers_public", "person_leaders"))
