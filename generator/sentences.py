"""Sentence boundaries and their ids, without a language model.

The boundaries are the same at annotate and at build time, because both call `split`; the extractors hand
them to spaCy instead of letting its parser guess.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from generator.model import Sentence, Span

ABBREVIATIONS = frozenset(
    """
    adm al apr assn aug ave blvd brig capt cf cmdr co col corp cpl dec dept dr drs est etc feb fig fr fri ft gen
    gov hon inc jan jr jul jun lieut lt ltd maj mar messrs mlle mme mon mr mrs ms mt nos nov oct op pfc ph pp prof
    pvt rep reps rev sat sen sens sept sep sgt sr st sun supt thu thurs tue tues univ vol vs wed
    """.split()
)
"""Words that carry a full stop without ending a sentence, lower case and without it."""

SUFFIXES = frozenset({"assn", "co", "corp", "etc", "inc", "jr", "ltd", "sr"})
"""Abbreviations that close a phrase."""

LONGEST = 1500
"""Code points of the longest sentence that the machine reads; no writer makes longer ones."""

_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2}\b)?(?:,? \d{4})?"
)
_AGENCY = r"\([A-Za-z][^()\n]{1,40}\)"
_CAPITALS = r"[A-Z]{2}[A-Z.][A-Z .,'’/-]*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_NAME = r"[A-Z][\w.'’-]+(?:,? [A-Z][\w.'’-]+){0,3}"
DATELINE = re.compile(
    rf"^(?:{_CAPITALS},?(?: ?{_DATE})?(?:,? ?{_AGENCY})?|{_NAME},?(?: {_DATE}(?:,? ?{_AGENCY})?|,? ?{_AGENCY}))"
    r" ?[-–—]{1,2}\s+(?=[A-Z0-9“\"‘'])",
    re.MULTILINE,
)
"""`PORT TALBOT, Wales, March 4 (Agency) - `, or a label like `EXCLUSIVE - `: what follows stands by itself."""
LONG_DATE = re.compile(
    r"(?<=\S )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4} (?=[A-Z“\"‘'])"
)
"""A date between a headline and the first sentence, all on one line."""

TERMINATOR = re.compile(r"[.!?…。！？]+")
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«([—–-"
INITIALS = re.compile(r"(?:^|[\s(“\"‘'])(?:[A-Z]\.)+$")


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences of `text` in order; blanks between them belong to none.

    A line break ends a sentence. Equal sentences get the ids `sent-x`, `sent-x-2`, `sent-x-3`.
    """
    seen: Counter[str] = Counter()
    sentences = []
    for index, paragraph in enumerate(paragraphs(text)):
        for span in _spans(text, paragraph):
            digest = hashlib.sha256(" ".join(text[span.start : span.end].split()).encode()).hexdigest()[:8]
            seen[digest] += 1
            suffix = f"-{seen[digest]}" if seen[digest] > 1 else ""
            sentences.append(Sentence(f"sent-{digest}{suffix}", span, index))
    return tuple(sentences)


def breaks(text: str) -> frozenset[int]:
    """Code points where a parser should begin anew though no sentence ends: around datelines, in headlines."""
    found = (match.span() for pattern in (DATELINE, LONG_DATE) for match in pattern.finditer(text))
    title = text.split("\n", 1)[0]
    parts = () if title.endswith(".") else re.finditer(r"; ", title)
    return frozenset(position for span in found for position in span) | {part.end() for part in parts}


def paragraphs(text: str) -> list[Span]:
    """Spans of the lines of `text` that are not blank, without blanks at their edges."""
    return [Span(match.start(), match.end()) for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]


def _spans(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in TERMINATOR.finditer(text, paragraph.start, paragraph.end):
        if match.start() < start:
            continue
        end = match.end()
        while end < paragraph.end and text[end] in CLOSERS:
            end += 1
        if end < paragraph.end and not _ends(text, start, match, end, paragraph.end):
            continue
        yield Span(start, end)
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
        if start >= paragraph.end:
            return
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends(text: str, start: int, mark: re.Match[str], end: int, limit: int) -> bool:
    """Whether the punctuation `mark`, with closing quotes up to `end`, ends a sentence before `limit`."""
    if not text[end].isspace():
        return mark.group()[0] in "。！？"
    following = text[end:limit].lstrip().lstrip(OPENERS).lstrip()
    if not following or following[0].islower():
        return False
    if mark.group() != "." or text[mark.end() : end].strip("’'"):
        return True
    before = text[start : mark.end()]
    word = re.split(r"[\s(“\"‘'/-]", before)[-1].rstrip(".")
    if word.lower() in ABBREVIATIONS:
        return _suffix_ends(word, following)
    if word.lower() == "no":
        return not following[0].isdigit()
    if INITIALS.search(before):
        return len(word) > 1 and _starts_sentence(following)
    return True


def _suffix_ends(word: str, following: str) -> bool:
    """`Corp.`, `etc.`, `Jr.` may end a sentence; `Mr.`, `Gen.`, `Sept.` never do."""
    return word.lower() in SUFFIXES and _starts_sentence(following)


STARTERS = frozenset(
    """
    A After All Also Although An And As At Before Both But By Despite During Each Earlier Even For From He Her
    His How However I If In It Its Last Later Many Meanwhile More Most Neither No Not Now On One Only Other Our
    She Since So Some Still Such That The Their Then There These They This Those Though Three To Two Under Until
    We What When Where While With Yet You
    """.split()
)
"""Words that, capitalised after an initialism such as `U.S.`, show that a sentence begins."""


def _starts_sentence(following: str) -> bool:
    return re.split(r"[^\w]", following, maxsplit=1)[0] in STARTERS
