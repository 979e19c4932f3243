"""Shares, bounds, ranges and hours of other dates."""

from dataclasses import replace
from datetime import date, timedelta

from generator.dates import calendar, edtf
from generator.dates.calendar import UNKNOWN, unit_of
from generator.dates.expressions import (
    Around,
    Clock,
    DayPart,
    Edge,
    Expression,
    Interval,
    Modified,
    Nth,
    Shifted,
)
from generator.dates.scene import Place, Put, Scene, lost, place


def edge(said: Edge, scene: Scene, put: Put) -> Place:
    """`early 2009`, `the end of the month`: the value of the whole, the EDTF of the share."""
    inner = put(said.of, scene)
    if not unit_of(inner.value):
        return replace(inner, mod=said.mod)
    first, last = calendar.edge_of(inner.value, said.mod, scene.starts)
    return replace(inner, mod=said.mod, edtf=edtf.within(first, last))


def nth(said: Nth, scene: Scene, put: Put) -> Place:
    """`the last Friday of the month` is a day, `the first week of April` a share of that month."""
    inner = put(said.of, scene)
    if not unit_of(inner.value):
        return lost(UNKNOWN.get(said.unit, UNKNOWN["D"]) if said.unit != "H" else inner.value)
    first, last = calendar.days_of(inner.value, scene.starts)
    if said.unit in {"W", "H"}:
        low, high = _share(said, first, last)
        mod = "START" if said.number == 1 else "END" if low > first and high == last else "MID"
        return replace(inner, mod=mod, edtf=edtf.within(low, high))
    wanted = {"D": range(1, 8), "WE": (6,)}.get(said.unit, (int(said.unit),) if said.unit.isdigit() else ())
    days = [day for day in calendar.span(first, last) if day.isoweekday() in wanted]
    if not 0 < abs(said.number) <= len(days):
        raise ValueError(f"no such part of {inner.value}")
    day = days[said.number - (said.number > 0)].isoformat()
    value = calendar.containing(day, "WE") if said.unit == "WE" else day
    return replace(inner, value=value, mod="", edtf=edtf.of_value(value, scene.starts))


def _share(said: Nth, first: date, last: date) -> tuple[date, date]:
    """First and last day of a week counted from either end, or of a half."""
    if said.unit == "H":
        middle = first + (last - first) // 2
        if middle == last:
            raise ValueError("a day has no halves")
        return (first, middle) if said.number == 1 else (middle + timedelta(days=1), last)
    week = timedelta(days=7)
    if said.number < 0:
        return last - week + timedelta(days=1), last
    low = first + week * (said.number - 1)
    if low > last:
        raise ValueError("no such week")
    return low, min(last, low + week - timedelta(days=1))


def unit_around(said: Around, scene: Scene, put: Put) -> Place:
    """`the week of 17 March`."""
    inner = put(said.of, scene)
    value = calendar.containing(inner.value, said.unit, scene.starts)
    return (
        replace(inner, value=value, edtf=edtf.of_value(value, scene.starts))
        if value
        else lost(UNKNOWN[said.unit])
    )


def modified(said: Modified, scene: Scene, put: Put) -> Place:
    """`as early as this week`, `before March`, `about 1990`."""
    inner = put(said.of, scene)
    loose = isinstance(said.of, Shifted)
    if isinstance(said.of, Shifted) and said.of.quantity.hours:
        return replace(inner, mod=said.mod)
    if isinstance(said.of, Clock):
        day = inner.edtf.partition("T")[0]
        near = said.mod in {"BEFORE", "AFTER"}  # `shortly before noon` is that day
        return replace(
            inner, mod=said.mod, edtf=day if near else bounded(day, said.mod, lasting=said.lasting)
        )
    return replace(inner, mod=said.mod, edtf=bounded(inner.edtf, said.mod, lasting=said.lasting, loose=loose))


def bounded(when: str, mod: str, *, lasting: bool = False, loose: bool = False) -> str:
    """EDTF of before, after, since or by the EDTF date `when`; `when` itself where it has no days to count from.

    `loose` counts the date itself in: more than a decade ago may still be in the decade that a decade ago names.
    """
    if mod == "APPROX":
        return f"{when}~" if unit_of(when) in {"D", "M", "Y"} else when
    first, last = edtf.bounds(when)
    if not first or not last:
        return when
    simple = when if unit_of(when) in {"D", "M", "Y"} and "T" not in when else ""
    match mod:
        case "BEFORE" if not loose:
            return f"[..{date.fromisoformat(first) - timedelta(days=1)}]"
        case "AFTER" if not loose:
            return f"[{date.fromisoformat(last) + timedelta(days=1)}..]"
        case "BEFORE" | "ON_OR_BEFORE":
            return f"../{simple or last}" if lasting else f"[..{simple or last}]"
        case "AFTER" | "ON_OR_AFTER":
            return f"{simple or first}/.." if lasting else f"[{simple or first}..]"
    return when


def interval(said: Interval, scene: Scene, put: Put) -> Place:
    """`March 3-5`, `2003-07`."""
    last = put(said.last, scene)
    first = put(said.first, replace(scene, until=last.value) if unit_of(last.value) else scene)
    if not unit_of(first.value) or not unit_of(last.value):
        return lost(f"{first.value}/{last.value}")
    rule = first.rule if first.against.value else "range"
    return Place(f"{first.value}/{last.value}", rule, "", f"{first.edtf}/{last.edtf}", first.against)


def day_part(said: DayPart, scene: Scene, put: Put) -> Place:
    """`Friday morning`, `in the evening`."""
    return _at_time(said.of, scene, put, f"T{said.part}", "")


def clock(said: Clock, scene: Scene, put: Put) -> Place:
    """`10:30 p.m. EST`; midnight ends a day, and has no EDTF of its own."""
    exact = f"T{said.time}:00{said.zone}" if said.time != "24:00" else ""
    return _at_time(said.of, scene, put, f"T{said.time}", exact)


def _at_time(of: Expression | None, scene: Scene, put: Put, time: str, exact: str) -> Place:
    if of is not None:
        day = put(of, scene)
    elif (anchor := scene.day()).value:
        day = place(anchor.value[:10], "hour of a day", scene, anchor)
    else:
        return lost(time if time[1].isdigit() else UNKNOWN["D"] + time)
    if unit_of(day.value) != "D":
        return replace(day, value=day.value + time)
    known = day.edtf + exact if unit_of(day.edtf) == "D" else day.edtf
    return replace(day, value=day.value[:10] + time, edtf=known)
