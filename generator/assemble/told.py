"""One article with everything that can be known from it and the links: dates resolved, places to sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assemble.resolving import RESOLVED, Resolved
from generator.assemble.texts import Text, parts, publishable
from generator.linking import Links
from generator.memo import Memo
from generator.model import (
    Annotated,
    Item,
    Reading,
    Ref,
    Resolution,
    Settings,
    Source,
    Span,
    Statement,
    TemporalView,
)
from generator.outputs import encoded, fingerprint

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
