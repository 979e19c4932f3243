"""The places where articles speak of an issue: by whose statement, and as of which day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import dates
from generator.assemble.days import days_on
from generator.assemble.told import Told
from generator.linking import Links
from generator.model import IssueItem, Source, Span, StatementView

LONG_PAST = 31
"""Days before its publication, from which on an article looks back."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One place where an article speaks of the issue."""

    told: Told
    item: IssueItem
    statement: StatementView | None
    """The statement that the place lies in."""
    date: str
    """EDTF: when the issue stood so; empty: not known."""

    @property
    def source(self) -> Source:
        """Its sentence."""
        return self.told.source(self.item.span, self.item.id)


Dated = Sequence[tuple[Span, str]]
"""Clauses that tell what happened on a day which they name, and that day, EDTF."""


def spoken_of(
    articles: Sequence[Told], statements: Mapping[str, Sequence[StatementView]], links: Links
) -> Mapping[str, Sequence[Spoken]]:
    """Issue id → where `articles`, oldest first, speak of it; `statements` by article id."""
    spoken: dict[str, list[Spoken]] = defaultdict(list)
    for told in articles:
        views, dated = statements[told.article.id], _dated(told)
        for item in told.reading.issues:
            if ref := links.issue(told.article.id, item.issue):
                spoken[ref.id].append(_speak(told, item, views, dated))
    return spoken


def _dated(told: Told) -> Dated:
    """Those of an article."""
    return [
        (event.span, act.edtf)
        for event, act in zip(told.reading.events, told.resolved.acts, strict=True)
        if event.phase == "happened" and event.when
    ]


def _speak(told: Told, item: IssueItem, views: Sequence[StatementView], dated: Dated) -> Spoken:
    within = [view for view in views if any(item.span.overlaps(span) for span in view.statement.content)]
    statement = min(within, key=lambda view: len(view.content), default=None)
    said = _clause_day(item, dated) or (statement.date if statement else _told_of(told, item, dated))
    return Spoken(told, item, statement, item.as_of or said or told.article.published)


def _clause_day(item: IssueItem, dated: Dated) -> str:
    """When it came to stand so, by the clause that tells it: `a court struck down the fee in June 2021`."""
    around = [(span.end - span.start, edtf) for span, edtf in dated if span.contains(item.span)]
    day = min(around, default=(0, ""))[1]
    return day if all(dates.bounds(day)) else ""


def _told_of(told: Told, item: IssueItem, dated: Dated) -> str:
    """When it stood so, where the article's own sentence looks back: the one day it names, if that is long past.

    A day is not the issue's if it is that of another clause, one of `dated`.
    """
    sentence = told.sentence(item.span).span
    named = {
        resolution.edtf
        for temporal, resolution in zip(told.reading.temporals, told.resolutions, strict=True)
        if resolution.edtf
        and sentence.contains(temporal.span)
        and all(span.contains(item.span) for span, _ in dated if span.contains(temporal.span))
    }
    past = [edtf for edtf in named if days_on(dates.bounds(edtf)[1], told.published) > LONG_PAST]
    return past[0] if len(past) == len(named) == 1 else ""
