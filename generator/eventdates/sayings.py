"""The date of a saying: told beside it, else that of the occasion on which its speaker was told of last."""

import re
from collections.abc import Sequence

from generator.eventdates.known import UNKNOWN, EventDate, from_resolution, likely, resolved
from generator.eventdates.news import news_day
from generator.model import Event, Mention, Reading, Resolution, Statement, Temporal


def date_sayings(
    reading: Reading, text: str, resolutions: Sequence[Resolution], published: str
) -> tuple[EventDate, ...]:
    """When the words of each statement of `reading` were said; `resolutions` are those of its temporals.

    A speaker has one occasion until a later one is told: `Renn arrived on Monday … She said …`, both on Monday;
    what she `had said a week before` is background.
    Where no day is told it is the day of publication.
    """
    news = news_day(reading.temporals, resolutions, published)
    untold = EventDate(published, likely(news, published), "published") if published else UNKNOWN
    occasions: dict[str, EventDate] = {}
    acts = sorted(reading.events, key=lambda event: event.trigger)
    found = []
    for statement in reading.statements:
        at = (statement.cue or statement.content[0]).start
        while acts and acts[0].trigger.start < at:
            told = _occasion(acts.pop(0), text, reading, resolutions, published)
            occasions |= {who: day for who, day in told.items() if day.day >= occasions.get(who, UNKNOWN).day}
        who = _who(statement, text, reading.mentions)
        dated = _said(statement, text, reading.temporals, resolutions, published)
        if dated is not None and who:
            occasions[who] = dated._replace(note=f"{dated.note}, told before of the same speaker")
        found.append(dated or occasions.get(who, untold))
    return tuple(found)


def _occasion(
    event: Event, text: str, reading: Reading, resolutions: Sequence[Resolution], published: str
) -> dict[str, EventDate]:
    """The day on which the first participant did something, where the article tells one."""
    if event.phase != "happened" or not event.participants or event.said_by or not event.when:
        return {}
    dated = resolved(event.when, event.trigger, text, reading.temporals, resolutions)
    if dated is None or not re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", dated.edtf):
        return {}
    told = from_resolution(event.when, dated, published)
    return {event.participants[0]: told._replace(note=f"{told.note}, told before of the same speaker")}


def _who(statement: Statement, text: str, mentions: Sequence[Mention]) -> str:
    """Who speaks: the entity, named or resolved, else the source's words; empty: the article, or nobody named."""
    if statement.speaker or statement.source is None:
        return statement.speaker
    named = (m.entity for m in mentions if not statement.anonymous and statement.source.contains(m.span))
    return next(named, text[slice(*statement.source)])


def _said(
    statement: Statement,
    text: str,
    temporals: Sequence[Temporal],
    resolutions: Sequence[Resolution],
    published: str,
) -> EventDate | None:
    """The date that is written or told beside the saying; None: there is none."""
    if statement.date:
        return EventDate(statement.date, likely(statement.date, published), "by hand")
    near = statement.cue or statement.source or statement.content[0]
    found = resolved(statement.when, near, text, temporals, resolutions)
    if found is None or not found.edtf:
        return None
    return from_resolution(statement.when, found, published)
