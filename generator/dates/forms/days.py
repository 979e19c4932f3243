"""Days and months by name or number: `14 January 2025`, `the 13th`, `Friday`, `03/04/2025`, `March 3-5`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import (
    CalendarDate,
    Expression,
    Interval,
    NamedDay,
    NumericDate,
    Weekday,
    Which,
)
from generator.dates.forms.rule import ALONE, Parse, Rule
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import (
    DAY,
    FULL_MONTH,
    FULL_WEEKDAY,
    MONTH,
    ORDINAL_DAY,
    ORDINAL_WORD,
    SHORT_WEEKDAY,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    words,
)

DETERMINERS: dict[str, Which] = {
    "last": "last", "this past": "last", "the past": "last", "past": "last", "the last": "last",
    "this": "this", "that": "this", "the same": "this", "this coming": "coming", "this upcoming": "coming",
    "the coming": "coming", "coming": "coming", "the upcoming": "coming", "upcoming": "coming", "next": "next",
    "the next": "following", "the following": "following", "the previous": "previous",
}  # fmt: skip
"""What stands before a weekday, month or season → which one is meant."""

YEAR_WORDS = words(
    "this year", "last year", "next year", "that year", "the same year", "the following year", "the previous year",
    "the current year",
)  # fmt: skip
WHICH = rf"(?P<which>{words(*DETERMINERS)}{_})"
OF_YEAR = rf"(?:(?:,{_}?|{_}|{_}of{_}|,{_}in{_})(?P<y>{YEAR}|{YEAR_WORDS}|{SHORT_YEAR}))"
"""A year after a day, month, quarter, season or holiday."""


def which(match: re.Match[str]) -> Which:
    """What the group `which` says; nothing where there is none."""
    said = match.groupdict().get("which") or ""
    return DETERMINERS.get(" ".join(said.lower().split()), "")


def year_number(digits: str) -> int:
    """`2025`, `'98`: two digits lie between 1950 and 2049."""
    number = int(digits.lstrip("'’‘"))
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def year_of(match: re.Match[str], parse: Parse) -> "int | Expression | None":
    """The year of the group `y`, in digits or in words."""
    said = match.groupdict().get("y")
    if not said:
        return None
    return year_number(said) if said[-1].isdigit() else parse(said)


def _month_day(match: re.Match[str], parse: Parse) -> Expression:
    weekday = match.groupdict().get("w")
    return CalendarDate(
        year_of(match, parse),
        lexicon.month(match["m"]),
        lexicon.ordinal(match["d"]),
        lexicon.weekday(weekday) if weekday else None,
    )


def _month_days(match: re.Match[str], parse: Parse) -> Expression | None:
    year, month = year_of(match, parse), lexicon.month(match["m"])
    first, last = lexicon.ordinal(match["d"]), lexicon.ordinal(match["e"])
    interval = Interval(CalendarDate(year, month, first), CalendarDate(year, month, last))
    return interval if first < last else None


def _months(match: re.Match[str], parse: Parse) -> Expression:
    year, first, last = year_of(match, parse), lexicon.month(match["m"]), lexicon.month(match["n"])
    return Interval(CalendarDate(year, first), CalendarDate(year, last))


def _month(match: re.Match[str], parse: Parse) -> Expression:
    return CalendarDate(year_of(match, parse), lexicon.month(match["m"]), which=which(match))


def _day(match: re.Match[str], parse: Parse) -> Expression:
    month = match["month"]
    return CalendarDate(month=parse(month) if month else None, day=lexicon.ordinal(match["d"]))


def _iso(match: re.Match[str], _parse: Parse) -> Expression | None:
    month, day = int(match["m"]), int(match["d"])
    return CalendarDate(int(match["y"]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _numeric(match: re.Match[str], _parse: Parse) -> Expression | None:
    first, second, year = int(match["a"]), int(match["b"]), year_number(match["y"])
    if not (0 < first <= 31 and 0 < second <= 31) or (first > 12 and second > 12):
        return None
    if first > 12 or (match["sign"] == "." and second <= 12):
        return CalendarDate(year, second, first)
    return CalendarDate(year, first, second) if second > 12 else NumericDate(first, second, year)


def _weekday(match: re.Match[str], parse: Parse) -> Expression:
    week = match.groupdict().get("week")
    return Weekday(lexicon.weekday(match["w"]), which(match), parse(week) if week else None)


_LEAD = (
    r"(?:^|[\s(“\"‘—–-])(?i:in|since|by|until|till|from|of|during|before|after|through|throughout|between|and|or|to|on|around|"
    r"over|for|as|early|late|mid|than)[ \xa0-]"
)
"""What stands before a bare month that might be a name or a verb."""
_ON = (
    r"(?:^|[\s(“\"‘—–-])(?i:on|by|for|until|till|since|from|before|after|to|through|between|and|of|as|than)"
    r"[ \xa0]"
)
_NAME = (
    r"[ \xa0](?!(?:Street|St|Avenue|Ave|Amendment|District|Circuit|Congress|Division|Army|Brigade|Corps|Infantry|"
    r"Regiment|Annual|Century|Party|National|International|Summit|World|Floor)\b)[A-Z]"
)
"""A name that begins a clause, as opposed to one that the ordinal counts."""
_NAMED_DAY = (
    r"\b(?:Ash|Black|Bloody|Cyber|Easter|Giving|Good|Holy|Maundy|Palm|Ruby|Sheffield|Shrove|Super|Whit)"
    r"[ \xa0]"
)
"""Words that make a name of a weekday."""
_COUNTED = r"[:.]\d|,\d{3}|%|[ \xa0](?i:percent|people|[ap]\.?m)\b"
_DASH = rf"(?:{_}?[-–—]{_}?|{_}(?:to|through|until|and){_}(?:the{_})?)"
_NEAR_MONTH = words("this month", "last month", "next month", "that month")
_ANY_DAY = rf"(?:{ORDINAL_DAY}|{DAY})"
_W = rf"(?:(?P<w>{WEEKDAY}),?{_}(?:the{_})?)?"
_NEAR_WEEK = rf"(?:{_}(?:of{_})?(?P<week>{words('this week', 'last week', 'next week', 'that week')}))?"
_NAMES = r"(?!(?i:may|march|august|april|june)\b)"
"""Months that are nothing else."""

NAMED_DAYS: tuple[tuple[NamedDay, str], ...] = (
    (NamedDay(2001, 9, 11), "terror|attack|hijack"),
    (NamedDay(2005, 7, 7), "London bombings|bombings"),
    (NamedDay(2021, 1, 6), "attack|insurrection|riot|committee|defendants|mob|Capitol"),
    (NamedDay(2023, 10, 7), "attack|massacre|assault|raid|onslaught|atrocit"),
)
"""Days that are known by month and day, and a word that stands behind them then: `the January 6 riot`."""


def named_day(said: Expression | None, text: str, end: int) -> Expression | None:
    """`said`, or the day that is known by these numbers, where a word of that day stands behind `end`."""
    if not isinstance(said, CalendarDate) or said.year is not None:
        return said
    for day, what in NAMED_DAYS:
        if (said.month, said.day) == (day.month, day.day) and re.compile(
            rf",?[ \xa0](?:[\w.]+[ \xa0])?(?:{what})"
        ).match(text, end):
            return day
    return said


DAYS: tuple[Rule, ...] = (
    Rule(
        "named day",
        "9/11",
        lambda _match, _parse: CalendarDate(2001, 9, 11),
        not_before="/",
        needs=({"9"}, {"1"}),
    ),
    Rule("ISO date", rf"(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)", _iso, needs=(lexicon.DIGITS,)),
    Rule("ISO date", rf"(?P<y>{YEAR})/(?P<m>\d\d?)/(?P<d>\d\d?)", _iso, needs=(lexicon.DIGITS,)),
    Rule(
        "numeric date",
        rf"(?P<a>\d\d?)(?P<sign>[/.])(?P<b>\d\d?)[/.](?P<y>{YEAR}|\d\d)",
        _numeric,
        not_after=r"[\d./]|\b(?i:version|v|firmware|release|ios|android)[ \xa0]?",
        not_before=r"[./]\d",
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "month and day",
        rf"{_W}(?P<m>{MONTH}){_}(?:the{_})?(?P<d>{_ANY_DAY}){OF_YEAR}?",
        _month_day,
        not_before=_COUNTED,
        needs=(lexicon.DIGITS, lexicon.MONTH_WORDS),
    ),
    Rule(
        "day and month",
        rf"{_W}(?:the{_})?(?P<d>{_ANY_DAY}){_}(?:of{_})?(?P<m>{MONTH}){OF_YEAR}?",
        _month_day,
        needs=(lexicon.DIGITS, lexicon.MONTH_WORDS),
    ),
    Rule(
        "day and month",
        rf"(?P<d>{DAY})-(?P<m>{MONTH})-(?P<y>{YEAR}|\d\d)",
        _month_day,
        needs=(lexicon.DIGITS, lexicon.MONTH_WORDS),
    ),
    Rule(
        "day and month",
        rf"{_W}(?:the{_})?(?P<d>{ORDINAL_WORD}){_}of{_}(?P<m>{MONTH}){OF_YEAR}?",
        _month_day,
        needs=(lexicon.MONTH_WORDS,),
    ),
    Rule(
        "days of a month",
        rf"(?P<m>{MONTH}){_}(?P<d>{_ANY_DAY}){_DASH}(?P<e>{_ANY_DAY}){OF_YEAR}?",
        _month_days,
        not_before=_COUNTED,
        needs=(lexicon.DIGITS, lexicon.MONTH_WORDS),
    ),
    Rule(
        "days of a month",
        rf"(?:the{_})?(?P<d>{_ANY_DAY}){_DASH}(?P<e>{_ANY_DAY}){_}(?:of{_})?(?P<m>{MONTH}){OF_YEAR}?",
        _month_days,
        needs=(lexicon.DIGITS, lexicon.MONTH_WORDS),
    ),
    Rule(
        "months",
        rf"(?P<m>{MONTH}){_}?[-–]{_}?(?P<n>{MONTH}){OF_YEAR}?",
        _months,
        needs=(lexicon.MONTH_WORDS,),
    ),
    Rule("month and year", rf"(?P<m>{MONTH}){OF_YEAR}", _month, needs=(lexicon.MONTH_WORDS,)),
    Rule("month", rf"{WHICH}?(?P<m>{_NAMES}{FULL_MONTH})", _month, needs=(lexicon.MONTH_WORDS,)),
    Rule("month", rf"{WHICH}(?P<m>{FULL_MONTH})", _month, needs=(lexicon.MONTH_WORDS,)),
    Rule(
        "month",
        rf"(?P<m>(?!(?:Jan|Mar|Jun)\b(?!\.)){MONTH})",
        _month,
        after=_LEAD,
        ambiguous=True,
        needs=(lexicon.MONTH_WORDS,),
    ),
    Rule(
        "month",
        rf"(?P<m>{FULL_MONTH})",
        _month,
        before=r"['’]s\b",
        ambiguous=True,
        needs=(lexicon.MONTH_WORDS,),
    ),
    Rule(
        "month alone",
        r"(?P<m>April|June|August)",
        _month,
        ambiguous=True,
        needs=({"april", "august", "june"},),
    ),
    Rule(
        "day of the month",
        rf"(?i:the){_}(?P<d>{ORDINAL_DAY})(?:{_}of{_}(?P<month>{_NEAR_MONTH}))?",
        _day,
        after=_ON,
        before=rf"(?!{_}of\b)(?:{ALONE}|{_NAME})",
        not_after=r"(?i:\bone|each)[ \xa0]of[ \xa0]",
        needs=(lexicon.DIGITS, {"st", "nd", "rd", "th"}),
    ),
    Rule(
        "day of the month",
        rf"(?i:the){_}(?P<d>{ORDINAL_DAY})(?P<month>)",
        _day,
        after=r"(?:^|[\s(“\"‘—–-])(?i:on|by|until|till|since|from|before|after)[ \xa0]",
        before=r"[ \xa0][a-z]",
        ambiguous=True,
        needs=(lexicon.DIGITS, {"st", "nd", "rd", "th"}),
    ),
    Rule(
        "weekday",
        rf"{WHICH}?(?P<w>{FULL_WEEKDAY}){_NEAR_WEEK}",
        _weekday,
        not_after=rf"{_NAMED_DAY}|\b(?i:every|each)[ \xa0]{FULL_WEEKDAY}[ \xa0](?i:and|or)[ \xa0]",
        needs=(lexicon.WEEKDAY_WORDS,),
    ),
    Rule(
        "weekday",
        rf"(?P<week>{words('this week', 'last week', 'next week')})['’]s{_}(?P<w>{FULL_WEEKDAY})",
        _weekday,
        needs=({"week"}, lexicon.WEEKDAY_WORDS),
    ),
    Rule(
        "weekday",
        rf"(?P<w>{SHORT_WEEKDAY}\.?)",
        _weekday,
        after=r"(?:^|[\s(])(?i:on|by|until|since|last|next|this|late|early|from|to)[ \xa0]",
        ambiguous=True,
        needs=(lexicon.WEEKDAY_WORDS,),
    ),
    Rule(
        "weekday", rf"(?P<w>(?!Sat|Sun|Wed|Mon){SHORT_WEEKDAY}\.)", _weekday, needs=(lexicon.WEEKDAY_WORDS,)
    ),
)
