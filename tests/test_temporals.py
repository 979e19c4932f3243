"""Time expressions of a parsed article: which stay, and the tense of the verb that governs each."""

import pytest

from generator import dates
from generator.extract import temporals
from generator.model import Article, Reading

PUBLISHED = "2025-01-14"  # a Tuesday


def extract(nlp, text):
    article = Article("a", "a.txt", text, "")
    return temporals.extract(nlp(text), article, Reading()).temporals


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("The council met on Friday.", "past", "2025-01-10"),
        ("The council has met on Friday.", "past", "2025-01-10"),
        ("The council was dissolved on Friday.", "past", "2025-01-10"),
        ("The council will meet on Friday.", "future", "2025-01-17"),
        ("The council is going to meet on Friday.", "future", "2025-01-17"),
        ("The council is to meet on Friday.", "future", "2025-01-17"),
        ("The council plans to meet on Friday.", "future", "2025-01-17"),
        ("The council planned to meet on Friday.", "future", "2025-01-17"),
        ("The council could meet on Friday.", "future", "2025-01-17"),
        ("The council may meet on Friday.", "future", "2025-01-17"),
        ("The council is scheduled to meet on Friday.", "future", "2025-01-17"),
        ("The meeting, scheduled for Friday, worries them.", "future", "2025-01-17"),
        ("The mayor feared the upcoming vote on Friday.", "future", "2025-01-17"),
        ("The mayor failed to appear on Friday.", "past", "2025-01-10"),
        ("Figures released on Friday show a rise.", "past", "2025-01-10"),
        ("The mayor said the council would meet on Friday.", "future", "2025-01-17"),
        ("The council set a record on Friday.", "past", "2025-01-10"),
        ("The mayor resigned, saying on Friday that she was tired.", "past", "2025-01-10"),
        ("The envoys pressed them before the oath, scheduled for the 20th.", "future", "2025-01-20"),
        ("The envoy met the mayor on the 11th.", "past", "2025-01-11"),
        ("The union gave the owners until Friday.", "future", "2025-01-17"),
        ("The court adjourned the hearing until Friday.", "future", "2025-01-17"),
        ("The shop was open until Friday.", "past", "2025-01-10"),
        ("Her exit casts doubt on Friday’s deadline.", "future", "2025-01-17"),
        # the day of a saying, though the parser hangs it from what is said
        ("The company said on Friday it would cut jobs.", "past", "2025-01-10"),
        # what is supposed or threatened is to come, be it told in the past
        ("It stood ready to act if growth did not slow by Friday.", "future", "2025-01-17"),
        ("They threatened to print it unless it was paid by Friday.", "future", "2025-01-17"),
        # whom one asks in comes later
        ("The mayor invited both sides to her office on Friday.", "future", "2025-01-17"),
        ("The mayor invited both sides on Friday.", "past", "2025-01-10"),
        # what somebody is up for lies ahead
        ("The mayor, who is up for re-election on Friday, resigned.", "future", "2025-01-17"),
        # a plan that did not hold may have been for any day: the nearest
        ("The talks had been due to end on Monday and were extended.", None, "2025-01-13"),
        ("The talks had been scheduled to end on Monday.", None, "2025-01-13"),
        ("The budget was to have been presented on 20 January.", None, "2025-01-20"),
        ("The army had begun to withdraw on Monday.", "past", "2025-01-13"),
        ("Owners will get a premium over Friday’s closing price.", "past", "2025-01-10"),
    ],
)
def test_the_verb_tells_which_day(nlp, text, tense, value):
    found = extract(nlp, text)
    (answer,) = dates.resolve(text, found, published=PUBLISHED)
    assert (found[0].tense, answer.value) == (tense, value)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor may resign and the troops may march.",
        "April Dorne signed the letter.",
        "The sun rose over the second bridge.",
        "The office on the 25th floor burned.",
        "The mayor was abroad at the time the tower was built.",
        "Two members voted for a quarter point, one for a quarter final.",
    ],
)
def test_what_the_tags_rule_out(nlp, text):
    assert extract(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The first phase is to last 42 days.", "42 days"),
        ("The alarm rang for 54 seconds before it fell silent.", "54 seconds"),
        ("The mayor resigned in May.", "May"),
        ("The mayor came to power in the fall.", "the fall"),
        ("The mayor later resigned.", "later"),
        ("The resolution passed on the 25th gives them time.", "the 25th"),
        ("Give us five guarantees or we give you April.", "April"),
    ],
)
def test_what_the_tags_confirm(nlp, text, phrase):
    (found,) = extract(nlp, text)
    assert text[slice(*found.span)] == phrase


def test_a_story_goes_on_into_the_next_year(nlp):
    text = "The bank sued in March 2023. A judge ruled in June, and another in February."
    answers = dates.resolve(text, extract(nlp, text), published=PUBLISHED)
    assert [answer.value for answer in answers] == ["2023-03", "2023-06", "2024-02"]


def test_the_line_of_publication_is_a_temporal_too(nlp):
    text = "Harbour talks resume\nTuesday, January 14, 2025\nThe envoys met yesterday."
    found = extract(nlp, text)
    assert [text[slice(*temporal.span)] for temporal in found] == ["Tuesday, January 14, 2025", "yesterday"]


def test_spans_rules_and_types_are_what_the_grammar_found(nlp):
    text = "The envoys met for six months, every Tuesday, until 10 p.m. last Friday."
    found = extract(nlp, text)
    assert [(text[slice(*temporal.span)], temporal.type, temporal.rule) for temporal in found] == [
        ("six months", "DURATION", "duration"),
        ("every Tuesday", "SET", "set"),
        ("10 p.m. last Friday", "TIME", "time of day"),
    ]
