"""The keys of each kind of item, made an item whose words have been found."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.articlefile.finding import Finder
from generator.articlefile.schema import (
    NOBODY,
    EventKeys,
    IssueKeys,
    MentionKeys,
    StatementKeys,
    TemporalKeys,
)
from generator.model import Event, IssueItem, Item, Mention, Span, Statement, Temporal
from generator.naming import slug


def _mention(keys: MentionKeys, find: Finder) -> Mention | None:
    spans = find.words("mention", (keys.mention,), _numbers(keys.occurrence, find))
    if keys.entity == NOBODY:
        return Mention(spans[0], "", keys.id) if spans else None
    known = find.known("entity", (keys.entity,))
    return Mention(spans[0], known[0], keys.id) if spans and known else None


def _temporal(keys: TemporalKeys, find: Finder) -> Temporal | None:
    spans = find.words("temporal", (keys.temporal,), _numbers(keys.occurrence, find))
    if not spans:
        return None
    return Temporal(spans[0], keys.type, keys.tense, keys.date, keys.id, unsure=keys.unsure)


def _statement(keys: StatementKeys, find: Finder) -> Statement | None:
    spans = find.words("statement", keys.statement, keys.occurrence)
    if not spans:
        return None
    first, paragraph = spans[0], _paragraph(find, spans[0])
    source = find.beside("source", keys.source, first, paragraph, number=keys.source_occurrence)
    cue = find.beside("cue", keys.cue, source or first, paragraph, number=keys.cue_occurrence)
    return Statement(
        content=spans,
        mode=keys.mode,
        source=source,
        cue=cue,
        speaker=next(iter(find.known("speaker", (keys.speaker,))), ""),
        certainty=keys.certainty,
        anonymous=keys.anonymous,
        via=keys.via,
        venue=keys.venue,
        when=find.said("when", keys.when),
        date=keys.date,
        about=keys.about,
        id=keys.id,
        unsure=keys.unsure,
    )


def _event(keys: EventKeys, find: Finder) -> Event | None:
    spans = find.words("event", (keys.event,), _numbers(keys.occurrence, find))
    if not spans:
        return None
    span, paragraph = spans[0], _paragraph(find, spans[0])
    trigger = find.beside("trigger", keys.trigger, span, span, paragraph, number=keys.trigger_occurrence)
    return Event(
        span=span,
        trigger=trigger or span,
        phase=keys.phase,
        what=keys.what,
        when=find.said("when", keys.when),
        date=keys.date,
        participants=find.known("participants", keys.participants),
        place=next(iter(find.known("place", (keys.place,))), ""),
        said_by=find.who("said_by", keys.said_by),
        kind=keys.kind,
        register=keys.register_,
        id=keys.id,
        unsure=keys.unsure,
    )


def _issue(keys: IssueKeys, find: Finder) -> IssueItem | None:
    spans = find.words("issue", (keys.issue,), _numbers(keys.occurrence, find))
    if not spans:
        return None
    name = keys.name or find.ground.text[spans[0].start : spans[0].end]
    return IssueItem(
        span=spans[0],
        issue=keys.register_ or slug(name),
        name=name,
        code=keys.code,
        part_of=keys.part_of,
        status=keys.status,
        according_to=find.who("according_to", keys.according_to),
        as_of=keys.as_of,
        id=keys.id,
        unsure=keys.unsure,
    )


def _numbers(occurrence: int, find: Finder) -> tuple[int, ...]:
    """The number as written, so that none at all can be told from the first."""
    return (occurrence,) if "occurrence" in find.node.pairs else ()


def _paragraph(find: Finder, span: Span) -> Span:
    """The paragraph that `span` begins in."""
    inside = (line for line in find.ground.paragraphs if line.start <= span.start <= line.end)
    return next(inside, find.paragraph)


DECODERS: Mapping[str, Callable[[Any, Finder], Item | None]] = {
    "mention": _mention,
    "temporal": _temporal,
    "statement": _statement,
    "event": _event,
    "issue": _issue,
}
"""Kind → what makes the item of its keys."""
