"""The page of a person, organization or place: who it is, what it says, does and last held, and who names it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator import search, words
from generator.model import EntityView, Ref, Site, Source
from generator.notes import note_html
from generator.outputs import later
from generator.render import lists
from generator.render.busy import (
    AT_ONCE,
    FIRST,
    LAST,
    ROWS,
    held_on,
    long_list,
    looked_at,
    newest_first,
    published_on,
    said_on,
    shown,
)
from generator.render.divided import Listed, below
from generator.render.front import entity_data
from generator.render.links import happens_on
from generator.render.page import MANY, Page
from generator.render.picture import picture
from generator.render.sayings import held_at_once

COMPANIONS = 20

ByArticle = list[tuple[Ref, list[Source]]]
"""Sentences that name somebody, those of one article together."""
InOrder = Callable[[Sequence[Source]], ByArticle]


def entities(site: Site) -> Iterator[Page]:
    """Each person, organization and place, and the list of them."""
    known = search.found(site)
    order = {view.ref.id: {s.id: n for n, s in enumerate(view.sentences)} for view in site.articles}
    in_order = partial(_by_article, order=order)
    for view in site.entities:
        yield from _entity(view, known, in_order, site.as_of)
    yield from lists.entities(site)


def _entity(view: EntityView, known: frozenset[str], in_order: InOrder, as_of: str) -> Iterator[Page]:
    """The page of an entity, and those of its long lists."""
    path, name = f"entities/{view.ref.id}.md", view.ref.name
    said = long_list(path, "statements", view.statements, said_on)
    told = long_list(path, "timeline", view.events, happens_on)
    named = long_list(path, "mentions", view.mentions, published_on)
    held = long_list(path, "positions", newest_first(held_at_once(view.positions), MANY), held_on)
    mentions = shown(named, FIRST)
    yield Page(
        path,
        "entity",
        name,
        _lead(view) or f"{view.ref.type}, {_named(view)}",
        {
            "view": view,
            "lead": _lead(view) or _named(view),
            "found": search.is_found(view.ref, known),
            "looked_at": looked_at(view.statements),
            "notes": later(note_html, view.notes, path),
            "positions": shown(held, FIRST),
            "held": len(held.rows),
            "statements": shown(said, FIRST),
            "events": shown(told, LAST),
            "mentions": in_order(mentions),
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
            "picture": later(picture, view.events[-ROWS:], as_of),
        },
        {"jsonld": later(entity_data, view), "kind": view.ref.type, **search.of_subject(view, known)},
    )
    yield from below(held, Listed("held", f"Latest positions of {name}", "position", name))
    yield from below(said, Listed("said_by", f"What {name} said", "statement", name))
    yield from below(told, Listed("events", f"Events with {name}", "event", name))
    yield from below(named, Listed("mentions", f"Sentences that name {name}", "sentence", name, in_order))


def _by_article(mentions: Sequence[Source], order: Mapping[str, Mapping[str, int]]) -> ByArticle:
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
