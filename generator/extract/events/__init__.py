"""Events: something that happened, is under way, scheduled, awaited, forecast, or a deadline.

Verbs and event nouns are looked at in the order of the text. `phases` decides whether one tells an event and
in which phase; here it is decided whether the event is news, and it gets its date, people, place and wording.
"""

from collections.abc import Collection
from dataclasses import replace

from generator.extract.events.asides import asides
from generator.extract.events.candidates import Draft, drafts
from generator.extract.events.context import Context, lay
from generator.extract.events.dating import first_tellings, stem, when
from generator.extract.events.roles import participants, place, said_by
from generator.extract.events.syntax import VERBAL, noun_span, span, verb_above
from generator.extract.events.wording import what
from generator.extract.parsed import Doc
from generator.model import Article, Event, Reading, Temporal

AHEAD = frozenset(
    {"noun: limit", "noun: ahead", "noun: set", "verb: due", "verb: present", "verb: planned", "verb: lapses"}
)
"""Rules that tell of a date to come, whatever tense the words around the date stand in."""


def extract(doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the events that the article tells, sorted by place.

    A time expression that dates a plan or a deadline gets the tense `future`, so that `Friday’s deadline` is next
    Friday.
    """
    context = lay(doc, article, reading)
    told = tuple(drafts(context))
    first = first_tellings(told, context)
    dated = [(draft, *when(draft, first, context)) for draft in told]
    verbs = {draft.token.i for draft in told}
    dated = [each for each in dated if not _within(each[0], each[1], verbs)]
    below = {stem(draft.token) for draft, _, _ in dated if not context.headline(draft.token)}
    # the text tells again, with day and place, what the headline tells
    dated = [each for each in dated if not (context.headline(each[0].token) and stem(each[0].token) in below)]
    events = [_event(draft, temporal, how, context) for draft, temporal, how in dated]
    coming = {temporal.span for draft, temporal, _ in dated if temporal is not None and draft.rule in AHEAD}
    temporals = tuple(
        replace(temporal, tense="future") if temporal.span in coming else temporal
        for temporal in reading.temporals
    )
    ordered = sorted(events, key=lambda event: (event.span, event.trigger))
    beside = tuple(asides({draft.token.i for draft, _, _ in dated}, first, context))
    return replace(reading, temporals=temporals, events=tuple(ordered), asides=beside)


def _within(draft: Draft, temporal: Temporal | None, verbs: Collection[int]) -> bool:
    """Whether the clause of another event tells this one: `left after the vote`, `shot after shooting`."""
    above = verb_above(draft.token)
    if above is None or above.i not in verbs:
        return False
    named = draft.rule == "noun: after" and temporal is None
    return named or (draft.rule == "verb: participle" and stem(above) == stem(draft.token))


def _event(draft: Draft, temporal: Temporal | None, how: str, context: Context) -> Event:
    token = draft.token
    words, unsure = what(token, context)
    acting = participants(token, context)
    where = place(token, context)
    return Event(
        span=span(token) if token.pos_ in VERBAL else noun_span(token),
        trigger=token.span,
        phase=draft.phase,
        what=words,
        when=context.text(temporal.span) if temporal is not None else "",
        participants=tuple(entity for entity in acting if entity != where or len(acting) == 1),
        place=where,
        said_by=said_by(token, context),
        kind=draft.kind,
        rule="; ".join(filter(None, (draft.rule, how))),
        unsure=unsure,
    )
