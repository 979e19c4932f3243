"""Where words stand in a text: describing a place, finding it again, and moving it to a corrected text.

The selectors of the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/#selectors):
`Anchor` holds a TextQuoteSelector and a TextPositionSelector.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from generator.model import Span

VARIANTS = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}
)
"""What people type for what newspapers print; one character for one, so that offsets stay."""

WHOLE = 20_000
"""Up to this many characters on either side two texts are compared by words; longer ones by lines first."""

HUNK = 400_000_000
"""Two pieces whose lengths multiply to more are not compared: nothing in them is kept."""

LINES = re.compile(r"[^\n]*\n|[^\n]+")
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORDS = re.compile(rf"[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+|\s+|[^\w\s]")
"""Words, and what stands between them; a character each where words are not parted by blanks."""

KEPT = 2 / 3
"""Share of its words, and of the new ones, that must be kept for a place to count as the same: a typing error
in a sentence is mended, but `the 13th` that became `the 12th` is another date, and `Monday` is not `Friday`."""


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


# --- finding words ----------------------------------------------------------------------------


def occurrences(text: str, quote: str, within: Span) -> tuple[Span, ...]:
    """Where `quote` stands in `within`: as whole words in order, then as parts of words in order.

    Only if it stands nowhere, straight quotation marks, apostrophes and hyphens match printed ones too.
    """
    if not quote:
        return ()
    found = _matches(text, quote, within) or _matches(
        text.translate(VARIANTS), quote.translate(VARIANTS), within
    )
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


# --- moving places to a corrected text --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a place of the old text is in the new one."""

    span: Span
    how: Literal["exact", "partial"]
    """`exact`: the same words; `partial`: most of them, the rest was corrected."""


class _Kept(NamedTuple):
    """A run of characters that both texts share."""

    old: int
    new: int
    length: int


Texts = tuple[str, str]
"""Old and new."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From offsets of an old text to offsets of a new one, by the fewest words put in and taken out.

    Words rather than characters: of several shortest ways these are seldom the one that a person took.
    """

    old: str
    new: str
    runs: tuple[_Kept, ...]
    """In order, none empty."""

    @classmethod
    def between(cls, old: str, new: str) -> "OffsetMap":
        """The map from `old` to `new`."""
        if old == new:
            return cls(old, new, (_Kept(0, 0, len(old)),) if old else ())
        compare = _by_word if max(len(old), len(new)) <= WHOLE else _by_line
        runs = compare(Span(0, len(old)), Span(0, len(new)), (old, new))
        return cls(old, new, _joined_runs(runs))

    def span(self, span: Span) -> Moved | None:
        """Where `span` of the old text went; None: too little of it is left to say."""
        kept = [run for run in self._within(span) if run.length]
        if not kept:
            return None
        if whole := self._whole(span, kept):
            return Moved(whole, "exact")
        new = self._grown(span, Span(kept[0].new, kept[-1].new + kept[-1].length), kept)
        words = sum(_words(self.old, Span(run.old, run.old + run.length)) for run in kept)
        if words < KEPT * max(_words(self.old, span), _words(self.new, new), 1):
            return None
        return Moved(new, "partial")

    def point(self, offset: int) -> int:
        """Where in the new text something at `offset` would stand; always an answer."""
        index = bisect_right(self.runs, offset, key=lambda run: run.old) - 1
        if index < 0:
            return 0
        run = self.runs[index]
        return run.new + min(offset - run.old, run.length)

    def _within(self, span: Span) -> list[_Kept]:
        """The kept runs inside `span`, cut at its edges."""
        first = max(0, bisect_right(self.runs, span.start, key=lambda run: run.old) - 1)
        cut = []
        for run in self.runs[first:]:
            if run.old >= span.end:
                break
            skip = max(0, span.start - run.old)
            end = min(run.old + run.length, span.end)
            cut.append(_Kept(run.old + skip, run.new + skip, end - run.old - skip))
        return [run for run in cut if run.length > 0]

    def _whole(self, span: Span, kept: list[_Kept]) -> Span | None:
        """Where all of `span` stands, in line with one of its kept runs, the longest first.

        Of `the talks` in `the the talks` either `the` may be the one that was kept.
        """
        words = self.old[span.start : span.end]
        for run in sorted(kept, key=lambda run: -run.length):
            start = run.new - (run.old - span.start)
            if start >= 0 and self.new.startswith(words, start):
                return Span(start, start + len(words))
        return None

    def _grown(self, old: Span, new: Span, kept: list[_Kept]) -> Span:
        """`new` with what replaced the edges of `old`, to the ends of its words."""
        start, end = new
        if kept[0].old > old.start or _cuts(self.new, start) > _cuts(self.old, old.start):
            while start > 0 and not self.new[start - 1].isspace():
                start -= 1
        if kept[-1].old + kept[-1].length < old.end or _cuts(self.new, end) > _cuts(self.old, old.end):
            while end < len(self.new) and self.new[end].isalnum():
                end += 1
        return Span(start, end)


def _words(text: str, span: Span) -> int:
    """How many words stand in `span`; a part of one counts as one."""
    return sum(match.group()[0].isalnum() for match in WORDS.finditer(text, *span))


def _cuts(text: str, offset: int) -> bool:
    """Whether `offset` stands within a word."""
    return 0 < offset < len(text) and _joined(text[offset - 1], text[offset])


def _joined_runs(runs: Iterable[_Kept]) -> tuple[_Kept, ...]:
    """`runs` without empty ones, those that touch in both texts made one."""
    joined: list[_Kept] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.old + last.length, last.new + last.length) == (run.old, run.new):
            joined[-1] = _Kept(last.old, last.new, last.length + run.length)
        elif run.length:
            joined.append(run)
    return tuple(joined)


def _by_line(old: Span, new: Span, texts: Texts) -> Iterator[_Kept]:
    """Lines that stayed whole, and what is kept of the others: the cost is that of what changed."""
    for kept, before, after in _pieces(old, new, texts, LINES):
        if kept:
            yield _Kept(before.start, after.start, before.end - before.start)
        elif (before.end - before.start) * (after.end - after.start) <= HUNK:
            yield from _by_word(before, after, texts)


def _by_word(old: Span, new: Span, texts: Texts) -> Iterator[_Kept]:
    for kept, before, after in _pieces(old, new, texts, WORDS):
        if kept:
            yield _Kept(before.start, after.start, before.end - before.start)


def _pieces(
    old: Span, new: Span, texts: Texts, pattern: re.Pattern[str]
) -> Iterator[tuple[bool, Span, Span]]:
    """What is kept and what lies between, in order, comparing whole matches of `pattern`."""
    found = [list(pattern.finditer(text, *span)) for text, span in zip(texts, (old, new), strict=True)]
    edges = [
        [*(match.start() for match in matches), span.end]
        for matches, span in zip(found, (old, new), strict=True)
    ]
    before, after = old.start, new.start
    for code in Indel.opcodes(*([match.group() for match in matches] for matches in found)):
        if code.tag != "equal":
            continue
        start, end = edges[0][code.src_start], edges[0][code.src_end]
        there, until = edges[1][code.dest_start], edges[1][code.dest_end]
        yield False, Span(before, start), Span(after, there)
        yield True, Span(start, end), Span(there, until)
        before, after = end, until
    yield False, Span(before, old.end), Span(after, new.end)
