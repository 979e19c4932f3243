"""Whether a sentence tells that what was planned did not come, or not in time."""

from functools import lru_cache

from generator.assemble.counts import NUMBERS
from generator.assemble.days import later
from generator.assemble.keeping import (
    ABSENT,
    DUE_FOR,
    FAILED,
    GIVEN_UP,
    LATE,
    MISSED,
    PROMISED,
    STILL_OPEN,
    SUPERSEDED,
    UNDONE,
)
from generator.assemble.passages import Passage, Weights
from generator.assemble.roots import COMMON, FEW, apart, ordinals, read, root, roots
from generator.assemble.sameness import ALIKE, MUCH_ALIKE
from generator.assemble.tellings import TellingOf, share

ON_THE_DAY = 0.3
"""Weighed share of the plan's wording in a sentence about the very day."""
OFF = (MISSED, SUPERSEDED, GIVEN_UP, LATE, FAILED, DUE_FOR, STILL_OPEN)


def is_off(telling: TellingOf, passage: Passage) -> bool:
    """Whether a sentence tells that something did not come or no longer will, maybe this plan."""
    return _is_off(passage.text) or not _undone(passage.text).isdisjoint(telling.heads - COMMON)


@lru_cache(maxsize=4096)
def _is_off(text: str) -> bool:
    return any(words.search(text) for words in OFF)


@lru_cache(maxsize=4096)
def _undone(text: str) -> frozenset[str]:
    """Roots of the verbs of what a sentence tells not to have been done."""
    return frozenset(root(found["what"].casefold()) for found in UNDONE.finditer(text))


def is_missed(telling: TellingOf, passage: Passage, weights: Weights) -> bool:
    """Whether what is off is this plan."""
    return _so_late(telling, passage) or _is_named(telling, passage, weights)


def _is_named(telling: TellingOf, passage: Passage, weights: Weights) -> bool:
    """Whether the sentence names the plan's last day, or its verb and most of its words."""
    last, today = telling.bounds[1], passage.told.published
    given_up = GIVEN_UP.search(passage.text)
    if given_up:
        what = roots(passage.text[given_up.end() :])
        named = bool(telling.heads & what) and bool(telling.roots & what - telling.heads - COMMON - FEW)
        return named and share(telling, telling.anchors & passage.says, weights) >= ALIKE
    if not last or (today < last and not SUPERSEDED.search(passage.text)):
        return False
    if any(last in each for each in passage.dates):
        return (today > last or not STILL_OPEN.search(passage.text)) and is_of_its_sentence(telling, passage)
    if today < last or not all(last <= each[1] for each in passage.dates):
        return False
    if apart(telling.ordinals, ordinals(passage.roots)):
        return False
    common = telling.anchors & passage.says
    late = "deadline" in passage.text and telling.event.phase == "deadline"
    return (
        bool(telling.heads & passage.roots)
        and len(common) > 1
        and share(telling, common, weights) >= (ON_THE_DAY if late else MUCH_ALIKE)
    ) or _stayed_away(telling, passage, share(telling, common, weights))


def _stayed_away(telling: TellingOf, passage: Passage, score: float) -> bool:
    """Whether the sentence tells that who was to be there was not: `never turned up at the quay`."""
    there = passage.says & telling.anchors - telling.who - COMMON - FEW
    came = bool(there) and not telling.who.isdisjoint(passage.names)
    return came and score >= ON_THE_DAY and bool(ABSENT.search(passage.text))


def _so_late(telling: TellingOf, passage: Passage) -> bool:
    """Whether the sentence tells that what was planned came by so many days too late, on a day that is so late."""
    late, last = LATE.search(passage.text), telling.bounds[1]
    if not late or not last or not telling.anchors & passage.says - COMMON - FEW:
        return False
    many = int(late["many"]) if late["many"].isdigit() else NUMBERS.get(late["many"].casefold(), 1)
    came = later(last, many * (7 if late["unit"].casefold() == "week" else 1))
    return (came, came) in passage.dates


def is_of_its_sentence(telling: TellingOf, passage: Passage) -> bool:
    """Whether a sentence shares two words or names with the one that told of the plan, its speaker included.

    Two names alone may be those of many a plan of that day; who promised it, and that it was promised, are enough.
    """
    by = {telling.speaker.id} if telling.speaker else set()
    said = read(telling.sentence) | telling.anchors | by
    common = said & passage.says - COMMON - FEW
    if len(common) > 1 or (common and not telling.names.isdisjoint(passage.names) and common & passage.roots):
        return True
    return bool(common & (by | telling.who)) and bool(PROMISED.search(passage.text))
