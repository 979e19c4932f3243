"""Lists that read well: short names of sources, parts below their wholes, what a status rests on, little twice."""

import dataclasses
import html
import re

import pytest
from bs4 import BeautifulSoup
from sites import site

from generator.dates import RULES
from generator.model import IssueView, Ref, Resolution, ReviewItem, Source, StatusChange
from generator.render import render
from generator.render.links import Addresses, cite, relative, short_title, shortened
from generator.render.matters import nested, standing
from generator.render.picture import ROWS, picture
from generator.words import known_by, short_date


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Ferry talks near an end", "Ferry talks near an end"),
        ("Quarrel over dock fees: “We are close,” says envoy", "Quarrel over dock fees"),
        ("Fee settled at last, both sides say, as winter nears", "Fee settled at last"),
        ("Lund: Harbour workers walk out after two weeks of talks", "Lund: Harbour workers walk out…"),
        ("Harbour workers — all 400 — walk out after two weeks", "Harbour workers"),
        ("Harbour workers of the northern islands: a portrait", "Harbour workers of the northern…"),
    ],
)
def test_short_name_of_an_article(title, label):
    assert short_title(title) == label


def test_a_cut_ends_with_a_word():
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("one “two three", 7) == "one…"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2031-09-04", "4 Sep 2031"), ("2031-03-10/2031-03-11", "10–11 Mar 2031"), ("2031", "2031")],
)
def test_short_dates(edtf, words):
    assert short_date(edtf) == words


def test_a_rule_that_says_no_more_than_the_value_is_left_out():
    rule = next(name for name, words in RULES.items() if words == "The time of writing.")
    assert known_by(Resolution("DATE", "PRESENT_REF", rule=rule)) == "the time of writing."


@pytest.mark.parametrize(
    ("here", "publisher", "beside", "label"),
    [
        ("index.md", "Harbour Post", None, "Harbour Post, 3\u00a0Sep\u00a02031"),
        ("index.md", "", None, "Fee settled at last, 3\u00a0Sep\u00a02031"),
        ("index.md", "Harbour Post", "", "Harbour Post, 3\u00a0Sep\u00a02031"),
        ("index.md", "جريدة الميناء", None, "<bdi>جريدة الميناء</bdi>, 3\u00a0Sep\u00a02031"),
        ("index.md", "جريدة الميناء", "2031-09-03", "جريدة الميناء"),
        ("index.md", "Harbour Post", "2031-09-03", "Harbour Post"),
        ("index.md", "Harbour Post", "2031-09-01", "Harbour Post, 3\u00a0Sep\u00a02031"),
        ("articles/a.md", "Harbour Post", None, "sentence"),
    ],
)
def test_label_of_a_source(here, publisher, beside, label):
    article = Ref("article", "a", "Fee settled at last, both sides say")
    source = Source(article, publisher, "2031-09-03", "sent-1", "It is settled.")
    known = Addresses({("article", "a"): "articles/a.md"}, {"a": frozenset({"sent-1"})})
    made = inside_link(cite({"here": here, "addresses": known}, source, beside))
    assert html.unescape(made["label"]) == label  # a date is not torn apart at the end of a line
    assert made["href"] == relative(here, "articles/a.md#sent-1")
    assert bool(made["tip"]) == (here == "index.md")
    assert article.name.split(",")[0] in (made["tip"] or article.name)


@pytest.mark.parametrize(
    ("beside", "label"), [(None, "Harbour Post, date\u00a0not\u00a0recorded"), ("", "Harbour Post")]
)
def test_that_no_date_is_recorded_is_said_once(beside, label):
    source = Source(
        Ref("article", "a", "Fee settled at last"), "Harbour Post", "", "sent-1", "It is settled."
    )
    known = Addresses({("article", "a"): "articles/a.md"}, {"a": frozenset({"sent-1"})})
    made = inside_link(cite({"here": "index.md", "addresses": known}, source, beside))
    assert html.unescape(made["label"]) == label


def inside_link(markdown: str) -> dict[str, str]:
    return re.fullmatch(
        r"\[(?P<label>[^\]]*)\]\((?P<href>[^\s)]*)(?: \"(?P<tip>.*)\")?\)\{ \.cite \}", str(markdown)
    ).groupdict()


# --- issues -----------------------------------------------------------------------------------


def issue(name: str, part_of: str = "", status_date: str = "", **values: object) -> IssueView:
    parent = Ref("issue", part_of, part_of) if part_of else None
    template = site().issues[0]
    return dataclasses.replace(
        template, ref=Ref("issue", name, name), part_of=parent, status_date=status_date, **values
    )


def names(views) -> str:
    return " ".join(view.ref.id for view in views)


def test_parts_stand_below_their_whole():
    views = [
        issue("toll"),
        issue("strike"),
        issue("pay", "strike"),
        issue("fee", "toll"),
        issue("quay", "gone"),
    ]
    assert names(nested(views)) == "toll fee strike pay quay"


def test_wholes_stand_by_the_newest_word_on_them_or_their_parts():
    views = [issue("toll", "", "2031-01"), issue("strike", "", "2030-05"), issue("pay", "strike", "2031-02")]
    assert names(nested(views, newest_first=True)) == "strike pay toll"


def test_parts_of_one_another_are_all_listed():
    assert names(nested([issue("a", "b"), issue("b", "a")])) == "a b"


def change(status: str, who: str, *, inferred: bool = False) -> StatusChange:
    return StatusChange(status, "2031-03-01", who, None, None, inferred)


@pytest.mark.parametrize(
    ("status", "history", "grounds"),
    [
        ("raised", [], ""),
        ("agreed", [("disputed", "Brandt"), ("agreed", "Pelham")], "Pelham"),
        ("disputed", [("agreed", "Brandt"), ("narrowing", "Orr"), ("narrowing", "Pelham")], "Brandt Pelham"),
        (
            "disputed",
            [("agreed", "Brandt"), ("narrowing", "Pelham"), ("agreed", "the article")],
            "Brandt Pelham",
        ),
    ],
)
def test_what_a_status_rests_on(status, history, grounds):
    view = issue("toll", status=status, history=tuple(change(*step) for step in history))
    assert " ".join(step.according_to for step in standing(view)) == grounds


def test_who_gave_a_status_stands_behind_a_comma_alone_and_beside_others():
    agreed, narrowing = change("agreed", "Brandt"), change("narrowing", "Pelham")
    listed = {
        "alone": issue("alone", status="agreed", status_date="2031-03-01", history=(agreed,)),
        "both": issue("both", status="disputed", status_date="2031-03-01", history=(agreed, narrowing)),
    }
    page = render(dataclasses.replace(site(), issues=tuple(listed.values())))["issues/index.md"]
    shown = " ".join(BeautifulSoup(page, "html.parser").get_text().split())
    assert "as of 1 March 2031, according to Brandt (by hand)" in shown
    assert (
        "as of 1 March 2031: agreed, according to Brandt (by hand); narrowing, according to Pelham" in shown
    )


def test_a_side_begins_with_a_capital_wherever_it_heads_what_it_holds():
    sample = site()
    vessia, karsk = sample.issues[1].positions
    held = (dataclasses.replace(vessia, side="labour"), karsk)
    issues = tuple(dataclasses.replace(view, positions=held) for view in sample.issues)
    made = render(dataclasses.replace(sample, issues=issues))
    assert ">Labour</p>" in made[f"issues/{issues[0].ref.id}.md"]
    assert set(re.findall(r">(labour)\b", made["issues/index.md"], re.IGNORECASE)) == {"Labour"}


def test_an_inference_is_no_ground_where_somebody_speaks():
    heard, inferred = change("narrowing", "Orr"), change("agreed", "the article", inferred=True)
    assert standing(issue("toll", status="narrowing", history=(heard, inferred))) == (heard,)
    assert standing(issue("toll", status="agreed", history=(inferred,))) == (inferred,)


def test_the_history_tells_an_inference_apart():
    sample = site()
    view = sample.issues[0]
    step = dataclasses.replace(view.history[-1], inferred=True)
    changed = dataclasses.replace(view, history=(*view.history, step))
    page = render(dataclasses.replace(sample, issues=(changed, *sample.issues[1:])))[
        f"issues/{view.ref.id}.md"
    ]
    assert '<li class="inference"' in page
    assert "the article’s own inference</span>; it decides nothing" in page


# --- long lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "headings"),
    [
        ({"2031-03-01": 40}, []),
        ({"2031-03-01": 30, "2030-12-24": 11}, ["2031 30", "2030 11"]),
        (
            {"2031-03-01": 30, "2031-02-08": 11, "2029-01-01": 1},
            ["March 2031 30", "February 2031 11", "2029 1"],
        ),
        ({"2031-03-01": 40, "": 1}, ["2031 40", "Without a date 1"]),
    ],
)
def test_many_articles_stand_by_year_or_month(published, headings):
    view = site().articles[0]
    days = [day for day, number in published.items() for _ in range(number)]
    views = tuple(
        dataclasses.replace(
            view,
            annotated=dataclasses.replace(
                view.annotated, article=dataclasses.replace(view.annotated.article, published=day)
            ),
        )
        for day in days
    )
    page = render(dataclasses.replace(site(), articles=views))["articles/index.md"]
    assert page.count('class="article-title"') == len(days)
    jumps = re.findall(r"\[([^\]]*)\]\(#(of-[\w-]+)\) <span class=\"count\">(\d+)", page)
    assert [f"{words} {number}" for words, _anchor, number in jumps] == headings
    assert re.findall(r"^## (.*) \{ #(.*) \}$", page, re.MULTILINE) == [
        (words, anchor) for words, anchor, _ in jumps
    ]


def folds(page: str) -> list[str]:
    return re.findall(r"<summary>(.*?)</summary>", page)


def test_a_long_page_folds_what_is_older_and_says_where_its_parts_are():
    sample = site()
    view = sample.issues[1]
    said = tuple(
        dataclasses.replace(view.positions[0].statement, who=f"Speaker {n}", date=f"2031-03-{n:02}")
        for n in range(1, 31)
    )
    positions = tuple(
        dataclasses.replace(view.positions[0], side=f"Side {n:02}", statement=statement)
        for n, statement in enumerate(said, 1)
    )
    long = dataclasses.replace(
        view, positions=positions, statements=said[::-1], unsettled=said[::-1], history=view.history * 11
    )
    page = render(dataclasses.replace(sample, issues=(sample.issues[0], long)))[f"issues/{view.ref.id}.md"]
    assert folds(page) == [
        "18 more sides",
        "11 earlier statements",  # and a word of the history
        "2 earlier steps",
        "10 earlier statements",
    ]
    sides = re.findall(r"Side \d\d", page)
    assert (sides[0], sides[-1]) == ("Side 30", "Side 01"), "the newest before the fold"
    assert re.findall(r"\]\(#([a-z]+)\)", page)[:3] == ["positions", "differences", "history"]


def test_a_short_page_folds_nothing_and_needs_no_ways_through_it():
    page = render(site())[f"issues/{site().issues[1].ref.id}.md"]
    assert folds(page) == []
    assert "On this page" not in page


def test_the_matrix_keeps_a_row_low_and_leads_to_the_rest():
    sample = site()
    deal, fee = sample.issues
    crowd = tuple(dataclasses.replace(fee.positions[0], side=f"Side {number}") for number in range(7))
    page = render(
        dataclasses.replace(
            sample,
            issues=(
                dataclasses.replace(deal, positions=fee.positions),
                dataclasses.replace(fee, positions=(*fee.positions, *crowd)),
            ),
        )
    )["issues/index.md"]
    assert f"and [3 more sides]({fee.ref.id}.md#positions)" in page
    assert page.count("Side ") == 4


# --- review, mentions -------------------------------------------------------------------------


def test_one_thing_to_review_stands_once():
    items = tuple(
        ReviewItem("ambiguous name", "two people with one name", f"content/{n}.md", n) for n in range(9)
    )
    page = render(dataclasses.replace(site(), review=items))["review.md"]
    assert page.count("Two people with one name") == 1
    assert page.count("content/") == 9


def test_of_things_to_review_those_of_the_newest_article_come_first():
    sample = site()
    first, *_, last = sorted(sample.articles, key=lambda view: view.annotated.article.published)
    assert first.annotated.article.published < last.annotated.article.published
    items = tuple(
        ReviewItem("overdue", what, f"content/{n}.md", 1, view.ref)
        for n, (what, view) in enumerate((("the older", first), ("the newer", last)))
    )
    page = render(dataclasses.replace(sample, review=items))["review.md"]
    assert page.index("The newer") < page.index("The older")


def test_mentions_stand_below_their_article_as_they_follow_in_it():
    sample = site()
    article = max(sample.articles, key=lambda view: len(view.shown))
    text = article.annotated.article.text
    sources = [
        Source(article.ref, "", "2031-03-03", s.id, text[s.span.start : s.span.end])
        for s in article.sentences
    ]
    entity = dataclasses.replace(sample.entities[0], mentions=tuple(reversed(sources)))
    page = render(dataclasses.replace(sample, entities=(entity, *sample.entities[1:])))
    below = page[f"entities/{entity.ref.id}.md"].split("## Mentions")[1]
    cited = re.findall(rf"articles/{article.ref.id}\.md#([\w-]+)", below)
    assert cited[: len(sources)] == [source.sentence for source in sources]


# --- picture ----------------------------------------------------------------------------------


def events(days):
    event = dataclasses.replace(site().events[0], phase="happened")
    return [
        dataclasses.replace(event, id=f"e{n}", date=day, earliest=day, latest=day)
        for n, day in enumerate(days)
    ]


def test_a_crowded_day_is_counted():
    drawn = BeautifulSoup(picture(events(["2031-03-02"] * 40 + ["2031-03-30"]), "2031-03-30"), "html.parser")
    (heap,) = drawn.select("text.heap")
    assert heap.text == f"+{40 - ROWS}"
    assert len(drawn.select("g.mark")) == ROWS + 1
    assert "41 events" in drawn.figcaption.text


def test_an_event_of_long_ago_leaves_the_axis_to_the_others():
    drawn = picture(events(["1911-05-02", *(f"2031-03-{day:02}" for day in range(1, 20))]), "2031-03-20")
    assert "1 more without a date or far from the others" in drawn
    assert "Mar" in drawn
    assert "1950" not in drawn


@pytest.mark.parametrize(("as_of", "side"), [("2031-03-19", "before"), ("2031-02-28", "after")])
def test_the_label_of_today_stays_within_the_picture(as_of, side):
    drawn = BeautifulSoup(picture(events(f"2031-03-{day:02}" for day in range(1, 20)), as_of), "html.parser")
    assert drawn.select_one("text.tick:-soup-contains('as of')")["class"] == ["tick", side]


# --- nothing that says nothing -----------------------------------------------------------------


def rows_of(page: str, list_: str) -> list[str]:
    """The small line of each row, as it is read."""
    rows = BeautifulSoup(page, "html.parser").select(f".{list_} :is(.event-meta, .role)")
    return [" ".join(row.get_text().split()) for row in rows]


@pytest.mark.parametrize(
    ("publisher", "read", "annotated", "reviewed", "line"),
    [
        ("Meridian Wire", True, True, "", "Meridian Wire · 3 statements · 3 events"),
        ("", True, True, "", "3 statements · 3 events"),
        ("", True, True, "Mette", "3 statements · 3 events · reviewed"),
        ("", False, True, "", "no statement and no event"),
        ("Meridian Wire", False, False, "", "Meridian Wire · not annotated yet"),
    ],
)
def test_a_row_of_the_list_of_articles_leaves_out_what_is_not_known(
    publisher, read, annotated, reviewed, line
):
    view = site().articles[1]
    article = dataclasses.replace(view.annotated.article, publisher=publisher)
    nothing = {} if read else {"statements": (), "events": ()}
    view = dataclasses.replace(
        view,
        annotated=dataclasses.replace(view.annotated, article=article, bare=not annotated, reviewed=reviewed),
        issues=(),
        **nothing,
    )
    page = render(dataclasses.replace(site(), articles=(view,)))["articles/index.md"]
    assert rows_of(page, "article-list") == [line]


@pytest.mark.parametrize(
    ("before", "in_the_week", "counted", "headings"),
    [
        ("", ["raised"], "1 change of status", ["Changes of status"]),
        ("narrowing", ["disputed", "agreed"], "2 changes of status", ["Changes of status"]),
        ("agreed", ["agreed", "agreed"], "", ["Status as before"]),
    ],
)
def test_a_status_that_is_only_told_again_is_no_change(before, in_the_week, counted, headings):
    told = [before, *in_the_week] if before else in_the_week
    days = (["2031-02-24"] if before else []) + ["2031-03-04"] * len(in_the_week)
    history = tuple(
        dataclasses.replace(change(status, "Pelham"), date=day)
        for status, day in zip(told, days, strict=True)
    )
    made = render(dataclasses.replace(site(), issues=(issue("toll", history=history),)))
    (row,) = rows_of(made["briefs/index.md"], "brief-list")
    assert " · ".join(fact for fact in row.split(" · ") if "status" in fact) == counted
    brief = made["briefs/2031-03-03.md"]
    assert re.findall(r"^## (Changes of status|Status as before)", brief, re.MULTILINE) == headings
    assert ("no change of status" in brief) == (not counted)


def test_a_status_that_nobody_is_named_for_has_no_comma_behind_it():
    by_hand = dataclasses.replace(change("agreed", ""), date="2031-03-04")
    toll = issue("toll", status="agreed", status_date="2031-03-04", history=(by_hand,))
    made = render(dataclasses.replace(site(), issues=(toll,)))
    for path in ("briefs/2031-03-03.md", "issues/toll.md", "issues/index.md"):
        shown = " ".join(BeautifulSoup(made[path], "html.parser").get_text().split())
        assert not re.search(r", *[·(]", shown), path
        assert "by hand" in shown, path


def test_a_row_of_the_list_of_briefs_counts_only_what_is_there():
    page = render(dataclasses.replace(site(), issues=(), events=()))["briefs/index.md"]
    assert rows_of(page, "brief-list") == ["2 articles · 4 statements"]


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ({}, "nobody who spoke again on an issue"),
        ({"issues": ()}, "no change of status"),
        (
            {"issues": (), "events": ()},
            "no change of status, no date due and nobody who spoke again on an issue",
        ),
    ],
)
def test_a_brief_says_in_one_sentence_what_its_week_has_nothing_of(week, said):
    page = render(dataclasses.replace(site(), **week))["briefs/2031-03-03.md"]
    (line,) = re.findall(r'<p class="missing">(.*)</p>', page)
    assert said in line
    assert re.fullmatch(r"This week has (?:no|nobody) .*\.", line)


@pytest.mark.parametrize(
    ("id_", "changes", "headings"),
    [
        ("orla-pelham", {}, ["Role", "Side", "Also named", "Identifiers", "Reviewed"]),
        (
            "orla-pelham",
            {"roles": (), "side": "", "identifiers": {}, "aliases": ()},
            ["Role", "Side", "Reviewed"],
        ),
        ("karsk", {}, []),
        ("karsk", {"aliases": ("Karsk Land",)}, ["Also named"]),
    ],
)
def test_a_place_has_no_fields_for_what_only_who_acts_has(id_, changes, headings):
    """What nobody could have recorded is no gap: neither another name nor a number, nor the side of a town."""
    page = entity_page(id_, **changes)
    assert re.findall(r"<dt>(.*?)</dt>", page) == headings
    assert page.count('aria-label="Facts"') == bool(headings)
    assert ("## Statements" in page) == (id_ != "karsk")


def entity_page(id_: str, **changes) -> str:
    views = tuple(
        dataclasses.replace(view, **changes) if view.ref.id == id_ else view for view in site().entities
    )
    return render(dataclasses.replace(site(), entities=views))[f"entities/{id_}.md"]


def test_the_line_below_a_name_does_not_repeat_what_kind_it_is():
    page = entity_page("karsk")
    assert re.search(r'class="lead".*>Named in 2 articles</p>', page)
    assert 'description: "place, named in 2 articles"' in page


@pytest.mark.parametrize(
    ("side", "said"), [("Karsk", "Person · Karsk"), ("Orla Pelham", "Person"), ("", "Person")]
)
def test_the_line_above_a_name_does_not_repeat_it(side, said):
    kicker = re.search('<div class="kicker">(.*?)</div>', entity_page("orla-pelham", side=side))[1]
    assert re.sub("<[^>]+>", "", kicker) == said


@pytest.mark.parametrize(
    ("sentences", "at_once", "folded"), [(3, 3, []), (4, 4, []), (5, 3, ["2 more sentences"])]
)
def test_a_single_sentence_is_not_hidden_behind_a_line_that_counts_it(sentences, at_once, folded):
    source = site().entities[1].mentions[0]
    mentions = tuple(dataclasses.replace(source, quote=f"Sentence {n}.") for n in range(sentences))
    page = BeautifulSoup(entity_page("karsk", mentions=mentions), "html.parser")
    assert [summary.get_text() for summary in page.select(".mentions summary")] == folded
    for fold in page.select(".mentions details"):
        fold.decompose()
    assert page.get_text().count("Sentence ") == at_once
