"""Expressions that only the text around them can date, and words that are no dates."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import dates
from generator.model import Span, Temporal, Tense
from generator.yamlfile.fields import is_edtf


def read(text, published, tense="past", **options):
    """{phrase: Resolution} of a text, every temporal with the same tense."""
    temporals = [Temporal(found.span, found.type, tense) for found in dates.find(text)]
    answers = dates.resolve(text, temporals, published=published, **options)
    return {text[slice(*temporal.span)]: answer for temporal, answer in zip(temporals, answers, strict=True)}


# --- without a publication date -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("She left on the 13th.", "XXXX-XX-13", "XXXX-XX-13"),
        ("She left on January 20.", "XXXX-01-20", "XXXX-01-20"),
        ("She left in January.", "XXXX-01", "XXXX-01"),
        ("She left on Tuesday.", "XXXX-WXX-2", ""),
        ("She left this week.", "XXXX-WXX", ""),
        ("She left yesterday.", "XXXX-XX-XX", ""),
        ("She left last year.", "XXXX", ""),
        ("She left at noon.", "T12:00", ""),
        ("She left on Friday morning.", "XXXX-WXX-5TMO", ""),
        ("She left three days later.", "XXXX-XX-XX", ""),
        ("She left at Christmas.", "XXXX-12-25", "XXXX-12-25"),
        ("She left at Easter.", "XXXX-XX-XX", ""),
        ("She left in the summer.", "XXXX-SU", ""),
        ("She left in 2003.", "2003", "2003"),
    ],
)
def test_nothing_is_invented(text, value, edtf):
    (answer,) = read(text, "").values()
    assert (answer.value, answer.edtf, answer.against) == (value, edtf, "")


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-01", "She left last month.", "2024-12"),
        ("2025-01", "She left yesterday.", "XXXX-XX-XX"),
        ("2025-01", "She left on the 13th.", "2025-01-13"),
        ("2025", "She left last year.", "2024"),
        ("2025", "She left on the 13th.", "XXXX-XX-13"),
        ("2025-01-14T09:30:00Z", "She left yesterday.", "2025-01-13"),
        ("", "She left yesterday.", "XXXX-XX-XX"),
        ("2025-01-14?", "She left yesterday.", "2025-01-13"),
        ("[2025-01-13..2025-01-19]", "She left yesterday.", "XXXX-XX-XX"),
        ("2025-02-30", "She left yesterday.", "XXXX-XX-XX"),
    ],
)
def test_a_coarse_publication_date_dates_what_it_can(published, text, value):
    (answer,) = read(text, published).values()
    assert answer.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Harbour talks resume\nTuesday, January 14, 2025\nThe envoys left yesterday.",
        "Harbour talks resume\nPublished: 14 January 2025\nThe envoys left yesterday.",
        "OSTROVA, January 14, 2025 (Varne Wire) - The envoys left yesterday.",
        "Harbour talks resume Tuesday, January 14, 2025 The envoys left yesterday.",
    ],
)
def test_the_dateline_serves_where_no_date_is_given(text):
    answer = read(text, "")["yesterday"]
    assert (answer.value, answer.against) == ("2025-01-13", "2025-01-14")
    assert answer.rule == "counted, from the dateline"


def test_a_date_in_a_sentence_is_no_dateline():
    assert (
        read("The envoys left yesterday. On January 14, 2025 they had met.", "")["yesterday"].value
        == "XXXX-XX-XX"
    )


def test_the_publication_date_wins_over_the_dateline():
    text = "Harbour talks resume\nTuesday, January 14, 2025\nThe envoys left yesterday."
    assert read(text, "2025-01-20")["yesterday"].value == "2025-01-19"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("OSTROVA, May 12 (Varne Wire) - The envoys left today.", "2031-05-13", "2031-05-12"),
        ("OSTROVA, 12 May 2031 — The envoys left today.", "2031-05-13", "2031-05-12"),
        ("OSTROVA, May 12 (Varne Wire) - The envoys left today.", "2031-05-20", "2031-05-20"),
        ("In Ostrova, May 12, the envoys met. They left today.", "2031-05-13", "2031-05-13"),
    ],
)
def test_a_report_printed_a_day_later_counts_from_its_dateline(text, published, value):
    assert read(text, published)["today"].value == value


# --- counted from what the text told before --------------------------------------------------


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("The hall opened on March 3, 1998. It closed three days later.", "three days later", "1998-03-06"),
        ("The hall opened on March 3, 1998. It burned the same day.", "the same day", "1998-03-03"),
        ("The hall opened on March 3, 1998. It burned the following day.", "the following day", "1998-03-04"),
        (
            "The hall opened on March 3, 1998. It had closed the previous day.",
            "the previous day",
            "1998-03-02",
        ),
        (
            "The hall opened on March 3, 1998. It had burned two months earlier.",
            "two months earlier",
            "1998-01",
        ),
        ("The hall opened in 1998. It burned that year.", "that year", "1998"),
        ("The hall opened in 1998. It burned the year after.", "the year after", "1999"),
        ("The hall opened in 1998. A decade later it burned.", "A decade later", "200"),
        ("Profit fell in the third quarter. A year earlier it rose.", "A year earlier", "2023-Q3"),
        ("Profit fell, compared with the previous year.", "the previous year", "2024"),
        ("In March 1998 the hall opened. On April 2 it burned.", "April 2", "1998-04-02"),
        ("In 1998, the hall opened. On March 3 it burned.", "March 3", "1998-03-03"),
        ("The 1998 accord failed. On November 3 they met again.", "November 3", "2024-11-03"),
        ("In 1998, the hall opened.\nOn November 3 it burned.", "November 3", "2024-11-03"),
        ("The vote was on Friday. Polls closed at 8 p.m. sharp.", "8 p.m.", "2025-01-10T20:00"),
        ("Polls closed at 8 p.m. (1900 UTC) on Friday.", "1900 UTC", "2025-01-10T19:00"),
        (
            "It met on Friday. It signs on 31 January 2025. It agreed at 4 a.m. sharp.",
            "4 a.m.",
            "2025-01-10T04:00",
        ),
    ],
)
def test_an_earlier_expression_dates_a_later_one(text, phrase, value):
    assert read(text, "2025-01-14")[phrase].value == value


def test_a_story_of_another_year_dates_it_where_nothing_else_does():
    answer = read("He ruled in 1998. Years passed. On March 3 he left.", "")["March 3"]
    assert (answer.value, answer.against) == ("1998-03-03", "1998")
    assert answer.rule == "year of the story, from an earlier date"


def test_a_year_that_is_told_of_does_not_date_what_is_to_come():
    assert read("In March 1998 they met. On April 2 they will meet.", "2025-01-14", "future")[
        "April 2"
    ].value == ("2025-04-02")


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        # a week from a day that the text names is a day; a week ago is some day of that week
        ("The hall opened on March 3, 1998. It burned a week later.", "a week later", "1998-03-10"),
        ("Opening night, March 3, 1998, was calm.", "Opening night", "1998-03-03"),
        ("The hall opened on March 3, 1998. They marked the date with song.", "the date", "1998-03-03"),
        ("The riot of January 6, 2021, left one dead. On January 6 he was there.", "January 6", "2021-01-06"),
        (
            "Of the riot of January 12, 2021, he spoke.\nOn January 12 he spoke again.",
            "January 12",
            "2025-01-12",
        ),
        (
            "It opened on Friday. One wing had shut a week earlier. At 9 p.m. it burned.",
            "9 p.m.",
            "2025-01-10T21:00",
        ),
        (
            "It burned on Friday.\nMen saw.\nWomen saw.\nAll saw.\nAt 9 p.m. it fell.",
            "9 p.m.",
            "2025-01-10T21:00",
        ),
        ("Just after 4 a.m. (0300 UTC) on Friday it fell.", "Just after 4 a.m.", "2025-01-10T04:00"),
    ],
)
def test_what_is_past_goes_back_to_what_was_told(text, phrase, value):
    assert read(text, "2025-01-14")[phrase].value == value


def test_what_is_past_goes_back_to_no_day_to_come():
    text = "They met on Friday and will meet on 2 April. He drove up that day."
    tenses: tuple[Tense, ...] = ("past", "future", "past")
    temporals = [
        Temporal(each.span, each.type, tense) for each, tense in zip(dates.find(text), tenses, strict=True)
    ]
    assert dates.resolve(text, temporals, published="2025-01-14")[-1].value == "2025-01-10"


def test_hours_are_a_length_on_the_day_they_are_counted_from():
    answer = read("It opened on Friday. Two hours later it burned.", "2025-01-14")["Two hours later"]
    assert (answer.type, answer.value, answer.edtf) == ("DURATION", "PT2H", "2025-01-10")
    assert answer.rule == "hours from, from an earlier date"


# --- what somebody says -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tense", "phrase", "value"),
    [
        ("“We start today,” she said on Saturday.", "past", "today", "2025-01-11"),
        ("“We will start on Sunday,” she said on Saturday.", "future", "Sunday", "2025-01-12"),
        ("On Friday she said it would start on Sunday.", "future", "Sunday", "2025-01-12"),
        (
            "She spoke in a statement at 1 a.m. on Monday. “It ends tonight,” it ran.",
            "past",
            "tonight",
            "2025-01-12TNI",
        ),
        ("The hall fell on Friday.\nMen wept.\n“It is hard today,” one said.", "past", "today", "2025-01-10"),
        ("On Saturday she promised more, and today she went.", "past", "today", "2025-01-14"),
        ("On January 3, 1998 she said: “It is over today.”", "past", "today", "2025-01-14"),
    ],
)
def test_quoted_words_count_from_the_day_they_were_said(text, tense, phrase, value):
    found = dates.find(text)
    temporals = [
        Temporal(each.span, each.type, tense if text[slice(*each.span)] == phrase else "past")
        for each in found
    ]
    answers = dates.resolve(text, temporals, published="2025-01-14")
    assert {text[slice(*each.span)]: answer.value for each, answer in zip(found, answers, strict=True)}[
        phrase
    ] == value


# --- ranges ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tense", "first", "last"),
    [
        ("It runs from January 3 through March 9.", "future", "2025-01-03/2025-03-09", "2025-03-09"),
        ("It ran from November 20 to January 5.", "past", "2024-11-20/2025-01-05", "2025-01-05"),
        ("It ran from November 20, 2019 to January 5.", "past", "2019-11-20/2020-01-05", "2020-01-05"),
        ("It runs from Thursday to Monday.", "future", "2025-01-16/2025-01-20", "2025-01-20"),
        ("It fell between July 2003 and December 2004.", "past", "[2003-07..2004-12]", "2004-12"),
        ("It met in July 2003 and December 2004.", "past", "2003-07", "2004-12"),
    ],
)
def test_the_ends_of_a_range_date_each_other(text, tense, first, last):
    assert [answer.edtf for answer in read(text, "2025-01-14", tense).values()] == [first, last]


# --- settings and people ----------------------------------------------------------------------


def test_a_person_knows_better():
    text = "She left on the 13th."
    (found,) = dates.find(text)
    (answer,) = dates.resolve(
        text, [Temporal(found.span, "DATE", "past", date="[..2024-12-13]")], published="2025-01-14"
    )
    assert (answer.edtf, answer.rule) == ("[..2024-12-13]", "by hand")


@pytest.mark.parametrize(
    ("starts", "edtf"),
    [("monday", "[2025-01-13..2025-01-19]"), ("sunday", "[2025-01-12..2025-01-18]")],
)
def test_the_week_starts_as_set(starts, edtf):
    assert read("It ends this week.", "2025-01-14", week_starts=starts)["this week"].edtf == edtf


def test_what_a_person_marks_is_read_even_where_the_grammar_would_not_look():
    text = "aged 34, before March 3, in three weeks, gibberish"
    spans = [
        re.search(phrase, text).span()
        for phrase in ("aged 34", "before March 3", "in three weeks", "gibberish")
    ]
    temporals = [Temporal(Span(*span), "DATE") for span in spans]
    answers = dates.resolve(text, temporals, published="2025-01-14")
    assert [answer.value for answer in answers] == ["P34Y", "2025-03-03", "2025-W06", ""]
    assert answers[1].edtf == "[..2025-03-02]"
    assert answers[3].rule == "not understood"


def test_answers_keep_the_order_they_were_asked_in():
    text = "On March 3, 1998 it opened and the same day it burned."
    temporals = [Temporal(found.span, found.type, "past") for found in dates.find(text)]
    forwards = dates.resolve(text, temporals, published="")
    assert dates.resolve(text, temporals[::-1], published="") == forwards[::-1]


# --- no dates -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the second gate.",
        "The Sun rose; he sat down.",
        "The shop is open 24/7.",
        "Some 2000 people fled.",
        "About 1,998 homes burned.",
        "It cost $2000 to mend.",
        "See page 1998 of the record.",
        "They won 3-2 at home.",
        "The ratio was 3:30.",
        "The Boeing 2707 never flew.",
        "He won the third prize and the 13th seat.",
        "The 13th amendment stands.",
        "The second amendment stands.",
        "The quarter-final was lost.",
        "A quarter of voters stayed away.",
        "It fell 2.5 percent to 1.2 million.",
        "He was aged 34.",
        "Super Tuesday, Black Friday and Bloody Sunday are names.",
        "Read USA Today and the Daily Courier.",
        "It went at 60 miles per hour.",
        "He read every now and again.",
        "It was released as version 1.2.24.",
        "It fell on India's Independence Day.",
        "They gave a quarter to ten charities.",
        "The vote was won by ten to two.",
    ],
)
def test_these_words_are_no_dates(text):
    assert [text[slice(*found.span)] for found in dates.find(text) if not found.ambiguous] == []


PIECES = st.sampled_from(
    """
    the last next this that of in on by since from to between and early late mid end start week month year day
    quarter decade Tuesday Fri. March May Jan. 13th 3rd 31 1998 2025 '98 30 12:30 p.m. UTC EST noon Christmas Easter
    summer Q3 fiscal three several more than days years ago later earlier before after every daily now soon 9/11
    14/01/2025 - – ( ) $ , . ’s
    """.split()
)
PUBLISHED = st.sampled_from(["", "2025", "2025-01", "2025-01-14", "0001-01-01", "9999-12-31"])


@example("between 1998 and 9/11", "")
@given(st.lists(PIECES, max_size=25).map(" ".join), PUBLISHED)
def test_any_jumble_of_time_words_is_read_without_harm(text, published):
    found = dates.find(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for tense in (None, "past", "present", "future"):
        temporals = [Temporal(one.span, one.type, tense) for one in found]
        for answer in dates.resolve(text, temporals, published=published):
            assert answer.rule in dates.RULES
            assert not answer.edtf or is_edtf(answer.edtf), answer


@given(st.text(max_size=80))
def test_any_text_is_read_without_harm(text):
    for found in dates.find(text):
        assert text[slice(*found.span)].strip()


@pytest.mark.parametrize(
    "text", ["He spoke in May.", "They went in March.", "He came in the fall.", "He came later."]
)
def test_words_that_only_the_part_of_speech_decides_are_marked(text):
    assert [found.ambiguous for found in dates.find(text)] == [True]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("It shut for two years at least one of them knew.", ["two years"]),
        ("It killed 12 people a day after the vote.", ["a day"]),
        ("It fell in the second half of the day.", ["the second half of the day"]),
        ("It was her last day at work.", []),
    ],
)
def test_what_is_near_a_form_is_not_that_form(text, phrases):
    found = dates.find(text)
    assert [text[slice(*each.span)] for each in found] == phrases
    assert "SET" not in {each.type for each in found}
    assert all(not answer.edtf or is_edtf(answer.edtf) for answer in read(text, "2025-01-14").values())


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2025 was set.",
        "It began 900000 years ago.",
        "It began in the year 1000, 5000 years ago.",
    ],
)
def test_impossible_dates_do_no_harm(text):
    for answer in read(text, "2025-01-14").values():
        assert answer.rule in dates.RULES
