"""The JSON of what every site has once: its lists."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from generator.assemble.differences import differ_on
from generator.assemble.weeks import Week, weeks
from generator.export import shapes
from generator.export.safe import filled
from generator.export.shapes import Rows, Shape
from generator.model import ArticleView, Correction, EntityView, EventView, IssueView, Ref, ReviewItem, Site


def index(site: Site) -> Shape:
    """All that has a page, what disagrees, and how much is reviewed."""
    reviewed, items = site.reviewed_share
    newest_first = sorted(site.differences, key=differ_on, reverse=True)
    return {
        "description": site.settings.description,
        "reviewed": {"items": reviewed, "of": items},
        **articles(site.articles),
        **entities(site.entities),
        **issues(site.issues),
        **shapes.listed(Rows("differences", newest_first, shapes.difference)),
        "redirects": dict(sorted(site.redirects.items())),
    }


def articles(views: Sequence[ArticleView]) -> Shape:
    """Every article, newest first."""
    return {"articles": [shapes.listed_article(view) for view in views]}


def entities(views: Sequence[EntityView]) -> Shape:
    """Every person, organization and place, most mentioned first."""
    return {"entities": [{**shapes.ref(view.ref), "mentions": view.mention_count} for view in views]}


def issues(views: Sequence[IssueView]) -> Shape:
    """Every issue with where it stands."""
    return {
        "issues": [
            filled({**shapes.ref(view.ref), "status": view.status, "status_date": view.status_date})
            for view in views
        ]
    }


def timeline(events: Sequence[EventView]) -> Shape:
    """Every event, by date; of very many only what, when and in which phase."""
    shape = shapes.event if len(events) <= shapes.MOST else shapes.dated
    return {"events": [shape(event) for event in events]}


def briefs(found: Sequence[Week]) -> Shape:
    """The weeks that have a brief, newest first."""
    return {
        "weeks": [
            {
                "from": week.first.isoformat(),
                "page": shapes.address_of(week.path),
                "articles": len(week.articles),
                "statements": len(week.statements),
                "status_changes": week.changes,
                "due": len(week.due),
            }
            for week in found
        ]
    }


def corrections(found: Sequence[tuple[Correction, Ref]]) -> Shape:
    """What people changed, newest first."""
    return {
        "corrections": [{**shapes.correction(one), "article": shapes.ref(article)} for one, article in found]
    }


def review(items: Sequence[ReviewItem]) -> Shape:
    """What a person should look at, each with its file and line."""
    return {
        "items": [
            filled(
                {
                    "reason": item.reason,
                    "what": item.what,
                    "path": item.path,
                    "line": item.line,
                    "article": item.article.id if item.article else "",
                }
            )
            for item in items
        ]
    }


LISTS: tuple[tuple[str, Callable[[Any], Shape], Callable[[Site], Any]], ...] = (
    ("index.json", index, lambda site: site),
    ("articles/index.json", articles, attrgetter("articles")),
    ("entities/index.json", entities, attrgetter("entities")),
    ("issues/index.json", issues, attrgetter("issues")),
    ("timeline.json", timeline, attrgetter("events")),
    ("briefs/index.json", briefs, weeks),
    ("review.json", review, attrgetter("review")),
    ("corrections.json", corrections, attrgetter("corrections")),
)
"""The files that every site has once, each with what of the Site it is made of."""
