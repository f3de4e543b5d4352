"""The shapes over real graphs: a good one conforms, and each thing that must not be is found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from rdflib import Graph

from kg import rdf, shapes
from kg.errors import KgError, OntologyError
from kg.gazetteer import Known
from kg.model import Extraction, Node, Value
from kg.prefixes import PREFIXES
from kg.shapes import Violation
from kg.store import Store

pytest.importorskip("pyshacl", reason="the extra `shacl` is not installed")

GOOD = """
c:ok a ts:Claim ; rdf:subject platform:omegle ; rdf:predicate ts:executive ; rdf:object person:boss ;
    ts:status ts:alleged ; ts:evidence sent:7a357368bc76_0_225 .
person:boss a ts:Person ; rdfs:label "The Boss" .
"""
SAID = "ts:evidence sent:7a357368bc76_0_225"
FOUNDED = "a ts:Claim ; rdf:subject platform:omegle ; rdf:predicate ts:founder ; rdf:object person:x"
HARMED = "a ts:Claim ; rdf:subject platform:denied ; rdf:predicate ts:reportedHarm ; rdf:object harm:csam"
SPEAKS = "c:ok ts:saidBy"
LAWSUIT = 'a ts:LegalAction , ts:Lawsuit ; rdfs:label "C"'
# What must be found: the node that is wrong -> what is wrong with it, and words of the message.
BAD = {
    "platform:leak": ('platform:leak a ts:Platform ; rdfs:label "L" ; ts:reportedHarm harm:csea .', "become a fact"),
    "platform:omegle": ("platform:omegle ts:reportedHarm harm:csea .", "become a fact"),
    "c:bare": (f"c:bare {FOUNDED} ; ts:status ts:alleged .", "needs the sentence"),
    "platform:denied": (
        f'platform:denied a ts:Platform ; rdfs:label "D" ; ts:reportedHarm harm:csam . '
        f"c:d1 {HARMED} ; ts:status ts:asserted ; {SAID} . "
        f"c:d2 {HARMED} ; ts:status ts:denied ; ts:saidBy platform:denied ; {SAID} .",
        "denied or negated by another claim"),
    "person:victim": (
        'person:victim a ts:Person ; rdfs:label "V" . case:omegle-lawsuit-7a357368 ts:affects person:victim .',
        "must not be recorded as affected"),
    "person:private": (
        f'person:private a ts:Person ; rdfs:label "P" ; schema:birthDate "1990" . {SPEAKS} person:private .', "closed"),
    "person:founding": (
        f'person:founding a ts:Person , ts:Founder ; rdfs:label "P" ; schema:email "a@b.example" . '
        f"{SPEAKS} person:founding .", "closed"),
    "person:nobody": ('person:nobody a ts:Person ; rdfs:label "N" .', "must have a public role"),
    "person:nofounder": (
        f'person:nofounder a ts:Person , ts:Founder ; rdfs:label "N" . {SPEAKS} person:nofounder .',
        "Only the object of a ts:founder fact"),
    "c:predicate": (
        "c:predicate a ts:Claim ; rdf:subject platform:omegle ; rdf:predicate ts:actionType ; rdf:object harm:csam ; "
        f"ts:status ts:alleged ; {SAID} .", "must be a claimable property"),
    "c:status": (f"c:status {FOUNDED} ; ts:status ts:rumoured ; {SAID} .", "one of the five statuses"),
    "c:mute": (f"c:mute {FOUNDED} ; ts:status ts:confirmed ; {SAID} .", "must say by whom"),
    "sent:back": ("sent:back a ts:Sentence ; nif:referenceContext article:7a357368bc76 ; nif:beginIndex 9 ; "
                  "nif:endIndex 3 .", ""),
    "case:bare": (f"case:bare {LAWSUIT} ; ts:actionType act:lawsuit ; ts:defendant platform:omegle .", "become a fact"),
    "case:mistyped": (f"case:mistyped {LAWSUIT} ; ts:actionType act:investigation .", "has the type act:lawsuit"),
    "article:hashless": ('article:hashless a ts:Article ; schema:inLanguage "id" ; ts:textSha256 "xyz" .', ""),
}
SUES_A_VICTIM = "case:omegle-lawsuit-7a357368"  # its bare "affects" has no claim either


def full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


@pytest.fixture(scope="module")
def found(seed: Extraction, known: Mapping[str, Known]) -> list[Violation]:
    """One run over the seed with everything bad in it, for a run takes seconds."""
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    with Store.open() as store:
        store.put(rdf.quads(seed, known=known))
        data = Graph().parse(data=store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").payload, format="nt")
    bad = "\n".join(turtle for turtle, _ in BAD.values())
    return shapes.check(data.parse(data=prefixes + GOOD + bad, format="turtle"))


@pytest.mark.parametrize("node", sorted(BAD))
def test_what_must_not_be_is_found(found: list[Violation], node: str) -> None:
    messages = [violation.message for violation in found if violation.node == full(node)]
    assert any(BAD[node][1] in message for message in messages), messages


def test_nothing_else_is_found(found: list[Violation]) -> None:
    assert {violation.node for violation in found} == {full(node) for node in (*BAD, SUES_A_VICTIM)}
    assert found == sorted(found) and all(violation.shape and violation.message for violation in found)


def test_a_real_store_conforms(tell: Callable[..., Extraction], seed_store: Store) -> None:
    nodes = [Node("P", "Platform", name="Strangly"), Node("B", "Person", name="Rina Vost"),
             Node("C", "Organization", name="Strangly Ltd"), Node("L", "LegalAction", type="class-action"),
             Node("G", "Group", type="parents"), Node("O", "Outcome", type="fine", latest="2031-05-02"),
             Node("harm:csam", "Harm", type="csam")]
    told = [("P", "executive", "B", "alleged", {}), ("P", "operator", "C", "asserted", {}),
            ("P", "founder", "B", "asserted", {}), ("P", "founder", "B", "denied", {"by": "B"}),
            ("L", "plaintiff", "G", "asserted", {}), ("L", "defendant", "C", "asserted", {}),
            ("P", "outcome", "O", "hypothetical", {}), ("O", "amount", Value("EUR 5", "money"), "hypothetical", {}),
            ("P", "userCount", Value("5", "integer"), "asserted", {"negated": True}),
            ("P", "reportedHarm", "harm:csam", "confirmed", {"by": "C"})]
    text = "Rina Vost of Strangly and Strangly Ltd."
    seed_store.put(rdf.quads(tell(text, nodes, told, title="T", url="https://news.example/1", published="2031-05-02")))
    assert shapes.validate(seed_store) == []


def test_without_pyshacl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match="needs pySHACL") as caught:
        shapes.check(Graph())
    assert "tskg[shacl]" in caught.value.hint


def test_shapes_of_the_users_own(tmp_path: Path, seed_store: Store) -> None:
    own = tmp_path / "own.ttl"
    own.write_text("""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ts: <https://w3id.org/tskg/ontology#> .
        <urn:mine> a sh:NodeShape ; sh:targetClass ts:Platform ;
        sh:property [ sh:path ts:operator ; sh:minCount 1 ; sh:message "no operator" ] .""", encoding="utf-8")
    (violation,) = shapes.validate(seed_store, shapes=own)
    assert (violation.node, violation.path, violation.message) == (
        full("platform:omegle"), full("ts:operator"), "no operator")
    own.write_text("@prefix")
    with pytest.raises(OntologyError, match="cannot read the shapes .*own.ttl"):
        shapes.validate(seed_store, shapes=own)
