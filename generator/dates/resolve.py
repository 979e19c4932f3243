"""Time expressions of one text to dates, in reading order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator import sentences as boundaries
from generator.dates import edtf
from generator.dates.answers import answer, dated, one
from generator.dates.calendar import WeekStart, unit_of
from generator.dates.dateline import dateline, written_on
from generator.dates.expressions import Shifted
from generator.dates.ranges import day_beside, joint_of, ranged
from generator.dates.readings import Reading, readings_of
from generator.dates.scene import Anchor, Place, Scene, Told
from generator.dates.spoken import as_said
from generator.model import Resolution, Sentence, Temporal

REMEMBERED = 200
"""Earlier expressions that a later one may count from; a cap on the work that a long text can ask for."""
BESIDE = 4
"""A time of the day, the same in other zones, and the day."""


def resolve(
    text: str,
    temporals: Sequence[Temporal],
    *,
    published: str,
    week_starts: WeekStart = "monday",
    sentences: Sequence[Sentence] = (),
    language: str = "en",
) -> tuple[Resolution, ...]:
    """One Resolution for each of the temporals, in their order.

    `published` is an EDTF date. Where no year holds it, or it is empty, the date in the article's own first lines
    serves, if it has one, and it wins over a day of publication shortly after it. `sentences` are those of
    `text`, worked out here if not given.
    """
    printed = _publication(published)
    anchor = written_on(text, printed) if printed else dateline(text)
    order = sorted(range(len(temporals)), key=lambda index: temporals[index].span)
    ordered = [temporals[index] for index in order]
    sentences = sentences or boundaries.split(text)
    readings = readings_of(text, ordered, sentences, language)
    scene = Scene(anchor, week_starts, month_first=_month_first(readings))
    answers = _in_reading_order(text, readings, scene)
    answers = [
        as_said(text, sentences, readings, answers, index, scene) or known
        for index, known in enumerate(answers)
    ]
    return tuple(known for _, known in sorted(zip(order, answers, strict=True), key=lambda pair: pair[0]))


def _in_reading_order(text: str, readings: Sequence[Reading], scene: Scene) -> list[Resolution]:
    """An answer for each reading, from the day of writing and from what stands before it."""
    answers: list[Resolution] = []
    position = 0
    while position < len(readings):
        first, *others = readings[position : position + 2]
        joint = joint_of(text, first, others[0]) if others else ""
        if joint:
            found: tuple[Place, ...] = ranged(first, others[0], scene, joint)
        else:
            day = day_beside(text, readings[position : position + BESIDE])
            value = one(day, scene).value if day else ""
            found = (one(first, replace(scene, beside=value if unit_of(value) == "D" else "")),)
        for reading, place in zip(readings[position:], found, strict=False):
            answers.append(answer(reading, place))
            scene = _told(scene, reading, place, answers[-1])
        position += len(found)
    return answers


def _publication(published: str) -> Anchor | None:
    """The day, month or year in which the article appeared for sure; None where there is no such."""
    value = edtf.calendar_date(published)
    return Anchor(value) if value else None


def _told(scene: Scene, reading: Reading, found: Place, known: Resolution) -> Scene:
    """The scene for what comes after."""
    if not unit_of(known.value) or found.rule == "hour of a day" + scene.anchor.ending:
        return scene  # an hour of the day of writing, for want of another day, is nothing to count from
    by_hand, by_story = bool(reading.temporal.date), found.rule.startswith("year of the story")
    has_year = by_hand or by_story or dated(reading.expression)
    told = Told(
        known.value,
        reading.sentence,
        reading.paragraph,
        reading.opens,
        has_year,
        isinstance(reading.expression, Shifted),
    )
    return replace(scene, told=(*scene.told[1 - REMEMBERED :], told))


def _month_first(readings: Sequence[Reading]) -> bool | None:
    """Whether the article's numeric dates put the month first, as far as one of them can only be read so."""
    for reading in readings:
        match = re.match(r"(\d\d?)/(\d\d?)/\d", reading.phrase)
        if match and (int(match[1]) > 12) != (int(match[2]) > 12):
            return int(match[2]) > 12
    return None
