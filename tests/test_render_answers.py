"""What pages say to who comes with one question: is it settled, what comes next, has a person looked at it."""

import dataclasses
import html
import re
from collections import Counter
from datetime import date, timedelta
from typing import get_args

import pytest
from sites import site

from generator import words
from generator.export import CATALOGUE
from generator.model import EventView, ReviewItem, Site, Status, StatusChange
from generator.render import render
from generator.render.links import EVENTS, timeline_parts
from generator.render.lists import NAMES_AT_ONCE
from generator.render.overviews import CHIPS, STATUSES
from generator.render.page import MANY

DEAL, FEE = site().issues
"""The whole, and a part of it."""


def page_of(path: str, sample: Site) -> str:
    return render(sample)[path]


def between(page: str, start: str, end: str) -> str:
    return page.partition(start)[2].partition(end)[0]


def with_issues(deal=DEAL, fee=FEE) -> Site:
    return dataclasses.replace(site(), issues=(deal, fee))


# --- is it settled? ---------------------------------------------------------------------------

SETTLED = ("### Who says it is settled", "### Who says it is not")


@pytest.mark.parametrize(
    ("of_the_part", "of_the_whole", "said"),
    [
        ((), (), "Nobody, in what is recorded."),
        ((), FEE.settled, "Nobody, in what is recorded. Of the whole, ferry deal: Orla Pelham"),
        (FEE.settled, FEE.unsettled, "Orla Pelham"),
    ],
)
def test_where_nobody_says_it_of_a_part_who_says_it_of_the_whole_stands_there(
    of_the_part, of_the_whole, said
):
    sample = with_issues(
        dataclasses.replace(DEAL, settled=of_the_whole),
        dataclasses.replace(FEE, settled=of_the_part, history=()),
    )
    shown = between(page_of(f"issues/{FEE.ref.id}.md", sample), *SETTLED)
    told = [part for part in said.replace(" Of", "|Of").replace(": ", "|").split("|") if part]
    found = [shown.find(part.removeprefix("Of the whole, ")) for part in told]
    assert -1 not in found
    assert found == sorted(found)
    assert ("Of the whole" in shown) == ("Of the whole" in said)


def test_of_many_who_say_it_of_the_whole_a_few_stand_on_the_page_of_a_part():
    said = tuple(dataclasses.replace(FEE.settled[0], content=f"Word {n}") for n in range(5))
    part = dataclasses.replace(FEE, settled=(), history=())
    sample = with_issues(dataclasses.replace(DEAL, settled=said), part)
    shown = between(page_of(f"issues/{FEE.ref.id}.md", sample), *SETTLED)
    assert "Word 2" in shown
    assert "Word 3" not in shown
    assert "[2 earlier statements](ferry-deal.md#says-settled)" in shown


TOLD, DENIED = FEE.history
"""Claimed agreed by the minister on 3 March, disputed by the envoy on 6 March, each in a statement."""
SOURCE = DEAL.history[1].source
"""A sentence with no statement on the fee: “Orla Pelham, the harbour minister of Vessia, said …”"""


@pytest.mark.parametrize(
    ("told", "settled", "unsettled"),
    [
        ([], ["Orla Pelham"], ["Ivo Brandt", "a senior Karsk official"]),
        (
            [("signed", "2031-03-07", "the article")],
            ["signed according to the article", "Orla Pelham"],
            ["Ivo Brandt", "a senior Karsk official"],
        ),
        (
            [("agreed", "2031-02-01", "Radio Brine"), ("stalled", "2031-03-08", "Radio Brine")],
            ["Orla Pelham"],
            ["stalled according to Radio Brine", "Ivo Brandt", "a senior Karsk official"],
        ),
        (
            [("agreed", "2031-03-07", "Ivo Brandt")],
            ["Orla Pelham"],
            ["Ivo Brandt", "a senior Karsk official"],
        ),
        (
            [("raised", "2031-03-07", "Radio Brine")],
            ["Orla Pelham"],
            ["Ivo Brandt", "a senior Karsk official"],
        ),
    ],
)
def test_who_says_it_is_settled_is_also_who_says_so_in_no_statement(told, settled, unsettled):
    """`The ministers signed it`, which an article tells itself, and the latest word of everybody it names."""
    changes = tuple(
        dataclasses.replace(TOLD, status=status, date=day, according_to=who, speaker=None, source=SOURCE)
        for status, day, who in told
    )
    history = tuple(sorted((*FEE.history, *changes), key=lambda change: change.date))
    page = page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=dataclasses.replace(FEE, history=history)))
    assert voices(between(page, *SETTLED)) == settled
    assert voices(between(page, "### Who says it is not", "\n## ")) == unsettled


def voices(shown: str) -> list[str]:
    """Who speaks in each row of `shown`, before the words: `signed according to the article`."""
    rows = re.findall(r"<li markdown=\"span\">(.*?) <span class=\"how\">", shown)
    return [re.sub(r"<.*?>|\[|\]\(.*?\)(?:\{.*?\})?", "", row).rstrip(",") for row in rows]


def test_what_two_versions_of_a_dispatch_tell_of_an_issue_stands_once_with_both():
    told = [
        dataclasses.replace(
            TOLD,
            status="signed",
            according_to="the article",
            speaker=None,
            source=dataclasses.replace(SOURCE, article=article),
        )
        for article in FEE.articles
    ]
    fee = dataclasses.replace(FEE, history=tuple(told), settled=(), unsettled=())
    shown = between(page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=fee)), *SETTLED)
    assert shown.count("<li ") == 1
    assert [f"articles/{article.id}.md" in shown for article in FEE.articles] == [True, True]


def test_a_status_by_hand_says_who_holds_it_settled():
    by_hand = dataclasses.replace(TOLD, status="agreed", according_to="", speaker=None, source=None)
    fee = dataclasses.replace(FEE, history=(by_hand,), settled=(), unsettled=())
    assert "by hand" in between(page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=fee)), *SETTLED)


def test_of_accounts_that_differ_the_home_page_has_the_newest_of_each_matter():
    """Of a long quarrel over one matter the others are on its page."""
    told = (
        ("dock fee", "2031-02-01", True, ""),
        ("dock fee", "2031-03-06", True, "shown second"),
        ("dock fee", "2031-03-08", False, ""),
        ("ferry deal", "2031-03-07", False, "shown first"),
    )
    pair, about = site().differences[0], {"dock fee": FEE.ref, "ferry deal": DEAL.ref}
    pairs = tuple(
        dataclasses.replace(
            pair,
            about=about[matter],
            first=dataclasses.replace(pair.first, date="2031-01-01", content="before"),
            second=dataclasses.replace(pair.second, date=day, content=shown or "left out"),
            contradiction=contradiction,
        )
        for matter, day, contradiction, shown in told
    )
    home = page_of("index.md", dataclasses.replace(site(), differences=pairs))
    assert re.findall(r"shown first|shown second|left out", home) == ["shown first", "shown second"]


def test_of_many_accounts_that_differ_an_issue_has_the_first_which_are_the_newest():
    pair = site().differences[0]
    pairs = tuple(
        dataclasses.replace(pair, second=dataclasses.replace(pair.second, content=f"account {n}."))
        for n in range(22)
    )
    page = page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=dataclasses.replace(FEE, differences=pairs)))
    shown = between(page, "## Accounts that differ", "\n## ")
    assert re.findall(r"account (\d+)", shown) == [str(n) for n in range(20)]
    assert "The newest 20 of 22 pairs are listed" in shown


def test_a_word_on_whether_it_is_settled_is_not_cut_before_its_verb():
    content = f"the differences over {'the dock fee, ' * 12}have been narrowed"
    said = (dataclasses.replace(FEE.unsettled[0], content=content),)
    page = page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=dataclasses.replace(FEE, unsettled=said)))
    assert "have been narrowed" in between(page, "### Who says it is not", "## ")


@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("direct", "<q>the fee is agreed</q>"),
        ("mixed", '<span class="paraphrase">the fee is agreed</span>'),
        ("indirect", '<span class="paraphrase">the fee is agreed</span>'),
    ],
)
def test_only_what_somebody_is_quoted_with_stands_in_quotation_marks(mode, shown):
    said = FEE.settled[0]
    said = dataclasses.replace(
        said, content="the fee is agreed", statement=dataclasses.replace(said.statement, mode=mode)
    )
    held = tuple(dataclasses.replace(position, statement=said) for position in FEE.positions)
    sample = with_issues(
        dataclasses.replace(DEAL, positions=held), dataclasses.replace(FEE, settled=(said,), positions=held)
    )
    assert shown in between(page_of(f"issues/{FEE.ref.id}.md", sample), *SETTLED)
    matrix = between(page_of("issues/index.md", sample), '<table class="matrix"', "</table>")
    assert matrix.count(shown) == 2 * len(held)


# --- what is not recorded ---------------------------------------------------------------------


def test_a_date_that_is_not_recorded_is_called_a_date_wherever_it_is_missing():
    sample = site()
    view = sample.articles[0]
    article = dataclasses.replace(
        view.annotated.article, published="", published_from="", publisher="", author=""
    )
    undated = dataclasses.replace(view, annotated=dataclasses.replace(view.annotated, article=article))
    made = render(
        dataclasses.replace(
            sample,
            articles=(undated, *sample.articles[1:]),
            issues=(dataclasses.replace(DEAL, status_date=""), FEE),
        )
    )
    head = between(made[f"articles/{view.ref.id}.md"], '<header class="article-head"', "</header>")
    assert re.findall(r"(\w+) not recorded", head) == ["Publisher", "date"]
    assert "Author: not recorded" in head
    assert "Source of the date" not in head
    for path in (f"issues/{DEAL.ref.id}.md", "issues/index.md", "index.md"):
        assert "date not recorded" in made[path], path
        assert "as of <span" not in made[path], path


@pytest.mark.parametrize(
    ("published_from", "said"),
    [
        ("sidecar", "given with the article"),
        ("by hand", "inferred by an editor"),
        ("the text’s first line", "the text’s first line"),
        ("", "not recorded"),
    ],
)
def test_where_a_date_is_from_is_said_in_a_readers_words(published_from, said):
    sample = site()
    view = sample.articles[0]
    article = dataclasses.replace(view.annotated.article, published_from=published_from)
    known = dataclasses.replace(view, annotated=dataclasses.replace(view.annotated, article=article))
    page = page_of(f"articles/{view.ref.id}.md", dataclasses.replace(sample, articles=(known,)))
    assert html.unescape(between(page, "Source of the date: ", " · ")) == said


def test_that_there_is_no_issue_is_said_once():
    page = page_of("issues/index.md", dataclasses.replace(site(), issues=()))
    assert page.partition("# Issues")[2].count("ecorded") == 1
    assert "0 issues" not in page.partition("# Issues")[2]


@pytest.mark.parametrize(
    ("number", "statuses", "offered"),
    [(14, ("agreed", "disputed"), True), (12, ("agreed", "disputed"), False), (14, ("agreed",), False)],
)
def test_a_list_of_many_issues_can_be_narrowed_to_a_status(number, statuses, offered):
    views = tuple(
        dataclasses.replace(
            FEE,
            ref=dataclasses.replace(FEE.ref, id=f"i{n}"),
            status=statuses[n % len(statuses)],
            part_of=None,
        )
        for n in range(number)
    )
    page = page_of("issues/index.md", dataclasses.replace(site(), issues=views))
    choices = re.findall(r'<option value="(\w*)">', page)
    assert choices == ["", *statuses] * offered


# --- what comes next? -------------------------------------------------------------------------

NEXT = ("## What comes next", "## ")


def test_where_nothing_comes_of_a_part_what_comes_of_the_whole_stands_there():
    part = between(page_of(f"issues/{FEE.ref.id}.md", with_issues()), *NEXT)
    assert "Nothing is recorded." in part
    assert "Of the whole, [ferry deal]" in part
    assert "Signing" in part
    own = dataclasses.replace(FEE, upcoming=FEE.events)
    assert "Of the whole" not in between(page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=own)), *NEXT)


def test_an_issue_that_is_only_mentioned_has_a_short_page():
    """Most of a machine's first reading: named once, with a status, and nobody is heard on it."""
    thin = dataclasses.replace(
        FEE, part_of=None, positions=(), statements=(), settled=(), unsettled=(), upcoming=(), events=(),
        differences=(), history=(StatusChange("raised", "2031-03-03", "", None, SOURCE),), status="raised",
    )  # fmt: skip
    page = page_of(f"issues/{FEE.ref.id}.md", with_issues(fee=thin))
    assert re.findall(r"^##+ (.*) \{", page, re.MULTILINE) == ["Is it settled?", "How its status changed"]
    assert (
        "No side’s position, statement, next deadline, coming event or open question is recorded."
        in html.unescape(page)
    )
    assert "Nobody says that it is, and nobody that it is not" in page


@pytest.mark.parametrize(
    ("comes", "open_", "headings", "line"),
    [
        ("deadline", True, ["What comes next", "Open questions"], ""),
        ("scheduled", True, ["What comes next", "Open questions"], "next deadline"),
        ("deadline", False, ["What comes next"], "open question"),
        ("", True, ["Open questions"], "next deadline or coming event"),
        ("", False, [], "next deadline, coming event or open question"),
    ],
)
def test_what_an_issue_has_nothing_of_is_one_line_without_a_heading(comes, open_, headings, line):
    upcoming = (dataclasses.replace(DEAL.upcoming[0], phase=comes),) if comes else ()
    deal = dataclasses.replace(DEAL, upcoming=upcoming, parts=DEAL.parts if open_ else ())
    page = page_of(f"issues/{DEAL.ref.id}.md", with_issues(deal))
    assert re.findall(r"^## (What comes next|Open questions)", page, re.MULTILINE) == headings
    assert re.findall(r">No (.*) is recorded\.<", page) == [line] * bool(line)
    assert ("Next deadline: " in page) == (comes == "deadline")


DUE = {"phase": "awaited", "overdue": False, "outcome": "", "latest": ""}


@pytest.mark.parametrize(
    ("due", "coming", "undated", "line"),
    [
        (False, True, False, "As of 9 March 2031, what follows is still to come."),
        (True, True, False, "As of 9 March 2031, what follows is still to come. Of what stands above, "),
        (True, False, False, "As of 9 March 2031, nothing later is recorded. Of what stands above, "),
        (True, False, True, "As of 9 March 2031, nothing later is recorded. Of what stands above, "),
        (False, False, False, ""),
    ],
)
def test_the_timeline_says_what_may_still_come_although_it_could_have_come_already(
    due, coming, undated, line
):
    """`On or after 7 March` stands before today, and is as much to come as what has a day."""
    met, end, signing, approval = site().events
    waited = dataclasses.replace(end, id="waited", what="the vote", earliest="2031-03-09", **DUE)
    events = (met, *[waited] * due, *[signing] * coming, *[approval] * undated)
    page = page_of("timeline.md", dataclasses.replace(site(), events=events))
    divider = page.partition('id="to-come" markdown="span">')[2].partition("\n")[0]
    assert divider.replace('<span class="still-due">', "").startswith(line)
    assert ("this is still due: [The vote](#event-waited)" in divider) == due
    assert ("[What comes next](#to-come)" in page) == bool(line)
    rows = [part.partition('"')[0] for part in page.split('<li id="')[1:]]
    assert rows == [f"event-{event.id}" for event in events]
    if undated and line:
        assert page.index('id="to-come"') < page.index("Without a date on the calendar")


@pytest.mark.parametrize(
    ("number", "coming", "way"),
    [(60, False, ["The newest"]), (60, True, ["What comes next"]), (5, False, [])],
)
def test_a_long_timeline_has_a_way_to_its_end_or_to_what_comes(number, coming, way):
    """The oldest event stands first, and a reader comes for the newest."""
    undated = dataclasses.replace(site().events[0], id="undated", date="", earliest="", latest="")
    events = (*daily(number), *[SIGNING] * coming, undated)
    page = page_of("timeline.md", dataclasses.replace(site(), events=events))
    ways = between(page, '<nav class="jumps"', "</nav>")
    assert re.findall(r"\[(What comes next|The newest)\]", ways) == way
    assert ("[The newest](#event-e59)" in ways) == ("The newest" in way)


SIGNING = site().events[2]
"""Scheduled for 10 March 2031, the dossier's today being the day before."""


@pytest.mark.parametrize(
    ("date", "earliest", "latest", "among_next"),
    [
        ("[..2031-03-30]", "", "2031-03-30", ["vote", "train"]),
        ("2031-03-31", "2031-03-31", "2031-03-31", ["vote", "train"]),
        ("2031-04-02", "2031-04-02", "2031-04-02", ["train", "vote"]),
        ("2031-04", "2031-04-01", "2031-04-30", ["train", "vote"]),
        ("[2031-03-08..]", "2031-03-08", "", ["train"]),
        ("[2031-03-09..]", "2031-03-09", "", ["train", "vote"]),
        ("[..2031-03-08]", "", "2031-03-08", ["train"]),
        ("", "", "", ["train"]),
    ],
)
def test_what_comes_next_stands_by_the_day_on_which_it_is_due(date, earliest, latest, among_next):
    """A deadline `by 30 March` has no first day, and is as near as that day."""
    train = dataclasses.replace(SIGNING, id="train", what="train", earliest="2031-04-01", latest="2031-04-01")
    vote = dataclasses.replace(
        SIGNING, id="vote", what="vote", phase="deadline", date=date, earliest=earliest, latest=latest
    )
    home = page_of("index.md", dataclasses.replace(site(), events=(train, vote)))
    shown = between(home, "## Next dates", "\n## ")
    assert re.findall(r"\[(Train|Vote)\]", shown) == [what.capitalize() for what in among_next]


def test_a_day_by_which_something_is_due_stands_below_the_line_of_today():
    by_march = dataclasses.replace(SIGNING, id="by", phase="deadline", earliest="", latest="2031-03-30")
    later = dataclasses.replace(SIGNING, id="later", earliest="2031-04-01", latest="2031-04-01")
    page = page_of("timeline.md", dataclasses.replace(site(), events=(site().events[0], by_march, later)))
    places = [page.index(mark) for mark in ('id="event-ministers-met"', 'id="to-come"', 'id="event-by"')]
    assert places == sorted(places)


def daily(number: int, first: str = "2031-01-01") -> tuple[EventView, ...]:
    """So many events, three a day."""
    start = date.fromisoformat(first)
    days = [(start + timedelta(n // 3)).isoformat() for n in range(number)]
    return tuple(
        dataclasses.replace(site().events[0], id=f"e{n}", date=day, earliest=day, latest=day)
        for n, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("number", "path", "first"),
    [
        (150, "timeline.md", []),
        (99 * 3, "timeline/2031-02.md", ["1 Feb", "2 Feb", "3 Feb"]),
        (99 * 3, "timeline/2031-04.md", ["1 Apr", "2 Apr", "3 Apr"]),
        (99 * 3 + 1, "timeline/2031-01.md", ["1 Jan", "2 Jan", "3 Jan"]),
    ],
)
def test_a_long_part_of_the_timeline_leads_to_its_days(number, path, first):
    page = page_of(path, dataclasses.replace(site(), events=daily(number)))
    nav = between(page, '<nav class="years stretches"', "</nav>")
    assert re.findall(r"\[(.*?)\]", nav)[:3] == first
    for anchor in re.findall(r"\(#(.*?)\)", nav):
        assert f'id="{anchor}"' in page


def test_no_part_of_the_timeline_is_longer_than_some_thirty_screens_of_a_phone():
    busy = [dataclasses.replace(one, earliest=f"2031-01-{1 + n % 31:02}") for n, one in enumerate(daily(900))]
    whole = timeline_parts(sorted(busy, key=lambda event: event.earliest))
    assert max(len(part.rows) for part in whole.leaves) <= EVENTS
    assert sum(len(part.rows) for part in whole.leaves) == 900


@pytest.mark.parametrize(
    ("said_by", "shown"),
    [("The two leaders", "according to the two leaders"), ("Talmora", "according to Talmora")],
)
def test_who_tells_of_an_event_is_named_as_inside_a_sentence(said_by, shown):
    event = dataclasses.replace(SIGNING, said_by=said_by)
    assert shown in page_of("timeline.md", dataclasses.replace(site(), events=(event,)))


@pytest.mark.parametrize(
    ("told", "named", "more"),
    [(3, [1, 2, 3], ""), (4, [1, 3, 4], "1 more sentence"), (9, [1, 8, 9], "6 more sentences")],
)
def test_an_event_names_its_first_report_and_the_two_newest(told, named, more):
    days = [f"2031-02-{number:02}" for number in range(1, told + 1)]
    sources = tuple(dataclasses.replace(SIGNING.sources[0], published=day) for day in days)
    event = dataclasses.replace(SIGNING, sources=sources)
    page = page_of("timeline.md", dataclasses.replace(site(), events=(event,)))
    line = between(page, "reported in ", "</p>")
    assert [int(day) for day in re.findall(r"(\d+) Feb 2031\"\)", line)] == named
    assert re.findall(r" and (.*) between the first and these", line) == [more] * bool(more)


def test_home_has_ways_to_its_parts_and_to_no_part_that_is_not_there():
    """On a phone the next dates stand below all issues, accounts and articles."""
    page = page_of("index.md", site())
    ways = re.findall(r"\(#(\w+)\)", between(page, '<nav class="jumps narrow"', "</nav>"))
    assert ways == [anchor for anchor in ways if f"{{ #{anchor} }}" in page]
    assert {"issues", "next"} <= set(ways)
    bare = page_of("index.md", dataclasses.replace(site(), events=(), differences=()))
    assert not {"next", "overdue", "differences"} & set(re.findall(r"\(#(\w+)\)", bare))


def test_home_counts_all_that_is_overdue_and_all_issues_although_it_lists_a_few():
    late = [dataclasses.replace(SIGNING, id=f"e{n}", overdue=True, latest="2031-03-01") for n in range(8)]
    many = tuple(dataclasses.replace(FEE, ref=dataclasses.replace(FEE.ref, id=f"i{n}")) for n in range(14))
    page = page_of("index.md", dataclasses.replace(site(), events=tuple(late), issues=many))
    ways = between(page, '<nav class="jumps narrow"', "</nav>")
    assert re.findall(r"\[(Issues|Overdue)\].*?>(\d+)<", ways) == [("Issues", "14"), ("Overdue", "8")]
    assert "[All 14 issues](issues/index.md)" in page
    assert "[All 8 overdue](review.md#overdue)" in page


def test_home_says_who_published_each_of_the_newest_articles():
    """Two papers print one dispatch below one headline."""
    rows = between(page_of("index.md", site()), "## Newest articles", "</ol>").split("<li ")[1:]
    papers = [view.annotated.article.publisher for view in site().articles]
    assert [f"<bdi>{paper}</bdi>" in row for paper, row in zip(papers, rows, strict=True)] == [True, True]


@pytest.mark.parametrize("many", [0, 300])
def test_from_the_next_dates_of_home_to_what_comes_next_on_the_timeline(many):
    made = render(dataclasses.replace(site(), events=(*site().events, *daily(many))))
    assert "[Timeline](timeline.md#to-come)" in made["index.md"]
    assert "# What comes next" in made["timeline.md"] or not many, "a timeline of many pages"
    assert 'id="to-come"' in made["timeline.md"]


def test_a_divided_timeline_counts_what_is_overdue_too():
    events = tuple(dataclasses.replace(event, overdue=n < 3) for n, event in enumerate(daily(300)))
    page = page_of("timeline.md", dataclasses.replace(site(), events=events))
    assert "[All 3 overdue](review.md#overdue)" in page


# --- what changed this week, and before? -------------------------------------------------------


def test_a_brief_leads_to_the_weeks_before_and_after():
    sample = site()
    views = [
        dataclasses.replace(
            view,
            annotated=dataclasses.replace(
                view.annotated, article=dataclasses.replace(view.annotated.article, published=day)
            ),
        )
        for view in sample.articles
        for day in ("2031-03-04", "2031-03-11", "2031-03-25")
    ]
    made = render(dataclasses.replace(sample, articles=tuple(views)))
    beside = {
        path: re.findall(r"\[(.*?)\]", between(source, 'aria-label="Before and after"', "</nav>"))
        for path, source in made.items()
        if path.startswith("briefs/2031")
    }
    assert beside == {
        "briefs/2031-03-03.md": ["Week of 10–16 March 2031 →"],
        "briefs/2031-03-10.md": ["← Week of 3–9 March 2031", "Week of 24–30 March 2031 →"],
        "briefs/2031-03-24.md": ["← Week of 10–16 March 2031"],
    }


# --- where is it? -----------------------------------------------------------------------------


def test_the_data_stand_by_what_one_wants_them_for_each_file_once():
    page = render(site(), CATALOGUE)["data.md"]
    assert re.findall(r"^## (.*?) \{", page, re.MULTILINE)[:3] == [
        "Tables", "Feeds and calendar", "For programs",
    ]  # fmt: skip
    rows = re.findall(r'<dt markdown="span">\[[^\]]*\]\(([^)]*)\)', page)
    assert Counter(rows) == Counter(export.path for export in CATALOGUE)
    tables = between(page, "## Tables", "## ")
    assert tables.count("<dt") == tables.count(".csv)")


def test_issues_stand_with_the_newest_word_first():
    page = page_of("issues/index.md", with_issues(fee=dataclasses.replace(FEE, part_of=None)))
    listed = re.findall(r"- (\S*)|<li.*?\[(.*?)\]", between(page, '<ul class="issue-list"', "</ul>"))
    assert [name for _, name in listed] == ["Dock fee", "Ferry deal"]
    assert "The newest word first." in page


def test_of_many_names_the_most_mentioned_stand_unfolded():
    sample = site()
    person = sample.entities[0]
    many = tuple(
        dataclasses.replace(
            person, ref=dataclasses.replace(person.ref, id=f"p-{n}", name=f"Ada Person{n:03}")
        )
        for n in range(NAMES_AT_ONCE + 4)
    )
    page = page_of("entities/index.md", dataclasses.replace(sample, entities=(*many, *sample.entities[1:])))
    unfolded, fold, folded = page.partition("<summary>All 45 names by family name</summary>")
    assert fold
    assert f"Person{NAMES_AT_ONCE - 1:03}" in unfolded
    assert f"Person{NAMES_AT_ONCE:03}" not in unfolded
    rest = folded.partition("## Organizations")[0]
    initials = re.split(r'role="heading".*?>', rest)[1:]
    assert [(part[0], part.count("<li")) for part in initials] == [("B", 1), ("P", 44)]
    assert re.findall(r"\]\(#([\w-]+)\)", page) == [
        "people", "organizations", "places", "people-b", "people-p",
    ]  # fmt: skip
    few = page_of("entities/index.md", sample)
    assert "<summary>" not in few
    assert "On this page" not in few


def test_of_many_things_to_review_the_first_stand_unfolded():
    items = tuple(ReviewItem("overdue", f"thing {n}", f"content/{n}.md", 1) for n in range(MANY + 1))
    page = page_of("review.md", dataclasses.replace(site(), review=items))
    assert f"Thing {MANY - 1}" in page.partition("<summary>1 more thing</summary>")[0]
    assert f"Thing {MANY}" in page.partition("<summary>1 more thing</summary>")[2]


def test_the_about_page_says_what_each_word_in_a_border_means():
    page = page_of("about.md", site())
    assert set(STATUSES) == set(get_args(Status))
    for chip, meaning in {**STATUSES, **CHIPS}.items():
        assert re.search(rf">{chip}</span></dt>\n<dd markdown=\"span\">{meaning[:20]}", page), chip
    assert "](../about.md#statuses)" in page_of("issues/index.md", site())


# --- has a person looked at it? ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "total", "said"),
    [
        (0, 0, ""),
        (0, 1, "the one statement not yet reviewed by a person"),
        (1, 1, "the one statement reviewed by a person"),
        (0, 6, "none of 6 statements reviewed by a person yet"),
        (3, 1049, "3 of 1,049 statements reviewed by a person"),
    ],
)
def test_how_much_a_person_has_looked_at(done, total, said):
    assert words.reviewed(done, total, "statement") == said


def test_a_page_says_how_many_of_its_statements_a_person_has_reviewed_and_which():
    page = page_of("entities/orla-pelham.md", site())
    assert "[1 of 2 statements reviewed by a person](../review.md)" in page
    said = [line for line in page.splitlines() if 'class="said-from"' in line]
    assert {line.endswith(" · reviewed</p>") for line in said} == {True, False}
    assert "[None of 3 statements reviewed by a person yet]" in page_of(f"issues/{FEE.ref.id}.md", site())


def test_the_timeline_says_which_events_a_person_has_reviewed():
    rows = page_of("timeline.md", site()).split("<li id=")[1:]
    assert {row.split('"')[1] for row in rows if " · reviewed" in row} == {"event-ministers-met"}
