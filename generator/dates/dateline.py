"""The date that an article gives itself in its first lines."""

import re

from generator.dates.expressions import CalendarDate, Clock
from generator.dates.grammar import find, parse
from generator.dates.scene import DATELINE, NOWHERE, Anchor

HEAD = 400
"""Code points in which a dateline is looked for."""
_BEFORE = re.compile(
    r"(?:(?:^|\n)[ \t]*(?:(?:published|posted|updated|date|last updated)(?: on)?:?[ \t]*)?"
    r"|(?:^|\n)[A-Z][^\n]{0,60}?[,(][ ])\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ \t]*(?:\n|\Z|\([^)\n]{1,40}\)[ ]?[-–—]|[-–—]{1,2}[ ]|[,|·][ ]|\d\d?:\d\d)")


def dateline(text: str) -> Anchor:
    """The full date that the article gives itself.

    It stands alone on one of the first lines, opens the report after a place, or has its weekday and no
    preposition before it.
    """
    head = text[:HEAD]
    for found in find(head):
        start, end = found.span
        day = parse(head[start:end])
        day = day.of if isinstance(day, Clock) else day
        if not isinstance(day, CalendarDate) or not (
            isinstance(day.year, int) and isinstance(day.month, int) and day.day
        ):
            continue
        alone = _BEFORE.search(head[:start]) and _AFTER.match(head, end)
        if alone or (
            day.weekday and not re.search(r"(?i)\b(?:on|by|since|until|from|for|of)\s+\Z", head[:start])
        ):
            return Anchor(f"{day.year:04}-{day.month:02}-{day.day:02}", DATELINE)
    return NOWHERE
