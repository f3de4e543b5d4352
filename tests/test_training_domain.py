"""The measure on sentences of the domain: what counts as right, and that the file holds what the measure needs."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import LanguageError
from kg.languages.id import LANGUAGE
from training.id import domain, own
from training.id.apposition import FIRST
from training.id.conllu import Tree, Word, read_trees
from training.id.domain import Case, missed, relation
from training.id.leaks import leaks
from training.id.silver import Guess
from training.id.sources import Tagged


def parsed(words: str, heads: list[int], deps: list[str], pos: list[str]) -> Doc:
    nlp: Language = spacy.blank("xx")
    return Doc(nlp.vocab, words=words.split(), heads=heads, deps=deps, pos=pos)


# Awan dan Biru digugat warga
DOC = ("Awan dan Biru digugat warga", [3, 2, 0, 3, 3], ["nsubj:pass", "cc", "conj", "ROOT", "obl"],
       ["PROPN", "CCONJ", "PROPN", "VERB", "NOUN"])


def lost(*relations: str) -> list[str]:
    case = Case(DOC[0], tuple(map(relation, relations)))
    return [f"{rel.part} {rel.word}" for rel in missed(LANGUAGE.tokens(parsed(*DOC), 0), case)]


def test_coordinated_subjects_and_a_bare_agent_are_found() -> None:
    assert lost("subject digugat: Awan & Biru", "agent digugat: warga") == []


def test_one_of_two_subjects_is_not_enough_and_one_too_many_is_wrong() -> None:
    assert lost("subject digugat: Awan") == ["subject digugat"]
    assert lost("subject digugat: Awan & Biru & warga") == ["subject digugat"]


def test_either_head_of_a_name_will_do() -> None:
    assert lost("agent digugat: warga | orang") == []


def test_the_file_has_sixty_sentences_and_every_word_of_its_relations_stands_in_them() -> None:
    cases = domain.read()
    assert len({case.text for case in cases}) == 60
    for case in cases:
        words = re.findall(r"[\w-]+\.?", case.text)
        bare = {word.rstrip(".") for word in words} | set(words)
        named = {name for rel in case.relations for player in rel.players for name in (rel.word, *player)}
        assert named <= bare, case.text
        assert all(words.count(rel.word) <= 1 for rel in case.relations), case.text


def test_a_line_that_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text('[[sentence]]\ntext = "Awan tutup"\nrelations = ["pelaku tutup: Awan"]\n', encoding="utf-8")
    with pytest.raises(LanguageError, match="d.toml"):
        domain.read(path)


def test_our_trees_are_trees_with_labels_of_the_treebanks() -> None:
    trees = read_trees(own.FILE)
    assert len({tree.text for tree in trees}) == len(trees) >= 250
    for tree in trees:
        assert [word.rel for i, word in enumerate(tree.words) if word.head == i] == ["root"], tree.id
        assert all(tree.root in chain(tree, i) for i in range(len(tree.words))), tree.id
    assert {word.rel.partition(":")[0] for tree in trees for word in tree.words} <= UNIVERSAL


def chain(tree: Tree, word: int) -> list[int]:
    """The words above this one, as far as a tree can be deep."""
    above = [word]
    while len(above) <= len(tree.words):
        above.append(tree.words[above[-1]].head)
    return above


UNIVERSAL = frozenset("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det fixed flat mark nmod "
                      "nsubj nummod obj obl parataxis punct root xcomp".split())


def test_none_of_our_trees_is_a_copy_of_a_sentence_that_is_measured() -> None:
    measured = [re.findall(r"[\w-]+", case.text) for case in domain.read()]
    assert leaks([tree.forms for tree in read_trees(own.FILE)], measured) == []


def test_a_name_is_changed_alike_wherever_it_stands() -> None:
    words = [("Satrio", 1), ("menjual", 1), ("Kabarin", 1), ("dan", 4), ("Kabarin", 2)]
    tree = own.renamed(Tree("s", tuple(Word(form, "X", head, "dep") for form, head in words)), Random(3))
    assert tree.forms[1] == "menjual" and tree.forms[0] in FIRST
    assert tree.forms[2] == tree.forms[4] != "Kabarin"


def test_made_up_names_are_marked_for_what_they_are_and_keep_their_marks_when_changed() -> None:
    tree = Tree("s", tuple(Word(form, "X", 1, "dep") for form in "Satrio Wicaksono menggugat Kabarin Indonesia di Depok".split()))
    guessed = ("B-LOC", "I-LOC", "O", "B-PER", "I-PER", "O", "B-LOC")
    assert own.named(tree, guessed).tags == ("B-PER", "I-PER", "O", "B-ORG", "B-PER", "O", "B-LOC")
    sentences = own.named_often([Guess(tree, Tagged(tree.forms, guessed), 1.0)], Random(3))
    assert len(sentences) == 2 * own.TIMES and sentences[0].forms == tree.forms != sentences[1].forms
    assert {sentence.tags for sentence in sentences} == {own.named(tree, guessed).tags}
