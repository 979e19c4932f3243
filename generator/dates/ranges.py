"""Two expressions that are the ends of one range: `from Monday to Friday`, `between March and May`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.dates.answers import dated, one, seen_from
from generator.dates.calendar import unit_of
from generator.dates.edtf import bounds
from generator.dates.expressions import (
    Anaphoric,
    CalendarDate,
    Clock,
    DayPart,
    Edge,
    Expression,
    Holiday,
    Modified,
    Weekday,
    timex_type,
)
from generator.dates.placing import put
from generator.dates.readings import Reading
from generator.dates.scene import Place, Scene


def day_beside(text: str, readings: Sequence[Reading]) -> Reading | None:
    """What names the day of the first reading behind it: `0300 UTC (11 p.m.) on Wednesday`, `opening night, 3 May`.

    None if the first names its own, or nothing follows.
    """
    for reading, following in pairwise(readings):
        between = text[reading.temporal.span.end : following.temporal.span.start]
        if not _wants_day(reading.expression) or not _BESIDE.fullmatch(between):
            return None
        if not _wants_day(following.expression):
            return following
    return None


_BESIDE = re.compile(r"[ \xa0,()]*(?:on[ \xa0])?")


def _wants_day(said: Expression | None) -> bool:
    """`3 p.m.`, `shortly before noon`, `the evening`, `opening night`."""
    if isinstance(said, Modified):
        said = said.of
    return (isinstance(said, Clock | DayPart) and said.of is None) or said == Anaphoric("D", 0)


_JOINTS = re.compile(
    r"[ \xa0]*(?:(?P<word>to|until|till|through|thru|and)|[-–—])[ \xa0]*(?:the[ \xa0]*)?", re.IGNORECASE
)


def joint_of(text: str, first: Reading, last: Reading) -> str:
    """`to` or `and` where the two are the ends of a range (`from … to …`, `between … and …`), else empty."""
    if (
        not isinstance(first.expression, CalendarDate | Weekday | Holiday | DayPart | Clock | Edge)
        or last.expression is None
    ):
        return ""
    if (
        timex_type(first.expression) != timex_type(last.expression)
        or first.temporal.date
        or last.temporal.date
    ):
        return ""
    match = _JOINTS.fullmatch(text, first.temporal.span.end, last.temporal.span.start)
    before = text[max(0, first.temporal.span.start - 12) : first.temporal.span.start].lower()
    between = re.search(r"\bbetween (?:the )?\Z", before) is not None
    if not match or ((match["word"] or "").lower() == "and") != between:
        return ""
    return "and" if between else "to"


def ranged(first: Reading, last: Reading, scene: Scene, joint: str) -> tuple[Place, Place]:
    """Both ends; the first one's EDTF is the whole range. The end whose year is in the words leads the other."""
    start, end = (replace(seen_from(reading, scene), lead="") for reading in (first, last))
    if first.expression is None or last.expression is None:
        return one(first, scene), one(last, scene)
    if dated(first.expression) and not dated(last.expression):
        low = put(first.expression, start)
        high = put(last.expression, replace(end, follows=low.value))
    else:
        high = put(last.expression, end)
        if unit_of(high.value) == "D":
            start = replace(start, beside=high.value[:10])  # `from 9 a.m. to 5 p.m. on Friday`
        low = put(first.expression, replace(start, until=high.value) if unit_of(high.value) else start)
    begins, ends = (place.edtf.partition("T")[0] for place in (low, high))  # a range in EDTF is of whole days
    if joint == "and" and unit_of(begins) != unit_of(ends):
        begins, ends = bounds(begins)[0], bounds(ends)[1]  # and a set of one unit
    if unit_of(begins) and unit_of(ends) and begins <= ends and not ("T" in low.edtf and begins == ends):
        low = replace(low, edtf=f"[{begins}..{ends}]" if joint == "and" else f"{begins}/{ends}")
    return low, high
