"""Names that must not be stored: victims, minors and private persons are withheld before anything leaves extraction.

A person keeps the name only in a public role: in the gazetteer, as founder or executive, as a party or speaker who is
introduced by an office ("minister", "juru bicara"). Everyone else is "[name withheld]" in quotes, titles and URLs, and
is no node. Offsets stay those of the article as it was read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction import bystanders, singled
from kg.extraction.elsewhere import of_trade
from kg.extraction.scene import Scene
from kg.model import Article, Claim, Evidence, Extraction, Mention, Node, Status, Token

WITHHELD = "[name withheld]"
OFFENDERS = "group:offenders"
_OFFICE_REACH = 6
_ADULT = 18
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")   # how private persons are named
_ANYBODY = (Status.ASSERTED, Status.ALLEGED, Status.HYPOTHETICAL)   # what is said without a speaker too


def withhold(extraction: Extraction, scenes: list[Scene]) -> Extraction:
    """The extraction without private persons: their nodes, their names in quotes, title and URL."""
    public = _public(extraction, scenes)
    private = sorted((node for node in extraction.nodes.values() if node.kind == "Person" and node.id not in public),
                     key=lambda node: node.id)
    names = _patterns(private, bystanders.find(scenes, _shown(extraction, private)))
    given = [_of_group(_unsigned(claim, private), private) for claim in extraction.claims] if private else extraction.claims
    claims = tuple(_cleaned(claim, names) for claim in given if not _speaks_of(claim, private))
    offenders = Node(OFFENDERS, "Group", "offenders", type="offenders")
    kept = {id: node for id, node in sorted({OFFENDERS: offenders, **extraction.nodes}.items()) if node not in private}
    return Extraction(_without(extraction.article, names), _named_in(claims, kept), claims)


def _of_group(claim: Claim, private: list[Node]) -> Claim:
    """What happened to a private person (an arrest, a sentence) is said of a group instead."""
    if claim.predicate == "outcome" and any(node.id == claim.subject.node for node in private):
        return replace(claim, subject=replace(claim.subject, node=OFFENDERS))
    return claim


def _unsigned(claim: Claim, private: list[Node]) -> Claim:
    """What a private person says is kept without the speaker; what he owns up to, offenders admit."""
    theirs = claim.said_by and any(node.id == claim.said_by.node for node in private)
    if claim.said_by and theirs and claim.status is Status.CONFIRMED:
        return replace(claim, said_by=replace(claim.said_by, node=OFFENDERS))
    return replace(claim, said_by=None) if theirs and claim.status in _ANYBODY else claim


def _named_in(claims: tuple[Claim, ...], nodes: dict[str, Node]) -> dict[str, Node]:
    """Only the nodes that a claim speaks of."""
    used = {part.node for claim in claims for part in (claim.subject, claim.object, claim.said_by)
            if isinstance(part, Mention)}
    return {id: node for id, node in nodes.items() if id in used}


# ------------------------------------------------------------------------------------------------ who is public

def _public(extraction: Extraction, scenes: list[Scene]) -> set[str]:
    """The persons who appear in a public role."""
    by_role = {claim.object.node for claim in extraction.claims
               if claim.predicate in ("founder", "executive") and isinstance(claim.object, Mention)}
    known = {node.id for node in extraction.nodes.values() if node.known}
    named = [(scene, spot) for scene in scenes for spot in scene.mentions.spots
             if spot.how == "name" and scene.discourse.kind(spot.node) == "Person"]
    minors = {spot.node for scene, spot in named if _is_minor(scene, spot.last)}
    return known | (by_role | {spot.node for scene, spot in named if _has_office(scene, spot.first, spot.last)}) - minors


def _is_minor(scene: Scene, last: int) -> bool:
    """"N, 14,", "N (12)": whoever is named with such an age is in no office, whatever the words around seem to say."""
    after = scene.tree.tokens[last + 1:last + 4]
    ends = {",": ",.", "(": ")"}.get(after[0].text, "") if len(after) == 3 else ""
    return bool(ends) and after[2].text in ends and after[1].text.isdigit() and int(after[1].text) < _ADULT


def _has_office(scene: Scene, first: int, last: int) -> bool:
    """Whether an office stands right before the name or in an apposition right after it."""
    tree, offices = scene.tree, scene.words("speakers_public")
    before = _leading(scene, first)
    after = [t for t in tree.tokens[last + 1:last + 2 + _OFFICE_REACH]]
    if after and after[0].text == ",":
        inside = after[1:next((n for n, t in enumerate(after[1:], 1) if t.text in (",", ".") or _ends(t, offices)), len(after))]
        if any(({t.lower, t.lemma} & scene.words("people_nouns")) - offices for t in inside[:4]):
            return False   # "daughter of Senator X" holds no office
        if any({t.lower, t.lemma} & offices for t in inside):
            return True
    noun = first - 1 - (first > 1 and tree[first - 1].text == ",")
    if singled.picks_out(tree, noun, scene.lexicon, "roles_of_many") or scene.is_any(noun, "owners") and of_trade(scene, noun):
        return False   # "a creator, N,", "business owner N"
    if _INITIALS.fullmatch(" ".join(t.text for t in tree.tokens[first:last + 1])):
        return False
    if _of_somebody_else(scene, first) or any({t.lower, t.lemma} & scene.words("private_places") for t in before[-3:]):
        return False   # "the shop manager N", "kepala sekolah N"
    verbs = [t.pos == "VERB" and t.lower not in offices for t in before]   # a tagger may take "councillor" for one
    parting = (n + 1 for n, t in enumerate(before) if verbs[n] or t.text in (".", ";", ":", "("))
    leading = before[max(parting, default=0):]
    return any({t.lower, t.lemma} & offices for t in leading)


def _ends(token: Token, offices: frozenset[str]) -> bool:
    """Whether a word ends an apposition: "N, the mayor | of", "N, | menolak anggapan gimnya membahayakan anak"."""
    return token.pos == "ADP" or token.pos == "VERB" and token.slot in ("root", "conjunct") and token.lower not in offices


def _leading(scene: Scene, first: int) -> list[Token]:
    """The words before a name within reach; names among them count as one: "Juru bicara PT Rupa Kreasi Maya, N"."""
    tree, start, reach = scene.tree, first, _OFFICE_REACH
    while start > 0 and reach:
        start -= 1
        named = tree[start].text[:1].isupper() and tree[start + 1].text[:1].isupper()
        reach -= not named or start + 1 == first
    return list(tree.tokens[start:first])


def _of_somebody_else(scene: Scene, first: int) -> bool:
    """"Rina Toll, kuasa hukum X": the office before X is that of the person before the comma."""
    tree = scene.tree
    comma = next((i for i in range(first - 1, max(first - 5, 0), -1) if tree[i].text == ","), 0)
    spot = scene.mentions.at.get(comma - 1) if comma else None
    return spot is not None and comma < first - 1 and scene.discourse.kind(spot.node) == "Person"


# ------------------------------------------------------------------------------------------------ withholding

def _shown(extraction: Extraction, private: list[Node]) -> set[str]:
    """The words of all names that may be shown."""
    names = {name for node in extraction.nodes.values() if node not in private for name in (node.name, *node.aliases)}
    return {word for name in names for word in re.findall(r"\w+", name)}


def _patterns(private: list[Node], bystanders: set[str]) -> re.Pattern[str] | None:
    """Every way in which private persons are named, the longest first."""
    words = {name for node in private for name in (node.name, *node.aliases)} | bystanders
    parts = {part for name in words for part in name.split() if len(part) > 2 and part[:1].isupper()}
    ordered = sorted(words | parts, key=lambda text: (-len(text), text))
    return re.compile("|".join(rf"\b{re.escape(text)}\b" for text in ordered)) if ordered else None


def _hide(text: str, names: re.Pattern[str] | None) -> str:
    hidden = names.sub(WITHHELD, text) if names else text
    if WITHHELD not in hidden:
        return hidden
    return re.sub(rf"(?:{re.escape(WITHHELD)}[\s.-]*)+(?={re.escape(WITHHELD)})", "", hidden)


def _cleaned(claim: Claim, names: re.Pattern[str] | None) -> Claim:
    quote = _hide(claim.evidence.quote, names)
    return claim if quote == claim.evidence.quote else replace(claim, evidence=Evidence(claim.evidence.span, quote))


def _without(article: Article, names: re.Pattern[str] | None) -> Article:
    """The article with names withheld in title, URL and key; its text is not stored and stays as it was read."""
    if not names:
        return article
    anywhere = re.compile(names.pattern.replace(r"\b", "").replace(r"\ ", "[-_+ ]"), re.IGNORECASE)
    return replace(article, title=_hide(article.title, names), url="" if anywhere.search(article.url) else article.url,
                   key=article.hidden_key if anywhere.search(article.key) else article.key)


def _speaks_of(claim: Claim, private: list[Node]) -> bool:
    """Whether a claim has a private person as a part: then it is not kept."""
    ids = {node.id for node in private}
    parts = (claim.subject, claim.object, claim.said_by) if ids else ()
    return any(isinstance(part, Mention) and part.node in ids for part in parts)
