"""Figures of speech of the pages: dates, numbers, how something is said. Pages are in English."""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator import dates
from generator.model import Resolution, StatementView

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
REFERENCES = {
    "PRESENT_REF": "the time of writing",
    "PAST_REF": "some time before",
    "FUTURE_REF": "some time to come",
}
"""TIMEX3 values that have no place on the calendar."""
LENGTH = re.compile(r"P(?P<time>T?)(?P<number>[\d.]+|X)(?P<unit>[YMWDQHS]|DE|CE)")
UNITS = {
    "CE": "century", "DE": "decade", "Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day",
    "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
MODS = {
    "APPROX": "about ",
    "MORE_THAN": "more than ",
    "LESS_THAN": "less than ",
    "EQUAL_OR_MORE": "at least ",
    "EQUAL_OR_LESS": "at most ",
}
"""TIMEX3 mods of a length of time."""
MODES = {
    "direct": "quoted",
    "indirect": "reported",
    "mixed": "partly quoted",
    "inference": "inferred by the article",
}
CERTAINTIES = {"hedged": "with reservation", "denied": "as a denial"}
DAY_WITHIN = re.compile(r"\[\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d\]")
BY_HAND = "by hand"
"""The rule, and the source of a date of publication, that is a person's word."""
DATED_FROM = {BY_HAND: "inferred by an editor", "sidecar": "given with the article"}
"""Sources of a date of publication that have another name for a reader than for who keeps the files."""


MONTH = re.compile("|".join(MONTHS))
OPENING = re.compile(r"\A(?:The|An?|His|Her|Their|Its|Some|Both|Several|One|Two|Other)\b(?= [a-z])")
"""A word that is no name, before one that is no name either."""


@lru_cache(maxsize=4096)
def date(edtf: str) -> str:
    """An EDTF date in words; `not recorded` for none.

    One day somewhere in `[a..b]` is kept apart from `a/b`, which lasts all these days.
    """
    in_words = dates.in_words(edtf)
    return f"one day of {in_words}" if DAY_WITHIN.fullmatch(edtf) and in_words[0].isdigit() else in_words


def short_date(edtf: str) -> str:
    """An EDTF date in words, the months as three letters: `14 Jan 2031`."""
    return MONTH.sub(lambda match: match.group()[:3], date(edtf))


def machine(edtf: str) -> str:
    """What HTML's `datetime` accepts of `edtf`: a day, month or year; empty: no such value."""
    return edtf if edtf == dates.calendar_date(edtf) else ""


def meaning(resolution: Resolution) -> str:
    """What a time expression was read as."""
    if resolution.edtf:
        return date(resolution.edtf)
    length = LENGTH.fullmatch(resolution.value)
    if length:
        unit = UNITS[length["time"] + length["unit"]]
        said = _length(length["number"], unit, each=resolution.type == "SET")
        return MODS.get(resolution.mod, "") + said
    if resolution.value.startswith("XXXX"):
        return "a time that the text does not place on the calendar"
    return REFERENCES.get(resolution.value) or resolution.value or "not understood"


def _length(number: str, unit: str, *, each: bool) -> str:
    """`three years`, `every year`, `some years`."""
    many = "centuries" if unit == "century" else f"{unit}s"
    if each:
        return f"every {unit}" if number == "1" else f"every {'few' if number == 'X' else number} {many}"
    if number == "X":
        return f"some {many}"
    return f"{number} {unit if number == '1' else many}"


def known_by(resolution: Resolution) -> str:
    """What a time expression was read as, against what and by which rule."""
    if resolution.rule == BY_HAND:
        return f"{meaning(resolution)}, inferred by an editor."
    against = f"Counted from {date(resolution.against)}." if resolution.against else ""
    rule = dates.RULES.get(resolution.rule, resolution.rule and f"Rule: {resolution.rule}.")
    read = f"{meaning(resolution)}."
    if rule and rule.casefold() == read.casefold():
        rule = ""
    return " ".join(part for part in (read, rule, against) if part)


def how(view: StatementView) -> str:
    """How something is said: `quoted, with reservation, in: a briefing`."""
    said = view.statement
    parts = (
        MODES[said.mode],
        CERTAINTIES.get(said.certainty, ""),
        "speaker not named" if said.anonymous else "",
        f"via {said.via}" if said.via else "",
        f"in: {said.venue}" if said.venue else "",
    )
    return ", ".join(part for part in parts if part)


def capital(value: str) -> str:
    """`value` as it stands at the beginning of a line; `iPhone` and `eBay` stay as they are."""
    return value if value[1:2].isupper() else value[:1].upper() + value[1:]


def inside(value: str) -> str:
    """`value` as it stands within a line: `The parties` without the capital that began its sentence."""
    return OPENING.sub(lambda match: match.group().lower(), value, count=1)


def series(parts: Sequence[str], joint: str) -> str:
    """`date`, `date or statement`, `date, event or statement`; of nothing, empty."""
    *others, last = parts or ("",)
    return f"{', '.join(others)} {joint} {last}" if others else last


def count(number: int, one: str, many: str = "") -> str:
    """`1 article`, `1,204 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def reviewed(done: int, total: int, unit: str) -> str:
    """`3 of 49 statements reviewed by a person`, `none of 6 … reviewed by a person yet`; of nothing, empty."""
    if total <= 1:
        return f"the one {unit} {'' if done else 'not yet '}reviewed by a person" if total else ""
    share = f"{done:,}" if done else "none"
    return f"{share} of {count(total, unit)} reviewed by a person{'' if done else ' yet'}"
