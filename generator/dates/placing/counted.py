"""Dates counted from the day of writing or from an earlier expression."""

from dataclasses import replace
from datetime import date

from generator.dates import edtf
from generator.dates.calendar import UNKNOWN, days_of, move, unit_of
from generator.dates.expressions import Anaphoric, Deictic, Shifted
from generator.dates.scene import WORDS, Anchor, Place, Put, Scene, lost, place


def deictic(said: Deictic, scene: Scene, _put: Put) -> Place:
    """`yesterday`, `this week`, `later this month`, `last fiscal year`."""
    anchor = scene.anchor
    if said.unit == "N":  # the night that began yesterday, unless the verb looks ahead
        return deictic(replace(said, unit="D", offset=-(scene.direction(-1) < 0)), scene, _put)
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


def _weekend_is_over(scene: Scene) -> bool:
    """Whether `the weekend` is the one before: told in the past, from Monday to Friday."""
    value = scene.anchor.value
    return (
        scene.direction(0) < 0 and unit_of(value) == "D" and date.fromisoformat(value[:10]).isoweekday() <= 5
    )


def anaphoric(said: Anaphoric, scene: Scene, _put: Put) -> Place:
    """`that year`, `the previous day`; `the previous year` falls back on the day of writing."""
    anchor = scene.last(said.unit)
    if not anchor.value and said.offset and said.unit != "D":
        anchor = scene.anchor
    value = move(anchor.value, said.unit, said.offset, scene.starts) if anchor.value else ""
    return place(value, "counted", scene, anchor) if value else lost(UNKNOWN[said.unit])


def shifted(said: Shifted, scene: Scene, put: Put) -> Place:
    """`three days ago`, `two years later`, `three days after Christmas`; to the unit of the distance."""
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
    own = unit_of(anchor.value)
    if unit in {"Y", "DE"} and own in {"M", "Q", "H"} and said.origin == "earlier":
        # `a year earlier`, said of a quarter, is that quarter of the year before.
        per_year = {"M": 12, "Q": 4, "H": 2}[own]
        return place(
            move(anchor.value, own, steps * per_year * (10 if unit == "DE" else 1)), "counted", scene, anchor
        )
    value = move(anchor.value, unit, steps, scene.starts)
    return place(value, "counted", scene, anchor) if value else lost(UNKNOWN[unit])


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
