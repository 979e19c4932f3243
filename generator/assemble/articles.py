"""What an article's page shows: its parts, and what is new in it in at most three lines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from generator.assemble.days import later
from generator.assemble.entities import entity_counts
from generator.assemble.events import WITHHELD
from generator.assemble.told import NOT_SHOWN, Told, temporal_views
from generator.model import (
    ArticleView,
    Correction,
    EventView,
    IssueView,
    Ref,
    Source,
    StatementView,
    StatusChange,
)

Settled = tuple[str, Source]
"""A line on an issue's status, and its sentence."""
NEWS_LINES = 3
FRESH = 10
"""Days for which what happened is news."""
LEAD = 2
"""Sentences below the title in which the news itself is told."""
QUOTED = re.compile("“(.+)”")
"""The words of an article by which a correction tells which item it is of."""


def article_view(
    told: Told,
    statements: Sequence[StatementView],
    events: Sequence[tuple[EventView, EventView]],
    issues: Sequence[Ref],
    settled: Sequence[Settled],
) -> ArticleView:
    """The page of one article, from the events, each also as told in it, and the issues that it tells of."""
    return ArticleView(
        ref=told.ref,
        annotated=replace(told.annotated, corrections=_corrections(told)),
        sentences=told.sentences,
        mentions=tuple((m.span, ref) for m in told.reading.mentions if (ref := told.entity(m.entity))),
        temporals=temporal_views(told),
        statements=tuple(statements),
        events=tuple(here for _, here in events),
        entities=entity_counts(told),
        issues=tuple(issues),
        shown=told.quotable,
        news=_news(told, statements, [event for event, _ in events], settled),
    )


def _corrections(told: Told) -> tuple[Correction, ...]:
    """What people changed; words that the article's rights withhold are left out of it."""

    def shown(words: str, instead: str = NOT_SHOWN) -> str:
        return words if told.sayable(words.strip("“”").removesuffix("…")) else words and instead

    return tuple(
        Correction(
            one.date,
            QUOTED.sub(lambda match: shown(match[0], "a passage"), one.what),
            "; ".join(dict.fromkeys(map(shown, one.old.split("; ")))),
            "; ".join(dict.fromkeys(map(shown, one.new.split("; ")))),
        )
        for one in told.annotated.corrections
    )


def told_in_each(event: EventView) -> Iterator[tuple[Ref, EventView]]:
    """Each article that tells `event`, and the event with its reports there; all of them stand on the timeline."""
    here: dict[str, list[Source]] = defaultdict(list)
    for source in event.sources:
        here[source.article.id].append(source)
    for sources in here.values():
        yield sources[0].article, event if len(here) == 1 else replace(event, sources=tuple(sources))


def _news(
    told: Told, statements: Sequence[StatementView], events: Sequence[EventView], settled: Sequence[Settled]
) -> tuple[tuple[str, Source], ...]:
    """The lead before changes of status, these before what comes later in the text; the title is there already."""
    title = told.article.title_span
    order = {
        sentence.id: place
        for place, sentence in enumerate(
            sentence for sentence in told.sentences if not (title and title.contains(sentence.span))
        )
    }
    found = [
        *((0, line, source) for line, source in settled),
        *((1, line, source) for line, source in _told_first(told, events)),
        *((1, _said(view), view.source) for view in statements if view.content),
    ]
    ranked = sorted(
        (
            (order[source.sentence], rank, line, source)
            for rank, line, source in found
            if source.sentence in order
        ),
        key=lambda one: (one[0] >= LEAD, one[1], one[0]),
    )
    chosen: dict[str, tuple[str, Source]] = {}
    for _place, _rank, line, source in ranked:
        chosen.setdefault(source.sentence, (line, source))
    return tuple(chosen.values())[:NEWS_LINES]


def settled_in(issues: Sequence[IssueView]) -> Mapping[str, Sequence[Settled]]:
    """Article id → what it tells first of each issue's status."""
    found: dict[str, list[Settled]] = defaultdict(list)
    for issue in issues:
        first: dict[str, StatusChange] = {}
        for change in issue.history:
            if change.source and not change.inferred and change.status != "raised":
                first.setdefault(change.source.article.id, change)
        for article, change in first.items():
            who = f", according to {change.according_to}" if change.according_to else ""
            found[article].append((f"{issue.ref.name}: {change.status}{who}", cast("Source", change.source)))
    return found


def _told_first(told: Told, events: Sequence[EventView]) -> Iterator[tuple[str, Source]]:
    """Events that no earlier article tells, and that were not long ago when this one did."""
    fresh = later(told.published, -FRESH)
    for event in events:
        first = bool(event.sources) and event.sources[0].article == told.ref
        if first and event.what != WITHHELD and (not event.latest or event.latest >= fresh):
            phase = "" if event.phase == "happened" else f" ({event.phase})"
            yield f"{event.what}{phase}", event.sources[0]


def _said(view: StatementView) -> str:
    """With quotation marks only round what is quoted whole."""
    return (
        f"{view.who}: “{view.content}”" if view.statement.mode == "direct" else f"{view.who}: {view.content}"
    )
