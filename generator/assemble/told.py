"""One article with everything that can be known from it and the links: dates resolved, places to sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assemble.resolving import RESOLVED, Resolved, Saying
from generator.assemble.texts import Text, parts, publishable
from generator.assemble.together import in_a_row, together
from generator.dates import first_day, last_day
from generator.linking import Links
from generator.memo import Memo
from generator.model import (
    Annotated,
    EntityType,
    Item,
    Mention,
    Reading,
    Ref,
    Resolution,
    Settings,
    Source,
    Span,
    Statement,
    StatementView,
    TemporalView,
    Voice,
)
from generator.outputs import encoded, fingerprint
from generator.sources import speaking

THE_ARTICLE = "the article"
"""Who speaks in the article's own inferences."""
UNNAMED = "a source that the article describes"
"""Who speaks where the article's rights withhold the words that tell it."""
FEW = 3
"""Words that tell a fact, such as `the 11th` or `a union leader`, and nobody's way to put it."""
NOT_SHOWN = "words that are not shown"
"""Stands in the place of the article's words where its rights withhold them."""


@dataclass(frozen=True, slots=True)
class Told(Text):
    """One article, resolved, with what the links say of it."""

    annotated: Annotated
    resolved: Resolved
    ref: Ref
    quotable: frozenset[str]
    """Ids of the sentences whose words may be published."""
    links: Links
    named: Mapping[str, Ref]
    """The article's ids of entities → the entities that they mean."""
    mark: bytes
    """Stands for all that it says, and for whom it names."""

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """One for each temporal of `reading`."""
        return self.resolved.resolutions

    def sayable(self, words: str) -> str:
        """`words` of an item where they may be published, else empty.

        They may where no right withholds them: a name, a FEW words, a person's own, those of a shown sentence.
        """
        article = self.article
        if article.rights == "full":
            return words
        said = " ".join(words.split())
        names = (name for entity in self.reading.entities for name in (entity.name, *entity.names))
        if len(said.split()) <= FEW or said == UNNAMED or said in names:
            return words
        shown = (s.span for s in self.sentences if s.id in self.quotable)
        if any(said in self.words(span) for span in (*shown, article.title_span or Span(0, 0))):
            return words
        return "" if said in self.words(Span(0, len(article.text))) else words

    def source(self, span: Span, item: str = "") -> Source:
        """The step from what stands at `span` to its sentence; `item` finds the line in content/."""
        article, number = self.article, self.number(span)
        sentence = self.sentences[number]
        quote = self.lines[number] if sentence.id in self.quotable else ""
        line = self.annotated.lines.get(item, 1)
        return Source(
            self.ref, article.publisher, article.published, sentence.id, quote, self.annotated.path, line
        )

    def entity(self, local: str) -> Ref | None:
        """The entity that the article's id `local` means."""
        return self.named.get(local)

    def reviewed(self, item: str) -> bool:
        """Whether a person has looked at this item."""
        return bool(self.annotated.reviewed) or item in self.annotated.reviewed_items


def tell(annotated: Annotated, links: Links, settings: Settings) -> Told:
    """Resolve one article against its own date and the links."""
    return tell_all([annotated], links, settings, Memo())[0]


def tell_all(articles: Sequence[Annotated], links: Links, settings: Settings, memo: Memo) -> list[Told]:
    """The same for each of `articles`; what one says by itself is remembered in `memo`."""
    given = [(one.article, publishable(one, settings), settings.week_starts) for one in articles]
    marks = [fingerprint(encoded(one)) for one in given]
    resolved = memo.each(RESOLVED, given, marks)
    return [
        _told(annotated, reading, found, links, mark)
        for annotated, (_, reading, _), found, mark in zip(articles, given, resolved, marks, strict=True)
    ]


def _told(annotated: Annotated, reading: Reading, resolved: Resolved, links: Links, mark: bytes) -> Told:
    article, found = annotated.article, resolved.sentences
    ref = Ref("article", article.id, article.title)
    known = ((entity.id, links.entity(article.id, entity.id)) for entity in annotated.reading.entities)
    named = {local: ref for local, ref in known if ref}
    mark = fingerprint(mark + encoded(named))
    told = Told(
        article,
        reading,
        found,
        *parts(article, found),
        annotated,
        resolved,
        ref,
        frozenset(),
        links,
        named,
        mark,
    )
    return replace(told, quotable=_quotable(told))


def _quotable(told: Told) -> frozenset[str]:
    """Sentences whose words the article's rights allow to show: all, those that items quote, or none."""
    rights = told.article.rights
    if rights == "full":
        return frozenset(sentence.id for sentence in told.sentences)
    if rights == "none":
        return frozenset()
    reading = told.reading
    spans = [span for statement in reading.statements for span in statement.content]
    spans += [event.span for event in reading.events] + [item.span for item in reading.issues]
    return frozenset(told.sentence(span).id for span in spans)


def span_of(item: Item) -> Span:
    """Where an item stands: a statement from its first word to its last."""
    if isinstance(item, Statement):
        return Span(item.content[0].start, item.content[-1].end)
    return item.span


def temporal_views(told: Told) -> tuple[TemporalView, ...]:
    """The article's time expressions with their meaning."""
    return tuple(
        TemporalView(
            temporal,
            told.sayable(told.words(temporal.span)),
            resolution,
            told.source(temporal.span, temporal.id),
        )
        for temporal, resolution in zip(told.reading.temporals, told.resolutions, strict=True)
    )


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
