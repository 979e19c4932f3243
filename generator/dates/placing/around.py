"""Shares, bounds, ranges and hours of other dates."""

from dataclasses import replace
from datetime import date, timedelta

from generator.dates import calendar, edtf
from generator.dates.calendar import UNKNOWN, unit_of
from generator.dates.expressions import Clock, DayPart, Edge, Expression, Interval, Modified, Shifted
from generator.dates.scene import Place, Put, Scene, lost, place


def edge(said: Edge, scene: Scene, put: Put) -> Place:
    """`early 2009`, `the end of the month`: the value of the whole, the EDTF of the share."""
    inner = put(said.of, scene)
    if not unit_of(inner.value):
        return replace(inner, mod=said.mod)
    first, last = calendar.edge_of(inner.value, said.mod, scene.starts)
    return replace(inner, mod=said.mod, edtf=edtf.within(first, last))


def modified(said: Modified, scene: Scene, put: Put) -> Place:
    """`as early as this week`, `before March`, `about 1990`."""
    inner = put(said.of, scene)
    loose = isinstance(said.of, Shifted)
    if isinstance(said.of, Shifted) and said.of.quantity.unit in {"TH", "TM", "TS"}:
        return replace(inner, mod=said.mod)
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
