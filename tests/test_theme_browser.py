"""The site in a real browser: nothing that axe finds serious, nothing outside, and what the scripts promise."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Served, put_pages
from sites import site

from generator import site as renderer
from generator import store
from generator.export import CATALOGUE, export
from generator.render import render

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("sites")]
ARTICLE = "articles/ferry-talks-near-an-end/"
PAGES = [
    "", ARTICLE, "articles/karsk-denies-deal/", "articles/", "entities/orla-pelham/", "entities/",
    "issues/ferry-deal/", "issues/", "timeline/", "briefs/", "review/", "data/", "about/",
    "corrections/", "briefs/2031-03-03/", "404.html",
]  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the sample site is served, as the program builds it, policy and all."""
    root: Path = tmp_path_factory.mktemp("dossier")
    sample = site()
    pages = {**render(sample, CATALOGUE), **export(sample)}
    folder = store.Folder(root)
    put_pages(folder.pages, pages)
    edition = renderer.Edition(root, folder.pages, sample.settings.title, sample.as_of)
    renderer.render(edition, folder.site, strict=True)
    server = Served(folder.site)
    yield server.address
    server.close()


@pytest.fixture
def visit(browser, address):
    """Open a page; afterwards nothing may have been logged, refused or fetched from elsewhere."""
    wrong, contexts = [], []

    def opened(path, width=1280, scheme="light", **more):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url) if foreign(request.url) else None)
        page.goto(address + path)
        page.wait_for_timeout(250)
        return page

    def foreign(url):
        return not url.startswith((address, "data:", "blob:"))

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_at_any_width_in_either_scheme(visit, path):
    page = visit(path, reduced_motion="reduce")
    for scheme, name in (("light", "default"), ("dark", "slate")):
        if scheme == "dark":
            page.set_viewport_size({"width": 1280, "height": 900})
            page.click("label[title='Switch to the dark scheme']")
        page.wait_for_selector(f"body[data-md-color-scheme={name}]")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"too wide at {width}"


def test_axe_finds_nothing_with_a_tooltip_open_or_the_timeline_filtered(visit):
    page = visit(ARTICLE, reduced_motion="reduce")
    page.locator(".article-text .entity").first.focus()
    page.wait_for_selector(".md-tooltip2--active")
    page.locator(".article-text [id^=sent-]").first.dispatch_event("click")
    assert page.is_visible(".sentence-link")
    timeline = visit("timeline/?phase=happened", 390, reduced_motion="reduce")
    # the theme puts the tooltip at the end of the body; who hears it hears it as its element's description
    rules = RULES | {"rules": {"region": {"enabled": False}}}
    for opened in (page, timeline):
        found = Axe().run(opened, options=rules).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_of_the_themes_own_files_only_what_a_page_asks_for_is_published(visit, address):
    page = visit(ARTICLE)
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    names = [name.removeprefix(address) for name in loaded if not name.startswith("data:")]
    others = [name for name in names if not name.startswith("assets/dossier/")]
    assert all(re.fullmatch(r"assets/stylesheets/\w+\.\w+\.min\.css", name) for name in others), others
    assert others
    assert not any("sourceMappingURL" in page.request.get(address + name).text() for name in others)
    for name in ("assets/javascripts/lunr/wordcut.js", f"{others[0]}.map"):
        assert page.request.get(address + name).status == 404, name


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", ARTICLE, "timeline/", "issues/ferry-deal/"])
def test_nothing_moves_while_a_page_loads(browser, address, path, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const shift of list.getEntries())"
        " moved += shift.value }).observe({ type: 'layout-shift', buffered: true })"
    )
    page.route("**/*.js", lambda route: (time.sleep(0.1), route.continue_()))
    page.goto(address + path)
    page.wait_for_timeout(400)
    assert page.evaluate("moved") < 0.01
    context.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [("404.html", ""), ("articles/ferry-talks-at-an-end/", "ferry talks at an end")],
)
def test_a_wrong_address_leads_on(browser, address, path, words):
    """A server answers with 404.html at whatever depth; here the browser is given it."""
    context = browser.new_context()
    page = context.new_page()
    lost = page.request.get(address + "404.html").text()
    page.route(f"{address}{path}", lambda route: route.fulfill(body=lost, content_type="text/html"))
    page.goto(address + path)
    search = page.locator(".missing-search")
    assert search.is_visible() is bool(words)
    if words:
        assert words in search.inner_text()
    page.locator("main").get_by_role("link", name="Issues").click()
    page.wait_for_url("**/issues/")
    context.close()


def test_a_page_without_a_menu_offers_none(visit):
    assert not visit("404.html", 390).locator(".menu-open").is_visible()
    assert visit("", 390).locator(".menu-open").is_visible()


def test_the_link_to_a_sentence_is_copied(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + ARTICLE)
    sentence = page.locator(".article-text [id^=sent-]").nth(2)
    sentence.dispatch_event("click")
    page.get_by_role("button", name="Copy link to this sentence").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}{ARTICLE}#{sentence.get_attribute('id')}"
    context.close()


GROUNDS = """
(target) => {
  const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    let part = walker.currentNode.parentElement;
    while (getComputedStyle(part).backgroundColor === "rgba(0, 0, 0, 0)") part = part.parentElement;
    found.add(part === target);
  }
  return [...found];
}
"""
"""Whether the words of a sentence stand on its own ground, and whether any stand on another."""


def test_the_sentence_one_lands_on_is_marked_as_a_whole_what_is_said_in_it_too(visit, address):
    page = visit(ARTICLE)
    said = page.locator(".article-text [id^=sent-]:has(.statement)").first
    assert set(said.evaluate(GROUNDS)) == {False}, "before, no word stands on the sentence’s ground"
    page.goto(f"{address}{ARTICLE}#{said.get_attribute('id')}")
    assert page.locator(":target").evaluate(GROUNDS) == [True]


def test_a_citation_is_copied_as_it_stands(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + ARTICLE)
    page.locator(".cite-as summary", has_text="CSL-JSON").click()
    page.get_by_role("button", name="Copy CSL-JSON").click()
    page.get_by_role("button", name="Copy CSL-JSON", exact=True).wait_for()
    (item,) = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert item["title"].startswith("Ferry talks near an end")
    context.close()


def test_the_overdue_events_are_one_click_away(visit):
    page = visit("timeline/")
    page.click(".to-overdue")
    assert page.locator(".event-row:visible").count() == page.locator(".event-row.overdue").count() > 0
    assert page.url.endswith("?phase=overdue")
    page.select_option('[name="by"]', "reported")
    assert not page.locator(".divider:visible").count()


@pytest.mark.parametrize("width", [1000, 1280])
def test_each_note_stands_beside_its_sentence_and_over_no_other(visit, width):
    page = visit(ARTICLE, width)
    boxes = [note.bounding_box() for note in page.query_selector_all(".note")]
    assert boxes
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"]
    first = page.query_selector('[data-note="1"].statement').bounding_box()
    assert abs(boxes[0]["y"] - first["y"]) < 40
    assert boxes[0]["x"] > first["x"]


def test_without_script_and_on_a_phone_the_notes_are_folded_after_the_text(visit):
    for page in (visit(ARTICLE, 390), visit(ARTICLE, 390, java_script_enabled=False)):
        assert not page.is_visible(".note")
        text, notes = (page.query_selector(s).bounding_box() for s in (".article-text", ".notes"))
        assert notes["y"] >= text["y"] + text["height"]
        page.click(".notes-list > summary")
        assert page.is_visible(".note")
        assert not page.is_visible(".sidebar-body")


def test_without_script_nothing_is_folded_on_a_wide_screen(visit):
    page = visit(ARTICLE, 1280, java_script_enabled=False)
    assert page.is_visible(".note")
    assert page.is_visible(".sidebar-body")
    assert not page.is_visible(".layers")


def test_a_layer_is_switched_off_and_stays_off(visit):
    page = visit(ARTICLE)
    button = page.locator('[data-layer="statement"]')
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert not page.is_visible(".note")
    page.reload()
    assert button.get_attribute("aria-pressed") == "false"


def test_targets_are_24_pixels_or_more(visit):
    page = visit(ARTICLE, 390)
    for element in page.query_selector_all(".layers button, summary, .note-number"):
        box = element.bounding_box()
        if box:
            assert min(box["width"], box["height"]) >= 24, element.inner_text()


def test_timeline_filter_keeps_its_state_in_the_address(visit):
    page = visit("timeline/")
    rows = page.locator(".event-row:visible")
    everything = rows.count()
    page.select_option('[name="phase"]', "happened")
    assert 0 < rows.count() < everything
    assert re.search(r"\?phase=happened$", page.url)
    page.reload()
    assert 0 < rows.count() < everything
    page.click('.filters [type="reset"]')
    page.wait_for_timeout(50)
    assert rows.count() == everything
    assert "?" not in page.url


def test_escape_closes_a_tooltip(visit):
    page = visit(ARTICLE)
    page.locator(".article-text .entity").first.focus()
    page.wait_for_selector(".md-tooltip2--active")
    page.keyboard.press("Escape")
    page.wait_for_timeout(50)
    assert not page.query_selector(".md-tooltip2--active")


def test_a_tooltip_says_the_title_which_comes_back_afterwards(visit):
    page = visit(ARTICLE)
    link = page.locator(".article-text .entity").first
    title = link.get_attribute("title")
    assert title
    link.hover()
    page.wait_for_selector(".md-tooltip2--active")
    tip = page.locator("[role=tooltip]")
    assert tip.inner_text() == title
    assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
    assert link.get_attribute("title") is None, "the browser would show it as well"
    below, box = link.bounding_box(), tip.locator("> *").bounding_box()
    assert box["y"] >= below["y"] + below["height"]
    page.mouse.move(0, 0)
    tip.wait_for(state="detached")
    assert link.get_attribute("title") == title
    assert link.get_attribute("aria-describedby") is None


def test_a_tooltip_at_the_foot_of_the_screen_stands_above_its_word(visit):
    page = visit(ARTICLE)
    word = page.locator(".article-text .entity").first
    box = word.bounding_box()
    page.set_viewport_size({"width": 1280, "height": int(box["y"] + box["height"]) + 6})
    word.hover()
    page.wait_for_selector(".md-tooltip2--active")
    page.wait_for_timeout(500)
    tip = page.locator(".md-tooltip2__inner").bounding_box()
    assert 0 <= tip["y"] <= word.bounding_box()["y"] - tip["height"]


def test_a_tooltip_stays_while_the_pointer_is_on_it_and_goes_at_escape(visit):
    page = visit(ARTICLE)
    tip = page.locator("[role=tooltip]")
    for ending in ("away", "Escape"):
        link = page.locator(".article-text .entity").first
        link.hover()
        page.wait_for_selector(".md-tooltip2--active")
        box = tip.locator("> *").bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
        page.wait_for_timeout(800)
        assert tip.is_visible(), "it went while the pointer was on it"
        if ending == "Escape":
            page.keyboard.press("Escape")
        else:
            page.mouse.move(2, 880)
        tip.wait_for(state="detached")


def test_a_tooltip_of_what_has_the_focus_stays_when_the_pointer_passes_by(visit):
    page = visit(ARTICLE)
    link = page.locator(".article-text .entity").first
    page.keyboard.press("Tab")  # whoever uses the keyboard is shown the focus
    link.focus()
    page.wait_for_selector(".md-tooltip2--active")
    link.hover()
    page.mouse.move(2, 880)
    page.wait_for_timeout(800)
    assert page.locator("[role=tooltip]").is_visible()
    page.keyboard.press("Shift+Tab")
    page.locator(f"[role=tooltip]:has-text('{link.get_attribute('title')}')").wait_for(state="detached")


def test_the_menu_of_a_phone_opens_closes_and_leads_on_by_keyboard(visit, address):
    page = visit(ARTICLE, 390, reduced_motion="reduce")
    menu, links = page.get_by_role("button", name="Menu"), page.locator(".md-sidebar--primary a")
    focused = "document.activeElement.closest('.md-sidebar--primary') !== null"
    passed = []
    for _ in range(12):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        assert not page.evaluate(focused), "a link of the closed menu has the focus, out of sight"
    assert "Menu" in passed
    menu.focus()
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("button => getComputedStyle(button).outlineWidth") == "3px"
    assert not links.first.is_visible()

    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert links.first.is_visible()
    assert page.evaluate(focused), "who opens the menu goes on in it"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("button => button === document.activeElement")

    page.keyboard.press("Space")
    for _ in range(links.count()):
        page.keyboard.press("Tab")
    assert menu.get_attribute("aria-expanded") == "false", "who leaves the menu closes it"
    assert not page.evaluate(focused)

    menu.focus()
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.textContent.trim()") != "Timeline":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "timeline/")


def test_the_menu_of_a_phone_opens_by_a_tap_and_closes_by_a_tap_beside_it(visit):
    for scripted in (True, False):
        page = visit(ARTICLE, 390, java_script_enabled=scripted, reduced_motion="reduce")
        link = page.locator(".md-sidebar--primary a").first
        page.locator(".md-header__button:is(.menu-open, [for=__drawer]):visible").click()
        link.wait_for(state="visible")
        page.mouse.click(370, 600)
        link.wait_for(state="hidden")


def test_the_scheme_is_the_systems_until_a_reader_chooses_one_for_every_page(visit):
    page = visit(ARTICLE, scheme="dark")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    assert page.get_attribute("meta[name=color-scheme]", "content") == "dark"
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("body[data-md-color-scheme=default]")
    page.locator("[name=__palette]:checked").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.reload()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    assert page.is_visible("label[title='Switch to the light scheme']")
    assert not page.is_visible("label[title='Switch to the dark scheme']")


def test_the_header_says_the_title_once_it_is_out_of_sight_and_whoever_turns_round_gets_to_the_top(visit):
    page = visit(ARTICLE, reduced_motion="reduce")
    up = page.locator(".md-top")
    assert up.get_attribute("tabindex") == "-1"
    page.mouse.wheel(0, 900)
    page.wait_for_selector(".md-header__title--active")
    assert up.evaluate("button => button.hidden")
    page.mouse.wheel(0, -100)
    page.wait_for_selector(".md-top:not([hidden])")
    up.click()
    page.wait_for_function("scrollY === 0")
    page.wait_for_selector(".md-header__title:not(.md-header__title--active)")


def test_an_address_inside_a_fold_opens_it(visit):
    page = visit(ARTICLE, 390)
    inside = page.locator("main details:not([open]) [id]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", inside)
    page.locator(f"[id='{inside}']").wait_for(state="visible")


def test_on_paper_everything_is_unfolded(visit):
    page = visit(ARTICLE)
    page.emulate_media(media="print")
    assert page.is_visible(".note")
    assert page.is_visible(".sidebar-body")
    assert not page.is_visible(".md-header")
    text, notes, sidebar = (
        page.query_selector(s).bounding_box() for s in (".article-text", ".notes", ".sidebar")
    )
    assert text["y"] < notes["y"] < sidebar["y"]
