"""The tables: columns with their meaning, and rows. datapackage.py publishes the columns as schemas."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from generator.export import rows
from generator.export.rows import Row
from generator.export.safe import cell
from generator.model import Site
from generator.outputs import Later, later


class Column(NamedTuple):
    """A column of a table."""

    name: str
    type: Literal["string", "integer", "boolean", "date"]
    """Of Frictionless Table Schema."""
    description: str


class Table(NamedTuple):
    """A table of the site."""

    name: str
    title: str
    key: tuple[str, ...]
    """Columns that together tell a row from all others."""
    columns: tuple[Column, ...]
    of: str
    """What of the Site it is made of."""
    rows: Callable[[Any], Iterable[Row]]
    links: tuple[tuple[str, str], ...] = ()
    """Column and the table whose `id` it holds."""


def export(site: Site, _site_url: str) -> Iterator[tuple[str, Later]]:
    """data/NAME.csv: UTF-8, RFC 4180, header in the first line, no cell that a spreadsheet would run."""
    for table in TABLES:
        yield f"data/{table.name}.csv", later(csv_bytes, table, getattr(site, table.of))


def csv_bytes(table: Table, of: Sequence[Any]) -> bytes:
    """`table` as CSV, `of` what the Site has for it."""
    data = io.BytesIO()
    with io.TextIOWrapper(data, encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows([cell(value) for value in row] for row in table.rows(of))
        out.flush()
        return data.getvalue()


def _text(name: str, description: str) -> Column:
    return Column(name, "string", description)


def _count(name: str, description: str) -> Column:
    return Column(name, "integer", description)


ID = _text("id", "Part of the page’s address; never changes.")
PAGE = _text("page", "Address below the site’s.")
QUOTE = _text("quote", "The sentence; empty where the article’s rights withhold it.")
SENTENCE = _text("sentence", "Id of the sentence, the anchor on the article’s page.")
REVIEWED = Column("reviewed", "boolean", "Whether a person has looked at it.")


TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        "Articles",
        ("id",),
        (
            ID,
            _text("title", "Headline."),
            _text("published", "EDTF date; empty: not recorded."),
            _text("published_from", "How the date is known."),
            _text("publisher", "Who published it."),
            _text("author", "Who wrote it."),
            _text("url", "Where it was published."),
            _text("language", "BCP 47."),
            _text("rights", "How much of the text is published here: full, quotes or none."),
            REVIEWED,
            _count("sentences", "Sentences in it."),
            _count("statements", "Statements in it."),
            PAGE,
        ),
        "articles",
        rows.articles,
    ),
    Table(
        "entities",
        "People, organizations and places",
        ("id",),
        (
            ID,
            _text("type", "person, organization or place."),
            _text("name", "Fullest name."),
            _text("aliases", "Other names, with ; between them."),
            _text("role", "Latest role."),
            _text("role_date", "EDTF date of the article that gives the role."),
            _text("side", "The party it acts for."),
            _text("identifiers", "scheme:value, with ; between them."),
            _count("mentions", "Places in texts that name it."),
            _count("articles", "Articles that name it."),
            _count("statements", "Statements it made."),
            PAGE,
        ),
        "entities",
        rows.entities,
    ),
    Table(
        "statements",
        "Who says what",
        ("article", "id"),
        (
            _text("article", "Id of the article."),
            _text("id", "Id of the statement in its article."),
            _text("date", "EDTF: when it was said, else when it was published."),
            _text("speaker", "Id of the entity; empty: no name is known."),
            _text("who", "How the speaker is named."),
            _text("side", "The party it is said for."),
            Column("anonymous", "boolean", "Whether the article withholds the name."),
            _text("mode", "direct, indirect, mixed, or inference for the article’s own voice."),
            _text("certainty", "asserted, hedged or denied."),
            _text("content", "The words; empty where the article’s rights withhold them."),
            _text("via", "Who passed it on."),
            _text("venue", "Where or how it was said."),
            _text("issues", "Ids of issues, with ; between them."),
            SENTENCE,
            QUOTE,
            REVIEWED,
            PAGE,
        ),
        "articles",
        rows.statements,
        (("article", "articles"), ("speaker", "entities")),
    ),
    Table(
        "events",
        "Events",
        ("id",),
        (
            ID,
            _text("what", "What it is."),
            _text("phase", "happened, under way, scheduled, awaited, forecast or deadline."),
            _text("kind", "Type of event, as in PLOVER."),
            _text("date", "EDTF; empty: not recorded."),
            Column("earliest", "date", "First day it can lie on."),
            Column("latest", "date", "Last day it can lie on; empty: open."),
            _text("date_note", "How the date is known."),
            _text("reported", "Date of the first report."),
            Column("overdue", "boolean", "Planned, its last day passed, and no article tells an outcome."),
            _text("outcome", "kept or missed; empty: not known."),
            _text("participants", "Ids of entities, with ; between them."),
            _text("place", "Id of an entity."),
            _text("said_by", "Who says so."),
            _text("issues", "Ids of issues, with ; between them."),
            _text(
                "articles", "Ids of the articles that tell it, the first report first, with ; between them."
            ),
            QUOTE,
            REVIEWED,
            PAGE,
        ),
        "events",
        rows.events,
    ),
    Table(
        "issues",
        "Contested matters",
        ("id",),
        (
            ID,
            _text("name", "What it is about."),
            _text("code", "Topic code of the vocabulary."),
            _text("topic", "What the code stands for."),
            _text("part_of", "Id of the issue that it is a part of."),
            _text("status", "Latest status."),
            _text("status_date", "EDTF date of the status."),
            _text("according_to", "Who says so."),
            _count("statements", "Statements about it."),
            _count("articles", "Articles that speak of it."),
            PAGE,
        ),
        "issues",
        rows.issues,
    ),
    Table(
        "differences",
        "Accounts that differ",
        ("about", "about_id", "article", "statement", "other_article", "other_statement"),
        (
            _text("about", "issue, or article where no issue is named."),
            _text("about_id", "Id of the issue or article."),
            Column("contradiction", "boolean", "Whether both cannot hold."),
            _text("article", "Id of the article of one statement."),
            _text("statement", "Id of that statement in its article."),
            _text("other_article", "Id of the article of the other."),
            _text("other_statement", "Id of the other in its article."),
        ),
        "differences",
        rows.differences,
        (("article", "articles"), ("other_article", "articles")),
    ),
    Table(
        "mentions",
        "Names in the texts",
        ("article", "start"),
        (
            _text("article", "Id of the article."),
            _count("start", "First code point of the name in the article’s text."),
            _count("end", "Code point after the name."),
            _text("entity", "Id of the entity."),
            _text("type", "person, organization or place."),
            _text("words", "The name as written; empty where the article’s rights withhold it."),
        ),
        "articles",
        rows.mentions,
        (("article", "articles"), ("entity", "entities")),
    ),
    Table(
        "corrections",
        "Corrections",
        ("date", "article", "what", "new"),
        (
            _text("date", "EDTF, of the day when it was recorded."),
            _text("article", "Id of the article."),
            _text("what", "What was corrected."),
            _text("old", "What was said before."),
            _text("new", "What is said now."),
        ),
        "corrections",
        rows.corrections,
        (("article", "articles"),),
    ),
)
