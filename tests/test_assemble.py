"""From items to what the pages show, on two short invented articles and variations of them."""

from dataclasses import replace

import pytest
from readings import annotated, issue, organization, person, place, register, span

from generator.assemble import assemble
from generator.model import Event, Settings, Standing, Statement, Temporal
from generator.vocabulary import Vocabulary

FIRST = """Ilves sees progress on the gates
Mara Ilves, deputy minister of Sarn, said on Friday that the opening of the gates was close. She meets Tor Haug of \
Lake Cities Union (LCU) on March 10.
A final answer is expected by March 12."""
SECOND = """Deal done, says union
The opening of the gates has been agreed, LCU said on Tuesday. Minister Mara Ilves denied it.
Mara Ilves met Tor Haug on Monday."""

ILVES = person("mara-ilves", "Mara Ilves", "Ilves", role="deputy minister of Sarn", side="Sarn")
HAUG = person("tor-haug", "Tor Haug", "Haug")
UNION = organization("lake-cities-union", "Lake Cities Union", "LCU")


def temporal(text, words, tense="past", **more):
    return Temporal(span(text, words), "DATE", tense, id=f"t-{words}", **more)


def statement(text, words, source, **more):
    return Statement(
        (span(text, words),), more.pop("mode", "indirect"), span(text, source), id=f"s-{words[:9]}", **more
    )


def event(text, words, trigger, phase, **more):
    return Event(span(text, words), span(text, trigger), phase, id=f"e-{trigger}", **more)


def first(**more):
    return annotated(
        "first",
        FIRST,
        more.pop("published", "2031-03-08"),
        entities=(ILVES, HAUG, UNION, place("sarn", "Sarn")),
        mentions=mentions(FIRST, ILVES, HAUG, UNION),
        temporals=(
            temporal(FIRST, "Friday"),
            temporal(FIRST, "March 10", "future"),
            temporal(FIRST, "March 12", "future"),
        ),
        statements=(statement(FIRST, "the opening of the gates was close", "Mara Ilves", when="Friday"),),
        events=(
            event(FIRST, "meets Tor Haug of Lake Cities Union (LCU) on March 10", "meets", "scheduled",
                  when="March 10", participants=("mara-ilves", "tor-haug"), what="Mara Ilves meets Tor Haug"),
            event(FIRST, "A final answer is expected by March 12", "answer", "deadline", when="March 12"),
        ),
        issues=(
            issue("opening-of-the-gates", "opening of the gates", span=span(FIRST, "opening of the gates"),
                  status="narrowing", according_to="mara-ilves"),
        ),
        **more,
    )  # fmt: skip


def second(**more):
    minister = replace(ILVES, role="Minister")
    union = organization("lcu", "LCU")
    return annotated(
        "second",
        SECOND,
        "2031-03-11",
        entities=(minister, HAUG, union),
        mentions=mentions(SECOND, minister, HAUG, union),
        temporals=(temporal(SECOND, "Tuesday"), temporal(SECOND, "Monday")),
        statements=(
            statement(SECOND, "The opening of the gates has been agreed", "LCU", when="Tuesday"),
            statement(SECOND, "it", "Minister Mara Ilves", certainty="denied", about=("opening-of-the-gates",)),
        ),
        events=(
            event(SECOND, "Mara Ilves met Tor Haug on Monday", "met", "happened", when="Monday",
                  participants=("mara-ilves", "tor-haug"), what="Mara Ilves meets Tor Haug"),
        ),
        issues=(
            issue("opening-of-the-gates", "opening of the gates", span=span(SECOND, "opening of the gates"),
                  status="claimed agreed", according_to="lcu"),
        ),
        **more,
    )  # fmt: skip


def mentions(text, *entities):
    from generator.naming import find_mentions

    return find_mentions(text, entities)


def assembled(*articles, registers=(), settings=None):
    return assemble(articles, registers, settings or Settings(), Vocabulary("none", ()), {})


@pytest.fixture(scope="module")
def site():
    return assembled(second(), first())


def entity(site, id_):
    return next(view for view in site.entities if view.ref.id == id_)


def test_today_is_the_newest_publication(site):
    assert site.as_of == "2031-03-11"
    assert [view.ref.id for view in site.articles] == ["second", "first"]


def test_a_statement_is_dated_by_its_own_time_expression(site):
    (said,) = site.articles[1].statements
    assert (said.who, said.date, said.side) == ("Mara Ilves", "2031-03-07", "Sarn")


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Lake Cities Union", "Lake Cities Union"),
        ("Lake Cities Union’s spokesman", "Lake Cities Union"),
        ("Lake Cities Union’s chairman Mara Ilves", "Mara Ilves"),
        ("Lake Cities Union’s opposition", "Lake Cities Union’s opposition"),
        ("Lake Cities Union’s largest creditors", "Lake Cities Union’s largest creditors"),
        ("Lake Cities Union’s rival Mara Ilves", "Mara Ilves"),
        ("the opposition in Lake Cities Union", "the opposition in Lake Cities Union"),
        ("analysts at Lake Cities Union", "analysts at Lake Cities Union"),
        ("Mara Ilves’s neighbour", "Mara Ilves’s neighbour"),
    ],
)
def test_whose_they_are_is_not_who_speaks(source, who):
    text = f"{source} said the gates were rusty."
    one = annotated(
        "a",
        text,
        "2031-03-09",
        entities=(ILVES, UNION),
        mentions=mentions(text, ILVES, UNION),
        statements=(statement(text, "the gates were rusty", source),),
    )
    (view,) = assembled(one).articles[0].statements
    assert view.who == who


def test_every_fact_carries_its_sentence(site):
    (said,) = site.articles[1].statements
    assert said.source.quote.startswith("Mara Ilves, deputy minister of Sarn, said on Friday")
    assert said.source.sentence in {sentence.id for sentence in site.articles[1].sentences}


def test_an_acronym_in_another_article_is_the_same_organization(site):
    union = entity(site, "lake-cities-union")
    assert union.mention_count == 3
    assert [article.id for article in union.articles] == ["second", "first"]


def test_roles_are_kept_with_their_dates_newest_first(site):
    roles = entity(site, "mara-ilves").roles
    assert [(role.role, role.date) for role in roles] == [
        ("Minister", "2031-03-11"),
        ("deputy minister of Sarn", "2031-03-08"),
    ]


def test_claims_that_do_not_agree_make_an_issue_disputed(site):
    (gates,) = site.issues
    assert (gates.status, gates.status_date) == ("disputed", "2031-03-11")
    assert [(change.status, change.according_to, change.date) for change in gates.history] == [
        ("narrowing", "Mara Ilves", "2031-03-07"),
        ("claimed agreed", "Lake Cities Union", "2031-03-11"),
    ]


def test_who_says_it_is_settled_and_who_does_not(site):
    (gates,) = site.issues
    assert [view.who for view in gates.settled] == ["Lake Cities Union"]
    assert [view.who for view in gates.unsettled] == ["Mara Ilves"]
    denial, difference = site.differences
    assert (denial.first.who, denial.second.content, denial.contradiction) == (
        "Lake Cities Union",
        "it",
        True,
    )
    assert not difference.contradiction


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2031-03-11", "2031-03-18", "2031-04-08"), [2, 1, 0]),
        (("2031-03-18", "2031-04-08", "2031-03-11"), [1, 0, 2]),
        (("[2031-03-10..2031-03-16]", "2031-04-08", "2031-03-18"), [1, 2, 0]),  # not by how it is written
        (("2031-03-11", "[..2031-03-16]", "2031-03-18"), [2, 1, 0]),
    ],
)
def test_accounts_that_differ_on_an_issue_come_newest_first(dates, order):
    (gates,) = assembled(*(denied(f"number-{n}", date) for n, date in enumerate(dates))).issues
    told = [pair.second.source.article.id for pair in gates.differences if pair.contradiction]
    assert told == [f"number-{n}" for n in order]


def denied(id_, date):
    """`second` as another article, in which all is said on another day."""
    one = second()
    said = tuple(replace(each, date=date) for each in one.reading.statements)
    return replace(one, article=replace(one.article, id=id_), reading=replace(one.reading, statements=said))


def test_each_side_has_its_latest_word(site):
    (gates,) = site.issues
    assert {p.side: p.statement.date for p in gates.positions} == {
        "Lake Cities Union": "2031-03-11",
        "Sarn": "2031-03-11",
    }


def test_a_scheduled_meeting_that_took_place_was_kept(site):
    planned = next(view for view in site.events if view.phase == "scheduled")
    assert (planned.date, planned.outcome, planned.overdue) == ("2031-03-10", "kept", False)


def test_a_deadline_without_an_outcome_is_overdue_once_it_has_passed(site):
    def deadline(found):
        return next(view for view in found.events if view.phase == "deadline")

    assert not deadline(site).overdue
    assert deadline(assembled(first(), settings=Settings(as_of="2031-03-20"))).overdue


def test_the_summary_is_made_of_cited_sentences(site):
    (gates,) = site.issues
    for line, source in gates.summary:
        assert line == source.quote
    assert gates.summary[0][0].startswith("The opening of the gates has been agreed")


def test_the_summary_says_nothing_twice():
    again = replace(first(), article=replace(first().article, id="copy"))
    (gates,) = assembled(first(), again).issues
    lines = [line for line, _ in gates.summary]
    assert len(lines) == len(set(lines)) == 1


def test_a_list_of_issues_is_nobodys_position():
    text = "The list covers gates, dams, tolls and boats, Mara Ilves said."
    listing = annotated(
        "listing",
        text,
        "2031-03-08",
        entities=(ILVES,),
        mentions=mentions(text, ILVES),
        statements=(statement(text, "The list covers gates, dams, tolls and boats", "Mara Ilves"),),
        issues=tuple(
            issue(name, name, span=span(text, name)) for name in ("gates", "dams", "tolls", "boats")
        ),
    )
    assert [view.positions for view in assembled(listing).issues] == [(), (), (), ()]


def test_a_statement_of_another_article_is_about_the_issue_that_it_names_in_short():
    text = "Mara Ilves left. Tor Haug said the gates were rusty."
    listing = annotated(
        "listing",
        "Talks.",
        "2031-03-08",
        entities=(ILVES, HAUG),
        issues=(
            issue("talks", "lake talks", span=span("Talks.", "Talks")),
            issue("gates", "opening of the gates", span=span("Talks.", "Talks"), part_of="talks"),
        ),
    )
    other = annotated(
        "other",
        text,
        "2031-03-09",
        entities=(ILVES, HAUG),
        mentions=mentions(text, ILVES, HAUG),
        statements=(statement(text, "the gates were rusty", "Tor Haug"),),
    )
    gates = next(view for view in assembled(listing, other).issues if view.ref.id == "gates")
    assert [(said.who, said.content) for said in gates.statements] == [("Tor Haug", "the gates were rusty")]


def test_a_registers_status_wins_over_what_was_said_before(site):
    told = register("issue", "opening-of-the-gates", status=(Standing("2031-03-12", "signed", "the treaty"),))
    (gates,) = assembled(first(), second(), registers=[told]).issues
    assert (gates.status, gates.status_date) == ("signed", "2031-03-12")


def test_without_a_publication_date_nothing_is_dated():
    site = assembled(first(published=""))
    assert site.as_of == ""
    assert [view.resolution.value for view in site.articles[0].temporals] == [
        "XXXX-WXX-5",
        "XXXX-03-10",
        "XXXX-03-12",
    ]
    assert {view.earliest for view in site.events} == {""}
    unsure = next(item.what for item in site.review if item.reason == "unsure")
    assert unsure == "no date of publication: it stays open which day “Friday” is"


def test_only_what_is_reviewed_is_published_where_the_settings_say_so():
    site = assembled(first(reviewed="yes"), second(), settings=Settings(publish="reviewed"))
    assert {source.article.id for view in site.entities for source in view.mentions} == {"first"}
    assert next(view for view in site.articles if view.ref.id == "second").statements == ()


def test_what_is_unsure_is_listed_for_review_and_not_told_as_fact():
    unsure = first()
    doubtful = tuple(
        replace(
            s,
            content=(span(unsure.article.text, "the opening of the gates was close."),),
            unsure="two people could be meant",
        )
        for s in unsure.reading.statements
    )
    site = assembled(replace(unsure, reading=replace(unsure.reading, statements=doubtful)))
    assert site.articles[0].statements == ()
    assert [item.what for item in site.review if item.reason == "unsure"] == [
        "the opening of the gates was close: two people could be meant"
    ]


@pytest.mark.parametrize(("rights", "shown"), [("full", 4), ("quotes", 3), ("none", 0)])
def test_rights_decide_which_sentences_may_be_shown(rights, shown):
    view = assembled(first(rights=rights)).articles[0]
    assert len(view.shown) == shown
    assert [bool(said.content) for said in view.statements] == [rights != "none"]


STORY = "Storm\nThe wall of the quay fell on Friday. It was built in 1911. Nothing is safe, says Mara Ilves."


@pytest.mark.parametrize(
    ("published", "news"),
    [
        ("2031-03-08", ["the wall fell", "Mara Ilves: Nothing is safe"]),
        ("2031-XX-XX", ["the wall fell", "Mara Ilves: Nothing is safe"]),
        ("0001-01-01", ["the wall fell", "Mara Ilves: Nothing is safe"]),
        ("", ["the wall fell", "Mara Ilves: Nothing is safe"]),
    ],
)
def test_what_is_new_begins_with_the_lead_and_leaves_out_what_is_old(published, news):
    story = annotated(
        "storm",
        STORY,
        published,
        entities=(ILVES,),
        mentions=mentions(STORY, ILVES),
        temporals=(temporal(STORY, "1911"),),
        statements=(statement(STORY, "Nothing is safe", "Mara Ilves"),),
        events=(
            event(STORY, "The wall of the quay fell", "fell", "happened", what="the wall fell"),
            event(STORY, "It was built in 1911", "built", "happened", when="1911", what="the wall was built"),
        ),
    )
    (view,) = assembled(story).articles
    said = [line for line, _ in view.news]
    assert said[:1] == news[:1]
    assert set(news) <= set(said)
    if published.startswith("2031-03"):
        assert "the wall was built" not in said


def test_a_status_that_the_article_looks_back_on_is_of_that_time():
    text = (
        "Pardon\nA court restored the pardon of the mayor on Friday. A judge had rejected the pardon in 2028."
    )
    story = annotated(
        "pardon",
        text,
        "2031-03-08",
        temporals=(temporal(text, "Friday"), temporal(text, "2028")),
        issues=(
            issue("pardon", "pardon of the mayor", span=span(text, "pardon of the mayor"), status="agreed"),
            issue("pardon", "pardon of the mayor", span=span(text, "the pardon", 2), status="disputed"),
        ),
    )
    (view,) = assembled(story).issues
    assert [(change.status, change.date) for change in view.history] == [
        ("disputed", "2028"),
        ("agreed", "2031-03-08"),
    ]
    assert view.status == "agreed"


def test_a_status_is_of_the_day_that_its_own_clause_tells():
    text = "In June 2021 a court struck down the toll; the union wants the toll back."
    court, union = span(text, "the toll"), span(text, "the toll", 2)
    told = annotated(
        "told",
        text,
        "2031-03-08",
        temporals=(Temporal(span(text, "June 2021"), "DATE", id="t"),),
        events=(
            Event(
                span(text, "In June 2021 a court struck down the toll"),
                span(text, "struck"),
                "happened",
                when="June 2021",
                id="e",
            ),
        ),
        issues=(
            issue("toll", "toll", span=court, status="disputed", according_to="a court"),
            issue("toll", "toll", span=union, status="disputed", according_to="the union"),
        ),
    )
    (toll,) = assembled(told).issues
    assert [(change.according_to, change.date) for change in toll.history] == [
        ("a court", "2021-06"),
        ("the union", "2031-03-08"),
    ]
