"""Short names of an authority that the article names in full: "the Authority", "Komisi", "the DPC"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

if TYPE_CHECKING:
    from kg.extraction.discourse import Discourse

_ACRONYM = range(3, 6)   # letters
_NARROWING = ("modifier", "flat", "compound", "adjective", "relative", "apposition", "number", "determiner", "conjunct")
_INSIDE = ("modifier", "flat", "compound", "apposition")


def shorten(kinds: dict[str, str], full: dict[str, str], known: dict[str, str], texts: Collection[str], lexicon: Lexicon) -> None:
    """Give every short name of an authority the full one, in the three maps by name, where only one body fits it."""
    bodies = [text for text, kind in sorted(kinds.items()) if kind == "Organization" and " " in text
              and set(text.lower().split()) & lexicon.words["authority_words"]]
    for text in sorted(text for text in texts if text.lower().split()[0] in lexicon.words["units"]):
        whole = next((body for body in bodies if text.endswith(f" {body}")), "")   # "Satreskrim Polres X" acts for "Polres X"
        full.update({text: full.get(whole, whole)} if whole else {})
        known.update({text: known[whole]} if whole in known else {})
    for text in sorted(texts, key=lambda text: (-len(text), text)):
        meant = {full.get(body, body) for body in bodies if _is_short(text, body, lexicon)}
        if len(meant) == 1 and text not in known and kinds.get(text) in (None, "Organization"):
            whole = meant.pop()
            kinds[text], full[text] = "Organization", whole
            known.update({text: known[whole]} if whole in known else {})


def _is_short(text: str, body: str, lexicon: Lexicon) -> bool:
    """"Authority" and "Markets Authority" of "Consumer Markets Authority", "Komisi" of "Komisi Data Jaya", "CMA".

    Courts and police forces are many; "police" is no name.
    """
    words = text.lower().split()
    if text == body or set(words) & lexicon.either("court_words", "police_words"):
        return False
    if len(words) == 1 and text.isupper() and len(text) in _ACRONYM:
        return text == "".join(word[0] for word in body.split() if word[0].isupper())
    head = words[0] if lexicon.words["definite_after"] else words[-1]
    part = body.startswith(f"{text} ") if lexicon.words["definite_after"] else body.endswith(f" {text}")
    return part and head in lexicon.words["authority_words"]


def only_body(discourse: Discourse, tree: Tree, words: tuple[int, ...]) -> str:
    """"Kementerian menutup akses", "majelis menilai": a bare Indonesian noun speaks of the only body told of that bears it; ""
    where there are several or none, and where the noun is narrowed or a part of another ("ketua majelis").
    """
    marks, noun, token = discourse.lexicon.words["definite_after"], tree[words[0]].lemma, tree[words[0]]
    narrowed = any(tree[i].slot in _NARROWING and tree[i].lower not in marks
                   for word in words for i in tree.children(word) if i not in words)
    if not marks or narrowed or token.slot in _INSIDE and not token.case:
        return ""
    bodies = {node for node in discourse.recent if discourse.kind(node) == "Organization" and discourse.is_authority(node)}
    if noun in discourse.lexicon.words["judges"]:
        meant = {node for node in bodies if discourse.is_court(node)}
    else:
        meant = {node for node in bodies for name in (discourse.nodes[node].name, *discourse.nodes[node].aliases)
                 if noun in name.lower().split()}
    return meant.pop() if len(meant) == 1 else ""
