"""The forms of English time expressions, one table of rules for each idea."""

from generator.dates.forms.around import AROUND
from generator.dates.forms.clock import CLOCK
from generator.dates.forms.days import DAYS
from generator.dates.forms.distances import DISTANCES
from generator.dates.forms.durations import DURATIONS
from generator.dates.forms.near import NEAR
from generator.dates.forms.periods import PERIODS
from generator.dates.forms.rule import Rule
from generator.dates.forms.sets import SETS
from generator.dates.forms.vague import VAGUE

GRAMMAR: tuple[Rule, ...] = (*DAYS, *PERIODS, *DISTANCES, *NEAR, *VAGUE, *CLOCK, *AROUND, *SETS, *DURATIONS)
"""Every form. Where two match the same words, the one that its surroundings allow counts, then the first."""
