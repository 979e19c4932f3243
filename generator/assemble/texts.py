"""An article's text beside what may be shown of its reading: where things stand, in which words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates import last_day
from generator.model import Annotated, Article, Mention, Reading, Sentence, Settings, Span


@dataclass(frozen=True, slots=True)
class Text:
    """One article, cut into sentences."""

    article: Article
    reading: Reading
    """What may be shown of it as fact: nothing unsure, and only what is reviewed where the settings say so."""
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """Where the sentences begin; the first takes in what stands before it."""
    lines: tuple[str, ...]
    """The words of each sentence, on one line."""
    published: str
    """The ISO day by which the article is compared: the last on which it can have appeared; empty: not known."""

    def words(self, span: Span) -> str:
        """The words at `span`, on one line."""
        return " ".join(self.article.text[span.start : span.end].split())

    def number(self, span: Span) -> int:
        """Which sentence `span` begins in."""
        return bisect_right(self.starts, span.start) - 1

    def sentence(self, span: Span) -> Sentence:
        """The sentence in which `span` begins."""
        return self.sentences[self.number(span)]

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The names that stand in `span`, or partly so; mentions are in order and none overlaps another."""
        mentions = self.reading.mentions
        first = bisect_right(mentions, span.start, key=lambda mention: mention.span.end)
        return mentions[first : bisect_left(mentions, span.end, key=lambda mention: mention.span.start)]


def parts(article: Article, sentences: Sequence[Sentence]) -> tuple[tuple[int, ...], tuple[str, ...], str]:
    """Where the sentences begin, the words of each on one line, and the article's day: see `Text`."""
    text = article.text
    return (
        (0, *(sentence.span.start for sentence in sentences[1:])),
        tuple(" ".join(text[sentence.span.start : sentence.span.end].split()) for sentence in sentences),
        last_day(article.published),
    )


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


def plain(text: Text, span: Span, kept: str = "") -> str:
    """The words at `span` without the names of entities and without expressions of time but of type `kept`."""
    words = text.article.text
    spans = [mention.span for mention in text.mentions_in(span)]
    spans += [
        temporal.span
        for temporal in text.reading.temporals
        if temporal.type != kept and temporal.span.overlaps(span)
    ]
    found, at = [], span.start
    for start, end in sorted(spans):
        if start >= at:
            found.append(words[at:start])
        at = max(at, end)
    return " ".join((*found, words[at : span.end]))
