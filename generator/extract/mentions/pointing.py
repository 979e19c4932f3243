"""Who a name means where the name alone does not tell: two people of one surname, a month that is a surname."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from generator import naming
from generator.extract.mentions.forms import Form
from generator.model import Mention, NamedEntity, Span

Groups = Sequence[tuple[NamedEntity, Sequence[Form]]]


def exceptions(doc: Doc, text: str, groups: Groups) -> tuple[Mention, ...]:
    """Mentions that the names of the entities alone would not give, or would give wrongly."""
    entities = [entity for entity, _ in groups]
    shared = tuple(_shared(doc, text, groups))
    return tuple(sorted((*shared, *_not_names(text, entities, shared)), key=lambda mention: mention.span))


def _shared(doc: Doc, text: str, groups: Groups) -> Iterator[Mention]:
    """A name that several bear means the one whose occurrence it is, or who was last named in full.

    Of those named in full, one who is the subject of a sentence counts before one named in passing.
    """
    entities = [entity for entity, _ in groups]
    unclear = naming.ambiguous(text, entities)
    if not unclear:
        return
    owners: defaultdict[Span, list[str]] = defaultdict(list)
    for entity, group in groups:
        for span in {each.span for form in group for each in form.occurrences}:
            owners[span].append(entity.id)
    full = [m for m in naming.find_mentions(text, entities) if " " in text[m.span.start : m.span.end]]
    for span, ids in unclear:
        earlier = [m for m in full if m.entity in ids and m.span.start < span.start]
        subjects = [m for m in earlier if _is_subject(doc, m.span)]
        last = (subjects or earlier or [m for m in full if m.entity in ids])[-1:]
        owner = owners[span] if len(owners[span]) == 1 else [mention.entity for mention in last]
        if owner:
            yield Mention(span, owner[0])


def _is_subject(doc: Doc, span: Span) -> bool:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\Z"
)


def _not_names(text: str, entities: Sequence[NamedEntity], shared: Sequence[Mention]) -> Iterator[Mention]:
    """Months where a person or place bears a month's name."""
    for mention in naming.find_mentions(text, entities, shared):
        start, end = mention.span
        if MONTH.match(text[start:end]) and _is_date(text[max(0, start - 12) : start], text[end : end + 6]):
            yield Mention(mention.span, "")


def _is_date(before: str, after: str) -> bool:
    return bool(
        re.match(r",? \d", after)
        or re.search(
            r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|[Ll]ast|[Ss]ince|this|next|early|late|mid)[ -])\s*\Z",
            before,
        )
    )
