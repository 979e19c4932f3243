"""What counts from the day on which somebody said it: `“We start today,” she said on Monday`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.dates.answers import answer, one
from generator.dates.calendar import unit_of
from generator.dates.expressions import Clock, DayPart, Deictic, Edge, Expression, Modified, Shifted, Weekday
from generator.dates.readings import Reading
from generator.dates.scene import SAID, Anchor, Scene
from generator.model import Resolution, Sentence

SPOKEN_WITHIN = timedelta(days=14)
"""Older words than these are not told as news, and nothing is counted from their day."""

_SAYING = re.compile(
    r"(?i)\b(?:said|says|told|statement|announced|asked|wrote|spoke|speaking|interview|posted|speech)\b"
)


def as_said(
    text: str,
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    answers: Sequence[Resolution],
    index: int,
    scene: Scene,
) -> Resolution | None:
    """The answer for the reading at `index`, from the day of its saying; None if it does not count from there.

    `answers` are what the readings mean otherwise, `scene` the one at the head of the text.
    """
    reading = readings[index]
    before = text[readings[index - 1].temporal.span.end : reading.temporal.span.start] if index else ""
    if not _is_said(reading, before) or unit_of(scene.anchor.value) != "D":
        return None
    today = date.fromisoformat(scene.anchor.value[:10])
    for day in _days_named(text, sentences, readings, answers, reading):
        if timedelta() <= today - date.fromisoformat(day[:10]) <= SPOKEN_WITHIN:
            said_on = Anchor(day, SAID)
            found = one(reading, scene.at(said_on))
            return answer(reading, found) if found.against == said_on else None
    return None


def _is_said(reading: Reading, before: str) -> bool:
    """`today` in a quotation, or `Friday` of what somebody said would happen."""
    inner = _innermost(reading.expression)
    if reading.temporal.date or not isinstance(inner, Deictic | Weekday):
        return False
    foretold = isinstance(inner, Weekday) and reading.temporal.tense == "future" and " would " in before
    return reading.quoted or foretold


def _innermost(said: Expression | None) -> Expression | None:
    """`today` of `early today`."""
    while isinstance(said, DayPart | Clock | Edge | Modified):
        said = said.of
    return said


def _days_named(
    text: str,
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    answers: Sequence[Resolution],
    reading: Reading,
) -> Iterator[str]:
    """Days that the sentence names outside quotations, then those of the one before it if that tells of saying.

    For `today` the days of the article's news come last, the newest first.
    """
    for place in (reading.sentence, reading.sentence - 1):
        if place < 0 or (place != reading.sentence and not _SAYING.search(text, *sentences[place].span)):
            continue
        for other, known in zip(readings, answers, strict=True):
            said = other.sentence == place and not other.quoted and other is not reading
            if said and unit_of(known.value) == "D":
                yield known.value
    if _is_today(reading):
        yield from sorted(_days_of_news(readings, answers), reverse=True)


def _is_today(reading: Reading) -> bool:
    """`today`, `tonight`, `yesterday` in a quotation."""
    inner = _innermost(reading.expression)
    return reading.quoted and isinstance(inner, Deictic) and inner.unit in {"D", "N"}


def _days_of_news(readings: Sequence[Reading], answers: Sequence[Resolution]) -> Iterator[str]:
    """Days that the article tells of as past, in its own words: the newest is the day of its news."""
    for other, known in zip(readings, answers, strict=True):
        own = (
            other.temporal.tense == "past" and not other.quoted and not isinstance(other.expression, Shifted)
        )
        if own and unit_of(known.value) == "D":
            yield known.value
