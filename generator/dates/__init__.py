"""Time expressions: found by grammar, resolved to TIMEX3 values and EDTF dates, shown in words."""

from generator.dates.edtf import bounds, calendar_date, filed_under, first_day, last_day
from generator.dates.explain import RULES
from generator.dates.grammar import Found, find
from generator.dates.resolve import resolve
from generator.dates.words import in_words

__all__ = [
    "RULES",
    "Found",
    "bounds",
    "calendar_date",
    "filed_under",
    "find",
    "first_day",
    "in_words",
    "last_day",
    "resolve",
]
