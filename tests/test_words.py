"""Dates, lengths and numbers as a reader of the pages sees them."""

import pytest

from generator import words
from generator.model import Resolution

MEANINGS = [
    (Resolution("DATE", "2031-03-04", edtf="2031-03-04"), "4 March 2031"),
    (Resolution("DATE", "2031-W10", edtf="[2031-03-03..2031-03-09]"), "one day of 3–9 March 2031"),
    (Resolution("DURATION", "P3D"), "3 days"),
    (Resolution("DURATION", "P1M"), "1 month"),
    (Resolution("DURATION", "PT1M"), "1 minute"),
    (Resolution("DURATION", "PT30M"), "30 minutes"),
    (Resolution("DURATION", "P2.5Y"), "2.5 years"),
    (Resolution("DURATION", "P1W", mod="MORE_THAN"), "more than 1 week"),
    (Resolution("DURATION", "PXY"), "some years"),
    (Resolution("DURATION", "PXCE"), "some centuries"),
    (Resolution("SET", "P1D"), "every day"),
    (Resolution("SET", "P4Y"), "every 4 years"),
    (Resolution("DATE", "PRESENT_REF"), "the time of writing"),
    (Resolution("DATE", "XXXX-XX-XX"), "a time that the text does not place on the calendar"),
    (Resolution("DATE", ""), "not understood"),
]


@pytest.mark.parametrize(("resolution", "said"), MEANINGS, ids=lambda value: getattr(value, "value", value))
def test_a_time_expression_is_explained_in_words_not_in_codes(resolution, said):
    assert words.meaning(resolution) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], ""),
        (["date"], "date"),
        (["date", "event"], "date or event"),
        (["date", "event", "statement"], "date, event or statement"),
    ],
)
def test_several_things_are_told_in_a_row(parts, said):
    assert words.series(parts, "or") == said
