"""How a claim came about: what is known of it beside the words of its sentence. `sureness` judges by these traits.

A trait is a word ("status" is "alleged") or a number ("sentences" is 14). No trait is a word of the text: all tell of
the construction, of how the parties are named, of what else the article tells, and of what the concept model, which reads
the sentence as a whole, makes of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from kg.model import Claim, Extraction, Mention, Node, Sentence, Span, Token, Value

Trait = str | float
Likely = Mapping[str, float]

_EVENTS = {"LegalAction": "action", "Outcome": "outcome"}
_CONCEPTS = {**_EVENTS, "Harm": "harm"}
_NAMED = ("Platform", "Person", "Organization")
_PARTIES = ("defendant", "plaintiff", "outcome", "imposedBy")
_PRONOUNS = frozenset("it its they their them he she his her him ia dia mereka nya -nya beliau which who that yang".split())
_FAR = 40      # words
_LONG_AGO = 10   # sentences
_VERBAL = ("VERB", "AUX")


def traits(found: Extraction, sentences: Sequence[Sentence], likely: Sequence[Likely]) -> list[dict[str, Trait]]:
    """The traits of each claim of an article, in order; `likely` is what the concept model makes of each sentence."""
    article = _Article(found, sentences)
    return [_of(claim, article, likely) for claim in found.claims]


class _Article:
    """What an article tells, as far as the traits of one claim depend on the others."""

    def __init__(self, found: Extraction, sentences: Sequence[Sentence]) -> None:
        self.found, self.sentences, self.text = found, sentences, found.article.text
        self.at = {claim: self._sentence(claim.trigger) for claim in found.claims}
        self.in_sentence: defaultdict[int, list[Claim]] = defaultdict(list)
        self.of_node: defaultdict[str, list[Claim]] = defaultdict(list)
        self.saying: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
        self.objects: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for claim, sentence in self.at.items():
            self.in_sentence[sentence.index].append(claim)
            for node in {claim.subject.node, object_of(claim)} & found.nodes.keys():
                self.of_node[node].append(claim)
            self.saying[said(claim)].add(sentence.index)
            self.objects[claim.subject.node, claim.predicate].add(object_of(claim))
        self._named: dict[str, list[int]] = {}
        self._tokens: dict[tuple[int, Span], list[Token]] = {}
        self._sentences: dict[int, dict[str, Trait]] = {}
        self._ways: dict[int, tuple[dict[str, Trait], dict[str, list[float]]]] = {}

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many nodes of each kind there are."""
        return Counter(node.kind for node in self.found.nodes.values())

    @cached_property
    def types(self) -> Counter[tuple[str, str]]:
        """How many nodes of each kind and type there are."""
        return Counter((node.kind, node.type) for node in self.found.nodes.values())

    def named(self, node: Node) -> list[int]:
        """The sentences that name somebody, by any of the names."""
        if node.id not in self._named:
            names = [name for name in (node.name, *node.aliases) if name]
            self._named[node.id] = [one.index for one in self.sentences if any(name in one.text for name in names)]
        return self._named[node.id]

    def tokens(self, sentence: Sentence, span: Span) -> list[Token]:
        """The words of a span, none where it lies outside the sentence."""
        key = sentence.index, span
        if key not in self._tokens:
            self._tokens[key] = [token for token in sentence.tokens if token.span.overlaps(span)]
        return self._tokens[key]

    def sentence(self, sentence: Sentence) -> dict[str, Trait]:
        """The traits that all claims of a sentence share."""
        if sentence.index not in self._sentences:
            self._sentences[sentence.index] = _sentence(sentence, self)
        return self._sentences[sentence.index]

    def ways(self, sentence: Sentence, here: Likely) -> tuple[dict[str, Trait], dict[str, list[float]]]:
        """How likely each way of saying is in a sentence, and the chances of all concepts of a kind."""
        if sentence.index not in self._ways:
            kinds: defaultdict[str, list[float]] = defaultdict(list)
            for name, chance in here.items():
                kinds[name.partition(":")[0]].append(chance)
            self._ways[sentence.index] = {f"way-{name}": chance for name, chance in here.items() if ":" not in name}, kinds
        return self._ways[sentence.index]

    def like(self, kind: str) -> list[Node]:
        """The nodes of one kind."""
        return [node for node in self.found.nodes.values() if node.kind == kind]

    def _sentence(self, trigger: Span) -> Sentence:
        return next((one for one in self.sentences if trigger.start < one.span.end), self.sentences[-1])


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, whichever sentence says it."""
    return claim.subject.node, claim.predicate, object_of(claim), claim.status, claim.negated


def object_of(claim: Claim) -> str:
    """The node of the object, or the value."""
    return claim.object.node if isinstance(claim.object, Mention) else claim.object.lexical


def _of(claim: Claim, article: _Article, likely: Sequence[Likely]) -> dict[str, Trait]:
    sentence, nodes = article.at[claim], article.found.nodes
    subject, thing = nodes[claim.subject.node], nodes.get(object_of(claim)) if isinstance(claim.object, Mention) else None
    trigger = article.tokens(sentence, claim.trigger)
    given: dict[str, Trait] = {**_construction(claim, article), **article.sentence(sentence), **_concepts(
        claim, [node for node in (subject, thing) if node], sentence, likely, article)}
    for role, node, part in (("subject", subject, claim.subject), ("object", thing, claim.object)):
        if node and isinstance(part, Mention):
            found = {**_how(node, part.span, claim, article), **_path(sentence, part.span, claim.trigger, trigger, article),
                     **_standing(node, sentence, article)}
            given |= {f"{role}-{name}": trait for name, trait in found.items()}
        elif isinstance(part, Value):
            given |= {"object-kind": part.kind, "object-how": "value"}
    return given


# ------------------------------------------------------------------------------------------------ how it was made

def _construction(claim: Claim, article: _Article) -> dict[str, Trait]:
    """What was claimed by which rule, how it is said, by whom, and how often."""
    frame, _, construction = claim.rule.partition(":")[2].partition("/")
    status = claim.status.value + "-not" * claim.negated
    speaker = article.found.nodes[claim.said_by.node].kind if claim.said_by else "none"
    trigger = article.tokens(article.at[claim], claim.trigger)
    head = _head(trigger)
    return {
        "lang": article.found.article.lang, "predicate": claim.predicate, "status": status, "frame": frame,
        "construction": construction, "learnt": float(construction == "learnt"),
        "predicate-status": f"{claim.predicate} {status}", "status-speaker": f"{status} {speaker}",
        "trigger-words": len(trigger), "trigger-slot": head.slot if head else "", "trigger-pos": head.pos if head else "",
        "times-said": len(article.saying[said(claim)]),
        "other-objects": len(article.objects[claim.subject.node, claim.predicate]) - 1}


def _sentence(sentence: Sentence, article: _Article) -> dict[str, Trait]:
    """What kind of sentence it stands in, and of what else sentence and article tell."""
    tokens, here = sentence.tokens, article.in_sentence[sentence.index]
    return {
        "block": sentence.kind, "sentence": sentence.index, "sentences": len(article.sentences),
        "place": sentence.index / len(article.sentences), "words": len(tokens),
        "verbs": sum(token.pos == "VERB" for token in tokens), "commas": sum(token.text in ",;:–—" for token in tokens),
        "numbers": sum(token.text[:1].isdigit() for token in tokens),
        "claims-beside": len(here) - 1, "triggers": len({claim.trigger for claim in here}),
        "learnt-beside": sum(claim.rule.endswith("/learnt") for claim in here),
        "platforms-here": sum(sentence.index in article.named(node) for node in article.like("Platform")),
        **{f"{kind.lower()}s": article.kinds[kind] for kind in ("Platform", "Organization", *_EVENTS)}}


def _concepts(claim: Claim, nodes: Sequence[Node], sentence: Sentence, likely: Sequence[Likely],
              article: _Article) -> dict[str, Trait]:
    """How likely the concept model finds what the claim tells, in this sentence and the one before, and each way of saying."""
    here, given = likely[sentence.index], dict[str, Trait]()
    ways, kinds = article.ways(sentence, here)
    asked = [f"{_CONCEPTS[node.kind]}:{node.type}" for node in nodes if node.kind in _CONCEPTS]
    asked = [concept for concept in (*asked, f"relation:{claim.predicate}") if concept in here]
    for concept in asked:
        kind = concept.partition(":")[0]
        others = kinds[kind]
        given |= {f"likely-{kind}": here[concept], f"best-{kind}": max(others),
                  f"rank-{kind}": sum(chance > here[concept] for chance in others)}
    if asked:
        given |= {"likely": max(here[name] for name in asked), "likely-least": min(here[name] for name in asked),
                  "likely-before": max(likely[sentence.index - 1][name] for name in asked) if sentence.index else -1.0}
    return given | ways


# ------------------------------------------------------------------------------------------------ whom it is about

def _how(node: Node, span: Span, claim: Claim, article: _Article) -> dict[str, Trait]:
    """By what the claim's words name a node: its full name, another name, a pronoun, a description, or nothing at all."""
    words = span.of(article.text)
    if node.kind in ("Group", "Harm"):
        how = node.kind.lower()
    elif span == claim.trigger:
        how = "implied"
    elif words == node.name:
        how = "name"
    elif words in node.aliases:
        how = "other-name"
    else:
        how = "pronoun" if words.lower() in _PRONOUNS else "description"
    return {"how": how, "kind": node.kind, "type": node.type if node.kind not in _NAMED else "",
            "predicate-how": f"{claim.predicate} {how}"}


def _standing(node: Node, sentence: Sentence, article: _Article) -> dict[str, Trait]:
    """What the article makes of a node: how often and how near it is named, and what else it could be taken for."""
    if node.kind in _EVENTS:
        told = article.of_node[node.id]
        return {"same-type": article.types[node.kind, node.type], "claims": len(told),
                "told-in": len({article.at[claim].index for claim in told}),
                "parties": sum(claim.predicate in _PARTIES for claim in told)}
    if node.kind not in _NAMED:
        return {}
    at, rivals = article.named(node), [other for other in article.like(node.kind) if other.id != node.id]
    before = [index for index in at if index <= sentence.index]
    return {"since-named": min(sentence.index - before[-1], _LONG_AGO) if before else _LONG_AGO + 1, "named": len(at),
            "named-share": len(at) / max(1, max((len(article.named(other)) for other in rivals), default=1)),
            "known": float(bool(node.known)), "rank": sum(other.place < node.place for other in rivals),
            "rivals-here": sum(sentence.index in article.named(other) for other in rivals)}


def _path(sentence: Sentence, span: Span, trigger: Span, words: Sequence[Token], article: _Article) -> dict[str, Trait]:
    """How far a mention stands from the trigger, by words and by grammar, and what it is to the words between."""
    mention, head = article.tokens(sentence, span), _head(words)
    other = _head(mention)
    if span == trigger or not head or not other:
        return {"distance": float(_FAR), "path": -1.0}
    up, down = _upwards(sentence.tokens, head.index), _upwards(sentence.tokens, other.index)
    meeting = next((index for index in up if index in down), None)
    near = min(abs(one.index - two.index) for one in mention for two in words)
    if meeting is None:
        return {"distance": min(near, _FAR), "path": 2.0 * _LONG_AGO}
    left, right = up[:up.index(meeting)], down[:down.index(meeting)]
    slot = sentence.tokens[right[-1]].slot + ">" * (len(right) > 1) if right else other.slot
    return {"distance": min(near, _FAR), "path": len(left) + len(right), "slot": slot + "^" * bool(left),
            "path-verbs": sum(sentence.tokens[index].pos in _VERBAL for index in (*left, *right))}


def _upwards(tokens: Sequence[Token], index: int) -> list[int]:
    """A word and all that it hangs on, up to the root."""
    path = [index]
    while tokens[path[-1]].head not in path:
        path.append(tokens[path[-1]].head)
    return path


def _head(tokens: Sequence[Token]) -> Token | None:
    """The word that the others hang on."""
    inside = {token.index for token in tokens}
    return next((token for token in tokens if token.head not in inside or token.head == token.index), None)
