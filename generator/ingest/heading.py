"""An article's title and the date it was published, as its own first lines give them."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from operator import itemgetter
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


LABEL = re.compile(r"(?P<label>[A-Z][a-z]+(?:-[A-Za-z]+)*):[ \t]+(?=\S)")
"""Before a line of a mail's head, and of what databases of articles hand out."""
LABELLED = 12
"""So many lines such a head may have."""
TITLES = ("Subject", "Title", "Headline")
DATES = ("Date", "Sent", "Published")

SLUG = re.compile(r"[\w.’' -]*\w--\w[^.!?]*|[A-Z0-9]+(?:[-/][A-Z0-9]+)+(?:\s+\([^()]*\))?")
"""How agencies file a report, above its headline: `BC-EU--Port Strike, 2nd Ld` or `PORT-STRIKE/CALL (UPDATE 2)`."""
PLACE = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z.’' -]+(?:,\s+[\w.’' -]{2,40}?)?\s+(?:\([^()\n]{1,40}\)\s*)?[-–—]{1,2}\s+(?=\S)"
)
"""`KYIV, Ukraine (AP) — ` before the first sentence."""
BYLINE = re.compile(r"(?:By|BY|by)\s+(?P<names>[^\d|:;()]{3,80}?)(?:\s+in\s+[A-Z].*)?")
BESIDE_DATE = re.compile(
    r"(?P<byline>\bby\s.*?)(?:\s*[,|·•–—-]\s*(?:[^\W\d]+[.,]*\s+){0,2}\d.*)?\Z", re.IGNORECASE
)
"""`By Ada Brook, Monday, March 9, 2031`: the names end before the date."""
SMALL = frozenset("al and bin da de del den der di du el ibn la le ten ter van von y".split())
"""Words of a byline that begin with no capital."""


class Heading(NamedTuple):
    """What the first lines say."""

    title: str
    span: Span | None
    published: str
    published_from: str
    author: str = ""


def read(text: str, languages: Sequence[str]) -> Heading:
    """Title and date of `text`, which is clean and not empty.

    The title is the first line where that is a headline, else the first sentence of the text. Its final full
    stop does not belong to it; a question mark does.
    """
    every = sentences.paragraphs(text)
    labelled = _labelled(text, every[:LABELLED], languages)
    if labelled:
        return labelled
    lines = every[: HEAD + 1]
    dates = [line_date(_words(text, line), languages) for line in lines[:HEAD]]
    first = next((index for index, value in enumerate(dates) if not value), 0)
    if (
        first + 1 < len(lines)
        and SLUG.fullmatch(_words(text, lines[first]))
        and _is_headline(text, lines[first + 1])
    ):
        first += 1
    span = title_span(text, lines[first:])
    published, published_from = _published(text, lines, dates, first, languages)
    start, end = lines[first]
    parting = date_after_title(text[start:end], languages) if end - start > MAX_HEADLINE else None
    if parting:
        span = Span(start, start + parting[0].start)
        published, published_from = parting[1], f"the text’s {ORDINALS[first]} line"
    title = " ".join(text[span.start : span.end].split())
    words = (_words(text, line) for line in lines[first + 1 :])
    author = next(filter(None, (_byline(_undated(line, languages)) for line in words)), "")
    return Heading(
        shorten(title), span if len(title) <= MAX_TITLE else None, published, published_from, author
    )


def told_once(text: str, languages: Sequence[str]) -> str:
    """`text` without the line that says its headline again.

    Whoever copies or saves a page often has the headline from above the article, and the same as its first line.
    """
    lines = sentences.paragraphs(text)[:LABELLED]
    span = read(text, languages).span
    if span is None or all(line.end != span.end for line in lines) or not _is_headline(text, span):
        return text
    headline = _words(text, span)
    if not any(map(str.isalpha, headline)):
        return text  # it is a rule, which may part some lines from others
    above = takewhile(partial(_is_above_text, text), (line for line in lines if line.start > span.end))
    again = next((line for line in above if same(_words(text, line), headline)), None)
    return f"{text[: again.start]}{text[again.end :].lstrip()}".rstrip() if again else text


def same(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their blanks and capitals."""
    return one.casefold().split() == other.casefold().split()


def _is_above_text(text: str, line: Span) -> bool:
    """Whether the running text has not begun with `line`."""
    return line.end - line.start <= MAX_HEADLINE and not FINAL_STOP.search(_words(text, line))


def _words(text: str, line: Span) -> str:
    return text[line.start : line.end]


def _is_headline(text: str, line: Span) -> bool:
    return _is_above_text(text, line) and not BYLINE.match(_words(text, line))


def _labelled(text: str, lines: Sequence[Span], languages: Sequence[str]) -> Heading | None:
    """What a head of labelled lines says, `Subject: …` among them; None where the text begins otherwise."""
    matches = ((line, LABEL.match(text, line.start, line.end)) for line in lines)
    head = {
        match["label"]: Span(match.end(), line.end)
        for line, match in takewhile(itemgetter(1), matches)
        if match
    }
    title = next((head[label] for label in TITLES if label in head), None)
    if title is None or len(head) < 2:
        return None
    dates = ((line_date(_words(text, head[label]), languages), label) for label in DATES if label in head)
    published, label = next(filter(itemgetter(0), dates), ("", ""))
    words = " ".join(_words(text, title).split())
    span = title if len(words) <= MAX_TITLE else None
    return Heading(shorten(words), span, published, f"the text’s line “{label}”" if published else "")


def _undated(line: str, languages: Sequence[str]) -> str:
    """What a line with a date says besides it of who wrote it; any other line is as it is."""
    by = BESIDE_DATE.search(line) if line_date(line, languages) else None
    return by["byline"] if by else line


def _byline(line: str) -> str:
    """Who wrote it, where `line` says nothing else; empty where it does."""
    match = BYLINE.fullmatch(line)
    if not match:
        return ""
    several = re.split(r",?\s+and\s+", match["names"].strip())
    # `Ada Brook, Piet Sarre and Orla Pelham` are three; behind `Ada Brook,` alone stands her paper or her place.
    names = [name.strip() for part in several for name in part.split(",")[: None if several[1:] else 1]]
    fits = all(word[0].isupper() or word in SMALL for name in names for word in name.split())
    return "; ".join(names) if fits and all(len(name.split()) > 1 for name in names) else ""


def title_span(text: str, lines: Sequence[Span]) -> Span:
    """Where the title stands in `text`; `lines` are its first lines, without dates before the title."""
    line = lines[0]
    marks = MARKS.match(text, line.start, line.end)
    if marks and marks.end() < line.end:
        line = Span(marks.end(), line.end)
    if len(lines) > 1 and _is_above_text(text, line):
        return line
    words = _words(text, line)
    place = PLACE.match(words)
    if place:
        line, words = Span(line.start + place.end(), line.end), words[place.end() :]
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
