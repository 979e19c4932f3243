"""Events told again in passing: `closed since November`, `after Monday’s signing`, weeks later and in few words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from generator import dates
from generator.assemble.days import (
    Bounds,
    Index,
    days_apart,
    in_weeks,
    later,
    looked_up,
    on_days,
    overlap,
    width,
)
from generator.assemble.joining import (
    ALIKE,
    MUCH_ALIKE,
    NEWS_DAYS,
    SAME_DAYS,
    Group,
    TellingOf,
    Weights,
    faces_of,
    leading,
    rarest,
    share,
)
from generator.assemble.passages import Passage, told_as_done
from generator.assemble.roots import FEW, ORDINALS, apart, ordinals

RARE = 0.7
"""Weight of a word that one or two handfuls of sentences have."""


def told_again(
    groups: Sequence[Group], found: Iterable[Passage], weights: Weights
) -> Mapping[int, list[Passage]]:
    """Number of a group → sentences of other articles that tell its event in passing, in the articles' order."""
    faces = [faces_of(group) for group in groups]
    tellers = [{telling.told.ref.id for telling in group} for group in groups]
    weeks = [_weeks(group) for group in groups]
    keys = [{key for telling in group for key in rarest(telling.anchors, weights)} for group in groups]
    index = _index(faces, weights)
    again: dict[int, list[Passage]] = defaultdict(list)
    for passage in found:
        published, words = passage.published, passage.says
        for number in sorted(looked_up(index, _times(passage), words)):
            first, last = weeks[number]
            if passage.told.ref.id in tellers[number] or keys[number].isdisjoint(words):
                continue
            if not first <= published <= last and not _may_be_dated(passage, faces[number]):
                continue
            if any(retold(telling, passage, weights) for telling in faces[number]):
                again[number].append(passage)
    return again


def _index(faces: Sequence[Group], weights: Weights) -> Index:
    """What leads from a sentence to the events that it may tell of: see `retold`."""
    index: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, group in enumerate(faces):
        for telling in group:
            in_the_news = in_weeks(telling.told.published, NEWS_DAYS), MUCH_ALIKE
            on_its_day = on_days(telling.bounds, SAME_DAYS) if any(telling.bounds) else (), ALIKE
            for times, needed in (in_the_news, on_its_day):
                for time, key in product(times, leading(telling, weights, needed)):
                    index[time][key].add(number)
    return index


def _times(passage: Passage) -> tuple[str, ...]:
    """When it is told, and of which days."""
    return (
        *in_weeks(passage.published, NEWS_DAYS)[:1],
        *(day for bounds in passage.dates for day in on_days(bounds, SAME_DAYS)),
    )


def _weeks(group: Group) -> Bounds:
    """First and last day on which an article that does not name the event's day may tell of it again."""
    told = sorted(day for telling in group if (day := dates.bounds(telling.told.published)[0]))
    return (later(told[0], -NEWS_DAYS), later(told[-1], NEWS_DAYS)) if told else ("", "")


def _may_be_dated(passage: Passage, faces: Sequence[TellingOf]) -> bool:
    """Whether the sentence names a day that the event can lie on."""
    return any(overlap(telling.bounds, each) for each in passage.dates for telling in faces)


def retold(telling: TellingOf, passage: Passage, weights: Weights) -> bool:
    """Whether a sentence of another article tells the event again.

    The sentence names the event's day and half of what is told; or the article appears in the same weeks, and
    the sentence has the verb, nearly all of the words, and no other day.
    """
    first, published = telling.bounds[0], passage.published
    on_its_day = any(_on_its_day(telling.bounds, each) for each in passage.dates)
    if not on_its_day and days_apart(published, telling.told.published) > NEWS_DAYS:
        return False
    common = telling.anchors & passage.says
    if len(common) < 2:
        return common == telling.anchors and telling.bounds in passage.dates and _is_rare(common, weights)
    score = share(telling, common, weights)
    if score < (ALIKE if on_its_day else MUCH_ALIKE) or apart(telling.ordinals, ordinals(passage.roots)):
        return False
    if telling.fact and (published < first or not told_as_done(passage, telling.heads & common or common)):
        return False
    return on_its_day or _in_the_same_weeks(telling, passage, common, weights)


def _in_the_same_weeks(
    telling: TellingOf, passage: Passage, common: frozenset[str], weights: Weights
) -> bool:
    """Whether an article tells it again without its day: it names who and what, no other day, and comes later."""
    (first, last), published = telling.bounds, passage.published
    if not telling.heads & common:
        return False
    others = [each for each in passage.dates if not (telling.fact and each[0] > published)]
    clash = others and not any(overlap(telling.bounds, each) for each in others)
    since = telling.told.published if not telling.fact else first or later(telling.told.published, -SAME_DAYS)
    in_time = since <= published <= ((not telling.fact and last) or published)
    named = bool(common - telling.roots) and _is_rare(common & telling.heads, weights)
    return in_time and not clash and (named or len(common - FEW - ORDINALS) > 2)


def _is_rare(found: frozenset[str], weights: Weights) -> bool:
    """Whether one of the words tells much."""
    return any(weights.get(one, 1.0) >= RARE for one in found)


def _on_its_day(event: Bounds, told: Bounds) -> bool:
    """Whether an expression means the event's own day or month, not one that merely holds it."""
    if width(event) > SAME_DAYS:
        return event == told or (all(event) and event[0] == told[0])
    return overlap(event, told) and (width(told) <= SAME_DAYS or event[0] == told[0])
