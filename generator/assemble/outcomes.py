"""What became of plans, promises, deadlines and forecasts: the first later sentence that tells it.

A deadline set and a deadline met are seldom worded alike. They are matched by days, by who is named, by the verb
and by what is left of the words.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.assemble.days import Bounds, days, later, width
from generator.assemble.holding import Subject, answers, keys_of
from generator.assemble.keeping import (
    AFTER_TALKS,
    DECIDED,
    DECIDING,
    DONE_IN_TIME,
    IN_TIME,
    MEETINGS,
    MISSED,
    OVER,
    REPLACED,
)
from generator.assemble.missed import ON_THE_DAY, is_missed, is_off
from generator.assemble.passages import Passage, Weights, told_as_done
from generator.assemble.roots import COMMON, FEW, NONE, apart, ordinals, root, roots
from generator.assemble.sameness import ALIKE, MUCH_ALIKE, SAME_DAYS
from generator.assemble.tellings import FACTS, Group, Key, TellingOf, faces_of, share
from generator.memo import Memo
from generator.outputs import encoded, fingerprint

ALL_ALIKE = 0.75
"""Weighed share where the plan has no verb that says anything: nearly all of it."""
LATE_DAYS = 31
"""What became of a plan is told within so many days after its last day."""
NEWS_AFTER = 2
"""What is told without a day was done at most so many days before."""
LONG_DAYS = 366
"""Plans that wait for longer are few, and every sentence may tell what became of them."""
ANY_MONTH = ""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
OPEN_DAYS = 60
"""A forecast without an end is held against what comes within so many days."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan."""

    kept: bool
    evidence: tuple[Passage, ...]
    """The sentences that tell it, oldest first."""


@dataclass(frozen=True, slots=True)
class _Plan(Subject):
    """What is to come."""

    span: Bounds
    """First and last day on which an article can tell what became of it."""


def outcomes(
    groups: Sequence[Group], articles: Sequence[Sequence[Passage]], weights: Weights, memo: Memo
) -> Mapping[Key, Outcome]:
    """First telling of a plan → what became of it, where a sentence tells.

    `articles` are the sentences of each article, oldest first.
    """
    plans = [_plan(group) for group in groups if _is_plan(group[0])]

    def answer(plan: _Plan, passage: Passage, says: frozenset[str]) -> str:
        return _outcome(plan, passage, says, weights)

    became: dict[Key, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for first, outcome, passage in answers("outcomes", plans, articles, _looks_at, answer, memo):
        became[first][outcome].append(passage)
    return {
        first: Outcome("missed" not in each, tuple(each["missed"] or each["kept"]))
        for first, each in became.items()
    }


def _plan(group: Group) -> _Plan:
    first, keys, faces = group[0].key, keys_of(group), faces_of(group)
    span = _told_within(faces)
    mark = fingerprint(encoded((first, [face.mark for face in faces], keys)))
    return _Plan(first, faces, keys, _months(span), mark, span)


def _outcome(plan: _Plan, passage: Passage, says: frozenset[str], weights: Weights) -> str:
    """What a sentence tells of the plan: `kept`, `missed`, or empty: nothing."""
    first, last = plan.span
    faces = plan.faces if first <= passage.told.published <= last else ()
    return next(filter(None, (outcome_in(telling, passage, says, weights) for telling in faces)), "")


def _looks_at(passage: Passage) -> tuple[str, ...]:
    """The months in which the plans can be awaited of which a sentence may tell."""
    return ANY_MONTH, f"{passage.told.published}-01"[:7]


def _is_plan(telling: TellingOf) -> bool:
    """Whether it tells of something to come, rather than of something that does not."""
    return telling.event.phase not in FACTS and not MISSED.search(telling.told.words(telling.event.span))


def _months(span: Bounds) -> tuple[str, ...]:
    """The months of a span, as they are looked up; one that is long or has no days is looked up always."""
    if not all(DAY.fullmatch(day) for day in span) or not 0 <= days(*span) <= LONG_DAYS:
        return (ANY_MONTH,)
    return tuple(dict.fromkeys(later(span[0], by)[:7] for by in range(days(*span) + 1)))


def _told_within(plan: Group) -> Bounds:
    """First and last day on which an article can tell what became of a plan."""
    windows = [(telling.told.published, _window(telling)) for telling in plan]
    ends = [later(window[1], LATE_DAYS) for _, window in windows if window]
    return min(said for said, _ in windows), max([*ends, *(said for said, _ in windows)])


def outcome_in(telling: TellingOf, passage: Passage, says: frozenset[str], weights: Weights) -> str:
    """What a sentence, which `says` this, tells of the plan: `kept`, `missed`, or empty: nothing."""
    window = _window(telling)
    published, said = passage.told.published, telling.told.published
    if passage.told is telling.told:
        own = telling.told.sentence(telling.event.trigger) == passage.sentence
        return _told_with_it(telling, passage) if own else ""
    if not window or not said or not said <= published <= later(window[1], LATE_DAYS):
        return ""
    if is_off(telling, passage):
        return "missed" if is_missed(telling, passage, weights) else ""
    return "kept" if published >= window[0] and _is_kept(telling, window, passage, says, weights) else ""


def _told_with_it(telling: TellingOf, passage: Passage) -> str:
    """What the sentence that tells of the plan tells of its outcome, too."""
    replaced = REPLACED.search(passage.text)
    if replaced:
        then = replaced.start("then") if replaced["then"] else len(passage.text)
        return "missed" if telling.event.trigger.start - passage.sentence.span.start < then else ""
    met = DONE_IN_TIME.search(passage.text) if telling.event.phase == "deadline" else None
    return "kept" if met and told_as_done(passage, roots(met["done"])) else ""


def _is_kept(
    telling: TellingOf, window: Bounds, passage: Passage, says: frozenset[str], weights: Weights
) -> bool:
    """Whether a sentence, which `says` this, tells that it came, in time."""
    decided = telling.heads & DECIDING
    if decided and not told_as_done(passage, DECIDED):
        decided = NONE
    common = telling.anchors & (says | decided) if decided else telling.anchors & says
    if _is_over(telling, passage) or (common and _in_time(telling, passage)):
        return True
    if _on_the_very_day(telling, passage, common, weights):
        return True
    if len(common) < 2:
        return False
    if _is_held(telling, passage, common):
        return True
    if apart(telling.ordinals, ordinals(passage.roots)):
        return False
    done = bool(decided) or told_as_done(passage, telling.heads & common or common & telling.roots)
    verb = bool(decided or telling.heads & passage.roots)
    return done and _within(window, telling, passage, share(telling, common, weights), verb=verb)


def _is_held(telling: TellingOf, passage: Passage, common: frozenset[str]) -> bool:
    """Whether what is said on the day of a meeting, or in the news of it, is said after it."""
    day, today = telling.bounds[0], passage.told.published
    return (
        (telling.event.kind == "CONSULT" or not MEETINGS.isdisjoint(telling.roots))
        and width(telling.bounds) == 0
        and day <= today <= later(day, NEWS_AFTER)
        and len(common - FEW) > 1
        and bool(common - COMMON - FEW)
        and bool(AFTER_TALKS.search(passage.text))
    )


def _in_time(telling: TellingOf, passage: Passage) -> bool:
    """Whether the sentence names a deadline's last day and tells that it was met."""
    last = telling.bounds[1]
    named = any(last in each for each in passage.dates)
    return telling.event.phase == "deadline" and named and bool(IN_TIME.search(passage.text))


def _on_the_very_day(telling: TellingOf, passage: Passage, common: frozenset[str], weights: Weights) -> bool:
    """Whether the sentence tells of the plan's one day nearly all of its few words: `Monday’s strike`."""
    day = telling.bounds[0]
    dated = width(telling.bounds) == 0 and (day, day) in passage.dates and day <= passage.told.published
    words = common & telling.roots - COMMON - FEW
    if dated and telling.event.kind == "CONSULT" and not telling.who.isdisjoint(passage.names):
        return told_as_done(passage, passage.roots)
    return (
        dated
        and bool(words & telling.heads)
        and told_as_done(passage, words)
        and share(telling, common, weights) >= ALIKE
        and not apart(telling.ordinals, ordinals(passage.roots))
    )


def _is_over(telling: TellingOf, passage: Passage) -> bool:
    """Whether the sentence tells that what was planned, named as known, is over: so it came."""
    begun = telling.bounds[0]
    if not begun or passage.told.published <= begun or not _over(passage.text) & telling.heads - COMMON:
        return False
    named = (passage.told.entity(entity.id) for entity in passage.told.reading.entities)
    return any(ref.id in telling.who for ref in named if ref)


@lru_cache(maxsize=4096)
def _over(text: str) -> frozenset[str]:
    """Roots of what a sentence tells to be over."""
    return frozenset(root((found["what"] or found["what_"]).casefold()) for found in OVER.finditer(text))


def _within(window: Bounds, telling: TellingOf, passage: Passage, score: float, *, verb: bool) -> bool:
    """Whether what is done was done in time: on a day named beside it, else in the news of the next days."""
    first, last = window
    verb = verb and (telling.heads != telling.roots or score >= ALL_ALIKE)
    today = passage.told.published
    told = [each for each in passage.dates if all(each) and width(each) <= SAME_DAYS and each[0] <= today]
    if any(first <= each[1] and each[0] <= last for each in told):
        if width(telling.bounds) == 0 and any(width(each) == 0 and each[0] == first for each in told):
            common = telling.anchors & passage.says - COMMON - FEW
            return len(common) > 1 and score >= (ALIKE if telling.heads == telling.roots else ON_THE_DAY)
        return score >= (ALIKE if verb and telling.bounds[1] else MUCH_ALIKE)
    in_the_news = today <= later(last, NEWS_AFTER)
    return not passage.dates and verb and in_the_news and score >= MUCH_ALIKE


def _window(telling: TellingOf) -> Bounds | None:
    """First and last day on which the plan would be kept; None: it has none."""
    first, last = telling.bounds
    said = telling.told.published
    if telling.event.phase == "deadline" or not first:
        first = min(said, first or said)
    if not first or len(first) < 10:
        return None
    return first, last or later(first, OPEN_DAYS)
