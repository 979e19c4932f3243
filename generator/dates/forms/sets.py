"""How often: `every Tuesday`, `twice a week`, `annually`."""

import re

from generator.dates import lexicon
from generator.dates.expressions import Expression, Recurrence
from generator.dates.forms.rule import NEVER, Parse, Rule, telling
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import FULL_MONTH, FULL_WEEKDAY, NUMBER, words

ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "bi-weekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "semiannual": "P6M", "semi-annual": "P6M",
    "biannual": "P6M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "biennially": "P2Y",
    "triennial": "P3Y", "per annum": "P1Y", "per year": "P1Y", "per month": "P1M", "per week": "P1W",
    "per day": "P1D", "per hour": "PT1H",
}  # fmt: skip
"""Adverb or adjective → TIMEX3 value."""


def period(unit: str, count: int = 1) -> str:
    """TIMEX3 value of a set that comes back every `count` units."""
    if unit == "WE":
        return "XXXX-WXX-WE"
    factor = {"2W": 2, "Q": 3, "DE": 10, "CE": 100}.get(unit, 1)
    letter = {"TS": "S", "TM": "M", "TH": "H", "2W": "W", "Q": "M", "DE": "Y", "CE": "Y"}.get(unit, unit)
    return f"P{'T' if unit in {'TS', 'TM', 'TH'} else ''}{factor * count}{letter}"


def _adverb(match: re.Match[str], _parse: Parse) -> Expression:
    return Recurrence(ADVERBS[" ".join(match["a"].lower().split())])


def _every(match: re.Match[str], _parse: Parse) -> Expression:
    said = match.groupdict().get("n")
    count = 1 if not said else 2 if said.lower() == "other" else int(lexicon.count(said) or 1)
    return Recurrence(period(lexicon.unit(match["u"]), count))


def _named(match: re.Match[str], _parse: Parse) -> Expression:
    name = match["name"].lower()
    part = (match.groupdict().get("part") or "").lower().removesuffix("s")
    if name in lexicon.WEEKDAYS:
        return Recurrence(
            f"XXXX-WXX-{lexicon.WEEKDAYS[name]}" + (f"T{lexicon.DAY_PARTS[part]}" if part else "")
        )
    if name in lexicon.MONTHS:
        return Recurrence(f"XXXX-{lexicon.MONTHS[name]:02}")
    return Recurrence(
        f"XXXX-{lexicon.SEASONS[name]}"
        if name in lexicon.SEASONS
        else f"XXXX-XX-XXT{lexicon.DAY_PARTS[name]}"
    )


_TIMES = (
    rf"(?:{words('once', 'twice', 'thrice', 'several times', 'many times', 'a few times')}|{NUMBER}{_}times)"
)
_AMOUNTS = words(
    "million", "billion", "trillion", "thousand", "times", "dollars", "euros", "pounds", "tonnes", "tons",
    "barrels",    "people", "cents",
)  # fmt: skip
_THINGS = r"\b(?!(?:19|20)\d\d\b)[\d.,]+(?:[ \xa0][a-z]+)?[ \xa0][a-z]+s"
"""A number of something: `400 people`, `12 small ships`."""
_UNIT = r"(?P<u>(?i:minute|hour|day|night|week|weekend|month|quarter|year|decade|century)s?\b)"
_NAME = rf"(?P<name>{FULL_WEEKDAY}|{FULL_MONTH}|{words(*lexicon.SEASONS, 'morning', 'afternoon', 'evening')})"
_PARTS = r"(?P<part>(?i:morning|afternoon|evening|night)s?)"

SETS: tuple[Rule, ...] = (
    Rule(
        "set",
        r"(?i:weekends)",
        lambda _match, _parse: Recurrence("XXXX-WXX-WE"),
        after=r"\b(?i:on|at|and)[ \xa0]",
        needs=({"weekends"},),
    ),
    Rule(
        "set",
        r"(?i:weekdays)",
        lambda _match, _parse: Recurrence("XXXX-WXX-WD"),
        after=r"\b(?i:on|and)[ \xa0]",
        needs=({"weekdays"},),
    ),
    Rule(
        "set",
        rf"(?P<a>{words(*ADVERBS)})",
        _adverb,
        not_after=r"(?:\b[A-Z]\w+|\b(?i:miles|kilomet(?:er|re)s|km|met(?:er|re)s|feet|knots|rounds))[ \xa0]",
        not_before=r"[ \xa0](?:[A-Z]\w+|show\b)",
        needs=(telling(*ADVERBS),),
    ),
    Rule(
        "set",
        rf"(?:{_TIMES}{_})?(?i:every|each){_}(?:(?P<n>(?i:other)|{NUMBER}){_})?{_UNIT}",
        _every,
        needs=({"every", "each"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "set",
        rf"{_TIMES}{_}(?i:an?|per){_}{_UNIT}",
        _every,
        needs=({"once", "twice", "thrice", "times"}, lexicon.UNIT_WORDS),
    ),
    Rule("set", rf"(?i:every|each){_}{_NAME}(?:{_}{_PARTS})?", _named, needs=({"every", "each"},)),
    Rule(
        "set",
        rf"(?P<name>{FULL_WEEKDAY})",
        _named,
        after=rf"\b(?i:every|each){_}{FULL_WEEKDAY}{_}(?i:and|or){_}",
        needs=(lexicon.WEEKDAY_WORDS,),
    ),
    Rule("set", rf"(?P<name>{FULL_WEEKDAY})s(?:{_}{_PARTS})?", _named, needs=(lexicon.WEEKDAY_WORDS,)),
    Rule(
        "set",
        rf"(?P<name>{FULL_WEEKDAY}){_}(?P<part>(?i:mornings|afternoons|evenings|nights))",
        _named,
        needs=({"afternoons", "evenings", "mornings", "nights"},),
    ),
    Rule(
        "set",
        r"(?i:an?)[ \xa0](?P<u>(?i:day|week|month|year|hour))",
        _every,
        after=rf"(?:\b{_AMOUNTS}|[$€£¥][\d.,]+|\d|{_THINGS})[ \xa0]",
        not_before=r"-|[ \xa0](?:after|ago|and[ \xa0]a[ \xa0]half|before|earlier|from|in[ \xa0]advance|later|or)\b",
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "set", r"(?i:year[ -](?:over|on|to)[ -]year)", lambda _match, _parse: Recurrence("P1Y"), after=NEVER
    ),
)
