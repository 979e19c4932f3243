"""What can be read of an article in a language without extractors of its own: known names and calendar dates."""

from collections.abc import Sequence
from dataclasses import replace

from generator import naming
from generator.dates import absolute
from generator.extract.parsed import Doc
from generator.model import Article, NamedEntity, Reading, Temporal


def names(_doc: Doc, article: Article, reading: Reading, *, known: Sequence[NamedEntity]) -> Reading:
    """`reading` with those of the `known` entities that the text names, each with the names that stand in it."""
    mentions = naming.find_mentions(article.text, known)
    found = []
    for entity in known:
        spans = [mention.span for mention in mentions if mention.entity == entity.id]
        forms = dict.fromkeys(article.text[start:end] for start, end in spans)
        if forms:
            found.append(replace(entity, names=tuple(forms)))
    return replace(reading, entities=tuple(found), mentions=mentions)


def calendar_dates(_doc: Doc, article: Article, reading: Reading) -> Reading:
    """`reading` with the dates that need no grammar but the calendar's."""
    found = absolute.find(article.text, article.language)
    return replace(reading, temporals=tuple(Temporal(date.span, date.type, rule=date.rule) for date in found))
