"""Time expressions of one text to dates, in reading order."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import sentences as boundaries
from generator.dates import absolute, edtf
from generator.dates.calendar import WeekStart, unit_of
from generator.dates.dateline import dateline
from generator.dates.expressions import (
    CalendarDate,
    Clock,
    DayPart,
    Duration,
    Edge,
    Expression,
    Holiday,
    Interval,
    Modified,
    Reference,
    Stretch,
    Weekday,
    timex_type,
)
from generator.dates.forms.around import LASTING, PREPOSITIONS
from generator.dates.grammar import read
from generator.dates.placing import put
from generator.dates.placing.around import bounded
from generator.dates.scene import Anchor, Place, Scene, Told, lead_of
from generator.model import Resolution, Sentence, Span, Temporal

REMEMBERED = 200
"""Earlier expressions that a later one may count from; a cap on the work that a long text can ask for."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A temporal with what its words say and where it stands."""

    temporal: Temporal
    phrase: str
    expression: Expression | None
    lead: str
    sentence: int
    paragraph: int
    opens: bool


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

    `published` is an EDTF day, month or year, or empty: then the date in the article's own first lines serves,
    if it has one. `sentences` are those of `text`, worked out here if not given.
    """
    anchor = _publication(published) or dateline(text)
    order = sorted(range(len(temporals)), key=lambda index: temporals[index].span)
    ordered = [temporals[index] for index in order]
    readings = _read(text, ordered, sentences or boundaries.split(text), language)
    scene = Scene(anchor, week_starts, month_first=_month_first(readings))
    answers: list[Resolution] = []
    position = 0
    while position < len(readings):
        first, *others = readings[position : position + 2]
        joint = _joint(text, first, others[0]) if others else ""
        if joint:
            found: tuple[Place, ...] = _range(first, others[0], scene, joint)
        elif others and _beside(text, first, others[0]):
            day = _one(others[0], scene)
            found = (_one(first, replace(scene, beside=day.value if unit_of(day.value) == "D" else "")), day)
        else:
            found = (_one(first, scene),)
        for reading, place in zip(readings[position:], found, strict=False):
            answer = _answer(reading, place)
            answers.append(answer)
            scene = _told(scene, reading, place, answer)
        position += len(found)
    return tuple(answer for _, answer in sorted(zip(order, answers, strict=True), key=lambda pair: pair[0]))


def _publication(published: str) -> Anchor | None:
    """The day, month or year of publication, without time and qualifiers; None where it is no one of these."""
    value = re.sub(r"[~?%]", "", published)[:10]
    return Anchor(value) if unit_of(value) in {"D", "M", "Y"} and edtf.bounds(value)[0] else None


def _read(
    text: str, temporals: Sequence[Temporal], sentences: Sequence[Sentence], language: str
) -> list[_Reading]:
    starts = [sentence.span.start for sentence in sentences]
    readings = []
    for temporal in temporals:
        span = temporal.span
        at = max(0, bisect_right(starts, span.start) - 1)
        phrase = text[span.start : span.end]
        paragraph = sentences[at].paragraph if sentences else 0
        opens = bool(starts) and _OPENING.fullmatch(text, starts[at], span.start) is not None
        readings.append(
            _Reading(temporal, phrase, _said(text, span, language), lead_of(text, span), at, paragraph, opens)
        )
    return readings


def _said(text: str, span: Span, language: str) -> Expression | None:
    """What the words at `span` say; the English grammar serves other languages for what a person marked."""
    foreign = not language.startswith("en")
    return (absolute.read(text[span.start : span.end], language) if foreign else None) or read(text, span)


_OPENING = re.compile(r"[“\"‘(]?(?:(?:Back )?(?:In|On|By|During|Early in|Late in)[ \xa0])?", re.IGNORECASE)
"""What may stand before an expression that opens its sentence: `In 1998, ...`, not `The 1998 accord ...`."""


# --- one ------------------------------------------------------------------------------------


_UNBOUNDED = (Modified, Clock, Duration, Stretch, Interval, Reference)
"""Expressions that a preposition adds nothing to."""


def _seen_from(reading: _Reading, scene: Scene) -> Scene:
    return replace(
        scene,
        tense=reading.temporal.tense,
        lead=reading.lead,
        sentence=reading.sentence,
        paragraph=reading.paragraph,
    )


def _one(reading: _Reading, scene: Scene) -> Place:
    """The expression's place, and what the preposition before it adds."""
    if reading.expression is None:
        return Place("", "not understood")
    found = put(reading.expression, _seen_from(reading, scene))
    if reading.lead == "within" and _is_vague(reading.expression) and scene.anchor.value:
        return replace(found, edtf=f"[{scene.anchor.value}..]", against=scene.anchor)  # `within days`
    mod = PREPOSITIONS.get(reading.lead, "")
    if not mod or timex_type(reading.expression) == "SET" or isinstance(reading.expression, _UNBOUNDED):
        return found
    loose = isinstance(reading.expression, DayPart)
    return replace(
        found,
        mod=found.mod or mod,
        edtf=bounded(found.edtf, mod, lasting=reading.lead in LASTING, loose=loose),
    )


def _is_vague(expression: Expression) -> bool:
    """Whether it is a duration without a number: `days`."""
    return isinstance(expression, Duration) and expression.quantity.count is None


def _answer(reading: _Reading, found: Place) -> Resolution:
    temporal = reading.temporal
    if temporal.date:
        value = temporal.date if unit_of(temporal.date) else ""
        return Resolution(temporal.type, value, "", temporal.date, "", "by hand")
    kind = temporal.type if reading.expression is None else timex_type(reading.expression)
    if kind == "DURATION" and unit_of(found.value):
        kind = "DATE"
    return Resolution(kind, found.value, found.mod, found.edtf, found.against.value, found.rule)


def _told(scene: Scene, reading: _Reading, found: Place, answer: Resolution) -> Scene:
    """The scene for what comes after."""
    if not unit_of(answer.value) or found.rule == "hour of a day" + scene.anchor.ending:
        return scene  # an hour of the day of writing, for want of another day, is nothing to count from
    dated = (
        bool(reading.temporal.date)
        or found.rule.startswith("year of the story")
        or _dated(reading.expression)
    )
    told = Told(answer.value, reading.sentence, reading.paragraph, reading.opens, dated)
    return replace(scene, told=(*scene.told[1 - REMEMBERED :], told))


def _dated(expression: Expression | None) -> bool:
    """Whether the year is in the words."""
    match expression:
        case CalendarDate(year=int()):
            return True
        case Edge(of=inner) | Modified(of=inner) | DayPart(of=inner) | Clock(of=inner):
            return _dated(inner)
    return False


def _month_first(readings: Sequence[_Reading]) -> bool | None:
    """Whether the article's numeric dates put the month first, as far as one of them can only be read so."""
    for reading in readings:
        match = re.match(r"(\d\d?)/(\d\d?)/\d", reading.phrase)
        if match and (int(match[1]) > 12) != (int(match[2]) > 12):
            return int(match[2]) > 12
    return None


def _beside(text: str, first: _Reading, second: _Reading) -> bool:
    """Whether `first` is a time of the day that `second`, right behind it, names: `0300 UTC) on Wednesday`."""
    between = text[first.temporal.span.end : second.temporal.span.start]
    hour = isinstance(first.expression, Clock | DayPart) and first.expression.of is None
    return hour and re.fullmatch(r"[ \xa0,)]*(?:on[ \xa0])?", between) is not None


# --- ranges ---------------------------------------------------------------------------------

_JOINTS = re.compile(
    r"[ \xa0]*(?:(?P<word>to|until|till|through|thru|and)|[-–—])[ \xa0]*(?:the[ \xa0]*)?", re.IGNORECASE
)


def _joint(text: str, first: _Reading, last: _Reading) -> str:
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


def _range(first: _Reading, last: _Reading, scene: Scene, joint: str) -> tuple[Place, Place]:
    """Both ends; the first one's EDTF is the whole range. The end whose year is in the words leads the other."""
    start, end = (replace(_seen_from(reading, scene), lead="") for reading in (first, last))
    if first.expression is None or last.expression is None:
        return _one(first, scene), _one(last, scene)
    if _dated(first.expression) and not _dated(last.expression):
        low = put(first.expression, start)
        high = put(last.expression, replace(end, follows=low.value))
    else:
        high = put(last.expression, end)
        low = put(first.expression, replace(start, until=high.value) if unit_of(high.value) else start)
    if unit_of(low.edtf) and unit_of(high.edtf) and low.edtf <= high.edtf:
        low = replace(low, edtf=f"[{low.edtf}..{high.edtf}]" if joint == "and" else f"{low.edtf}/{high.edtf}")
    return low, high
