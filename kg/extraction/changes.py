"""Changes of a platform by itself: "X introduced age checks", "the filter was switched off", "fitur obrolan dinonaktifkan".

Whose change it is: the platform that the clause names, else the company that makes it, else the platform that was spoken of.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import cues
from kg.extraction.arguments import agents, subjects
from kg.extraction.bearing import of_which
from kg.extraction.discourse import Spot
from kg.extraction.players import is_authority, party
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation


def fill(scene: Scene, situation: Situation) -> bool:
    """Fill in whose change it is; False where somebody else makes it."""
    tree, verb, kinds = scene.tree, situation.head, situation.frame.B
    if cues.denies(scene, verb):
        return False   # "no checks were demanded" tells of a failing
    if any(scene.is_any(i, "lets") for i in tree.ancestors(verb) if i < verb) and scene.words("lets"):
        return False   # "lets you block callers": what users may do
    passive = tree[verb].passive or situation.hit.trigger.construction == "verb"
    doers = agents(tree, verb) if passive else of_which(scene, verb, subjects(tree, verb, scene.lexicon))
    actors = party(scene, doers, ("Platform", "Organization", "Person"))
    if any(is_authority(scene, spot) for spot in actors):
        return False   # a law is no change of the platform's own
    actors = [_run_by(scene, spot) for spot in actors]
    platforms = [spot for spot in actors if scene.discourse.kind(spot.node) == "Platform"]
    aside = {i for doer in (() if passive else doers) for i in tree.below(doer)}   # "N, the company behind X, introduced": not X
    below = [scene.mentions.at[i] for i in sorted(tree.below(verb)) if i in scene.mentions.at and i not in aside]
    named = [spot for spot in below if scene.discourse.kind(spot.node) == "Platform"]
    makers = [spot for spot in actors if scene.discourse.kind(spot.node) in kinds]
    unnamed = passive and not doers or not actors and all(
        tree[i].pos == "PRON" and not (scene.lexicon.check_pos and scene.is_any(i, "they")) for i in doers)
    situation.B = (platforms or named or makers or (_spoken_of(scene, verb) if unnamed else []))[:1]
    return bool(situation.B)


def _run_by(scene: Scene, actor: Spot) -> Spot:
    """"Its founder promised age checks", "X Ltd berjanji menambah moderator": what is changed is the platform that they run,
    of several the one spoken of last; where the article names none, their company.
    """
    discourse = scene.discourse
    held = discourse.offices.get(actor.node, set()) if discourse.kind(actor.node) == "Person" else {actor.node}
    run = {node for node, company in discourse.operators.items() if company in held} | held
    platforms = [node for node in reversed(discourse.recent) if node in run and discourse.kind(node) == "Platform"]
    return replace(actor, node=next(iter((*platforms, *sorted(held))), actor.node))


def _spoken_of(scene: Scene, verb: int) -> list[Spot]:
    """The platform of this sentence or the last one spoken of."""
    here = [spot.node for spot in scene.mentions.spots if scene.discourse.kind(spot.node) == "Platform"]
    node = here[0] if here else scene.mentions.platform
    return [Spot(node, verb, verb, "implied")] if node else []
