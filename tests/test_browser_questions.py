"""Six questions of a new reader, each answered from the home page by clicks alone, on both dossiers."""

import re

import pytest
from conftest import Served

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def gaza(sample):
    server = Served(sample[0].site)
    yield server.address
    server.close()


@pytest.fixture(scope="module")
def varne(invented):
    server = Served(invented[0].site)
    yield server.address
    server.close()


@pytest.fixture(params=[1280, 390], ids=["wide", "phone"])
def page(request, browser):
    """A page of both widths; what a reader can click is on the page, whatever the width."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


def section(page, heading):
    """The text from a heading to the next one of its level."""
    return page.evaluate(
        """heading => {
            const start = [...document.querySelectorAll("main h2, main h3")]
                .find(one => one.textContent.trim().startsWith(heading));
            let text = "";
            for (let next = start.nextElementSibling; next && next.tagName !== start.tagName;
                 next = next.nextElementSibling) text += next.innerText + "\\n";
            return text;
        }""",
        heading,
    )


def lands_on_a_sentence(page):
    """The click led to a marked sentence within the screen; its words."""
    page.wait_for_url("**#sent-*")
    sentence = page.locator(":target")
    sentence.wait_for()
    page.wait_for_function(
        "() => { const box = document.querySelector(':target').getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight }"
    )
    return sentence.inner_text()


def test_who_says_it_is_settled_since_when_and_who_disagrees(page, varne):
    page.goto(varne)
    page.locator("main .issue-list").get_by_role("link", name="Customs inspections at the border").click()
    page.wait_for_url("**/issues/customs-inspections-at-the-border/")
    settled, open_ = section(page, "Who says it is settled"), section(page, "Who says it is not")
    assert "The parties" in settled
    assert "11 March 2031" in settled
    assert re.search(r"a person close to the customs service .*15 April 2031", open_, re.DOTALL)
    assert "Ulla Venn" in open_
    page.locator("#says-settled ~ .sayers .cite").first.click()
    assert "joint inspection" in lands_on_a_sentence(page)


def test_who_says_the_hostage_exchange_is_settled(page, gaza):
    page.goto(gaza)
    page.locator("main .issue-list").get_by_role("link", name="Exchange of Israeli hostages").click()
    page.wait_for_url("**/issues/exchange-of-israeli-hostages-and-prisoners/")
    assert "Nobody, in what is recorded" in section(page, "Who says it is settled")
    assert "Jake Sullivan" in section(page, "Who says it is not")
    assert "a high-ranking Hamas source" in section(page, "Who says it is settled")
    whole = page.locator(".of-the-whole")
    assert "claimed agreed, according to a high-ranking Hamas source" in whole.inner_text()
    whole.locator(".cite").last.click()
    assert "completed" in lands_on_a_sentence(page)


@pytest.mark.parametrize(
    ("dossier", "name", "role", "date"),
    [
        ("gaza", "Jake Sullivan", "U.S. National Security Advisor", "14 January 2025"),
        ("varne", "Yusuf Achterberg", "Mediator", "11 March 2031"),
    ],
)
def test_what_was_the_role(request, page, dossier, name, role, date):
    page.goto(request.getfixturevalue(dossier))
    page.locator("main .actors").get_by_role("link", name=name).click()
    page.wait_for_url("**/entities/**")
    lead = page.locator(".lead").inner_text()
    assert role in lead
    assert f"as of {date}" in lead
    page.locator(".facts .cite").first.click()
    assert name.split()[-1] in lands_on_a_sentence(page)


@pytest.mark.parametrize(
    ("dossier", "what", "when"),
    [
        ("gaza", "Inauguration of President-elect Donald Trump", "20 January 2025"),
        ("varne", "Freight trains would run", "1 May 2031"),
    ],
)
def test_what_is_due_next(request, page, dossier, what, when):
    page.goto(request.getfixturevalue(dossier))
    assert when in section(page, "Next dates")
    page.locator("main .events").get_by_role("link", name=what).click()
    page.wait_for_url("**/timeline/**#event-*")
    row = page.locator(":target")
    assert when in row.inner_text()
    row.locator(".cite").first.click()
    assert lands_on_a_sentence(page)


@pytest.mark.parametrize(
    ("dossier", "week", "changed"),
    [
        ("gaza", "Week of 13–19 January 2025", "Conclusion of the ceasefire negotiations"),
        ("varne", "Week of 14–20 April 2031", "Customs inspections at the border"),
    ],
)
def test_what_changed_this_week(request, page, dossier, week, changed):
    page.goto(request.getfixturevalue(dossier))
    page.locator("main").get_by_role("link", name="What changed in the week").click()
    page.wait_for_url("**/briefs/**")
    assert page.locator("h1").inner_text() == week
    assert changed in section(page, "Changes of status")
    page.locator("#changes + .issue-list .cite").first.click()
    assert lands_on_a_sentence(page)


@pytest.mark.parametrize(
    ("dossier", "answer"),
    [("gaza", "3 of 49 annotations reviewed by a person"), ("varne", "reviewed by a person")],
)
def test_has_a_person_reviewed_this(request, page, dossier, answer):
    page.goto(request.getfixturevalue(dossier))
    link = page.locator("main").get_by_role("link", name="reviewed by a person")
    assert answer in link.inner_text()
    link.click()
    page.wait_for_url("**/review/")
    assert "reviewed by a person" in page.locator(".lead").inner_text()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("articles/key-issues-have-been-narrowed-down-now-is-the-right-time/", "not reviewed"),
        ("entities/jake-sullivan/", "none of 6 statements reviewed by a person yet"),
        ("issues/conclusion-of-the-ceasefire-negotiations/", "None of 3 statements reviewed by a person yet"),
    ],
)
def test_whether_a_person_reviewed_a_page_stands_on_it(page, gaza, path, answer):
    page.goto(gaza + path)
    assert answer in page.locator("main").inner_text()


@pytest.mark.parametrize("dossier", ["gaza", "varne"])
def test_where_is_the_data(request, page, dossier):
    page.goto(request.getfixturevalue(dossier))
    page.locator("main").get_by_role("link", name="Download the data").click()
    page.wait_for_url("**/data/")
    files = page.locator(".catalogue a").evaluate_all("links => links.map(link => link.href)")
    assert any(file.endswith("statements.csv") for file in files)
    for file in files:
        assert page.request.get(file).ok, file
