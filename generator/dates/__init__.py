"""Time expressions: found by grammar, resolved to TIMEX3 values and EDTF dates, shown in words."""

from generator.dates.edtf import bounds, valid
from generator.dates.explain import RULES
from generator.dates.grammar import Found, find
from generator.dates.resolve import resolve
from generator.dates.words import in_words

__all__ = ["RULES", "Found", "bounds", "find", "in_words", "resolve", "valid"]
