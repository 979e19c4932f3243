"""The pages that look over the whole: home, timeline, review, data, about; and redirects."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import words
from generator.assemble.joining import AHEAD
from generator.assemble.weeks import weeks
from generator.export import TWINS, pictures
from generator.model import EventView, ReviewItem, Site
from generator.notes import directory, note_html
from generator.outputs import later
from generator.render.divided import NEWEST, Listed, Part, below, by_date, divided
from generator.render.links import relative, timeline_parts
from generator.render.matters import nested
from generator.render.page import MANY, Page
from generator.render.picture import picture

COMING_ON_THE_INDEX = 12


def home(site: Site) -> Iterator[Page]:
    """Where things stand."""
    upcoming = [event for event in site.events if _is_due(event, site.as_of)]
    overdue = sorted((event for event in site.events if event.overdue), key=_due, reverse=True)
    lately = [event for event in overdue if event.latest >= _year_before(site.as_of)]
    issues = nested(site.issues, newest_first=True)[:12]
    yield Page(
        "index.md",
        "home",
        site.settings.title,
        site.settings.description
        or f"{words.count(len(site.articles), 'article')}, annotated sentence by sentence.",
        {
            "own": later(note_html, site.home, "index.md"),
            "upcoming": upcoming[:6],
            "overdue": lately[:6],
            "overdue_in_all": len(overdue),
            "newest": site.articles[:6],
            "actors": [view for view in site.entities if view.ref.type != "place"][:10],
            "issues": issues,
            "listed": {view.ref.id for view in issues},
            "contents": _contents(site),
            "period": _period(site),
            "brief": next(iter(weeks(site)), None),
            "reviewed": words.reviewed(*site.reviewed_share, "annotation") or "nothing annotated yet",
            "differences": site.differences[:4],
            "corrections": site.corrections[:5],
            "reviewed_share": site.reviewed_share,
        },
        {"picture": pictures.path_of("index.md")},
    )


def _contents(site: Site) -> list[tuple[str, str]]:
    """How much there is of what, and the page that lists it."""
    return [
        ("articles/index.md", words.count(len(site.articles), "article")),
        ("entities/index.md", words.count(len(site.entities), "name")),
        ("issues/index.md", words.count(len(site.issues), "issue")),
        ("timeline.md", words.count(len(site.events), "event")),
    ]


def _period(site: Site) -> str:
    """From the oldest article to the newest, in words; empty where they are of one day or have none."""
    days = sorted(view.annotated.article.published for view in site.articles)
    days = [day for day in days if day]
    return f"{words.date(days[0])} to {words.date(days[-1])}" if days and days[0] != days[-1] else ""


def _year_before(as_of: str) -> str:
    return f"{int(as_of[:4]) - 1:04}{as_of[4:]}" if as_of else ""


def _due(event: EventView) -> tuple[str, str]:
    return event.latest, event.id


def _is_due(event: EventView, as_of: str) -> bool:
    """Whether it is still waited for, and its day may still come."""
    return event.phase in AHEAD and not event.outcome and not event.overdue and _is_coming(event, as_of)


def _is_coming(event: EventView, as_of: str) -> bool:
    """Whether it begins or ends on a day that is still to come."""
    return bool(event.earliest) and max(event.earliest, event.latest) >= as_of


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
            "coming": [
                event for event in site.events if _is_coming(event, site.as_of) and event.phase in AHEAD
            ][:COMING_ON_THE_INDEX],
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
            "coming": next((e.id for e in events if e.earliest > (site.as_of or "9999")), ""),
            "undated": next((e.id for e in events if not e.earliest and not e.latest), ""),
            "still_due": [e for e in events if e.earliest <= site.as_of and _is_due(e, site.as_of)],
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
    days = [event.earliest or event.latest for event in part.rows]
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

STATUSES = {
    "raised": "somebody brought it up; nobody is heard to answer",
    "disputed": "sides contradict each other, or one calls settled what another does not",
    "narrowing": "the sides come closer, says the source",
    "claimed agreed": "one side says that it is agreed",
    "agreed": "the sides agree, says the source",
    "signed": "it is signed, says the source",
    "implemented": "it is done, says the source",
    "stalled": "the talks on it broke off, says the source",
}
"""Where an issue can stand, and what that means."""
CHIPS = {
    "kept": "what was due has happened",
    "missed": "what was due has not happened, says a later article",
    "overdue": "its day has passed, and no article says what came of it",
    "cannot both hold": "two accounts contradict each other",
    "both can hold": "two accounts differ, and both may be true",
}
"""What else a word in a border can say."""

Thing = tuple[str, list[ReviewItem]]
"""What is to review, with the places where it stands."""
REASONS = {
    "disagreement": "The machine and a person disagree",
    "orphaned": "Orphaned: the words are no longer in the text",
    "ambiguous name": "Names that could be two people",
    "gone": "References to what is gone",
    "overdue": "Overdue, and no article tells the outcome",
    "unsure": "The machine is unsure",
    "unreviewed": "Not yet looked at by a person",
}
"""Why a thing is listed for review, the most pressing first."""


def review(site: Site) -> Iterator[Page]:
    """What a person should look at."""
    days = {view.ref.id: view.annotated.article.published for view in site.articles}

    def day(thing: Thing) -> str:
        article = thing[1][0].article
        return days.get(article.id, "") if article else ""

    groups = []
    for key, heading in REASONS.items():
        things = _alike([item for item in site.review if item.reason == key])
        newest_first = sorted(things, key=day, reverse=True)
        slug = key.replace(" ", "-")
        whole = divided("review.md", newest_first, lambda one: by_date(day(one), one[0]), f"review/{slug}")
        groups.append((key, heading, things[:NEWEST] if whole.parts else things, len(things), whole.links))
        yield from below(whole, Listed("review", heading, "thing", "Review"))
    yield Page(
        "review.md",
        "review",
        "Review",
        f"{words.count(len(site.review), 'thing')} that a person should look at.",
        {
            "groups": [group for group in groups if group[2]],
            "many": MANY,
            "reviewed_share": site.reviewed_share,
        },
    )


def _alike(items: Sequence[ReviewItem]) -> list[Thing]:
    """What is to look at, each thing once with the places where it stands."""
    found: dict[str, list[ReviewItem]] = {}
    for item in items:
        found.setdefault(item.what, []).append(item)
    return list(found.items())


def corrections(site: Site) -> Iterator[Page]:
    """What people corrected, newest first."""
    found = site.corrections
    whole = divided(
        "corrections.md", found, lambda pair: by_date(pair[0].date, pair[1].name), "corrections/date"
    )
    yield Page(
        whole.path,
        "corrections",
        "Corrections",
        f"{words.count(len(found), 'correction')} of what these pages said before.",
        {"rows": found[:NEWEST] if whole.parts else found, "total": len(found), "parts": whole.links},
    )
    yield from below(whole, Listed("corrections", "Corrections", "correction", "Corrections"))


FORMS = (
    ("Tables", "tables", "For a spreadsheet or a database.", ("csv",)),
    ("Feeds and calendar", "feeds", "To be told what is new, and of dates.", ("xml", "ics")),
    ("For programs", "json", "What the pages say.", ("json", "jsonld")),
)
"""What one wants the data for: heading, anchor, line, endings of the files."""


def data(site: Site) -> Iterator[Page]:
    """What can be downloaded."""
    yield Page(
        "data.md",
        "data",
        "Data",
        f"{site.settings.title} to take away: every page, table and date as a file.",
        {"forms": FORMS, "beside": [twin for twin in TWINS if "ID" in twin.path]},
    )


def about(site: Site) -> Iterator[Page]:
    """How the site was made."""
    yield Page(
        "about.md",
        "about",
        "About",
        f"How {site.settings.title} was made, and what its marks mean.",
        {
            "own": later(note_html, site.about, "about.md"),
            "meanings": PHASES,
            "statuses": STATUSES,
            "chips": CHIPS,
            "reviewed_share": site.reviewed_share,
        },
    )


def redirects(site: Site) -> Iterator[Page]:
    """A page at each address that a merged or renamed id left."""
    for old, new in sorted(site.redirects.items()):
        path, target = f"{old}.md", f"{new}.md"
        yield Page(
            path,
            "redirect",
            "Moved",
            "This page has moved.",
            {"target": target},
            {
                "redirect": f"{relative(directory(path) + '/index', directory(target))}/",
                "search": {"exclude": True},
            },
        )
