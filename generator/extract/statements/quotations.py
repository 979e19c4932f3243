"""Quotations: where quotation marks open and close, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import sentences
from generator.model import Span

PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'"}
MARK = re.compile(f"[{''.join(PAIRS)}’]")
"""What may open a quotation, or close one of a single mark."""
SINGLE = frozenset("'‘")
"""Marks that are apostrophes too."""
BEFORE_OPENING = frozenset("([{—–-“\"‘'/:,")
"""What may stand right before an opening mark, beside a blank."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks."""

    outer: Span
    """With the marks."""
    inner: tuple[Span, ...]
    """Without them; one span a paragraph, and one for each time the opening mark is repeated."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation that its paragraph did not close."""

    start: int
    inner: tuple[Span, ...]


def find(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text` in order.

    A quotation that does not close at the end of its paragraph goes on in the next one if that opens with the
    same mark again; else it ends with its sentence.
    """
    found: list[Quotation] = []
    unclosed: _Open | None = None
    for paragraph in sentences.paragraphs(text):
        if unclosed and text[paragraph.start] != text[unclosed.start]:
            found.append(_cut(text, unclosed))
            unclosed = None
        unclosed = _scan(text, paragraph, unclosed, found)
    if unclosed:
        found.append(_cut(text, unclosed))
    return tuple(quotation for quotation in found if quotation.inner)


def covering(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    """The quotation that the code point `position` lies in."""
    index = bisect_right(quotations, position, key=lambda each: each.outer.start) - 1
    return quotations[index] if index >= 0 and position < quotations[index].outer.end else None


def _scan(text: str, paragraph: Span, unclosed: _Open | None, found: list[Quotation]) -> _Open | None:
    """Add the quotations of one paragraph to `found`; the one that it leaves open, if any, is the result."""
    marks = [match.start() for match in MARK.finditer(text, *paragraph)]
    last_close = max((i for i in marks if _closes(text, i, paragraph.end)), default=-1)
    position = paragraph.start
    while True:
        if unclosed is None:
            opening = next(
                (i for i in marks if i >= position and _opens(text, i, paragraph.end, last_close)), None
            )
            if opening is None:
                return None
            unclosed = _Open(opening, ())
            position = opening
        end, inner = _inside(text, text[unclosed.start], position + 1, paragraph.end)
        if end is None:
            return _Open(unclosed.start, (*unclosed.inner, *inner))
        found.append(Quotation(Span(unclosed.start, end + 1), (*unclosed.inner, *inner)))
        position, unclosed = end + 1, None


def _cut(text: str, unclosed: _Open) -> Quotation:
    """A quotation that nobody closed, cut at the end of the sentence it opened in."""
    start, inner = unclosed.start, unclosed.inner
    if len(inner) != 1:
        return Quotation(Span(start, inner[-1].end if inner else start), inner)
    begin = inner[0].start
    end = begin + next(iter(sentences.split(text[begin : inner[0].end]))).span.end
    return Quotation(Span(start, end), (Span(begin, end),))


def _opens(text: str, i: int, end: int, last_close: int) -> bool:
    """Whether a mark stands at `i` and can open a quotation there."""
    mark = text[i]
    if mark not in PAIRS:
        return False
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < end else " "
    if mark in "“„«":
        return True
    if mark in SINGLE:
        return (before.isspace() or before in BEFORE_OPENING) and not after.isspace() and last_close > i + 1
    inches = before.isdigit() and not after.isalnum()
    return not inches


def _closes(text: str, i: int, end: int) -> bool:
    """Whether a single mark stands at `i` and closes; after `s` it is taken for a genitive: `the players’`."""
    if text[i] not in "'’" or not i:
        return False
    after = text[i + 1] if i + 1 < end else " "
    return not text[i - 1].isspace() and not after.isalnum() and text[i - 1] != "s"


def _inside(text: str, mark: str, start: int, end: int) -> tuple[int | None, tuple[Span, ...]]:
    """Where the quotation opened by `mark` closes, or None, and the spans up to there."""
    close, begin, depth = PAIRS[mark], start, 0
    inner: list[Span] = []
    for i in range(start, end):
        char = text[i]
        if char not in {mark, close, "“", "”"}:
            continue
        before, after = text[i - 1], text[i + 1] if i + 1 < end else " "
        opening = before.isspace() and not after.isspace()
        closing = not before.isspace() and not after.isalnum()
        if mark in '"“' and char == mark and opening and i > start + 1:
            if text[max(begin, i - 4) : i].rstrip().endswith((".", "!", "?", "…")):
                inner.append(Span(begin, i))
                begin = i + 1
            else:
                depth += 1
        elif char == close or (mark in '"“' and char in "“”" and closing):
            if mark in SINGLE and not _closes(text, i, end):
                continue
            if not depth:
                return i, _stripped(text, [*inner, Span(begin, i)])
            depth -= 1
        elif char == mark:
            depth += 1
    return None, _stripped(text, [*inner, Span(begin, end)])


def _stripped(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(_without_blanks(text, spans))


def _without_blanks(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    for start, end in spans:
        first, last = start, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield Span(first, last)
