"""The words that English counts time with: tables, and the patterns made of them.

Patterns are strings without named groups, to be set into larger ones. `_` in the grammar's patterns is BLANK.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Month name or abbreviation, lower case and without a full stop → 1 to 12."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Name or abbreviation → ISO weekday, 1 is Monday."""

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
"""`first` is at 0."""

UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "2W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE",
}  # fmt: skip
"""Unit in the singular → TIMEX3 unit; a fortnight is two weeks."""

UNIT_WORDS = frozenset((*UNITS, *(f"{name}s" for name in UNITS), "centuries"))
MONTH_WORDS = frozenset(MONTHS)
WEEKDAY_WORDS = frozenset((*WEEKDAYS, *(f"{name}s" for name in WEEKDAYS)))
DIGITS = frozenset("0123456789")

DAY_PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "midday": "MI", "lunchtime": "MI", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "nightfall": "EV", "night": "NI", "overnight": "NI",
}  # fmt: skip
"""Part of the day → TIMEX3 code after the T."""

ZONES = {
    "utc": "Z", "gmt": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "pkt": "+05:00", "jst": "+09:00",
    "kst": "+09:00", "sgt": "+08:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00",
}  # fmt: skip
"""Time zone → offset. ET, CT, MT, PT change with the season and IST means three, so they are none of these."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

BLANK = r"(?:[ \t\xa0]{1,3})"


def words(*names: str) -> str:
    """Alternation of literal `names`, longest first, that ignores case and takes any blank for a space."""
    literal = (re.escape(name).replace("\\ ", BLANK) for name in sorted(names, key=len, reverse=True))
    return "(?i:" + "|".join(literal) + ")"


FULL_MONTHS = tuple(name.capitalize() for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})
FULL_MONTH = "(?:" + "|".join((*FULL_MONTHS, *(name.upper() for name in FULL_MONTHS))) + ")"
_SHORT_MONTHS = [name for name in MONTHS if len(name) < 5 and name not in {"may", "june", "july"}]
SHORT_MONTH = (
    "(?:"
    + "|".join(
        case(name)
        for name in sorted(_SHORT_MONTHS, key=len, reverse=True)
        for case in (str.capitalize, str.upper)
    )
    + r")\b\.?"
)
MONTH = f"(?:{FULL_MONTH}\\b|{SHORT_MONTH})"

_FULL_WEEKDAYS = [name for name in WEEKDAYS if name.endswith("day")]
FULL_WEEKDAY = (
    "(?:"
    + "|".join(case(name) for name in _FULL_WEEKDAYS for case in (str.capitalize, str.upper, str.lower))
    + ")"
)
SHORT_WEEKDAY = (
    "(?:"
    + "|".join(
        name.capitalize() for name in sorted(WEEKDAYS, key=len, reverse=True) if not name.endswith("day")
    )
    + r")\b"
)
WEEKDAY = f"(?:{FULL_WEEKDAY}\\b|{SHORT_WEEKDAY}\\.?)"

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL_DAY = rf"(?:{DAY}(?:st|nd|rd|th))"
ORDINAL_WORD = words(*ORDINALS, "twenty-first", "twenty-second", "twenty-third", "thirtieth", "thirty-first")
YEAR = r"(?:(?:1\d|20)\d\d)"
SHORT_YEAR = r"(?:['’‘]\d\d)"

_TENS_AND_ONES = rf"{words(*TENS)}(?:[- ]{words(*ONES[1:10])})?"
_WORDS = words(*ONES[1:], "hundred", "a hundred", "a dozen")
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|{_TENS_AND_ONES}|{_WORDS})"
VAGUE = words(
    "several", "a few", "few", "some", "many", "a number of", "dozens of", "hundreds of", "thousands of",
    "countless", "numerous", "various",
)  # fmt: skip
_HALVES = {
    said: number + 0.5
    for number, word in enumerate(ONES)
    for said in (f"{word} and a half", f"{word}-and-a-half")
    if number
}
_SPECIAL_COUNTS = _HALVES | {
    "a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "a couple of": 2.0, "a couple": 2.0,
    "a quarter of a": 0.25, "a quarter of an": 0.25, "a quarter": 0.25, "quarter of a": 0.25,
    "a dozen": 12.0, "a hundred": 100.0, "hundred": 100.0,
}  # fmt: skip
"""Counts that are more than a number's word."""
COUNT = rf"(?:{NUMBER}(?:{BLANK}(?:to|or){BLANK}|[-–]){NUMBER}|{NUMBER}|{VAGUE}|{words(*_SPECIAL_COUNTS)})"
_UNITS = [*(f"{name}s" for name in UNITS if name != "century"), *UNITS, "centuries"]
UNIT = rf"(?:(?!(?i:second\b)){words(*_UNITS)}\b)"
"""A unit of time, singular or plural; `second` alone is a number."""
UNITS_ALONE = r"(?:(?i:minutes|hours|days|weeks|months|years|decades|centuries)\b)"
CALENDAR_UNIT = r"(?:(?i:day|week|weekend|month|quarter|year|decade|century)\b)"
PART = words("morning", "afternoon", "evening", "night")
SEASON = words(*SEASONS)
ZONE = (
    r"(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    + "|".join(
        sorted(
            (name.upper() for name in ZONES if len(name) > 2 and name not in {"utc", "gmt"}),
            key=len,
            reverse=True,
        )
    )
    + r"|ET|CT|MT|PT|IST|(?i:local)[ \xa0](?i:time)|(?:[A-Z][a-z]+[ ]){1,3}[Tt]ime"
    r"|(?:Eastern|Central|Mountain|Pacific)(?:[ ][A-Z]\w+)?)(?!\w)"
)


def month(name: str) -> int:
    """Number of a month's name or abbreviation."""
    return MONTHS[name.rstrip(".").lower()]


def weekday(name: str) -> int:
    """ISO number of a weekday's name or abbreviation."""
    return WEEKDAYS[name.rstrip(".").lower()]


def unit(name: str) -> str:
    """TIMEX3 unit of a word, singular or plural."""
    lower = name.lower()
    return UNITS["century" if lower == "centuries" else lower if lower in UNITS else lower.removesuffix("s")]


def ordinal(name: str) -> int:
    """`3rd`, `third`, `twenty-first` → 3, 3, 21."""
    lower = name.lower()
    if lower[0].isdigit():
        return int(re.match(r"\d+", lower).group())  # type: ignore[union-attr]
    tens, _, ones = lower.partition("-")
    if ones:
        return {"twenty": 20, "thirty": 30}[tens] + ORDINALS.index(ones) + 1
    return 30 if lower == "thirtieth" else ORDINALS.index(lower) + 1


def count(text: str) -> float | None:
    """The number that `text` means; None where it is vague: `several`, `three to five`."""
    lower = " ".join(text.lower().split())
    if lower in _SPECIAL_COUNTS:
        return _SPECIAL_COUNTS[lower]
    if re.fullmatch(r"[\d,]+(?:\.\d+)?", lower):
        return float(lower.replace(",", ""))
    if lower in ONES:
        return float(ONES.index(lower))
    tens, *ones = re.split(r"[- ]", lower)
    if tens in TENS and (not ones or ones[0] in ONES):
        return float(20 + 10 * TENS.index(tens) + (ONES.index(ones[0]) if ones else 0))
    return None
