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
from axe_playwright_python.sync_playwright import Axe
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
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
WATCH = (
    "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
    " window.shift += entry.hadRecentInput ? 0 : entry.value })).observe({ type: 'layout-shift', buffered: true })"
)
WEIGHT = (
    "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
    ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"
)


def _searched(page: Page) -> bool:
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
    return True


def _explained(page: Page) -> bool:
    """A tooltip open."""
    link = page.locator(".article-text .entity")
    if not link.count():
        return False
    page.wait_for_load_state("networkidle")  # the theme mounts tooltips once its script has run
    page.wait_for_timeout(500)
    link.first.focus()
    page.wait_for_selector(".md-tooltip2--active")
    return True


def _chosen(page: Page) -> bool:
    """The way to a sentence open, by its number or a click on it."""
    sentence = page.locator(".article-text [id^=sent-]")
    if not sentence.count():
        return False
    sentence.first.dispatch_event("click")
    page.wait_for_selector(".sentence-link")
    return True


def _filtered(page: Page) -> bool:
    """The timeline down to one phase."""
    phases = page.locator('.filters [name="phase"]')
    if not phases.count() or not phases.is_visible():
        return False
    phases.select_option(index=1)
    page.wait_for_url("**phase=*")
    return True


def _unfolded(page: Page) -> bool:
    """Everything that can be unfolded; by a click, for what moves at a reader's own click is no shift."""
    folds = page.locator("main details:not([open]) > summary:visible")
    if not folds.count():
        return False
    folds.first.click()
    page.eval_on_selector_all("main details", "all => all.forEach(fold => { fold.open = true })")
    return True


STATES: tuple[tuple[str, Callable[[Page], bool], dict], ...] = (
    ("as it opens", lambda _page: True, RULES),
    ("search open", _searched, RULES),
    ("tooltip open", _explained, WITHOUT_REGION),
    ("sentence chosen", _chosen, RULES),
    ("filtered", _filtered, RULES),
    ("all unfolded", _unfolded, RULES),
)
"""Name, how a page comes into it (False: this page cannot), the rules it has to pass."""


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
    """Every page in every state, width and scheme."""
    with lighthouse.compressed(site) as address:
        for path, width, scheme, state in product(pages or kinds(site), WIDTHS, SCHEMES, STATES):
            seen = _seen(browser, address, path, width, scheme, state)
            if seen:
                yield seen


def _seen(browser: Browser, address: str, path: str, width: int, scheme: str, state: tuple) -> Seen | None:
    name, come, rules = state
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script(WATCH)
    wrong: list[str] = []
    page.on(
        "console",
        lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        page.goto(address + path)
        page.wait_for_timeout(150)
        if not come(page):
            return None
        found = Axe().run(page, options=rules).response["violations"]
        wrong += [f"{rule['id']} {rule['nodes'][0]['html'][:200]}" for rule in found]
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            wrong.append(f"{wide} pixels wide")
        return Seen(
            path, name, width, scheme, page.evaluate(WEIGHT), page.evaluate("window.shift"), tuple(wrong)
        )
    finally:
        context.close()


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
