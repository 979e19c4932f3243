"""Events told again in passing: `closed since November`, `after Monday’s signing`, weeks later and in few words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator import dates
from generator.assemble.joining import (
    ALIKE,
    MUCH_ALIKE,
    NEWS_DAYS,
    SAME_DAYS,
    Group,
    TellingOf,
    Weights,
    days_apart,
    faces_of,
    later,
    overlap,
    rarest,
    share,
    width,
)
from generator.assemble.passages import FEW, Bounds, Passage, told_as_done
from generator.assemble.roots import ORDINALS, apart, ordinals

RARE = 0.7
"""Weight of a word that one or two handfuls of sentences have."""


def told_again(
    groups: Sequence[Group], found: Iterable[Passage], weights: Weights
) -> Mapping[int, list[Passage]]:
    """Number of a group → sentences of other articles that tell its event in passing, in the articles' order."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in {key for telling in group for key in rarest(telling.anchors, weights)}:
            index[key].append(number)
    faces = [faces_of(group) for group in groups]
    tellers = [{telling.told.ref.id for telling in group} for group in groups]
    weeks = [_weeks(group) for group in groups]
    again: dict[int, list[Passage]] = defaultdict(list)
    for passage in found:
        published = passage.told.published[:10]
        near = sorted({number for key in passage.roots | passage.names for number in index[key]})
        for number in near:
            first, last = weeks[number]
            if not first <= published <= last and not _may_be_dated(passage, faces[number]):
                continue
            if passage.told.ref.id not in tellers[number] and any(
                retold(telling, passage, weights) for telling in faces[number]
            ):
                again[number].append(passage)
    return again


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
    first, published = telling.bounds[0], passage.told.published[:10]
    on_its_day = any(_on_its_day(telling.bounds, each) for each in passage.dates)
    if not on_its_day and days_apart(published, telling.told.published) > NEWS_DAYS:
        return False
    common = telling.anchors & (passage.roots | passage.names)
    if len(common) < 2:
        return common == telling.anchors and telling.bounds in passage.dates and _is_rare(common, weights)
    score = share(telling, common, weights)
    if score < (ALIKE if on_its_day else MUCH_ALIKE) or apart(
        ordinals(telling.roots), ordinals(passage.roots)
    ):
        return False
    if telling.fact and (published < first or not told_as_done(passage, telling.heads & common or common)):
        return False
    return on_its_day or _in_the_same_weeks(telling, passage, common, weights)


def _in_the_same_weeks(
    telling: TellingOf, passage: Passage, common: frozenset[str], weights: Weights
) -> bool:
    """Whether an article tells it again without its day: it names who and what, no other day, and comes later."""
    (first, last), published = telling.bounds, passage.told.published[:10]
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
