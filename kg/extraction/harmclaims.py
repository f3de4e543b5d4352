"""What a sentence claims of harms: alleged by an action, found by an authority, reported of a platform, denied."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import (
    accusers, allegations, bodynames, cues, fought, grounding, grounds, harms, links, occurrence, opinions, proposals, rejoinders,
    sayings, stance, storyline, sufferers, suchlike, untried, voices)
from kg.extraction.denials import mention_of, write_denial, write_denial_behind
from kg.extraction.harms import Harm
from kg.extraction.notes import Notes
from kg.extraction.players import is_excepted
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import Stance
from kg.extraction.tree import VERBAL
from kg.extraction.untried import ACCUSED
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status

_NEAR = 6
_INQUIRIES = ("investigation", "legislative-inquiry")
_TRIED = (*ACCUSED, "sentence", "conviction", "acquittal")


def write(scene: Scene, situations: list[Situation], notes: Notes) -> None:
    """Write down every claim about a harm that the sentence makes."""
    _note_own(scene, notes)
    found = scene.harms = harms.find(scene.tree, scene.lexicon, notes.ontology, scene.harm_labels)
    rejections = scene.tree.find(scene.lexicon.phrases["rejections"])
    rejecting = {index for words in rejections for index in words}
    found[:] = [harm for harm in found if not any(set(harm.words) < set(words) for words in rejections)   # "itu hoaks"
                and not (set(harm.words) <= rejecting and _is_said_of(scene, min(harm.words)))
                and not _is_called_false(scene, harm, rejecting)]
    denied = all(set(harm.words) <= rejecting for harm in found) and write_denial(scene, notes)
    if not denied:   # "the charge is a slander" names no harm of its own
        found += suchlike.find(scene, found, notes)
        found += proposals.harms(scene, found, notes.ontology)
    named = [harm for harm in found if bodynames.is_trade(scene, harm) or bodynames.is_in_one(scene, harm)]
    found[:] = [harm for harm in found if harm not in named and not occurrence.is_kept_apart(scene, harm)]
    for harm in found:
        _harm(scene, harm, situations, notes)
    rejoinders.write(scene, notes)
    if found and not denied and not notes.ledger.denied_in(scene):
        write_denial_behind(scene, notes, max(max(harm.words) for harm in found))


def _is_called_false(scene: Scene, harm: Harm, rejecting: set[int]) -> bool:
    """"The claims were unfounded": an accusation that is rejected, no falsehood that is spread ("false claims about X")."""
    first, *behind = sorted(harm.words)
    called = scene.lexicon.check_pos or bool(behind) and behind[0] > first + 1   # "tuduhan palsu"
    if called and behind and scene.is_any(first, "accusation_nouns") and set(behind) <= rejecting:
        return True
    last, whole = max(rejecting & set(harm.words), default=-1), set(harm.words) <= rejecting
    for i in range(last - 1, max(last - _NEAR, -1), -1):
        if scene.is_any(i, "that_words") or scene.tree[i].text in (",", ";", ":"):
            return False
        if any(cue.status == Status.DENIED and cue.part == "verb" and (not whole or cue.words[-1] == scene.tree[last].lower)
               for cue in cues.starting_at(scene, i)):
            return True   # "rejected as false a report that", "branded it false", not "denied spreading hoaxes"
    return False


def _is_said_of(scene: Scene, first: int) -> bool:
    """"Berita itu adalah fitnah": what is called a slander is the report, and no harm."""
    return first > 0 and any(scene.is_any(first - 1, words) for words in ("copulas_forms", "definite_after"))


def _note_own(scene: Scene, notes: Notes) -> None:
    """"Our app", "aplikasi kami": whoever says so speaks for the one platform of the article."""
    tree, nouns = scene.tree, scene.any_of("platform_nouns")
    platforms = [node for node, known in notes.discourse.nodes.items() if known.kind == "Platform"] if nouns else []
    for token in (tree[index] for index in nouns) if len(platforms) == 1 else ():
        owner = token.index + 1 if scene.words("definite_after") else token.index - 1
        ours = 0 <= owner < len(tree) and tree[owner].lower in scene.words("ours")
        if ours:
            number = scene.quotes.around(token.span.start)
            speaker = scene.quotes.speaker(number) if number is not None else ""
            if speaker and notes.parties.may_deny(speaker):
                notes.parties.add(platforms[0], speaker)


def _harm(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes) -> None:
    if node := occurrence.by_kind(scene, harm):
        return notes.ledger.add(scene, mention_of(scene, node), "reportedHarm", harms.spot_of(harm), Verdict(Status.ASSERTED),
                                harm.words, "harm/reported")
    if occurrence.in_passing(scene, harm) or _is_told(scene, harm, situations):
        return _reported(scene, harm, situations, notes)
    grounded = [s for s in situations if s.node and (grounding.ground_of(scene, harm, s.anchors) or (
        s.frame.action in _INQUIRIES and grounding.looked_into(scene, harm, s.head)))]
    grounded = [s for s in grounded if not allegations.against_authority(s, notes)]
    action = next((s for s in grounded if s.frame.action), None)
    action = action or _by_place(scene, harm, situations, notes, grounded=bool(grounded))
    action = action or accusers.of_plaintiffs(scene, harm, situations)
    outcome = next((s for s in grounded if s.frame.outcome and s.frame.ground), None) or grounds.punished(scene, harm, situations)
    before = outcome and outcome.frame.outcome not in _TRIED and grounding.came_before(scene, harm, outcome.head)
    undecided = outcome and grounding.finder_before(scene, harm) and grounds.is_ordered(scene, outcome, notes)
    if outcome and (before or undecided or grounding.is_described(scene, harm, outcome.head)):
        outcome = None
    charge = next((s for s in grounded if s.frame.outcome in ACCUSED), None)
    named = action and (harm.head in action.anchors or scene.tree[harm.head].slot == "compound"
                        and scene.tree[harm.head].head in action.anchors)
    if action and (named or not _is_found(scene, harm)):   # "a ruling that threw out a libel suit" finds no libel
        allegations.by_action(scene, harm, action, notes)
    elif outcome:
        grounds.found(scene, harm, outcome, notes)
    elif charge:
        grounds.charged(scene, harm, charge, notes)
    else:
        _reported(scene, harm, situations, notes)


def _is_told(scene: Scene, harm: Harm, situations: list[Situation]) -> bool:
    """Whether a relative clause tells of the harm as a fact; not what somebody did who is sued or only arrested for it, but in
    Indonesian, where what is only suspected is called so.
    """
    accused = {*ACCUSED} - ({"arrest"} if scene.words("definite_after") else set())
    open_case = untried.in_title(scene, harm) or any(s.frame.action or s.frame.outcome in accused for s in situations)
    return not open_case and occurrence.in_relative(scene, harm)


def _is_found(scene: Scene, harm: Harm) -> bool:
    """"The judges found the defendant negligent for letting ...": what a court finds, the suit does not allege there."""
    stated = stance.read_clause(scene, harm.head)
    found = any(effect.finding and effect.status == Status.CONFIRMED for effect in stated.effects)
    return not stated.negated and (found or voices.proved_by(scene, harm) is not None)


def _by_place(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes, *, grounded: bool) -> Situation | None:
    """The action whose ground the harm is by the order of words, if nothing else in the sentence claims it."""
    before = [s for s in situations if s.node and s.head < min(harm.words) and not allegations.against_authority(s, notes)]
    if scene.tree.sentence.kind != "paragraph" and not grounded:   # a title: "Daughter's suicide: mother sues X"
        before = before or [s for s in situations if s.node and s.frame.action]
        return next((s for s in before if s.frame.action), None)
    last = max(before, key=lambda s: s.head, default=None)
    fits = last and last.frame.action and not grounded and grounding.follows_ground(scene, harm, last.head)
    return last if fits else None


def _reported(scene: Scene, harm: Harm, situations: list[Situation], notes: Notes) -> None:
    """A harm on a platform, in whatever stance the sentence says it."""
    link = links.link(scene, harm, notes.subject, notes.platforms_of)
    described = occurrence.in_passing(scene, harm)
    if described and (not link or link.weak):
        link = links.Link(described, harm.words)
    stated = _stated(scene, harm, link)
    action = next((e.speaker for e in stated.effects if e.speaker and notes.discourse.kind(e.speaker) == "LegalAction"), "")
    link = link or (None if harm.learnt else _of_speaker(scene, harm, stated, notes)) or _proposed(scene, harm, notes)
    named = link
    link = link or storyline.told_on(scene, harm, stated, notes)
    action = action or accusers.of_accusing_subject(scene, harm, situations) or accusers.of_plaintiff(stated, situations)
    action = action or accusers.brought_by_speaker(scene, stated, notes) or accusers.in_papers(scene, notes)
    told = {effect.status for effect in stated.effects} <= {"said", Status.ALLEGED}   # no finding, no denial
    if action and told and not stated.negated:   # "insisted that nobody had been swindled"
        allegations.by_document(scene, harm, action, link.node if link else "", notes)
    elif link and not stated.negated and (action := accusers.of_open_suit(scene, harm, stated, link.node, situations, notes)):
        allegations.by_document(scene, harm, action, "", notes)
    if not link or voices.denies_knowing(scene, harm, stated) or is_excepted(scene, mention_of(scene, link.node)):
        return
    tried = [s for s in situations if s.frame.outcome in _TRIED] if link.weak and not _is_told(scene, harm, situations) else []
    if any(not grounds.is_there(scene, link, s.head) for s in tried):
        return
    if grounds.await_finder(scene, harm, mention_of(scene, link.node), stated, notes):
        return
    verdict = _judged(scene, harm, situations, link, stated, notes)
    said = verdict and verdict.status is Status.CONFIRMED and {effect.status for effect in stated.effects} == {"said"}
    if not verdict or said and link.weak and occurrence.is_general(scene, harm):
        return
    place = mention_of(scene, link.node)
    rule = "harm/learnt" if harm.learnt else "harm/reported"
    notes.ledger.add(scene, place, "reportedHarm", harms.spot_of(harm), verdict, link.words, rule)
    if named:   # whom it befell, a sentence that does not say where is no witness of
        sufferers.write(scene, harm, place, verdict, notes)


def _stated(scene: Scene, harm: Harm, link: links.Link | None) -> Stance:
    """The stance of the clause that names the harm and of the verb that says it of the platform."""
    scene.inside = frozenset((*harm.words, *fought.unasked(scene)))   # "medicines *without* a licence" negates nothing
    stated = stance.read_clause(scene, harm.head)
    if link and link.verb >= 0:
        clause = stance.read(scene, link.verb)
        stated = Stance((*stated.effects, *clause.effects), stated.negated or clause.negated)
    scene.inside = frozenset()
    stated = voices.affirmed(scene, stated)
    verbs = [i for i in harm.words if i != harm.head and scene.tree[i].pos in (
        VERBAL if scene.lexicon.check_pos else (*VERBAL, "ADJ")) and (   # "mengaku tertipu"
            scene.lexicon.check_pos or scene.tree[i].slot == "complement" and scene.tree[i].head not in harm.words)]
    for word in verbs:   # "a woman said she was raped": where the woman is a word of the harm too
        stated = Stance((*stated.effects, *stance.read(scene, word).effects), stated.negated)
    scene.inside = frozenset()
    stated = Stance(tuple(voices.of_former(scene, effect) for effect in stated.effects), stated.negated)
    was_done = fought.is_threat(scene, harm) or fought.are_counted(scene, harm) or fought.is_induced(scene, harm)
    if was_done:   # "threatened to publish her pictures": that was done
        stated = Stance(tuple(e for e in stated.effects if e.status != Status.HYPOTHETICAL), stated.negated)
    if link and link.verb >= 0 and scene.tree.begins(scene.lexicon.phrases["harm_verbs"], link.verb):
        stated = Stance(tuple(e for e in stated.effects if (e.status, e.speaker) != (Status.HYPOTHETICAL, link.node)),
                        stated.negated)   # "the site recommends suicide videos"
    if not stated.effects and (report := voices.reported_before(scene, harm)):
        stated = Stance((report,), stated.negated)
    if not any(effect.speaker for effect in stated.effects) and (told := voices.told_by_noun(scene, harm)):
        stated = Stance((told,))
    if not any(effect.speaker for effect in stated.effects) and (told := voices.led_by_passive(scene, harm)):
        stated = Stance((told,), stated.negated)
    if voices.is_only_about(scene, harm):
        stated = Stance((cues.Effect(Status.ALLEGED),), stated.negated)
    stated = voices.as_rumour(scene, harm, voices.before_all(scene, harm, stated))
    stated = _what_is_there(scene, rejoinders.of_sentence(scene, stated))
    if finder := grounding.finder_before(scene, harm):
        stated = Stance((cues.Effect(Status.CONFIRMED, finder.node, finder, finding=True),), stated.negated)
    if fought.in_vain(scene, harm) or any(scene.is_any(i, "failing") for i in harm.words):   # "failed to check ages"
        stated = Stance(tuple(replace(e, negates=False) for e in stated.effects if e.status != Status.ASSERTED))
    elif not stated.negated and fought.denied_before(scene, harm):
        stated = Stance(stated.effects, True)
    return stated


def _what_is_there(scene: Scene, stated: Stance) -> Stance:
    """"Novels can be downloaded": what one can get is there; "a study suggests": its word, no plan."""
    modal = {scene.tree[i].lower for i in scene.any_of("modals")}
    able = modal <= scene.words("able_modals") and not scene.any_of("conditionals")
    if able and scene.tree.find(scene.lexicon.phrases["obtainable"]):
        return Stance(tuple(e for e in stated.effects if e.status != Status.HYPOTHETICAL), stated.negated)
    if not modal and any(cues.cue_at(scene, i, "verb") for i in scene.any_of("indicating")):
        return Stance(tuple(replace(e, status=Status.ALLEGED) if e.status == Status.HYPOTHETICAL else e
                            for e in stated.effects), stated.negated)
    return stated


def _judged(scene: Scene, harm: Harm, situations: list[Situation], link: links.Link, stated: Stance,
            notes: Notes) -> Verdict | None:
    """The verdict on a harm said of a platform: by the cues, what was proved, the model's opinion, and whose word it is."""
    verdict = judge(stated, notes.parties, subject=link.node, accusing=True)
    verdict = _in_doubt_weaker(scene, harm, situations, verdict, notes, weak=link.weak)
    if verdict and not verdict.negated and verdict.status in (Status.ASSERTED, Status.ALLEGED) and (
            finder := voices.proved_by(scene, harm)):
        verdict = Verdict(Status.CONFIRMED, said_by=finder.node, spot=finder)
    told = occurrence.in_the_wake(scene, harm) or occurrence.in_passing(scene, harm) or _is_told(scene, harm, situations)
    certain = verdict and verdict.status is Status.ASSERTED and not harm.learnt and bool(told)
    certain = certain or rejoinders.trails(scene)
    weighed = verdict if certain else opinions.of_harm(scene, verdict, link.node, notes, learnt=harm.learnt)
    if harm.learnt and (not weighed or weighed.status is Status.DENIED):
        return None   # "denied that it had ignored reports": what the words do not name is not denied
    verdict = weighed or voices.denied_by_unnamed(scene, link.node, stated)
    return voices.of_party(scene, notes, link.node, verdict, link.verb)


def _proposed(scene: Scene, harm: Harm, notes: Notes) -> links.Link | None:
    """A harm that only the model sees is reported of the platform of the sentence, or of the one before; a named harm is not:
    the model cannot tell "suing those who abuse children" from abusing them, and the words that say of whom were not there.
    """
    kept_out = not harm.learnt or fought.is_fought(scene, harm) or links.is_posed_as(scene)
    platform = "" if kept_out else proposals.platform_of(scene, notes.subject)
    return links.Link(platform, harm.words, weak=True) if platform else None


def _of_speaker(scene: Scene, harm: Harm, stated: Stance, notes: Notes) -> links.Link | None:
    """"The founder admitted that customer data was stolen": what a party admits or denies, or says of "us", it says of its own
    platform.
    """
    ours = stated.negated or any(token.lower in scene.words("first_person") for token in scene.tree.tokens)
    for effect in stated.effects:
        own = notes.platforms_of(effect.speaker) if effect.speaker and not effect.finding else []
        if (effect.status in (Status.CONFIRMED, Status.DENIED) or effect.status == "said" and ours) and len(own) == 1:
            return links.Link(own[0], harm.words)
    denied = stated.negated or any(effect.status in (Status.DENIED, cues.VOID) for effect in stated.effects)
    voices = {effect.speaker for effect in stated.effects if effect.speaker and notes.parties.may_deny(effect.speaker)}
    accused = [node for node in sorted(notes.discourse.nodes) if notes.ledger.says(node, "reportedHarm", Status.ALLEGED)]
    return links.Link(accused[0], harm.words) if denied and voices and len(accused) == 1 else None


def _in_doubt_weaker(scene: Scene, harm: Harm, situations: list[Situation], verdict: Verdict | None, notes: Notes,
                     *, weak: bool) -> Verdict | None:
    """An accusation whose reporting word the parse has lost must not become a fact: a cue before it makes it alleged.

    So do a lawsuit, a charge and an arrest that the sentence tells of before it names the harm, and "over" where only the
    sentence ties the harm to the platform: "X under scrutiny over H".
    """
    if cues.within_accusation(scene, harm.head):
        return verdict and replace(verdict, status=stance.weakest([verdict.status, Status.ALLEGED]))
    if occurrence.in_passing(scene, harm) or _is_told(scene, harm, situations):
        return verdict
    first = min(harm.words)
    accused = any(s.head < first and (s.frame.action or s.frame.outcome in _TRIED) for s in situations)
    accused = accused or scene.tree.sentence.kind != "paragraph" and any(s.frame.action for s in situations)
    accused = accused or any(scene.is_any(index, "suspected") for index in range(max(0, first - _NEAR), first))
    accused = accused or untried.did_it(scene, harm, situations, notes) or untried.in_title(scene, harm)
    topics = scene.words("topics")
    accused = accused or weak and not occurrence.occurs(scene, harm)
    accused = accused or bool(set(scene.tree[harm.head].case.split()) & topics - {"over", "into"}) or weak and (
        any(scene.is_any(index, "topics") for index in range(max(0, first - _NEAR), first))
        or bool(scene.tree.find(scene.lexicon.phrases["case"])))
    disputed = rejoinders.trails(scene) or sayings.by_account(scene)
    if opinions.sounds_factual(scene) and not disputed:
        return verdict
    if verdict and verdict.status is Status.ASSERTED and (accused or disputed or cues.cue_before(scene, first)):
        return Verdict(Status.ALLEGED, verdict.negated, verdict.said_by, verdict.spot)
    return verdict
