"""The parties of a verb: "A sues B", "B was fined by A", "B shut down", and of the bare verb of a title."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction import amounts, barepassives, elsewhere, together
from kg.extraction.awards import winners
from kg.extraction.arguments import agents, nearest, objects, obliques, of_kinds, owners, spots, subjects
from kg.extraction.bearing import behind_opening, by_gerund, giver, named_within, of_imposer, of_which, told_to_block, undergone
from kg.extraction.discourse import Spot
from kg.extraction.grounding import into_harm
from kg.extraction.humans import is_somebody, named_before, named_behind, only_people
from kg.extraction.openings import agent_behind, platform_behind
from kg.extraction.posts import left
from kg.extraction.plainthings import of_a_ware, of_another, of_people, of_plain_thing
from kg.extraction.players import anyone, doers, is_authority, names_people, names_someone, officers, party, wants_actions
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.tree import VERBAL
from kg.extraction.spells import is_counted, is_time
from kg.extraction.triggers import Hit
from kg.lexicon import Frame

_INQUIRIES = ("investigation", "legislative-inquiry")
_COMPANIES = ("fine", "warning", "licence-revoked", "injunction", "acquisition", "bankruptcy", "damages", "judgment-plaintiff")


def from_verb(scene: Scene, situation: Situation) -> bool:
    """Fill the parties of a verb; False where an active verb has an object that cannot be B."""
    tree, hit, frame = scene.tree, situation.hit, situation.frame
    subject = _of_this_clause(scene, of_which(scene, hit.head, subjects(tree, hit.head, scene.lexicon)), hit.head)
    undergoes = tree[hit.head].passive or hit.trigger.construction != "verb"
    if undergoes and frame.outcome and "Platform" in frame.B and _of_other_thing(scene, hit.head, hit.words):
        subject = []
    if hit.trigger.construction == "alone" and of_people(scene, hit, subject):
        return False   # "moderator X angkat kaki"
    ordered = [i for word in hit.words if word != hit.head and tree[word].pos == "VERB" for i in objects(tree, word)]
    if ordered and frame.outcome == "blocking" and told_to_block(scene, hit, subject, ordered):
        return False   # "Ofcom told X to block children"
    things = [i for i in (*ordered, *objects(tree, hit.head)) if i not in hit.words and not _is_measure(scene, i)]
    things += _prepositional(scene, hit)
    if tree[hit.head].passive:
        known = run_by(scene, frame, subject) or party(scene, subject, _who(scene, hit.head, frame.B))
        situation.B = known or anyone(scene, frame, only_people(scene, subject)) or _of_words(scene, hit, subject)
        told = party(scene, officers(scene, doers(scene, hit.head)), frame.A)
        situation.A = told or agent_behind(scene, hit, frame.A) or giver(scene, hit) or by_gerund(scene, hit.head, frame)
    elif hit.trigger.construction == "inverse":
        antecedent = [tree[hit.head].head] if not things and tree[hit.head].slot == "relative" else []   # "to which X belongs"
        behind = nearest(tree, max(hit.words), scene.mentions, left=False)
        situation.A = party(scene, things or antecedent, frame.A) or of_kinds(behind, frame.A, scene.discourse)[:1]
        apposed = [tree[hit.head].head] if tree[hit.head].slot == "apposition" else []   # "X, a unit of Y,"
        situation.B = party(scene, subject or apposed, frame.B) if situation.A else []
        return bool(situation.B)
    elif hit.trigger.construction in ("self", "alone"):
        if hit.trigger.construction == "alone" and _has_object(scene, hit) and not left(scene, hit):
            return False
        situation.B = named_within(scene, situation) or party(scene, subject, frame.B) or (
            anyone(scene, frame, [i for i in only_people(scene, subject) if i not in scene.mentions.opaque and (
                is_somebody(scene, i) or scene.tree[i].pos != "NOUN")]))
        by = _found_by(scene, hit.head, frame.A) or party(scene, _passive_agents(scene, hit.head), frame.A)
        situation.A = by if frame.imposed else []
    elif not _acting(scene, situation, subject, things):
        return False
    if hit.trigger.construction == "verb":
        undergone(scene, situation)
    _fill_by_place(scene, situation, things)
    return True


def _acting(scene: Scene, situation: Situation, subject: list[int], things: list[int]) -> bool:
    """The parties of an active verb: its subject and object, else whom its own words enclose; False where neither fits."""
    tree, hit, frame = scene.tree, situation.hit, situation.frame
    situation.A = party(scene, officers(scene, subject) if frame.imposed else subject, frame.A)
    if frame.relation and not situation.A:
        situation.A = party(scene, [*named_before(scene, hit.head), *named_behind(scene, hit.head)], frame.A)
    if frame.action and not situation.A:
        situation.A = party(scene, _who_tries(scene, hit.head), frame.A)
    things += of_content(scene, hit.head) if frame.action and not things else []
    known = run_by(scene, frame, things) or party(scene, things, frame.B)
    known = known or _by_clitic(scene, hit) or together.them(scene, frame, things)
    situation.B = known or of_imposer(scene, frame, things) or anyone(scene, frame, only_people(scene, things))
    own = {spot.node for spot in spots(tree, subject, scene.mentions)} if frame.outcome == "blocking" else set()
    situation.B = [spot for spot in situation.B if spot.node not in own]   # "X, an app that bans it", which is no block of X
    if not situation.B and frame.outcome:   # "ordered providers to cut off access to X"
        situation.B = party(scene, _accessed(scene, [*things, *hit.words]), frame.B)
    if frame.action in _INQUIRIES and not situation.B:
        situation.B = party(scene, _led(scene, things), frame.B)
    if not situation.B and not things and len(hit.words) > 1:   # "handed a penalty to X"
        situation.B = party(scene, [i for word in hit.words for i in obliques(tree, word, frame.against)], frame.B)
    if not situation.B and len(hit.words) > 1 and frame.action:   # "moved the High Court against X"
        situation.B = party(scene, obliques(tree, hit.head, scene.words("strict_against")), frame.B)
    if not situation.B and len(hit.words) > 1 and frame.imposed:   # "told providers to make X unreachable"
        inside = [i for i in range(min(hit.words) + 1, max(hit.words)) if i in scene.mentions.at and i not in hit.words]
        situation.B = [spot for spot in party(scene, inside, frame.B) if spot.node not in {a.node for a in situation.A}]
    if not situation.B and not things and frame.action and scene.is_any(hit.head, "suing_at_all") and situation.A + [
            i for i in subject if names_people(scene, i)]:   # "a man whose face ended up on X is suing"
        named = {s.node: s for s in scene.mentions.spots if scene.discourse.kind(s.node) == "Platform"}
        situation.B = list(named.values()) if len(named) == 1 and not set(named) & {a.node for a in situation.A} else []
    if frame.B and not situation.B and not wants_actions(frame) and things:
        told = bool(frame.action) and len(hit.trigger.words) > 2   # "reported harassment to the police"
        they = any(scene.is_any(i, "they_sue") for i in things) and scene.is_any(hit.head, "awarding")
        told = told or frame.outcome == "damages" and (they or bool(winners(scene, situation)))   # "awarded the plaintiff $3m"
        return frame.year or told or frame.action in _INQUIRIES and into_harm(scene, situation)
    return True


def _is_measure(scene: Scene, index: int) -> bool:
    return is_counted(scene.tree, index, scene.lexicon) or amounts.is_in_sum(scene.tree, index, scene.lexicon)


def _passive_agents(scene: Scene, verb: int) -> list[int]:
    return agents(scene.tree, verb) if scene.tree[verb].passive else []


def _found_by(scene: Scene, verb: int, kinds: tuple[str, ...]) -> list[Spot]:
    """"The court held that N had pleaded guilty", "MA menilai N terbukti ...": the court or judge who says so."""
    tree = scene.tree
    upper = tree[verb].head
    if upper == verb or tree[upper].pos not in VERBAL or tree[verb].slot not in ("complement", "object", "adverbial"):
        return []
    said = party(scene, subjects(tree, upper, scene.lexicon), kinds)
    return [s for s in said if s.node in scene.discourse.judges or scene.discourse.is_court(s.node)]


def _who_tries(scene: Scene, verb: int) -> list[int]:
    """"X's bid to sue Y", "upaya X menggugat Y": whose attempt it is."""
    upper = scene.tree[verb].head
    if scene.tree[verb].slot not in ("relative", "complement", "conjunct", "adverbial") or not scene.is_any(upper, "attempts"):
        return []
    return [*owners(scene.tree, upper), *obliques(scene.tree, upper, scene.words("by"))]


def _led(scene: Scene, things: list[int]) -> list[int]:
    """"questioned the head of X", "memeriksa direksi X": an inquiry into whoever leads X is one into X."""
    tree = scene.tree
    own = [j for i in things if i not in scene.mentions.at for j in tree.children(i, "owner")]   # "examining X's handling of"
    return own + [j for i in things if i in scene.mentions.opaque or scene.is_any(i, "speakers_public")
                  for j in (*obliques(tree, i, scene.words("of_words")), *owners(tree, i))]


def run_by(scene: Scene, frame: Frame, things: list[int]) -> list[Spot]:
    """"sued the maker of X", "menggugat pengelola aplikasi X": the company that runs X, where the article names it, else X."""
    if not (frame.action or frame.outcome in _COMPANIES) or "Platform" not in frame.B or any(
            scene.is_any(i, "founding_people") for i in things):
        return []   # "the founder and owner of X was fined": he, and no company
    makers = [i for i in things if (i not in scene.mentions.at or scene.mentions.at[i].how == "noun") and any(
        scene.tree.match(words, i) for words in scene.lexicon.phrases["company"])]
    running = [i for i in makers if scene.lexicon.check_pos or scene.is_any(i, "runners")]   # not "perusahaan pinjaman daring X"
    below = [j for i in makers for j in obliques(scene.tree, i, scene.words("run_cases"))]
    below += [j for i in running for j in owners(scene.tree, i)]
    behind = [i for m in makers if m + 1 < len(scene.tree) and scene.is_any(m + 1, "run_cases")
              for i in range(m + 2, min(m + 6, len(scene.tree))) if i in scene.mentions.at]   # whatever "behind" hangs on
    return [replace(spot, node=scene.discourse.operators.get(spot.node, spot.node))
            for spot in party(scene, [*below, *behind], ("Platform",))[:1]]


def from_headline(scene: Scene, situation: Situation) -> None:
    """A bare verb of a title: who stands before it acts, who stands after it is acted on. Parsers do not know titles."""
    frame, verb = situation.frame, situation.head
    if scene.tree.sentence.kind == "paragraph":
        situation.A, situation.B = barepassives.parties(scene, situation.hit)
        return
    first, last = min(situation.hit.words), max(situation.hit.words)
    left_of = list(nearest(scene.tree, first, scene.mentions, left=True))
    if scene.tree[verb].passive and scene.lexicon.check_pos and not agents(scene.tree, verb):   # "X fined, Y blocked"
        situation.B = of_kinds(left_of, frame.B, scene.discourse)[:1]
        return
    right = (spot for end in (verb, last) for spot in nearest(scene.tree, end, scene.mentions, left=False))
    situation.A = of_kinds(left_of, frame.A, scene.discourse)[:1]
    if situation.A and frame.action and scene.words("definite_after"):   # "Orang Tua Korban Gugat X": the parents
        before = scene.mentions.at.get(situation.A[0].first - 1)
        situation.A = of_kinds([before] if before and before.how == "noun" else situation.A, frame.A, scene.discourse)
    situation.B = _holder_of(scene, of_kinds(right, frame.B, scene.discourse)[:1], frame.B)
    if wants_actions(frame):
        situation.B = [scene.actions[i] for i in sorted(scene.actions) if i > verb][:1]
    undergone(scene, situation)


def _holder_of(scene: Scene, found: list[Spot], kinds: tuple[str, ...]) -> list[Spot]:
    """"Portugal charges X founder N", "arrests X boss": not X, but who holds the office, by name or as known by now."""
    office = found[0].last + 1 if found else len(scene.tree)
    if office >= len(scene.tree) or "Person" not in kinds or not scene.is_any(office, "speakers_public"):
        return found
    named = [scene.mentions.at[i] for i in range(office, min(office + 4, len(scene.tree))) if i in scene.mentions.at]
    return of_kinds(named, ("Person",), scene.discourse)[:1]


def _who(scene: Scene, verb: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that a subject "who" leaves: "the founder of X, who was convicted" convicts no platform."""
    personal = any(scene.is_any(i, "who") for i in scene.tree.children(verb, "subject", "passive"))
    return tuple(kind for kind in kinds if kind in ("Person", "Group")) if personal else kinds


def _prepositional(scene: Scene, hit: Hit) -> list[int]:
    """The object of the preposition that ends the trigger: "ruled against X"."""
    last = hit.trigger.words[-1]
    sold = last in scene.words("buyer_cases") and hit.trigger.frame.outcome == "acquisition"   # "sold it to X": X is who buys
    if len(hit.trigger.words) < 2 or sold:
        return []
    return [i for word in (hit.head, *hit.words) for i in obliques(scene.tree, word, (last,)) if i not in hit.words]


def _has_object(scene: Scene, hit: Hit) -> bool:
    """Whether the verb has an object beyond its own words; what follows a last preposition ("plead guilty to") is none."""
    return any(scene.tree[i].pos != "NUM" and not is_time(scene.tree, i, scene.lexicon) and not scene.is_any(i, "unit_hours")
               for i in objects(scene.tree, hit.head) if i not in hit.words)


def _by_clitic(scene: Scene, hit: Hit) -> list[Spot]:
    """"mendakwanya", "memblokirnya": whoever was accused, or the person or platform spoken of last."""
    tree, kinds, discourse = scene.tree, hit.trigger.frame.B, scene.discourse
    word = next((i for i in hit.words if tree[i].lower.endswith("nya") and tree[i].lemma != tree[i].lower), -1)
    if word < 0 or tree[word].pos not in VERBAL or not scene.words("definite_after"):
        return []
    people = discourse.accused if "Group" in kinds and "Platform" not in kinds else ""
    kinds = tuple(kind for kind in kinds if kind in ("Platform", "Organization")) if "Platform" in kinds else kinds
    doing = {scene.mentions.at[i].node for i in subjects(tree, hit.head, scene.lexicon) if i in scene.mentions.at}
    here = [s.node for s in scene.mentions.spots if s.last < word and discourse.kind(s.node) in kinds and s.node not in doing
            and not is_authority(scene, s)]
    before = [scene.mentions.before.get(kind, "") for kind in kinds]
    node = people or next((node for node in (*reversed(here), *before) if node), "")
    return [Spot(node, word, word, "pronoun")] if node else []


def _accessed(scene: Scene, tokens: list[int]) -> list[int]:
    """"Access to X was cut off", "akses ke X diputus": what befalls access befalls X."""
    return [i for token in tokens if scene.is_any(token, "access_nouns")
            for i in [*obliques(scene.tree, token, scene.words("access_cases")), *owners(scene.tree, token)]
            if not scene.is_any(i, "parts_aside")]   # "akses ke gedung X"


def _owner_of_words(scene: Scene, hit: Hit, subject: list[int]) -> list[int]:
    """"Its licence was revoked", "the registration of X was cancelled": whose the thing is that the trigger names."""
    return [i for thing in subject if thing in hit.words
            for i in [*owners(scene.tree, thing), *obliques(scene.tree, thing, scene.words("of_words"))]]


def _access_of_known(scene: Scene, hit: Hit, subject: list[int]) -> list[Spot]:
    """"Access was restored": to the platform spoken of last."""
    known = scene.mentions.platform if "Platform" in hit.trigger.frame.B else ""
    return [Spot(known, hit.head, hit.head, "implied")] if known and any(scene.is_any(i, "access_nouns") and not any(
        scene.is_any(j, "parts_aside") for j in obliques(scene.tree, i, scene.words("access_cases"))) for i in subject) else []


def _fill_by_place(scene: Scene, situation: Situation, things: list[int]) -> None:
    """Where the parse names no B, the nearest fitting mention of the clause: before a passive, after an active verb."""
    hit, frame, tree = situation.hit, situation.frame, scene.tree
    if situation.B or not frame.B or wants_actions(frame):
        return
    before = tree[hit.head].passive or hit.trigger.construction in ("self", "alone")
    if before and any(tree[i].pos == "NUM" for i in tree.children(hit.head, "subject", "passive")):
        return   # "of 154 toys, 109 are banned"
    others = names_someone(scene, hit.head) or any(   # "N says that two recruiters are suspects"
        tree[i].text.islower() and i not in scene.mentions.at and is_somebody(scene, i)
        for i in tree.children(hit.head, "subject", "passive")) or _of_other_thing(scene, hit.head, hit.words)
    others = others or before and of_another(scene, hit)
    if before and (others or of_a_ware(scene, hit) or of_plain_thing(scene, hit)) or not before and things:
        return
    ends = (hit.head,) if before else (hit.head, max(hit.words))   # "membuka blokir X": the trigger's own words part nothing
    beside = behind_opening(scene, hit) or (spot for end in ends for spot in nearest(tree, end, scene.mentions, left=before))
    situation.B = of_kinds(beside, frame.B, scene.discourse)[:1]
    if frame.action and not before:
        situation.B += [spot for one in situation.B for spot in _and_its_company(scene, one)]


def _of_words(scene: Scene, hit: Hit, subject: list[int]) -> list[Spot]:
    whose = party(scene, [*_accessed(scene, subject), *_owner_of_words(scene, hit, subject)], hit.trigger.frame.B)
    return whose or platform_behind(scene, hit) or _access_of_known(scene, hit, subject)


def _and_its_company(scene: Scene, one: Spot) -> list[Spot]:
    """"sues X and its parent company, Y,", "menggugat X dan induknya, Y,": Y, where the parse has lost X."""
    after = scene.tree.tokens[one.last + 1:one.last + 7]
    if not (after and after[0].lower in scene.words("and_words")) or any(token.pos == "VERB" for token in after):
        return []
    named = [scene.mentions.at[token.index] for token in after if token.index in scene.mentions.at]
    return [s for s in named if s.how == "name" and s.node != one.node and scene.discourse.kind(s.node) == "Organization"][:1]


def _of_this_clause(scene: Scene, subject: list[int], verb: int) -> list[int]:
    """"X kebanjiran pengguna setelah Y diblokir": Y is blocked, not X, whatever the parse shares between the clauses."""
    before = range(verb - 1, -1, -1) if scene.words("definite_after") else range(0)
    opening = next((i for i in before if scene.is_any(i, "after") or scene.tree[i].text in (",", ";")), -1)
    clause = opening >= 0 and scene.is_any(opening, "after") and any(i in scene.mentions.at for i in range(opening, verb))
    return [i for i in subject if i > opening] if clause else subject


def _of_other_thing(scene: Scene, verb: int, own: tuple[int, ...] = ()) -> bool:
    """"The inquiry into X was closed", "saham X ditutup": what befalls such a thing of X does not befall X."""
    things = [i for i in subjects(scene.tree, verb, scene.lexicon) if i not in own]
    return any(scene.is_any(i, "parts_aside") or elsewhere.belongs_to_person(scene, i, verb) for i in things)


def of_content(scene: Scene, head: int) -> list[int]:
    """"an inquiry into whether X let ...", "examining whether X ...": whom the clause is about."""
    tree = scene.tree
    clauses = [i for child in (head, *tree.children(head)) for i in tree.children(child, "complement", "relative", "adverbial")
               if any(scene.is_any(j, "whether") for j in tree.children(i))]
    return [i for clause in clauses for i in subjects(tree, clause, scene.lexicon)]
