"""A share of a date, or a date as a bound: `early 2009`, `the end of the month`, `as early as this week`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import CalendarDate, Deictic, Edge, Expression, Modified
from generator.dates.forms.clock import DAY
from generator.dates.forms.days import DAYS
from generator.dates.forms.near import NEAR
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import NEVER, Parse, Rule, either
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import YEAR, words

EDGES = {
    "start": "START", "beginning": "START", "opening": "START", "onset": "START",
    "outset": "START", "dawn": "START", "early": "START", "middle": "MID", "mid": "MID", "end": "END",
    "close": "END",
    "conclusion": "END", "late": "END",
}  # fmt: skip
"""Word → TIMEX3 mod."""
_SHARES = {"early", "mid", "late"}
"""Edges that are a third of the whole; the others are its very end."""

BOUNDS = {
    "as early as": "ON_OR_AFTER", "as soon as": "ON_OR_AFTER", "no earlier than": "ON_OR_AFTER",
    "no sooner than": "ON_OR_AFTER", "at the earliest": "ON_OR_AFTER", "as recently as": "ON_OR_AFTER",
    "as far back as": "ON_OR_AFTER", "as late as": "ON_OR_BEFORE", "no later than": "ON_OR_BEFORE",
    "not later than": "ON_OR_BEFORE", "at the latest": "ON_OR_BEFORE",
}  # fmt: skip
"""Words that belong to the phrase → TIMEX3 mod."""
PREPOSITIONS = {
    "prior to": "BEFORE", "before": "BEFORE", "after": "AFTER", "following": "AFTER", "since": "ON_OR_AFTER",
    "ever since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE", "up until": "ON_OR_BEFORE",
    "through": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
}  # fmt: skip
"""Words that stand outside the phrase and still bound the date → TIMEX3 mod."""
LASTING = frozenset({"since", "ever since", "until", "till", "up until", "through"})
"""Prepositions of what lasts from or to a date."""

EDGEABLE = either(
    (*DAYS, *PERIODS, *NEAR), "month and year", "month", "year", "decade", "century", "quarter", "season",
    "fiscal year", "unit counted from now", "unit counted from an earlier date",
)  # fmt: skip
ANY = f"(?:{DAY}|{EDGEABLE})"
_THE = r"(?i:the)" + _ + r"(?i:week|month|quarter|year|decade|century|day)\b"


def _edge(match: re.Match[str], parse: Parse) -> Expression | None:
    edge = match["edge"].lower()
    inner = parse(match["date"]) or _the_unit(match["date"])
    return Edge(EDGES[edge], inner, whole=edge not in _SHARES) if inner else None  # type: ignore[arg-type]


def _the_unit(said: str) -> Expression | None:
    """`the month`, in `the end of the month`, is this one."""
    return Deictic(lexicon.unit(said.rsplit(maxsplit=1)[-1]), 0) if re.fullmatch(_THE, said) else None


def _year_end(match: re.Match[str], _parse: Parse) -> Expression:
    return Edge("END", Deictic(lexicon.unit(match["unit"]), 0), whole=True)


def _bounded(match: re.Match[str], parse: Parse) -> Expression | None:
    said = " ".join(match["bound"].lower().split())
    inner = parse(match["date"])
    mod = BOUNDS.get(said) or PREPOSITIONS[said]
    return Modified(mod, inner, lasting=said in LASTING) if inner else None


def _about(match: re.Match[str], _parse: Parse) -> Expression:
    return Modified("APPROX", CalendarDate(int(match["y"])))


_LEADING = [bound for bound in BOUNDS if not bound.startswith("at ")]
_ENDS = words(*(edge for edge in EDGES if edge not in _SHARES))

AROUND: tuple[Rule, ...] = (
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?:(?i:very){_})?(?P<edge>{_ENDS}){_}(?i:of){_}(?P<date>{EDGEABLE}|{_THE})",
        _edge,
    ),
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?P<edge>(?i:early|middle|mid|late))"
        rf"(?:{_}(?:(?i:in|on|part{_}of){_})?|-)(?P<date>{EDGEABLE})",
        _edge,
    ),
    Rule(
        "edge", rf"(?:(?i:the){_})?(?P<edge>{words('early', 'late')}){_}(?:(?i:on){_})?(?P<date>{DAY})", _edge
    ),
    Rule(
        "edge",
        rf"(?:(?i:the){_})?(?P<unit>(?i:year|month|week))(?:['’]s{_}|[- ])?(?i:end)",
        _year_end,
        after=r"\b(?i:by|at|before|until|of|since|to|for)[ \xa0]",
    ),
    Rule(
        "bounded date",
        rf"(?P<bound>{words(*_LEADING)}){_}(?:(?i:on|in){_})?(?P<date>{ANY})",
        _bounded,
    ),
    Rule(
        "bounded date", rf"(?P<date>{ANY}){_}(?P<bound>{words('at the latest', 'at the earliest')})", _bounded
    ),
    Rule("bounded date", rf"(?P<bound>{words(*PREPOSITIONS)}){_}(?P<date>{ANY})", _bounded, after=NEVER),
    Rule(
        "approximate year",
        rf"(?i:about|around|circa|roughly|approximately|c\.){_}?(?P<y>{YEAR})",
        _about,
        after=r"(?:\b(?i:in|of|from|since|by)|[(,])[ \xa0]?",
    ),
)
