"""Indonesian: the pipeline that the project trains and ships, and its UD labels told as shared slots."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.languages import Language, span_of
from kg.languages.id_verbs import is_asked_for, is_passive, is_verb
from kg.model import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

_SLOTS = {
    "ROOT": "root", "nsubj": "subject", "csubj": "subject", "nsubj:pass": "passive", "csubj:pass": "passive",
    "obj": "object", "iobj": "object", "obl": "oblique", "nmod": "modifier", "appos": "apposition",
    "compound": "modifier", "flat": "flat", "conj": "conjunct", "acl": "relative", "ccomp": "complement",
    "xcomp": "complement", "advcl": "adverbial", "parataxis": "parataxis", "advmod": "adverb", "amod": "adjective",
    "aux": "aux", "cop": "copula", "mark": "mark", "case": "case", "cc": "coordinator", "det": "determiner",
    "nummod": "number", "punct": "punct", "dep": "other", "fixed": "flat", "dislocated": "subject", "clf": "number",
}
_ENTITIES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}
_NEGATIONS = {"tidak", "tak", "bukan", "belum", "jangan", "tanpa", "enggak", "nggak"}
_CLITICS = ("nya", "lah", "kah", "pun")
# Words in which what looks like a clitic belongs to the word.
_WHOLE = frozenset("hanya punya tanya bertanya bertanyalah salah masalah sekolah jumlah majalah istilah sejumlah adalah "
                   "ialah telah setelah sebelah wilayah pemerintah kalah olah ulah celah langkah sekolah naikkah bahkan "
                   "meskipun walaupun ataupun maupun apapun siapapun biarpun himpun ampun rumpun sekalipun adapun "
                   "karenanya sebenarnya akhirnya sebelumnya selanjutnya seharusnya umumnya biasanya khususnya".split())


def tokens(doc: Doc, offset: int) -> tuple[Token, ...]:
    """The tokens of a parsed sentence whose first character stands at `offset` of the article."""
    read = [_token(word, offset) for word in doc]
    for index, token in enumerate(read):
        if index and (read[index - 1].lower, token.lower) in _COMPOUNDS and token.pos == "VERB":
            read[index] = replace(token, pos="NOUN")   # "juru bicara"
        if token.lower == "yang":
            _bind_relative(read, index)
        if token.lower == "tanpa":
            _loosen(read, read[token.head])
        if token.lower in _DEICTIC:
            _point_back(read, token)
    for token in read[:-1]:
        _name_deed(read, token, read[token.index + 1])
    _promote_verb(read)
    _lift_verb(read)
    for index in range(1, len(read) - 1):
        if _names_a_kind(read, index):
            _demote_verb(read, index)
    return tuple(read)


def _names_a_kind(read: list[Token], index: int) -> bool:
    """"aplikasi *berbagi* video": the verb only says what kind of service it is."""
    before, after = read[index - 1], read[index + 1]
    return read[index].lower in _SERVICES and before.lower in _SERVED and before.pos in _NOUNS and after.pos in _NOUNS


_COMPOUNDS = frozenset({("juru", "bicara"), ("jumpa", "pers"), ("meja", "hijau"), ("tanda", "tangan"), ("juru", "tulis")})
_SERVICES = frozenset("berbagi berkirim bertukar berjualan berbelanja mengobrol bertemu mencari belanja".split())
_SERVED = frozenset("aplikasi situs platform layanan forum jejaring laman web wadah gim".split())


def _demote_verb(read: list[Token], index: int) -> None:
    """Make the verb a modifier of the noun before it; what hung on it goes to the verb that it stood in the way of."""
    verb, noun = read[index], read[index - 1]
    below = [t for t in read if t.head == index and t.index != index]
    heir = next((t for t in below if t.pos == "VERB" and t.index > index), None)
    read[index] = replace(verb, pos="NOUN", slot="modifier", head=noun.index)
    if heir:
        read[heir.index] = replace(heir, head=heir.index if verb.slot == "root" else verb.head, slot=verb.slot)
    upper = heir.index if heir else (noun.index if verb.slot == "root" else verb.head)
    for token in below:
        if token is not heir:
            near = token.index == index + 1
            slot = "modifier" if near else token.slot
            slot = "passive" if slot == "subject" and heir and heir.passive else slot
            read[token.index] = replace(token, head=noun.index if near else upper, slot=slot)
    if verb.slot == "root" and not heir:
        read[noun.index] = replace(read[noun.index], head=noun.index, slot="root")


def _promote_verb(read: list[Token]) -> None:
    """"Ofcom mendenda X" read as one long name: the first verb that hangs bare on the root is the root."""
    verb = next((t for t in read if t.pos == "VERB" and t.slot in _BARE and t.head < t.index and not t.case
                 and (root := _root_noun(read, t)) >= 0
                 and not any(between.lower in ("yang", ",") for between in read[root:t.index])), None)
    if verb is None:
        return
    old = read[_root_noun(read, verb)]
    read[verb.index] = replace(verb, head=verb.index, slot="root")
    read[old.index] = replace(old, head=verb.index, slot="passive" if verb.passive else "subject")
    for token in read[verb.index + 1:]:
        if token.head == old.index:
            slot = {"modifier": "oblique" if token.case else "object", "flat": "object"}.get(token.slot, token.slot)
            read[token.index] = replace(token, head=verb.index, slot=slot)


def _lift_verb(read: list[Token]) -> None:
    """"Teresa Maldonado *menuding* X mendorong ...": a verb read as part of its subject's name governs the one after it."""
    for verb in read:
        noun = _top_noun(read, verb) if verb.lower in _DOUBTS else read[verb.head]
        lower = read[noun.head]
        if verb.pos != "VERB" or verb.slot not in ("flat", "compound") or noun.pos not in _NOUNS or noun.index > verb.index:
            continue
        if noun.slot not in ("subject", "passive") or lower.pos != "VERB" or lower.index < verb.index:
            continue
        upper = verb.index if lower.head == lower.index else lower.head
        read[verb.index] = replace(verb, head=upper, slot=lower.slot)
        apart = any(token.text == "," for token in read[verb.index:lower.index])
        read[lower.index] = replace(lower, head=verb.index, slot="adverbial" if apart else "complement")
        for token in read[verb.index + 1:]:   # "Data Pengguna X *Diduga* Bocor, CEO Membantah": more of what was no name
            if token.slot == "flat" and token.head in (verb.index, verb.head):
                read[token.index] = replace(token, head=verb.index, slot="object")
        for token in read[:verb.index]:
            if token.head == lower.index:
                slot = {"subject": "passive"}.get(token.slot, token.slot) if verb.passive else token.slot
                read[token.index] = replace(token, head=verb.index, slot=slot)
        return


def _top_noun(read: list[Token], word: Token) -> Token:
    """The noun that the name or the string of nouns before a word hangs on."""
    noun = read[word.head]
    while noun.slot in ("modifier", "flat", "compound") and not noun.case and noun.head < noun.index:
        noun = read[noun.head]
    return noun


def _root_noun(read: list[Token], verb: Token) -> int:
    """The noun at the root of the sentence, if nothing but nouns stands between it and the verb; else -1."""
    index = verb.head
    while read[index].pos in _NOUNS and read[index].head < index:
        index = read[index].head
    return index if read[index].slot == "root" and read[index].pos in _NOUNS else -1


_BARE = frozenset({"flat", "modifier", "compound", "relative", "apposition"})


def _bind_relative(read: list[Token], yang: int) -> None:
    """A verb after "yang" belongs to the noun before it, whatever the parser made of the clause."""
    verb = next((t for t in read[yang + 1:yang + 5] if t.pos in ("VERB", "PUNCT", "ADJ")), None)
    noun = _antecedent(read, yang)
    if verb is None or verb.pos != "VERB" or noun < 0 or verb.slot == "relative" or verb.head == noun:
        return
    if _hangs_under(read, noun, verb.index):
        return
    read[verb.index] = replace(verb, head=noun, slot="relative")
    read[yang] = replace(read[yang], head=verb.index, slot="passive" if verb.passive else "subject")


def _loosen(read: list[Token], verb: Token) -> None:
    """A clause with "tanpa" says how and not which: the verb above the noun that it was hung on governs it."""
    upper = read[verb.head]
    if verb.pos != "VERB" or verb.slot != "relative":
        return
    while upper.pos in _NOUNS and upper.head != upper.index:
        upper = read[upper.head]
    read[verb.index] = replace(verb, head=upper.index, slot="adverbial")


def _point_back(read: list[Token], word: Token) -> None:
    """"Keputusan untuk menutup *ini* ...": it points at the noun, not at what is closed."""
    verb = read[word.index - 1]
    if word.slot == "object" and word.head == verb.index and verb.slot == "relative" and verb.head < verb.index:
        read[word.index] = replace(word, head=verb.head, slot="determiner")


_DEED = re.compile(r"pe\w{4,}an$")


def _name_deed(read: list[Token], deed: Token, noun: Token) -> None:
    """"*Penolakan* gugatan ...": a deed read as an adverb before its object is the subject."""
    adverb = deed.slot == "adverb" and deed.pos == "NOUN" and _DEED.match(deed.lower)
    if adverb and noun.slot in ("subject", "passive") and noun.head == deed.head:
        read[deed.index] = replace(deed, slot=noun.slot)
        read[noun.index] = replace(noun, head=deed.index, slot="modifier")


def _hangs_under(read: list[Token], lower: int, upper: int) -> bool:
    """Whether a word hangs under another: to hang the upper one on it would close a circle."""
    seen: set[int] = set()
    while lower not in seen:
        if lower == upper:
            return True
        seen.add(lower)
        lower = read[lower].head
    return False


def _antecedent(read: list[Token], yang: int) -> int:
    """The noun right before "yang", determiners passed over and its modifiers left for their head; -1 if there is none."""
    index = yang - 1
    while index >= 0 and read[index].lower in _DEICTIC:
        index -= 1
    if index < 0 or read[index].pos not in _NOUNS:
        return -1
    while read[index].slot in ("modifier", "flat") and not read[index].case and read[index].head < index:
        index = read[index].head
    return index if read[index].pos in _NOUNS else -1


_DEICTIC = frozenset({"itu", "ini", "tersebut"})


def _token(word: Word, offset: int) -> Token:
    case = _case(word)
    told = is_verb(word) or word.lower_ in _DOUBTS
    pos = "VERB" if word.pos_ in ("NOUN", "ADJ", "PROPN") and told else word.pos_
    return Token(word.i, word.text, stem(word.text), pos, word.head.i, _slot(word, case), span_of(word, offset),
                 case, _ENTITIES.get(word.ent_type_, ""), is_passive(word.lower_))


# With a capital they are read as names: in "Data Pengguna X Diduga Bocor" the doubt must not get lost.
_DOUBTS = frozenset("diduga dituduh dituding dicurigai disangka dikabarkan dilaporkan disebut ditengarai".split())


def stem(text: str) -> str:
    """The word in lower case without its clitics: what the lexicon lists.

    >>> stem("Pendirinya"), stem("hanya"), stem("gugatannya")
    ('pendiri', 'hanya', 'gugatan')
    """
    word = text.lower()
    for clitic in _CLITICS:
        if word.endswith(clitic) and word not in _WHOLE and len(word) - len(clitic) >= 3:
            return word[:-len(clitic)]
    return word


def _slot(word: Word, case: str) -> str:
    if word.lower_ in _NEGATIONS:
        return "negation"
    label = word.dep_ if word.dep_ in _SLOTS else word.dep_.split(":")[0]
    slot = _SLOTS.get(label, "other")
    if slot == "oblique" and case == "oleh":
        return "agent"
    if slot == "adverbial" and (any(child.lower_ == "bahwa" for child in word.children) or is_asked_for(word)):
        return "complement"
    if slot == "object" and is_verb(word) and word.head.pos_ == "VERB":
        return "complement"
    if slot in ("modifier", "flat") and not case and word.head.pos_ != "VERB" and word.i > word.head.i and is_verb(word.head):
        return "object"
    if slot == "oblique" and word.head.pos_ in _NOUNS and word.dep_ != "obl":
        return "modifier"
    return _voiced(slot, word)


def _voiced(slot: str, word: Word) -> str:
    """The treebanks call the subjects of "terjadi" and "terlibat" passive: only di- verbs are."""
    if slot in ("subject", "passive") and word.head.pos_ == "VERB":
        return "passive" if is_passive(word.head.lower_) else "subject"
    return "subject" if slot == "passive" else slot


def _case(word: Word) -> str:
    return next((child.lower_ for child in word.children if child.dep_ == "case" and child.i < word.i), "")


LANGUAGE = Language(
    code="id",
    model=str(Path(__file__).parent / "id_model"),
    tokens=tokens,
    abbreviations=frozenset("tbk dkk dr drs ir prof pt cv h hj kh ust no tn ny sdr s.h m.h s.kom m.kom s.ip "
                            "m.si s.pd m.hum sh mh yth a.n u.p jl kol brigjen irjen kombes akbp komjen jend letjen mayjen "
                            "rp hlm tgl".split()),
)
