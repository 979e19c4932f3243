"""The date of an event and of a saying, derived from what content/ stores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import span

from generator import dates, sentences
from generator.eventdates import date_event, date_sayings, likely
from generator.model import Event, Reading, Resolution, Span, Statement, Temporal
from generator.yamlfile.fields import is_edtf

TEXT = "On the 5th Brenner met Tesk and subsequently flew to Calvia. The vote on the 9th may fail."
FIFTH, NINTH = Temporal(span(TEXT, "the 5th"), "DATE"), Temporal(span(TEXT, "the 9th"), "DATE")
PUBLISHED = "2031-03-07"


def resolution(edtf="", value=""):
    return Resolution("DATE", value or edtf, edtf=edtf, rule="day of the month")


def dated(words, phase, *, when="", date="", fifth="2031-03-05", published=PUBLISHED):
    event = Event(span(TEXT, words), span(TEXT, words), phase, when=when, date=date)
    resolutions = (resolution(fifth), resolution("2031-03-09"))
    return date_event(event, TEXT, (FIFTH, NINTH), resolutions, sentences.split(TEXT), published)


CASES = [
    # words, phase, when, → EDTF, most likely day
    ("met", "happened", "the 5th", "2031-03-05", "2031-03-05"),
    ("vote", "scheduled", "the 9th", "2031-03-09", "2031-03-09"),
    # bounded by the phase where nothing dates it
    ("met", "happened", "", "[..2031-03-07]", "2031-03-07"),
    ("met", "under way", "", "2031-03-07", "2031-03-07"),
    ("vote", "awaited", "", "[2031-03-07..]", "2031-03-07"),
    ("vote", "forecast", "", "[2031-03-07..]", "2031-03-07"),
    # `subsequently` puts it after what the sentence told before
    ("flew", "happened", "", "[2031-03-05..2031-03-07]", "2031-03-05"),
    # words that stand nowhere in the article date nothing
    ("met", "happened", "the 6th", "[..2031-03-07]", "2031-03-07"),
]


@pytest.mark.parametrize(("words", "phase", "when", "edtf", "day"), CASES)
def test_date(words, phase, when, edtf, day):
    assert dated(words, phase, when=when)[:2] == (edtf, day)


def test_what_a_person_wrote_wins():
    assert dated("met", "happened", when="the 5th", date="2031-02") == ("2031-02", "2031-02", "by hand")


def test_without_a_publication_date_nothing_is_invented():
    assert dated("met", "happened", published="") == ("", "", "")
    assert dated("met", "happened", when="the 5th", fifth="XXXX-XX-05", published="")[0] == "XXXX-XX-05"


FITTED = [
    ("deadline", "[2031-03-21..2031-03-31]", "[..2031-03-31]"),  # by the end of the month
    ("deadline", "2031-03-21", "2031-03-21"),
    ("happened", "2019/..", "2019"),  # fees since 2019, when it closed
    ("under way", "2019/..", "2019/.."),
    ("happened", "2031-03-05T09:30:00", "2031-03-05"),
]


@pytest.mark.parametrize(("phase", "meant", "edtf"), FITTED)
def test_an_expression_is_fitted_to_the_phase(phase, meant, edtf):
    assert dated("met", phase, when="the 5th", fifth=meant).edtf == edtf


REFERENCES = [
    ("PRESENT_REF", "2031-03-07"),
    ("PAST_REF", "[..2031-03-07]"),
    ("FUTURE_REF", "[2031-03-07..]"),
]


@pytest.mark.parametrize(("value", "edtf"), REFERENCES)
def test_now_previously_and_soon(value, edtf):
    event = Event(span(TEXT, "met"), span(TEXT, "met"), "happened", when="the 5th")
    told = date_event(event, TEXT, (FIFTH,), (resolution("", value),), sentences.split(TEXT), PUBLISHED)
    assert told.edtf == edtf


def test_of_two_expressions_with_the_same_words_the_nearer_dates():
    text = "Friday was dull. Later, on Friday, they met."
    first, second = Temporal(span(text, "Friday"), "DATE"), Temporal(span(text, "Friday", 2), "DATE")
    event = Event(span(text, "met"), span(text, "met"), "happened", when="Friday")
    resolutions = (resolution("2031-02-28"), resolution("2031-03-07"))
    told = date_event(event, text, (first, second), resolutions, sentences.split(text), PUBLISHED)
    assert told.day == "2031-03-07"


# --- sayings ----------------------------------------------------------------------------------

SAID = (
    "Brenner met Tesk on the 5th. She said yes. Vorm said no. Brenner said on the 6th maybe. Brenner said so."
)


def saying(words, speaker, when="", occurrence=1):
    return Statement((span(SAID, words, occurrence),), "indirect", speaker=speaker, when=when)


def test_a_speaker_has_one_occasion_until_another_is_told():
    reading = Reading(
        temporals=(Temporal(span(SAID, "the 5th"), "DATE"), Temporal(span(SAID, "the 6th"), "DATE")),
        statements=(
            saying("yes", "brenner"),
            saying("no", "vorm"),
            saying("maybe", "brenner", when="the 6th"),
            saying("so.", "brenner"),
        ),
        events=(
            Event(
                Span(0, 28), span(SAID, "met"), "happened", when="the 5th", participants=("brenner", "tesk")
            ),
        ),
    )
    resolutions = (resolution("2031-03-05"), resolution("2031-03-06"))
    days = [told.day for told in date_sayings(reading, SAID, resolutions, PUBLISHED)]
    assert days == ["2031-03-05", "2031-03-07", "2031-03-06", "2031-03-06"]


def test_what_was_done_before_is_not_the_occasion():
    arrived = Event(Span(0, 7), Span(0, 7), "happened", when="the 6th", participants=("brenner",))
    had_met = Event(
        span(SAID, "met"), span(SAID, "met"), "happened", when="the 5th", participants=("brenner",)
    )
    fifth, sixth = Temporal(span(SAID, "the 5th"), "DATE"), Temporal(span(SAID, "the 6th"), "DATE")
    reading = Reading(
        temporals=(fifth, sixth), statements=(saying("yes", "brenner"),), events=(arrived, had_met)
    )
    days = [
        told.day
        for told in date_sayings(
            reading, SAID, (resolution("2031-03-05"), resolution("2031-03-06")), PUBLISHED
        )
    ]
    assert days == ["2031-03-06"]


# --- laws -------------------------------------------------------------------------------------

days = st.dates().filter(lambda day: 1900 < day.year < 2100).map(str)


@given(days, days)
def test_the_likely_day_lies_within_the_date(first, last):
    low, high = sorted((first, last))
    assert low <= likely(f"[{low}..{high}]", "2031-03-07") <= high
    assert likely(low, "2031-03-07") == low


@given(
    st.sampled_from(["met", "flew", "vote"]),
    st.sampled_from(["happened", "under way", "scheduled", "awaited", "forecast", "deadline"]),
    st.sampled_from(["", "the 5th", "the 9th"]),
    days,
)
def test_every_date_can_be_put_on_the_timeline(words, phase, when, published):
    told = dated(words, phase, when=when, published=published)
    assert is_edtf(told.edtf)
    assert any(dates.bounds(told.edtf))


PRINTED = [
    # published, phase → EDTF, most likely day
    ("2031-03-07T10:00:00Z", "happened", "[..2031-03-07]", "2031-03-07"),
    ("2031-03-07~", "awaited", "[2031-03-07..]", "2031-03-07"),
    ("2031-03", "happened", "[..2031-03]", "2031-03-01"),
    ("2031-03-0X", "happened", "[..2031-03-09]", "2031-03-01"),
    ("2031-21", "awaited", "[2031-03-01..]", "2031-03-01"),
    ("[2031-03-07..2031-03-09]", "happened", "[..2031-03-09]", "2031-03-07"),
    ("[2031-03-07..2031-03-09]", "awaited", "[2031-03-07..]", "2031-03-07"),
    ("{2031-03-07,2031-03-09}", "under way", "{2031-03-07,2031-03-09}", "2031-03-07"),
    ("[..2031-03-07]", "happened", "[..2031-03-07]", "2031-03-07"),
    ("[..2031-03-07]", "awaited", "", ""),  # nobody knows since when
    ("[2031-03-07..]", "happened", "", ""),
    ("XXXX-03-07", "happened", "", ""),
]


@pytest.mark.parametrize(("published", "phase", "edtf", "day"), PRINTED)
def test_whatever_the_date_of_publication_an_event_has_edtf(published, phase, edtf, day):
    told = dated("vote", phase, published=published)
    assert (told.edtf, told.day) == (edtf, day)
    assert not told.edtf or is_edtf(told.edtf)


# --- the day of the news ----------------------------------------------------------------------

NEWS = [
    # the newest day told as past, published → the most likely day of an undated past
    ("2031-03-06", "2031-03-07", "2031-03-06"),
    ("2031-03-07", "2031-03-07", "2031-03-07"),
    ("2031-02-01", "2031-03-07", "2031-03-07"),  # background
    ("2031-03-09", "2031-03-07", "2031-03-07"),  # still to come
]


@pytest.mark.parametrize(("told", "published", "day"), NEWS)
def test_an_undated_past_is_of_the_day_of_the_news(told, published, day):
    event = Event(span(TEXT, "flew"), span(TEXT, "flew"), "happened")
    fifth = Temporal(span(TEXT, "the 5th"), "DATE", tense="past")
    found = date_event(event, TEXT, (fifth,), (resolution(told),), (), published)
    assert (found.edtf, found.day) == (f"[..{published}]", day)


AHEAD = [
    ("the 5th", "[..2040]", "[..2031-03-07]"),  # set a target by 2040
    ("the 5th", "2031-03-09", "[..2031-03-07]"),
    ("the 5th", "2031-03-05/..", "2031-03-05"),
]


@pytest.mark.parametrize(("when", "meant", "edtf"), AHEAD)
def test_what_happened_did_so_by_the_day_of_publication(when, meant, edtf):
    assert dated("met", "happened", when=when, fifth=meant).edtf == edtf


def test_an_expression_that_tells_no_day_leaves_it_to_the_phase():
    event = Event(span(TEXT, "met"), span(TEXT, "met"), "happened", when="the 5th")
    later = resolution("", "XXXX-XX-XX")
    assert date_event(event, TEXT, (FIFTH,), (later,), (), PUBLISHED).edtf == "[..2031-03-07]"


def test_what_goes_on_since_a_day_stands_at_its_beginning():
    assert dated("met", "under way", when="the 5th", fifth="2019/..").day == "2019"


@pytest.mark.parametrize(
    ("rule", "edtf"),
    [("verb: past", "2034-02-12"), ("verb: past; date of what it was for", "[..2031-03-07]")],
)
def test_what_was_agreed_for_a_year_to_come_is_not_done_then(rule, edtf):
    text = "They agreed to vote on 12 Feb 2034."
    event = Event(span(text, "agreed"), span(text, "agreed"), "happened", when="12 Feb 2034", rule=rule)
    day = Temporal(span(text, "12 Feb 2034"), "DATE")
    assert date_event(event, text, (day,), (resolution("2034-02-12"),), (), PUBLISHED).edtf == edtf
