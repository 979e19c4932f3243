"""Durations, sets, and words for past, present and future."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from generator.dates import calendar
from generator.dates.calendar import UNKNOWN, unit_of
from generator.dates.expressions import (
    Duration,
    Ending,
    Expression,
    Opening,
    Quantity,
    Recurrence,
    Reference,
    Shifted,
    Stretch,
)
from generator.dates.scene import Place, Put, Scene

HALVED = {"TH": ("PTM", 60), "D": ("PTH", 24), "Y": ("PM", 12)}
"""Unit → the ISO 8601 form of a smaller one, and how many of it there are."""


def length(quantity: Quantity) -> str:
    """TIMEX3 value of a duration: `P3D`, `PT2H`, `PXW`."""
    broken = quantity.count is not None and quantity.count != int(quantity.count)
    if (
        quantity.count
        and broken
        and (quantity.unit == "TH" or (quantity.count < 1 and quantity.unit in HALVED))
    ):
        unit, factor = HALVED[quantity.unit]  # half an hour
        return f"{unit[:-1]}{quantity.count * factor:g}{unit[-1]}"
    years = {"DE": 10, "CE": 100}.get(quantity.unit, 1)  # ISO 8601 measures in years, and has nothing longer
    number = "X" if quantity.count is None else f"{quantity.count * years:g}"
    clock = {"TH": "H", "TM": "M", "TS": "S"}.get(quantity.unit)
    return f"PT{number}{clock}" if clock else f"P{number}{'Y' if years > 1 else quantity.unit}"


def duration(said: Duration, scene: Scene, put: Put) -> Place:
    """`six months`; `in six months`, of the future, is a date, and `within six months` ends with one."""
    if scene.tense == "future" and scene.lead == "in" and said.quantity.count is not None:
        return put(Shifted(said.quantity, 1, "now"), scene)
    found = Place(length(said.quantity), "duration", said.quantity.mod)
    if scene.tense == "future" and scene.lead == "within":
        return _reaching(found, said.quantity, 1, scene)
    return found


def stretch(said: Stretch, scene: Scene, _put: Put) -> Place:
    """`the past three years`; `walked for the next two hours` is a length and no more."""
    found = Place(length(said.quantity), "duration", said.quantity.mod)
    if said.direction > 0 and scene.tense == "past":
        return found
    return _reaching(found, said.quantity, said.direction, scene)


def _reaching(found: Place, quantity: Quantity, direction: Literal[-1, 1], scene: Scene) -> Place:
    """`found` from the day of writing as far as the quantity reaches, forwards or back, where that is known."""
    if quantity.count is None or unit_of(scene.anchor.value) != "D" or quantity.unit in {"TH", "TM", "TS"}:
        return found
    today = date.fromisoformat(scene.anchor.value[:10])
    if quantity.unit in {"D", "W", "WE"}:
        days = quantity.count * (1 if quantity.unit == "D" else 7)
        other = today + timedelta(days=direction * round(days))
    else:
        months = quantity.count * calendar.IN_MONTHS[quantity.unit]
        other = calendar.add_months(today, direction * round(months))
    first, last = sorted((today, other))
    sometime = scene.lead in {"in", "within", "during"}
    rule = "duration from" + scene.anchor.ending
    return replace(
        found, rule=rule, edtf=f"[{first}..{last}]" if sometime else f"{first}/{last}", against=scene.anchor
    )


def ending(said: Ending, scene: Scene, put: Put) -> Place:
    """`the three months to June`: April to June."""
    found, bounds = _within(said.quantity, said.last, scene, put)
    if not bounds:
        return found
    after = bounds[1] + timedelta(days=1)
    return _lasting(found, _moved(after, said.quantity, -1), after)


def opening(said: Opening, scene: Scene, put: Put) -> Place:
    """`the first nine months of 2008`: January to September."""
    found, bounds = _within(said.quantity, said.of, scene, put)
    return _lasting(found, bounds[0], _moved(bounds[0], said.quantity, 1)) if bounds else found


def _within(
    quantity: Quantity, of: Expression, scene: Scene, put: Put
) -> tuple[Place, tuple[date, date] | None]:
    """The length, and the first and last day of what it begins or ends with, where both can be counted."""
    outer = put(of, scene)
    found = Place(length(quantity), outer.rule, quantity.mod, "", outer.against)
    countable = quantity.count is not None and quantity.unit in {"D", "W", "M", "Q", "Y"}
    known = unit_of(outer.value) in {"D", "M", "Y"}
    return found, calendar.days_of(outer.value) if countable and known else None


def _moved(day: date, quantity: Quantity, direction: Literal[-1, 1]) -> date:
    count = direction * (quantity.count or 0)
    if quantity.unit in {"D", "W"}:
        return day + timedelta(days=round(count) * (1 if quantity.unit == "D" else 7))
    return calendar.add_months(day, round(count * calendar.IN_MONTHS[quantity.unit]))


def _lasting(found: Place, first: date, after: date) -> Place:
    """From `first` up to the day before `after`, in months where they are whole."""
    last = after - timedelta(days=1)
    whole = first.day == after.day == 1
    return replace(found, edtf=f"{first:%Y-%m}/{last:%Y-%m}" if whole else f"{first}/{last}")


def recurrence(said: Recurrence, _scene: Scene, _put: Put) -> Place:
    """`every Tuesday`."""
    return Place(said.value, "set")


def reference(said: Reference, scene: Scene, _put: Put) -> Place:
    """`now`, `previously`, `soon`; `later`, told of the past, is after a date that the text does not name."""
    if said.value == "FUTURE_REF" and scene.tense == "past":
        return Place(UNKNOWN["D"], "after an earlier date", "AFTER")
    return Place(
        said.value, {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}[said.value]
    )
