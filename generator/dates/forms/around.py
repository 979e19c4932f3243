"""A share of a date, or what lies around it: `early 2009`, `the first week of April`, `the week of 17 March`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import (
    Around,
    CalendarDate,
    Deictic,
    Edge,
    Ending,
    Expression,
    Modified,
    Nth,
    Opening,
)
from generator.dates.forms.clock import DAY
from generator.dates.forms.days import DAYS
from generator.dates.forms.distances import quantity
from generator.dates.forms.near import NEAR
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import Parse, Rule, either
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import COUNT, FULL_WEEKDAY, UNIT, YEAR, words

EDGES = {
    "start": "START", "beginning": "START", "opening": "START", "onset": "START",
    "outset": "START", "dawn": "START", "early": "START", "middle": "MID", "mid": "MID", "end": "END",
    "close": "END",
    "conclusion": "END", "late": "END",
}  # fmt: skip
"""Word → TIMEX3 mod."""
_SHARES = {"early", "mid", "late"}
"""Edges that are a third of the whole; the others are its very end."""

EDGEABLE = either(
    (*DAYS, *PERIODS, *NEAR), "month and year", "month", "year", "decade", "century", "quarter", "season",
    "fiscal year", "unit counted from now", "unit counted from an earlier date",
)  # fmt: skip
_THE = r"(?i:the)" + _ + r"(?i:week|month|quarter|year|decade|century|day)\b"


def _edge(match: re.Match[str], parse: Parse) -> Expression | None:
    edge = match["edge"].lower()
    inner = _the_unit(match["date"]) or parse(match["date"])
    return Edge(EDGES[edge], inner, whole=edge not in _SHARES) if inner else None  # type: ignore[arg-type]


def _the_unit(said: str) -> Expression | None:
    """`the month`, in `the end of the month`, is this one."""
    return Deictic(lexicon.unit(said.rsplit(maxsplit=1)[-1]), 0) if re.fullmatch(_THE, said) else None


def _year_end(match: re.Match[str], _parse: Parse) -> Expression:
    return Edge("END", Deictic(lexicon.unit(match["unit"]), 0), whole=True)


def _about(match: re.Match[str], _parse: Parse) -> Expression:
    return Modified("APPROX", CalendarDate(int(match["y"])))


NUMBERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "opening": 1, "last": -1, "final": -1,
    "closing": -1,
}  # fmt: skip
"""Which of the parts of a longer stretch; -1 is the last."""
_PARTS = {"week": "W", "weekend": "WE", "day": "D", "half": "H"}


def _nth(match: re.Match[str], parse: Parse) -> Expression | None:
    part, number = match["part"].lower(), NUMBERS[match["n"].lower()]
    inner = _the_unit(match["date"]) or parse(match["date"])
    if inner is None or (part == "half" and number not in {1, 2}):
        return None
    return Nth(number, _PARTS.get(part) or str(lexicon.weekday(part)), inner)


def _first_days(match: re.Match[str], parse: Parse) -> Expression | None:
    inner = _the_unit(match["date"]) or parse(match["date"])
    return Edge("START" if NUMBERS.get(match["n"].lower()) == 1 else "END", inner) if inner else None


def _length_within(match: re.Match[str], parse: Parse) -> Expression | None:
    said, inner = quantity(match), _the_unit(match["date"]) or parse(match["date"])
    if said is None or inner is None:
        return None
    return (Opening if NUMBERS[match["which"].lower()] == 1 else Ending)(said, inner)


def _around(match: re.Match[str], parse: Parse) -> Expression | None:
    day = parse(match["date"])
    return Around(lexicon.unit(match["unit"]), day) if day else None


def _is_out(match: re.Match[str], _parse: Parse) -> Expression:
    return Modified("ON_OR_BEFORE", Deictic(lexicon.unit(match["unit"]), 0))


_ENDS = words(*(edge for edge in EDGES if edge not in _SHARES))

AROUND: tuple[Rule, ...] = (
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?:(?i:very){_})?(?P<edge>{_ENDS}){_}(?i:of){_}(?P<date>{EDGEABLE}|{_THE})",
        _edge,
        needs=(EDGES.keys(),),
    ),
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?P<edge>(?i:early|middle|mid|late))"
        rf"(?:{_}(?:(?i:in|on|part{_}of){_})?|-)(?P<date>{EDGEABLE})",
        _edge,
        needs=({"early", "middle", "mid", "late"},),
    ),
    Rule(
        "edge", rf"(?P<edge>(?i:early|late)){_}(?i:in){_}(?P<date>{_THE})", _edge, needs=({"early", "late"},)
    ),
    Rule(
        "part of a longer stretch",
        rf"(?:(?i:the){_})?(?P<n>{words(*NUMBERS)}){_}(?:(?i:full){_})?(?P<part>{words(*_PARTS)}|{FULL_WEEKDAY})"
        rf"{_}(?i:of|in){_}(?P<date>{EDGEABLE}|{_THE})",
        _nth,
        needs=(NUMBERS.keys(),),
    ),
    Rule(
        "part of a longer stretch",
        rf"(?:(?i:the){_})?(?P<n>{words(*NUMBERS, 'early', 'dying')}){_}(?:(?i:few){_})?"
        rf"(?i:days|weeks|months|years){_}(?i:of){_}(?P<date>{EDGEABLE}|{_THE})",
        _first_days,
        needs=({"days", "weeks", "months", "years"},),
    ),
    Rule(
        "length within a date",
        rf"(?:(?i:the){_})?(?P<which>{words('first', 'opening', 'last', 'final', 'closing')}){_}(?P<n>{COUNT}){_}"
        rf"(?P<u>{UNIT}){_}(?i:of|in){_}(?P<date>{EDGEABLE}|{_THE})",
        _length_within,
        needs=({"first", "opening", "last", "final", "closing"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "week around a day",
        rf"(?:(?i:the){_})?(?P<unit>(?i:week|weekend)){_}(?i:of|beginning|starting|commencing|ending){_}"
        rf"(?:(?i:on){_})?(?P<date>{DAY})",
        _around,
        needs=({"week", "weekend"},),
    ),
    Rule(
        "end of a unit",
        rf"(?i:before|by{_}the{_}time){_}(?i:the){_}(?P<unit>(?i:day|week|month|year|decade)){_}(?i:is|was){_}"
        r"(?i:out|over|through)",
        _is_out,
        needs=({"before", "by"},),
    ),
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?P<edge>{words('early', 'late')}){_}(?:(?i:on){_})?(?P<date>{DAY})",
        _edge,
        needs=({"early", "late"},),
    ),
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?P<unit>(?i:year|month|week))(?:['’]s{_}|[- ])?(?i:end)",
        _year_end,
        after=r"\b(?i:by|at|before|until|of|since|to|for)[ \xa0]",
        needs=({"end", "yearend", "monthend", "weekend"},),
    ),
    Rule(
        "approximate year",
        rf"(?i:about|around|circa|roughly|approximately|c\.){_}?(?P<y>{YEAR})",
        _about,
        after=r"(?:\b(?i:in|of|from|since|by)|[(,])[ \xa0]?",
        needs=(lexicon.DIGITS,),
    ),
)
