"""The pages that stand for one thing each: articles, entities, issues, with all that a busy one says and does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from generator import search, words
from generator.export import pictures, schema_org
from generator.markup import compose
from generator.model import (
    ArticleView,
    EntityView,
    Position,
    Ref,
    Sentence,
    Site,
    Source,
    StatementView,
    StatusChange,
)
from generator.notes import directory, note_html
from generator.outputs import later
from generator.render import lists
from generator.render.citing import authors, citation
from generator.render.divided import LONG_ROWS, Listed, Part, Row, Step, below, by_date, divided
from generator.render.front import entity_data
from generator.render.links import happens_on, shortened
from generator.render.matrix import matrix
from generator.render.page import MANY, Dossier, Page
from generator.render.picture import picture
from generator.render.sayings import Held, held_at_once

Word = TypeVar("Word", Position, Held)
"""A position: of a side on an issue, or of somebody on all the issues that one statement is about."""

ROWS = 100
"""Rows of each list on a page; of more, the newest few, and all by date on pages of their own."""
FIRST, LAST = slice(MANY), slice(-MANY, None)
"""The newest rows of a list that begins, or ends, with them."""
COMPANIONS = 20
DIFFERENCES = 20
"""Accounts that differ on an issue's page, the newest."""
SIDES_AT_ONCE = 12
"""Sides whose position on an issue stands unfolded."""
AT_ONCE = 3
"""Sentences of one article that a list of mentions shows unfolded, and rows of the whole on the page of a part."""
DATELINE = 48
"""Characters that a line of place and date can have."""
OPEN = frozenset({"raised", "disputed", "narrowing", "claimed agreed", "stalled"})
"""Statuses of an issue that is not settled."""


def articles(site: Site) -> Iterator[Page]:
    """Each article, and the list of them."""
    known, dossier = search.found(site), Dossier(site.settings, site.as_of)
    statuses = {view.ref.id: view.status for view in site.issues}
    for view in site.articles:
        path = f"articles/{view.ref.id}.md"
        mine = {issue.id: statuses[issue.id] for issue in view.issues if issue.id in statuses}
        yield Page(
            path,
            "article",
            view.annotated.article.title,
            _teaser(view),
            later(_article, view, mine, dossier, path),
            later(_article_head, view, search.of_article(view, known), dossier, pictures.path_of(path)),
        )
    yield from lists.articles(site)


def _article(view: ArticleView, statuses: Mapping[str, str], dossier: Dossier, path: str) -> dict[str, Any]:
    body = compose(view)
    return {
        "view": view,
        "article": view.annotated.article,
        "statuses": statuses,
        "body": body,
        "notes": view.notes_html or note_html(view.annotated.notes, path),
        "citation": citation(view.annotated.article, dossier, sha256(body.encode()).hexdigest()[:8]),
        "groups": _by_type(view),
        "layers": _layers(view),
        "openings": [(s.id, _opening(view, s)) for s in view.sentences],
    }


def _article_head(view: ArticleView, found: search.Head, dossier: Dossier, shown: str) -> dict[str, Any]:
    article = view.annotated.article
    return {
        "jsonld": schema_org(view, dossier.settings.title),
        "kind": "article",
        "published": article.published,
        "publisher": article.publisher,
        "authors": authors(article),
        "language": article.language,
        "picture": shown,
        **found,
    }


def _teaser(view: ArticleView) -> str:
    """The first sentence that may be shown and is neither the title nor as short as a dateline."""
    article = view.annotated.article
    for sentence in view.sentences:
        is_title = article.title_span is not None and article.title_span.overlaps(sentence.span)
        long = sentence.span.end - sentence.span.start > DATELINE
        if sentence.id in view.shown and long and not is_title:
            return shortened(article.text[sentence.span.start : sentence.span.end], 200)
    return article.title


def _opening(view: ArticleView, sentence: Sentence) -> str:
    """The sentence's first words, to know it by."""
    if sentence.id not in view.shown:
        return "a sentence that is not shown"
    return shortened(view.annotated.article.text[sentence.span.start : sentence.span.end], 60)


def _layers(view: ArticleView) -> list[tuple[str, str]]:
    """The kinds of marks in the text, each with its button's words."""
    types = {ref.type for _span, ref in view.mentions}
    layers = (
        ("person", "People", "person" in types),
        ("organization", "Organizations", "organization" in types),
        ("place", "Places", "place" in types),
        ("temporal", "Dates", bool(view.temporals)),
        ("statement", "Statements", bool(view.statements)),
        ("event", "Events", bool(view.annotated.reading.events)),
    )
    return [(key, label) for key, label, there in layers if there and view.shown]


def _by_type(view: ArticleView) -> list[tuple[str, list[Any]]]:
    """The sidebar's lines: heading and entities, most mentioned first."""
    headings = (("People", "person"), ("Organizations", "organization"), ("Places", "place"))
    groups = [(name, [line for line in view.entities if line.entity.type == kind]) for name, kind in headings]
    return [(name, lines) for name, lines in groups if lines]


def entities(site: Site) -> Iterator[Page]:
    """Each person, organization and place, and the list of them."""
    known = search.found(site)
    order = {view.ref.id: {s.id: n for n, s in enumerate(view.sentences)} for view in site.articles}
    for view in site.entities:
        path, name = f"entities/{view.ref.id}.md", view.ref.name
        said = _all(path, "statements", view.statements, _said_on)
        told = _all(path, "timeline", view.events, happens_on)
        named = _all(path, "mentions", view.mentions, _published_on)
        words_on = _newest_first(held_at_once(view.positions), MANY)
        held = _all(path, "positions", words_on, _held_on)
        mentions = _shown(named, FIRST)
        yield Page(
            path,
            "entity",
            name,
            _lead(view) or f"{view.ref.type}, {_named(view)}",
            {
                "view": view,
                "lead": _lead(view) or _named(view),
                "found": search.is_found(view.ref, known),
                "looked_at": _looked_at(view.statements),
                "notes": later(note_html, view.notes, path),
                "positions": _shown(held, FIRST),
                "held": len(held.rows),
                "statements": _shown(said, FIRST),
                "events": _shown(told, LAST),
                "mentions": _by_article(mentions, order),
                "listed": len(mentions),
                "all": {
                    "positions": held.links,
                    "statements": said.links,
                    "events": told.links,
                    "mentions": named.links,
                },
                "at_once": AT_ONCE,
                "limit": ROWS,
                "many": MANY,
                "companions": view.companions[:COMPANIONS],
                "picture": later(picture, view.events[-ROWS:], site.as_of),
            },
            {"jsonld": later(entity_data, view), "kind": view.ref.type, **search.of_subject(view, known)},
        )
        yield from below(held, Listed("held", f"Latest positions of {name}", "position", name))
        yield from below(said, Listed("said_by", f"What {name} said", "statement", name))
        yield from below(told, Listed("events", f"Events with {name}", "event", name))
        in_order = partial(_by_article, order=order)
        yield from below(named, Listed("mentions", f"Sentences that name {name}", "sentence", name, in_order))
    yield from lists.entities(site)


def _all(path: str, what: str, rows: Sequence[Row], steps: Callable[[Row], Sequence[Step]]) -> Part[Row]:
    """`rows` of the page at `path`; of more than it shows, by date below it: `entities/ID/statements/2031.md`."""
    return divided(path, rows, steps, f"{directory(path)}/{what}", whole=ROWS, most=LONG_ROWS)


def _shown(whole: Part[Row], newest: slice) -> Sequence[Row]:
    """The rows on the page itself: all of them, or of a divided list the newest, and none folded."""
    return whole.rows[newest] if whole.parts else whole.rows


def _newest_first(rows: Sequence[Word], few: int) -> Sequence[Word]:
    """Positions as they come where they are `few`; of more, those taken last come first, before the fold."""
    return sorted(rows, key=lambda row: row.statement.date, reverse=True) if len(rows) > few else rows


def _held_on(position: Position | Held) -> Sequence[Step]:
    return by_date(position.statement.date)


def _said_on(statement: StatementView) -> Sequence[Step]:
    return by_date(statement.date)


def _published_on(source: Source) -> Sequence[Step]:
    return by_date(source.published)


def _changed_on(change: StatusChange) -> Sequence[Step]:
    return by_date(change.date)


def _by_article(
    mentions: Sequence[Source], order: Mapping[str, Mapping[str, int]]
) -> list[tuple[Ref, list[Source]]]:
    """Sentences of each article as they follow in it, the articles as they come."""
    found: dict[str, list[Source]] = {}
    for source in mentions:
        found.setdefault(source.article.id, []).append(source)
    return [
        (sources[0].article, sorted(sources, key=lambda source: order.get(name, {}).get(source.sentence, -1)))
        for name, sources in found.items()
    ]


def _lead(view: EntityView) -> str:
    """Who it is: the description written by hand, else the newest role; empty where neither is recorded."""
    if view.description or not view.roles:
        return view.description
    role = view.roles[0]
    return f"{role.role}, as of {words.date(role.date)}" if role.date else role.role


def _named(view: EntityView) -> str:
    """What is known of everything that has a page."""
    return f"named in {words.count(len(view.articles), 'article')}"


def _looked_at(statements: Sequence[StatementView]) -> str:
    """How many of `statements` a person has reviewed, in words; empty where there are none."""
    return words.reviewed(sum(one.reviewed for one in statements), len(statements), "statement")


def issues(site: Site) -> Iterator[Page]:
    """Each issue, and the list of them."""
    status = {view.ref.id: view for view in site.issues}
    known = search.found(site)
    for view in site.issues:
        path = f"issues/{view.ref.id}.md"
        parts = [status[part.id] for part in view.parts if part.id in status]
        awaited = [event for event in view.events if event.phase == "awaited"]
        open_parts = [part for part in parts if part.status in OPEN]
        whole = status.get(view.part_of.id) if view.part_of else None
        deadline = next((event for event in view.upcoming if event.phase == "deadline"), None)
        said = _all(path, "statements", view.statements, _said_on)
        changed = _all(path, "history", view.history, _changed_on)
        held = _all(path, "positions", _newest_first(view.positions, SIDES_AT_ONCE), _held_on)
        yield Page(
            path,
            "issue",
            words.capital(view.ref.name),
            f"{view.status}, as of {words.date(view.status_date)}" if view.status_date else view.status,
            {
                "view": view,
                "found": search.is_found(view.ref, known),
                "looked_at": _looked_at(view.statements),
                "limit": ROWS,
                "many": MANY,
                "at_once": AT_ONCE,
                "positions": _shown(held, slice(SIDES_AT_ONCE)),
                "held": len(held.rows),
                "sides_at_once": SIDES_AT_ONCE,
                "differing": DIFFERENCES,
                "history": _shown(changed, LAST),
                "statements": _shown(said, FIRST),
                "all": {"positions": held.links, "statements": said.links, "history": changed.links},
                "notes": later(note_html, view.notes, path),
                "open_parts": open_parts,
                "awaited": awaited,
                "deadline": deadline,
                "lacking": _either(
                    ("next deadline", deadline),
                    ("coming event", view.upcoming or (whole and whole.upcoming)),
                    ("open question", open_parts or awaited),
                ),
                "parts": parts,
                "whole": whole,
                "matrix": matrix(parts[:ROWS]),
            },
            {"kind": "issue", "picture": pictures.path_of(path), **search.of_subject(view, known)},
        )
        name = words.capital(view.ref.name)
        yield from below(held, Listed("sides", f"{name}, the position of each side", "side", name))
        yield from below(said, Listed("said_on", f"{name}, all statements", "statement", name))
        yield from below(changed, Listed("history", f"{name}, all changes of status", "step", name))
    yield from lists.issues(site)


def _either(*things: tuple[str, object]) -> str:
    """Of what there is none: `next deadline, coming event or open question`."""
    *others, last = [name for name, found in things if not found] or [""]
    return f"{', '.join(others)} or {last}" if others else last
