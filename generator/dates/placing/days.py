"""Days and months that the words name."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.dates import calendar
from generator.dates.calendar import containing, days_of, move, unit_of
from generator.dates.expressions import CalendarDate, NamedDay, NumericDate, Weekday
from generator.dates.scene import EARLIER, NOWHERE, Anchor, Direction, Place, Put, Scene, lost, place

FAR = timedelta(days=300)
"""A date without its year that the verb puts farther off than this is read as the nearest one instead: whoever
writes of last year's May in this year's April says so."""

SIDES: dict[Direction, str] = {-1: "before", 0: "nearest", 1: "after"}
"""Direction → last word of the rule's name."""


def pick(candidates: Iterable[date], low: date, high: date, direction: Direction) -> date:
    """The last candidate up to `high`, the first from `low` on, or the nearest; ties go to the past."""
    days = sorted(candidates)
    if direction < 0:
        return max((day for day in days if day <= high), default=days[0])
    if direction > 0:
        return min((day for day in days if day >= low), default=days[-1])
    return min(days, key=lambda day: (abs(day - low), day))


def written(year: int, month: int | None, day: int | None) -> str:
    """TIMEX3 value. Raises ValueError for a day that no calendar has."""
    if month is None:
        return f"{year:04}"
    return date(year, month, day).isoformat() if day else f"{year:04}-{month:02}"


def _open(said: CalendarDate) -> str:
    month = f"{said.month:02}" if isinstance(said.month, int) else "XX"
    return f"XXXX-{month}-{said.day:02}" if said.day else f"XXXX-{month}"


def calendar_date(said: CalendarDate, scene: Scene, put: Put) -> Place:
    """`14 January 2025`, `January last year`, `January 14`, `the 13th`."""
    if said.month is not None and not isinstance(said.month, int):
        outer = put(said.month, scene)
        month = containing(outer.value, "M", scene.starts)
        value = written(int(month[:4]), int(month[5:]), said.day) if month else _open(said)
        return place(value, outer.rule.partition(",")[0], scene, outer.against)
    if isinstance(said.year, int):
        return place(written(said.year, said.month, said.day), "calendar date", scene)
    if said.year is not None:
        outer = put(said.year, scene)
        year = containing(outer.value, "Y", scene.starts)
        value = written(int(year), said.month, said.day) if year else _open(said)
        return place(value, outer.rule.partition(",")[0], scene, outer.against)
    return _in_some_year(said, said.month, scene) if said.month else _in_some_month(said, scene)


def named_day(said: NamedDay, scene: Scene, put: Put) -> Place:
    """`9/11`; before that day nothing is known by it, and a date without a year is all that the words say."""
    day = date(said.year, said.month, said.day)
    if unit_of(scene.anchor.value) in {"D", "M", "Y"} and days_of(scene.anchor.value)[1] < day:
        return put(CalendarDate(month=said.month, day=said.day), scene)
    return place(day.isoformat(), "named day", scene)


def _in_some_year(said: CalendarDate, month: int, scene: Scene) -> Place:
    """`January 14`, `January`, `last January`."""
    story = (_named_before(month, said.day, scene) if said.day else NOWHERE) or scene.story_year(month)
    if story.value and not said.which and not scene.partner():
        return place(written(int(story.value[:4]), month, said.day), "year of the story", scene, story)
    anchor, direction = scene.count_day_from(0) if said.day else scene.count_from(0 if scene.tense else -1)
    if said.which in {"previous", "following"}:
        anchor = scene.last("M")
    if not anchor.value:
        return lost(_open(said))
    low, high = days_of(anchor.value, scene.starts)
    candidates = _yearly(month, said, low.year)
    if not said.day:
        low, high = low.replace(day=1), high.replace(day=1)
    match said.which:
        case "last" | "previous":
            candidates, direction = [day for day in candidates if day < low], -1
        case "next" | "coming" | "following":
            candidates, direction = [day for day in candidates if day > high], 1
        case "this":
            candidates, direction = [day for day in candidates if day.year == low.year], 0
    if not candidates:
        return lost(_open(said))
    day = pick(candidates, low, high, direction)
    far = (said.day or direction > 0) and abs(day - low) > FAR
    runs_out = scene.tense == "present" and said.day and not direction and low - day > LATELY
    if not said.which and (far or runs_out):
        direction = 1 if runs_out else 0
        day = pick(candidates, low, high, direction)
    rule = "counted" if said.which else f"year {SIDES[direction]}"
    return place(written(day.year, day.month, said.day and day.day), rule, scene, anchor)


LATELY = timedelta(days=14)
"""What the present tense tells of a day longer past is still to come: `its contract runs out on 31 December`."""
AGAIN = timedelta(days=10)
"""A date so near to the day of writing is that one, even where the text names the same day of another year."""


def _named_before(month: int, day: int, scene: Scene) -> Anchor:
    """The latest date of the text that has its year and this month and day: `January 6` after `January 6, 2021`."""
    if scene.tense == "future":
        return NOWHERE
    ending = f"-{month:02}-{day:02}"
    known = (told.value[:10] for told in reversed(scene.told) if told.dated and told.value[4:10] == ending)
    again = next(known, "")
    if not again or unit_of(scene.anchor.value) != "D":
        return Anchor(again, EARLIER) if again else NOWHERE
    today = date.fromisoformat(scene.anchor.value[:10])
    years = (
        date.fromisoformat(f"{today.year + step:04}{ending}") for step in (-1, 0, 1) if again[5:] != "02-29"
    )
    return NOWHERE if any(abs(near - today) <= AGAIN for near in years) else Anchor(again, EARLIER)


def _yearly(month: int, said: CalendarDate, year: int) -> list[date]:
    """That month, or that day of it, in the years around; the weekday decides where one is said."""
    days = []
    for candidate in range(max(1, year - 8), min(9999, year + 9)):
        try:
            days.append(date(candidate, month, said.day or 1))
        except ValueError:  # 29 February
            continue
    return [day for day in days if day.isoweekday() == said.weekday] or days


def _in_some_month(said: CalendarDate, scene: Scene) -> Place:
    """`the 13th`."""
    anchor, direction = scene.count_day_from(0)
    if unit_of(anchor.value) not in {"D", "M"} or said.day is None:
        return lost(_open(said))
    low, high = days_of(anchor.value)
    months = [calendar.add_months(low.replace(day=1), offset) for offset in range(-3, 4)]
    candidates = [
        first.replace(day=said.day) for first in months if calendar.month_end(first).day >= said.day
    ]
    day = pick(candidates, low, high, direction)
    return place(day.isoformat(), f"day of the month {SIDES[direction]}", scene, anchor)


def numeric_date(said: NumericDate, scene: Scene, _put: Put) -> Place:
    """`03/04/2025`: by the article's other dates, else by a publication date within a fortnight of one reading."""
    month_first = date(said.year, said.first, said.second)
    day_first = date(said.year, said.second, said.first)
    if said.first == said.second or scene.month_first is not None:
        return place(
            (day_first if scene.month_first is False else month_first).isoformat(), "numeric date", scene
        )
    if unit_of(scene.anchor.value) == "D":
        today = date.fromisoformat(scene.anchor.value[:10])
        near = [day for day in (month_first, day_first) if abs(day - today) <= timedelta(days=14)]
        if len(near) == 1:
            return place(near[0].isoformat(), "numeric date", scene, scene.anchor)
    first, last = sorted((month_first, day_first))
    return Place(f"{said.year:04}", "day or month first", "", f"[{first},{last}]")


def weekday(said: Weekday, scene: Scene, put: Put) -> Place:
    """`Tuesday`, `last Friday`, `Friday of next week`."""
    if said.week is not None:
        week = put(said.week, scene)
        if not unit_of(week.value):
            return lost(f"XXXX-WXX-{said.number}")
        first, _ = days_of(week.value, scene.starts)
        return place(_on_or_after(first, said.number).isoformat(), "weekday of a week", scene, week.against)
    anchor, direction = scene.count_day_from(1 if said.which == "this" or scene.tense == "present" else -1)
    if said.which in {"previous", "following"}:
        anchor = scene.last("D") if scene.last("D").value else anchor
    if unit_of(anchor.value) != "D":
        return lost(f"XXXX-WXX-{said.number}")
    today = date.fromisoformat(anchor.value[:10])
    strictly = {"last": -1, "previous": -1, "coming": 1, "following": 1}.get(said.which)
    if said.which == "next":
        first, _ = days_of(move(anchor.value, "W", 1, scene.starts), scene.starts)
        return place(_on_or_after(first, said.number).isoformat(), "weekday of a week", scene, anchor)
    if strictly:
        ahead = _on_or_after(today + timedelta(days=1), said.number)
        back = _on_or_after(today - timedelta(days=7), said.number)
        return place((ahead if strictly > 0 else back).isoformat(), "counted", scene, anchor)
    ahead = _on_or_after(today, said.number)
    back = _on_or_after(today - timedelta(days=6), said.number)
    day = pick([back, ahead], today, today, direction)
    return place(day.isoformat(), f"weekday {SIDES[direction]}", scene, anchor)


def _on_or_after(day: date, number: int) -> date:
    """The first day with that ISO weekday from `day` on."""
    return day + timedelta(days=(number - day.isoweekday()) % 7)
