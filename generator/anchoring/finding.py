"""Describing a place by its words, and finding it by them.

The selectors of the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/#selectors):
`Anchor` holds a TextQuoteSelector and a TextPositionSelector.
"""

from dataclasses import dataclass

from generator.model import Span

VARIANTS = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
"""What people type for what newspapers print; one character for one, so that offsets stay."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text, told by its words, what stands around them, and its offsets."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int


def make(text: str, span: Span, context: int = 32) -> Anchor:
    """The anchor of `span`, with up to `context` characters on either side."""
    return Anchor(
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - context) : span.start],
        suffix=text[span.end : span.end + context],
        start=span.start,
        end=span.end,
    )


def occurrences(text: str, quote: str, within: Span) -> tuple[Span, ...]:
    """Where `quote` stands in `within`: as whole words in order, then as parts of words in order.

    Only if it stands nowhere, straight quotation marks, apostrophes and hyphens match printed ones too.
    """
    if not quote:
        return ()
    found = _matches(text, quote, within) or _matches(
        text.translate(VARIANTS), quote.translate(VARIANTS), within
    )
    if len(found) < 2:
        return tuple(found)
    return tuple(sorted(found, key=lambda span: (not is_whole(text, span), span)))


def locate(text: str, quote: str, within: Span, occurrence: int = 1) -> Span | None:
    """The `occurrence`-th place, counted from 1, where `quote` stands in `within`."""
    found = occurrences(text, quote, within)
    return found[occurrence - 1] if 1 <= occurrence <= len(found) else None


def nearest(text: str, quote: str, near: Span, within: Span) -> Span | None:
    """Where `quote` stands closest to `near` in `within`, outside of `near` if it can be."""

    def distance(span: Span) -> tuple[bool, bool, int, int]:
        gap = max(near.start - span.end, span.start - near.end, 0)
        return not is_whole(text, span), span.overlaps(near), gap, span.start

    return min(occurrences(text, quote, within), key=distance, default=None)


def _matches(text: str, quote: str, within: Span) -> list[Span]:
    found = []
    start = text.find(quote, within.start, within.end)
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1, within.end)
    return found


def is_whole(text: str, span: Span) -> bool:
    """Whether `span` is whole words: none goes on beyond either of its edges."""
    return not (
        (span.start > 0 and _joined(text[span.start - 1], text[span.start]))
        or (span.end < len(text) and _joined(text[span.end - 1], text[span.end]))
    )


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()
