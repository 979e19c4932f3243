"""What can be read of an article in a language without extractors of its own: known names and calendar dates."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from generator import naming
from generator.dates import absolute
from generator.extract.parsed import Doc
from generator.model import Article, EntityType, NamedEntity, Reading, Register, Temporal


def entities(registers: Iterable[Register]) -> tuple[NamedEntity, ...]:
    """Those that the dossier's registers name, under the types they have there."""
    return tuple(
        NamedEntity(register.id, kind, register.name, (register.name, *register.aliases), rule="register")
        for register in registers
        if register.kind == "entity" and register.name and not register.merged_into
        for kind in get_args(EntityType)
        if kind == register.type
    )


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
