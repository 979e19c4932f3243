"""One article with everything that can be known from it and the links: dates resolved, places to sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import dates, sentences
from generator.eventdates import date_sayings
from generator.linking import Links
from generator.model import (
    Annotated,
    Item,
    Mention,
    Reading,
    Ref,
    Resolution,
    Sentence,
    Settings,
    Source,
    Span,
    Statement,
    StatementView,
    TemporalView,
)

THE_ARTICLE = "the article"
"""Who speaks in the article's own inferences."""
UNNAMED = "a source that the article describes"
"""Who speaks where the article's rights withhold the words that tell it."""
FEW = 3
"""Words that tell a fact, such as `the 11th` or `a union leader`, and nobody's way to put it."""
NOT_SHOWN = "words that are not shown"
"""Stands in the place of the article's words where its rights withhold them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article, resolved."""

    annotated: Annotated
    reading: Reading
    """What may be shown of it as fact: nothing unsure, and only what is reviewed where the settings say so."""
    ref: Ref
    sentences: tuple[Sentence, ...]
    resolutions: tuple[Resolution, ...]
    """One for each temporal of `reading`."""
    quotable: frozenset[str]
    """Ids of the sentences whose words may be published."""
    links: Links
    starts: tuple[int, ...]
    """Where the sentences begin."""
    lines: tuple[str, ...]
    """The words of each sentence, on one line."""

    @property
    def published(self) -> str:
        """EDTF date of the article, or empty."""
        return self.annotated.article.published

    def words(self, span: Span) -> str:
        """The words at `span`, on one line."""
        return " ".join(self.annotated.article.text[span.start : span.end].split())

    def sayable(self, words: str) -> str:
        """`words` of an item where they may be published, else empty.

        They may where no right withholds them: a name, a FEW words, a person's own, those of a shown sentence.
        """
        article = self.annotated.article
        said = " ".join(words.split())
        names = (name for entity in self.reading.entities for name in (entity.name, *entity.names))
        if article.rights == "full" or len(said.split()) <= FEW or said == UNNAMED or said in names:
            return words
        shown = (s.span for s in self.sentences if s.id in self.quotable)
        if any(said in self.words(span) for span in (*shown, article.title_span or Span(0, 0))):
            return words
        return "" if said in self.words(Span(0, len(article.text))) else words

    def number(self, span: Span) -> int:
        """Which sentence `span` begins in."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def sentence(self, span: Span) -> Sentence:
        """The sentence in which `span` begins."""
        return self.sentences[self.number(span)]

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The names that stand in `span`, or partly so; mentions are in order and none overlaps another."""
        mentions = self.reading.mentions
        first = bisect_right(mentions, span.start, key=lambda mention: mention.span.end)
        return mentions[first : bisect_left(mentions, span.end, key=lambda mention: mention.span.start)]

    def source(self, span: Span, item: str = "") -> Source:
        """The step from what stands at `span` to its sentence; `item` finds the line in content/."""
        article, number = self.annotated.article, self.number(span)
        sentence = self.sentences[number]
        quote = self.lines[number] if sentence.id in self.quotable else ""
        line = self.annotated.lines.get(item, 1)
        return Source(
            self.ref, article.publisher, article.published, sentence.id, quote, self.annotated.path, line
        )

    def entity(self, local: str) -> Ref | None:
        """The entity that the article's id `local` means."""
        return self.links.entity(self.annotated.article.id, local) if local else None

    def reviewed(self, item: str) -> bool:
        """Whether a person has looked at this item."""
        return bool(self.annotated.reviewed) or item in self.annotated.reviewed_items


def tell(annotated: Annotated, links: Links, settings: Settings) -> Told:
    """Resolve one article against its own date and the links."""
    article = annotated.article
    parts = sentences.split(article.text)
    reading = publishable(annotated, settings)
    resolutions = dates.resolve(
        article.text,
        reading.temporals,
        published=article.published,
        week_starts=settings.week_starts,
        sentences=parts,
        language=article.language,
    )
    ref = Ref("article", article.id, article.title)
    starts = tuple(part.span.start for part in parts)
    lines = tuple(" ".join(article.text[slice(*part.span)].split()) for part in parts)
    told = Told(annotated, reading, ref, parts, tuple(resolutions), frozenset(), links, starts, lines)
    return replace(told, quotable=_quotable(told))


def publishable(annotated: Annotated, settings: Settings) -> Reading:
    """The part of the reading that may stand as fact: sure, and reviewed where `publish: reviewed` asks for it."""
    reading = annotated.reading

    def shown(id_: str, unsure: str) -> bool:
        reviewed = bool(annotated.reviewed) or id_ in annotated.reviewed_items
        return reviewed or (not unsure and settings.publish == "all")

    entities = tuple(entity for entity in reading.entities if shown(entity.id, entity.unsure))
    known = {entity.id for entity in entities}
    return Reading(
        entities,
        tuple(mention for mention in reading.mentions if mention.entity in known),
        tuple(item for item in reading.temporals if shown(item.id, item.unsure)),
        tuple(item for item in reading.statements if shown(item.id, item.unsure)),
        tuple(item for item in reading.events if shown(item.id, item.unsure)),
        tuple(item for item in reading.issues if shown(item.id, item.unsure)),
    )


def _quotable(told: Told) -> frozenset[str]:
    """Sentences whose words the article's rights allow to show: all, those that items quote, or none."""
    rights = told.annotated.article.rights
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
    text = told.annotated.article.text
    said = date_sayings(told.reading, text, told.resolutions, told.published)
    return tuple(
        _statement_view(told, statement, dated.edtf)
        for statement, dated in zip(told.reading.statements, said, strict=True)
    )


def _statement_view(told: Told, statement: Statement, said: str) -> StatementView:
    where = span_of(statement)
    speaker = speaker_of(told, statement)
    words = told.words(statement.source) if statement.source else ""
    words = words and (told.sayable(words) or UNNAMED)
    if statement.mode == "inference":
        who = THE_ARTICLE
    elif statement.anonymous and words:
        who = words
    else:
        who = speaker.name if speaker else words or "not recorded"
    hidden = told.annotated.article.rights == "none"
    return StatementView(
        id=statement.id,
        statement=replace(statement, via=told.sayable(statement.via), venue=told.sayable(statement.venue)),
        content="" if hidden else " … ".join(told.words(span) for span in statement.content),
        who=who,
        speaker=speaker,
        side=side_of(told, statement.speaker, speaker) or (who if speaker else ""),
        date=statement.date or said,
        issues=issues_of(told, statement),
        source=told.source(where, statement.id),
        reviewed=told.reviewed(statement.id),
    )


def speaker_of(told: Told, statement: Statement) -> Ref | None:
    """The entity that speaks: as written, else the one named in the source's words."""
    if statement.mode == "inference" or (statement.anonymous and not statement.speaker):
        return None
    if statement.speaker:
        return told.entity(statement.speaker)
    if statement.source is None:
        return None
    named = [
        mention
        for mention in told.reading.mentions
        if statement.source.contains(mention.span) and not _is_beside(told, statement.source, mention)
    ]
    return told.entity(_head(named, told).entity) if named else None


PEOPLE_OF = re.compile(
    r"\b(?:crew|men|people|staff|women|(?!authorities|forces|services|states)\w{2,}[^s\W]s)(?: \w+)? "
    r"(?:at|close to|for|from|in|of|with) ",
    re.IGNORECASE,
)
"""Several people, and a preposition that leads to whom they belong: `analysts at `, `relatives of `."""


def _is_beside(told: Told, source: Span, mention: Mention) -> bool:
    """Whether the name in a source only tells whose or where it is: `analysts at Orsini`, `Lee’s neighbours`."""
    text = told.annotated.article.text
    entity = next((each for each in told.reading.entities if each.id == mention.entity), None)
    owner = text[mention.span.end : source.end].startswith(("'s ", "’s "))
    person = entity is not None and entity.type == "person"
    return (owner and person) or PEOPLE_OF.search(text, source.start, mention.span.start) is not None


def _head(named: Sequence[Mention], told: Told) -> Mention:
    """Of several names in one source, the person; `Hamas spokesman Jane Roe` is Jane Roe."""
    types = {entity.id: entity.type for entity in told.reading.entities}
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


def issues_of(told: Told, statement: Statement) -> tuple[Ref, ...]:
    """The issues a statement is about: those a person wrote, and those that its words name, here or elsewhere."""
    article = told.annotated.article.id
    found = [told.links.issue(article, issue) for issue in statement.about]
    found += [
        told.links.issue(article, item.issue)
        for item in told.reading.issues
        if any(item.span.overlaps(span) for span in statement.content)
    ]
    words = " ".join(told.words(span) for span in statement.content)
    return tuple(
        dict.fromkeys((*(ref for ref in found if ref), *told.links.issues_in(words, told.annotated)))
    )
