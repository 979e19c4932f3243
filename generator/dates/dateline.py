"""The date that an article gives itself in its first lines, and the day that its `today` means."""

import re
from datetime import date, timedelta

from generator.dates.calendar import unit_of
from generator.dates.expressions import CalendarDate, Clock
from generator.dates.grammar import find, parse
from generator.dates.lexicon import ORDINAL_WORD
from generator.dates.placing import put
from generator.dates.scene import DATELINE, NOWHERE, Anchor, Scene
from generator.model import Span

HEAD = 400
"""Code points in which a dateline is looked for."""
PRINTED_WITHIN = timedelta(days=3)
"""So long after the day of its dateline a report is published at most; an older date there is of something else."""
_BEFORE = re.compile(
    r"(?:(?:^|\n)[ \t]*(?:(?:published|posted|updated|date|last updated)(?: on)?:?[ \t]*)?"
    r"|(?:^|\n)[A-Z][^\n]{0,60}?[,(][ ])\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ \t]*(?:\n|\Z|\([^)\n]{1,40}\)[ ]?[-–—]|[-–—]{1,2}[ ]|[,|·][ ]|\d\d?:\d\d)")
_REPORT = re.compile(r"[ \t]*(?:\n|\Z|\([^)\n]{1,40}\)[ ]?[-–—]|[-–—]{1,2}[ ])")
"""What ends a dateline for certain: the line, or the dash before the report."""


_DAY = re.compile(rf"\d|{ORDINAL_WORD}", re.IGNORECASE)
"""What a day of a month cannot do without."""
_DASH = re.compile(r"[-–—] ")
LONGEST = 200
"""Code points of the longest line of a dateline, or of what stands before its dash."""


def _lines(head: str) -> list[Span]:
    """The lines that may be a dateline, and of long ones what stands before a dash near their beginning."""
    found = []
    for start, end in (match.span() for match in re.finditer(r"[^\n]+", head)):
        dashes = [dash.end() for dash in _DASH.finditer(head, start, min(end, start + LONGEST))]
        line = Span(start, end if end - start <= LONGEST else dashes[-1] if dashes else start)
        if _DAY.search(head, *line):
            found.append(line)
    return found


def dateline(text: str) -> Anchor:
    """The full date that the article gives itself.

    It stands alone on one of the first lines, opens the report after a place, or has its weekday and no
    preposition before it.
    """
    head = text[:HEAD]
    for found in find(head):
        start, end = found.span
        day = _day(head[start:end])
        if day is None or not (isinstance(day.year, int) and isinstance(day.month, int)):
            continue
        alone = _BEFORE.search(head[:start]) and _AFTER.match(head, end)
        if alone or (
            day.weekday and not re.search(r"(?i)\b(?:on|by|since|until|from|for|of)\s+\Z", head[:start])
        ):
            return Anchor(f"{day.year:04}-{day.month:02}-{day.day:02}", DATELINE)
    return NOWHERE


def written_on(text: str, published: Anchor) -> Anchor:
    """The day of writing: that of a dateline shortly before the day of publication, else the latter itself.

    A report of the 12th (`TARNWICK, May 12 (Wire) -`) that a paper prints on the 13th means the 12th by `today`.
    """
    if unit_of(published.value) != "D":
        return published
    head = text[:HEAD]
    for found in find(head, _lines(head)):
        start, end = found.span
        day = _day(head[start:end])
        if (
            day is None
            or day.month is None
            or not (_BEFORE.search(head[:start]) and _REPORT.match(head, end))
        ):
            continue
        value = put(day, Scene(published, "monday")).value
        age = (
            date.fromisoformat(published.value) - date.fromisoformat(value)
            if unit_of(value) == "D"
            else timedelta()
        )
        return Anchor(value, DATELINE) if timedelta() < age <= PRINTED_WITHIN else published
    return published


def _day(phrase: str) -> CalendarDate | None:
    """The day of a month that the phrase names, with or without a time."""
    said = parse(phrase)
    said = said.of if isinstance(said, Clock) else said
    return said if isinstance(said, CalendarDate) and said.day else None
