"""What became of plans, promises, deadlines and forecasts: the first later sentence that tells it.

A deadline set and a deadline met are seldom worded alike. They are matched by days, by who is named, by the verb
and by what is left of the words.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.days import Bounds, days, later
from generator.assemble.holding import Subject, answers, keys_of
from generator.assemble.keeping import (
    DONE_IN_TIME,
    MISSED,
    REPLACED,
)
from generator.assemble.kept import is_kept
from generator.assemble.missed import is_missed, is_off
from generator.assemble.passages import Passage, Weights, told_as_done
from generator.assemble.roots import roots
from generator.assemble.tellings import FACTS, Group, Key, TellingOf, faces_of
from generator.memo import Memo
from generator.outputs import encoded, fingerprint

LATE_DAYS = 31
"""What became of a plan is told within so many days after its last day."""
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
    first, faces = group[0].key, faces_of(group)
    keys = keys_of(group).union(*(face.numbers for face in faces))  # `the 12 were handed over`
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
    return "kept" if published >= window[0] and is_kept(telling, window, passage, says, weights) else ""


def _told_with_it(telling: TellingOf, passage: Passage) -> str:
    """What the sentence that tells of the plan tells of its outcome, too."""
    replaced = REPLACED.search(passage.text)
    if replaced:
        then = replaced.start("then") if replaced["then"] else len(passage.text)
        return "missed" if telling.event.trigger.start - passage.sentence.span.start < then else ""
    met = DONE_IN_TIME.search(passage.text) if telling.event.phase == "deadline" else None
    return "kept" if met and told_as_done(passage, roots(met["done"])) else ""


def _window(telling: TellingOf) -> Bounds | None:
    """First and last day on which the plan would be kept; None: it has none."""
    first, last = telling.bounds
    said = telling.told.published
    if telling.event.phase == "deadline" or not first:
        first = min(said, first or said)
    if not first or len(first) < 10:
        return None
    return first, last or later(first, OPEN_DAYS)
