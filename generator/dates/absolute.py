"""Calendar dates in languages without a grammar of their own: `14 janvier 2025`, `2025年1月14日`.

How a language writes its dates is known from the Unicode CLDR (https://cldr.unicode.org), by way of Babel.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from generator.dates.expressions import CalendarDate
from generator.dates.grammar import Found
from generator.model import Span

LENGTHS = ("long", "medium", "short")
SKELETONS = ("yMMMMd", "yMMMM", "MMMMd")
ISO = re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])")
FIELD = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>[A-Za-z])(?P=field)*|(?P<blank>[^\S\n]+)|(?P<other>.)")
"""A part of a CLDR date pattern: https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns."""
INVISIBLE = re.compile("[\u200e\u200f\u061c]")
AFTER_DAY = "(?:[.ºª°]|er)?"
BLANK = r"[^\S\n]+"


def find(text: str, language: str) -> tuple[Found, ...]:
    """Every calendar date of `text` in the forms of `language`, a BCP 47 tag: the longest where they overlap."""
    found = sorted(_candidates(text, language), key=lambda span: (span.start - span.end, span.start))
    chosen: list[Span] = []
    for span in found:
        if not any(span.overlaps(other) for other in chosen):
            chosen.append(span)
    return tuple(Found(span, "DATE", "calendar date", ambiguous=False) for span in sorted(chosen))


def read(phrase: str, language: str) -> CalendarDate | None:
    """What `phrase` says in the forms of `language`; None if it is no calendar date in any of them."""
    for form in _forms(language):
        match = form.fullmatch(phrase)
        told = _told(match, language) if match else None
        if told:
            return told
    return None


def _candidates(text: str, language: str) -> Iterator[Span]:
    for form in _forms(language):
        for match in form.finditer(text):
            if _told(match, language):
                yield Span(*match.span())


def _told(match: re.Match[str], language: str) -> CalendarDate | None:
    """The date of a match; None for the 31st of February."""
    said = match.groupdict()
    name = said.get("name")
    year, month, day = (int(said[key]) if said.get(key) else None for key in "ymd")
    month = _months(language)[name.casefold()] if name else month
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return CalendarDate(year, month, day)


@lru_cache(maxsize=16)
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Regular expressions with the groups y, m or name, d."""
    locale = _locale(language)
    if locale is None:
        return (ISO,)
    patterns = [locale.date_formats[length].pattern for length in LENGTHS]
    patterns += [
        locale.datetime_skeletons[key].pattern for key in SKELETONS if key in locale.datetime_skeletons
    ]
    return (ISO, *(re.compile(_expression(pattern, language)) for pattern in dict.fromkeys(patterns)))


def _expression(pattern: str, language: str) -> str:
    """A regular expression for a CLDR pattern such as `d 'de' MMMM 'de' y`."""
    parts = [_part(part, language) for part in FIELD.finditer(INVISIBLE.sub("", pattern))]
    last = max(index for index, part in enumerate(parts) if "(?P<" in part)
    ending = "".join(parts[last + 1 :])
    return rf"(?<!\d)(?<![^\W\d_](?=[^\W\d_])){''.join(parts[: last + 1])}(?:{ending})?(?!\d)"


def _part(part: re.Match[str], language: str) -> str:
    if part["blank"]:
        return BLANK
    if part["field"] == "y":
        return r"(?P<y>\d{4})"
    if part["field"] == "d":
        return rf"(?P<d>\d{{1,2}}){AFTER_DAY}"
    if part["field"] in {"M", "L"} and len(part[0]) < len("MMM"):
        return r"(?P<m>\d{1,2})"
    if part["field"] in {"M", "L"}:
        names = sorted(_months(language), key=lambda name: (-len(name), name))
        return f"(?P<name>(?i:{'|'.join(map(re.escape, names))}))"
    return re.escape(part["quoted"] or part[0])


@lru_cache(maxsize=16)
def _months(language: str) -> Mapping[str, int]:
    """Names of the months, full and short, in every form that the language bends them into."""
    locale = _locale(language)
    contexts = locale.months.values() if locale else ()
    return {
        name.casefold(): number
        for widths in contexts
        for width in ("wide", "abbreviated")
        for number, name in widths.get(width, {}).items()
    }


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
