"""The rows of the tables, in the order of their columns in tables.py."""

from collections.abc import Iterable, Iterator

from generator.export import rights, shapes
from generator.model import (
    ArticleView,
    Correction,
    Difference,
    EntityView,
    EventView,
    IssueView,
    Ref,
    StatementView,
)

Value = str | int | bool
Row = tuple[Value, ...]


def _ids(refs: Iterable[Ref]) -> str:
    return ";".join(ref.id for ref in refs)


def articles(views: Iterable[ArticleView]) -> Iterator[Row]:
    """A row for each article."""
    for view in views:
        read = view.annotated.article
        yield (
            read.id,
            read.title,
            read.published,
            read.published_from,
            read.publisher,
            read.author,
            read.url,
            read.language,
            read.rights,
            bool(view.annotated.reviewed),
            len(view.sentences),
            len(view.statements),
            shapes.page(view.ref),
        )


def entities(views: Iterable[EntityView]) -> Iterator[Row]:
    """A row for each person, organization and place."""
    for view in views:
        role = view.roles[0] if view.roles else None
        yield (
            view.ref.id,
            view.ref.type,
            view.ref.name,
            ";".join(view.aliases),
            role.role if role else "",
            role.date if role else "",
            view.side,
            ";".join(f"{name}:{value}" for name, value in sorted(view.identifiers.items())),
            view.mention_count,
            len(view.articles),
            len(view.statements),
            shapes.page(view.ref),
        )


def statements(views: Iterable[ArticleView]) -> Iterator[Row]:
    """A row for each statement of each article."""
    return (_statement(view, said) for view in views for said in view.statements)


def _statement(view: ArticleView, said: StatementView) -> Row:
    shown = bool(said.source.quote)
    return (
        view.ref.id,
        said.id,
        said.date,
        said.speaker.id if said.speaker else "",
        said.who,
        said.side,
        said.statement.anonymous,
        said.statement.mode,
        said.statement.certainty,
        said.content if shown else "",
        said.statement.via if shown else "",
        said.statement.venue if shown else "",
        _ids(said.issues),
        said.source.sentence,
        said.source.quote,
        said.reviewed,
        shapes.sentence_page(said.source),
    )


def events(views: Iterable[EventView]) -> Iterator[Row]:
    """A row for each event across articles."""
    return (_event(view) for view in views)


def _event(view: EventView) -> Row:
    first = view.sources[0] if view.sources else None
    return (
        view.id,
        view.what,
        view.phase,
        view.kind,
        view.date,
        view.earliest,
        view.latest,
        view.date_note,
        view.reported,
        view.overdue,
        view.outcome,
        _ids(view.participants),
        view.place.id if view.place else "",
        view.said_by,
        _ids(view.issues),
        ";".join(dict.fromkeys(source.article.id for source in view.sources)),
        first.quote if first else "",
        view.reviewed,
        shapes.sentence_page(first) if first else "",
    )


def issues(views: Iterable[IssueView]) -> Iterator[Row]:
    """A row for each issue."""
    for view in views:
        yield (
            view.ref.id,
            view.ref.name,
            view.code,
            view.topic,
            view.part_of.id if view.part_of else "",
            view.status,
            view.status_date,
            view.history[-1].according_to if view.history else "",
            len(view.statements),
            len(view.articles),
            shapes.page(view.ref),
        )


def differences(found: Iterable[Difference]) -> Iterator[Row]:
    """A row for each two statements that do not say the same."""
    for one in found:
        first, second = one.first, one.second
        yield (
            one.about.kind,
            one.about.id,
            one.contradiction,
            first.source.article.id,
            first.id,
            second.source.article.id,
            second.id,
        )


def mentions(views: Iterable[ArticleView]) -> Iterator[Row]:
    """A row for each place in a text that names an entity."""
    for view in views:
        for span, entity in view.mentions:
            yield view.ref.id, span.start, span.end, entity.id, entity.type, rights.words(view, span)


def corrections(found: Iterable[tuple[Correction, Ref]]) -> Iterator[Row]:
    """A row for each correction, newest first."""
    for correction, article in found:
        yield correction.date, article.id, correction.what, correction.old, correction.new
