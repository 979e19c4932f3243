"""Tellings of one event found among those that are near each other, and joined."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain

from generator.assemble.days import in_weeks, on_days
from generator.assemble.near import Comparison, Near, each_compared, lying_before
from generator.assemble.passages import Weights
from generator.assemble.sameness import NARROW, NEWS_DAYS, joined
from generator.assemble.tellings import Key, TellingOf
from generator.memo import Memo
from generator.outputs import encoded, fingerprint


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
    all_ = list(chain.from_iterable(articles))
    places = [0, *accumulate(map(len, articles))]

    @cache
    def near() -> Near:
        return Near(map(_lies, all_), lambda place: _keys(all_[place]))

    def before(place: int) -> list[TellingOf]:
        found = near().looked_up(_looks(all_[place]), _keys(all_[place]))
        return [all_[other] for other in sorted(filter(place.__gt__, found))]

    def with_others(number: int) -> Comparison[Alike]:
        both = [(all_[place], before(place)) for place in range(*places[number : number + 2])]
        marks = [(telling.mark, b"".join([other.mark for other in others])) for telling, others in both]
        return fingerprint(encoded(marks)), lambda: [_surest(*each, weights) for each in both]

    around = lying_before(
        (
            fingerprint(b"".join([telling.mark for telling in tellings])),
            [time for telling in tellings for time in _lies(telling)],
            [time for telling in tellings for time in _looks(telling)],
        )
        for tellings in articles
    )
    return each_compared("alike", Alike, with_others, around, memo)


def _surest(telling: TellingOf, others: Sequence[TellingOf], weights: Weights) -> list[Key]:
    """Those of `others` that most surely tell the same event; several where they are equally sure."""
    scores = [joined(telling, other, weights) for other in others]
    best = max(scores, default=0.0)
    return [other.key for other, score in zip(others, scores, strict=True) if score == best > 0]


def _lies(telling: TellingOf) -> tuple[str, ...]:
    """When it was told, and of when it is told."""
    return (*in_weeks(telling.told.published, NEWS_DAYS)[:1], *_moments(telling))


def _looks(telling: TellingOf) -> tuple[str, ...]:
    """When others that may tell the same were told, or of when."""
    return (*in_weeks(telling.told.published, NEWS_DAYS), *_moments(telling))


def _moments(telling: TellingOf) -> tuple[str, ...]:
    """What two tellings that are dated alike have in common: a day, their last day, or a register."""
    if telling.event.register:
        return (telling.event.register,)
    first, last = telling.bounds
    deadline = (f"by {last}",) if last and not telling.fact else ()
    return (*on_days(telling.bounds, NARROW), *deadline) if first and last else deadline


def _keys(telling: TellingOf) -> tuple[str, ...]:
    """Words that lead from a telling to others: facts to facts, plans to plans, a register to the same."""
    if telling.event.register:
        return (f"register {telling.event.register}",)
    return telling.rarest if telling.fact else tuple([f"ahead {word}" for word in telling.rarest])
