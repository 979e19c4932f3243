"""How tellings are looked up by their days: nothing that is to be compared is missed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.days import days_apart, days_on, in_weeks, later, on_days, overlap, stretch, width

DAYS = st.dates(date(2030, 12, 1), date(2031, 3, 31)).map(date.isoformat)
STRETCHES = st.tuples(DAYS, st.integers(0, 40)).map(lambda pair: (pair[0], later(*pair)))
OPEN = DAYS.map(lambda day: ("", day)) | DAYS.map(lambda day: (day, ""))
NARROW = 8


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2031-03-04", ("2031-03-04", "2031-03-04")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("[..2031-03-04]", ("", "2031-03-04")),
        ("2031-02/..", ("2031-02-01", "2031-02-28")),
        ("", ("", "")),
    ],
)
def test_first_and_last_day(edtf, bounds):
    assert stretch(edtf) == bounds


@pytest.mark.parametrize(
    ("first", "second", "on", "apart"),
    [
        ("2031-03-04", "2031-03-06", 2, 2),
        ("2031-03-06", "2031-03-04", -2, 2),
        ("2031-03", "2031-03-06", 5, 5),
        ("", "2031-03-06", 0, 10_000),
    ],
)
def test_days_between_two_dates(first, second, on, apart):
    assert (days_on(first, second), days_apart(first, second)) == (on, apart)


@given(DAYS, DAYS, st.integers(1, 60))
def test_what_is_published_in_the_same_weeks_is_found(one, other, reach):
    found = in_weeks(one, reach)[0] in in_weeks(other, reach)
    assert found or days_apart(one, other) > reach
    assert not found or days_apart(one, other) < 2 * reach


@given(STRETCHES | OPEN, STRETCHES | OPEN)
def test_dates_that_may_be_one_are_found(one, other):
    found = bool(set(on_days(one, NARROW)) & set(on_days(other, NARROW)))
    narrow = width(one) <= NARROW and width(other) <= NARROW
    begin_alike = all(one) and all(other) and one[0] == other[0]
    assert found == (
        (narrow and overlap(one, other)) or begin_alike or one == other or _begins_within(one, other)
    )


def _begins_within(one, other):
    """A wide date is found by its first day, which may be one of a narrow one's days."""
    wide, narrow = sorted((one, other), key=width, reverse=True)
    return all(wide) and width(wide) > NARROW >= width(narrow) and narrow[0] <= wide[0] <= narrow[1]


def test_the_calendar_has_ends():
    assert later("9999-12-30", 7) == date.max.isoformat()
    assert later("0001-01-02", -7) == date.min.isoformat()
    assert later("2031-03-04", 1) == (date(2031, 3, 4) + timedelta(days=1)).isoformat()
    assert later("2031-03", 1) == ""
