"""What an article tells of a thing by which it can be known again in another article.

A profile is content: two articles that tell the same have the same profile, whatever else they say. Which profiles are
one thing is decided in `kg.identity`, over the profiles of all articles.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

Labelled = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What identifies a platform, organisation, person, legal action or outcome.

    `handle` is the prefixed name that this profile alone would give ("person:jo-doe.strangly"); `root` names the heap in
    which others like it are looked for. A `lone` profile is joined to another only by a user's judgement.
    `subject` is the id of the profile of the platform, person or case that it befell. `anchors` are for persons the
    platforms and companies of their roles ("of platform:strangly"), for cases what happened on a certain day ("filed
    2023-11-07"). `dates` are ISO dates of any precision, `amounts` money, `places` ISO 3166 codes, `parties` those who
    sue or impose, by coarse name, companies with their legal form; `latest` is the last possible day. `forms` are what
    a name was given with and its handle leaves out: a company's legal form, the end of a site's address. `apart` are
    the ids that its article keeps apart.
    """

    kind: str
    handle: str
    root: str
    type: str = ""
    known: bool = False
    lone: bool = False
    subject: str = ""
    anchors: Labelled = ()
    dates: Labelled = ()
    amounts: Labelled = ()
    places: Labelled = ()
    parties: Labelled = ()
    latest: str = ""
    forms: Labelled = ()
    apart: Labelled = ()

    @property
    def id(self) -> str:
        """Sixteen hex digits made from all but `apart`, so that profiles can name each other."""
        return _digest(replace(self, apart=()) if self.apart else self)

    @property
    def key(self) -> str:
        """Sixteen hex digits made from all of it."""
        return _digest(self)

    def to_json(self) -> str:
        """One line of JSON, the same for the same profile; what is empty is left out."""
        given = ((field.name, getattr(self, field.name)) for field in fields(self))
        return json.dumps({name: value for name, value in given if value}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Profile:
        """The profile of a line that `to_json` wrote.

        >>> one = Profile("Person", "person:jo-doe.strangly", "person:jo-doe", anchors=("of platform:strangly",))
        >>> Profile.from_json(one.to_json()) == one
        True
        """
        return _read(text)


@lru_cache(maxsize=1 << 13)
def _read(text: str) -> Profile:
    """The profiles of a platform that is always in the news are read again for each article."""
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value
                             for name, value in json.loads(text).items()}
    return Profile(**given)


@lru_cache(maxsize=1 << 13)
def _digest(profile: Profile) -> str:
    """Asked for again and again while things are compared."""
    return hashlib.sha256(profile.to_json().encode()).hexdigest()[:16]


def coarse(handle: str) -> str:
    """A handle without what tells namesakes apart: "person:jo-doe.strangly" -> "person:jo-doe"."""
    return handle.partition(".")[0]
