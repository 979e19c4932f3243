"""Arithmetic of weeks, months, seasons and holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import calendar

DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y"])
STARTS = st.sampled_from(["monday", "sunday"])


@pytest.mark.parametrize(
    ("value", "unit", "first", "last"),
    [
        ("2025-01-14", "D", "2025-01-14", "2025-01-14"),
        ("2025-01-14TMO", "D", "2025-01-14", "2025-01-14"),
        ("2025-W03", "W", "2025-01-13", "2025-01-19"),
        ("2020-W53", "W", "2020-12-28", "2021-01-03"),
        ("2025-W03-WE", "WE", "2025-01-18", "2025-01-19"),
        ("2024-02", "M", "2024-02-01", "2024-02-29"),
        ("2024-Q3", "Q", "2024-07-01", "2024-09-30"),
        ("2024-H2", "H", "2024-07-01", "2024-12-31"),
        ("2024-SU", "S", "2024-06-01", "2024-08-31"),
        ("2024-WI", "S", "2024-12-01", "2025-02-28"),
        ("2024", "Y", "2024-01-01", "2024-12-31"),
        ("199", "DE", "1990-01-01", "1999-12-31"),
        ("18", "CE", "1800-01-01", "1899-12-31"),
    ],
)
def test_days_of(value, unit, first, last):
    assert calendar.unit_of(value) == unit
    assert calendar.days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "PAST_REF", "P3D", "XXXX-XX-13", "2025-W03/2025-W04"])
def test_no_days_of(value):
    assert calendar.unit_of(value) == ""
    with pytest.raises(ValueError, match="no place on the calendar"):
        calendar.days_of(value)


@given(DAYS, UNITS, STARTS)
def test_a_day_lies_in_what_contains_it(day, unit, starts):
    value = calendar.containing(day.isoformat(), unit, starts)
    assert calendar.unit_of(value) == unit
    first, last = calendar.days_of(value, starts)
    assert unit == "WE" or first <= day <= last


@given(DAYS, UNITS, STARTS, st.integers(-50, 50))
def test_moving_there_and_back(day, unit, starts, count):
    there = calendar.move(day.isoformat(), unit, count, starts)
    assert calendar.move(there, unit, -count, starts) == calendar.containing(day.isoformat(), unit, starts)


@given(DAYS, st.sampled_from(["W", "M", "Q", "Y"]), st.sampled_from(["START", "MID", "END"]))
def test_an_edge_lies_within(day, unit, mod):
    value = calendar.containing(day.isoformat(), unit)
    first, last = calendar.days_of(value)
    low, high = calendar.edge_of(value, mod)
    assert first <= low <= high <= last


@given(DAYS, UNITS)
def test_what_is_coarser_is_in_nothing_finer(day, unit):
    assert unit == "Y" or calendar.containing(f"{day.year:04}", unit) == ""


@pytest.mark.parametrize(("starts", "week"), [("monday", "2025-W02"), ("sunday", "2025-W03")])
def test_a_sunday_opens_or_ends_its_week(starts, week):
    assert calendar.week_of(date(2025, 1, 12), starts) == week


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("easter", 2025, "2025-04-20"),
        ("easter", 2038, "2038-04-25"),
        ("good friday", 2025, "2025-04-18"),
        ("thanksgiving", 2024, "2024-11-28"),
        ("labor day", 2023, "2023-09-04"),
        ("memorial day", 2025, "2025-05-26"),
        ("christmas eve", 2024, "2024-12-24"),
    ],
)
def test_holidays(name, year, day):
    assert calendar.HOLIDAYS[name](year).isoformat() == day


@given(st.integers(1600, 3000))
def test_easter_is_a_sunday_in_spring(year):
    assert calendar.easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= calendar.easter(year) <= date(year, 4, 25)


@given(DAYS, st.integers(-600, 600))
def test_months_keep_their_day_or_end(day, months):
    moved = calendar.add_months(day, months)
    assert moved.day == day.day or moved + timedelta(days=1) == moved.replace(day=1) + timedelta(
        days=calendar.month_end(moved).day
    )
