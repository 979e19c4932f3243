"""Events: something that happened, is under way, scheduled, awaited, forecast, or a deadline.

Verbs and event nouns are looked at in the order of the text. `phases` decides whether one tells an event and
in which phase; here it is decided whether the event is news, and it gets its date, people, place and wording.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.events.candidates import Draft, drafts
from generator.extract.events.context import Context, lay
from generator.extract.events.dating import when
from generator.extract.events.roles import participants, place, said_by
from generator.extract.events.syntax import VERBAL, noun_span, span
from generator.extract.events.wording import what
from generator.model import Article, Event, Reading, Span


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the events that the article tells, sorted by place."""
    context = lay(doc, article, reading)
    events = list(_events(context))
    return replace(reading, events=tuple(sorted(events, key=lambda event: (event.span, event.trigger))))


def _events(context: Context) -> Iterator[Event]:
    told = tuple(drafts(context))
    for draft in told:
        yield _event(draft, told, context)


def _event(draft: Draft, told: tuple[Draft, ...], context: Context) -> Event:
    token = draft.token
    words, unsure = what(token, context)
    dated, how = when(draft, told, context)
    clause = span(token) if token.pos_ in VERBAL else noun_span(token)
    acting = participants(token, context)
    where = place(token, context)
    return Event(
        span=clause,
        trigger=Span(token.idx, token.idx + len(token)),
        phase=draft.phase,
        what=words,
        when=dated,
        participants=tuple(entity for entity in acting if entity != where or len(acting) == 1),
        place=where,
        said_by=said_by(token, context),
        kind=draft.kind,
        rule="; ".join(filter(None, (draft.rule, how))),
        unsure=unsure,
    )
