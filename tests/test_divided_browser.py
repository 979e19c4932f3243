"""The pages of divided lists in a real browser: axe, old addresses, ways through a long page."""

import dataclasses
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Served, put_pages
from sites import site
from states import JUMPIEST, RULES, WATCH

from generator import site as renderer
from generator import store
from generator.export import CATALOGUE, export
from generator.model import Site
from generator.render import render

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("sites")]
DAYS = [(date(2030, 12, 1) + timedelta(n // 3)).isoformat() for n in range(240)]
MONTH, MENTIONS = "timeline/2031-01/", "entities/orla-pelham/mentions/2031/"


def busy() -> Site:
    """240 events of eighty days, as many sentences, several of an article, that name one person, and 14 issues."""
    sample = site()
    event, person = sample.events[0], sample.entities[0]
    events = tuple(
        dataclasses.replace(event, id=f"e{n}", what=f"meeting {n}", date=day, earliest=day, latest=day)
        for n, day in enumerate(DAYS)
    )
    mentions = tuple(
        dataclasses.replace(
            person.mentions[n % 2],
            published=day,
            sentence=f"sent-{n}",
            article=dataclasses.replace(person.mentions[0].article, id=f"a{n // 5}"),
        )
        for n, day in reversed(list(enumerate(DAYS)))
    )
    fee = sample.issues[1]
    others = tuple(
        dataclasses.replace(
            fee,
            ref=dataclasses.replace(fee.ref, id=f"fee-{n}", name=f"fee {n}"),
            status="agreed",
            part_of=None,
        )
        for n in range(12)
    )
    return dataclasses.replace(
        sample,
        events=events,
        issues=(*sample.issues, *others),
        entities=(dataclasses.replace(person, mentions=mentions, events=()), *sample.entities[1:]),
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root, made = tmp_path_factory.mktemp("busy"), busy()
    folder = store.Folder(root)
    put_pages(folder.pages, {**render(made, CATALOGUE), **export(made)})
    edition = renderer.Edition(root, folder.pages, made.settings.title, made.as_of)
    renderer.render(edition, folder.site, strict=True)
    server = Served(folder.site)
    yield server.address
    server.close()


@pytest.fixture
def scheme():
    return "light"


@pytest.fixture
def page(browser, scheme):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", color_scheme=scheme
    )
    page = context.new_page()
    page.set_default_timeout(8000)
    page.add_init_script(WATCH)
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [MONTH, MENTIONS])
def test_axe_finds_nothing_on_a_part_and_nothing_moves(page, address, path):
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < JUMPIEST
    page.eval_on_selector_all("main details", "all => all.forEach(fold => { fold.open = true })")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("old", "event", "new"),
    [
        ("timeline/", "e0", "timeline/2030/"),
        ("timeline/", "e239", "timeline/2031-02/"),
        ("timeline/2031/", "e100", "timeline/2031-01/"),
    ],
)
def test_the_address_of_an_event_leads_to_it_after_its_part_was_divided(page, address, old, event, new):
    page.goto(f"{address}{old}#event-{event}")
    page.wait_for_url(f"{address}{new}#event-{event}")
    assert f"Meeting {event[1:]}" in page.locator(":target").inner_text()


def test_an_event_that_nobody_knows_leads_nowhere(page, address):
    page.goto(f"{address}timeline/#event-gone")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}timeline/#event-gone"


def test_the_days_of_a_part_are_a_click_away_unless_it_is_filtered(page, address):
    page.goto(address + MONTH)
    page.click(".stretches a:text-is('17 Jan')")
    assert "17 January 2031" in page.locator(":target .event-date").inner_text()
    page.locator(".filters [name=by]").select_option("reported")
    assert not page.is_visible(".stretches")
    page.click('.filters [type="reset"]')
    page.wait_for_selector(".stretches")


def test_the_issues_of_one_status_are_a_choice_away_which_the_address_keeps(page, address):
    page.goto(f"{address}issues/")
    rows = page.locator(".issue-list > li:visible")
    assert rows.count() == 14
    page.select_option("[name=status]", "agreed")
    assert rows.count() == 12
    assert set(rows.locator(".status").all_inner_texts()) == {"agreed"}
    assert page.locator(".filter-result").inner_text() == "12 of 14 issues shown"
    page.goto(f"{address}issues/?status=agreed")
    assert rows.count() == 12
    page.click(".filters [type=reset]")
    page.wait_for_url(f"{address}issues/")
    assert rows.count() == 14


LANDED = """
() => document.querySelector("#picture").getBoundingClientRect().top < 90
  || innerHeight + scrollY > document.documentElement.scrollHeight - 2
"""
"""At the top of the screen, or as near to it as the end of the page allows."""


def test_the_picture_below_a_long_list_is_where_its_address_leads(page, address):
    """Rows that nobody has seen have a height that is a guess."""
    page.goto(f"{address}{MONTH}#picture")
    page.wait_for_function(LANDED)
    page.goto(f"{address}{MONTH}")
    page.get_by_role("link", name="As a picture").click()
    page.wait_for_function(LANDED)
