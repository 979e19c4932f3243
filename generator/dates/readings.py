"""Temporals of one text, read: what their words say, and where they stand."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates import absolute
from generator.dates.expressions import Expression
from generator.dates.forms.days import named_day
from generator.dates.grammar import read
from generator.dates.scene import lead_of
from generator.model import Sentence, Span, Temporal


@dataclass(frozen=True, slots=True)
class Reading:
    """A temporal with what its words say and where it stands."""

    temporal: Temporal
    phrase: str
    expression: Expression | None
    lead: str
    sentence: int
    paragraph: int
    opens: bool
    """It stands at the head of its sentence."""
    quoted: bool
    """It stands in quotation marks."""


def readings_of(
    text: str, temporals: Sequence[Temporal], sentences: Sequence[Sentence], language: str
) -> list[Reading]:
    """One reading for each of the temporals, in their order; `sentences` are those of `text`."""
    starts = [sentence.span.start for sentence in sentences]
    quotes = [Span(*match.span()) for match in _QUOTATION.finditer(text)]
    readings = []
    for temporal in temporals:
        span = temporal.span
        at = max(0, bisect_right(starts, span.start) - 1)
        phrase = text[span.start : span.end]
        paragraph = sentences[at].paragraph if sentences else 0
        opens = bool(starts) and _OPENING.fullmatch(text, starts[at], span.start) is not None
        quoted = any(quote.contains(span) for quote in quotes)
        said, lead = _said(text, span, language), lead_of(text, span)
        readings.append(Reading(temporal, phrase, said, lead, at, paragraph, opens, quoted))
    return readings


def _said(text: str, span: Span, language: str) -> Expression | None:
    """What the words at `span` say; the English grammar serves other languages for what a person marked."""
    foreign = not language.startswith("en")
    return (absolute.read(text[span.start : span.end], language) if foreign else None) or named_day(
        read(text, span), text, span.end
    )


_OPENING = re.compile(r"[“\"‘(]?(?:(?:Back )?(?:In|On|By|During|Early in|Late in)[ \xa0])?", re.IGNORECASE)
"""What may stand before an expression that opens its sentence: `In 1998, ...`, not `The 1998 accord ...`."""
_QUOTATION = re.compile(r"“[^“”\n]*[”\n]|\"[^\"\n]*\"|(?<!\w)‘[^‘\n]*?’(?!\w)")
