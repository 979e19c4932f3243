"""Words for past, present and future that name no date."""

import re

from generator.dates import lexicon
from generator.dates.expressions import Expression, Quantity, Reference, Shifted
from generator.dates.forms.rule import ALONE, Parse, Rule, telling
from generator.dates.lexicon import BLANK as _  # noqa: N811 - it stands in nearly every pattern
from generator.dates.lexicon import UNITS_ALONE, words


def _past(_match: re.Match[str], _parse: Parse) -> Expression:
    return Reference("PAST_REF")


def _present(_match: re.Match[str], _parse: Parse) -> Expression:
    return Reference("PRESENT_REF")


def _future(_match: re.Match[str], _parse: Parse) -> Expression:
    return Reference("FUTURE_REF")


def _later(_match: re.Match[str], _parse: Parse) -> Expression:
    return Shifted(Quantity(None, "D"), 1, "earlier")


_NOW = (
    "now", "right now", "currently", "at present", "presently", "at the moment", "nowadays", "these days",
    "at this time", "at this moment", "at the present time",
)  # fmt: skip
_SPOKEN = r"[ \xa0](?i:and|but|by|said|told|announced|when|with|at|to|from|was|were|had|he|she|they|it)\b"

VAGUE: tuple[Rule, ...] = (
    Rule(
        "past",
        words(
            "previously",
            "recently",
            "more recently",
            "most recently",
            "formerly",
            "lately",
            "in recent times",
        ),
        _past,
        not_before="-",
        needs=(telling("previously", "recently", "formerly", "lately", "in recent times"),),
    ),
    Rule(
        "past",
        rf"(?i:(?:the{_}past|the{_}last|recent|past|the{_}recent){_}{UNITS_ALONE})",
        _past,
        not_before=rf"{_}of\b",
        needs=({"past", "last", "recent"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "past",
        rf"(?i:the{_}(?:distant{_}|recent{_})?past)",
        _past,
        after=r"\b(?i:in|of|from)[ \xa0]",
        before=ALONE,
        needs=({"past"},),
    ),
    Rule(
        "past",
        rf"(?i:the{_}time)",
        _past,
        after=r"\b(?i:at)[ \xa0]",
        not_before=r"[ \xa0](?i:of|when|that)\b",
        needs=({"time"},),
    ),
    Rule(
        "past",
        rf"(?i:that{_}time)",
        _past,
        after=r"\b(?i:at|by|since|until|from|before)[ \xa0]",
        needs=({"time"},),
    ),
    Rule(
        "past",
        r"(?i:once)",
        _past,
        after=r"\b(?i:was|were|had|has|have|been|who|which|that|he|she|it|they)[ \xa0]",
        not_before=r"[ \xa0](?i:again|more|every|an?|in|they|he|she|it|the)\b",
        ambiguous=True,
        needs=({"once"},),
    ),
    Rule(
        "past",
        r"(?i:earlier)",
        _past,
        after=r"(?:^|[a-z)”\"][ \xa0]|[.,;][ \xa0])",
        before=rf"[ \xa0]?(?:[.,;:)”\"—–]|\n|\Z)|{_SPOKEN}",
        ambiguous=True,
        needs=({"earlier"},),
    ),
    Rule(
        "present",
        words(*_NOW),
        _present,
        not_before=rf"-[a-z]|{_}and{_}(?:again|then)\b",
        needs=(telling(*_NOW),),
    ),
    Rule(
        "future",
        words("soon", "shortly"),
        _future,
        not_after=r"\b(?i:as|very|too|how)[ \xa0]",
        not_before=r"[ \xa0](?i:as|after|before|afterwards?|thereafter)\b|-",
        needs=({"soon", "shortly"},),
    ),
    Rule(
        "future",
        rf"(?i:the{_}(?:(?:very{_})?near{_}|distant{_}|foreseeable{_}|immediate{_}|not-too-distant{_})?future)",
        _future,
        after=r"\b(?i:in|for|from)[ \xa0]",
        needs=({"future"},),
    ),
    Rule(
        "future",
        rf"(?i:(?:the{_})?(?:coming|next|upcoming|ensuing){_}{UNITS_ALONE})",
        _future,
        needs=({"coming", "next", "upcoming", "ensuing"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "future",
        rf"(?i:(?:the{_})?(?P<u>{UNITS_ALONE}){_}(?:ahead|to{_}come))",
        _future,
        not_before=rf"{_}of\b",
        needs=({"ahead", "come"}, lexicon.UNIT_WORDS),
    ),
    Rule(
        "later",
        rf"(?i:an?{_}(?:later|unspecified|undisclosed){_}(?:time|date|stage|day))",
        _later,
        needs=({"later", "unspecified", "undisclosed"},),
    ),
    Rule(
        "future",
        r"(?i:later)",
        _future,
        not_before=r"[ \xa0](?i:than|in|this|that|on|stages?|years|life|date|time|today)\b|-",
        ambiguous=True,
        needs=({"later"},),
    ),
)
