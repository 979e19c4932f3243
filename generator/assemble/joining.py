"""Tellings of one event found among those that are near each other, and joined."""

from array import array
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain

from generator.assemble.days import in_weeks, on_days
from generator.assemble.near import Near, each_compared, lying_before
from generator.assemble.passages import Weights
from generator.assemble.sameness import NARROW, NEWS_DAYS, joined
from generator.assemble.tellings import Key, TellingOf
from generator.memo import Memo, Remembered
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
    before = _Before(articles)

    def alike(number: int) -> Alike:
        return [
            _surest(telling, [before.all[other] for other in others], weights)
            for telling, others in zip(articles[number], before.of(number), strict=True)
        ]

    def with_what(number: int) -> bytes:
        both = zip(articles[number], before.of(number), strict=True)
        marks = [(one.mark, b"".join([before.all[other].mark for other in others])) for one, others in both]
        return fingerprint(encoded(marks))

    around = lying_before(
        (
            fingerprint(b"".join([telling.mark for telling in tellings])),
            [time for telling in tellings for time in _lies(telling)],
            [time for telling in tellings for time in _looks(telling)],
        )
        for tellings in articles
    )
    return each_compared(Remembered("alike", alike, Alike), with_what, around, memo)


def _surest(telling: TellingOf, others: Sequence[TellingOf], weights: Weights) -> list[Key]:
    """Those of `others` that most surely tell the same event; several where they are equally sure."""
    scores = [joined(telling, other, weights) for other in others]
    best = max(scores, default=0.0)
    return [other.key for other, score in zip(others, scores, strict=True) if score == best > 0]


class _Before:
    """For each telling of an article the numbers, among all, of those before it with which it is compared.

    Numbers, since with 10,000 articles there are ten million; they and the index that finds them take 70 MB.
    """

    def __init__(self, articles: Sequence[Sequence[TellingOf]]) -> None:
        self.all = list(chain.from_iterable(articles))
        self._places = [0, *accumulate(map(len, articles))]
        self._found: dict[int, list[array[int]]] = {}

    def of(self, number: int) -> "list[array[int]]":
        """Those of each telling of the article of this number."""
        if number not in self._found:
            places = range(*self._places[number : number + 2])
            self._found[number] = [array("I", self._compared(place)) for place in places]
        return self._found[number]

    def _compared(self, place: int) -> Sequence[int]:
        telling = self.all[place]
        return sorted(filter(place.__gt__, self._near.looked_up(_looks(telling), _keys(telling))))

    @cached_property
    def _near(self) -> Near:
        all_ = self.all  # not `self`, which would hold itself and stay
        return Near(map(_lies, all_), lambda number: _keys(all_[number]))


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
