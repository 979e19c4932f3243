"""The day of the news itself, for what is told without a day of its own."""

import re
from collections.abc import Sequence
from datetime import date

from generator import dates
from generator.model import Resolution, Temporal

FRESH = 3
"""Days between the news and its publication within which an undated past is that of the news."""
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[^/.]*)?\Z")


def news_day(temporals: Sequence[Temporal], resolutions: Sequence[Resolution], published: str) -> str:
    """The day on which what a fresh report tells in the past most likely was: the newest that it names.

    It is the day of publication where the newest one lies more than `FRESH` days back: then it is background.
    """
    newest = newest_told(temporals, resolutions, published)
    known = map(dates.calendar_date, (newest, published))
    days = [date.fromisoformat(each) for each in known if DAY.match(each)]
    return newest if len(days) == 2 and (days[1] - days[0]).days <= FRESH else published


def newest_told(temporals: Sequence[Temporal], resolutions: Sequence[Resolution], published: str) -> str:
    """The day of the news itself: the newest that the article tells as past, else that of publication.

    What it calls earlier than its news (`previously`, `subsequently` of an older day) lies no later.
    """
    today = dates.last_day(published)
    told = [
        resolution.edtf[:10]
        for temporal, resolution in zip(temporals, resolutions, strict=True)
        if temporal.tense == "past" and DAY.match(resolution.edtf) and resolution.edtf[:10] <= today
    ]
    return max(told, default=published)
