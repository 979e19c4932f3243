"""One time expression to its answer: its place, and what the preposition before it adds."""

from dataclasses import replace

from generator.dates import edtf
from generator.dates.calendar import unit_of
from generator.dates.expressions import (
    CalendarDate,
    Clock,
    DayPart,
    Duration,
    Edge,
    Ending,
    Expression,
    Interval,
    Modified,
    Opening,
    Reference,
    Stretch,
    timex_type,
)
from generator.dates.forms.bounds import LASTING, PREPOSITIONS
from generator.dates.placing import put
from generator.dates.placing.around import bounded
from generator.dates.readings import Reading
from generator.dates.scene import Place, Scene
from generator.model import Resolution

_UNBOUNDED = (Modified, Clock, Duration, Stretch, Ending, Opening, Interval, Reference)
"""Expressions that a preposition adds nothing to."""


def seen_from(reading: Reading, scene: Scene) -> Scene:
    """The scene where the reading stands."""
    return replace(
        scene,
        tense=reading.temporal.tense,
        lead=reading.lead,
        sentence=reading.sentence,
        paragraph=reading.paragraph,
    )


def one(reading: Reading, scene: Scene) -> Place:
    """The expression's place, and what the preposition before it adds."""
    if reading.expression is None:
        return Place("", "not understood")
    found = put(reading.expression, seen_from(reading, scene))
    if reading.lead == "within" and _is_vague(reading.expression) and scene.anchor.value:
        return replace(found, edtf=f"[{scene.anchor.value}..]", against=scene.anchor)  # `within days`
    mod = PREPOSITIONS.get(reading.lead, "")
    if mod == "ON_OR_BEFORE" and isinstance(reading.expression, Clock) and reading.temporal.tense != "past":
        day = bounded(found.edtf.partition("T")[0], mod, lasting=reading.lead in LASTING)
        return replace(found, mod=mod, edtf=day)
    if not mod or timex_type(reading.expression) == "SET" or isinstance(reading.expression, _UNBOUNDED):
        return found
    if mod == "BEFORE" and _is_end(reading.expression):  # `before the end of April` is by its last day
        return replace(found, mod=found.mod or mod, edtf=bounded(found.edtf, "ON_OR_BEFORE"))
    loose = isinstance(reading.expression, DayPart)
    return replace(
        found,
        mod=found.mod or mod,
        edtf=bounded(found.edtf, mod, lasting=reading.lead in LASTING, loose=loose),
    )


def _is_end(expression: Expression) -> bool:
    return isinstance(expression, Edge) and expression.whole and expression.mod == "END"


def _is_vague(expression: Expression) -> bool:
    """Whether it is a duration without a number: `days`."""
    return isinstance(expression, Duration) and expression.quantity.count is None


def answer(reading: Reading, found: Place) -> Resolution:
    """What the build records of the reading; a date by hand wins over `found`."""
    temporal = reading.temporal
    if temporal.date:
        value = temporal.date if unit_of(temporal.date) and edtf.bounds(temporal.date)[0] else ""
        return Resolution(temporal.type, value, "", temporal.date, "", "by hand")
    kind = temporal.type if reading.expression is None else timex_type(reading.expression)
    if kind == "DURATION" and unit_of(found.value):
        kind = "DATE"
    return Resolution(
        kind, found.value, found.mod, found.edtf, found.against.value.partition("T")[0], found.rule
    )


def dated(expression: Expression | None) -> bool:
    """Whether the year is in the words."""
    match expression:
        case CalendarDate(year=int()):
            return True
        case Edge(of=inner) | Modified(of=inner) | DayPart(of=inner) | Clock(of=inner):
            return dated(inner)
    return False
