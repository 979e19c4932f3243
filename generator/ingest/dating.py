"""Dates on lines of their own: when an article was published, never what it speaks of."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from generator.model import Span

MAX_LINE = 120
"""A line with a date on it that is longer is running text. Code points."""

AROUND = re.compile(
    r"""
    \b(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|issued|released|filed|date|dated)\b
    |\b(?:on|at)\b | \d{1,2}[:.h]\d{2}(?::\d{2})? | \b[ap]\.?m\b\.? | T(?=\d\d:)
    |\b(?:GMT|UTC|BST|C?E[SD]?T|[CMP][SD]T|EAT|IST|JST|KST|MSK|SGT|Z)\b | [+-]\d{2}:?\d{2}\b
    |[\s,.;:()\[\]|]+
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand beside a date on its line."""

DATELINE = re.compile(
    r"[^\W\d_][\w.’' /-]{1,60},\s+(?P<date>[^()\n]{6,30}?)\s*"
    r"(?:(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)\s*)?[-–—]{1,2}(?:\s|\Z)"
)
"""`SENNET, Marland, 4 March 2031 (Meridian) —` or `… /Meridian/ --` at the start of a paragraph."""

OUTLET = re.compile(
    r"""
    (?:^|,\s+)(?:The\s+)?(?:[A-Z][\w&'’.-]*\s+){0,4}
    (?:Agency|Bulletin|Chronicle|Courier|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian|Herald|Journal|Ledger
    |Magazine|Mail|Mirror|Monitor|News|Observer|Online|Post|Press|Radio|Record|Register|Review|Sentinel|Standard|Star
    |Sun|Telegraph|Times|Today|Tribune|Weekly|World)
    \s*(?:,|$)
    """,
    re.VERBOSE,
)
"""The outlet beside the date of a line: `Brine Courier, 4 March 2031`."""


NAMED_DATE = re.compile(r"(?:^|(?<=[\s_-]))((?:19|20)\d\d)([-_]?)(\d\d)\2(\d\d)(?:$|(?=[\s_-]))")
"""Year, month and day in the name of a file, all digits or with hyphens between."""


PLACED = re.compile(r"^(?:[A-Z][\w.’'-]*\s+){0,2}[A-Z][\w.’'-]+,\s+(?=\d|[A-Z]\w+ \d)")
"""The place before the date of a letter or a communiqué: `The Hague, 4 March 2031`."""

MAX_INLINE = 300
"""In so much of a line a date may part its headline from the text. Code points."""
AFTER_PREPOSITION = re.compile(r"\b(?:after|before|by|for|from|in|of|on|since|till|until|to)$", re.IGNORECASE)


def line_date(line: str, languages: Sequence[str]) -> str:
    """The date of a line that is nothing but a date and what goes with one; empty where it is not.

    ISO 8601: a day, or a month where the line names no day. A byline may stand beside it, after a bar, a
    dot or a dash, the outlet before or after a comma, and a place of up to three words before one.
    """
    if len(line) > MAX_LINE:
        return ""
    line = OUTLET.sub("", line.strip())
    found = [_only_date(part, languages) for part in re.split(r"\s[|·•–—-]\s|\s*[|·•]\s*", line)]
    byline = re.sub(r"[\s,|]+by\s+[^\d,|]{3,60}$|^by\s+[^\d,|]{3,60}[,|]\s*", "", line, flags=re.IGNORECASE)
    others = (byline, PLACED.sub("", line))
    return next(filter(None, [*found, *(_only_date(part, languages) for part in others)]), "")


def name_date(name: str) -> str:
    """The day in a file's name, as in `2031-03-04 harbour.txt`; empty where it has none. ISO 8601."""
    match = NAMED_DATE.search(name.partition(".")[0])
    return _calendar(*map(int, match.group(1, 3, 4))) if match else ""


def dateline(paragraph: str, languages: Sequence[str]) -> str:
    """The date of a dateline that has a year; empty where it has none. ISO 8601."""
    match = DATELINE.match(paragraph)
    if not match:
        return ""
    # A place in several parts stands before the date, with commas as well.
    parts = match["date"].split(", ")
    starts = (", ".join(parts[index:]) for index in range(len(parts)))
    return next(filter(None, (_only_date(start, languages) for start in starts)), "")


def date_after_title(line: str, languages: Sequence[str]) -> tuple[Span, str] | None:
    """Where a weekday with its date parts a headline from the text that follows on the same line, and the date.

    `Ferry talks end Tuesday, March 4, 2031 The harbour minister said …`: no sentence runs on like that.
    """
    spoken = (*languages, "en")
    months, _ = _names(spoken)
    for pattern, order in _parting(spoken):
        match = pattern.search(line, 0, MAX_INLINE)
        if (
            match
            and line[match.end() :].lstrip(' “"‘')[:1].isupper()
            and not AFTER_PREPOSITION.search(line[: match.start()])
        ):
            value = _iso(dict(zip(order, match.groups(), strict=True)), months)
            if value:
                return Span(match.start(), match.end()), value
    return None


def _only_date(text: str, languages: Sequence[str]) -> str:
    months, weekdays = _names((*languages, "en"))
    for pattern, order in _patterns(tuple(months)):
        match = pattern.search(text)
        if not match:
            continue
        rest = AROUND.sub(" ", text[: match.start()] + " " + text[match.end() :]).casefold()
        if not rest.strip() or rest.strip() in weekdays:
            return _iso(dict(zip(order, match.groups(), strict=True)), months)
    return ""


def _iso(parts: Mapping[str, str], months: Mapping[str, int]) -> str:
    """The date that year, month and day make; empty where they make none, or two."""
    year, month = int(parts["year"]), parts.get("month", "")
    number = int(month) if month.isdigit() else months.get(month.casefold().rstrip("."), 0)
    first, second = (int(parts.get(name, "0")) for name in ("first", "second"))
    if first and second:
        # 03/04/2031 is two days: only a number past 12 tells them apart.
        candidates = {(m, d) for m, d in ((first, second), (second, first)) if m <= 12}
    else:
        candidates = {(number, int(parts.get("day", "0")))}
    dates = {text for m, d in candidates if (text := _calendar(year, m, d))}
    return dates.pop() if len(dates) == 1 else ""


def _calendar(year: int, month: int, day: int) -> str:
    try:
        text = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return text if day else text[:7]


@lru_cache(maxsize=64)
def _patterns(months: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Ways to write a date, the surest first, each with what its groups are."""
    name = "|".join(map(re.escape, sorted(months, key=lambda word: (-len(word), word))))
    year, day = r"(\d{4})", r"(\d{1,2})(?:st|nd|rd|th|\.|º|er)?"
    table = (
        (r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)", ("year", "month", "day")),
        (r"(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]", ("year", "month", "day")),
        (rf"\b{year}[./]\s?(\d{{1,2}})[./]\s?(\d{{1,2}})\b\.?", ("year", "month", "day")),
        (rf"\b(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{year}\b", ("day", "month", "year")),
        (rf"\b(\d{{1,2}})/(\d{{1,2}})/{year}\b", ("first", "second", "year")),
        (
            rf"\b{day}[\s-]+(?:of\s+|de\s+)?({name})\.?,?[\s-]+(?:de\s+|del\s+)?{year}\b",
            ("day", "month", "year"),
        ),
        (rf"\b({name})\.?\s+{day},?\s+{year}\b", ("month", "day", "year")),
        (rf"\b({name})\.?,?\s+(?:de\s+)?{year}\b", ("month", "year")),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), order) for pattern, order in table)


@lru_cache(maxsize=16)
def _parting(languages: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """The same behind a weekday, in the middle of a line."""
    months, weekdays = _names(languages)
    names = "|".join(sorted(map(re.escape, weekdays), key=lambda word: (-len(word), word)))
    return tuple(
        (re.compile(rf"(?<=[^.,;:(\s]) (?:{names}),? {pattern.pattern}(?= )", re.IGNORECASE), order)
        for pattern, order in _patterns(tuple(months))
    )


@lru_cache(maxsize=16)
def _names(languages: tuple[str, ...]) -> tuple[dict[str, int], frozenset[str]]:
    """Names of the months → number, and names of the weekdays, casefolded, in all of `languages`."""
    from babel import Locale, UnknownLocaleError

    months: dict[str, int] = {"sept": 9}
    weekdays: set[str] = {"tues", "thur", "thurs"}
    for tag in languages:
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months.setdefault(name.casefold().rstrip("."), number)
                weekdays |= {name.casefold().rstrip(".") for name in locale.days[context][width].values()}
    return months, frozenset(weekdays)
