"""Where, when and through whom something was said: what hangs from the cue, outside of what is said."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.extract.statements import lexicon
from generator.extract.statements.grammar import child, noun_phrase, sentence
from generator.extract.statements.join import Draft
from generator.extract.statements.nesting import enclosing
from generator.model import Temporal

PHRASES = frozenset({"according to", "in X's words"})
"""Rules whose cue's own preposition leads to the source."""
VENUE_PREPOSITIONS = frozenset({"at", "during", "in", "on", "through", "via"})
GO_BETWEENS = frozenset({"by", "through", "to", "via"})
NEWS = re.compile(
    r"(?:News|Times|Post|Herald|Tribune|Guardian|Telegraph|Journal|Gazette|Chronicle|Mail|Mirror|Observer|Press|"
    r"Daily|Weekly|TV|Radio|Television|Magazine|Newspaper|Today|Standard|Independent|Sun|Star|Globe|Courier|Wire|"
    r"Broadcasting)"
)
"""Words in the names of outlets."""
AGENCIES = frozenset(
    """
    ABC AFP ANSA AP Al-Jazeera Anadolu Axios BBC Bloomberg CBC CBS CNN DPA EFE Figaro Haaretz ITV Interfax Jazeera
    Kyodo MSNBC Monde NBC NPR PBS Politico Reuters Sky Spiegel TASS Xinhua Yonhap
    """.split()
)
"""Outlets whose names do not say that they are."""


def venue(doc: Doc, draft: Draft) -> str:
    """The occasion or the medium, `a briefing`; empty if none is told."""
    for prep in _prepositions(doc, draft):
        thing = child(prep, "pobj")
        if thing is not None and prep.lower_ in VENUE_PREPOSITIONS and thing.lemma_.lower() in lexicon.VENUES:
            return _words(thing)
    return ""


def vias(doc: Doc, drafts: Sequence[Draft], publisher: str = "") -> list[str]:
    """For each draft who passed it on, but for the article's own publisher; empty: nobody is told.

    Its own words tell (`told the Daily Ledger`), or the statement in which it stands.
    """
    around = (drafts[i] if i is not None else None for i in enclosing(doc, drafts))
    found = [_via(doc, draft) or _chain(doc, outer) for draft, outer in zip(drafts, around, strict=True)]
    sources = [doc[slice(*draft.saying.source)].text if draft.saying.source else "" for draft in drafts]
    return [
        "" if words == source or _is_own(words, publisher) else words
        for words, source in zip(found, sources, strict=True)
    ]


def _is_own(words: str, publisher: str) -> bool:
    names = set(words.casefold().split()) - {"the"}
    return names <= set(publisher.casefold().split()) or not names.isdisjoint({"this", "our"})


def _chain(doc: Doc, outer: Draft | None) -> str:
    if outer is None or outer.saying.source is None or outer.saying.head < 0:
        return ""
    passes = outer.saying.rule == "according to" or _is_outlet(doc[outer.saying.head])
    return doc[slice(*outer.saying.source)].text if passes else ""


def _via(doc: Doc, draft: Draft) -> str:
    verb = doc[draft.saying.verb]
    if draft.saying.via:
        return doc[slice(*draft.saying.via)].text
    if verb.lemma_ in {"inform", "tell"}:
        told = [each for each in verb.rights if each.dep_ in {"dative", "dobj"} and not _inside(draft, each)]
        outlet = next((each for each in told if _is_outlet(each)), None)
        if outlet is not None:
            return str(doc[told[0].left_edge.i : noun_phrase(outlet)[1]].text)
    for prep in _prepositions(doc, draft):
        thing = child(prep, "pobj")
        if thing is None:
            continue
        if prep.lower_ in GO_BETWEENS and _is_outlet(thing):
            return _words(thing)
        inner = child(thing, "prep") if thing.lemma_ in {"interview", "statement"} else None
        outlet = child(inner, "pobj") if inner is not None and inner.lower_ in {"with", "to"} else None
        if outlet is not None and _is_outlet(outlet):
            return _words(outlet)
    return ""


def _is_outlet(head: Token) -> bool:
    if head.text in AGENCIES or head.lower_ == "media" or head.lemma_.lower() in lexicon.OUTLETS:
        return True
    if head.pos_ not in {"PROPN", "NUM"}:
        return False
    beside = child(head, "appos")
    named = beside is not None and beside.lemma_.lower() in lexicon.OUTLETS
    return named or any(NEWS.fullmatch(token.text) for token in head.subtree)


def _prepositions(doc: Doc, draft: Draft) -> Iterator[Token]:
    """Prepositions of the cue, of the verb it hangs from, and those that the parse hangs from the source."""
    saying = draft.saying
    if saying.rule in PHRASES:
        return
    verb = doc[saying.verb]
    governors = [verb, verb.head] if verb.dep_ in {"xcomp", "pcomp", "conj", "advcl"} else [verb]
    for governor in governors:
        for each in governor.children:
            if each.dep_ in {"prep", "dative", "agent"} and not _inside(draft, each):
                yield each
    if saying.source and saying.head >= 0:
        for each in doc[saying.head].rights:
            if each.dep_ == "prep" and each.i >= saying.source[1] and not _inside(draft, each):
                yield each


def _inside(draft: Draft, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in draft.content)


def _words(head: Token) -> str:
    """The noun phrase without the date that the parse hangs from it: `a statement on Monday`."""
    start, end = noun_phrase(head)
    for each in head.rights:
        thing = child(each, "pobj")
        if each.dep_ == "prep" and thing is not None and thing.ent_type_ in {"DATE", "TIME"}:
            end = min(end, each.i)
    return str(head.doc[start:end].text)


def when(doc: Doc, text: str, draft: Draft, temporals: Sequence[Temporal]) -> str:
    """The words of the time expression nearest to the cue, in its clause but in neither content nor source.

    `temporals` are in the order of the text.
    """
    verb = doc[draft.saying.verb]
    start, end = sentence(verb)
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
            return verb.dep_ in {"xcomp", "conj", "parataxis"}
    return False
