"""Whether a sentence tells that what was planned came, and in time."""

from functools import lru_cache

from generator.assemble.days import Bounds, later, width
from generator.assemble.keeping import AFTER_TALKS, AS_PLANNED, DONE_BY, IN_TIME, MEETINGS, OVER
from generator.assemble.missed import ON_THE_DAY, is_of_its_sentence
from generator.assemble.passages import Passage, Weights, told_as_done
from generator.assemble.roots import COMMON, FEW, NONE, apart, ordinals, root
from generator.assemble.sameness import ALIKE, MUCH_ALIKE, SAME_DAYS
from generator.assemble.tellings import TellingOf, share

ALL_ALIKE = 0.75
"""Weighed share where the plan has no verb that says anything: nearly all of it."""
NEWS_AFTER = 2
"""What is told without a day was done at most so many days before."""


def is_kept(
    telling: TellingOf, window: Bounds, passage: Passage, says: frozenset[str], weights: Weights
) -> bool:
    """Whether a sentence, which `says` this, tells that it came, in time."""
    stood_in = _done_by_another_word(telling, passage)
    common = telling.anchors & (says | stood_in) if stood_in else telling.anchors & says
    if _is_over(telling, passage) or (common and _in_time(telling, passage)):
        return True
    if _on_the_very_day(telling, passage, common, weights) or _as_planned(telling, passage, common, stood_in):
        return True
    if len(common) < 2:
        return False
    if _is_held(telling, passage, common):
        return True
    if apart(telling.ordinals, ordinals(passage.roots)):
        return False
    done = bool(stood_in) or told_as_done(passage, telling.heads & common or common & telling.roots)
    verb = bool(stood_in or telling.heads & passage.roots)
    return done and _within(window, telling, passage, share(telling, common, weights), verb=verb)


def _done_by_another_word(telling: TellingOf, passage: Passage) -> frozenset[str]:
    """Those of its verbs that the sentence tells as done by another word: `to free`, `were handed over`."""
    planned = [(telling.heads & plan, done) for plan, done in DONE_BY if telling.heads & plan]
    return NONE.union(*(verbs for verbs, done in planned if told_as_done(passage, done)))


def _as_planned(
    telling: TellingOf, passage: Passage, common: frozenset[str], stood_in: frozenset[str]
) -> bool:
    """Whether the sentence tells of the plan’s day that so many did it, or that it came as planned."""
    first, last = telling.bounds
    known = first == last or telling.event.phase == "deadline"
    dated = known and (last, last) in passage.dates and last <= passage.told.published
    if not dated or apart(telling.ordinals, ordinals(passage.roots)):
        return False
    if not stood_in and not told_as_done(passage, telling.heads):
        return False
    so_many = telling.numbers & common - {"1"}
    return bool(so_many) or (bool(AS_PLANNED.search(passage.text)) and is_of_its_sentence(telling, passage))


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
