"""How many use a platform: "Strangly has 73 million users", "a game played by 12 million Brits", "its 3 million members"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction import amounts, proposals, stance
from kg.extraction.arguments import objects, obliques, of_kinds, owners, spots, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.tree import VERBAL
from kg.extraction.values import Found
from kg.extraction.verdicts import judge
from kg.model import Status

_NEAR = 6
_NOUN_AFTER = 5   # "73 million monthly active *users*"
_FEWEST = 100
_PART = 3   # how far before the number the word may stand that tells what it counts the users of


def write(scene: Scene, notes: Notes) -> None:
    """Write down the numbers of users of a sentence."""
    for found in amounts.numbers(scene.tree, scene.lexicon):
        if int(found.value.lexical) >= _FEWEST and not _of_a_part(scene, found) and not _is_year(scene, found) and (
                platform := _platform(scene, found, notes)):
            verb = scene.tree.verb_above(found.first)
            told = verb is not None and any(scene.is_any(verb, words) for words in ("count_verbs", "using"))
            said = stance.read(scene, verb) if told and verb is not None else stance.Stance()   # "wants its 3 million users to"
            verdict = judge(said, notes.parties, subject=platform.node)
            if verdict and verdict.status in (Status.ALLEGED, Status.CONFIRMED):   # a plain circumstance, whoever claims it
                verdict = judge(stance.Stance(), notes.parties)
            spot = Spot(platform.node, platform.first, platform.last, platform.how)
            notes.ledger.add(scene, spot, "userCount", found.value, verdict, [found.first, found.last], "users/count")


def _is_year(scene: Scene, found: Found) -> bool:
    """"The forum closed in 2021 after its owner left": a year, unless users stand behind it."""
    text = scene.tree[found.first].text
    plain = found.first == found.last and len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
    return plain and scene.tree[min(found.last + 1, len(scene.tree) - 1)].pos not in ("NOUN", "ADJ", "PROPN")


def _of_a_part(scene: Scene, found: Found) -> bool:
    """"The data of 2 million users", "a channel with 12,000 subscribers": not how many use the platform."""
    return any(scene.is_any(i, "parts_of_platforms") for i in range(max(0, found.first - _PART), found.first))


def _platform(scene: Scene, found: Found, notes: Notes) -> Spot | None:
    """Whose users the number counts, None if it counts something else."""
    tree, noun = scene.tree, _counted(scene, found)
    verb = tree.verb_above(found.first)
    if not noun and _of_something_else(scene, found):
        return None
    after = scene.tree[min(found.last + 1, len(tree) - 1)]
    things = not noun and after.pos == "NOUN" and after.text.islower()   # "used by 4,000 daycare centres"
    ways = [_using(scene, found, verb)] if verb is not None and not things else []
    staff = bool(noun) and scene.is_any(noun, "staff")   # "its 140 employees"; "used by 9,000 workers" counts users
    if noun and not staff:
        ways += [_having(scene, verb)] if verb is not None else []
        ways += [_owning(scene, noun), _of_all(scene, found, noun), _with(scene, found), _by_order(scene, found)]
    elif not noun and _of_audience(scene, found):
        ways += [_having(scene, verb, anyhow=True)] if verb is not None else []
        ways += [_before(scene, found)]
    if noun and verb is not None and _of_somebody_else(scene, found, noun, verb):
        return None
    named = next((spot for way in ways for spot in _run_by(scene, way, notes)), None)
    return named or (None if staff or _befallen(scene, found, noun, verb) else _proposed(scene, found, notes))


def _befallen(scene: Scene, found: Found, noun: int, verb: int | None) -> bool:
    """"Banned 2 million users", "2 million users of X were told": some of its users, to whom something happens."""
    counting = verb is not None and any(scene.is_any(verb, words) for words in ("count_verbs", "using", "having"))
    counting = counting or found.first > 0 and scene.is_any(found.first - 1, "with")   # "a forum with 3 million users"
    return bool(noun) and verb is not None and not counting and scene.tree[noun].slot in ("object", "passive", "modifier")


def _of_somebody_else(scene: Scene, found: Found, noun: int, verb: int) -> bool:
    """"The union, which has 75,000 members,", "N, who has 3 million followers on X": whoever has them is no platform."""
    doers = subjects(scene.tree, verb, scene.lexicon) if scene.is_any(verb, "having") and noun > verb else []
    heads = [scene.tree[verb].head if scene.is_any(i, "relative") else i for i in doers]
    near = range(found.first - 1, max(0, found.first - _PART - 1), -1)
    lead = next((i - 1 for i in near if scene.is_any(i, "with")), -1)   # "a union with 75,000 members", "with more than 500"
    heads += [lead] if lead >= 0 and scene.tree[lead].text.islower() else []
    person = any(scene.is_any(i, "who") for i in scene.tree.children(verb, "subject"))
    return person or any(i not in scene.mentions.at and scene.tree[i].pos == "NOUN" and not any(
        (scene.tree[i].lower,) in scene.lexicon.phrases[kind] for kind in ("platform", "company")) for i in heads)


def _proposed(scene: Scene, found: Found, notes: Notes) -> Spot | None:
    """Where only the model sees that a big number is one of users."""
    after = scene.tree[min(found.last + 1, len(scene.tree) - 1)]
    others = after.pos == "NOUN" and not any(
        scene.is_any(after.index, words) for words in ("count_words", "people_nouns")) and scene.lexicon.words["definite_after"]
    if others or int(found.value.lexical) < _FEWEST ** 2 or not proposals.agrees(scene, "userCount"):
        return None
    platform = proposals.platform_of(scene, notes.subject)
    return Spot(platform, found.first, found.last, "implied") if platform else None


def _counted(scene: Scene, found: Found) -> int:
    """The noun of users that the number counts, 0 if it counts none."""
    after = range(found.last + 1, min(found.last + 1 + _NOUN_AFTER, len(scene.tree)))
    stop = next((i for i in after if scene.tree[i].text in (",", ";", ".", "(") or scene.tree[i].pos == "ADP"), len(scene.tree))
    return next((i for i in after if i < stop and scene.is_any(i, "count_words")), 0)


def _of_something_else(scene: Scene, found: Found) -> bool:
    """A year, "12 million times", "11 juta kali"."""
    after = scene.tree.tokens[found.last + 1:found.last + 2]
    year = found.first == found.last and 1900 < int(found.value.lexical) < 2100
    return year or bool(after) and (after[0].lower in scene.words("times") or after[0].pos in ("ADP", "VERB", "SYM"))


def _run_by(scene: Scene, found: Iterable[Spot], notes: Notes) -> list[Spot]:
    """The platform among these mentions, or the only one that a company among them runs."""
    found = list(found)
    if own := of_kinds(found, ("Platform",), scene.discourse):
        return own
    runs = [(spot, notes.platforms_of(spot.node)) for spot in of_kinds(found, ("Organization",), scene.discourse)]
    return [Spot(of[0], spot.first, spot.last, spot.how) for spot, of in runs if len(of) == 1]


def _using(scene: Scene, found: Found, verb: int) -> Iterator[Spot]:
    """"14 million people use X", "X is played by 12 million Brits", "11 juta orang yang memakai X"."""
    tree = scene.tree
    near = [i for i in (verb, *tree.ancestors(found.first), *tree.children(_head(scene, found), "relative"))
            if tree[i].pos in VERBAL and scene.is_any(i, "using")]
    for user in near[:1]:
        if tree[user].passive or user < found.first and tree[user].slot == "relative":
            yield from spots(tree, subjects(tree, user, scene.lexicon), scene.mentions)
        elif found.first < user:
            yield from spots(tree, objects(tree, user), scene.mentions)


def _head(scene: Scene, found: Found) -> int:
    """The noun that the number counts, by the tree."""
    head = scene.tree[found.last].head
    return head if head > found.last else scene.tree[found.first].head


def _having(scene: Scene, verb: int, *, anyhow: bool = False) -> Iterator[Spot]:
    """"X has 3 million users", "3 million people are on X"."""
    tree = scene.tree
    if anyhow or scene.is_any(verb, "count_verbs"):
        tokens = [*subjects(tree, verb, scene.lexicon), *obliques(tree, verb, scene.words("location"))]
        yield from spots(tree, tokens, scene.mentions)


def _owning(scene: Scene, noun: int) -> Iterator[Spot]:
    """"the app's 31 million daily users", "its two million customers"."""
    owned = [i for i in owners(scene.tree, noun) if scene.tree[i].slot == "owner"]
    yield from spots(scene.tree, owned, scene.mentions)


def _of_all(scene: Scene, found: Found, noun: int) -> Iterator[Spot]:
    """"Dari 50 juta pengguna aktif lokapasar X, 12 persen ...": out of all that it has."""
    if found.first and scene.is_any(found.first - 1, "wholes"):
        of = next((i for i in range(noun + 1, min(noun + _NEAR, len(scene.tree))) if i in scene.mentions.at), 0)
        between = scene.tree.tokens[noun + 1:of]
        yield from (scene.mentions.at[of],) if of and all(t.pos in ("NOUN", "ADJ", "PROPN") for t in between) else ()


def _with(scene: Scene, found: Found) -> Iterator[Spot]:
    """"The network, with 51 million accounts,": the subject, else what was named last before "with"."""
    tree = scene.tree
    lead = next((i for i in range(found.first - 1, max(-1, found.first - 4), -1) if scene.is_any(i, "with")), -1)
    if lead < 0 or any(tree[i].pos in VERBAL for i in range(lead, found.first)):
        return
    before = [scene.mentions.at[i] for i in range(lead - 1, -1, -1) if i in scene.mentions.at]
    near = before[:1] if lead and tree[lead - 1].text == "," or before and before[0].last >= lead - 3 else []
    verb = tree.verb_above(found.first)
    subject = subjects(tree, verb, scene.lexicon) if verb is not None else []
    yield from (*near, *spots(tree, subject, scene.mentions))


def _by_order(scene: Scene, found: Found) -> Iterator[Spot]:
    """"kini dipakai 41 juta orang": where the tree has lost the subject, the first platform before the verb of use."""
    verb = next((i for i in range(found.first - 1, max(found.first - _NEAR, -1), -1) if scene.is_any(i, "count_verbs")), None)
    if scene.words("date_at_end") and verb is not None:
        yield from (s for s in scene.mentions.spots if s.first < found.first and scene.discourse.kind(s.node) == "Platform")


def _of_audience(scene: Scene, found: Found) -> bool:
    """"its audience at more than nine million", "jumlah penggunanya mencapai 3 juta"."""
    before = range(max(0, found.first - _NEAR), found.first)
    return any(scene.is_any(i, "audience") for i in before) and int(found.value.lexical) >= _FEWEST ** 2


def _before(scene: Scene, found: Found) -> Iterator[Spot]:
    """What was spoken of last before the number."""
    yield from (s for s in reversed(scene.mentions.spots) if s.last < found.first)
