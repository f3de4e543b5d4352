"""What the order of words says where the tree may be wrong: questions, conditions, helpers right before the word."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.cues import VOID, Effect, cue_at, is_quoted_title, is_refused, noun_cue, spoken, starting_at
from kg.extraction.scene import Scene
from kg.extraction.vain import is_untrue
from kg.extraction.tree import NOMINAL, VERBAL
from kg.model import Status

_BACK = 8
_STOPS = frozenset((",", ";", ":", "“", "”", '"'))


def by_order(scene: Scene, head: int) -> Iterator[Effect]:
    """What the order of words says where the tree may be wrong: questions, conditions, helpers right before the word."""
    question = scene.tree.sentence.text.rstrip("\"”'»)").endswith("?")
    told = (i for i in (head, *scene.tree.ancestors(head)) if scene.tree[i].slot == "relative")
    if question and not any(scene.is_any(child, "relative") for i in told for child in scene.tree.children(i)):
        yield Effect(VOID)   # a question says nothing
    yield from scene.tree.once("effects on all", lambda: list(_on_all(scene)))
    if is_untrue(scene, head):
        yield Effect(VOID, negates=True, false=bool(scene.tree.find(scene.lexicon.phrases["false_reports"])))
    if any(words[0] > head for words in scene.tree.find(scene.lexicon.phrases["disputed_after"])):
        yield Effect(Status.ALLEGED)   # "Media melaporkan X diblokir, namun regulator membantahnya"
    opens = is_condition(scene, 0) or _opens_inverted(scene)
    if opens and ":" not in scene.tree.text_between(0, head) and not is_reason(scene, head):
        yield Effect(Status.HYPOTHETICAL)   # "If the court agrees, X is shut"
    if _opens_with(scene, head, "conditions"):
        yield Effect(Status.HYPOTHETICAL)   # "in case X is blocked", "it is time that X was blocked"
    if _opens_with(scene, head, "hearsay_opens"):
        yield Effect(Status.ALLEGED)   # "word is that X was blocked", "kuat dugaan X diblokir"
    if any(i < head and not {",", "yang"} & set(scene.tree.text_between(i, head)) for i in scene.any_of("believing")):
        yield Effect(Status.ALLEGED)   # "LSM N curiga PT M mengelola X": though read as a part of the name
    if head and scene.tree[head].passive and scene.is_any(head - 1, "purposes"):   # "memburu N.N. untuk ditangkap"
        yield Effect(Status.HYPOTHETICAL)
    if _is_alternative(scene, head):
        yield Effect(Status.HYPOTHETICAL)
    yield from _right_before(scene, head)
    yield from _plan_as_subject(scene, head)
    if _shares_doubt(scene, head):
        yield from (e for e in _right_before(scene, scene.tree[head].head) if e.status == Status.HYPOTHETICAL and not e.negates)


def _opens_inverted(scene: Scene) -> bool:
    """"Had X let strangers in, ...", "Should the court agree, ...", "Is it true that ...": a condition or question."""
    tree = scene.tree
    led = tree.sentence.kind == "paragraph" and len(tree) > 1 and scene.is_any(0, "inverted")
    return led and tree[1].pos in ("PRON", "DET", "PROPN", "NOUN") and tree[0].pos in VERBAL


def _opens_with(scene: Scene, head: int, phrases: str) -> bool:
    """Whether one of these phrases stands before a word, with no comma between."""
    found = scene.tree.find(scene.lexicon.phrases[phrases])
    return any(words[-1] < head and "," not in scene.tree.text_between(words[-1], head) for words in found)


def is_reason(scene: Scene, head: int) -> bool:
    """"Whether it will return is unclear, since Kenya blocked it in May": a clause that gives the reason behind what is open
    is as sure as it says itself.
    """
    tree = scene.tree
    verb = head if tree[head].pos in VERBAL else tree.verb_above(head)
    if verb is None or tree[verb].slot != "adverbial":
        return False
    begin = next((i for i in tree.children(verb, "mark") if scene.is_any(i, "causal") or scene.is_any(i, "after")), 0)
    before = "," in tree.text_between(0, begin) or bool(begin) and tree[begin - 1].pos == "AUX"   # "that is because"
    return before and begin < verb and bool(tree.children(verb, "subject", "passive"))


def is_aside(scene: Scene, head: int) -> bool:
    """"X, which shut down in January, could return", "will pay under a deal that ends a suit": what a clause behind a comma,
    or one about a deal, tells besides.
    """
    tree = scene.tree
    verb = head if tree[head].pos in VERBAL else tree.verb_above(head)
    if verb is None or tree[verb].slot != "relative" or scene.words("definite_after"):
        return False
    noun = tree[verb].head
    pronoun = next((i for i in range(noun + 1, verb) if scene.is_any(i, "relative")), 0)
    return pronoun > 0 and (tree[pronoun - 1].text == "," or scene.is_any(noun, "deal_nouns"))


def declines(scene: Scene, aux: int) -> bool:
    """"Judge won't toss the suit", in a title: the judge has declined to."""
    titled = scene.tree.sentence.kind != "paragraph" and aux > 0 and scene.is_any(aux, "wont")
    return titled and any(scene.is_any(aux - 1, words) for words in ("court_words", "judges"))


def _is_alternative(scene: Scene, head: int) -> bool:
    """"diminta membayar denda atau aksesnya diputus": the second of two, where the first was ordered or asked for."""
    tree = scene.tree
    if not scene.words("definite_after"):
        return False
    begin = min((head, *tree.children(head, "passive", "subject")))
    asked = (cue for i in range(begin - 1) for cue in starting_at(scene, i))
    return scene.is_any(begin - 1, "or_words") and any(cue.status == Status.HYPOTHETICAL for cue in asked)


def _plan_as_subject(scene: Scene, head: int) -> Iterator[Effect]:
    """"Rencana pengelola menutup X diumumkan", "kabar Ofcom mendenda X": a plan or rumour does nothing itself; it is of what
    the verb says.
    """
    for index in scene.tree.children(head, "subject", "passive") if scene.words("definite_after") else ():
        noun = noun_cue(scene, index) if index < head - 1 else None
        if noun and noun.status == Status.HYPOTHETICAL and scene.is_any(index, "plan_nouns"):
            yield Effect(Status.HYPOTHETICAL)
        elif noun and scene.is_any(index, "rumours"):
            yield Effect(Status.ALLEGED)


def _shares_doubt(scene: Scene, head: int) -> bool:
    """"harus menutup X dan menangkap N", "semestinya dijerat dan situsnya dibekukan": what stands before the first verb of
    two holds for the second too, where no comma parts them.
    """
    tree, first = scene.tree, scene.tree[head].head
    if tree[head].slot != "conjunct" or first >= head or not scene.words("definite_after") or tree.children(head, "aux"):
        return False
    return "," not in tree.text_between(first, head) or not tree.children(head, "subject", "passive")


def _right_before(scene: Scene, head: int) -> Iterator[Effect]:
    """What the words right before a word do to it, however the tree ties them."""
    conditionals, modals = scene.any_of("conditionals"), scene.any_of("modals")
    bare = bool(scene.words("definite_after")) and scene.tree[head].pos in VERBAL and not scene.tree[head].passive
    named = True   # whether only names and nouns stand between
    for steps, index in enumerate(_back(scene, head), 1):
        token = scene.tree[index]
        asked = named and scene.tree[head].head == index   # "mendesak direktur utama X, N.N., mundur"
        named = named and token.pos in (*NOMINAL, "ADJ", "DET")
        if index in scene.inside:
            continue
        if scene.is_any(index, "after") and token.lower != "following":
            return   # "the warrant came after A had investigated X"
        if index in conditionals and is_condition(scene, index) or steps < 4 and index in modals and not declines(scene, index):
            yield Effect(Status.HYPOTHETICAL)
        if index not in scene.cues or _asks_for_thing(scene, head, index):
            continue
        noun = noun_cue(scene, index)
        idea = bare and steps == 1   # "ide membubarkan X"
        free = token.slot != "compound" and (idea or not scene.tree.governs(head, index)) and not is_refused(scene, index)
        if noun and noun.status == Status.HYPOTHETICAL and free:
            yield Effect(Status.HYPOTHETICAL)   # "calls for X to be shut down"
        elif noun and scene.is_any(index, "rumours") and not is_refused(scene, index):
            yield Effect(Status.ALLEGED)        # "muncul spekulasi X dijual"
        if (steps < 4 or asked) and not _is_posted(scene, head, index):
            yield from _helper(scene, index)


def _asks_for_thing(scene: Scene, head: int, verb: int) -> bool:
    """"sudah meminta klarifikasi dan membuka penyelidikan", "asked for documents and opened an inquiry": the one is done beside
    the other, and not what is asked for.
    """
    asked = [i for i in range(verb + 1, head) if scene.is_any(i, "answers")]
    then = scene.is_any(head - 1, "then_words") and bool(scene.words("definite_after"))
    joined = (scene.tree[head].slot == "conjunct" or then) and scene.tree[head].head == verb
    return joined and bool(asked) and all(scene.tree[i].pos != "VERB" for i in range(verb + 1, head))


def _back(scene: Scene, head: int) -> Iterator[int]:
    """The words before a word, nearest first, up to a comma; an apposition between commas that is only a name is passed over."""
    index, last = head - 1, max(head - _BACK, 0)
    while index >= last:
        if (start := _name_before(scene, index)) >= 0:
            index, last = start - 1, max(last - (index - start + 1), 0)
            continue
        if scene.tree[index].text in _STOPS and not scene.is_any(min(index + 1, head), "namely"):
            return   # unless "opsi terakhir, yakni menutup X"
        yield index
        index -= 1


def _name_before(scene: Scene, comma: int) -> int:
    """The comma before a name that ends at this comma: "menuntut CEO X, N.N., mundur"; -1 if there is none."""
    tree = scene.tree
    if tree[comma].text != "," or not scene.words("definite_after"):
        return -1
    start = comma - 1
    while start > 0 and start in scene.mentions.at:
        start -= 1
    return start if 0 < start < comma - 1 and tree[start].text == "," else -1


def _on_all(scene: Scene) -> Iterator[Effect]:
    """What its order of words says of everything in a sentence."""
    if scene.is_any(0, "inversions") and any(index > 1 for index in scene.any_of("modals")):
        yield Effect(Status.HYPOTHETICAL)   # "Had X been fined, it would have closed"
    if is_quoted_title(scene):
        yield Effect("said", unnamed=True)
    if scene.tree.find(scene.lexicon.phrases["mere_ideas"]):
        yield Effect(Status.HYPOTHETICAL)
    if (opening := cue_at(scene, 0, "adverb")) and not counts(scene, 0):
        yield Effect(opening.status)          # "Kabarnya X ditutup", "Reportedly ..."


def _helper(scene: Scene, index: int) -> Iterator[Effect]:
    """What a reporting verb does to the word shortly after it, however the tree ties the two."""
    token = scene.tree[index]
    if scene.lexicon.check_pos and (token.pos not in VERBAL or token.slot in ("adjective", "compound")):
        return
    if cue := cue_at(scene, index, "verb"):
        effect = spoken(scene, cue, index)
        forbears = cue.negates and not cue.clause   # "stopped short of blocking"
        told = cue.status in (Status.DENIED, Status.HYPOTHETICAL) or cue.status == "said" and effect.unnamed
        if told or forbears or effect.status == VOID:
            yield effect


def _is_posted(scene: Scene, head: int, verb: int) -> bool:
    """"Members posted nude pictures", "wrote threats": what is put up is said by nobody."""
    cue = cue_at(scene, verb, "verb")
    return cue is not None and cue.status == "said" and scene.tree[head].slot == "object" and scene.tree[head].head == verb


def counts(scene: Scene, adverb: int) -> bool:
    """"Almost all victims", "hampir semua korban": how many, not how nearly."""
    after = scene.tree[min(adverb + 1, len(scene.tree) - 1)]
    return scene.is_any(after.index, "every_one") or after.slot == "number" or after.pos == "NUM"


def is_condition(scene: Scene, index: int) -> bool:
    """Whether a conditional is one: "lebih ringan daripada tuntutan jaksa" compares."""
    compares = index and scene.tree[index].pos == "ADP" and scene.tree[index - 1].pos == "ADJ"
    apart = not index and "," in scene.tree.text_between(0, 2)   # "Instead, the authority reprimanded X"
    return scene.is_any(index, "conditionals") and not compares and not apart
