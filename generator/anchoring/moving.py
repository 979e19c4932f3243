"""Moving places to a corrected text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from generator.model import Span

WHOLE = 20_000
"""Up to this many characters on either side two texts are compared by words; longer ones by lines first."""

HUNK = 400_000_000
"""Two pieces whose lengths multiply to more are not compared: nothing in them is kept."""

LINES = re.compile(r"[^\n]*\n|[^\n]+")
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORDS = re.compile(rf"[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+|[^\w\s]")
"""Words and punctuation marks; a character each where words are not parted by blanks."""

KEPT = 2 / 3
"""Share of its words, and of the new ones, that must be kept for a place to count as the same: a typing error
in a sentence is mended, but `the 13th` that became `the 12th` is another date, and `Monday` is not `Friday`."""


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

    Words rather than characters: among characters there are more shortest ways, and most of them are not the one
    that a person took.
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
        new = self._grown(span, kept)
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

    def instead(self, span: Span) -> Span | None:
        """What stands where `span` stood, between what is kept around it; None: nothing does."""
        index = bisect_left(self.runs, span.end, key=lambda run: run.old + run.length)
        after = self.runs[index] if index < len(self.runs) else _Kept(len(self.old), len(self.new), 0)
        start, end = self.point(span.start), after.new + max(0, span.end - after.old)
        return _stripped(self.new, start, end) if self.new[start:end].strip() else None

    def _within(self, span: Span) -> list[_Kept]:
        """The kept runs inside `span`, cut at its edges."""
        first = max(0, bisect_right(self.runs, span.start, key=lambda run: run.old) - 1)
        cut = []
        for index in range(first, len(self.runs)):
            run = self.runs[index]
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

    def _grown(self, span: Span, kept: list[_Kept]) -> Span:
        """From the first to the last of `kept`, and what stands there for words replaced at the edges of `span`."""
        start, end = kept[0].new, kept[-1].new + kept[-1].length
        before, after = self._neighbours(span)
        if kept[0].old > span.start and not self.old[before.old : span.start].strip():
            start = before.new
        if kept[-1].old + kept[-1].length < span.end and not self.old[span.end : after.old].strip():
            end = after.new
        return _stripped(self.new, start, end)

    def _neighbours(self, span: Span) -> tuple[_Kept, _Kept]:
        """Where the last run before `span` ends, and where the first one after it begins."""
        count = bisect_right(self.runs, span.start, key=lambda run: run.old + run.length)
        before = self.runs[count - 1] if count else _Kept(0, 0, 0)
        index = bisect_left(self.runs, span.end, key=lambda run: run.old)
        after = self.runs[index] if index < len(self.runs) else _Kept(len(self.old), len(self.new), 0)
        return _Kept(before.old + before.length, before.new + before.length, 0), after


def _stripped(text: str, start: int, end: int) -> Span:
    """From `start` to `end` without the blanks at both ends."""
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _words(text: str, span: Span) -> int:
    """How many words stand in `span`; a part of one counts as one."""
    return sum(match.group()[0].isalnum() for match in WORDS.finditer(text, *span))


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
    for kept, before, after in _pieces(old, new, texts):
        if kept:
            yield _Kept(before.start, after.start, before.end - before.start)
        elif (before.end - before.start) * (after.end - after.start) <= HUNK:
            yield from _by_word(before, after, texts)


def _by_word(old: Span, new: Span, texts: Texts) -> Iterator[_Kept]:
    """Words that stayed, with what stands between them. Blanks alone are no reason to align two places."""
    (before, after), found = texts, _found(old, new, texts, WORDS)
    for code in Indel.opcodes(*([match.group() for match in matches] for matches in found)):
        if code.tag != "equal":
            continue
        pairs = zip(
            found[0][code.src_start : code.src_end], found[1][code.dest_start : code.dest_end], strict=True
        )
        last: tuple[int, int] | None = None
        for here, there in pairs:
            if last and before[last[0] : here.start()] == after[last[1] : there.start()]:
                yield _Kept(*last, here.start() - last[0])
            yield _Kept(here.start(), there.start(), len(here.group()))
            last = here.end(), there.end()


def _found(old: Span, new: Span, texts: Texts, pattern: re.Pattern[str]) -> tuple[list[re.Match[str]], ...]:
    return tuple(list(pattern.finditer(text, *span)) for text, span in zip(texts, (old, new), strict=True))


def _pieces(old: Span, new: Span, texts: Texts) -> Iterator[tuple[bool, Span, Span]]:
    """The lines that are kept and what lies between them, in order."""
    found = _found(old, new, texts, LINES)
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
