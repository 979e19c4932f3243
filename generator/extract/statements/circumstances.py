"""Where and when something was said: what hangs from the cue, outside of what is said."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.extract.parsed import Doc, Token
from generator.extract.statements import lexicon
from generator.extract.statements.grammar import child, noun_phrase
from generator.extract.statements.join import Draft
from generator.model import Temporal

PHRASES = frozenset({"according to", "in X's words"})
"""Rules whose cue's own preposition leads to the source."""
VENUE_PREPOSITIONS = frozenset({"at", "during", "in", "on", "through", "via"})


def venue(doc: Doc, draft: Draft) -> str:
    """The occasion or the medium, `a briefing`; empty if none is told."""
    for prep in _prepositions(doc, draft):
        thing = child(prep, "pobj")
        if thing is not None and prep.lower_ in VENUE_PREPOSITIONS and thing.lemma_.lower() in lexicon.VENUES:
            return words_of(thing)
    return ""


def _prepositions(doc: Doc, draft: Draft) -> Iterator[Token]:
    """Prepositions of the cue, of the verb it hangs from, and those that the parse hangs from the source."""
    saying = draft.saying
    if saying.rule in PHRASES:
        return
    verb = doc[saying.verb]
    governors = [verb, verb.head] if verb.dep_ in {"xcomp", "pcomp", "conj", "advcl"} else [verb]
    for governor in governors:
        for each in governor.children:
            if each.dep_ in {"prep", "dative", "agent"} and not is_said(draft, each):
                yield each
    if saying.source and saying.head >= 0:
        for each in doc[saying.head].rights:
            if each.dep_ == "prep" and each.i >= saying.source[1] and not is_said(draft, each):
                yield each


def is_said(draft: Draft, token: Token) -> bool:
    """Whether the token stands in what is said."""
    return any(span.start <= token.idx < span.end for span in draft.content)


def words_of(head: Token) -> str:
    """The noun phrase without the date that the parse hangs from it: `a statement on Monday`."""
    start, end = noun_phrase(head)
    for each in head.rights:
        thing = child(each, "pobj")
        if each.dep_ == "prep" and thing is not None and thing.ent_type_ in {"DATE", "TIME"}:
            end = min(end, each.i)
    return head.doc.words(start, end).text


def when(doc: Doc, text: str, draft: Draft, temporals: Sequence[Temporal]) -> str:
    """The words of the time expression nearest to the cue, in its clause but in neither content nor source.

    `temporals` are in the order of the text.
    """
    verb = doc[draft.saying.verb]
    start, end = verb.sent.start, verb.sent.end
    source = range(*draft.saying.source) if draft.saying.source else range(0)
    best: tuple[int, str] | None = None
    for temporal in temporals[bisect_left(temporals, doc[start].idx, key=lambda each: each.span.start) :]:
        span = temporal.span
        if span.start > doc[end - 1].idx:
            break
        token = _token_at(doc, start, end, span.start)
        if temporal.type not in {"DATE", "TIME"} or token.i in source:
            continue
        if not (_hangs_from(token, verb) or _stands_between(token, verb, draft)):
            continue
        distance = abs(token.i - verb.i)
        if not any(part.overlaps(span) for part in draft.content) and (best is None or distance < best[0]):
            best = (distance, text[span.start : span.end])
    return best[1] if best else ""


def _stands_between(token: Token, verb: Token, draft: Draft) -> bool:
    """`said on Friday it was over`: between the cue and what is said, describing nobody, whatever it hangs from."""
    start = draft.content[0].start
    return verb.idx < token.idx < start and not any(
        above.dep_ in {"relcl", "acl", "appos"} and verb.idx < above.idx < start for above in token.ancestors
    )


def _token_at(doc: Doc, start: int, end: int, position: int) -> Token:
    return next(doc[i] for i in range(end - 1, start - 1, -1) if doc[i].idx <= position)


def _hangs_from(token: Token, verb: Token) -> bool:
    """Whether the expression modifies the saying, with no other clause between."""
    for above in token.ancestors:
        if above.i == verb.i:
            return True
        if above.dep_ in {"relcl", "ccomp", "acl", "appos"}:
            return False
        if above.dep_ in {"advcl", "conj"} and above.pos_ == "VERB":
            return False
        if above.dep_ == "ROOT":
            return verb.dep_ in {"xcomp", "parataxis"} or (verb.dep_ == "conj" and _shares(verb))
    return False


def _shares(verb: Token) -> bool:
    """Whether a second verb has its subject, and with it its day, from the first."""
    while verb.dep_ == "conj" and child(verb, "nsubj") is None:
        verb = verb.head
    return verb.dep_ != "conj"
