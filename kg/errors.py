"""Every error that the tool raises on purpose.

    KgError               one clear line for the user, with a hint where there is one
    ├── ArticleError      a file or record cannot be read as an article
    ├── DecisionError     a file of the user's decisions is wrong
    ├── LanguageError     no pipeline for a language, or it cannot be loaded
    ├── LexiconError      an entry of lexicon or gazetteer is wrong
    ├── OntologyError     a term is unknown or the ontology cannot be read
    └── StoreError        the store is missing, locked or broken, or a query is wrong
"""


class KgError(Exception):
    """An error with a message for the user and, where one can be given, a hint what to do.

    >>> str(KgError("no store at output/store", hint="build one with `kg build ARTICLES`"))
    'no store at output/store'
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ArticleError(KgError):
    """A file or record cannot be read as an article."""


class DecisionError(KgError):
    """A file of the user's decisions is wrong, or a decision cannot be carried out."""


class LanguageError(KgError):
    """There is no pipeline for a language, or it cannot be loaded."""


class LexiconError(KgError):
    """An entry of a lexicon or of the gazetteer is wrong."""


class OntologyError(KgError):
    """A term is unknown, or the ontology cannot be read."""


class StoreError(KgError):
    """The store is missing, locked or broken, or a query cannot be run."""
