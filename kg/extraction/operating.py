"""Which company runs which platform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction import possession, roles
from kg.extraction.building import build
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.triggers import Hit
from kg.model import Mention


def note_operators(scenes: Sequence[Scene], found: Sequence[Sequence[Hit]]) -> None:
    """Which company runs which platform, wherever the article says so: "its chief executive" may come before."""
    told = dict(scenes[0].discourse.roles) if scenes else {}
    for scene, hits in zip(scenes, found, strict=True):
        for platform, company in possession.find(scene):
            scene.discourse.operators.setdefault(platform.node, company.node)
        for hit in hits:
            for of, holder in _run_by(scene, hit) if hit.trigger.frame.relation == "operator" else ():
                scene.discourse.operators.setdefault(of, holder)
            _note_leaders(scene, hit)
        scene.discourse.roles = dict(told)


def note_told(notes: Notes) -> None:
    """The same by what has been written down of roles: "N BV, the company behind the service"."""
    for claim in notes.ledger.claims():
        if claim.predicate == "operator" and isinstance(claim.object, Mention):
            notes.discourse.operators.setdefault(claim.subject.node, claim.object.node)


def _note_leaders(scene: Scene, hit: Hit) -> None:
    """"N, who owned X": whom a title above may call its owner."""
    if hit.trigger.construction == "verb" and hit.trigger.frame.relation in ("founder", "executive"):
        situation = build(scene, hit)
        told = [(holder, of) for holder in situation.A for of in situation.B] if situation else []
        scene.discourse.held.update((hit.trigger.frame.id, holder.node, of.node) for holder, of in told)


def _run_by(scene: Scene, hit: Hit) -> Iterator[tuple[str, str]]:
    """The platforms that a trigger of the relation operator names, each with its company."""
    if hit.trigger.construction == "role":
        yield from ((role.of.node, role.holder.node) for role in roles.find(scene, hit))
    elif situation := build(scene, hit):
        yield from ((of.node, holder.node) for of in situation.B for holder in situation.A)
