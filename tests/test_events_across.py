"""One event told by several articles, and what became of what was planned: invented passages side by side."""

from dataclasses import dataclass, replace

import pytest
from readings import annotated, organization, person, span

from generator.assemble import assemble
from generator.assemble.roots import root, roots
from generator.model import Event, Settings, Temporal
from generator.naming import find_mentions
from generator.vocabulary import Vocabulary

ILVES, HAUG = person("mara-ilves", "Mara Ilves", "Ilves"), person("tor-haug", "Tor Haug", "Haug")
GUILD = organization("pilots-guild", "Pilots Guild")
PEOPLE = (ILVES, HAUG, GUILD)


@dataclass(frozen=True)
class Told:
    """An article: its day, its sentence, and the event in it; dates are written `<2031-03-04>`."""

    day: str
    text: str
    event: str = ""
    trigger: str = ""
    phase: str = "happened"
    kind: str = ""


def read(number, told):
    """The article as an extractor would read it: the named people, the dates, the one event."""
    text = told.text
    temporals = tuple(
        Temporal(span(text, when), "DATE", "past" if when <= told.day else "future", id=f"t{number}-{at}")
        for at, when in enumerate(word.strip(".,") for word in text.split() if word[:4] in {"2030", "2031"})
    )
    events = ()
    if told.event:
        where = span(text, told.event)
        inside = next((text[slice(*t.span)] for t in temporals if where.contains(t.span)), "")
        who = [person.id for person in PEOPLE if any(name in told.event for name in person.names)]
        events = (
            Event(
                where,
                span(text, told.trigger),
                told.phase,
                when=inside,
                participants=tuple(who),
                kind=told.kind,
                id=f"e{number}",
            ),
        )
    return annotated(
        f"a{number}",
        text,
        told.day,
        entities=PEOPLE,
        mentions=find_mentions(text, PEOPLE),
        temporals=temporals,
        events=events,
    )


def events_of(*articles):
    read_ = [read(number, told) for number, told in enumerate(articles)]
    return assemble(read_, (), Settings(), Vocabulary("none", ()), {}).events


FLOOD = Told(
    "2031-03-04",
    "A flood closed the ferry pier on 2031-01-21.",
    "A flood closed the ferry pier on 2031-01-21",
    "closed",
)
QUITS = Told(
    "2031-03-04",
    "Mara Ilves resigned on 2031-03-03.",
    "Mara Ilves resigned on 2031-03-03",
    "resigned",
    kind="RESIGN",
)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(
            FLOOD,
            Told(
                "2031-03-06",
                "The pier was closed by a flood on 2031-01-21.",
                "The pier was closed by a flood on 2031-01-21",
                "closed",
            ),
            True,
            id="same day",
        ),
        pytest.param(
            FLOOD,
            Told(
                "2031-03-06",
                "A flood closed the ferry pier on 2030-11-02.",
                "A flood closed the ferry pier on 2030-11-02",
                "closed",
            ),
            False,
            id="another day",
        ),
        pytest.param(
            FLOOD,
            Told("2031-04-28", "Boats wait at the ferry pier, closed since 2031-01-21."),
            True,
            id="told again weeks later",
        ),
        pytest.param(
            FLOOD, Told("2031-04-28", "Boats wait at the ferry pier."), False, id="the pier, not the flood"
        ),
        pytest.param(
            FLOOD,
            Told("2031-04-28", "A flood closed the ferry pier of Norrby."),
            False,
            id="weeks later and no day",
        ),
        pytest.param(
            QUITS,
            Told(
                "2031-03-09",
                "The resignation of Mara Ilves shook the guild.",
                "The resignation of Mara Ilves",
                "resignation",
                kind="RESIGN",
            ),
            True,
            id="the noun",
        ),
        pytest.param(
            QUITS, Told("2031-03-09", "Tor Haug took over after Mara Ilves quit."), True, id="another verb"
        ),
        pytest.param(
            QUITS,
            Told(
                "2031-03-09",
                "Tor Haug resigned on 2031-03-03.",
                "Tor Haug resigned on 2031-03-03",
                "resigned",
                kind="RESIGN",
            ),
            False,
            id="another person",
        ),
        pytest.param(
            QUITS, Told("2031-03-09", "Mara Ilves will resign if the guild wins."), False, id="not done"
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The third round of talks ended on 2031-03-03.",
                "The third round of talks ended on 2031-03-03",
                "ended",
            ),
            Told(
                "2031-03-05",
                "The fourth round of talks ended on 2031-03-03.",
                "The fourth round of talks ended on 2031-03-03",
                "ended",
            ),
            False,
            id="another round",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The pilots will strike on 2031-03-20.",
                "The pilots will strike on 2031-03-20",
                "strike",
                "scheduled",
            ),
            Told(
                "2031-03-05",
                "A walkout of pilots is set for 2031-03-20.",
                "A walkout of pilots is set for 2031-03-20",
                "walkout",
                "scheduled",
            ),
            True,
            id="a plan under another word",
        ),
    ],
)
def test_one_event_or_two(first, second, joined):
    events = events_of(first, second)
    assert max(len({source.article.id for source in event.sources}) for event in events) == 1 + joined


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        pytest.param("the attack", "the attack", 1, id="the same few words"),
        pytest.param("the attack", "the previous attack", 1, id="which of two, said by its date"),
        pytest.param("the attack", "the attack on the pier", 2, id="another thing, maybe"),
    ],
)
def test_one_event_or_two_in_one_article(first, second, events):
    text = f"On 2031-03-03 came {first}. The guild called {second} of 2031-03-03 an outrage."
    day, again = span(text, "2031-03-03"), span(text, "2031-03-03", 2)
    told = span(text, first), span(text, second, 2 if first == second else 1)
    article = annotated(
        "a0",
        text,
        "2031-03-04",
        temporals=(Temporal(day, "DATE", "past", id="t0"), Temporal(again, "DATE", "past", id="t1")),
        events=tuple(
            Event(where, span(text, "attack", number), "happened", when="2031-03-03", id=f"e{number}")
            for number, where in enumerate(told, 1)
        ),
    )
    assert len(assemble([article], (), Settings(), Vocabulary("none", ()), {}).events) == events


def became(plan, *later):
    """A parameter for each sentence told later: the sentence, what became of the plan, and a name for it."""
    return [pytest.param(plan, sentence, outcome, id=id_) for sentence, outcome, id_ in later]


@pytest.mark.parametrize(
    ("plan", "later", "outcome"),
    [
        pytest.param(
            Told(
                "2031-03-04",
                "The guild will vote on a strike on 2031-03-10.",
                "The guild will vote on a strike on 2031-03-10",
                "vote",
                "scheduled",
            ),
            "The guild voted for a strike on 2031-03-10.",
            "kept",
            id="on its day",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The guild will vote on a strike on 2031-03-10.",
                "The guild will vote on a strike on 2031-03-10",
                "vote",
                "scheduled",
            ),
            "The guild wants to vote on a strike by 2031-03-10.",
            "",
            id="still a plan",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves will sign the lease on 2031-03-10.",
                "Mara Ilves will sign the lease on 2031-03-10",
                "sign",
                "scheduled",
            ),
            "The signing of the lease, due on 2031-03-10, was called off by Mara Ilves.",
            "missed",
            id="called off",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves aims to finish the survey by 2031-03-10.",
                "Mara Ilves aims to finish the survey by 2031-03-10",
                "finish",
                "deadline",
            ),
            "A target of finishing the survey by 2031-03-10 was missed.",
            "missed",
            id="a target missed",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves aims to finish the survey by 2031-03-10.",
                "Mara Ilves aims to finish the survey by 2031-03-10",
                "finish",
                "deadline",
            ),
            "The target for the mill of 2031-03-10 was missed.",
            "",
            id="another target",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The Pilots Guild will begin a strike on 2031-03-10.",
                "The Pilots Guild will begin a strike on 2031-03-10",
                "begin",
                "scheduled",
            ),
            "The Pilots Guild said the strike ended at dawn.",
            "kept",
            id="over, so it came",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves will sign the lease on 2031-03-10.",
                "Mara Ilves will sign the lease on 2031-03-10",
                "sign",
                "scheduled",
            ),
            "Tor Haug sold the mill on 2031-03-10.",
            "",
            id="something else that day",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves gave the guild until 2031-03-10 to answer.",
                "Mara Ilves gave the guild until 2031-03-10 to answer",
                "gave",
                "deadline",
            ),
            "Mara Ilves had her answer on 2031-03-10, hours before the deadline.",
            "kept",
            id="in time",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The tailors will hold a one-day strike on 2031-03-10.",
                "a one-day strike on 2031-03-10",
                "strike",
                "scheduled",
            ),
            "The strike on 2031-03-10 shut two mills.",
            "kept",
            id="nearly all its words on the very day",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves will visit the quarry on 2031-03-10.",
                "Mara Ilves will visit the quarry on 2031-03-10",
                "visit",
                "scheduled",
                kind="CONSULT",
            ),
            "On 2031-03-10 Mara Ilves laid flowers at the gate.",
            "kept",
            id="there on the day",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The review of the quarry is expected on 2031-03-20.",
                "The review of the quarry is expected on 2031-03-20",
                "expected",
                "scheduled",
            ),
            "The review of the quarry had been expected on 2031-03-20 and will now come in May.",
            "missed",
            id="moved before its day",
        ),
        *became(
            Told(
                "2031-03-04",
                "Mara Ilves promised to decide on the lease by 2031-03-10.",
                "Mara Ilves promised to decide on the lease by 2031-03-10",
                "decide",
                "deadline",
            ),
            ("The lease was approved on 2031-03-10.", "kept", "decided"),
            ("The lease was discussed on 2031-03-10.", "", "not decided"),
            ("Mara Ilves wants to approve the lease on 2031-03-10.", "", "still to decide"),
        ),
        *became(
            Told(
                "2031-03-04",
                "The guild will sell twelve boats on 2031-03-11.",
                "The guild will sell twelve boats on 2031-03-11",
                "sell",
                "scheduled",
            ),
            ("The guild withdrew its plan to sell twelve boats.", "missed", "given up"),
            ("The guild withdrew its plan to sell the mill.", "", "another plan given up"),
        ),
        *became(
            Told(
                "2031-03-04",
                "The ruling on the quay is due on 2031-03-10.",
                "The ruling on the quay is due on 2031-03-10",
                "due",
                "scheduled",
            ),
            ("The ruling came on 2031-03-11, a day late.", "missed", "a day late"),
            ("The ruling came on 2031-03-11, two days late.", "", "late by another plan"),
        ),
        *became(
            Told(
                "2031-03-04",
                "The army will release the second group of captives on 2031-03-10.",
                "The army will release the second group of captives on 2031-03-10",
                "release",
                "scheduled",
            ),
            ("The second group of captives was not released on 2031-03-10.", "missed", "not done"),
            ("The first group of captives was not released.", "", "another one not done"),
            ("The second release of captives fails after a quarrel.", "missed", "a headline"),
        ),
        *became(
            Told(
                "2031-03-04",
                "Mara Ilves promised to publish the survey by 2031-03-10.",
                "Mara Ilves promised to publish the survey by 2031-03-10",
                "publish",
                "deadline",
            ),
            (
                "The books that Mara Ilves vowed to open by 2031-03-10 are still closed.",
                "missed",
                "by its day",
            ),
            (
                "The books that Mara Ilves opened on 2031-03-10 are still closed.",
                "",
                "by another promise",
            ),
            ("The survey that Mara Ilves has yet to publish is long.", "missed", "yet to come"),
            (
                "The survey by Mara Ilves, promised for 2031-03-10, came on 2031-03-12.",
                "missed",
                "came later",
            ),
        ),
        *became(
            Told(
                "2031-03-04",
                "Mara Ilves will meet the crews at the quarry on 2031-03-10.",
                "Mara Ilves will meet the crews at the quarry on 2031-03-10",
                "meet",
                "scheduled",
            ),
            ("Mara Ilves never turned up at the quarry.", "missed", "stayed away"),
            ("Mara Ilves never turned up at the mill.", "", "stayed away elsewhere"),
        ),
        *became(
            Told(
                "2031-03-04",
                "The army will release 9 captives under the timetable on 2031-03-10.",
                "The army will release 9 captives under the timetable on 2031-03-10",
                "release",
                "scheduled",
            ),
            ("The 9 were handed over on 2031-03-10.", "kept", "so many by another word"),
            ("The 9 were handed over on 2031-03-11.", "", "so many on another day"),
            ("The 8 were handed over on 2031-03-10.", "", "others that day"),
        ),
        *became(
            Told(
                "2031-03-04",
                "The judge, Mara Ilves, will hear them on 2031-03-10.",
                "will hear them on 2031-03-10",
                "hear",
                "scheduled",
            ),
            ("Judge Mara Ilves heard the guild on 2031-03-10, as planned.", "kept", "as planned"),
            ("Judge Mara Ilves heard the bell on 2031-03-10.", "", "heard that day"),
            ("Judge Mara Ilves is to hear the guild on 2031-03-10, as planned.", "", "still planned"),
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "Mara Ilves will deliver a survey by 2031-03-10.",
                "Mara Ilves will deliver a survey by 2031-03-10",
                "deliver",
                "deadline",
            ),
            "Mara Ilves handed the survey over on 2031-03-10, on schedule.",
            "kept",
            id="on schedule by its last day",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "The guild will vote on higher fares on 2031-03-10.",
                "The guild will vote on higher fares on 2031-03-10",
                "vote",
                "scheduled",
            ),
            "The guild put its vote on higher fares off.",
            "missed",
            id="put it off",
        ),
        pytest.param(
            Told(
                "2031-03-04",
                "A first round of talks on the lease is to be held on 2031-03-12.",
                "A first round of talks on the lease is to be held on 2031-03-12",
                "held",
                "scheduled",
            ),
            "Mara Ilves was tired after four hours of lease talks.",
            "kept",
            id="told after it was held",
        ),
    ],
)
def test_what_became_of_a_plan(plan, later, outcome):
    (event,) = (e for e in events_of(plan, Told("2031-03-12", later)) if e.phase == plan.phase)
    assert (event.outcome, event.overdue) == (outcome, not outcome)
    assert (later in {source.quote for source in event.sources}) == bool(outcome)


@pytest.mark.parametrize(
    ("text", "what", "trigger", "phase", "outcome"),
    [
        (
            "The lease, signed five days before the guild’s deadline of 2031-03-20, is long.",
            "the guild’s deadline of 2031-03-20",
            "deadline",
            "deadline",
            "kept",
        ),
        (
            "The talks broke off five days before the guild’s deadline of 2031-03-20.",
            "the guild’s deadline of 2031-03-20",
            "deadline",
            "deadline",
            "",
        ),
        (
            "The survey, which was to begin on 2031-03-20, has been put off to May.",
            "The survey, which was to begin on 2031-03-20",
            "begin",
            "scheduled",
            "missed",
        ),
        (
            "The guild, which was to vote on 2031-03-20, put the vote off until 2031-05-20.",
            "The guild, which was to vote on 2031-03-20",
            "vote",
            "scheduled",
            "missed",
        ),
        (
            "The guild, which was to meet on 2031-03-20, put the vote off until 2031-05-20.",
            "the vote off until 2031-05-20",
            "vote",
            "scheduled",
            "",
        ),
    ],
)
def test_a_sentence_that_tells_of_a_plan_may_tell_what_became_of_it(text, what, trigger, phase, outcome):
    (event,) = events_of(Told("2031-03-15", text, what, trigger, phase))
    assert event.outcome == outcome


def test_the_wording_is_that_of_an_article_whose_words_may_be_shown():
    hidden, shown = (read(n, t) for n, t in enumerate((QUITS, QUITS)))
    hidden = replace(hidden, article=replace(hidden.article, rights="none"))
    (event,) = assemble([hidden, shown], (), Settings(), Vocabulary("none", ()), {}).events
    assert event.what == "Mara Ilves resigned on 2031-03-03"


@pytest.mark.parametrize(
    "forms",
    [
        "resigned resignation quits",
        "signed signing signature",
        "struck strikes walkout",
        "closed closes closure",
        "crossing crossed",
        "replies answered",
        "agreements accord",
        "killed dead",
        "two 2",
        "withdraw withdrew withdrawals",
        "approves approval",
        "troops military army",
        "ceasefires truce",
    ],
)
def test_forms_of_a_word_have_one_root(forms):
    assert len({root(form) for form in forms.split()}) == 1


def test_roots_leave_out_what_says_nothing_and_keep_numbers():
    assert roots("On Monday the 23 engines' all-out sale") == {"23", root("engine"), "all-out", root("sale")}
