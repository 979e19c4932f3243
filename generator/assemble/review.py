"""What a person should look at, each with file and line."""

from collections.abc import Iterator, Sequence

from generator import naming
from generator.assemble.told import Told
from generator.linking import Links
from generator.model import EventView, ReviewItem


def review_items(
    articles: Sequence[Told], events: Sequence[EventView], links: Links
) -> tuple[ReviewItem, ...]:
    """The review page's list, by reason, then by file and line."""
    items = [item for told in articles for item in _of_article(told)]
    items += list(_ambiguous(articles, links))
    items += [
        ReviewItem("overdue", f"{event.what} ({event.phase}, {event.date})", s.path, s.line, s.article)
        for event in events
        if event.overdue and event.sources
        for s in event.sources[:1]
    ]
    return tuple(
        sorted(items, key=lambda item: (REASONS.index(item.reason), item.path, item.line, item.what))
    )


REASONS = ("disagreement", "orphaned", "gone", "ambiguous name", "unsure", "overdue", "unreviewed")


def _of_article(told: Told) -> Iterator[ReviewItem]:
    annotated = told.annotated
    reading = annotated.reading
    if not annotated.reviewed:
        yield ReviewItem("unreviewed", annotated.article.title, annotated.path, 1, told.ref)
    named = [(entity.id, entity.unsure, entity.name) for entity in reading.entities]
    spans = [(item, item.span) for item in (*reading.temporals, *reading.events, *reading.issues)]
    named += [(item.id, item.unsure, told.words(span)) for item, span in spans]
    named += [(item.id, item.unsure, told.words(item.content[0])) for item in reading.statements]
    for id_, unsure, what in named:
        if unsure and not told.reviewed(id_):
            line = annotated.lines.get(id_, 1)
            yield ReviewItem("unsure", f"{what}: {unsure}", annotated.path, line, told.ref)
    exceptions = [mention for mention in reading.mentions if mention.id]
    for span, candidates in naming.ambiguous(annotated.article.text, reading.entities, exceptions):
        what = f"{told.words(span)} could be {' or '.join(candidates)}"
        yield ReviewItem(
            "ambiguous name", what, annotated.path, annotated.lines.get(candidates[0], 1), told.ref
        )


def _ambiguous(articles: Sequence[Told], links: Links) -> Iterator[ReviewItem]:
    by_id = {told.annotated.article.id: told for told in articles}
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
