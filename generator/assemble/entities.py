"""Entities across articles: roles, mentions, statements, positions, company."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from generator.assemble.gathering import by_id
from generator.assemble.statements import said_on, side_of
from generator.assemble.told import Told
from generator.linking import Linked, Links
from generator.model import (
    Companion,
    EntityCount,
    EntityView,
    EventView,
    Position,
    Ref,
    Role,
    Source,
    StatementView,
)

MOST_COMPANIONS = 12
Named = Mapping[int, Mapping[Ref, Source]]
"""Number of a sentence → whom it names, in the order of the text."""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What all articles say, by entity id."""

    links: Links
    articles: Mapping[str, Told]
    """By article id."""
    mentions: Mapping[str, Sequence[Source]]
    counts: Mapping[str, int]
    said: Mapping[str, Sequence[StatementView]]
    events: Mapping[str, Sequence[EventView]]
    company: Mapping[str, tuple[Companion, ...]]
    roles: Mapping[str, Sequence[Role]]


def entity_views(
    articles: Sequence[Told],
    statements: Mapping[str, Sequence[StatementView]],
    events: Sequence[EventView],
    links: Links,
) -> tuple[EntityView, ...]:
    """All entities, most mentioned first; `articles` oldest first, `statements` by article id."""
    told_in = {told.article.id: told for told in articles}
    named = [_named(told) for told in articles]
    counts = Counter(
        ref.id for told in articles for each in told.reading.mentions if (ref := told.entity(each.entity))
    )
    said = by_id(
        (view, [voice.entity for voice in view.voices])
        for told in articles
        for view in statements[told.article.id]
    )
    took_part = by_id((event, filter(None, (*event.participants, event.place))) for event in events)
    mentions = by_id(
        (source, [ref]) for sentences in named for here in sentences.values() for ref, source in here.items()
    )
    gathered = _Gathered(
        links, told_in, mentions, counts, said, took_part, _company(named), _roles(articles, links)
    )
    views = [
        _view(linked, gathered)
        for linked in links.entities.values()
        if counts[linked.ref.id] or linked.register
    ]
    return tuple(sorted(views, key=lambda view: (-view.mention_count, view.ref.id)))


def _named(told: Told) -> Named:
    """Whom an article's sentences name."""
    named: dict[int, dict[Ref, Source]] = {}
    for mention in told.reading.mentions:
        if ref := told.entity(mention.entity):
            here = named.setdefault(told.number(mention.span), {})
            if ref not in here:
                here[ref] = told.source(mention.span, mention.entity)
    return named


def _roles(articles: Sequence[Told], links: Links) -> Mapping[str, list[Role]]:
    """Entity id → roles as the articles give them, oldest first, one for each change."""
    roles: dict[str, list[Role]] = defaultdict(list)
    for told in articles:
        for entity in told.reading.entities:
            ref = links.entity(told.article.id, entity.id)
            role = told.sayable(entity.role)
            if ref and role and (not roles[ref.id] or roles[ref.id][-1].role != role):
                first = next((m.span for m in told.reading.mentions if m.entity == entity.id), None)
                if first:
                    roles[ref.id].append(Role(role, told.article.published, told.source(first, entity.id)))
    return roles


def _company(named: Iterable[Named]) -> Mapping[str, tuple[Companion, ...]]:
    """Entity id → who shares sentences with it, and the latest such sentence."""
    counts: dict[str, Counter[Ref]] = defaultdict(Counter)
    latest: dict[tuple[str, Ref], Source] = {}
    for sentences in named:
        for present in sentences.values():
            for first, second in permutations(present, 2):
                counts[first.id][second] += 1
                latest[first.id, second] = present[second]
    company: dict[str, tuple[Companion, ...]] = defaultdict(tuple)
    for id_, others in counts.items():
        ranked = sorted(others.items(), key=lambda pair: (-pair[1], pair[0].id))[:MOST_COMPANIONS]
        company[id_] = tuple(Companion(other, count, latest[id_, other]) for other, count in ranked)
    return company


def _view(linked: Linked, all_: _Gathered) -> EntityView:
    id_, register = linked.ref.id, linked.register
    recent = sorted(all_.said[id_], key=said_on, reverse=True)
    own = [(all_.articles[article], local) for article, local in reversed(linked.members)]
    known = {name for told, local in own for name in _names(told, local)}
    known |= set(register.aliases) if register else set()
    could_be = " or ".join(all_.links.entities[other].ref.name for other in linked.could_be)
    return EntityView(
        ref=linked.ref,
        aliases=tuple(name for name in linked.names if name != linked.ref.name and name in known),
        description=register.description if register else "",
        side=next((side for told, local in own if (side := side_of(told, local, linked.ref))), ""),
        identifiers=register.identifiers if register else {},
        roles=tuple(reversed(all_.roles[id_])),
        mentions=tuple(reversed(all_.mentions[id_])),
        mention_count=all_.counts[id_],
        statements=tuple(recent),
        positions=_positions(recent, linked.ref),
        events=tuple(all_.events[id_]),
        companions=all_.company[id_],
        articles=tuple(dict.fromkeys(told.ref for told, _ in own)),
        notes=register.notes if register else "",
        unsure=f"may be {could_be}" if could_be else "",
    )


def _names(told: Told, local: str) -> tuple[str, ...]:
    """What an article calls the entity that it knows as `local`; nothing where it may not be shown."""
    for entity in told.reading.entities:
        if entity.id == local:
            return (entity.name, *entity.names)
    return ()


def _positions(recent: Sequence[StatementView], entity: Ref) -> tuple[Position, ...]:
    """Its latest word on each issue, `recent` being newest first."""
    latest: dict[str, Position] = {}
    for view in recent:
        side = next(voice.side for voice in view.voices if voice.entity == entity)
        for issue in view.issues:
            latest.setdefault(issue.id, Position(side, view, issue))
    return tuple(latest[id_] for id_ in sorted(latest))


def entity_counts(told: Told) -> tuple[EntityCount, ...]:
    """The lines of an article's sidebar: who is named, with the role the article gives, most mentioned first."""
    counts = Counter(ref for mention in told.reading.mentions if (ref := told.entity(mention.entity)))
    roles = {
        ref: role
        for entity in told.reading.entities
        if (ref := told.entity(entity.id)) and (role := told.sayable(entity.role))
    }
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].id))
    return tuple(EntityCount(ref, roles.get(ref, ""), count) for ref, count in ranked)
