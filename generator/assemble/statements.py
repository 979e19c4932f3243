"""Who says what: each statement of an article with its speaker, day and issues resolved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.assemble.resolving import Saying
from generator.assemble.together import in_a_row, together
from generator.assemble.told import THE_ARTICLE, UNNAMED, Told, span_of
from generator.dates import first_day, last_day
from generator.model import (
    EntityType,
    Mention,
    Ref,
    Statement,
    StatementView,
    Voice,
)
from generator.sources import speaking


def statement_views(told: Told) -> tuple[StatementView, ...]:
    """The article's statements with speaker, date and issues resolved."""
    return tuple(
        _statement_view(told, statement, saying)
        for statement, saying in zip(told.reading.statements, told.resolved.sayings, strict=True)
    )


def _statement_view(told: Told, statement: Statement, saying: Saying) -> StatementView:
    where = span_of(statement)
    speaker = speaker_of(told, statement)
    words = told.words(statement.source) if statement.source else ""
    words = words and (told.sayable(words) or UNNAMED)
    others = _with(told, statement, speaker)
    if statement.mode == "inference":
        who = THE_ARTICLE
    elif statement.anonymous and words:
        who = words
    elif speaker:
        who = in_a_row([speaker.name, *(voice.entity.name for voice in others)])
    else:
        who = words or "not recorded"
    hidden = told.article.rights == "none"
    return StatementView(
        id=statement.id,
        statement=_shown(told, statement),
        content="" if hidden else " … ".join(told.words(span) for span in statement.content),
        who=who,
        speaker=speaker,
        side=side_of(told, statement.speaker, speaker) or (speaker.name if speaker else ""),
        date=statement.date or saying.date,
        issues=issues_of(told, statement, saying),
        source=told.source(where, statement.id),
        reviewed=told.reviewed(statement.id),
        together=others,
    )


def _with(told: Told, statement: Statement, speaker: Ref | None) -> tuple[Voice, ...]:
    """Who says it with the speaker, each for their own side."""
    refs = (
        together(told, statement.source, told.named) if statement.source and not statement.anonymous else ()
    )
    others = (ref for ref in refs if ref != speaker)
    return tuple(Voice(ref, side_of(told, "", ref) or ref.name) for ref in others) if speaker in refs else ()


def _shown(told: Told, statement: Statement) -> Statement:
    """`statement` without the words that the article's rights withhold."""
    via, venue = told.sayable(statement.via), told.sayable(statement.venue)
    if (via, venue) == (statement.via, statement.venue):
        return statement
    return replace(statement, via=via, venue=venue)


def speaker_of(told: Told, statement: Statement) -> Ref | None:
    """The entity that speaks: as written, else the one named in the source's words."""
    if statement.mode == "inference" or (statement.anonymous and not statement.speaker):
        return None
    if statement.speaker:
        return told.entity(statement.speaker)
    if statement.source is None:
        return None
    source, types = statement.source, {entity.id: entity.type for entity in told.reading.entities}
    inside = [mention for mention in told.mentions_in(source) if source.contains(mention.span)]
    named = speaking(told.article.text, source, inside, types)
    return told.entity(_head(named, types).entity) if named else None


def _head(named: Sequence[Mention], types: Mapping[str, EntityType]) -> Mention:
    """Of several names in one source, the person; `Hamas spokesman Jane Roe` is Jane Roe."""
    return next((mention for mention in named if types.get(mention.entity) == "person"), named[0])


def side_of(told: Told, local: str, entity: Ref | None) -> str:
    """The party for which an entity acts, from its register, else from the article; empty: not recorded."""
    if entity is None:
        return ""
    linked = told.links.entities[entity.id]
    if linked.register and linked.register.side:
        return linked.register.side
    if linked.register and linked.register.party:
        return entity.name
    named = (found for found in told.reading.entities if found.side)
    return next((one.side for one in named if one.id == local or told.entity(one.id) == entity), "")


def said_on(view: StatementView) -> tuple[str, str]:
    """The ISO days of a saying and of its article, by which statements are put in order; empty: not known."""
    return first_day(view.date), last_day(view.source.published)


def issues_of(told: Told, statement: Statement, saying: Saying) -> tuple[Ref, ...]:
    """The issues a statement is about: those a person wrote, and those that its words name, here or elsewhere."""
    article = told.article.id
    found = [told.links.issue(article, issue) for issue in statement.about]
    found += [
        told.links.issue(article, item.issue)
        for item in told.reading.issues
        if any(item.span.overlaps(span) for span in statement.content)
    ]
    spoken = told.links.issues_in(saying.names, told.annotated)
    return tuple(dict.fromkeys((*(ref for ref in found if ref), *spoken)))
