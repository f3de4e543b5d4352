"""Who somebody is, said beside the name: `Pendiri Angin, Sari, ...`, `Sari, pendiri Angin, ...`, `Sari, yang ...`.

News names people this way in most sentences, the treebanks hardly do. Companies and roles are made up by chance.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from training.id.conllu import Tree, Word, insert
from training.id.sources import Tagged

ROLES = tuple("pendiri direktur pengacara ketua pengelola manajer peneliti pejabat pemilik penggugat".split())
DEEDS = tuple("mendirikan memimpin mengelola menggugat membela menjalankan mengawasi".split())
FIRST = tuple("Sari Bambang Dewi Agus Ratna Eko Wulan Joko Putri Hendra Maya Yusuf".split())
LAST = tuple("Wijaya Santoso Lestari Nugroho Saputra Pranoto Siregar Hidayat Utami Kusnadi".split())
SAYS = tuple("kata ujar ucap tutur jelas ungkap".split())
SYLLABLES = tuple("ka lo mi ra ven tu so gle ari no pex da chu ril ban".split())
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def apposed(tree: Tree, rng: Random) -> Tree | None:
    """A subject that is a name, with its role before or after it, or with a clause about it."""
    names = [i for i, w in enumerate(tree.words) if w.upos == "PROPN" and w.rel in SUBJECTS and _fits(tree, i)]
    if not names:
        return None
    at = rng.choice(names)
    return rng.choice((_role_first, _role_after, _clause_after))(tree, at, name_end(tree, at), rng)


def name_end(tree: Tree, at: int) -> int:
    """Index after the last word of the name that begins at `at`."""
    end = at + 1
    while end < len(tree.words) and tree.words[end].head == at and tree.words[end].rel.startswith("flat"):
        end += 1
    return end


def _fits(tree: Tree, at: int) -> bool:
    """Whether the name stands alone: nothing else hangs on it, and no punctuation follows."""
    end = name_end(tree, at)
    followed = end < len(tree.words) and tree.words[end].upos != "PUNCT"
    alone = all(word.head != at for i, word in enumerate(tree.words) if not at <= i < end)
    return alone and followed and tree.words[at].form[0].isupper()


def company(rng: Random) -> str:
    """A made-up name of a company or platform."""
    stem = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize()
    return stem + rng.choice(("", "", "", "", ".com"))


def _role_first(tree: Tree, at: int, end: int, rng: Random) -> Tree:
    role = rng.choice(ROLES)
    name = tree.words[at]
    longer = insert(tree, at, replace(name, form=role if at else role.capitalize(), upos="NOUN", feats="Number=Sing"))
    words = list(longer.words)
    words[at + 1] = replace(words[at + 1], head=at, rel="appos")
    longer = insert(Tree(tree.id, tuple(words)), at + 1, Word(company(rng), "PROPN", at, "nmod"))
    return _between_commas(longer, at + 2, end + 2, at + 2)


def _role_after(tree: Tree, at: int, end: int, rng: Random) -> Tree:
    longer = insert(tree, end, Word(rng.choice(ROLES), "NOUN", at, "appos", "Number=Sing"))
    longer = insert(longer, end + 1, Word(company(rng), "PROPN", end, "nmod"))
    return _between_commas(longer, end, end + 2, end)


def _clause_after(tree: Tree, at: int, end: int, rng: Random) -> Tree:
    longer = insert(tree, end, Word(rng.choice(DEEDS), "VERB", at, "acl:relcl", "Voice=Act"))
    longer = insert(longer, end, Word("yang", "PRON", end, "nsubj", "PronType=Rel"))
    longer = insert(longer, end + 2, Word(company(rng), "PROPN", end + 1, "obj"))
    return _between_commas(longer, end, end + 3, end + 1)


def _between_commas(tree: Tree, start: int, end: int, head: int) -> Tree:
    """The tree with commas around the words `start` to `end`, hanging on `head`."""
    words = list(tree.words)
    for i in (start - 1, end - 1):
        words[i] = replace(words[i], space=False)
    comma = Word(",", "PUNCT", head, "punct")
    return insert(insert(Tree(tree.id, tuple(words)), end, comma), start, comma)


def introduced(named: Tagged, rng: Random) -> Tagged | None:
    """The same for a sentence with names: a person's role and company, the company marked as an organisation."""
    ends = [i + 1 for i, tag in enumerate(named.tags) if tag.endswith("PER") and _closes(named, i)]
    if not ends:
        return None
    end = rng.choice(ends)
    start = max(i for i in range(end) if named.tags[i] == "B-PER")
    role, name = rng.choice(ROLES), company(rng)
    if rng.random() < 0.5:
        return _spliced(named, end, end, (",", role, name, ","), ("O", "O", "B-ORG", "O"))
    longer = _spliced(named, end, end, (",",), ("O",))
    return _spliced(longer, start, start, (role if start else role.capitalize(), name, ","), ("O", "B-ORG", "O"))


def _closes(named: Tagged, i: int) -> bool:
    following = named.forms[i + 1:i + 2]
    return bool(following) and following[0][0].isalpha() and not named.tags[i + 1].startswith("I")


def _spliced(named: Tagged, start: int, end: int, forms: tuple[str, ...], tags: tuple[str, ...]) -> Tagged:
    return Tagged(named.forms[:start] + forms + named.forms[end:], named.tags[:start] + tags + named.tags[end:])


def spoken(named: Tagged, rng: Random) -> Tagged | None:
    """A statement followed by the person who made it; half of the persons have made-up family names."""
    if named.forms[-1] != ".":
        return None
    name = (rng.choice(FIRST), rng.choice(LAST)) if rng.random() < 0.5 else (company(rng).removesuffix(".com"),)
    tags = ("B-PER", "I-PER")[:len(name)]
    last = len(named.forms) - 1
    return _spliced(named, last, last + 1, (",", rng.choice(SAYS), *name, "."), ("O", "O", *tags, "O"))


def renamed(named: Tagged, rng: Random) -> Tagged | None:
    """Organisations of one word under made-up names, so that the words around them are learnt too."""
    single = [i for i, tag in enumerate(named.tags) if tag == "B-ORG" and named.tags[i + 1:i + 2] != ("I-ORG",)]
    if not single:
        return None
    forms = tuple(company(rng) if i in single else form for i, form in enumerate(named.forms))
    return Tagged(forms, named.tags)
