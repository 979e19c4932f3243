"""What is exported, as the page Data tells it."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/atom+xml",
}


class Export(NamedTuple):
    """A file of the site, or with `ID` in its path one for each article, entity or issue."""

    path: str
    """Below the site's address."""
    title: str
    description: str

    @property
    def media_type(self) -> str:
        """As registered with IANA."""
        return MEDIA_TYPES[PurePosixPath(self.path).suffix]


CATALOGUE: tuple[Export, ...] = (
    Export("data/articles.csv", "Articles", "A row for each article: title, date, publisher, rights. CSV."),
    Export("data/entities.csv", "Entities", "A row for each person, organization and place. CSV."),
    Export(
        "data/statements.csv",
        "Statements",
        "Who says what, how and when, with the sentence it comes from. CSV.",
    ),
    Export("data/events.csv", "Events", "What happened, is planned, awaited or due. Dates are EDTF. CSV."),
    Export("data/issues.csv", "Issues", "Each contested matter with its status and who says so. CSV."),
    Export("data/differences.csv", "Differences", "Every two statements that do not say the same. CSV."),
    Export("data/mentions.csv", "Mentions", "Every place in a text that names an entity. CSV."),
    Export("data/corrections.csv", "Corrections", "What people changed, with old and new value. CSV."),
    Export(
        "data/datapackage.json", "Table schemas", "The columns of all tables, in Frictionless form. JSON."
    ),
    Export("timeline.json", "Timeline", "Every event, by date. JSON."),
    Export(
        "timeline.ics", "Calendar", "Events dated to a month or better, for a calendar program. iCalendar."
    ),
    Export("feeds/articles.xml", "New articles", "The newest articles, for a feed reader. Atom."),
    Export("feeds/status.xml", "Changes of status", "The newest changes of the issues’ status. Atom."),
    Export("feeds/corrections.xml", "Corrections", "The newest corrections of what the pages said. Atom."),
    Export("index.json", "Index", "All that has a page here, with the file that says the same. JSON."),
    Export("articles/index.json", "List of articles", "Every article, newest first. JSON."),
    Export("entities/index.json", "List of names", "Every entity, most mentioned first. JSON."),
    Export("issues/index.json", "List of issues", "Every issue with where it stands. JSON."),
    Export("briefs/index.json", "List of briefs", "The weeks that have a brief. JSON."),
    Export("corrections.json", "Corrections", "What people changed, with old and new value. JSON."),
    Export("review.json", "Review", "What a person should look at. JSON."),
)
"""The files that every site has."""

TWINS: tuple[Export, ...] = (
    Export("articles/ID.json", "JSON", "All that an article’s page shows."),
    Export(
        "articles/ID.annotations.jsonld", "W3C annotations", "An article’s items as Web Annotations. JSON-LD."
    ),
    Export("entities/ID.json", "JSON", "All that an entity’s page shows."),
    Export("issues/ID.json", "JSON", "All that an issue’s page shows."),
    Export("briefs/ID.json", "JSON", "All that a week’s brief shows."),
    Export("timeline.json", "JSON", "Every event, by date."),
    Export("timeline.ics", "Calendar", "Events for a calendar program. iCalendar."),
    Export("review.json", "JSON", "What a person should look at."),
    Export("corrections.json", "JSON", "What people changed."),
    Export("index.json", "JSON", "All that has a page here."),
)
"""The files that say the same as one page."""
