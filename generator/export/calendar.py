"""timeline.ics: the events whose day is known well enough for a calendar (RFC 5545)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from generator.export.safe import Here, line
from generator.export.shapes import sentence_page
from generator.model import EventView, Site
from generator.outputs import Later, later

MONTH = 31
"""An event that may lie on more days than a month has would fill the calendar and tell nothing."""
Days = tuple[date, date]
"""The first and the last day that an event can lie on."""
LATEST = 1000
"""Events of the calendar, half a megabyte: calendar programs refuse one of a megabyte. All are in the tables."""


def export(site: Site, site_url: str) -> Iterator[tuple[str, Later]]:
    """timeline.ics: what lies ahead, and the newest of the rest. Days, not hours; DTSTAMP is as_of, no clock's."""
    known = [(view, days) for view in site.events if (days := _days(view))]
    yield "timeline.ics", later(_calendar, known[-LATEST:], site.settings.title, site.as_of, site_url)


def _calendar(events: Sequence[tuple[EventView, Days]], title: str, as_of: str, site_url: str) -> Any:
    # Imported late: it loads time zones, which nothing here needs.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dossier//Timeline//EN")
    calendar.add("x-wr-calname", line(title))
    stamp = datetime.combine(_day(as_of) or date(1970, 1, 1), datetime.min.time(), UTC)
    for view, days in events:
        calendar.add_component(_event(view, days, stamp, site_url))
    return calendar.to_ical()


def _event(view: EventView, days: Days, stamp: datetime, site_url: str) -> Any:
    """The VEVENT of an event."""
    from icalendar import Event

    first, last = days
    event = Event()
    event.add("uid", f"{view.id}@{urlsplit(site_url).hostname or 'dossier.invalid'}")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # RFC 5545: the day after the last
    certain = view.phase in {"happened", "under way"}
    event.add("summary", line(view.what if certain else f"{view.phase.capitalize()}: {view.what}"))
    event.add("status", "CONFIRMED" if certain else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # nobody is busy because of the news
    event.add("description", _description(view))
    if view.place:
        event.add("location", line(view.place.name))
    if site_url and view.sources:
        event.add("url", Here("timeline.ics", site_url).to(sentence_page(view.sources[0])))
    return event


def _description(view: EventView) -> str:
    """The date in words of EDTF, who says so, and the first source's sentence, a line each."""
    first = view.sources[0] if view.sources else None
    lines = (
        f"Date: {view.date}",
        f"Known from: {view.date_note}" if view.date_note else "",
        "Overdue: no outcome is known." if view.overdue else "",
        f"“{first.quote}”" if first and first.quote else "",
        ", ".join(filter(None, (first.publisher, first.published))) if first else "",
    )
    return "\n".join(filter(None, map(line, lines)))


def _days(view: EventView) -> Days | None:
    """First and last day it can lie on; of one with an open end, or beginning, the day that is known."""
    first, last = _day(view.earliest), _day(view.latest)
    first, last = first or last, last or first
    if not first or not last or not 0 <= (last - first).days < MONTH:
        return None
    return (first, last) if last < date.max else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
