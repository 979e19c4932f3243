"""The JSON twin of each page."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from operator import attrgetter
from typing import Any

from generator.assemble.weeks import Move, Week, weeks
from generator.export import rights, shapes
from generator.export.lists import LISTS
from generator.export.safe import filled, json_bytes
from generator.export.shapes import Rows, Shape
from generator.model import ArticleView, EntityView, IssueView, Site
from generator.outputs import Later, later


def export(site: Site, _site_url: str) -> Iterator[tuple[str, Later]]:
    """A file beside each page that shows data; each year of a long timeline is in timeline.json."""
    about = _about(site)
    for path, listed, of in LISTS:
        yield path, later(_twin, about, listed, of(site))
    for view in site.articles:
        yield f"articles/{view.ref.id}.json", later(_twin, about, article, view)
    for entity_view in site.entities:
        yield f"entities/{entity_view.ref.id}.json", later(_twin, about, entity, entity_view)
    for issue_view in site.issues:
        yield f"issues/{issue_view.ref.id}.json", later(_twin, about, issue, issue_view)
    for week in weeks(site):
        yield week.path.replace(".md", ".json"), later(_twin, about, brief, week)


def _twin(about: Shape, shape: Callable[[Any], Shape], view: object) -> bytes:
    return json_bytes({**about, **shape(view)})


def _about(site: Site) -> Shape:
    """What stands at the head of every file: a copy of it must say where it is from and as of when."""
    settings = site.settings
    return filled({"dossier": settings.title, "as_of": site.as_of, "licence": settings.licence})


def article(view: ArticleView) -> Shape:
    """One article; offsets are code points into its text, half-open, also where the text is withheld."""
    read = view.annotated.article
    return filled(
        {
            **shapes.ref(view.ref),
            "published": read.published,
            "published_from": read.published_from,
            "publisher": read.publisher,
            "author": read.author,
            "url": read.url,
            "language": read.language,
            "rights": read.rights,
            "annotated": not view.annotated.bare,
            "reviewed": bool(view.annotated.reviewed),
            "text": rights.full_text(view),
            "sentences": [
                filled(
                    {
                        "id": s.id,
                        "start": s.span.start,
                        "end": s.span.end,
                        "paragraph": s.paragraph,
                        "text": words,
                    }
                )
                for s, words in rights.sentences(view)
            ],
            "news": [{"what": what, "source": shapes.source(source)} for what, source in view.news],
            "entities": [
                filled({**shapes.ref(count.entity), "role": count.role, "mentions": count.count})
                for count in view.entities
            ],
            "mentions": [
                {"start": span.start, "end": span.end, "entity": entity.id} for span, entity in view.mentions
            ],
            "temporals": _temporals(view),
            "statements": [shapes.statement(statement) for statement in view.statements],
            "events": [shapes.event(event) for event in view.events],
            "issues": [shapes.ref(issue) for issue in view.issues],
            "notes": view.annotated.notes,
            "corrections": [shapes.correction(one) for one in view.annotated.corrections],
        }
    )


def _temporals(view: ArticleView) -> list[Shape]:
    return [
        filled(
            {
                "id": temporal.temporal.id,
                "start": temporal.temporal.span.start,
                "end": temporal.temporal.span.end,
                "phrase": rights.words(view, temporal.temporal.span),
                "type": temporal.resolution.type,
                "value": temporal.resolution.value,
                "mod": temporal.resolution.mod,
                "edtf": temporal.resolution.edtf,
                "against": temporal.resolution.against,
                "rule": temporal.resolution.rule,
                "sentence": temporal.source.sentence,
            }
        )
        for temporal in view.temporals
    ]


def entity(view: EntityView) -> Shape:
    """A person, organization or place across articles."""
    return filled(
        {
            **shapes.ref(view.ref),
            "aliases": list(view.aliases),
            "description": view.description,
            "side": view.side,
            "identifiers": dict(view.identifiers),
            "roles": [
                filled({"role": role.role, "date": role.date, "source": shapes.source(role.source)})
                for role in view.roles
            ],
            "mention_count": view.mention_count,
            "companions": [
                {**shapes.ref(c.entity), "sentences": c.count, "source": shapes.source(c.source)}
                for c in view.companions
            ],
            **shapes.listed(
                Rows("mentions", view.mentions, shapes.source),
                Rows("positions", view.positions, shapes.position),
                Rows("statements", view.statements, shapes.statement),
                Rows("events", view.events, shapes.event, by_date=True),
                Rows("articles", view.articles, shapes.ref, by_date=True),
            ),
            "notes": view.notes,
            "unsure": view.unsure,
        }
    )


def issue(view: IssueView) -> Shape:
    """A contested matter across articles."""
    return filled(
        {
            **shapes.ref(view.ref),
            "code": view.code,
            "topic": view.topic,
            "part_of": shapes.ref(view.part_of),
            "parts": [shapes.ref(part) for part in view.parts],
            "status": view.status,
            "status_date": view.status_date,
            "summary": [
                filled({"text": text, "source": shapes.source(source) if source else None})
                for text, source in view.summary
            ],
            **shapes.listed(
                Rows("history", view.history, shapes.status_change, by_date=True),
                Rows("positions", view.positions, shapes.position),
                Rows("settled", view.settled, attrgetter("id")),
                Rows("unsettled", view.unsettled, attrgetter("id")),
                Rows("differences", view.differences, shapes.difference),
                Rows("statements", view.statements, shapes.statement),
                Rows("events", view.events, shapes.event, by_date=True),
                Rows("upcoming", view.upcoming, attrgetter("id")),
                Rows("mentions", view.mentions, shapes.source, by_date=True),
                Rows("articles", view.articles, shapes.ref, by_date=True),
            ),
            "notes": view.notes,
        }
    )


def brief(week: Week) -> Shape:
    """What was published, said and due in one week; `until` is its last day."""
    return {
        "from": week.first.isoformat(),
        "until": (week.first + timedelta(6)).isoformat(),
        "page": shapes.address_of(week.path),
        **shapes.listed(
            Rows("articles", week.articles, shapes.listed_article),
            Rows("statements", week.statements, shapes.statement),
            Rows("moves", week.moves, _move),
            Rows("status_changes", tuple(_steps(week)), dict),
            Rows("due", week.due, shapes.event),
            Rows("announced", week.told, shapes.event),
        ),
    }


def _move(move: Move) -> Shape:
    return {
        "issue": shapes.ref(move.issue),
        "before": shapes.statement(move.before),
        "now": shapes.statement(move.now),
    }


def _steps(week: Week) -> Iterator[Shape]:
    for shift in week.shifts:
        for change in shift.changes:
            yield {"issue": shapes.ref(shift.issue), **shapes.status_change(change)}
