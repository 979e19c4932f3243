"""Statements in headlines: `Minister: tax will rise`, and signatures: `“…” — Ann Lee`."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from generator.extract.statements import cues
from generator.extract.statements.grammar import FINITE
from generator.extract.statements.people import can_speak
from generator.extract.statements.saying import Saying

SIGNATURE = re.compile(r"[”\"’]\s*(?:[—–―]|--|-)\s*(?=[A-Z])")


def sayings(doc: Doc) -> Iterator[Saying]:
    """The headline's speaker before its colon, and names signed under quotations."""
    first = next(iter(doc.sents), None)
    if first is None:
        return
    for token in first[:8]:
        if token.text != ":":
            continue
        name = doc[first.start : token.i]
        rest = doc[token.i + 1 : first.end]
        if len(name) and len(rest) > 2 and _is_speaker(name.root) and not _has_verb(name):
            yield Saying(
                cue=(token.i, token.i + 1),
                verb=token.i,
                rule="headline with colon",
                source=(name.start, name.end),
                head=name.root.i,
                content=((rest.start, _end(doc, rest.start, rest.end)),),
            )
        return


def _is_speaker(head: Token) -> bool:
    """Whether the words before a colon name a speaker, not a topic or an event."""
    return can_speak(head) and (
        head.pos_ != "PROPN"
        or head.ent_type_ in {"PERSON", "ORG"}
        or head.lower_ in cues.PEOPLE | cues.DOCUMENTS
    )


def _has_verb(span: Span) -> bool:
    return any(token.tag_ in FINITE or token.tag_ == "CD" for token in span)


def _end(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and doc[end - 1].text in ".,;":
        end -= 1
    return end


def signatures(doc: Doc) -> Iterator[Saying]:
    """`“So far, so good.” — Ann Lee`."""
    for match in SIGNATURE.finditer(doc.text):
        span = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if span is None:
            continue
        end = span.start + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == doc[span.start].ent_type_:
            end += 1
        mark = span.start - 1
        if end < len(doc) and doc[end].lemma_ in cues.CLAUSE:
            continue
        yield Saying((mark, mark + 1), mark, "signature", (span.start, end), end - 1)
