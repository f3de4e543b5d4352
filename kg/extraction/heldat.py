"""What a role is held at: "of X", "X's", "X founder", "pendiri X", "its", "pemilik perseroan"."""

from __future__ import annotations

from kg.extraction import posts
from kg.extraction.arguments import owners, spots
from kg.extraction.discourse import Spot
from kg.extraction.people import names_people
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit

_REACH = 8
_MODIFIERS = 6
_OPENING = 2


def place(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> Spot | None:
    """What the role is held at: "of X", "X's", "X founder", "pendiri X", "its"."""
    tree = scene.tree
    first, last = min(hit.words), max(hit.words)
    last = posts.end_of_offices(scene, last)
    maker = posts.described_before(scene, first) if scene.tree[first].lower in scene.words("makers") else -1
    whose = _whose(scene, first - 1)
    candidates = [_after_of(scene, last), first - 1, posts.owner_before(scene, first), maker, whose]
    near = (scene.mentions.at[index] for index in candidates if index in scene.mentions.at)
    owned = spots(tree, owners(tree, hit.head), scene.mentions)
    return next((spot for spot in (*near, *owned) if fits(scene, spot, kinds)), None) or _clitic(scene, hit, kinds) or (
        _namesake(scene, hit, kinds) or _bare_company(scene, last, kinds))


def _whose(scene: Scene, at: int) -> int:
    """"X, whose managing director is N", "X, a video app whose owner, Y, is": where X is named; -1 if nothing is."""
    if at < 2 or not scene.is_any(at, "whose"):
        return -1
    app = scene.is_any(at - 1, "platform_nouns") and any(scene.tree[i].text == "," for i in range(max(0, at - _REACH), at))
    named = [spot.last for spot in scene.mentions.spots if spot.how == "name" and 0 < at - spot.last <= _REACH]
    return max(named, default=-1) if app else at - 2


def _bare_company(scene: Scene, last: int, kinds: tuple[str, ...]) -> Spot | None:
    """"Pemilik perseroan, N, ...": in Indonesian the bare noun is the company spoken of, where a comma follows."""
    noun, tree = last + 1, scene.tree
    closed = noun + 1 < len(tree) and tree[noun + 1].text == "," and bool(scene.words("definite_after"))
    company = scene.mentions.before.get("company", "")
    if not closed or "Organization" not in kinds or not company or not (
            scene.is_any(noun, "firms") or (tree[noun].lower,) in scene.lexicon.phrases["company"]):
        return None
    return Spot(company, noun, noun, "noun")


def _namesake(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> Spot | None:
    """"Fliq Inc., maker of the app of the same name": the platform whose name the company bears."""
    behind = [words for words in scene.tree.find(scene.lexicon.phrases["same_name"]) if 0 < words[0] - max(hit.words) < _REACH]
    names = [scene.discourse.nodes[spot.node].name for spot in scene.mentions.spots if spot.how == "name"]
    nodes = scene.discourse.naming.kinds.items() if behind and "Platform" in kinds else ()
    found = next((text for text, kind in sorted(nodes) if kind == "Platform" and any(text in name for name in names)), "")
    known = next((node.id for node in scene.discourse.nodes.values() if found and node.kind == "Platform"
                  and found in (node.name, *node.aliases)), "")
    return Spot(known, behind[0][0], behind[0][-1], "noun") if known else None


def fits(scene: Scene, spot: Spot, kinds: tuple[str, ...]) -> bool:
    """Whether somebody may hold the role at this node; the heads of courts and ministries are no executives here."""
    kind = scene.discourse.kind(spot.node)
    return kind in kinds and not (kind == "Organization" and scene.discourse.is_authority(spot.node))


def _after_of(scene: Scene, last: int) -> int:
    """The word after the role, a preposition, a determiner and the description before a name skipped."""
    tree, index = scene.tree, last + 1
    while index < len(tree) and tree[index].lower in scene.words("of_words") and index not in scene.mentions.at:
        index += 1
    end = min(index + _MODIFIERS, len(tree))
    while index < end and index not in scene.mentions.at and _describes(scene, index):
        index += 1
    return index


def _describes(scene: Scene, index: int) -> bool:
    """Whether a word may stand in the description before a name: "of the *voice-cloning app* DialTwin"."""
    token, noun_first = scene.tree[index], bool(scene.words("definite_after"))
    called = any(scene.is_any(index, words) for words in ("platform_nouns", "platform_hits", "services_named"))
    if called or token.text == "-" or token.slot in ("adjective", "compound", "modifier"):
        return True
    small = token.text.islower() or not noun_first
    return token.pos in (("NOUN", "ADJ", "VERB") if noun_first else ("NOUN", "ADJ", "NUM")) and small or (
        index + 1 < len(scene.tree) and scene.tree[index + 1].text == "-" or scene.tree[index - 1].text == "-")


def _clitic(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> Spot | None:
    """"pendirinya", and "its owner" where "it" is nothing that has one: of what was spoken of last."""
    token, lead = scene.tree[hit.head], min(hit.words) - 1
    clitic = any(scene.tree[i].lower.endswith("nya") and scene.tree[i].lemma != scene.tree[i].lower for i in hit.words)
    clitic = clitic or scene.tree[min(max(hit.words) + 1, len(scene.tree) - 1)].lower in scene.words("clitics")   # "CEO-nya"
    if not clitic and not (lead >= 0 and scene.is_any(lead, "thing_pronouns")):
        return None
    if "Group" in kinds and (led := _led_by_people(scene, hit)):
        return led[0] if led[0].node and fits(scene, led[0], kinds) else None   # "Gubernur difitnah di X, kata kuasa hukumnya"
    here = [s for s in scene.mentions.spots if s.last < min(hit.words) and s.how == "name" and fits(scene, s, kinds)]
    node = here[-1].node if here else next((scene.mentions.before[k] for k in kinds if scene.mentions.before.get(k)), "")
    node = node or _named_ahead(scene, hit, kinds)
    held = node and fits(scene, Spot(node, token.index, token.index, "pronoun"), kinds)
    return Spot(node, hit.head, hit.head, "pronoun") if held else None


def _named_ahead(scene: Scene, hit: Hit, kinds: tuple[str, ...]) -> str:
    """"Setelah pendirinya, N, divonis, aplikasi X ditarik": of what the sentence only then names, where nothing was before."""
    ahead = [s.node for s in scene.mentions.spots if s.first > max(hit.words) and s.how == "name"
             and scene.discourse.kind(s.node) == "Platform"]
    told = [s for s in scene.mentions.spots if s.last < min(hit.words) and s.how == "name"]
    return ahead[0] if ahead and "Platform" in kinds and not told and scene.words("definite_after") else ""


def company_told(scene: Scene, hit: Hit, of: Spot | None) -> Spot | None:
    """"PT Y kalah. Pengelola aplikasi X itu ...": the company spoken of last is the one that runs X, the mark behind X says."""
    tree, first = scene.tree, min(hit.words)
    behind = of.last + 1 if of and of.how == "name" and of.first > first else 0
    marked = 0 < behind < len(tree) and tree[behind].lower in scene.words("definite_after")
    company = scene.mentions.before.get("company", "") if marked and first < _OPENING else ""
    run = [platform for platform, node in scene.discourse.operators.items() if node == company]
    if not company or not of or scene.discourse.is_authority(company) or run not in ([], [of.node]):
        return None
    return Spot(company, first, max(hit.words), "noun")


def _led_by_people(scene: Scene, hit: Hit) -> list[Spot]:
    """The people whom the sentence is about, before it names their lawyer: "Gadis itu dirundung di X, ujar kuasa hukumnya"."""
    tree, first = scene.tree, min(hit.words)
    about = [i for i in range(first) if tree[i].slot in ("subject", "passive") and tree[tree[i].head].pos == "VERB" and any(
        token.text == "," for token in tree.tokens[tree[i].head:first])]
    found = [scene.mentions.at.get(i) for i in about]
    people = [i for i, spot in zip(about, found) if spot and scene.discourse.kind(spot.node) in ("Group", "Person")
              or not spot and (names_people(scene, i) or scene.is_any(i, "office_heads"))]
    return [scene.mentions.at.get(i) or Spot("", i, i, "noun") for i in people]


def only_platform(scene: Scene, kinds: tuple[str, ...]) -> Spot | None:
    """For a role without "of": the article's platform, if it has spoken of only one so far."""
    named = [node for node in scene.discourse.recent if scene.discourse.kind(node) == "Platform"]
    if "Platform" in kinds and "Person" not in kinds and len(named) == 1:   # a lawyer may be anybody's
        return Spot(named[0], 0, 0, "implied")
    return None
