"""The entity that the words of a source mean: named in them, standing beside them, or of the role they tell."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator import sources
from generator.extract import bodies, coreference
from generator.extract.coreference import Context, Spoken
from generator.extract.parsed import Doc, Token
from generator.extract.statements import cues, lexicon
from generator.extract.statements.grammar import child
from generator.model import Mention, Span

WORDS_FOR_BODIES = lexicon.BODIES | bodies.COMPANY | frozenset(bodies.BODIES)
DEFINITE = frozenset({"the", "this", "that"})


BESIDE = re.compile(
    r", (?!(?:quot|cit)ing |\w+ly )"
    r"(?:(?:the |an? |(?:[A-Z][\w.-]* ){0,2}[A-Z][\w.-]*['’]s )?(?:[a-z][\w-]* ){1,3})?"
)
"""What stands between `its chairwoman` and the name beside it: `, the cellist `, `, Arvia’s trade minister `."""


def is_voice(head: Token) -> bool:
    """Whether the head is a spokesperson, who lends a body the mouth."""
    return head.lower_.startswith("spokes")


def named(known: Context, span: Span, head: Token, spoken: Sequence[Spoken] = ()) -> str:
    """Id of the entity that the source in `span` with the noun `head` means; empty: none is known.

    `spoken` are the sources settled before, for a spokesperson of a body that is not told again.
    """
    inside = _speaking(known, head.doc, span)
    beside = _in_apposition(known, head, span) if head.pos_ != "PROPN" else ""
    return (
        beside
        or _at_head(known, inside, span, head)
        or _in_apposition(known, head, span)
        or (_spoken_for(known, head, inside, spoken) if is_voice(head) else "")
        or by_role(known, head, span)
    )


def is_told(known: Context, doc: Doc, span: Span, entity: str) -> bool:
    """Whether the words in `span` name this entity and no other."""
    return bool(entity) and {each.entity for each in _speaking(known, doc, span)} == {entity}


def _speaking(known: Context, doc: Doc, span: Span) -> list[Mention]:
    """The names in the words of a source but those that only tell whose or where it is."""
    types = {identity: entity.type for identity, entity in known.entities.items()}
    return sources.speaking(doc.text, span, _within(known.mentions, span), types)


def _within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    found = []
    for mention in mentions[bisect_left(mentions, span.start, key=lambda each: each.span.start) :]:
        if mention.span.start >= span.end:
            break
        if mention.entity and mention.span.end <= span.end:
            found.append(mention)
    return found


def _at_head(known: Context, inside: Sequence[Mention], span: Span, head: Token) -> str:
    """The entity whose name holds the head of the source, or the one it ends with: `CEO of X Ann Lee`."""
    for each in inside:
        if each.span.start <= head.idx < each.span.end:
            return each.entity
    last = inside[-1] if inside else None
    if last is None or last.span.end != span.end or last.span.start < head.idx:
        return ""
    if len(inside) > 1 and head.tag_ in {"NNS", "NNPS"}:
        return ""  # `co-leaders Ann Lee and Paul Ray`
    if last.span.start == head.idx + len(head) + 1:
        return last.entity  # `the rail operator Norda`
    name = head.doc.char_span(last.span.start, last.span.end)
    of = name is not None and head.doc[name.start - 1].pos_ == "ADP"
    return last.entity if not of and _is_person(known, last.entity) else ""


def _is_person(known: Context, identity: str) -> bool:
    entity = known.entities.get(identity)
    return entity is not None and entity.type == "person"


def _in_apposition(known: Context, head: Token, span: Span) -> str:
    """`the party's leader, Ann Lee, said`; `the mayor of Lund, Ann Lee, said`, read as if Lund were Ann Lee."""
    if head.tag_ in {"NNS", "NNPS"}:
        return ""  # several are nobody in particular: `eight clubs, among them Norda`
    following = bisect_left(known.mentions, span.end, key=lambda each: each.span.start)
    for mention in known.mentions[following : following + 2]:  # the first may be a country’s: `Arvia’s`
        between = head.doc.text[span.end : mention.span.start]
        if BESIDE.fullmatch(between) and head.doc.text[mention.span.end : mention.span.end + 1] == ",":
            body = head.lemma_.lower() in WORDS_FOR_BODIES and not _is_person(known, mention.entity)
            if body or _is_person(known, mention.entity):
                return mention.entity
    for each in head.rights:
        if each.dep_ == "appos" and each.idx >= span.end and not _is_guessed(each):
            beside = _within(known.mentions, Span(each.left_edge.idx, _to_comma(head.doc, each)))
            people = [mention.entity for mention in beside if _is_person(known, mention.entity)]
            if people:
                return people[0]
    return ""


def _is_guessed(apposition: Token) -> bool:
    """Whether the text does not vouch for it: `someone, seemingly Ann Lee, says`."""
    return any(each.lower_ in cues.UNCERTAIN for each in apposition.subtree if each.i < apposition.i)


def _to_comma(doc: Doc, apposition: Token) -> int:
    """Code point where the apposition's first part ends: `the retired judge Ann Lee`, in one piece or two."""
    end = apposition.i + 1
    while end <= apposition.right_edge.i and not doc[end].is_punct:
        end += 1
    return doc[end - 1].span.end


def _spoken_for(known: Context, head: Token, inside: Sequence[Mention], spoken: Sequence[Spoken]) -> str:
    """Whom a spokesperson without a name speaks for: `a spokeswoman for the trust`, `a council spokesman`."""
    named = [each.entity for each in inside if not _is_person(known, each.entity)]
    if named:
        return named[0]
    prep = next((each for each in head.rights if each.lower_ in {"for", "of", "at", "from"}), None)
    body = child(prep, "pobj") if prep is not None else child(head, "compound", "poss")
    if body is None or body.lower_ == "its":
        return coreference.pronoun(known, "it", head.idx, spoken)
    return coreference.body(known, body.lower_, head.idx)


def by_role(known: Context, head: Token, span: Span) -> str:
    """Id of whom `the minister` or `the union` means, somebody's role or kind told before; empty: nobody known."""
    if head.tag_ not in {"NN", "NNP"} or not any(
        each.lower_ in DEFINITE or each.dep_ == "poss" for each in head.lefts
    ):
        return ""
    role = coreference.role(known, head.doc.text[span.start : span.end], span.start)
    again = head.lower_ in WORDS_FOR_BODIES and not any(_restricts(each) for each in head.rights)
    return role or (coreference.body(known, head.lower_, span.start) if again else "")


def _restricts(part: Token) -> bool:
    """Whether the part tells which one is meant, which so has not been named: `the maker of the pumps`."""
    first = part.left_edge
    return part.lower_ == "of" or (part.dep_ == "relcl" and first.nbor(-1).text != ",")
