"""The text of an article as its file in content/ has it: a line for each paragraph, one blank between words.

Blanks are not what an article says, and editors of Markdown change them, so the file is compared with the
seed in this form, and the places in it are counted in this form.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.model import Span
from generator.sentences import paragraphs

RUN = re.compile(r"\S+(?: \S+)*")
"""Words as they stay: with one ordinary blank between any two."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in that form, with the way there and back."""

    text: str
    origin: tuple[int, ...]
    """For each of its characters, where it stands in the original."""
    paragraphs: tuple[Span, ...]
    """The lines of `text`."""

    @classmethod
    def of(cls, original: str) -> "Normal":
        """The normal form of `original`."""
        pieces: list[str] = []
        origin: list[int] = []
        spans: list[Span] = []
        for paragraph in paragraphs(original):
            if pieces:
                pieces.append("\n")
                origin.append(paragraph.start - 1)
            start = len(origin)
            for run in RUN.finditer(original, *paragraph):
                if len(origin) > start:
                    pieces.append(" ")
                    origin.append(origin[-1] + 1)
                pieces.append(run.group())
                origin.extend(range(*run.span()))
            spans.append(Span(start, len(origin)))
        return cls("".join(pieces), tuple(origin), tuple(spans))

    def into(self, span: Span) -> Span:
        """A span of the original in the normal form, without blanks at its edges."""
        start, end = bisect_left(self.origin, span.start), bisect_left(self.origin, span.end)
        words = self.text[start:end]
        return (
            Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
            if words.strip()
            else Span(start, start)
        )

    def back(self, span: Span) -> Span:
        """A span of the normal form in the original."""
        if span.start >= span.end:
            return Span(0, 0)
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that `offset` stands in, or else of the last one before it."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1)


def digest(normal: str) -> str:
    """What the ledger remembers of a text: twelve hexadecimal digits."""
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:12]
