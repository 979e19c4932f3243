"""Arithmetic on TIMEX3 values of the calendar: weeks, months, seasons, decades, holidays. No clock, no text.

A value is `2025`, `2025-01`, `2025-01-14` (with or without a part of day after T), `2025-W03`, `2025-W03-WE`,
`2025-Q1`, `2025-H1`, `2025-SP`, `199` (a decade), `19` (a century). A `Day` pair is first and last day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

WeekStart = Literal["monday", "sunday"]

SHAPES: tuple[tuple[str, str], ...] = (
    ("D", r"\d{4}-\d\d-\d\d(?:T.*)?"),
    ("WE", r"\d{4}-W\d\d-WE"),
    ("W", r"\d{4}-W\d\d"),
    ("M", r"\d{4}-(?:0[1-9]|1[0-2])"),
    ("Q", r"\d{4}-Q[1-4]"),
    ("S", r"\d{4}-(?:SP|SU|FA|WI)"),
    ("H", r"\d{4}-H[12]"),
    ("Y", r"\d{4}"),
    ("DE", r"\d{3}"),
    ("CE", r"\d{2}"),
)
"""Unit of a value → its shape."""

SIZE = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "S": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7}
"""Order of the units, small to large."""

IN_MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
"""How long the units are, from a month up."""

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the season in the north, by the meteorologists' reckoning; it lasts three."""

UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "S": "XXXX-SX",
    "H": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip
"""Value of a unit when nothing tells which one."""


@lru_cache(maxsize=65_536)
def unit_of(value: str) -> str:
    """Unit of a value; empty if it is no value of the calendar (`PAST_REF`, `XXXX-XX-13`, `P3D`)."""
    return next((unit for unit, shape in SHAPES if re.fullmatch(shape, value)), "")


def week_of(day: date, starts: WeekStart) -> str:
    """Week that `day` lies in. A week from Sunday has the ISO number of its Monday."""
    if starts == "sunday" and day.isoweekday() == 7:
        day += timedelta(days=1)
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def days_of(value: str, starts: WeekStart = "monday") -> tuple[date, date]:
    """First and last day of a value. Raises ValueError for what is none, or lies outside the years 1 to 9999."""
    unit = unit_of(value)
    if unit == "D":
        day = date.fromisoformat(value[:10])
        return day, day
    if unit in {"W", "WE"}:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if unit == "WE":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        first = monday - timedelta(days=1) if starts == "sunday" else monday
        return first, first + timedelta(days=6)
    first_month, last_month = months_of(value)
    return first_month, month_end(last_month)


def month_end(day: date) -> date:
    """Last day of the month that `day` lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_of(value: str) -> tuple[date, date]:
    """First day of the first and of the last month of a value of a month or more."""
    unit = unit_of(value)
    if unit not in {"M", "Q", "S", "H", "Y", "DE", "CE"}:
        raise ValueError(f"no place on the calendar: {value}")
    year = int(value[:4].ljust(4, "0")) if unit in {"DE", "CE"} else int(value[:4])
    length = IN_MONTHS[unit]
    first = {"M": value[5:7], "Q": value[6:], "H": value[6:]}.get(unit, "1")
    month = SEASON_MONTHS[value[5:]] if unit == "S" else (int(first) - 1) * length + 1 if unit != "Y" else 1
    start = date(max(year, MINYEAR), month, 1)
    return start, add_months(start, length - 1)


def add_months(day: date, months: int) -> date:
    """`day` moved by months; the 31st becomes the last day of a shorter month. Raises ValueError out of range."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year out of range: {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def containing(value: str, unit: str, starts: WeekStart = "monday") -> str:
    """The value of `unit` that `value` lies in; empty if `value` is coarser than that or no value at all.

    A week or weekend belongs to the month and year of its Thursday or Saturday.
    """
    own = unit_of(value)
    if not own or SIZE[unit] < SIZE[own] or (SIZE[unit] == SIZE[own] and own not in {unit, "WE"}):
        return ""
    if own == unit and unit != "D":
        return value
    first, _ = days_of(value) if SIZE[own] <= SIZE["Y"] else (None, None)
    if first is None:
        return value[:2] if unit == "CE" else value
    day = first + timedelta(days=3) if own == "W" else first
    return _FORMATS[unit](day, starts)


_FORMATS: dict[str, Callable[[date, WeekStart], str]] = {
    "D": lambda day, _starts: day.isoformat(),
    "W": week_of,
    "WE": lambda day, starts: week_of(day, starts) + "-WE",
    "M": lambda day, _starts: f"{day.year:04}-{day.month:02}",
    "Q": lambda day, _starts: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "H": lambda day, _starts: f"{day.year:04}-H{(day.month + 5) // 6}",
    "Y": lambda day, _starts: f"{day.year:04}",
    "DE": lambda day, _starts: f"{day.year // 10:03}",
    "CE": lambda day, _starts: f"{day.year // 100:02}",
}


def move(value: str, unit: str, count: int, starts: WeekStart = "monday") -> str:
    """The value of `unit`, `count` units after the one that holds `value`; empty if that is not known.

    Raises ValueError or OverflowError out of range.
    """
    start = containing(value, unit, starts)
    if not start:
        return ""
    if unit in {"D", "W", "WE"}:
        first = days_of(start)[0] + timedelta(days=count * (1 if unit == "D" else 7))
        return _FORMATS[unit](first, "monday")
    if unit in {"DE", "CE"}:
        return f"{int(start) + count:0{len(start)}}"
    return _FORMATS[unit](add_months(months_of(start)[0], IN_MONTHS[unit] * count), starts)


def edge_of(value: str, mod: str, starts: WeekStart = "monday") -> tuple[date, date]:
    """First and last day of the START, MID or END third of a value, in whole months from a quarter up."""
    first, last = days_of(value, starts)
    if SIZE[unit_of(value)] >= SIZE["Q"]:
        start, end = months_of(value)
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        low, high = _third(months, mod)
        return add_months(start, low), month_end(add_months(start, high - 1))
    days = (last - first).days + 1
    low, high = (0, 1) if days == 1 else _third(days, mod)
    return first + timedelta(days=low), first + timedelta(days=high - 1)


def _third(length: int, mod: str) -> tuple[int, int]:
    """Half-open range of a third of `length`; the days of a month are cut at the 10th and the 20th."""
    cut, cut2 = (10, 20) if 28 <= length <= 31 else (round(length / 3), round(length * 2 / 3))
    return {"START": (0, cut), "MID": (cut, cut2), "END": (cut2, length)}[mod]


def span(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


# --- holidays -------------------------------------------------------------------------------


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian date (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth ISO `weekday` of a month; -1 is the last one."""
    if nth < 0:
        last = month_end(date(year, month, 1))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


_FIXED = {
    "new year's day": (1, 1), "new year": (1, 1), "new year's": (1, 1), "new year's eve": (12, 31),
    "epiphany": (1, 6), "australia day": (1, 26), "waitangi day": (2, 6), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17), "april fools' day": (4, 1), "april fool's day": (4, 1), "earth day": (4, 22),
    "anzac day": (4, 25), "may day": (5, 1), "international workers' day": (5, 1), "cinco de mayo": (5, 5),
    "international women's day": (3, 8), "juneteenth": (6, 19), "canada day": (7, 1), "independence day": (7, 4),
    "fourth of july": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "all saints' day": (11, 1),
    "guy fawkes night": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11), "remembrance day": (11, 11),
    "orthodox christmas": (1, 7), "christmas eve": (12, 24),
    "christmas": (12, 25), "christmas day": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
_NTH = {
    "martin luther king day": (1, 1, 3), "martin luther king jr. day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "memorial day": (5, 1, -1), "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2), "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4),
}  # fmt: skip
"""Name → month, ISO weekday, which one."""
_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1,
    "easter": 0, "easter sunday": 0, "easter day": 0, "easter monday": 1, "ascension day": 39, "pentecost": 49,
    "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
MOVABLE = (
    "ramadan", "eid al-fitr", "eid al-adha", "eid", "yom kippur", "rosh hashanah", "passover", "hanukkah",
    "diwali", "lunar new year", "chinese new year", "nowruz", "vesak", "mother's day", "father's day",
    "labour day", "sukkot", "purim", "ashura", "holi",
)  # fmt: skip
"""Days that other calendars or customs set, named but left without a date."""


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


HOLIDAYS: Mapping[str, Callable[[int], date]] = (
    {name: _fixed(*day) for name, day in _FIXED.items()}
    | {name: _nth(*day) for name, day in _NTH.items()}
    | {name: _from_easter(days) for name, days in _FROM_EASTER.items()}
    | {"orthodox easter": orthodox_easter}
)
"""Lower-case name → its day in a year. National days are those of the United States or of the one country
that has the name."""
