"""The store as rdflib sees it. The only place that knows oxrdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.answers import refuse_service
from kg.errors import StoreError
from kg.prefixes import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Dataset


def dataset(engine: ox.Store) -> Dataset:
    """A data set over the open engine; its default graph is the union of all graphs, the project's prefixes are bound.

    SERVICE is refused with a StoreError, in text and in prepared queries: the tool reaches for nothing outside. (With
    `use_store_provided=False` rdflib passes the store by, and this guard too.)
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    class Alone(OxigraphStore):
        def query(self, query: Any, *args: Any, **options: Any) -> Any:
            if isinstance(query, str):
                refuse_service(query)
            else:
                _refuse_service_within(query.algebra)
            return super().query(query, *args, **options)

    made = Dataset(store=Alone(store=engine), default_union=True)
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    return made


def _refuse_service_within(algebra: Any) -> None:
    from rdflib.plugins.sparql.algebra import traverse

    def visit(part: Any) -> None:
        if getattr(part, "name", "") == "ServiceGraphPattern":
            raise StoreError("wrong query: SERVICE is not allowed, a store is asked by itself")

    traverse(algebra, visitPre=visit)
