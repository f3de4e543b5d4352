"""The second reading: what happened, who is sued, which harms are reported, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction import (
    allegations, anaphors, attributes, awards, bringing, cases, claimants, consequences, defendants, disposals, ellipsis,
    foundings, grounds, guesses, harmclaims, heldback, introductions, kinds, lifting, litigants, misfits, operating, outcomes,
    possession, proposals, refusals, retyping, roles, severally, stance, triggers, victims)
from kg.extraction.certainty import presupposed
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.building import build, is_only_order, is_within
from kg.extraction.players import is_excepted
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.extraction.triggers import Hit
from kg.extraction.verdicts import by_its_own, judge
from kg.model import Article, Extraction, Mention, Node, Status

SPEAKER = "speaker"
_UNREAL = (Status.HYPOTHETICAL, Status.DENIED)
_SPEAKS_FOR = {"founder", "executive", "operator"}


class Reader:
    """Reads the sentences of one article into its ledger of claims."""

    def __init__(self, article: Article, scenes: list[Scene], notes: Notes) -> None:
        self.article, self.scenes, self.notes = article, scenes, notes

    def read(self) -> Extraction:
        """All claims of the article and the nodes that they speak of."""
        found = [retyping.retyped(scene, triggers.find(scene.tree, scene.lexicon, scene.mentions)) for scene in self.scenes]
        operating.note_operators(self.scenes, found)
        told = list(zip(self.scenes, found, strict=True))
        for place, (scene, hits) in enumerate(told, 1):
            self._roles(scene, hits, heldback.following(told, place))
        for scene, hits in zip(self.scenes, found, strict=True):
            for hit in hits:   # "X founder charged" in a title: the name comes later
                if hit.trigger.construction == "role" and scene.mentions.opaque >= set(hit.words):
                    self._anaphor(scene, hit)
        operating.note_told(self.notes)
        introductions.note_speakers(self.scenes)
        for scene, hits in zip(self.scenes, found, strict=True):
            hits += proposals.hits(scene, hits)
            self._sentence(scene, [hit for hit in hits if hit.trigger.construction != "role"])
        grounds.settle(self.notes)
        allegations.settle(self.notes)
        return Extraction(self.article, self._nodes(), self.notes.fitting())

    # -------------------------------------------------------------------------------------------- roles

    def _roles(self, scene: Scene, told: list[Hit], after: heldback.Told) -> None:
        possession.write(scene, self.notes)
        for hit, verb, of in heldback.described(scene) if after else ():
            if holder := heldback.holder(scene, hit.words, hit.head, told, after):
                scene.mentions.at[hit.head] = holder
                self._relation(scene, hit, of, holder, stance.read(scene, verb))
        for hit in (hit for hit in told if hit.trigger.construction == "role"):
            given = list(roles.find(scene, hit)) or list(roles.held_back(scene, hit, told, after))
            for role in given:
                self._relation(scene, hit, role.of, role.holder, roles.stance_of(scene, role))
            for index in hit.words if len(given) == 1 else ():
                if index not in scene.mentions.at or scene.mentions.at[index].how == "noun":
                    scene.mentions.at[index] = given[0].holder   # "the operator of X, Y Ltd," is Y Ltd
            if len(given) > 1 and hit.head not in scene.mentions.at:
                scene.mentions.several[hit.head] = [role.holder for role in given]
            if not given:
                scene.mentions.opaque.update(hit.words)
                self._anaphor(scene, hit)

    def _anaphor(self, scene: Scene, hit: Hit) -> None:
        if spot := roles.anaphor(scene, hit):
            scene.mentions.spots.append(spot)
            scene.mentions.at.update(dict.fromkeys(hit.words, spot))

    def _relation(self, scene: Scene, hit: Hit, of: Spot, holder: Spot, said: Stance) -> None:
        """Write a relation down: founder, operator, executive."""
        relation = hit.trigger.frame.relation
        verdict = judge(said, self.notes.parties, subject=of.node)
        if relation == "executive" and self.notes.parties.is_authority(of.node):
            return   # "a court led by Judge N"
        if relation == SPEAKER:   # who speaks for whom is no claim, but tells whose denials and admissions they are
            self.notes.parties.add(of.node, holder.node)
            self.notes.parties.speakers.add(holder.node)
            return
        self.notes.ledger.add(scene, of, relation, holder, verdict, hit.words, hit.rule)
        if relation in _SPEAKS_FOR and verdict and verdict.status not in _UNREAL and not verdict.negated:
            self.notes.parties.add(of.node, holder.node)

    # -------------------------------------------------------------------------------------------- a sentence

    def _sentence(self, scene: Scene, hits: list[Hit]) -> None:
        litigants.resolve(scene, self.notes)
        hits = [*hits, *awards.granted(scene, hits)]
        built = [one for hit in hits if hit.trigger.frame.action and (situation := self._built(scene, hit))
                 for one in severally.each(scene, situation)]
        situations = cases.joined(scene, built)
        disposing = {index for hit in hits if hit.trigger.frame.B == ("LegalAction",) for index in (
            hit.head, *(i for i in hit.words if scene.tree[i].pos in VERBAL))}   # "tidak *dapat* diterima"
        ended = disposing | {hit.head for hit in hits if "LegalAction" in hit.trigger.frame.B}
        for situation in list(situations):
            situations += self._others(scene, cases.one_of_several(scene, self.notes.events, ended, situation.head), disposing)
            self._action(scene, situation, disposed=scene.tree[situation.head].head in disposing)
        situations += self._others(scene, cases.find(scene, self.notes.events, hits, ended), disposing)
        situations += self._others(scene, cases.one_of_several(scene, self.notes.events, ended, len(scene.tree)), disposing)
        anaphors.cases(scene, self.notes)
        anaphors.pronouns(scene, self.notes)
        defendants.named(scene, self.notes)
        claimants.apposed(scene, self.notes)
        self._outcomes_and_relations(scene, hits, situations)
        for suit, place in list(ellipsis.suits(scene, situations, self.notes)):
            situations.append(suit)
            ellipsis.write(scene, suit, place, self.notes)
        for again in list(ellipsis.find(scene, situations, self.notes)):
            situations.append(again.situation)
            outcomes.tell(scene, again.situation, again.subject, again.event, again.verdict, self.notes)
        situations += bringing.write_fates(scene, situations, self.notes)
        consequences.write(scene, situations, self.notes)
        disposals.refused(scene, self.notes)
        attributes.write(scene, situations, self.notes)
        foundings.write(scene, self.notes)
        harmclaims.write(scene, situations, self.notes)
        victims.write(scene, self.notes)
        self.notes.spoke_of(scene, situations)

    def _outcomes_and_relations(self, scene: Scene, hits: list[Hit], situations: list[Situation]) -> None:
        """What the triggers of outcomes and relations tell, added to the sentence's situations; then what the models add."""
        demanded = [hit.head for hit in hits if hit.trigger.frame.outcome == "sentence-demand"]
        for hit in hits:
            if demanded and hit.trigger.frame.outcome == "sentence" and min(demanded) < hit.head:
                continue   # "the prosecution asked the court to sentence him": no sentence yet
            if any(cases.is_suit(scene, s, hit) for s in situations) or is_only_order(scene, hit, hits):
                continue   # "menyeret X ke meja hijau" charges nobody where a company is sued
            if not hit.trigger.frame.action and (situation := self._built(scene, hit)):
                if any(is_within(scene, situation, other) for other in situations):
                    continue
                situations.append(situation)
                self._outcome_or_relation(scene, situation)
        for lifted, ban in list(lifting.before(scene, situations)):
            self._outcome_or_relation(scene, ban)
            lifting.write_order(scene, lifted, ban, self.notes)
            situations.append(ban)
        ledger = self.notes.ledger
        told, suing = ledger.predicates_of(scene), ledger.plaintiffs_of(scene)
        for hit, of, holder in guesses.relations(scene, self.notes.subject, told, suing):
            said = stance.read(scene, hit.head)
            verdict = judge(said, self.notes.parties, subject=of.node)
            if not verdict or verdict.status not in (Status.ALLEGED, Status.HYPOTHETICAL):   # a mere claim
                self._relation(scene, hit, of, holder, said)

    def _others(self, scene: Scene, found: Iterator[Situation], disposing: set[int]) -> list[Situation]:
        """Actions that no trigger names: "the case", "the first"."""
        told = []
        for situation in found:
            self._action(scene, situation, disposed=scene.tree[situation.head].head in disposing)
            told.append(situation)
        return told

    def _built(self, scene: Scene, hit: Hit) -> Situation | None:
        """The situation of a trigger, completed where the model sees it too."""
        situation = build(scene, hit)
        if situation:
            proposals.complete(scene, situation, self.notes.subject)
            befallen = (misfits.whom(scene, situation, spot) for spot in situation.B if not is_excepted(scene, spot))
            situation.B = [spot for spot in befallen if spot]
        if situation and (cases.is_mere_trial(scene, situation, self.notes.events) or kinds.is_mere_summons(scene, situation)):
            return None
        return kinds.retyped(scene, situation, self.notes.events) if situation else None

    def _action(self, scene: Scene, situation: Situation, *, disposed: bool) -> None:
        """A legal action: which one it is, and who brings it against whom; what is dismissed or settled has been brought."""
        if trial := cases.known_trial(scene, situation, self.notes.events):
            situation.node = trial.node
            scene.actions[situation.head] = spot_of(trial, situation)
            return
        known = self.notes.events.last_action() if situation.definite else None
        told = disposed or bool(known and known.real) or cases.is_brought(scene, situation) or cases.goes_on(scene, situation)
        told = told or bringing.is_decided_on(scene, situation)
        told = told or situation.definite and bool(situation.A and not situation.hit.learnt)   # "the suit by two fathers"
        verdict = judge(presupposed(scene, situation, told), self.notes.parties)
        real = verdict is not None and verdict.status not in _UNREAL
        situation.A = claimants.meant(scene, situation, self.notes) or claimants.find(scene, situation, self.notes)
        if situation.frame.action == "police-report":   # what an officer tells of, others have reported
            situation.A = [spot for spot in situation.A if spot.node not in self.notes.discourse.aside]
        situation.definite = situation.definite or proposals.is_known(situation) and bool(self.notes.events.last_action())
        implied = claimants.tried(scene, situation, self.notes) or cases.shared_defendants(scene, self.notes.events, situation)
        situation.B = situation.B or implied or bringing.facing(scene, situation)
        situation.B = [spot for spot in situation.B if not defendants.is_only_accused(scene, situation, spot, self.notes)]
        event = self.notes.events.of(situation.node) or self.notes.events.action(scene, situation, real=real)
        situation.node = event.node
        situation.definite = situation.definite or told and real   # what else is said of it is as sure as it is
        spot = spot_of(event, situation)
        for index in situation.hit.words:
            scene.actions[index] = spot
        noun = situation.hit.learnt or not situation.hit.trigger.is_verb
        if verdict and (verdict.negated and noun or situation.hit.learnt and verdict.status is Status.DENIED):
            return   # that there is no action, only verbs that we know tell; not "an appeal is not planned"
        if not situation.A and cases.is_number(scene, situation):
            situation.node = "" if scene.lexicon.check_pos and not situation.B else situation.node
            return   # "40 criminal cases against users" is not one case, nor are "50 investigations in Britain" anywhere
        told_of = event.A - {"group:plaintiffs"} if situation.hit.learnt else set()   # "penggugat meminta": who they are is known
        suing = [a for a in situation.A if not told_of or a.node != "group:plaintiffs"]
        told_by = by_its_own(verdict, {spot.node for spot in situation.A})
        for party, predicate in [(a, "plaintiff") for a in suing] + [(b, "defendant") for b in situation.B]:
            self.notes.ledger.add(scene, spot, predicate, party, told_by, situation.hit.words, situation.hit.rule)

    def _outcome_or_relation(self, scene: Scene, situation: Situation) -> None:
        if situation.frame.outcome and not disposals.is_sought(scene, situation):
            if consequences.is_capped(scene, situation) or disposals.of_motion(scene, situation, self.notes):
                return
            if refusals.of_request(scene, situation):
                return
            consequences.led_to(scene, situation, self.notes)
            outcomes.write(scene, situation, self.notes)
        elif situation.frame.relation:
            for of in situation.B:
                for holder in situation.A:
                    self._relation(scene, situation.hit, of, holder, stance.read(scene, situation.head))

    # -------------------------------------------------------------------------------------------- what is left

    def _nodes(self) -> dict[str, Node]:
        """The nodes of the article, harms included; what happened cannot be later than the article."""
        latest = self.scenes[0].published if self.scenes else ""
        nodes = dict(self.notes.discourse.nodes)
        for event in self.notes.events.outcomes:
            if event.real and latest:
                nodes[event.node] = replace(nodes[event.node], latest=latest)
        for claim in self.notes.ledger.claims():
            if isinstance(claim.object, Mention) and (node := claim.object.node).startswith("harm:"):
                nodes.setdefault(node, Node(node, "Harm", type=node.removeprefix("harm:")))
        return nodes
