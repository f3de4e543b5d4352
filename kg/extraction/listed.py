"""What the gazetteer knows of a name."""

from __future__ import annotations

from kg.gazetteer import Gazetteer, Known
from kg.spellings import parent


def lookup(text: str, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """The known entities of this name; "Strangly Inc." counts as "Strangly Inc", else as the company "Strangly"."""
    return gazetteer.lookup(text) or gazetteer.lookup(text.rstrip(".")) or _companies(text, gazetteer)


def is_platform(text: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer knows the name for a platform's and for nothing else's."""
    return any(known.type == "Platform" and not known.is_ambiguous(text) for known in lookup(text, gazetteer)[:1])


def _companies(text: str, gazetteer: Gazetteer) -> tuple[Known, ...]:
    """The companies that bear the name but for its legal form; the form is looked at where there are any."""
    found = tuple(known for known in gazetteer.lookup(text.rpartition(" ")[0].rstrip(",")) if known.kind == "company")
    return found if found and parent(text) else ()
