"""Pages from a Site: every fact one step from its sentence, nothing unescaped, the same bytes each time."""

import dataclasses
import json
import posixpath
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import attacks
import pytest
import yaml
from bs4 import BeautifulSoup
from sites import DENIAL, UNQUOTED, site

from generator.assemble.weeks import weeks
from generator.export import CATALOGUE, export
from generator.model import Resolution, Site
from generator.render import PAGES, render
from generator.render.links import relative, timeline_parts
from generator.render.picture import picture
from generator.words import capital, count, date, known_by, machine

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\]\(([^()\s]+)")
ID = re.compile(r"\bid=\"([^\"]+)\"|\{[^{}\n]*#([\w-]+)[^{}\n]*\}")
STRANGE = {**attacks.HTML, **attacks.MARKDOWN, **attacks.TEXT}


@cache
def pages(attack: str = "", rights: str = "quotes") -> dict[str, str]:
    return render(site(attack=attack, rights=rights), CATALOGUE)


@cache
def files(attack: str = "") -> frozenset[str]:
    return frozenset(export(site(attack=attack)))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sample site under attack, rendered by MkDocs with the base settings, strictly."""
    attack = " ".join(attacks.HTML.values())
    return mkdocs(tmp_path_factory.mktemp("site"), {**pages(attack=attack), **export(site(attack=attack))})


def mkdocs(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, data in files.items():
        file = folder / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    theme = ROOT / "generator" / "theme"
    settings = {
        "INHERIT": str(theme / "mkdocs.yml"),
        "docs_dir": "pages",
        "site_dir": "site",
        "theme": {"custom_dir": str(theme / "overrides")},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "-f",
        str(folder / "mkdocs.yml"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def soup(built: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((built / address / "index.html").read_text(encoding="utf-8"), "html.parser")


# --- the pages as a whole ---------------------------------------------------------------------


def test_kinds_of_pages():
    assert [name for name, _ in PAGES] == [
        "home", "articles", "entities", "issues", "timeline", "briefs", "review", "corrections", "data", "about",
        "redirects",
    ]  # fmt: skip


def test_every_thing_has_its_page():
    sample, made = site(), pages()
    for folder, views in (
        ("articles", sample.articles),
        ("entities", sample.entities),
        ("issues", sample.issues),
    ):
        for view in views:
            assert f"{folder}/{view.ref.id}.md" in made
        assert f"{folder}/index.md" in made
    for path in ("index.md", "timeline.md", "review.md", "data.md", "about.md", "entities/o-pelham.md"):
        assert path in made


def test_same_site_same_bytes():
    assert render(site()) == render(dataclasses.replace(site()))


def test_an_empty_dossier_has_pages_too():
    from generator.model import Settings

    made = render(Site(Settings(), "", (), (), (), (), (), (), {}))
    assert "None recorded" in made["index.md"]


@pytest.mark.parametrize("name", STRANGE)
def test_links_lead_to_pages_and_to_anchors(name):
    made = pages(attack=STRANGE[name])
    anchors = {path: {a or b for a, b in ID.findall(source)} for path, source in made.items()}
    for path, source in made.items():
        for target in LINK.findall(source.split("\n---\n", 1)[1]):
            if target.startswith("https://"):
                continue
            file, _, anchor = target.partition("#")
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert file in made or file in files(STRANGE[name]), (path, target)
            assert not anchor or anchor in anchors[file], (path, target)


@pytest.mark.parametrize("name", STRANGE)
def test_front_matter_is_what_we_wrote(name):
    for path, source in pages(attack=STRANGE[name]).items():
        head = yaml.safe_load(source.split("\n---\n")[0].removeprefix("---\n"))
        known = {
            "title",
            "description",
            "hide",
            "jsonld",
            "kind",
            "published",
            "redirect",
            "search",
            "publisher",
            "authors",
            "language",
            "facets",
            "said",
            "day",
            "picture",
        }
        assert set(head) <= known, path
        assert not set(head["title"] + head["description"]) & set("<>\"'\n"), path
        assert head["hide"] == ["navigation", "toc"]


@pytest.mark.parametrize("rights", ["quotes", "none"])
def test_what_the_rights_withhold_stands_on_no_page(rights):
    together = "\n".join(pages(rights=rights).values())
    assert UNQUOTED not in together
    if rights == "none":
        assert DENIAL not in together


def test_every_statement_and_event_leads_to_its_sentence():
    sample, made = site(), pages()
    for view in sample.articles:
        for statement in view.statements:
            assert f"](#{statement.source.sentence})" in made[f"articles/{view.ref.id}.md"] or (
                f'href="#{statement.source.sentence}"' in made[f"articles/{view.ref.id}.md"]
            )
    for event in sample.events:
        for source in event.sources:
            assert f"articles/{source.article.id}.md#{source.sentence}" in made["timeline.md"]
    for issue in sample.issues:
        for change in issue.history:
            if change.source:
                target = f"../articles/{change.source.article.id}.md#{change.source.sentence}"
                assert target in made[f"issues/{issue.ref.id}.md"]


def test_a_long_timeline_is_split_by_year():
    event = site().events[0]
    many = [
        dataclasses.replace(
            event, id=f"e{n}", earliest=f"{2000 + n % 3}-01-01", latest=f"{2000 + n % 3}-01-01"
        )
        for n in range(300)
    ]
    assert [(part.path, len(part.rows)) for part in timeline_parts(many).leaves] == [
        ("timeline/2000.md", 100), ("timeline/2001.md", 100), ("timeline/2002.md", 100),
    ]  # fmt: skip
    made = render(dataclasses.replace(site(), events=tuple(many)))
    assert "timeline/2001.md" in made["timeline.md"]
    assert 'id="event-e1"' in made["timeline/2001.md"]


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("index.md", "articles/x.md#sent-1", "articles/x.md#sent-1"),
        ("articles/y.md", "articles/x.md", "x.md"),
        ("articles/x.md", "articles/x.md#sent-1", "#sent-1"),
        ("entities/e.md", "timeline.md#event-1", "../timeline.md#event-1"),
        ("timeline/2001.md", "data.md", "../data.md"),
    ],
)
def test_links_are_relative(here, target, link):
    assert relative(here, target) == link


def test_weeks_follow_the_setting():
    sample = site()
    monday = [week.first.isoformat() for week in weeks(sample)]
    sunday = [
        week.first.isoformat()
        for week in weeks(
            dataclasses.replace(sample, settings=dataclasses.replace(sample.settings, week_starts="sunday"))
        )
    ]
    assert monday == ["2031-03-03"]
    assert sunday == ["2031-03-02"]


def test_a_brief_has_what_belongs_to_its_week():
    (week,) = weeks(site())
    assert {view.ref.id for view in week.articles} == {view.ref.id for view in site().articles}
    assert {s.id for s in week.statements} == {s.id for view in site().articles for s in view.statements}
    assert all("2031-03-03" <= event.latest <= "2031-03-09" for event in week.due)


# --- as MkDocs renders them -------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "",
        "articles/ferry-talks-near-an-end",
        "entities/orla-pelham",
        "issues/ferry-deal",
        "timeline",
        "review",
        "about",
    ],
)
def test_an_attacked_page_has_no_markup_but_ours(built, address):
    page = soup(built, address)
    stray = set("img math style iframe base form input embed object".split())
    main = page.find("article")
    assert {tag.name for tag in main.find_all(recursive=True)} & stray <= {"form", "input"}
    for tag in page.find_all(recursive=True):
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"], tag
        assert not str(tag.get("href", "")).lower().startswith("javascript:"), tag
    assert "alert(1)" not in "".join(
        script.string or ""
        for script in page.find_all("script")
        if script.get("type") != "application/ld+json"
    )
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    left = main.get_text()
    assert not re.search(r"\{ [.#]\w|\]\(\S+\.md|markdown=\"|wzxhzdk", left)


def test_text_element_equals_the_article(built):
    attack = " ".join(attacks.HTML.values())
    for view in site(attack=attack).articles:
        if view.annotated.article.rights == "full":
            page = soup(built, f"articles/{view.ref.id}")
            (element,) = page.select(".article-text")
            assert element.get_text().strip() == view.annotated.article.text


def test_head_of_a_page(built):
    page = soup(built, "articles/ferry-talks-near-an-end")
    title = next(
        v for v in site(attack=" ".join(attacks.HTML.values())).articles if "ferry" in v.ref.id
    ).ref.name
    assert page.title.string.startswith(" ".join(title.split())[:20])
    assert page.find("meta", property="og:title")["content"] == " ".join(title.split())
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == title


def test_a_redirect_leads_on(built):
    page = soup(built, "entities/o-pelham")
    assert page.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../orla-pelham/"
    assert page.find("article").find("a")["href"] == "../orla-pelham/"


# --- picture and words ------------------------------------------------------------------------


def test_picture_has_each_dated_event_and_no_style():
    drawn = BeautifulSoup(picture(site().events, site().as_of), "html.parser")
    assert len(drawn.select("g.mark")) == sum(bool(event.sort_date) for event in site().events)
    assert not drawn.select("[style], script, a")


@pytest.mark.parametrize("earliest", ["0001-01-01", "1911-05-02", "2031-03-02", "9999-12-31"])
def test_picture_of_far_away_dates(earliest):
    event = site().events[0]
    far = dataclasses.replace(event, id="far", earliest=earliest, latest=earliest)
    assert "<svg" in picture([event, far], "2031-03-06")


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031", "2031"),
        ("2031-21", ""),
        ("0000", ""),
        ("[2031..]", ""),
        ("", ""),
    ],
)
def test_datetime_that_html_accepts(edtf, html):
    assert machine(edtf) == html


@pytest.mark.parametrize(("number", "words"), [(1, "1 event"), (0, "0 events"), (1204, "1,204 events")])
def test_numbers(number, words):
    assert count(number, "event") == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", "not recorded"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-10/2031-03-11", "10–11 March 2031"),
        ("[2031-03-10..2031-03-11]", "one day of 10–11 March 2031"),
        ("[2031-03-10..]", "on or after 10 March 2031"),
        ("XXXX-XX-13", "the 13th (month not recorded)"),
    ],
)
def test_dates_in_words(edtf, words):
    assert date(edtf) == words


@pytest.mark.parametrize(
    ("resolution", "words"),
    [
        (
            Resolution("DATE", "2031-03-04", edtf="2031-03-04", rule="by hand"),
            "4 March 2031, inferred by an editor.",
        ),
        (Resolution("DATE", "PRESENT_REF"), "the time of writing."),
        (Resolution("DURATION", "P3D"), "3 days."),
        (Resolution("DATE", ""), "not understood."),
    ],
)
def test_meaning_of_a_time_expression(resolution, words):
    assert known_by(resolution) == words


def test_numbers_are_grouped_but_in_an_address():
    busy = site().articles[0]
    one = busy.statements[0]
    elsewhere = dataclasses.replace(one, statement=dataclasses.replace(one.statement, content=()))
    said = dataclasses.replace(busy, statements=(elsewhere,) * 1200)
    page = render(dataclasses.replace(site(), articles=(said, *site().articles[1:])))[
        f"articles/{busy.ref.id}.md"
    ]
    assert "1,200 statements: who says what" in page
    assert 'id="note-1200" ' in page
    crowd = dataclasses.replace(site().entities[0], mention_count=2019)
    home = render(dataclasses.replace(site(), entities=(crowd,)))["index.md"]
    assert '<span class="count">2,019<span' in home


def test_a_line_begins_with_a_capital():
    assert capital("the talks") == "The talks"
    assert capital("iPhone trademark") == "iPhone trademark"
    assert capital("a US judge") == "A US judge"
    assert capital("") == ""
