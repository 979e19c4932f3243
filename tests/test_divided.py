"""Pages that do not grow: what a long list is divided into, and that each thing stands on one page of it."""

import dataclasses
import json
import posixpath
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest
from sites import site

from generator.export import CATALOGUE, export
from generator.model import Position, Ref, ReviewItem, Role, Site, Source
from generator.outputs import encoded
from generator.render import lists, render
from generator.render.divided import LONG_ROWS, NEWEST, ROWS, by_date, by_day, by_name, divided
from generator.site.mkdocs import DEEPEST
from generator.yamlfile.fields import is_id

pytestmark = pytest.mark.builds

MANY = 1_200
FIRST = date(2029, 1, 1)
FEBRUARY = "list 2029 2029-02 2029-02-01-09 2029-02-01 2029-02-01"


def days(many: int, *, each: int = 1) -> list[str]:
    return [(FIRST + timedelta(days=number // each)).isoformat() for number in range(many)]


# --- sizes to pages ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        ([], "list 0"),
        (days(10), "list 10"),
        (["2029-01-01"] * 6 + ["2030-05-01"] * 5, "list 2029 6 | list 2030 5"),
        (["2029-01-01"] * 6 + ["2029-02-01"] * 5, "list 2029 2029-01 6 | list 2029 2029-02 5"),
        (days(11), "list 2029 2029-01 2029-01-01-09 9 | list 2029 2029-01 2029-01-10-19 2"),
        (["2029-01-01"] * 6 + [""] * 6, "list 2029 6 | list undated 6"),
        ([""] * 11, "list undated undated-part-1 10 | list undated undated-part-2 1"),
        (
            ["2029-02-01"] * 11 + ["2030-05-01"],
            f"{FEBRUARY}-part-1 10 | {FEBRUARY}-part-2 1 | list 2030 1",
        ),
    ],
)
def test_a_list_is_divided_only_as_far_as_its_length_needs(rows, pages):
    """Each way is that from the list to a page with rows, with their number; no page has more than ten."""
    whole = divided("list.md", rows, by_day, "date", whole=10, most=10)
    assert " | ".join(ways(whole)) == pages


def ways(part, *above: str) -> list[str]:
    here = (*above, part.path.rpartition("/")[2].removesuffix(".md"))
    if part.parts:
        return [way for below in part.parts for way in ways(below, *here)]
    return [" ".join((*here, str(len(part.rows))))]


@pytest.mark.parametrize(
    ("edtf", "slugs"),
    [
        ("2031-03-09", "2031 2031-03 2031-03-01-09 2031-03-09"),
        ("2031-02-28", "2031 2031-02 2031-02-20-28 2031-02-28"),
        ("2031-03", "2031 2031-03 2031-03-01-09 2031-03-01"),
        ("2031-03-10/2031-03-12", "2031 2031-03 2031-03-10-19 2031-03-10"),
        ("XXXX-03-13", "undated"),
        ("", "undated"),
    ],
)
def test_a_date_is_divided_by_year_month_third_and_day(edtf, slugs):
    assert " ".join(step.slug for step in by_date(edtf)) == slugs


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("2031-03-09", "1–9 March 2031"),
        ("2031-02-28", "20–28 February 2031"),
        ("2032-02-20", "20–29 February 2032"),
        ("2031-03-30", "20–31 March 2031"),
        ("2031-04-20", "20–30 April 2031"),
    ],
)
def test_a_third_of_a_month_is_called_by_the_days_they_are(day, label):
    assert by_day(day)[2].label == label


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("Maria Lund", "m ma mar mari"),
        ("Östen", "o os ost oste"),
        ("“Al”", "a al al- al--"),
        ("al-Amin", "a al ala alam"),
        ("9/11 Commission", "9 91 911 911c"),
        ("Мира", "u00043c u00043cu000438 u00043cu000438u000440 u00043cu000438u000440u000430"),
        ("…", "other"),
    ],
)
def test_a_name_is_divided_by_its_first_letters(name, slugs):
    assert " ".join(step.slug for step in by_name(name)) == slugs


def test_what_has_no_date_is_divided_by_its_name():
    rows = [("", "Ada"), ("", "Brook"), ("2031-01-01", "Cole")]
    whole = divided("list.md", rows, lambda row: by_day(*row), "list", whole=1, most=1)
    assert [leaf.path for leaf in whole.leaves] == ["list/undated-a.md", "list/undated-b.md", "list/2031.md"]


def test_a_new_row_changes_no_page_of_another_month():
    """Neither its rows nor the links on it, so that an edit makes few pages anew."""
    old, new = (
        {page.path: encoded((page.title, page.values)) for page in lists.articles(large(many))}
        for many in (MANY, MANY + 1)
    )
    newest = large(MANY + 1).articles[0].annotated.article.published
    changed = {path for path in old if old[path] != new.get(path)}
    assert changed == {"articles/index.md", f"articles/date/{newest[:4]}.md"}


# --- a large dossier --------------------------------------------------------------------------


@cache
def large(many: int = MANY) -> Site:
    """So many articles, entities and issues, two a day, copied from the sample's."""
    sample, when = site(), days(many, each=2)
    article, entity, issue = sample.articles[0], sample.entities[0], sample.issues[0]

    def named(view, kind, number, **values):
        ref = dataclasses.replace(
            view.ref, id=f"{kind}-{number}", name=f"{chr(65 + number % 26)}{kind} {number}"
        )
        return dataclasses.replace(view, ref=ref, **values)

    def published(number):
        told = dataclasses.replace(article.annotated.article, id=f"article-{number}", published=when[number])
        return dataclasses.replace(article.annotated, article=told)

    counted = range(many)
    busy = [
        dataclasses.replace(
            entity.statements[0],
            id=f"s{n}",
            content=f"Word {n}",
            date=when[n],
            source=Source(Ref("article", f"article-{n}", "An article"), "", when[n], "s", f"Word {n}."),
        )
        for n in reversed(counted)
    ]
    sources = tuple(statement.source for statement in busy)
    held = tuple(
        Position(f"Side {n}", statement, Ref("issue", f"issue-{n}", f"Issue {n}"))
        for n, statement in enumerate(busy)
    )
    roles = tuple(Role(f"Minister {n}", when[n], sources[0]) for n in reversed(counted))
    steps = tuple(dataclasses.replace(issue.history[0], date=when[n]) for n in counted)
    entities = [
        named(entity, "name", n, mention_count=many - n, statements=(), mentions=(), positions=())
        for n in counted
    ]
    entities[0] = dataclasses.replace(
        entities[0], statements=tuple(busy), mentions=sources, positions=held, roles=roles
    )
    issues = [
        named(issue, "issue", n, status_date=when[n], statements=(), part_of=None, parts=(), positions=())
        for n in counted
    ]
    issues[0] = dataclasses.replace(
        issues[0],
        statements=tuple(busy),
        settled=tuple(busy),
        history=steps,
        positions=held,
        parts=tuple(view.ref for view in issues[1:]),
    )
    return dataclasses.replace(
        sample,
        articles=tuple(named(article, "article", n, annotated=published(n)) for n in reversed(counted)),
        entities=tuple(entities),
        issues=tuple(issues),
        review=tuple(
            ReviewItem("unreviewed", f"Thing {n}", f"content/articles/article-{n}.md", 1) for n in counted
        ),
    )


@pytest.fixture(scope="module")
def pages():
    return render(large(), CATALOGUE)


def rows_of(source: str, kind: str) -> list[str]:
    """The pages to which the rows of the lists of that class lead."""
    found = re.findall(rf'<[ou]l class="{kind}".*?</[ou]l>', source, re.DOTALL)
    leads = r'(?:<li[^>]* markdown="span">|<p class="article-title" markdown="span">)\[[^\]]*\]\(([^)]*)\)'
    return [link.rpartition("/")[2] for one in found for link in re.findall(leads, one)]


@pytest.mark.parametrize(
    ("folder", "listing", "kind"),
    [
        ("articles/date", "article-list", "article"),
        ("entities", "entity-list", "name"),
        ("issues/date", "issue-list", "issue"),
    ],
)
def test_each_thing_stands_on_one_page_of_the_list(pages, folder, listing, kind):
    parts = [path for path in pages if re.fullmatch(rf"{folder}/(?:[a-z]+/)?[\w-]+\.md", path)]
    listed = Counter(
        row
        for path in parts
        for row in rows_of(pages[path], listing)
        if folder != "entities" or path.count("/") == 2
    )
    assert listed == {f"{kind}-{number}.md": 1 for number in range(MANY)}


@pytest.mark.parametrize(
    ("index", "listing", "newest"),
    [
        ("articles/index.md", "article-list", f"article-{MANY - 1}.md"),
        ("entities/index.md", "entity-list", "name-0.md"),
        ("issues/index.md", "issue-list", "issue-0.md"),
    ],
)
def test_the_first_page_shows_some_and_leads_to_all(pages, index, listing, newest):
    shown = rows_of(pages[index], listing)
    assert (len(shown), shown[0]) == (NEWEST, newest)
    reached, ahead = set(), [index]
    while ahead:
        new = parts_from(pages, ahead.pop()) - reached
        reached |= new
        ahead += new
    folders = {"articles": ("date",), "entities": ("person", "organization", "place"), "issues": ("date",)}
    things = index.partition("/")[0]
    below = tuple(f"{things}/{folder}/" for folder in folders[things])
    assert reached - {index} == {path for path in pages if path.startswith(below)}


def parts_from(pages, path: str) -> set[str]:
    """The pages to which the links between the parts of a list lead."""
    navs = re.findall(r'<nav class="years".*?</nav>|<div class="kicker".*?</div>', pages[path], re.DOTALL)
    links = re.findall(r"\]\(([\w./-]+)\)", " ".join(navs))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links}


@pytest.mark.parametrize(
    ("folder", "row"),
    [
        ("entities/name-0/statements", "<blockquote"),
        ("entities/name-0/mentions", "[sentence]("),
        ("entities/name-0/positions", 'class="position-on"'),
        ("issues/issue-0/statements", "<blockquote"),
        ("issues/issue-0/history", 'class="event-date"'),
        ("issues/issue-0/positions", 'class="position-on"'),
    ],
)
def test_all_that_a_busy_one_said_stands_by_date(pages, folder, row):
    own = pages[folder.rpartition("/")[0] + ".md"]
    assert "all of them stand here:" in own
    assert f"]({folder.split('/', 1)[1]}/2029.md)" in own
    parts = [pages[path].count(row) for path in pages if path.startswith(f"{folder}/")]
    assert sum(parts) == MANY
    assert max(parts) <= 200


@pytest.mark.parametrize("page", ["entities/name-0.md", "issues/issue-0.md"])
def test_of_what_is_divided_the_page_itself_shows_the_newest_and_folds_nothing(pages, page):
    assert "The newest 20 of 1,200 statements are listed; all of them stand here:" in pages[page]
    divided_lists = re.sub(r"## Is it settled\?.*?\n## ", "", pages[page], flags=re.DOTALL)
    assert not re.findall(
        r"<summary>.* (?:earlier (?:statement|step|article|position)|more side)", divided_lists
    )
    assert 'aria-label="On this page"' in pages[page]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("entities/name-0.md", "The newest 20 of 1,200 positions are listed; all of them stand here:"),
        ("entities/name-0.md", "The newest 100 of 1,200 roles are listed; [the data]("),
        ("issues/issue-0.md", "The newest 12 of 1,200 sides are listed; all of them stand here:"),
        ("issues/issue-0.md", "The newest 100 of 1,200 statements are listed; [the data]("),
        ("issues/issue-0.md", "The first 100 of 1,199 parts are listed; [the data]("),
    ],
)
def test_what_a_page_leaves_out_it_says(pages, page, said):
    assert said in pages[page]


def test_of_many_positions_the_newest_come_first(pages):
    shown = re.findall(r"<blockquote.*?>Word (\d+)<", pages["entities/name-0.md"].split("## Statements")[0])
    assert shown == [str(number) for number in range(MANY - 1, MANY - 21, -1)]


def test_the_page_of_a_busy_one_weighs_the_same_however_busy_it_is(pages):
    less = render(large(MANY // 2), CATALOGUE)
    for page in ("entities/name-0.md", "issues/issue-0.md"):
        assert len(pages[page]) < 1.1 * len(less[page])


def test_the_articles_of_a_year_stand_by_month_on_its_page_and_the_newest_of_all_at_once(pages):
    assert pages["articles/date/2030.md"].count("](#of-2030-") == 8
    assert "#of-" not in pages["articles/index.md"]


def test_things_to_review_stand_by_reason(pages):
    assert "## Not yet looked at by a person (1,200)" in pages["review.md"]
    parts = {path: source.count("content/articles/") for path, source in pages.items() if "review/" in path}
    assert sum(parts.values()) == MANY
    assert max(parts.values()) <= LONG_ROWS
    assert all(path.startswith("review/unreviewed/undated") for path in parts)


def test_links_of_the_parts_lead_to_pages(pages):
    there = {*pages, *export(large()), *render(site()), *export(site())}
    parts = [path for path in pages if path.count("/") > 1]
    links = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        for path in parts
        for link in re.findall(r"\]\(([\w./-]+)(?:#[^)]*)?\)", pages[path].split("\n---\n", 1)[1])
    }
    assert links <= there


def test_no_page_of_a_part_can_be_the_page_of_a_thing(pages):
    """Such a page stands in a folder below the list's, and an id has no slash."""
    parts = [path.removesuffix(".md").partition("/")[2] for path in pages if path.count("/") > 1]
    assert parts
    assert not any(is_id(part) for part in parts)


def test_the_policy_knows_the_scripts_of_the_deepest_page(pages):
    """Material writes the way to the top into each page's inline script: one script for each depth."""
    assert max(path.removesuffix("/index.md").count("/") + 1 for path in pages) == DEEPEST


def test_the_home_page_of_many_weighs_what_that_of_few_does(pages):
    few = render(large(12), CATALOGUE)["index.md"]
    assert abs(len(pages["index.md"]) - len(few)) < 0.1 * len(few)


def test_no_list_grows_with_the_dossier(pages):
    """An index, and any part of a list, has some hundred rows at most, however many there are."""
    rows = {path: source.count('<li markdown="span">') for path, source in pages.items()}
    assert max(rows.values()) <= ROWS + 100


def test_the_data_has_the_whole_list():
    files = export(large())
    for kind in ("articles", "entities", "issues"):
        assert len(json.loads(files[f"{kind}/index.json"])[kind]) == MANY
