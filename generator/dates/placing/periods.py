"""Seasons, quarters, decades, fiscal years and holidays."""

from collections.abc import Callable
from datetime import date

from generator.dates import calendar
from generator.dates.calendar import UNKNOWN, containing, days_of
from generator.dates.expressions import Era, FiscalYear, Holiday, Season
from generator.dates.placing.days import FAR, SIDES, pick
from generator.dates.scene import Direction, Place, Put, Scene, lost, place


def season(said: Season, scene: Scene, put: Put) -> Place:
    """`last summer`, `the third quarter`, `the first half of 2024`."""
    if said.year is not None:
        outer = put(said.year, scene)
        year = containing(outer.value, "Y", scene.starts) or "XXXX"
        return place(f"{year}-{said.code}", outer.rule.partition(",")[0], scene, outer.against)
    anchor = scene.last("Y") if said.which in {"previous", "following"} else scene.anchor
    if not anchor.value:
        return lost(f"XXXX-{said.code}")
    low, high = days_of(anchor.value, scene.starts)
    values = [f"{year:04}-{said.code}" for year in _years_around(low)]
    ended = [value for value in values if days_of(value)[1] < low]
    begun = [value for value in values if days_of(value)[0] <= high]
    unended = [value for value in values if days_of(value)[1] >= low]
    ahead = [value for value in values if days_of(value)[0] > high]
    if said.which in {"last", "previous"}:
        return place(ended[-1], "counted", scene, anchor)
    if said.which in {"next", "coming", "following"}:
        return place(ahead[0], "counted", scene, anchor)
    if scene.direction(1 if said.which == "this" else -1) > 0:
        return place(unended[0], "counted" if said.which else "year after", scene, anchor)
    # A quarter or half year that is spoken of in the past is a completed one: its figures are out.
    completed = said.code[0] in "QH" and not said.which
    value = ended[-1] if completed else begun[-1]
    return place(value, "counted" if said.which else "year before", scene, anchor)


def _years_around(day: date) -> range:
    """Two years on either side. Raises ValueError near the ends of the calendar."""
    if not 3 <= day.year <= 9996:
        raise ValueError(f"year out of range: {day.year}")
    return range(day.year - 2, day.year + 3)


def holiday(said: Holiday, scene: Scene, put: Put) -> Place:
    """`Christmas Eve 2024`, `Easter`; days of other calendars stay open."""
    rule = calendar.HOLIDAYS.get(said.name)
    if rule is None:
        return Place(UNKNOWN["D"], "movable holiday")
    if said.year is not None:
        year = put(said.year, scene)
        known = containing(year.value, "Y", scene.starts)
        return (
            place(rule(int(known)).isoformat(), "holiday", scene, year.against)
            if known
            else lost(_each_year(rule))
        )
    story = scene.story_year()
    if story.value:
        return place(rule(int(story.value)).isoformat(), "year of the story", scene, story)
    anchor, direction = scene.count_from(0)
    if not anchor.value:
        return lost(_each_year(rule))
    low, high = days_of(anchor.value, scene.starts)
    days = [rule(year) for year in _years_around(low)]
    fixed: dict[str, Direction] = {"last": -1, "next": 1, "coming": 1}
    direction = fixed.get(said.which, direction)
    days = [day for day in days if said.which not in fixed or (day < low if direction < 0 else day > high)]
    day = pick(days, low, high, direction)
    if said.which not in fixed and abs(day - low) > FAR:
        day, direction = pick(days, low, high, 0), 0
    return place(day.isoformat(), f"year {SIDES[direction]}", scene, anchor)


def _each_year(rule: Callable[[int], date]) -> str:
    """`XXXX-12-25` for a holiday that is always on the same day."""
    days = {rule(year).isoformat()[4:] for year in (2023, 2024, 2025)}
    return f"XXXX{days.pop()}" if len(days) == 1 else UNKNOWN["D"]


def era(said: Era, scene: Scene, _put: Put) -> Place:
    """`the 1990s`, `the 19th century`."""
    return place(said.digits, "era", scene)


def fiscal_year(said: FiscalYear, _scene: Scene, _put: Put) -> Place:
    """`fiscal 2024`: about that year, because nothing tells when it begins."""
    return Place(
        f"FY{said.year}" + (f"-Q{said.quarter}" if said.quarter else ""),
        "fiscal year",
        "",
        f"{said.year:04}~",
    )
