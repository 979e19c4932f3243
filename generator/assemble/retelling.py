"""Events told again in passing: `closed since November`, `after Monday’s signing`, weeks later and in few words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import dates
from generator.assemble.days import Bounds, days_apart, in_weeks, later, on_days, overlap, width
from generator.assemble.holding import Subject, answers, keys_of
from generator.assemble.passages import Passage, Weights, told_as_done
from generator.assemble.roots import FEW, ORDINALS, apart, ordinals
from generator.assemble.sameness import ALIKE, MUCH_ALIKE, NEWS_DAYS, SAME_DAYS
from generator.assemble.tellings import Group, Key, TellingOf, faces_of, share
from generator.memo import Memo
from generator.outputs import encoded, fingerprint

RARE = 0.7
"""Weight of a word that one or two handfuls of sentences have."""


@dataclass(frozen=True, slots=True)
class _Event(Subject):
    """An event that has been told."""

    tellers: frozenset[str]
    """Ids of the articles that tell it."""
    weeks: Bounds
    """First and last day on which an article that does not name the event's day may tell of it again."""


def told_again(
    groups: Sequence[Group], articles: Sequence[Sequence[Passage]], weights: Weights, memo: Memo
) -> Mapping[Key, list[Passage]]:
    """First telling of an event → sentences of other articles that tell it in passing, in the articles' order.

    `articles` are the sentences of each article, oldest first.
    """

    def answer(event: _Event, passage: Passage, says: frozenset[str]) -> str:
        alike = [
            (telling, common)
            for telling in event.faces
            if len(common := telling.anchors & says) > 1 or common == telling.anchors
        ]
        may = alike and _may_tell(passage, event)
        return "again" if may and any(_is_retold(*each, passage, weights) for each in alike) else ""

    events = [_event(group) for group in groups]
    told: dict[Key, list[Passage]] = defaultdict(list)
    for first, _, passage in answers("again", events, articles, _times, answer, memo):
        told[first].append(passage)
    return told


def _event(group: Group) -> _Event:
    first, keys, weeks = group[0].key, keys_of(group), _weeks(group)
    tellers = frozenset(telling.told.ref.id for telling in group)
    faces = faces_of(group)
    mark = fingerprint(encoded((first, [face.mark for face in faces], tellers, weeks, keys)))
    times = tuple(time for telling in faces for time in _appears(telling))
    return _Event(first, faces, keys, times, mark, tellers, weeks)


def _appears(telling: TellingOf) -> tuple[str, ...]:
    """When a sentence can tell of it again: in the news, and of its day."""
    on_its_day = on_days(telling.bounds, SAME_DAYS) if any(telling.bounds) else ()
    return (*in_weeks(telling.told.published, NEWS_DAYS), *on_its_day)


def _may_tell(passage: Passage, event: _Event) -> bool:
    """Whether the sentence is of another article, and of its time."""
    first, last = event.weeks
    return passage.told.ref.id not in event.tellers and (
        first <= passage.told.published <= last or _may_be_dated(passage, event.faces)
    )


def _times(passage: Passage) -> tuple[str, ...]:
    """When it is told, and of which days."""
    return (
        *in_weeks(passage.told.published, NEWS_DAYS)[:1],
        *(day for bounds in passage.dates for day in on_days(bounds, SAME_DAYS)),
    )


def _weeks(group: Group) -> Bounds:
    """First and last day on which an article that does not name the event's day may tell of it again."""
    told = sorted(day for telling in group if (day := dates.bounds(telling.told.published)[0]))
    return (later(told[0], -NEWS_DAYS), later(told[-1], NEWS_DAYS)) if told else ("", "")


def _may_be_dated(passage: Passage, faces: Sequence[TellingOf]) -> bool:
    """Whether the sentence names a day that the event can lie on."""
    return any(overlap(telling.bounds, each) for each in passage.dates for telling in faces)


def _is_retold(telling: TellingOf, common: frozenset[str], passage: Passage, weights: Weights) -> bool:
    """Whether a sentence of another article tells the event again; `common` are several of its words, or all.

    The sentence names the event's day and half of what is told; or the article appears in the same weeks, and
    the sentence has the verb, nearly all of the words, and no other day.
    """
    if len(common) < 2:
        return telling.bounds in passage.dates and _is_rare(common, weights)
    first, published = telling.bounds[0], passage.told.published
    on_its_day = any(_on_its_day(telling.bounds, each) for each in passage.dates)
    if not on_its_day and days_apart(published, telling.told.published) > NEWS_DAYS:
        return False
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
    (first, last), published = telling.bounds, passage.told.published
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
