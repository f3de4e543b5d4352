"""tskg: a trust-and-safety knowledge graph from news.

The names below are what the package offers; each is loaded when it is first used, so that asking a question of a store
never loads a language model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError as KgError
    from kg.model import Article as Article
    from kg.model import Claim as Claim
    from kg.model import Extraction as Extraction
    from kg.model import Status as Status
    from kg.pipeline import build as build
    from kg.pipeline import extract as extract
    from kg.schema import Ontology as Ontology
    from kg.shapes import validate as validate
    from kg.store import Store as Store
    from kg.views import write as write

_HOMES = {"Article": "kg.model", "Claim": "kg.model", "Extraction": "kg.model", "KgError": "kg.errors",
          "Ontology": "kg.schema", "Status": "kg.model", "Store": "kg.store", "build": "kg.pipeline",
          "extract": "kg.pipeline", "validate": "kg.shapes", "write": "kg.views"}

__all__ = ["Article", "Claim", "Extraction", "KgError", "Ontology", "Status", "Store", "build", "extract", "validate", "write"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
