"""The lists of articles, entities, issues and briefs: the first page of each, and the pages of a divided one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator import words
from generator.assemble.weeks import Week
from generator.dates import filed_under, first_day
from generator.model import ArticleView, EntityView, IssueView, Ref, Site
from generator.render.divided import NEWEST, Listed, Step, below, by_date, by_day, by_name, divided, letters
from generator.render.filing import filed
from generator.render.matrix import matrix
from generator.render.matters import nested
from generator.render.page import Page

ENTITIES = "entities/index.md"
ALL_NAMES = "People, organizations and places"
TYPES = {"person": "People", "organization": "Organizations", "place": "Places"}
"""The types of entities, in the order of their lists."""
BY = {"person": "family name", "organization": "first letter", "place": "first letter"}
"""By what each is looked up, see filing.py."""
OF_A_TIME = 40
"""A list of more articles stands by year on its page, and a year of more by month."""
UNFILTERED = 12
"""Issues that are seen at a glance: a list of more has a filter by status."""
NAMES_AT_ONCE = 40
"""People, organizations or places that stand unfolded in the list of all."""
WEEKS = 260
"""Briefs on one page: five years."""
WEEKS_OF_A_YEAR = 53


class ArticleRow(NamedTuple):
    """What the list of articles says of one."""

    ref: Ref
    published: str
    publisher: str
    facts: tuple[str, ...]
    """What was read in it, and whether a person has looked at it; never empty."""
    issues: tuple[Ref, ...]


def _article(view: ArticleView) -> ArticleRow:
    annotated, article = view.annotated, view.annotated.article
    state = "reviewed" if annotated.reviewed else "not annotated yet" if annotated.bare else ""
    read = _amounts((len(view.statements), "statement", ""), (len(view.events), "event", ""))
    facts = (*read, *filter(None, [state])) or ("no statement and no event",)
    return ArticleRow(view.ref, article.published, article.publisher, facts, view.issues)


def _amounts(*numbers: tuple[int, str, str]) -> tuple[str, ...]:
    """In words how many of each thing there are, without those of which there are none."""
    return tuple(words.count(number, one, many) for number, one, many in numbers if number)


def articles(site: Site) -> Iterator[Page]:
    """The list of articles, newest first."""
    rows = tuple(_article(view) for view in site.articles)
    whole = divided(
        "articles/index.md", rows, lambda row: by_date(row.published, row.ref.name), "articles/date"
    )
    yield Page(
        whole.path,
        "articles",
        "Articles",
        f"{words.count(len(rows), 'article')}, newest first.",
        {
            "times": [("", rows[:NEWEST])] if whole.parts else _by_time(rows),
            "listed": NEWEST if whole.parts else len(rows),
            "total": len(rows),
            "parts": whole.links,
        },
    )
    yield from below(whole, Listed("articles", "Articles", "article", "Articles", _by_time))


Times = list[tuple[str, Sequence[ArticleRow]]]
"""Articles by the year or month in which they were published, in their order."""


def _by_time(rows: Sequence[ArticleRow]) -> Times:
    """`rows` by time; few of them as one."""
    if len(rows) <= OF_A_TIME:
        return [("", rows)]
    return [
        part
        for year, of_year in _published(rows, len("2031"))
        for part in (_published(of_year, len("2031-03")) if len(of_year) > OF_A_TIME else [(year, of_year)])
    ]


def _published(rows: Sequence[ArticleRow], length: int) -> Times:
    """`rows` by the year or month of publication, `length` characters of it, as far as it is known."""
    found: dict[str, list[ArticleRow]] = {}
    for row in rows:
        found.setdefault(filed_under(row.published)[:length], []).append(row)
    return list(found.items())


class EntityRow(NamedTuple):
    """What the list of entities says of one."""

    ref: Ref
    filed: str
    """The name as an index has it."""
    mentions: int
    role: str


class Names(NamedTuple):
    """The names of one type, on the list of all."""

    heading: str
    kind: str
    by: str
    """What they are looked up by."""
    rows: Sequence[EntityRow]
    """Most mentioned first; of a divided list the first."""
    total: int
    parts: Sequence[tuple[str, str, int]]
    """The pages by letter, of more names than one page has."""
    letters: Sequence[tuple[Step, Sequence[EntityRow]]]
    """The names of each letter, of more than are seen at a glance; empty where these have pages."""


def _entity(view: EntityView) -> EntityRow:
    newest = view.roles[0].role if view.roles else ""
    return EntityRow(view.ref, filed(view), view.mention_count, view.description or newest)


def entities(site: Site) -> Iterator[Page]:
    """The lists of people, organizations and places: the most mentioned first, all of them by name."""
    groups = []
    for kind, heading in TYPES.items():
        rows = tuple(_entity(view) for view in site.entities if view.ref.type == kind)
        in_order = sorted(rows, key=_looked_up)
        whole = divided(ENTITIES, in_order, lambda row: by_name(row.filed), f"entities/{kind}")
        shown = rows[:NEWEST] if whole.parts else rows
        initials = _by_letter(in_order) if not whole.parts and len(rows) > NAMES_AT_ONCE else []
        groups.append(Names(heading, kind, BY[kind], shown, len(rows), whole.links, initials))
        yield from below(whole, Listed("entities", heading, "name", ALL_NAMES))
    yield Page(
        ENTITIES,
        "entities",
        ALL_NAMES,
        f"{words.count(len(site.entities), 'name')}, most mentioned first.",
        {"groups": groups, "total": len(site.entities), "at_once": NAMES_AT_ONCE},
    )


def _by_letter(rows: Sequence[EntityRow]) -> list[tuple[Step, Sequence[EntityRow]]]:
    """`rows`, which are in the order of an index, by letter."""
    found: dict[Step, list[EntityRow]] = {}
    for row in rows:
        found.setdefault(by_name(row.filed)[0], []).append(row)
    return list(found.items())


def _looked_up(row: EntityRow) -> tuple[str, str]:
    return letters(row.filed), row.ref.id


def issues(site: Site) -> Iterator[Page]:
    """The list of issues: parts below their wholes, and of very many all by the date of their status."""
    newest_first = sorted(site.issues, key=lambda view: first_day(view.status_date), reverse=True)
    whole = divided(
        "issues/index.md",
        newest_first,
        lambda view: by_date(view.status_date, view.ref.name),
        "issues/date",
    )
    shown = nested(site.issues[:NEWEST]) if whole.parts else nested(site.issues, newest_first=True)
    yield Page(
        whole.path,
        "issues",
        "Issues",
        f"{words.count(len(site.issues), 'issue')} and where each stands.",
        {
            "rows": shown,
            "total": len(site.issues),
            "parts": whole.links,
            "matrix": matrix(shown),
            "standings": Counter(view.status for view in site.issues).most_common(),
            "few": UNFILTERED,
        },
    )
    yield from below(whole, Listed("issues", "Issues by the date of their status", "issue", "Issues", _bare))


def _bare(views: Sequence[IssueView]) -> Sequence[IssueView]:
    """`views` with what a row tells; a part is made anew only where one of its rows changes."""
    return [
        replace(
            view, parts=(), summary=(), positions=(), settled=(), unsettled=(), differences=(), statements=(),
            events=(), upcoming=(), mentions=(), articles=(), notes="",
        )
        for view in nested(views)
    ]  # fmt: skip


class BriefRow(NamedTuple):
    """What the list of briefs says of one."""

    day: str
    path: str
    title: str
    facts: tuple[str, ...]


def _brief(week: Week) -> BriefRow:
    facts = _amounts(
        (len(week.articles), "article", ""),
        (len(week.statements), "statement", ""),
        (week.changes, "change of status", "changes of status"),
        (len(week.due), "date due", "dates due"),
    )
    return BriefRow(week.first.isoformat(), week.path, week.title, facts)


def briefs(weeks: Sequence[Week]) -> Iterator[Page]:
    """The list of briefs, newest first."""
    rows = tuple(_brief(week) for week in weeks)
    whole = divided(
        "briefs/index.md",
        rows,
        lambda row: by_day(row.day)[:1],
        "briefs/date",
        whole=WEEKS,
        most=WEEKS_OF_A_YEAR,
    )
    yield Page(
        whole.path,
        "briefs",
        "Briefs",
        "What changed, week by week.",
        {"rows": rows[:NEWEST] if whole.parts else rows, "total": len(rows), "parts": whole.links},
    )
    yield from below(whole, Listed("briefs", "Briefs", "brief", "Briefs"))
