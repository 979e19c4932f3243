"""What a person should look at, each with file and line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator import naming
from generator.assemble.told import Told, span_of
from generator.dates import in_words
from generator.dates.scene import UNANCHORED
from generator.linking import Links
from generator.memo import Memo, Remembered
from generator.model import (
    Diagnostic,
    Event,
    EventView,
    IssueItem,
    Mention,
    NamedEntity,
    Reading,
    ReviewItem,
    Site,
    Span,
    Statement,
    Temporal,
)


def review_items(
    articles: Sequence[Told], events: Sequence[EventView], links: Links, memo: Memo
) -> tuple[ReviewItem, ...]:
    """The review page's list, by reason, then by file and line."""
    names = memo.each(AMBIGUOUS, [_names(told.annotated.reading, told.article.text) for told in articles])
    items = [item for told, open_ in zip(articles, names, strict=True) for item in _of_article(told, open_)]
    items += list(_ambiguous(articles, links))
    items += [
        ReviewItem("overdue", _forecast(event), s.path, s.line, s.article)
        for event in events
        if event.overdue
        for s in event.sources[:1]
    ]
    items += [
        ReviewItem("overdue", _forecast(event), f"content/events/{event.id}.md", 1)
        for event in events
        if event.overdue and not event.sources
    ]
    return _sorted(items)


def with_gone(site: Site, diagnostics: Iterable[Diagnostic]) -> Site:
    """`site` with a line for review for each of the `diagnostics` that tells of a reference to nothing."""
    refs = {view.annotated.path: view.ref for view in site.articles}
    gone = (
        ReviewItem("gone", one.message, one.path, one.line, refs.get(one.path))
        for one in diagnostics
        if one.code in GONE and one.severity == "error"
    )
    return replace(site, review=_sorted((*site.review, *gone)))


GONE = frozenset({"unknown-entity", "unknown-id"})
"""Diagnostics of references to an item or entity that is not there."""


def _sorted(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    return tuple(
        sorted(items, key=lambda item: (REASONS.index(item.reason), item.path, item.line, item.what))
    )


def _forecast(event: EventView) -> str:
    return f"{event.what} ({event.phase}, {in_words(event.date)})"


ENDS = " .,;:…"
"""What words of a text may end with, before a colon."""
WITHHELD = "words that may not be published; see the file"
REASONS = ("disagreement", "orphaned", "gone", "ambiguous name", "unsure", "overdue", "unreviewed")


Ambiguous = tuple[tuple[Span, tuple[str, ...]], ...]
AMBIGUOUS = Remembered("ambiguous", naming.ambiguous, Ambiguous)


def _names(reading: Reading, text: str) -> tuple[str, tuple[NamedEntity, ...], list[Mention]]:
    """What `naming.ambiguous` wants to know."""
    return text, reading.entities, [mention for mention in reading.mentions if mention.id]


def _of_article(told: Told, ambiguous: Ambiguous) -> Iterator[ReviewItem]:
    annotated = told.annotated
    if not annotated.reviewed:
        yield ReviewItem("unreviewed", annotated.article.title, annotated.path, 1, told.ref)
    if not annotated.article.published:
        left = _left_open(told)
        what = "no date of publication" + (f": it stays open which day “{left}” is" if left else "")
        yield ReviewItem("unsure", what, annotated.path, 1, told.ref)
    for item in annotated.review:
        shown = item.what if annotated.article.rights == "full" else WITHHELD
        yield replace(item, what=shown, article=told.ref)
    for id_, unsure, what in _unsure(told):
        why = f"{what.rstrip(ENDS)}: {unsure}"
        yield ReviewItem("unsure", why, annotated.path, annotated.lines.get(id_, 1), told.ref)
    for span, candidates in ambiguous:
        what = f"{told.words(span)} could be {' or '.join(candidates)}"
        line = annotated.lines.get(candidates[0], 1)
        yield ReviewItem("ambiguous name", what, annotated.path, line, told.ref)


def _left_open(told: Told) -> str:
    """The first words that may be shown of a date which only a date of publication would tell; maybe empty."""
    both = zip(told.reading.temporals, told.resolutions, strict=True)
    open_ = (one.span for one, found in both if found.rule == UNANCHORED)
    return next(filter(None, (told.sayable(told.words(span)) for span in open_)), "")


def _unsure(told: Told) -> Iterator[tuple[str, str, str]]:
    """(id, why, words) of the items that a person should look at and has not."""
    reading = told.annotated.reading
    items: tuple[Temporal | Statement | Event | IssueItem, ...]
    items = (*reading.temporals, *reading.statements, *reading.events, *reading.issues)
    for entity in reading.entities:
        if entity.unsure and not told.reviewed(entity.id):
            yield entity.id, entity.unsure, entity.name
    for item in items:
        if item.unsure and not told.reviewed(item.id):
            quotable = told.sentence(span_of(item)).id in told.quotable
            yield item.id, item.unsure, told.words(span_of(item)) if quotable else WITHHELD


def _ambiguous(articles: Sequence[Told], links: Links) -> Iterator[ReviewItem]:
    by_id = {told.article.id: told for told in articles}
    for linked in links.entities.values():
        if linked.could_be:
            names = " or ".join(
                links.entities[id_].ref.name for id_ in linked.could_be if id_ in links.entities
            )
            for article, local in linked.members:
                told = by_id[article]
                line = told.annotated.lines.get(local, 1)
                what = f"{linked.ref.name} could be {names}"
                yield ReviewItem("ambiguous name", what, told.annotated.path, line, told.ref)
