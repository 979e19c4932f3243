"""The tables of what the dossier as a whole knows."""

from generator.export import shapes
from generator.export.tables.columns import (
    ID,
    PAGE,
    QUOTE,
    REVIEWED,
    Table,
    count,
    date,
    flag,
    id_of,
    ids,
    text,
)
from generator.model import Difference, EntityView, EventView, IssueView, Role, Source


def _role(view: EntityView) -> Role | None:
    return view.roles[0] if view.roles else None


ENTITIES: Table[EntityView] = Table(
    "entities",
    "People, organizations and places",
    of="entities",
    rows=iter,
    key=("id",),
    columns=(
        text("id", ID, lambda view: view.ref.id),
        text("type", "person, organization or place.", lambda view: view.ref.type),
        text("name", "Fullest name.", lambda view: view.ref.name),
        text("aliases", "Other names, with ; between them.", lambda view: ";".join(view.aliases)),
        text("role", "Latest role.", lambda view: role.role if (role := _role(view)) else ""),
        text(
            "role_date",
            "EDTF date of the article that gives the role.",
            lambda view: role.date if (role := _role(view)) else "",
        ),
        text("side", "The party it acts for.", lambda view: view.side),
        text(
            "identifiers",
            "scheme:value, with ; between them.",
            lambda view: ";".join(f"{name}:{value}" for name, value in sorted(view.identifiers.items())),
        ),
        count("mentions", "Places in texts that name it.", lambda view: view.mention_count),
        count("articles", "Articles that name it.", lambda view: len(view.articles)),
        count("statements", "Statements it made.", lambda view: len(view.statements)),
        PAGE,
    ),
)


def _first(view: EventView) -> Source | None:
    return view.sources[0] if view.sources else None


EVENTS: Table[EventView] = Table(
    "events",
    "Events",
    of="events",
    rows=iter,
    key=("id",),
    columns=(
        text("id", ID, lambda view: view.id),
        text("what", "What it is.", lambda view: view.what),
        text(
            "phase", "happened, under way, scheduled, awaited, forecast or deadline.", lambda view: view.phase
        ),
        text("kind", "Type of event, as in PLOVER.", lambda view: view.kind),
        text("date", "EDTF; empty: not recorded.", lambda view: view.date),
        date("earliest", "First day it can lie on.", lambda view: view.earliest),
        date("latest", "Last day it can lie on; empty: open.", lambda view: view.latest),
        text("date_note", "How the date is known.", lambda view: view.date_note),
        text("reported", "Date of the first report.", lambda view: view.reported),
        flag(
            "overdue",
            "Planned, its last day passed, and no article tells an outcome.",
            lambda view: view.overdue,
        ),
        text("outcome", "kept or missed; empty: not known.", lambda view: view.outcome),
        text("participants", "Ids of entities, with ; between them.", lambda view: ids(view.participants)),
        text("place", "Id of an entity.", lambda view: id_of(view.place)),
        text("said_by", "Who says so.", lambda view: view.said_by),
        text("issues", "Ids of issues, with ; between them.", lambda view: ids(view.issues)),
        text(
            "articles",
            "Ids of the articles that tell it, the first report first, with ; between them.",
            lambda view: ";".join(dict.fromkeys(source.article.id for source in view.sources)),
        ),
        text("quote", QUOTE, lambda view: first.quote if (first := _first(view)) else ""),
        flag("reviewed", REVIEWED, lambda view: view.reviewed),
        text(
            "page",
            PAGE.description,
            lambda view: shapes.sentence_page(first) if (first := _first(view)) else "",
        ),
    ),
)


ISSUES: Table[IssueView] = Table(
    "issues",
    "Contested matters",
    of="issues",
    rows=iter,
    key=("id",),
    columns=(
        text("id", ID, lambda view: view.ref.id),
        text("name", "What it is about.", lambda view: view.ref.name),
        text("code", "Topic code of the vocabulary.", lambda view: view.code),
        text("topic", "What the code stands for.", lambda view: view.topic),
        text("part_of", "Id of the issue that it is a part of.", lambda view: id_of(view.part_of)),
        text("status", "Latest status.", lambda view: view.status),
        text("status_date", "EDTF date of the status.", lambda view: view.status_date),
        text(
            "according_to", "Who says so.", lambda view: view.history[-1].according_to if view.history else ""
        ),
        count("statements", "Statements about it.", lambda view: len(view.statements)),
        count("articles", "Articles that speak of it.", lambda view: len(view.articles)),
        PAGE,
    ),
)

DIFFERENCES: Table[Difference] = Table(
    "differences",
    "Accounts that differ",
    of="differences",
    rows=iter,
    key=("about", "about_id", "article", "statement", "other_article", "other_statement"),
    columns=(
        text("about", "issue, or article where no issue is named.", lambda one: one.about.kind),
        text("about_id", "Id of the issue or article.", lambda one: one.about.id),
        flag("contradiction", "Whether both cannot hold.", lambda one: one.contradiction),
        text("article", "Id of the article of one statement.", lambda one: one.first.source.article.id),
        text("statement", "Id of that statement in its article.", lambda one: one.first.id),
        text("other_article", "Id of the article of the other.", lambda one: one.second.source.article.id),
        text("other_statement", "Id of the other in its article.", lambda one: one.second.id),
    ),
    links=(("article", "articles"), ("other_article", "articles")),
)
