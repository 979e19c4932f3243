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
    shared = tuple(_shared(doc, text, groups))
    dates = _months(text, [entity for entity, _ in groups], shared)
    return tuple(sorted((*shared, *dates), key=lambda mention: mention.span))


def _shared(doc: Doc, text: str, groups: Groups) -> Iterator[Mention]:
    """A name that several bear means the one whose occurrence it is, or who was last named in full.

    Of those named in full, one who is the subject of a sentence counts before one named in passing.
    """
    entities = [entity for entity, _ in groups]
    unclear = naming.ambiguous(text, entities)
    if not unclear:
        return
    owners = _owners(groups)
    full = [each for each in naming.find_mentions(text, entities) if " " in text[slice(*each.span)]]
    seen = 0
    last: dict[str, tuple[bool, int]] = {}
    for span, ids in unclear:
        while seen < len(full) and full[seen].span.start < span.start:
            subject = _is_subject(doc, full[seen].span)
            if subject or not last.get(full[seen].entity, (False, 0))[0]:
                last[full[seen].entity] = (subject, seen)
            seen += 1
        bearers = owners[span] if len(owners[span]) == 1 else ids
        yield Mention(span, max(bearers, key=lambda bearer: last.get(bearer, (False, -1))))


def _owners(groups: Groups) -> defaultdict[Span, list[str]]:
    """Span → ids of the entities among whose occurrences it is."""
    owners: defaultdict[Span, list[str]] = defaultdict(list)
    for entity, group in groups:
        for span in dict.fromkeys(each.span for form in group for each in form.occurrences):
            owners[span].append(entity.id)
    return owners


def _is_subject(doc: Doc, span: Span) -> bool:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
DAY_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|[Ll]ast|[Ss]ince|this|next|early|late|mid)[ -])\s*\Z"
)
DAY_AFTER = re.compile(r",? \d")


def _months(text: str, entities: Sequence[NamedEntity], shared: Sequence[Mention]) -> Iterator[Mention]:
    """Dates where a person or place bears a month's name: they mean nobody."""
    if MONTHS.isdisjoint(name for entity in entities for name in entity.names):
        return
    for mention in naming.find_mentions(text, entities, shared):
        start, end = mention.span
        date = DAY_BEFORE.search(text, max(0, start - 12), start) or DAY_AFTER.match(text, end)
        if text[start:end] in MONTHS and date:
            yield Mention(mention.span, "")
