"""The timeline as a picture: SVG made at build time, without script, style or fixed width.

Places along the time axis are percentages and heights are pixels, so that its words keep their size on a phone.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from generator import words
from generator.markup import attribute
from generator.model import EventView

LANES = ("happened", "under way", "scheduled", "awaited", "forecast", "deadline")
SHAPES = {
    "happened": '<circle r="5"/>',
    "under way": '<circle r="5" class="hollow"/><path d="M0-5A5 5 0 0 1 0 5Z"/>',
    "scheduled": '<circle r="5" class="hollow"/>',
    "awaited": '<circle r="5" class="hollow dotted"/>',
    "forecast": '<path d="M0-6L6 5H-6Z" class="hollow"/>',
    "deadline": '<path d="M-5-5H5V5H-5Z"/>',
}
"""One for each phase, 10 pixels wide, around the origin; words and lanes say the same without it."""
ROW, TOP, LEFT, RIGHT = 16, 22, 22.0, 97.0
"""Height of a row and of the axis in pixels; where time begins and ends, in per cent of the width."""
NEAR = 3.2
"""Per cent of the width that two marks of one row keep between them."""
ROWS = 7
"""Rows of a lane; marks that would need more are counted in one row below."""
HEAP = 7.0
"""Per cent of the width that a number of marks stands for."""
NEARBY = timedelta(60)
"""The least distance from the others at which an event is left out."""
TICKS, DAYS_LABELLED = 6, 60
"""Most labels of the axis; days above which it names months."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12000, 24000)


class Mark(NamedTuple):
    """An event's place: first and last day, the last one open where nobody knows it."""

    event: EventView
    first: date
    last: date
    open_end: bool


def picture(events: Sequence[EventView], as_of: str) -> Markup:
    """A figure of `events` in lanes by phase, uncertain dates as bars; empty for fewer than two dated ones."""
    marks = _without_outliers(sorted(_marks(events), key=lambda mark: (mark.first, mark.last, mark.event.id)))
    if len(marks) < 2:
        return Markup()
    scale = Scale.over(marks, as_of)
    lanes, height, heaped = [], TOP, False
    for lane in LANES:
        rows, heaps = _rows([mark for mark in marks if mark.event.phase == lane], scale)
        if rows:
            lanes.append(_lane(lane, rows, heaps, height, scale))
            height += ROW * (len(rows) + bool(heaps)) + 8
            heaped = heaped or any(len(heap) > 1 for heap in heaps)
    left_out = len(events) - len(marks)
    caption = f"{words.count(len(marks), 'event')} by date; a bar is a date between two days."
    caption += " A number with “+” counts events for which there is no room." if heaped else ""
    caption += f" {left_out} more without a date or far from the others: in the list." if left_out else ""
    return Markup(
        '<figure class="picture">\n<svg role="img" aria-label="{}" width="100%" height="{}">\n{}\n{}\n</svg>\n'
        "<figcaption>{}</figcaption>\n</figure>"
    ).format(
        attribute(f"Timeline of {caption} The list has the same events."),
        height + 18,
        _axis(scale, height, as_of),
        Markup("\n").join(lanes),
        attribute(caption),
    )


class Scale(NamedTuple):
    """The days that the picture covers."""

    first: date
    last: date

    @staticmethod
    def over(marks: Sequence[Mark], as_of: str) -> "Scale":
        """All days of `marks` and the dossier's today, if it is near."""
        first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
        margin = max((last - first) // 20, timedelta(1))
        today = _day(as_of)
        if today and _moved(first, -4 * margin) <= today <= _moved(last, 4 * margin):
            first, last = min(first, today), max(last, today)
        return Scale(_moved(first, -margin), _moved(last, margin))

    def at(self, day: date) -> float:
        """Per cent of the width."""
        share = (day - self.first) / (self.last - self.first)
        return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 2)


def _moved(day: date, by: timedelta) -> date:
    """`day` so much later, within the years that there are."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _marks(events: Sequence[EventView]) -> Iterator[Mark]:
    for event in events:
        first, last = _day(event.earliest), _day(event.latest)
        if first or last:
            start = first or last
            end = last or first
            assert start and end  # noqa: S101 PT018  # one of the two is there
            yield Mark(event, start, end, last is None)


def _without_outliers(marks: list[Mark]) -> list[Mark]:
    """`marks` without those that lie further off than twice the span of the middle three quarters.

    A few events of long ago would leave to all the others one spot at the end of the axis.
    """
    if len(marks) <= 4:
        return marks
    eighth = max(1, len(marks) // 8)
    first, last = marks[eighth].first, marks[-1 - eighth].first
    reach = max((last - first) * 2, NEARBY)
    return [
        mark for mark in marks if _moved(first, -reach) <= mark.first and mark.last <= _moved(last, reach)
    ]


def _rows(marks: Sequence[Mark], scale: Scale) -> tuple[list[list[Mark]], list[list[Mark]]]:
    """`marks` of one lane dealt out to rows in which none touches another, and heaps of those beyond the rows."""
    rows: list[list[Mark]] = []
    heaps: list[list[Mark]] = []
    for mark in marks:
        free = (row for row in rows if _end(row[-1], scale) + NEAR <= scale.at(mark.first))
        row = next(free, None)
        if row is not None:
            row.append(mark)
        elif len(rows) < ROWS:
            rows.append([mark])
        elif heaps and scale.at(mark.first) - scale.at(heaps[-1][0].first) < HEAP:
            heaps[-1].append(mark)
        else:
            heaps.append([mark])
    return rows, heaps


def _end(mark: Mark, scale: Scale) -> float:
    return RIGHT if mark.open_end else scale.at(mark.last)


def _lane(
    name: str, rows: Sequence[Sequence[Mark]], heaps: Sequence[Sequence[Mark]], top: int, scale: Scale
) -> Markup:
    lines = [
        Markup('<text x="0" y="{}" class="lane">{}</text>').format(top + 12, name),
        Markup('<line x1="0" x2="100%" y1="{0}" y2="{0}" class="rule"/>').format(top - 3),
    ]
    lines += [
        _mark(mark, top + ROW * index + ROW // 2, scale) for index, row in enumerate(rows) for mark in row
    ]
    lines += [
        Markup('<text x="{}%" y="{}" class="heap">+{}</text>').format(
            scale.at(heap[0].first), top + ROW * len(rows) + 11, len(heap)
        )
        if len(heap) > 1
        else _mark(heap[0], top + ROW * len(rows) + ROW // 2, scale)
        for heap in heaps
    ]
    return Markup("\n").join(lines)


def _mark(mark: Mark, y: int, scale: Scale) -> Markup:
    """An event's shape, in the middle of a bar where the date is uncertain or lasts."""
    start, end = scale.at(mark.first), _end(mark, scale)
    middle = start if mark.open_end else round((start + end) / 2, 2)
    bar = Markup()
    if end - start > 0.5:
        style = "bar open" if mark.open_end else "bar"
        bar = Markup('<rect x="{}%" y="{}" width="{}%" height="6" rx="3" class="{}"/>').format(
            start, y - 3, round(end - start, 2), style
        )
    event = mark.event
    overdue = ", overdue" if event.overdue else ""
    return Markup(
        '<g class="mark {}{}"><title>{}</title>{}<svg x="{}%" y="{}" overflow="visible">{}</svg></g>'
    ).format(
        event.phase.replace(" ", "-"),
        " overdue" if event.overdue else "",
        attribute(f"{words.date(event.date)}: {event.what} ({event.phase}{overdue})"),
        bar,
        middle,
        y,
        Markup(SHAPES[event.phase]),  # noqa: S704  # the program's own
    )


def _axis(scale: Scale, height: int, as_of: str) -> Markup:
    lines = []
    for day, label in _ticks(scale):
        x = scale.at(day)
        lines.append(
            Markup('<line x1="{0}%" x2="{0}%" y1="16" y2="{1}" class="tick"/>').format(x, height)
            + Markup('<text x="{}%" y="11" class="tick">{}</text>').format(x, label)
        )
    today = _day(as_of)
    if today and scale.first <= today <= scale.last:
        lines.append(
            Markup('<line x1="{0}%" x2="{0}%" y1="16" y2="{1}" class="today"/>').format(
                scale.at(today), height
            )
            + Markup('<text x="{}%" y="{}" class="tick{}">as of {}</text>').format(
                scale.at(today), height + 12, _side(scale.at(today)), words.date(as_of)
            )
        )
    return Markup("\n").join(lines)


def _side(x: float) -> str:
    """On which side of its place a long label stands, so that it stays within the picture."""
    return " before" if x > 75 else " after" if x < 40 else ""


def _ticks(scale: Scale) -> list[tuple[date, str]]:
    """At most six round days with their labels: days, months or years, whichever fit."""
    days = (scale.last - scale.first).days
    if days <= DAYS_LABELLED:
        step = next(step for step in (1, 2, 7, 14) if days <= TICKS * step)
        found = map(date.fromordinal, range(scale.first.toordinal() + 1, scale.last.toordinal(), step))
        return [(day, f"{day.day} {words.MONTHS[day.month - 1][:3]}") for day in found]
    step = next(step for step in MONTH_STEPS if days <= TICKS * step * 30)
    first = scale.first.year * 12 + scale.first.month  # the month after, counted from the year 0
    months = range(-(-first // step) * step, scale.last.year * 12 + scale.last.month, step)
    return [
        (date(month // 12, month % 12 + 1, 1), _month_label(month, step, first=index == 0))
        for index, month in enumerate(months)
    ]


def _month_label(month: int, step: int, *, first: bool) -> str:
    """The year alone where steps are years; else the month, with its year where that is new."""
    year, index = divmod(month, 12)
    if step % 12 == 0:
        return str(year)
    return f"{words.MONTHS[index][:3]} {year}" if first or index < step else words.MONTHS[index][:3]
