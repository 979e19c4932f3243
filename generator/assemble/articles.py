"""What an article's page shows: its parts, and what is new in it in at most three lines."""

from collections.abc import Sequence

from generator.assemble.entities import entity_counts
from generator.assemble.told import Told, temporal_views
from generator.model import ArticleView, EventView, IssueView, Source, StatementView

NEWS_LINES = 3


def article_view(
    told: Told, statements: Sequence[StatementView], events: Sequence[EventView], issues: Sequence[IssueView]
) -> ArticleView:
    """The page of one article, from the events and issues that it tells of."""
    return ArticleView(
        ref=told.ref,
        annotated=told.annotated,
        sentences=told.sentences,
        mentions=tuple((m.span, ref) for m in told.reading.mentions if (ref := told.entity(m.entity))),
        temporals=temporal_views(told),
        statements=tuple(statements),
        events=tuple(events),
        entities=entity_counts(told),
        issues=tuple(issue.ref for issue in issues),
        shown=told.quotable,
        news=_news(told, statements, events, issues),
    )


def _news(
    told: Told, statements: Sequence[StatementView], events: Sequence[EventView], issues: Sequence[IssueView]
) -> tuple[tuple[str, Source], ...]:
    """Statuses that this article changed, events it was first to tell, then statements on issues."""
    lines: dict[str, tuple[str, Source]] = {}
    for issue in issues:
        for change in issue.history:
            if change.source and change.source.article == told.ref:
                who = f", according to {change.according_to}" if change.according_to else ""
                lines.setdefault(issue.ref.id, (f"{issue.ref.name}: {change.status}{who}", change.source))
    for event in events:
        if event.sources and event.sources[0].article == told.ref and event.phase != "happened":
            lines.setdefault(event.id, (f"{event.what} ({event.phase})", event.sources[0]))
    ranked = sorted(statements, key=lambda view: (not view.issues, view.statement.mode != "direct"))
    for view in ranked:
        if view.content:
            lines.setdefault(view.id, (f"{view.who}: “{view.content}”", view.source))
    chosen: dict[str, tuple[str, Source]] = {}
    for line in lines.values():
        chosen.setdefault(line[1].sentence, line)
    return tuple(chosen.values())[:NEWS_LINES]
