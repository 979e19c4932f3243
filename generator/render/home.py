"""The home page: where things stand, what comes next, and what is new."""

from collections.abc import Iterable, Iterator

from generator import words
from generator.assemble.differences import differ_on
from generator.assemble.weeks import weeks
from generator.dates import last_day
from generator.export import pictures
from generator.model import Difference, EventView, Ref, Site
from generator.notes import note_html
from generator.outputs import later
from generator.render.matters import nested
from generator.render.overviews import reviewed
from generator.render.page import Page
from generator.render.timeline import by_due, is_due


def home(site: Site) -> Iterator[Page]:
    """Where things stand."""
    upcoming = by_due(event for event in site.events if is_due(event, site.as_of))
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
            "issues_in_all": len(site.issues),
            "listed": {view.ref.id for view in issues},
            "contents": _contents(site),
            "period": _period(site),
            "brief": next(iter(weeks(site)), None),
            "reviewed": reviewed(site),
            "differences": _newest_of_each(site.differences)[:4],
            "corrections": site.corrections[:5],
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
    dated = [day for view in site.articles if last_day(day := view.annotated.article.published)]
    newest, oldest = (dated[0], dated[-1]) if dated else ("", "")
    return f"{words.date(oldest)} to {words.date(newest)}" if oldest != newest else ""


def _newest_of_each(differences: Iterable[Difference]) -> list[Difference]:
    """Of each thing that accounts differ on one pair, newest first: such as cannot both hold, then the newest."""
    pairs: dict[Ref, Difference] = {}
    for pair in sorted(differences, key=lambda pair: (pair.contradiction, differ_on(pair)), reverse=True):
        pairs.setdefault(pair.about, pair)
    return sorted(pairs.values(), key=differ_on, reverse=True)


def _year_before(as_of: str) -> str:
    return f"{int(as_of[:4]) - 1:04}{as_of[4:]}" if as_of else ""


def _due(event: EventView) -> tuple[str, str]:
    return event.latest, event.id
