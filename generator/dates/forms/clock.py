"""Times of the day: `Friday morning`, `10:30 p.m. EST on Tuesday`, `noon`, `0600 UTC`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import Clock, DayPart, Deictic, Expression
from generator.dates.forms.days import DAYS
from generator.dates.forms.near import NEAR
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import ALONE, Parse, Rule, either
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import PART, ZONE, words

DAY = either(
    (*DAYS, *PERIODS, *NEAR), "month and day", "day and month", "ISO date", "numeric date", "weekday", "holiday",
    "day counted from now", "day of the month",
)  # fmt: skip
"""Whatever names a day."""

_THESE = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}
_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _day_part(match: re.Match[str], parse: Parse) -> Expression | None:
    said = match.groupdict().get("date")
    day = parse(said) if said else None
    return None if said and day is None else DayPart(lexicon.DAY_PARTS[match["part"].lower()], day)


def _this_part(match: re.Match[str], _parse: Parse) -> Expression:
    return DayPart(lexicon.DAY_PARTS[match["part"].lower()], Deictic("D", _THESE[match["which"].lower()]))


def _tonight(_match: re.Match[str], _parse: Parse) -> Expression:
    return DayPart("NI", Deictic("D", 0))


def _overnight(_match: re.Match[str], _parse: Parse) -> Expression:
    return DayPart("NI", Deictic("N", 0))


def _clock(match: re.Match[str], parse: Parse) -> Expression | None:
    groups = match.groupdict()
    said = groups.get("date")
    day = parse(said) if said else None
    time = _HOURS[match["word"].lower()] if groups.get("word") else _time(groups)
    return Clock(time, offset(groups.get("zone")), day) if time and (day or not said) else None


def _time(groups: dict[str, str | None]) -> str:
    """`22:30`; empty for an hour that no clock has."""
    hour, minute = int(groups["h"] or 0), int(groups.get("min") or 0)
    half = (groups.get("half") or "").replace(".", "").replace(" ", "").lower()
    if half:
        return f"{hour % 12 + (12 if half == 'pm' else 0):02}:{minute:02}" if 1 <= hour <= 12 else ""
    return f"{hour:02}:{minute:02}" if hour < 24 else ""


def offset(zone: str | None) -> str:
    """`-05:00`, `Z`; empty where the zone has no one offset."""
    if not zone:
        return ""
    counted = re.fullmatch(r"(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d\d))?", zone)
    return (
        f"{counted[1]}{int(counted[2]):02}:{counted[3] or '00'}"
        if counted
        else lexicon.ZONES.get(zone.lower(), "")
    )


def _o_clock(match: re.Match[str], _parse: Parse) -> Expression | None:
    said = match["h"].lower()
    hour = int(said) if said.isdigit() else lexicon.ONES.index(said)
    later = (match["part"] or "").lower() in {"afternoon", "evening"} and hour < 12
    return Clock(f"{hour + 12 if later else hour:02}:00") if hour < 24 else None


_EARLY = r"(?:(?i:early|late|earlier|later|mid)[ \xa0-])?"
_ZONE = rf"(?:{_}?\(?(?P<zone>{ZONE}))"
_TIME = (
    r"(?:(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d)(?:[:.][0-5]\d)?)?[ \xa0]?(?P<half>(?i:[ap]\.[ ]?m\.?|[ap]m\b))"
    rf"|(?P<word>{words(*_HOURS)}))"
)
_TIME_24 = r"(?P<h>[01]?\d|2[0-3])[:.h](?P<min>[0-5]\d)"
_HUNDREDS = r"(?P<h>[01]\d|2[0-3])[:.h]?(?P<min>[0-5]\d)"
_HRS = rf"(?:{_}(?i:hrs?|hours))?"
_AT = rf"(?:,?{_}(?i:at|around|about){_}|,?{_})"
_ON = rf"(?:,?{_}(?:(?i:on|of){_})?)"

CLOCK: tuple[Rule, ...] = (
    Rule(
        "part of a day",
        rf"{_EARLY}(?P<date>{DAY}),?{_}(?:(?i:in{_}the){_})?{_EARLY}(?P<part>{PART})",
        _day_part,
    ),
    Rule(
        "part of a day",
        rf"(?:(?i:the){_})?{_EARLY}(?P<part>{PART}){_}(?i:of|on|hours{_}of){_}(?P<date>{DAY})",
        _day_part,
    ),
    Rule(
        "part of a day",
        rf"(?P<part>{words('dawn', 'dusk', 'daybreak', 'nightfall')}){_}(?i:on){_}(?P<date>{DAY})",
        _day_part,
    ),
    Rule("part of a day", rf"{_EARLY}(?P<which>{words(*_THESE)}){_}{_EARLY}(?P<part>{PART})", _this_part),
    Rule("part of a day", rf"{_EARLY}(?i:tonight)", _tonight),
    Rule("part of a day", r"(?i:overnight)", _overnight, not_before="-"),
    Rule(
        "part of a day",
        rf"(?i:the){_}{_EARLY}(?P<part>{PART})",
        _day_part,
        after=r"\b(?i:in|during|throughout)[ \xa0]",
        before=ALONE,
    ),
    Rule("time of day", rf"{_TIME}{_ZONE}?", _clock),
    Rule("time of day", rf"{_TIME}{_ZONE}?{_ON}(?P<date>{DAY})", _clock),
    Rule("time of day", rf"(?P<date>{DAY}){_AT}{_TIME}{_ZONE}?", _clock),
    Rule("time of day", rf"{_HUNDREDS}{_HRS}{_}?\(?(?P<zone>{ZONE}|Z\b)", _clock),
    Rule("time of day", rf"{_HUNDREDS}{_HRS}{_}?(?P<zone>{ZONE}|Z\b){_ON}(?P<date>{DAY})", _clock),
    Rule(
        "time of day",
        rf"{_HUNDREDS}{_}(?i:hrs|hours)",
        _clock,
        after=r"\b(?i:at|until|from|by|since|around)[ \xa0]",
    ),
    Rule("time of day", rf"(?P<date>{DAY}){_AT}{_TIME_24}{_HRS}{_ZONE}?", _clock, not_before=r"[.:]\d|%"),
    Rule(
        "time of day",
        _TIME_24.replace("[:.h]", ":"),
        _clock,
        after=r"\b(?i:at|until|from|by|since|around)[ \xa0]",
        not_before=r"[.:]\d|[ \xa0]?[-–][ \xa0]?\d",
    ),
    Rule(
        "time of day",
        rf"(?P<h>\d{{1,2}}|{words(*lexicon.ONES[1:13])}){_}(?i:o['’]clock)(?:{_}(?i:in{_}the){_}(?P<part>(?i:morning|afternoon|evening)))?",
        _o_clock,
        not_before=rf"{_}(?:News|Show)\b",
    ),
)
