"""Words before or behind an expression that make a bound of it: `no later than noon`, `two years at most`."""

import re
from dataclasses import replace

from generator.dates.expressions import Clock, Duration, Expression, Modified, Recurrence, Stretch
from generator.dates.forms.rule import CLOSED, Parse
from generator.dates.lexicon import BLANK, words

BOUNDS = {
    "as early as": "ON_OR_AFTER", "as soon as": "ON_OR_AFTER", "no earlier than": "ON_OR_AFTER",
    "no sooner than": "ON_OR_AFTER", "not earlier than": "ON_OR_AFTER", "not before": "ON_OR_AFTER",
    "as recently as": "ON_OR_AFTER", "as far back as": "ON_OR_AFTER", "as late as": "ON_OR_BEFORE",
    "no later than": "ON_OR_BEFORE", "not later than": "ON_OR_BEFORE",
}  # fmt: skip
"""Words that belong to the phrase that follows them → TIMEX3 mod."""
NEAR_CLOCK = {
    "shortly before": "BEFORE", "just before": "BEFORE", "moments before": "BEFORE", "shortly after": "AFTER",
    "just after": "AFTER", "moments after": "AFTER", "soon after": "AFTER",
}  # fmt: skip
"""The same before a time of the day; the day stays."""
BEHIND = {"at the latest": "ON_OR_BEFORE", "at the earliest": "ON_OR_AFTER"}
"""The same behind a date."""
BEHIND_LENGTH = {
    "at most": "EQUAL_OR_LESS", "at the most": "EQUAL_OR_LESS", "or less": "EQUAL_OR_LESS",
    "or fewer": "EQUAL_OR_LESS", "at least": "EQUAL_OR_MORE", "at the least": "EQUAL_OR_MORE",
    "or more": "EQUAL_OR_MORE", "or longer": "EQUAL_OR_MORE", "or so": "APPROX",
}  # fmt: skip
"""The same behind a length of time."""
PREPOSITIONS = {
    "prior to": "BEFORE", "before": "BEFORE", "after": "AFTER", "following": "AFTER", "since": "ON_OR_AFTER",
    "ever since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE",
    "up until": "ON_OR_BEFORE", "through": "ON_OR_BEFORE", "by": "ON_OR_BEFORE",
}  # fmt: skip
"""Words that stand outside the phrase and still bound the date → TIMEX3 mod."""
LASTING = frozenset({"since", "ever since", "until", "till", "up until", "through"})
"""Prepositions of what lasts from or to a date."""

_BEFORE = BOUNDS | NEAR_CLOCK
_AFTER = BEHIND | BEHIND_LENGTH
_LEFT = re.compile(rf"(?<!\w)(?:{words(*_BEFORE)}){BLANK}(?:(?i:on|in|at|the){BLANK})?\Z")
_RIGHT = re.compile(rf"{BLANK}(?:{words(*_AFTER)})(?!\w)(?:(?<!east)(?<!most)|(?={CLOSED}))")
"""`for two years at least.`, but not `for two years at least one ...`."""
_BOUNDED = re.compile(
    rf"(?:(?P<before>{words(*_BEFORE, *PREPOSITIONS)}){BLANK}(?:(?i:on|in|at){BLANK})?)?(?P<inner>.+?)"
    rf"(?:{BLANK}(?P<behind>{words(*_AFTER)}))?",
    re.DOTALL,
)
WIDEST = 40
"""Code points that the words before an expression can take."""


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of the phrase with the words that bound it; as given where there are none."""
    before = _LEFT.search(text, max(0, start - WIDEST), start)
    behind = _RIGHT.match(text, end)
    return before.start() if before else start, behind.end() if behind else end


def bounded(phrase: str, parse: Parse) -> Expression | None:
    """What a phrase with words before or behind says; None if it has none, or they do not fit the rest."""
    match = _BOUNDED.fullmatch(phrase)
    if not match or not (match["before"] or match["behind"]):
        return None
    inner = parse(match["inner"])
    for said in (match["before"], match["behind"]):
        if said and inner is not None:
            inner = _with(" ".join(said.lower().split()), inner)
    return inner


def _with(said: str, inner: Expression) -> Expression | None:
    if isinstance(inner, Duration | Stretch):
        mod = BEHIND_LENGTH.get(said)
        return replace(inner, quantity=replace(inner.quantity, mod=mod)) if mod else None
    if said in BEHIND_LENGTH or isinstance(inner, Recurrence):
        return None
    if said in NEAR_CLOCK:
        return Modified(NEAR_CLOCK[said], inner) if isinstance(inner, Clock) else None
    mod = BOUNDS.get(said) or BEHIND.get(said) or PREPOSITIONS[said]
    return Modified(mod, inner, lasting=said in LASTING)
