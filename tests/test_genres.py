"""Passages as news of many kinds has them, read by all extractors in turn: what an event says, and who is in it."""

import pytest

from generator import extract, vocabulary
from generator.model import Article, Reading


@pytest.fixture(scope="session")
def read(nlp):
    table = extract.extractors(vocabulary.load("pax"))

    def of(text):
        doc, article, reading = nlp(text), Article("a", "a.txt", text, ""), Reading()
        for _name, run in table:
            reading = run(doc, article, reading)
        return reading

    return of


WORDINGS = [
    # a stretch of time is told where it is what was given, taken or added
    (
        "Ann Weiss offered three years of free repairs.",
        [("happened", "Ann Weiss offered three years of free repairs")],
    ),
    ("The ceasefire was extended by 24 hours.", [("happened", "The ceasefire was extended by 24 hours")]),
    # the infinitive belongs to the verb, though a day stands between
    ("Orvex Foods offered on Monday to buy the mill.", [("happened", "Orvex Foods offered to buy the mill")]),
    # by how much it rose or fell
    ("Prices rose 7.2 percent on Monday.", [("happened", "Prices rose 7.2 percent")]),
    ("Shares of Orvex fell 23% in June.", [("happened", "Shares of Orvex fell 23%")]),
    # what stands before a colon is not what was voted
    (
        "The panel was divided: four judges voted for the ban.",
        [("happened", "four judges voted for the ban")],
    ),
    # an aside does not take the subject
    (
        "A first bid from Ann Weiss, believed to be low, was turned down in May.",
        [("happened", "A first bid from Ann Weiss was turned down")],
    ),
    # until it had been mended: it has not
    (
        "The minister ordered all nine ferries to be stopped on Friday until their engines had been replaced.",
        [("happened", "The minister ordered all nine ferries to be stopped")],
    ),
    # `at the time` is no day
    ("The ministry said it had been unaware of the raid at the time.", []),
    # an article suits what is left of its phrase
    ("An eight-hour meeting ended on Friday.", [("happened", "A meeting ended")]),
    # of `what` somebody speaks, and does not say what it was
    ("Ann Weiss said on Friday it was not what the miners walked out for.", []),
    ("Orvex Foods went back on what it had signed in May.", []),
    # what was passed has its name, and stands in the sentence
    (
        "Part of the deal is relief for minor debts, which the council approved in May.",
        [("happened", "the council approved relief for minor debts")],
    ),
    ("The list, which the board presented in May, is long.", [("happened", "the board presented the list")]),
    # a participle behind `under` tells of what it follows
    (
        "Under the offer, tabled in May, the owners get new shares.",
        [("happened", "the offer tabled")],
    ),
    # a limit says for what
    (
        "Orvex Foods has until noon on 22 July to make a firm bid.",
        [("deadline", "Orvex Foods has to make a firm bid")],
    ),
    ("Ann Weiss is up for re-election on 9 October.", [("scheduled", "re-election")]),
    # a prefix with a hyphen is no word of its own
    ("On Sunday the council re-opened the port.", [("happened", "the council re-opened the port")]),
    ("Ann Weiss was re-elected on Friday.", [("happened", "Ann Weiss was re-elected")]),
    # what is on a day is scheduled, what a committee considers too
    ("The next hearing is on July 9.", [("scheduled", "The next hearing")]),
    ("The council’s decision is on July 9.", [("scheduled", "The council’s decision")]),
    ("The court will consider the case on 29 June.", [("scheduled", "The court will consider the case")]),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_what_an_event_says(read, text, expected):
    assert [(event.phase, event.what) for event in read(text).events] == expected


TAKING_PART = [
    # where somebody comes from is not where it was
    ("Envoys from Norway and Chile met in Geneva.", ({"Norway", "Chile"}, "Geneva")),
    # of places joined by `and`, none takes part
    ("Orvex Foods opened shops in Norway and Chile on Monday.", ({"Orvex Foods"}, "Norway")),
    # his counterpart is another one
    (
        "Ann Weiss left. Her Chilean counterpart, Tom Roe, arrived in Geneva on Monday.",
        ({"Tom Roe"}, "Geneva"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TAKING_PART)
def test_who_takes_part_and_where(read, text, expected):
    reading = read(text)
    names = {entity.id: entity.name for entity in reading.entities}
    event = reading.events[-1]
    assert ({names[each] for each in event.participants}, names.get(event.place, "")) == expected


DATES = [
    # a limit in one clause does not date the next
    ("Orvex Foods promised a bridge before 2035 and has offered a ferry.", "offered", ""),
    # what counts from a month did not happen in it
    ("The talks, the third round since August, ended on Friday.", "ended", "Friday"),
]


@pytest.mark.parametrize(("text", "trigger", "when"), DATES)
def test_which_expression_dates_it(read, text, trigger, when):
    found = {text[slice(*event.trigger)]: event.when for event in read(text).events}
    assert found[trigger] == when


@pytest.mark.parametrize(
    "text",
    [
        "The talks had been due to end on Friday.",
        "The budget was to have been presented on 1 April.",
        "The mayor invited both sides to her office on Friday.",
    ],
)
def test_no_event_is_dated_by_what_was_only_to_be(read, text):
    assert [event.when for event in read(text).events if event.when] == []
