"""Days as tellings are compared by them: between two dates, so many later, and whether two dates can be one."""

from datetime import date
from functools import lru_cache

from generator import dates

Bounds = tuple[str, str]
"""First and last ISO day that a date can lie on; empty: open or unknown."""
UNKNOWN = 10_000
"""Very many days: between two dates of which one is not known."""


@lru_cache(maxsize=65_536)
def stretch(edtf: str) -> Bounds:
    """First and last day of a date; of what goes on `since` a date, those of its beginning."""
    first, last = dates.bounds(edtf.removesuffix("/.."))
    return first[:10], last[:10]


def overlap(some: Bounds, others: Bounds) -> bool:
    """Whether two dates can be one; what is not known at all can be none."""
    if not (any(some) and any(others)):
        return False
    return not (
        (some[1] and others[0] and some[1] < others[0]) or (others[1] and some[0] and others[1] < some[0])
    )


def width(bounds: Bounds) -> int:
    """Days that a closed date leaves open: 0 for a day."""
    return days(*bounds) if all(bounds) else UNKNOWN


@lru_cache(maxsize=65_536)
def days(first: str, last: str) -> int:
    """Days from one ISO day to another."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


@lru_cache(maxsize=65_536)
def later(day: str, by: int) -> str:
    """The ISO day so many days after another, within what a calendar holds; empty for what is no day."""
    if len(day) < len("2031-04-06"):
        return ""
    number = date.fromisoformat(day[:10]).toordinal() + by
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


@lru_cache(maxsize=65_536)
def days_apart(first: str, second: str) -> int:
    """Days between two EDTF dates of publication; UNKNOWN where one is not known."""
    known = dates.bounds(first)[0] and dates.bounds(second)[0]
    return abs(days_on(first, second)) if known else UNKNOWN


def days_on(first: str, second: str) -> int:
    """Days from one EDTF date to another, each by its first day; 0 where one is not known."""
    one, other = dates.bounds(first)[0], dates.bounds(second)[0]
    return days(one, other) if one and other else 0


# --- times at which things are looked up, so that nothing is compared with all that was ever told: see near ----


@lru_cache(maxsize=65_536)
def on_days(bounds: Bounds, narrow: int) -> tuple[str, ...]:
    """Each day of a date that leaves at most `narrow` open, else its first, and of an open date the date itself.

    Two dates have one of these in common if narrow ones share a day, or if they begin on one day or are one.
    """
    if not all(bounds):
        return ("..".join(bounds),)
    if not 0 <= width(bounds) <= narrow:
        return bounds[:1]
    return tuple(later(bounds[0], by) for by in range(width(bounds) + 1))


@lru_cache(maxsize=65_536)
def in_weeks(published: str, reach: int) -> tuple[str, ...]:
    """Stretches of time: what is published at most `reach` days before or after lies in one of them.

    The first is its own.
    """
    first = dates.bounds(published)[0]
    number = date.fromisoformat(first[:10]).toordinal() // reach if first else 0
    return tuple(f"stretch {each}" for each in (number, number - 1, number + 1)) if first else ()
