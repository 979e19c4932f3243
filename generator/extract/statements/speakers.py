"""The entity that speaks, where the source's words alone do not tell."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract import coreference
from generator.extract.coreference import Context, Spoken
from generator.extract.statements import lexicon
from generator.extract.statements.join import NO_FLOOR, Draft
from generator.extract.statements.nesting import enclosing
from generator.model import Mention, Span

FIRST_PERSON = frozenset({"i", "we"})
WORDS_FOR_BODIES = lexicon.BODIES | coreference.COMPANY | frozenset(coreference.BODIES)
DEFINITE = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one statement."""

    entity: str = ""
    """Id of the entity; empty: unknown or nobody named."""
    told: bool = False
    """Whether the source's words name this entity and no other."""
    unsure: str = ""


def speakers(doc: Doc, drafts: Sequence[Draft], known: Context) -> list[Speaker]:
    """The speaker of each draft."""
    found = [Speaker()] * len(drafts)
    spoken: list[Spoken] = []
    outer = enclosing(doc, drafts)
    for i in sorted(range(len(drafts)), key=lambda i: _turn(doc, drafts[i])):
        saying = drafts[i].saying
        if saying.head < 0 or saying.source is None:
            continue
        head = doc[saying.head]
        span = Span(doc[saying.source[0]].idx, _end(doc[saying.source[1] - 1]))
        if head.lower_ in FIRST_PERSON:
            around = outer[i]
            found[i] = Speaker(found[around].entity if around is not None else "")
            continue
        found[i] = _pronoun(known, head, spoken) or _named(known, span, head)
        if saying.rule not in NO_FLOOR:
            several = any(each.dep_ == "conj" for each in head.children)
            entity = "" if several else found[i].entity
            spoken.append(Spoken(head.idx, entity, _kind(head), doc[slice(*saying.source)].text))
    return found


def _turn(doc: Doc, draft: Draft) -> tuple[bool, int]:
    """Place in the order of resolving: as in the text, but `I` after the one in whose words it stands."""
    return doc[draft.saying.head].lower_ in FIRST_PERSON, draft.saying.verb


def _pronoun(known: Context, head: Token, spoken: Sequence[Spoken]) -> Speaker | None:
    if head.lower_ not in coreference.KINDS:
        return None
    entity = coreference.pronoun(known, head.lower_, head.idx, spoken)
    unsure = "" if entity or head.lower_ == "they" else f"no name before fits “{head.text}”"
    return Speaker(entity, unsure=unsure)  # `they` may well be several, who together are no entity


def _kind(head: Token) -> str:
    """What pronouns can take up an unnamed source: one person, several, or a body or document."""
    several = any(each.dep_ == "conj" for each in head.children)
    if several or head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "we"}:
        return "people"
    lemma = head.lemma_.lower()
    if head.ent_type_ == "ORG" or lemma in lexicon.BODIES or lemma in lexicon.DOCUMENTS - lexicon.PEOPLE:
        return "organization"
    return "person"


def _end(token: Token) -> int:
    return token.idx + len(token)


def _named(known: Context, span: Span, head: Token) -> Speaker:
    """The entity that the source names, has beside it, or has the role of."""
    inside = _within(known.mentions, span)
    beside = _in_apposition(known, head, span) if head.pos_ != "PROPN" else ""
    entity = (
        beside
        or _at_head(known, inside, span, head)
        or _in_apposition(known, head, span)
        or _by_role(known, head, span)
    )
    return Speaker(entity, told=bool(entity) and {each.entity for each in inside} == {entity})


def _within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    found = []
    for mention in mentions[bisect_left(mentions, span.start, key=lambda each: each.span.start) :]:
        if mention.span.start >= span.end:
            break
        if mention.entity and mention.span.end <= span.end:
            found.append(mention)
    return found


def _at_head(known: Context, inside: Sequence[Mention], span: Span, head: Token) -> str:
    """The entity whose name holds the head of the source, or the person it ends with: `CEO of X Ann Lee`."""
    for each in inside:
        if each.span.start <= head.idx < each.span.end:
            return each.entity
    last = inside[-1] if inside else None
    if (
        last is None
        or last.span.end != span.end
        or last.span.start < head.idx
        or not _is_person(known, last.entity)
    ):
        return ""
    name = head.doc.char_span(last.span.start, last.span.end, alignment_mode="expand")
    return "" if name is not None and head.doc[name.start - 1].pos_ == "ADP" else last.entity


def _is_person(known: Context, identity: str) -> bool:
    entity = known.entities.get(identity)
    return entity is not None and entity.type == "person"


def _in_apposition(known: Context, head: Token, span: Span) -> str:
    """`the party's leader, Ann Lee, said`; `the mayor of Lund, Ann Lee, said`, read as if Lund were Ann Lee."""
    for mention in known.mentions[bisect_left(known.mentions, span.end, key=lambda each: each.span.start) :][
        :1
    ]:
        between = head.doc.text[span.end : mention.span.start]
        if between == ", " and head.doc.text[mention.span.end] == "," and _is_person(known, mention.entity):
            return mention.entity
    for each in head.rights:
        if each.dep_ == "appos" and each.idx >= span.end:
            beside = _within(known.mentions, Span(each.left_edge.idx, _end(each)))
            people = [mention.entity for mention in beside if _is_person(known, mention.entity)]
            if people:
                return people[0]
    return ""


def _by_role(known: Context, head: Token, span: Span) -> str:
    """`the minister`, somebody's role told before."""
    if head.tag_ not in {"NN", "NNP"} or not any(
        each.lower_ in DEFINITE or each.dep_ == "poss" for each in head.lefts
    ):
        return ""
    return coreference.role(known, head.doc.text[span.start : span.end], span.start) or (
        coreference.body(known, head.lower_, span.start) if head.lower_ in WORDS_FOR_BODIES else ""
    )
