"""The SPARQL texts that change and check the store: one update for whatever has to change, and the guard over the facts.

Only `kg.store` runs these texts. Triples come in as N-Triples terms that an N-Triples parser has read and written, so no
text of an article can end a string.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kg.terms import Triple

MERGED, IDENTITY = "<urn:kb>", "<urn:identity>"


# The guard asks over everything, and with MINUS: FILTER NOT EXISTS took 7.3 s where MINUS takes 0.04 s. Statuses come
# before the rest of a claim, and facts meet denials in two finished lists: 3 s, not 14 s, for 50,000 claims.
CARRIED = """VALUES ?status { %s } ?c ts:status ?status ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ts:evidence ?e .
    MINUS { ?c ts:negated true }"""
GUARD: Mapping[str, str] = {
    "no asserted or confirmed claim with evidence carries it": f"""
SELECT DISTINCT ?s ?p ?o WHERE {{
  ?p ts:claimable true . ?s ?p ?o .
  MINUS {{ {CARRIED % "ts:asserted ts:confirmed"} }}
}} ORDER BY ?s ?p ?o""",
    "a claim denies or negates it, and none confirms it": f"""
SELECT DISTINCT ?s ?p ?o WHERE {{
  {{ SELECT DISTINCT ?s ?p ?o WHERE {{
      {{ ?d ts:status ts:denied }} UNION {{ ?d ts:negated true }}
      ?d rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }} }}
  {{ SELECT ?s ?p ?o WHERE {{ ?p ts:claimable true . ?s ?p ?o }} }}
  MINUS {{ {CARRIED % "ts:confirmed"} }}
}} ORDER BY ?s ?p ?o""",
}


@dataclass(frozen=True, slots=True)
class Swap:
    """What changes in one update: whole graphs that go, and triples that go and that come, by graph."""

    drop: frozenset[str] = frozenset()
    delete: Mapping[str, Collection[Triple]] = field(default_factory=dict)
    insert: Mapping[str, Collection[Triple]] = field(default_factory=dict)

    def text(self) -> str:
        """One update, or "" where nothing changes."""
        parts = [f"DROP SILENT GRAPH {graph}" for graph in sorted(self.drop)]
        for verb, heaps in (("DELETE", self.delete), ("INSERT", self.insert)):
            blocks = [f"GRAPH {graph} {{ {block(triples)} }}" for graph, triples in sorted(heaps.items()) if triples]
            parts += [f"{verb} DATA {{ {' '.join(blocks)} }}"] if blocks else []
        return " ;\n".join(parts)


def block(triples: Iterable[Triple]) -> str:
    """The triples as they stand inside braces."""
    return " .\n".join(" ".join(triple) for triple in sorted(triples))
