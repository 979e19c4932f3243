"""The states in which a reader meets the pages of a built site, and what is wrong with each.

    python tests/states.py SITE [PAGE…]      prints every finding, the weights and the largest shift

Pages are those of `kinds`: every list, and of articles, names, issues, briefs and times the two heaviest.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import lighthouse
from axe_playwright_python.base import AXE_SCRIPT
from conftest import CHROMIUM, CHROMIUM_FLAGS
from playwright.sync_api import Browser, Page, sync_playwright

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WITHOUT_REGION = RULES | {"rules": {"region": {"enabled": False}}}
"""The theme puts a tooltip at the end of the body; who hears it hears it as its element's description."""
HEAVIEST = 80 * 1024
"""Bytes of a page with all that it loads, compressed."""
SEARCHED = 200 * 1024
"""Bytes of a page and of a first search on it, engine and all."""
JUMPIEST = 0.01
"""Cumulative layout shift, of which Google calls 0.1 good."""
SCHEMES = {"light": "default", "dark": "slate"}
"""What the theme calls each."""
SCREENS = ((1280, ("light", "dark")), (390, ("dark", "light")))
"""Width, and the schemes in turn: a page opens in the first and is switched to the second."""
WATCH = (
    "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
    " window.shift += entry.hadRecentInput ? 0 : entry.value })).observe({ type: 'layout-shift', buffered: true })"
)
WEIGHT = (
    "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
    ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
)


def _searched(page: Page) -> None:
    """The search open, one facet chosen, something found."""
    page.goto(f"{page.url}?q=the")
    page.wait_for_selector("dialog.search[open]")
    page.wait_for_selector(".result")
    if page.is_visible(".search-facets > summary"):  # on a phone the facets are folded
        page.click(".search-facets > summary")
        page.click(".facet-type > summary")
    page.locator(".facet-type input[type=checkbox]").first.check()
    page.wait_for_url(re.compile(r"\?q=the&\w+="))
    page.wait_for_selector(".result")
    page.wait_for_timeout(300)


def _explained(page: Page) -> None:
    """A tooltip open."""
    page.locator(EXPLAINED).first.focus()
    page.wait_for_selector(".md-tooltip2--active")


def _chosen(page: Page) -> None:
    """The way to a sentence open, by its number or a click on it."""
    page.locator(SENTENCE).first.dispatch_event("click")
    page.wait_for_selector(".sentence-link")


def _filtered(page: Page) -> None:
    """The timeline down to one phase; by a key, for what moves at a reader's own choice is no shift."""
    page.focus(PHASES)
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**phase=*")


def _unfolded(page: Page) -> None:
    """Everything that can be unfolded; by a click, for what moves at a reader's own click is no shift."""
    page.locator(FOLD).locator("visible=true").first.click()
    page.mouse.move(0, 0)
    page.wait_for_selector(".md-tooltip2--active", state="hidden")
    page.eval_on_selector_all("main details", "all => all.forEach(fold => { fold.open = true })")
    page.evaluate("scrollTo(0, 0)")  # else what lies just under the header is too near to its buttons


def _menu(page: Page) -> None:
    """The menu of narrow screens open."""
    page.click(BURGER)
    page.wait_for_selector(".md-sidebar--primary", state="visible")


class State(NamedTuple):
    """A state in which a reader meets a page."""

    name: str
    needs: str
    """What a page must show to be able to come into it, a selector."""
    come: Callable[[Page], None]
    rules: dict = RULES
    """Those of axe that hold in it."""


EXPLAINED = ".article-text .entity[title]"
SENTENCE = ".article-text [id^=sent-]"
PHASES = '.filters [name="phase"]'
BURGER = ".menu-open"
FOLD = "main details:not([open]) > summary"
OPENS = State("as it opens", "body", lambda _page: None)
STATES = (
    OPENS,
    State("menu open", BURGER, _menu),
    State("search open", "body", _searched),
    State("tooltip open", EXPLAINED, _explained, WITHOUT_REGION),
    State("sentence chosen", SENTENCE, _chosen),
    State("filtered", PHASES, _filtered),
    State("all unfolded", FOLD, _unfolded),
)


class Seen(NamedTuple):
    """One page in one state."""

    page: str
    state: str
    width: int
    scheme: str
    weight: int
    """Bytes loaded so far, compressed."""
    shift: float
    wrong: tuple[str, ...]
    """What axe finds, what is too wide, what the browser's console says."""

    def findings(self) -> tuple[str, ...]:
        """All that should not be, in words."""
        most = SEARCHED if self.state == "search open" else HEAVIEST
        heavy = (f"{self.weight:,} bytes",) if self.weight > most else ()
        jumpy = (f"shift {self.shift:.4f}",) if self.shift >= JUMPIEST else ()
        at = f"{self.page or '/'}, {self.state}, {self.width} {self.scheme}: "
        return tuple(at + what for what in (*self.wrong, *heavy, *jumpy))


def kinds(site: Path) -> list[str]:
    """Addresses of every list, and of the two heaviest pages of each kind."""
    found: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("index.html")):
        found.setdefault(
            page.parent.parent.relative_to(site).as_posix() if page.parent != site else "", []
        ).append(page)
    singles = [page for kind, pages in found.items() if kind in {"", "."} for page in pages]
    heavy = [
        page
        for kind, pages in found.items()
        if kind not in {"", "."}
        for page in sorted(pages, key=lambda page: page.stat().st_size)[-2:]
    ]
    addresses = [page.parent.relative_to(site).as_posix() for page in (*singles, *heavy)]
    return ["" if path == "." else f"{path}/" for path in addresses] + ["404.html"]


def look(browser: Browser, site: Path, pages: Sequence[str] = ()) -> Iterator[Seen]:
    """Every page in every state that it can come into, at both widths and in both schemes."""
    with lighthouse.compressed(site) as address:
        for path, (width, schemes) in product(pages or kinds(site), SCREENS):
            yield from _on_one_screen(browser, address, path, width, schemes)


def _on_one_screen(
    browser: Browser, address: str, path: str, width: int, schemes: Sequence[str]
) -> Iterator[Seen]:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script(WATCH)
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.append(message.text) if message.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    try:
        _open(page, address + path, schemes[0])
        able = [state for state in STATES if page.locator(state.needs).locator("visible=true").count()]
        for state in able:
            if state is not OPENS:
                _open(page, address + path, schemes[0])
                state.come(page)
            page.evaluate(AXE_SCRIPT)
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")
                yield Seen(
                    path, state.name, width, scheme, *_measured(page), (*said, *_wrong(page, state, width))
                )
                said.clear()
    finally:
        context.close()


def _open(page: Page, url: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(url)
    page.wait_for_timeout(150)


def _measured(page: Page) -> tuple[int, float]:
    return page.evaluate(WEIGHT), page.evaluate("window.shift")


def _wrong(page: Page, state: State, width: int) -> Iterator[str]:
    """What axe finds, what is too wide."""
    for rule in page.evaluate("rules => axe.run(rules)", state.rules)["violations"]:
        yield f"{rule['id']} {rule['nodes'][0]['html'][:200]}"
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        yield f"{wide} pixels wide"


def main(site: str, *pages: str) -> None:
    """Print what is wrong with the pages of `site`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        seen = list(look(browser, Path(site), pages))
        browser.close()
    lines = [finding for one in seen for finding in one.findings()]
    for state in sorted({one.state for one in seen}):
        heaviest = max((one for one in seen if one.state == state), key=lambda one: one.weight)
        lines.append(f"{state}: at most {heaviest.weight:,} bytes, {heaviest.page or '/'}")
    last = max(seen, key=lambda one: one.shift)
    lines.append(f"{len(seen)} looked at; largest shift {last.shift:.4f}, {last.page or '/'}, {last.state}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
