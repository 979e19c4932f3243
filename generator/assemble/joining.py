"""Tellings of one event found and joined: told on the same day, told again weeks later, told in passing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.assemble.days import Bounds, days_apart, in_weeks, looked_up, on_days, overlap, stretch, width
from generator.assemble.passages import weight
from generator.assemble.roots import COMMON, apart, numbers, ordinals
from generator.assemble.told import Told
from generator.model import Event, Phase, Ref

FACTS: frozenset[Phase] = frozenset({"happened", "under way"})
AHEAD: frozenset[Phase] = frozenset({"scheduled", "awaited", "forecast", "deadline"})
"""Phases of an event that has not happened when it is told."""
NARROW = 31
"""A date that leaves more than so many days open says little about which event is meant."""
SAME_DAYS = 8
"""Two tellings whose days lie in a stretch so long are dated alike."""
NEWS_DAYS = 30
"""An event told without a day is told within so many days of another telling of it."""
ALIKE, MUCH_ALIKE = 0.5, 0.65
"""Weighed share of the shorter telling that two tellings have in common: dated alike, and dated loosely."""
FAR_ALIKE, FAR_DAYS = 0.25, 5
"""The same where both name one day, so many days from the articles' own."""
LEAST = 1.8
"""Weight under which a wording is too thin for its share to count in full."""
FEW_OF_A_KIND = frozenset({"DISASTER", "RESIGN", "APPOINT", "ELECT", "PROTEST"})
"""Kinds of which hardly two befall the same people in the same days."""
ROUNDED = 1e-9
"""Far more than sums of weights are rounded by."""
FACES = 6
"""So many tellings of an event are compared with another."""
RAREST = 4
"""So many of its rarest words lead from one telling to others."""


@dataclass(frozen=True, slots=True)
class TellingOf:
    """One article's telling of an event."""

    told: Told
    event: Event
    edtf: str
    note: str
    participants: tuple[Ref, ...]
    heads: frozenset[str]
    """Roots of the trigger: what was done; of one that says little (`took place`), all the words."""
    roots: frozenset[str]
    """Content words of the clause, without names and dates."""
    anchors: frozenset[str]
    """Those, and the ids of the participants and of the place."""
    bounds: Bounds
    who: frozenset[str]
    """Ids of the participants."""
    ordinals: frozenset[str]
    numbers: frozenset[str]
    """Those of `roots` that count things."""
    whole: float = 0.0
    """Weight of all of it; what was done counts twice. See `weighed`."""

    @property
    def fact(self) -> bool:
        """Whether it is told as something that is so, not as something to come."""
        return self.event.phase in FACTS


Weights = Mapping[str, float]
Group = Sequence[TellingOf]


def tellings_of(told: Told) -> Iterator[TellingOf]:
    """The events that an article tells, dated and ready to be compared."""
    for event, act in zip(told.reading.events, told.resolved.acts, strict=True):
        refs = tuple(dict.fromkeys(ref for ref in map(told.entity, event.participants) if ref))
        place = told.entity(event.place)
        who = frozenset(ref.id for ref in refs)
        names = who | {place.id if place else ""} - {""}
        yield TellingOf(
            told,
            event,
            act.edtf,
            act.note,
            refs,
            act.trigger - COMMON or act.roots,
            act.roots,
            act.roots | names,
            stretch(act.edtf),
            who,
            ordinals(act.roots),
            numbers(act.roots),
        )


def weighed(telling: TellingOf, weights: Weights) -> TellingOf:
    """`telling` with its weight."""
    return replace(telling, whole=weight(telling.anchors, weights) + weight(telling.heads, weights))


def join(tellings: Iterable[TellingOf], weights: Weights) -> list[list[TellingOf]]:
    """The tellings of each event, oldest first; a register named by a person wins."""
    groups: list[list[TellingOf]] = []
    faces: list[list[TellingOf]] = []
    known: list[tuple[set[str], set[str]]] = []
    index: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for telling in tellings:
        moments, keys = _moments(telling), set(_keys(telling, weights))
        stretches = in_weeks(telling.told.published, NEWS_DAYS)
        near = sorted(looked_up(index, (*stretches[:1], *moments), keys))
        scored = [(joined(telling, faces[number], weights), -number) for number in near]
        score, number = max(scored, default=(0.0, 0))
        if score <= 0:
            number = -len(groups)
            groups.append([])
            faces.append([])
            known.append((set(), set()))
        groups[-number].append(telling)
        faces[-number] = faces_of((*faces[-number], telling))
        # What leads to one telling of an event leads to the event.
        times, words = known[-number]
        new = {*stretches, *moments} - times
        for time, key in (*product(new, words | keys), *product(times, keys - words)):
            index[time][key].add(-number)
        times |= new
        words |= keys
    return groups


def _moments(telling: TellingOf) -> tuple[str, ...]:
    """What two tellings that are dated alike have in common: a day, their last day, or a register."""
    if telling.event.register:
        return (telling.event.register,)
    first, last = telling.bounds
    deadline = (f"by {last}",) if last and not telling.fact else ()
    return (*on_days(telling.bounds, NARROW), *deadline) if first and last else deadline


def faces_of(group: Group) -> list[TellingOf]:
    """The first few of a group's tellings that are not alike, for which all others may stand."""
    unlike = {(telling.anchors, telling.bounds): telling for telling in reversed(group)}
    return [telling for telling in group if unlike[telling.anchors, telling.bounds] is telling][:FACES]


def _keys(telling: TellingOf, weights: Weights) -> tuple[str, ...]:
    if telling.event.register:
        return (f"register {telling.event.register}",)
    return rarest(telling.anchors, weights)


def share(telling: TellingOf, common: frozenset[str], weights: Weights) -> float:
    """How much of the telling `common` is, by weight; what was done counts twice."""
    return (weight(common, weights) + weight(telling.heads & common, weights)) / max(telling.whole, LEAST)


def rarest(anchors: Iterable[str], weights: Weights) -> tuple[str, ...]:
    """The few that tell most."""
    return tuple(by_rarity(anchors, weights)[:RAREST])


def by_rarity(anchors: Iterable[str], weights: Weights) -> list[str]:
    """What tells most first."""
    return sorted(anchors, key=lambda one: (-weights.get(one, 1.0), one))


def leading(telling: TellingOf, weights: Weights, needed: float) -> tuple[str, ...]:
    """As few of its words, rarest first, as it takes: what has none of them has less than `needed` of it."""
    spare = telling.whole - needed * max(telling.whole, LEAST) + ROUNDED
    keys = []
    for key in by_rarity(telling.anchors, weights):
        keys.append(key)
        spare -= weight((key,), weights) * (1 + (key in telling.heads))
        if spare < 0:
            break
    return tuple(keys)


def joined(telling: TellingOf, group: Group, weights: Weights) -> float:
    """How surely the telling is of the group's event; 0: it is not."""
    if telling.event.register:
        return float(telling.event.register == group[0].event.register)
    return max(same_event(telling, other, weights) for other in group)


def same_event(first: TellingOf, second: TellingOf, weights: Weights) -> float:
    """How alike two tellings are, where they are of one event; else 0.

    They are facts both or plans both, do not number or count differently, share somebody where both name
    anybody, can lie on one day, and have much in common: the more, the less their dates say.
    """
    if first.fact != second.fact or not overlap(first.bounds, second.bounds) or _differ(first, second):
        return 0.0
    same_article = first.told is second.told
    common = first.anchors & second.anchors
    shares = sorted(share(one, common, weights) for one in (first, second))
    score = shares[0 if same_article else 1]
    of_a_kind = first.event.kind == second.event.kind and first.event.kind in FEW_OF_A_KIND
    if _dated_alike(first, second):
        if (
            common
            and not same_article
            and (of_a_kind or (_on_a_far_day(first, second) and score >= FAR_ALIKE))
        ):
            return max(score, ALIKE)
        needed = ALIKE if first.heads & second.heads or len(common) > 2 else MUCH_ALIKE
    else:
        if days_apart(first.told.published, second.told.published) > NEWS_DAYS:
            return 0.0
        needed = ALIKE if of_a_kind else MUCH_ALIKE
        if not (first.heads & second.heads or of_a_kind) or not _says_which(first, second, common):
            return 0.0
    return score if score >= needed else 0.0


def _on_a_far_day(first: TellingOf, second: TellingOf) -> bool:
    """Whether both name one day that is news to neither article, and that few things have in common."""
    days_off = (days_apart(one.told.published, one.bounds[0]) for one in (first, second))
    return first.bounds == second.bounds and width(first.bounds) == 0 and min(days_off) >= FAR_DAYS


def _says_which(first: TellingOf, second: TellingOf, common: frozenset[str]) -> bool:
    """Whether what two loosely dated tellings share can hardly be said of two events."""
    if len(common) > 2 or (len(common) > 1 and first.anchors == second.anchors):
        return True
    if not first.fact and first.event.said_by:
        return first.event.said_by == second.event.said_by
    return first.fact and bool(first.participants) and set(first.participants) == set(second.participants)


def _differ(first: TellingOf, second: TellingOf) -> bool:
    """Whether the two name others, count in other numbers or by other ordinals."""
    return (
        apart(first.who, second.who)
        or apart(first.ordinals, second.ordinals)
        or apart(first.numbers, second.numbers)
    )


def _dated_alike(first: TellingOf, second: TellingOf) -> bool:
    """Whether both lie on the same few days, in the same month that no day is known of, or have one last day."""
    if not first.fact and first.bounds[1] and first.bounds[1] == second.bounds[1]:
        return True
    if not (all(first.bounds) and all(second.bounds)):
        return False
    if first.bounds == second.bounds or first.bounds[0] == second.bounds[0] != "":
        return width(first.bounds) <= NARROW or first.edtf == second.edtf
    return max(width(first.bounds), width(second.bounds)) <= SAME_DAYS or (
        min(width(first.bounds), width(second.bounds)) == 0
        and max(width(first.bounds), width(second.bounds)) <= NARROW
    )
