"""The timeline: all events by date on one page, or of very many on a page for each part of the time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import words
from generator.assemble.tellings import AHEAD
from generator.model import EventView, Site
from generator.outputs import later
from generator.render.divided import Listed, Part, below
from generator.render.links import timeline_parts
from generator.render.page import MANY, Page
from generator.render.picture import picture

COMING_ON_THE_INDEX = 12


def timeline(site: Site) -> Iterator[Page]:
    """The timeline, divided where it is long."""
    whole = timeline_parts(site.events)
    if not whole.parts:
        yield _dated(site, whole, "Timeline", {"way": (), "beside": (), "same": ()})
        return
    yield Page(
        whole.path,
        "timelines",
        "Timeline",
        f"{words.count(len(site.events), 'event')}, year by year.",
        {
            "parts": whole.links,
            "in_all": len(site.events),
            "coming": by_due(e for e in site.events if _is_coming(e, site.as_of) and e.phase in AHEAD)[
                :COMING_ON_THE_INDEX
            ],
            "overdue": sum(event.overdue for event in site.events),
            "picture": later(picture, site.events, site.as_of),
        },
    )
    yield from below(whole, TIMELINE, partial(_dated, site))


TIMELINE = Listed("events", "Timeline", "event", "Timeline")


def _dated(site: Site, part: Part[EventView], title: str, around: Mapping[str, Any]) -> Page:
    """A page of the timeline with the events of `part`."""
    events = part.rows
    return Page(
        part.path,
        "timeline",
        title,
        f"{words.count(len(events), 'event')}: happened, under way, scheduled, awaited, forecast, deadlines.",
        {
            "events": events,
            "coming": next((e.id for e in events if e.sort_date > (site.as_of or "9999")), ""),
            "undated": next((e.id for e in events if not e.sort_date), ""),
            "still_due": [e for e in events if e.sort_date <= site.as_of and is_due(e, site.as_of)],
            "newest": _newest(events) if len(events) > MANY else "",
            "overdue": sum(event.overdue for event in events),
            "stretches": _stretches(part),
            "many": MANY,
            **around,
            **_choices(events),
            "picture": later(picture, events, site.as_of),
        },
    )


def _stretches(part: Part[EventView]) -> list[tuple[str, str, int]]:
    """Of a long part its months or days, whichever are more than one: `10 Feb`, first event, number of events."""
    if part.path == "timeline.md" or len(part.rows) <= MANY:
        return []
    days = [event.sort_date for event in part.rows]
    for length in (len("2031-03"), len("2031-03-14")):
        counted = Counter(day[:length] for day in days)
        if len(counted) > 1:
            first = {
                day[:length]: event.id for day, event in reversed(list(zip(days, part.rows, strict=True)))
            }
            return [
                (words.short_date(time).removesuffix(f" {time[:4]}"), first[time], number)
                for time, number in counted.items()
            ]
    return []


def _choices(events: Sequence[EventView]) -> dict[str, Any]:
    """What the timeline can be filtered by: the actors, issues and phases of its events."""
    actors = {ref.id: ref for event in events for ref in event.participants}
    matters = {ref.id: ref for event in events for ref in event.issues}
    return {
        "actors": sorted(actors.values(), key=lambda ref: (ref.name, ref.id)),
        "matters": sorted(matters.values(), key=lambda ref: (ref.name, ref.id)),
        "phases": [phase for phase in PHASES if any(event.phase == phase for event in events)],
    }


PHASES = {
    "happened": "it is over, says the source",
    "under way": "it was going on when it was reported",
    "scheduled": "it has a date",
    "awaited": "somebody waits for it, without a date that binds",
    "forecast": "somebody expects it",
    "deadline": "it has to be done by then",
}
"""The phases of an event and what they mean."""


def is_due(event: EventView, as_of: str) -> bool:
    """Whether it is still waited for, and its day may still come."""
    return event.phase in AHEAD and not event.outcome and not event.overdue and _is_coming(event, as_of)


def by_due(events: Iterable[EventView]) -> list[EventView]:
    """`events` by the day on which each must have come; last those that have no such day.

    `By 30 April` comes before `1 May`, and both before `May`, which may be its last day.
    """
    return sorted(events, key=lambda event: (event.latest or "9999", event.earliest))


def _is_coming(event: EventView, as_of: str) -> bool:
    """Whether it begins or ends on a day that is still to come."""
    return bool(event.sort_date) and max(event.earliest, event.latest) >= as_of


def _newest(events: Sequence[EventView]) -> str:
    """The id of the last event with a day, which stands at the end of a long list; empty where none has one."""
    return next((event.id for event in reversed(events) if event.sort_date), "")
