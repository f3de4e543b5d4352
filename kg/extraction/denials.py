"""Denials of what was said before: "denied the allegations", "called the suit baseless", "disputes that"."""

from __future__ import annotations

from kg.extraction import cues, opinions, stance
from kg.extraction.arguments import obliques, subjects
from kg.extraction.discourse import Spot
from kg.extraction.notes import Notes
from kg.extraction.sayings import said_after
from kg.extraction.scene import Scene
from kg.extraction.verdicts import Verdict, judge
from kg.model import Claim, Mention, Status

_OF_IT = 3   # how far behind a penalty the words may stand that reject it
_APART = 3   # how many characters may stand between two sentences
_REPORTED = (Status.ALLEGED, Status.ASSERTED, Status.CONFIRMED)


def mention_of(scene: Scene, platform: str) -> Spot:
    """Where the sentence speaks of the platform, by name if it does; an implied mention if it does not."""
    spots = [spot for spot in scene.mentions.spots if spot.node == platform]
    named = next((spot for spot in spots if spot.how == "name"), None)
    return named or next(iter(spots), Spot(platform, 0, 0, "implied"))


def write_denial(scene: Scene, notes: Notes) -> bool:
    """"Strangly denied the allegations", "called the suit baseless": denies the harms that were alleged of it so far.

    True if the sentence denies, be it nothing known.
    """
    return (_denies_accusation(scene, notes) or _denies_flatly(scene, notes) or _nothing_of_the_kind(scene, notes)
            or _sounds_denied(scene, notes))


def write_denial_behind(scene: Scene, notes: Notes, harm: int) -> bool:
    """"Ohio sued X over hate speech; its chief executive rejected the claims": a sentence that accuses, and then denies."""
    return _denies_accusation(scene, notes, harm) or _denies_flatly(scene, notes, harm)


def _denies_accusation(scene: Scene, notes: Notes, behind: int = -1) -> bool:
    """Whether an accusation is denied, called by a noun or pronoun behind this word."""
    tree = scene.tree
    rejected = any(not scene.is_any(words[0] - 1, "accusation_nouns")   # "dengan tuduhan fitnah": of what somebody is accused
                   for words in tree.find(scene.lexicon.phrases["rejections"]))
    for index in [i for i in scene.any_of("accusation_nouns", "pronouns_of_claims") if i > behind]:
        named = scene.is_any(index, "accusation_nouns") and not _says_what(scene, index)
        if named or _is_pronoun_of_denial(scene, index):
            verdicts = [judge(stance.read(scene, index), notes.parties, subject=platform, accusing=True)
                        for platform in _accused_platforms(notes) or [""]]
            denied = next((v for v in verdicts if v and v.status is Status.DENIED and not v.negated), None)
            if denied and not _under_denial(scene, index):
                denied = None
            denied = denied or (_rejecting(scene) if rejected else None)
            if not denied and (rejected or _under_denial(scene, index)):
                denied = _by_spokesperson(scene, notes)
            if denied:
                _deny(scene, denied, [tree[index].head, index], notes)
                return True
    return False


def _denies_flatly(scene: Scene, notes: Notes, behind: int = -1) -> bool:
    """"The company denied everything.", "Pihak aplikasi membantah.": who denies and says no more denies what was said."""
    tree = scene.tree
    ahead = [index for index in sorted(scene.cues) if index > behind]
    for token in [tree[index] for index in ahead] if ahead and _accused_platforms(notes) else ():
        cue = cues.cue_at(scene, token.index, "verb")
        if cue is None or cue.status != Status.DENIED:
            continue
        last = tree.match(cue.words, token.index)[-1]
        after = tree[last + 1].lower if last + 1 < len(tree) else "."
        effect = cues.spoken(scene, cue, token.index)
        party = effect.status == Status.DENIED and effect.speaker and notes.platforms_of(effect.speaker)
        if party and (after in scene.words("says_no_more")):
            _deny(scene, Verdict(Status.DENIED, said_by=effect.speaker, spot=effect.spot), [token.index], notes)
            return True
    return False


def _nothing_of_the_kind(scene: Scene, notes: Notes) -> bool:
    """"Nonsense," said the company; "children see nothing of the kind": a party takes back what was said of its platform."""
    other = bool(scene.any_of("accusation_nouns", "rumours"))   # "called rumours of a closure nonsense"
    flat = bool(scene.tree.find(scene.lexicon.phrases["flat_rejections"]))
    flat = flat or _calls_it_false(scene) and _was_told_just_before(scene, notes)
    if other or not _accused_platforms(notes) or not flat or _of_penalty(scene):
        return False
    denied = _rejecting(scene) or _by_spokesperson(scene, notes)
    if not denied or not notes.platforms_of(denied.said_by):
        return False
    _deny(scene, denied, [0], notes)
    return True


def _was_told_just_before(scene: Scene, notes: Notes) -> bool:
    """Whether the sentence right before this one reported a harm: not "he denied that X was blocked. 'That is a hoax.'"."""
    start = scene.tree.sentence.span.start
    told = (claim for node in _accused_platforms(notes) for claim in notes.ledger.says(node, "reportedHarm", *_REPORTED))
    return any(0 <= start - claim.evidence.span.end <= _APART for claim in told)


def _calls_it_false(scene: Scene) -> bool:
    """"Itu fitnah," "semua itu tidak benar": of what was said before, in the words of whoever is quoted."""
    tree = scene.tree
    for words in tree.find(scene.lexicon.phrases["rejections"]) if scene.words("definite_after") else ():
        it = words[0] - 1
        while it > 0 and (scene.is_any(it, "copulas_forms") or tree[it].pos == "ADV"):
            it -= 1
        bare = it >= 0 and scene.is_any(it, "definite_after") and (
            tree[it].slot == "subject" or it == 0 or tree[it - 1].pos in ("PUNCT", "DET"))
        if bare and (scene.quotes.around(tree[words[0]].span.start) is not None or said_after(scene)):
            return True
    return False


def _sounds_denied(scene: Scene, notes: Notes) -> bool:
    """A denial that only the model hears: of what was alleged so far, by whoever speaks for the platform."""
    if not opinions.denies(scene) or not _says_no(scene) or _of_penalty(scene):
        return False
    told = any(cue.status == Status.DENIED for token in scene.tree.tokens for cue in cues.starting_at(scene, token.index))
    for platform in _accused_platforms(notes) if not told else []:
        if speaker := opinions.party(scene, platform, notes):
            _deny(scene, Verdict(Status.DENIED, said_by=speaker.node, spot=speaker), [speaker.first], notes)
            return True
    return False


def _says_no(scene: Scene) -> bool:
    """Whether somebody says, and a negation stands in the sentence: that an account was removed denies nothing."""
    tokens = scene.tree.tokens
    spoken = any(cue.part == "verb" and cue.status == "said" and not token.passive
                 for token in tokens for cue in cues.starting_at(scene, token.index))
    return spoken and any((scene.is_any(token.index, "negatives") or token.slot == "negation")
                          and not scene.is_any(token.head, "fight_harm")   # "we have not removed a thread"
                          and not _is_of_somebody(scene, token.index) for token in tokens)


def _is_of_somebody(scene: Scene, negative: int) -> bool:
    """"Hendri had never owned the site", "neither of them had an account": what somebody was or had, and not what happened."""
    tree = scene.tree
    verb = tree.verb_above(negative)
    who = tree.children(verb, "subject", "passive") if verb is not None else []
    named = any(scene.discourse.kind(scene.mentions.at[i].node) == "Person" for i in who if i in scene.mentions.at)
    chosen = any(scene.is_any(i, "negatives") and obliques(tree, i, scene.words("of_words")) for i in who)
    return named or chosen or any(scene.is_any(i, words) for i in who for words in ("person_pronouns", "clients"))


def _rejecting(scene: Scene) -> Verdict | None:
    """Who calls an accusation baseless: the speaker of the quote, or whoever the sentence has say or call something."""
    tree = scene.tree
    numbers = scene.quotes.touching(tree.sentence.span)
    speaker = next((scene.quotes.speaker(number) for number in numbers if scene.quotes.speaker(number)), "")
    if speaker:
        return Verdict(Status.DENIED, said_by=speaker)
    said = said_after(scene)
    verbs = (t.index for t in tree.tokens if cues.cue_at(scene, t.index, "verb") and t.slot != "relative")
    spot = said[1] if said else next((found for verb in verbs if (found := scene.subject_spot(verb))), None)
    people = spot and scene.discourse.kind(spot.node) in ("Person", "Organization", "Platform")
    return Verdict(Status.DENIED, said_by=spot.node, spot=spot) if spot and people else None


def _by_spokesperson(scene: Scene, notes: Notes) -> Verdict | None:
    """"A spokesperson denied the allegations", "its lawyers called them baseless": of the only platform that is accused."""
    accused = _accused_platforms(notes)
    verbs = [t.index for t in scene.tree.tokens if cues.cue_at(scene, t.index, "verb") and t.slot != "relative"]
    speaks = any(scene.is_any(i, words) for verb in verbs for i in subjects(scene.tree, verb, scene.lexicon)
                 for words in ("spokespeople", "clients"))   # "the company", "pihak perusahaan"
    return Verdict(Status.DENIED, said_by=accused[0]) if speaks and len(accused) == 1 else None


def _says_what(scene: Scene, noun: int) -> bool:
    """"reports that she had quit", "anggapan bahwa ...": an accusation of its own, not the one made before."""
    tree = scene.tree
    if noun + 1 >= len(tree) or tree[noun + 1].lower not in scene.words("content_begins"):
        return False
    near = range(noun + 2, min(noun + 5, len(tree)))
    is_it = any(i in scene.mentions.at and scene.discourse.kind(scene.mentions.at[i].node) == "Platform" for i in near)
    ahead = any(scene.is_any(i, "modals") for i in range(noun + 2, len(tree)))
    standing = tree.standing(scene.lexicon.trigger_wordings)
    event = any(trigger.frame.outcome and trigger.construction == "verb"   # "denied reports that X had been blocked"
                for i in range(noun + 2, len(tree)) for trigger, *_ in standing.get(i, ()))
    return not is_it or ahead or event   # "the suggestion that X is a drugs bazaar"


def _under_denial(scene: Scene, index: int) -> bool:
    """Whether the accusation itself is denied: "rejected the claims", not "denied that it had ignored reports"."""
    verb = scene.tree.verb_above(index)
    return verb is not None and any(cue.status == Status.DENIED for cue in cues.starting_at(scene, verb))


def _of_penalty(scene: Scene) -> bool:
    """"Menilai besaran denda tidak masuk akal", "called the fine absurd": the penalty is too much, whatever was done."""
    ends = [words[0] for words in scene.tree.find(scene.lexicon.phrases["rejections"])]
    told = scene.tree.standing(scene.lexicon.trigger_wordings) if ends and not scene.any_of("accusation_nouns") else {}
    return any(one.thing.frame.outcome for end in ends for i in range(max(0, end - _OF_IT), end) for one in told.get(i, ()))


def _accused_platforms(notes: Notes) -> list[str]:
    """The platforms of which the article has reported a harm so far."""
    return sorted(notes.ledger.said_of("reportedHarm", *_REPORTED) & notes.discourse.nodes.keys())


def _is_pronoun_of_denial(scene: Scene, index: int) -> bool:
    """"Smolder disputes that", "said this was false", "membantah hal itu": what was said just before."""
    token = scene.tree[index]
    if token.slot == "subject" and scene.is_any(index, "things_said"):
        return any(token.head in words or scene.tree[words[-1]].head == token.head
                   for words in scene.tree.find(scene.lexicon.phrases["rejections"]))
    if token.slot != "object" or not scene.is_any(index, "pronouns_of_claims"):
        return False
    cue = cues.cue_at(scene, token.head, "verb")
    return cue is not None and cue.status == Status.DENIED


def _meant(scene: Scene, alleged: list[Claim]) -> list[Claim]:
    """Which accusations a denial speaks of: those made last and by the same accuser, unless it speaks of "both" or "all"."""
    if scene.any_of("every_one"):
        return alleged
    last = max(alleged, key=lambda claim: claim.evidence.span.start, default=None)
    return [claim for claim in alleged if last and (
        claim.evidence == last.evidence or _voice(claim) == _voice(last) != "")]


def _narrowest(alleged: list[Claim], notes: Notes) -> list[Claim]:
    """Without what a title calls by a broader name than the sentences below do."""
    harms = {claim.object.node.removeprefix("harm:") for claim in alleged if isinstance(claim.object, Mention)}
    return [claim for claim in alleged if isinstance(claim.object, Mention) and (claim.evidence.span.start or not any(
        other != (own := claim.object.node.removeprefix("harm:")) and notes.ontology.narrower_or_same(other, own)
        for other in harms))]


def _voice(claim: Claim) -> str:
    return claim.said_by.node if claim.said_by else ""


def _deny(scene: Scene, verdict: Verdict, words: list[int], notes: Notes) -> None:
    own = notes.platforms_of(verdict.said_by)
    accused = [] if own or not notes.parties.may_deny(verdict.said_by) else _accused_platforms(notes)
    for platform in own or (accused if len(accused) == 1 else []):   # whoever denies it, where only one is accused
        alleged = _narrowest(_meant(scene, notes.ledger.says(platform, "reportedHarm", Status.ALLEGED)), notes)
        for claim in alleged or notes.ledger.says(platform, "reportedHarm", *_REPORTED)[-1:]:
            if isinstance(claim.object, Mention):
                place = mention_of(scene, platform)
                harm = Spot(claim.object.node, 0, 0, "implied")
                notes.ledger.add(scene, place, "reportedHarm", harm, Verdict(
                    Status.DENIED, said_by=verdict.said_by, spot=verdict.spot), words, "harm/denied")
