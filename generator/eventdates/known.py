"""A date as an event or a saying has it, and what an expression, or a bound alone, makes of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator import dates
from generator.model import Resolution, Span, Temporal


class EventDate(NamedTuple):
    """When an event was or will be."""

    edtf: str
    """Empty: not known."""
    day: str
    """The most likely day, ISO 8601, or a month or year where no day is known; empty: none."""
    note: str
    """How it is known, for a reader: `“the 11th”: day of the month`."""


UNKNOWN = EventDate("", "", "")


def likely(edtf: str, published: str) -> str:
    """The most likely day of an EDTF date; a month or a year stays what it is.

    Of a stretch that holds the day of publication it is that day, else the first day that is known.
    """
    if edtf == dates.calendar_date(edtf):
        return edtf
    first, last = dates.bounds(edtf)
    today = dates.bounds(published)[0]
    if today and (not first or first <= today) and (not last or today <= last):
        return today
    return first or last


def resolved(
    when: str, near: Span, text: str, temporals: Sequence[Temporal], resolutions: Sequence[Resolution]
) -> Resolution | None:
    """What the expression with the words `when` means that stands nearest to `near`; None: there is none."""
    said = " ".join(when.split())
    if not said:
        return None
    same = [
        (_distance(temporal.span, near), temporal.span.start, resolution)
        for temporal, resolution in zip(temporals, resolutions, strict=True)
        if " ".join(text[temporal.span.start : temporal.span.end].split()) == said
    ]
    return min(same, key=lambda pair: pair[:2])[2] if same else None


def _distance(span: Span, near: Span) -> int:
    return 0 if span.overlaps(near) else max(near.start - span.end, span.start - near.end)


def from_resolution(when: str, found: Resolution, published: str) -> EventDate:
    """What the expression with the words `when`, which means `found`, makes of a date."""
    why = dates.RULES.get(found.rule, "")
    note = f"“{when}”: {why[:1].lower()}{why[1:].rstrip('.')}" if why else f"“{when}”"
    if found.edtf:
        day = re.sub(r"^(\d{4}-\d\d-\d\d)T[^/.]*$", r"\1", found.edtf)
        return EventDate(day, likely(day, published), note)
    today = dates.first_day(published)
    if not today:
        return UNKNOWN
    match found.value:
        case "PRESENT_REF":
            return EventDate(published, today, note)
        case "PAST_REF":
            return if_known(until(published), today, note)
        case "FUTURE_REF":
            return if_known(since(published), today, note)
    # An expression off the calendar, such as `XXXX-XX-13` without a year, says more than the phase alone.
    says = found.value.startswith("XXXX") and any(sign.isdigit() for sign in found.value)
    return EventDate(found.value, "", note) if says else UNKNOWN


def if_known(edtf: str, day: str, note: str) -> EventDate:
    """UNKNOWN where there is no EDTF date."""
    return EventDate(edtf, day, note) if edtf else UNKNOWN


def until(published: str) -> str:
    """Sometime up to a date of publication; empty where its last day is not known."""
    last = ends(published)[1]
    return last and f"[..{last}]"


def since(published: str) -> str:
    """Sometime from a date of publication on; empty where its first day is not known."""
    first = ends(published)[0]
    return first and f"[{first}..]"


def ends(published: str) -> tuple[str, str]:
    """A date of publication as it can stand in another date: a day, month or year as it is, else its bounds."""
    if published == dates.calendar_date(published):
        return published, published
    return dates.bounds(published)


def between(first: str, last: str) -> str:
    """One day of those from `first` to `last`, ISO 8601."""
    return first if first == last else f"[{first}..{last}]"
