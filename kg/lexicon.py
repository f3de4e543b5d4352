"""How a language says things: frames, cues and word classes, read from `ontology/lexicon/*.toml`.

Adding a trigger word, a construction or a relation is a line of TOML. Two kinds of entries matter most:

* a **frame** says which words speak of a legal action ("sue", "lawsuit"), an outcome ("shut down", "closure") or a
  relation ("founder"), and which roles their arguments play;
* a **cue** says what a reporting word does to what stands in its scope ("accuse" makes it alleged).

Every frame and cue carries example sentences with what they must yield; the tests run them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from kg.affixes import forms
from kg.errors import LexiconError
from kg.frames import CONSTRUCTIONS as CONSTRUCTIONS
from kg.frames import Cue as Cue
from kg.frames import Frame as Frame
from kg.frames import HarmPattern as HarmPattern
from kg.frames import Trigger as Trigger
from kg.keeping import kept
from kg.model import Status
from kg.wordings import GAP as GAP  # noqa: F401
from kg.wordings import Expression as Expression
from kg.wordings import Expressions as Expressions
from kg.wordings import Wordings as Wordings

T = TypeVar("T")

_NONE = Expressions()
_FLAGS = ("ground", "year", "imposed", "anyone", "of_case", "official", "of_post", "own")
_FRAME_KEYS = {*CONSTRUCTIONS, *_FLAGS, *"id action outcome relation A B root not against by genitive example".split()}
_SET = re.compile(r"<([a-z_]+)>")
_HARM_KEYS = frozenset({"concept", "all", "within", "unless", "example"})
_CUE_KEYS = {"id", "status", "verb", "noun", "adverb", "example", "accuses", "party", "negates", "clause"}


@dataclass(frozen=True)
class Lexicon:
    """Everything that one language's file says."""

    lang: str
    triggers: tuple[Trigger, ...]
    cues: tuple[Cue, ...]
    harms: tuple[HarmPattern, ...]
    words: dict[str, frozenset[str]]
    phrases: dict[str, Expressions]
    groups: dict[str, str]
    numbers: dict[str, int]
    scales: dict[str, float]
    currencies: tuple[tuple[str, str], ...]
    check_pos: bool
    examples: tuple[dict[str, Any], ...]
    _known: dict[Hashable, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, name: Hashable, read: Callable[[], T]) -> T:
        """What `read` makes of the lexicon, worked out the first time it is asked for under this name."""
        if name not in self._known:
            self._known[name] = read()
        known: T = self._known[name]
        return known

    def either(self, *names: str) -> frozenset[str]:
        """The words of all these classes."""
        found: frozenset[str] | None = self._known.get(names)
        if found is None:
            found = self._known[names] = frozenset().union(*(self.words[name] for name in names))
        return found

    def frame_of(self, concept: str) -> Frame | None:
        """The frame of an action, outcome or relation, the one with the most examples if there are several."""
        return self._by_concept.get(concept)

    def lookalikes_of(self, concept: str) -> Expressions:
        """What looks like a wording of an action or outcome and is none."""
        return self._lookalikes.get(concept, _NONE)

    @cached_property
    def _lookalikes(self) -> dict[str, Expressions]:
        found: dict[str, dict[Expression, None]] = {}
        for frame in dict.fromkeys(trigger.frame for trigger in self.triggers):
            found.setdefault(frame.makes, {}).update(dict.fromkeys(frame.blocked))
        return {concept: Expressions(words) for concept, words in found.items()}

    @cached_property
    def _by_concept(self) -> dict[str, Frame]:
        frames = sorted({trigger.frame for trigger in self.triggers}, key=lambda frame: (len(frame.examples), frame.id))
        return {frame.makes or frame.relation: frame for frame in frames}

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """The word classes by their words."""
        found: dict[str, set[str]] = {}
        for name, words in self.words.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def empty_classes(self) -> dict[str, tuple[int, ...]]:
        """Every word class with no words: a sentence fills in a copy of it where its words stand."""
        return dict.fromkeys(self.words, ())

    @cached_property
    def trigger_wordings(self) -> Wordings[Trigger]:
        """The triggers by the words that they begin with."""
        return Wordings((trigger.words, trigger) for trigger in self.triggers)

    @cached_property
    def cue_wordings(self) -> Wordings[Cue]:
        """The cues by the words that they begin with, the longest first."""
        return Wordings((cue.words, cue) for cue in self.cues)

    @cached_property
    def last_words(self) -> dict[str, frozenset[str]]:
        """The last words of the phrases of each list."""
        return {name: frozenset(phrase[-1] for phrase in phrases) for name, phrases in self.phrases.items()}

    def phrases_for(self, name: str, word: str) -> Sequence[Expression]:
        """The phrases of a list that begin with a word."""
        return self._phrases_by_first_word[name].get(word, ())

    @cached_property
    def _phrases_by_first_word(self) -> dict[str, dict[str, list[Expression]]]:
        index: dict[str, dict[str, list[Expression]]] = {}
        for name, phrases in self.phrases.items():
            for phrase in phrases:
                index.setdefault(name, {}).setdefault(phrase[0], []).append(phrase)
        return {name: index.get(name, {}) for name in self.phrases}


@lru_cache(maxsize=8)
def load(lang: str) -> Lexicon:
    """The lexicon of a language that ships with the tool.

    Raises `LexiconError` naming the entry that is wrong, or when there is none for the language.
    """
    path = files("kg.ontology") / "lexicon" / f"{lang}.toml"
    if not path.is_file():
        raise LexiconError(f"there is no lexicon for language '{lang}'", hint="add ontology/lexicon/<language>.toml")
    with kept():
        lexicon = read(path)
        _ = lexicon.trigger_wordings, lexicon.cue_wordings, lexicon.classes   # the big indices, which every article asks for
    return lexicon


def read(path: Traversable) -> Lexicon:
    """A lexicon from a TOML file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise LexiconError(f"{path.name}: {cause}") from cause
    frames = [(entry, _frame(entry, data, path.name)) for entry in data.get("frame", [])]
    triggers = tuple(t for entry, frame in frames for t in _triggers(entry, frame, data.get("sets", {}), path.name))
    cues = tuple(cue for entry in data.get("cue", []) for cue in _cues(entry, path.name))
    return Lexicon(
        lang=data["lang"], triggers=_longest_first(triggers),
        cues=tuple(sorted(cues, key=lambda cue: (-len(cue.words), cue.words))),
        harms=tuple(_harm(entry, data.get("sets", {}), path.name) for entry in data.get("harm", [])),
        words={name: frozenset(words) for name, words in data["words"].items()},
        phrases={name: _expressions(texts) for name, texts in data["phrases"].items()},
        groups={word: group for group, words in data["groups"].items() for word in words},
        numbers=data["numbers"], scales=data["scales"],
        currencies=tuple(sorted(data["currencies"].items(), key=lambda pair: (-len(pair[0]), pair))),
        check_pos=data.get("check_pos", False),
        examples=tuple(example for entry in [*data.get("frame", []), *data.get("cue", []), *data.get("harm", [])]
                       for example in entry.get("example", [])),
    )


def expression(text: str) -> Expression:
    """The words of an expression.

    >>> expression("close * doors")
    ('close', '*', 'doors')
    """
    return tuple(text.lower().split())


def _checked_words(entry: dict[str, Any], keys: Iterable[str], place: str) -> None:
    """Lists of words must be lists, and no word empty: one stray string would be read letter by letter."""
    for key in keys:
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise LexiconError(f"{place}: '{key}' must be a list of words")


def _harm(entry: dict[str, Any], sets: dict[str, list[str]], file: str) -> HarmPattern:
    place, given = f"{file}: harm '{entry.get('concept', '?')}'", entry.get("all")
    unknown = set(entry) - _HARM_KEYS
    if unknown or not entry.get("concept") or not given or not all(isinstance(one, list) and one for one in given):
        problem = f"unknown key {sorted(unknown)}" if unknown else "needs a concept, and 'all' with lists of words"
        raise LexiconError(f"{place}: {problem}")
    if all(any(word.startswith("@") for word in one) for one in given):
        raise LexiconError(f"{place}: one list must be of plain words")
    spelt = (tuple(spelt for text in one for spelt in _spelt_out(text, sets, file)) for one in given)
    return HarmPattern(entry["concept"], tuple(_expressions(one) for one in spelt), entry.get("within", 0),
                       _expressions(entry.get("unless", ())))


def _expressions(texts: Iterable[str]) -> Expressions:
    return Expressions(expression(text) for text in texts)


def _longest_first(triggers: Iterable[Trigger]) -> tuple[Trigger, ...]:
    return tuple(sorted(dict.fromkeys(triggers), key=lambda t: (-len(t.words), t.words, t.construction, t.frame.id)))


def _frame(entry: dict[str, Any], data: dict[str, Any], file: str) -> Frame:
    unknown = set(entry) - _FRAME_KEYS
    if unknown or "id" not in entry or sum(key in entry for key in ("action", "outcome", "relation")) != 1:
        problem = f"unknown key {sorted(unknown)}" if unknown else "needs an id and one of action, outcome, relation"
        raise LexiconError(f"{file}: frame '{entry.get('id', '?')}': {problem}")
    _checked_words(entry, (*CONSTRUCTIONS, "root", "not", "against", "by", "A", "B"), f"{file}: frame '{entry['id']}'")
    prepositions = data["prepositions"]
    return Frame(
        id=entry["id"], action=entry.get("action", ""), outcome=entry.get("outcome", ""),
        relation=entry.get("relation", ""), A=tuple(entry.get("A", ())), B=tuple(entry.get("B", ())),
        genitive=entry.get("genitive", "B"), against=frozenset(entry.get("against", prepositions["against"])),
        by=frozenset(entry.get("by", prepositions["by"])), **{flag: entry.get(flag, False) for flag in _FLAGS},
        blocked=_expressions(entry.get("not", ())), examples=tuple(entry.get("example", ())),
    )


def _triggers(entry: dict[str, Any], frame: Frame, sets: dict[str, list[str]], file: str) -> Iterator[Trigger]:
    for construction in CONSTRUCTIONS:
        for text in entry.get(construction, []):
            for spelt in _spelt_out(text, sets, file):
                yield Trigger(expression(spelt), construction, frame)
    excluded = {expression(text) for text in entry.get("not", [])}
    for root in entry.get("root", []):
        for construction, form in forms(root):
            if (form,) not in excluded:
                yield Trigger((form,), construction, frame)


def _spelt_out(text: str, sets: dict[str, list[str]], file: str) -> Iterator[str]:
    """An expression with each of its sets replaced by every member: "<adding> * filter" is "add * filter", ..."""
    found = _SET.search(text)
    if not found:
        yield text
        return
    if not sets.get(found[1]):
        raise LexiconError(f"{file}: there is no set '{found[1]}'", hint="list its words under [sets]")
    for member in sets[found[1]]:
        yield from _spelt_out(text[:found.start()] + member + text[found.end():], sets, file)


def _cues(entry: dict[str, Any], file: str) -> Iterator[Cue]:
    unknown = set(entry) - _CUE_KEYS
    if unknown or "status" not in entry:
        problem = f"unknown key {sorted(unknown)}" if unknown else "needs a status"
        raise LexiconError(f"{file}: cue '{entry.get('id', '?')}': {problem}")
    if entry["status"] not in ("said", *Status):
        raise LexiconError(f"{file}: cue '{entry.get('id', '?')}': no status '{entry['status']}'",
                           hint=f"one of said, {', '.join(Status)}")
    _checked_words(entry, ("verb", "noun", "adverb"), f"{file}: cue '{entry['id']}'")
    for part in ("verb", "noun", "adverb"):
        for text in entry.get(part, []):
            yield Cue(entry["id"], expression(text), part, entry["status"], entry.get("accuses", False),
                      entry.get("party", False), entry.get("negates", False), entry.get("clause", False))
