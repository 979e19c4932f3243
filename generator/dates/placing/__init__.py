"""Each kind of expression to its place on the calendar."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.dates import expressions as said
from generator.dates.placing import around, counted, days, lengths, periods
from generator.dates.scene import Place, Put, Scene

PLACERS: Mapping[type, Callable[[Any, Scene, Put], Place]] = {
    said.CalendarDate: days.calendar_date,
    said.NamedDay: days.named_day,
    said.NumericDate: days.numeric_date,
    said.Weekday: days.weekday,
    said.Season: periods.season,
    said.Holiday: periods.holiday,
    said.Era: periods.era,
    said.FiscalYear: periods.fiscal_year,
    said.Deictic: counted.deictic,
    said.Anaphoric: counted.anaphoric,
    said.Shifted: counted.shifted,
    said.Edge: around.edge,
    said.Nth: around.nth,
    said.Around: around.unit_around,
    said.Modified: around.modified,
    said.Interval: around.interval,
    said.DayPart: around.day_part,
    said.Clock: around.clock,
    said.Duration: lengths.duration,
    said.Stretch: lengths.stretch,
    said.Ending: lengths.ending,
    said.Opening: lengths.opening,
    said.Recurrence: lengths.recurrence,
    said.Reference: lengths.reference,
}
"""Kind of expression → the function that puts it on the calendar; its last argument places what is within."""


def put(expression: said.Expression, scene: Scene) -> Place:
    """Where the expression lies; out of the calendar it has a rule and nothing else."""
    try:
        return PLACERS[type(expression)](expression, scene, put)
    except (ValueError, OverflowError):
        return Place("", "out of the calendar")
