"""EDTF: what a date can mean in days, whether it is one, and how it reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.yamlfile.fields import is_edtf

DAYS = st.dates(date(1, 1, 2), date(9998, 12, 30))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("", "", ""),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-01-14", "2025-01-14", "2025-01-14"),
        ("2025-01-14T22:30", "2025-01-14", "2025-01-14"),
        ("2025-01-14T22:30:00-05:00", "2025-01-14", "2025-01-14"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-01-XX", "2025-01-01", "2025-01-31"),
        ("XXXX-XX-13", "", ""),
        ("XXXX-01-20", "", ""),
        ("[2025-01-13..2025-01-19]", "2025-01-13", "2025-01-19"),
        ("[2025-01-13..]", "2025-01-13", ""),
        ("[..2025-01-14]", "", "2025-01-14"),
        ("[2025-03-04,2025-04-03]", "2025-03-04", "2025-04-03"),
        ("{2025-01, 2025-03}", "2025-01-01", "2025-03-31"),
        ("2025-01-13/2025-01-19", "2025-01-13", "2025-01-19"),
        ("2004/..", "2004-01-01", ""),
        ("../2004", "", "2004-12-31"),
        ("2004/", "2004-01-01", ""),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("2024-01?/2024-03%", "2024-01-01", "2024-03-31"),
        ("2025-01-1X", "2025-01-10", "2025-01-19"),
        ("2025-02-2X", "2025-02-20", "2025-02-28"),
        ("2025-02-3X", "", ""),
        ("2025-02-30", "", ""),
        ("next week", "", ""),
        ("0000", "", ""),
    ],
)
def test_bounds(edtf, first, last):
    assert dates.bounds(edtf) == (first, last)


@given(st.text(max_size=40))
def test_bounds_take_anything(text):
    first, last = dates.bounds(text)
    assert not first or not last or date.fromisoformat(first)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03-01", "2031-03-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-03-04/2031-03-09", "2031-03-04", "2031-03-09"),
        ("[2031-03-04..]", "2031-03-04", "2031-03-04"),
        ("[..2031-03-04]", "2031-03-04", "2031-03-04"),
        ("2031-03-04?", "2031-03-04", "2031-03-04"),
        ("2031-03-04T10:00:00Z", "2031-03-04", "2031-03-04"),
        ("XXXX-XX-13", "", ""),
        ("-0044-03-15", "", ""),
        ("Y170000002", "", ""),
        ("", "", ""),
    ],
)
def test_the_day_by_which_a_date_is_put_in_order(edtf, first, last):
    assert (dates.first_day(edtf), dates.last_day(edtf)) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("2031-03-04T10:00:00Z", "2031-03-04"),
        ("~2031-03", "2031-03"),
        ("2031-03-1X", "2031-03"),
        ("[2031-03-04..2031-03-09]", "2031-03"),
        ("{2031-03-04,2031-05-09}", "2031"),
        ("2031-21", "2031"),
        ("2030/2031", ""),
        ("[2031-03-04..]", ""),
        ("203X", ""),
        ("XXXX-03", ""),
        ("", ""),
    ],
)
def test_the_smallest_unit_of_the_calendar_that_holds_a_date(edtf, known):
    assert dates.calendar_date(edtf) == known


@given(DAYS, DAYS)
def test_bounds_of_a_range_are_its_ends(one, other):
    first, last = sorted((one.isoformat(), other.isoformat()))
    assert dates.bounds(f"[{first}..{last}]") == dates.bounds(f"{first}/{last}") == (first, last)


@pytest.mark.parametrize(
    "edtf",
    ["2025", "2025-01", "2025-01-14", "2025-21", "202X", "XXXX-XX-13", "[2025-01-13..]", "[..2025-01-14]", "2024~",
     "2025-01-13/2025-01-19", "2004/..", "{2025-01-01,2025-02-01}", "2025-01-14T22:30:00Z"],
)  # fmt: skip
def test_what_a_person_may_write(edtf):
    assert is_edtf(edtf)


@pytest.mark.parametrize(
    "edtf",
    ["", " 2025", "14 January 2025", "2025-13", "2025-02-30", "[..2025-02-30]", "2025-1-4", "soon", "[2025",
     "2025-W03", "2025-01-14" * 20],
)  # fmt: skip
def test_what_is_no_edtf(edtf):
    assert not is_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", "not recorded"),
        ("2025-01-14", "14 January 2025"),
        ("2025-01", "January 2025"),
        ("2025", "2025"),
        ("2025-01-14T22:30:00-05:00", "14 January 2025, 22:30 (UTC-05:00)"),
        ("2025-01-14T22:30:00Z", "14 January 2025, 22:30 UTC"),
        ("[2025-01-13..2025-01-19]", "13–19 January 2025"),
        ("2025-01-13/2025-01-19", "13–19 January 2025"),
        ("2024-12-30/2025-01-05", "30 December 2024 – 5 January 2025"),
        ("2025-02-27/2025-03-02", "27 February – 2 March 2025"),
        ("2003/2007", "2003–2007"),
        ("[2025-01-13..]", "on or after 13 January 2025"),
        ("[..2025-01-14]", "by 14 January 2025"),
        ("[2024-07..2024-09]", "between July 2024 and September 2024"),
        ("[2025-01-01..2025-03-01]", "between 1 January 2025 and 1 March 2025"),
        ("[2025-03-04,2025-04-03]", "4 March 2025 or 3 April 2025"),
        ("2004/..", "since 2004"),
        ("../2025-03-03", "until 3 March 2025"),
        ("2025-21", "spring 2025"),
        ("199X", "the 1990s"),
        ("18XX", "the 19th century"),
        ("2024~", "about 2024"),
        ("2024-05?", "probably May 2024"),
        ("XXXX-XX-13", "the 13th (month not recorded)"),
        ("XXXX-01-20", "20 January (year not recorded)"),
        ("XXXX-01", "January (year not recorded)"),
        ("2025-01-XX", "January 2025 (day not recorded)"),
        ("2025-01-1X", "one day of 10–19 January 2025"),
        ("2025-02-3X", "2025-02-3X"),
        ("2025-02-30", "2025-02-30"),
    ],
)
def test_in_words(edtf, words):
    assert dates.in_words(edtf) == words


def test_in_the_words_of_a_locale():
    assert dates.in_words("2025-01-14", "de") == "14. Januar 2025"
    assert dates.in_words("2025-01-14", "ko") == "2025년 1월 14일"


def test_every_rule_is_a_sentence_to_a_reader():
    assert all(
        sentence[0].isupper() and sentence.endswith(".") and "{" not in sentence
        for sentence in dates.RULES.values()
    )
