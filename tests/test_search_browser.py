"""The search in a real browser: keys, results, facets, addresses, and that it reads aloud and closes."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Served

pytestmark = [pytest.mark.browser]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def served(invented, tmp_path_factory):
    """The invented dossier, published below a path of its host."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(invented[0].site, root / "below" / "here")
    server = Served(root)
    yield server.address + "below/here/"
    server.close()


@pytest.fixture
def visit(browser, served):
    """Open a page; afterwards nothing may have been logged, refused or fetched from elsewhere."""
    wrong, contexts = [], []

    def opened(path="", width=1280, **more):
        context = browser.new_context(viewport={"width": width, "height": 844}, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("console", lambda message: wrong.append(message.text) if message.type != "log" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith((served, "data:")) else wrong.append(
            request.url) if not request.url.endswith("/favicon.ico") else None)  # fmt: skip
        page.goto(served + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def search(page, words):
    """Type `words` into the search and wait for what it finds."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=10)
    query = re.escape(words.replace(" ", "+"))
    page.wait_for_url(re.compile(rf"\?q={query}(&|$)"))
    page.wait_for_function("() => document.querySelector('.search-count').textContent !== ''")
    page.wait_for_timeout(200)


def asked(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query, keep_blank_values=True)


def chosen(page) -> list[str]:
    return page.eval_on_selector_all(".facets input:checked", "all => all.map((one) => one.value)")


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_and_escape_closes(visit, key):
    page = visit()
    page.keyboard.press(key)
    assert page.locator(".search-words").evaluate("field => field === document.activeElement")
    page.keyboard.press("Escape")
    assert not page.is_visible("dialog.search")


def test_the_button_opens_and_has_the_focus_again_afterwards(visit):
    page = visit("timeline/")
    page.click(".search-open")
    page.keyboard.type("fee")
    page.wait_for_selector(".result")
    page.click(".search-close")
    assert page.locator(".search-open").evaluate("button => button === document.activeElement")
    assert asked(page) == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_before_anything_is_asked_it_leads_to_what_most_pages_are_about(visit, width):
    page = visit("about/", width)
    page.keyboard.press("/")
    page.wait_for_selector(".beginning >> text=Most named")
    page.keyboard.press("Enter")
    assert page.is_visible("dialog.search"), "nothing was chosen yet"
    links = page.eval_on_selector_all(
        ".beginning a", "all => all.map((one) => [one.innerText, one.pathname])"
    )
    assert ["Transit fee", "/below/here/issues/transit-fee/"] in links
    assert ["Lidia Corvin", "/below/here/entities/lidia-corvin/"] in links
    assert links[-1] == ["Briefs", "/below/here/briefs/"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/issues/*/")


def test_a_slash_in_a_field_is_a_slash(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.input_value(".search-words") == "a/b"


def test_what_is_typed_while_the_search_loads_is_looked_for(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("transit fee")
    page.wait_for_url("**?q=transit+fee")
    page.wait_for_selector(".result")


def test_results_are_sentences_with_who_says_them(visit):
    page = visit()
    search(page, "nothing is agreed")
    sentence = page.locator(".result-sentence", has_text="Nothing is agreed").first
    assert sentence.locator(".result-who").inner_text().strip() == "Lidia Corvin:"
    assert {"nothing", "agreed"} <= {word.lower() for word in sentence.locator("mark").all_inner_texts()}
    assert all(count <= 3 for count in page.eval_on_selector_all(
        ".result", "all => all.map((one) => one.querySelectorAll('li').length)"))  # fmt: skip


def test_enter_lands_on_the_sentence_with_its_words_lit_and_its_own_address(visit):
    page = visit()
    search(page, "nothing is agreed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**#sent-*")
    page.wait_for_function("() => CSS.highlights.get('sought')?.size > 0")
    assert "?" not in page.url
    lit = page.evaluate("[...CSS.highlights.get('sought')].map((range) => range.toString().toLowerCase())")
    assert {"nothing", "agreed"} <= set(lit)
    box = page.locator(":target").bounding_box()
    assert 0 <= box["y"] < 844


def test_enter_right_after_the_last_key_opens_what_was_typed(visit):
    page = visit()
    search(page, "fee")
    page.locator(".search-words").fill("nothing is agreed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**#sent-*")
    assert "nothing is agreed" in page.locator(":target").inner_text().lower()


def test_arrows_go_through_the_results_and_back_to_the_words(visit):
    page = visit()
    search(page, "fee")
    page.locator(".search-pages a").nth(2).wait_for()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    links = page.locator(".search-pages a")
    assert links.nth(2).evaluate("link => link === document.activeElement")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert page.locator(".search-words").evaluate("field => field === document.activeElement")


def test_the_number_of_results_is_announced(visit):
    page = visit()
    search(page, "locomotives")
    status = page.locator(".search-count")
    assert status.get_attribute("role") == "status"
    assert re.fullmatch(r"Found on \d+ pages", status.inner_text())
    page.fill(".search-words", "zeppelins")
    page.wait_for_function(
        "() => document.querySelector('.search-count').textContent.startsWith('Nothing found. Another')"
    )
    assert page.locator(".result").count() == 0


def test_names_and_what_people_wrote_are_found(visit):
    page = visit()
    search(page, "Katrin Brandl")
    page.wait_for_selector(".result-title[href*='/entities/katrin-brandl/']")
    page.fill(".search-words", "proposed the names")
    page.wait_for_selector(".result-title[href*='/about/']")


def test_facets_narrow_down_by_keyboard_count_combine_and_live_in_the_address(visit, served):
    page = visit()
    search(page, "agreed")
    every = page.locator(".search-count").inner_text()
    page.wait_for_selector(".facet-issue input")
    first = page.locator(".facets input[value='transit-fee']")
    count = int(re.match(r"\d+", first.locator("xpath=..").locator(".count").inner_text())[0])
    first.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**&issue=transit-fee")
    page.wait_for_function(
        "before => document.querySelector('.search-count').textContent !== before", arg=every
    )
    assert page.locator(".search-count").inner_text() == f"Found on {count} pages"
    assert page.evaluate("document.activeElement.value") == "transit-fee", "the focus stays"
    page.locator(".facets input[value='mirela-dascal']").check()
    page.wait_for_url("**&entity=mirela-dascal")
    page.wait_for_timeout(200)
    both = page.locator(".search-count").inner_text()
    assert int(re.search(r"\d+", both)[0]) <= count

    colleague = visit(page.url.removeprefix(served))
    colleague.wait_for_selector(".result")
    colleague.wait_for_selector(".facets input:checked")
    assert colleague.locator(".search-count").inner_text() == both
    assert sorted(chosen(colleague)) == ["mirela-dascal", "transit-fee"]
    colleague.click(".search-clear")
    colleague.wait_for_function(
        "before => document.querySelector('.search-count').textContent === before", arg=every
    )
    assert asked(colleague) == {"q": ["agreed"]}


def test_of_kinds_sources_and_months_one_is_enough(visit):
    page = visit("?q=agreed")
    page.wait_for_selector(".facet-type input")
    page.locator(".facets input[value='article']").check()
    page.wait_for_url("**&type=article")
    page.wait_for_timeout(200)
    assert page.locator(".facets input[value='issue']").count() == 1, "the other kind can still be added"
    page.locator(".facets input[value='issue']").check()
    page.wait_for_url("**&type=article&type=issue")
    page.wait_for_timeout(200)
    assert page.locator(".result-about", has_text="Issue").count() >= 1
    assert page.locator(".result-about", has_text="Article").count() >= 1


def test_facets_alone_list_pages_by_their_opening(visit):
    page = visit("?q=&issue=transit-fee&date=2031-03")
    page.wait_for_selector(".result-sentence")
    assert all("March 2031" in line for line in page.locator(".result-about").all_inner_texts())
    assert page.locator("mark").count() == 0


def test_an_id_that_is_gone_finds_nothing_rather_than_everything(visit):
    page = visit("?q=agreed&issue=long-gone")
    page.wait_for_function("() => document.querySelector('.search-count').textContent !== ''")
    assert page.locator(".search-count").inner_text() == "Nothing found with this choice."


def test_a_facet_lists_the_most_frequent_and_finds_the_others_by_name(visit):
    page = visit("?q=")
    names = page.locator(".facet-entity .facet-name")
    names.first.wait_for()
    assert names.count() == 6
    assert "Katrin Brandl" not in names.all_inner_texts()
    page.fill(".facet-entity .facet-find", "katrin")
    page.wait_for_timeout(100)
    assert names.all_inner_texts() == ["Katrin Brandl"]


def test_a_facet_that_costs_much_is_read_when_it_is_opened_and_one_that_no_page_has_is_not_shown(visit):
    page = visit()
    told = 'export const facets = {"type": 500, "entity": 9000};\nexport const parts = [];\n'
    page.route("**/size.js", lambda route: route.fulfill(body=told, content_type="text/javascript"))
    search(page, "fee")
    assert page.locator(".facet").all_inner_texts()[-1] == "Person, organization or place"
    assert page.locator(".facet").count() == 2
    assert page.locator(".facet-type input[type=checkbox]").first.is_visible()
    assert not page.locator(".facet-entity input[type=checkbox]").count()
    page.click(".facet-entity > summary")
    page.locator(".facet-entity input[type=checkbox]").first.wait_for(state="visible")


def test_the_search_leaves_the_timelines_own_filters_in_its_address(visit):
    page = visit("timeline/?phase=happened")
    page.keyboard.press("/")
    page.keyboard.type("fee")
    page.wait_for_selector(".result")
    page.keyboard.press("Escape")
    page.wait_for_timeout(50)
    assert asked(page) == {"phase": ["happened"]}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_axe_finds_nothing_with_the_search_open(visit, scheme, name, width):
    page = visit("?q=fee&issue=transit-fee", width, color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_selector(f"body[data-md-color-scheme={name}]")
    page.wait_for_selector(".result")
    page.wait_for_selector(".facets input:checked", state="attached")
    page.wait_for_timeout(300)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_on_a_phone_the_results_come_first_and_nothing_is_wider_than_the_screen(visit):
    page = visit("", 390)
    page.click(".search-open")
    page.keyboard.type("fee")
    page.wait_for_selector(".result")
    assert not page.is_visible(".facet")
    wide = page.evaluate("[...document.querySelectorAll('.search, .search *')]"
                         ".filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length")  # fmt: skip
    assert wide == 0
    page.click(".search-facets > summary")
    page.click(".facet-issue > summary")
    page.wait_for_selector(".facets input[value='transit-fee']")
    for box in page.locator(".facets label, .search-close, .facet > summary").all():
        size = box.bounding_box()
        assert size is None or size["height"] >= 24


def test_without_script_there_is_no_search(visit):
    page = visit("", java_script_enabled=False)
    assert not page.is_visible(".search-open")
    assert not page.is_visible("dialog.search")
