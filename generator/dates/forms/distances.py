"""Distances from a date, and stretches that touch the day of writing: `three days later`, `the past year`."""

import re
from typing import Literal

from generator.dates import lexicon
from generator.dates.expressions import (
    Deictic,
    Ending,
    Expression,
    Modified,
    Quantity,
    Shifted,
    Stretch,
    Weekday,
)
from generator.dates.forms.days import DAYS
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import ALONE, NEVER, Build, Parse, Rule, either, nested
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import COUNT, FULL_WEEKDAY, UNIT, UNITS_ALONE, words

QUANTIFIERS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "close to": "LESS_THAN", "just under": "LESS_THAN",
    "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN", "more than": "MORE_THAN",
    "just over": "MORE_THAN", "well over": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE", "a minimum of": "EQUAL_OR_MORE", "no more than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "a maximum of": "EQUAL_OR_LESS",
}  # fmt: skip
"""Words before a count of units → TIMEX3 mod of the duration."""

_AGO = {
    "LESS_THAN": "AFTER",
    "MORE_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
"""Mod of a duration → mod of the date that lies that long ago."""
_AHEAD = {
    "LESS_THAN": "BEFORE",
    "MORE_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_AFTER",
    "EQUAL_OR_LESS": "ON_OR_BEFORE",
}
"""The same for a date that lies that far ahead."""

_MODAL = r"\b(?i:to|will|would|could|can|may|might|must|shall|should|not)[ \xa0]"
"""After these `last` is a verb: `which is to last 42 days`."""

OVER = r"(?:^|[\s(])(?:(?i:over|in|within|during|for|throughout|across))[ \xa0]"
APPROX = rf"(?:(?P<mod>{words(*QUANTIFIERS)}){_})?"
QUANTITY = rf"{APPROX}\[?(?P<n>{COUNT})\]?(?:{_}|-)(?P<u>{UNIT})"
_VAGUE = rf"(?:(?P<n>{words('many', 'several', 'some')}){_})?(?P<u>{UNITS_ALONE})"


def quantity(match: re.Match[str]) -> Quantity | None:
    """The groups `n`, `u` and `mod`; None where a number above one stands before a singular (`2018 day`)."""
    groups = match.groupdict()
    said, unit = groups.get("n"), lexicon.unit(match["u"])
    count = lexicon.count(said) if said else None
    one = match["u"].lower() in lexicon.UNITS
    if one and count is not None and count > 1 and "-" not in match.group():
        return None
    if unit == "2W":
        unit, count = "W", count and 2 * count
    return Quantity(count, unit, QUANTIFIERS.get(" ".join((groups.get("mod") or "").lower().split()), ""))


def shifted(direction: Literal[-1, 1], origin: Literal["now", "earlier"]) -> Build:
    """Builder of a distance; a quantifier becomes a bound of the date."""

    def build(match: re.Match[str], _parse: Parse) -> Expression | None:
        said = quantity(match)
        if said is None:
            return None
        date = Shifted(Quantity(said.count, said.unit), direction, origin)
        mod = (_AGO if direction < 0 else _AHEAD).get(said.mod, said.mod)
        return Modified(mod, date) if mod else date

    return build


def _shifted_from(match: re.Match[str], parse: Parse) -> Expression | None:
    said, origin = quantity(match), parse(match["date"])
    back = match["way"].lower().split()[0] in {"before", "prior", "ahead", "ago"}
    return Shifted(Quantity(said.count, said.unit), -1 if back else 1, origin) if said and origin else None


def _weekday_ago(match: re.Match[str], parse: Parse) -> Expression | None:
    week = parse(match["ago"])
    weekly = isinstance(week, Shifted) and week.quantity.unit == "W"
    return Weekday(lexicon.weekday(match["w"]), week=week) if weekly else None


def _ending(match: re.Match[str], parse: Parse) -> Expression | None:
    last = parse(match["date"])
    said = quantity(match) if match["n"] else Quantity(1, lexicon.unit(match["u"]))
    return Ending(said, last) if said and last else None


def _a_year_earlier(match: re.Match[str], _parse: Parse) -> Expression:
    return Shifted(Quantity(1, lexicon.unit(match["u"])), -1, "earlier")


def _same_last_year(match: re.Match[str], _parse: Parse) -> Expression:
    from_now = re.search(r"(?i)last|ago", match.group())
    return Deictic("Y", -1) if from_now else Shifted(Quantity(1, "Y"), -1, "earlier")


def _stretch(direction: Literal[-1, 1]) -> Build:
    def build(match: re.Match[str], _parse: Parse) -> Expression | None:
        if "n" not in match.groupdict():
            return Stretch(Quantity(1, lexicon.unit(match["u"])), direction)
        said = quantity(match)
        return Stretch(said, direction) if said else None

    return build


_NAMED = either(
    (*DAYS, *PERIODS), "month and day", "day and month", "holiday", "weekday", "month and year", "ISO date"
)
_DATE = f"(?:{_NAMED}|{words('today', 'yesterday', 'tomorrow')})"
_TO = either(DAYS, "month and day", "day and month", "month and year", "month", "weekday")
_SAME = words(
    "the same period", "the same quarter", "the same month", "the same time", "the same week", "the same day"
)
_A_YEAR_BEFORE = words(
    "last year", "a year ago", "a year earlier", "the previous year", "the prior year", "the year before"
)
_PAST = words(
    "the past", "the last", "the previous", "the preceding", "past", "last", "this past", "this last"
)
_COMING = words("the next", "the coming", "the following", "the upcoming", "next", "coming")

DISTANCES: tuple[Rule, ...] = (
    Rule(
        "stretch",
        rf"(?i:the{_}next){_}(?P<u>(?i:week|month|year|decade|century|hour)\b)",
        _stretch(1),
        after=OVER,
        needs=({"next"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from an earlier date",
        rf"{_SAME}{_}(?:(?i:of|in|the){_}){{0,2}}{_A_YEAR_BEFORE}",
        _same_last_year,
        needs=({"same"},),
    ),
    Rule(
        "distance from an earlier date",
        r"(?P<u>(?i:year|quarter|month))-(?i:earlier|ago)",
        _a_year_earlier,
        needs=({"ago", "earlier"},),
    ),
    Rule("distance from now", rf"{QUANTITY}{_}(?i:ago)", shifted(-1, "now"), needs=({"ago"},)),
    Rule("distance from now", rf"{_VAGUE}{_}(?i:ago)", shifted(-1, "now"), needs=({"ago"},)),
    Rule(
        "distance from now",
        rf"{QUANTITY}{_}(?i:from{_}now|hence)",
        shifted(1, "now"),
        needs=({"from", "hence"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from now",
        rf"{_VAGUE}{_}(?i:from{_}now)",
        shifted(1, "now"),
        needs=({"from"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from now",
        rf"{QUANTITY}(?:['’]s?)?{_}(?i:time)",
        shifted(1, "now"),
        after=r"\b(?i:in)[ \xa0]",
        before=ALONE,
        needs=({"time"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from a date",
        rf"{QUANTITY}{_}(?P<way>(?i:ago)){_}(?P<date>{words('today', 'this week', 'this month')})",
        _shifted_from,
        needs=({"ago"},),
    ),
    Rule(
        "weekday",
        rf"(?P<ago>{nested(QUANTITY)}{_}(?i:ago)){_}(?:(?i:on){_})?(?P<w>{FULL_WEEKDAY})",
        _weekday_ago,
        needs=({"ago"}, lexicon.WEEKDAY_WORDS),
    ),
    Rule(
        "length up to a date",
        rf"(?:(?i:the){_})?(?P<n>{COUNT}){_}(?P<u>{UNIT}){_}(?i:ended|ending|through){_}(?:(?i:on|in){_})?(?P<date>{_TO})",
        _ending,
        needs=({"ended", "ending", "through"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "length up to a date",
        rf"(?i:the){_}(?:(?P<n>{COUNT}){_})?(?P<u>(?i:days|weeks|months|week|quarter|year)){_}"
        rf"(?i:to|ended|ending|through){_}(?:(?i:on|in){_})?(?P<date>{_TO})",
        _ending,
        needs=({"to", "ended", "ending", "through"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from now",
        rf"(?i:in){_}{QUANTITY}(?:['’]{_}(?i:time))?",
        shifted(1, "now"),
        after=NEVER,
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "distance from an earlier date",
        rf"{QUANTITY}{_}(?i:later|afterwards?|thereafter)",
        shifted(1, "earlier"),
        not_before=r"[ \xa0]than\b",
        needs=({"later", "afterward", "afterwards", "thereafter"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from an earlier date",
        rf"{QUANTITY}{_}(?i:earlier|previously|beforehand|before(?![ \xa0](?:he|I|it|she|they|we)\b))",
        shifted(-1, "earlier"),
        before=ALONE,
        not_before=r"[ \xa0](?:than|a|the|his|her|their|its)\b",
        needs=({"earlier", "previously", "beforehand", "before"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from an earlier date",
        rf"{_VAGUE}{_}(?i:later)",
        shifted(1, "earlier"),
        not_before=r"[ \xa0]than\b",
        needs=({"later"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from an earlier date",
        rf"{_VAGUE}{_}(?i:earlier)",
        shifted(-1, "earlier"),
        not_before=r"[ \xa0]than\b",
        needs=({"earlier"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "distance from a date",
        rf"{QUANTITY}{_}(?P<way>(?i:before|after|from|prior{_}to|ahead{_}of)){_}(?P<date>{_DATE})",
        _shifted_from,
        needs=({"before", "after", "from", "prior", "ahead"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "stretch",
        rf"{_PAST}{_}(?P<n>{COUNT}){_}(?P<u>{UNIT})",
        _stretch(-1),
        not_after=_MODAL,
        not_before=rf"{_}(?i:of{_}(?:the|his|her|their|its|a))\b",
        needs=({"past", "last", "previous", "preceding"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "stretch",
        rf"{_COMING}{_}(?P<n>{COUNT}){_}(?P<u>{UNIT})",
        _stretch(1),
        needs=({"next", "coming", "following", "upcoming"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "stretch",
        rf"(?i:the{_}past){_}(?P<u>(?i:day|week|month|quarter|year|decade|century|night|hour)\b)",
        _stretch(-1),
        needs=({"past"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "stretch",
        rf"(?i:the{_}last){_}(?P<u>(?i:week|month|year|decade|century|hour)\b)",
        _stretch(-1),
        needs=({"last"}, lexicon.UNIT_WORDS),
    ),
)
