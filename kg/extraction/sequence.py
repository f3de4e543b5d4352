"""What came after what, and how many use a platform."""

from __future__ import annotations

from kg.extraction import proposals, stance
from kg.extraction.arguments import objects, obliques, spots, subjects
from kg.extraction.attaching import verdict_of
from kg.extraction.discourse import Spot
from kg.extraction.events import spot_of
from kg.extraction.notes import Notes
from kg.extraction.scene import Scene
from kg.extraction.situations import Situation
from kg.extraction.stance import weakest
from kg.extraction.values import Found
from kg.extraction.verdicts import Verdict, judge
from kg.model import Status

_NEAR = 6


def write_order(scene: Scene, outcomes: list[Situation], notes: Notes) -> None:
    """"X shut down after it settled": the later outcome followed the earlier one."""
    for connector in (t.index for t in scene.tree.tokens if scene.is_any(t.index, "after")):
        before = [s for s in outcomes if s.head < connector]
        after = sorted((s for s in outcomes if s.head > connector), key=lambda s: s.head)
        if not after:
            continue
        earlier = after[0]
        later = before[-1] if before else (after[1] if connector < 2 and len(after) > 1 else None)
        if later and later.node != earlier.node and earlier.head - connector <= 14:
            _followed(scene, later, earlier, connector, notes)


def _followed(scene: Scene, later: Situation, earlier: Situation, connector: int, notes: Notes) -> None:
    verdicts = [verdict_of(scene, situation, notes) for situation in (later, earlier)]
    events = [notes.events.of(situation.node) for situation in (later, earlier)]
    if all(verdicts) and all(events):
        status = weakest([v.status for v in verdicts if v])
        first, second = (spot_of(e, s) for e, s in zip(events, (later, earlier), strict=True) if e)
        verdict = Verdict(status if status is not Status.DENIED else Status.HYPOTHETICAL)
        notes.ledger.add(scene, first, "followed", second, verdict, [connector], "order/after")


def write_users(scene: Scene, found: Found, notes: Notes) -> None:
    """How many use a platform: "Strangly has 73 million users"."""
    verb = scene.tree.verb_above(found.first)
    platform = _used(scene, found, verb) if verb is not None else None
    if not platform:
        verb, platform = _used_by_order(scene, found)
    if not platform and verb is not None and proposals.agrees(scene, "userCount") and (
            node := proposals.platform_of(scene, notes.subject)):
        platform = Spot(node, found.first, found.last, "implied")
    if platform and verb is not None:
        verdict = judge(stance.read(scene, verb), notes.parties, subject=platform.node)
        notes.ledger.add(scene, Spot(platform.node, platform.first, platform.last, platform.how), "userCount", found.value,
                         verdict, [found.first, found.last], "users/count")


def _used(scene: Scene, found: Found, verb: int) -> Spot | None:
    """The platform that the verb says is used."""
    tree, tokens = scene.tree, []
    if scene.is_any(verb, "using"):   # "14 million people use X"
        tokens = objects(tree, verb) if found.first < verb else []
    elif scene.is_any(verb, "count_verbs"):
        tokens = [*subjects(tree, verb, scene.lexicon), *obliques(tree, verb, scene.words("location"))]
    return next((s for s in spots(tree, tokens, scene.mentions) if scene.discourse.kind(s.node) == "Platform"), None)


def _used_by_order(scene: Scene, found: Found) -> tuple[int | None, Spot | None]:
    """"kini dipakai 41 juta orang": where the tree has lost the subject, the first platform before the verb of use."""
    if not scene.words("date_at_end"):
        return None, None
    verb = next((i for i in range(found.first - 1, max(found.first - _NEAR, -1), -1) if scene.is_any(i, "count_verbs")), None)
    named = [s for s in scene.mentions.spots if s.first < found.first and scene.discourse.kind(s.node) == "Platform"]
    return (verb, named[0]) if verb is not None and named else (None, None)
