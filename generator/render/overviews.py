"""The pages that look over the whole: review, corrections, data, about; and redirects."""

from collections.abc import Iterator, Sequence

from generator import words
from generator.dates import first_day
from generator.export import TWINS
from generator.model import ReviewItem, Site
from generator.notes import directory, note_html
from generator.outputs import later
from generator.render.divided import LONG_ROWS, NEWEST, Listed, below, by_date, divided
from generator.render.links import relative
from generator.render.page import MANY, Page
from generator.render.timeline import PHASES

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
    """What a person should look at; of one kind, that of the newest article first."""
    days = {view.ref.id: first_day(view.annotated.article.published) for view in site.articles}

    def day(thing: Thing) -> str:
        article = thing[1][0].article
        return days.get(article.id, "") if article else ""

    groups = []
    for key, heading in REASONS.items():
        found = _alike([item for item in site.review if item.reason == key])
        things = sorted(found, key=day, reverse=True)
        slug = key.replace(" ", "-")
        whole = divided(
            "review.md",
            things,
            lambda one: by_date(day(one), one[0]),
            f"review/{slug}",
            whole=LONG_ROWS,
            most=LONG_ROWS,
        )
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
            "reviewed": reviewed(site),
        },
    )


def reviewed(site: Site) -> str:
    """How many annotations a person has reviewed, in words."""
    return words.reviewed(*site.reviewed_share, "annotation") or "nothing annotated yet"


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
            "reviewed": reviewed(site),
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
