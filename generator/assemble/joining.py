"""Tellings of one event found and joined: told on the same day, told again weeks later, told in passing."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.days import Bounds, days_apart, in_weeks, on_days, overlap, stretch, width
from generator.assemble.near import Near
from generator.assemble.passages import weight
from generator.assemble.roots import COMMON, NONE, Written, apart, numbers, ordinals, read
from generator.assemble.told import Told
from generator.memo import Memo, Remembered
from generator.model import Event, Phase, Ref
from generator.outputs import encoded, fingerprint

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
FACES = 6
"""So many tellings of an event are compared with another."""
RAREST = 4
"""So many of its words lead from one telling to others."""


@dataclass(frozen=True, slots=True)
class TellingOf:
    """One article's telling of an event."""

    told: Told
    event: Event
    number: int
    """Of the event in its article."""
    edtf: str
    note: str
    bounds: Bounds
    participants: tuple[Ref, ...]
    who: frozenset[str]
    """Ids of the participants."""
    heads: frozenset[str]
    """Roots of the trigger: what was done; of one that says little (`took place`), all the words."""
    roots: frozenset[str]
    """Content words of the clause, without names and dates."""
    anchors: frozenset[str]
    """Those, and the ids of the participants and of the place."""
    ordinals: frozenset[str]
    numbers: frozenset[str]
    """Those of `roots` that count things."""
    speaker: Ref | None
    """Who foretells it."""
    sentence: Written
    """Roots of the sentence that tells it."""
    whole: float
    """Weight of all of it; what was done counts twice."""
    rarest: tuple[str, ...]
    """The few of `anchors` that tell most, those first: they lead from one telling to others."""
    mark: bytes
    """Stands for all that it is compared by, and for what its words weigh."""

    @property
    def key(self) -> "Key":
        """Finds it among all tellings."""
        return self.told.ref.id, self.number

    @property
    def fact(self) -> bool:
        """Whether it is told as something that is so, not as something to come."""
        return self.event.phase in FACTS


Weights = Mapping[str, float]
Group = Sequence[TellingOf]


def tellings_of(told: Told, weights: Weights) -> Iterator[TellingOf]:
    """The events that an article tells, dated and ready to be compared."""
    for number, (event, act) in enumerate(zip(told.reading.events, told.resolved.acts, strict=True)):
        refs = tuple(dict.fromkeys(ref for ref in map(told.entity, event.participants) if ref))
        who, place = frozenset(ref.id for ref in refs) or NONE, told.entity(event.place)
        roots = read(act.roots)
        anchors = roots | who | ({place.id} if place else set())
        heads = read(act.trigger) - COMMON or roots
        speaker, sentence = told.entity(event.said_by), told.resolved.roots[told.number(event.trigger)]
        of = (
            told.ref.id, told.published, number, event, act, anchors, speaker, sentence,
            [weights.get(one) for one in sorted(anchors)],
        )  # fmt: skip
        yield TellingOf(
            told,
            event,
            number,
            act.edtf,
            act.note,
            stretch(act.edtf),
            refs,
            who,
            heads,
            roots,
            anchors,
            ordinals(roots),
            numbers(roots),
            speaker,
            sentence,
            weight(anchors, weights) + weight(heads, weights),
            tuple(sorted(anchors, key=lambda one: (-weights.get(one, 1.0), one))[:RAREST]),
            fingerprint(encoded(of)),
        )


Key = tuple[str, int]
"""Id of an article, and number of a telling in it."""


def join(articles: Sequence[Sequence[TellingOf]], weights: Weights, memo: Memo) -> list[list[TellingOf]]:
    """The tellings of each event, oldest first; a register named by a person wins.

    `articles` are the tellings of each article, oldest first.
    """
    groups: list[list[TellingOf]] = []
    group_of: dict[Key, int] = {}
    for tellings, alike in zip(articles, _alike(articles, weights, memo), strict=True):
        for telling, surest in zip(tellings, alike, strict=True):
            number = min((group_of[other] for other in surest), default=len(groups))
            if number == len(groups):
                groups.append([])
            groups[number].append(telling)
            group_of[telling.key] = number
    return groups


Alike = list[list[Key]]
"""For each telling of an article, of those before it that may be of its event the ones that most surely are."""


def _alike(articles: Sequence[Sequence[TellingOf]], weights: Weights, memo: Memo) -> list[Alike]:
    """What is alike for each article."""
    all_ = [telling for tellings in articles for telling in tellings]
    before = _before(articles)

    def alike(number: int) -> Alike:
        return [
            _surest(telling, [all_[other] for other in others], weights)
            for telling, others in zip(articles[number], before[number], strict=True)
        ]

    marks = [telling.mark for telling in all_]
    return memo.each(
        Remembered("alike", alike, Alike),
        [(number,) for number in range(len(articles))],
        (
            [
                (telling.mark, b"".join([marks[other] for other in others]))
                for telling, others in zip(*both, strict=True)
            ]
            for both in zip(articles, before, strict=True)
        ),
    )


def _surest(telling: TellingOf, others: Sequence[TellingOf], weights: Weights) -> list[Key]:
    """Those of `others` that most surely tell the same event; several where they are equally sure."""
    scores = {other.key: joined(telling, other, weights) for other in others}
    best = max(scores.values(), default=0.0)
    return [key for key, score in scores.items() if score == best > 0]


def _before(articles: Sequence[Sequence[TellingOf]]) -> "list[list[array[int]]]":
    """For each telling of each article the numbers, among all, of those before it with which it is compared.

    Numbers, since with 10,000 articles there are ten million; they and the index that finds them take 70 MB.
    """
    near, place = Near(), 0
    before: list[list[array[int]]] = []
    for tellings in articles:
        before.append([])
        for telling in tellings:
            time, moments, keys = telling.told.published, _moments(telling), _keys(telling)
            weeks = in_weeks(time, NEWS_DAYS)
            before[-1].append(array("I", sorted(near.looked_up((*weeks, *moments), keys))))
            near.add(place, (*weeks[:1], *moments), keys)
            place += 1
    return before


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


def _keys(telling: TellingOf) -> tuple[str, ...]:
    register = telling.event.register
    return (f"register {register}",) if register else telling.rarest


def share(telling: TellingOf, common: frozenset[str], weights: Weights) -> float:
    """How much of the telling `common` is, by weight; what was done counts twice."""
    return (weight(common, weights) + weight(telling.heads & common, weights)) / max(telling.whole, LEAST)


def joined(telling: TellingOf, other: TellingOf, weights: Weights) -> float:
    """How surely the telling is of the event that an earlier one tells; 0: it is not."""
    if telling.event.register:
        return float(telling.event.register == other.event.register)
    return same_event(telling, other, weights)


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
