"""Signs that a name without a description is that of an online service: what happens on it, and what only it does.

"1,200 accounts on X", "lewat kanal X", "X removed the posts": no noun says what X is, and yet it can only be a platform.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.titles import Name
from kg.extraction.tree import Tree
from kg.lexicon import Lexicon

_BEFORE = 5   # how far before "on X" the word may stand that tells what is there
_AFTER = 7   # how far behind "X removed" the thing may stand that it removed
_ENOUGH = 3   # how many words that may speak of the internet make an article one about it


def sign(name: Name, tree: Tree, lexicon: Lexicon) -> str:
    """"placed" of what the sentence takes for a place, "online" of what it treats as a service, "" if neither."""
    if is_placed(name, tree, lexicon):
        return "placed"
    told = hosts(name, tree, lexicon) or is_left(name, tree, lexicon)
    return "online" if told or moderates(name, tree, lexicon) or is_listed(name, tree, lexicon) else ""


def hosts(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"1,200 accounts on X", "sold through X", "unggahan di X": something is there that only a service has."""
    if not name.first or tree[name.first - 1].lower not in lexicon.words["hosting"]:
        return False
    lead = tree.tokens[max(0, name.first - 1 - _BEFORE):name.first - 1]
    return any({token.lower, token.lemma} & lexicon.words["hosted"] for token in lead)


def is_left(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"Banned from X", "thrown off X", "moved their chats to X": what people are put out of, and where they go on."""
    lead = tree[name.first - 1].lower if name.first > 1 else ""
    before = tree.tokens[max(0, name.first - _BEFORE):max(0, name.first - 1)]
    if tree[name.last].entity == "LOC":
        return False
    if lead in lexicon.words["put_out_of"]:
        return any({token.lower, token.lemma} & lexicon.words["putting_out"] for token in before[-2:])
    return lead in lexicon.words["moved_to"] and any({t.lower, t.lemma} & lexicon.words["moving"] for t in before) and any(
        {t.lower, t.lemma} & lexicon.words["talks"] for t in before)


def is_listed(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"removed X from the App Store", "menghapus X dari Play Store": what stands in a store for apps."""
    if lexicon.words["stores"].isdisjoint(tree.said):
        return False
    rest = [token.lower for token in tree.tokens[name.last + 1:name.last + 7]]
    return rest[:1] != [] and rest[0] in lexicon.words["from_words"] and bool(set(rest[1:]) & lexicon.words["stores"])


def moderates(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"X removed 40 accounts", "X said it had suspended the channel", "X menghapus unggahan itu"."""
    words, rest = lexicon.words, tree.tokens[name.last + 1:name.last + 2 + _AFTER]
    if words["moderating"].isdisjoint(tree.said):
        return False
    verb = next((n for n, token in enumerate(rest) if {token.lower, token.lemma} & words["moderating"]), -1)
    clause = [token.lower for token in rest[:verb + 5]]
    return 0 <= verb < 5 and "," not in clause[:verb] and bool(set(clause[verb + 1:]) & words["moderated"])


def is_placed(name: Name, tree: Tree, lexicon: Lexicon) -> bool:
    """"in X", "warga X": a place, not somebody; but not "in X's chat rooms"."""
    lead = name.first and tree[name.first - 1].lower in lexicon.words["place_leads"]
    if tree[min(name.last + 1, len(tree) - 1)].lower in lexicon.words["townspeople"]:
        return True   # "Tagum traders", "Tagum native N.N."
    after = tree[min(name.last + 1, len(tree) - 1)].lower
    return bool(lead) and after not in ("'s", "’s") and after not in lexicon.words["platform_followers"]


def is_a_bodys(tree: Tree, words: Sequence[int], lexicon: Lexicon) -> bool:
    """"The club's website", "situs resmi klub": every body has one, and is no platform for it."""
    first, last = words[0], words[-1]
    if not lexicon.words["definite_after"]:
        return first > 1 and tree[first - 1].lower in ("'s", "’s") and tree[first - 2].lower in lexicon.words["offline_bodies"]
    behind = [token.lower for token in tree.tokens[last + 1:last + 3] if token.lower != "resmi"]
    return behind[:1] != [] and behind[0] in lexicon.words["offline_bodies"]


def is_elsewhere(trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    """Whether the platforms of an article are of steel: it has words of oil rigs or railways, and none of life online."""
    used = {word for tree in trees for token in tree.tokens for word in (token.lower, token.lemma)}
    score = 2 * len(used & lexicon.words["not_online"]) + len(used & lexicon.words["not_online_weak"])
    played = len(used & lexicon.words["sports"]) > _ENOUGH and not used & lexicon.words["online"] - lexicon.words["pages_of_all"]
    return played or score >= _ENOUGH and not used & lexicon.words["online"] - {"online"}


def is_spoken_of(trees: Sequence[Tree], lexicon: Lexicon) -> bool:
    """Whether an article is about life online, by the words that it uses: one that says so and another, three that may, or
    a number of users.
    """
    sure, may_be, weak = set[str](), set[str](), lexicon.words["online_weak"]
    for tree in trees:
        sure |= lexicon.words["online"] & tree.said
        may_be |= {word for word in weak & tree.said if any(tree[i].lemma == word for i in tree.where(word))}
    return 2 * len(sure) + len(may_be) >= _ENOUGH or any(counts_users(tree, lexicon) for tree in trees)


def counts_users(tree: Tree, lexicon: Lexicon) -> bool:
    """"12 million users", "3 juta pengguna"."""
    at = (i for word in lexicon.words["online_counted"] for i in tree.where(word))
    return any(token.lower in lexicon.scales or len(token.text) > 4 and token.text[0].isdigit()
               for i in at for token in tree.tokens[max(0, i - 4):i])
