"""The tokenizer of the Indonesian model: spaCy's, but a hyphenated word stays whole and more abbreviations are known.

The rules travel inside the model as data, so plain spaCy loads them.
"""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from training.id.conllu import ABBREVIATIONS

INFIXES = (*LIST_ELLIPSES, *LIST_ICONS, r"(?<=[0-9])[+\-\*^/\\](?=[0-9%-])",
           rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
           rf"(?<=[{ALPHA}]),(?=[{ALPHA}])", rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
           rf"(?<=[{ALPHA}0-9])(?:–|—|--)(?=[{ALPHA}0-9])", rf"(?<=[{ALPHA})][.,'])[\"—](?=[{ALPHA}])")


def fit(nlp: Language) -> None:
    """Give the pipeline these rules.

    >>> import spacy
    >>> nlp = spacy.blank("id")
    >>> fit(nlp)
    >>> [token.text for token in nlp("PT Angin Tbk. milik Li K-Brooks, dkk.")]
    ['PT', 'Angin', 'Tbk.', 'milik', 'Li', 'K-Brooks', ',', 'dkk.']
    """
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    # spaCy's list splits or joins words of this language only by their hyphens: ours keeps them by rule.
    tokenizer.rules = {form: rule for form, rule in (tokenizer.rules or {}).items() if "-" not in form}
    for form in sorted(ABBREVIATIONS):
        tokenizer.add_special_case(form, [{ORTH: form}])
