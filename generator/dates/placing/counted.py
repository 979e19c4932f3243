"""Dates counted from the day of writing or from an earlier expression."""

import re
from dataclasses import replace
from datetime import date

from generator.dates import edtf
from generator.dates.calendar import UNKNOWN, add_months, days_of, move, unit_of
from generator.dates.expressions import Anaphoric, Deictic, Shifted
from generator.dates.placing.lengths import length
from generator.dates.scene import EARLIER, WORDS, Anchor, Place, Put, Scene, lost, place


def deictic(said: Deictic, scene: Scene, _put: Put) -> Place:
    """`yesterday`, `this week`, `later this month`, `last fiscal year`."""
    anchor = scene.anchor
    if said.unit == "N":
        return deictic(replace(said, unit="D", offset=_night(said, scene)), scene, _put)
    if said.unit == "FY":
        year = move(anchor.value, "Y", said.offset) if anchor.value else ""
        return (
            Place(f"FY{year}", "counted" + anchor.ending, "", f"{year}~", anchor) if year else lost("FYXXXX")
        )
    offset = (
        said.offset - 1 if said.unit == "WE" and said.offset == 0 and _weekend_is_over(scene) else said.offset
    )
    value = move(anchor.value, said.unit, offset, scene.starts) if anchor.value else ""
    if not value:
        return lost(UNKNOWN[said.unit])
    found = place(value, "counted", scene, anchor)
    if not said.part or said.unit == "D" or unit_of(anchor.value) != "D":
        return found
    first, last = days_of(value, scene.starts)
    today = date.fromisoformat(anchor.value[:10])
    return replace(
        found, edtf=edtf.within(first, today) if said.part == "earlier" else edtf.within(today, last)
    )


def _night(said: Deictic, scene: Scene) -> int:
    """Days from today to the evening of the night.

    `overnight` began yesterday unless the verb looks ahead, and so did `tonight`, said before five in the morning.
    """
    if said.offset:
        return -1 if scene.direction(-1) < 0 else 0
    return -1 if re.search(r"T0[0-4]", scene.anchor.value) else 0


def _weekend_is_over(scene: Scene) -> bool:
    """Whether `the weekend` is the one before: told in the past, from Monday to Friday."""
    value = scene.anchor.value
    return (
        scene.direction(0) < 0 and unit_of(value) == "D" and date.fromisoformat(value[:10]).isoweekday() <= 5
    )


def anaphoric(said: Anaphoric, scene: Scene, _put: Put) -> Place:
    """`that year`, `the previous day`; `the previous year` falls back on the day of writing."""
    anchor = Anchor(scene.beside, EARLIER) if scene.beside and not said.offset else scene.last(said.unit)
    if not anchor.value and said.offset and said.unit != "D":
        anchor = scene.anchor
    value = move(anchor.value, said.unit, said.offset, scene.starts) if anchor.value else ""
    return place(value, "counted", scene, anchor) if value else lost(UNKNOWN[said.unit])


def shifted(said: Shifted, scene: Scene, put: Put) -> Place:
    """`three days ago`, `two years later`, `three days after Christmas`; to the unit of the distance."""
    if said.quantity.hours:
        return _hours(said, scene, put)
    unit, count = _whole(said.quantity.unit, said.quantity.count)
    if count is None:
        if said.origin == "now":
            return Place("PAST_REF", "past") if said.direction < 0 else Place("FUTURE_REF", "future")
        mod = "AFTER" if said.direction > 0 else "BEFORE"
        return Place(
            UNKNOWN[unit], "after an earlier date" if said.direction > 0 else "before an earlier date", mod
        )
    steps = said.direction * count
    anchor = _origin(said, unit, scene, put)
    if not anchor.value:
        return lost(UNKNOWN[unit])
    months = {"M": 1, "Y": 12, "DE": 120}.get(unit)
    if months and isinstance(said.origin, Deictic) and unit_of(anchor.value) == "D":  # `two years ago today`
        day = add_months(date.fromisoformat(anchor.value[:10]), steps * months)
        return place(day.isoformat(), "counted", scene, anchor)
    finer, factor = _finer(said, unit, unit_of(anchor.value))
    value = move(anchor.value, finer, steps * factor, scene.starts)
    return place(value, "counted", scene, anchor) if value else lost(UNKNOWN[unit])


def _finer(said: Shifted, unit: str, own: str) -> tuple[str, int]:
    """The unit that the date comes in, and how many of it make one `unit`.

    A week from a day that the text names is a day, a week ago is some day of that week (both as TIMEX3 has it);
    `a year earlier`, said of a quarter, is that quarter of the year before.
    """
    if said.origin == "now":
        return unit, 1
    if own == "D" and unit == "W":
        return "D", 7
    per_year = {"M": 12, "Q": 4, "H": 2}.get(own, 0)
    if unit in {"Y", "DE"} and per_year:
        return own, per_year * (10 if unit == "DE" else 1)
    return unit, 1


def _hours(said: Shifted, scene: Scene, put: Put) -> Place:
    """`two hours later`: a length of time, on the day that it is counted from."""
    found = Place(length(said.quantity), "duration", said.quantity.mod)
    if isinstance(said.origin, str):
        anchor = scene.anchor if said.origin == "now" else scene.day()
    else:
        anchor = Anchor(put(said.origin, scene).value, WORDS)
    if unit_of(anchor.value) != "D":
        return found
    return replace(found, rule="hours from" + anchor.ending, edtf=anchor.value[:10], against=anchor)


def _whole(unit: str, count: float | None) -> tuple[str, int | None]:
    """Hours as days, and halves in a smaller unit: two and a half years are 30 months."""
    hours = {"TH": 24, "TM": 24 * 60, "TS": 24 * 3600}
    if unit in hours:
        return "D", None if count is None else int(count // hours[unit])
    if count is None or count == int(count):
        return unit, None if count is None else int(count)
    smaller, factor = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "DE": ("Y", 10), "CE": ("Y", 100)}.get(
        unit, (unit, 1)
    )
    return smaller, int(count * factor)


def _origin(said: Shifted, unit: str, scene: Scene, put: Put) -> Anchor:
    if said.origin == "now":
        return scene.anchor
    if said.origin == "earlier":
        found = scene.last(unit)
        fall_back = not found.value and unit in {"M", "Q", "Y", "DE"} and said.direction < 0
        return scene.anchor if fall_back else found
    inner = put(said.origin, scene)
    return Anchor(inner.value, WORDS)
