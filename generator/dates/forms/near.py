"""Days and periods counted from now or from an earlier date: `yesterday`, `this week`, `that year`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import Anaphoric, DayPart, Deictic, Edge, Expression
from generator.dates.forms.rule import ALONE, CLOSED, Parse, Rule
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import CALENDAR_UNIT, PART, words

NEAR_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip

_OFFSETS = {
    "last": -1, "the past": -1, "this past": -1, "this": 0, "the current": 0, "the present": 0,
    "this coming": 1, "the coming": 1,
    "the upcoming": 1, "next": 1,
}  # fmt: skip
"""What stands before a unit → units from this one."""
_EARLIER_OFFSETS = {
    "that": 0, "the same": 0, "that same": 0, "that very": 0, "the previous": -1, "the preceding": -1,
    "the prior": -1,    "the following": 1, "the next": 1, "the ensuing": 1, "the subsequent": 1,
}  # fmt: skip


def _before_last(match: re.Match[str], _parse: Parse) -> Expression:
    return Deictic(lexicon.unit(match["u"]), -2 if match["way"] else 2)


def _near_day(match: re.Match[str], _parse: Parse) -> Expression:
    day = Deictic("D", NEAR_DAYS[" ".join(match["day"].lower().split())])
    edge = {"early": "START", "late": "END"}.get((match["early"] or "").strip().lower())
    return Edge(edge, day) if edge else day  # type: ignore[arg-type]


def _deictic(match: re.Match[str], _parse: Parse) -> Expression | None:
    offset = _OFFSETS.get(" ".join(match["which"].lower().split()), 0)  # a bare `the` is this one
    if lexicon.unit(match["u"]) == "D" and offset < 0:
        return None  # `her last day` is no yesterday
    said = (match["early"] or "").lower().split()
    part = said[0] if said else ""
    unit = lexicon.unit(match["u"])
    if match["fiscal"] and unit == "Y":
        unit = "FY"
    if part in {"early", "late"}:
        return Edge("START" if part == "early" else "END", Deictic(unit, offset))
    return Deictic(unit, offset, part)  # type: ignore[arg-type]


def _anaphoric(match: re.Match[str], _parse: Parse) -> Expression:
    offset = _EARLIER_OFFSETS[" ".join(match["which"].lower().split())]
    inner = _day_part_or_unit(match["u"].lower(), offset)
    edge = {"early": "START", "late": "END"}.get(
        (match["early"] or "").split(maxsplit=1)[0].lower() if match["early"] else ""
    )
    return Edge(edge, inner) if edge else inner  # type: ignore[arg-type]


def _within_the(match: re.Match[str], _parse: Parse) -> Expression:
    unit = lexicon.unit(match["u"])
    return Anaphoric("D", 0) if unit == "D" else Deictic(unit, 0, match["early"].lower())  # type: ignore[arg-type]


def _before_or_after(match: re.Match[str], _parse: Parse) -> Expression:
    return _day_part_or_unit(match["u"].lower(), -1 if match["way"].lower() == "before" else 1)


def _day_part_or_unit(word: str, offset: int) -> Expression:
    if word in lexicon.DAY_PARTS:
        return DayPart(lexicon.DAY_PARTS[word], Anaphoric("D", offset))
    return Anaphoric("D" if word == "date" else lexicon.unit(word), offset)


_EARLY = rf"(?:(?P<early>{words('earlier', 'later', 'early', 'late')})(?:{_}in)?{_})?"
_NAMELESS = r"(?:(?<![A-Za-z’'][ \xa0])|(?![A-Z]))"
"""Not the capital of a title within a sentence: `USA Today`."""
_OCCASIONS = words(
    "opening night", "opening day", "closing night", "closing day", "election day", "election night", "polling day",
    "matchday", "match day",
)  # fmt: skip
"""Days that are called by what happens on them."""

NEAR: tuple[Rule, ...] = (
    Rule(
        "day of an event",
        rf"(?:(?i:the){_})?{_OCCASIONS}",
        lambda _match, _parse: Anaphoric("D", 0),
        needs=({"closing", "election", "match", "matchday", "opening", "polling"},),
    ),
    Rule(
        "day of an event",
        r"(?i:the)[ \xa0](?i:date|anniversary)",
        lambda _match, _parse: Anaphoric("D", 0),
        after=r"\b(?i:commemorat\w+|mark(?:s|ed|ing)?|celebrat\w+|on)[ \xa0]",
        before=rf"{ALONE}|[ \xa0](?:inside|outside|together|every)\b",
        not_before=r"[ \xa0](?i:of|for|when|that)\b",
        needs=({"anniversary", "date"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?P<early>(?i:earlier|later)){_}(?i:in{_}the){_}(?P<u>(?i:day|week|month|quarter|year)\b)",
        _within_the,
        needs=({"earlier", "later"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "day counted from now",
        rf"{_EARLY}(?P<day>{_NAMELESS}{words(*NEAR_DAYS)})",
        _near_day,
        not_before=r"-(?!\d)|[ \xa0]Show\b",
        needs=({"today", "tomorrow", "yesterday"},),
    ),
    Rule(
        "unit counted from now",
        rf"{_EARLY}(?P<which>{words(*_OFFSETS)})"
        rf"{_}(?P<fiscal>{words('fiscal', 'financial')}{_})?(?:(?i:calendar){_})?(?P<u>{CALENDAR_UNIT})",
        _deictic,
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "unit counted from now",
        rf"{_EARLY}(?P<which>(?i:the)){_}(?P<fiscal>{words('fiscal', 'financial')}{_})(?P<u>(?i:year)\b)",
        _deictic,
        needs=({"year"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?P<early>)(?P<fiscal>)(?P<which>(?i:this)){_}(?P<u>(?i:years)\b)",  # an apostrophe left out
        _deictic,
        before=r"[ \xa0][a-z]",
        needs=({"years"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?P<early>)(?P<fiscal>)(?P<which>(?i:the)){_}(?P<u>(?i:weekend)\b)",
        _deictic,
        after=r"\b(?i:over|at|during|on|for|by|before|after|of|throughout|since)[ \xa0]",
        before=ALONE,
        needs=({"weekend"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?P<early>)(?P<fiscal>)(?:(?i:the){_})(?P<which>(?i:last)){_}(?P<u>(?i:quarter|weekend)\b)",
        _deictic,
        needs=({"quarter", "weekend"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?P<early>)(?P<fiscal>)(?:(?i:the){_})(?P<which>(?i:last)){_}(?P<u>(?i:year|month|week)\b)",
        _deictic,
        after=r"(?i:\bof)[ \xa0]",
        needs=({"month", "week", "year"},),
    ),
    Rule(
        "unit counted from now",
        rf"(?i:the){_}(?P<u>{CALENDAR_UNIT}){_}(?:(?P<way>(?i:before)){_}(?i:last)|(?i:after){_}(?i:next))",
        _before_last,
        needs=({"after", "before"},),
    ),
    Rule(
        "unit counted from an earlier date",
        rf"{_EARLY}(?P<which>{words(*_EARLIER_OFFSETS)}){_}(?P<u>{CALENDAR_UNIT}|{PART}|(?i:date)\b)",
        _anaphoric,
        not_before=rf"{_}(?i:of{_}(?:the|his|her|their|its))\b",
        needs=(lexicon.UNIT_WORDS | lexicon.DAY_PARTS.keys() | {"date"},),
    ),
    Rule(
        "unit counted from an earlier date",
        rf"(?i:the){_}(?P<u>{CALENDAR_UNIT}|{PART}){_}(?P<way>(?i:before|after))",
        _before_or_after,
        before=rf"{CLOSED}|[ \xa0](?i:and|but|in|at|when|with|by|as|that|who|while|was|were|had|to)\b",
        needs=({"after", "before"},),
    ),
)
