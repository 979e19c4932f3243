"""How long: `six months`, `three-year`, `decades-long`, and ages."""

import re
from dataclasses import replace

from generator.dates import lexicon
from generator.dates.expressions import Duration, Expression, Quantity
from generator.dates.forms.distances import APPROX, quantity
from generator.dates.forms.rule import ALONE, NEVER, Parse, Rule
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import COUNT, NUMBER, UNIT, UNITS_ALONE, words


def _duration(match: re.Match[str], _parse: Parse) -> Expression | None:
    said = quantity(match)
    return Duration(said) if said else None


def _and_a_half(match: re.Match[str], _parse: Parse) -> Expression | None:
    said = quantity(match)
    return Duration(replace(said, count=said.count + 0.5)) if said and said.count else None


def _age(match: re.Match[str], _parse: Parse) -> Expression:
    unit = match.groupdict().get("u") or "year"
    return Duration(Quantity(lexicon.count(match["n"]), lexicon.unit(unit)))


def _unit_long(match: re.Match[str], _parse: Parse) -> Expression:
    said = match["u"].lower()
    return Duration(Quantity(1 if said in lexicon.UNITS else None, lexicon.unit(said)))


_ADJECTIVES = words(
    "full", "whole", "consecutive", "straight", "long", "more", "additional", "further", "extra", "calendar",
    "working", "business",
)  # fmt: skip
_TAKING = words(
    "for", "in", "within", "after", "over", "take", "takes", "took", "taken", "last", "lasted", "lasts", "spent",
    "spend", "spending", "many", "of", "by", "despite", "following", "through", "take up",
)  # fmt: skip
_SHARES = words(
    "early", "final", "last", "first", "latter", "closing", "opening", "dying", "the", "these", "those", "his",
    "her", "their", "its",
)  # fmt: skip
"""Words before units that are a part of something: `the early days of the war`."""
_OLD = rf"-(?i:old)\b|{_}(?i:olds?|of{_}age)\b"
_LONG = {"long", *(f"{unit}long" for unit in lexicon.UNITS)}
_SINGULAR = r"(?i:second|minute|hour|day|night|week|month|quarter|year|decade|century)"

DURATIONS: tuple[Rule, ...] = (
    Rule(
        "duration",
        r"(?i:the)[ \xa0](?P<u>(?i:hour|day|week|month|year))",
        lambda match, _parse: Duration(Quantity(1, lexicon.unit(match["u"]), "EQUAL_OR_LESS")),
        after=r"\b(?i:within)[ \xa0]",
        before=ALONE,
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "duration",
        rf"{APPROX}(?P<n>{COUNT})(?:{_}|-)(?:{_ADJECTIVES}{_})?(?P<u>(?!(?i:quarter)){UNIT})",
        _duration,
        not_after=r"[:.,/]|\d[-–]",
        not_before=rf"{_OLD}|{_}(?:when|that)\b",
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "duration",
        rf"{APPROX}(?P<n>{COUNT}){_}(?:{_ADJECTIVES}{_})?(?P<u>(?i:quarters?)\b)",
        _duration,
        after=r"\b(?i:for|in|over|within|after|lasted)[ \xa0]",
        not_before=rf"{_}(?i:of|points?|percentage|finals?)\b|-",
        needs=({"quarter", "quarters"},),
    ),
    Rule(
        "duration",
        rf"{APPROX}(?P<n>{NUMBER}|(?i:a|several|many))-(?P<u>{_SINGULAR})(?:-(?i:long))?",
        _duration,
        not_before="-(?i:old)",
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "duration",
        rf"(?P<u>{UNITS_ALONE}|(?i:hour|day|week|month|year|decade|century))-?(?i:long)",
        _unit_long,
        needs=(_LONG,),
    ),
    Rule(
        "duration",
        r"(?P<u>(?i:decades?|centur(?:y|ies)|months?|years?|weeks?))-(?i:old)",
        _unit_long,
        needs=({"old"},),
    ),
    Rule(
        "duration",
        rf"{APPROX}(?P<u>{UNITS_ALONE})",
        _duration,
        after=rf"\b{_TAKING}[ \xa0]",
        before=ALONE,
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "duration",
        rf"(?P<u>{UNITS_ALONE})",
        _duration,
        before=r"[ \xa0](?i:of|after|before|into)[ \xa0]",
        not_after=rf"(?:\d|\b{_SHARES})[ \xa0]",
        needs=(lexicon.UNIT_WORDS,),
    ),
    Rule(
        "duration",
        rf"{APPROX}(?P<n>{COUNT}){_}(?P<u>{UNIT}){_}(?i:and{_}a{_}half)",
        _and_a_half,
        needs=({"half"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "age",
        rf"(?P<n>{NUMBER})(?:-|{_})(?P<u>(?i:year|month|week|day))(?:-|{_})(?i:olds?)",
        _age,
        needs=({"old", "olds", "age"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "age",
        rf"(?P<n>{NUMBER}){_}(?P<u>(?i:years?|months?|weeks?|days?))(?:{_}|-)(?i:olds?|of{_}age)",
        _age,
        needs=({"old", "olds", "age"}, lexicon.UNIT_WORDS),
    ),
    Rule("age", rf"(?i:aged){_}(?P<n>{NUMBER})", _age, after=NEVER, needs=({"aged"},)),
)
