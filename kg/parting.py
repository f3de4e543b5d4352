"""What a user means by the name of an article or person that is to go, and which tombstones that takes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import StoreError
from kg.forgetting import graves, name_graves
from kg.prefixes import PREFIXES, local_name
from kg.profiles import Profile
from kg.store import Store
from kg.terms import iri


def article(store: Store, given: str) -> str:
    """The key of the article with this key, address, IRI or prefixed name. Raises StoreError where there is none."""
    held = store.articles()
    if given in held:
        return given
    graph = iri(given)[1:-1] if given.startswith("article:") else given
    rows = store.query("SELECT ?article ?url { ?article a ts:Article OPTIONAL { ?article schema:url ?url } }")
    graphs = {row["article"].value for row in rows if given == (row["url"].value if row["url"] else "")} | {graph}
    for key, stored in held.items():
        if stored.graph in graphs:
            return key
    raise StoreError(f"no article '{given}' in the store",
                     hint="give its key, its address, or its name in the graph, as article:0ab2b40e02e1")


def person(store: Store, given: str) -> tuple[str, list[tuple[str, str]]]:
    """The prefixed name of the person with this name or label, and the tombstones, (what, hash), for all that is held.

    Raises StoreError where there is none such, where several bear the label, and for what is no person.
    """
    name = _person(store, given)
    held = store.holdings()
    found = [one for one, given in held.rooted().values() if given == name]
    stones = [("person", grave) for one in found for grave in graves(one)]
    return name, stones + [("name", grave) for grave in name_graves(_names(store, found))]


def _person(store: Store, given: str) -> str:
    kind, _, local = given.partition(":")
    if kind in PREFIXES and kind != "person":
        raise StoreError(f"{given} is no person", hint="`kg remove` takes out an article, corrections.toml a claim")
    rows = store.query("SELECT DISTINCT ?who ?name { ?who a ts:Person ; rdfs:label ?name } ORDER BY ?who")
    people = [(f"person:{local_name(row['who'].value)}", row["name"].value) for row in rows]
    fitting = sorted({who for who, label in people if given in (who, label)})
    if len(fitting) > 1:
        raise StoreError(f"'{given}' is the name of {len(fitting)} persons", hint=f"say which: {', '.join(fitting)}")
    if not fitting:
        raise StoreError(f"no person '{given}' in the store", hint="give a name such as person:jo-doe.strangly")
    return fitting[0]


def _names(store: Store, profiles: list[Profile]) -> Iterator[str]:
    """Every name by which the articles call the person."""
    held, keys = store.holdings(), {one.key for one in profiles}
    for graph in sorted({graph for key in keys for graph in held.tellers(key)}):
        yield from (name for thing in held.told(graph).things if thing.profile and thing.profile.key in keys
                    for name in thing.names)
