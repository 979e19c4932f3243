"""EDTF dates in words: days and months as the locale writes them, the words around them in English."""

import re
from collections.abc import Callable
from datetime import date

from generator.dates.edtf import bounds

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
QUALIFIERS = {"~": "about ", "?": "probably ", "%": "probably about "}


def in_words(edtf: str, language: str = "en") -> str:
    """`13–19 January 2025`, `on or after 13 January 2025`, `the 13th (month not recorded)`.

    An empty one is `not recorded`. What is no EDTF comes back as it is.
    """
    if not edtf:
        return "not recorded"
    qualifier = QUALIFIERS.get(edtf[-1], "")
    text = edtf[:-1] if qualifier else edtf
    locale = "en_GB" if language == "en" else language.replace("-", "_")
    inner = text[1:-1]
    match text[:1] + text[-1:]:
        case "[]":
            said = " or ".join(_sometime(part.strip(), locale) for part in inner.split(","))
        case "{}":
            said = " and ".join(_sometime(part.strip(), locale) for part in inner.split(","))
        case _:
            first, slash, last = text.partition("/")
            said = _lasting(first, last, locale) if slash else _point(text, locale)
    return qualifier + said


def _sometime(member: str, locale: str) -> str:
    """A member of a set: a point, `a..b`, `a..`, `..b`."""
    first, dots, last = member.partition("..")
    if not dots:
        return _point(first, locale)
    if not first:
        return f"by {_point(last, locale)}"
    if not last:
        return f"on or after {_point(first, locale)}"
    if _days(first, last) <= 7:
        return _range(first, last, locale)
    return f"between {_point(first, locale)} and {_point(last, locale)}"


def _lasting(first: str, last: str, locale: str) -> str:
    if last in {"", ".."}:
        return f"since {_point(first, locale)}"
    if first in {"", ".."}:
        return f"until {_point(last, locale)}"
    return _range(first, last, locale)


def _days(first: str, last: str) -> int:
    """Days from the first day to the last, both counted; many where they are no days."""
    low, high = bounds(first)[0], bounds(last)[1]
    if len(first) != 10 or len(last) != 10 or not low or not high:
        return 9999
    return (date.fromisoformat(high) - date.fromisoformat(low)).days + 1


def _range(first: str, last: str, locale: str) -> str:
    """`13–19 January 2025`, `30 December 2024 – 5 January 2025`; what both ends share is said once in English."""
    low, high = _point(first, locale), _point(last, locale)
    if not locale.startswith("en") or not re.fullmatch(r"[\w ]+", low + high):
        return f"{low} – {high}"
    one, other = low.split(), high.split()
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    kept = " ".join(one[: len(one) - shared])
    return f"{kept}–{high}" if " " not in kept and kept.isdigit() else f"{kept} – {high}"


def _point(text: str, locale: str) -> str:
    """A point in words, by the first form that it has."""
    plain = re.sub(r"[~?%]", "", text)
    for pattern, words in FORMS:
        if match := re.fullmatch(pattern, plain):
            try:
                return words(match, locale)
            except ValueError:  # a day that no calendar has
                return text
    return text


def _day(match: re.Match[str], locale: str) -> str:
    from babel.dates import format_date

    return format_date(date.fromisoformat(match.group()), "long", locale=locale)


def _month(match: re.Match[str], locale: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date(int(match[1]), int(match[2]), 1), locale=locale)


def _hour(match: re.Match[str], locale: str) -> str:
    zone = {None: "", "Z": " UTC"}.get(match[3], f" (UTC{match[3]})")
    return f"{_point(match[1], locale)}, {match[2]}{zone}"


def _month_and_day(match: re.Match[str], locale: str) -> str:
    from babel.dates import format_skeleton

    day = date(2000, int(match[1]), int(match[2]))  # a leap year
    return f"{format_skeleton('MMMMd', day, locale=locale)} (year not recorded)"


def _some_month(match: re.Match[str], locale: str) -> str:
    from babel.dates import format_date

    return f"{format_date(date(2000, int(match[1]), 1), 'LLLL', locale=locale)} (year not recorded)"


def _some_day(match: re.Match[str], locale: str) -> str:
    """`one day of 10–19 March 2031`, of which one digit is not known."""
    first, last = bounds(match.group())
    if not first:
        raise ValueError("no day of the month has such a number")
    return f"one day of {_range(first, last, locale)}"


def ordinal(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMS: tuple[tuple[str, Callable[[re.Match[str], str], str]], ...] = (
    (r"\d{4}", lambda match, _locale: match.group()),
    (r"(\d{4})-(2[1-4])", lambda match, _locale: f"{SEASONS[match[2]]} {match[1]}"),
    (r"(\d{4})-(\d\d)", _month),
    (r"\d{4}-\d\d-\d\d", _day),
    (r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?", _hour),
    (r"(\d{3})X", lambda match, _locale: f"the {match[1]}0s"),
    (r"(\d\d)XX", lambda match, _locale: f"the {ordinal(int(match[1]) + 1)} century"),
    (r"(\d{4})-XX(?:-XX)?", lambda match, _locale: f"{match[1]} (month not recorded)"),
    (r"(\d{4})-(\d\d)-XX", lambda match, locale: f"{_month(match, locale)} (day not recorded)"),
    (r"\d{4}-\d\d-\dX", _some_day),
    (r"XXXX-XX-(\d\d)", lambda match, _locale: f"the {ordinal(int(match[1]))} (month not recorded)"),
    (r"XXXX-(\d\d)-(\d\d)", _month_and_day),
    (r"XXXX-(\d\d)", _some_month),
)
"""Shape of a point → its words."""
