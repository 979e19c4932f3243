"""Articles of which only EDTF can say when they appeared: every stage takes any date that a person may write."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count
from xml.etree import ElementTree as ET

import pytest
from conftest import INVENTED
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sites import site

from generator import build, dates, store
from generator.export import schema_org
from generator.render.busy import newest_first
from generator.yamlfile.fields import is_edtf

pytestmark = pytest.mark.builds

OLDER = "content/articles/talmora-and-oskera-open-talks-on-reopening-varne-railway.md"
ASKED = "content/articles/oskera-answers-mediator-on-time-talmora-misses-deadline.md"
NEWER = "content/articles/oskera-replies-on-time-but-talmora-misses-deadline-in.md"
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def sources():
    """Three articles of the invented dossier."""
    whole = store.read(store.Folder(INVENTED))
    told = {path: whole.articles[path] for path in (OLDER, ASKED, NEWER)}
    return replace(
        whole,
        articles=told,
        seeds=tuple(s for s in whole.seeds if f"seed: {s.name}" in "".join(told.values())),
    )


def published(source, edtf):
    return re.sub("(?m)^published: .*", f"published: '{edtf}'", source, count=1)


def dated(source, edtf):
    """`source`, every third item of it with this date."""
    keys = count()
    return re.sub(
        "(?m)^  (?:mode|phase|type): .*",
        lambda key: f"{key[0]}\n  date: '{edtf}'" if next(keys) % 3 == 0 else key[0],
        source,
    )


def composed(*days, told="", **others):
    """The dossier with these days of publication, oldest article first, and this date of what it tells."""
    articles = zip((OLDER, ASKED, NEWER), days, strict=True)
    told = {
        path: published(dated(sources().articles[path], told) if told else sources().articles[path], edtf)
        for path, edtf in articles
    }
    return build.compose(replace(sources(), articles=told, **others), "https://dossier.example/")


FORMS = [
    # published → last day it can be, what schema.org has, day in the feed
    ("2031-03-16", "2031-03-16", "2031-03-16", "2031-03-16"),
    ("2031-03", "2031-03-31", "2031-03", "2031-03-01"),
    ("2031-03-XX", "2031-03-31", "", "2031-03-01"),
    ("2031-03-1X", "2031-03-19", "", "2031-03-10"),
    ("2031-03-16T10:00:00Z", "2031-03-16", "2031-03-16", "2031-03-16"),
    ("2031-03-16T10:00:00+09:00", "2031-03-16", "2031-03-16", "2031-03-16"),
    ("2031-03-16~", "2031-03-16", "", "2031-03-16"),
    ("~2031-03", "2031-03-31", "", "2031-03-01"),
    ("2031?-03-16", "2031-03-16", "", "2031-03-16"),
    ("2031-21", "2031-05-31", "", "2031-03-01"),
    ("2031-03-10/2031-03-16", "2031-03-16", "", "2031-03-10"),
    ("2031-03-10/..", "2031-03-10", "", "2031-03-10"),
    ("../2031-03-16", "2031-03-16", "", "2031-03-16"),
    ("[2031-03-10..2031-03-16]", "2031-03-16", "", "2031-03-10"),
    ("[..2031-03-16]", "2031-03-16", "", "2031-03-16"),
    ("[2031-03-10..]", "2031-03-10", "", "2031-03-10"),
    ("{2031-03-10,2031-03-16}", "2031-03-16", "", "2031-03-10"),
    ("203X", "2039-12-31", "", "2030-01-01"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"),
    ("XXXX-03-16", "", "", ""),
    ("2031-37", "", "", ""),
    ("-0044-03-15", "", "", ""),
    ("Y170000002", "", "", ""),
]


@pytest.mark.parametrize(("edtf", "last", "schema", "feed"), FORMS)
def test_an_article_may_have_appeared_at_any_edtf_date(edtf, last, schema, feed):
    made = composed("2031-03-08", edtf, "2031-03-25")
    assert not [problem for problem in made.diagnostics if problem.severity == "error"]
    views = {view.annotated.path: view for view in made.site.articles}
    days = {OLDER: "2031-03-08", ASKED: last, NEWER: "2031-03-25"}
    assert list(views) == sorted(days, key=days.__getitem__, reverse=True)
    assert made.site.as_of == max(days.values())
    assert schema_org(views[ASKED], "A dossier").get("datePublished", "") == schema
    feeds = in_feeds(made)
    assert feeds.get(views[ASKED].annotated.article.title, "") == (feed and f"{feed}T00:00:00Z")
    readable(made)


def in_feeds(made):
    """Title of each article in the feed → when it appeared."""
    entries = ET.fromstring(made.pages["feeds/articles.xml"]).iter(f"{ATOM}entry")  # noqa: S314  # our own
    return {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}published") for entry in entries}


def readable(made):
    """Every day that a program reads is one."""
    feeds = [contents for path, contents in made.pages.items() if path.startswith("feeds/")]
    told = [re.findall(r"<(?:updated|published)>(.*?)T00:00:00Z<", feed.decode()) for feed in feeds]
    pages = [contents for contents in made.pages.values() if isinstance(contents, str)]
    told += [re.findall(r'(?:data-reported|data-happens)="([^"]+)"', page) for page in pages]
    assert all(date.fromisoformat(day) for days in told for day in days)
    assert all(
        re.fullmatch(r"\d{4}(-\d\d){0,2}", day)
        for page in pages
        for day in re.findall(r'datetime="(.*?)"', page)
    )
    assert Calendar.from_ical(made.pages["timeline.ics"])
    assert all(json.loads(contents) for path, contents in made.pages.items() if path.endswith(".json"))


def test_a_month_is_a_dossiers_today_on_its_last_day():
    made = composed("2031-03-08", "2031-03-16", "2031-03-17", settings="as_of: 2031-02\n")
    assert made.site.as_of == "2031-02-28"


@pytest.mark.parametrize(
    "between", ["[..2031-03-02]", "[2031-03-02..]", "2031-03-02~", "{2031-03-02,2031-03-09}"]
)
def test_what_is_dated_in_brackets_stands_among_the_others_by_its_day(between):
    days = ("2031-03-01", between, "2031-03-03")
    view = site().issues[0].positions[0]
    positions = [replace(view, statement=replace(view.statement, date=day)) for day in days]
    assert [one.statement.date for one in newest_first(positions, few=1)] == [
        "2031-03-03",
        between,
        "2031-03-01",
    ]


# --- a law ------------------------------------------------------------------------------------

POINTS = (
    "2031 2031-03 2031-03-09 2031-03-XX 2031-03-1X 2031-03-3X 2031-XX-10 203X 2XXX XXXX-03-09 2031-21 2031-36 0000 "
    "0001-01-01 9999 9999-12-31 -0044 Y17E7 1950S2 2031-03-09T24:00:00Z 2031-03-09T10:00:00-05"
).split()
SHAPES = (
    "{} {}~ ?{} {}% {}/2031-04 2030/{} {}/.. ../{} [{}..] [..{}] [2030,{}] [{}..2032] {{{},2031-04-02..}}"
).split()


@st.composite
def accepted(draw):
    """A date that a person may write, often of a shape that no calendar has."""
    point = draw(st.sampled_from(POINTS))
    date = draw(st.sampled_from(SHAPES)).format(point)
    return date if is_edtf(date) else point


@settings(max_examples=12)
@given(
    st.tuples(accepted(), accepted(), accepted()),
    accepted(),
    st.sampled_from(["", "2031", "2031-03", "1950-01-01", "9999-12-31"]),
)
def test_no_date_that_a_person_may_write_stops_a_build(days, other, as_of):
    event = f"---\nname: The answer\ndate: '{other}'\nphase: deadline\n---\n"
    issue = f"---\nname: transit fee\nstatus:\n  - status: agreed\n    date: '{other}'\n---\n"
    made = composed(
        *days,
        told=other,
        settings=f"as_of: {as_of}\n" if as_of else "",
        registers={"content/events/the-answer.md": event, "content/issues/transit-fee.md": issue},
        corrections=f"date\tarticle\twhat\told\tnew\n{other}\tan-article\tthe title\tOld\tNew\n",
    )
    readable(made)
    last = [dates.last_day(view.annotated.article.published) for view in made.site.articles]
    assert last == sorted(last, reverse=True)
