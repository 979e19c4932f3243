"""Items, registers and settings → the `Site`: indexes, backlinks, timeline, review. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator import dates
from generator.assemble.articles import article_view, settled_in, told_in_each
from generator.assemble.differences import differences
from generator.assemble.entities import entity_views
from generator.assemble.events import event_views
from generator.assemble.gathering import by_id
from generator.assemble.issues import issue_views
from generator.assemble.review import review_items, with_gone
from generator.assemble.statements import statement_views
from generator.assemble.told import Told, tell_all
from generator.linking import link
from generator.memo import Memo
from generator.model import Annotated, Reading, Register, Settings, Site
from generator.vocabulary import Vocabulary

__all__ = ["assemble", "by_age", "with_gone"]


def assemble(
    articles: Sequence[Annotated],
    registers: Sequence[Register],
    settings: Settings,
    vocabulary: Vocabulary,
    merged: Mapping[tuple[str, str], str],
    published: Collection[str] = (),
    memo: Memo | None = None,
) -> Site:
    """Everything that the pages show. `merged` is what ids.tsv remembers: (kind, id) → id it was merged into.

    `published` are the addresses of all pages that there ever were, like `entities/ID`. `memo` saves time.
    """
    memo = memo or Memo()
    oldest_first = by_age(articles)
    links = link(oldest_first, registers, merged)
    told = tell_all(oldest_first, links, settings, memo)
    as_of = dates.last_day(settings.as_of) or max((_day(annotated) for annotated in oldest_first), default="")
    statements = {one.annotated.article.id: statement_views(one) for one in told}
    events = event_views(told, registers, links, as_of, memo)
    differing = differences(told, statements, links, memo)
    issues = issue_views(told, statements, events, differing, links, vocabulary)
    events_of = by_id(((event, one), [ref]) for event in events for ref, one in told_in_each(event))
    issues_of = by_id((issue.ref, issue.articles) for issue in issues)
    settled = settled_in(issues)
    views = [
        article_view(one, statements[id_], events_of[id_], issues_of[id_], settled.get(id_, ()))
        for one in reversed(told)
        for id_ in (one.ref.id,)
    ]
    return Site(
        settings=settings,
        as_of=as_of,
        articles=tuple(sorted(views, key=lambda view: not _day(view.annotated))),
        entities=entity_views(told, statements, events, links),
        issues=issues,
        events=events,
        differences=(
            *(difference for issue in issues for difference in issue.differences),
            *(difference for difference in differing if difference.about.kind != "issue"),
        ),
        review=review_items(told, events, links, memo),
        redirects={**{old: new for old, new in links.joined.items() if old in published}, **links.redirects},
        reviewed_share=_reviewed_share(told),
    )


def by_age(articles: Sequence[Annotated]) -> list[Annotated]:
    """`articles`, oldest first."""
    return sorted(articles, key=_age)


def _day(annotated: Annotated) -> str:
    """The last ISO day on which the article can have been published, or empty."""
    return dates.last_day(annotated.article.published)


def _age(annotated: Annotated) -> tuple[str, str]:
    return _day(annotated), annotated.article.id


def _reviewed_share(articles: Sequence[Told]) -> tuple[int, int]:
    """Items reviewed and items in all."""
    reviewed = [told.reviewed(id_) for told in articles for id_ in _ids(told.annotated.reading)]
    return sum(reviewed), len(reviewed)


def _ids(reading: Reading) -> Iterator[str]:
    yield from (entity.id for entity in reading.entities)
    yield from (temporal.id for temporal in reading.temporals)
    yield from (statement.id for statement in reading.statements)
    yield from (event.id for event in reading.events)
    yield from (item.id for item in reading.issues)
