"""Durations, sets, and words for past, present and future."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from generator.dates import calendar
from generator.dates.calendar import UNKNOWN, unit_of
from generator.dates.expressions import Duration, Quantity, Recurrence, Reference, Shifted, Stretch
from generator.dates.scene import Place, Put, Scene


def length(quantity: Quantity) -> str:
    """TIMEX3 value of a duration: `P3D`, `PT2H`, `PXW`."""
    if quantity.unit == "TH" and quantity.count and quantity.count != int(quantity.count):
        return f"PT{quantity.count * 60:g}M"  # half an hour
    number = "X" if quantity.count is None else f"{quantity.count:g}"
    clock = {"TH": "H", "TM": "M", "TS": "S"}.get(quantity.unit)
    return f"PT{number}{clock}" if clock else f"P{number}{quantity.unit}"


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
        months = quantity.count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[quantity.unit]
        other = calendar.add_months(today, direction * round(months))
    first, last = sorted((today, other))
    sometime = scene.lead in {"in", "within", "during"}
    rule = "duration from" + scene.anchor.ending
    return replace(
        found, rule=rule, edtf=f"[{first}..{last}]" if sometime else f"{first}/{last}", against=scene.anchor
    )


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
