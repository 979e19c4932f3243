"""Who a name means where the name alone does not tell: two people of one surname, a month that is a surname."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from generator import naming
from generator.extract.mentions.forms import Form
from generator.extract.mentions.lexicon import gender_of
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
    seen = 0
    last: dict[str, tuple[bool, int]] = {}
    for number, (span, ids) in enumerate(unclear):
        while seen < len(told) and told[seen].span.start < span.start:
            _remember(last, told[seen].entity, _is_subject(doc, told[seen].span), seen + number)
            seen += 1
        bearers = owners[span] if len(owners[span]) == 1 else ids
        fitting = [bearer for bearer in bearers if _fits(entities[bearer], span, text)] or bearers
        ranked = sorted(fitting, key=lambda bearer: last.get(bearer, (False, -1)), reverse=True)
        other = len(ranked) > 1 and OTHER.search(text, max(0, span.start - 8), span.start)
        bearer = ranked[1 if other else 0]
        _remember(last, bearer, _is_subject(doc, span), seen + number)
        yield Mention(span, bearer)


def _remember(last: dict[str, tuple[bool, int]], entity: str, subject: bool, when: int) -> None:
    if subject or not last.get(entity, (False, 0))[0]:
        last[entity] = (subject, when)


OTHER = re.compile(r"\b[Oo]ther \Z")
ADDRESS: Mapping[str, str] = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f"}
BEFORE = re.compile(r"([\w-]+)\.? \Z")
AFTER = re.compile(r",? the (?:[\w’'-]+ ){0,3}?([a-z-]+)(?=[,.])")


def _fits(entity: NamedEntity, span: Span, text: str) -> bool:
    """Whether what stands beside a surname, `Ms` or a word for a role, speaks for this bearer of it."""
    before = BEFORE.search(text, max(0, span.start - 30), span.start)
    after = AFTER.match(text, span.end)
    if before is not None and (gender := ADDRESS.get(before.group(1))):
        return gender_of(entity.name) == gender
    roles = set(re.findall(r"[\w-]+", entity.role.lower()))
    return any(beside is not None and beside.group(1).lower() in roles for beside in (before, after))


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
