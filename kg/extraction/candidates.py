"""Where names stand: gazetteer names and runs of capitalised words; what they are names of, `kg.extraction.names` settles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction import insertions, offices, origins, singled, smallbodies, wholenames
from kg.extraction.listed import lookup
from kg.extraction.spellings import JOINERS, capital, is_particle, is_second_half, is_sum, spelt_out
from kg.extraction.titles import Name, name_at, parted, surface, without_title_words
from kg.extraction.tree import Tree
from kg.gazetteer import LETTERS, Gazetteer
from kg.lexicon import Lexicon

_LONGEST = 7
_MISTAKEN = ("ADV", "ADJ", "VERB", "INTJ")   # what taggers make of an unknown name that opens a sentence: "Amorly has ..."
_DERIVED = re.compile(r"(pe|ke)[a-z]{4,}an")   # "pelarian", "kejatuhan": Indonesian nouns
DOMAIN = re.compile(
    r"(?i)[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|id|co|io|me|tv|app|chat|live|gg|xyz|ai|fm|social|network|games|cc|to|ly|lu|"
    r"st|ru|nl|de|fr|es|br|ph|sg|th|vn|jp|kr|au|nz|uk|ca|eu|pl|cz|se|dk|fi|za|ng|ke|info|biz|site|vip|win|bet|club|zone|shop)")


def find(trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> list[Name]:
    """Everything in the article that may be a name, in text order."""
    found = [name for tree in trees for name in _in_sentence(tree, lexicon, gazetteer)]
    called = {name.text for name in found if name.first and trees[name.sentence][name.first - 1].lower in
              lexicon.words["platform_nouns"]}
    names = {name.text for name in found if " " in name.text} | called
    found = [_without_opening(name, trees[name.sentence], names) for name in found]
    found = sorted([*found, *_opening(trees, found), *_before_offices(trees, found, lexicon)],
                   key=lambda name: (name.sentence, name.first))
    found = wholenames.joined(found, trees, lexicon)
    parts = [part for name in found for part in parted(name, trees[name.sentence], found, lexicon)]
    return _without_common_words(without_title_words(parts, trees, gazetteer), trees, lexicon, gazetteer)


def _without_opening(name: Name, tree: Tree, texts: set[str]) -> Name:
    """"Flashy Dario Venn was arrested", "Citra Strangly tercoreng": the word that opens the sentence is no part of a name that
    stands elsewhere without: of one with several words, or of one that is called an app or site there.
    """
    rest = name.text.partition(" ")[2]
    opens = not name.first and tree.sentence.kind == "paragraph" and rest in texts
    return name_at(tree, name.first + 1, name.last + 1) if opens and tree[0].span.end < tree[1].span.start else name


def _without_common_words(names: list[Name], trees: Sequence[Tree], lexicon: Lexicon, gazetteer: Gazetteer) -> list[Name]:
    """No word is a name that only ever has its capital from the place where it stands, and is written small elsewhere."""
    inside = {name.text for name in names if name.first and trees[name.sentence].sentence.kind == "paragraph"}
    small = {token.text for tree in trees for token in tree.tokens if token.text.islower()}
    forms = lexicon.either("company_suffixes", "company_prefixes")
    return [name for name in names if not set(name.text.lower().split()) <= forms and (
        name.first != name.last or name.text in inside or name.text.lower() not in small or bool(gazetteer.lookup(name.text))
        or bool(DOMAIN.fullmatch(name.text)))]


def _before_offices(trees: Sequence[Tree], names: list[Name], lexicon: Lexicon) -> Iterator[Name]:
    """"Lyre Chief Executive Petra Wallin", "Direktur Teknologi Kocekita Selvi Oktaviani": what stands before the office or the
    person is a name if another one begins with it.
    """
    texts = {" ".join(w for w in name.text.split() if w.lower() not in lexicon.words["company_prefixes"]) for name in names}
    titles = lexicon.either("title_words", "person_leaders", "office_words")
    no_names = lexicon.either("title_words", "person_leaders", "office_words", "not_names")
    known = {(name.sentence, name.first, name.last) for name in names}
    for name in names:
        tree, end = trees[name.sentence], name.first
        while end and tree[end - 1].lower in titles:
            end -= 1
        start = end
        while start and capital(tree[start - 1].text) and tree[start - 1].lower not in no_names:
            start -= 1
        for begin in range(start, end):
            text = surface(tree, begin, end)
            whole = end < name.first and any(f"{other} ".startswith(f"{text} ") for other in texts)
            if (whole or text in texts) and (name.sentence, begin, end - 1) not in known:
                yield name_at(tree, begin, end)
                break


def _opening(trees: Sequence[Tree], names: list[Name]) -> Iterator[Name]:
    """Names that open a sentence, where every word has a capital: only those that stand inside another one as well, or that
    are the first or last of somebody's names.
    """
    inside = {name.text for name in names if name.first and name.first == name.last}
    people = [tree.tokens[n.first:n.last + 1] for n in names for tree in [trees[n.sentence]] if 0 < n.last - n.first < 3]
    inside |= {word.text for words in people for word in (words[0], words[-1]) if all(t.entity == "PER" for t in words)}
    begun = {name.sentence for name in names if not name.first}
    for tree in trees:
        if len(tree) and tree.sentence.index not in begun and tree[0].text in inside:
            yield name_at(tree, 0, 1)


def _in_sentence(tree: Tree, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Name]:
    small, offs, position = smallbodies.starts(tree, lexicon), offices.foreign(tree, lexicon), 0
    begins = [token.index not in offs and (not token.text.islower() or token.index in small or _may_begin(tree, token.index))
              for token in tree]
    while position < len(tree):
        if not begins[position]:
            position += 1
            continue
        office = tree[position].lower in lexicon.words["office_heads"]
        if runs := offices.parts(tree, position, lexicon, gazetteer) if office else ():
            yield from (name_at(tree, first, end) for first, end in runs)
            position = runs[-1][1]
            continue
        end = smallbodies.end_of(tree, position, lexicon, gazetteer)
        if end:
            yield name_at(tree, position, end)
            position = end
            continue
        end = spelt_out(tree, position) or _known_end(tree, position, gazetteer)
        if not end or end < len(tree) and _reaches_further(tree, position, end, lexicon, gazetteer):
            end = _run_end(tree, position, lexicon, gazetteer)
        if end:
            first = _untitled(tree, position, end, lexicon)
            yield name_at(tree, origins.past_origin(tree, first, end, lexicon, gazetteer), end)
        position = end or position + 1


def _reaches_further(tree: Tree, first: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether what is known only begins a name: "Garante | della Privacy", "Dana | Okafor", "X | Inc"."""
    glued = tree[end].text == "-" and tree[end - 1].span.end == tree[end].span.start and end + 1 < len(tree) and (
        tree[end + 1].span.start == tree[end].span.end and capital(tree[end + 1].text))
    further = tree[end].lower in lexicon.words["company_suffixes"] or is_particle(tree, end, lexicon)
    return glued or further or _is_first_name(tree, first, end, lexicon, gazetteer) or (
        offices.is_of_elsewhere(tree, first, end, lexicon, gazetteer))


def _may_begin(tree: Tree, at: int) -> bool:
    """Whether a name may begin at a word: not at one in small letters with a blank behind it."""
    token, sentence = tree[at], tree.sentence
    after = token.span.end - sentence.span.start
    behind = sentence.text[after:after + 1]
    return not token.text.isalpha() or behind != " " and bool(behind.strip()) or token.text[:1].isupper()


def _is_first_name(tree: Tree, first: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """"Dana Okafor" is not the payment service Dana: an ambiguous name with another name right behind it."""
    text = surface(tree, first, end)
    unsure = end == first + 1 and all(known.is_ambiguous(text) for known in lookup(text, gazetteer))
    behind = tree[end].lower not in lexicon.either("platform_followers", "title_words")
    return unsure and behind and tree[end].pos == "PROPN" and _goes_on(tree, end, lexicon)


def _untitled(tree: Tree, first: int, end: int, lexicon: Lexicon) -> int:
    """Where the name itself begins in a run of capitals: "District Judge | Leonard Akintola"."""
    if tree[end - 1].lower in lexicon.words["authority_words"] or tree[first].lower in lexicon.words["company_prefixes"]:
        return first
    titles = [i for i in range(first, end - 1) if tree[i].lower in lexicon.words["person_leaders"]]
    if titles and end - titles[-1] <= 4 + 2 * sum(tree[i].text == "-" for i in range(titles[-1], end)):
        return titles[-1] + 1
    return first + (first == 0 and end > 2 and _begins_small(tree, lexicon))


def _begins_small(tree: Tree, lexicon: Lexicon) -> bool:
    """"Pelarian Wahyu Prakosa berakhir": a noun has its capital from the beginning of the sentence, the name comes after it."""
    given, heads = lexicon.words["given_names"], lexicon.either("body_heads", "company_prefixes", "authority_words")
    small = tree[0].pos != "PROPN" or bool(_DERIVED.fullmatch(tree[0].lower))
    return tree[1].lower in given and tree[0].lower not in given | heads and small


def _known_end(tree: Tree, start: int, gazetteer: Gazetteer) -> int:
    """Where the longest gazetteer name from here ends; 0 if there is none."""
    word = tree[start].text
    if not gazetteer.may_begin(word if len(word) >= LETTERS else surface(tree, start, min(start + LETTERS, len(tree)))):
        return 0
    for end in range(min(start + _LONGEST, len(tree)), start, -1):
        text = surface(tree, start, end)
        if (text[:1].isupper() or DOMAIN.fullmatch(text)) and tree[end - 1].text != "." and lookup(text, gazetteer):
            return end
    return 0


def _run_end(tree: Tree, start: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where a run of capitalised words from here ends; 0 if none begins here."""
    if not _begins(tree, start, lexicon):
        return 0
    end = start + 1
    while end < len(tree):
        if _changes(tree, start, end, lexicon) or is_sum(tree, end) or _is_closed(tree, start, end, lexicon):
            break
        local = gazetteer.place(surface(tree, start, end)) and _known_end(tree, end, gazetteer)
        if local and tree[end].lower in lexicon.words["authority_words"]:
            return local   # "Ohio Department of Justice" is not the one of the country
        company = tree[start].lower in lexicon.words["company_prefixes"]   # "PT Temu Rasa" is no Temu
        known = 0 if company else _known_end(tree, end, gazetteer)
        part = wholenames.is_part_of_body(tree, known, lexicon) or wholenames.is_inside(tree, start, known, lexicon, gazetteer)
        part = part or tree[start].lower in lexicon.words["units"] and tree[end].lower in lexicon.words["authority_words"]
        if _goes_on(tree, end, lexicon, company=company) and (not known or part):
            end += 1
        elif _joins(tree, start, end, lexicon) or is_particle(tree, end, lexicon) or is_second_half(tree, start, end, lexicon):
            end += 2
        elif end + 1 < len(tree) and tree[end + 1].text == "the" and _joins(tree, start, end, lexicon, skip=2):
            end += 3   # "District Court for the Northern District"
        else:
            break
    firm = tree[start].lower in lexicon.words["company_prefixes"] and end > start + 2   # "PT Emas Karya Utama"
    while end > start + 1 and not firm and tree[end - 1].lower in lexicon.words["title_words"] and tree[end - 2].lower != "of":
        end -= 1
    return end + (end < len(tree) and tree[end].text in lexicon.words["authority_tails"])


def _is_closed(tree: Tree, start: int, end: int, lexicon: Lexicon) -> bool:
    """"Run by Orra Ltd. | Prosecutors said": the full stop of a company's legal form may end a sentence too."""
    form = tree[end - 1].lower in lexicon.words["legal_forms"] and tree[end - 1].text.endswith(".")
    return form and end - 1 > start and tree[end].lower not in lexicon.words["legal_forms"]


def _changes(tree: Tree, start: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a person's name begins here after an office or company: "Direktur PT Kocek Kita | Selvi Oktaviani"."""
    if not lexicon.words["definite_after"] or tree[index].entity != "PER" or tree[start].lower in lexicon.words["body_heads"]:
        return False
    return tree[index - 1].entity == "ORG" and tree[start].lower not in lexicon.words["company_prefixes"]


def _begins(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    token = tree[index]
    if "." in token.text and DOMAIN.fullmatch(token.text):
        return True
    if not capital(token.text):
        return False
    opening = all(before.pos == "PUNCT" for before in tree.tokens[:index])
    derived = opening and (_is_derived(tree, index, lexicon) or _opens_description(tree, index, lexicon))
    plain = token.lower in lexicon.words["not_first"] and not singled.opens_force(tree, index, lexicon)
    if derived or opening and (plain or singled.opens_name(tree, index, lexicon)) or singled.tells_kind(tree, index, lexicon):
        return False
    if index and token.lower in lexicon.words["office_words"] and (
            tree[index - 1].lower in lexicon.either("role_heads", "office_heads")):
        return False   # "Manajer Umum X, N,", "Kepala Eksekutif X, N,"
    if index and token.lower in lexicon.words["school_levels"] and _is_of_school(tree, index, lexicon):
        return False
    if token.lower in lexicon.words["not_names"] or token.lower in lexicon.words["title_words"]:
        return False
    return index > 0 or token.pos in ("PROPN", "X") or bool(token.entity) or _opens_body(tree, index, lexicon) or (
        insertions.is_described(tree, index, lexicon)) or (
        token.pos in _MISTAKEN and index + 1 < len(tree) and tree[index + 1].lower in lexicon.words["after_names"])


def _is_of_school(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"Siswi kelas 5 SD": a kind of school, if no age behind it says that these are somebody's initials."""
    before, after = tree[index - 1], tree.tokens[index + 1:index + 3]
    aged = len(after) == 2 and after[0].text in (",", "(") and after[1].text.isdigit()
    return not aged and (before.lower in lexicon.words["school_before"] or before.text.isdigit())


def _opens_description(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"Chat app X", "Messaging service X": the first word of what X is called."""
    return index + 1 < len(tree) and tree[index + 1].text.islower() and any(
        words[0] == index and len(words) > 1 for words in tree.find(lexicon.phrases["platform_strict"]))


def _is_derived(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"“Penipuan daring dimulai ...": a noun that has its capital from where it stands, whatever the tagger takes it for."""
    small = index + 1 == len(tree) or not capital(tree[index + 1].text)
    plain = lexicon.words["definite_after"] and not tree[index].entity and _DERIVED.fullmatch(tree[index].lower)
    return bool(plain) and small


def _opens_body(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """"Serikat Buruh X menggugat": a body's name that opens the sentence, tagged as plain nouns."""
    return singled.opens_force(tree, index, lexicon) or tree[index].lower in lexicon.either("body_heads", "authority_words") and (
        index + 1 < len(tree) and capital(tree[index + 1].text))


def _goes_on(tree: Tree, index: int, lexicon: Lexicon, *, company: bool = False) -> bool:
    """Whether a name goes on; that of a company, "PT Ruang Kata Bersama", with any word but the name of a day or month."""
    token = tree[index]
    if capital(token.text):
        apart = token.lower in lexicon.words["not_names"] and token.lower not in lexicon.words["inside_names"]
        if not apart or company and not any((token.lower,) in lexicon.phrases[days] for days in ("weekdays", "months")):
            return True
    return token.text.endswith(".") and token.text[:-1].isupper()


def _joins(tree: Tree, start: int, index: int, lexicon: Lexicon, *, skip: int = 1) -> bool:
    """Hyphens join any name; "of" and "and" only the names of authorities ("Ministry of Communications", "Bank of X")."""
    if index + skip >= len(tree) or not capital(tree[index + skip].text):
        return False
    word = tree[index].lower
    if word in ("-", "–", "&"):
        return tree[index - 1].span.end == tree[index].span.start or word == "&"
    around = range(start, min(index + 4, len(tree)))
    authority = any(tree[i].lower in lexicon.words["authority_words"] and capital(tree[i].text) for i in around)
    if word in ("'s", "’s", "'", "’"):   # "Attorney General's Office", "Patients' Association", but "Kenya's Office of ..."
        own = tree[index - 1].entity != "LOC" and tree[index + 1].lower == "office"
        body = tree[index + 1].lower in lexicon.words["bodies_of_people"]
        plural = not word.endswith("s") and tree[index - 1].lower.endswith("s")
        return own or body and (plural or tree[index - 1].lower in lexicon.words["owning_people"])
    if word in lexicon.words["court_joiners"]:   # "Pengadilan Niaga pada Pengadilan Negeri Semarang"
        return tree[start].lower in lexicon.words["court_words"] and tree[index + 1].lower in lexicon.words["court_words"]
    authority = authority or tree[index - 1].lower in lexicon.words["names_with_of"] and word == "of"
    if word == "of" and index - start > 1 and all(tree[i].entity == "PER" for i in (index - 2, index - 1)):
        return False   # "Attorney General Ken Dorn | of Texas"
    if word in lexicon.words["causes_of_bodies"] and tree[index - 1].lower in lexicon.words["bodies_for"]:
        return True   # "Coalition for Digital Freedoms"
    if word in lexicon.words["topics_of_bodies"] and tree[index - 1].lower in lexicon.words["bodies_on_topics"]:
        return tree[index + skip].lower not in lexicon.words["not_names"]   # "Senate Committee on Digital Life"
    return word in JOINERS and authority and tree[index + skip].lower not in lexicon.words["not_names"]
