"""Where the words of the lexicon's frames stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.changing import changes
from kg.extraction.discourse import Mentions
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import GAP, Lexicon, Trigger


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger where it stands: its words, and the one that governs the others; `retyped` where its neighbours say that it
    speaks of another outcome than its words alone.
    """

    trigger: Trigger
    words: tuple[int, ...]
    head: int
    learnt: bool = False
    retyped: bool = False

    @property
    def rule(self) -> str:
        """Frame and construction, for the claim's record; "learnt" where the words are proposed and not listed."""
        return f"{self.trigger.frame.id}/{'learnt' if self.learnt else self.trigger.construction}"


def find(tree: Tree, lexicon: Lexicon, mentions: Mentions) -> list[Hit]:
    """The triggers of a sentence from left to right; a longer expression hides the shorter ones inside it."""
    hits: list[Hit] = []
    taken: dict[int, int] = {}
    ordered = sorted(_candidates(tree, lexicon, mentions), key=lambda hit: (-len(hit.words), hit.trigger.frame.own, hit.words))
    for hit in ordered:
        twice = hit.trigger.construction == "noun" and any(
            other.head == hit.head and other.trigger.construction == "noun" for other in hits)   # "formal *proceedings* against"
        if not twice and all(taken.get(index, 0) <= len(hit.words) - hit.trigger.frame.own for index in hit.words):
            hits.append(hit)
            taken.update(dict.fromkeys(hit.words, len(hit.words)))
    return sorted((hit for hit in hits if not _is_headline_verb(hit, hits, lexicon)), key=lambda hit: (hit.head, hit.rule))


def _is_headline_verb(hit: Hit, hits: list[Hit], lexicon: Lexicon) -> bool:
    """Whether a noun is none: taggers take the verb of "Ofcom fines Strangly" for the plural of the noun."""
    return lexicon.check_pos and hit.trigger.construction == "noun" and any(
        other.trigger.construction == "headline" and other.words == hit.words for other in hits)


def _candidates(tree: Tree, lexicon: Lexicon, mentions: Mentions) -> Iterator[Hit]:
    for start, standing in sorted(tree.standing(lexicon.trigger_wordings).items()):
        readings = _readings(tree, start, lexicon)
        for trigger, word, _, words in standing:
            if word in readings and _fits(tree, trigger, words, lexicon, mentions):
                yield Hit(trigger, words, _head(tree, trigger, words))


def _readings(tree: Tree, index: int, lexicon: Lexicon) -> tuple[str, ...]:
    """How a word may be read: by form and lemma, but "found" is no founding where the tagger reads it as "find"."""
    token = tree[index]
    other = lexicon.check_pos and token.pos == "VERB" and token.lemma in lexicon.cue_wordings.firsts and token.slot != "adjective"
    return (token.lemma,) if other else (token.lower, token.lemma)


def _fits(tree: Tree, trigger: Trigger, words: tuple[int, ...], lexicon: Lexicon, mentions: Mentions) -> bool:
    head = _head(tree, trigger, words)
    if head in mentions.at and mentions.at[head].how == "name":
        return False
    if trigger.construction == "headline" and tree.sentence.kind == "paragraph" and not has_agent(tree, head, lexicon):
        return False
    if trigger.construction == "headline":
        after = words[-1] + 1
        if lexicon.check_pos and (words[0] == 0 or after >= len(tree) or tree[after].pos in ("ADP", "VERB", "AUX")):
            return False   # "Big fines for X" is no verb
    elif trigger.construction == "inverse" and tree[head].slot == "apposition":
        pass   # "X, a unit of Y,"
    elif lexicon.check_pos and (tree[_telling(tree, trigger, words, head)].pos in VERBAL) != trigger.is_verb:
        return False
    attributive = lexicon.check_pos and tree[head].slot in ("adjective", "compound", "determiner")
    if trigger.is_verb and trigger.construction != "headline" and attributive:
        return False   # "a convicted offender" tells of no conviction
    if trigger.is_verb and GAP in trigger.words and lexicon.check_pos and _ends_elsewhere(tree, words):
        return False
    if trigger.construction == "self" and _names_others(tree, words, lexicon, mentions):
        return False
    if trigger.frame.own and len(words) > 1 and not changes(tree, words, head, mentions, by_order=not lexicon.check_pos):
        return False
    return not any(index in words and not set(hit) < set(words)   # "tahanan" is none, "dijebloskan ke tahanan" is one
                   for hit in tree.find(trigger.frame.blocked) if not _before_year(tree, hit[-1])
                   and not _tells_what_kind(tree, hit[-1], lexicon, mentions) for index in hit)


def _tells_what_kind(tree: Tree, at: int, lexicon: Lexicon, mentions: Mentions) -> bool:
    """"block the *message* app X" blocks no message: the word says what kind of platform it is."""
    head = tree[at].head
    named = head in mentions.at and mentions.at[head].how == "name"
    return tree[at].slot == "compound" and head > at and (named or tree[head].lower in lexicon.words["platform_nouns"])


def _telling(tree: Tree, trigger: Trigger, words: tuple[int, ...], head: int) -> int:
    """The word that tells a verb's expression from a noun's: a noun's first ("fined" is no fine), but not in "a written warning"
    and in offices ("managing director").
    """
    described = len(words) > 1 and tree[words[0]].slot in ("adjective", "compound") and tree[words[0]].head in words
    return head if trigger.is_verb or trigger.construction == "role" or described else words[0]


def _ends_elsewhere(tree: Tree, words: tuple[int, ...]) -> bool:
    """"end a suit accusing it of scanning faces *without* consent", "gone live”, acknowledging that *banned* weapons": the last
    word belongs to another clause or stands outside the quotation.
    """
    last, first = words[-1], words[0]
    if tree[first].pos in VERBAL and sum(token.text in ("”", "“", '"') for token in tree.tokens[first:last]) % 2:
        return True
    if tree[first].slot == "aux" and tree[first].lemma == "have" and tree[last].pos in VERBAL and tree[last].head != first:
        return True   # "*had* closed the profiles and *banned* their makers" has nobody banned
    if _before_year(tree, last):
        return True   # "was blocked in Turkey *from* 2019 to 2021"
    above = tree.verb_above(tree[last].head) if tree[last].pos == "ADP" and tree[last].slot == "case" else None
    return above is not None and above not in words and first < above < last


def _before_year(tree: Tree, at: int) -> bool:
    """Whether a preposition leads to the number of a year."""
    text = tree[at + 1].text if tree[at].pos == "ADP" and at + 1 < len(tree) else ""
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _names_others(tree: Tree, words: tuple[int, ...], lexicon: Lexicon, mentions: Mentions) -> bool:
    """"suspended X and three other services": somebody else's, not one's own."""
    inside = range(words[0] + 1, words[-1])
    named = next((i for i in inside if i in mentions.at and mentions.at[i].how == "name"), len(tree))
    return any(tree[i].lower in lexicon.words["and_words"] for i in inside if i > named)


def has_agent(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun stands right before a bare verb: "sudah kami blokir", "yang ia dirikan"."""
    after = tree[head + 1].pos if head + 1 < len(tree) else ""
    return head > 0 and tree[head - 1].lower in lexicon.words["clitic_agents"] and after not in ("NOUN", "PROPN")


def _head(tree: Tree, trigger: Trigger, words: tuple[int, ...]) -> int:
    """The word of the expression that hangs on a word outside it; of a verb's expression a verb ("senators grill"); of a change
    the verb, wherever the tree has put it.
    """
    if len(words) == 1:
        return words[0]
    if trigger.frame.own and trigger.construction in ("self", "verb"):
        gap = trigger.words.index(GAP) if GAP in trigger.words else len(words) - 1
        return words[gap] if trigger.construction == "verb" else words[0]
    outside = [index for index in words if tree[index].head not in words or tree[index].head == index]
    verbs = [index for index in outside if tree[index].pos in VERBAL] if trigger.is_verb else []
    return next(iter(verbs or outside), words[0])
