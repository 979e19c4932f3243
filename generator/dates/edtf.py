"""EDTF (https://www.loc.gov/standards/datetime/): what a date can mean in days."""

import re
from datetime import date, timedelta
from functools import lru_cache

from generator.dates import calendar

_POINT = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?P<time>T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> tuple[str, str]:
    """First and last ISO day that a date can lie on; an empty one is unknown or open.

    A season is the northern one. What is no EDTF, or has no year, has no bounds.
    """
    text = re.sub(r"[~?%]", "", edtf.strip())
    if text[:1] + text[-1:] in {"[]", "{}"}:
        return _hull(text[1:-1])
    if "/" in text:
        first, _, last = text.partition("/")
        return _point(first)[0], _point(last)[1]
    return _point(text)


def first_day(edtf: str) -> str:
    """The ISO day by which a date is put in order among others: the first it can lie on, of `by 30 April` the last.

    Empty: no day is known.
    """
    first, last = bounds(edtf)
    return first or last


def last_day(edtf: str) -> str:
    """The last ISO day that a date can lie on, of `since 30 April` the first; empty: no day is known."""
    first, last = bounds(edtf)
    return last or first


def calendar_date(edtf: str) -> str:
    """The smallest day, month or year that holds every day a date can lie on, as ISO 8601; empty: none does.

    It is the date itself where that is a day, month or year.
    """
    first, last = bounds(edtf)
    sizes = (len("2031-03-04"), len("2031-03"), len("2031"))
    return next((first[:size] for size in sizes if first[:size] == last[:size]), "")


def filed_under(edtf: str) -> str:
    """The day, month or year under which lists and filters have a date: what holds it, else its first day."""
    return calendar_date(edtf) or first_day(edtf)


def _hull(members: str) -> tuple[str, str]:
    """Bounds of a set: its members are points or `a..b`."""
    pairs = [
        (_point(first)[0], _point(last)[1]) if dots else _point(first)
        for first, dots, last in (member.strip().partition("..") for member in members.split(","))
    ]
    firsts, lasts = [first for first, _ in pairs], [last for _, last in pairs]
    return "" if "" in firsts else min(firsts), "" if "" in lasts else max(lasts)


def _point(text: str) -> tuple[str, str]:
    """Bounds of a year, month, season, day or time; digits left open count from all 0 to all 9."""
    match = _POINT.fullmatch(text.strip())
    if not match or match["year"].startswith("X") or match["year"] == "0000":
        return "", ""
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    try:
        if "X" in year:
            return _days(year.replace("X", "0"))[0], _days(year.replace("X", "9"))[1]
        if "X" in month:
            return _days(year)
        value = f"{year}-{_SEASONS.get(int(month), month)}"
        return _some_day(value, day) if "X" in day else _days(f"{value}-{day}")
    except ValueError:
        return "", ""


def _some_day(month: str, day: str) -> tuple[str, str]:
    """The first and last day of a month whose number has the digits of `day`: `1X` is the 10th to the 19th."""
    first, last = _days(month)
    if day == "XX":
        return first, last
    digits = re.compile(day.replace("X", "[0-9]"))
    days = [
        f"{month}-{number:02}" for number in range(1, int(last[8:]) + 1) if digits.fullmatch(f"{number:02}")
    ]
    return (days[0], days[-1]) if days else ("", "")


def _days(value: str) -> tuple[str, str]:
    first, last = calendar.days_of(value)
    return first.isoformat(), last.isoformat()


def of_value(value: str, starts: calendar.WeekStart = "monday") -> str:
    """EDTF of a TIMEX3 value; empty where it has no place on the calendar.

    EDTF has no weeks, quarters or halves: sometime in one is `[first..last]`.
    """
    match calendar.unit_of(value):
        case "D" | "M" | "Y":
            return value[:10]
        case "W" | "WE":
            first, last = calendar.days_of(value, starts)
            return f"[{first}..{last}]"
        case "Q" | "H":
            first, last = calendar.months_of(value)
            return f"[{first.isoformat()[:7]}..{last.isoformat()[:7]}]"
        case "S":
            return f"{value[:4]}-{({code: number for number, code in _SEASONS.items()})[value[5:]]}"
        case "DE":
            return f"{value}X"
        case "CE":
            return f"{value}XX"
        case _ if re.fullmatch(r"XXXX-(?:XX|\d\d)-\d\d|XXXX-\d\d", value):
            return value
    return ""


def within(first: date, last: date) -> str:
    """Sometime from the first to the last day, in whole months where they are whole."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last + timedelta(days=1) == calendar.add_months(last.replace(day=1), 1):
        return (
            f"[{first.isoformat()[:7]}..{last.isoformat()[:7]}]"
            if first.isoformat()[:7] != last.isoformat()[:7]
            else first.isoformat()[:7]
        )
    return f"[{first.isoformat()}..{last.isoformat()}]"
