"""What a reader does with the first dossier, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Served

pytestmark = [pytest.mark.browser]

PAGES = ("", "timeline/", "entities/jake-sullivan/", "issues/exchange-of-israeli-hostages-and-prisoners/")


@pytest.fixture(scope="module")
def served(sample):
    folder, _ = sample
    server = Served(folder.site)
    yield server
    server.close()


@pytest.fixture
def page(browser, served):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.outside, page.refused = [], []
    page.on(
        "request",
        lambda request: request.url.startswith((served.address, "data:")) or page.outside.append(request.url),
    )
    page.on("console", lambda message: page.refused.append(message.text) if message.type == "error" else None)
    yield page
    assert page.outside == []
    assert page.refused == []
    context.close()


def article(sample):
    return f"articles/{sample[1].site.articles[0].ref.id}/"


def test_pages_open_under_their_policy_and_ask_nobody_else(page, served, sample):
    for path in (*PAGES, article(sample)):
        page.goto(served.address + path)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
        assert page.locator("h1").count() == 1


def test_axe_finds_nothing_serious(page, served, sample):
    for path in (*PAGES, article(sample)):
        page.goto(served.address + path)
        found = Axe().run(page).response["violations"]
        assert [rule["id"] for rule in found if rule["impact"] in {"serious", "critical"}] == [], path


@pytest.mark.parametrize("words", ["hostages", "catastrophic"])
def test_the_search_finds_a_sentence_and_lands_on_it(page, served, words):
    page.goto(served.address)
    page.keyboard.press("/")
    page.keyboard.type(words, delay=20)
    result = page.locator(".result-sentence", has_text=words).first
    result.wait_for(timeout=10_000)
    result.click()
    page.wait_for_url("**/articles/**#sent-*")
    sentence = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert words in sentence.inner_text()
    sentence.wait_for(state="visible")
    page.wait_for_function(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top >= 0 && box.top < innerHeight }",
        arg=page.url.split("#")[1],
    )


def found(page, served, words):
    """The first sentence the search finds, once it looks for nothing more, and the place of it on the screen."""
    page.goto(served.address)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_url("**/?q=" + words)
    page.wait_for_timeout(1000)
    return page.locator(".result-sentence", has_text=words).first


def test_a_sentence_that_is_pressed_stays_under_the_pointer_until_it_is_followed(page, served):
    found(page, served, "hostages").hover()
    page.locator(".search-words").dispatch_event("input")
    page.mouse.down()
    page.wait_for_timeout(800)  # the words are looked up meanwhile
    page.mouse.up()
    page.wait_for_url("**/articles/**#sent-*")


def test_words_are_looked_up_after_a_press_that_led_nowhere(page, served):
    found(page, served, "hostages").hover()
    page.mouse.down()
    page.mouse.move(2, 2)
    page.mouse.up()
    page.locator(".search-words").fill("catastrophic")
    page.locator(".result-sentence", has_text="catastrophic").first.wait_for(timeout=10_000)


@pytest.mark.parametrize("name", ["Jake Sullivan", "exchange of Israeli hostages", "White House"])
def test_the_search_finds_people_and_issues(page, served, name):
    page.goto(served.address)
    page.keyboard.press("/")
    page.keyboard.type(name, delay=5)
    result = page.locator(".result-title:is([href*='/entities/'], [href*='/issues/'])")
    result.first.wait_for(timeout=10_000)


def test_from_the_home_page_to_the_sentence_in_two_steps(page, served):
    page.goto(served.address)
    page.get_by_role("link", name="exchange of Israeli hostages and prisoners").first.click()
    page.wait_for_url("**/issues/**")
    page.locator("main a[href*='#sent-']").first.click()
    page.wait_for_url("**/articles/**#sent-*")
    assert page.locator(":target").inner_text()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser, served, sample):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in (*PAGES, article(sample), "data/", "review/"):
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()
