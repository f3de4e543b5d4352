"""Who sues or appeals where the sentence only says "they", "she" or "my client"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from kg.extraction import bringing
from kg.extraction.arguments import obliques, of_kinds, owners, spots, subjects
from kg.extraction.cues import cue_at
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.players import as_plaintiffs, closed, is_authority, names_people
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.verdicts import Verdict
from kg.model import Status

_PRIVATE = ("lawsuit", "class-action", "police-report", "appeal")
_OPENING = 3
_THEY = ("Group", "Organization", "Person")
_SUING = ("group:plaintiffs", "group:parents", "group:victims", "group:users", "group:women")


def find(scene: Scene, situation: Situation, notes: Notes) -> list[Spot]:
    """The party that a pronoun or "client" stands for in the place of A, if the article has told of one."""
    if situation.frame.action not in _PRIVATE:
        return []
    if behalf := _on_behalf(scene, situation):
        return [behalf]
    node = _client(scene, situation, notes)
    if situation.frame.action == "appeal" and (not node or notes.discourse.kind(node) not in situation.frame.A):
        node = _whose_lawyer(scene, situation, notes)
    node = node or _they(scene, situation, notes)
    party = any(node in event.A | event.B for event in notes.events.actions)
    if node in notes.discourse.aside and not party and scene.words("definite_after"):
        return []   # a platform's lawyer, who appeals for it
    fits = node and notes.discourse.kind(node) in (*situation.frame.A, "Group") and not notes.discourse.is_court(node)
    return [Spot(node, situation.head, situation.head, "implied")] if fits else []


def meant(scene: Scene, situation: Situation, notes: Notes) -> list[Spot]:
    """A, where the words only say "it" or name a lawyer: "Y Ltd, which owns X, said it would appeal", "Y's lawyer, N, plans
    to appeal" are Y's.
    """
    if situation.frame.action not in _PRIVATE:
        return [s for s in situation.A if not _of_smaller_body(scene, s)] if situation.A else _officials(scene, situation)
    if represented := _clients_of_counsel(scene, situation) or bringing.elsewhere_told(scene, situation):
        return represented
    situation.A = [spot for spot in situation.A if not _is_law_firm(scene, spot) and not scene.discourse.is_court(spot.node)
                   and not _merely_speaks(scene, situation, spot, notes)]
    if speaker := _speaking(scene, situation, notes):
        return [Spot(speaker, situation.head, situation.head, "implied")]
    if not situation.A and (own := _whose_own(scene, situation) or _announcing(scene, situation, notes)):
        return own
    appeal = situation.frame.action == "appeal"
    named = appeal and all(scene.discourse.kind(s.node) == "Person" for s in situation.A)
    clients = [(s, _client_of(s.node, notes)) for s in situation.A] if named else []
    lawyers = scene.discourse.aside if scene.words("definite_after") else set()   # of a platform's lawyer nobody appeals
    kept = [replace(s, node=client or s.node) for s, client in clients if client or s.node not in lawyers]
    return kept if clients else situation.A


def _saying(scene: Scene, verb: int) -> int:
    """The verb of saying above "it was looking into X": "said"; -1 where there is none."""
    tree = scene.tree
    while tree[verb].slot in ("conjunct", "complement") and tree[tree[verb].head].pos in VERBAL:
        verb = tree[verb].head
        if (cue := cue_at(scene, verb, "verb")) and cue.status == "said":
            return verb
    return -1


def _officials(scene: Scene, situation: Situation) -> list[Spot]:
    """"The Y Authority said it was looking into X", "officials at the Y Commission said they had begun examining X": Y."""
    tree = scene.tree
    for verb in (i for i in situation.anchors if situation.frame.official and tree[i].pos in VERBAL and not tree[i].passive):
        doers = subjects(tree, verb, scene.lexicon)
        said = _saying(scene, verb) if any(tree[i].pos == "PRON" for i in doers) else -1
        speakers = subjects(tree, said, scene.lexicon) if said >= 0 else []
        below = [j for i in speakers for j in (i, *obliques(tree, i, scene.words("bodies_of_officials")))]
        found = [s for s in spots(tree, below, scene.mentions) if is_authority(scene, s) and not scene.discourse.is_court(s.node)]
        if found:
            return [replace(found[0], first=situation.head, last=situation.head, how="implied")]
    return []


def _clients_of_counsel(scene: Scene, situation: Situation) -> list[Spot]:
    """"Attorneys for six former moderators filed a complaint", "kuasa hukum para korban menggugat": their clients sue."""
    tree = scene.tree
    verbs = [i for i in situation.anchors if tree[i].pos in VERBAL and not tree[i].passive]
    counsel = [i for verb in verbs for i in subjects(tree, verb, scene.lexicon) if scene.is_any(i, "counsel_words")]
    whose = [j for i in counsel for j in (*obliques(tree, i, scene.words("for_clients")), *owners(tree, i))]
    found = of_kinds(spots(tree, whose, scene.mentions), (*situation.frame.A, "Group"), scene.discourse)
    return [as_plaintiffs(scene, spot) for spot in found if not scene.discourse.is_court(spot.node)][:1]


def _of_smaller_body(scene: Scene, spot: Spot) -> bool:
    """"A Senate subcommittee summoned X": whom the words leave without a name, and not the Senate."""
    return spot.how == "name" and spot.last + 1 < len(scene.tree) and scene.is_any(spot.last + 1, "smaller_bodies")


def _is_law_firm(scene: Scene, spot: Spot) -> bool:
    """"Law firm X filed a suit", "firma hukum X menggugat": it acts for those who sue."""
    return " ".join(token.lower for token in scene.tree.tokens[max(0, spot.first - 2):spot.first]) in scene.words("law_firms")


def _merely_speaks(scene: Scene, situation: Situation, spot: Spot, notes: Notes) -> bool:
    """"X's lawyer, N, called the suit a stunt": a lawyer who brings nothing here has not sued."""
    filed = situation.hit.trigger.is_verb or any(scene.is_any(i, "filing") for i in situation.anchors if i != situation.head)
    office = spot.first - 1 - (scene.tree[max(0, spot.first - 1)].text == ",")
    counsel = bool(_client_of(spot.node, notes)) or spot.how == "name" and spot.node in scene.discourse.aside and (
        office >= 0 and scene.is_any(office, "counsel_words"))
    return situation.frame.action != "appeal" and not filed and counsel


def _client_of(person: str, notes: Notes) -> str:
    """For whom a lawyer appeals who is no party himself; "" for anybody else."""
    lawyer = person in notes.parties.speakers and person != notes.discourse.accused
    party = any(person in event.A | event.B for event in notes.events.actions)
    return notes.parties.client(person) if lawyer and not party else ""


def _speaking(scene: Scene, situation: Situation, notes: Notes) -> str:
    """Who says of himself what he will do: "Y Ltd said it would appeal"; of a lawyer his client."""
    tree = scene.tree
    for verb in (i for i in situation.anchors if tree[i].pos in VERBAL and not tree[i].passive):
        doers = subjects(tree, verb, scene.lexicon)
        if not any(scene.is_any(i, "thing_pronouns") or scene.is_any(i, "they_sue") for i in doers):
            continue
        while tree[verb].slot in ("conjunct", "complement") and tree[tree[verb].head].pos in VERBAL and (
                not (cue := cue_at(scene, verb, "verb")) or cue.status != "said"):
            verb = tree[verb].head
        spot = scene.subject_spot(verb) if (cue := cue_at(scene, verb, "verb")) and cue.status == "said" else None
        kind = scene.discourse.kind(spot.node) if spot and spot.how != "pronoun" else ""
        if spot and kind == "Person" and (client := _client_of(spot.node, notes)):
            return client
        if spot and kind == "Organization" and kind in situation.frame.A and not scene.discourse.is_court(spot.node):
            return spot.node
    return ""


def _whose_own(scene: Scene, situation: Situation) -> list[Spot]:
    """"Y won an order in her lawsuit", "arguing its appeal, Y Ltd urged": whose it is, the subject of the clause says."""
    tree, noun = scene.tree, situation.head
    own = [i for i in tree.children(noun, "owner") if scene.is_any(i, "own_pronouns")]
    if situation.hit.trigger.is_verb or not own:
        return []
    things = scene.is_any(own[0], "thing_pronouns")
    kinds = ("Organization",) if things else ("Person",) if scene.is_any(own[0], "person_pronouns") else _THEY
    people = [s for s in scene.mentions.spots if s.last < own[0] and s.node in _SUING] if kinds == _THEY else []
    if people:   # "ruled in favour of parents in their lawsuit, N said"
        return people[-1:]
    for verb in (i for i in tree.ancestors(noun) if tree[i].pos in VERBAL and not tree[i].passive):
        found = of_kinds(spots(tree, subjects(tree, verb, scene.lexicon), scene.mentions), kinds, scene.discourse)
        if found := [s for s in found if s.how != "pronoun" and not scene.discourse.is_court(s.node)]:
            return found[:1]
    return []


def _announcing(scene: Scene, situation: Situation, notes: Notes) -> list[Spot]:
    """"Y Ltd said an appeal would be lodged", of Y's lawyer as well: whose appeal it is."""
    if situation.frame.action != "appeal" or situation.hit.trigger.is_verb:
        return []
    verb = next((i for i in scene.tree.ancestors(situation.head) if scene.tree[i].pos in VERBAL), None)
    borne = verb is not None and scene.tree[verb].passive and scene.tree[situation.head].slot in ("passive", "subject")
    said = _saying(scene, verb) if borne and verb is not None else -1
    spot = scene.subject_spot(said) if said >= 0 else None
    node = _client_of(spot.node, notes) or spot.node if spot else ""
    fits = node and scene.discourse.kind(node) == "Organization" and not scene.discourse.is_court(node)
    return [replace(spot, node=node)] if spot and fits else []


def tried(scene: Scene, situation: Situation, notes: Notes) -> list[Spot]:
    """"The 31-year-old is on trial": whoever the article has said to stand accused; "seorang moderator diadili" is another."""
    told = subjects(scene.tree, situation.head, scene.lexicon) if situation.hit.trigger.is_verb else []
    if any(names_people(scene, i) and not closed(scene, i) and scene.tree[i - 1].pos in ("DET", "NUM") for i in told if i):
        return []
    accused = notes.discourse.accused if situation.frame.action == "criminal-case" and not situation.B else ""
    return [Spot(accused, situation.head, situation.head, "implied")] if accused else []


def _on_behalf(scene: Scene, situation: Situation) -> Spot | None:
    """"filed on behalf of hundreds of women", "atas nama pengguna": the group for which it is brought."""
    for words in scene.tree.find(scene.lexicon.phrases["on_behalf"]):
        if words[0] > situation.head:
            near = range(words[-1] + 1, min(words[-1] + 7, len(scene.tree)))
            after = (scene.mentions.at[i] for i in near if i in scene.mentions.at)
            return next((spot for spot in after if spot.node in _SUING), None)
    return None


def _client(scene: Scene, situation: Situation, notes: Notes) -> str:
    """"Kuasa hukum X mengatakan kliennya akan banding": X, for whom the one who says so speaks."""
    if not any(scene.is_any(i, "clients") for i in range(situation.head)):
        return ""
    people = [s.node for s in scene.mentions.spots if s.first < situation.head and s.how == "name"
              and notes.discourse.kind(s.node) == "Person"]
    counsel = [node for node in people if node in notes.parties.speakers]   # "kuasa hukum N, M, mengatakan kliennya"
    speaker = next(iter(counsel or people), "" if situation.frame.B else scene.mentions.person)
    party = any(speaker in event.A | event.B for event in notes.events.actions)   # "X's lawyer said his client would appeal"
    return notes.parties.client(speaker) or (speaker if party else "")


def _whose_lawyer(scene: Scene, situation: Situation, notes: Notes) -> str:
    """"Kuasa hukum perusahaan, N, mengatakan kliennya akan banding", "perusahaan akan kasasi": whoever that is here."""
    tree = scene.tree
    if not any(scene.is_any(i, "clients") for i in range(situation.head)):
        return ""
    led = next((i for i in range(situation.head) if scene.is_any(i, "counsels")), -1)
    doers = [i for i in situation.anchors for i in subjects(tree, i, scene.lexicon)] if led < 0 else range(led + 1, led + 4)
    for index in (i for i in doers if i < situation.head):
        if tree[index].text == ",":
            return ""   # behind it stands the lawyer's own name
        spot = scene.mentions.at.get(index)
        if spot and scene.discourse.kind(spot.node) in situation.frame.A:
            return spot.node
        if spot:
            continue
        if any(tree.match(words, index) for words in scene.lexicon.phrases["company"]) or scene.is_any(index, "firms"):
            return _company(notes)
        if led >= 0 and (scene.is_any(index, "claimants") or names_people(scene, index)):
            sued = next((event for event in reversed(notes.events.actions) if event.A and event.concept in _PRIVATE), None)
            return next(iter(sorted(sued.A)), "") if sued else ""
    return ""


def _company(notes: Notes) -> str:
    """The company that was sued last, else the one that runs the platform spoken of."""
    parties = [node for event in reversed(notes.events.actions) for node in sorted(event.B)]
    firms = (node for node in parties if notes.discourse.kind(node) == "Organization" and not notes.parties.is_authority(node))
    return next(firms, "") or notes.discourse.operators.get(notes.subject, "")


def _they(scene: Scene, situation: Situation, notes: Notes) -> str:
    """"They will appeal", "she wants to sue": the people who have sued, else those spoken of last."""
    tree = scene.tree
    verbs = [i for i in situation.anchors if tree[i].pos in VERBAL and not tree[i].passive]
    doers = [i for verb in verbs for i in subjects(tree, verb, scene.lexicon) if i not in scene.mentions.at]
    if not any(scene.is_any(i, "they_sue") for i in doers):
        return ""
    sued = next((event for event in reversed(notes.events.actions) if event.A and event.concept in _PRIVATE), None)
    groups = sorted(sued.A) if sued and situation.frame.action == "appeal" else []
    return scene.mentions.people if scene.mentions.people in _SUING else next(iter(groups), "")


def apposed(scene: Scene, notes: Notes) -> None:
    """"Penggugat, sekelompok orang tua, ...", "The plaintiffs, a group of parents, say": who has brought the last suit."""
    tree, event = scene.tree, notes.events.last_action()
    unnamed = event and event.real and event.concept in _PRIVATE and not (event.A or scene.actions)
    for token in tree.tokens[:_OPENING] if unnamed else ():
        plaintiffs = scene.lexicon.groups.get(token.lower) == "plaintiffs" and token.index + 1 < len(tree)
        if not plaintiffs or tree[token.index + 1].text != ",":
            continue
        inside = takewhile(lambda t: t.text != ",", tree.tokens[token.index + 2:token.index + 8])
        found = [scene.mentions.at[t.index] for t in inside if t.index in scene.mentions.at]
        if found and event and (found[0].node in _SUING or found[0].how == "name"):
            event.A.add(found[0].node)
            notes.ledger.add(scene, Spot(event.node, token.index, token.index, "event"), "plaintiff", found[0],
                             Verdict(Status.ASSERTED), [token.index, found[0].first], "plaintiff/apposed")
