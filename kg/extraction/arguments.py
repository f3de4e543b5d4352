"""Who plays which part: the subjects, objects and agents of a verb, and the arguments of a noun.

The parse comes first. Where it gives no one, the nearest fitting mention of the same clause is taken: parsers are
weakest at long appositions, which is how news introduces people and platforms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.discourse import Discourse, Mentions, Spot
from kg.extraction.tree import VERBAL, Tree
from kg.lexicon import Lexicon

_SHARED_SUBJECT = ("conjunct", "complement", "adverbial")
_RELATIVE = frozenset({"who", "whom", "which", "that", "yang"})
_NAMING = frozenset({"called", "named", "dubbed", "bernama", "disebut"})
_NAMED = frozenset({"bernama", "disebut", "sebut", "nama", "dinamai", "namai", "berjudul", "bertajuk"})   # whatever their slot
_GIVING = frozenset({"beri", "diberi"})
_WORDS_BETWEEN = ("NOUN", "ADJ", "ADV", "PRON", "DET", "AUX")
_FAR = 8   # how far behind a noun the name may stand that it is given
_CALLED_ON = ("on", "upon", "to", "kepada", "pada", "agar")
_SPOKEN = (",", "”", '"', "’")   # what stands between what is said and a verb of saying
_NAME_SLOTS = ("apposition", "compound", "flat", "modifier")

_THEREAFTER = frozenset({"after", "following", "amid", "despite", "setelah", "usai", "menyusul"})   # "after a suit by A"


def subjects(tree: Tree, verb: int, lexicon: Lexicon, *, depth: int = 0) -> list[int]:
    """The subjects of a verb: its own, its antecedent in a relative clause, or those that it shares."""
    return [*tree.once(("subjects", verb, depth), lambda: _subjects(tree, verb, lexicon, depth))]


def _subjects(tree: Tree, verb: int, lexicon: Lexicon, depth: int) -> list[int]:
    own = tree.children(verb, "subject", "passive")
    relative = lexicon.words["relative"]
    named = [index for index in own if tree[index].lower not in relative]
    if tree[verb].passive and lexicon.words["bare_agent"]:   # "layanan itu diperiksa Komisi X": what stands behind is its agent
        named = [index for index in named if index < verb] or named
    named = _of_whose(tree, verb, _behind(tree, verb, named, lexicon), lexicon)
    if named:
        alone = [index for subject in _without_apposition(tree, named) for index in tree.conjuncts(subject)]
        return [*alone, *(index for index in _accompanying(tree, verb, alone, lexicon) if index not in alone)]
    return _inherited(tree, verb, lexicon, depth)


def _of_whose(tree: Tree, verb: int, found: list[int], lexicon: Lexicon) -> list[int]:
    """"X, whose boss N was detained, has ...": N, where the parse has made X the subject."""
    whose = next((i for i in range(verb) if tree[i].lower in lexicon.words["whose"]), verb) if found else verb
    last = next((i for i in range(verb - 1, whose, -1) if tree[i].pos not in ("AUX", "PUNCT", "ADV")), whose)
    between = any(tree[i].pos == "VERB" for i in range(whose, verb))
    whom = tree[last].pos == "PROPN" and max(found, default=verb) < whose < last and not between
    return [last] if whom else found


def _accompanying(tree: Tree, verb: int, found: list[int], lexicon: Lexicon) -> list[int]:
    """"Empat penulis bersama PT X menggugat": who does it together with the subject, before the verb."""
    with_words = lexicon.words["accompanying"]
    if with_words.isdisjoint(tree.said):
        return []
    return [index for subject in found for child in tree.children(subject, "modifier", "oblique")
            if subject < child < verb and with_words & set(tree[child].case.split()) for index in tree.conjuncts(child)]


def _behind(tree: Tree, verb: int, found: list[int], lexicon: Lexicon) -> list[int]:
    """"The app did it, said N", "X, kata pesaingnya, ...": who speaks stands behind such a verb; what stands before the comma
    does not say so of itself.
    """
    speech = {tree[verb].lower, tree[verb].lemma} & lexicon.words["speech_after"]
    comma = max((i for i in range(verb) if tree[i].text == ","), default=-1)
    late = [i for i in found if comma < i < verb]
    told = any(tree[i].pos == "VERB" and tree[i].slot != "adjective" for i in range(min(found, default=0), comma))
    if speech and late != found and late and told:
        return late   # "the app X lets children gamble, the group Y said", where the parse makes both say so
    if not speech or not verb or tree[verb - 1].text not in _SPOKEN:
        return found
    people = lexicon.either("outsiders", "speakers_public")   # "said its rivals", taken for what is said
    behind = [i for i in tree.children(verb, "object") if i > verb and tree[i].lemma in people]
    if found and any(i > verb for i in tree.children(verb, "complement")):
        behind = []   # "X, an app, told customers that hackers had ..."
    return [i for i in found if i > verb] or behind or found


def _without_apposition(tree: Tree, found: list[int]) -> list[int]:
    """"Dorian Pemberly, orang nomor satu di X, mengaku": a noun between commas behind a name is no second subject."""
    first = found[0]
    beside = [i for i in found[1:] if tree[first].pos == "PROPN" and tree[i].pos == "NOUN" and tree[i - 1].text == ","]
    return [i for i in found if i not in beside]


def _inherited(tree: Tree, verb: int, lexicon: Lexicon, depth: int) -> list[int]:
    slot, head = tree[verb].slot, tree[verb].head
    if depth > 6 or head == verb:
        return []
    if slot == "relative" and tree[head].pos not in VERBAL:
        named = [_other_name(tree, i) for i in tree.children(head, "apposition") if head < i < verb]
        return [max(named)] if max(named, default=-1) >= 0 else [head]
    if slot in _SHARED_SUBJECT or slot == "relative" or _in_series(tree, verb, lexicon):
        controlled = slot == "complement" and [i for i in tree.children(head, "object") if i < verb] or (
            slot in ("complement", "adverbial") and _called_on(tree, head, verb, lexicon))
        if controlled and not tree[head].passive:
            return tree.conjuncts(controlled[0])
        return subjects(tree, head, lexicon, depth=depth + 1)
    return []


def _in_series(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """"X dikelola Y, diluncurkan pada 2017, dan memiliki ...": the second of three, which the parse sets beside the first."""
    head = tree[verb].head
    if not (tree[verb].slot == "parataxis" and head < verb and tree[verb - 1].text == "," and lexicon.words["definite_after"]):
        return False
    return any(i > verb and tree.children(i, "coordinator") for j in (head, verb) for i in tree.children(j, "conjunct"))


def _called_on(tree: Tree, head: int, verb: int, lexicon: Lexicon) -> list[int]:
    """"called on Ofcom to open an inquiry", "meminta kepada X untuk memblokir": those who are to do it."""
    asks = tree[head].lemma in lexicon.words["calling_on"] or tree[head].lower in lexicon.words["calling_on"]
    return [i for i in tree.children(head, "oblique") if head < i < verb and tree[i].case in _CALLED_ON] if asks else []


def objects(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb; of an object relative ("the app that she founded") the antecedent."""
    bare = [i for i in tree.children(verb, "oblique")   # "fined the app 8 million euros"
            if i > verb and not tree[i].case and tree[i].pos != "ADP"]
    own = [index for child in (*tree.children(verb, "object"), *bare) for index in tree.conjuncts(child)]
    if tree[verb].slot == "relative":   # "the app, which she released"
        own = [tree[verb].head if tree[index].lower in _RELATIVE else index for index in own]
    if own or tree[verb].slot != "relative" or not tree.children(verb, "subject"):
        return own
    subject = tree.children(verb, "subject")[0]
    return [] if tree[subject].lower in _RELATIVE else [tree[verb].head]


def agents(tree: Tree, verb: int) -> list[int]:
    """Who does what a passive verb says: "sued by A", "digugat oleh A", also "fined $5m by A"."""
    by = tree.once("by", lambda: any(token.case in ("by", "oleh") for token in tree.tokens))
    own = tree.children(verb, "agent") or [i for i in tree.below(verb) if tree[i].case in ("by", "oleh") and i > verb
                                           and tree.verb_above(i) == verb and tree[tree[i].head].case not in _THEREAFTER
                                           ] if by else tree.children(verb, "agent")
    return [index for child in own for index in tree.conjuncts(child)]


def obliques(tree: Tree, head: int, cases: Iterable[str]) -> list[int]:
    """The nouns that hang on a word with one of these prepositions."""
    found = [child for child in tree.children(head) if tree[child].case and set(tree[child].case.split()) & set(cases)]
    return [index for child in found for index in tree.conjuncts(child)]


def owners(tree: Tree, noun: int) -> list[int]:
    """Whose the noun is: "X's closure", "the X closure", "penutupan X"."""
    before = [i for i in tree.children(noun, "compound") if i < noun]
    after = [i for i in tree.children(noun, "modifier", "flat") if i > noun and not tree[i].case]
    return [index for child in [*tree.children(noun, "owner"), *before, *after] for index in tree.conjuncts(child)]


def spots(tree: Tree, tokens: Iterable[int], mentions: Mentions) -> Iterator[Spot]:
    """The mentions that these words belong to, or that stand beside them ("the app, Strangly")."""
    for token in tokens:
        if token in mentions.several:
            yield from mentions.several[token]
        elif token in mentions.at:
            if mentions.at[token].node.startswith("group:"):   # "anggota Polres X": the body
                yield from (s for s in _body(tree, token, mentions))
            yield mentions.at[token]
            yield from _joined_to_name(tree, token, mentions)
        elif token in mentions.opaque:   # "the lawyer N" is N, "a friend of N" is not
            yield from (mentions.at[i] for i in tree.children(token, "apposition") if i in mentions.at
                        and mentions.at[i].how == "name" and mentions.at[i].first == token + 1)
        else:
            if tree[token].slot == "apposition" and (described := _described(tree, token, mentions)):
                yield described
            if called := _called(tree, token, mentions):
                yield called
            below = [j for i in tree.children(token, *_NAME_SLOTS) for j in tree.conjuncts(i) if j in mentions.at]
            yield from (mentions.at[i] for i in below if _stands_for(tree, i, mentions))
            yield from _body_of(tree, token, mentions)


def _joined_to_name(tree: Tree, token: int, mentions: Mentions) -> Iterator[Spot]:
    """"oleh Liam Tran dan Josephine Abara": what the parse has hung on another word of the name than its first."""
    spot = mentions.at[token]
    inside = [i for i in range(spot.first, spot.last + 1) if i != token] if spot.how == "name" else []
    yield from (mentions.at[i] for word in inside for i in tree.children(word, "conjunct") if i in mentions.at)


def _body(tree: Tree, noun: int, mentions: Mentions) -> Iterator[Spot]:
    """The organisation whose bare name hangs on a noun for people."""
    below = [mentions.at[i] for i in tree.children(noun, "flat", "modifier", "compound")
             if i > noun and i in mentions.at and not tree[i].case]   # "a Dayton mother" is no body
    yield from (spot for spot in below if spot.how == "name" and spot.node.startswith("organization:"))


def _body_of(tree: Tree, noun: int, mentions: Mentions) -> Iterator[Spot]:
    """"majelis hakim Pengadilan Negeri X", "jajaran penyidik Polda X": the body that bare nouns lead to."""
    bare = [i for i in tree.children(noun, "modifier", "compound", "flat") if i not in mentions.at and not tree[i].case]
    for index in bare:
        if index not in mentions.opaque and tree[index].pos in ("NOUN", "PROPN"):
            found = [mentions.at[i] for i in tree.children(index, *_NAME_SLOTS) if i in mentions.at and not tree[i].case]
            yield from (spot for spot in found if spot.how == "name" and spot.node.startswith("organization:"))


def _described(tree: Tree, noun: int, mentions: Mentions) -> Spot | None:
    """"X, a company that ...": whose apposition a noun is, by the tree or by the comma before it."""
    if (other := _other_name(tree, noun)) in mentions.at and mentions.at[other].how == "name":
        return mentions.at[other]
    if tree[noun].head in mentions.at:
        return mentions.at[tree[noun].head]
    before = [i for i in range(max(0, noun - 4), noun - 1) if tree[i + 1].text == "," and i in mentions.at]
    return mentions.at[before[-1]] if before and mentions.at[before[-1]].how == "name" else None


def _other_name(tree: Tree, noun: int) -> int:
    """"X Caplok Y, Bursa Kripto yang ...": the last word before the comma of a title that the parse takes for one name; -1
    where it is none.
    """
    last = noun - 2
    joined = last > tree[noun].head == tree[last].head and tree[last].slot == "flat" and tree[noun - 1].text == ","
    return last if joined and tree.sentence.kind != "paragraph" else -1


def _called(tree: Tree, noun: int, mentions: Mentions) -> Spot | None:
    """"a start-up called X", "forum daring yang mereka beri nama X": the name that a noun is given."""
    verbs = [i for i in tree.children(noun, "relative") if tree[i].lower in _NAMING]
    named = [i for verb in verbs for i in tree.children(verb, "object", "attribute", "complement", "oblique", "subject")]
    at = noun + 1
    while tree[noun].pos == "NOUN" and at + 1 < len(tree) and at - noun < _FAR and tree[at].lower not in _NAMED and (
            tree[at].pos in _WORDS_BETWEEN or tree[at].lower in _GIVING):
        at += 1
    named += [at + 1] if at + 1 < len(tree) and tree[at].lower in _NAMED else []
    return next((mentions.at[i] for i in named if i in mentions.at and mentions.at[i].how == "name"), None)


def _stands_for(tree: Tree, index: int, mentions: Mentions) -> bool:
    """Whether a mention under a noun is what the noun speaks of: a name beside it, or "a group *of parents*"."""
    if mentions.at[index].node.startswith("group:"):
        return tree[index].case in ("", "of", "dari")
    return mentions.at[index].how == "name" and not tree[index].case


def of_kinds(found: Iterable[Spot], kinds: Iterable[str], discourse: Discourse) -> list[Spot]:
    """Those mentions whose node is of one of these kinds, each node once."""
    chosen: dict[str, Spot] = {}
    for spot in found:
        if discourse.kind(spot.node) in kinds:
            chosen.setdefault(spot.node, spot)
    return list(chosen.values())


def nearest(tree: Tree, head: int, mentions: Mentions, *, left: bool) -> Iterator[Spot]:
    """The mentions of the clause on one side of a word, nearest first; an apposition between commas is passed over."""
    position = head - 1 if left else head + 1
    step = -1 if left else 1
    while 0 <= position < len(tree):
        token = tree[position]
        if token.text in (";", ":", "—", "–", "“", "”", '"') or token.pos == "VERB" and not _same_clause(tree, position, head):
            return
        if token.text == "," and (jump := _other_comma(tree, position, step)) is not None:
            position = jump
        elif position in mentions.at and not (token.slot == "owner" and mentions.at[position].how == "pronoun"
                                              and mentions.at[position].node.startswith("person:")):
            yield mentions.at[position]   # "his employees" are not he
        position += step


def _same_clause(tree: Tree, verb: int, head: int) -> bool:
    """Whether a verb between is only a helper of the other one ("agreed to pay")."""
    return tree[head].head == verb and tree[head].slot == "complement" or tree[verb].head == head and tree[verb].slot == "aux"


def _other_comma(tree: Tree, position: int, step: int) -> int | None:
    return next((i for i in range(position + step, len(tree) if step > 0 else -1, step) if tree[i].text == ","), None)
