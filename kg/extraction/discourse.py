"""What an article speaks of, sentence by sentence: names, groups, descriptions and pronouns become mentions of nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction import bynames, describing, focus, media
from kg.extraction.authorities import only_body
from kg.extraction.definites import calls_another, clients, is_definite, known_person
from kg.extraction.names import Naming, acronym_in_brackets, is_aside, is_namesake, is_stranger
from kg.extraction.titles import Name, name_at
from kg.extraction.tree import Tree
from kg.extraction.values import child_ages
from kg.lexicon import Lexicon
from kg.model import Node

_CALLED = {"platform": ("Platform",), "company": ("Platform", "Organization"), "authority": ("Organization",)}


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention inside a sentence: its node, its words, and how it speaks of the node ("name", "noun", "pronoun")."""

    node: str
    first: int
    last: int
    how: str


@dataclass
class Mentions:
    """The mentions of one sentence, and the node of every token that belongs to one.

    `opaque` are nouns that speak of somebody else than the names beside them: "X founder" is not X; `several` are
    nouns that stand for more than one of them: "dua pendiri X, A dan B". `person` is the one
    that was spoken of last when the sentence ends: "katanya", "he said"; `authority`, `court`, `platform` and the group
    `people` likewise. `before` gives, by class, what had been spoken of last when it began; `platforms` are all so far.
    """

    spots: list[Spot] = field(default_factory=list)
    at: dict[int, Spot] = field(default_factory=dict)
    opaque: set[int] = field(default_factory=set)
    several: dict[int, list[Spot]] = field(default_factory=dict)
    person: str = ""
    people: str = ""
    authority: str = ""
    court: str = ""
    platform: str = ""
    before: dict[str, str] = field(default_factory=dict)
    platforms: list[str] = field(default_factory=list)

    def add(self, spot: Spot) -> None:
        """Note a mention; words that are already part of another keep it."""
        self.spots.append(spot)
        for index in range(spot.first, spot.last + 1):
            self.at.setdefault(index, spot)


class Discourse:
    """The nodes of one article and which of them were spoken of last.

    `judges` are the nodes named with that office; `accused` is whoever was last said to be arrested, charged or tried:
    "terdakwa", "-nya"; `accomplices` are all whom that befell at once: "keduanya", "they"; `bodies` gives the authority
    that an official speaks for, `operators` the company that, by any sentence, runs a platform. `aside` are lawyers,
    spokespeople, officers and the like, of whom no story is told; `holders` have founded, run or lead something.
    """

    def __init__(self, naming: Naming, lexicon: Lexicon) -> None:
        self.naming, self.lexicon = naming, lexicon
        self.nodes: dict[str, Node] = {}
        self.recent: list[str] = []
        self.roles: dict[str, str] = {}
        self.held: set[tuple[str, str, str]] = set()   # who founded, or is told by a verb to own or run
        self.operators: dict[str, str] = {}
        self.offices: dict[str, set[str]] = {}
        self.aside: set[str] = set()
        self.holders: set[str] = set()
        self._previous: list[str] = []
        self.focus = ""
        self.accused = ""
        self.accomplices: list[str] = []
        self.judges: set[str] = set()
        self.bodies: dict[str, str] = {}
        self.described: dict[str, set[str]] = {}
        self._aliases: dict[str, str] = {}

    # -------------------------------------------------------------------------------------------- reading

    def read(self, tree: Tree) -> Mentions:
        """The mentions of the next sentence, from left to right."""
        mentions = Mentions(before={kind: self.last(kind) for kind in ("Platform", "Organization", "Person")})
        mentions.before["company"] = next(iter(self._companies()), "")
        names = media.without_media(self.naming, tree, self.lexicon)
        openers, position = self.lexicon.once("openers of descriptions", lambda: describing.openers(self.lexicon)), 0
        while position < len(tree):
            spot, token = None, tree.tokens[position]
            if position in names:
                spot = self._named(names[position], tree)
            elif token.lower in openers or token.lemma in openers or token.text in self._aliases or token.text.isdigit():
                spot = self._described(tree, position, mentions)
            if spot:
                mentions.add(spot)
                self.touch(spot.node)
            position = spot.last + 1 if spot else position + 1
        focus.adopt_neighbours(tree, mentions, self.kind, self.lexicon)
        self._note_bodies(tree, mentions)
        focus.adopt_rivals(tree, mentions, self.lexicon)
        for word in self.lexicon.words["people_nouns"] & tree.said:
            mentions.opaque.update(index for index in tree.where(word) if index not in mentions.at)
        mentions.person, mentions.people, mentions.platform = self.last("Person"), self.last("Group"), self.last("Platform")
        mentions.platforms = [node for node in self.recent if self.nodes[node].kind == "Platform"]
        bodies = [node for node in reversed(self.recent) if self.nodes[node].kind == "Organization"]
        mentions.court = next((node for node in bodies if self.is_court(node)), "")
        mentions.authority = next((node for node in bodies if self.is_authority(node)), "")
        self._previous = [spot.node for spot in mentions.spots if self.kind(spot.node) == "Person"]
        self.focus = next((s.node for s in mentions.spots if self.kind(s.node) in ("Platform", "Organization")), self.focus)
        return mentions

    def _note_bodies(self, tree: Tree, mentions: Mentions) -> None:
        """"Dirjen Pengawasan Ruang Digital Komdigi, N.N.,": N.N. speaks for Komdigi."""
        for body, person in zip(mentions.spots, mentions.spots[1:], strict=False):
            if person.how != "name" or self.kind(person.node) != "Person" or self.kind(body.node) != "Organization":
                continue
            if focus.is_officer_of(tree, body, person, self.lexicon) and self.is_authority(body.node):
                self.bodies.setdefault(person.node, body.node)

    def touch(self, node: str) -> None:
        """The node was just spoken of."""
        if node in self.recent:
            self.recent.remove(node)
        self.recent.append(node)

    def last(self, *kinds: str) -> str:
        """The node of these kinds that was spoken of last, "" if none."""
        return next((node for node in reversed(self.recent) if self.nodes[node].kind in kinds), "")

    def kind(self, node: str) -> str:
        """The class of a node."""
        return self.nodes[node].kind

    # -------------------------------------------------------------------------------------------- names

    def _named(self, name: Name, tree: Tree) -> Spot | None:
        if self.naming.kinds[name.text] == "Person" and is_namesake(name, tree, self.lexicon, self.naming):
            return None
        acronym, text = acronym_in_brackets(name, tree)
        if text in self.naming.known and self.naming.kinds[name.text] == self.naming.kinds.get(text):
            self._aliases.setdefault(name.text, self._node_of(name_at(tree, acronym, acronym + 1), tree))   # "Authority (OJK)"
        node = self._node_of(name, tree)
        self.described.setdefault(node, set()).update(describing.beside(name, tree, self.lexicon))
        if acronym >= 0:
            self._aliases[text] = node
        court, body = self.is_court(node), self.kind(node) == "Organization" and self.is_authority(node)
        for other in bynames.of(name, tree, self.lexicon, acronym=acronym, court=court, authority=body):
            if other not in self.nodes[node].aliases:
                self.nodes[node] = bynames.with_name(self.nodes[node], other)
        if {t.lower for t in tree.tokens[max(0, name.first - 3):name.first]} & self.lexicon.words["judges"]:
            self.judges.add(node)
        if self.kind(node) == "Person" and is_aside(name, tree, self.lexicon):
            self.aside.add(node)
        return Spot(node, name.first, name.last, "name")

    def _node_of(self, name: Name, tree: Tree) -> str:
        kind, text = self.naming.kinds[name.text], self.naming.full.get(name.text, name.text)
        known = self.naming.known.get(name.text, "")
        id = self._aliases.get(name.text) or f"{kind.lower()}:{known or text}"
        if id not in self.nodes:
            others = () if name.text == text else (name.text,)
            self.nodes[id] = Node(id, kind, text, known=known, place=tree[name.first].span.start, aliases=others)
        elif name.text not in (self.nodes[id].name, *self.nodes[id].aliases):
            self.nodes[id] = bynames.with_name(self.nodes[id], name.text)
        return id

    # -------------------------------------------------------------------------------------------- descriptions

    def _described(self, tree: Tree, at: int, mentions: Mentions) -> Spot | None:
        """A group, a definite description or a pronoun that begins here."""
        return (self._acronym(tree, at) or self._pronoun(tree, at, mentions) or self._noun(tree, at, mentions)
                or self._known_person(tree, at) or self._group(tree, at))

    def _known_person(self, tree: Tree, at: int) -> Spot | None:
        """"The entrepreneur", "pria kelahiran Malang itu": the only one of whose doings the sentence before has told."""
        last, people = known_person(tree, at, self.lexicon), {node for node in self._previous if node not in self.aside}
        return Spot(people.pop(), at, last, "noun") if last >= 0 and len(people) == 1 else None

    def _acronym(self, tree: Tree, at: int) -> Spot | None:
        return Spot(node, at, at, "name") if (node := self._aliases.get(tree[at].text)) else None

    def _in_focus(self, tree: Tree, at: int, mentions: Mentions) -> str:
        """What "it" speaks of: the first platform or company of this sentence, at its beginning that of the one before; "its
        founder", "its users" are no authority's.
        """
        served = describing.of_service(tree, at, self.lexicon)
        other = focus.described_by(tree, at, mentions.spots, self.lexicon)
        things = [node for node in self.recent if self.kind(node) in ("Platform", "Organization") and node not in other
                  and not (served and self.kind(node) == "Organization" and self.is_authority(node))]
        here = focus.spoken_here(tree, at, mentions.spots, things, self.lexicon)
        near = mentions.at.get(at - 2) if describing.is_joined(tree, at, self.lexicon) else None   # "X and its site Y"
        here = [near.node, *here] if near and near.node in things else here
        topic = [self.focus] if self.focus in things else things[-1:]
        return next(iter(here if here and (at > 2 or at == 2 and tree[1].pos == "VERB") else topic), "")

    def _pronoun(self, tree: Tree, at: int, mentions: Mentions) -> Spot | None:
        word, words, node = tree[at].lower, self.lexicon.words, ""
        if word in self.lexicon.either("person_pronouns", "own_attribution"):
            here = focus.doing_it(tree, at, mentions.spots) if word in words["object_pronouns"] else set()
            people = [n for n in self.recent if self.kind(n) == "Person" and n not in here]
            if people and people[-1] in self.aside and people[-1] not in {spot.node for spot in mentions.spots}:
                people += [n for n in self._previous if n in people and n not in self.aside]   # "his lawyer, N, said. He ..."
            people += clients(tree, [(s.node, s.last) for s in mentions.spots if s.node in people], self.aside)
            node = people[-1] if people and not is_stranger(tree, at, self.lexicon, self.naming) else ""
        elif word in words["thing_pronouns"]:
            node = self._in_focus(tree, at, mentions)
        return Spot(node, at, at, "pronoun") if node else None

    def _noun(self, tree: Tree, at: int, mentions: Mentions) -> Spot | None:
        """"the app", "perusahaan itu", "the ministry", "the founder"."""
        for phrases, find in (("platform", self._that_platform), ("company", self._that_company),
                              ("authority", self._that_authority)):
            words = describing.phrase(tree, at, phrases, self.lexicon)
            known = words and is_definite(tree, words, self.lexicon) and not calls_another(
                tree, words[-1], self.lexicon, {name.first for name in self.naming.names.get(tree.sentence.index, ())})
            node = (self._apposed(tree, words, phrases) or find(tree, words)) if known else ""
            if node := node or (only_body(self, tree, words) if words and phrases == "authority" else ""):
                return Spot(node, words[0], words[-1], "noun")
        return None

    def _apposed(self, tree: Tree, words: tuple[int, ...], phrases: str) -> str:
        """"the operator, Larkmoor Media,", "the Malaysian group Talenta": whose name stands right behind, if of that kind."""
        names = {name.first: name for name in self.naming.names.get(tree.sentence.index, ())}
        end = words[-1] + 1
        end += end + 1 < len(tree) and tree[end].pos == "NOUN" and tree[end].text.islower()   # "the companion *bot* X"
        end += end < len(tree) and tree[end].text == ","
        based = next((i for i in range(end, min(end + 4, len(tree))) if tree[i].lower.endswith("based")), end - 1)
        name = names.get(end) if based < end else names.get(based + 1)   # "its developer, Tallinn-based X"
        return self._node_of(name, tree) if name and self.naming.kinds[name.text] in _CALLED[phrases] else ""

    def _that_platform(self, tree: Tree, words: tuple[int, ...]) -> str:
        platforms = [node for node in reversed(self.recent) if self.kind(node) == "Platform"]
        stores = self.lexicon.words["stores_named"]
        platforms = [node for node in platforms if self.nodes[node].name.lower() not in stores] or platforms
        return describing.best(platforms, describing.said_of(tree, words, self.lexicon), self.described, self.lexicon)

    def _that_company(self, tree: Tree, words: tuple[int, ...]) -> str:
        """The company spoken of last that is so described, else the platform: many are called after what they run."""
        companies = self._companies()
        described = {node: self.described.get(node, set()) | describing.named(self.nodes[node].name) for node in companies}
        said = describing.said_of(tree, words, self.lexicon)
        others = [node for node in reversed(self.recent) if self.kind(node) in ("Platform", "Organization")]
        return describing.best(companies, said, described, self.lexicon) or next(
            (node for node in others if self.nodes[node].name.lower() not in self.lexicon.words["stores_named"]), "")

    def _companies(self) -> list[str]:
        """The companies spoken of so far, the last one first."""
        return [node for node in reversed(self.recent) if self.nodes[node].kind == "Organization"
                and self.nodes[node].name in self.naming.companies and not self.is_authority(node)
                and not (self.nodes[node].name.lower() in self.lexicon.words["gatekeepers"] and self.last("Platform"))]

    def _that_authority(self, tree: Tree, words: tuple[int, ...]) -> str:
        """The authority whose name has the noun; "the regulator" is the body spoken of last that is no court or police."""
        noun = tree[words[-1]].lemma
        bodies = [node for node in reversed(self.recent) if self.kind(node) == "Organization"]
        named = (n for n in bodies if noun in " ".join((self.nodes[n].name, *self.nodes[n].aliases)).lower())
        official = [n for n in bodies if self.is_authority(n) and not self.is_court(n)
                    and not set(self.nodes[n].name.lower().split()) & self.lexicon.words["police_words"]]
        return next(named, "") or (official[0] if official and noun in self.lexicon.words["bodies"] else "")

    def is_authority(self, node: str) -> bool:
        """Whether an organisation is a ministry, court, regulator or police force, by its name or the gazetteer."""
        found = self.nodes[node]
        named = found.name.lower()
        bank = any(named.startswith(f"{words} ") for words in self.lexicon.words["banks_of_states"])
        return bank or bool(set(named.split()) & self.lexicon.words["authority_words"]) or (
            bool({found.known, found.name} & self.naming.authorities))

    def is_court(self, node: str) -> bool:
        """Whether a node is a court, by its name or, where the gazetteer knows it in another language, by the article's."""
        found = self.nodes[node]
        names = (found.name, *found.aliases) if found.known else (found.name,)
        said = [set(name.lower().split()) for name in names] if found.kind == "Organization" else []
        return any(words & self.lexicon.words["court_words"] and not words & self.lexicon.words["legislatures"] for words in said)

    def _group(self, tree: Tree, at: int) -> Spot | None:
        """A class of people by its noun ("users", "orang tua"), or by an age below 18; not a part of a body's name."""
        groups = self.lexicon.groups
        if at and tree[at].text.istitle() and tree[at - 1].text.istitle() and tree.sentence.kind == "paragraph":
            return None   # "Yayasan Pijar Anak"
        pair = f"{tree[at].lower} {tree[at + 1].lemma}" if at + 1 < len(tree) else ""
        group = groups.get(pair) or groups.get(tree[at].lower) or groups.get(tree[at].lemma, "")
        if group == "children" and at and tree[at - 1].lower in self.lexicon.words["adult_students"]:
            group = groups.get(f"{tree[at - 2].lower} {tree[at].lower}", "")   # "female university students"
        if not group and at in child_ages(tree, self.lexicon):
            group = "children"
        return Spot(self.group(group, tree[at].span.start), at, at + (pair in groups), "noun") if group else None

    def group(self, name: str, place: int) -> str:
        """The node of a class of people; one for the whole article."""
        node = Node(f"group:{name}", "Group", name, type=name, place=place)
        return self.nodes.setdefault(node.id, node).id
