"""Who a name means where the name alone does not tell: two people of one surname, a month that is a surname."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator import naming
from generator.extract.mentions.bearers import Occurrence, bearer_of
from generator.extract.mentions.forms import Form
from generator.extract.parsed import Doc
from generator.model import Mention, NamedEntity, Span

Groups = Sequence[tuple[NamedEntity, Sequence[Form]]]


def exceptions(doc: Doc, text: str, groups: Groups) -> tuple[Mention, ...]:
    """Mentions that the names of the entities alone would not give, or would give wrongly."""
    entities = [entity for entity, _ in groups]
    shared = tuple(_shared(doc, text, groups))
    nobody = (*_months(text, entities, shared), *_bearers(text, entities, shared))
    spans = {mention.span for mention in nobody}
    kept = (mention for mention in shared if mention.span not in spans)
    return tuple(sorted((*kept, *dict.fromkeys(nobody)), key=lambda mention: mention.span))


def _shared(doc: Doc, text: str, groups: Groups) -> Iterator[Mention]:
    """A name that several bear means the one whose occurrence it is, whom its surroundings fit, or the last named.

    Of those named before, one who is the subject of a sentence counts before one named in passing.
    """
    entities = {entity.id: entity for entity, _ in groups}
    unclear = naming.ambiguous(text, tuple(entities.values()))
    if not unclear:
        return
    owners = _owners(groups)
    told = naming.find_mentions(text, tuple(entities.values()))
    title = max(0, text.find("\n"))
    full = Counter(m.entity for m in told if m.span.start > title and " " in text[m.span.start : m.span.end])
    known: list[Mention] = []
    seen = 0
    last: dict[str, tuple[bool, int]] = {}
    for number, (span, ids) in enumerate(unclear):
        while seen < len(told) and told[seen].span.start < span.start:
            _remember(last, told[seen].entity, _is_subject(doc, told[seen].span), seen + number)
            known.append(told[seen])
            seen += 1
        bearers = owners[span] or ids
        bearer = bearer_of(Occurrence(span, text, entities, known, last, full), bearers)
        _remember(last, bearer, _is_subject(doc, span), seen + number)
        known.append(Mention(span, bearer))
        yield known[-1]


def _remember(last: dict[str, tuple[bool, int]], entity: str, subject: bool, when: int) -> None:
    if subject or not last.get(entity, (False, 0))[0]:
        last[entity] = (subject, when)


def _owners(groups: Groups) -> defaultdict[Span, list[str]]:
    """Span → ids of the entities among whose occurrences it is."""
    owners: defaultdict[Span, list[str]] = defaultdict(list)
    for entity, group in groups:
        for span in dict.fromkeys(each.span for form in group for each in form.occurrences):
            owners[span].append(entity.id)
    return owners


def _is_subject(doc: Doc, span: Span) -> bool:
    tokens = doc.char_span(span.start, span.end)
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


ANY = re.compile(r"\b(?:[Aa]|[Aa]n|[Aa]nother|[Ee]very|[Nn]o|(?:[Aa]|one) (?:second|third|new)) \Z")
ALONE = re.compile(r"(?:[.,;:!?”\"]| (?:who|that|to|in|or)\b)")


def _bearers(text: str, entities: Sequence[NamedEntity], shared: Sequence[Mention]) -> Iterator[Mention]:
    """`a Reyes who keeps his word`, `a second Reyes`: a bearer of the name, not the person named before."""
    surnames = [e for e in entities if e.type == "person" and any(" " not in name for name in e.names)]
    if not surnames:
        return
    for mention in naming.find_mentions(text, entities, shared):
        start, end = mention.span
        if mention.entity not in {entity.id for entity in surnames} or " " in text[start:end]:
            continue
        if ANY.search(text, max(0, start - 12), start) and ALONE.match(text, end):
            yield Mention(mention.span, "")
