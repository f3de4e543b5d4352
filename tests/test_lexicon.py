"""What the lexicons promise: examples hold, every construction is shown, no list that the code asks for is missing."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import examples
from kg import extraction, lexicon, schema
from kg.errors import LexiconError
from kg.gazetteer import TYPES
from kg.affixes import forms
from kg.lexicon import CONSTRUCTIONS

ALL = [example for lang in examples.LANGUAGES for example in examples.examples(lang)]
STATUSES = {"asserted", "confirmed", "alleged", "hypothetical", "denied", "said"}

WITHOUT_FRAME = {
    "defendant": "the B of an action's frame", "plaintiff": "the A of an action's frame",
    "outcome": "made by every outcome's frame", "imposedBy": "the A of an outcome's frame",
    "foundedIn": "the year beside the founder's frame", "followed": "two outcomes and a word like `after`",
    "date": "a date in an outcome's clause", "filedOn": "a date in an action's clause",
    "amount": "money beside an outcome", "amountSought": "money beside a word of seeking",
    "court": "a court beside an action", "jurisdiction": "a place beside an authority or a plaintiff",
    "userCount": "a number beside a word for users",
    "reportedHarm": "the harm labels of the ontology and the phrases `harm_verbs`",
    "allegesHarm": "a harm in an action's ground", "affects": "a group in an action's ground",
}
"""Properties that no frame names, and what they are read from instead."""

WITHOUT_OUTCOME = {
    "en": {"platform-outcome": "an upper concept, never read as such", "legal-outcome": "likewise"},
    "id": {"platform-outcome": "an upper concept, never read as such", "legal-outcome": "likewise",
           "judgment-defendant": "not read yet"},
}

MORE = {
    "en": {
        "Two families sued Strangly, seeking $22 million in damages.": (
            "lawsuit | amountSought | USD 22000000 | asserted", "lawsuit | defendant | Strangly | asserted",
            "lawsuit | plaintiff | parents | asserted"),
        "Two families filed a lawsuit against Strangly in the Portland District Court.": (
            "lawsuit | court | Portland District Court | asserted", "lawsuit | defendant | Strangly | asserted",
            "lawsuit | plaintiff | parents | asserted"),
        "The lawsuit against Strangly was filed on 7 November 2023.": (
            "lawsuit | defendant | Strangly | asserted", "lawsuit | filedOn | 2023-11-07 | asserted"),
        "Strangly has 14 million users.": ("Strangly | userCount | 14000000 | asserted",),
    },
    "id": {
        "Gugatan terhadap Strangly menuntut ganti rugi Rp5 miliar.": (
            "lawsuit | amountSought | IDR 5000000000 | asserted", "lawsuit | defendant | Strangly | asserted"),
        "Dua keluarga mengajukan gugatan terhadap Strangly ke Portland District Court.": (
            "lawsuit | court | Portland District Court | asserted", "lawsuit | defendant | Strangly | asserted",
            "lawsuit | plaintiff | plaintiffs | asserted"),
        "Strangly memiliki 14 juta pengguna.": ("Strangly | userCount | 14000000 | asserted",),
    },
}
"""Relations that no frame makes, so that no example of the files shows them."""

PATTERNS = {
    "en": {
        "grooming": "Parents accused Strangly of letting adults groom children.",
        "csam": "Parents accused Strangly of hosting nude images of children.",
        "data-breach": "Parents accused Strangly of exposing the personal data of users.",
        "fraud": "Parents accused Strangly of letting strangers defraud users.",
    },
    "id": {
        "csam": "Orang tua menuduh Strangly menyebarkan foto bugil anak.",
        "grooming": "Orang tua menuduh Strangly membiarkan penipu membujuk anak.",
        "data-breach": "Orang tua menuduh Strangly membocorkan data pribadi pengguna.",
        "abuse-unspecified": "Strangly mengakui bahwa beberapa orang menyalahgunakan layanannya.",
    },
}
"""Harms spread over a clause whose entry has no example of its own; labels of the ontology alone do not find these."""


# ------------------------------------------------------------------------------------------------ examples hold

@pytest.mark.parametrize("example", ALL, ids=str)
def test_an_example_yields_exactly_its_claims(example: examples.Example) -> None:
    assert examples.lines(examples.read_all(example.lang)[example.text]) == sorted(example.claims)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, told in MORE.items() for text in told])
def test_what_has_no_frame_is_read_all_the_same(lang: str, text: str) -> None:
    [found] = examples.read([text], lang)
    assert examples.lines(found) == sorted(MORE[lang][text])


@pytest.mark.parametrize(("lang", "harm", "text"), [
    (lang, harm, text) for lang, told in PATTERNS.items() for harm, text in told.items()])
def test_a_harm_spread_over_a_clause_is_read(lang: str, harm: str, text: str) -> None:
    [found] = examples.read([text], lang)
    assert f"reportedHarm | {harm} |" in "\n".join(examples.lines(found))
    [without] = examples.read([text], lang, own=replace(lexicon.load(lang), harms=()))
    assert examples.lines(found) != examples.lines(without)


@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_no_sentence_is_an_example_twice(lang: str) -> None:
    texts = [example.text for example in ALL if example.lang == lang]
    assert len(texts) == len(set(texts))


# ------------------------------------------------------------------------------------------------ everything is shown

SPEAKER = "speaker"  # gives no claim of its own: who speaks for whom


def _constructions() -> Iterator[tuple[str, str, str]]:
    for lang in examples.LANGUAGES:
        found = {(trigger.frame.id, trigger.construction) for trigger in lexicon.load(lang).triggers}
        yield from ((lang, frame, made) for frame, made in sorted(found) if frame != SPEAKER)


@pytest.mark.parametrize(("lang", "frame", "construction"), list(_constructions()))
def test_every_construction_is_shown_by_an_example_of_its_frame(lang: str, frame: str, construction: str) -> None:
    texts = [example.text for example in ALL if (example.lang, example.kind, example.entry) == (lang, "frame", frame)]
    rules = {claim.rule for text in texts for claim in examples.read_all(lang)[text].claims}
    assert f"{lang}:{frame}/{construction}" in rules


@pytest.mark.parametrize("example", [one for one in ALL if one.block == "title"], ids=str)
def test_a_headline_verb_is_read_in_titles_and_nowhere_else(example: examples.Example) -> None:
    [paragraph] = examples.read([example.text], example.lang)
    assert not [claim for claim in paragraph.claims if claim.rule.endswith("/headline")]


def test_constructions_are_known_and_every_one_is_in_use() -> None:
    assert {construction for _, _, construction in _constructions()} == set(CONSTRUCTIONS)


@pytest.mark.parametrize(("lang", "cue"), [
    (lang, cue["id"]) for lang in examples.LANGUAGES for cue in examples.entries(lang, "cue")])
def test_every_cue_has_an_example_that_hangs_on_it(lang: str, cue: str) -> None:
    shown = [example for example in ALL if (example.lang, example.kind, example.entry) == (lang, "cue", cue)]
    assert shown, f"{lang}.toml: cue '{cue}' has no example"
    whole = lexicon.load(lang)
    without = replace(whole, cues=tuple(one for one in whole.cues if one.id != cue))
    for example, found in zip(shown, examples.read([one.text for one in shown], lang, own=without), strict=True):
        assert examples.lines(found) != sorted(example.claims), example.text


@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_every_relation_has_a_frame_or_a_reason(lang: str) -> None:
    framed = {frame["relation"] for frame in examples.entries(lang, "frame") if "relation" in frame}
    relations = set(schema.load().relations)
    lacking = sorted(relations - framed - set(WITHOUT_FRAME))
    assert not lacking, f"{lang}.toml lacks frames for {lacking}"
    assert not set(WITHOUT_FRAME) & framed and set(WITHOUT_FRAME) <= relations, "the list of reasons is out of date"


@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_every_relation_is_read_from_some_sentence(lang: str) -> None:
    told = [line for example in ALL if example.lang == lang for line in example.claims]
    told += [line for lines in MORE[lang].values() for line in lines]
    lacking = sorted(set(schema.load().relations) - {line.split(" | ")[1] for line in told})
    assert not lacking, f"no sentence in {lang} shows {lacking}"


@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_every_outcome_and_action_has_a_frame_or_a_reason(lang: str) -> None:
    frames, ontology = examples.entries(lang, "frame"), schema.load()
    lacking = {
        "outcome": set(ontology.outcome_types) - {frame.get("outcome") for frame in frames},
        "action": set(ontology.action_types) - {frame.get("action") for frame in frames},
    }
    assert lacking == {"outcome": set(WITHOUT_OUTCOME[lang]), "action": set()}, f"{lang}.toml lacks frames: {lacking}"


# ------------------------------------------------------------------------------------------------ no loose ends

@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_a_lexicon_speaks_of_nothing_that_the_ontology_lacks(lang: str) -> None:
    ontology, classes = schema.load(), {*TYPES, "Group", "LegalAction", "Outcome"}
    known: dict[str, Collection[str]] = {
        "action": ontology.action_types, "outcome": ontology.outcome_types, "relation": ontology.relations}
    for frame in examples.entries(lang, "frame"):
        [(sort, name)] = [(key, frame[key]) for key in known if key in frame]
        assert name in known[sort] or name == SPEAKER, frame["id"]
        assert {*frame.get("A", ()), *frame.get("B", ())} <= classes & set(ontology.classes), frame["id"]
    assert {harm["concept"] for harm in examples.entries(lang, "harm")} <= set(ontology.harms)
    assert {cue["status"] for cue in examples.entries(lang, "cue")} <= STATUSES


def test_both_languages_have_the_same_cues_lists_and_groups() -> None:
    en, idn = (lexicon.load(lang) for lang in examples.LANGUAGES)
    assert {cue.id for cue in en.cues} == {cue.id for cue in idn.cues}
    assert set(en.groups.values()) == set(idn.groups.values())
    assert set(en.words) == set(idn.words)
    assert set(en.phrases) == set(idn.phrases)


def _asked(name: str) -> set[str]:
    """The lists of that kind that the extraction asks for by a name written in its source."""
    return {argument for path in sorted(Path(extraction.__file__).parent.glob("*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for argument in _named(node, name)}


def _named(node: ast.AST, name: str) -> Iterator[str]:
    """The strings in `words("...")`, `words["..."]`, `x.words["..."]` and, for words, `is_any(token, "...")`."""
    if isinstance(node, ast.Call) and _called(node.func) in {name, "is_any" if name == "words" else name}:
        parts = node.args[-1:]
    elif isinstance(node, ast.Subscript) and _called(node.value) == name:
        parts = [node.slice]
    else:
        parts = []
    yield from (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def _called(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("lang", examples.LANGUAGES)
def test_no_list_is_there_that_nobody_asks_for(lang: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(extraction.__file__).parent.glob("*.py")))
    lists = {*lexicon.load(lang).words, *lexicon.load(lang).phrases}
    assert sorted(name for name in lists if f'"{name}"' not in source) == []


@pytest.mark.parametrize("lang", examples.LANGUAGES)
@pytest.mark.parametrize("name", ["words", "phrases"])
def test_every_list_that_the_extraction_asks_for_is_there(lang: str, name: str) -> None:
    asked = _asked(name)
    assert len(asked) > (40 if name == "words" else 4)
    assert asked <= set(getattr(lexicon.load(lang), name)), "the code asks for lists that the file lacks"


# ------------------------------------------------------------------------------------------------ wrong files

def _read_with(tmp_path: Path, more: str, *, lang: str = "en") -> lexicon.Lexicon:
    path = tmp_path / f"{lang}.toml"
    path.write_text((examples.FOLDER / f"{lang}.toml").read_text(encoding="utf-8") + more, encoding="utf-8")
    return lexicon.read(path)


@pytest.mark.parametrize(("more", "says"), [
    ('[[frame]]\nid = "barter"\naction = "lawsuit"\nverbs = ["swap"]', ("frame 'barter'", "verbs")),
    ('[[frame]]\nid = "barter"\nverb = ["swap"]', ("frame 'barter'", "one of action, outcome, relation")),
    ('[[frame]]\nid = "barter"\naction = "lawsuit"\noutcome = "fine"', ("frame 'barter'", "one of")),
    ('[[frame]]\naction = "lawsuit"', ("frame '?'", "needs an id")),
    ('[[cue]]\nid = "mutter"\nstatus = "alleged"\nverbs = ["mutter"]', ("cue 'mutter'", "verbs")),
    ('[[cue]]\nid = "mutter"\nverb = ["mutter"]', ("cue 'mutter'", "needs a status")),
    ('[[frame]\nid = ', ("Expected",)),
])
def test_a_wrong_entry_is_named(tmp_path: Path, more: str, says: tuple[str, ...]) -> None:
    with pytest.raises(LexiconError) as caught:
        _read_with(tmp_path, f"\n{more}\n")
    assert all(part in str(caught.value) for part in ("en.toml", *says)), str(caught.value)


@pytest.mark.parametrize(("more", "says"), [
    ('[[harm]]\nall = [["swap"]]', "harm"),
    ('[[harm]]\nconcept = "fraud"', "fraud"),
    ('[[frame]]\nid = "barter"\naction = "lawsuit"\nverb = "swap"', "barter"),
    ('[[frame]]\nid = "barter"\naction = "lawsuit"\nverb = [""]', "barter"),
    ('[[frame]]\nid = "barter"\naction = "lawsuit"\nverb = ["<swapping> * goods"]', "no set 'swapping'"),
    ('[[cue]]\nid = "mutter"\nstatus = "muttered"\nverb = ["mutter"]', "mutter"),
])
def test_an_entry_that_cannot_be_right_is_refused(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        _read_with(tmp_path, f"\n{more}\n")


def test_a_word_added_to_a_frame_is_read(tmp_path: Path) -> None:
    """What the head of the file promises: no Python is needed."""
    entry = 'id = "vanish"\noutcome = "shutdown"\nB = ["Platform"]\nalone = ["evaporate"]'
    own = _read_with(tmp_path, f"\n[[frame]]\n{entry}\n")
    [found] = examples.read(["Strangly evaporated."], "en", own=own)
    assert examples.lines(found) == ["Strangly | outcome | shutdown | asserted"]
    assert [claim.rule for claim in found.claims] == ["en:vanish/alone"]


def test_a_language_without_a_lexicon_is_named() -> None:
    with pytest.raises(LexiconError, match="'tlh'") as caught:
        lexicon.load("tlh")
    assert caught.value.hint


# ------------------------------------------------------------------------------------------------ Indonesian forms

@pytest.mark.parametrize(("root", "verbs"), [
    ("gugat", ("menggugat", "digugat")), ("tuntut", ("menuntut", "dituntut")), ("sidik", ("menyidik", "disidik")),
    ("periksa", ("memeriksa", "diperiksa")), ("blokir", ("memblokir", "diblokir")),
    ("larang", ("melarang", "dilarang")), ("kelola", ("mengelola", "dikelola")),
    ("hukum", ("menghukum", "dihukum")), ("diri+kan", ("mendirikan", "didirikan")),
    ("akuisisi", ("mengakuisisi", "diakuisisi")), ("jatuh+kan", ("menjatuhkan", "dijatuhkan")),
])
def test_verbs_of_a_root(root: str, verbs: tuple[str, str]) -> None:
    assert tuple(form for construction, form in forms(root) if construction == "verb") == verbs
