"""An article's title and the date it was published, as its own first lines give them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator import sentences
from generator.ingest.dating import date_after_title, dateline, line_date
from generator.model import Span

MAX_HEADLINE = 200
"""A first line that is longer is a paragraph, even without a final stop. Code points."""
MAX_TITLE = 300
"""A title that is longer is cut at a word. Code points."""
HEAD = 5
"""In so many lines from the top the date is looked for: title, subtitle, byline, place."""

FINAL_STOP = re.compile(r"[.。](?:[\"'”’»)\]]*)$")
MARKS = re.compile(r"#{1,6}\s+|[*_=]{1,3}(?=\S)")
"""What Markdown and wikis put before a heading."""


class Heading(NamedTuple):
    """What the first lines say."""

    title: str
    span: Span | None
    published: str
    published_from: str


def read(text: str, languages: Sequence[str]) -> Heading:
    """Title and date of `text`, which is clean and not empty.

    The title is the first line where that is a headline, else the first sentence of the text. Its final full
    stop does not belong to it; a question mark does.
    """
    lines = sentences.paragraphs(text)[: HEAD + 1]
    dates = [line_date(text[line.start : line.end], languages) for line in lines[:HEAD]]
    first = next((index for index, value in enumerate(dates) if not value), 0)
    span = title_span(text, lines[first:])
    published, published_from = _published(text, lines, dates, first, languages)
    start, end = lines[first]
    parting = date_after_title(text[start:end], languages) if end - start > MAX_HEADLINE else None
    if parting:
        span = Span(start, start + parting[0].start)
        published, published_from = parting[1], f"the text’s {ORDINALS[first]} line"
    title = " ".join(text[span.start : span.end].split())
    return Heading(shorten(title), span if len(title) <= MAX_TITLE else None, published, published_from)


def title_span(text: str, lines: Sequence[Span]) -> Span:
    """Where the title stands in `text`; `lines` are its first lines, without dates before the title."""
    line = lines[0]
    marks = MARKS.match(text, line.start, line.end)
    if marks and marks.end() < line.end:
        line = Span(marks.end(), line.end)
    words = text[line.start : line.end]
    if len(lines) > 1 and len(words) <= MAX_HEADLINE and not FINAL_STOP.search(words):
        return line
    # Only the first sentence is wanted; one that goes on for so long is cut anyway.
    sentence = words[: sentences.split(words[: 4 * MAX_TITLE])[0].span.end]
    # Only a bare full stop goes; one within closing quotation marks belongs to what is quoted.
    bare = sentence.endswith(".") and not sentence.endswith("..")
    cut = len(sentence) - 1 if bare and len(sentence) > 1 else len(sentence)
    return Span(line.start, line.start + cut)


def shorten(title: str) -> str:
    """`title`, cut at a word where it is longer than MAX_TITLE."""
    if len(title) <= MAX_TITLE:
        return title
    return title[: MAX_TITLE - 1].rsplit(" ", maxsplit=1)[0] + "…"


def _published(
    text: str, lines: Sequence[Span], dates: Sequence[str], first: int, languages: Sequence[str]
) -> tuple[str, str]:
    for index, value in enumerate(dates):
        if value:
            return value, f"the text’s {ORDINALS[index]} line"
        if index > first and lines[index].end - lines[index].start > MAX_HEADLINE:
            break  # the running text has begun
    for line in lines[first : first + 3]:
        value = dateline(text[line.start : line.end], languages)
        if value:
            return value, "the text’s dateline"
    return "", ""


ORDINALS = ("first", "second", "third", "fourth", "fifth")
