"""Which saying introduces a quotation, and who goes on talking in one that stands alone."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.extract.statements.grammar import FINITE, sentence
from generator.extract.statements.quotations import Quotation
from generator.extract.statements.saying import Range, Saying

BRIEF = frozenset("add answer ask cry exclaim read reply respond say shout tweet write yell".split())
"""Verbs that introduce even one or two quoted words; after others those are a name or an apt phrase."""
CLOSING = frozenset({",", "?", "!", "…", "—", "–", "-", "..."})
"""With one of these inside, or a comma or dash behind, a quotation's sentence goes on outside of it."""


def tokens_of(doc: Doc, quotation: Quotation) -> Range:
    """The tokens of the quotation, its marks included."""
    span = doc.char_span(*quotation.outer, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def cue_of(doc: Doc, at: Range, sayings: Sequence[Saying]) -> int | None:
    """Index of the saying that introduces the quotation at `at`; `sayings` are in the order of the text.

    First one right behind it, then the nearest one before it, then one whose clause it is part of.
    """
    first = sentence(doc[max(0, at[0] - 1)])[0]
    last = sentence(doc[min(at[1], len(doc) - 1)])[1]
    near = range(
        bisect_left(sayings, first, key=lambda each: each.verb),
        bisect_left(sayings, last, key=lambda each: each.verb),
    )
    outside = [(i, sayings[i]) for i in near if not at[0] <= sayings[i].verb < at[1]]
    behind = [i for i, each in outside if each.quotes and _follows(doc, at, each)]
    if behind:
        return behind[0]
    before = [(each.verb, i) for i, each in outside if each.quotes and _precedes(doc, at, each)]
    if before:
        return max(before)[1]
    overlapping = [
        (abs(each.verb - at[0]), i)
        for i, each in outside
        if any(start < at[1] and at[0] < end for start, end in each.content)
    ]
    return min(overlapping)[1] if overlapping else None


def _follows(doc: Doc, at: Range, saying: Saying) -> bool:
    """`“…,” said X` and `“…,” X said`: the cue stands right behind the closing mark."""
    start = at[1]
    if saying.rule == "signature":
        return start == saying.verb
    if start >= len(doc) or doc[start].is_sent_start:
        return False
    if doc[at[1] - 2].text not in CLOSING and doc[start].text not in {",", "—", "–", "-"}:
        return False
    while start < len(doc) and (doc[start].is_punct or doc[start].pos_ == "ADV"):
        start += 1
    return start in {saying.verb, min(saying.verb, saying.source[0] if saying.source else saying.verb)}


def _precedes(doc: Doc, at: Range, saying: Saying) -> bool:
    """`X said: “…”`, `X told reporters, “…”`: nothing but the cue's own words stands between."""
    if saying.verb >= at[0] or doc[at[0]].is_sent_start or sentence(doc[saying.verb])[1] < at[0]:
        return False
    brief = sum(token.is_alpha for token in doc[at[0] : at[1]]) < 3
    if brief and not saying.content and doc[saying.verb].lemma_ not in BRIEF:
        return False
    between = doc[saying.verb + 1 : at[0]]
    if len(between) == 0:
        return True
    last = between[-1].text
    if last not in {",", ":", "that", "as"} and not (saying.source and saying.source[1] >= at[0] - 1):
        return False
    if any(end > saying.verb for _start, end in saying.content):
        return False
    return last == ":" or not any(_is_tensed(token) for token in between)


def _is_tensed(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.tag_ in FINITE


def stands_alone(doc: Doc, at: Range) -> bool:
    """Whether the quotation is a sentence of its own, or several; a line break behind it belongs to no sentence."""
    end = at[1]
    while end < len(doc) and doc[end].is_space:
        end += 1
    return (
        at[0] > 0 and doc[at[0]].is_sent_start is True and (end == len(doc) or doc[end].is_sent_start is True)
    )
