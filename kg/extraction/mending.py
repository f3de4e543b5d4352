"""Mends what parsers get wrong about names that they have never seen, and about what an accusation is about.

A tagger takes "Strangly" for an adverb and "Palaver sued" for a noun phrase. Once the article's names are known, a name
that hangs on a verb in no role of a noun is given the role that its place says: subject before the verb, object after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from kg.extraction import clauses, headlines, nominals, objectvoice, participles, strays, whose
from kg.extraction.titles import Name
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon
from kg.model import Sentence, Status, Token

_OBJECT_WORDS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ"})
_PAPERS = 14   # how far behind a suit the clause may stand that says whom it accuses
_ACRONYM = 5   # how long an acronym may be
_PARTICIPLES = ("ed", "en", "out", "wn", "ut", "ck")   # "tossed", "taken", "thrown out", "shut", "struck"
_LOOSE = ("adverbial", "complement", "conjunct")
_APPOSITION = 16   # how long an apposition may be
_LOST = frozenset({"relative", "apposition", "conjunct", "parataxis", "adverbial", "complement", "modifier"})
_ROLELESS = frozenset({"adverb", "adjective", "other", "compound", "apposition", "flat", "mark", "attribute", "number",
                       "determiner", "complement", "parataxis", "adverbial", "oblique"})


def mend(tree: Tree, names: Iterable[Name], lexicon: Lexicon) -> Tree:
    """The tree with what is mended; the same tree if there is nothing to mend."""
    names = list(names)
    if stray := dict(strays.rehung(tree, names, lexicon)):
        tree = _with(tree, stray)
    changed = dict(_of_papers(tree, lexicon)) | dict(_of_motions(tree, lexicon))
    changed |= dict(_of_filings(tree, lexicon)) | dict(_causatives(tree, lexicon)) | dict(_after_denials(tree, lexicon))
    changed |= dict(_asked_for(tree, lexicon)) | dict(_inserted(tree, lexicon))
    changed |= dict(participles.passives(tree, lexicon)) | dict(nominals.owned(tree, lexicon))
    changed |= dict(nominals.of_kinds(tree, lexicon)) | dict(nominals.described(tree, lexicon))
    changed |= dict(nominals.against(tree, lexicon))
    changed |= dict(participles.finite(tree, lexicon)) | dict(whose.clauses(tree, lexicon))
    changed |= dict(_accusations(tree, lexicon)) | dict(_after_apposition(tree, names)) | dict(_after_dateline(tree, lexicon))
    changed |= dict(_beside_described(tree)) | dict(_counted(tree, lexicon)) | dict(clauses.outside(tree, lexicon))
    changed |= dict(clauses.of_apps(tree, lexicon)) | dict(clauses.since_when(tree, lexicon))
    changed |= dict(objectvoice.verbs(tree, lexicon)) | dict(_before_contrast(tree, lexicon)) | dict(_behind_dates(tree, lexicon))
    changed |= dict(headlines.futures(tree, names, lexicon))
    for name in names:
        head = _head(tree, name)
        token = changed.get(head, tree[head])
        if preposition := _lost_preposition(tree, name, token):
            slot = "oblique" if tree[preposition.head].pos in VERBAL else "modifier"
            changed[head] = replace(token, slot=slot, pos="PROPN", head=preposition.head, case=preposition.lower)
        elif token.slot in _ROLELESS and tree[token.head].pos in VERBAL and token.head != head and not token.case:
            if lexicon.words["bare_agent"] and tree[token.head].passive and token.index == token.head + 1:
                changed[head] = replace(token, slot="agent", pos="PROPN")   # "diblokir Komdigi"
            elif lexicon.check_pos and _is_object_of_participle(tree, token):
                changed[token.head] = replace(tree[token.head], passive=False)
                changed[head] = replace(token, slot="object", pos="PROPN")
            elif slot := _role(tree, token, changed):
                changed[head] = replace(token, slot=slot, pos="PROPN")
    return _with(tree, changed) if changed else tree


def _counted(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Sebanyak 214 pengguna menggugat": who sues is the users, not "sebanyak"."""
    for token in tree.tokens if not lexicon.words["counting"].isdisjoint(tree.said) else ():
        nouns = (i for i in tree.children(token.index, "modifier") if tree[i].pos in ("NOUN", "PROPN"))
        noun = next((i for i in nouns if not tree[i].case), 0)
        if token.lower in lexicon.words["counting"] and noun and token.slot != "root":
            yield noun, replace(tree[noun], head=token.head, slot=_counted_as(tree, token))
            yield token.index, replace(token, head=noun, slot="number")


def _before_contrast(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"Tiga orang dibekuk pada Senin, sedangkan seorang lainnya buron": a clause of its own, though read as "orang" that are."""
    turn = next((t.index for t in tree.tokens[2:] if t.lower in lexicon.words["turning"] and tree[t.index - 1].text == ","), 0)
    verbs = [t for t in tree.tokens[:turn] if t.pos in VERBAL] if not lexicon.check_pos else []
    if len(verbs) != 1 or verbs[0].slot != "adjective" or not verbs[0].passive or verbs[0].head >= verbs[0].index:
        return
    noun = tree[verbs[0].head]
    yield noun.index, replace(noun, head=verbs[0].index, slot="passive")
    yield verbs[0].index, replace(verbs[0], head=noun.head, slot="adverbial")


def _behind_dates(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"..., lalu pada Oktober tahun yang sama mendendanya": a second verb, and no clause about October."""
    for token in tree.tokens if not lexicon.check_pos else ():
        when, upper = tree[token.head], tree[tree[token.head].head]
        dated = (when.lower,) in lexicon.phrases["months"] or (when.lower,) in lexicon.phrases["weekdays"]
        if token.slot != "relative" or token.pos not in VERBAL or not dated or not when.case or upper.pos not in VERBAL:
            continue
        if not any(tree[i].lower in lexicon.words["relative"] for i in tree.children(token.index)) and upper.index < when.index:
            yield token.index, replace(token, head=upper.index, slot="conjunct")
            yield when.index, replace(when, head=token.index, slot="oblique")


def _counted_as(tree: Tree, token: Token) -> str:
    """The role of what is counted: before a verb it is its subject, whatever the parser made of "sebanyak"."""
    verb = tree[token.head]
    loose = token.slot in _ROLELESS and verb.pos in VERBAL and token.index < verb.index
    return ("passive" if verb.passive else "subject") if loose else token.slot


def _accusations(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """The clause after the object of an accusing verb is what it accuses of: "menuduh X memasangkan ..."."""
    accusing = _accusing(lexicon)
    for token in tree.tokens if not accusing.isdisjoint(tree.said) else ():
        if token.pos in VERBAL and (token.lower in accusing or token.lemma in accusing):
            clause = next((t for t in tree.tokens[token.index + 1:token.index + 8] if t.pos not in _OBJECT_WORDS), None)
            if clause and clause.pos == "VERB" and not tree.governs(token.index, clause.index) and clause.slot != "root":
                yield clause.index, replace(clause, head=token.index, slot="complement")


def _accusing(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.once("accusing verbs", lambda: frozenset(
        cue.words[0] for cue in lexicon.cues if cue.accuses and cue.part == "verb" and len(cue.words) == 1))


def _of_papers(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"named in a suit by a mother that accuses it", "filed a suit on Monday accusing X": what accuses is the suit, not the
    word before it that the parser has chosen.
    """
    accusing = _accusing(lexicon)
    for token in tree.tokens if not accusing.isdisjoint(tree.said) else ():
        if token.pos != "VERB" or token.slot not in ("relative", "adverbial") or not accusing & {token.lower, token.lemma}:
            continue
        papers = lexicon.last_words["case"]
        nouns = (t for t in reversed(tree.tokens[max(0, token.index - _PAPERS):token.index]) if t.pos == "NOUN")
        paper = next((t for t in nouns if papers & {t.lower, t.lemma}), None)
        if not paper or paper.index == token.head or any(
                t.pos == "VERB" for t in tree.tokens[paper.index + 1:token.index] if t.slot != "relative"):
            continue
        relative = token.slot == "relative" and token.head < paper.index and any(
            tree[i].lower in lexicon.words["relative"] for i in tree.children(token.index, "subject"))
        joined = token.slot == "adverbial" and paper.head == token.head and not tree.children(token.index, "subject")
        if relative or joined:
            yield token.index, replace(token, head=paper.index, slot="relative")


def _of_filings(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"its inquiry into X, which it began in May", "a case against X, brought in May": what was begun is the case, not X."""
    lodging, beginning = lexicon.words["lodging"], lexicon.words["lodging"] | lexicon.words["beginning"]
    for token in tree.tokens if lodging else ():
        forms = {token.lower, token.lemma}
        if token.slot != "relative" or not forms & beginning or tree[token.head].pos not in ("PROPN", "NOUN"):
            continue
        passive = token.passive and forms & lodging
        subject = next((tree[i] for i in tree.children(token.index, "subject")), None)
        pointing = subject and subject.pos in ("PRON", "NOUN") and subject.lower not in lexicon.words["relative"]
        law = lexicon.words["procedures_of_law"]
        if {tree[token.head].lower, tree[token.head].lemma} & law:
            continue
        cases = (i for i in tree.ancestors(token.head) if tree[i].pos == "NOUN")
        case = next((i for i in cases if {tree[i].lower, tree[i].lemma} & law), None)
        if case is not None and (passive or pointing):
            yield token.index, replace(token, head=case)


def _of_motions(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"denied the motion of X to dismiss the suit": what is moved for hangs on the motion, not on the verb that denies it."""
    for token in tree.tokens if not lexicon.words["motions"].isdisjoint(tree.said) else ():
        if token.pos != "VERB" or token.slot not in ("adverbial", "complement") or token.index == 0:
            continue
        if tree[token.index - 1].lower in lexicon.words["in_order_to"] and tree[token.head].pos in VERBAL:
            motion = next((i for i in tree.children(token.head, "object", "passive") if i < token.index and (
                {tree[i].lower, tree[i].lemma} & lexicon.words["motions"])), None)
            if motion is not None:
                yield token.index, replace(token, head=motion, slot="relative")


def _causatives(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"have the case tossed", "get X blocked": the thing is what the participle befalls, not what somebody has."""
    for token in tree.tokens if not lexicon.words["causing"].isdisjoint(tree.said) else ():
        if token.pos != "VERB" or token.slot not in _LOOSE or not token.lower.endswith(_PARTICIPLES):
            continue
        if tree.children(token.index, "subject", "passive", "aux", "object"):
            continue
        near = tree.tokens[max(0, token.index - _PAPERS):token.index]
        causes = (t for t in reversed(near) if t.lower in lexicon.words["causing"])
        cause = next((t for t in causes if tree.children(t.index, "object")), None)
        thing = tree.children(cause.index, "object")[-1] if cause else -1
        if cause and cause.index < thing < token.index and token.head in (cause.index, *tree.ancestors(cause.index)):
            yield thing, replace(tree[thing], head=token.index, slot="passive")
            yield token.index, replace(token, head=cause.index, slot="complement", passive=True)


def _asked_for(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"asked for the matter to be struck out": what somebody asks for, not what came of it."""
    asking = lexicon.words["bidding"] | lexicon.words["calling_on"]
    for token in tree.tokens if not asking.isdisjoint(tree.said) else ():
        if token.pos in VERBAL and token.slot == "adverbial" and {tree[token.head].lower, tree[token.head].lemma} & asking:
            if any(tree[i].lower == "for" for i in tree.children(token.index, "mark")):
                yield token.index, replace(token, slot="complement")


def _inserted(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"X, sued last year by A, wants the case moved": X is sued, though the parser reads X as who sues."""
    for token in tree.tokens[2:] if lexicon.check_pos and "by" in tree.said else ():
        if token.pos != "VERB" or token.passive or tree[token.index - 1].text != "," or not token.lower.endswith(_PARTICIPLES):
            continue
        subjects = [i for i in tree.children(token.index, "subject") if i < token.index - 1]
        by = any(tree[i].case == "by" for i in tree.children(token.index, "agent", "oblique"))
        if by and subjects and not tree.children(token.index, "aux") and len(subjects) == 1:
            yield token.index, replace(token, passive=True)
            yield subjects[0], replace(tree[subjects[0]], slot="passive")


def _after_denials(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"has denied that X does Y and is preparing to sue": what comes behind with a subject of the first clause is not denied."""
    denying = lexicon.once("denying verbs", lambda: frozenset(
        cue.words[0] for cue in lexicon.cues if cue.status == Status.DENIED and cue.part == "verb" and len(cue.words) == 1))
    for token in tree.tokens if not denying.isdisjoint(tree.said) else ():
        content = tree[token.head]
        if token.slot != "conjunct" or token.pos not in VERBAL or content.slot != "complement" or content.index == token.index:
            continue
        upper = tree[content.head]
        own = tree.children(token.index, "subject", "passive") or not tree.children(content.index, "subject", "passive")
        if {upper.lower, upper.lemma} & denying and not own and tree.children(token.index, "aux"):
            yield token.index, replace(token, head=upper.index)


def _after_apposition(tree: Tree, names: list[Name]) -> Iterator[tuple[int, Token]]:
    """"X, aplikasi kencan milik Y, diblokir": the verb behind the closing comma has the name for its subject, not a word of the
    apposition that the parser has made the head of the sentence.
    """
    for name in names:
        opening = name.last + 1
        if name.first > 1 or opening >= len(tree) or tree[opening].text != ",":
            continue
        closing = next((i for i in range(opening + 2, min(opening + _APPOSITION, len(tree))) if tree[i].text == ","), len(tree))
        verb = next((t for t in tree.tokens[closing + 1:closing + 4] if t.pos not in ("ADV", "AUX", "PART")), None)
        if not verb or verb.pos != "VERB" or tree.children(verb.index, "subject", "passive") or verb.slot not in _LOST:
            return
        if opening < verb.head < closing:
            yield verb.index, replace(verb, head=verb.index, slot="root")
            subject = tree[_head(tree, name)]
            yield subject.index, replace(subject, head=verb.index, slot="passive" if verb.passive else "subject", pos="PROPN")
        return


def _beside_described(tree: Tree) -> Iterator[tuple[int, Token]]:
    """"N, founder of X, and M, its chief, were held": behind the closing comma M stands beside N, not beside "founder"."""
    for token in tree.tokens:
        role = tree[token.head]
        if token.slot != "conjunct" or token.pos != "PROPN" or role.slot != "apposition" or role.pos != "NOUN":
            continue
        joint = next((i for i in tree.children(role.index, "coordinator") if role.index < i < token.index), 0)
        if joint and tree[joint - 1].text == "," and tree[role.head].pos == "PROPN" and role.head < role.index:
            yield token.index, replace(token, head=role.head)


def _after_dateline(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Token]]:
    """"BANYUWANGI, Majelis hakim ... menjatuhkan": no subject is the place from which an article is written."""
    place = next((i for i in range(min(3, len(tree))) if not (tree[i].text.isalpha() and tree[i].text.isupper())), 0)
    city = tree.sentence.kind == "paragraph" and place and tree[place].text == "," and (
        " ".join(token.lower for token in tree.tokens[:place]) in lexicon.words["cities"] or len(tree[0].text) > _ACRONYM)
    opening = next((t for t in tree.tokens[:place] if t.slot in ("subject", "passive")), None) if city else None
    if opening and not any(t.text == "," for t in tree.tokens[place + 1:tree[opening.index].head]):
        subject = next((t for t in tree.tokens[place + 1:opening.head] if t.head == opening.index and t.slot != "punct"), None)
        if subject:
            yield subject.index, replace(subject, head=opening.head, slot=opening.slot)
            yield opening.index, replace(opening, head=opening.head, slot="other")


def _head(tree: Tree, name: Name) -> int:
    inside = range(name.first, name.last + 1)
    return next((i for i in inside if tree[i].head not in inside or tree[i].head == i), name.last)


def _lost_preposition(tree: Tree, name: Name, token: Token) -> Token | None:
    """The preposition right before a name that the parser has left without its noun: "the ban *of* Strangly surprised"."""
    before = tree[name.first - 1] if name.first else None
    if not before or before.slot != "case" or before.pos != "ADP" or token.case or before.head >= before.index:
        return None
    phrase = takewhile(lambda t: t.pos in _OBJECT_WORDS or t.pos in ("PART", "ADP"), tree.tokens[name.first:])
    found = any(t.head == before.head and before.lower in t.case.split() for t in phrase)
    return None if found and token.slot != "adverb" else before   # no name is an adverb


def _is_object_of_participle(tree: Tree, token: Token) -> bool:
    """"The lawsuit accused Strangly": read as a passive participle, but a name right after it is its object."""
    verb = tree[token.head]
    return token.index == verb.index + 1 and verb.passive and not tree.children(verb.index, "aux", "passive", "agent")


def _role(tree: Tree, token: Token, changed: dict[int, Token]) -> str:
    """Subject if the verb still lacks one and the name stands before it, object likewise after it."""
    verb = tree[token.head]
    taken = {changed.get(i, tree[i]).slot for i in tree.children(verb.index) if i < token.index}
    if token.index < verb.index and not taken & {"subject", "passive"}:
        return "passive" if verb.passive else "subject"
    if token.index > verb.index and "object" not in taken and not verb.passive:
        return "object"
    return ""


def _with(tree: Tree, changed: dict[int, Token]) -> Tree:
    old = tree.sentence
    tokens = tuple(changed.get(token.index, token) for token in tree.tokens)
    return Tree(Sentence(old.index, old.span, old.text, tokens, old.block, old.kind))
