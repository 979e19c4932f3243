"""Times of the day: `Friday morning`, `10:30 p.m. EST on Tuesday`, `noon`, `0600 UTC`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import Clock, DayPart, Deictic, Expression
from generator.dates.forms.days import DAYS
from generator.dates.forms.near import NEAR
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import ALONE, Parse, Rule, either, nested
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import PART, ZONE, words

DAY = either(
    (*DAYS, *PERIODS, *NEAR), "month and day", "day and month", "ISO date", "numeric date", "weekday", "holiday",
    "day counted from now", "day of the month",
)  # fmt: skip
"""Whatever names a day."""

_THESE = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}
_MINUTES = {
    "half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15,
}  # fmt: skip
_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _day_part(match: re.Match[str], parse: Parse) -> Expression | None:
    said = match.groupdict().get("date")
    day = parse(said) if said else None
    return None if said and day is None else DayPart(lexicon.DAY_PARTS[match["part"].lower()], day)


def _this_part(match: re.Match[str], _parse: Parse) -> Expression:
    return DayPart(lexicon.DAY_PARTS[match["part"].lower()], Deictic("D", _THESE[match["which"].lower()]))


def _tonight(_match: re.Match[str], _parse: Parse) -> Expression:
    return DayPart("NI", Deictic("N", 0))


def _overnight(match: re.Match[str], parse: Parse) -> Expression:
    said = match["date"]
    return DayPart("NI", parse(said) if said else Deictic("N", -1))


def _early_hours(match: re.Match[str], parse: Parse) -> Expression | None:
    said = match["date"]
    day = parse(said) if said else None
    return DayPart("MO", day.of if isinstance(day, DayPart) else day) if day or not said else None


def _clock(match: re.Match[str], parse: Parse) -> Expression | None:
    groups = match.groupdict()
    said = groups.get("date")
    day = parse(said) if said else None
    time = _HOURS[match["word"].lower()] if groups.get("word") else _time(groups)
    if isinstance(day, DayPart) and not groups.get("half"):
        time = _in_part(time, day.part)
    return Clock(time, offset(groups.get("zone")), day) if time and (day or not said) else None


def _in_part(time: str, part: str) -> str:
    """`08:30` of an evening is `20:30`."""
    hour = int(time[:2] or 0)
    late = 1 <= hour < 12 and (part in {"AF", "EV"} or (part == "NI" and hour >= 6))  # 5 at night is early
    return f"{hour + 12}{time[2:]}" if late else time


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


def _o_clock(match: re.Match[str], parse: Parse) -> Expression | None:
    """`nine o'clock`, `half past nine`, `seven in the evening`."""
    said, past = match["h"].lower(), " ".join((match.groupdict().get("past") or "").lower().split())
    hour = int(said) if said.isdigit() else lexicon.ONES.index(said)
    minutes = _MINUTES[past] if past else 0
    time = f"{hour - (minutes < 0):02}:{minutes % 60:02}"
    part, date = match.groupdict().get("part"), match.groupdict().get("date")
    day = parse(date) if date else None
    if hour > 12 and part:
        return None
    if isinstance(day, DayPart):
        time = _in_part(time, day.part)
    if part:
        time = _in_part(time, lexicon.DAY_PARTS[part.lower()])
    return Clock(time, "", day) if hour < 24 else None


_EARLY = rf"(?:(?i:early|late|earlier|later|mid)[ \xa0-](?:(?i:on){_})?)?"
_WHEN = rf"{DAY}(?:,?{_}(?:(?i:in{_}the){_})?{PART})?"
"""A day, or a part of it."""
_ZONE = rf"(?:{_}?\(?\b(?P<zone>{ZONE}))"
_TIME = (
    r"(?:(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d)(?:[:.][0-5]\d)?)?[ \xa0]?(?P<half>(?i:[ap]\.[ ]?m\.?|[ap]m\b))"
    rf"|(?P<word>{words(*_HOURS)}))"
)
_TIMES = {"am", "pm", "m", *_HOURS}
"""One of these is in every `_TIME`; `a.m.` has the last."""
_HOUR = rf"(?P<h>\d{{1,2}}|{words(*lexicon.ONES[1:13])})"
_AT_ABOUT = r"\b(?i:at|until|from|by|since|around|about|before|after)[ \xa0]"
_TIME_24 = r"(?P<h>[01]?\d|2[0-3])[:.h](?P<min>[0-5]\d)"
_HUNDREDS = r"(?P<h>[01]\d|2[0-3])[:.h]?(?P<min>[0-5]\d)"
_HH_MM = r"(?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)"
_HRS = rf"(?:{_}(?i:hrs?|hours))?"
_AT = rf"(?:,?{_}(?i:at|around|about){_}|,?{_})"
_ON = rf"(?:,?{_}(?:(?i:on|of){_})?)"

CLOCK: tuple[Rule, ...] = (
    Rule(
        "part of a day",
        rf"{_EARLY}(?P<date>{DAY}),?{_}(?:(?i:in{_}the){_})?{_EARLY}(?P<part>{PART})",
        _day_part,
        needs=(lexicon.DAY_PARTS.keys(),),
    ),
    Rule(
        "part of a day",
        rf"(?:(?i:the){_})?{_EARLY}(?P<part>{PART}|{words('dawn', 'dusk', 'daybreak', 'nightfall')}){_}"
        rf"(?i:of|on|hours{_}of){_}(?P<date>{DAY})",
        _day_part,
        needs=(lexicon.DAY_PARTS.keys(),),
    ),
    Rule(
        "part of a day",
        rf"{_EARLY}(?P<which>{words(*_THESE)}){_}{_EARLY}(?P<part>{PART})",
        _this_part,
        needs=({"afternoon", "evening", "morning", "night"},),
    ),
    Rule("part of a day", rf"{_EARLY}(?i:tonight)", _tonight, needs=({"tonight"},)),
    Rule(
        "part of a day",
        rf"(?i:overnight)(?:{_}(?:(?i:on){_})?(?P<date>{DAY}))?",
        _overnight,
        not_before="-",
        needs=({"overnight"},),
    ),
    Rule(
        "part of a day",
        rf"(?i:the){_}{_EARLY}(?P<part>{PART})",
        _day_part,
        after=r"\b(?i:in|during|throughout)[ \xa0]",
        before=ALONE,
        needs=({"afternoon", "evening", "morning", "night"},),
    ),
    Rule(
        "part of a day",
        rf"(?i:the){_}(?i:early|small|wee)(?:{_}(?i:morning))?{_}(?i:hours)(?:{_}(?i:of|on){_}(?P<date>{_WHEN}))?",
        _early_hours,
        needs=({"hours"},),
    ),
    Rule(
        "time of day",
        rf"{_TIME}{_ZONE}?(?:{_ON}(?P<date>{_WHEN}))?",
        _clock,
        needs=(_TIMES,),
    ),
    Rule(
        "time of day",
        rf"(?P<date>{DAY}){_AT}{_TIME}{_ZONE}?",
        _clock,
        needs=(_TIMES,),
    ),
    Rule(
        "time of day",
        rf"{_HUNDREDS}{_HRS}{_}?\(?(?P<zone>{ZONE}|Z\b)(?:{_ON}(?P<date>{DAY}))?",
        _clock,
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        rf"{_HUNDREDS}{_}(?i:hrs|hours)",
        _clock,
        after=_AT_ABOUT,
        needs=(lexicon.DIGITS, {"hrs", "hours"}),
    ),
    Rule(
        "time of day",
        rf"(?P<date>{DAY}){_AT}{_TIME_24}{_HRS}{_ZONE}?",
        _clock,
        not_before=r"[.:]\d|%",
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        rf"{_TIME_24}{_}(?i:on){_}(?P<date>{_WHEN})",
        _clock,
        after=_AT_ABOUT,
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        _TIME_24.replace("[:.h]", ":"),
        _clock,
        after=_AT_ABOUT,
        not_before=r"[.:]\d|[ \xa0]?[-–][ \xa0]?\d",
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        _HH_MM,
        _clock,
        before=rf"[ \xa0]?[-–][ \xa0]?{nested(_HH_MM)}(?![\d:.]\d)",
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        _HH_MM,
        _clock,
        after=rf"(?<![\d:.]){nested(_HH_MM)}[ \xa0]?[-–][ \xa0]?",
        not_before=r"[:.]\d",
        needs=(lexicon.DIGITS,),
    ),
    Rule(
        "time of day",
        rf"{_HOUR}{_}(?i:o['’]clock)(?:{_}(?i:in{_}the){_}(?P<part>(?i:morning|afternoon|evening)))?",
        _o_clock,
        not_before=rf"{_}(?:News|Show)\b",
        needs=({"clock"},),
    ),
    Rule(
        "time of day",
        rf"{_HOUR}{_}(?i:in{_}the){_}(?P<part>(?i:morning|afternoon|evening))",
        _o_clock,
        after=_AT_ABOUT,
        needs=({"afternoon", "evening", "morning"},),
    ),
    Rule(
        "time of day",
        rf"(?P<past>{words(*_MINUTES)}){_}{_HOUR}(?:{_}(?:(?i:in{_}the){_}(?P<part>(?i:morning|afternoon|evening))"
        rf"|(?i:on){_}(?P<date>{_WHEN})))?",
        _o_clock,
        before=r"(?![ \xa0](?i:million|billion|percent|per|years|people|years)\b)",
        after=r"(?i:\b(?:at|until|by|since|around|about|before|after|from|past|[,;—–])|,|^|\.)[ \xa0]?",
        needs=({"past", "quarter"},),
    ),
)
