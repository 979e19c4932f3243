"""Whether two tellings are of one event: told on the same day, told again weeks later, told in passing."""

from generator.assemble.days import days_apart, overlap, width
from generator.assemble.passages import Weights
from generator.assemble.roots import apart
from generator.assemble.tellings import TellingOf, share

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
FEW_OF_A_KIND = frozenset({"DISASTER", "RESIGN", "APPOINT", "ELECT", "PROTEST"})
"""Kinds of which hardly two befall the same people in the same days."""


def joined(telling: TellingOf, other: TellingOf, weights: Weights) -> float:
    """How surely the telling is of the event that an earlier one tells; 0: it is not."""
    if telling.event.register:
        return float(telling.event.register == other.event.register)
    return same_event(telling, other, weights)


def same_event(first: TellingOf, second: TellingOf, weights: Weights) -> float:
    """How alike two tellings are, where they are of one event; else 0.

    They are facts both or plans both, do not number or count differently, share somebody where both name
    anybody, can lie on one day, and have much in common: the more, the less their dates say. What one article
    tells in the same words of the same day is one event, however few the words: `the attack`, `the July attack`.
    """
    if first.fact != second.fact or not overlap(first.bounds, second.bounds) or _differ(first, second):
        return 0.0
    common = first.anchors & second.anchors
    of_a_kind = first.event.kind == second.event.kind and first.event.kind in FEW_OF_A_KIND
    one_verb = not first.heads.isdisjoint(second.heads)
    if _dated_alike(first, second):
        score = _score(first, second, common, weights)
        if first.told is second.told and first.anchors == second.anchors and first.bounds == second.bounds:
            return max(score, ALIKE)
        if (
            common
            and first.told is not second.told
            and (of_a_kind or (_on_a_far_day(first, second) and score >= FAR_ALIKE))
        ):
            return max(score, ALIKE)
        return score if score >= (ALIKE if one_verb or len(common) > 2 else MUCH_ALIKE) else 0.0
    far = days_apart(first.told.published, second.told.published) > NEWS_DAYS
    if far or not (one_verb or of_a_kind) or not _says_which(first, second, common):
        return 0.0
    score = _score(first, second, common, weights)
    return score if score >= (ALIKE if of_a_kind else MUCH_ALIKE) else 0.0


def _score(first: TellingOf, second: TellingOf, common: frozenset[str], weights: Weights) -> float:
    """How much of one of the two `common` is: in one article of that which has more, else of the other."""
    shares = (share(first, common, weights), share(second, common, weights))
    return min(shares) if first.told is second.told else max(shares)


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
